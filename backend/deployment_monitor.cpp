#include "backend/deployment_monitor.h"

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Statuses are the dear ones: each call wakes a backup service. More at once would be a storm.
constexpr int StatusesAtOnce = 2;
constexpr std::chrono::seconds MinimumOldAge = 10min;

template<typename T>
QList<T> decodeAll(const QList<Object> &objects)
{
    QList<T> values;
    values.reserve(objects.size());
    for (const Object &object : objects)
        values.append(T::fromObject(object));
    return values;
}

// "Service:Registrar:pool01.contoso.com" and "Registrar:pool01.contoso.com" are about the pool at their end.
QString poolOfIdentity(const QString &identity)
{
    return identity.mid(identity.lastIndexOf(u':') + 1).toLower();
}

} // namespace

DeploymentMonitor::DeploymentMonitor(QueryRunner *queries, QObject *parent)
    : QObject(parent)
    , m_queries(queries)
{
    connect(&m_refreshTimer, &QTimer::timeout, this, &DeploymentMonitor::refresh);
}

std::optional<Pool> DeploymentMonitor::pool(const QString &fqdn) const
{
    if (!m_pools.value)
        return std::nullopt;
    const auto found = std::find_if(m_pools.value->begin(), m_pools.value->end(), [&fqdn](const Pool &pool) {
        return pool.fqdn.compare(fqdn, Qt::CaseInsensitive) == 0;
    });
    return found == m_pools.value->end() ? std::nullopt : std::optional(*found);
}

Reading<PoolStatus> DeploymentMonitor::status(const QString &fqdn) const
{
    return m_statuses.value(fqdn);
}

void DeploymentMonitor::countReading(int change)
{
    const bool wasReading = isReading();
    m_readings += change;
    if (wasReading != isReading())
        Q_EMIT isReadingChanged();
}

bool DeploymentMonitor::isReading() const
{
    return m_readings > 0;
}

template<typename T, typename Decode>
void DeploymentMonitor::read(const Command &command, Reading<T> &reading, void (DeploymentMonitor::*changed)(),
                             Decode decode)
{
    if (std::exchange(reading.isBeingRead, true))
        return;
    countReading(1);
    m_queries->run(
        command, this,
        [this, &reading, changed, decode](const QueryResult &result) {
            if (result.isOk())
                reading.succeed(decode(result.objects), result.startedAt);
            else
                reading.fail(result.error());
            countReading(-1);
            Q_EMIT (this->*changed)();
        },
        QueryRunner::Priority::Foreground);
}

void DeploymentMonitor::refresh()
{
    read(Command(u"Get-CsPool"_s), m_pools, &DeploymentMonitor::poolsChanged, &decodeAll<Pool>);
    readPoolStates();
    read(Command(u"Get-CsManagementStoreReplicationStatus"_s).set(u"CentralManagementStoreStatus"_s, true),
         m_centralManagement, &DeploymentMonitor::centralManagementChanged, [](const QList<Object> &objects) {
             return objects.isEmpty() ? CentralManagementStoreStatus()
                                      : CentralManagementStoreStatus::fromObject(objects.first());
         });
    read(Command(u"Get-CsManagementStoreReplicationStatus"_s), m_replicas,
         &DeploymentMonitor::centralManagementChanged, &decodeAll<ReplicaStatus>);
    read(Command(u"Get-CsBackupServiceConfiguration"_s), m_configuration, &DeploymentMonitor::configurationChanged,
         [](const QList<Object> &objects) {
             return objects.isEmpty() ? BackupServiceConfiguration()
                                      : BackupServiceConfiguration::fromObject(objects.first());
         });
    if (m_areServicesWanted)
        read(Command(u"Get-CsService"_s), m_services, &DeploymentMonitor::servicesChanged, &decodeAll<Service>);
    if (m_areRolesWanted)
        read(Command(u"Get-CsAdminRole"_s), m_roles, &DeploymentMonitor::rolesChanged, &decodeAll<AdminRole>);
    // What is kept stays on the screen until it has been read again.
    for (auto status = m_statuses.constBegin(); status != m_statuses.constEnd(); ++status)
        m_duePools.insert(status.key());
    readWantedStatuses();
}

