// Which steps a failover or failback needs, in which order, and what a person reads of each before it is confirmed.
#include "model/failover/failover_step.h"

#include "model/enum_text.h"
#include "model/failover/failover_lines.h"
#include "model/failover/failover_surroundings.h"

#include <QCoreApplication>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr EnumText<FailoverStepKind> stepKindTexts[] = {
    {FailoverStepKind::EdgeNextHop, "EdgeNextHop"},
    {FailoverStepKind::CentralManagement, "CentralManagement"},
    {FailoverStepKind::Replicas, "Replicas"},
    {FailoverStepKind::FailOver, "FailOver"},
    {FailoverStepKind::FailBack, "FailBack"},
    {FailoverStepKind::ConferenceContent, "ConferenceContent"},
    {FailoverStepKind::BothDirections, "BothDirections"},
};

class StepMaker
{
    Q_DECLARE_TR_FUNCTIONS(cspool::FailoverStep)

public:
    explicit StepMaker(const FailoverFacts &facts)
        : m_facts(facts)
        , m_pool(facts.goal.pool)
        , m_backupPool(facts.backupPool())
    {
    }

    QList<FailoverStep> failOver();
    QList<FailoverStep> failBack(const QStringList &movedEdgePools);

private:
    FailoverStep make(FailoverStepKind kind, const QString &subject, const FailoverLine &line = {}) const;
    void addEdgeSteps();
    FailoverStep edgeAwayStep(const QString &edgePool) const;
    FailoverStep edgeUnknownStep(const QString &edgePool) const;
    FailoverStep edgesUnknownStep() const;
    FailoverStep edgeBackStep(const QString &edgePool) const;
    void addCentralManagementStep();
    FailoverStep centralManagementStep() const;
    FailoverStep centralManagementDownStep() const;
    FailoverStep centralManagementUnknownStep() const;
    bool isReplicationNeeded() const;
    FailoverStep replicasStep() const;
    FailoverStep failOverStep() const;
    FailoverStep failBackStep() const;
    FailoverStep contentStep() const;
    FailoverStep bothDirectionsStep() const;

    const FailoverFacts &m_facts;
    const QString m_pool;
    const QString m_backupPool;
    QList<FailoverStep> m_steps;
};

// Without a line nothing is run: the step is to look.
FailoverStep StepMaker::make(FailoverStepKind kind, const QString &subject, const FailoverLine &line) const
{
    FailoverStep step;
    step.kind = kind;
    step.subject = subject;
    step.target = m_backupPool;
    step.commandLine = line.line;
    step.runsHere = line.runsHere;
    step.place = line.place;
    step.hasPointOfNoReturn = line.hasPointOfNoReturn;
    return step;
}

QList<FailoverStep> StepMaker::failOver()
{
    // A next hop is written into the store: one that is down with its pool has to be moved before.
    const bool isStoreDown = m_facts.goal.isDisaster;
    if (isStoreDown)
        addCentralManagementStep();
    addEdgeSteps();
    if (!isStoreDown)
        addCentralManagementStep();
    if (isReplicationNeeded())
        m_steps.append(replicasStep());
    m_steps.append(failOverStep());
    return m_steps;
}

QList<FailoverStep> StepMaker::failBack(const QStringList &movedEdgePools)
{
    m_steps.append(failBackStep());
    if (!m_facts.goal.isDisaster) // which means that the backup pool, from which it would be restored, is down
        m_steps.append(contentStep());
    m_steps.append(bothDirectionsStep());
    for (const QString &edgePool : movedEdgePools) {
        const std::optional<Service> edge = edgeServiceOf(edgePool, m_facts);
        if (!edge || nextHopOf(*edge) != m_pool)
            m_steps.append(edgeBackStep(edgePool));
    }
    return m_steps;
}

void StepMaker::addEdgeSteps()
{
    if (!m_facts.services.isKnown()) {
        m_steps.append(edgesUnknownStep());
        return;
    }
    const QList<Service> edges = edgeServicesOf(m_facts);
    for (const Service &edge : edges) {
        const QString nextHop = nextHopOf(edge);
        if (nextHop.isEmpty())
            m_steps.append(edgeUnknownStep(edge.poolFqdn));
        else if (nextHop == m_pool)
            m_steps.append(edgeAwayStep(edge.poolFqdn));
    }
}

FailoverStep StepMaker::edgeAwayStep(const QString &edgePool) const
{
    FailoverStep step
        = make(FailoverStepKind::EdgeNextHop, edgePool, edgeNextHopLine(edgePool, m_backupPool, m_facts.reach));
    step.title = tr("Make %1 the next hop of the Edge pool %2").arg(m_backupPool, edgePool);
    step.purpose = tr("Users outside come in through the Edge pool %1. As long as its next hop is %2, "
                      "Invoke-CsPoolFailOver refuses the pool, and users outside would reach nobody.")
                       .arg(edgePool, m_pool);
    step.consequence = tr("Users outside come in through %1 to %2 from then on. The next hop can be set back at any "
                          "time.")
                           .arg(edgePool, m_backupPool);
    return step;
}

