// What goes wrong with a process that serves PowerShell Remoting, said to an administrator: what is wrong, and what to
// do.
#pragma once

#include "backend/connection_settings.h"
#include "backend/remoting/process/child_process.h"
#include "model/result.h"

namespace cspool {

// Of a process that has ended, or never was. `errorLines`: the last ones of its standard error; what they say of ssh is
// understood, and the last one is quoted. `wasOpen`: the server had answered by then.
Error processError(const ConnectionSettings &settings, const ProcessEnding &ending, const QStringList &errorLines, bool wasOpen);

// Of a process that speaks something else, or has said itself that it cannot go on.
Error processError(const ConnectionSettings &settings, const Error &protocolError, const QStringList &errorLines);

} // namespace cspool
