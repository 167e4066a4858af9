// The Central Management store and its replicas.
#include "model/failover/failover_check_parts.h"

#include "model/command_warnings.h"
#include "model/failover/failover_lines.h"
#include "model/failover/failover_surroundings.h"
#include "model/time_text.h"

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// From this age on the master's sign of life is said to be old. Ours: Microsoft publishes no bound.
constexpr std::chrono::minutes OldHeartbeat{15};
// Every machine has a replica: nobody reads tens of thousands of names.
constexpr qsizetype DetailsLimit = 100;

class CentralManagementChecks
{
    Q_DECLARE_TR_FUNCTIONS(cspool::FailoverCheck)

public:
    explicit CentralManagementChecks(const FailoverFacts &facts)
        : m_goal(facts)
        , m_facts(facts)
    {
    }

    FailoverCheck store() const;
    FailoverCheck replicas() const;

private:
    // Names by what is reported of them.
    struct Replicas
    {
        QStringList current;
        QStringList outdated;
        QStringList notReported;
        QStringList leftAside;
    };

    QStringList detailsOf(const CentralManagementStoreStatus &status) const;
    void judgeStore(const CentralManagementStoreStatus &status, FailoverCheck &check) const;
    void sayDown(FailoverCheck &check) const;
    void sayActiveTwice(const QStringList &pools, FailoverCheck &check) const;
    void judgeHost(const QString &host, FailoverCheck &check) const;
    void addHeartbeat(const CentralManagementStoreStatus &status, FailoverCheck &check) const;
    Replicas sorted() const;
    QStringList sentencesOn(const Replicas &replicas) const;

    const CheckedGoal m_goal;
    const FailoverFacts &m_facts;
};

QStringList CentralManagementChecks::detailsOf(const CentralManagementStoreStatus &status) const
{
    const QString notReported = tr("not reported");
    const QString heartbeat = fullTimeText(status.activeMasterLastHeartbeat);
    return {
        tr("Active master: %1").arg(status.activeMasterFqdn.isEmpty() ? notReported : status.activeMasterFqdn),
        tr("Last sign of life of the master: %1").arg(heartbeat.isEmpty() ? notReported : heartbeat),
        tr("Active file transfer agents: %1")
            .arg(status.activeFileTransferAgents.isEmpty() ? notReported : shownList(status.activeFileTransferAgents))};
}

// A store is active where its master is, and hands its changes out with the file transfer agents of that pool. Agents
// are named by their machines: an Enterprise Edition pool may well have several.
void CentralManagementChecks::judgeStore(const CentralManagementStoreStatus &status, FailoverCheck &check) const
{
    if (status.activeMasterFqdn.isEmpty() && status.activeFileTransferAgents.isEmpty() && m_goal.isFailOver
        && !m_goal.isPlanned && isStoreInPair(m_facts)) {
        sayDown(check);
        return;
    }
    if (status.activeMasterFqdn.isEmpty()) {
        check.verdict = Verdict::Unknown;
        check.finding = tr("Which pool hosts the active Central Management store is not reported.");
        return;
    }
    QStringList names = status.activeFileTransferAgents;
    names.prepend(status.activeMasterFqdn);
    QStringList pools;
    QStringList strangers;
    for (const QString &name : std::as_const(names)) {
        const QString pool = m_goal.poolOf(name);
        (pool.isEmpty() ? strangers : pools).append(pool.isEmpty() ? name : pool);
    }
    pools.removeDuplicates();
    strangers.removeDuplicates();
    if (pools.size() == 2 && pools.last() == m_goal.downPool) {
        judgeHost(pools.first(), check);
        check.verdict = worse(check.verdict, Verdict::Attention);
        check.finding
            = tr("%1 An agent of %2 is reported as well; as long as that is down it hands out nothing. Look at "
                 "this again before its servers are started.")
                  .arg(check.finding, m_goal.downPool);
    } else if (pools.size() > 1) {
        sayActiveTwice(pools, check);
    } else if (!strangers.isEmpty()) {
        check.verdict = Verdict::Unknown;
        check.finding = tr("These belong to no pool that is known, so it cannot be told whether exactly one Central "
                           "Management store is active: %1.")
                            .arg(shownList(strangers));
    } else if (status.activeFileTransferAgents.isEmpty()) {
        check.verdict = Verdict::Unknown;
        check.finding = tr("The master of the Central Management store is on %1, but no active file transfer agent is "
                           "reported: whether exactly one store is active cannot be told.")
                            .arg(pools.first());
    } else {
        judgeHost(pools.first(), check);
        check.finding = tr("Exactly one is active. %1").arg(check.finding);
        addHeartbeat(status, check);
    }
}

