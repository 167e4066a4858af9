// The data of the messages that a client sends. MS-PSRP 2.2.2; as the clients of the recorded exchanges write it.
#pragma once

#include "backend/remoting/psrp/psrp_client.h"

namespace cspool {

ClixmlValue sessionCapability();
ClixmlValue initRunspacePool(const PsrpClient::Options &options);
// `serverProtocolVersion` decides which properties there are: "2.1", "2.2", "2.3".
ClixmlValue createPipeline(const PsrpClient::Options &options, const QList<PsrpCommand> &commands, bool hasInput,
                           const QString &serverProtocolVersion);
ClixmlValue publicKeyData(const QString &publicKey);

} // namespace cspool
