// Sessions through the system's ssh with a genuine sshd on the loopback, whose subsystem is the program that plays
// PowerShell. Runs where sshd is installed.
#include "backend/remoting/process/process_transport.h"
#include "backend/remoting/remote_session.h"
#include "tests/remoting/remote_world.h"
#include "tests/support/patience.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;

namespace {

const QString Played = QStringLiteral(CSPOOL_PROCESS_SERVER);

QString sshd()
{
    const QString found = QStandardPaths::findExecutable(u"sshd"_s);
    return found.isEmpty() ? QStandardPaths::findExecutable(u"sshd"_s, {u"/usr/sbin"_s, u"/usr/local/sbin"_s}) : found;
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s cannot be written", qPrintable(path));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

quint16 freePort()
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        qFatal("There is no free port");
    return server.serverPort();
}

// A server with a key of its own, into which the person who runs the test is let with a key of hers.
class SshWorld
{
public:
    explicit SshWorld(const QString &subsystem = u"Subsystem powershell "_s + Played)
        : m_port(freePort())
    {
        for (const char *key : {"host_key", "user_key", "other_key"})
            makeKey(QString::fromLatin1(key));
        write(path(u"authorized_keys"_s), read(path(u"user_key.pub"_s)));
        trustHostKey(u"host_key.pub"_s);
        offerKey(u"user_key"_s);
        startServer(subsystem);
        settings = *ConnectionSettings::fromAddress(u"ssh://127.0.0.1:%1"_s.arg(m_port));
    }
    ~SshWorld()
    {
        session.reset();
        m_server.terminate();
        m_server.waitForFinished();
    }

    void trustHostKey(const QString &publicKey)
    {
        const QByteArray name = "[127.0.0.1]:" + QByteArray::number(m_port) + ' ';
        write(path(u"known_hosts"_s), publicKey.isEmpty() ? QByteArray() : QByteArray(name + read(path(publicKey))));
    }
    void offerKey(const QString &key)
    {
        write(path(u"config"_s),
              "IdentityFile " + path(key).toUtf8() + "\nIdentitiesOnly yes\nIdentityAgent none\nUserKnownHostsFile "
                  + path(u"known_hosts"_s).toUtf8() + "\nGlobalKnownHostsFile /dev/null\n");
    }
    // As from the window, but for the person's own configuration of ssh.
    bool connect()
    {
        attempt.reset();
        ProcessProgram program = *processProgram(settings);
        program.arguments = QStringList{u"-F"_s, path(u"config"_s)} + program.arguments;
        QObject context;
        RemoteSession::connectThrough(
            [settings = settings, program] { return std::make_unique<ProcessTransport>(settings, program); }, settings,
            &context, [this](ConnectionAttempt result) { attempt = std::move(result); });
        if (!waitUntil([this] { return attempt.has_value(); }, 40'000))
            return false;
        if (auto *made = std::get_if<std::unique_ptr<Session>>(&*attempt))
            session = std::move(*made);
        return session != nullptr;
    }
    Error attemptError() const
    {
        const Error *error = attempt ? std::get_if<Error>(&*attempt) : nullptr;
        return error ? *error : Error();
    }
    std::unique_ptr<RemoteCommand> start(const QString &line)
    {
        return std::make_unique<RemoteCommand>(*session, *parseCommand(line));
    }
    QString backupLine() const
    {
        return u"Backup-CsPool -PoolFqdn pool-a.contoso.com -Confirm -Report "_s + path(u"report.html"_s);
    }
    void stopServer()
    {
        m_server.kill();
        m_server.waitForFinished();
    }

    ConnectionSettings settings;
    std::optional<ConnectionAttempt> attempt;
    std::unique_ptr<Session> session;

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    void makeKey(const QString &name)
    {
        if (QProcess::execute(u"ssh-keygen"_s,
                              {u"-q"_s, u"-t"_s, u"ed25519"_s, u"-N"_s, QString(), u"-f"_s, path(name)}))
            qFatal("ssh-keygen failed");
    }
    void startServer(const QString &subsystem)
    {
        if (::geteuid() == 0)
            QDir().mkpath(u"/run/sshd"_s); // where root's sshd locks up what has no rights; made at boot otherwise
        write(path(u"sshd_config"_s),
              "ListenAddress 127.0.0.1\nPort " + QByteArray::number(m_port) + "\nHostKey "
                  + path(u"host_key"_s).toUtf8() + "\nAuthorizedKeysFile " + path(u"authorized_keys"_s).toUtf8()
                  + "\nStrictModes no\nUsePAM no\nPasswordAuthentication no\nKbdInteractiveAuthentication no\n"
                    "PermitRootLogin prohibit-password\nPidFile none\n"
                  + subsystem.toUtf8() + '\n');
        m_server.setProcessChannelMode(QProcess::MergedChannels);
        m_server.start(sshd(), {u"-D"_s, u"-e"_s, u"-f"_s, path(u"sshd_config"_s)});
        QByteArray said;
        const bool listens = waitUntil(
            [&] {
                said += m_server.readAll();
                return said.contains("Server listening");
            },
            20'000);
        if (!listens)
            qFatal("sshd does not listen: %s", said.constData());
    }

    QTemporaryDir m_folder;
    const quint16 m_port;
    QProcess m_server;
};

} // namespace

class TestSsh : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (sshd().isEmpty())
            QSKIP("sshd is not installed.");
    }

