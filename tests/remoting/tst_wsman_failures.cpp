// Every way in which connecting with WS-Management fails, with its sentence; and that nothing is tried twice.
#include "tests/remoting/wsman_transport_world.h"

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

} // namespace

class TestWsmanFailures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFaultOfCreateHasItsSentence_data();
    void everyFaultOfCreateHasItsSentence();
    void everyFaultOfACommandIsItsOwn_data();
    void everyFaultOfACommandIsItsOwn();
    void everyFaultOfTheSessionEndsIt_data();
    void everyFaultOfTheSessionEndsIt();
    void everyStatusHasItsSentence_data();
    void everyStatusHasItsSentence();
    void hostThatIsNotThereIsNamed();
    void closedPortIsNamed();
    void silentServerIsGivenUpAfterTheTime();
    void serverThatIsNotReachedIsGivenUpSooner();
    void serverWithoutTlsIsNamed();
    void certificateIsDescribedAndNothingIsSent();
    void certificateOfAnotherNameIsDescribed();
    void expiredCertificateIsDescribed();
    void otherFingerprintIsNotTrusted();
    void wrongPasswordIsTriedOnce();
    void missingPasswordIsAskedForWithoutARequest();
    void hugeAnswerIsRefused();
    void webPageIsNoShell();
};

// As published in wsmerror.h of Windows.
void TestWsmanFailures::everyFaultOfCreateHasItsSentence_data()
{
    QTest::addColumn<quint32>("code");
    QTest::addColumn<QString>("id");
    QTest::newRow("shells of this user") << 2150859173u << u"TooManyShells"_s;
    QTest::newRow("shells of the server") << 2150859236u << u"TooManyShells"_s;
    QTest::newRow("shells of the plug-in") << 2150859238u << u"TooManyShells"_s;
    QTest::newRow("operations of this user") << 2150859174u << u"TooManyOperations"_s;
    QTest::newRow("operations of the plug-in") << 2150859239u << u"TooManyOperations"_s;
    QTest::newRow("operations of this user in the plug-in") << 2150859240u << u"TooManyOperations"_s;
    QTest::newRow("commands of the shell") << 2150859241u << u"TooManyOperations"_s;
    QTest::newRow("limit") << 2150858815u << u"QuotaExceeded"_s;
    QTest::newRow("load of this user") << 2150859175u << u"QuotaExceeded"_s;
    QTest::newRow("load of the server") << 2150859176u << u"QuotaExceeded"_s;
    QTest::newRow("load of the plug-in") << 2150859242u << u"QuotaExceeded"_s;
    QTest::newRow("users") << 2150859179u << u"TooManyUsers"_s;
    QTest::newRow("users of the plug-in") << 2150859237u << u"TooManyUsers"_s;
    QTest::newRow("shells are not allowed") << 2150859180u << u"RemotingDisabled"_s;
    QTest::newRow("remote access is disabled") << 2150859229u << u"RemotingDisabled"_s;
    QTest::newRow("not from other computers") << 2150859235u << u"RemotingDisabled"_s;
    QTest::newRow("access denied") << 5u << u"AccessDenied"_s;
    QTest::newRow("access denied as HRESULT") << 2147942405u << u"AccessDenied"_s;
    QTest::newRow("authentication failed") << 2150858806u << u"AccessDenied"_s;
    QTest::newRow("permissions of the configuration") << 2150859183u << u"AccessDenied"_s;
    QTest::newRow("resource not found") << 2150858752u << u"ConfigurationUnknown"_s;
    QTest::newRow("resource URI") << 2150858811u << u"ConfigurationUnknown"_s;
    QTest::newRow("envelope too large") << 2150858790u << u"EnvelopeTooLarge"_s;
    QTest::newRow("envelope limit exceeded") << 2150858824u << u"EnvelopeTooLarge"_s;
    QTest::newRow("envelope limit of the server") << 2150858825u << u"EnvelopeTooLarge"_s;
    QTest::newRow("destination unreachable") << 2150858770u << u"ServerBusy"_s;
    QTest::newRow("endpoint unavailable") << 2150858772u << u"ServerBusy"_s;
    QTest::newRow("service unavailable") << 2150859026u << u"ServerBusy"_s;
    QTest::newRow("not found") << 2150859027u << u"WrongPath"_s;
    QTest::newRow("redirect") << 2150859161u << u"Redirected"_s;
    QTest::newRow("timed out") << 2150858793u << u"NoAnswer"_s;
    QTest::newRow("unknown") << 4711u << u"WsmanFault"_s;
}

