// How jobs are told of in words: states, outcomes, durations.
#pragma once

#include "model/job.h"
#include "model/status_tone.h"

namespace cspool {

// "Succeeded with warnings": every outcome has a word of its own.
QString outcomeText(Outcome outcome);
// The state of a job that is under way, the outcome of one that has ended. `isElsewhere`: another process runs it.
QString stateText(const JobInfo &job, bool isElsewhere = false);
StatusTone toneOf(const JobInfo &job);

// The cmdlet and what it is about: "Backup-CsPool a.example.com".
QString jobName(const JobInfo &job);

// "0:07", "12:05", "1:02:03", "2 days 1:02:03". A negative duration, by a clock that was set back, is "0:00".
QString durationText(qint64 seconds);
// "about 3 minutes left"; empty when `seconds` is not positive: nothing is known then.
QString remainingText(qint64 seconds);

} // namespace cspool
