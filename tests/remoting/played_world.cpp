#include "tests/remoting/played_world.h"

#include "backend/remoting/remote_session.h"
#include "backend/remoting/wsman/wsman_transport.h"

#include <QTest>

namespace cspool::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 30'000; // milliseconds; nothing takes so long

} // namespace

PlayedWorld::PlayedWorld()
{
    server.setUp = [this](PsrpServer &psrp) { deployment.install(psrp); };
    settings.url = server.https().url(u"/OcsPowershell"_s);
    settings.authentication = Authentication::Basic;
    settings.user = u"CONTOSO\\anna"_s;
    settings.trustedFingerprint = server.https().identity().fingerprint();
}

PlayedWorld::~PlayedWorld() = default;

bool PlayedWorld::connect()
{
    session.reset();
    std::optional<ConnectionAttempt> attempt;
    QObject context;
    WsmanTransport::Times times;
    times.firstRetry = 20ms;
    times.untold = 0ms;
    ConnectionSettings reached = settings;
    reached.url = server.https().url(u"/OcsPowershell"_s);
    RemoteSession::connectThrough(
        [reached, times] { return std::make_unique<WsmanTransport>(reached, Secret{u"secret"_s}, times); }, settings,
        &context, [&attempt](ConnectionAttempt result) { attempt = std::move(result); });
    if (!QTest::qWaitFor([&attempt] { return attempt.has_value(); }, Patience))
        return false;
    if (auto *made = std::get_if<std::unique_ptr<Session>>(&*attempt))
        session = std::move(*made);
    return session != nullptr;
}

void PlayedWorld::disconnect()
{
    session.reset();
    if (!QTest::qWaitFor([this] { return server.shells() == 0; }, Patience))
        qFatal("In vain: the shells are deleted");
}

void PlayedWorld::cut()
{
    server.https().stopListening();
    server.https().cutConnections();
}

void PlayedWorld::listen()
{
    server.https().listenAgain();
}

std::unique_ptr<RemoteCommand> PlayedWorld::start(const QString &line, const QList<int> &choices)
{
    const Result<Command> command = parseCommand(line);
    if (!command)
        qFatal("The test's line is wrong: %s", qPrintable(command.error().message));
    auto started = std::make_unique<RemoteCommand>(*session, *command);
    for (const int choice : choices)
        started->answers.push_back(PromptAnswer{0, choice, {}, {}});
    return started;
}

std::unique_ptr<RemoteCommand> PlayedWorld::run(const QString &line, const QList<int> &choices)
{
    std::unique_ptr<RemoteCommand> command = start(line, choices);
    if (!command->waitForEnd(Patience))
        qFatal("In vain: %s ends", qPrintable(line));
    return command;
}

void PlayedWorld::pauseFailovers()
{
    deployment.failoverPause = [this](PlayedPoint reached, const std::function<void()> &continued) {
        point = reached;
        goOn = [this, continued] {
            point.reset();
            continued();
        };
    };
}

bool PlayedWorld::waitForPoint(PlayedPoint wanted)
{
    return QTest::qWaitFor([this, wanted] { return point == wanted; }, Patience);
}

} // namespace cspool::test
