// Deployment: a lab deployment in a folder: where its stores lie, who owns which pool, and who is at work.
//
//   FOLDER/deployment.sqlite            the deployment store: identity, owners, epochs, pool states, failover journal
//   FOLDER/locks/<pool>.lock            held while a pool is worked on
//   FOLDER/pools/<pool>/user-store.sqlite
//   FOLDER/pools/<pool>/file-store/…    conference content, one folder per home pool
//   FOLDER/pools/<pool>/file-store.sqlite   what is known of that content
//   FOLDER/pools/<pool>/replica.sqlite  local replica of the Central Management store
//   FOLDER/pools/<pool>/central-store.sqlite   the Central Management store, or its standby copy
#pragma once

#include "backend/lab/central_store.h"
#include "backend/lab/document_store.h"
#include "backend/sqlite/database.h"
#include "model/deployment_info.h"
#include "model/pool.h"

#include <QCoreApplication>
#include <QHash>
#include <QUuid>

#include <memory>
#include <optional>

namespace cspool {

// Who may write a pool's data: one row per pool, the only commit that makes a failover true.
struct PoolOwnership
{
    QString pool; // canonical FQDN
    QString owner; // the pool that serves it: itself, or its backup pool while it is failed over
    qint64 epoch = 1; // raised by every failover, failback and recreated store
    PoolState state = PoolState::Active;
    bool isReadOnly = false; // during a planned failover or failback

    bool operator==(const PoolOwnership &) const = default;
};

// Who hosts the active Central Management store.
struct CentralManagementOwnership
{
    QString activePool; // empty: none (its document holds no CentralMgmt and none was named)
    qint64 epoch = 1;
};

// A failover or failback under way; see backend/lab/failover.h.
struct FailoverJournalEntry
{
    QString pool; // canonical FQDN, or "CentralManagement"
    QString operation; // "FailOver", "FailBack", "CentralManagementFailOver"
    QString step; // the last step that is done
    bool isDisaster = false;
    QString details; // JSON, free for the operation
    QDateTime started; // UTC

    bool operator==(const FailoverJournalEntry &) const = default;
};

// The error that stopped a backup module the last time it ran; cleared by its next success.
struct ModuleError
{
    QString pool;
    QString module; // full name
    bool isImport = false;
    QString message;
    QString recommendedAction;
    QDateTime time; // UTC

    bool operator==(const ModuleError &) const = default;
};

// One opened deployment; one thread. Every running command opens its own.
class Deployment
{
    Q_DECLARE_TR_FUNCTIONS(cspool::Deployment)

public:
    // What to create. `name`: shown in banners ("litwareinc.com").
    struct Plan
    {
        QString name;
        QByteArray topologyDocument; // as it came
        QList<PoolPair> pairs;
        QString centralManagementPool; // canonical FQDN; empty: none
    };

    // Makes the folder and every store in it: of each pool that can be backed up a user store, a file store and a local
    // replica, and the Central Management store with the topology. Fails when a deployment is there, or anything else
    // in the folder (ResourceExists). Built beside the folder and renamed: a failure or a kill leaves no half of one. A
    // second process that makes the same folder at the same time is waited for.
    static Result<> create(const QString &folder, const Plan &plan);
    // The same for a folder that is filled in another way: `fill` makes and fills the folder it is given, which is then
    // moved to `folder`. Nothing that was opened in it may still be open when `fill` returns. ResourceExists has the id
    // "FolderMadeMeanwhile" when the other process was waited for and has made it.
    static Result<> makeFolder(const QString &folder, const std::function<Result<>(const QString &)> &fill);

    // ReadOnly changes not one byte. A folder without a deployment (ObjectNotFound, id "DeploymentNotFound"), a corrupt
    // or newer deployment store: an error with a sentence that says what to do.
    static Result<std::unique_ptr<Deployment>> open(const QString &folder, OpenMode mode);
    // Also true where only the pools are left: a deployment that has lost its store.
    static bool exists(const QString &folder);

