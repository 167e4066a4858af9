// The program's own log: a rotating file, one line for each entry. What is logged: the command line as it runs,
// warnings, errors and the outcome; from level debug on also what -Verbose would show. Never an answer to a prompt.
#pragma once

#include "app/log_level.h"
#include "model/records.h"

namespace cspool {

// At the start of main(): from here on Qt's own messages go to the log, so that none reaches the terminal. Until the
// log is opened nothing is kept of it.
void prepareApplicationLog();

// Opens FOLDER/cspool.log (5 MB, two older files are kept) for the rest of the process; makes the folder. After an
// error nothing is logged.
Result<> openApplicationLog(const QString &folder, LogLevel level);

// Any thread. Control characters are replaced, so that one entry stays one line.
void writeLog(LogLevel level, const QString &message);

// The record as the log shows it; progress and steps are not logged.
void writeLog(const Record &record, const QString &cmdlet);

} // namespace cspool