// Microsoft's procedure for a disaster: where the status names nobody, the store is not available.
void CentralManagementChecks::sayDown(FailoverCheck &check) const
{
    check.verdict = Verdict::Attention;
    check.finding
        = tr("No Central Management store is reported to be active, as when the active one was on %1, which is "
             "down: %1 and %2 hold its two copies. It has to be moved to %2 before %1 is failed over.")
              .arg(m_goal.pool, m_goal.backupPool);
    const FailoverLine line = centralManagementLine(m_facts);
    check.remedies.append(
        {line.place.isEmpty() ? tr("Move the active store to %1.").arg(m_goal.backupPool) : line.place, line.line});
}

void CentralManagementChecks::sayActiveTwice(const QStringList &pools, FailoverCheck &check) const
{
    check.verdict = Verdict::Blocking;
    check.finding
        = tr("The Central Management store is active on more than one pool: %1. Changes of the configuration could "
             "be published on either and get lost. This is known to happen after the store of a pair of "
             "Standard Edition servers was failed over.")
              .arg(shownList(pools));
    check.remedies = {
        {tr("If the store was failed over within the last minutes, read this again: the former agent may still be "
            "reported.")},
        {tr("Decide which store is the right one, the one with the latest changes of the topology. On the servers of "
            "the "
            "other pool, stop the services Master Replicator Agent (MASTER) and File Transfer Agent (FTA), and read "
            "this "
            "again.")},
    };
}

void CentralManagementChecks::judgeHost(const QString &host, FailoverCheck &check) const
{
    check.verdict = Verdict::Ready;
    check.finding = tr("The Central Management store is active on %1.").arg(host);
    if (m_goal.isFailOver && host == m_goal.pool) {
        check.verdict = Verdict::Attention;
        check.finding = m_goal.backupPool.isEmpty()
            ? tr("%1 It has to be moved to the backup pool before %2 is failed over.").arg(check.finding, host)
            : tr("%1 It has to be moved to %2 before %3 is failed over, and need not be moved back.")
                  .arg(check.finding, m_goal.backupPool, host);
        if (m_goal.backupPool.isEmpty())
            return;
        const FailoverLine line = centralManagementLine(m_facts);
        check.remedies.append(
            {line.place.isEmpty() ? tr("Move the active store to %1.").arg(m_goal.backupPool) : line.place,
             line.toCopy});
        if (!m_goal.isLab) {
            check.remedies.append(
                {tr("The standby copy of a Standard Edition server needs its database: where it was not "
                    "installed, Install-CsDatabase -CentralManagementDatabase comes first.")});
        }
    } else if (!m_goal.isFailOver && host == m_goal.downPool) {
        check.verdict = Verdict::Attention;
        check.finding = tr("%1 As %2 is down, nothing can be published until the store is active on %3.")
                            .arg(check.finding, host, m_goal.pool);
        Command command(u"Invoke-CsManagementServerFailover"_s);
        if (m_goal.isLab)
            check.remedies = {remedy(tr("Make the store of %1 the active one.").arg(m_goal.pool),
                                     command.set(u"BackupPoolFqdn"_s, m_goal.pool).set(u"Force"_s, true))};
        else
            check.remedies
                = {{tr("Make the store of %1 the active one: run Invoke-CsManagementServerFailover there, with "
                       "-BackupSqlServerFqdn and -BackupSqlInstanceName of its standby copy and -Force.")
                        .arg(m_goal.pool)}};
    } else if (!m_goal.isFailOver) {
        check.finding = tr("%1 It need not be moved for the failback.").arg(check.finding);
    } else {
        check.finding = tr("%1 It stays where it is.").arg(check.finding);
    }
}

