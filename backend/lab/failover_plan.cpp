// What a failover or failback would do: whether it can be done now, and in disaster mode what users lose.
#include "backend/lab/failover.h"

#include "backend/lab/file_store.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// Documents or files that one side has and the other has not seen.
struct Unseen
{
    qint64 items = 0;
    qint64 bytes = 0;
};

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
    Result<> findFailOverLosses();
    Result<> findFailBackLosses(const PoolOwnership &ownership);
    QString contentLoss() const;
    Result<Unseen> unseenContent() const;
    Result<Unseen> writtenOnPartner(const DocumentStore &partner, qint64 after, qint64 epoch) const;
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

QString shownTime(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s);
}

QString shownAmount(const Unseen &unseen)
{
    return u"%1 (%2)"_s.arg(QLocale().toString(unseen.items), QLocale().formattedDataSize(unseen.bytes));
}

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
        if (*entry) {
            return refusal(
                u"FailoverInterrupted"_s,
                tr("A failover or failback of the pool %1, begun at %2, was interrupted or is under way.")
                    .arg(pool, shownTime((*entry)->started)),
                tr("Run Backup-CsPool -PoolFqdn %1: every command that works on the pool first finishes it or "
                   "rolls it back.")
                    .arg(pool));
        }
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
    if (!m_runtime.isWhatIf())
        return {};
    for (const QString &loss : std::as_const(m_plan.losses)) {
        if (const auto said = m_runtime.writeWarning(loss); !said)
            return said;
    }
    return {};
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
        if (const auto found = findFailOverLosses(); !found)
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

Result<> FailoverPlanner::findFailOverLosses()
{
    if (const auto usable = checkStores(m_partner, {}); !usable)
        return usable;
    const auto partner = m_deployment.userStore(m_partner);
    if (!partner)
        return partner.error();
    const auto latest = partner->latestWatermark(m_plan.pool);
    if (!latest)
        return latest.error();
    const QString since = *latest ? tr("since %1, the time of the last backup").arg(shownTime((*latest)->time))
                                  : tr("at any time: nothing of it was ever backed up");

    const auto own = m_deployment.userStore(m_plan.pool);
    if (!own) {
        m_plan.losses += tr("The user store of %1 cannot be read. What users changed on it %2, is not on %3. (%4)")
                             .arg(m_plan.pool, since, m_partner, own.error().message);
        m_plan.losses += contentLoss();
        return {};
    }
    const auto mark = partner->watermark(own->id(), m_plan.pool);
    if (!mark)
        return mark.error();
    const auto backlog = own->backlogAfter(m_plan.pool, *mark ? (*mark)->sequence : 0);
    if (!backlog) {
        m_plan.losses += tr("The user store of %1 cannot be read. What users changed on it %2, is not on %3. (%4)")
                             .arg(m_plan.pool, since, m_partner, backlog.error().message);
    } else if (backlog->documents > 0) {
        m_plan.losses
            += tr("Documents that users of %1 changed and that are not on %2: %3, written %4. They stay in the "
                  "user store of %1; a failback takes them along if the store is still there.")
                   .arg(m_plan.pool, m_partner, shownAmount({backlog->documents, backlog->bytes}), since);
    }
    if (const QString content = contentLoss(); !content.isEmpty())
        m_plan.losses += content;
    return {};
}

// Empty when all content is on the backup pool.
QString FailoverPlanner::contentLoss() const
{
    const auto unseen = unseenContent();
    if (!unseen) {
        return tr("The conference content of %1 cannot be read. Files that the last backup did not take along are not "
                  "on "
                  "%2. (%3)")
            .arg(m_plan.pool, m_partner, unseen.error().message);
    }
    if (unseen->items == 0)
        return {};
    return tr("Conference files of %1 that are not, or not in this version, on %2: %3.")
        .arg(m_plan.pool, m_partner, shownAmount(*unseen));
}

Result<Unseen> FailoverPlanner::unseenContent() const
{
    const auto store = FileStore::open(m_deployment.fileStoreFolder(m_plan.from),
                                       m_deployment.fileStoreIndexPath(m_plan.from), OpenMode::ReadOnly);
    if (!store)
        return store.error();
    const auto files = store->scan(m_plan.pool, m_runtime.stopToken());
    if (!files)
        return files.error();
    const auto known = store->known(m_plan.pool);
    if (!known)
        return known.error();
    Unseen unseen;
    for (const ContentFile &file : *files) {
        const auto row = known->constFind(file.path);
        if (row != known->cend() && row->size == file.size && row->modified == file.modified)
            continue;
        ++unseen.items;
        unseen.bytes += file.size;
    }
    return unseen;
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
        ? findFailBackLosses(*ownership)
        : checkStores(
            m_partner,
            m_plan.isCompletion
                ? QString()
                : tr("When %1 has broken down, run Invoke-CsPoolFailBack with -DisasterMode.").arg(m_partner));
    if (!losses)
        return losses.error();
    return m_plan;
}

Result<> FailoverPlanner::findFailBackLosses(const PoolOwnership &ownership)
{
    const auto own = m_deployment.userStore(m_plan.pool);
    if (!own)
        return own.error();
    const auto latest = own->latestWatermark(m_plan.pool);
    if (!latest)
        return latest.error();
    const QString since = *latest
        ? tr("since %1, the time of the last backup from there").arg(shownTime((*latest)->time))
        : tr("since the failover");

    Result<Unseen> unseen = Unseen{};
    if (const auto partner = m_deployment.userStore(m_partner); !partner) {
        unseen = partner.error();
    } else if (const auto mark = own->watermark(partner->id(), m_plan.pool); !mark) {
        return mark.error();
    } else {
        unseen = writtenOnPartner(*partner, *mark ? (*mark)->sequence : 0, ownership.epoch);
    }
    if (!unseen) {
        m_plan.losses
            += tr("The user store of %1 cannot be read. What users of %2 changed there %3, is not on %2. (%4)")
                   .arg(m_partner, m_plan.pool, since, unseen.error().message);
    } else if (unseen->items > 0) {
        m_plan.losses += tr("Documents that users of %1 changed on %2 and that are not on %1: %3, written %4.")
                             .arg(m_plan.pool, m_partner, shownAmount(*unseen), since);
    }
    const auto content = unseenContent();
    if (!content) {
        m_plan.losses
            += tr("The conference content on %1 cannot be read. Files of %2 that were put there %3, are not on %2. "
                  "(%4)")
                   .arg(m_partner, m_plan.pool, since, content.error().message);
    } else if (content->items > 0) {
        m_plan.losses += tr("Conference files of %1 on %2 that are not, or not in this version, on %1: %3.")
                             .arg(m_plan.pool, m_partner, shownAmount(*content));
    }
    return {};
}

// What the backup pool wrote while it served the users; what it holds of earlier epochs came from the pool itself.
Result<Unseen> FailoverPlanner::writtenOnPartner(const DocumentStore &partner, qint64 after, qint64 epoch) const
{
    Unseen unseen;
    while (true) {
        if (const auto running = m_runtime.checkStop(); !running)
            return running.error();
        const auto batch = partner.changesAfter(m_plan.pool, after);
        if (!batch)
            return batch.error();
        if (batch->isEmpty())
            return unseen;
        after = batch->constLast().sequence;
        for (const Document &document : *batch) {
            if (document.revision.epoch < epoch)
                continue;
            ++unseen.items;
            unseen.bytes += document.data.size();
        }
    }
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