FailoverStep StepMaker::edgeUnknownStep(const QString &edgePool) const
{
    FailoverStep step = make(FailoverStepKind::EdgeNextHop, edgePool);
    step.title = tr("Find out the next hop of the Edge pool %1").arg(edgePool);
    step.purpose = tr("The deployment does not report the next hop of the Edge pool %1. If it is %2, it has to lead "
                      "elsewhere before: Invoke-CsPoolFailOver refuses the pool otherwise.")
                       .arg(edgePool, m_pool);
    return step;
}

FailoverStep StepMaker::edgesUnknownStep() const
{
    FailoverStep step = make(FailoverStepKind::EdgeNextHop, m_pool);
    step.title = tr("Find out which Edge pools have %1 as their next hop").arg(m_pool);
    step.purpose = tr("The services of the deployment could not be read. Invoke-CsPoolFailOver refuses a pool to which "
                      "the next hop of an Edge pool leads.");
    return step;
}

FailoverStep StepMaker::edgeBackStep(const QString &edgePool) const
{
    FailoverStep step = make(FailoverStepKind::EdgeNextHop, edgePool, edgeNextHopLine(edgePool, m_pool, m_facts.reach));
    step.target = m_pool;
    step.title = tr("Make %1 the next hop of the Edge pool %2 again").arg(m_pool, edgePool);
    step.purpose = tr("The next hop of the Edge pool %1 was moved for the failover. It need not be moved back: with %2 "
                      "as the next hop users outside are served as well.")
                       .arg(edgePool, m_backupPool);
    step.consequence = tr("Users outside come in through %1 to %2 from then on.").arg(edgePool, m_pool);
    step.isOptional = true;
    return step;
}

void StepMaker::addCentralManagementStep()
{
    const QStringList active = activeCentralManagementPools(m_facts);
    if (active.isEmpty() && m_facts.goal.isDisaster && isStoreInPair(m_facts))
        m_steps.append(centralManagementDownStep());
    else if (active.isEmpty())
        m_steps.append(centralManagementUnknownStep());
    else if (active.contains(m_pool))
        m_steps.append(centralManagementStep());
}

FailoverStep StepMaker::centralManagementStep() const
{
    FailoverStep step = make(FailoverStepKind::CentralManagement, m_pool, centralManagementLine(m_facts));
    step.title = tr("Make the Central Management store on %1 the active one").arg(m_backupPool);
    step.purpose = m_facts.goal.isDisaster
        ? tr("%1, which is down, hosts the active Central Management store. Without it neither a next hop can be "
             "changed "
             "nor a pool failed over, so it is moved first; it need not be moved back.")
              .arg(m_pool)
        : tr("Invoke-CsPoolFailOver needs an active Central Management store that answers, so the one on %1 is moved "
             "before the pool; it need not be moved back.")
              .arg(m_pool);
    step.consequence = m_facts.goal.isDisaster
        ? tr("The topology and the configuration are published on %1 from then on. Changes of the configuration that "
             "had not been copied there from %2 are lost.")
              .arg(m_backupPool, m_pool)
        : tr("The topology and the configuration are published on %1 from then on. Only another failover of the store "
             "moves it back.")
              .arg(m_backupPool);
    return step;
}

// A store that is down is reported as active on no pool, or cannot be asked at all.
FailoverStep StepMaker::centralManagementDownStep() const
{
    FailoverStep step = centralManagementStep();
    step.purpose = tr("No Central Management store is reported to be active, as when the active one was on %1, which "
                      "is down: %1 and %2 hold its two copies. Invoke-CsPoolFailOver needs a store that answers, so it "
                      "is moved before the pool; it need not be moved back.")
                       .arg(m_pool, m_backupPool);
    return step;
}

FailoverStep StepMaker::centralManagementUnknownStep() const
{
    FailoverStep step = make(FailoverStepKind::CentralManagement, m_pool);
    step.title = tr("Find out which pool hosts the active Central Management store");
    step.purpose = tr("It could not be read which pool hosts the active Central Management store. If it is %1, the "
                      "store has to be moved before the pool.")
                       .arg(m_pool);
    return step;
}

// A changed topology, too, has to arrive at the replicas: an Edge server reads its next hop there.
bool StepMaker::isReplicationNeeded() const
{
    const bool isConfigurationChanged = std::any_of(
        m_steps.begin(), m_steps.end(), [](const FailoverStep &step) { return !step.commandLine.isEmpty(); });
    if (isConfigurationChanged || !m_facts.replicas.isKnown())
        return true;
    const QList<ReplicaStatus> replicas = replicasThatMatter(m_facts);
    return std::any_of(replicas.begin(), replicas.end(),
                       [](const ReplicaStatus &replica) { return !replica.upToDate.value_or(false); });
}

