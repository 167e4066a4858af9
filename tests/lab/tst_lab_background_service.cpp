// The lab's backup service in the background: cycles of its own, and who goes before it.
#include "backend/lab/lab_background_service.h"
#include "backend/lab/lab_session.h"
#include "backend/lab/pool_lock.h"
#include "model/backup_service_status.h"
#include "tests/support/patience.h"
#include "tests/support/test_support.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString poolA = u"a.example.com"_s;
const QString poolB = u"b.example.com"_s;
const PoolPair pairAB = PoolPair::of(poolA, poolB);

constexpr int CycleTimeout = 20'000;

// A deployment with its session, and the session's service.
struct World
{
    World()
    {
        Result<std::unique_ptr<LabSession>> opened = LabSession::open(deployment.folder(), 30s);
        if (!opened)
            qFatal("The deployment could not be opened");
        session = std::move(opened).value();
        service = session->backgroundService();
        QObject::connect(service, &BackgroundService::cycleEnded, service, [this] { ++cycles; });
    }

    bool runOneCycle()
    {
        const int before = cycles;
        service->setRunning(true);
        const bool hasEnded = waitUntil([this, before] { return cycles > before; }, CycleTimeout);
        service->setRunning(false);
        return hasEnded;
    }

    QString exportState(const QString &pool) const
    {
        const LabResult read = runLab(deployment.folder(), u"Get-CsBackupServiceStatus -PoolFqdn "_s + pool);
        const auto status = BackupServiceStatus::fromObject(read.objects().value(0));
        return status.overallExportStatus ? toString(*status.overallExportStatus) : u"not reported"_s;
    }

    Outcome run(const Command &command)
    {
        const std::unique_ptr<Pipeline> pipeline = session->start(command);
        std::optional<Outcome> outcome;
        const bool hasEnded = waitUntil(
            [&] {
                for (const Record &record : pipeline->mailbox().takeAll()) {
                    if (const auto *finished = std::get_if<FinishedRecord>(&record.content))
                        outcome = finished->outcome;
                }
                return outcome.has_value();
            },
            CycleTimeout);
        return hasEnded ? *outcome : Outcome::Interrupted;
    }

    TestDeployment deployment;
    std::unique_ptr<LabSession> session;
    BackgroundService *service = nullptr;
    int cycles = 0;
};

Command backup(const World &world)
{
    return Command(u"Backup-CsPool"_s)
        .set(u"PoolFqdn"_s, poolA)
        .set(u"Confirm"_s, false)
        .set(u"Report"_s, world.deployment.filePath(u"report.html"_s));
}

} // namespace

class TestLabBackgroundService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsOffAtFirst();
    void aCycleCopiesBothWays();
    void aPairAtWhichSomebodyIsAtWorkIsLeftAlone();
    void aJobGoesBeforeTheService();
    void aClaimedPairIsNotEnteredUntilItIsReleased();
    void whatIsInTheWayOfAJobIsAskedToStop();
    void aServiceThatIsSwitchedOffEntersNothing();
    void theNextCycleFollowsTheConfiguration();
    void anErrorIsKeptAndClearedByTheNextGoodCycle();
    void anErrorStaysWhileItsPairIsLocked();
    void aDeploymentThatIsGoneIsAnErrorAndCyclesGoOn();
    void anInterruptedFailoverIsSaidAndNothingIsCopied();
    void aFailedOverPoolIsCopiedBackFromItsBackupPool();
    void switchingOffAndDestroyingDuringACycleEndsIt();
    void switchedOffAndOnAgainItBeginsAtOnce();
    void aSessionWithoutDeploymentHasNone();
};

void TestLabBackgroundService::itIsOffAtFirst()
{
    World world;
    QVERIFY(world.service);
    QVERIFY(!world.service->isRunning());
    QVERIFY(!world.service->lastCycle().isValid());
    QVERIFY(!world.service->nextCycle().isValid());
    QVERIFY(!world.service->lastError());
    QCOMPARE(world.session->backgroundService(), world.service);
}

void TestLabBackgroundService::aCycleCopiesBothWays()
{
    World world;
    world.deployment.writeDocument(poolA, u"urn:lcd:ann@example.com"_s, "<Data>a</Data>");
    world.deployment.writeDocument(poolB, u"urn:lcd:ben@example.com"_s, "<Data>b</Data>");
    world.deployment.writeContent(poolA, poolA, u"conference/slides.txt"_s, "slides");
    QCOMPARE(world.exportState(poolA), u"NotInitialized"_s);
    const QDateTime before = QDateTime::currentDateTimeUtc();
    QVERIFY(world.runOneCycle());
    QCOMPARE(world.exportState(poolA), u"FinalState"_s);
    QCOMPARE(world.exportState(poolB), u"FinalState"_s);
    QVERIFY(!world.service->lastError());
    QVERIFY(world.service->lastCycle() >= before);
}

