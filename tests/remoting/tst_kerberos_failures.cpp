// What goes wrong with Kerberos, said by a real Kerberos server: each has its sentence, and nothing is tried twice.
#include "backend/remoting/wsman/wsman_transport.h"
#include "tests/remoting/https_server.h"
#include "tests/remoting/test_kdc.h"
#include "tests/support/patience.h"

#include <QSignalSpy>
#include <QTest>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;

namespace {

// An attempt that must fail before anything is sent to the server.
struct Attempt
{
    Attempt(const QUrl &url, const QString &user, const QString &password)
    {
        ConnectionSettings settings;
        settings.url = url;
        settings.user = user;
        WsmanTransport transport(settings, Secret{password});
        const QSignalSpy failed(&transport, &PsrpTransport::failed);
        transport.open(QUuid::createUuid(), {"x"});
        if (!waitUntil([&] { return failed.count() == 1; }, 30'000))
            qFatal("The attempt does not end");
        error = failed.at(0).at(0).value<Error>();
        const PsrpTransport::Wanted wanted = transport.wanted();
        if (const auto *password = std::get_if<PasswordWanted>(&wanted))
            passwordWanted = *password;
    }

    Error error;
    std::optional<PasswordWanted> passwordWanted;
};

QString right()
{
    return QString::fromLatin1(TestKdc::Password);
}

} // namespace

class TestKerberosFailures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_kdc.reset(); }
    void whatIsWrongWithAnAccountIsSaid_data();
    void whatIsWrongWithAnAccountIsSaid();
    void anUnknownUserAndAWrongPasswordAskForAnother_data();
    void anUnknownUserAndAWrongPasswordAskForAnother();
    void aWrongPasswordCountsOnceTowardsALock();
    void aLockedAccountIsSaidToBeLocked();
    void clocksThatDifferAreSaidToDiffer();
    void aRealmGuessedFromAShortDomainIsNamed();
    void aServerThatKerberosDoesNotKnowIsNamed_data();
    void aServerThatKerberosDoesNotKnowIsNamed();
    void aHostThatDoesNotExistIsSaidNotToExist_data();
    void aHostThatDoesNotExistIsSaidNotToExist();
    void aTicketIsNotSaidToBeMissingWhereNobodyCouldBeAsked();

private:
    std::unique_ptr<TestKdc> m_kdc;
    std::unique_ptr<HttpsServer> m_server; // that must not be asked anything
};

void TestKerberosFailures::init()
{
    if (!TestKdc::isInstalled())
        QSKIP("krb5-kdc, krb5-admin-server and krb5-user are not installed.");
    m_kdc = std::make_unique<TestKdc>();
    m_server = std::make_unique<HttpsServer>();
}

void TestKerberosFailures::whatIsWrongWithAnAccountIsSaid_data()
{
    QTest::addColumn<QString>("options"); // of kadmin's addprinc
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("message");
    const QString expired = u"The password has expired, so localhost lets nobody in as eve@TEST.EXAMPLE."_s;
    const QString locked
        = u"The account is locked, disabled or expired, so localhost lets nobody in as eve@TEST.EXAMPLE."_s;
    QTest::newRow("expired password") << u"-pwexpire 2020-01-01"_s << u"PasswordExpired"_s << expired;
    QTest::newRow("disabled") << u"-allow_tix"_s << u"AccountLocked"_s << locked;
    QTest::newRow("expired account") << u"-expire 2020-01-01"_s << u"AccountLocked"_s << locked;
}

void TestKerberosFailures::whatIsWrongWithAnAccountIsSaid()
{
    QFETCH(const QString, options);
    QFETCH(const QString, id);
    QFETCH(const QString, message);
    m_kdc->administer(u"addprinc %1 -pw \"%2\" eve"_s.arg(options, right()));
    const Attempt attempt(m_server->url(), u"eve@TEST.EXAMPLE"_s, right());
    QCOMPARE(attempt.error.id, id);
    QCOMPARE(attempt.error.message, message);
    QVERIFY(!attempt.passwordWanted); // another try is of no use
    QCOMPARE(m_server->requests().size(), 0);
}

void TestKerberosFailures::anUnknownUserAndAWrongPasswordAskForAnother_data()
{
    QTest::addColumn<QString>("user");
    QTest::newRow("unknown user") << u"nobody@TEST.EXAMPLE"_s;
    QTest::newRow("wrong password") << u"jo@TEST.EXAMPLE"_s;
}

void TestKerberosFailures::anUnknownUserAndAWrongPasswordAskForAnother()
{
    QFETCH(const QString, user);
    const Attempt attempt(m_server->url(), user, u"wrong"_s);
    QVERIFY2(attempt.passwordWanted, qPrintable(attempt.error.message));
    QCOMPARE(attempt.passwordWanted->user, user);
    QCOMPARE(attempt.passwordWanted->reason, u"localhost does not accept this user name with this password."_s);
    QCOMPARE(m_server->requests().size(), 0);
}

