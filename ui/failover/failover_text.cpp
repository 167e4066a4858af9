#include "ui/failover/failover_text.h"

namespace cspool {

using namespace Qt::StringLiterals;

QString FailoverText::way(FailoverDirection direction, bool isDisaster)
{
    if (direction == FailoverDirection::FailOver)
        return isDisaster ? tr("Disaster failover") : tr("Planned failover");
    return isDisaster ? tr("Failback, backup pool down") : tr("Failback");
}

QString FailoverText::explanation(FailoverDirection direction, bool isDisaster)
{
    if (direction == FailoverDirection::FailOver && !isDisaster) {
        return tr(
            "The pool must be up and reachable: it is made read-only and its last changes are copied first, so "
            "that no data of users is lost. \"Automatic failover and failback for Voice\" of the pairing does not do "
            "this: it fails no pool over.");
    }
    if (direction == FailoverDirection::FailOver) {
        return tr("Only for a pool that is down and does not come back in time: what it had not yet copied to its "
                  "backup pool is lost. If the pool is up, choose the planned failover.");
    }
    if (!isDisaster) {
        return tr("The pool and its backup pool must both be up: what users changed meanwhile is copied back before "
                  "the pool serves them again.");
    }
    return tr("Only when the backup pool, which serves the users now, is down and does not come back in time: what "
              "users changed since the failover is lost.");
}

QString FailoverText::name(const FailoverGoal &goal)
{
    if (goal.direction == FailoverDirection::FailOver)
        return (goal.isDisaster ? tr("Disaster failover of %1") : tr("Planned failover of %1")).arg(goal.pool);
    return (goal.isDisaster ? tr("Failback of %1 without its backup pool") : tr("Failback of %1")).arg(goal.pool);
}

QString FailoverText::beginQuestion(const FailoverGoal &goal)
{
    if (goal.direction == FailoverDirection::FailOver) {
        return (goal.isDisaster ? tr("Begin the disaster failover of %1?") : tr("Begin the planned failover of %1?"))
            .arg(goal.pool);
    }
    return (goal.isDisaster ? tr("Begin the failback of %1 without its backup pool?") : tr("Begin the failback of %1?"))
        .arg(goal.pool);
}

QString FailoverText::beginVerb(const FailoverGoal &goal)
{
    if (goal.direction == FailoverDirection::FailOver)
        return goal.isDisaster ? tr("&Begin the disaster failover") : tr("&Begin the planned failover");
    return goal.isDisaster ? tr("&Begin the failback with losses") : tr("&Begin the failback");
}

QString FailoverText::symbol(const FailoverGoal &goal)
{
    return goal.direction == FailoverDirection::FailOver ? u"failover"_s : u"failback"_s;
}

QString FailoverText::state(StepState state)
{
    switch (state) {
    case StepState::Waiting:
        return tr("Waits");
    case StepState::Ready:
        return tr("Next");
    case StepState::Running:
        return tr("Runs…");
    case StepState::Verifying:
        return tr("Is checked…");
    case StepState::Reached:
        return tr("Reached");
    case StepState::NotReached:
        return tr("Not reached");
    case StepState::Unknown:
        return tr("Unknown");
    case StepState::LeftOut:
        return tr("Left out");
    }
    return {};
}

} // namespace cspool
