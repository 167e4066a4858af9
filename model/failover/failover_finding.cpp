// What is true of the goals of the steps before the pool changes hands, and of the pool itself, judged from the facts.
#include "model/failover/failover_step.h"

#include "model/failover/failover_directions.h"
#include "model/failover/failover_lines.h"
#include "model/failover/failover_surroundings.h"

#include <QCoreApplication>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::StepFinding)
};

using State = StepFinding::State;

// More are told by their number.
constexpr qsizetype ListedReplicas = 10;

template <typename T> QDateTime timeOf(const Reading<T> &reading)
{
    return reading.isKnown() ? reading.readAt : QDateTime();
}

StepFinding unknownServices(const FailoverFacts &facts)
{
    return {State::Unknown, unreadText(Text::tr("The services of the deployment could not be read."), facts.services)};
}

StepFinding nextHopFinding(const FailoverStep &step, const QString &nextHop, const FailoverFacts &facts)
{
    const bool isBack = facts.goal.direction == FailoverDirection::FailBack;
    StepFinding finding{State::Reached, {}, {}, timeOf(facts.services)};
    if (nextHop.isEmpty()) {
        finding.state = State::Unknown;
        finding.text = Text::tr("The deployment does not report the next hop of the Edge pool %1. Get-CsService "
                                "-EdgeServer in the Management Shell shows it as Registrar. If it is %2, run the line "
                                "there; otherwise this step can be left out.")
                           .arg(step.subject, isBack ? facts.backupPool() : facts.goal.pool);
        finding.nextCommandLines = {edgeNextHopLine(step.subject, step.target, facts.reach).toCopy};
    } else if (nextHop == step.target) {
        finding.text = Text::tr("The next hop of the Edge pool %1 is %2.").arg(step.subject, nextHop);
    } else if (isBack || nextHop == facts.goal.pool) {
        finding.state = State::NotReached;
        finding.text
            = Text::tr("The next hop of the Edge pool %1 is %2, not %3.").arg(step.subject, nextHop, step.target);
    } else {
        finding.text = Text::tr("The next hop of the Edge pool %1 is %2. It does not lead to %3, which is what matters "
                                "here.")
                           .arg(step.subject, nextHop, facts.goal.pool);
    }
    return finding;
}

// Of the step that looks whether any Edge pool leads to the pool.
StepFinding anyNextHopFinding(const FailoverStep &step, const FailoverFacts &facts)
{
    StepFinding finding{State::Reached, {}, {}, timeOf(facts.services)};
    QStringList leading;
    QStringList unreported;
    const QList<Service> edges = edgeServicesOf(facts);
    for (const Service &edge : edges) {
        const QString nextHop = nextHopOf(edge);
        if (nextHop.isEmpty())
            unreported.append(edge.poolFqdn);
        else if (nextHop == step.subject)
            leading.append(edge.poolFqdn);
    }
    for (const QString &edge : std::as_const(leading))
        finding.nextCommandLines.append(edgeNextHopLine(edge, step.target, facts.reach).toCopy);
    if (!leading.isEmpty()) {
        finding.state = State::NotReached;
        finding.text = Text::tr("%1 is the next hop of: %2. Move the next hop before the pool is failed over.")
                           .arg(step.subject, leading.join(u", "_s));
    } else if (!unreported.isEmpty()) {
        finding.state = State::Unknown;
        finding.text = Text::tr("The deployment does not report the next hop of: %1. Get-CsService -EdgeServer in the "
                                "Management Shell shows it as Registrar.")
                           .arg(unreported.join(u", "_s));
    } else {
        finding.text = Text::tr("No Edge pool has %1 as its next hop.").arg(step.subject);
    }
    return finding;
}

