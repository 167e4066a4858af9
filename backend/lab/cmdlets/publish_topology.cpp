// Publish-CsTopology: puts a topology document into the Central Management store and makes stores for new pools.
// Replicas get it with the next replication. Pools that vanish from the topology keep their stores.
#include "backend/lab/central_writing.h"
#include "backend/lab/topology_plan.h"

#include <QCoreApplication>
#include <QDir>
#include <QSet>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// What publishing does to the deployment.
struct Change
{
    QList<PoolPair> pairs; // that hold afterwards, sorted
    QList<PoolPair> keptPairs; // of these: said by neither the document nor -Pair
    QStringList doubts;
    QList<PoolPair> dissolvedPairs;
    QList<PoolPair> newPairs;
    QStringList newPools; // get stores
    QStringList vanishedPools; // keep theirs
};

class PublishTopology
{
    Q_DECLARE_TR_FUNCTIONS(cspool::PublishTopology)

public:
    static Result<> run(LabContext &context);

private:
    explicit PublishTopology(LabContext &context, CentralWriting &central)
        : m_context(context)
        , m_runtime(context.runtime())
        , m_deployment(**context.deployment())
        , m_central(central)
    {
    }

    Result<> publish();
    Result<Change> changeBy(const TopologyPlan &plan, const QSet<QString> &unpaired) const;
    Result<> check(const Change &change) const;
    Result<> checkAtRest(const QString &pool, const QList<PoolPair> &newPairs) const;
    Result<> warn(const TopologyPlan &plan, const Change &change);
    QStringList describe(const Change &change) const;
    Result<> write(const TopologyPlan &plan, const Change &change);
    Result<> fillReplica(const QString &pool);

    LabContext &m_context;
    CommandRuntime &m_runtime;
    Deployment &m_deployment;
    CentralWriting &m_central;
};

QString textOf(const PoolPair &pair)
{
    return pair.first + " = "_L1 + pair.second;
}

bool sharePool(const PoolPair &pair, const QList<PoolPair> &others)
{
    return std::any_of(others.begin(), others.end(), [&](const PoolPair &other) {
        return other.contains(pair.first) || other.contains(pair.second);
    });
}

// Texts of -Pair that end a pairing: "a.example.com=" (ours).
struct PairTexts
{
    QStringList pairs;
    QSet<QString> unpaired; // canonical by lower case; unknown ones are found out below
};

PairTexts sorted(const QStringList &texts)
{
    PairTexts result;
    for (const QString &text : texts) {
        const QString trimmed = text.trimmed();
        if (trimmed.size() > 1 && trimmed.count(u'=') == 1 && trimmed.endsWith(u'='))
            result.unpaired.insert(trimmed.chopped(1).trimmed().toLower());
        else
            result.pairs.append(text);
    }
    return result;
}

// Pairs that neither the document nor -Pair speaks about stay: how a document states pairs is not published, so silence
// does not mean that a pairing was ended.
Result<Change> PublishTopology::changeBy(const TopologyPlan &plan, const QSet<QString> &unpaired) const
{
    const Result<QList<PoolPair>> published = m_central.store.pairs();
    if (!published)
        return published.error();
    const Result<QList<PoolOwnership>> ownerships = m_deployment.ownerships();
    if (!ownerships)
        return ownerships.error();
    const QStringList pools = poolsToBackUp(plan.topology);
    Change change;
    for (const PoolPair &pair : *published) {
        const bool canStay = pools.contains(pair.first) && pools.contains(pair.second) && !unpaired.contains(pair.first)
            && !unpaired.contains(pair.second);
        if (canStay && !sharePool(pair, plan.pairs))
            change.keptPairs.append(pair);
    }
    const PairingFindings findings = statedPairs(plan.topology, plan.explicitPairs + change.keptPairs);
    change.doubts = findings.doubts;
    for (const PoolPair &pair : findings.pairs) {
        // What -Pair "a=" ends, the document does not keep alive.
        if (!unpaired.contains(pair.first) && !unpaired.contains(pair.second))
            change.pairs.append(pair);
    }
    for (const PoolPair &pair : std::as_const(change.pairs)) {
        if (!published->contains(pair))
            change.newPairs.append(pair);
    }
    for (const PoolPair &pair : *published) {
        if (!change.pairs.contains(pair))
            change.dissolvedPairs.append(pair);
    }
    for (const QString &pool : pools) {
        if (!m_deployment.hasPool(pool))
            change.newPools.append(pool);
    }
    for (const PoolOwnership &ownership : *ownerships) {
        if (!pools.contains(ownership.pool))
            change.vanishedPools.append(ownership.pool);
    }
    return change;
}

