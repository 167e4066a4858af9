// Negotiate for real: tickets of a Kerberos server, passwords, and NTLM of GSSAPI, against a server that accepts them.
#include "backend/remoting/wsman/wsman_transport.h"
#include "tests/remoting/https_server.h"
#include "tests/remoting/test_kdc.h"
#include "tests/remoting/wsman_answers.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;

namespace {

// A server like WinRM: only Negotiate, and it is the connection that is signed in.
class NegotiateServer
{
public:
    NegotiateServer()
    {
        server.setHandler([this](const HttpRequest &http, const Responder &responder) { handle(http, responder); });
    }

    void handle(const HttpRequest &http, const Responder &responder)
    {
        const QByteArray authorization = http.header("Authorization");
        HttpHeaders headers;
        if (authorization.startsWith("Negotiate ")) {
            ++tokens;
            GssAcceptor &acceptor = acceptors[http.connection];
            const QByteArray answer = acceptor.accept(QByteArray::fromBase64(authorization.mid(10)));
            if (!answer.isEmpty())
                headers = {{"WWW-Authenticate", "Negotiate " + answer.toBase64()}};
            if (acceptor.isComplete()) {
                signedIn[http.connection] = acceptor.user();
                mechanism = acceptor.mechanism();
                acceptors.erase(http.connection);
            } else {
                if (acceptor.isFailed()) {
                    acceptors.erase(http.connection);
                    headers = {{"WWW-Authenticate", "Negotiate"}};
                }
                return responder.answer({401, {}, headers});
            }
        }
        if (!signedIn.contains(http.connection))
            return responder.answer({401, {}, {{"WWW-Authenticate", "Negotiate"}}});
        const ReceivedRequest request = ReceivedRequest::parse(http.body);
        HttpReply reply;
        if (request.action == u"Create"_s)
            reply = createReply(request.shellId);
        else if (request.action == u"Receive"_s)
            return void(++receives);
        else
            reply = wsmanReply(request.action.toLatin1() + "Response");
        reply.headers = headers;
        responder.answer(reply);
    }
    ConnectionSettings settings(const QString &user = {}) const
    {
        ConnectionSettings settings;
        settings.url = server.url();
        settings.user = user;
        settings.trustedFingerprint = server.identity().fingerprint();
        return settings;
    }

    HttpsServer server;
    std::map<int, GssAcceptor> acceptors;
    std::map<int, QString> signedIn;
    QString mechanism;
    int tokens = 0;
    int receives = 0;
};

std::optional<PasswordWanted> passwordWanted(const WsmanTransport &transport)
{
    const PsrpTransport::Wanted wanted = transport.wanted();
    const auto *found = std::get_if<PasswordWanted>(&wanted);
    return found ? std::optional(*found) : std::nullopt;
}

} // namespace

class TestNegotiate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void ticketSignsInWithoutAQuestion();
    void passwordSignsIn_data();
    void passwordSignsIn();
    void wrongPasswordAsksForAnotherAndReachesNoServer();
    void withoutTicketAPasswordIsWanted();
    void connectionThatWasClosedIsSignedInAgain();
    void serviceThatTheDomainDoesNotKnowIsNamed();
    void passwordSignsInByNtlmWhereNoKdcAnswers();

private:
    std::unique_ptr<TestKdc> m_kdc;
};

void TestNegotiate::init()
{
    if (!TestKdc::isInstalled())
        QSKIP("krb5-kdc, krb5-admin-server and krb5-user are not installed.");
    qunsetenv("NTLM_USER_FILE");
    m_kdc = std::make_unique<TestKdc>();
}

void TestNegotiate::cleanup()
{
    m_kdc.reset();
}

void TestNegotiate::ticketSignsInWithoutAQuestion()
{
    m_kdc->signIn(QString::fromLatin1(TestKdc::Password));
    NegotiateServer world;
    WsmanTransport transport(world.settings(), Secret());
    const QSignalSpy ready(&transport, &PsrpTransport::ready);
    transport.open(QUuid::createUuid(), {"x"});
    QTRY_COMPARE(ready.count(), 1);
    QTRY_COMPARE(world.receives, 1);
    QCOMPARE(world.signedIn.at(1), u"jo@TEST.EXAMPLE"_s);
    QCOMPARE(world.signedIn.at(2), u"jo@TEST.EXAMPLE"_s);
    QCOMPARE(world.mechanism, u"kerberos"_s);
    QCOMPARE(world.server.requests().size(), 2); // not one round trip more than without
    transport.createPipeline(QUuid::createUuid(), {"command"});
    QTRY_COMPARE(world.receives, 2);
    QVERIFY(world.server.requests().at(2).header("Authorization").isEmpty());
}