void CentralManagementChecks::addHeartbeat(const CentralManagementStoreStatus &status, FailoverCheck &check) const
{
    const QDateTime heartbeat = status.activeMasterLastHeartbeat;
    if (!heartbeat.isValid()) {
        check.finding = tr("%1 When its master last gave a sign of life is not reported.").arg(check.finding);
    } else if (heartbeat.addSecs(std::chrono::seconds(OldHeartbeat).count()) < m_facts.centralManagement.readAt) {
        check.verdict = worse(check.verdict, Verdict::Attention);
        check.finding
            = tr("%1 But its master has given no sign of life for more than %n minute(s) (a bound of ours): it "
                 "may be out of reach.",
                 nullptr, int(OldHeartbeat.count()))
                  .arg(check.finding);
    }
}

FailoverCheck CentralManagementChecks::store() const
{
    const QList<FailoverFact> facts{FailoverFact::CentralManagement, FailoverFact::Pools};
    FailoverCheck check = m_goal.begin(u"CentralManagement"_s, tr("Central Management store"), facts);
    if (m_goal.isUnknown(check, facts))
        return check;
    check.details = detailsOf(*m_facts.centralManagement.value);
    judgeStore(*m_facts.centralManagement.value, check);
    return m_goal.end(check, facts);
}

// By what is reported of them; those of the pool that is down are left aside.
CentralManagementChecks::Replicas CentralManagementChecks::sorted() const
{
    const std::optional<Pool> down = m_facts.pool(m_goal.downPool);
    Replicas replicas;
    for (const ReplicaStatus &replica : *m_facts.replicas.value) {
        QStringList &names = down && isOfPool(*down, replica.replicaFqdn) ? replicas.leftAside
            : !replica.upToDate                                           ? replicas.notReported
            : *replica.upToDate                                           ? replicas.current
                                                                          : replicas.outdated;
        names.append(replica.replicaFqdn);
    }
    return replicas;
}

QStringList CentralManagementChecks::sentencesOn(const Replicas &replicas) const
{
    QStringList sentences;
    if (!replicas.outdated.isEmpty()) {
        sentences.append(tr("%n replica(s) are not up to date: %1. A server with an old replica works with the old "
                            "topology, so every replica is brought up to date before the pool is failed over.",
                            nullptr, int(replicas.outdated.size()))
                             .arg(shortList(replicas.outdated)));
    }
    if (!replicas.notReported.isEmpty()) {
        sentences.append(tr("Of %n replica(s) it is not reported whether they are up to date: %1.", nullptr,
                            int(replicas.notReported.size()))
                             .arg(shortList(replicas.notReported)));
    }
    if (sentences.isEmpty()) {
        sentences.append(replicas.current.isEmpty() ? tr("No replica that matters here is reported.")
                                                    : tr("Every replica is up to date (%n).", "number of replicas",
                                                         int(replicas.current.size())));
    }
    if (!replicas.leftAside.isEmpty()) {
        sentences.append(tr("Those of %1, which is taken to be down, were left aside: %2.")
                             .arg(m_goal.downPool, shortList(replicas.leftAside)));
    }
    return sentences;
}

FailoverCheck CentralManagementChecks::replicas() const
{
    const QList<FailoverFact> facts{FailoverFact::Replicas};
    FailoverCheck check = m_goal.begin(u"Replicas"_s, tr("Replicas of the Central Management store"), facts);
    if (m_goal.isUnknown(check, facts))
        return check;
    const Replicas replicas = sorted();
    if (!replicas.notReported.isEmpty() || (replicas.current.isEmpty() && replicas.outdated.isEmpty()))
        check.verdict = Verdict::Unknown;
    else
        check.verdict = replicas.outdated.isEmpty() ? Verdict::Ready : Verdict::Attention;
    check.finding = sentencesOn(replicas).join(u' ');
    check.details = (replicas.outdated + replicas.notReported)
                        .first(std::min(DetailsLimit, replicas.outdated.size() + replicas.notReported.size()));
    if (!replicas.outdated.isEmpty()) {
        const FailoverLine line = replicationLine(m_facts.reach);
        check.remedies
            = {{line.place.isEmpty() ? tr("Ask for the replication, and read this again.") : line.place, line.line}};
    }
    return m_goal.end(check, facts);
}

} // namespace

QList<FailoverCheck> centralManagementChecks(const FailoverFacts &facts)
{
    const CentralManagementChecks checks(facts);
    return {checks.store(), checks.replicas()};
}

} // namespace cspool
