// WsmanTransport against a server on the loopback: which requests it sends, how many, and what it makes of every
// answer.
#include "backend/remoting/wsman/wsman_transport.h"
#include "tests/remoting/https_server.h"
#include "tests/remoting/wsman_answers.h"

#include <QSignalSpy>
#include <QTest>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// What a person could help with after a failure; none: something else, or nothing.
std::optional<PasswordWanted> passwordWanted(const WsmanTransport &transport)
{
    const PsrpTransport::Wanted wanted = transport.wanted();
    const auto *found = std::get_if<PasswordWanted>(&wanted);
    return found ? std::optional(*found) : std::nullopt;
}

std::optional<CertificateProblem> certificateProblem(const WsmanTransport &transport)
{
    const PsrpTransport::Wanted wanted = transport.wanted();
    const auto *found = std::get_if<CertificateProblem>(&wanted);
    return found ? std::optional(*found) : std::nullopt;
}

// A server that does what a genuine one does with requests in general; a test changes what it is about.
class World
{
public:
    using Rule = std::function<bool(const ReceivedRequest &, const Responder &)>; // true: it has answered, or will

    World()
    {
        settings.url = server.url();
        settings.authentication = Authentication::Basic;
        settings.user = u"CONTOSO\\jo"_s;
        settings.trustedFingerprint = server.identity().fingerprint();
        settings.connectTimeout = 10s;
        times.closing = 2s;
        times.firstRetry = 20ms;
        times.recovery = 10s;
        server.setHandler([this](const HttpRequest &http, const Responder &responder) {
            const ReceivedRequest request = ReceivedRequest::parse(http.body);
            log.append(request);
            if (!rule || !rule(request, responder))
                answer(request, responder);
        });
    }

    void answer(const ReceivedRequest &request, const Responder &responder)
    {
        if (request.action == u"Create"_s)
            responder.answer(createReply(request.shellId));
        else if (request.action == u"Receive"_s)
            receives.insert_or_assign(request.pipeline, responder); // waits until there is something to say
        else
            responder.answer(wsmanReply(request.action.toLatin1() + "Response"));
    }

    WsmanTransport &transport()
    {
        if (!m_transport) {
            m_transport = std::make_unique<WsmanTransport>(settings, Secret{u"secret"_s}, times);
            ready = std::make_unique<QSignalSpy>(m_transport.get(), &PsrpTransport::ready);
            failed = std::make_unique<QSignalSpy>(m_transport.get(), &PsrpTransport::failed);
            received = std::make_unique<QSignalSpy>(m_transport.get(), &PsrpTransport::received);
            closed = std::make_unique<QSignalSpy>(m_transport.get(), &PsrpTransport::closed);
            pipelineFailed = std::make_unique<QSignalSpy>(m_transport.get(), &PsrpTransport::pipelineFailed);
            pipelineClosed = std::make_unique<QSignalSpy>(m_transport.get(), &PsrpTransport::pipelineClosed);
            interrupted = std::make_unique<QSignalSpy>(m_transport.get(), &PsrpTransport::interrupted);
            recovered = std::make_unique<QSignalSpy>(m_transport.get(), &PsrpTransport::recovered);
        }
        return *m_transport;
    }
    bool open()
    {
        transport().open(pool, {"first", "second"});
        return QTest::qWaitFor([this] { return ready->count() == 1 && receives.contains(QUuid()); });
    }
    bool openPipeline(const QUuid &pipeline)
    {
        transport().createPipeline(pipeline, {"command"});
        return QTest::qWaitFor([&] { return receives.contains(pipeline); });
    }
    bool waitForReceive(const QUuid &id)
    {
        return QTest::qWaitFor([&] { return receives.contains(id); });
    }
    // Answers the Receive that waits.
    void say(const QUuid &id, const HttpReply &reply)
    {
        const auto it = receives.find(id);
        QVERIFY(it != receives.end());
        const Responder responder = it->second;
        receives.erase(it);
        responder.answer(reply);
    }
    QStringList actions() const
    {
        QStringList names;
        for (const ReceivedRequest &request : log)
            names.append(request.action);
        return names;
    }
    Error error() const { return failed->value(0).value(0).value<Error>(); }

