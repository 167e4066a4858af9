#include "model/status_advice.h"

#include <QCoreApplication>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::StatusAdvice)
};

bool isModule(const StatusSubject &subject, BackupModule module)
{
    return backupModuleFromString(subject.module) == module;
}

bool isLab(const StatusSubject &subject)
{
    return subject.kind == DeploymentKind::Lab;
}

Command synchronise(const QString &pool, const QString &module, bool force = false)
{
    Command command(u"Invoke-CsBackupServiceSync"_s);
    command.set(u"PoolFqdn"_s, pool);
    if (!module.isEmpty())
        command.set(u"BackupModule"_s, module);
    if (force)
        command.set(u"Force"_s, true);
    return command;
}

NextStep showServicesStep(const StatusSubject &subject)
{
    return {Text::tr("See which services the pool has."), Command(u"Get-CsService"_s).set(u"PoolFqdn"_s, subject.pool),
            Text::tr("Show the services")};
}

NextStep readAgain()
{
    return {Text::tr("Read the status again (Refresh): what you see is the moment at which it was read.")};
}

// The button of a step says what it does to whom: several steps run one cmdlet, and they are not to be confused.
NextStep synchroniseStep(const StatusSubject &subject, const QString &text)
{
    return {text, synchronise(subject.pool, subject.module), Text::tr("Synchronise")};
}

NextStep synchroniseStep(const StatusSubject &subject)
{
    return synchroniseStep(subject, Text::tr("Synchronise the pool with its backup pool."));
}

NextStep synchroniseBackStep(const StatusSubject &subject, const QString &text)
{
    return {text.arg(subject.backupPool), synchronise(subject.backupPool, subject.module),
            Text::tr("Synchronise from %1").arg(subject.backupPool)};
}

NextStep backUpStep(const StatusSubject &subject)
{
    return {Text::tr("Back the pool up, and wait for SteadyState."),
            Command(u"Backup-CsPool"_s).set(u"PoolFqdn"_s, subject.pool).set(u"SteadyState"_s, true),
            Text::tr("Back up")};
}

// What the deployment itself said is the likeliest cause.
void addWarnings(const StatusSubject &subject, StatusAdvice &advice)
{
    for (const WarningRecord &warning : warningsAbout(subject.module, subject.warnings)) {
        advice.causes.append(warning.message);
        if (!warning.recommendedAction.isEmpty())
            advice.steps.append({warning.recommendedAction});
    }
}

StatusAdvice backlog(const StatusSubject &subject)
{
    StatusAdvice advice{toneOf(ExportStatus::NonSteadyState), explanation(ExportStatus::NonSteadyState)};
    advice.causes = {
        Text::tr("Many changes at once: users moved or imported, or the first synchronisation after pairing is not "
                 "finished."),
        Text::tr("The limits of one cycle are too low for the changes that come between two cycles."),
    };
    if (isLab(subject)) {
        advice.causes.append(Text::tr("The lab's backup service is switched off: then only a backup or a "
                                      "synchronisation copies changes. (A rule of the lab.)"));
    } else {
        advice.causes.append(Text::tr("The connection to the backup pool, or its SQL Server or file store, is slow."));
        if (isModule(subject, BackupModule::DataConf))
            advice.causes.append(Text::tr("Large files were uploaded to conferences."));
    }
    advice.steps = {readAgain(), synchroniseStep(subject), backUpStep(subject)};
    return advice;
}

NextStep showCentralManagementStep()
{
    return {Text::tr("Ask which pool holds the active Central Management store."),
            Command(u"Get-CsManagementStoreReplicationStatus"_s).set(u"CentralManagementStoreStatus"_s, true),
            Text::tr("Show the Central Management store")};
}

// The CMS module of a pool that does not hold the active Central Management store has nothing to export.
StatusAdvice centralManagementElsewhere(const StatusSubject &subject)
{
    if (subject.hostsCentralManagement) {
        return {StatusTone::None,
                Text::tr("Normal here: the active Central Management store is not on this pool, so this module has "
                         "nothing to export.")};
    }
    return {
        StatusTone::Unknown,
        Text::tr("Normal if the active Central Management store is on another pool. Where it is could not be read."),
        {},
        {showCentralManagementStep()}};
}

// A step after the pairing of genuine pools was left out.
QStringList causesOfUninitializedService()
{
    return {
        Text::tr("The topology was not published after the pools were paired."),
        Text::tr("The Bootstrapper was not run again on every Front End of both pools."),
        Text::tr("The cumulative update was not applied again after the Bootstrapper."),
        Text::tr("The service LYNCBACKUP is not started."),
        Text::tr("The first synchronisation has not been run, or has not finished."),
    };
}

QList<NextStep> stepsForUninitializedService()
{
    return {
        {Text::tr("Publish the topology, run the Bootstrapper on every Front End of both pools and apply the "
                  "cumulative update again.")},
        {Text::tr("Start the service LYNCBACKUP on the Front Ends of both pools.")},
    };
}

