#include "backend/failover/operation_state.h"

#include "model/enum_text.h"

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr EnumText<StepState> stateTexts[] = {
    {StepState::Waiting, "Waiting"},     {StepState::Ready, "Ready"},     {StepState::Running, "Running"},
    {StepState::Verifying, "Verifying"}, {StepState::Reached, "Reached"}, {StepState::NotReached, "NotReached"},
    {StepState::Unknown, "Unknown"},     {StepState::LeftOut, "LeftOut"},
};

} // namespace

bool isOfThePool(const FailoverStep &step)
{
    return step.kind == FailoverStepKind::FailOver || step.kind == FailoverStepKind::FailBack;
}

QString toString(StepState state)
{
    return enumToString(stateTexts, state);
}

StatusTone toneOf(StepState state)
{
    switch (state) {
    case StepState::Waiting:
    case StepState::Ready:
        return StatusTone::None;
    case StepState::LeftOut:
        return StatusTone::Neutral;
    case StepState::Running:
    case StepState::Verifying:
        return StatusTone::Working;
    case StepState::Reached:
        return StatusTone::Good;
    case StepState::NotReached:
        return StatusTone::Bad;
    case StepState::Unknown:
        return StatusTone::Unknown;
    }
    return StatusTone::Unknown;
}

bool OperationStep::hasRun() const
{
    return wasRunElsewhere
        || (lastEnd && (lastEnd->outcome == Outcome::Succeeded || lastEnd->outcome == Outcome::SucceededWithWarnings));
}

bool OperationStep::isReached() const
{
    return finding.state == StepFinding::State::Reached
        && (hasRun() || step.kind != FailoverStepKind::ConferenceContent);
}

OperationState::OperationState(const QList<OperationEvent> &events)
{
    for (const OperationEvent &event : events)
        apply(event);
}

int OperationState::indexOf(const QString &step) const
{
    const auto found = std::find_if(m_steps.cbegin(), m_steps.cend(),
                                    [&step](const OperationStep &each) { return each.step.id() == step; });
    return found == m_steps.cend() ? -1 : int(found - m_steps.cbegin());
}

OperationStep *OperationState::find(const QString &step)
{
    const int index = indexOf(step);
    return index < 0 ? nullptr : &m_steps[index];
}

int OperationState::currentStep() const
{
    const auto found = std::find_if(m_steps.cbegin(), m_steps.cend(),
                                    [](const OperationStep &each) { return !each.leftOut && !each.isReached(); });
    return found == m_steps.cend() ? -1 : int(found - m_steps.cbegin());
}

// Of the pool: that the Central Management store was moved takes nobody's service away.
bool OperationState::isPastPointOfNoReturn() const
{
    return std::any_of(m_steps.cbegin(), m_steps.cend(), [](const OperationStep &each) {
        if (!each.step.hasPointOfNoReturn || !isOfThePool(each.step))
            return false;
        const bool mayHaveHappened = each.state == StepState::Running || each.state == StepState::Verifying
            || each.finding.state != StepFinding::State::NotReached;
        return each.isReached() || (each.isBegun() && mayHaveHappened);
    });
}

bool OperationState::canLeaveOut() const
{
    const int current = currentStep();
    if (current < 0 || m_hasEnded)
        return false;
    const OperationStep &step = m_steps.at(current);
    return !isOfThePool(step.step) && step.state != StepState::Running && step.state != StepState::Verifying;
}

void OperationState::apply(const OperationEvent &event)
{
    if (const auto *begun = std::get_if<OperationBegun>(&event.content)) {
        m_begun = *begun;
        for (const FailoverStep &step : begun->steps)
            m_steps.append({step});
    } else if (const auto *started = std::get_if<StepStarted>(&event.content)) {
        if (OperationStep *step = find(started->step)) {
            step->lastStart = *started;
            step->lastEnd.reset();
            step->wasRunElsewhere = false;
            step->leftOut.reset();
            step->note.clear();
        }
    } else if (const auto *ended = std::get_if<StepEnded>(&event.content)) {
        OperationStep *step = find(ended->step);
        if (step && step->lastStart && step->lastStart->job == ended->job) {
            step->lastEnd = *ended;
            step->note.clear();
        }
    } else if (const auto *elsewhere = std::get_if<StepRunElsewhere>(&event.content)) {
        if (OperationStep *step = find(elsewhere->step))
            step->wasRunElsewhere = true;
    } else if (const auto *verified = std::get_if<StepVerified>(&event.content)) {
        if (OperationStep *step = find(verified->step))
            step->finding = verified->finding;
    } else if (const auto *leftOut = std::get_if<StepLeftOut>(&event.content)) {
        if (OperationStep *step = find(leftOut->step))
            step->leftOut = *leftOut;
    } else if (std::holds_alternative<OperationResumed>(event.content)) {
        // What was true before says nothing of now.
        for (OperationStep &step : m_steps)
            step.finding = {StepFinding::State::Unknown, tr("It has not been looked at since the operation was left.")};
    } else if (std::holds_alternative<OperationEnded>(event.content)) {
        m_hasEnded = true;
    }
    updateStates();
}

void OperationState::setFinding(int step, const StepFinding &finding)
{
    m_steps[step].finding = finding;
    updateStates();
}

void OperationState::setNote(int step, const QString &note)
{
    m_steps[step].note = note;
    updateStates();
}

void OperationState::setActive(int step, StepState state)
{
    m_active = step;
    m_activeState = state;
    updateStates();
}

StepState OperationState::stateOf(int index, int current) const
{
    const OperationStep &step = m_steps.at(index);
    if (index == m_active)
        return m_activeState;
    if (step.leftOut)
        return StepState::LeftOut;
    // What is true of a step to come may not be true any more when those before it have run.
    if (step.isReached() && (current < 0 || index < current || step.isBegun()))
        return StepState::Reached;
    if (step.isBegun()) {
        const bool mayStillRun = step.lastStart && !step.lastEnd && !step.wasRunElsewhere;
        return mayStillRun || step.finding.state == StepFinding::State::Unknown ? StepState::Unknown
                                                                                : StepState::NotReached;
    }
    return index == current ? StepState::Ready : StepState::Waiting;
}

void OperationState::updateStates()
{
    const int current = currentStep();
    for (int i = 0; i < m_steps.size(); ++i)
        m_steps[i].state = stateOf(i, current);
}

QString OperationState::summary() const
{
    QStringList sentences;
    for (const OperationStep &step : m_steps) {
        if (isOfThePool(step.step) && !step.finding.text.isEmpty())
            sentences.prepend(step.finding.text);
        else if (!step.leftOut && !step.isReached())
            sentences.append(tr("Not reached: %1. %2").arg(step.step.title, step.finding.text).trimmed());
    }
    for (const OperationStep &step : m_steps) {
        if (step.leftOut)
            sentences.append(tr("Left out: %1.").arg(step.step.title));
    }
    if (isComplete()) {
        const bool isLeftOut = std::any_of(m_steps.cbegin(), m_steps.cend(),
                                           [](const OperationStep &step) { return step.leftOut.has_value(); });
        sentences.append(isLeftOut ? tr("Every other step has reached its goal.")
                                   : tr("Every step has reached its goal."));
    }
    return sentences.join(u' ');
}

} // namespace cspool