// A pool whose data is served elsewhere, or on its way, cannot get or lose its partner; but a failed-over pool can be
// paired with the one that serves it, without which it could not be failed back.
Result<> PublishTopology::checkAtRest(const QString &pool, const QList<PoolPair> &newPairs) const
{
    if (!m_deployment.hasPool(pool))
        return {};
    const Result<PoolOwnership> ownership = m_deployment.ownership(pool);
    if (!ownership)
        return ownership.error();
    const Result<std::optional<FailoverJournalEntry>> journal = m_deployment.journalEntry(pool);
    if (!journal)
        return journal.error();
    const bool isServedByNewPartner = std::any_of(newPairs.begin(), newPairs.end(), [&](const PoolPair &pair) {
        return pair.partnerOf(pool) == ownership->owner;
    });
    if ((ownership->owner == pool || isServedByNewPartner) && !*journal && !ownership->isReadOnly)
        return {};
    return Error{
        ErrorCategory::InvalidOperation, u"PoolFailedOver"_s,
        tr("The pairing of %1 cannot change now: the pool is in the state %2 and served by %3.")
            .arg(pool, toString(ownership->state), ownership->owner),
        tr("Run Invoke-CsPoolFailBack -PoolFqdn \"%1\" first, or publish a topology that leaves its pairing as "
           "it is.")
            .arg(pool),
        pool};
}

Result<> PublishTopology::check(const Change &change) const
{
    if (change.vanishedPools.contains(m_central.ownership.activePool)) {
        return Error{ErrorCategory::InvalidOperation, u"CentralManagementPoolMissing"_s,
                     tr("The topology document does not hold %1 as a pool with user services, but that pool hosts the "
                        "active Central Management store.")
                         .arg(m_central.ownership.activePool),
                     tr("Move the store with Invoke-CsManagementServerFailover first."),
                     m_central.ownership.activePool};
    }
    for (const PoolPair &pair : change.dissolvedPairs + change.newPairs) {
        for (const QString &pool : {pair.first, pair.second}) {
            if (const Result<> atRest = checkAtRest(pool, change.newPairs); !atRest)
                return atRest;
        }
    }
    return {};
}

Result<> PublishTopology::warn(const TopologyPlan &plan, const Change &change)
{
    if (const Result<> warned = warnAboutPairs(m_runtime, plan.topology, change.doubts, change.newPairs); !warned)
        return warned;
    for (const PoolPair &pair : change.dissolvedPairs) {
        const auto warned = m_runtime.writeWarning(
            tr("%1 and %2 are no longer a pair: neither backs up the other any more.").arg(pair.first, pair.second),
            tr("When the data that each holds of the other is no longer wanted, remove it with "
               "Remove-CsUserStoreBackupData."));
        if (!warned)
            return warned;
    }
    for (const QString &pool : change.vanishedPools) {
        const auto warned = m_runtime.writeWarning(tr("%1 is not a pool with user services in the new topology. Its "
                                                      "stores stay as they are; nothing is deleted.")
                                                       .arg(pool),
                                                   tr("Publish a topology that holds it to work with it again."));
        if (!warned)
            return warned;
    }
    return {};
}

QStringList PublishTopology::describe(const Change &change) const
{
    QStringList sentences;
    for (const QString &pool : change.newPools)
        sentences.append(tr("%1 is new and gets its stores.").arg(pool));
    for (const PoolPair &pair : change.newPairs)
        sentences.append(tr("New pair: %1.").arg(textOf(pair)));
    for (const PoolPair &pair : change.keptPairs)
        sentences.append(tr("The pair %1 stays as it was published before.").arg(textOf(pair)));
    return sentences;
}