StatusAdvice neverExported(const StatusSubject &subject)
{
    if (isModule(subject, BackupModule::CmsMaster) && !subject.hostsCentralManagement.value_or(false))
        return centralManagementElsewhere(subject);
    StatusAdvice advice{toneOf(ExportStatus::NotInitialized),
                        Text::tr("Nothing has been exported to the backup pool yet: a failover now would find no data "
                                 "there.")};
    addWarnings(subject, advice);
    if (isLab(subject)) {
        advice.causes.append(Text::tr("The pool has not been backed up since it was paired."));
    } else {
        advice.causes.append(causesOfUninitializedService());
        advice.steps.append(stepsForUninitializedService());
    }
    advice.steps.append(synchroniseStep(subject));
    if (!subject.backupPool.isEmpty()) {
        advice.steps.append(synchroniseBackStep(subject, Text::tr("Synchronise the other direction too, from %1.")));
    }
    return advice;
}

// Where a genuine server tells why.
NextStep eventLogStep(const QString &pool)
{
    return {Text::tr("Open the event log \"Lync Server\" on the active Front End of %1 and look for events 4069 and "
                     "4070 of LS Backup Service: they name the cause.")
                .arg(pool)};
}

QStringList serverCauses()
{
    return {
        Text::tr("The service LYNCBACKUP is stopped on the active Front End, or on that of the other pool."),
        Text::tr("The file store of the other pool cannot be reached: TCP port 445 is blocked, or the permissions of "
                 "the share do not let the service write."),
        Text::tr("A certificate of one of the pools is not valid."),
        Text::tr("A user has an invalid SIP address."),
        Text::tr("The SQL Server of one of the pools has a problem."),
    };
}

StatusAdvice exportError(const StatusSubject &subject)
{
    StatusAdvice advice{toneOf(ExportStatus::ErrorState), explanation(ExportStatus::ErrorState)};
    addWarnings(subject, advice);
    if (!isLab(subject)) {
        advice.causes.append(serverCauses());
        advice.steps.append(eventLogStep(subject.pool));
        advice.steps.append(showServicesStep(subject));
        advice.steps.append(synchroniseStep(subject, Text::tr("When the cause is gone, synchronise.")));
        return advice;
    }
    if (advice.causes.isEmpty())
        advice.causes.append(Text::tr("The last run could not read or write a store of one of the two pools."));
    if (isModule(subject, BackupModule::DataConf) && !subject.backupPool.isEmpty()) {
        advice.steps.append(
            {Text::tr("Restore lost conference content from the backup pool: run the synchronisation for %1.")
                 .arg(subject.backupPool),
             synchronise(subject.backupPool, subject.module), Text::tr("Restore from %1").arg(subject.backupPool)});
        advice.steps.append({Text::tr("If the files were deleted on purpose, confirm it. They are then deleted on the "
                                      "backup pool too, for good. (A rule of the lab.)"),
                             synchronise(subject.pool, subject.module, true), Text::tr("Confirm the deletion")});
    }
    advice.steps.append(synchroniseStep(subject, Text::tr("When the cause is gone, synchronise.")));
    return advice;
}

StatusAdvice importError(const StatusSubject &subject)
{
    StatusAdvice advice{toneOf(ImportStatus::ErrorState), explanation(ImportStatus::ErrorState)};
    addWarnings(subject, advice);
    if (isLab(subject)) {
        if (advice.causes.isEmpty())
            advice.causes.append(Text::tr("The last run could not write to a store of this pool."));
    } else {
        advice.causes.append({
            Text::tr("The service LYNCBACKUP is stopped on the active Front End of this pool."),
            Text::tr("The file store of this pool, into which the other pool writes its batches, cannot be read."),
            Text::tr("The SQL Server of this pool does not answer or has no room."),
            Text::tr("A batch holds something that cannot be imported, such as an invalid SIP address."),
        });
        advice.steps.append(eventLogStep(subject.pool));
    }
    if (!subject.backupPool.isEmpty()) {
        advice.steps.append(
            synchroniseBackStep(subject, Text::tr("When the cause is gone, synchronise from the other pool, %1.")));
    }
    return advice;
}

// The CMS module of a pool whose partner does not hold the active Central Management store gets nothing from there.
StatusAdvice centralManagementComesFromNowhere(const StatusSubject &subject)
{
    if (subject.backupPoolHostsCentralManagement) {
        return {StatusTone::None,
                Text::tr("Normal here: the other pool of the pair does not hold the active Central Management store, "
                         "so there is nothing to import from it.")};
    }
    return {StatusTone::Unknown,
            Text::tr("Normal unless the other pool of the pair holds the active Central Management store. Where it is "
                     "could not be read."),
            {},
            {showCentralManagementStep()}};
}

