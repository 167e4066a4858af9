#include "backend/deployment_monitor.h"

#include "backend/answer_decoding.h"
#include "model/fqdn.h"

#include <algorithm>
#include <type_traits>

namespace cspool {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Statuses are the dear ones: each call wakes a backup service. More at once would be a storm.
constexpr int StatusesAtOnce = 2;
constexpr std::chrono::milliseconds BackgroundPause = 200ms; // before each status that nobody waits for
constexpr std::chrono::seconds MinimumOldAge = 10min;
constexpr std::chrono::seconds FreshAfterPause = 1min;

// What was read before is as good as what a replica tells; a deployment that does not answer has none.
bool canAskReplica(const Reading<QList<Pool>> &pools, const Error &error)
{
    return !pools.value && !error.isStopped() && error.category != ErrorCategory::OperationTimeout;
}

} // namespace

DeploymentMonitor::DeploymentMonitor(QueryRunner *queries, QObject *parent)
    : QObject(parent)
    , m_queries(queries)
    , m_pools{Command(u"Get-CsPool"_s), &decodeAll<Pool>, &DeploymentMonitor::poolsChanged}
    , m_poolStates{Command(u"Get-CsRegistrarConfiguration"_s), &decodePoolStates, &DeploymentMonitor::poolStatesChanged}
    , m_centralManagement{Command(u"Get-CsManagementStoreReplicationStatus"_s)
                              .set(u"CentralManagementStoreStatus"_s, true),
                          &decodeFirst<CentralManagementStoreStatus>, &DeploymentMonitor::centralManagementChanged}
    , m_replicas{Command(u"Get-CsManagementStoreReplicationStatus"_s), &decodeAll<ReplicaStatus>,
                 &DeploymentMonitor::centralManagementChanged}
    , m_configuration{Command(u"Get-CsBackupServiceConfiguration"_s), &decodeFirst<BackupServiceConfiguration>,
                      &DeploymentMonitor::configurationChanged}
    , m_services{Command(u"Get-CsService"_s), &decodeAll<Service>, &DeploymentMonitor::servicesChanged}
    , m_roles{Command(u"Get-CsAdminRole"_s), &decodeAll<AdminRole>, &DeploymentMonitor::rolesChanged}
{
    connect(&m_refreshTimer, &QTimer::timeout, this, [this] {
        if (!m_isPaused)
            refresh();
    });
    // The first of all connections: whoever hears of the pools finds them.
    connect(this, &DeploymentMonitor::poolsChanged, this, &DeploymentMonitor::indexPools);
    m_backgroundPause.setSingleShot(true);
    m_backgroundPause.setInterval(BackgroundPause);
    connect(&m_backgroundPause, &QTimer::timeout, this, &DeploymentMonitor::readInBackground);
}

void DeploymentMonitor::indexPools()
{
    m_poolPlaces.clear();
    if (!m_pools.reading.value)
        return;
    m_poolPlaces.reserve(m_pools.reading.value->size());
    for (qsizetype place = 0; place < m_pools.reading.value->size(); ++place)
        m_poolPlaces.insert(m_pools.reading.value->at(place).fqdn, place);
    chooseBackgroundPools();
}

std::optional<Pool> DeploymentMonitor::pool(const QString &fqdn) const
{
    const auto place = m_poolPlaces.constFind(canonicalFqdn(fqdn));
    return place == m_poolPlaces.constEnd() ? std::nullopt : std::optional(m_pools.reading.value->at(*place));
}

