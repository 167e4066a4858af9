// ServerAccess: where cspool takes the password from, how often it asks, and what it says when it is not let in.
#include "app/terminal/server_access.h"

#include "backend/settings_file.h"
#include "tests/support/fake_session.h"

#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>
#endif

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

QByteArray typed; // what the standard input still holds

QByteArray takeTyped(qsizetype atMost)
{
    const QByteArray data = typed.first(std::min(atMost, typed.size()));
    typed.remove(0, data.size());
    return data;
}

class Keyring : public PasswordStore
{
public:
    Result<QString> kept = QString();

    void read(const QUrl &, const QString &, QObject *context, Read done) override
    {
        QMetaObject::invokeMethod(
            context, [done, kept = kept] { done(kept); }, Qt::QueuedConnection);
    }
    void write(const QUrl &, const QString &, const QString &, QObject *, Done) override { }
    void remove(const QUrl &, const QString &, QObject *, Done) override { }
};

// Servers that know one password, and a person at a terminal.
struct World
{
    QStringList passwords; // that were tried, in turn
    QList<ConnectionSettings> settings;
    QString right = u"Marked-Right"_s;
    std::optional<CertificateProblem> certificate;
    bool refusesAll = false; // of the certificates that are trusted
    std::optional<Error> failure;
    Keyring keyring;
    const QTemporaryDir folder;
    SettingsFile windowSettings{folder.filePath(u"settings.ini"_s)};
    KnownServers known{&windowSettings}; // of the console's window
    LineReader reader{&takeTyped};
    QString written;
    std::function<void(const QString &)> onWrite;
    bool canAsk = true;
    ServerRequest request{*ConnectionSettings::fromAddress(u"pool01.contoso.com"_s)};

    ConnectionAttempt attempt(const ConnectionSettings &asked, const QString &password)
    {
        if (certificate && (refusesAll || asked.trustedFingerprint.isEmpty()))
            return *certificate;
        if (failure)
            return *failure;
        if (!right.isEmpty() && password != right)
            return PasswordWanted{asked.user, u"The password is wrong."_s};
        return std::make_unique<test::FakeSession>();
    }
    Result<std::unique_ptr<Session>> access()
    {
        ServerAccess::Parts parts;
        parts.connect = [this](const ConnectionSettings &asked, const Secret &secret, QObject *context,
                               const SessionFactory::Connected &done) {
            settings.append(asked);
            passwords.append(secret.password);
            QMetaObject::invokeMethod(
                context, [this, asked, password = secret.password, done] { done(attempt(asked, password)); },
                Qt::QueuedConnection);
        };
        parts.passwords = &keyring;
        parts.known = &known;
        parts.reader = &reader;
        parts.write = [this](const QString &text) {
            written += text;
            if (onWrite)
                onWrite(text);
        };
        parts.canAsk = canAsk;
        ServerAccess access(request, parts);
        QSignalSpy finished(&access, &ServerAccess::finished);
        access.start();
        if (!finished.wait(10000))
            qFatal("It does not end");
        return access.takeResult();
    }
};

} // namespace

class TestServerAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { typed.clear(); }
    void whoIsLoggedOnIsAskedForNothing();
    void aServerThatWantsAPasswordOfNobodyNamesTheOption();
    void thePasswordOfTheInputIsItsFirstLineAndIsTriedOnce();
    void anEmptyInputHoldsNoPassword();
    void theKeyringsPasswordIsTakenUnasked();
    void withoutAKeyringItIsAskedFor();
    void aWrongPasswordIsAskedForThreeTimes();
    void theUserOfAnSshAddressIsAskedForNothing();
    void withoutAPersonNothingIsAskedFor();
    void aCertificateThatDoesNotVerifyIsShownWhole();
    void aTrustedCertificateIsPassedOn();
    void aCertificateThatTheWindowTrustsIsTrustedAndSaid();
    void theCertificateOfTheCommandLineComesFirst();
    void anotherCertificateThanTheWindowTrustsSaysSo();
    void theTimeOutsAreThoseOfTheWindow();
    void ofAServerThatCannotBeReachedTheBackupPoolIsNamed_data();
    void ofAServerThatCannotBeReachedTheBackupPoolIsNamed();
    void aFailureIsHandedOn();
    void noPasswordIsWritten();
    void thePasswordIsHiddenBeforeItIsAskedFor();
};