    HttpsServer server;
    ConnectionSettings settings;
    WsmanTransport::Times times;
    Rule rule;
    QList<ReceivedRequest> log;
    std::map<QUuid, Responder> receives;
    const QUuid pool = QUuid::createUuid();
    std::unique_ptr<QSignalSpy> ready, failed, received, closed, pipelineFailed, pipelineClosed, interrupted, recovered;

private:
    std::unique_ptr<WsmanTransport> m_transport;
};

} // namespace

class TestWsmanTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sessionTakesAsFewRequestsAsTheProtocolAllows();
    void everyRequestSaysWhatServersExpect();
    void whatDoesNotFitIntoCreateFollowsBySend();
    void envelopeGrowsWithTheServersVersion();
    void nameThatTheServerGivesTheShellIsUsed();
    void receiveIsRepeatedAfterTimeoutsOnly();
    void serverThatAnswersAtOnceIsNotAskedWithoutPause();
    void stopIsNotHeldUpByReceives();
    void commandTakesOneFragmentAndSendsTheRest();
    void answersOfPromptsGoToTheirStream();
    void heldPipelineIsNotAskedFor();
    void pipelineEndsWithATerminateSignalAndItsLaneServesTheNext();
    void faultOfOnePipelineLeavesTheOthers();
    void everyFaultOfCreateHasItsSentence_data();
    void everyFaultOfCreateHasItsSentence();
    void everyStatusHasItsSentence_data();
    void everyStatusHasItsSentence();
    void hostThatIsNotThereIsNamed();
    void closedPortIsNamed();
    void silentServerIsGivenUpAfterTheTime();
    void serverWithoutTlsIsNamed();
    void certificateIsDescribedAndNothingIsSent();
    void certificateOfAnotherNameIsDescribed();
    void expiredCertificateIsDescribed();
    void otherFingerprintIsNotTrusted();
    void wrongPasswordIsTriedOnce();
    void missingPasswordIsAskedForWithoutARequest();
    void closeIsBoundedWhenTheServerIsSilent();
    void closeWhileOpeningDeletesTheShell();
    void closeOfWhatWasNeverOpenedIsClosed();
    void lostConnectionIsRecovered();
    void lostConnectionThatStaysAwayFails();
    void shellThatIsGoneAfterAnInterruptionFails();
    void commandIsNotSentTwiceWhenItsAnswerIsLost();
    void halfAnAnswerIsAnInterruption();
    void hugeAnswerIsRefused();
    void webPageIsNoShell();
};

void TestWsmanTransport::sessionTakesAsFewRequestsAsTheProtocolAllows()
{
    World world;
    QVERIFY(world.open());
    const QUuid pipeline = QUuid::createUuid();
    QVERIFY(world.openPipeline(pipeline));
    world.say(pipeline, receiveReply(pipeline, {"out", "put"}, true));
    QTRY_COMPARE(world.received->count(), 1);
    QCOMPARE(world.received->at(0).at(0).toUuid(), pipeline);
    QCOMPARE(world.received->at(0).at(1).toByteArray(), QByteArray("output"));
    world.transport().closePipeline(pipeline);
    QTRY_COMPARE(world.pipelineClosed->count(), 1);
    world.transport().close();
    QTRY_COMPARE(world.closed->count(), 1);
    QCOMPARE(world.actions(),
             QStringList({u"Create"_s, u"Receive"_s, u"Command"_s, u"Receive"_s, u"Signal"_s, u"Delete"_s}));
    QCOMPARE(world.log.first().fragments, QByteArray("firstsecond"));
    QVERIFY(world.log.at(4).signal.endsWith(u"/signal/Terminate"_s));
    for (const ReceivedRequest &request : std::as_const(world.log))
        QCOMPARE(QUuid::fromString(request.shellId), world.pool);
    QCOMPARE(world.failed->count() + world.pipelineFailed->count() + world.interrupted->count(), 0);
    QCOMPARE(world.server.connectionCount(), 4 - 1); // control, the pool's, the pipeline's
}