    void aBackupAsksReportsAndEnds()
    {
        SshWorld world;
        QVERIFY2(world.connect(), qPrintable(world.attemptError().message));
        QVERIFY(world.session->deployment().name.startsWith(u"127.0.0.1"_s));
        const std::unique_ptr<RemoteCommand> pools = world.start(u"Get-CsPool"_s);
        QVERIFY(pools->waitForEnd());
        QCOMPARE(pools->objects().size(), PoolsAtFirst);
        const std::unique_ptr<RemoteCommand> backup = world.start(world.backupLine());
        backup->answers = {PromptAnswer{0, 0, {}, {}}};
        QVERIFY(backup->waitForEnd());
        QCOMPARE(backup->outcome(), u"SucceededWithWarnings"_s);
        QCOMPARE(backup->finished->remoteReportPath, ReportOnServer);
    }

    void cancelIsARealStop()
    {
        SshWorld world(u"Subsystem powershell "_s + Played + u" --backup-time 3600000"_s);
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> backup = world.start(world.backupLine());
        backup->answers = {PromptAnswer{0, 0, {}, {}}};
        QTRY_VERIFY(!backup->errors().isEmpty());
        backup->pipeline().cancel();
        QVERIFY(backup->waitForEnd());
        QCOMPARE(backup->outcome(), u"Cancelled"_s);
        QVERIFY(backup->warnings().isEmpty()); // the server has confirmed it
    }

    void tenThousandObjectsArrive()
    {
        SshWorld world(u"Subsystem powershell "_s + Played + u" --objects 10000"_s);
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> services = world.start(u"Get-CsService"_s);
        services->keepsRecords = false;
        QVERIFY(services->waitForEnd(60'000));
        QVERIFY(services->outputs >= 10'000);
    }

    void whatKeepsOneOutIsASentence_data()
    {
        QTest::addColumn<QString>("subsystem");
        QTest::addColumn<QString>("hostKey");
        QTest::addColumn<QString>("userKey");
        QTest::addColumn<QString>("id");
        const QString played = u"Subsystem powershell "_s + Played;
        const QString host = u"host_key.pub"_s;
        const QString user = u"user_key"_s;
        QTest::newRow("host key unknown") << played << QString() << user << u"HostKeyUnknown"_s;
        QTest::newRow("another host key") << played << u"other_key.pub"_s << user << u"HostKeyChanged"_s;
        QTest::newRow("another user's key") << played << host << u"other_key"_s << u"SshSignInRefused"_s;
        QTest::newRow("no subsystem") << QString() << host << user << u"SshSubsystemMissing"_s;
        QTest::newRow("no PowerShell") << u"Subsystem powershell /no/such/pwsh -sshs"_s << host << user
                                       << u"PowerShellNotFound"_s;
        QTest::newRow("something else") << u"Subsystem powershell /bin/echo Welcome"_s << host << user
                                        << u"NoRemoting"_s;
        QTest::newRow("ends at once") << u"Subsystem powershell /bin/false"_s << host << user << u"PowerShellEnded"_s;
    }
    void whatKeepsOneOutIsASentence()
    {
        QFETCH(const QString, subsystem);
        QFETCH(const QString, hostKey);
        QFETCH(const QString, userKey);
        QFETCH(const QString, id);
        SshWorld world(subsystem);
        world.trustHostKey(hostKey);
        world.offerKey(userKey);
        QVERIFY(!world.connect());
        QCOMPARE(world.attemptError().id, id);
    }

    void aServerThatIsNotThereIsASentence()
    {
        SshWorld world;
        world.stopServer();
        QVERIFY(!world.connect());
        QCOMPARE(world.attemptError().id, u"PortClosed"_s);
    }
};

QTEST_GUILESS_MAIN(TestSsh)
#include "tst_ssh.moc"