    DeploymentInfo info() const;
    QString folder() const { return m_folder; }
    OpenMode mode() const { return m_mode; }
    QString poolFolder(const QString &pool) const;
    QString fileStoreFolder(const QString &pool) const; // FOLDER/pools/<pool>/file-store
    QString fileStoreIndexPath(const QString &pool) const;

    // Stores are opened in the deployment's mode, each call a new connection. A pool that has none in this deployment:
    // ObjectNotFound, id "PoolWithoutStores".
    Result<DocumentStore> userStore(const QString &pool) const;
    // The active one. None in this deployment: ObjectNotFound, id "NoCentralManagementStore"; it cannot be opened:
    // ResourceUnavailable, id "CentralManagementStoreUnavailable".
    Result<CentralStore> centralStore() const;
    Result<CentralStore> centralStoreOn(const QString &pool) const; // active or standby copy
    Result<CentralStore> localReplica(const QString &pool) const;
    bool hasCentralStore(const QString &pool) const;
    // Makes an empty standby copy on a pool that has none yet (else ResourceExists).
    Result<> createCentralStore(const QString &pool);

    // Ownership.
    Result<PoolOwnership> ownership(const QString &pool) const;
    Result<QList<PoolOwnership>> ownerships() const; // by name
    Result<> setOwnership(const PoolOwnership &ownership); // of a pool that has a row
    // The epochs to write with at `pool`: home pools that it owns and that are not read-only. A pool's store whose UUID
    // is not the one on record was recreated: see BackupService.
    Result<QHash<QString, qint64>> writableEpochs(const QString &pool) const;
    Result<CentralManagementOwnership> centralManagement() const;
    Result<> setCentralManagement(const CentralManagementOwnership &ownership);

    // The UUID of each pool's user store as last seen; null when the pool is unknown.
    Result<QUuid> knownStoreId(const QString &pool) const;
    Result<> setKnownStoreId(const QString &pool, const QUuid &id);

    Result<std::optional<FailoverJournalEntry>> journalEntry(const QString &pool) const;
    Result<QList<FailoverJournalEntry>> journal() const;
    Result<> putJournalEntry(const FailoverJournalEntry &entry); // inserted, or replaced by `pool`
    // In one transaction: ownership and journal together. Either ownership may be empty. `removeEntry`: the operation
    // is done, its entry goes.
    Result<> commitFailoverStep(const std::optional<PoolOwnership> &ownership,
                                const std::optional<CentralManagementOwnership> &centralManagement,
                                const FailoverJournalEntry &entry, bool removeEntry);
    Result<> removeJournalEntry(const QString &pool);

    Result<QList<ModuleError>> moduleErrors(const QString &pool) const;
    Result<> setModuleError(const ModuleError &error);
    Result<> clearModuleError(const QString &pool, const QString &module, bool isImport);

    // Adds a pool of a newly published topology, with its stores; nothing when it is there. The caller fills its
    // replica.
    Result<> addPool(const QString &pool);
    bool hasPool(const QString &pool) const;

private:
    Deployment(Database database, const QString &folder, OpenMode mode, const DeploymentInfo &info);
    static Result<> build(const QString &folder, const Plan &plan);
    Result<> fillCentralManagement(const Plan &plan, const QStringList &pools);
    Result<> writeOwnership(const PoolOwnership &ownership) const;
    Result<> writeCentralManagement(const CentralManagementOwnership &ownership) const;
    Result<> writeJournalEntry(const FailoverJournalEntry &entry) const;
    Result<> checkPool(const QString &pool) const;

    Database m_database;
    QString m_folder;
    OpenMode m_mode;
    DeploymentInfo m_info;
};

// Whether what is written to `path` lands in the folder of a deployment, symbolic links followed: those of the file
// itself, even to something that is not there yet, and those of its folders.
bool isInsideDeployment(const QString &path, const QString &deploymentFolder);

} // namespace cspool