void TestWsmanTransport::everyRequestSaysWhatServersExpect()
{
    World world;
    QVERIFY(world.open());
    for (const HttpRequest &request : world.server.requests()) {
        QCOMPARE(request.method, QByteArray("POST"));
        QCOMPARE(request.path, QByteArray("/wsman"));
        QCOMPARE(request.header("Content-Type"), QByteArray("application/soap+xml;charset=UTF-8"));
        QCOMPARE(request.header("Accept-Encoding"), QByteArray("identity"));
        QCOMPARE(request.header("Authorization"), QByteArray("Basic " + QByteArray("CONTOSO\\jo:secret").toBase64()));
    }
}

void TestWsmanTransport::whatDoesNotFitIntoCreateFollowsBySend()
{
    World world;
    QList<QByteArray> fragments;
    for (int i = 0; i < 5; ++i)
        fragments.append(QByteArray(world.transport().maxFragmentSize() / 2, char('a' + i)));
    world.transport().open(world.pool, fragments);
    QTRY_COMPARE(world.actions().count(u"Send"_s), 2);
    QByteArray all;
    for (const ReceivedRequest &request : std::as_const(world.log)) {
        all += request.fragments;
        QCOMPARE(request.pipeline, QUuid());
    }
    QCOMPARE(all, fragments.join());
    QCOMPARE(world.log.first().fragments.size(), fragments.at(0).size() * 2);
}

void TestWsmanTransport::envelopeGrowsWithTheServersVersion()
{
    World world;
    const qsizetype small = world.transport().maxFragmentSize();
    world.transport().setServerProtocolVersion(u"2.1"_s);
    QCOMPARE(world.transport().maxFragmentSize(), small);
    connect(&world.transport(), &PsrpTransport::received, &world.transport(),
            [&world] { world.transport().setServerProtocolVersion(u"2.2"_s); });
    QVERIFY(world.open());
    world.say({}, receiveReply({}, {"x"}));
    QVERIFY(world.waitForReceive({}));
    QVERIFY(world.transport().maxFragmentSize() > 3 * small);
    QCOMPARE(world.log.first().maxEnvelopeSize, 153600);
    QCOMPARE(world.log.last().maxEnvelopeSize, 512000); // of the very next request
}

void TestWsmanTransport::nameThatTheServerGivesTheShellIsUsed()
{
    World world;
    world.rule = [](const ReceivedRequest &request, const Responder &responder) {
        if (request.action == u"Create"_s)
            responder.answer(createReply(u"own <name>"_s));
        return request.action == u"Create"_s;
    };
    QVERIFY(world.open());
    QCOMPARE(world.log.last().shellId, u"own <name>"_s);
}

void TestWsmanTransport::receiveIsRepeatedAfterTimeoutsOnly()
{
    World world;
    QVERIFY(world.open());
    for (int i = 0; i < 3; ++i) {
        QVERIFY(world.waitForReceive({}));
        world.say({}, timedOutReply());
    }
    QVERIFY(world.waitForReceive({}));
    QCOMPARE(world.log.size(), 5); // Create, and four times Receive
    QCOMPARE(world.received->count(), 0);
    QCOMPARE(world.failed->count(), 0);
    QCOMPARE(world.server.connectionCount(), 2);
}

void TestWsmanTransport::serverThatAnswersAtOnceIsNotAskedWithoutPause()
{
    World world;
    QElapsedTimer timer;
    world.rule = [](const ReceivedRequest &request, const Responder &responder) {
        if (request.action == u"Receive"_s)
            responder.answer(timedOutReply());
        return request.action == u"Receive"_s;
    };
    timer.start();
    world.transport().open(world.pool, {"x"});
    QTRY_VERIFY(world.log.size() >= 6);
    QVERIFY(timer.elapsed() >= 4 * 50 - 10);
}

