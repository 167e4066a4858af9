// The Edge pools: where their next hops lead.
#include "model/failover/failover_check_parts.h"

#include "model/failover/failover_lines.h"
#include "model/failover/failover_surroundings.h"

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

class EdgeCheck
{
    Q_DECLARE_TR_FUNCTIONS(cspool::FailoverCheck)

public:
    explicit EdgeCheck(const FailoverFacts &facts)
        : m_goal(facts)
        , m_facts(facts)
    {
    }

    FailoverCheck check() const;

private:
    void judge(const QStringList &toServing, const QStringList &notReported, FailoverCheck &check) const;
    void addLines(const QStringList &edgePools, const QString &target, FailoverCheck &check) const;

    const CheckedGoal m_goal;
    const FailoverFacts &m_facts;
};

void EdgeCheck::addLines(const QStringList &edgePools, const QString &target, FailoverCheck &check) const
{
    for (const QString &edgePool : edgePools) {
        const FailoverLine line = edgeNextHopLine(edgePool, target, m_facts.reach);
        const QString text = tr("Make %1 the next hop of the Edge pool %2.").arg(target, edgePool);
        check.remedies.append({line.place.isEmpty() ? text : u"%1 %2"_s.arg(text, line.place), line.toCopy});
    }
}

// `toServing`: the Edge pools that lead to the pool that gives the users up.
void EdgeCheck::judge(const QStringList &toServing, const QStringList &notReported, FailoverCheck &check) const
{
    QStringList sentences;
    check.verdict = Verdict::Ready;
    if (!toServing.isEmpty()) {
        const QString edges = shownList(toServing);
        // A failback is not refused, and an Edge pool may stay with the backup pool as long as that is up.
        const bool isInTheWay = m_goal.isFailOver || !m_goal.isPlanned;
        check.verdict = isInTheWay ? Verdict::Attention : Verdict::Ready;
        if (m_goal.isFailOver) {
            sentences.append(
                tr("%1 is the next hop of %n Edge pool(s): %2. Such a pool is not failed over: the next hop has "
                   "to lead elsewhere before.",
                   nullptr, int(toServing.size()))
                    .arg(m_goal.pool, edges));
        } else if (!m_goal.isPlanned) {
            sentences.append(tr("%1, which is down, is the next hop of %n Edge pool(s): %2. Users outside reach nobody "
                                "until it leads elsewhere.",
                                nullptr, int(toServing.size()))
                                 .arg(m_goal.backupPool, edges));
        } else {
            sentences.append(
                tr("%1 is the next hop of %n Edge pool(s): %2. That does not hinder the failback; afterwards it "
                   "can be moved back to %3.",
                   nullptr, int(toServing.size()))
                    .arg(m_goal.backupPool, edges, m_goal.pool));
        }
        if (m_goal.to().isEmpty())
            sentences.append(tr("Where it could lead instead is not known without a backup pool."));
        else
            addLines(toServing, m_goal.to(), check);
    }
    if (!notReported.isEmpty()) {
        check.verdict = Verdict::Unknown;
        sentences.append(tr("The next hop of %n Edge pool(s) is not reported: %1. Look in Topology Builder.", nullptr,
                            int(notReported.size()))
                             .arg(shownList(notReported)));
    }
    if (sentences.isEmpty())
        sentences.append(tr("No Edge pool has %1 as its next hop.").arg(m_goal.from()));
    check.finding = sentences.join(u' ');
}

FailoverCheck EdgeCheck::check() const
{
    const QList<FailoverFact> facts{FailoverFact::Services};
    FailoverCheck check = m_goal.begin(u"EdgeNextHop"_s, tr("Next hop of the Edge pools"), facts);
    if (m_goal.isUnknown(check, facts))
        return check;
    QStringList toServing;
    QStringList notReported;
    bool hasEdge = false;
    for (const Service &service : *m_facts.services.value) {
        if (service.role.compare("EdgeServer"_L1, Qt::CaseInsensitive) != 0)
            continue;
        hasEdge = true;
        const QString nextHop = nextHopOf(service);
        check.details.append(tr("%1: next hop %2", "Edge pool and pool")
                                 .arg(service.poolFqdn, nextHop.isEmpty() ? tr("not reported") : nextHop));
        if (nextHop.isEmpty())
            notReported.append(service.poolFqdn);
        else if (nextHop == m_goal.from())
            toServing.append(service.poolFqdn);
    }
    if (m_facts.services.value->isEmpty()) {
        check.finding = tr("The deployment reports no services, so it cannot be told whether it has Edge pools.");
    } else if (!hasEdge) {
        check.verdict = Verdict::Ready;
        check.finding = tr("The deployment has no Edge pools.");
    } else {
        judge(toServing, notReported, check);
    }
    return m_goal.end(check, facts);
}

} // namespace

QList<FailoverCheck> edgeChecks(const FailoverFacts &facts)
{
    return {EdgeCheck(facts).check()};
}

} // namespace cspool
