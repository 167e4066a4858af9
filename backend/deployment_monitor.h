// DeploymentMonitor: what a deployment says of itself, read with the deployment's own cmdlets, each answer with the
// time at which it was true.
#pragma once

#include "backend/query_runner.h"
#include "model/backup_service_configuration.h"
#include "model/backup_service_status.h"
#include "model/central_management.h"
#include "model/pool.h"
#include "model/reading.h"

#include <QHash>
#include <QSet>
#include <QTimer>

#include <chrono>

namespace cspool {

// What Get-CsBackupServiceStatus said of one pool.
struct PoolStatus
{
    BackupServiceStatus status;
    QList<WarningRecord> warnings; // what it said beside: reasons of errors, losses

    bool operator==(const PoolStatus &other) const { return status == other.status; }
};

// Lives in the window's thread. Reads nothing by itself until refresh() is called for the first time.
class DeploymentMonitor : public QObject
{
    Q_OBJECT

public:
    // `queries` must outlive it.
    explicit DeploymentMonitor(QueryRunner *queries, QObject *parent = nullptr);

    // Get-CsPool. In the deployment's order.
    const Reading<QList<Pool>> &pools() const { return m_pools; }
    std::optional<Pool> pool(const QString &fqdn) const;
    // Get-CsBackupServiceStatus, per pool; only of pools that were wanted.
    Reading<PoolStatus> status(const QString &fqdn) const;
    // Get-CsRegistrarConfiguration: canonical FQDN → state. A pool without an entry: not reported.
    const Reading<QHash<QString, PoolState>> &poolStates() const { return m_poolStates; }
    // Get-CsManagementStoreReplicationStatus -CentralManagementStoreStatus, and without.
    const Reading<CentralManagementStoreStatus> &centralManagement() const { return m_centralManagement; }
    const Reading<QList<ReplicaStatus>> &replicas() const { return m_replicas; }
    // Get-CsBackupServiceConfiguration.
    const Reading<BackupServiceConfiguration> &configuration() const { return m_configuration; }
    // Get-CsService.
    const Reading<QList<Service>> &services() const { return m_services; }
    // Get-CsAdminRole.
    const Reading<QList<AdminRole>> &roles() const { return m_roles; }

    // Reads everything again: pools, states, Central Management store, configuration, and the statuses of the wanted
    // pools; services and roles only when somebody asked for them with want…().
    void refresh();
    // Reads the status of one pool again, and the pool states; as after a job that ended.
    void refreshPool(const QString &fqdn);
    // The pools that somebody looks at, most wanted first; replaces the list before. What is not read yet, or old, is
    // read, a few at a time; what is no longer wanted and not begun is dropped from the queue.
    void setWantedPools(const QStringList &fqdns);
    // Read when first wanted, then with every refresh().
    void wantServices();
    void wantRoles();

    // How often everything is read again by itself; 0: never.
    void setRefreshInterval(std::chrono::seconds interval);
    std::chrono::seconds refreshInterval() const;
    // From this age on a reading is shown as old: twice the refresh interval, at least ten minutes.
    std::chrono::seconds oldAge() const;
    bool isReading() const; // any reading is under way

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
    template<typename T, typename Decode>
    void read(const Command &command, Reading<T> &reading, void (DeploymentMonitor::*changed)(), Decode decode);
    void readPoolStates();
    void readStatus(const QString &fqdn);
    void readWantedStatuses();
    bool isDue(const QString &fqdn) const;
    void countReading(int change);

    QueryRunner *m_queries;
    Reading<QList<Pool>> m_pools;
    QHash<QString, Reading<PoolStatus>> m_statuses;
    Reading<QHash<QString, PoolState>> m_poolStates;
    Reading<CentralManagementStoreStatus> m_centralManagement;
    Reading<QList<ReplicaStatus>> m_replicas;
    Reading<BackupServiceConfiguration> m_configuration;
    Reading<QList<Service>> m_services;
    Reading<QList<AdminRole>> m_roles;
    QTimer m_refreshTimer;
    QStringList m_wantedPools; // most wanted first
    QSet<QString> m_duePools; // to be read again when they are wanted
    int m_statusesBeingRead = 0;
    int m_readings = 0; // under way
    bool m_areServicesWanted = false;
    bool m_areRolesWanted = false;
};

} // namespace cspool
