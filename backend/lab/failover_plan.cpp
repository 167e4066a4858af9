// What a failover or failback would do: whether it can be done now, and in disaster mode what users lose.
#include "backend/lab/failover.h"

#include "backend/lab/file_store.h"

#include <QCoreApplication>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

class FailoverPlanner
{
    Q_DECLARE_TR_FUNCTIONS(cspool::Failover)

public:
    FailoverPlanner(Deployment &deployment, CommandRuntime &runtime, const QList<Pool> &pools, const QString &pool,
                    bool isDisaster)
        : m_deployment(deployment)
        , m_runtime(runtime)
        , m_pools(pools)
    {
        m_plan.pool = pool;
        m_plan.isDisaster = isDisaster;
    }

    Result<FailoverPlan> failOver();
    Result<FailoverPlan> failBack();

private:
    Result<> findPartner();
    Result<> checkFailOver(); // finds the losses too
    Result<> sayLossesOfPreview();
    Result<> checkNoJournal() const;
    Result<> checkStateForFailOver(const PoolOwnership &ownership) const;
    Result<> checkPartnerServesItself() const;
    Result<> checkCentralManagement() const;
    Result<> checkEdgePools() const;
    Result<Topology> topology() const;
    Result<> checkStores(const QString &pool, const QString &disasterAdvice) const;
    Result<> findLosses();
    Error refusal(const QString &id, const QString &message, const QString &action) const
    {
        return {ErrorCategory::InvalidOperation, id, message, action, m_plan.pool};
    }

    Deployment &m_deployment;
    CommandRuntime &m_runtime;
    const QList<Pool> &m_pools;
    FailoverPlan m_plan;
    QString m_partner;
};

Result<> FailoverPlanner::findPartner()
{
    const auto found
        = std::find_if(m_pools.cbegin(), m_pools.cend(), [this](const Pool &pool) { return pool.fqdn == m_plan.pool; });
    if (found == m_pools.cend()) {
        return Error{ErrorCategory::ObjectNotFound, u"PoolNotFound"_s,
                     tr("The topology has no pool %1.").arg(m_plan.pool),
                     tr("Run Get-CsPool to see the pools of the topology."), m_plan.pool};
    }
    if (found->backupPoolFqdn.isEmpty()) {
        return refusal(u"NoBackupPool"_s,
                       tr("The pool %1 has no backup pool: nobody could serve its users.").arg(m_plan.pool),
                       tr("Pair it with another pool in the topology and publish it with Publish-CsTopology."));
    }
    m_partner = found->backupPoolFqdn;
    return {};
}

Result<> FailoverPlanner::checkNoJournal() const
{
    for (const QString &pool : {m_plan.pool, m_partner}) {
        const auto entry = m_deployment.journalEntry(pool);
        if (!entry)
            return entry.error();
        if (!*entry)
            continue;
        const auto interrupted = interruptedFailover(**entry);
        if (interrupted)
            return refusal(u"FailoverInterrupted"_s, interrupted->truth, interrupted->wayOut);
        return refusal(u"FailoverInterrupted"_s,
                       tr("A failover or failback of the pool %1 was interrupted that this version cannot read (%2).")
                           .arg(pool, (*entry)->operation),
                       tr("Use the version of the program that began it."));
    }
    return {};
}

Result<> FailoverPlanner::checkStateForFailOver(const PoolOwnership &ownership) const
{
    switch (ownership.state) {
    case PoolState::Active:
        return {};
    case PoolState::FailingOver:
        return refusal(
            u"PoolNotActive"_s, tr("The pool %1 cannot be failed over: its state is FailingOver.").arg(m_plan.pool),
            tr("Run Backup-CsPool -PoolFqdn %1: it finishes the failover or rolls it back.").arg(m_plan.pool));
    case PoolState::FailedOver:
        return refusal(
            u"PoolNotActive"_s,
            tr("The pool %1 cannot be failed over: its state is FailedOver, and %2 serves its users already.")
                .arg(m_plan.pool, ownership.owner),
            tr("Run Invoke-CsPoolFailBack -PoolFqdn %1 to move them back.").arg(m_plan.pool));
    case PoolState::FailedBack:
        // The pool serves its users again but has not exchanged everything with its backup pool yet; when it breaks
        // down in this state, its users must not be left without service.
        if (m_plan.isDisaster)
            return {};
        return refusal(u"PoolNotActive"_s,
                       tr("The pool %1 cannot be failed over: its state is FailedBack, and its exchange with %2 is not "
                          "complete.")
                           .arg(m_plan.pool, m_partner),
                       tr("Run Invoke-CsPoolFailBack -PoolFqdn %1 to complete it; when %1 has broken down, run "
                          "Invoke-CsPoolFailOver with -DisasterMode.")
                           .arg(m_plan.pool));
    }
    return {};
}

