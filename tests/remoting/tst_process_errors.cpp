// What ssh and PowerShell say before they end becomes a sentence and what to do; and which program is started for an
// address.
#include "backend/remoting/process/process_errors.h"
#include "backend/remoting/process/process_program.h"

#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

ConnectionSettings settingsFor(const QString &url)
{
    ConnectionSettings settings;
    settings.user = QUrl(url).userName(QUrl::FullyDecoded);
    settings.url = QUrl(url).adjusted(QUrl::RemoveUserInfo);
    return settings;
}

} // namespace

class TestProcessErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEndingHasASentence_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("says"); // in the message

        const QString ssh = u"ssh://anna@pool-a.contoso.com:2222"_s;
        const int exited = int(ProcessEnding::Kind::Exited);
        const auto said = [&](const char *name, const QStringList &lines, const QString &id, const QString &says) {
            QTest::newRow(name) << ssh << exited << 255 << lines << id << says;
        };
        said("a host key that is not known",
             {u"No ED25519 host key is known for pool-a.contoso.com and you have requested strict checking."_s,
              u"Host key verification failed."_s},
             u"HostKeyUnknown"_s, u"pool-a.contoso.com"_s);
        said("another host key",
             {u"@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @"_s, u"IT IS POSSIBLE"_s, u"Someone"_s,
              u"It is also possible"_s, u"The fingerprint"_s, u"Please contact"_s, u"Host key verification failed."_s},
             u"HostKeyChanged"_s, u"another host key"_s);
        said("sign-in refused", {u"anna@pool-a.contoso.com: Permission denied (publickey,gssapi-with-mic)."_s},
             u"SshSignInRefused"_s, u"Permission denied (publickey,gssapi-with-mic)."_s);
        said("too many keys",
             {u"Received disconnect from 192.0.2.1 port 22:2: Too many authentication failures"_s, u"Disconnected"_s},
             u"SshTooManyKeys"_s, u"too many keys"_s);
        said("no such name", {u"ssh: Could not resolve hostname pool-a.contoso.com: Name or service not known"_s},
             u"HostNotFound"_s, u"pool-a.contoso.com"_s);
        said("port closed", {u"ssh: connect to host pool-a.contoso.com port 2222: Connection refused"_s},
             u"PortClosed"_s, u"port 2222"_s);
        said("no answer", {u"ssh: connect to host pool-a.contoso.com port 2222: Connection timed out"_s}, u"NoAnswer"_s,
             u"port 2222"_s);
        said("no way", {u"ssh: connect to host pool-a.contoso.com port 2222: No route to host"_s}, u"HostUnreachable"_s,
             u"pool-a.contoso.com"_s);
        said("no subsystem", {u"subsystem request failed on channel 0"_s}, u"SshSubsystemMissing"_s, u"lets you in"_s);
        said("closed before", {u"kex_exchange_identification: Connection closed by remote host"_s},
             u"SshConnectionClosed"_s, u"Connection closed by remote host."_s);
        said("bad configuration",
             {u"/home/anna/.ssh/config: line 3: Bad configuration option: hots"_s,
              u"/home/anna/.ssh/config: terminating, 1 bad configuration options"_s},
             u"SshConfigurationInvalid"_s, u"Bad configuration option: hots"_s);
        said("something new", {u"The stars are not right"_s}, u"SshFailed"_s, u"The stars are not right."_s);
        said("nothing", {}, u"SshFailed"_s, u"exit code 255."_s);

        QTest::newRow("ssh is not there") << ssh << int(ProcessEnding::Kind::NotFound) << 0 << QStringList()
                                          << u"SshNotFound"_s << u"ssh is not installed"_s;
        QTest::newRow("PowerShell is not there on the server")
            << ssh << exited << 127 << QStringList{u"bash: line 1: /usr/bin/pwsh: No such file or directory"_s}
            << u"PowerShellNotFound"_s << u"/usr/bin/pwsh: No such file or directory."_s;
        QTest::newRow("PowerShell ends on the server") << ssh << exited << 1 << QStringList{u"The runtime is missing"_s}
                                                       << u"PowerShellEnded"_s << u"The runtime is missing."_s;
        QTest::newRow("ssh is killed") << ssh << int(ProcessEnding::Kind::Crashed) << 0 << QStringList()
                                       << u"SshFailed"_s << u"its process was ended."_s;
        QTest::newRow("PowerShell is not here") << u"process:"_s << int(ProcessEnding::Kind::NotFound) << 0
                                                << QStringList() << u"PowerShellNotFound"_s << u"this machine"_s;
        QTest::newRow("PowerShell ends here")
            << u"process:"_s << exited << 255 << QStringList() << u"PowerShellEnded"_s << u"exit code 255."_s;
        QTest::newRow("not to be run") << u"process:"_s << int(ProcessEnding::Kind::NotStarted) << 0 << QStringList()
                                       << u"ProcessNotStarted"_s << u"exec format."_s;
    }
    void everyEndingHasASentence()
    {
        QFETCH(const QString, url);
        QFETCH(const int, kind);
        QFETCH(const int, exitCode);
        QFETCH(const QStringList, lines);
        QFETCH(const QString, id);
        QFETCH(const QString, says);
        const ProcessEnding ending{ProcessEnding::Kind(kind), exitCode, u"exec format"_s};
        const Error error = processError(settingsFor(url), ending, lines, false);
        QCOMPARE(error.id, id);
        QVERIFY2(error.message.contains(says), qPrintable(error.message));
        QVERIFY2(!error.message.contains(u'%') && !error.message.contains(u".."_s), qPrintable(error.message));
        QVERIFY(!error.recommendedAction.isEmpty() && !error.recommendedAction.contains(u'%'));
    }

    void aChangedHostKeyIsRemovedUnderItsOwnName_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("command");
        QTest::newRow("usual port") << u"ssh://pool-a"_s << u" ssh-keygen -R pool-a and"_s;
        QTest::newRow("other port") << u"ssh://pool-a:2222"_s << u" ssh-keygen -R \"[pool-a]:2222\" and"_s;
    }
    void aChangedHostKeyIsRemovedUnderItsOwnName()
    {
        QFETCH(const QString, url);
        QFETCH(const QString, command);
        const Error error = processError(settingsFor(url), {ProcessEnding::Kind::Exited, 255},
                                         {u"WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!"_s}, false);
        QVERIFY2(error.recommendedAction.contains(command), qPrintable(error.recommendedAction));
    }

    void afterTheServerHasAnsweredEveryEndingIsALostConnection_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("ssh") << int(ProcessEnding::Kind::Exited) << 255;
        QTest::newRow("PowerShell") << int(ProcessEnding::Kind::Exited) << 127;
        QTest::newRow("without an error") << int(ProcessEnding::Kind::Exited) << 0;
        QTest::newRow("killed") << int(ProcessEnding::Kind::Crashed) << 0;
    }
    void afterTheServerHasAnsweredEveryEndingIsALostConnection()
    {
        QFETCH(const int, kind);
        QFETCH(const int, exitCode);
        const Error error
            = processError(settingsFor(u"ssh://pool-a.contoso.com"_s), {ProcessEnding::Kind(kind), exitCode},
                           {u"Timeout, server pool-a.contoso.com not responding."_s}, true);
        QCOMPARE(error.id, u"ConnectionLost"_s);
        QVERIFY(error.message.contains(u"not responding."_s));
    }

    void theProgramForAnAddress_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("ending"); // of the command line
        QTest::newRow("host") << u"ssh://pool-a.contoso.com"_s << u"-T -x -s -- pool-a.contoso.com powershell"_s;
        QTest::newRow("user") << u"ssh://anna@pool-a.contoso.com"_s
                              << u"-T -x -l anna -s -- pool-a.contoso.com powershell"_s;
        QTest::newRow("port") << u"ssh://anna@pool-a.contoso.com:2222"_s
                              << u"-T -x -l anna -p 2222 -s -- pool-a.contoso.com powershell"_s;
        QTest::newRow("user of a domain")
            << u"ssh://CONTOSO%5Canna@pool-a"_s << u"-T -x -l CONTOSO\\anna -s -- pool-a powershell"_s;
        QTest::newRow("nothing for a shell")
            << u"ssh://a%3Btouch%20b@pool-a"_s << u"-T -x -l a;touch b -s -- pool-a powershell"_s;
        QTest::newRow("IPv6") << u"ssh://[::1]:2222"_s << u"-T -x -p 2222 -s -- ::1 powershell"_s;
    }
    void theProgramForAnAddress()
    {
        QFETCH(const QString, url);
        QFETCH(const QString, ending);
        const Result<ProcessProgram> program = processProgram(settingsFor(url));
        QVERIFY(program);
        QCOMPARE(program->program, u"ssh"_s);
        const QString line = program->arguments.join(u' ');
        QVERIFY2(line.endsWith(ending), qPrintable(line));
        QVERIFY(line.contains(u"-o BatchMode=yes "_s)); // it never asks
    }

    void powerShellOfThisMachineHasNoProfile()
    {
        const Result<ProcessProgram> program = processProgram(settingsFor(u"process:"_s));
        QVERIFY(program);
        QCOMPARE(program->arguments, (QStringList{u"-s"_s, u"-NoLogo"_s, u"-NoProfile"_s}));
    }

    void whatWouldBeAnOptionIsRefused_data()
    {
        QTest::addColumn<QString>("url");
        QTest::newRow("user") << u"ssh://-oProxyCommand=x@pool-a"_s;
        QTest::newRow("host") << u"ssh://-oproxycommand"_s;
        QTest::newRow("another scheme") << u"ftp://pool-a"_s;
        QTest::newRow("no host") << u"ssh:"_s;
    }
    void whatWouldBeAnOptionIsRefused()
    {
        QFETCH(const QString, url);
        const Result<ProcessProgram> program = processProgram(settingsFor(url));
        QVERIFY(!program);
        QCOMPARE(program.error().id, u"AddressInvalid"_s);
    }

    void sshReachesTheServerWithinTheTimeForIt()
    {
        ConnectionSettings settings = settingsFor(u"ssh://pool-a"_s);
        settings.connectTimeout = std::chrono::seconds(30);
        QVERIFY(processProgram(settings)->arguments.contains(u"ConnectTimeout=30"_s));
        settings.connectTimeout = std::chrono::milliseconds(900);
        QVERIFY(processProgram(settings)->arguments.contains(u"ConnectTimeout=1"_s));
    }
};

QTEST_GUILESS_MAIN(TestProcessErrors)
#include "tst_process_errors.moc"