void TestWsmanFailures::everyFaultOfCreateHasItsSentence()
{
    QFETCH(const quint32, code);
    TransportWorld world;
    world.rule = [code](const ReceivedRequest &, const Responder &responder) {
        responder.answer(faultReply(code, "Said the server %1."));
        return true;
    };
    world.transport().open(world.pool, {"x"});
    QTRY_COMPARE(world.failed->count(), 1);
    QTEST(world.error().id, "id");
    QVERIFY(world.error().message.contains(u"localhost"_s));
    QVERIFY(!world.error().recommendedAction.isEmpty());
    QCOMPARE(world.log.size(), 1);
    world.transport().close();
    QTRY_COMPARE(world.closed->count(), 1);
    QCOMPARE(world.log.size(), 1);
}

void TestWsmanFailures::everyFaultOfACommandIsItsOwn_data()
{
    QTest::addColumn<quint32>("code");
    QTest::addColumn<QString>("id");
    QTest::newRow("too many operations") << 2150859174u << u"TooManyOperations"_s;
    QTest::newRow("too many commands") << 2150859241u << u"TooManyOperations"_s;
    QTest::newRow("load") << 2150859175u << u"QuotaExceeded"_s;
    QTest::newRow("access denied") << 5u << u"AccessDenied"_s;
    QTest::newRow("busy") << 2150858770u << u"ServerBusy"_s;
}

void TestWsmanFailures::everyFaultOfACommandIsItsOwn()
{
    QFETCH(const quint32, code);
    TransportWorld world;
    QVERIFY(world.open());
    world.rule = [code](const ReceivedRequest &request, const Responder &responder) {
        if (request.action == u"Command"_s)
            responder.answer(faultReply(code, "No."));
        return request.action == u"Command"_s;
    };
    const QUuid pipeline = QUuid::createUuid();
    world.transport().createPipeline(pipeline, {"x"});
    QTRY_COMPARE(world.pipelineFailed->count(), 1);
    QTEST(world.pipelineError().id, "id");
    QCOMPARE(world.failed->count(), 0); // the session goes on
    QCOMPARE(world.actions().count(u"Command"_s), 1);
}

void TestWsmanFailures::everyFaultOfTheSessionEndsIt_data()
{
    QTest::addColumn<quint32>("code");
    QTest::addColumn<QString>("id");
    QTest::newRow("no such shell") << 2150858843u << u"ShellGone"_s;
    QTest::newRow("invalid selectors") << 2150858813u << u"ShellGone"_s;
    QTest::newRow("already closed") << 2150859082u << u"ShellGone"_s;
    QTest::newRow("aborted") << 995u << u"ShellGone"_s;
    QTest::newRow("cancelled") << 1223u << u"ShellGone"_s;
    QTest::newRow("another client's session") << 2150859206u << u"ShellTaken"_s;
    QTest::newRow("another client") << 2150859213u << u"ShellTaken"_s;
    QTest::newRow("access denied") << 5u << u"AccessDenied"_s;
}

void TestWsmanFailures::everyFaultOfTheSessionEndsIt()
{
    QFETCH(const quint32, code);
    TransportWorld world;
    QVERIFY(world.open());
    world.say({}, faultReply(code, "No more."));
    QTRY_COMPARE(world.failed->count(), 1);
    QTEST(world.error().id, "id");
    QVERIFY(!world.error().recommendedAction.isEmpty());
}

void TestWsmanFailures::everyStatusHasItsSentence_data()
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

