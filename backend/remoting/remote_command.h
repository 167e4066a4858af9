// What of a Command travels to a server: the cmdlet with typed parameters, never a line of text.
#pragma once

#include "backend/remoting/psrp/psrp_client.h"
#include "model/command.h"

namespace cspool {

// A list of texts as System.String[].
ClixmlValue clixmlStrings(const QStringList &texts);

// The command as it is sent. Parameters keep their order; one that names a path on this machine (Report) stays here.
// Switches are sent as $true or $false, as PowerShell's own clients send "-Force:$true"; an FQDN as a text, which the
// server converts; a TimeSpan as one, so that a WaitTime in seconds arrives as seconds. An error when validate() refuses
// the command for genuine servers: cmdlets and parameters that only a lab deployment has are never sent.
Result<PsrpCommand> toPsrpCommand(const Command &command);

// The line that shows what a command has brought about, where nobody said how it ended: the first cmdlet that only reads
// of those that its documentation names, for the same pool where it has that parameter. Empty: there is none.
QString lookingCommand(const Command &command, const CmdletInfo &info);

} // namespace cspool
