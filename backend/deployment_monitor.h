// DeploymentMonitor: what a deployment says of itself, read with the deployment's own cmdlets, each answer with the
// time at which it was true.
#pragma once

#include "backend/query_runner.h"
#include "backend/worker_thread.h"
#include "model/backup_service_configuration.h"
#include "model/central_management.h"
#include "model/pool.h"
#include "model/pool_status.h"
#include "model/reading.h"

#include <QHash>
#include <QSet>
#include <QTimer>

#include <chrono>

namespace cspool {

// Lives in the window's thread; answers are decoded in another one, as a long one takes its time. Reads nothing by
// itself until refresh() is called for the first time. FQDNs are compared in their canonical form, which is also what
// signals carry.
class DeploymentMonitor : public QObject
{
    Q_OBJECT

public:
    // `queries` must outlive it.
    explicit DeploymentMonitor(QueryRunner *queries, QObject *parent = nullptr);

    // Get-CsPool. In the deployment's order. At first from a local replica where the Central Management store does not
    // answer; the error then says both.
    const Reading<QList<Pool>> &pools() const { return m_pools.reading; }
    std::optional<Pool> pool(const QString &fqdn) const;
    // Get-CsBackupServiceStatus, per pool; only of pools that were wanted, or are read in the background.
    Reading<PoolStatus> status(const QString &fqdn) const;
    // Get-CsRegistrarConfiguration: canonical FQDN → state. A pool without an entry: not reported.
    const Reading<QHash<QString, PoolState>> &poolStates() const { return m_poolStates.reading; }
    // Get-CsManagementStoreReplicationStatus -CentralManagementStoreStatus, and without.
    const Reading<CentralManagementStoreStatus> &centralManagement() const { return m_centralManagement.reading; }
    const Reading<QList<ReplicaStatus>> &replicas() const { return m_replicas.reading; }
    // Get-CsBackupServiceConfiguration.
    const Reading<BackupServiceConfiguration> &configuration() const { return m_configuration.reading; }
    // Get-CsService.
    const Reading<QList<Service>> &services() const { return m_services.reading; }
    // Get-CsAdminRole.
    const Reading<QList<AdminRole>> &roles() const { return m_roles.reading; }

    // Reads everything again: pools, states, Central Management store, configuration, and the statuses of the wanted
    // pools; services and roles only when somebody asked for them with want…(). What is just being read is read once
    // more afterwards: the answer that is under way may be too old.
    void refresh();
    // Reads the status of one pool again, and the pool states; as after a job that ended.
    void refreshPool(const QString &fqdn);
    // While nobody looks at the deployment: nothing is read any more, but what is under way; refresh() only notes that
    // what was read may be outdated. Nothing is wanted afterwards.
    void pause();
    // Reads everything again. What was read more than a minute before, or before the last refresh() during the pause,
    // is old until then, however often it is refreshed otherwise.
    void resume();
    bool isPaused() const { return m_isPaused; }
    // Everything that was read is unknown from now on, for this reason, until it is read again.
    void markUnknown(const Error &reason);
    // The pools that somebody looks at, most wanted first; replaces the list before. What is not read yet, or old, is
    // read, a few at a time; what is no longer wanted and not begun is dropped. What could not be read is tried again
    // with the next refresh.
    void setWantedPools(const QStringList &fqdns);
    // Besides, reads the statuses of the first `count` pools that can be backed up, though nobody looks at them:
    // slowly, one at a time, and only while no wanted one is due; 0, as at first: none. isReading() does not count
    // them.
    void setBackgroundPools(qsizetype count);
    // Read when first wanted, then with every refresh().
    void wantServices();
    void wantRoles();

    // How often everything is read again by itself; 0: never.
    void setRefreshInterval(std::chrono::milliseconds interval);
    std::chrono::milliseconds refreshInterval() const;
    // A cmdlet that has not answered by then is given up, and what it would have told is unknown; 0: never. Two minutes
    // unless it is set.
    void setAnswerTimeout(std::chrono::milliseconds timeout) { m_answerTimeout = timeout; }
    // From this age on a reading is shown as old: twice the refresh interval, at least ten minutes; after a pause what
    // was read before it.
    std::chrono::seconds oldAge() const;
    bool isReading() const; // any reading is under way, except in the background

Q_SIGNALS:
    void poolsChanged();
    void poolStatusChanged(const QString &fqdn);
    void poolStatesChanged();
    void centralManagementChanged(); // or the replicas
    void configurationChanged();
    void servicesChanged();
    void rolesChanged();
    void isReadingChanged();

private:
    // What one cmdlet without a parameter of a pool says.
    template <typename T> struct Source
    {
        Command command;
        T (*decode)(const QList<Object> &objects); // in the decoder's thread
        void (DeploymentMonitor::*changed)();
        Reading<T> reading = {};
        bool isWantedAgain = false; // while it is being read
    };
    template <typename T> void read(Source<T> &source);
    template <typename T>
    void takeAnswer(Source<T> &source, const QueryResult &result, const std::optional<Error> &error);
    void readPoolsFromReplica(const Error &error);
    template <typename T> void finishReading(Source<T> &source);

    void readStatus(const QString &fqdn);
    void startStatus(const QString &fqdn, void (DeploymentMonitor::*finished)());
    void takeStatus(const QString &fqdn, const QueryResult &result);
    void finishWantedStatus();
    void goOnInBackground();
    void readInBackground();
    void finishBackgroundStatus();
    void chooseBackgroundPools();
    void readWantedStatuses();
    bool isDue(const QString &fqdn, const QDateTime &now) const;
    void countReading(int change);
    void indexPools();
    void markOutdated();

    QueryRunner *m_queries;
    Source<QList<Pool>> m_pools;
    Source<QHash<QString, PoolState>> m_poolStates;
    Source<CentralManagementStoreStatus> m_centralManagement;
    Source<QList<ReplicaStatus>> m_replicas;
    Source<BackupServiceConfiguration> m_configuration;
    Source<QList<Service>> m_services;
    Source<QList<AdminRole>> m_roles;
    bool m_areServicesWanted = false;
    bool m_areRolesWanted = false;
    QHash<QString, qsizetype> m_poolPlaces; // in m_pools

    QHash<QString, Reading<PoolStatus>> m_statuses;
    QStringList m_wantedPools; // most wanted first
    qsizetype m_nextWanted = 0; // all before it need not be read
    QSet<QString> m_duePools; // to be read again when they are wanted
    int m_statusesBeingRead = 0;

    qsizetype m_backgroundCount = 0;
    QStringList m_backgroundPools; // read in turn, round and round
    qsizetype m_nextBackground = 0;
    qsizetype m_backgroundLeft = 0; // not looked at since the last refresh
    bool m_isBackgroundBeingRead = false;
    QTimer m_backgroundPause;

    int m_readings = 0; // under way
    bool m_isPaused = false;
    QDateTime m_oldBefore; // UTC: what was read before is old; invalid: no pause was made
    QTimer m_refreshTimer;
    std::chrono::milliseconds m_answerTimeout = std::chrono::minutes(2);
    WorkerThread m_decoder;
};

} // namespace cspool
