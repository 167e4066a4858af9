// Where the active Central Management store can be moved now, and with -Force what of it is lost.
#include "backend/lab/central_management_failover.h"

#include <QCoreApplication>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

class CentralManagementPlanner
{
    Q_DECLARE_TR_FUNCTIONS(cspool::CentralManagementFailover)

public:
    CentralManagementPlanner(Deployment &deployment, CommandRuntime &runtime, const QString &target, bool isForced)
        : m_deployment(deployment)
        , m_runtime(runtime)
        , m_target(target)
    {
        m_plan.isForced = isForced;
    }

    Result<CentralManagementFailoverPlan> plan();

private:
    Result<QList<Pool>> pools() const;
    static Error interrupted(const FailoverJournalEntry &entry, const QString &activePool);
    Result<> chooseTarget();
    Result<> findLosses();

    Deployment &m_deployment;
    CommandRuntime &m_runtime;
    QString m_target;
    CentralManagementFailoverPlan m_plan;
};

// Of the active store or, when it cannot be reached, of the local replica that knows the newest change.
Result<QList<Pool>> CentralManagementPlanner::pools() const
{
    const auto active = m_deployment.centralStore();
    if (active)
        return active->pools();
    const auto ownerships = m_deployment.ownerships();
    if (!ownerships)
        return ownerships.error();
    Result<QList<Pool>> newest = active.error();
    QDateTime newestChange;
    for (const PoolOwnership &ownership : *ownerships) {
        const auto replica = m_deployment.localReplica(ownership.pool);
        if (!replica)
            continue;
        const auto change = replica->lastChange();
        auto pools = replica->pools();
        if (!change || !pools || pools->isEmpty() || (newestChange.isValid() && *change <= newestChange))
            continue;
        newestChange = *change;
        newest = std::move(pools);
    }
    return newest;
}

// What is true of one that was begun before, and what brings it to its end.
Error CentralManagementPlanner::interrupted(const FailoverJournalEntry &entry, const QString &activePool)
{
    const QString target = interruptedTarget(entry);
    const QString begun = entry.started.toUTC().toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s);
    Error error{ErrorCategory::InvalidOperation, u"FailoverInterrupted"_s, {}, {}, CentralStore::homeName()};
    if (activePool == target) {
        error.message
            = tr("The failover of the Central Management store, begun at %1, has taken effect: the active copy "
                 "is on %2. Whether every replica was told is not known.")
                  .arg(begun, activePool);
        error.recommendedAction = tr("Unless it is still under way in another process, run "
                                     "Invoke-CsManagementServerFailover again: it finishes what was begun.");
    } else {
        error.message
            = tr("The failover of the Central Management store, begun at %1, has not taken effect: the active "
                 "copy is on %2, not on %3. Nothing is lost.")
                  .arg(begun, activePool, target);
        error.recommendedAction = tr("Unless it is still under way in another process, run "
                                     "Invoke-CsManagementServerFailover again: it rolls back what was begun and begins "
                                     "anew.");
    }
    return error;
}

Result<CentralManagementFailoverPlan> CentralManagementPlanner::plan()
{
    const auto central = m_deployment.centralManagement();
    if (!central)
        return central.error();
    const auto entry = m_deployment.journalEntry(CentralStore::homeName());
    if (!entry)
        return entry.error();
    if (*entry)
        return interrupted(**entry, central->activePool);
    if (central->activePool.isEmpty()) {
        return Error{ErrorCategory::InvalidOperation, u"NoCentralManagementStore"_s,
                     tr("No pool of this deployment hosts an active Central Management store."),
                     tr("Name one with -CentralManagement when the deployment is made with New-Deployment."),
                     CentralStore::homeName()};
    }
    m_plan.from = central->activePool;
    if (const auto chosen = chooseTarget(); !chosen)
        return chosen.error();
    if (const auto found = findLosses(); !found)
        return found.error();
    return m_plan;
}

Result<> CentralManagementPlanner::chooseTarget()
{
    const auto known = pools();
    if (!known)
        return known.error();
    const auto poolOf = [&known](const QString &fqdn) {
        return std::find_if(known->cbegin(), known->cend(), [&fqdn](const Pool &pool) { return pool.fqdn == fqdn; });
    };
    const auto source = poolOf(m_plan.from);
    m_plan.to = !m_target.isEmpty() || source == known->cend() ? m_target : source->backupPoolFqdn;
    if (m_plan.to.isEmpty()) {
        return Error{
            ErrorCategory::InvalidOperation, u"NoBackupPool"_s,
            tr("The pool %1, which hosts the active Central Management store, has no backup pool that could take "
               "it over.")
                .arg(m_plan.from),
            tr("Pair it with another pool in the topology and publish it with Publish-CsTopology."), m_plan.from};
    }
    if (m_plan.to == m_plan.from) {
        return Error{ErrorCategory::InvalidOperation,
                     u"CentralManagementAlreadyActive"_s,
                     tr("The pool %1 hosts the active Central Management store already.").arg(m_plan.to),
                     {},
                     m_plan.to};
    }
    if (poolOf(m_plan.to) == known->cend()) {
        return Error{ErrorCategory::ObjectNotFound, u"PoolNotFound"_s,
                     tr("The topology has no pool %1.").arg(m_plan.to),
                     tr("Run Get-CsPool to see the pools of the topology."), m_plan.to};
    }
    m_plan.createsStandby = !m_deployment.hasCentralStore(m_plan.to);
    if (!m_plan.createsStandby) {
        if (const auto standby = m_deployment.centralStoreOn(m_plan.to); !standby)
            return standby.error();
    } else if (!m_deployment.centralStoreOn(m_plan.from)) {
        return Error{
            ErrorCategory::InvalidOperation, u"NoStandbyCopy"_s,
            tr("The pool %1 has no standby copy of the Central Management store: with -Force nothing could be "
               "taken over from %2.")
                .arg(m_plan.to, m_plan.from),
            tr("Run Invoke-CsManagementServerFailover without -Force while %1 can be reached.").arg(m_plan.from),
            m_plan.to};
    }
    return {};
}

// What the standby copy lacks is taken along, unless the active one cannot be reached.
Result<> CentralManagementPlanner::findLosses()
{
    const auto active = m_deployment.centralStoreOn(m_plan.from);
    m_plan.isActiveReachable = active.isOk();
    if (!m_plan.isForced && active)
        return {};
    if (!m_plan.isForced) {
        Error error = active.error();
        const QString way
            = tr("When %1 has broken down, run Invoke-CsManagementServerFailover with -Force.").arg(m_plan.from);
        error.recommendedAction = QString(error.recommendedAction + u' ' + way).trimmed();
        return error;
    }
    auto found = findCentralManagementLosses(m_deployment, m_runtime, m_plan.from, m_plan.to);
    if (!found)
        return found.error();
    m_plan.losses = std::move(*found);
    return {};
}

} // namespace

Result<CentralManagementFailoverPlan> planCentralManagementFailover(Deployment &deployment, CommandRuntime &runtime,
                                                                    const QString &target, bool isForced)
{
    return CentralManagementPlanner(deployment, runtime, target, isForced).plan();
}

} // namespace cspool