void TestWsmanFailures::everyStatusHasItsSentence()
{
    QFETCH(const int, status);
    TransportWorld world;
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

void TestWsmanFailures::hostThatIsNotThereIsNamed()
{
    TransportWorld world;
    world.settings.url.setHost(u"no-such-host.invalid"_s);
    world.transport().open(world.pool, {"x"});
    QTRY_COMPARE_WITH_TIMEOUT(world.failed->count(), 1, 15000);
    QCOMPARE(world.error().id, u"HostNotFound"_s);
    QVERIFY(world.error().message.contains(u"no-such-host.invalid"_s));
}

void TestWsmanFailures::closedPortIsNamed()
{
    TransportWorld world;
    world.server.stopListening();
    world.transport().open(world.pool, {"x"});
    QTRY_COMPARE(world.failed->count(), 1);
    QCOMPARE(world.error().id, u"PortClosed"_s);
    QVERIFY(world.error().message.contains(QString::number(world.settings.url.port())));
}

void TestWsmanFailures::silentServerIsGivenUpAfterTheTime()
{
    TransportWorld world;
    world.settings.openTimeout = 300ms;
    world.rule = [](const ReceivedRequest &, const Responder &) { return true; };
    world.transport().open(world.pool, {"x"});
    QTRY_COMPARE(world.failed->count(), 1);
    QCOMPARE(world.error().id, u"NoAnswer"_s);
    QCOMPARE(toString(world.error().category), u"OperationTimeout"_s);
}

// Making a session may take minutes; reaching the server may not. And what was not sent needs no Delete.
void TestWsmanFailures::serverThatIsNotReachedIsGivenUpSooner()
{
    QTcpServer mute; // takes connections, and says nothing
    QVERIFY(mute.listen(QHostAddress::LocalHost));
    TransportWorld world;
    world.settings.connectTimeout = 200ms;
    world.settings.openTimeout = 1h;
    world.times.closing = 1h;
    world.settings.url.setPort(mute.serverPort());
    world.transport().open(world.pool, {"x"});
    QTRY_COMPARE(world.failed->count(), 1);
    QCOMPARE(world.error().id, u"NoAnswer"_s);
    world.transport().close();
    QTRY_COMPARE(world.closed->count(), 1); // at once
}

void TestWsmanFailures::serverWithoutTlsIsNamed()
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
    TransportWorld world;
    world.settings.url.setPort(plain.serverPort());
    world.transport().open(world.pool, {"x"});
    QTRY_COMPARE(world.failed->count(), 1);
    QCOMPARE(world.error().id, u"EncryptionFailed"_s);
}

void TestWsmanFailures::certificateIsDescribedAndNothingIsSent()
{
    TransportWorld world;
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
    TransportWorld next;
    next.settings.trustedFingerprint = next.server.identity().fingerprint();
    QVERIFY(next.open());
}

void TestWsmanFailures::certificateOfAnotherNameIsDescribed()
{
    HttpsServer other(Identity::make({u"other.example.com"_s, false}));
    TransportWorld world;
    world.settings.url = other.url();
    world.transport().open(world.pool, {"x"});
    QTRY_COMPARE(world.failed->count(), 1);
    QVERIFY(certificateProblem(world.transport()));
    QVERIFY(certificateProblem(world.transport())->reasons.join(u' ').contains(u"\"localhost\""_s));
}

void TestWsmanFailures::expiredCertificateIsDescribed()
{
    HttpsServer other(Identity::make({u"localhost"_s, true, -30, -2}));
    TransportWorld world;
    world.settings.url = other.url();
    world.transport().open(world.pool, {"x"});
    QTRY_COMPARE(world.failed->count(), 1);
    QVERIFY(certificateProblem(world.transport()));
    QVERIFY(certificateProblem(world.transport())->reasons.contains(u"It has expired."_s));
}

void TestWsmanFailures::otherFingerprintIsNotTrusted()
{
    TransportWorld world;
    world.settings.trustedFingerprint = Identity::make().fingerprint();
    world.transport().open(world.pool, {"x"});
    QTRY_COMPARE(world.failed->count(), 1);
    QVERIFY(certificateProblem(world.transport()));
    QVERIFY(world.server.requests().isEmpty());
}

void TestWsmanFailures::wrongPasswordIsTriedOnce()
{
    TransportWorld world;
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

void TestWsmanFailures::missingPasswordIsAskedForWithoutARequest()
{
    TransportWorld world;
    WsmanTransport transport(world.settings, Secret());
    const QSignalSpy failed(&transport, &PsrpTransport::failed);
    transport.open(world.pool, {"x"});
    QCOMPARE(failed.count(), 0); // from the event loop
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(passwordWanted(transport));
    QVERIFY(world.server.requests().isEmpty());
}

void TestWsmanFailures::hugeAnswerIsRefused()
{
    TransportWorld world;
    world.rule = [](const ReceivedRequest &, const Responder &responder) {
        responder.answer({200, QByteArray(40 * 1024 * 1024, ' '), {}});
        return true;
    };
    world.transport().open(world.pool, {"x"});
    QTRY_COMPARE_WITH_TIMEOUT(world.failed->count(), 1, 10000);
    QCOMPARE(world.error().id, u"AnswerTooLarge"_s);
}

void TestWsmanFailures::webPageIsNoShell()
{
    TransportWorld world;
    world.rule = [](const ReceivedRequest &, const Responder &responder) {
        responder.answer({200, "<html>Welcome to IIS</html>", {}, false, "text/html"});
        return true;
    };
    world.transport().open(world.pool, {"x"});
    QTRY_COMPARE(world.failed->count(), 1);
    QCOMPARE(world.error().id, u"NoRemoting"_s);
}

QTEST_GUILESS_MAIN(TestWsmanFailures)
#include "tst_wsman_failures.moc"
