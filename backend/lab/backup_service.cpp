#include "backend/lab/backup_service.h"

#include "backend/lab/content_replication.h"
#include "backend/lab/document_replication.h"

namespace cspool {

using namespace Qt::StringLiterals;

struct BackupService::Job
{
    BackupModule module = BackupModule::PresenceFocus;
    BackupDirection direction;
    bool applies = true;
    bool isFullComparison = false;
    bool isReturn = false; // from the backup to the owner
    bool confirmLoss = false;
    bool isBounded = false; // by the configuration's limits of one cycle
};

BackupService::BackupService(Deployment &deployment, CommandRuntime &runtime)
    : m_deployment(deployment)
    , m_runtime(runtime)
{
}

void BackupService::setPools(const QList<Pool> &pools)
{
    m_pools = pools;
}

Result<BackupServiceStatus> BackupService::status(const QString &pool, std::optional<BackupCategory> category)
{
    const Result<BackupState> read = state(pool, category);
    return read ? Result<BackupServiceStatus>(read->toStatus()) : Result<BackupServiceStatus>(read.error());
}

Result<BackupState> BackupService::state(const QString &pool, std::optional<BackupCategory> category)
{
    return readBackupState(m_deployment, m_pools, pool, category, m_runtime.stopToken());
}

Result<QList<ModulePlan>> BackupService::plan(const QString &pool, std::optional<BackupCategory> category)
{
    const Result<BackupState> current = state(pool, category);
    if (!current)
        return current.error();
    QList<ModulePlan> plans;
    for (const ModuleState &module : current->modules) {
        ModulePlan plan;
        plan.module = module.module;
        plan.direction = current->direction;
        plan.applies = module.applies;
        plan.items = module.backlog;
        plan.bytes = module.backlogBytes;
        if (module.module == BackupModule::CmsMaster) {
            // The user data may run the other way at the same time: the Central Management store has an owner of its
            // own.
            const Result<Job> job = jobFor(pool, module.module);
            if (job)
                plan.direction = job->direction;
        }
        plan.isFullComparison = module.isFullComparison;
        plan.note = module.note;
        // What a run recorded may be over; what the look at the stores finds is not.
        plan.isBlocked = module.exportError && module.exportError->id != "ModuleError"_L1;
        if (plan.isBlocked)
            plan.note = module.exportError->message;
        plans.append(plan);
    }
    return plans;
}

Result<BackupService::Job> BackupService::jobFor(const QString &pool, BackupModule module)
{
    const Result<BackupDirection> direction = backupDirection(m_deployment, m_pools, pool);
    if (!direction)
        return direction.error();
    Job job;
    job.module = module;
    job.direction = *direction;
    if (module == BackupModule::CmsMaster) {
        const Result<CentralManagementOwnership> active = m_deployment.centralManagement();
        if (!active)
            return active.error();
        const QString partner = direction->source == pool ? direction->target : direction->source;
        job.direction = {pool, pool, partner};
        job.applies = active->activePool == pool;
    }
    return job;
}

Result<QList<ModuleResult>> BackupService::runCycle(const QString &pool, std::optional<BackupCategory> category)
{
    QList<ModuleResult> results;
    for (const BackupModule module : AllBackupModules) {
        if (category && categoryOf(module) != *category)
            continue;
        Result<Job> job = jobFor(pool, module);
        if (!job)
            return job.error();
        if (!job->applies)
            continue;
        job->isBounded = true;
        const Result<ModuleResult> result = runJob(*job, tr("Synchronise module %1").arg(toString(module)));
        if (result) {
            results.append(*result);
        } else if (const Result<> reported = reportOnce(result.error()); !reported) {
            return reported.error();
        }
    }
    return results;
}

// One cycle after the other may fail for the same reason; it is said once.
Result<> BackupService::reportOnce(const Error &error)
{
    if (!error.isStopped() && m_reported.contains(error.message)) {
        m_runtime.writeVerbose(error.message);
        return {};
    }
    m_reported.insert(error.message);
    return m_runtime.writeError(error);
}

Result<ModuleResult> BackupService::copyModule(const QString &pool, BackupModule module)
{
    const Result<Job> job = jobFor(pool, module);
    if (!job)
        return job.error();
    if (!job->applies)
        return ModuleResult{.module = module, .direction = job->direction, .applies = false};
    return runJob(*job, tr("Copy module %1").arg(toString(module)));
}

Result<QList<ModuleResult>> BackupService::synchronise(const QString &pool, const QList<BackupModule> &modules,
                                                       bool confirmLoss)
{
    QList<ModuleResult> results;
    for (const BackupModule module : modules) {
        const Result<QList<Job>> jobs = synchronisationJobs(pool, module);
        if (!jobs)
            return jobs.error();
        QSet<QString> failedHomes;
        for (Job job : *jobs) {
            // Nothing is given back on top of what could not be taken before.
            if (failedHomes.contains(job.direction.homePool))
                continue;
            // Only of `pool` itself: what the partner has lost is what this call brings back.
            job.confirmLoss = confirmLoss && job.direction.source == pool;
            const QString action = job.isReturn
                ? tr("Give back to its owner what it lacks: module %1").arg(toString(module))
                : tr("Compare everything and synchronise: module %1").arg(toString(module));
            const Result<ModuleResult> result = runJob(job, action);
            if (result) {
                results.append(*result);
                continue;
            }
            failedHomes.insert(job.direction.homePool);
            if (const Result<> reported = m_runtime.writeError(result.error()); !reported)
                return reported.error();
        }
    }
    return results;
}

// `pool` gives: its own set and its partner's. Where the partner owns the data, it only gets back what it lacks or has
// older.
Result<QList<BackupService::Job>> BackupService::synchronisationJobs(const QString &pool, BackupModule module)
{
    const Result<BackupDirection> direction = backupDirection(m_deployment, m_pools, pool);
    if (!direction)
        return direction.error();
    const QString partner = direction->source == pool ? direction->target : direction->source;
    QList<Job> jobs;
    const auto add = [&](const QString &home, const QString &owner) {
        const BackupDirection regular{home, owner, owner == pool ? partner : pool};
        if (owner == pool) {
            jobs.append({.module = module, .direction = regular, .isFullComparison = true});
            return;
        }
        // What the owner wrote since its store was replaced must be taken before it gets anything back: afterwards its
        // feed would look as if it had never been replaced.
        if (isReplaced(module, regular))
            jobs.append({.module = module, .direction = regular, .isFullComparison = true});
        jobs.append({.module = module, .direction = {home, pool, owner}, .isFullComparison = true, .isReturn = true});
    };
    if (module == BackupModule::CmsMaster) {
        const Result<CentralManagementOwnership> active = m_deployment.centralManagement();
        if (!active)
            return active.error();
        if (active->activePool == pool || (active->activePool == partner && m_deployment.hasCentralStore(pool)))
            add(active->activePool, active->activePool);
        return jobs;
    }
    for (const QString &home : {pool, partner}) {
        const Result<PoolOwnership> ownership = m_deployment.ownership(home);
        if (!ownership)
            return ownership.error();
        add(home, ownership->owner);
    }
    return jobs;
}

// Stores that cannot be opened are left to the job, which says so.
bool BackupService::isReplaced(BackupModule module, const BackupDirection &direction)
{
    const auto check
        = [&](const DocumentStore &source, const DocumentStore &target, const QString &home, const QUuid &known) {
              const Result<FeedPosition> position = feedPosition(source, target, home, known, direction.source);
              return position && position->kind == FeedPosition::Kind::SourceReplaced;
          };
    if (module == BackupModule::PresenceFocus) {
        const Result<DocumentStore> source = m_deployment.userStore(direction.source);
        const Result<DocumentStore> target = m_deployment.userStore(direction.target);
        const Result<QUuid> known = m_deployment.knownStoreId(direction.source);
        return source && target && known && check(*source, *target, direction.homePool, *known);
    }
    if (module == BackupModule::CmsMaster) {
        const Result<CentralStore> source = m_deployment.centralStore();
        const Result<CentralStore> target = m_deployment.centralStoreOn(direction.target);
        return source && target && check(source->documents(), target->documents(), CentralStore::homeName(), {});
    }
    const Result<FileStore> source = openFileStore(m_deployment, direction.source, OpenMode::ReadOnly);
    const Result<FileStore> target = openFileStore(m_deployment, direction.target, OpenMode::ReadOnly);
    if (!source || !target)
        return false;
    const Result<ContentComparison> comparison
        = compareContent(*source, *target, direction.homePool, false, m_runtime.stopToken());
    // After a loss the owner first gets everything back; the comparison is left to its next run.
    return comparison && comparison->isSourceOlder && !comparison->isLoss;
}

Result<ModuleResult> BackupService::runJob(const Job &job, const QString &action)
{
    Step step = m_runtime.beginStep(action);
    step.addInformation(
        tr("Data of pool %1, from %2 to %3.").arg(job.direction.homePool, job.direction.source, job.direction.target));
    bool failedOnTarget = false;
    Result<ModuleResult> result = transfer(job, step, failedOnTarget);
    if (result) {
        if (const Result<> recorded = recordSuccess(job); !recorded)
            result = recorded.error();
    } else {
        recordFailure(job, result.error(), failedOnTarget);
    }
    return step.conclude(std::move(result));
}

void BackupService::recordFailure(const Job &job, const Error &error, bool failedOnTarget)
{
    // A cancellation, and a warning that -WarningAction made fatal, say nothing of the module.
    if (error.isStopped() || error.id == "ActionPreferenceStop"_L1)
        return;
    ModuleError entry{job.direction.homePool, toString(job.module),    false,
                      error.message,          error.recommendedAction, QDateTime::currentDateTimeUtc()};
    QList<ModuleError> entries;
    if (!job.isReturn)
        entries.append(entry);
    if (failedOnTarget) {
        entry.pool = job.direction.target;
        entry.isImport = true;
        entries.append(entry);
    }
    for (const ModuleError &each : std::as_const(entries)) {
        if (const Result<> recorded = m_deployment.setModuleError(each); !recorded)
            m_runtime.writeVerbose(tr("The module's error could not be recorded: %1").arg(recorded.error().message));
    }
}

Result<> BackupService::recordSuccess(const Job &job)
{
    // What was given back ends an export's error as well: the loss that caused it.
    if (const Result<> cleared = m_deployment.clearModuleError(job.direction.homePool, toString(job.module), false);
        !cleared)
        return cleared;
    return m_deployment.clearModuleError(job.direction.target, toString(job.module), true);
}

Result<ModuleResult> BackupService::transfer(const Job &job, Step &step, bool &failedOnTarget)
{
    if (const Result<> goesOn = m_runtime.checkStop(); !goesOn)
        return goesOn.error();
    switch (job.module) {
    case BackupModule::PresenceFocus:
        return transferUserData(job, step, failedOnTarget);
    case BackupModule::DataConf:
        return transferContent(job, step, failedOnTarget);
    case BackupModule::CmsMaster:
        break;
    }
    return transferCentralStore(job, step, failedOnTarget);
}

Result<ModuleResult> BackupService::transferUserData(const Job &job, Step &step, bool &failedOnTarget)
{
    Result<DocumentStore> source = m_deployment.userStore(job.direction.source);
    if (!source)
        return source.error();
    Result<DocumentStore> target = m_deployment.userStore(job.direction.target);
    if (!target) {
        failedOnTarget = true;
        return target.error();
    }
    const Result<QUuid> known = m_deployment.knownStoreId(job.direction.source);
    if (!known)
        return known.error();
    const Result<ModuleResult> result = transferDocuments(job, *source, *target, *known, step, failedOnTarget);
    // Only now: a comparison that was interrupted or cut short must find again that the store was replaced. What a
    // backup gives back compares nothing of the other way.
    const bool isSettled = result && result->isComplete && !job.isReturn;
    if (isSettled && *known != source->id()) {
        if (const Result<> set = m_deployment.setKnownStoreId(job.direction.source, source->id()); !set)
            return set.error();
    }
    return result;
}

Result<ModuleResult> BackupService::transferCentralStore(const Job &job, Step &step, bool &failedOnTarget)
{
    if (!m_deployment.hasCentralStore(job.direction.target)) {
        if (const Result<> created = m_deployment.createCentralStore(job.direction.target); !created) {
            failedOnTarget = true;
            return created.error();
        }
        step.addInformation(
            tr("An empty standby copy of the Central Management store was made on pool %1.").arg(job.direction.target));
    }
    Result<CentralStore> source = m_deployment.centralStoreOn(job.direction.source);
    if (!source)
        return source.error();
    Result<CentralStore> target = m_deployment.centralStoreOn(job.direction.target);
    if (!target) {
        failedOnTarget = true;
        return target.error();
    }
    return transferDocuments(job, source->documents(), target->documents(), {}, step, failedOnTarget);
}

Result<ModuleResult> BackupService::transferDocuments(const Job &job, DocumentStore &source, DocumentStore &target,
                                                      const QUuid &knownSourceId, Step &step, bool &failedOnTarget)
{
    DocumentReplication::Task task;
    task.module = job.module;
    task.direction = job.direction;
    task.home = job.module == BackupModule::CmsMaster ? CentralStore::homeName() : job.direction.homePool;
    const Result<FeedPosition> position = feedPosition(source, target, task.home, knownSourceId, job.direction.source);
    if (!position)
        return position.error();
    task.position = *position;
    task.isFullComparison = job.isFullComparison;
    task.isReturn = job.isReturn;
    if (job.isBounded) {
        const BackupServiceConfiguration limits = backupServiceConfiguration(m_deployment, job.direction.homePool);
        task.maximumBatches
            = job.module == BackupModule::CmsMaster ? limits.maxBatchesPerCmsSync : limits.maxBatchesPerUserStoreSync;
    }
    if (const Result<> noticed = noticeReplacedSource(job, *position); !noticed)
        return noticed.error();
    DocumentReplication replication(source, target, task, m_runtime);
    const Result<ModuleResult> result = replication.run(step);
    failedOnTarget = replication.failedOnTarget();
    return result;
}

// Later writes of a store that went back must win over what its backup has of the time that it lost.
Result<> BackupService::noticeReplacedSource(const Job &job, const FeedPosition &position)
{
    if (position.kind != FeedPosition::Kind::SourceReplaced)
        return {};
    if (!job.isReturn) {
        if (const Result<> raised = raiseEpochs(job.module, job.direction.source); !raised)
            return raised;
    }
    return m_runtime.writeWarning(
        tr("%1 Everything is compared with pool %2; nothing is skipped, and what only one side has is left where it "
           "is.")
            .arg(position.reason, job.direction.target),
        tr("When the backup is done, bring back what pool %1 has lost: Invoke-CsBackupServiceSync -PoolFqdn %2.")
            .arg(job.direction.source, job.direction.target));
}

Result<> BackupService::raiseEpochs(BackupModule module, const QString &pool)
{
    if (module == BackupModule::CmsMaster) {
        Result<CentralManagementOwnership> ownership = m_deployment.centralManagement();
        if (!ownership)
            return ownership.error();
        ++ownership->epoch;
        return m_deployment.setCentralManagement(*ownership);
    }
    const Result<QList<PoolOwnership>> ownerships = m_deployment.ownerships();
    if (!ownerships)
        return ownerships.error();
    for (PoolOwnership ownership : *ownerships) {
        if (ownership.owner != pool)
            continue;
        ++ownership.epoch;
        if (const Result<> set = m_deployment.setOwnership(ownership); !set)
            return set;
    }
    return {};
}

Result<ModuleResult> BackupService::transferContent(const Job &job, Step &step, bool &failedOnTarget)
{
    Result<FileStore> source = openFileStore(m_deployment, job.direction.source, OpenMode::ReadWrite);
    if (!source) {
        Error error = source.error();
        if (error.id == "FileStoreUnavailable"_L1) {
            error.recommendedAction += u' '
                + tr("If it is lost, make it anew and restore it from the backup pool: Invoke-CsBackupServiceSync "
                     "-PoolFqdn %1 "
                     "-BackupModule ConfServices.DataConf -Force.")
                      .arg(job.direction.target);
        }
        return error;
    }
    Result<FileStore> target = openTargetFileStore(job, step);
    if (!target) {
        failedOnTarget = true;
        return target.error();
    }
    ContentReplication replication(*source, *target, job.direction, m_runtime);
    ContentReplication::Options options;
    options.readEverything = job.isFullComparison;
    options.confirmLoss = job.confirmLoss;
    if (job.isBounded)
        options.maximumBytes
            = qint64(backupServiceConfiguration(m_deployment, job.direction.homePool).maxDataConfPackageSizeKb) * 1024;
    const Result<ModuleResult> result = job.isReturn ? replication.giveBack(step) : replication.run(options, step);
    failedOnTarget = replication.failedOnTarget();
    return result;
}

// Only an administrator who says -Force gets a file store made anew: it could be a disk that is only disconnected.
Result<FileStore> BackupService::openTargetFileStore(const Job &job, Step &step)
{
    const QString pool = job.direction.target;
    Result<FileStore> target = openFileStore(m_deployment, pool, OpenMode::ReadWrite);
    if (target || target.error().id != "FileStoreUnavailable"_L1)
        return target;
    if (!job.confirmLoss) {
        Error error = target.error();
        error.recommendedAction += u' '
            + tr("If it is lost, make it anew and fill it from pool %1: Invoke-CsBackupServiceSync -PoolFqdn %1 "
                 "-BackupModule "
                 "ConfServices.DataConf -Force.")
                  .arg(job.direction.source);
        return error;
    }
    if (const Result<> made
        = FileStore::recreate(m_deployment.fileStoreFolder(pool), m_deployment.fileStoreIndexPath(pool));
        !made)
        return made.error();
    const QString sentence = tr("The file store of pool %1 was gone; it was made anew.").arg(pool);
    step.addInformation(sentence);
    if (const Result<> warned = m_runtime.writeWarning(sentence); !warned)
        return warned.error();
    return openFileStore(m_deployment, pool, OpenMode::ReadWrite);
}

} // namespace cspool
