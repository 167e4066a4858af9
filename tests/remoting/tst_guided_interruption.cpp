// Guided failovers and failbacks that are interrupted, in front of played servers: a connection that is cut or lost, a
// step that is stopped, a program that ends: what is true is said, and it can be gone on with.
#include "tests/remoting/guided_world.h"

#include <QTest>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Kind = FailoverStepKind;

// Failover, disaster and failback, each interrupted before and after the point of no return.
void addInterruptions()
{
    QTest::addColumn<bool>("isFailback");
    QTest::addColumn<bool>("isDisaster");
    QTest::addColumn<bool>("isAfter"); // the point of no return
    for (const bool isAfter : {false, true}) {
        const char *where = isAfter ? "after" : "before";
        QTest::addRow("planned, %s", where) << false << false << isAfter;
        QTest::addRow("disaster, %s", where) << false << true << isAfter;
        QTest::addRow("failback, %s", where) << true << false << isAfter;
    }
}

// A world in which the step in which the pool changes hands waits at one of its points.
class InterruptedWorld : public GuidedWorld
{
public:
    explicit InterruptedWorld(bool isFailback = false, bool isDisaster = false)
        : m_isFailback(isFailback)
        , m_isDisaster(isDisaster)
        , kind(isFailback ? Kind::FailBack : Kind::FailOver)
    {
        if (isFailback)
            pool(PoolA).state = PoolState::FailedOver;
        state().setUp(PoolA, !isDisaster);
        pauseFailovers();
    }
    bool runTo(bool isAfter)
    {
        return begin(m_isFailback ? FailoverDirection::FailBack : FailoverDirection::FailOver, m_isDisaster)
            && waitForPointOfStep(isAfter ? PlayedPoint::AfterNoReturn : PlayedPoint::BeforeNoReturn);
    }
    QString poolState() { return toString(pool(PoolA).state); }
    QString expected(bool isAfter) const // of the pool, while it waits there
    {
        if (m_isFailback)
            return isAfter ? u"FailedBack"_s : u"FailedOver"_s;
        return isAfter ? u"FailingOver"_s : u"Active"_s;
    }
    QString goal() const { return m_isFailback ? u"Active"_s : u"FailedOver"_s; }
    bool runAgain()
    {
        point.reset(); // that of the run before
        operation->runCurrentStep();
        for (const PlayedPoint each : {PlayedPoint::BeforeNoReturn, PlayedPoint::AfterNoReturn}) {
            if (!waitForPoint(each))
                return false;
            goOn();
        }
        return waitUntilIdle();
    }

private:
    const bool m_isFailback;
    const bool m_isDisaster;

public:
    const Kind kind;
};

} // namespace

class TestGuidedInterruption : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_temporary;

