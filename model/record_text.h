// A record as a line of a log: which kind it is and what it says.
#pragma once

#include "model/records.h"
#include "model/status_tone.h"

namespace cspool {

// What a log is filtered by.
enum class RecordKind {
    Error,
    Warning,
    Information, // what is said to the screen or the log, questions, and how the command ended
    Output, // objects
    Step, // a step of the work begins or ends
    Verbose,
};
inline constexpr int RecordKindCount = 6;

RecordKind kindOf(const Record &record);
QString kindText(RecordKind kind); // "Error"
// Steps and endings that went wrong have a tone as errors and warnings do.
StatusTone toneOf(const Record &record);

// Whole, possibly of several lines; never a secret. What it costs is due when it is called.
QString recordText(const Record &record);
// The same in one line; see inOneLine().
QString recordLine(const Record &record);

} // namespace cspool
