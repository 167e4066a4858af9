// Whether the two pools of a pair hand over to each other again: the goals of the steps after a failback.
#pragma once

#include "model/failover/failover_step.h"

namespace cspool {

// That the conference content of the pool has come back: the backup pool's export of it is steady.
StepFinding conferenceContentFinding(const FailoverFacts &facts);
// That both pools are Active, and export and import everything. In a disaster, in which the backup pool is down: what
// can be told without it, and what is left to do.
StepFinding bothDirectionsFinding(const FailoverFacts &facts);

// `sentence`, and why the reading is not known where it says so.
template <typename T> QString unreadText(const QString &sentence, const Reading<T> &reading)
{
    return reading.error && !reading.error->message.isEmpty() ? QString(sentence + u' ' + reading.error->message)
                                                              : sentence;
}

} // namespace cspool
