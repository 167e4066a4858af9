// OperationState: where the steps of a guided failover or failback stand: what its events and a look at the deployment
// make of them.
#pragma once

#include "backend/failover/operation_event.h"
#include "model/status_tone.h"

#include <QCoreApplication>

namespace cspool {

// Where a step stands.
enum class StepState {
    Waiting, // for the steps before it
    Ready, // the next one
    Running, // its job is queued or runs
    Verifying, // the deployment is being asked, again and again, until its goal is reached or the patience is at its
               // end
    Reached,
    NotReached, // it ran, or was run elsewhere, and its goal is not reached: it can be run again
    Unknown, // begun, and what is true could not be read; or not looked at since it was interrupted
    LeftOut,
};
QString toString(StepState state);
StatusTone toneOf(StepState state);

struct OperationStep
{
    FailoverStep step;
    StepState state = StepState::Waiting;
    StepFinding finding = {}; // as last read
    std::optional<StepStarted> lastStart = {};
    std::optional<StepEnded> lastEnd = {}; // of that start
    bool wasRunElsewhere = false; // since that start, as somebody says
    std::optional<StepLeftOut> leftOut = {};
    // What else has to be known of the last start, in sentences: that another process goes on with it; empty: nothing.
    QString note = {};

    bool isBegun() const { return lastStart.has_value() || wasRunElsewhere; }
    bool hasRun() const; // to a good end, here or, as somebody says, elsewhere
    // Its goal is reached, and that counts: conference content is only restored by running the step to its end, whatever
    // the status of the pools is.
    bool isReached() const;

    bool operator==(const OperationStep &) const = default;
};

// Whether it is the step in which the pool itself changes hands.
bool isOfThePool(const FailoverStep &step);

// A value: the events of one operation, folded one after the other, and what has been read since.
class OperationState
{
    Q_DECLARE_TR_FUNCTIONS(cspool::OperationState)

public:
    OperationState() = default;
    // The first event is an OperationBegun.
    explicit OperationState(const QList<OperationEvent> &events);

    const OperationBegun &begun() const { return m_begun; }
    const QList<OperationStep> &steps() const { return m_steps; }
    bool hasEnded() const { return m_hasEnded; }
    int indexOf(const QString &step) const; // by its id; -1: none
    int currentStep() const; // the first that is neither reached nor left out; -1: none
    bool isPastPointOfNoReturn() const;
    bool canLeaveOut() const; // the current step
    bool isComplete() const { return currentStep() < 0; }

    void apply(const OperationEvent &event);
    void setFinding(int step, const StepFinding &finding);
    void setNote(int step, const QString &note);
    // Which step runs or is verified; -1: none.
    void setActive(int step, StepState state = StepState::Running);

    // How the pools are now and what was not done, in sentences.
    QString summary() const;

private:
    void updateStates();
    StepState stateOf(int index, int current) const;
    OperationStep *find(const QString &step);

    OperationBegun m_begun;
    QList<OperationStep> m_steps;
    bool m_hasEnded = false;
    int m_active = -1;
    StepState m_activeState = StepState::Running;
};

} // namespace cspool
