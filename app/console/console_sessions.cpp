#include "app/console/console_sessions.h"

#include "backend/remoting/remote_session.h"

namespace cspool {

void ConsoleSessions::connectTo(const ConnectionSettings &settings, const Secret &secret, QObject *context,
                                Connected done)
{
    RemoteSession::connectTo(settings, secret, context, std::move(done));
}

} // namespace cspool