void TestNegotiate::passwordSignsIn_data()
{
    QTest::addColumn<QString>("user");
    QTest::newRow("name@DOMAIN") << u"jo@TEST.EXAMPLE"_s;
    QTest::newRow("name@domain") << u"jo@test.example"_s;
    QTest::newRow("DOMAIN\\name") << u"test.example\\jo"_s;
}

void TestNegotiate::passwordSignsIn()
{
    QFETCH(const QString, user);
    NegotiateServer world;
    WsmanTransport transport(world.settings(user), Secret{QString::fromLatin1(TestKdc::Password)});
    const QSignalSpy ready(&transport, &PsrpTransport::ready);
    transport.open(QUuid::createUuid(), {"x"});
    QTRY_COMPARE(ready.count(), 1);
    QTRY_COMPARE(world.receives, 1);
    QCOMPARE(world.signedIn.at(1), u"jo@TEST.EXAMPLE"_s);
    QCOMPARE(world.mechanism, u"kerberos"_s);
    QCOMPARE(world.server.requests().size(), 2);
}

void TestNegotiate::wrongPasswordAsksForAnotherAndReachesNoServer()
{
    NegotiateServer world;
    WsmanTransport transport(world.settings(u"jo@TEST.EXAMPLE"_s), Secret{u"wrong"_s});
    const QSignalSpy failed(&transport, &PsrpTransport::failed);
    transport.open(QUuid::createUuid(), {"x"});
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(passwordWanted(transport));
    QCOMPARE(passwordWanted(transport)->user, u"jo@TEST.EXAMPLE"_s);
    QCOMPARE(world.server.requests().size(), 0);
}

void TestNegotiate::withoutTicketAPasswordIsWanted()
{
    m_kdc->signIn(QString::fromLatin1(TestKdc::Password));
    m_kdc->signOut();
    NegotiateServer world;
    WsmanTransport transport(world.settings(), Secret());
    const QSignalSpy failed(&transport, &PsrpTransport::failed);
    transport.open(QUuid::createUuid(), {"x"});
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(passwordWanted(transport));
    QCOMPARE(world.server.requests().size(), 0);
}

void TestNegotiate::connectionThatWasClosedIsSignedInAgain()
{
    m_kdc->signIn(QString::fromLatin1(TestKdc::Password));
    NegotiateServer world;
    WsmanTransport transport(world.settings(), Secret());
    const QSignalSpy failed(&transport, &PsrpTransport::failed);
    const QSignalSpy pipelineFailed(&transport, &PsrpTransport::pipelineFailed);
    transport.open(QUuid::createUuid(), {"x"});
    QTRY_COMPARE(world.receives, 1);
    world.signedIn.erase(1);
    transport.createPipeline(QUuid::createUuid(), {"command"});
    QTRY_COMPARE(world.receives, 2);
    QCOMPARE(world.tokens, 4);
    QCOMPARE(failed.count() + pipelineFailed.count(), 0);
}

void TestNegotiate::serviceThatTheDomainDoesNotKnowIsNamed()
{
    m_kdc->signIn(QString::fromLatin1(TestKdc::Password));
    NegotiateServer world;
    ConnectionSettings settings = world.settings();
    settings.url.setHost(u"127.0.0.1"_s);
    WsmanTransport transport(settings, Secret());
    const QSignalSpy failed(&transport, &PsrpTransport::failed);
    transport.open(QUuid::createUuid(), {"x"});
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.at(0).at(0).value<Error>().id, u"ServiceUnknown"_s);
    QCOMPARE(world.server.requests().size(), 0);
}

void TestNegotiate::passwordSignsInByNtlmWhereNoKdcAnswers()
{
    m_kdc->stop();
    QTemporaryDir directory;
    QFile users(directory.filePath(u"users"_s));
    QVERIFY(users.open(QIODevice::WriteOnly));
    users.write("CONTOSO:jo:secret\n");
    users.close();
    qputenv("NTLM_USER_FILE", QFile::encodeName(users.fileName())); // what the accepting side compares with
    NegotiateServer world;
    WsmanTransport transport(world.settings(u"CONTOSO\\jo"_s), Secret{u"secret"_s});
    const QSignalSpy ready(&transport, &PsrpTransport::ready);
    const QSignalSpy failed(&transport, &PsrpTransport::failed);
    transport.open(QUuid::createUuid(), {"x"});
    QTRY_VERIFY_WITH_TIMEOUT(ready.count() + failed.count() == 1, 20000);
    if (failed.count() == 1 && failed.at(0).at(0).value<Error>().id == u"NoTicketServer"_s)
        QSKIP("gss-ntlmssp is not installed; the reason is told.");
    QCOMPARE(ready.count(), 1);
    QTRY_COMPARE(world.receives, 1);
    QCOMPARE(world.mechanism, u"ntlm"_s);
    QCOMPARE(world.server.requests().size(), 4); // two for each connection
}

QTEST_GUILESS_MAIN(TestNegotiate)
#include "tst_negotiate.moc"