void TestWsmanTransport::stopIsNotHeldUpByReceives()
{
    World world;
    QVERIFY(world.open());
    QList<QUuid> pipelines;
    for (int i = 0; i < 8; ++i) { // more than connections to one host are allowed within one manager
        pipelines.append(QUuid::createUuid());
        QVERIFY(world.openPipeline(pipelines.last()));
    }
    world.transport().stop(pipelines.last());
    QTRY_COMPARE(world.actions().count(u"Signal"_s), 1);
    QCOMPARE(world.log.last().signal, u"powershell/signal/crtl_c"_s);
    QCOMPARE(world.log.last().pipeline, pipelines.last());
    QCOMPARE(world.pipelineClosed->count(), 0); // its end comes as a state
}

void TestWsmanTransport::commandTakesOneFragmentAndSendsTheRest()
{
    World world;
    QVERIFY(world.open());
    const QUuid pipeline = QUuid::createUuid();
    const QByteArray large(world.transport().maxFragmentSize(), 'l');
    world.transport().createPipeline(pipeline, {large, "a", "b", large});
    QTRY_COMPARE(world.actions().count(u"Send"_s), 2);
    const auto command = std::find_if(world.log.cbegin(), world.log.cend(),
                                      [](const ReceivedRequest &r) { return r.action == u"Command"_s; });
    QCOMPARE(command->fragments, large);
    QByteArray sent;
    for (const ReceivedRequest &request : std::as_const(world.log)) {
        if (request.action == u"Send"_s) {
            QCOMPARE(request.pipeline, pipeline);
            QCOMPARE(request.stream, u"stdin"_s);
            sent += request.fragments;
        }
    }
    QCOMPARE(sent, QByteArray("ab" + large));
}

void TestWsmanTransport::answersOfPromptsGoToTheirStream()
{
    World world;
    QVERIFY(world.open());
    const QUuid pipeline = QUuid::createUuid();
    QVERIFY(world.openPipeline(pipeline));
    world.transport().send(pipeline, {"yes"}, PsrpStream::PromptResponse);
    QTRY_COMPARE(world.log.last().action, u"Send"_s);
    QCOMPARE(world.log.last().stream, u"pr"_s);
    QCOMPARE(world.log.last().fragments, QByteArray("yes"));
}

void TestWsmanTransport::heldPipelineIsNotAskedFor()
{
    World world;
    QVERIFY(world.open());
    const QUuid pipeline = QUuid::createUuid();
    QVERIFY(world.openPipeline(pipeline));
    world.transport().setReceiving(pipeline, false);
    world.say(pipeline, receiveReply(pipeline, {"one"}));
    QTRY_COMPARE(world.received->count(), 1);
    world.say({}, receiveReply({}, {"pool"})); // goes on
    QVERIFY(world.waitForReceive({}));
    QVERIFY(!world.receives.contains(pipeline));
    world.transport().setReceiving(pipeline, true);
    QVERIFY(world.waitForReceive(pipeline));
}

void TestWsmanTransport::pipelineEndsWithATerminateSignalAndItsLaneServesTheNext()
{
    World world;
    QVERIFY(world.open());
    for (int i = 0; i < 3; ++i) {
        const QUuid pipeline = QUuid::createUuid();
        QVERIFY(world.openPipeline(pipeline));
        world.say(pipeline, receiveReply(pipeline, {"x"}, true));
        QTRY_COMPARE(world.received->count(), i + 1);
        world.transport().closePipeline(pipeline);
        QTRY_COMPARE(world.pipelineClosed->count(), i + 1);
        QCOMPARE(world.pipelineClosed->last().at(0).toUuid(), pipeline);
    }
    QCOMPARE(world.server.connectionCount(), 3);
}

