// BackupService: the lab's backup service: status, synchronisation cycles and the copying that Backup-CsPool asks for.
#pragma once

#include "backend/command_runtime.h"
#include "backend/lab/deployment.h"
#include "backend/lab/module_run.h"
#include "backend/lab/module_status.h"
#include "model/backup_service_status.h"

#include <QSet>

namespace cspool {

class DocumentStore;
class FileStore;
struct FeedPosition;

// Works for one command on one deployment; the caller holds the PoolLock of the pair (status() and plan() need none).
// Writes steps, progress, warnings to the runtime. Every method is cancellable.
class BackupService
{
    Q_DECLARE_TR_FUNCTIONS(cspool::BackupService)

public:
    BackupService(Deployment &deployment, CommandRuntime &runtime);

    // The pools and pairs of the topology that this run works with (from the Central Management store, or the local
    // replica with LocalStore).
    void setPools(const QList<Pool> &pools);

    // Read-only: counts, opens nothing for writing. For modules in a category, or all.
    Result<BackupServiceStatus> status(const QString &pool, std::optional<BackupCategory> category = {});
    // The same with backlogs and the reasons of errors.
    Result<BackupState> state(const QString &pool, std::optional<BackupCategory> category = {});

    // Read-only.
    Result<QList<ModulePlan>> plan(const QString &pool, std::optional<BackupCategory> category);

    // One synchronisation cycle, bounded by the configuration's limits, for all modules of the category that apply. A
    // module that fails is put into ErrorState and reported as a non-terminating error, the same one once; the others
    // go on.
    Result<QList<ModuleResult>> runCycle(const QString &pool, std::optional<BackupCategory> category = {});

    // Copies one module until the target has everything that the source had when the call began, and verifies it.
    // Failures are put into ErrorState and returned. A module that does not apply: nothing is done, `applies` is false.
    Result<ModuleResult> copyModule(const QString &pool, BackupModule module);

    // Full comparison of everything `pool` holds with its backup pool: both sets of user data; what the other side
    // lacks or has older is given to it. With `confirmLoss` (-Force) content that vanished from `pool`, never from its
    // partner, is taken as deleted, and a file store of the backup pool that is gone is made anew. A module that fails
    // is reported as by runCycle(), and nothing more is done for it and that home pool.
    Result<QList<ModuleResult>> synchronise(const QString &pool, const QList<BackupModule> &modules, bool confirmLoss);

private:
    struct Job; // what is to be run for one module and one home pool
    Result<ModuleResult> runJob(const Job &job, const QString &action);
    Result<ModuleResult> transfer(const Job &job, Step &step, bool &failedOnTarget);
    Result<ModuleResult> transferUserData(const Job &job, Step &step, bool &failedOnTarget);
    Result<ModuleResult> transferCentralStore(const Job &job, Step &step, bool &failedOnTarget);
    Result<ModuleResult> transferDocuments(const Job &job, DocumentStore &source, DocumentStore &target,
                                           const QUuid &knownSourceId, Step &step, bool &failedOnTarget);
    Result<ModuleResult> transferContent(const Job &job, Step &step, bool &failedOnTarget);
    Result<FileStore> openTargetFileStore(const Job &job, Step &step);
    Result<> noticeReplacedSource(const Job &job, const FeedPosition &position);
    Result<> raiseEpochs(BackupModule module, const QString &pool);
    bool isReplaced(BackupModule module, const BackupDirection &direction);
    Result<Job> jobFor(const QString &pool, BackupModule module);
    Result<QList<Job>> synchronisationJobs(const QString &pool, BackupModule module);
    void recordFailure(const Job &job, const Error &error, bool failedOnTarget);
    Result<> recordSuccess(const Job &job);

    Result<> reportOnce(const Error &error);

    Deployment &m_deployment;
    CommandRuntime &m_runtime;
    QList<Pool> m_pools;
    QSet<QString> m_reported; // messages of runCycle()
};

} // namespace cspool
