#include "model/failover/failover_directions.h"

#include "model/failover/failover_lines.h"
#include "model/failover/failover_surroundings.h"

#include <QCoreApplication>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::StepFinding)
};

using State = StepFinding::State;

bool isSteady(std::optional<ExportStatus> status)
{
    return status == ExportStatus::FinalState || status == ExportStatus::SteadyState;
}

QString wordOf(std::optional<ExportStatus> status)
{
    return status ? toString(*status) : Text::tr("not reported");
}

QString wordOf(std::optional<ImportStatus> status)
{
    return status ? toString(*status) : Text::tr("not reported");
}

QString statusText(const QString &pool, const BackupModuleStatus &module)
{
    return Text::tr("%1, %2: export %3, import %4", "pool, module and its states")
        .arg(pool, module.identity, wordOf(module.exportStatus), wordOf(module.importStatus));
}

State stateOf(const BackupModuleStatus &module)
{
    if (!module.exportStatus || !module.importStatus)
        return State::Unknown;
    if (isSteady(module.exportStatus) && module.importStatus == ImportStatus::NormalState)
        return State::Reached;
    const bool isOnItsWay
        = module.exportStatus == ExportStatus::NonSteadyState && module.importStatus == ImportStatus::NormalState;
    return isOnItsWay ? State::Between : State::NotReached;
}

// What the two directions of a pair say, one sentence after the other.
class Directions
{
public:
    explicit Directions(const FailoverFacts &facts)
        : m_facts(facts)
        , m_activeStores(activeCentralManagementPools(facts))
    {
    }

    void look(const QString &pool, const QString &partner, const Reading<PoolStatus> &status);
    // NotReached before Unknown before Between before Reached.
    State state() const;
    const QStringList &problems() const { return m_problems; }

private:
    bool applies(const BackupModuleStatus &module, const QString &pool, const QString &partner) const;
    BackupModuleStatus expected(const BackupModuleStatus &module, const QString &pool, const QString &partner) const;

    const FailoverFacts &m_facts;
    const QStringList m_activeStores;
    QList<State> m_states;
    QStringList m_problems;
};

// Modules that every pool has always apply; CMSMaster where the active store is on one side of the pair; modules of
// other categories where the service has begun with them.
bool Directions::applies(const BackupModuleStatus &module, const QString &pool, const QString &partner) const
{
    const std::optional<BackupModule> known = backupModuleFromString(module.identity);
    if (known == BackupModule::CmsMaster)
        return m_activeStores.contains(pool) || m_activeStores.contains(partner);
    return known || module.exportStatus != ExportStatus::NotInitialized;
}

// CMSMaster goes in one direction alone: the other pool has nothing to export, and this one nothing to import.
BackupModuleStatus Directions::expected(const BackupModuleStatus &module, const QString &pool,
                                        const QString &partner) const
{
    BackupModuleStatus expected = module;
    if (backupModuleFromString(module.identity) != BackupModule::CmsMaster)
        return expected;
    if (!m_activeStores.contains(pool) && module.exportStatus == ExportStatus::NotInitialized)
        expected.exportStatus = ExportStatus::SteadyState;
    if (!m_activeStores.contains(partner) && module.importStatus == ImportStatus::NotInitialized)
        expected.importStatus = ImportStatus::NormalState;
    return expected;
}

void Directions::look(const QString &pool, const QString &partner, const Reading<PoolStatus> &status)
{
    if (!status.isKnown()) {
        m_states.append(State::Unknown);
        m_problems.append(
            unreadText(Text::tr("The status of the backup service of %1 could not be read.").arg(pool), status));
        return;
    }
    if (status.value->status.modules.isEmpty()) {
        m_states.append(State::Unknown);
        m_problems.append(Text::tr("The backup service of %1 reports no module.").arg(pool));
    }
    for (const BackupModuleStatus &module : status.value->status.modules) {
        if (!applies(module, pool, partner))
            continue;
        m_states.append(stateOf(expected(module, pool, partner)));
        if (m_states.constLast() != State::Reached)
            m_problems.append(Text::tr("%1.").arg(statusText(pool, module)));
    }
}

State Directions::state() const
{
    for (const State state : {State::NotReached, State::Unknown, State::Between}) {
        if (m_states.contains(state))
            return state;
    }
    return State::Reached;
}

QDateTime oldest(const QList<QDateTime> &times)
{
    QDateTime oldest;
    for (const QDateTime &time : times) {
        if (!time.isValid())
            return {};
        if (!oldest.isValid() || time < oldest)
            oldest = time;
    }
    return oldest;
}

// What completes the exchange of a pool whose state is FailedBack.
QStringList completionLines(const FailoverFacts &facts)
{
    const FailoverGoal failback{facts.goal.pool, FailoverDirection::FailBack, false};
    if (facts.reach.kind == DeploymentKind::Lab)
        return {failBackLine(failback, facts.reach).toCopy};
    return {synchronisationLine(facts.goal.pool, {}, facts.reach).toCopy,
            synchronisationLine(facts.backupPool(), {}, facts.reach).toCopy};
}