StatusAdvice neverImported(const StatusSubject &subject)
{
    if (isModule(subject, BackupModule::CmsMaster) && !subject.backupPoolHostsCentralManagement.value_or(false))
        return centralManagementComesFromNowhere(subject);
    StatusAdvice advice{toneOf(ImportStatus::NotInitialized), {}};
    addWarnings(subject, advice);
    if (isLab(subject)) {
        advice.meaning = explanation(ImportStatus::NotInitialized);
        advice.causes.append(Text::tr("The other pool of the pair has not been backed up to this one yet."));
    } else {
        advice.meaning = Text::tr("The backup service says that its import is not initialised. What that means is "
                                  "published for exports only: it has not begun yet.");
        advice.causes.append(causesOfUninitializedService());
        advice.steps.append(stepsForUninitializedService());
    }
    if (!subject.backupPool.isEmpty())
        advice.steps.append(synchroniseBackStep(subject, Text::tr("Synchronise from the other pool, %1.")));
    return advice;
}

} // namespace

StatusAdvice adviceFor(ExportStatus status, const StatusSubject &subject)
{
    switch (status) {
    case ExportStatus::NonSteadyState:
        return backlog(subject);
    case ExportStatus::NotInitialized:
        return neverExported(subject);
    case ExportStatus::ErrorState:
        return exportError(subject);
    case ExportStatus::FinalState:
        return {toneOf(status),
                Text::tr("Nothing is waiting, and the backup pool has imported everything. On an active pool this "
                         "lasts until the next change.")};
    case ExportStatus::SteadyState:
        return {toneOf(status),
                Text::tr("What is waiting fits in one batch: no backlog builds up. This is what a pool at work should "
                         "show.")};
    }
    return {};
}

StatusAdvice adviceFor(ImportStatus status, const StatusSubject &subject)
{
    switch (status) {
    case ImportStatus::NotInitialized:
        return neverImported(subject);
    case ImportStatus::ErrorState:
        return importError(subject);
    case ImportStatus::NormalState:
        return {toneOf(status), explanation(status)};
    }
    return {};
}

StatusAdvice adviceForNotReported()
{
    return {StatusTone::Unknown, Text::tr("The deployment did not report this status.")};
}

StatusAdvice adviceForMissingBackupPool(const QString &pool, DeploymentKind kind)
{
    StatusAdvice advice{StatusTone::Attention,
                        Text::tr("%1 has no backup pool: its data is in one place only, and nothing can take over when "
                                 "that is lost.")
                            .arg(pool),
                        {Text::tr("No other pool is associated with it in the topology that is in force.")},
                        {}};
    if (kind == DeploymentKind::Lab) {
        advice.steps = {{Text::tr("State the pair with Publish-CsTopology and its parameter -Pair, which is an "
                                  "addition of the lab; with genuine servers the association is made in Topology "
                                  "Builder."),
                         Command(u"Publish-CsTopology"_s), Text::tr("Publish the topology")}};
    } else {
        advice.steps = {{Text::tr("In Topology Builder, edit the properties of the pool, choose its \"Associated "
                                  "backup pool\" under Resiliency, and publish the topology.")},
                        {Text::tr("Then run the Bootstrapper on every Front End of both pools, apply the cumulative "
                                  "update again, start LYNCBACKUP and synchronise both directions.")}};
    }
    return advice;
}

QString backlogText(ExportStatus status)
{
    switch (status) {
    case ExportStatus::NotInitialized:
        return Text::tr("nothing exported yet");
    case ExportStatus::FinalState:
        return Text::tr("no backlog");
    case ExportStatus::SteadyState:
        return Text::tr("at most one batch waits");
    case ExportStatus::NonSteadyState:
        return Text::tr("backlog builds up");
    case ExportStatus::ErrorState:
        return Text::tr("backlog not known");
    }
    return {};
}

StatusTone toneOf(const WarningRecord &warning, const BackupServiceStatus &status)
{
    const auto module
        = std::find_if(status.modules.begin(), status.modules.end(), [&warning](const BackupModuleStatus &each) {
              return warning.message.startsWith(each.identity, Qt::CaseInsensitive);
          });
    const bool isOfModule = module != status.modules.end();
    const std::optional<ExportStatus> exported = isOfModule ? module->exportStatus : status.overallExportStatus;
    const std::optional<ImportStatus> imported = isOfModule ? module->importStatus : status.overallImportStatus;
    const bool isError = exported == ExportStatus::ErrorState || imported == ImportStatus::ErrorState;
    return isError ? StatusTone::Bad : StatusTone::Attention;
}

QList<WarningRecord> warningsAbout(const QString &module, const QList<WarningRecord> &warnings)
{
    QList<WarningRecord> found;
    std::copy_if(warnings.begin(), warnings.end(), std::back_inserter(found), [&module](const WarningRecord &warning) {
        return module.isEmpty() || warning.message.startsWith(module, Qt::CaseInsensitive);
    });
    return found;
}

} // namespace cspool
