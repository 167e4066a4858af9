// PoolModel: taking in what was read, by the smallest true signals.
#include "model/pool_model.h"

#include "model/server_versions.h"

#include "model/time_text.h"
#include "model/topology.h"

#include <QSet>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

const std::vector<PoolColumn> topologyColumns
    = {PoolColumn::Fqdn, PoolColumn::Site, PoolColumn::ServerVersion, PoolColumn::Kind, PoolColumn::BackupPool};
const std::vector<PoolColumn> statusColumns = {PoolColumn::ExportStatus, PoolColumn::ImportStatus};

QDateTime timeOf(const JobInfo &run)
{
    return run.ended.isValid() ? run.ended : run.queued;
}

} // namespace

void PoolModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_rowOfFqdn.clear();
    m_pools.clear();
    m_waiting.clear();
    PoolSurroundings nothing;
    nothing.now = m_surroundings.now;
    nothing.oldAge = m_surroundings.oldAge;
    m_surroundings = nothing;
    endResetModel();
}

void PoolModel::setPools(const Reading<QList<Pool>> &pools)
{
    const bool isNews = pools.readAt != m_surroundings.poolsReadAt || pools.error != m_surroundings.poolsError;
    const bool wereOld = poolsAreOld(m_surroundings);
    m_surroundings.poolsReadAt = pools.readAt;
    m_surroundings.poolsError = pools.error;
    const bool areOthers = pools.value && *pools.value != m_pools;
    if (areOthers) {
        m_waiting.clear(); // of the former ones
        m_pools = *pools.value;
        removeMissing(m_pools);
        changePresent(m_pools);
    }
    if (wereOld != poolsAreOld(m_surroundings))
        updateAllRows(topologyColumns);
    if (isNews)
        emitReadAgain(topologyColumns);
    if (areOthers) {
        findNew();
        addPortion();
    }
}

void PoolModel::completeRows()
{
    while (!m_waiting.empty())
        addPortion();
}

void PoolModel::removeMissing(const QList<Pool> &pools)
{
    QSet<QString> present;
    present.reserve(pools.size());
    for (const Pool &pool : pools)
        present.insert(pool.fqdn);
    const auto isMissing = [&](int row) { return !present.contains(m_rows[row]->facts.pool.fqdn); };
    bool hasChanged = false;
    for (int last = int(m_rows.size()) - 1; last >= 0; --last) { // from the end: rows before keep their numbers
        if (!isMissing(last))
            continue;
        int first = last;
        while (first > 0 && isMissing(first - 1))
            --first;
        beginRemoveRows({}, first, last);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        endRemoveRows();
        hasChanged = true;
        last = first;
    }
    if (hasChanged)
        indexRows();
}

void PoolModel::changePresent(const QList<Pool> &pools)
{
    for (const Pool &pool : pools) {
        const int row = rowOf(pool.fqdn);
        if (row < 0 || m_rows[row]->facts.pool == pool)
            continue;
        m_rows[row]->facts.setPool(pool);
        updateRow(row, {std::begin(AllPoolColumns), std::end(AllPoolColumns)});
    }
}

// Nothing waits before.
void PoolModel::findNew()
{
    QSet<QString> names;
    for (qsizetype i = 0; i < m_pools.size(); ++i) {
        const QString &name = m_pools[i].fqdn;
        if (rowOf(name) >= 0 || names.contains(name))
            continue;
        names.insert(name);
        m_waiting.push_back(i);
    }
}

void PoolModel::addPortion()
{
    if (m_waiting.empty())
        return;
    const int first = int(m_rows.size());
    const int count = int(std::min(m_waiting.size(), std::size_t(PortionSize)));
    beginInsertRows({}, first, first + count - 1);
    for (int row = first; row < first + count; ++row) {
        m_rows.push_back(makeRow(m_pools[m_waiting.front()]));
        m_waiting.pop_front();
        m_rowOfFqdn.insert(m_rows.back()->facts.pool.fqdn, row);
    }
    endInsertRows();
    if (!m_waiting.empty())
        m_portionTimer.start(0);
}

void PoolModel::indexRows()
{
    m_rowOfFqdn.clear();
    m_rowOfFqdn.reserve(qsizetype(m_rows.size()));
    for (int row = 0; row < int(m_rows.size()); ++row)
        m_rowOfFqdn.insert(m_rows[row]->facts.pool.fqdn, row);
}