private Q_SLOTS:
    // For the reports of the commands.
    void initTestCase() { qputenv("TMPDIR", m_temporary.path().toUtf8()); }

    void aConnectionThatComesBackBringsTheEnd_data() { addInterruptions(); }
    void aConnectionThatComesBackBringsTheEnd()
    {
        QFETCH(const bool, isFailback);
        QFETCH(const bool, isDisaster);
        QFETCH(const bool, isAfter);
        InterruptedWorld world(isFailback, isDisaster);
        QVERIFY(world.runTo(isAfter));
        world.cut();
        QTRY_VERIFY_WITH_TIMEOUT(world.session->connectionState().kind == ConnectionState::Kind::Interrupted, 30'000);
        QCOMPARE(world.stateOf(world.kind), u"Running"_s);
        world.goOn(); // it runs on there
        if (!isAfter) {
            QVERIFY(world.waitForPoint(PlayedPoint::AfterNoReturn));
            world.goOn();
        }
        world.listen();
        QVERIFY(world.waitUntilIdle());
        QCOMPARE(world.stateOf(world.kind), u"Reached"_s);
        QVERIFY(world.step(world.kind).lastEnd->outcome == Outcome::Succeeded);
        QCOMPARE(world.poolState(), world.goal());
    }

    void aSessionThatIsLostSaysWhatIsTrueAndIsGoneOnWith_data() { addInterruptions(); }
    void aSessionThatIsLostSaysWhatIsTrueAndIsGoneOnWith()
    {
        QFETCH(const bool, isFailback);
        QFETCH(const bool, isDisaster);
        QFETCH(const bool, isAfter);
        InterruptedWorld world(isFailback, isDisaster);
        QVERIFY(world.runTo(isAfter));
        world.server.dropShells(); // the server was started anew
        world.server.https().cutConnections();
        QVERIFY(world.waitUntilIdle());
        QCOMPARE(world.stateOf(world.kind), u"Unknown"_s); // nobody can be asked
        QVERIFY(world.guided().isPastPointOfNoReturn()); // as far as anybody knows
        const QUuid id = world.guided().id();
        world.leave();
        QVERIFY(world.resume(id));
        QCOMPARE(world.poolState(), world.expected(isAfter));
        const OperationStep &step = world.step(world.kind);
        QVERIFY2(step.finding.text.contains(world.expected(isAfter)), qPrintable(step.finding.text));
        if (isFailback && isAfter) { // FailedBack: it serves its users
            QCOMPARE(world.stateOf(world.kind), u"Reached"_s);
            return;
        }
        QVERIFY(step.state == StepState::NotReached || step.state == StepState::Unknown);
        QVERIFY(!isAfter || !step.finding.nextCommandLines.isEmpty());
        QVERIFY(world.runAgain());
        QCOMPARE(world.stateOf(world.kind), u"Reached"_s);
        QCOMPARE(world.poolState(), world.goal());
    }

    void aStepThatIsStoppedSaysWhatIsTrueAndIsRunAgain_data() { addInterruptions(); }
    void aStepThatIsStoppedSaysWhatIsTrueAndIsRunAgain()
    {
        QFETCH(const bool, isFailback);
        QFETCH(const bool, isDisaster);
        QFETCH(const bool, isAfter);
        InterruptedWorld world(isFailback, isDisaster);
        QVERIFY(world.runTo(isAfter));
        world.guided().stopCurrentStep();
        QVERIFY(world.waitUntilIdle());
        QCOMPARE(world.server.stops, 1);
        QCOMPARE(world.poolState(), world.expected(isAfter));
        const OperationStep &step = world.step(world.kind);
        QVERIFY2(step.finding.text.contains(world.expected(isAfter)), qPrintable(step.finding.text));
        if (isFailback && isAfter) {
            QCOMPARE(world.stateOf(world.kind), u"Reached"_s);
            return;
        }
        QVERIFY(step.state != StepState::Reached);
        QCOMPARE(world.guided().isPastPointOfNoReturn(), isAfter);
        QVERIFY(!isAfter || !step.finding.nextCommandLines.isEmpty());
        QVERIFY(world.runAgain());
        QCOMPARE(world.stateOf(world.kind), u"Reached"_s);
        QCOMPARE(world.poolState(), world.goal());
    }

    void aProgramThatEndsInTheMiddleGoesOnAfterItsNextStart_data() { addInterruptions(); }
    void aProgramThatEndsInTheMiddleGoesOnAfterItsNextStart()
    {
        QFETCH(const bool, isFailback);
        QFETCH(const bool, isDisaster);
        QFETCH(const bool, isAfter);
        InterruptedWorld world(isFailback, isDisaster);
        world.settings.stopTimeout
            = 50ms; // the server, in this very thread, cannot confirm it while that is waited for
        QVERIFY(world.runTo(isAfter));
        const QUuid id = world.guided().id();
        world.leave();
        QVERIFY(world.resume(id));
        QCOMPARE(world.poolState(), world.expected(isAfter));
        const OperationStep &step = world.step(world.kind);
        QVERIFY(step.lastStart.has_value());
        QVERIFY2(step.finding.text.contains(world.expected(isAfter)), qPrintable(step.finding.text));
        QCOMPARE(step.state == StepState::Reached, isFailback && isAfter);
        if (step.state == StepState::Reached)
            return;
        QVERIFY(world.runAgain());
        QCOMPARE(world.stateOf(world.kind), u"Reached"_s);
        QCOMPARE(world.poolState(), world.goal());
    }

    void aStoreThatIsBeingMovedWhenItIsStoppedOrLost_data()
    {
        QTest::addColumn<bool>("isLost"); // the session; otherwise the step is stopped
        QTest::addColumn<bool>("isAfter"); // the store has been moved
        for (const bool isLost : {false, true}) {
            for (const bool isAfter : {false, true})
                QTest::addRow("%s, %s", isLost ? "lost" : "stopped", isAfter ? "after" : "before") << isLost << isAfter;
        }
    }
    void aStoreThatIsBeingMovedWhenItIsStoppedOrLost()
    {
        QFETCH(const bool, isLost);
        QFETCH(const bool, isAfter);
        GuidedWorld world;
        world.settings.url = QUrl(u"https://fe1.pool-b.contoso.com/OcsPowershell"_s);
        world.state().setActiveStore(PoolA);
        world.pauseFailovers();
        QVERIFY(world.begin());
        QVERIFY(world.waitForPointOfStep(isAfter ? PlayedPoint::AfterNoReturn : PlayedPoint::BeforeNoReturn));
        if (isLost) {
            world.server.dropShells();
            world.server.https().cutConnections();
        } else {
            world.guided().stopCurrentStep();
        }
        QVERIFY(world.waitUntilIdle());
        if (isLost) {
            QCOMPARE(world.stateOf(Kind::CentralManagement), u"Unknown"_s);
            const QUuid id = world.guided().id();
            world.leave();
            QVERIFY(world.resume(id));
        }
        QCOMPARE(world.state().activeStore(), isAfter ? PoolB : PoolA);
        QCOMPARE(world.stateOf(Kind::CentralManagement), isAfter ? u"Reached"_s : u"NotReached"_s);
        QVERIFY(world.pool(PoolA).state == PoolState::Active);
        QVERIFY(!world.guided().isPastPointOfNoReturn());
    }

    void noMorePatienceIsNeededForAGoalThatIsWaitedFor()
    {
        GuidedWorld world;
        world.state().setStale(u"fe1.pool-b.contoso.com"_s, -1);
        QVERIFY(world.begin());
        world.guided().setPatience(1h, 10h);
        world.guided().runCurrentStep();
        QTRY_COMPARE_WITH_TIMEOUT(world.stateOf(Kind::Replicas), u"Verifying"_s, 30'000);
        world.guided().stopCurrentStep();
        QVERIFY(world.waitUntilIdle());
        QCOMPARE(world.stateOf(Kind::Replicas), u"NotReached"_s);
    }
};

QTEST_GUILESS_MAIN(TestGuidedInterruption)
#include "tst_guided_interruption.moc"