StepFinding edgeFinding(const FailoverStep &step, const FailoverFacts &facts)
{
    if (!facts.services.isKnown())
        return unknownServices(facts);
    if (step.subject == facts.goal.pool)
        return anyNextHopFinding(step, facts);
    const std::optional<Service> edge = edgeServiceOf(step.subject, facts);
    if (edge)
        return nextHopFinding(step, nextHopOf(*edge), facts);
    return {
        State::Reached,
        Text::tr("The deployment reports no Edge pool %1 any more: nothing leads from it to a pool.").arg(step.subject),
        {},
        timeOf(facts.services)};
}

StepFinding centralManagementFinding(const FailoverStep &step, const FailoverFacts &facts)
{
    if (!facts.centralManagement.isKnown()) {
        return {State::Unknown,
                unreadText(Text::tr("It could not be read which pool hosts the active Central Management store."),
                           facts.centralManagement)};
    }
    const QStringList active = activeCentralManagementPools(facts);
    StepFinding finding{State::Unknown, {}, {}, timeOf(facts.centralManagement)};
    if (active.isEmpty() && facts.goal.isDisaster && !step.commandLine.isEmpty()) {
        finding.state = State::NotReached;
        finding.text = Text::tr("No Central Management store is reported to be active: the former one is down, and no "
                                "other one has taken over.");
    } else if (active.isEmpty()) {
        finding.text = Text::tr("The deployment does not report which pool hosts the active Central Management store.");
    } else if (active.size() > 1) {
        finding.state = State::Between;
        finding.text = Text::tr("The Central Management store says that it is active on several pools: %1. Exactly one "
                                "may be. A failover of the store that is under way may show this for some minutes; if "
                                "it stays, run the failover of the store again, and do not fail the pool over before "
                                "one copy alone is active.")
                           .arg(active.join(u", "_s));
        finding.nextCommandLines = {u"Get-CsManagementStoreReplicationStatus -CentralManagementStoreStatus"_s,
                                    centralManagementLine(facts).toCopy};
    } else if (active.contains(facts.goal.pool)) {
        finding.state = State::NotReached;
        finding.text = Text::tr("%1 hosts the active Central Management store.").arg(facts.goal.pool);
        if (step.commandLine.isEmpty())
            finding.nextCommandLines = {centralManagementLine(facts).toCopy};
    } else {
        finding.state = State::Reached;
        finding.text
            = Text::tr("The Central Management store is active on %1, and on no other pool.").arg(active.constFirst());
    }
    return finding;
}

QString replicaNames(const QStringList &replicas)
{
    QString names = replicas.mid(0, ListedReplicas).join(u", "_s);
    if (replicas.size() > ListedReplicas)
        names = Text::tr("%1 and %n more", nullptr, int(replicas.size() - ListedReplicas)).arg(names);
    return names;
}

StepFinding replicasFinding(const FailoverFacts &facts)
{
    if (!facts.replicas.isKnown()) {
        return {State::Unknown,
                unreadText(Text::tr("It could not be read whether the replicas of the Central Management store are up "
                                    "to date."),
                           facts.replicas)};
    }
    QStringList behind;
    QStringList unreported;
    const QList<ReplicaStatus> replicas = replicasThatMatter(facts);
    for (const ReplicaStatus &replica : replicas) {
        if (!replica.upToDate)
            unreported.append(replica.replicaFqdn);
        else if (!*replica.upToDate)
            behind.append(replica.replicaFqdn);
    }
    StepFinding finding{State::Unknown, {}, {}, timeOf(facts.replicas)};
    if (!behind.isEmpty()) {
        finding.state = State::NotReached;
        finding.text = Text::tr("%n replica(s) of the Central Management store are not up to date: %1. The replication "
                                "takes some minutes. A replica that stays behind belongs to a server that cannot be "
                                "reached, or whose service Replica Replicator Agent does not run.",
                                nullptr, int(behind.size()))
                           .arg(replicaNames(behind));
    } else if (!unreported.isEmpty()) {
        finding.text = Text::tr("Whether it is up to date is not reported of %n replica(s): %1.", nullptr,
                                int(unreported.size()))
                           .arg(replicaNames(unreported));
    } else if (replicas.isEmpty()) {
        finding.text = Text::tr("The deployment reports no replica of the Central Management store.");
    } else {
        finding.state = State::Reached;
        finding.text
            = Text::tr("%n replica(s) of the Central Management store are up to date.", nullptr, int(replicas.size()));
    }
    return finding;
}

