// Which transport carries the session with a server: RemoteSession::connectTo().
#include "backend/remoting/psrp_transport.h"
#include "backend/remoting/remote_session.h"
#include "backend/remoting/wsman/wsman_transport.h"

#include <QCoreApplication>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::RemoteConnection)
};

} // namespace

void RemoteSession::connectTo(const ConnectionSettings &settings, const Secret &secret, QObject *context,
                              std::function<void(ConnectionAttempt)> done)
{
    if (settings.url.scheme() == "https"_L1) {
        return connectThrough([settings, secret] { return std::make_unique<WsmanTransport>(settings, secret); },
                              settings, context, std::move(done));
    }
    const Error error{ErrorCategory::InvalidArgument, u"TransportUnknown"_s,
                      Text::tr("Servers cannot be reached over %1:// by this program.").arg(settings.url.scheme()),
                      Text::tr("Use an address that begins with https://."), settings.url.host()};
    QMetaObject::invokeMethod(
        context, [error, done = std::move(done)] { done(error); }, Qt::QueuedConnection);
}

} // namespace cspool
