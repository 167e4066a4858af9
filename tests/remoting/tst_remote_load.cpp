// Much output, slow readers, many commands at once: bounded memory, and nobody blocks anybody.
#include "tests/remoting/remote_world.h"

#include <QTest>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;

class TestRemoteLoad : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tenThousandObjectsArrive()
    {
        PlayedDeployment deployment;
        deployment.manyObjects = 10'000;
        RemoteWorld world(deployment);
        QVERIFY(world.connect());
        const std::unique_ptr<RemoteCommand> services = world.start(u"Get-CsService"_s);
        services->keepsRecords = false;
        QVERIFY(services->waitForEnd(120'000));
        QCOMPARE(services->outcome(), u"Succeeded"_s);
        QCOMPARE(services->outputs, 10'002);
    }

    void aHundredThousandProgressRecordsAreThrottled()
    {
        PlayedDeployment deployment;
        deployment.manyProgressRecords = 100'000;
        RemoteWorld world(deployment);
        QVERIFY(world.connect());
        const auto backup = world.start(u"Backup-CsPool -PoolFqdn pool-a.contoso.com -Report "_s + world.reportFile());
        QVERIFY(backup->waitForEnd(300'000));
        QCOMPARE(backup->outcome(), u"SucceededWithWarnings"_s);
        QVERIFY2(backup->progressRecords < 10'000, qPrintable(QString::number(backup->progressRecords)));
        QCOMPARE(backup->steps().size(), 3);
        QVERIFY(backup->records.size() < 12'000);
    }

    void aReaderThatDoesNotReadHoldsTheServerBack()
    {
        PlayedDeployment deployment;
        deployment.manyObjects = 50'000;
        RemoteWorld world(deployment);
        QVERIFY(world.connect());
        const Result<Command> command = parseCommand(u"Get-CsService"_s);
        QVERIFY(command);
        const std::unique_ptr<Pipeline> pipeline = world.session->start(*command);
        QTRY_VERIFY_WITH_TIMEOUT(world.server->holds.load() > 0, 60'000);
        // Held back: another command gets through, and nothing more of this one is asked for.
        QVERIFY(world.start(u"Get-CsPool"_s)->waitForEnd());
        QVERIFY(world.start(u"Get-CsPool"_s)->waitForEnd());
        const int pulls = world.server->pulls;
        QVERIFY(world.start(u"Get-CsPool"_s)->waitForEnd());
        QVERIFY(world.server->pulls - pulls < 10);
        // A reader that goes on gets everything.
        qint64 objects = 0;
        bool hasEnded = false;
        const auto read = [&] {
            for (const Record &record : pipeline->mailbox().takeAll()) {
                objects += std::holds_alternative<OutputRecord>(record.content) ? 1 : 0;
                hasEnded = hasEnded || std::holds_alternative<FinishedRecord>(record.content);
            }
            return hasEnded;
        };
        QVERIFY(QTest::qWaitFor(read, 300'000));
        QCOMPARE(objects, 50'002);
        QVERIFY(world.server->largestBacklog.load() < 1000);
    }

    void aFullMailboxDoesNotHinderCancel()
    {
        PlayedDeployment deployment;
        deployment.manyObjects = 1'000'000;
        RemoteWorld world(deployment);
        QVERIFY(world.connect());
        const Result<Command> command = parseCommand(u"Get-CsService"_s);
        QVERIFY(command);
        std::unique_ptr<Pipeline> pipeline = world.session->start(*command);
        QTRY_VERIFY_WITH_TIMEOUT(world.server->holds.load() > 0, 60'000);
        pipeline->cancel();
        QTRY_COMPARE(world.server->stops.load(), 1); // though nobody reads
        std::optional<Outcome> outcome;
        const auto read = [&] {
            for (const Record &record : pipeline->mailbox().takeAll()) {
                if (const auto *end = std::get_if<FinishedRecord>(&record.content))
                    outcome = end->outcome;
            }
            return outcome.has_value();
        };
        QVERIFY(QTest::qWaitFor(read, 60'000));
        QCOMPARE(toString(*outcome), u"Cancelled"_s);
    }

    void severalCommandsRunAtOnce()
    {
        PlayedDeployment deployment;
        deployment.backupTime = std::chrono::milliseconds(100);
        RemoteWorld world(deployment);
        QVERIFY(world.connect());
        const auto backup
            = world.start(u"Backup-CsPool -PoolFqdn pool-a.contoso.com -Confirm -Report "_s + world.reportFile());
        QTRY_COMPARE(backup->prompts().size(), 1);
        std::vector<std::unique_ptr<RemoteCommand>> readings;
        for (int i = 0; i < 20; ++i) {
            readings.push_back(
                world.start(i % 2 == 0 ? u"Get-CsPool"_s : u"Get-CsBackupServiceStatus -PoolFqdn pool-a.contoso.com"_s));
        }
        for (int i = 0; i < 20; ++i) {
            QVERIFY(readings.at(i)->waitForEnd());
            QCOMPARE(readings.at(i)->outputs, i % 2 == 0 ? 3 : 1);
        }
        QVERIFY(!backup->finished);
        backup->pipeline().answer({1, 0, {}, {}});
        QVERIFY(backup->waitForEnd());
        QCOMPARE(backup->outcome(), u"SucceededWithWarnings"_s);
        QTRY_COMPARE(world.server->closedPipelines.load(), 22);
    }
};

QTEST_GUILESS_MAIN(TestRemoteLoad)
#include "tst_remote_load.moc"