Result<> FailoverPlanner::checkPartnerServesItself() const
{
    const auto partner = m_deployment.ownership(m_partner);
    if (!partner)
        return partner.error();
    if (partner->owner == m_partner)
        return {};
    return refusal(u"BackupPoolFailedOver"_s,
                   tr("The pool %1 cannot be failed over: its backup pool %2 is itself failed over to %3.")
                       .arg(m_plan.pool, m_partner, partner->owner),
                   tr("Run Invoke-CsPoolFailBack -PoolFqdn %1 first (with -DisasterMode when %2 has broken down).")
                       .arg(m_partner, m_plan.pool));
}

Result<> FailoverPlanner::checkCentralManagement() const
{
    const auto central = m_deployment.centralManagement();
    if (!central)
        return central.error();
    if (central->activePool != m_plan.pool)
        return {};
    return refusal(
        u"PoolHostsCentralManagement"_s,
        tr("The pool %1 cannot be failed over: it hosts the active Central Management store.").arg(m_plan.pool),
        m_plan.isDisaster ? tr("Run Invoke-CsManagementServerFailover -Force first.")
                          : tr("Run Invoke-CsManagementServerFailover first."));
}

// The active store's topology or, when that cannot be reached, that of the backup pool's local replica.
Result<Topology> FailoverPlanner::topology() const
{
    if (const auto store = m_deployment.centralStore()) {
        if (auto topology = store->topology())
            return topology;
    }
    const auto replica = m_deployment.localReplica(m_partner);
    if (!replica)
        return replica.error();
    return replica->topology();
}

Result<> FailoverPlanner::checkEdgePools() const
{
    const auto read = topology();
    if (!read)
        return read.error();
    QStringList edgePools;
    for (const TopologyService &edge : read->services) {
        for (const TopologyDependency &dependency : edge.dependencies) {
            const TopologyService *target = read->service(dependency.serviceId);
            if (target && isNextHop(edge, *target) && target->clusterFqdn == m_plan.pool)
                edgePools.append(edge.clusterFqdn);
        }
    }
    edgePools.removeDuplicates();
    if (edgePools.isEmpty())
        return {};
    QStringList lines;
    for (const QString &edgePool : std::as_const(edgePools))
        lines.append(u"Set-CsEdgeServer -Identity EdgeServer:%1 -Registrar Registrar:%2"_s.arg(edgePool, m_partner));
    return refusal(u"EdgeNextHop"_s,
                   tr("The pool %1 cannot be failed over: it is the next hop of an Edge pool: %2.")
                       .arg(m_plan.pool, edgePools.join(u", "_s)),
                   tr("Let Edge traffic go to another pool first: %1").arg(lines.join(u"; "_s)));
}

// That the stores of a pool can be used, before anything is begun.
Result<> FailoverPlanner::checkStores(const QString &pool, const QString &disasterAdvice) const
{
    const auto explained = [&disasterAdvice](Error error) {
        if (!disasterAdvice.isEmpty())
            error.recommendedAction = QString(error.recommendedAction + u' ' + disasterAdvice).trimmed();
        return error;
    };
    if (const auto store = m_deployment.userStore(pool); !store)
        return explained(store.error());
    const auto content = FileStore::open(m_deployment.fileStoreFolder(pool), m_deployment.fileStoreIndexPath(pool),
                                         OpenMode::ReadOnly);
    if (!content)
        return explained(content.error());
    return {};
}

Result<FailoverPlan> FailoverPlanner::failOver()
{
    if (const auto found = findPartner(); !found)
        return found.error();
    m_plan.from = m_plan.pool;
    m_plan.to = m_partner;
    if (const auto checked = checkFailOver(); !checked) {
        if (const auto said = sayLossesOfPreview(); !said)
            return said.error();
        return checked.error();
    }
    return m_plan;
}

// Who only wants to know what would happen is told what would be lost, even where something has to be moved before.
Result<> FailoverPlanner::sayLossesOfPreview()
{
    return m_runtime.isWhatIf() ? sayLosses(m_runtime, m_plan.losses) : Result<>();
}