void TestServerAccess::theUserOfAnSshAddressIsAskedForNothing()
{
    World world;
    world.right.clear();
    world.request.settings = *ConnectionSettings::fromAddress(u"ssh://anna@admin01"_s);
    QVERIFY(world.access());
    QCOMPARE(world.passwords, QStringList{QString()});
    QVERIFY(world.written.isEmpty());
}

void TestServerAccess::whoIsLoggedOnIsAskedForNothing()
{
    World world;
    world.right.clear();
    QVERIFY(world.access());
    QCOMPARE(world.passwords, QStringList{QString()});
    QVERIFY(world.written.isEmpty());
}

void TestServerAccess::aServerThatWantsAPasswordOfNobodyNamesTheOption()
{
    World world;
    const auto result = world.access();
    QVERIFY(!result);
    QCOMPARE(result.error().message, u"The password is wrong."_s);
    QVERIFY(result.error().recommendedAction.contains(u"--user"_s));
    QCOMPARE(world.passwords.size(), 1);
}

void TestServerAccess::thePasswordOfTheInputIsItsFirstLineAndIsTriedOnce()
{
    World world;
    world.request.settings.user = uR"(CONTOSO\anna)"_s;
    world.request.isPasswordOnInput = true;
    world.canAsk = false;
    typed = "Marked-Right\nY\n";
    QVERIFY(world.access());
    QCOMPARE(world.passwords, QStringList{u"Marked-Right"_s});
    typed = "Marked-Wrong\nMarked-Right\n";
    World other;
    other.request = world.request;
    const auto refused = other.access();
    QVERIFY(!refused);
    QCOMPARE(refused.error().id, u"PasswordRefused"_s);
    QCOMPARE(other.passwords, QStringList{u"Marked-Wrong"_s});
}

void TestServerAccess::anEmptyInputHoldsNoPassword()
{
    World world;
    world.request.settings.user = u"anna"_s;
    world.request.isPasswordOnInput = true;
    const auto result = world.access();
    QVERIFY(!result);
    QCOMPARE(result.error().id, u"PasswordMissing"_s);
    QVERIFY(world.passwords.isEmpty());
}

void TestServerAccess::theKeyringsPasswordIsTakenUnasked()
{
    World world;
    world.request.settings.user = u"anna"_s;
    world.keyring.kept = u"Marked-Right"_s;
    QVERIFY(world.access());
    QVERIFY(world.written.isEmpty());
}

void TestServerAccess::withoutAKeyringItIsAskedFor()
{
    World world;
    world.request.settings.user = uR"(CONTOSO\anna)"_s;
    world.keyring.kept = Error{ErrorCategory::ResourceUnavailable, u"NoKeyring"_s, u"There is no keyring."_s};
    typed = "Marked-Right\n";
    QVERIFY(world.access());
    QCOMPARE(world.written, u"Password of CONTOSO\\anna for pool01.contoso.com: \n"_s);
}

void TestServerAccess::aWrongPasswordIsAskedForThreeTimes()
{
    World world;
    world.request.settings.user = u"anna"_s;
    typed = "one\ntwo\nthree\nMarked-Right\n";
    const auto result = world.access();
    QVERIFY(!result);
    QCOMPARE(result.error().id, u"PasswordRefusedTooOften"_s);
    QCOMPARE(world.passwords, (QStringList{u"one"_s, u"two"_s, u"three"_s}));
    QCOMPARE(world.written.count(u"The password is wrong."_s), 2);
}

