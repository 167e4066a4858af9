#include "tests/remoting/played_state.h"

#include <algorithm>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int ForEver = -1;

PlayedPool makePool(const QString &fqdn, const QString &backupPool, const QString &sqlServer)
{
    PlayedPool pool;
    pool.fqdn = fqdn;
    pool.backupPool = backupPool;
    pool.machines = {u"fe1."_s + fqdn, u"fe2."_s + fqdn};
    pool.sqlServer = sqlServer;
    pool.hasManagementStore = !backupPool.isEmpty();
    pool.modules = {{toString(BackupModule::PresenceFocus), ExportStatus::SteadyState, ImportStatus::NormalState},
                    {toString(BackupModule::DataConf), ExportStatus::FinalState, ImportStatus::NormalState},
                    {toString(BackupModule::CmsMaster), ExportStatus::NotInitialized, ImportStatus::NormalState}};
    return pool;
}

bool areSame(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

} // namespace

BackupModuleStatus &PlayedPool::module(BackupModule module)
{
    const auto found = std::find_if(modules.begin(), modules.end(),
                                    [name = toString(module)](const auto &each) { return each.identity == name; });
    if (found == modules.end())
        qFatal("The pool has no module %s", qPrintable(toString(module)));
    return *found;
}

PlayedState::PlayedState()
    : m_pools{makePool(PoolA, PoolB, SqlA), makePool(PoolB, PoolA, SqlB), makePool(PoolC, {}, u"sql-c.contoso.com"_s)}
{
    setActiveStore(PoolB);
}

PlayedPool *PlayedState::pool(const QString &fqdn)
{
    const auto found = std::find_if(m_pools.begin(), m_pools.end(),
                                    [&](const PlayedPool &pool) { return areSame(pool.fqdn, fqdn); });
    return found == m_pools.end() ? nullptr : &*found;
}

PlayedEdgePool *PlayedState::edgePool(const QString &fqdn)
{
    const auto found = std::find_if(m_edgePools.begin(), m_edgePools.end(),
                                    [&](const PlayedEdgePool &edge) { return areSame(edge.fqdn, fqdn); });
    return found == m_edgePools.end() ? nullptr : &*found;
}

const PlayedPool *PlayedState::backupPoolOf(const PlayedPool &pool)
{
    return pool.backupPool.isEmpty() ? nullptr : this->pool(pool.backupPool);
}

QStringList PlayedState::machines() const
{
    QStringList machines;
    for (const PlayedPool &pool : m_pools)
        machines += pool.machines;
    for (const PlayedEdgePool &edge : m_edgePools)
        machines += edge.machine;
    return machines;
}

void PlayedState::setNextHop(const QString &pool, const QString &edgePool)
{
    PlayedEdgePool *edge = this->edgePool(edgePool);
    if (!edge)
        edge = &m_edgePools.emplaceBack(PlayedEdgePool{edgePool, u"edge1."_s + edgePool, {}});
    edge->nextHop = pool;
}

void PlayedState::setActiveStore(const QString &pool)
{
    m_activeStore = pool;
    m_fileTransferAgents.clear();
    for (PlayedPool &each : m_pools) {
        each.module(BackupModule::CmsMaster).exportStatus
            = areSame(each.fqdn, pool) ? ExportStatus::SteadyState : ExportStatus::NotInitialized;
    }
}

void PlayedState::addFileTransferAgent(const QString &pool)
{
    if (!areSame(pool, m_activeStore) && !m_fileTransferAgents.contains(pool, Qt::CaseInsensitive))
        m_fileTransferAgents.append(pool);
}

bool PlayedState::isStoreUp() const
{
    return std::any_of(m_pools.begin(), m_pools.end(),
                       [this](const PlayedPool &pool) { return pool.isUp && areSame(pool.fqdn, m_activeStore); });
}

CentralManagementStoreStatus PlayedState::storeStatus() const
{
    CentralManagementStoreStatus status;
    const bool isUp = isStoreUp();
    if (isUp) {
        status.activeMasterFqdn = m_activeStore;
        status.activeMasterLastHeartbeat = QDateTime::currentDateTimeUtc();
        status.activeReplicas = machines();
    }
    for (const PlayedPool &pool : m_pools) {
        const bool isAgent = (isUp && areSame(pool.fqdn, m_activeStore)) || m_fileTransferAgents.contains(pool.fqdn);
        if (isAgent && pool.isUp)
            status.activeFileTransferAgents.append(pool.fqdn);
    }
    return status;
}

const PlayedPool *PlayedState::poolOfMachine(const QString &machine) const
{
    const auto found = std::find_if(m_pools.begin(), m_pools.end(), [&](const PlayedPool &pool) {
        return pool.machines.contains(machine, Qt::CaseInsensitive);
    });
    return found == m_pools.end() ? nullptr : &*found;
}

void PlayedState::setStale(const QString &machine, int looks)
{
    if (looks == 0)
        m_staleLooks.remove(machine.toLower());
    else
        m_staleLooks[machine.toLower()] = looks;
}

bool PlayedState::lookAtReplica(const QString &machine)
{
    const int looks = m_staleLooks.value(machine.toLower());
    if (looks == 0)
        return true;
    const PlayedPool *pool = poolOfMachine(machine);
    const bool isMachineUp = !pool || pool->isUp;
    if (looks > 0 && isMachineUp && isStoreUp())
        setStale(machine, looks - 1);
    return false;
}

void PlayedState::changeTopology()
{
    const QStringList all = machines();
    for (const QString &machine : all) {
        const int looks = m_staleLooks.value(machine.toLower());
        if (looks != ForEver)
            setStale(machine, std::max(looks, looksUntilReplicated));
    }
}

void PlayedState::replicate(const QString &machine)
{
    if (m_staleLooks.value(machine.toLower()) > 1)
        setStale(machine, 1);
}

void PlayedState::setUp(const QString &pool, bool isUp)
{
    if (PlayedPool *found = this->pool(pool))
        found->isUp = isUp;
}

} // namespace cspool::test