Result<> PublishTopology::fillReplica(const QString &pool)
{
    Result<CentralStore> replica = m_deployment.localReplica(pool);
    if (!replica)
        return replica.error();
    const Result<ApplySummary> filled = replicateCentralStore(m_central.store, *replica);
    return filled ? Result<>() : Result<>(filled.error());
}

// Stores first, then the topology that names them: killed in between, a run of the same command goes on.
Result<> PublishTopology::write(const TopologyPlan &plan, const Change &change)
{
    for (const QString &pool : change.newPools) {
        if (const Result<> stopped = m_runtime.checkStop(); !stopped)
            return stopped;
        Step step = m_runtime.beginStep(tr("Make the stores of %1").arg(pool));
        if (const Result<> added = step.conclude(m_deployment.addPool(pool)); !added)
            return added;
    }
    const QString active = m_central.ownership.activePool;
    for (const PoolPair &pair : change.pairs) {
        const QString partner = pair.partnerOf(active);
        if (partner.isEmpty() || m_deployment.hasCentralStore(partner))
            continue;
        Step step = m_runtime.beginStep(tr("Make a standby copy of the Central Management store on %1").arg(partner));
        if (const Result<> made = step.conclude(m_deployment.createCentralStore(partner)); !made)
            return made;
    }
    {
        Step step = m_runtime.beginStep(tr("Write the topology to the Central Management store on %1").arg(active));
        const Result<bool> written
            = step.conclude(m_central.store.setTopology(plan.document, change.pairs, m_central.ownership.epoch));
        if (!written)
            return written.error();
        if (!*written && change.newPools.isEmpty()) {
            m_runtime.writeHost(tr("This topology was published already; nothing was changed."));
            return {};
        }
    }
    for (const QString &pool : change.newPools) {
        Step step = m_runtime.beginStep(tr("Fill the replica on %1").arg(pool));
        if (const Result<> filled = step.conclude(fillReplica(pool)); !filled)
            return filled;
    }
    m_runtime.writeHost(
        tr("The topology was published to the Central Management store on %1. The local replicas get it with "
           "Invoke-CsManagementStoreReplication.")
            .arg(active));
    return {};
}

Result<> PublishTopology::publish()
{
    const PairTexts texts = sorted(m_context.command().stringList(u"Pair"));
    const QString file = m_context.command().string(u"FileName");
    const Result<TopologyPlan> plan = readTopologyPlan(m_runtime, file, texts.pairs);
    if (!plan)
        return plan.error();
    for (const QString &pool : texts.unpaired) {
        // The same checks, and sentences, as of a pair.
        if (!canBeBackedUp(plan->topology, pool)) {
            return Error{ErrorCategory::InvalidArgument, u"ParameterArgumentValidationError"_s,
                         tr("\"%1=\" ends the pairing of a pool that the topology does not hold as a pool with user "
                            "services.")
                             .arg(pool),
                         tr("Name a pool of the topology before the equals sign, and its backup pool behind it unless "
                            "the pairing is to end."),
                         u"Pair"_s};
        }
    }
    Step step = m_runtime.beginStep(tr("Compare with the published topology"));
    const Result<Change> change = changeBy(*plan, texts.unpaired);
    if (!change)
        return step.conclude(Result<>(change.error()));
    for (const QString &sentence : describe(*change)) {
        step.addInformation(sentence);
        m_runtime.writeVerbose(sentence);
    }
    if (const Result<> checked = check(*change); !checked)
        return step.conclude(checked);
    if (const Result<> warned = warn(*plan, *change); !warned)
        return step.conclude(warned);
    step.end();

    const Result<bool> accepted = m_runtime.shouldProcess(QDir::toNativeSeparators(file), tr("Publish the topology"),
                                                          describe(*change).join(u' '));
    if (!accepted)
        return accepted.error();
    return *accepted ? write(*plan, *change) : Result<>();
}

Result<> PublishTopology::run(LabContext &context)
{
    Result<CentralWriting> central = beginCentralWriting(context);
    if (!central)
        return central.error();
    return PublishTopology(context, *central).publish();
}

const LabCmdletRegistration registration("Publish-CsTopology", &PublishTopology::run);

} // namespace

} // namespace cspool