FailoverStep StepMaker::replicasStep() const
{
    FailoverStep step = make(FailoverStepKind::Replicas, m_pool, replicationLine(m_facts.reach));
    step.title = tr("Bring the replicas of the Central Management store up to date");
    step.purpose = m_facts.goal.isDisaster
        ? tr("Every server works with its own replica of the configuration: before the pool is failed over, each of "
             "them has to know what has changed. The replicas of %1 are left out, because the pool is down.")
              .arg(m_pool)
        : tr("Every server works with its own replica of the configuration: before the pool is failed over, each of "
             "them has to know what has changed.");
    step.consequence = tr("The replicas get the configuration as it is in the active store; nothing else changes.");
    return step;
}

FailoverStep StepMaker::failOverStep() const
{
    FailoverStep step = make(FailoverStepKind::FailOver, m_pool, failOverLine(m_facts.goal, m_facts.reach));
    step.title = tr("Fail over %1 to %2").arg(m_pool, m_backupPool);
    if (m_facts.goal.isDisaster) {
        step.purpose = tr("%1 is down: %2 is to serve its users with the data that it has.").arg(m_pool, m_backupPool);
        step.consequence
            = tr("%2 serves the users of %1 from then on. What %1 had not handed over to %2 is not there. It cannot be "
                 "taken back by cancelling: the way back is a failback.")
                  .arg(m_pool, m_backupPool);
    } else {
        step.purpose = tr("%1 is made read-only, its last changes are copied to %2, and %2 serves its users. The pool "
                          "has to be up for that.")
                           .arg(m_pool, m_backupPool);
        step.consequence
            = tr("The users of %1 are signed out and in again on %2; meanwhile they cannot change their contacts. Once "
                 "the pool has changed hands it cannot be taken back by cancelling: the way back is a failback.")
                  .arg(m_pool, m_backupPool);
    }
    return step;
}

FailoverStep StepMaker::failBackStep() const
{
    FailoverStep step = make(FailoverStepKind::FailBack, m_pool, failBackLine(m_facts.goal, m_facts.reach));
    step.title = tr("Fail back %1 from %2").arg(m_pool, m_backupPool);
    if (m_facts.goal.isDisaster) {
        step.purpose
            = tr("%2 is down: %1 is to serve its users again with the data that it has.").arg(m_pool, m_backupPool);
        step.consequence
            = tr("%1 serves its users from then on. What they changed on %2 and was not handed over to %1 is not "
                 "there. It cannot be taken back by cancelling.")
                  .arg(m_pool, m_backupPool);
    } else {
        step.purpose
            = tr("What the users changed on %2 is copied to %1, and %1 serves them again.").arg(m_pool, m_backupPool);
        step.consequence = tr("The users are signed out and in again on %1. Once the pool has changed hands it cannot "
                              "be taken back by cancelling.")
                               .arg(m_pool);
    }
    return step;
}

FailoverStep StepMaker::contentStep() const
{
    FailoverStep step = make(FailoverStepKind::ConferenceContent, m_backupPool,
                             synchronisationLine(m_backupPool, toString(BackupModule::DataConf), m_facts.reach));
    step.target = m_pool;
    step.title = tr("Restore the conference content of %1 from %2").arg(m_pool, m_backupPool);
    step.purpose = tr("Conference content that %1 lost in a disaster comes back from %2, not with the failback itself. "
                      "The synchronisation is run for the backup pool.")
                       .arg(m_pool, m_backupPool);
    step.consequence
        = tr("Conference content that %1 lacks is copied there from %2; nothing is deleted.").arg(m_pool, m_backupPool);
    return step;
}

FailoverStep StepMaker::bothDirectionsStep() const
{
    FailoverStep step = make(FailoverStepKind::BothDirections, m_pool);
    step.title = tr("Verify both directions between %1 and %2").arg(m_pool, m_backupPool);
    step.purpose = m_facts.goal.isDisaster
        ? tr("%1 serves its users again. What can be verified while %2 is down is verified; the rest is said.")
              .arg(m_pool, m_backupPool)
        : tr("Only when both pools export and import again, is either of them protected by the other one.");
    return step;
}

} // namespace

QString toString(FailoverStepKind kind)
{
    return enumToString(stepKindTexts, kind);
}

std::optional<FailoverStepKind> failoverStepKindFromString(QStringView text)
{
    return enumFromString(stepKindTexts, text);
}

QString FailoverStep::id() const
{
    return toString(kind) + u':' + subject;
}

QList<FailoverStep> stepsFor(const FailoverFacts &facts, const QStringList &movedEdgePools)
{
    if (facts.backupPool().isEmpty())
        return {};
    StepMaker maker(facts);
    return facts.goal.direction == FailoverDirection::FailOver ? maker.failOver() : maker.failBack(movedEdgePools);
}

} // namespace cspool
