// Signing in: which tokens go over which connection, how often, and what a refusal leads to.
#include "backend/remoting/wsman/authentication.h"
#include "backend/remoting/wsman/wsman_transport.h"
#include "tests/remoting/https_server.h"
#include "tests/remoting/wsman_answers.h"

#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtEndian>
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

// The second message of NTLM: a challenge for Unicode and NTLMv2, with nothing about the server but its domain.
QByteArray ntlmChallenge()
{
    const QByteArray domain("C\0O\0N\0T\0O\0S\0O\0", 14);
    QByteArray info;
    const auto append16 = [](QByteArray &bytes, quint16 value) {
        value = qToLittleEndian(value);
        bytes.append(reinterpret_cast<const char *>(&value), 2);
    };
    const auto append32 = [](QByteArray &bytes, quint32 value) {
        value = qToLittleEndian(value);
        bytes.append(reinterpret_cast<const char *>(&value), 4);
    };
    append16(info, 2); // the domain's NetBIOS name
    append16(info, quint16(domain.size()));
    info += domain;
    append32(info, 0); // the end
    constexpr quint32 HeaderSize = 48;
    QByteArray message("NTLMSSP\0", 8);
    append32(message, 2);
    append16(message, quint16(domain.size()));
    append16(message, quint16(domain.size()));
    append32(message, HeaderSize);
    append32(message, 0x00000001 | 0x00000200 | 0x00010000 | 0x00080000 | 0x00800000 | 0x00000004);
    message += "12345678";
    message += QByteArray(8, '\0');
    append16(message, quint16(info.size()));
    append16(message, quint16(info.size()));
    append32(message, HeaderSize + quint32(domain.size()));
    return message + domain + info;
}

QByteArray utf16(const QString &text)
{
    return QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
}

// A server that lets connections in by NTLM, and counts what it is told.
class NtlmServer
{
public:
    NtlmServer()
    {
        server.setHandler([this](const HttpRequest &http, const Responder &responder) { handle(http, responder); });
    }

    void handle(const HttpRequest &http, const Responder &responder)
    {
        const QByteArray authorization = http.header("Authorization");
        if (!authorization.isEmpty() && !authorization.startsWith("NTLM "))
            return responder.answer({401, {}, {{"WWW-Authenticate", offer}}});
        const QByteArray token = QByteArray::fromBase64(authorization.mid(5));
        const quint32 type = token.size() < 12 ? 0 : qFromLittleEndian<quint32>(token.constData() + 8);
        if (type == 1) {
            ++negotiations;
            return responder.answer({401, {}, {{"WWW-Authenticate", "NTLM " + ntlmChallenge().toBase64()}}});
        }
        if (type == 3) {
            proofs.append(token);
            if (accepts)
                signedIn.insert(http.connection);
        }
        if (!signedIn.contains(http.connection))
            return responder.answer({401, {}, {{"WWW-Authenticate", offer}}});
        const ReceivedRequest request = ReceivedRequest::parse(http.body);
        served.append(request);
        if (request.action == u"Create"_s)
            responder.answer(createReply(request.shellId));
        else if (request.action != u"Receive"_s)
            responder.answer(wsmanReply(request.action.toLatin1() + "Response"));
    }
    int servedCount(const QString &action) const
    {
        return int(std::count_if(served.cbegin(), served.cend(), [&](const auto &r) { return r.action == action; }));
    }
    ConnectionSettings settings(Authentication kind = Authentication::Ntlm) const
    {
        ConnectionSettings settings;
        settings.url = server.url();
        settings.authentication = kind;
        settings.user = u"CONTOSO\\jo"_s;
        settings.trustedFingerprint = server.identity().fingerprint();
        return settings;
    }

    HttpsServer server;
    bool accepts = true;
    QByteArray offer = "NTLM";
    int negotiations = 0;
    QList<QByteArray> proofs; // third messages
    QSet<int> signedIn;
    QList<ReceivedRequest> served;
};

} // namespace

class TestAuthentication : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void challengesAreRead_data();
    void challengesAreRead();
    void ntlmProvesThePasswordOnOneLaneFirst();
    void ntlmRefusedIsTriedOnce();
    void ntlmSignsInAgainAfterTheServerClosedTheConnection();
    void ntlmTakesNamesOfBothKinds_data();
    void ntlmTakesNamesOfBothKinds();
    void kindThatIsNotOfferedIsNamed_data();
    void kindThatIsNotOfferedIsNamed();
    void passwordForNtlmNeverTravelsByBasic();
    void withoutTicketAPasswordIsAskedForAndNothingIsSent();
    void withoutKdcAServerThatOffersNtlmIsServed();

