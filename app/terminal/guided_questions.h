// What is asked about the current step of a guided failover, and what an answer means.
#pragma once

#include "backend/failover/operation_state.h"
#include "model/prompt.h"

namespace cspool {

enum class StepAnswer {
    Run,
    Look, // run elsewhere, or looked at once more
    LeaveOut,
    Stop, // leave the operation, to be gone on with later
};

struct StepQuestion
{
    PromptRequest prompt;
    QList<StepAnswer> answers = {}; // of the prompt's choices
};

// Of a step that is neither reached nor left out. The default is never to run anything.
StepQuestion questionFor(const OperationStep &step, bool canLeaveOut);

// Whether the step is the one that hands the users over: the name of the pool is asked for before it runs.
bool isPoolStep(const FailoverStep &step);

// Whether what was typed names the pool.
bool namesPool(const QString &typed, const QString &pool);

// Checks that stand in the way and that no step takes away: with these nobody begins unattended.
QList<FailoverCheck> obstacles(const QList<FailoverCheck> &checks, const QList<FailoverStep> &steps,
                               const FailoverGoal &goal);

} // namespace cspool