void TestServerAccess::withoutAPersonNothingIsAskedFor()
{
    World world;
    world.request.settings.user = u"anna"_s;
    world.canAsk = false;
    const auto result = world.access();
    QVERIFY(!result);
    QVERIFY(result.error().recommendedAction.contains(u"--password-stdin"_s));
    QVERIFY(world.passwords.isEmpty());
}

void TestServerAccess::aCertificateThatDoesNotVerifyIsShownWhole()
{
    World world;
    world.certificate = CertificateProblem{u"pool01.contoso.com"_s,
                                           u"CN=pool01.contoso.com"_s,
                                           u"CN=Nobody"_s,
                                           u"1 May 2027"_s,
                                           u"0A:1B"_s,
                                           {u"It is signed by itself."_s, u"It is\nfor another host."_s}};
    const auto result = world.access();
    QVERIFY(!result);
    const QString message = result.error().message;
    for (const QString &part :
         {u"CN=pool01.contoso.com"_s, u"CN=Nobody"_s, u"1 May 2027"_s, u"0A:1B"_s, u"It is signed by itself."_s})
        QVERIFY2(message.contains(part), qPrintable(message));
    QCOMPARE(message.count(u'\n'), 6); // no line of the server's own making
    QVERIFY(result.error().recommendedAction.contains(u"--trust"_s));
}

void TestServerAccess::aTrustedCertificateIsPassedOn()
{
    World world;
    world.right.clear();
    world.certificate = CertificateProblem{};
    world.request.settings.trustedFingerprint = u"0a1b"_s.repeated(16);
    QVERIFY(world.access());
    QCOMPARE(world.settings.first().trustedFingerprint, u"0a1b"_s.repeated(16));
}

void TestServerAccess::aCertificateThatTheWindowTrustsIsTrustedAndSaid()
{
    World world;
    world.right.clear();
    world.certificate = CertificateProblem{};
    const QDateTime trustedAt(QDate(2026, 11, 20), QTime(12, 0));
    world.known.trust(world.request.settings.url, u"0a1b"_s.repeated(16), trustedAt);
    QVERIFY(world.access());
    QCOMPARE(world.settings.first().trustedFingerprint, u"0a1b"_s.repeated(16));
    QVERIFY2(world.written.contains(u"window"_s), qPrintable(world.written));
    QVERIFY2(world.written.contains(QLocale().toString(trustedAt, QLocale::ShortFormat)), qPrintable(world.written));
    QCOMPARE(world.written.count(u'\n'), 1);
}

void TestServerAccess::theCertificateOfTheCommandLineComesFirst()
{
    World world;
    world.right.clear();
    world.known.trust(world.request.settings.url, u"0a1b"_s.repeated(16), QDateTime::currentDateTimeUtc());
    world.request.settings.trustedFingerprint = u"ff00"_s.repeated(16);
    QVERIFY(world.access());
    QCOMPARE(world.settings.first().trustedFingerprint, u"ff00"_s.repeated(16));
    QVERIFY(world.written.isEmpty());
    // And what is trusted of one host says nothing of another.
    World other;
    other.right.clear();
    other.known.trust(QUrl(u"https://pool02.contoso.com/"_s), u"0a1b"_s.repeated(16), QDateTime::currentDateTimeUtc());
    QVERIFY(other.access());
    QVERIFY(other.settings.first().trustedFingerprint.isEmpty());
}

void TestServerAccess::anotherCertificateThanTheWindowTrustsSaysSo()
{
    World world;
    world.refusesAll = true;
    world.certificate = CertificateProblem{u"pool01.contoso.com"_s, {}, {}, {}, u"FF:00"_s, {}};
    world.known.trust(world.request.settings.url, u"0a1b"_s.repeated(16), QDateTime::currentDateTimeUtc());
    const auto result = world.access();
    QVERIFY(!result);
    QVERIFY2(result.error().message.contains(u"not the one that was trusted"_s), qPrintable(result.error().message));
}

