// Which transport carries the session with a server: RemoteSession::connectTo().
#include "backend/remoting/process/process_transport.h"
#include "backend/remoting/remote_session.h"
#include "backend/remoting/wsman/wsman_transport.h"

namespace cspool {

void RemoteSession::connectTo(const ConnectionSettings &settings, const Secret &secret, QObject *context,
                              std::function<void(ConnectionAttempt)> done)
{
    if (settings.isHttps()) {
        return connectThrough([settings, secret] { return std::make_unique<WsmanTransport>(settings, secret); },
                              settings, context, std::move(done));
    }
    const Result<ProcessProgram> program = processProgram(settings);
    if (program) {
        return connectThrough(
            [settings, program = *program] { return std::make_unique<ProcessTransport>(settings, program); }, settings,
            context, std::move(done));
    }
    QMetaObject::invokeMethod(
        context, [error = program.error(), done = std::move(done)] { done(error); }, Qt::QueuedConnection);
}

} // namespace cspool
