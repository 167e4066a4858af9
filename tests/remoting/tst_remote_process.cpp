// Sessions with a played deployment over a child process: the whole way that one with PowerShell itself takes.
#include "backend/remoting/process/process_transport.h"
#include "backend/remoting/remote_session.h"
#include "tests/remoting/played_deployment.h"
#include "tests/remoting/remote_world.h"
#include "tests/support/patience.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;

namespace {

class ProcessWorld
{
public:
    explicit ProcessWorld(const QStringList &arguments = {})
        : program{QStringLiteral(CSPOOL_PROCESS_SERVER), QStringList{u"--log"_s, logFile()} + arguments}
    {
        settings = *ConnectionSettings::fromAddress(u"process:"_s);
    }

    bool connect()
    {
        attempt.reset();
        QObject context;
        RemoteSession::connectThrough(
            [settings = settings, program = program] { return std::make_unique<ProcessTransport>(settings, program); },
            settings, &context, [this](ConnectionAttempt result) { attempt = std::move(result); });
        if (!waitUntil([this] { return attempt.has_value(); }))
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
    QString backupLine(const QString &more = {}) const
    {
        return u"Backup-CsPool -PoolFqdn pool-a.contoso.com -Report %1 "_s.arg(folder.filePath(u"report.html"_s))
            + more;
    }
    QStringList log() const
    {
        QFile file(logFile());
        return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll()).split(u'\n', Qt::SkipEmptyParts)
                                              : QStringList();
    }

    QTemporaryDir folder;
    ConnectionSettings settings;
    ProcessProgram program;
    std::optional<ConnectionAttempt> attempt;
    std::unique_ptr<Session> session;

private:
    QString logFile() const { return folder.filePath(u"log"_s); }
};

} // namespace

class TestRemoteProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromConnectToTheFirstPoolListInAsFewPacketsAsTheProtocolAllows()
    {
        ProcessWorld world;
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> pools = world.start(u"Get-CsPool"_s);
        QVERIFY(pools->waitForEnd());
        QCOMPARE(pools->objects().size(), PoolsAtFirst);
        const QStringList log = world.log();
        QCOMPARE(log.count(u"Data session"_s), 1);
        QCOMPARE(log.count(u"Command pipeline"_s), 2); // what is offered, with the module; and the pools
        QCOMPARE(log.count(u"Data pipeline"_s), 2);
    }

    void theModuleIsImportedAsAtAGeneralEndpoint_data()
    {
        QTest::addColumn<QString>("module");
        QTest::addColumn<bool>("connects");
        QTest::newRow("Skype for Business") << u"SkypeForBusiness"_s << true;
        QTest::newRow("Lync") << u"Lync"_s << true;
        QTest::newRow("neither") << u"Exchange"_s << false;
    }
    void theModuleIsImportedAsAtAGeneralEndpoint()
    {
        QFETCH(const QString, module);
        QFETCH(const bool, connects);
        ProcessWorld world({u"--module"_s, module});
        QCOMPARE(world.connect(), connects);
        if (!connects) {
            QCOMPARE(world.attemptError().id, u"ModuleNotFound"_s);
            QVERIFY(world.attemptError().message.contains(QSysInfo::machineHostName()));
            return;
        }
        const std::unique_ptr<RemoteCommand> pools = world.start(u"Get-CsPool"_s);
        QVERIFY(pools->waitForEnd());
        QCOMPARE(pools->outcome(), u"Succeeded"_s);
    }

    void aBackupAsksReportsAndEnds()
    {
        ProcessWorld world;
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> backup = world.start(world.backupLine(u"-Confirm"_s));
        backup->answers = {PromptAnswer{0, 0, {}, {}}};
        QVERIFY(backup->waitForEnd());
        QCOMPARE(backup->outcome(), u"SucceededWithWarnings"_s);
        QCOMPARE(backup->prompts().size(), 1);
        QVERIFY(!backup->steps().isEmpty());
        QCOMPARE(backup->finished->remoteReportPath, ReportOnServer);
        QVERIFY(QFile::exists(backup->finished->reportPath));
        world.session.reset();
        QTRY_COMPARE(world.log().last(), u"Close session"_s);
    }

    void cancelIsARealStop()
    {
        ProcessWorld world({u"--backup-time"_s, u"3600000"_s});
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> backup = world.start(world.backupLine());
        QTRY_VERIFY(!backup->errors().isEmpty());
        backup->pipeline().cancel();
        QVERIFY(backup->waitForEnd());
        QCOMPARE(backup->outcome(), u"Cancelled"_s);
        QVERIFY(backup->warnings().isEmpty()); // the server has confirmed it
        QCOMPARE(world.log().count(u"Signal pipeline"_s), 1);
    }

    void manyObjectsThatNobodyTakesAreHeldBackAndAllArrive()
    {
        ProcessWorld world({u"--objects"_s, u"10000"_s});
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> services = world.start(u"Get-CsService"_s);
        services->keepsRecords = false;
        QVERIFY(services->waitForEnd(60'000));
        QVERIFY(services->outputs >= 10'000);
        QVERIFY(services->isSpoolInOrder());
    }

    void aServerThatDiesEndsTheJobWithItsLastWords()
    {
        // Init, then Command and Data of what is offered, its Close, and Command and Data of the backup.
        ProcessWorld world({u"--after"_s, u"5"_s, u"--then"_s, u"die"_s});
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> backup = world.start(world.backupLine());
        QVERIFY(backup->waitForEnd());
        QVERIFY(backup->outcome() != u"Succeeded"_s && backup->outcome() != u"SucceededWithWarnings"_s);
        QVERIFY2(backup->errors().join(u' ').contains("The server has lost its mind."_L1),
                 qPrintable(backup->errors().join(u' ')));
        QVERIFY(world.session->connectionState().kind == ConnectionState::Kind::Lost);
    }

    void aSilentServerIsGivenUpWithinTheTime()
    {
        ProcessWorld world({u"--after"_s, u"0"_s, u"--then"_s, u"silence"_s});
        world.settings.openTimeout = std::chrono::milliseconds(200);
        QVERIFY(!world.connect());
        QCOMPARE(world.attemptError().id, u"ConnectTimeout"_s);
    }

    void noPowerShellHereIsASentence()
    {
        ProcessWorld world;
        world.program.program = u"no-program-has-this-name"_s;
        QVERIFY(!world.connect());
        QCOMPARE(world.attemptError().id, u"PowerShellNotFound"_s);
    }

    void theSchemeOfTheAddressChoosesTheTransport_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("id");
        QTest::newRow("this machine") << u"process:"_s << u"PowerShellNotFound"_s;
        QTest::newRow("ssh") << u"ssh://pool-a.contoso.com"_s << u"SshNotFound"_s;
    }
    void theSchemeOfTheAddressChoosesTheTransport()
    {
        QFETCH(const QString, address);
        QFETCH(const QString, id);
        QTemporaryDir empty;
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", QFile::encodeName(empty.path())); // neither program is there
        std::optional<ConnectionAttempt> attempt;
        QObject context;
        RemoteSession::connectTo(*ConnectionSettings::fromAddress(address), {}, &context,
                                 [&](ConnectionAttempt result) { attempt = std::move(result); });
        const bool hasEnded = waitUntil([&] { return attempt.has_value(); }, 30'000);
        qputenv("PATH", path);
        QVERIFY(hasEnded);
        const Error *error = std::get_if<Error>(&*attempt);
        QVERIFY(error);
        QCOMPARE(error->id, id);
    }
};

QTEST_GUILESS_MAIN(TestRemoteProcess)
#include "tst_remote_process.moc"