Reading<PoolStatus> DeploymentMonitor::status(const QString &fqdn) const
{
    return m_statuses.value(canonicalFqdn(fqdn));
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

template <typename T> void DeploymentMonitor::read(Source<T> &source)
{
    if (std::exchange(source.reading.isBeingRead, true)) {
        source.isWantedAgain = true;
        return;
    }
    countReading(1);
    m_queries->run(
        source.command, this,
        [this, &source](const QueryResult &result) {
            if constexpr (std::is_same_v<T, QList<Pool>>) {
                if (!result.isOk() && canAskReplica(source.reading, result.error())) {
                    readPoolsFromReplica(result.error());
                    return;
                }
            }
            if (result.isOk()) {
                takeAnswer(source, result, {});
            } else {
                source.reading.fail(result.error());
                finishReading(source);
            }
        },
        QueryRunner::Priority::Foreground, m_answerTimeout);
}

// `error`: why what is told may not be what is true.
template <typename T>
void DeploymentMonitor::takeAnswer(Source<T> &source, const QueryResult &result, const std::optional<Error> &error)
{
    m_decoder.run([objects = result.objects, decode = source.decode,
                   before = source.reading.value] { return decodedLike(before, decode(objects)); },
                  this,
                  [this, &source, error, startedAt = result.startedAt](T value) {
                      source.reading.succeed(std::move(value), startedAt);
                      source.reading.error = error;
                      finishReading(source);
                  });
}

// Without its pools nothing can be done in a deployment, and in a disaster the store may be down with one of them.
void DeploymentMonitor::readPoolsFromReplica(const Error &error)
{
    m_queries->run(
        Command(m_pools.command).set(u"LocalStore"_s, true), this,
        [this, error](const QueryResult &result) {
            if (result.isOk()) {
                Error told = error;
                told.message = tr("%1 These are the pools that a local replica of the store tells.").arg(error.message);
                takeAnswer(m_pools, result, told);
            } else {
                m_pools.reading.fail(error);
                finishReading(m_pools);
            }
        },
        QueryRunner::Priority::Foreground, m_answerTimeout);
}

template <typename T> void DeploymentMonitor::finishReading(Source<T> &source)
{
    if (std::exchange(source.isWantedAgain, false) && !m_isPaused)
        read(source);
    countReading(-1);
    Q_EMIT(this->*source.changed)();
}

void DeploymentMonitor::refresh()
{
    if (m_isPaused) {
        markOutdated();
        return;
    }
    read(m_pools);
    read(m_poolStates);
    read(m_centralManagement);
    read(m_replicas);
    read(m_configuration);
    if (m_areServicesWanted)
        read(m_services);
    if (m_areRolesWanted)
        read(m_roles);
    // What is kept stays on the screen until it has been read again.
    for (auto status = m_statuses.constBegin(); status != m_statuses.constEnd(); ++status)
        m_duePools.insert(status.key());
    m_nextWanted = 0;
    readWantedStatuses();
    m_backgroundLeft = m_backgroundPools.size();
    goOnInBackground();
}

void DeploymentMonitor::refreshPool(const QString &fqdn)
{
    if (m_isPaused) {
        markOutdated();
        return;
    }
    read(m_poolStates);
    m_duePools.insert(canonicalFqdn(fqdn));
    m_nextWanted = 0;
    readWantedStatuses();
    m_backgroundLeft = m_backgroundPools.size();
    goOnInBackground();
}

void DeploymentMonitor::pause()
{
    m_isPaused = true;
    m_wantedPools.clear();
    m_nextWanted = 0;
    m_backgroundPause.stop();
}

void DeploymentMonitor::resume()
{
    if (!std::exchange(m_isPaused, false))
        return;
    const QDateTime recently = QDateTime::currentDateTimeUtc().addSecs(-FreshAfterPause.count());
    if (!m_oldBefore.isValid() || m_oldBefore < recently)
        m_oldBefore = recently;
    refresh();
}

void DeploymentMonitor::markOutdated()
{
    m_oldBefore = QDateTime::currentDateTimeUtc();
}

void DeploymentMonitor::markUnknown(const Error &reason)
{
    const auto mark = [this, &reason](auto &source) {
        if (!source.reading.value)
            return;
        source.reading.error = reason;
        Q_EMIT(this->*source.changed)();
    };
    mark(m_pools);
    mark(m_poolStates);
    mark(m_centralManagement);
    mark(m_replicas);
    mark(m_configuration);
    mark(m_services);
    mark(m_roles);
    const QStringList fqdns = m_statuses.keys();
    for (const QString &fqdn : fqdns) {
        m_statuses[fqdn].error = reason;
        Q_EMIT poolStatusChanged(fqdn);
    }
}

void DeploymentMonitor::setWantedPools(const QStringList &fqdns)
{
    if (m_isPaused)
        return;
    m_wantedPools.clear();
    m_wantedPools.reserve(fqdns.size());
    for (const QString &fqdn : fqdns)
        m_wantedPools.append(canonicalFqdn(fqdn));
    m_nextWanted = 0;
    readWantedStatuses();
}

bool DeploymentMonitor::isDue(const QString &fqdn, const QDateTime &now) const
{
    const auto status = m_statuses.constFind(fqdn);
    if (status == m_statuses.constEnd())
        return true;
    if (status->isBeingRead)
        return false;
    // An attempt that failed counts as one, however old the value is: it is repeated with the next refresh, not at
    // once.
    return m_duePools.contains(fqdn) || (!status->error && status->isOlderThan(oldAge(), now));
}

void DeploymentMonitor::readWantedStatuses()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    while (m_nextWanted < m_wantedPools.size() && m_statusesBeingRead < StatusesAtOnce) {
        const QString fqdn = m_wantedPools.at(m_nextWanted++);
        if (isDue(fqdn, now))
            readStatus(fqdn);
    }
}