void TestServerAccess::theTimeOutsAreThoseOfTheWindow()
{
    World world;
    world.right.clear();
    KnownServer server{world.request.settings};
    server.settings.connectTimeout = std::chrono::seconds(7);
    server.settings.operationTimeout = std::chrono::seconds(40);
    world.known.remember(server);
    QVERIFY(world.access());
    QVERIFY(world.settings.first().connectTimeout == std::chrono::seconds(7));
    QVERIFY(world.settings.first().operationTimeout == std::chrono::seconds(40));
}

void TestServerAccess::ofAServerThatCannotBeReachedTheBackupPoolIsNamed_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("isNamed");
    QTest::newRow("port") << u"PortClosed"_s << true;
    QTest::newRow("time-out") << u"NoAnswer"_s << true;
    QTest::newRow("roles") << u"NotAuthorized"_s << false;
}

void TestServerAccess::ofAServerThatCannotBeReachedTheBackupPoolIsNamed()
{
    QFETCH(const QString, id);
    QFETCH(const bool, isNamed);
    World world;
    world.known.remember({world.request.settings, false, u"pool02.contoso.com"_s});
    world.failure = Error{ErrorCategory::ResourceUnavailable, id, u"It failed."_s, u"Check it."_s};
    const auto result = world.access();
    QVERIFY(!result);
    QVERIFY(result.error().recommendedAction.startsWith(u"Check it."_s));
    QCOMPARE(result.error().recommendedAction.contains(u"--connect https://pool02.contoso.com/OcsPowershell"_s),
             isNamed);
    QCOMPARE(world.settings.size(), 1); // nothing is connected to by itself
}

void TestServerAccess::aFailureIsHandedOn()
{
    World world;
    world.failure = Error{ErrorCategory::ResourceUnavailable, u"HostNotFound"_s, u"There is no such host."_s,
                          u"Check the name."_s};
    const auto result = world.access();
    QVERIFY(!result);
    QCOMPARE(result.error(), *world.failure);
}

void TestServerAccess::noPasswordIsWritten()
{
    World world;
    world.request.settings.user = u"anna"_s;
    typed = "Marked-Secret\nMarked-Right\n";
    QVERIFY(world.access());
    QVERIFY(!world.written.contains(u"Marked"_s));
}

// Who types at once, or a program that answers the question, would show the password otherwise.
void TestServerAccess::thePasswordIsHiddenBeforeItIsAskedFor()
{
#ifdef Q_OS_UNIX
    const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY);
    QVERIFY(terminal >= 0 && ::grantpt(terminal) == 0 && ::unlockpt(terminal) == 0);
    const int line = ::open(::ptsname(terminal), O_RDWR | O_NOCTTY);
    QVERIFY(line >= 0);
    const int input = ::dup(STDIN_FILENO);
    ::dup2(line, STDIN_FILENO);
    const auto restore = qScopeGuard([&] {
        ::dup2(input, STDIN_FILENO);
        for (const int file : {input, line, terminal})
            ::close(file);
    });
    const auto isShown = [] {
        termios mode = {};
        return ::tcgetattr(STDIN_FILENO, &mode) == 0 && (mode.c_lflag & ECHO);
    };
    World world;
    world.request.settings.user = u"CONTOSO\\jo"_s;
    QStringList asked;
    world.onWrite = [&](const QString &text) {
        if (text.startsWith("Password of"_L1)) {
            asked.append(isShown() ? u"shown"_s : u"hidden"_s);
            typed = "Marked-Right\n";
        }
    };
    QVERIFY(isShown());
    QVERIFY(world.access());
    QCOMPARE(asked, QStringList(u"hidden"_s));
    QVERIFY(isShown());
#else
    QSKIP("Terminals are different here.");
#endif
}

QTEST_GUILESS_MAIN(TestServerAccess)
#include "tst_server_access.moc"
