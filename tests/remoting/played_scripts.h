// The cmdlets of the played deployment, as scripts of a PsrpServer.
#pragma once

#include "tests/remoting/played_deployment.h"

namespace cspool::test {

// Numbers of System.Management.Automation.ErrorCategory.
enum class PlayedCategory {
    InvalidArgument = 5,
    InvalidOperation = 7,
    ObjectNotFound = 13,
    PermissionDenied = 18,
    ConnectionError = 27,
};

using PlayedScripts = QList<std::pair<QString, PsrpServer::Script>>; // by cmdlet

PlayedScripts readingScripts(const PlayedDeployment &deployment);
PlayedScripts failoverScripts(const PlayedDeployment &deployment); // and all that belongs to one
PlayedScripts backupScripts(const PlayedDeployment &deployment);

// PowerShell's ShouldProcess: with -WhatIf it says what `work` would be and nothing else; it asks where the cmdlet does
// so or -Confirm was given, and neither -Confirm:$false nor -Force; a No ends the cmdlet.
void shouldProcess(ServedCommand &command, const QString &target, std::function<void()> work);

// Ends the command with an error.
void refuse(ServedCommand &command, const QString &message, const QString &id, PlayedCategory category);
void refuseUnknownPool(ServedCommand &command);
// Whether the backup service of the pool can be used; if not, the command has ended, or never will.
bool reachesBackupService(ServedCommand &command, const PlayedState &state, const PlayedPool &pool);

} // namespace cspool::test