void PoolModel::setStatus(const QString &fqdn, const Reading<BackupServiceStatus> &status, const QStringList &warnings)
{
    const int row = rowOf(fqdn);
    if (row < 0)
        return;
    PoolFacts &facts = m_rows[row]->facts;
    const bool isNews
        = facts.status.readAt != status.readAt || facts.status.error != status.error || facts.warnings != warnings;
    facts.status = status;
    facts.warnings = warnings;
    updateRow(row, statusColumns);
    if (isNews)
        Q_EMIT dataChanged(index(row, int(statusColumns.front())), index(row, int(statusColumns.back())),
                           {Qt::ToolTipRole, Qt::AccessibleDescriptionRole, ReadAtRole});
}

void PoolModel::setPoolStates(const Reading<QHash<QString, PoolState>> &states)
{
    m_surroundings.states = states;
    updateAllRows({PoolColumn::PoolState});
    emitReadAgain({PoolColumn::PoolState});
}

void PoolModel::setCentralManagement(const Reading<CentralManagementStoreStatus> &status)
{
    m_surroundings.centralManagement = status;
    updateAllRows({PoolColumn::CentralManagement});
    emitReadAgain({PoolColumn::CentralManagement});
}

void PoolModel::setServices(const Reading<QList<Service>> &services)
{
    Reading<QHash<QString, QString>> versions{std::nullopt, services.readAt, services.error, services.isBeingRead};
    if (services.value)
        versions.value = serverVersions(*services.value);
    m_surroundings.versions = versions;
    updateAllRows({PoolColumn::ServerVersion});
    emitReadAgain({PoolColumn::ServerVersion});
}

bool PoolModel::areVersionsMissing() const
{
    return std::any_of(m_pools.begin(), m_pools.end(),
                       [](const Pool &pool) { return pool.serverVersion.isEmpty() && pool.canBeBackedUp(); });
}

void PoolModel::setLastRuns(const Reading<QHash<QString, JobInfo>> &runs, bool areComplete)
{
    m_surroundings.lastRuns = runs;
    m_surroundings.areLastRunsComplete = areComplete;
    updateAllRows({PoolColumn::LastRun});
    emitReadAgain({PoolColumn::LastRun});
}

void PoolModel::setLastRun(const JobInfo &run)
{
    if (!m_surroundings.lastRuns.value)
        m_surroundings.lastRuns.value.emplace();
    QHash<QString, JobInfo> &runs = *m_surroundings.lastRuns.value;
    const auto known = runs.constFind(run.pool);
    if (known != runs.constEnd() && timeOf(*known) > timeOf(run))
        return;
    runs.insert(run.pool, run);
    if (const int row = rowOf(run.pool); row >= 0)
        updateRow(row, {PoolColumn::LastRun});
}

void PoolModel::setNow(const QDateTime &now)
{
    const Ages before = ages();
    m_surroundings.now = now;
    updateAges(before);
}

void PoolModel::setOldAge(std::chrono::seconds age)
{
    if (age == m_surroundings.oldAge)
        return;
    const Ages before = ages();
    m_surroundings.oldAge = age;
    updateAges(before);
}

PoolModel::Ages PoolModel::ages() const
{
    const auto ageOf = [this](const auto &reading) {
        return reading.isOlderThan(m_surroundings.oldAge, m_surroundings.now)
            ? ageText(reading.readAt, m_surroundings.now)
            : QString();
    };
    return {poolsAreOld(m_surroundings), ageOf(m_surroundings.states), ageOf(m_surroundings.centralManagement)};
}

void PoolModel::updateAges(const Ages &before)
{
    updateAllRows({PoolColumn::ExportStatus, PoolColumn::ImportStatus},
                  [](const Row &row) { return row.facts.status.readAt.isValid(); });
    updateAllRows({PoolColumn::LastRun},
                  [this](const Row &row) { return lastRunOf(row.facts, m_surroundings) != nullptr; });
    const Ages now = ages();
    if (now.ofStates != before.ofStates)
        updateAllRows({PoolColumn::PoolState});
    if (now.ofCentralManagement != before.ofCentralManagement)
        updateAllRows({PoolColumn::CentralManagement});
    if (now.arePoolsOld != before.arePoolsOld)
        updateAllRows(topologyColumns);
}

} // namespace cspool
