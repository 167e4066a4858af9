// Much output, slow readers, many commands at once: bounded memory, and nobody blocks anybody.
#include "backend/remoting/pipeline_feed.h"
#include "tests/remoting/played_objects.h"
#include "tests/remoting/remote_world.h"
#include "tests/support/patience.h"

#include <QFile>
#include <QTest>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;

namespace {

// What may be on its way between the server's hand and the reader's: the records of a mailbox, the items of a feed, an
// answer, and what the server makes ahead; whatever comes in all.
constexpr int InFlightLimit = 4096 + int(PipelineFeed::ItemLimit) + 400;

// Of this process, in bytes; 0 where it cannot be told, or where a sanitizer keeps what is freed.
qint64 residentSize()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return 0;
#else
    QFile status(u"/proc/self/statm"_s);
    constexpr qint64 PageSize = 4096;
    return status.open(QIODevice::ReadOnly) ? status.readAll().split(' ').value(1).toLongLong() * PageSize : 0;
#endif
}

struct Load
{
    int objects = 0;
    int inFlight = 0; // at most
    qint64 resident = 0; // at most
};

// What Get-CsService puts out beside the many.
int ownServices()
{
    return int(serviceObjects(PlayedState()).size());
}

// Reads all of Get-CsService, and looks at every record what there is.
Load readServices(int manyObjects)
{
    PlayedDeployment deployment;
    deployment.manyObjects = manyObjects;
    RemoteWorld world(deployment);
    if (!world.connect())
        return {};
    Load load;
    const std::unique_ptr<RemoteCommand> services = world.start(u"Get-CsService"_s);
    services->keepsRecords = false;
    services->observer = [&](const Record &) {
        const int made = deployment.objectsMade->load();
        load.inFlight = std::max(load.inFlight, made - int(services->outputs));
        if (services->outputs % 512 == 0)
            load.resident = std::max(load.resident, residentSize());
    };
    services->waitForEnd(120'000);
    load.objects = int(services->outputs);
    return load;
}

} // namespace

class TestRemoteLoad : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tenThousandObjectsStreamThroughBoundedMemory()
    {
        const Load some = readServices(5'000);
        QCOMPARE(some.objects, 5'000 + ownServices());
        const Load many = readServices(10'000);
        QCOMPARE(many.objects, 10'000 + ownServices());
        QVERIFY2(some.inFlight < InFlightLimit, qPrintable(QString::number(some.inFlight)));
        QVERIFY2(many.inFlight < InFlightLimit, qPrintable(QString::number(many.inFlight)));
        constexpr qint64 Slack = 6 * 1024 * 1024; // 5,000 objects more take about 17 MiB where they are kept
        QVERIFY2(many.resident - some.resident < Slack,
                 qPrintable(u"%1 and %2 bytes"_s.arg(some.resident).arg(many.resident)));
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
        deployment.manyObjects = 8'000; // more than may be on its way
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
        QVERIFY2(*deployment.objectsMade < InFlightLimit, qPrintable(QString::number(*deployment.objectsMade)));
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
        QVERIFY(waitUntil(read, 300'000));
        QCOMPARE(objects, 8'000 + ownServices());
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
        QVERIFY(waitUntil(read, 60'000));
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
            readings.push_back(world.start(i % 2 == 0 ? u"Get-CsPool"_s
                                                      : u"Get-CsBackupServiceStatus -PoolFqdn pool-a.contoso.com"_s));
        }
        for (int i = 0; i < 20; ++i) {
            QVERIFY(readings.at(i)->waitForEnd());
            QCOMPARE(readings.at(i)->outputs, i % 2 == 0 ? PoolsAtFirst : 1);
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
