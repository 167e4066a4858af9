// ProcessProgram: which program serves PowerShell Remoting for an address: PowerShell itself, or ssh.
#pragma once

#include "backend/connection_settings.h"
#include "model/result.h"

#include <QStringList>

namespace cspool {

struct ProcessProgram
{
    QString program;
    QStringList arguments; // each is passed as it is

    bool operator==(const ProcessProgram &) const = default;
};

// For "process:" PowerShell on this machine; for "ssh://USER@HOST:PORT" the subsystem "powershell" of that host.
// Neither asks anything: what ssh would ask for has to be settled before (keys in an agent, a ticket, the host key
// known).
Result<ProcessProgram> processProgram(const ConnectionSettings &settings);

} // namespace cspool