void TestKerberosFailures::aWrongPasswordCountsOnceTowardsALock()
{
    m_kdc->administer(u"addpol -maxfailure 2 twice"_s);
    m_kdc->administer(u"addprinc -policy twice +requires_preauth -pw \"%1\" eve"_s.arg(right()));
    QVERIFY(Attempt(m_server->url(), u"eve@TEST.EXAMPLE"_s, u"wrong"_s).passwordWanted);
    m_kdc->signIn(right(), u"eve"_s); // ends the test when the account is locked
}

void TestKerberosFailures::aLockedAccountIsSaidToBeLocked()
{
    m_kdc->administer(u"addpol -maxfailure 1 once"_s);
    m_kdc->administer(u"addprinc -policy once +requires_preauth -pw \"%1\" eve"_s.arg(right()));
    QVERIFY(Attempt(m_server->url(), u"eve@TEST.EXAMPLE"_s, u"wrong"_s).passwordWanted);
    const Attempt attempt(m_server->url(), u"eve@TEST.EXAMPLE"_s, right());
    QCOMPARE(attempt.error.id, u"AccountLocked"_s);
}

void TestKerberosFailures::clocksThatDifferAreSaidToDiffer()
{
    m_kdc.reset();
    m_kdc = std::make_unique<TestKdc>(true);
    m_kdc->administer(u"modprinc +requires_preauth jo"_s);
    const Attempt attempt(m_server->url(), u"jo@TEST.EXAMPLE"_s, right());
    QCOMPARE(attempt.error.id, u"ClockSkew"_s);
    QVERIFY2(attempt.error.message.contains(u"differ"_s), qPrintable(attempt.error.message));
    QVERIFY(!attempt.passwordWanted);
}

void TestKerberosFailures::aRealmGuessedFromAShortDomainIsNamed()
{
    QUrl url = m_server->url();
    url.setHost(u"localhost.test.example"_s); // the server's domain is guessed to be the user's
    const Attempt attempt(url, u"TEST\\nobody"_s, u"wrong"_s);
    QVERIFY2(attempt.passwordWanted, qPrintable(attempt.error.message));
    QVERIFY2(attempt.passwordWanted->reason.contains(u"nobody@TEST.EXAMPLE"_s),
             qPrintable(attempt.passwordWanted->reason));
}

void TestKerberosFailures::aServerThatKerberosDoesNotKnowIsNamed_data()
{
    QTest::addColumn<bool>("hasPassword");
    QTest::newRow("with a ticket") << false;
    QTest::newRow("with a password") << true;
}

void TestKerberosFailures::aServerThatKerberosDoesNotKnowIsNamed()
{
    QFETCH(const bool, hasPassword);
    const QString host = u"127.0.0.1"_s; // it is there, under a name that nobody has registered
    if (!hasPassword)
        m_kdc->signIn(right());
    QUrl url = m_server->url();
    url.setHost(host);
    const Attempt attempt(url, hasPassword ? u"jo@TEST.EXAMPLE"_s : QString(), hasPassword ? right() : QString());
    QCOMPARE(attempt.error.id, u"ServiceUnknown"_s);
    const QString start = u"Kerberos does not know the server %1: "_s.arg(host);
    QVERIFY2(attempt.error.message.startsWith(start), qPrintable(attempt.error.message));
    QVERIFY2(attempt.error.recommendedAction.contains(u"setspn"_s), qPrintable(attempt.error.recommendedAction));
    QCOMPARE(m_server->requests().size(), 0);
}

void TestKerberosFailures::aHostThatDoesNotExistIsSaidNotToExist_data()
{
    QTest::addColumn<bool>("hasTicket");
    QTest::newRow("with a ticket") << true;
    QTest::newRow("without a ticket") << false;
}

void TestKerberosFailures::aHostThatDoesNotExistIsSaidNotToExist()
{
    QFETCH(const bool, hasTicket);
    if (hasTicket)
        m_kdc->signIn(right());
    const Attempt attempt(QUrl(u"https://no-such-host.invalid/OcsPowershell"_s), {}, {});
    QCOMPARE(attempt.error.id, u"HostNotFound"_s);
    QVERIFY(!attempt.passwordWanted);
}

void TestKerberosFailures::aTicketIsNotSaidToBeMissingWhereNobodyCouldBeAsked()
{
    m_kdc->signIn(right());
    m_kdc->stop();
    const Attempt attempt(m_server->url(), {}, {});
    QVERIFY2(attempt.passwordWanted, qPrintable(attempt.error.message));
    QVERIFY2(!attempt.passwordWanted->reason.contains(u"no valid ticket"_s),
             qPrintable(attempt.passwordWanted->reason));
}

QTEST_GUILESS_MAIN(TestKerberosFailures)
#include "tst_kerberos_failures.moc"
