// Jobs and readings whose connection is lost on the way, through HTTPS; and that no shell is left behind when somebody
// leaves.
#include "backend/remoting/remote_session.h"
#include "backend/remoting/wsman/wsman_transport.h"
#include "tests/remoting/played_deployment.h"
#include "tests/remoting/remote_world.h"
#include "tests/remoting/wsman_server.h"
#include "tests/support/patience.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <utility>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class RecoveryWorld
{
public:
    RecoveryWorld()
    {
        server.setUp = [this](PsrpServer &psrp) {
            PlayedDeployment deployment;
            deployment.pause = [this](const std::function<void()> &continued) { goOn = continued; };
            deployment.install(psrp);
            if (furtherSetUp)
                furtherSetUp(psrp);
        };
        settings.url = server.https().url(u"/OcsPowershell"_s);
        settings.authentication = Authentication::Basic;
        settings.user = u"CONTOSO\\anna"_s;
        settings.trustedFingerprint = server.https().identity().fingerprint();
        times.firstRetry = 20ms;
        times.untold = 0ms;
    }

    void startConnecting(QObject *context)
    {
        attempt.reset();
        RemoteSession::connectThrough(
            [settings = settings, times = times] {
                return std::make_unique<WsmanTransport>(settings, Secret{u"secret"_s}, times);
            },
            settings, context, [this](ConnectionAttempt result) { attempt = std::move(result); });
    }
    bool connect()
    {
        QObject context;
        startConnecting(&context);
        if (!waitUntil([this] { return attempt.has_value(); }))
            return false;
        if (auto *made = std::get_if<std::unique_ptr<Session>>(&*attempt))
            session = std::move(*made);
        return session != nullptr;
    }
    std::unique_ptr<RemoteCommand> start(const QString &line)
    {
        return std::make_unique<RemoteCommand>(*session, *parseCommand(line));
    }
    std::unique_ptr<RemoteCommand> startBackup(const QString &more = {})
    {
        return start(u"Backup-CsPool -PoolFqdn pool-a.contoso.com -Report %1 "_s.arg(folder.filePath(u"report.html"_s))
                     + more);
    }
    // Takes what a pipeline has to say from the server, as an answer that is lost on its way does.
    void loseAnswer()
    {
        server.spoil = [this](const ReceivedRequest &request, const HttpReply &, const Responder &responder) {
            if (request.action != u"Receive"_s || request.pipeline.isNull())
                return false;
            server.spoil = nullptr;
            responder.cut();
            return true;
        };
    }
    bool isConnected() const { return session->connectionState().kind == ConnectionState::Kind::Connected; }

    QTemporaryDir folder;
    WsmanServer server;
    ConnectionSettings settings;
    WsmanTransport::Times times;
    std::function<void(PsrpServer &)> furtherSetUp;
    std::optional<ConnectionAttempt> attempt;
    std::unique_ptr<Session> session;
    std::function<void()> goOn; // of the backup in its middle
};

} // namespace

class TestRemoteRecovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBackupGoesOnOverANewConnection()
    {
        RecoveryWorld world;
        QVERIFY(world.connect());
        QSignalSpy changes(world.session.get(), &Session::connectionStateChanged);
        const std::unique_ptr<RemoteCommand> backup = world.startBackup();
        QTRY_VERIFY(world.goOn && world.server.waitingReceives() == 1);
        world.server.https().cutConnections();
        QTRY_VERIFY(changes.count() >= 2 && world.isConnected());
        world.goOn();
        QVERIFY(backup->waitForEnd());
        QCOMPARE(backup->outcome(), u"SucceededWithWarnings"_s); // its own warning
        QVERIFY2(!backup->warnings().join(u' ').contains(u"missing"_s), qPrintable(backup->warnings().join(u'|')));
        QVERIFY(backup->hostMessages().join(u' ').contains(u"is back"_s));
        QCOMPARE(backup->errors().size(), 1); // nothing twice
        QCOMPARE(world.server.actions().count(u"Command"_s), 2); // what is offered, and the backup
        QVERIFY(backup->isSpoolInOrder());
    }

    void anAnswerThatIsLostLeavesNoCleanSuccess()
    {
        RecoveryWorld world;
        world.furtherSetUp = [&world](PsrpServer &psrp) {
            psrp.setScript(u"Backup-CsPool"_s, [&world](ServedCommand &command) {
                command.verbose(u"First."_s);
                world.goOn = command.later([&world, &command] {
                    command.error(u"This one is lost."_s);
                    world.goOn = command.later([&command] { command.complete(); });
                });
            });
        };
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> backup = world.startBackup();
        QTRY_VERIFY(!backup->verbose().isEmpty() && world.server.waitingReceives() == 1);
        world.loseAnswer();
        std::exchange(world.goOn, nullptr)();
        QTRY_VERIFY(world.goOn && !world.server.spoil); // it is lost
        world.goOn();
        QVERIFY(backup->waitForEnd());
        QCOMPARE(backup->outcome(), u"SucceededWithWarnings"_s);
        QVERIFY2(backup->warnings().constLast().contains(u"may be missing"_s),
                 qPrintable(backup->warnings().join(u'|')));
        bool isToldHow = false;
        for (const Record &record : std::as_const(backup->records)) {
            const auto *warning = std::get_if<WarningRecord>(&record.content);
            isToldHow = isToldHow
                || (warning
                    && warning->recommendedAction.contains(
                        u"Get-CsBackupServiceStatus -PoolFqdn pool-a.contoso.com"_s));
        }
        QVERIFY(isToldHow);
    }

    void anEndThatIsLostIsNotKnown()
    {
        RecoveryWorld world;
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> backup = world.startBackup();
        QTRY_VERIFY(world.goOn && world.server.waitingReceives() == 1);
        world.loseAnswer();
        world.server.answerSize = 10'000'000; // all the rest in one
        world.goOn();
        QVERIFY(backup->waitForEnd());
        QCOMPARE(backup->outcome(), u"Failed"_s);
        const QString action = backup->errorValues().constLast().recommendedAction;
        QVERIFY2(action.contains(u"Get-CsBackupServiceStatus -PoolFqdn pool-a.contoso.com"_s), qPrintable(action));
    }

    void aReadingThatMayBeIncompleteIsNone()
    {
        RecoveryWorld world;
        world.furtherSetUp = [](PsrpServer &psrp) {
            psrp.setScript(u"Get-CsPool"_s, [](ServedCommand &command) {
                command.output(text(u"lost"_s));
                command.after(50ms, [&command] {
                    command.output(text(u"not lost"_s));
                    command.complete();
                });
            });
        };
        QVERIFY(world.connect());
        world.loseAnswer();
        const std::unique_ptr<RemoteCommand> pools = world.start(u"Get-CsPool"_s);
        QVERIFY(pools->waitForEnd());
        QCOMPARE(pools->outcome(), u"Failed"_s);
        QCOMPARE(pools->errorValues().constLast().id, u"OutputIncomplete"_s);
        const std::unique_ptr<RemoteCommand> again = world.start(u"Get-CsPool"_s);
        QVERIFY(again->waitForEnd());
        QCOMPARE(again->outcome(), u"Succeeded"_s);
    }

    void anOldServerGivesNoJobBackAndTheJobSaysHowToLook()
    {
        RecoveryWorld world;
        world.server.rule = [](const ReceivedRequest &request, const Responder &responder) {
            const bool isUnknown = request.action == u"Disconnect"_s || request.action == u"Reconnect"_s;
            if (isUnknown)
                responder.answer(faultReply(2150858771, "The action is not supported.", "a:ActionNotSupported"));
            return isUnknown;
        };
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> backup = world.startBackup();
        QTRY_VERIFY(world.goOn && world.server.waitingReceives() == 1);
        world.server.https().cutConnections();
        QVERIFY(backup->waitForEnd());
        QCOMPARE(backup->outcome(), u"Failed"_s);
        const Error error = backup->errorValues().constLast();
        QCOMPARE(error.id, u"NotResumable"_s);
        QVERIFY2(error.recommendedAction.contains(u"\"Get-CsBackupServiceStatus -PoolFqdn pool-a.contoso.com\""_s),
                 qPrintable(error.recommendedAction));
        const std::unique_ptr<RemoteCommand> pools = world.start(u"Get-CsPool"_s); // the session goes on
        QVERIFY(pools->waitForEnd());
        QCOMPARE(pools->outcome(), u"Succeeded"_s);
    }

    void aShellThatTheServerEndedIsLost()
    {
        RecoveryWorld world;
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> backup = world.startBackup();
        QTRY_VERIFY(world.goOn && world.server.waitingReceives() == 1);
        world.server.dropShells();
        world.server.https().cutConnections();
        QVERIFY(backup->waitForEnd());
        QCOMPARE(backup->outcome(), u"Failed"_s);
        QTRY_VERIFY(world.session->connectionState().kind == ConnectionState::Kind::Lost);
        QCOMPARE(world.session->connectionState().error.id, u"ShellGone"_s);
        QVERIFY(world.session->connectionState().error.recommendedAction.contains(u"onnect again"_s));
    }

    void leavingASessionDeletesItsShell()
    {
        RecoveryWorld world;
        QVERIFY(world.connect());
        QCOMPARE(world.server.shells(), 1);
        world.session.reset();
        QTRY_COMPARE(world.server.shells(), 0);
    }

    void leavingWhileACommandRunsDeletesTheShell()
    {
        RecoveryWorld world;
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> backup = world.startBackup();
        QTRY_VERIFY(world.goOn && world.server.waitingReceives() == 1);
        world.session.reset();
        QTRY_COMPARE(world.server.shells(), 0);
        QVERIFY(backup->waitForEnd());
        QCOMPARE(backup->outcome(), u"Failed"_s);
    }

    void leavingAfterARecoveryDeletesTheShell()
    {
        RecoveryWorld world;
        QVERIFY(world.connect());
        QSignalSpy changes(world.session.get(), &Session::connectionStateChanged);
        world.server.https().cutConnections();
        QTRY_VERIFY(changes.count() >= 2 && world.isConnected());
        world.session.reset();
        QTRY_COMPARE(world.server.shells(), 0);
    }

    void anAttemptThatIsCancelledLeavesNoShell_data()
    {
        QTest::addColumn<QString>("at"); // the request that is not answered yet then
        QTest::newRow("while the shell is made") << u"Create"_s;
        QTest::newRow("while the pool opens") << u"Receive"_s;
        QTest::newRow("while the cmdlets are asked for") << u"Command"_s;
    }
    void anAttemptThatIsCancelledLeavesNoShell()
    {
        QFETCH(const QString, at);
        RecoveryWorld world;
        std::function<void()> answer;
        world.server.spoil = [&](const ReceivedRequest &request, const HttpReply &reply, const Responder &responder) {
            if (request.action != at)
                return false;
            answer = [responder, reply] { responder.answer(reply); };
            return true;
        };
        auto context = std::make_unique<QObject>();
        world.startConnecting(context.get());
        QTRY_VERIFY(bool(answer));
        QCOMPARE(world.server.shells(), 1);
        context.reset();
        answer();
        QTRY_COMPARE(world.server.shells(), 0);
        QVERIFY(!world.attempt);
    }

    void anOpeningThatFailsLeavesNoShell()
    {
        RecoveryWorld world;
        world.furtherSetUp = [](PsrpServer &psrp) { psrp.refusal = u"No runspaces are left."_s; };
        QVERIFY(!world.connect());
        QCOMPARE(world.server.shellsMade(), 1);
        QTRY_COMPARE(world.server.shells(), 0);
    }

    void anOpeningThatTakesTooLongLeavesNoShell()
    {
        RecoveryWorld world;
        world.furtherSetUp = [](PsrpServer &psrp) { psrp.opens = false; };
        // Long enough for the shell to be made, on whatever machine.
        for (world.settings.openTimeout = 300ms; world.server.shellsMade() == 0; world.settings.openTimeout *= 2)
            QVERIFY(!world.connect());
        QTRY_COMPARE(world.server.shells(), 0);
    }
};

QTEST_GUILESS_MAIN(TestRemoteRecovery)
#include "tst_remote_recovery.moc"
