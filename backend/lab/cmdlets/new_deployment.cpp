// New-Deployment: makes a lab deployment from a topology document, or the sample deployment.
#include "backend/lab/lab_cmdlet.h"
#include "backend/lab/sample_deployment.h"
#include "backend/lab/topology_plan.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

class NewDeployment
{
    Q_DECLARE_TR_FUNCTIONS(cspool::NewDeployment)

public:
    static Result<> run(LabContext &context);

private:
    static Result<QString> centralManagementPool(CommandRuntime &runtime, const TopologyPlan &plan);
    static Result<> makeSample(CommandRuntime &runtime, const QString &folder);
    static Result<> make(CommandRuntime &runtime, const QString &folder);
    static void sayWhatIsNext(CommandRuntime &runtime, const QString &folder, const TopologyPlan &plan);
};

// As a shell takes it as one word.
QString quoted(const QString &path)
{
    const bool isPlain = std::all_of(path.begin(), path.end(),
                                     [](QChar c) { return c.isLetterOrNumber() || u"/\\:._-"_s.contains(c); });
    return isPlain ? path : QString(u'"' + path + u'"');
}

// From -CentralManagement, else what the document says, else the first pool: a topology must live somewhere.
Result<QString> NewDeployment::centralManagementPool(CommandRuntime &runtime, const TopologyPlan &plan)
{
    const QStringList pools = poolsToBackUp(plan.topology);
    const QString asked = runtime.command().string(u"CentralManagement");
    if (!asked.isEmpty()) {
        if (pools.contains(asked))
            return asked;
        return Error{
            ErrorCategory::InvalidArgument, u"ParameterArgumentValidationError"_s,
            tr("%1 cannot host the Central Management store: the topology does not hold it as a pool with user "
               "services.")
                .arg(asked),
            tr("Name one of these pools: %1.").arg(pools.join(", "_L1)), u"CentralManagement"_s};
    }
    const QString stated = activeCentralManagementPool(plan.topology);
    if (pools.contains(stated))
        return stated;
    const QString chosen = pools.first();
    const QString reason = stated.isEmpty()
        ? tr("The topology document names no active Central Management store; %1 hosts it in this lab deployment.")
              .arg(chosen)
        : tr("The topology document places the active Central Management store on %1, which is no pool with user "
             "services; "
             "%2 hosts it in this lab deployment.")
              .arg(stated, chosen);
    const Result<> warned
        = runtime.writeWarning(reason, tr("To choose another pool, make the deployment with -CentralManagement."));
    return warned ? Result<QString>(chosen) : Result<QString>(warned.error());
}

void NewDeployment::sayWhatIsNext(CommandRuntime &runtime, const QString &folder, const TopologyPlan &plan)
{
    const QString command = "cspool --deployment "_L1 + quoted(folder);
    if (plan.pairs.isEmpty()) {
        const QStringList pools = poolsToBackUp(plan.topology);
        const QString example = pools.size() > 1 ? QString(pools.at(0) + u'=' + pools.at(1)) : u"POOL=BACKUP-POOL"_s;
        runtime.writeHost(
            tr("No pool has a backup pool yet, so nothing can be backed up. Next, for example: %1 "
               "Publish-CsTopology -FileName %2 -Pair \"%3\"")
                .arg(command, quoted(QFileInfo(runtime.command().string(u"Topology")).absoluteFilePath()), example));
        return;
    }
    runtime.writeHost(
        tr("Next, for example: %1 Backup-CsPool -PoolFqdn \"%2\"").arg(command, plan.pairs.first().first));
}

Result<> NewDeployment::makeSample(CommandRuntime &runtime, const QString &folder)
{
    {
        Step step = runtime.beginStep(tr("Make the sample deployment in %1").arg(QDir::toNativeSeparators(folder)));
        if (const Result<> made = step.conclude(createSampleDeployment(folder, runtime)); !made)
            return made;
    }
    runtime.writeHost(tr("The sample lab deployment was made in %1.").arg(QDir::toNativeSeparators(folder)));
    runtime.writeHost(tr("Next, for example: cspool --deployment %1 Get-CsPool").arg(quoted(folder)));
    return {};
}

Result<> NewDeployment::make(CommandRuntime &runtime, const QString &folder)
{
    const Command &command = runtime.command();
    const Result<TopologyPlan> plan
        = readTopologyPlan(runtime, command.string(u"Topology"), command.stringList(u"Pair"));
    if (!plan)
        return plan.error();
    const QStringList pools = poolsToBackUp(plan->topology);
    if (pools.isEmpty()) {
        return Error{ErrorCategory::InvalidData, u"TopologyWithoutPools"_s,
                     tr("The topology document holds no pool that can be backed up: none has user services and a "
                        "Registrar that is no Director."),
                     tr("Give the document of a deployment with at least one such pool."), command.string(u"Topology")};
    }
    const Result<QString> centralPool = centralManagementPool(runtime, *plan);
    if (!centralPool)
        return centralPool.error();
    if (const Result<> warned = warnAboutPairs(runtime, plan->topology, plan->doubts, plan->pairs); !warned)
        return warned;
    if (const Result<> stopped = runtime.checkStop(); !stopped)
        return stopped;

    const QString name = command.string(u"Name", QFileInfo(folder).fileName());
    {
        Step step = runtime.beginStep(tr("Make the lab deployment in %1").arg(QDir::toNativeSeparators(folder)));
        step.setCount(tr("pools with stores"), pools.size());
        step.setCount(tr("pairs"), plan->pairs.size());
        const Result<> made = Deployment::create(folder, {name, plan->document, plan->pairs, *centralPool});
        if (const Result<> concluded = step.conclude(made); !concluded)
            return concluded;
    }
    runtime.writeHost(tr("The lab deployment \"%1\" was made in %2.").arg(name, QDir::toNativeSeparators(folder)));
    runtime.writeHost(
        tr("Pools with stores: %1. The Central Management store is on %2.").arg(pools.join(", "_L1), *centralPool));
    for (const PoolPair &pair : plan->pairs)
        runtime.writeHost(tr("Pair: %1 and %2.").arg(pair.first, pair.second));
    sayWhatIsNext(runtime, folder, *plan);
    return {};
}

Result<> NewDeployment::run(LabContext &context)
{
    CommandRuntime &runtime = context.runtime();
    const QString path = context.command().string(u"Path").trimmed();
    if (path.isEmpty()) {
        return Error{ErrorCategory::InvalidArgument, u"ParameterArgumentValidationError"_s,
                     tr("The path of the deployment is empty."), tr("Name a folder with -Path."), u"Path"_s};
    }
    const QString folder = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    return context.command().isSwitchOn(u"Sample") ? makeSample(runtime, folder) : make(runtime, folder);
}

const LabCmdletRegistration registration("New-Deployment", &NewDeployment::run);

} // namespace

} // namespace cspool