private:
    QTemporaryDir m_directory;
};

// No Kerberos of the machine that runs the tests.
void TestAuthentication::initTestCase()
{
    const QString path = m_directory.filePath(u"krb5.conf"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[libdefaults]\n default_realm = TEST.EXAMPLE\n dns_lookup_kdc = false\n dns_lookup_realm = false\n"
               " rdns = false\n dns_canonicalize_hostname = false\n");
    qputenv("KRB5_CONFIG", QFile::encodeName(path));
    qputenv("KRB5CCNAME", QFile::encodeName(u"FILE:"_s + m_directory.filePath(u"tickets"_s)));
    qunsetenv("NTLM_USER_FILE");
}

void TestAuthentication::challengesAreRead_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QStringList>("schemes");
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("none") << QByteArray() << QStringList() << QByteArray();
    QTest::newRow("of IIS") << QByteArray("Negotiate, NTLM") << QStringList{u"negotiate"_s, u"ntlm"_s} << QByteArray();
    QTest::newRow("of WinRM") << QByteArray("Negotiate, Basic realm=\"WSMAN\", Kerberos")
                              << QStringList{u"negotiate"_s, u"basic"_s, u"kerberos"_s} << QByteArray();
    QTest::newRow("token") << QByteArray("Negotiate YWJjZA==") << QStringList{u"negotiate"_s} << QByteArray("abcd");
    QTest::newRow("lines") << QByteArray("Negotiate\nNTLM") << QStringList{u"negotiate"_s, u"ntlm"_s} << QByteArray();
}

void TestAuthentication::challengesAreRead()
{
    QFETCH(const QByteArray, headers);
    const Challenge challenge = Challenge::parse(headers);
    QTEST(challenge.schemes, "schemes");
    QTEST(challenge.negotiateToken, "token");
}

void TestAuthentication::ntlmProvesThePasswordOnOneLaneFirst()
{
    NtlmServer world;
    WsmanTransport transport(world.settings(), Secret{u"secret"_s});
    const QSignalSpy ready(&transport, &PsrpTransport::ready);
    connect(&transport, &PsrpTransport::ready, this, [&world] { QCOMPARE(world.server.connectionCount(), 1); });
    transport.open(QUuid::createUuid(), {"x"});
    QTRY_COMPARE(ready.count(), 1);
    QTRY_COMPARE(world.servedCount(u"Receive"_s), 1);
    QCOMPARE(world.proofs.size(), 2); // each lane its own
    QVERIFY(world.proofs.first().contains(utf16(u"CONTOSO"_s)));
    QVERIFY(world.proofs.first().contains(utf16(u"jo"_s)));
    QCOMPARE(world.server.requests().size(), 6);
    // The connection is signed in: what follows carries nothing.
    transport.createPipeline(QUuid::createUuid(), {"command"});
    QTRY_COMPARE(world.servedCount(u"Command"_s), 1);
    QVERIFY(world.server.requests().at(6).header("Authorization").isEmpty());
}

void TestAuthentication::ntlmRefusedIsTriedOnce()
{
    NtlmServer world;
    world.accepts = false;
    WsmanTransport transport(world.settings(), Secret{u"wrong"_s});
    const QSignalSpy failed(&transport, &PsrpTransport::failed);
    transport.open(QUuid::createUuid(), {"x"});
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(world.proofs.size(), 1);
    QVERIFY(passwordWanted(transport));
    QCOMPARE(passwordWanted(transport)->user, u"CONTOSO\\jo"_s);
    QCOMPARE(world.server.requests().size(), 3);
}

void TestAuthentication::ntlmSignsInAgainAfterTheServerClosedTheConnection()
{
    NtlmServer world;
    WsmanTransport transport(world.settings(), Secret{u"secret"_s});
    const QSignalSpy failed(&transport, &PsrpTransport::failed);
    const QSignalSpy pipelineFailed(&transport, &PsrpTransport::pipelineFailed);
    transport.open(QUuid::createUuid(), {"x"});
    QTRY_COMPARE(world.servedCount(u"Receive"_s), 1);
    world.signedIn.remove(1); // as if the control lane were on another connection now
    transport.createPipeline(QUuid::createUuid(), {"command"});
    QTRY_COMPARE(world.servedCount(u"Receive"_s), 2);
    QCOMPARE(world.servedCount(u"Command"_s), 1);
    QCOMPARE(world.proofs.size(), 4); // the pool, control twice, the command
    QCOMPARE(failed.count() + pipelineFailed.count(), 0);
}

