// BackupService: the lab's backup service: status, synchronisation cycles and the copying that Backup-CsPool asks for.
#pragma once

#include "backend/command_runtime.h"
#include "backend/lab/deployment.h"
#include "model/backup_service_status.h"

namespace cspool {

// The direction in which the data of a pool is backed up: from the pool that serves it to the other one of the pair.
struct BackupDirection
{
    QString homePool; // whose data
    QString source; // who owns it now
    QString target;
};

// What is to be copied of one module, counted without changing anything.
struct ModulePlan
{
    BackupModule module = BackupModule::PresenceFocus;
    BackupDirection direction;
    bool applies = true; // CMSMaster on a pool without the active CMS does not
    qint64 items = 0; // documents or files
    qint64 bytes = 0;
    bool isFullComparison = false;
    QString note; // why a full comparison, why it does not apply; may be empty
};

// What one module's copying did, verification included.
struct ModuleResult
{
    BackupModule module = BackupModule::PresenceFocus;
    BackupDirection direction;
    bool applies = true;
    qint64 copied = 0;
    qint64 deleted = 0;
    qint64 unchanged = 0;
    qint64 keptAside = 0;
    qint64 newerOnTarget = 0;
    qint64 verified = 0;
    qint64 batches = 0;
    qint64 bytes = 0;
    bool isComplete = true; // false: a cycle's limit ended it with a backlog left
};

// Works for one command on one deployment; the caller holds the PoolLock of the pair (status() and plan() need none).
// Writes steps, progress, warnings to the runtime. Every method is cancellable.
class BackupService
{
public:
    BackupService(Deployment &deployment, CommandRuntime &runtime);

    // The pools and pairs of the topology that this run works with (from the Central Management store, or the local
    // replica with LocalStore).
    void setPools(const QList<Pool> &pools);

    // Read-only: counts, opens nothing for writing. For modules in a category, or all.
    Result<BackupServiceStatus> status(const QString &pool, std::optional<BackupCategory> category = {});

    // Read-only.
    Result<QList<ModulePlan>> plan(const QString &pool, std::optional<BackupCategory> category);

    // One synchronisation cycle, bounded by the configuration's limits, for all modules of the category. A module that
    // fails is put into ErrorState and reported as a non-terminating error; the others go on.
    Result<QList<ModuleResult>> runCycle(const QString &pool, std::optional<BackupCategory> category = {});

    // Copies one module until the target has everything that the source had when the call began, and verifies it.
    // Failures are put into ErrorState and returned.
    Result<ModuleResult> copyModule(const QString &pool, BackupModule module);

    // Full comparison of everything `pool` holds with its backup pool: both sets of user data; what the other side lacks or has
    // older is given to it. With `confirmLoss` (-Force) vanished content is taken as deleted.
    Result<QList<ModuleResult>> synchronise(const QString &pool, const QList<BackupModule> &modules, bool confirmLoss);

private:
    Deployment &m_deployment;
    CommandRuntime &m_runtime;
    QList<Pool> m_pools;
};

} // namespace cspool