// A pool that is neither here nor there.
StepFinding failingOverFinding(const FailoverFacts &facts)
{
    const QString pool = facts.goal.pool;
    StepFinding finding{State::Between, {}, {}, timeOf(facts.poolStates)};
    if (facts.reach.kind == DeploymentKind::Lab) {
        finding.text = Text::tr("The state of %1 is FailingOver: it is read-only, and it still serves its users. The "
                                "failover is under way, or was interrupted. If nothing runs any more, run "
                                "Backup-CsPool: it first brings the failover to its end or rolls it back.")
                           .arg(pool);
        finding.nextCommandLines
            = {failoverLine(Command(u"Backup-CsPool"_s).set(u"PoolFqdn"_s, pool), facts.reach).toCopy};
        return finding;
    }
    FailoverGoal planned{pool, FailoverDirection::FailOver, false};
    FailoverGoal disaster{pool, FailoverDirection::FailOver, true};
    finding.text = Text::tr("The state of %1 is FailingOver: a failover was begun, and the pool has not changed hands "
                            "yet as far as it is reported. The failover is under way, or was interrupted; it cannot "
                            "simply be called cancelled. If no command works on it any more, run the failover again; "
                            "if the pool is down, run it with -DisasterMode.")
                       .arg(pool);
    finding.nextCommandLines = {failOverLine(planned, facts.reach).toCopy, failOverLine(disaster, facts.reach).toCopy};
    return finding;
}

std::optional<StepFinding> unknownState(const FailoverFacts &facts)
{
    if (!facts.poolStates.isKnown()) {
        return StepFinding{
            State::Unknown,
            unreadText(Text::tr("The state of %1 could not be read.").arg(facts.goal.pool), facts.poolStates)};
    }
    if (!facts.stateOf(facts.goal.pool)) {
        return StepFinding{State::Unknown,
                           Text::tr("The deployment does not report the state of %1.").arg(facts.goal.pool),
                           {},
                           timeOf(facts.poolStates)};
    }
    return std::nullopt;
}

StepFinding failOverFinding(const FailoverFacts &facts)
{
    if (const auto unknown = unknownState(facts))
        return *unknown;
    const QString pool = facts.goal.pool;
    StepFinding finding{State::NotReached, {}, {}, timeOf(facts.poolStates)};
    switch (*facts.stateOf(pool)) {
    case PoolState::FailedOver:
        finding.state = State::Reached;
        finding.text = Text::tr("The state of %1 is FailedOver: %2 serves its users.").arg(pool, facts.backupPool());
        break;
    case PoolState::FailingOver:
        return failingOverFinding(facts);
    case PoolState::Active:
        finding.text = Text::tr("The state of %1 is Active: it serves its users itself.").arg(pool);
        break;
    case PoolState::FailedBack:
        finding.text = Text::tr("The state of %1 is FailedBack: it serves its users itself, and has not exchanged "
                                "everything with %2 yet.")
                           .arg(pool, facts.backupPool());
        break;
    }
    return finding;
}

