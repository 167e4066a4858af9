// What the backup service says of a pool: the state of every module's export and import, with the reason of an error
// and what is still to be exported. Reads only.
#pragma once

#include "backend/lab/deployment.h"
#include "backend/lab/file_store.h"
#include "backend/lab/module_run.h"

namespace cspool {

struct ModuleState
{
    BackupModule module = BackupModule::PresenceFocus;
    bool applies = true; // to this pool's export; CMSMaster only where the active Central Management store is
    bool importApplies = true; // CMSMaster only where the standby copy is
    ExportStatus exportStatus = ExportStatus::NotInitialized;
    ImportStatus importStatus = ImportStatus::NotInitialized;
    qint64 backlog = 0; // documents or files, deletions included, that are still to be exported
    qint64 backlogBytes = 0;
    bool isFullComparison = false; // the source was restored or made anew
    QString note; // why a full comparison, or why it does not apply; may be empty
    std::optional<Error> exportError; // of ErrorState: what the module's last run, or the look at its stores, said
    std::optional<Error> importError;
};

struct BackupState
{
    BackupDirection direction; // of the user data
    QString activeMachine;
    QList<ModuleState> modules;

    // What Get-CsBackupServiceStatus reports: the overall ones are the worst of the modules that apply.
    BackupServiceStatus toStatus() const;
};

// The direction of a pool's user data. `pools`: of the topology in use. An error when the pool has no backup pool, or
// is served by one that is not of its pair.
Result<BackupDirection> backupDirection(const Deployment &deployment, const QList<Pool> &pools, const QString &pool);

// A pool's file store, opened in `mode`. Errors say which pool's it is.
Result<FileStore> openFileStore(const Deployment &deployment, const QString &pool, OpenMode mode);

// The configuration of the backup service: of the Central Management store, or of the pool's local replica when that
// cannot be reached, or else the default one.
BackupServiceConfiguration backupServiceConfiguration(const Deployment &deployment, const QString &pool);

// For the modules of a category, or all. What is wrong with one module's stores is that module's ErrorState; only what
// concerns the pool as a whole, or a cancellation, is an error.
Result<BackupState> readBackupState(const Deployment &deployment, const QList<Pool> &pools, const QString &pool,
                                    std::optional<BackupCategory> category, const StopToken &stop);

} // namespace cspool