void DeploymentMonitor::readStatus(const QString &fqdn)
{
    ++m_statusesBeingRead;
    countReading(1);
    startStatus(fqdn, &DeploymentMonitor::finishWantedStatus);
}

void DeploymentMonitor::startStatus(const QString &fqdn, void (DeploymentMonitor::*finished)())
{
    m_duePools.remove(fqdn);
    m_statuses[fqdn].isBeingRead = true;
    m_queries->run(
        Command(u"Get-CsBackupServiceStatus"_s).set(u"PoolFqdn"_s, fqdn), this,
        [this, fqdn, finished](const QueryResult &result) {
            takeStatus(fqdn, result);
            (this->*finished)();
            Q_EMIT poolStatusChanged(fqdn);
        },
        QueryRunner::Priority::Background, m_answerTimeout);
    Q_EMIT poolStatusChanged(fqdn);
}

void DeploymentMonitor::takeStatus(const QString &fqdn, const QueryResult &result)
{
    Reading<PoolStatus> &status = m_statuses[fqdn];
    if (Result<PoolStatus> told = decodePoolStatus(result, fqdn))
        status.succeed(std::move(*told), result.startedAt);
    else
        status.fail(told.error());
    if (m_duePools.contains(fqdn)) { // it was wanted once more meanwhile
        m_nextWanted = 0;
        m_backgroundLeft = m_backgroundPools.size();
    }
}

void DeploymentMonitor::finishWantedStatus()
{
    --m_statusesBeingRead;
    readWantedStatuses();
    goOnInBackground();
    countReading(-1);
}

void DeploymentMonitor::setBackgroundPools(qsizetype count)
{
    m_backgroundCount = count;
    chooseBackgroundPools();
}

void DeploymentMonitor::chooseBackgroundPools()
{
    QStringList chosen;
    if (m_pools.reading.value) {
        for (const Pool &pool : *m_pools.reading.value) {
            if (chosen.size() >= m_backgroundCount)
                break;
            if (pool.canBeBackedUp())
                chosen.append(pool.fqdn);
        }
    }
    if (chosen == m_backgroundPools)
        return;
    m_backgroundPools = chosen;
    m_nextBackground = 0;
    m_backgroundLeft = chosen.size();
    goOnInBackground();
}

// A pause that runs already is not begun anew: it would never end.
void DeploymentMonitor::goOnInBackground()
{
    if (m_backgroundLeft > 0 && !m_isPaused && !m_isBackgroundBeingRead && !m_backgroundPause.isActive())
        m_backgroundPause.start();
}

void DeploymentMonitor::readInBackground()
{
    if (m_statusesBeingRead > 0)
        return; // goes on after the last of them
    const QDateTime now = QDateTime::currentDateTimeUtc();
    while (m_backgroundLeft > 0) {
        --m_backgroundLeft;
        // Round and round: were it always from the first one, a short refresh interval would never let it come to the
        // last one.
        const QString fqdn = m_backgroundPools.at(m_nextBackground);
        m_nextBackground = (m_nextBackground + 1) % m_backgroundPools.size();
        if (isDue(fqdn, now)) {
            m_isBackgroundBeingRead = true;
            startStatus(fqdn, &DeploymentMonitor::finishBackgroundStatus);
            return;
        }
    }
}

void DeploymentMonitor::finishBackgroundStatus()
{
    m_isBackgroundBeingRead = false;
    readWantedStatuses();
    goOnInBackground();
}

void DeploymentMonitor::wantServices()
{
    if (!std::exchange(m_areServicesWanted, true))
        read(m_services);
}

void DeploymentMonitor::wantRoles()
{
    if (!std::exchange(m_areRolesWanted, true))
        read(m_roles);
}

void DeploymentMonitor::setRefreshInterval(std::chrono::milliseconds interval)
{
    // The same again is no reason to begin to wait anew.
    if (interval == refreshInterval())
        return;
    if (interval == 0ms)
        m_refreshTimer.stop();
    else
        m_refreshTimer.start(interval);
}

std::chrono::milliseconds DeploymentMonitor::refreshInterval() const
{
    return m_refreshTimer.isActive() ? m_refreshTimer.intervalAsDuration() : 0ms;
}

std::chrono::seconds DeploymentMonitor::oldAge() const
{
    const auto usual = std::max(std::chrono::duration_cast<std::chrono::seconds>(2 * refreshInterval()), MinimumOldAge);
    if (!m_oldBefore.isValid())
        return usual;
    return std::clamp(std::chrono::seconds(m_oldBefore.secsTo(QDateTime::currentDateTimeUtc())), 0s, usual);
}

} // namespace cspool
