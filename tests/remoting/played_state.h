// PlayedState: what is true in the played deployment of genuine servers, and what its cmdlets change: pools, Edge
// pools, the Central Management store and its replicas, data of former pairings; and what is wrong with them.
#pragma once

#include "model/backup_service_status.h"
#include "model/central_management.h"
#include "model/pool.h"

#include <QDateTime>
#include <QMap>

#include <optional>

namespace cspool::test {

// The fully qualified names: a and b back each other up.
inline const QString PoolA = QStringLiteral("pool-a.contoso.com");
inline const QString PoolB = QStringLiteral("pool-b.contoso.com");
inline const QString PoolC = QStringLiteral("pool-c.contoso.com"); // alone
inline const QString PoolEdge = QStringLiteral("edge.contoso.com"); // where there is one
inline const QString SqlA = QStringLiteral("sql-a.contoso.com"); // the Back End of pool a; likewise of the others
inline const QString SqlB = QStringLiteral("sql-b.contoso.com");
inline constexpr int PoolsAtFirst = 6; // that Get-CsPool puts out: these three, and their SQL Servers

struct PlayedPool
{
    QString fqdn;
    QString backupPool; // empty: none
    QStringList machines;
    QString sqlServer; // its Back End
    bool hasManagementStore = false; // a copy of the Central Management store, active or standby
    PoolState state = PoolState::Active;
    bool isUp = true;
    bool lostContent = false; // was failed over as in a disaster: once it is back, conferences are missing
    int callsUntilRestored = 0; // of Invoke-CsBackupServiceSync, until its backup pool has its conferences again
    QList<BackupModuleStatus> modules; // as Get-CsBackupServiceStatus reports them
    QStringList formerPartners; // pools whose users' data it still holds

    BackupModuleStatus &module(BackupModule module);
};

struct PlayedEdgePool
{
    QString fqdn;
    QString machine;
    QString nextHop; // a pool
};

// How Get-CsBackupServiceStatus of a pool ends.
enum class PlayedAnswer {
    Status,
    Failure, // with an error
    AccessDenied, // by AuthorizedUniversalGroups
    Silence, // never
};

// Has no locks: belongs to the thread in which the scripts of its servers run. All shells of a server share one.
class PlayedState
{
public:
    PlayedState(); // all is well: nothing stands in the way of a failover of any of the pair

    // Null where there is none. Names compare case-insensitively.
    PlayedPool *pool(const QString &fqdn);
    PlayedEdgePool *edgePool(const QString &fqdn);
    const PlayedPool *backupPoolOf(const PlayedPool &pool);
    // In the order in which Get-CsManagementStoreReplicationStatus reports them: one for each machine.
    QStringList machines() const;
    const QList<PlayedPool> &pools() const { return m_pools; }
    const QList<PlayedEdgePool> &edgePools() const { return m_edgePools; }

    // The Edge pool, which is made where it is not there, has this pool as its next hop.
    void setNextHop(const QString &pool, const QString &edgePool = PoolEdge);
    // The store is active on this pool, and on no other; the modules of the backup services follow.
    void setActiveStore(const QString &pool);
    const QString &activeStore() const { return m_activeStore; }
    // The known trap: one that was left behind goes on handing out changes beside the active one.
    void addFileTransferAgent(const QString &pool);
    // Empty while no pool that holds the store is up, as are the agents.
    CentralManagementStoreStatus storeStatus() const;

    // A replica that is not up to date for so many looks at it; -1: for ever.
    void setStale(const QString &machine, int looks);
    // Whether a look finds it up to date; each look brings it nearer to it, where its machine and the store are up.
    bool lookAtReplica(const QString &machine);
    QStringList staleMachines() const { return m_staleLooks.keys(); }
    // The topology has changed: every replica needs `looksUntilReplicated` looks.
    void changeTopology();
    // Invoke-CsManagementStoreReplication: it needs but one look more, unless it is stale for ever.
    void replicate(const QString &machine);

    // The pool's Front Ends are there, or not; its backup service and its replicas with them.
    void setUp(const QString &pool, bool isUp);

    QString host = PoolB; // the pool on whose server all commands run
    QString serverVersion = QStringLiteral("7"); // of its services
    int looksUntilReplicated = 1;
    int callsUntilRestored = 2; // of Invoke-CsBackupServiceSync, until conference content is back
    QMap<QString, PlayedAnswer> statusAnswers; // by pool; absent: Status
    // Invoke-CsManagementServerFailover leaves the old store active beside the new one.
    bool storeStaysActive = false;
    // Cmdlets read the store and not a replica: while no pool that holds it is up, they fail without -LocalStore.
    bool readsNeedStore = false;
    QDateTime reportTime = QDateTime(QDate(2026, 11, 22), QTime(18, 0), Qt::UTC); // of the replicas; invalid: now

private:
    bool isStoreUp() const;
    const PlayedPool *poolOfMachine(const QString &machine) const;

    QList<PlayedPool> m_pools;
    QList<PlayedEdgePool> m_edgePools;
    QString m_activeStore;
    QStringList m_fileTransferAgents; // those beside it
    QMap<QString, int> m_staleLooks; // by machine; absent: up to date
};

} // namespace cspool::test