void TestWsmanTransport::faultOfOnePipelineLeavesTheOthers()
{
    World world;
    QVERIFY(world.open());
    const QUuid good = QUuid::createUuid();
    const QUuid bad = QUuid::createUuid();
    QVERIFY(world.openPipeline(good));
    QVERIFY(world.openPipeline(bad));
    world.say(bad, faultReply(WsmanFault::ShellNotFound, "No such command."));
    QTRY_COMPARE(world.pipelineFailed->count(), 1);
    QCOMPARE(world.pipelineFailed->at(0).at(0).toUuid(), bad);
    QCOMPARE(world.pipelineFailed->at(0).at(1).value<Error>().id, u"ShellGone"_s);
    world.say(good, receiveReply(good, {"x"}));
    QTRY_COMPARE(world.received->count(), 1);
    QCOMPARE(world.failed->count(), 0);
}

void TestWsmanTransport::everyFaultOfCreateHasItsSentence_data()
{
    QTest::addColumn<quint32>("code");
    QTest::addColumn<QString>("id");
    QTest::newRow("too many shells") << 2150859173u << u"TooManyShells"_s;
    QTest::newRow("too many operations") << 2150859174u << u"TooManyOperations"_s;
    QTest::newRow("user's quota") << 2150859175u << u"QuotaExceeded"_s;
    QTest::newRow("too many users") << 2150859179u << u"TooManyUsers"_s;
    QTest::newRow("shells not allowed") << 2150859180u << u"RemotingDisabled"_s;
    QTest::newRow("access denied") << 5u << u"AccessDenied"_s;
    QTest::newRow("resource URI") << 2150858811u << u"ConfigurationUnknown"_s;
    QTest::newRow("envelope") << 2150858824u << u"EnvelopeTooLarge"_s;
    QTest::newRow("unknown") << 4711u << u"WsmanFault"_s;
}

void TestWsmanTransport::everyFaultOfCreateHasItsSentence()
{
    QFETCH(const quint32, code);
    World world;
    world.rule = [code](const ReceivedRequest &, const Responder &responder) {
        responder.answer(faultReply(code, "Said the server %1."));
        return true;
    };
    world.transport().open(world.pool, {"x"});
    QTRY_COMPARE(world.failed->count(), 1);
    QTEST(world.error().id, "id");
    QCOMPARE(world.log.size(), 1);
    world.transport().close();
    QTRY_COMPARE(world.closed->count(), 1);
    QCOMPARE(world.log.size(), 1);
}

void TestWsmanTransport::everyStatusHasItsSentence_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("id");
    QTest::newRow("400") << 400 << u"NoRemoting"_s;
    QTest::newRow("403") << 403 << u"NotAuthorized"_s;
    QTest::newRow("404") << 404 << u"WrongPath"_s;
    QTest::newRow("405") << 405 << u"NoRemoting"_s;
    QTest::newRow("302") << 302 << u"Redirected"_s;
    QTest::newRow("418") << 418 << u"RequestRefused"_s;
    QTest::newRow("500") << 500 << u"ServerFailed"_s;
    QTest::newRow("502") << 502 << u"ServerFailed"_s;
    QTest::newRow("503") << 503 << u"ServerBusy"_s;
    QTest::newRow("504") << 504 << u"NoAnswer"_s;
}

void TestWsmanTransport::everyStatusHasItsSentence()
{
    QFETCH(const int, status);
    World world;
    world.rule = [status](const ReceivedRequest &, const Responder &responder) {
        HttpReply reply{status, "<html>no</html>", {}, false, "text/html"};
        reply.headers = {{"Location", "https://elsewhere.example.com/"}};
        responder.answer(reply);
        return true;
    };
    world.transport().open(world.pool, {"x"});
    QTRY_COMPARE(world.failed->count(), 1);
    QTEST(world.error().id, "id");
    QVERIFY2(world.error().message.contains(status == 400 ? u"/wsman"_s : u"localhost"_s),
             qPrintable(world.error().message));
    QCOMPARE(world.log.size(), 1); // and nobody followed, or tried again
}