StepFinding failBackFinding(const FailoverFacts &facts)
{
    if (const auto unknown = unknownState(facts))
        return *unknown;
    const QString pool = facts.goal.pool;
    StepFinding finding{State::Reached, {}, {}, timeOf(facts.poolStates)};
    switch (*facts.stateOf(pool)) {
    case PoolState::Active:
        finding.text = Text::tr("The state of %1 is Active: it serves its users.").arg(pool);
        break;
    case PoolState::FailedBack:
        finding.text = Text::tr("The state of %1 is FailedBack: it serves its users, and has not exchanged everything "
                                "with %2 yet.")
                           .arg(pool, facts.backupPool());
        break;
    case PoolState::FailedOver:
        finding.state = State::NotReached;
        finding.text
            = Text::tr("The state of %1 is FailedOver: %2 still serves its users.").arg(pool, facts.backupPool());
        break;
    case PoolState::FailingOver:
        return failingOverFinding(facts);
    }
    return finding;
}

// The pool that took over, or was to, when the step was found; empty: the step does not depend on it.
QString backupPoolOf(const FailoverStep &step)
{
    switch (step.kind) {
    case FailoverStepKind::EdgeNextHop:
    case FailoverStepKind::Replicas:
        return {};
    case FailoverStepKind::ConferenceContent:
        return step.subject;
    case FailoverStepKind::CentralManagement:
    case FailoverStepKind::FailOver:
    case FailoverStepKind::FailBack:
    case FailoverStepKind::BothDirections:
        return step.target;
    }
    return {};
}

// Of a pool that has another partner by now: what is true of the two says nothing of the step any more.
StepFinding otherPairFinding(const QString &formerBackupPool, const FailoverFacts &facts)
{
    const QString pool = facts.goal.pool;
    const QString now = facts.backupPool();
    const QString change = now.isEmpty()
        ? Text::tr("%1 has no backup pool now; when this step was found it was %2.").arg(pool, formerBackupPool)
        : Text::tr("The backup pool of %1 is %2 now; when this step was found it was %3.")
              .arg(pool, now, formerBackupPool);
    return {State::Unknown,
            Text::tr("%1 End this operation, look at the readiness of the pool, and begin a new one.").arg(change),
            {},
            timeOf(facts.pools)};
}

} // namespace

StepFinding findingFor(const FailoverStep &step, const FailoverFacts &facts)
{
    const QString backupPool = backupPoolOf(step);
    if (!backupPool.isEmpty() && facts.pools.isKnown() && facts.backupPool() != backupPool)
        return otherPairFinding(backupPool, facts);
    switch (step.kind) {
    case FailoverStepKind::EdgeNextHop:
        return edgeFinding(step, facts);
    case FailoverStepKind::CentralManagement:
        return centralManagementFinding(step, facts);
    case FailoverStepKind::Replicas:
        return replicasFinding(facts);
    case FailoverStepKind::FailOver:
        return failOverFinding(facts);
    case FailoverStepKind::FailBack:
        return failBackFinding(facts);
    case FailoverStepKind::ConferenceContent:
        return conferenceContentFinding(facts);
    case FailoverStepKind::BothDirections:
        return bothDirectionsFinding(facts);
    }
    return {};
}

// Pools comes first everywhere: it tells the backup pool, and which machine belongs to which pool.
QList<FailoverFact> factsOf(const FailoverStep &step)
{
    switch (step.kind) {
    case FailoverStepKind::EdgeNextHop:
        return {FailoverFact::Pools, FailoverFact::Services};
    case FailoverStepKind::CentralManagement:
        return {FailoverFact::Pools, FailoverFact::CentralManagement};
    case FailoverStepKind::Replicas:
        return {FailoverFact::Pools, FailoverFact::Replicas};
    case FailoverStepKind::FailOver:
    case FailoverStepKind::FailBack:
        return {FailoverFact::Pools, FailoverFact::PoolStates};
    case FailoverStepKind::ConferenceContent:
        return {FailoverFact::Pools, FailoverFact::BackupStatus};
    case FailoverStepKind::BothDirections:
        return {FailoverFact::Pools, FailoverFact::PoolStates, FailoverFact::Status, FailoverFact::BackupStatus,
                FailoverFact::CentralManagement};
    }
    return {};
}

} // namespace cspool