void TestLabBackgroundService::aPairAtWhichSomebodyIsAtWorkIsLeftAlone()
{
    World world;
    world.deployment.writeDocument(poolA, u"urn:lcd:ann@example.com"_s, "<Data/>");
    StopSource stop;
    {
        const Result<PoolLock> lock
            = PoolLock::acquire({world.deployment.folder(), {poolA}, u"a test"_s, 0ms}, stop.token());
        QVERIFY(lock);
        QVERIFY(world.runOneCycle());
        QCOMPARE(world.exportState(poolA), u"NotInitialized"_s);
        QVERIFY(!world.service->lastError());
    }
    QVERIFY(world.runOneCycle());
    QCOMPARE(world.exportState(poolA), u"FinalState"_s);
}

// The session waits for no lock here: the job would fail if the service did not leave.
void TestLabBackgroundService::aJobGoesBeforeTheService()
{
    World world;
    for (int i = 0; i < 300; ++i)
        world.deployment.writeDocument(poolA, u"urn:lcd:user%1@example.com"_s.arg(i), "<Data/>");
    Result<std::unique_ptr<LabSession>> session = LabSession::open(world.deployment.folder(), 0ms);
    QVERIFY(session);
    world.session = std::move(session).value();
    world.service = world.session->backgroundService();
    for (int i = 0; i < 5; ++i) {
        world.service->setRunning(true);
        QCOMPARE(toString(world.run(backup(world))), toString(Outcome::Succeeded));
        world.service->setRunning(false);
    }
    QCOMPARE(world.exportState(poolA), u"FinalState"_s);
}

void TestLabBackgroundService::aClaimedPairIsNotEnteredUntilItIsReleased()
{
    const auto precedence = std::make_shared<JobPrecedence>();
    const StopSource stop;
    const auto claim = precedence->claim({poolB});
    QVERIFY(!precedence->enter(pairAB, stop));
    QVERIFY(precedence->enter(PoolPair::of(u"c.example.com"_s, u"d.example.com"_s), stop));
    precedence->leave();
    claim->release();
    QVERIFY(precedence->enter(pairAB, stop));
    precedence->leave();
    const auto everything = precedence->claim({});
    QVERIFY(!precedence->enter(pairAB, stop));
}

void TestLabBackgroundService::whatIsInTheWayOfAJobIsAskedToStop()
{
    const auto precedence = std::make_shared<JobPrecedence>();
    const StopSource stop;
    QVERIFY(precedence->enter(pairAB, stop));
    const auto other = precedence->claim({u"c.example.com"_s});
    QVERIFY(!stop.token().isStopRequested());
    other->waitUntilFree(StopSource().token());
    const auto claim = precedence->claim({poolA});
    QVERIFY(stop.token().isStopRequested());
    StopSource impatient;
    impatient.requestStop();
    claim->waitUntilFree(impatient.token()); // a cancelled job does not wait
    precedence->leave();
    claim->waitUntilFree(StopSource().token());
}

void TestLabBackgroundService::aServiceThatIsSwitchedOffEntersNothing()
{
    const auto precedence = std::make_shared<JobPrecedence>();
    const StopSource stop;
    QVERIFY(precedence->enter(pairAB, stop));
    precedence->setServiceAllowed(false);
    QVERIFY(stop.token().isStopRequested());
    precedence->leave();
    QVERIFY(!precedence->enter(pairAB, StopSource()));
    precedence->setServiceAllowed(true);
    QVERIFY(precedence->enter(pairAB, StopSource()));
}

void TestLabBackgroundService::theNextCycleFollowsTheConfiguration()
{
    World world;
    world.service->setRunning(true);
    QTRY_COMPARE_WITH_TIMEOUT(world.cycles, 1, CycleTimeout);
    QCOMPARE(world.service->lastCycle().secsTo(world.service->nextCycle()), 120);
    const auto configure = [&world](int seconds) {
        return world.run(Command(u"Set-CsBackupServiceConfiguration"_s)
                             .set(u"SyncInterval"_s, QVariant::fromValue(TimeSpan::fromSeconds(seconds))));
    };
    QCOMPARE(toString(configure(3600)), toString(Outcome::Succeeded));
    QTRY_COMPARE(world.service->lastCycle().secsTo(world.service->nextCycle()), 3600);
    QCOMPARE(world.cycles, 1);
    QCOMPARE(toString(configure(5)), toString(Outcome::SucceededWithWarnings)); // so short an interval is unwise
    QTRY_COMPARE_WITH_TIMEOUT(world.cycles, 2, CycleTimeout);
    QCOMPARE(world.service->lastCycle().secsTo(world.service->nextCycle()), 5);
}