void TestWsmanTransport::hostThatIsNotThereIsNamed()
{
    World world;
    world.settings.url.setHost(u"no-such-host.invalid"_s);
    world.transport().open(world.pool, {"x"});
    QTRY_COMPARE_WITH_TIMEOUT(world.failed->count(), 1, 15000);
    QCOMPARE(world.error().id, u"HostNotFound"_s);
    QVERIFY(world.error().message.contains(u"no-such-host.invalid"_s));
}

void TestWsmanTransport::closedPortIsNamed()
{
    World world;
    world.server.stopListening();
    world.transport().open(world.pool, {"x"});
    QTRY_COMPARE(world.failed->count(), 1);
    QCOMPARE(world.error().id, u"PortClosed"_s);
    QVERIFY(world.error().message.contains(QString::number(world.settings.url.port())));
}

void TestWsmanTransport::silentServerIsGivenUpAfterTheTime()
{
    World world;
    world.settings.connectTimeout = 300ms;
    world.rule = [](const ReceivedRequest &, const Responder &) { return true; };
    world.transport().open(world.pool, {"x"});
    QTRY_COMPARE(world.failed->count(), 1);
    QCOMPARE(world.error().id, u"NoAnswer"_s);
    QCOMPARE(toString(world.error().category), u"OperationTimeout"_s);
}

void TestWsmanTransport::serverWithoutTlsIsNamed()
{
    QTcpServer plain;
    QVERIFY(plain.listen(QHostAddress::LocalHost));
    connect(&plain, &QTcpServer::newConnection, &plain, [&plain] {
        QTcpSocket *socket = plain.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            socket->write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
            socket->disconnectFromHost();
        });
    });
    World world;
    world.settings.url.setPort(plain.serverPort());
    world.transport().open(world.pool, {"x"});
    QTRY_COMPARE(world.failed->count(), 1);
    QCOMPARE(world.error().id, u"EncryptionFailed"_s);
}

void TestWsmanTransport::certificateIsDescribedAndNothingIsSent()
{
    World world;
    world.settings.trustedFingerprint.clear();
    world.transport().open(world.pool, {"x"});
    QTRY_COMPARE(world.failed->count(), 1);
    QCOMPARE(world.error().id, u"CertificateRefused"_s);
    QVERIFY(world.server.requests().isEmpty());
    const std::optional<CertificateProblem> problem = certificateProblem(world.transport());
    QVERIFY(problem);
    QCOMPARE(problem->host, u"localhost"_s);
    QCOMPARE(problem->subject, u"localhost"_s);
    QCOMPARE(problem->issuer, u"localhost"_s);
    QVERIFY(!problem->validUntil.isEmpty());
    QCOMPARE(problem->fingerprint.toLower().remove(u':'), world.server.identity().fingerprint());
    QCOMPARE(problem->reasons.size(), 1);
    // And the attempt that follows, with this one trusted, goes through.
    World next;
    next.settings.trustedFingerprint = next.server.identity().fingerprint();
    QVERIFY(next.open());
}

void TestWsmanTransport::certificateOfAnotherNameIsDescribed()
{
    HttpsServer other(Identity::make({u"other.example.com"_s, false}));
    World world;
    world.settings.url = other.url();
    world.transport().open(world.pool, {"x"});
    QTRY_COMPARE(world.failed->count(), 1);
    QVERIFY(certificateProblem(world.transport()));
    QVERIFY(certificateProblem(world.transport())->reasons.join(u' ').contains(u"\"localhost\""_s));
}

void TestWsmanTransport::expiredCertificateIsDescribed()
{
    HttpsServer other(Identity::make({u"localhost"_s, true, -30, -2}));
    World world;
    world.settings.url = other.url();
    world.transport().open(world.pool, {"x"});
    QTRY_COMPARE(world.failed->count(), 1);
    QVERIFY(certificateProblem(world.transport()));
    QVERIFY(certificateProblem(world.transport())->reasons.contains(u"It has expired."_s));
}

