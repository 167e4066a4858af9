// Where the program keeps its things on this machine; the same for window and command line. QCoreApplication's name
// must be set (setApplicationIdentity) before any of these is called.
#pragma once

#include <QString>

namespace cspool {

// Name and version of the program, for Qt's standard paths.
void setApplicationIdentity();

struct Places
{
    static QString defaultDeployment(); // made from the sample on first use
    static QString history(); // job history and record logs
    static QString operations(); // guided failovers and failbacks
    static QString logs(); // of the program itself. Qt 6.4 has no state location yet, so below the local data
};

} // namespace cspool