void DeploymentMonitor::readPoolStates()
{
    read(Command(u"Get-CsRegistrarConfiguration"_s), m_poolStates, &DeploymentMonitor::poolStatesChanged,
         [](const QList<Object> &objects) {
             QHash<QString, PoolState> states;
             for (const Object &object : objects) {
                 const auto configuration = RegistrarConfiguration::fromObject(object);
                 if (configuration.poolState)
                     states.insert(poolOfIdentity(configuration.identity), *configuration.poolState);
             }
             return states;
         });
}

void DeploymentMonitor::refreshPool(const QString &fqdn)
{
    readPoolStates();
    m_duePools.insert(fqdn);
    readWantedStatuses();
}

void DeploymentMonitor::setWantedPools(const QStringList &fqdns)
{
    m_wantedPools = fqdns;
    readWantedStatuses();
}

bool DeploymentMonitor::isDue(const QString &fqdn) const
{
    const auto status = m_statuses.constFind(fqdn);
    if (status == m_statuses.constEnd())
        return true;
    return !status->isBeingRead
        && (m_duePools.contains(fqdn) || status->isOlderThan(oldAge(), QDateTime::currentDateTimeUtc()));
}

void DeploymentMonitor::readWantedStatuses()
{
    for (const QString &fqdn : std::as_const(m_wantedPools)) {
        if (m_statusesBeingRead >= StatusesAtOnce)
            return;
        if (isDue(fqdn))
            readStatus(fqdn);
    }
}

void DeploymentMonitor::readStatus(const QString &fqdn)
{
    m_duePools.remove(fqdn);
    m_statuses[fqdn].isBeingRead = true;
    ++m_statusesBeingRead;
    countReading(1);
    m_queries->run(Command(u"Get-CsBackupServiceStatus"_s).set(u"PoolFqdn"_s, fqdn), this,
                   [this, fqdn](const QueryResult &result) {
                       Reading<PoolStatus> &status = m_statuses[fqdn];
                       if (result.isOk() && !result.objects.isEmpty()) {
                           status.succeed({BackupServiceStatus::fromObject(result.objects.first()), result.warnings},
                                          result.startedAt);
                       } else {
                           status.fail(result.error());
                           // An attempt that failed counts as one: it is repeated with the next refresh, not at once.
                       }
                       --m_statusesBeingRead;
                       countReading(-1);
                       readWantedStatuses();
                       Q_EMIT poolStatusChanged(fqdn);
                   });
    Q_EMIT poolStatusChanged(fqdn);
}

void DeploymentMonitor::wantServices()
{
    if (!std::exchange(m_areServicesWanted, true))
        read(Command(u"Get-CsService"_s), m_services, &DeploymentMonitor::servicesChanged, &decodeAll<Service>);
}

void DeploymentMonitor::wantRoles()
{
    if (!std::exchange(m_areRolesWanted, true))
        read(Command(u"Get-CsAdminRole"_s), m_roles, &DeploymentMonitor::rolesChanged, &decodeAll<AdminRole>);
}

void DeploymentMonitor::setRefreshInterval(std::chrono::seconds interval)
{
    if (interval == 0s)
        m_refreshTimer.stop();
    else
        m_refreshTimer.start(interval);
}

std::chrono::seconds DeploymentMonitor::refreshInterval() const
{
    return m_refreshTimer.isActive() ? std::chrono::duration_cast<std::chrono::seconds>(m_refreshTimer.intervalAsDuration())
                                     : 0s;
}

std::chrono::seconds DeploymentMonitor::oldAge() const
{
    return std::max(2 * refreshInterval(), MinimumOldAge);
}

} // namespace cspool