void TestWsmanTransport::otherFingerprintIsNotTrusted()
{
    World world;
    world.settings.trustedFingerprint = Identity::make().fingerprint();
    world.transport().open(world.pool, {"x"});
    QTRY_COMPARE(world.failed->count(), 1);
    QVERIFY(certificateProblem(world.transport()));
    QVERIFY(world.server.requests().isEmpty());
}

void TestWsmanTransport::wrongPasswordIsTriedOnce()
{
    World world;
    world.rule = [](const ReceivedRequest &, const Responder &responder) {
        responder.answer({401, {}, {{"WWW-Authenticate", "Negotiate"}, {"WWW-Authenticate", "Basic realm=\"WSMAN\""}}});
        return true;
    };
    world.transport().open(world.pool, {"x"});
    QTRY_COMPARE(world.failed->count(), 1);
    QCOMPARE(world.error().id, u"PasswordWanted"_s);
    QVERIFY(passwordWanted(world.transport()));
    QCOMPARE(passwordWanted(world.transport())->user, u"CONTOSO\\jo"_s);
    QCOMPARE(world.server.requests().size(), 1);
}

void TestWsmanTransport::missingPasswordIsAskedForWithoutARequest()
{
    World world;
    WsmanTransport transport(world.settings, Secret());
    const QSignalSpy failed(&transport, &PsrpTransport::failed);
    transport.open(world.pool, {"x"});
    QCOMPARE(failed.count(), 0); // from the event loop
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(passwordWanted(transport));
    QVERIFY(world.server.requests().isEmpty());
}

void TestWsmanTransport::closeIsBoundedWhenTheServerIsSilent()
{
    World world;
    world.times.closing = 200ms;
    QVERIFY(world.open());
    world.rule = [](const ReceivedRequest &, const Responder &) { return true; };
    world.transport().stop({});
    world.transport().close();
    QTRY_COMPARE_WITH_TIMEOUT(world.closed->count(), 1, 2000);
    QCOMPARE(world.log.last().action, u"Delete"_s);
    QCOMPARE(world.failed->count(), 0);
}

void TestWsmanTransport::closeWhileOpeningDeletesTheShell()
{
    World world;
    std::optional<Responder> create;
    world.rule = [&create](const ReceivedRequest &request, const Responder &responder) {
        if (request.action == u"Create"_s)
            create = responder;
        return request.action == u"Create"_s;
    };
    world.transport().open(world.pool, {"x"});
    QTRY_VERIFY(create);
    world.transport().close();
    create->answer(createReply(world.log.first().shellId));
    QTRY_COMPARE(world.closed->count(), 1);
    QCOMPARE(world.actions(), QStringList({u"Create"_s, u"Delete"_s}));
    QCOMPARE(world.ready->count(), 0);
}

void TestWsmanTransport::closeOfWhatWasNeverOpenedIsClosed()
{
    World world;
    world.transport().close();
    QCOMPARE(world.closed->count(), 0);
    QTRY_COMPARE(world.closed->count(), 1);
    QVERIFY(world.server.requests().isEmpty());
}

void TestWsmanTransport::lostConnectionIsRecovered()
{
    World world;
    QVERIFY(world.open());
    const QUuid pipeline = QUuid::createUuid();
    QVERIFY(world.openPipeline(pipeline));
    world.log.clear();
    world.receives.clear();
    world.server.stopListening();
    world.server.cutConnections();
    QTRY_COMPARE(world.interrupted->count(), 1);
    world.server.listenAgain();
    QTRY_COMPARE(world.recovered->count(), 1);
    QVERIFY(world.waitForReceive({}));
    QVERIFY(world.waitForReceive(pipeline));
    QCOMPARE(world.actions().count(u"Reconnect"_s), 2); // the shell, and the command in it
    QCOMPARE(world.actions().count(u"Receive"_s), 2);
    QCOMPARE(world.log.at(0).pipeline, QUuid());
    QCOMPARE(world.log.at(1).pipeline, pipeline);
    world.say(pipeline, receiveReply(pipeline, {"on it goes"}));
    QTRY_COMPARE(world.received->count(), 1);
    QCOMPARE(world.interrupted->count(), 1);
    QCOMPARE(world.failed->count() + world.pipelineFailed->count(), 0);
}