void TestLabBackgroundService::anErrorIsKeptAndClearedByTheNextGoodCycle()
{
    World world;
    world.deployment.writeContent(poolA, poolA, u"conference/slides.txt"_s, "slides");
    QVERIFY(world.runOneCycle());
    const QString store = world.deployment.folder() + u"/pools/"_s + poolA + u"/file-store"_s;
    QVERIFY(QDir().rename(store, store + u".away"_s));
    QVERIFY(world.runOneCycle());
    QVERIFY(world.service->lastError());
    QVERIFY2(world.service->lastError()->message.contains(poolA), qPrintable(world.service->lastError()->message));
    QVERIFY(QDir().rename(store + u".away"_s, store));
    QVERIFY(world.runOneCycle());
    QVERIFY(!world.service->lastError());
}

void TestLabBackgroundService::anErrorStaysWhileItsPairIsLocked()
{
    World world;
    const QString store = world.deployment.folder() + u"/pools/"_s + poolA + u"/file-store"_s;
    QVERIFY(QDir().rename(store, store + u".away"_s));
    QVERIFY(world.runOneCycle());
    QVERIFY(world.service->lastError());
    StopSource stop;
    const Result<PoolLock> lock
        = PoolLock::acquire({world.deployment.folder(), {poolB}, u"a test"_s, 0ms}, stop.token());
    QVERIFY(lock);
    QVERIFY(world.runOneCycle());
    QVERIFY(world.service->lastError());
}

void TestLabBackgroundService::aDeploymentThatIsGoneIsAnErrorAndCyclesGoOn()
{
    World world;
    const QString folder = world.deployment.folder();
    QVERIFY(QDir().rename(folder, folder + u".away"_s));
    QVERIFY(world.runOneCycle());
    QVERIFY(world.service->lastError());
    QVERIFY(!world.service->lastError()->message.isEmpty());
    QVERIFY(!QFileInfo::exists(folder)); // nothing is made in its place
    QVERIFY(QDir().rename(folder + u".away"_s, folder));
    QVERIFY(world.runOneCycle());
    QVERIFY(!world.service->lastError());
}

void TestLabBackgroundService::anInterruptedFailoverIsSaidAndNothingIsCopied()
{
    World world;
    world.deployment.writeDocument(poolA, u"urn:lcd:ann@example.com"_s, "<Data/>");
    {
        const auto deployment = world.deployment.open();
        QVERIFY(deployment->putJournalEntry(
            {poolA, u"FailOver"_s, u"intended"_s, false, u"{}"_s, QDateTime::currentDateTimeUtc()}));
    }
    QVERIFY(world.runOneCycle());
    QCOMPARE(world.exportState(poolA), u"NotInitialized"_s);
    QVERIFY(world.service->lastError());
    QVERIFY(world.service->lastError()->message.contains(u"interrupted"_s));
}

void TestLabBackgroundService::aFailedOverPoolIsCopiedBackFromItsBackupPool()
{
    World world;
    world.deployment.writeDocument(poolB, u"urn:lcd:ben@example.com"_s, "<Data/>");
    QVERIFY(world.runOneCycle());
    const LabResult failedOver
        = runLab(world.deployment.folder(), u"Invoke-CsPoolFailOver -PoolFqdn b.example.com -Confirm:$false"_s);
    QVERIFY2(failedOver.outcome == Outcome::Succeeded || failedOver.outcome == Outcome::SucceededWithWarnings,
             qPrintable(failedOver.error ? failedOver.error->message : toString(failedOver.outcome)));
    QVERIFY(world.runOneCycle());
    QVERIFY2(!world.service->lastError(), qPrintable(world.service->lastError().value_or(Error()).message));
    QCOMPARE(world.exportState(poolB), u"FinalState"_s);
}

void TestLabBackgroundService::switchingOffAndDestroyingDuringACycleEndsIt()
{
    World world;
    for (int i = 0; i < 300; ++i)
        world.deployment.writeDocument(poolA, u"urn:lcd:user%1@example.com"_s.arg(i), "<Data/>");
    world.service->setRunning(true);
    world.service->setRunning(false);
    QVERIFY(!world.service->isRunning());
    QVERIFY(!world.service->nextCycle().isValid());
    world.service->setRunning(true);
    world.session.reset();
}

// The thread may see the two switches as one.
void TestLabBackgroundService::switchedOffAndOnAgainItBeginsAtOnce()
{
    World world;
    for (int i = 1; i <= 20; ++i) {
        world.service->setRunning(false);
        world.service->setRunning(true);
        QTRY_VERIFY_WITH_TIMEOUT(world.cycles >= i, 10'000);
    }
}

void TestLabBackgroundService::aSessionWithoutDeploymentHasNone()
{
    QVERIFY(!LabSession::withoutDeployment()->backgroundService());
}

QTEST_GUILESS_MAIN(TestLabBackgroundService)
#include "tst_lab_background_service.moc"
