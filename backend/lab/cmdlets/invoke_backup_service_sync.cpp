// Invoke-CsBackupServiceSync: compares everything a pool holds with its backup pool and gives the other side what it
// lacks.
#include "backend/lab/backup_service.h"
#include "backend/lab/failover.h"
#include "backend/lab/lab_cmdlet.h"

#include <QCoreApplication>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

class InvokeBackupServiceSync
{
    Q_DECLARE_TR_FUNCTIONS(cspool::InvokeBackupServiceSync)

public:
    static Result<> run(LabContext &context);

private:
    static QList<BackupModule> modules(const Command &command);
    static Result<> announce(CommandRuntime &runtime, BackupService &service, const Pool &pool,
                             const QList<BackupModule> &chosen, const QString &description);
    static Result<> summarise(CommandRuntime &runtime, const Pool &pool, const QList<ModuleResult> &results,
                              qint64 errors);
};

QList<BackupModule> InvokeBackupServiceSync::modules(const Command &command)
{
    const std::optional<BackupModule> module = backupModuleFromString(command.string(u"BackupModule"));
    return module ? QList{*module} : QList<BackupModule>(std::begin(AllBackupModules), std::end(AllBackupModules));
}

Result<> InvokeBackupServiceSync::run(LabContext &context)
{
    CommandRuntime &runtime = context.runtime();
    const Result<Pool> pool = context.pairedPool(context.command().string(u"PoolFqdn"));
    if (!pool)
        return pool.error();
    const Result<Deployment *> deployment = context.deployment();
    if (!deployment)
        return deployment.error();
    const Result<QList<Pool>> pools = context.pools();
    if (!pools)
        return pools.error();
    const QList<BackupModule> chosen = modules(context.command());
    const bool confirmsLoss = context.command().isSwitchOn(u"Force");

    QStringList names;
    for (const BackupModule module : chosen)
        names.append(toString(module));
    QString description
        = tr("Everything that %1 holds of %2 is compared with %3, which gets what it lacks or has older.")
              .arg(pool->fqdn, names.join(u", "_s), pool->backupPoolFqdn);
    if (confirmsLoss && chosen.contains(BackupModule::DataConf)) {
        description += u' '
            + tr("With -Force, conference content that has vanished from %1 is taken as deleted and is deleted on %2 "
                 "too.")
                  .arg(pool->fqdn, pool->backupPoolFqdn);
    }
    const Result<bool> accepted
        = runtime.shouldProcess(pool->fqdn, tr("Synchronise with %1").arg(pool->backupPoolFqdn), description);
    if (!accepted)
        return accepted.error();
    BackupService service(**deployment, runtime);
    service.setPools(*pools);
    if (!*accepted)
        return runtime.isWhatIf() ? announce(runtime, service, *pool, chosen, description) : Result<>();
    if (const Result<> locked = context.lockPair(*pool); !locked)
        return locked;

    const qint64 errorsBefore = runtime.errorCount();
    const Result<QList<ModuleResult>> results = service.synchronise(pool->fqdn, chosen, confirmsLoss);
    if (!results)
        return results.error();
    const qint64 errors = runtime.errorCount() - errorsBefore;
    const bool isAllUserData = chosen.contains(BackupModule::PresenceFocus) && chosen.contains(BackupModule::DataConf);
    if (errors == 0 && isAllUserData) {
        for (const QString &member : {pool->fqdn, pool->backupPoolFqdn}) {
            if (const Result<> completed = completeFailBack(**deployment, runtime, *pools, member); !completed)
                return completed;
        }
    }
    return summarise(runtime, *pool, *results, errors);
}

Result<> InvokeBackupServiceSync::announce(CommandRuntime &runtime, BackupService &service, const Pool &pool,
                                           const QList<BackupModule> &chosen, const QString &description)
{
    const Result<QList<ModulePlan>> plans = service.plan(pool.fqdn, {});
    if (!plans)
        return plans.error();
    runtime.writeHost(tr("What if: %1").arg(description));
    for (const ModulePlan &plan : *plans) {
        if (plan.applies && chosen.contains(plan.module)) {
            QString sentence = tr("What if: %1: everything would be compared; not backed up so far: %2.")
                                   .arg(toString(plan.module), QString::number(plan.items));
            if (!plan.note.isEmpty()) // what has vanished, and would be deleted with -Force
                sentence += u' ' + plan.note;
            runtime.writeHost(sentence);
        }
    }
    return {};
}

Result<> InvokeBackupServiceSync::summarise(CommandRuntime &runtime, const Pool &pool,
                                            const QList<ModuleResult> &results, qint64 errors)
{
    qint64 copied = 0;
    qint64 deleted = 0;
    qint64 unchanged = 0;
    for (const ModuleResult &result : results) {
        copied += result.copied;
        deleted += result.deleted;
        unchanged += result.unchanged;
    }
    const QString counts = tr("copied: %1, deletions carried over: %2, unchanged: %3")
                               .arg(QString::number(copied), QString::number(deleted), QString::number(unchanged));
    if (results.isEmpty() && errors > 0) {
        return Error{ErrorCategory::InvalidOperation, u"SynchronisationFailed"_s,
                     tr("Nothing of %1 could be synchronised with %2.").arg(pool.fqdn, pool.backupPoolFqdn),
                     tr("See the errors above; run the command again when their causes are gone."), pool.fqdn};
    }
    if (errors > 0)
        runtime.writeHost(tr("%1 was synchronised with %2 in part (%3). See the errors above.")
                              .arg(pool.fqdn, pool.backupPoolFqdn, counts));
    else
        runtime.writeHost(tr("%1 was synchronised with %2 (%3).").arg(pool.fqdn, pool.backupPoolFqdn, counts));
    return {};
}

const LabCmdletRegistration registration("Invoke-CsBackupServiceSync", &InvokeBackupServiceSync::run);

} // namespace

} // namespace cspool
