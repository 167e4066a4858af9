// Cancelling commands on a server, at every stage, and destroying them.
#include "tests/remoting/remote_world.h"

#include <QFile>
#include <QTest>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;

class TestRemoteCancel : public QObject
{
    Q_OBJECT

private:
    static QString backupLine(const RemoteWorld &world, const QString &more = {})
    {
        return u"Backup-CsPool -PoolFqdn pool-a.contoso.com -Report "_s + world.reportFile() + u' ' + more;
    }

private Q_SLOTS:
    void cancelIsAStopOnTheServer()
    {
        RemoteWorld world;
        world.deployment.backupTime = std::chrono::hours(1);
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> backup = world.start(backupLine(world));
        QTRY_VERIFY(!backup->errors().isEmpty());
        backup->pipeline().cancel();
        backup->pipeline().cancel();
        QVERIFY(backup->waitForEnd());
        QCOMPARE(backup->outcome(), u"Cancelled"_s);
        QCOMPARE(world.server->stops.load(), 1);
        QTRY_VERIFY(world.server->closedPipelines.load() >= 2); // of the opening, and this
        QCOMPARE(backup->errors().size(), 1); // its own; the cancellation is none
        for (const StepRecord &step : backup->steps())
            QCOMPARE(toString(step.result), u"Cancelled"_s);
        QVERIFY(QFile::exists(world.reportFile()));
        // The session goes on.
        const std::unique_ptr<RemoteCommand> pools = world.start(u"Get-CsPool"_s);
        QVERIFY(pools->waitForEnd());
        QCOMPARE(pools->outcome(), u"Succeeded"_s);
    }

    void cancelWhileAQuestionIsOpen()
    {
        RemoteWorld world;
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> backup = world.start(backupLine(world, u"-Confirm"_s));
        QTRY_COMPARE(backup->prompts().size(), 1);
        backup->pipeline().cancel();
        backup->pipeline().answer({1, 0, {}, {}}); // too late
        QVERIFY(backup->waitForEnd());
        QCOMPARE(backup->outcome(), u"Cancelled"_s);
    }

    void cancelAtOnce()
    {
        RemoteWorld world;
        world.deployment.backupTime = std::chrono::hours(1);
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> backup = world.start(backupLine(world));
        backup->pipeline().cancel();
        QVERIFY(backup->waitForEnd());
        QCOMPARE(backup->outcome(), u"Cancelled"_s);
        QVERIFY(backup->isSpoolInOrder());
    }

    void cancelEndsEvenWhenTheServerNeverAnswers_data()
    {
        QTest::addColumn<bool>("isNetworkDead");
        QTest::newRow("a cmdlet that does not stop") << false;
        QTest::newRow("a network that hangs") << true;
    }
    void cancelEndsEvenWhenTheServerNeverAnswers()
    {
        QFETCH(const bool, isNetworkDead);
        RemoteWorld world;
        world.settings.stopTimeout = std::chrono::milliseconds(50);
        if (isNetworkDead) {
            world.server->silent = {u"stop"_s};
            world.deployment.backupTime = std::chrono::hours(1);
        } else {
            world.furtherSetUp = [](PsrpServer &psrp) {
                psrp.setScript(u"Backup-CsPool"_s, [](ServedCommand &command) {
                    command.onStop = [] {};
                    command.error(u"It hangs."_s);
                });
            };
        }
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> backup = world.start(backupLine(world));
        QTRY_VERIFY(!backup->errors().isEmpty());
        backup->pipeline().cancel();
        QVERIFY(backup->waitForEnd());
        QCOMPARE(backup->outcome(), u"Cancelled"_s);
        QVERIFY2(backup->warnings().last().contains(u"not confirmed"_s), qPrintable(backup->warnings().last()));
        QVERIFY(QFile::exists(world.reportFile()));
        QTRY_VERIFY(world.server->closedPipelines.load() >= 2);
    }

    void workThatIsDoneAlreadyIsNotCancelled()
    {
        RemoteWorld world;
        world.furtherSetUp = [](PsrpServer &psrp) {
            psrp.setScript(u"Backup-CsPool"_s, [](ServedCommand &command) {
                command.onStop = [&command] { command.complete(); };
                command.error(u"It is about to end."_s);
            });
        };
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> backup = world.start(backupLine(world));
        QTRY_VERIFY(!backup->errors().isEmpty());
        backup->pipeline().cancel();
        QVERIFY(backup->waitForEnd());
        QCOMPARE(backup->outcome(), u"SucceededWithWarnings"_s);
    }