void TestWsmanTransport::lostConnectionThatStaysAwayFails()
{
    World world;
    world.times.recovery = 300ms;
    QVERIFY(world.open());
    world.server.stopListening();
    world.server.cutConnections();
    QTRY_COMPARE(world.failed->count(), 1);
    QCOMPARE(world.interrupted->count(), 1);
    QCOMPARE(world.recovered->count(), 0);
    QCOMPARE(world.error().id, u"ConnectionNotRecovered"_s);
}

void TestWsmanTransport::shellThatIsGoneAfterAnInterruptionFails()
{
    World world;
    QVERIFY(world.open());
    world.rule = [](const ReceivedRequest &, const Responder &responder) {
        responder.answer(faultReply(WsmanFault::ShellNotFound, "No such shell."));
        return true;
    };
    world.server.cutConnections();
    QTRY_COMPARE(world.failed->count(), 1);
    QCOMPARE(world.error().id, u"ShellGone"_s);
}

void TestWsmanTransport::commandIsNotSentTwiceWhenItsAnswerIsLost()
{
    World world;
    QVERIFY(world.open());
    world.rule = [](const ReceivedRequest &request, const Responder &responder) {
        if (request.action == u"Command"_s)
            responder.cut();
        return request.action == u"Command"_s;
    };
    const QUuid pipeline = QUuid::createUuid();
    world.transport().createPipeline(pipeline, {"restart everything"});
    QTRY_COMPARE(world.pipelineFailed->count(), 1);
    QCOMPARE(world.pipelineFailed->at(0).at(1).value<Error>().id, u"AnswerLost"_s);
    QTRY_COMPARE(world.recovered->count(), 1);
    QCOMPARE(world.actions().count(u"Command"_s), 1);
    QCOMPARE(world.failed->count(), 0);
}

void TestWsmanTransport::halfAnAnswerIsAnInterruption()
{
    World world;
    QVERIFY(world.open());
    const auto it = world.receives.find(QUuid());
    const Responder responder = it->second;
    world.receives.erase(it);
    responder.answerHalf(receiveReply({}, {QByteArray(10000, 'x')}));
    QTRY_COMPARE(world.interrupted->count(), 1);
    QTRY_COMPARE(world.recovered->count(), 1);
    QVERIFY(world.waitForReceive({}));
    QCOMPARE(world.received->count(), 0);
}

void TestWsmanTransport::hugeAnswerIsRefused()
{
    World world;
    world.rule = [](const ReceivedRequest &, const Responder &responder) {
        responder.answer({200, QByteArray(40 * 1024 * 1024, ' '), {}});
        return true;
    };
    world.transport().open(world.pool, {"x"});
    QTRY_COMPARE_WITH_TIMEOUT(world.failed->count(), 1, 10000);
    QCOMPARE(world.error().id, u"AnswerTooLarge"_s);
}

void TestWsmanTransport::webPageIsNoShell()
{
    World world;
    world.rule = [](const ReceivedRequest &, const Responder &responder) {
        responder.answer({200, "<html>Welcome to IIS</html>", {}, false, "text/html"});
        return true;
    };
    world.transport().open(world.pool, {"x"});
    QTRY_COMPARE(world.failed->count(), 1);
    QCOMPARE(world.error().id, u"NoRemoting"_s);
}

QTEST_GUILESS_MAIN(TestWsmanTransport)
#include "tst_wsman_transport.moc"