Result<> FailoverPlanner::checkFailOver()
{
    if (const auto checked = checkNoJournal(); !checked)
        return checked;
    const auto ownership = m_deployment.ownership(m_plan.pool);
    if (!ownership)
        return ownership.error();
    if (const auto checked = checkStateForFailOver(*ownership); !checked)
        return checked;
    if (const auto checked = checkPartnerServesItself(); !checked)
        return checked;
    if (m_plan.isDisaster) {
        if (const auto found = findLosses(); !found)
            return found;
    }
    if (const auto checked = checkCentralManagement(); !checked)
        return checked;
    if (const auto checked = checkEdgePools(); !checked)
        return checked;
    if (m_plan.isDisaster)
        return {};
    if (const auto usable = checkStores(m_partner, {}); !usable)
        return usable;
    return checkStores(m_plan.pool,
                       tr("When %1 has broken down, run Invoke-CsPoolFailOver with -DisasterMode.").arg(m_plan.pool));
}

Result<> FailoverPlanner::findLosses()
{
    auto found = findPoolLosses(m_deployment, m_runtime, m_plan.pool, m_plan.from, m_plan.to);
    if (!found)
        return found.error();
    m_plan.losses = std::move(*found);
    return {};
}

Result<FailoverPlan> FailoverPlanner::failBack()
{
    if (const auto found = findPartner(); !found)
        return found.error();
    m_plan.from = m_partner;
    m_plan.to = m_plan.pool;
    if (const auto checked = checkNoJournal(); !checked)
        return checked.error();
    const auto ownership = m_deployment.ownership(m_plan.pool);
    if (!ownership)
        return ownership.error();
    m_plan.isCompletion = ownership->state == PoolState::FailedBack;
    if (ownership->state != PoolState::FailedOver && !m_plan.isCompletion) {
        return refusal(
            u"PoolNotFailedOver"_s,
            tr("The pool %1 cannot be failed back: its state is %2.").arg(m_plan.pool, toString(ownership->state)),
            tr("Nothing has to be done: it serves its users itself."));
    }
    if (m_plan.isCompletion && m_plan.isDisaster) {
        return refusal(
            u"PoolNotFailedOver"_s,
            tr("The pool %1 cannot be failed back: its state is FailedBack, and it serves its users itself.")
                .arg(m_plan.pool),
            tr("Run Invoke-CsPoolFailBack -PoolFqdn %1 without -DisasterMode once %2 is back: it completes the "
               "exchange.")
                .arg(m_plan.pool, m_partner));
    }
    if (!m_plan.isCompletion && ownership->owner != m_partner) {
        return refusal(
            u"BackupPoolChanged"_s,
            tr("The pool %1 cannot be failed back: %2 serves its users, but the topology says that its backup "
               "pool is %3.")
                .arg(m_plan.pool, ownership->owner, m_partner),
            tr("Publish a topology in which %1 and %2 are a pair, fail back, and change the pair afterwards.")
                .arg(m_plan.pool, ownership->owner));
    }
    if (auto usable = checkStores(m_plan.pool, {}); !usable) {
        Error error = usable.error();
        if (error.id == "FileStoreUnavailable"_L1) {
            error.recommendedAction += u' '
                + tr("If it is lost, make it anew and fill it from the backup pool: Invoke-CsBackupServiceSync "
                     "-PoolFqdn "
                     "%1 -BackupModule ConfServices.DataConf -Force.")
                      .arg(m_partner);
        }
        return error;
    }
    const auto losses = m_plan.isDisaster
        ? findLosses()
        : checkStores(
            m_partner,
            m_plan.isCompletion
                ? QString()
                : tr("When %1 has broken down, run Invoke-CsPoolFailBack with -DisasterMode.").arg(m_partner));
    if (!losses)
        return losses.error();
    return m_plan;
}

} // namespace

Result<FailoverPlan> planFailOver(Deployment &deployment, CommandRuntime &runtime, const QList<Pool> &pools,
                                  const QString &pool, bool isDisaster)
{
    return FailoverPlanner(deployment, runtime, pools, pool, isDisaster).failOver();
}

Result<FailoverPlan> planFailBack(Deployment &deployment, CommandRuntime &runtime, const QList<Pool> &pools,
                                  const QString &pool, bool isDisaster)
{
    return FailoverPlanner(deployment, runtime, pools, pool, isDisaster).failBack();
}

} // namespace cspool
