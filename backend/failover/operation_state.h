// OperationState: where the steps of a guided failover or failback stand: what its events and a look at the deployment
// make of them.
#pragma once

#include "backend/failover/operation_event.h"
#include "model/status_tone.h"

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
    bool wasRunElsewhere = false; // as somebody says
    // What else has to be known of the last start, in sentences: that it was interrupted, that another process goes on
    // with it; empty: nothing.
    QString note = {};

    bool isBegun() const { return lastStart.has_value() || wasRunElsewhere; }

    bool operator==(const OperationStep &) const = default;
};

} // namespace cspool