void TestAuthentication::ntlmTakesNamesOfBothKinds_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("sent");
    QTest::newRow("domain") << u"CONTOSO\\jo"_s << u"CONTOSO\\jo"_s;
    QTest::newRow("at") << u"jo@contoso.com"_s << u"contoso.com\\jo"_s;
    QTest::newRow("bare") << u"jo"_s << u"jo"_s;
}

void TestAuthentication::ntlmTakesNamesOfBothKinds()
{
    QFETCH(const QString, user);
    ConnectionSettings settings;
    settings.user = user;
    QTEST(SignIn(settings, Secret{u"x"_s}).ntlmUser(), "sent");
}

void TestAuthentication::kindThatIsNotOfferedIsNamed_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("offer");
    QTest::newRow("NTLM at WinRM") << int(Authentication::Ntlm) << QByteArray("Negotiate, Kerberos");
    QTest::newRow("Basic at IIS") << int(Authentication::Basic) << QByteArray("Negotiate, NTLM");
}

void TestAuthentication::kindThatIsNotOfferedIsNamed()
{
    QFETCH(const int, kind);
    QFETCH(const QByteArray, offer);
    NtlmServer world;
    world.offer = offer;
    world.accepts = false;
    WsmanTransport transport(world.settings(Authentication(kind)), Secret{u"secret"_s});
    const QSignalSpy failed(&transport, &PsrpTransport::failed);
    transport.open(QUuid::createUuid(), {"x"});
    QTRY_COMPARE(failed.count(), 1);
    const Error error = failed.at(0).at(0).value<Error>();
    QCOMPARE(error.id, u"AuthenticationNotOffered"_s);
    QVERIFY(error.message.contains(u"negotiate"_s));
    QVERIFY(!passwordWanted(transport));
}

void TestAuthentication::passwordForNtlmNeverTravelsByBasic()
{
    NtlmServer world;
    world.offer = "Basic realm=\"pool\"";
    world.accepts = false;
    WsmanTransport transport(world.settings(), Secret{u"secret"_s});
    const QSignalSpy failed(&transport, &PsrpTransport::failed);
    transport.open(QUuid::createUuid(), {"x"});
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.at(0).at(0).value<Error>().id, u"AuthenticationNotOffered"_s);
    QCOMPARE(world.server.requests().size(), 1);
    QVERIFY(world.server.requests().first().header("Authorization").isEmpty());
}

void TestAuthentication::withoutTicketAPasswordIsAskedForAndNothingIsSent()
{
    NtlmServer world;
    ConnectionSettings settings = world.settings(Authentication::Negotiate);
    settings.user.clear();
    WsmanTransport transport(settings, Secret());
    const QSignalSpy failed(&transport, &PsrpTransport::failed);
    transport.open(QUuid::createUuid(), {"x"});
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(passwordWanted(transport));
    QVERIFY(passwordWanted(transport)->user.isEmpty());
    QVERIFY(world.server.requests().isEmpty());
}

// IIS offers Negotiate and NTLM. Whether GSSAPI's NTLM is installed or not, the person is let in or the reason is told.
void TestAuthentication::withoutKdcAServerThatOffersNtlmIsServed()
{
    NtlmServer world;
    SignIn signIn(world.settings(Authentication::Negotiate), Secret{u"secret"_s});
    std::optional<Negotiator::Step> step;
    signIn.negotiator().step(Negotiator::makeContext(), {}, this, [&step](const Negotiator::Step &s) { step = s; });
    QTRY_VERIFY(step);
    if (!step->problem)
        QSKIP("GSSAPI has NTLM of its own here, which this server does not speak.");
    WsmanTransport transport(world.settings(Authentication::Negotiate), Secret{u"secret"_s});
    const QSignalSpy ready(&transport, &PsrpTransport::ready);
    transport.open(QUuid::createUuid(), {"x"});
    QTRY_COMPARE(ready.count(), 1);
    QTRY_COMPARE(world.servedCount(u"Receive"_s), 1);
    QCOMPARE(world.proofs.size(), 2);
}

QTEST_GUILESS_MAIN(TestAuthentication)
#include "tst_authentication.moc"