StepFinding disasterFinding(const FailoverFacts &facts, PoolState state)
{
    const QString pool = facts.goal.pool;
    const QString backupPool = facts.backupPool();
    if (state == PoolState::FailedOver || state == PoolState::FailingOver) {
        return {State::NotReached,
                Text::tr("The state of %1 is %2: it does not serve its users yet.").arg(pool, toString(state)),
                {},
                facts.poolStates.readAt};
    }
    StepFinding finding{State::Reached, {}, completionLines(facts), facts.poolStates.readAt};
    finding.text
        = Text::tr("Verified: the state of %1 is %2, so it serves its users. Not verified, because %3 is down: "
                   "that either of the two hands over to the other one. Until %3 is back, nothing protects "
                   "%1. Once it is back, complete the exchange, restore the conference content from %3, and "
                   "look at both directions again.")
              .arg(pool, toString(state), backupPool);
    finding.nextCommandLines.append(
        synchronisationLine(backupPool, toString(BackupModule::DataConf), facts.reach).toCopy);
    return finding;
}

// Nothing: both are Active.
std::optional<StepFinding> findingOfStates(const FailoverFacts &facts)
{
    const QString pool = facts.goal.pool;
    const QString backupPool = facts.backupPool();
    const std::optional<PoolState> state = facts.stateOf(pool);
    const std::optional<PoolState> backupState = facts.stateOf(backupPool);
    const QDateTime at = facts.poolStates.readAt;
    if (state == PoolState::FailedBack) {
        return StepFinding{State::Between,
                           Text::tr("The state of %1 is FailedBack: it serves its users, and what either of the two "
                                    "pools lacks is still to be exchanged with %2. If nothing does that now, run the "
                                    "next command.")
                               .arg(pool, backupPool),
                           completionLines(facts), at};
    }
    if (!state || !backupState) {
        return StepFinding{State::Unknown,
                           Text::tr("The deployment does not report the state of %1.").arg(state ? backupPool : pool),
                           {},
                           at};
    }
    const bool isPoolAway = state != PoolState::Active;
    if (!isPoolAway && backupState == PoolState::Active)
        return std::nullopt;
    return StepFinding{State::NotReached,
                       Text::tr("The state of %1 is %2, not Active.")
                           .arg(isPoolAway ? pool : backupPool, toString(isPoolAway ? *state : *backupState)),
                       {},
                       at};
}

} // namespace

StepFinding conferenceContentFinding(const FailoverFacts &facts)
{
    const QString pool = facts.goal.pool;
    const QString backupPool = facts.backupPool();
    if (!facts.backupStatus.isKnown()) {
        return {State::Unknown,
                unreadText(Text::tr("The status of the backup service of %1 could not be read.").arg(backupPool),
                           facts.backupStatus)};
    }
    StepFinding finding{State::Unknown, {}, {}, facts.backupStatus.readAt};
    const BackupModuleStatus *content = facts.backupStatus.value->status.module(BackupModule::DataConf);
    if (!content) {
        finding.text = Text::tr("The backup service of %1 does not report the module %2.")
                           .arg(backupPool, toString(BackupModule::DataConf));
        return finding;
    }
    finding.state = stateOf(*content);
    const QString status = statusText(backupPool, *content);
    switch (finding.state) {
    case State::Reached:
        finding.text = Text::tr("%1. What %2 holds of the conference content is on %3.").arg(status, backupPool, pool);
        break;
    case State::Between:
        finding.text = Text::tr("%1. The conference content is still being copied to %2; if nothing changes any more, "
                                "run the synchronisation again.")
                           .arg(status, pool);
        break;
    case State::NotReached:
        finding.text = Text::tr("%1. The conference content has not come back to %2 as a whole.").arg(status, pool);
        break;
    case State::Unknown:
        finding.text = Text::tr("%1.").arg(status);
        break;
    }
    return finding;
}

StepFinding bothDirectionsFinding(const FailoverFacts &facts)
{
    const QString pool = facts.goal.pool;
    const QString backupPool = facts.backupPool();
    if (!facts.poolStates.isKnown())
        return {State::Unknown, unreadText(Text::tr("The states of the pools could not be read."), facts.poolStates)};
    if (facts.goal.isDisaster) {
        if (const std::optional<PoolState> state = facts.stateOf(pool))
            return disasterFinding(facts, *state);
    }
    if (const auto finding = findingOfStates(facts))
        return *finding;
    Directions directions(facts);
    directions.look(pool, backupPool, facts.status);
    directions.look(backupPool, pool, facts.backupStatus);
    StepFinding finding{directions.state(), directions.problems().join(u' '), {}, {}};
    finding.trueAt = oldest({facts.poolStates.readAt, facts.status.readAt, facts.backupStatus.readAt});
    if (finding.state == State::Reached) {
        finding.text = Text::tr("%1 and %2 are Active, and every module that applies to them exports and imports: "
                                "either of the two is protected by the other one.")
                           .arg(pool, backupPool);
        return finding;
    }
    finding.nextCommandLines
        = {synchronisationLine(pool, {}, facts.reach).toCopy, synchronisationLine(backupPool, {}, facts.reach).toCopy};
    return finding;
}

} // namespace cspool