    void aServerThatCallsAStopAFailureIsCancelledToo()
    {
        RemoteWorld world;
        world.furtherSetUp = [](PsrpServer &psrp) {
            psrp.setScript(u"Backup-CsPool"_s, [](ServedCommand &command) {
                command.onStop
                    = [&command] { command.fail(u"The pipeline has been stopped."_s, u"PipelineStopped"_s, 14); };
                command.error(u"It runs."_s);
            });
        };
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> backup = world.start(backupLine(world));
        QTRY_VERIFY(!backup->errors().isEmpty());
        backup->pipeline().cancel();
        QVERIFY(backup->waitForEnd());
        QCOMPARE(backup->outcome(), u"Cancelled"_s);
    }

    void aConnectionLostAfterCancelIsCancelledAndSaysWhatIsNotKnown()
    {
        RemoteWorld world;
        world.deployment.backupTime = std::chrono::hours(1);
        world.server->silent = {u"stop"_s};
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> backup = world.start(backupLine(world));
        QTRY_VERIFY(!backup->errors().isEmpty());
        backup->pipeline().cancel();
        QVERIFY(world.server->inNetworkThread(
            [](FakeTransport &transport, PsrpServer &) { transport.lose(u"The network is gone."_s); }));
        QVERIFY(backup->waitForEnd());
        QCOMPARE(backup->outcome(), u"Cancelled"_s);
        QVERIFY(backup->warnings().contains(u"The network is gone."_s));
    }

    void aStopThatNobodyWantedIsAFailure()
    {
        RemoteWorld world;
        world.deployment.backupTime = std::chrono::hours(1);
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> backup = world.start(backupLine(world));
        QTRY_VERIFY(!backup->errors().isEmpty());
        QVERIFY(world.server->inNetworkThread([](FakeTransport &, PsrpServer &psrp) { psrp.stopAll(); }));
        QVERIFY(backup->waitForEnd());
        QCOMPARE(backup->outcome(), u"Failed"_s);
        QVERIFY(backup->errors().last().contains(u"stopped"_s));
    }

    // Errors of the category OperationStopped are taken for the person's own doing, and are not shown.
    void aStopThatNobodyHereAskedForIsShownThoughItsReasonIsAStop()
    {
        RemoteWorld world;
        world.furtherSetUp = [](PsrpServer &psrp) {
            psrp.setScript(u"Backup-CsPool"_s, [](ServedCommand &command) {
                command.fail(u"The pipeline has been stopped."_s, u"PipelineStopped"_s, 14);
            });
        };
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> backup = world.start(backupLine(world));
        QVERIFY(backup->waitForEnd());
        QCOMPARE(backup->outcome(), u"Failed"_s);
        QCOMPARE(backup->errors(), QStringList(u"The pipeline has been stopped."_s));
        QVERIFY(!backup->errorValues().first().isStopped());
    }

    void destroyingARunningPipelineWaitsForNoServer_data()
    {
        QTest::addColumn<bool>("isCancelled");
        QTest::newRow("running") << false;
        QTest::newRow("being cancelled") << true;
    }
    void destroyingARunningPipelineWaitsForNoServer()
    {
        QFETCH(const bool, isCancelled);
        RemoteWorld world;
        world.deployment.backupTime = std::chrono::hours(1);
        world.server->silent = {u"stop"_s};
        world.settings.stopTimeout = std::chrono::hours(24); // who waited for that would never end
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> backup = world.start(backupLine(world));
        QTRY_VERIFY(!backup->errors().isEmpty());
        if (isCancelled)
            backup->pipeline().cancel();
        backup->destroyPipeline();
        QVERIFY(backup->isSpoolInOrder());
        QVERIFY(QFile::exists(world.reportFile()));
        QTRY_COMPARE(world.server->stops.load(), 1);
    }

    void aSessionThatIsClosedEndsItsCommands()
    {
        RemoteWorld world;
        world.deployment.backupTime = std::chrono::hours(1);
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> backup = world.start(backupLine(world));
        QTRY_VERIFY(!backup->errors().isEmpty());
        world.session.reset();
        QVERIFY(backup->waitForEnd());
        QCOMPARE(backup->outcome(), u"Failed"_s);
    }
};

QTEST_GUILESS_MAIN(TestRemoteCancel)
#include "tst_remote_cancel.moc"
