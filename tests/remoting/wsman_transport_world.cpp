#include "tests/remoting/wsman_transport_world.h"
#include "tests/support/patience.h"

#include <QTest>

namespace cspool::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// One for all worlds: making a key takes its time.
const Identity &sharedIdentity()
{
    static const Identity identity = Identity::make();
    return identity;
}

} // namespace

TransportWorld::TransportWorld()
    : server(sharedIdentity())
{
    settings.url = server.url();
    settings.authentication = Authentication::Basic;
    settings.user = u"CONTOSO\\jo"_s;
    settings.trustedFingerprint = server.identity().fingerprint();
    settings.connectTimeout = 60s;
    settings.openTimeout = 60s;
    times.closing = 60s;
    times.firstRetry = 20ms;
    times.untold = 0ms;
    times.recovery = 60s;
    server.setHandler([this](const HttpRequest &http, const Responder &responder) {
        const ReceivedRequest request = ReceivedRequest::parse(http.body);
        log.append(request);
        if (!rule || !rule(request, responder))
            answer(request, responder);
    });
}

TransportWorld::~TransportWorld() = default;

void TransportWorld::answer(const ReceivedRequest &request, const Responder &responder)
{
    if (request.action == u"Create"_s)
        responder.answer(createReply(request.shellId));
    else if (request.action == u"Receive"_s)
        receives.insert_or_assign(request.pipeline, responder); // waits until there is something to say
    else
        responder.answer(wsmanReply(request.action.toLatin1() + "Response"));
}

WsmanTransport &TransportWorld::transport()
{
    if (!m_transport) {
        m_transport = std::make_unique<WsmanTransport>(settings, Secret{u"secret"_s}, times);
        const auto spy = [this](auto signal) { return std::make_unique<QSignalSpy>(m_transport.get(), signal); };
        ready = spy(&PsrpTransport::ready);
        failed = spy(&PsrpTransport::failed);
        received = spy(&PsrpTransport::received);
        closed = spy(&PsrpTransport::closed);
        pipelineFailed = spy(&PsrpTransport::pipelineFailed);
        pipelineClosed = spy(&PsrpTransport::pipelineClosed);
        interrupted = spy(&PsrpTransport::interrupted);
        recovered = spy(&PsrpTransport::recovered);
        mayBeLost = spy(&PsrpTransport::outputMayBeLost);
    }
    return *m_transport;
}

bool TransportWorld::open()
{
    transport().open(pool, {"first", "second"});
    return waitUntil([this] { return ready->count() == 1 && receives.contains(QUuid()); });
}

bool TransportWorld::openPipeline(const QUuid &pipeline)
{
    transport().createPipeline(pipeline, {"command"});
    return waitForReceive(pipeline);
}

bool TransportWorld::waitForReceive(const QUuid &id)
{
    return waitUntil([&] { return receives.contains(id); });
}

void TransportWorld::say(const QUuid &id, const HttpReply &reply)
{
    const auto waiting = receives.extract(id);
    QVERIFY(waiting);
    waiting.mapped().answer(reply);
}

QStringList TransportWorld::actions() const
{
    QStringList names;
    for (const ReceivedRequest &request : log)
        names.append(request.action);
    return names;
}

Error TransportWorld::error() const
{
    return failed->value(0).value(0).value<Error>();
}

Error TransportWorld::pipelineError() const
{
    return pipelineFailed->isEmpty() ? Error() : pipelineFailed->constLast().value(1).value<Error>();
}

int TransportWorld::failures() const
{
    return int(failed->count() + pipelineFailed->count());
}

void TransportWorld::cut()
{
    receives.clear();
    log.clear();
    server.cutConnections();
}

} // namespace cspool::test
