// Guided failovers and failbacks of a pool of genuine servers, played behind HTTPS, from the first step to the report.
#include "tests/remoting/guided_world.h"

#include "backend/report/report_html.h"
#include "backend/user_name.h"

#include <QTest>
#include <QTimeZone>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;

namespace {

using Kind = FailoverStepKind;

} // namespace

class TestGuidedFailover : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_temporary;

private Q_SLOTS:
    // For the reports of the commands.
    void initTestCase() { qputenv("TMPDIR", m_temporary.path().toUtf8()); }

    void aPlannedFailoverWithEveryStep()
    {
        GuidedWorld world;
        world.state().setNextHop(PoolA);
        world.state().setActiveStore(PoolA);
        QVERIFY(world.begin());
        QCOMPARE(world.stepIds(),
                 QStringList({u"EdgeNextHop:edge.contoso.com"_s, u"CentralManagement:pool-a.contoso.com"_s,
                              u"Replicas:pool-a.contoso.com"_s, u"FailOver:pool-a.contoso.com"_s}));
        QVERIFY(world.doStep());
        QCOMPARE(world.stateOf(Kind::EdgeNextHop), u"Reached"_s);
        QCOMPARE(world.state().edgePool(PoolEdge)->nextHop, PoolB);
        QVERIFY(!world.step(Kind::CentralManagement).step.runsHere);
        world.guided().markCurrentStepRunElsewhere(); // which is not true
        QVERIFY(world.waitUntilIdle());
        QCOMPARE(world.stateOf(Kind::CentralManagement), u"NotReached"_s);
        QVERIFY(world.doStep());
        QCOMPARE(world.stateOf(Kind::CentralManagement), u"Reached"_s);
        QCOMPARE(world.state().activeStore(), PoolB);
        if (world.guided().currentStep() == 2) // unless the replicas were quicker
            QVERIFY(world.doStep());
        QCOMPARE(world.stateOf(Kind::Replicas), u"Reached"_s);
        QVERIFY(!world.guided().isPastPointOfNoReturn());
        QVERIFY(world.doStep());
        QCOMPARE(world.stateOf(Kind::FailOver), u"Reached"_s);
        QVERIFY(world.pool(PoolA).state == PoolState::FailedOver);
        QCOMPARE(world.guided().currentStep(), -1);
        QVERIFY(world.refusals.isEmpty());
        world.guided().end();
        QTRY_VERIFY_WITH_TIMEOUT(world.guided().hasEnded(), 30'000);
        const auto *end = std::get_if<OperationEnded>(&world.guided().events().constLast().content);
        QVERIFY(end && end->isComplete);
        const QString record
            = QString::fromUtf8(renderReportHtml(world.guided().report(), QTimeZone(QByteArrayLiteral("UTC"))));
        for (const OperationStep &step : world.guided().steps())
            QVERIFY2(record.contains(step.step.commandLine.toHtmlEscaped()), qPrintable(step.step.commandLine));
        QVERIFY(record.contains(currentUserName().toHtmlEscaped()));
        // Before, and after it, when the way back is what matters.
        QVERIFY(record.contains(u"pool-a.contoso.com is the next hop of 1 Edge pool"_s));
        QVERIFY(record.contains(u"pool-b.contoso.com is the next hop of 1 Edge pool"_s));
    }

    void aDisasterWithTheStoreAndItsWayBack_data()
    {
        QTest::addColumn<bool>("readsNeedStore");
        QTest::newRow("the store is missed by who writes") << false;
        QTest::newRow("the store is missed by who reads") << true;
    }
    void aDisasterWithTheStoreAndItsWayBack()
    {
        QFETCH(const bool, readsNeedStore);
        GuidedWorld world;
        world.state().readsNeedStore = readsNeedStore;
        world.state().setNextHop(PoolA);
        world.state().setActiveStore(PoolA);
        world.state().setUp(PoolA, false);
        QVERIFY(world.begin(FailoverDirection::FailOver, true));
        // A next hop is written into the store, which has to be up for that.
        QCOMPARE(world.stepIds().value(0), u"CentralManagement:pool-a.contoso.com"_s);
        const auto *begun = std::get_if<OperationBegun>(&world.guided().events().constFirst().content);
        QVERIFY(begun && !begun->losses.isEmpty());
        QVERIFY(!begun->losses.join(u' ').startsWith(u"Nothing"_s));
        while (world.guided().currentStep() >= 0) {
            const int before = world.guided().currentStep();
            QVERIFY(world.doStep());
            QVERIFY2(world.guided().currentStep() != before,
                     qPrintable(world.guided().steps().at(before).finding.text));
        }
        QCOMPARE(world.state().activeStore(), PoolB);
        QVERIFY(world.pool(PoolA).state == PoolState::FailedOver);
        world.guided().end();
        QTRY_VERIFY_WITH_TIMEOUT(world.guided().hasEnded(), 30'000);
        world.leave();

        world.state().setUp(PoolA, true);
        QVERIFY(world.begin(FailoverDirection::FailBack));
        QCOMPARE(world.stepIds(),
                 QStringList({u"FailBack:pool-a.contoso.com"_s, u"ConferenceContent:pool-b.contoso.com"_s,
                              u"BothDirections:pool-a.contoso.com"_s, u"EdgeNextHop:edge.contoso.com"_s}));
        QVERIFY(world.doStep());
        QCOMPARE(world.stateOf(Kind::FailBack), u"Reached"_s);
        QVERIFY(world.pool(PoolA).state == PoolState::FailedBack);
        QVERIFY(world.doStep());
        QCOMPARE(world.stateOf(Kind::ConferenceContent), u"NotReached"_s); // NonSteadyState still
        QVERIFY(world.step(Kind::ConferenceContent).finding.text.contains(u"NonSteadyState"_s));
        QVERIFY(world.doStep());
        QCOMPARE(world.stateOf(Kind::ConferenceContent), u"Reached"_s);
        QCOMPARE(world.stateOf(Kind::BothDirections), u"Reached"_s); // which is only looked at
        QVERIFY(world.step(Kind::EdgeNextHop).step.isOptional);
        world.guided().leaveOut({});
        QVERIFY(world.waitUntilIdle());
        QCOMPARE(world.guided().currentStep(), -1);
        QVERIFY(world.pool(PoolA).state == PoolState::Active);
    }

    void theStoreIsMovedFromHereOnAServerOfTheBackupPool()
    {
        GuidedWorld world;
        world.settings.url = QUrl(u"https://fe1.pool-b.contoso.com/OcsPowershell"_s);
        world.state().setActiveStore(PoolA);
        QVERIFY(world.begin());
        QVERIFY(world.step(Kind::CentralManagement).step.runsHere);
        QVERIFY(world.doStep());
        QCOMPARE(world.stateOf(Kind::CentralManagement), u"Reached"_s);
        QVERIFY(world.step(Kind::CentralManagement).lastEnd->outcome == Outcome::Succeeded);
        QCOMPARE(world.state().activeStore(), PoolB);
        QVERIFY(!world.guided().isPastPointOfNoReturn()); // the pool has not changed hands
    }

    void theNextHopCanBeLedBackAfterTheFailback()
    {
        GuidedWorld world;
        world.state().setNextHop(PoolA);
        QVERIFY(world.begin());
        while (world.guided().currentStep() >= 0)
            QVERIFY(world.doStep());
        world.guided().end();
        QTRY_VERIFY_WITH_TIMEOUT(world.guided().hasEnded(), 30'000);
        world.leave();
        QVERIFY(world.begin(FailoverDirection::FailBack));
        QVERIFY(world.stepIds().contains(u"EdgeNextHop:edge.contoso.com"_s));
        while (world.guided().currentStep() >= 0)
            QVERIFY(world.doStep());
        QCOMPARE(world.state().edgePool(PoolEdge)->nextHop, PoolA);
        QVERIFY(world.pool(PoolA).state == PoolState::Active);
    }

    void aStoreThatStaysActiveOnBothPoolsIsNotReached()
    {
        GuidedWorld world;
        world.state().setActiveStore(PoolA);
        world.state().storeStaysActive = true;
        QVERIFY(world.begin());
        QVERIFY(world.doStep());
        QVERIFY(world.stateOf(Kind::CentralManagement) != u"Reached"_s);
        const QString text = world.step(Kind::CentralManagement).finding.text;
        QVERIFY2(text.contains(PoolA) && text.contains(PoolB), qPrintable(text));
        QCOMPARE(world.guided().currentStep(), 0); // nothing goes on behind it
        world.state().setActiveStore(PoolB); // somebody has stopped the old one's services
        world.guided().verify();
        QVERIFY(world.waitUntilIdle());
        QCOMPARE(world.stateOf(Kind::CentralManagement), u"Reached"_s);
    }

    void aReplicaThatStaysBehindHoldsTheFailoverUp()
    {
        GuidedWorld world;
        world.state().setStale(u"fe2.pool-b.contoso.com"_s, -1);
        QVERIFY(world.begin());
        QVERIFY(world.doStep());
        QCOMPARE(world.stateOf(Kind::Replicas), u"NotReached"_s);
        QVERIFY(world.step(Kind::Replicas).finding.text.contains(u"fe2.pool-b.contoso.com"_s));
        world.guided().leaveOut(u"The server is out of service."_s);
        QVERIFY(world.waitUntilIdle());
        QVERIFY(world.doStep());
        QCOMPARE(world.stateOf(Kind::FailOver), u"Reached"_s);
        QCOMPARE(world.stateOf(Kind::Replicas), u"LeftOut"_s);
    }

    void whatHasComeInTheWayMeanwhileIsSaid()
    {
        GuidedWorld world;
        QVERIFY(world.begin());
        QCOMPARE(world.stepIds(), QStringList{u"FailOver:pool-a.contoso.com"_s});
        world.state().setNextHop(PoolA);
        QVERIFY(world.doStep());
        QCOMPARE(world.stateOf(Kind::FailOver), u"NotReached"_s);
        QVERIFY(world.step(Kind::FailOver).lastEnd.has_value());
        QVERIFY2(world.step(Kind::FailOver).lastEnd->message.contains(PoolEdge),
                 qPrintable(world.step(Kind::FailOver).lastEnd->message));
        QVERIFY(world.pool(PoolA).state == PoolState::Active);
        world.state().setNextHop(PoolB);
        QVERIFY(world.doStep());
        QCOMPARE(world.stateOf(Kind::FailOver), u"Reached"_s);
    }

    void whatIsNotOfferedIsRunElsewhereAndCheckedHere()
    {
        GuidedWorld world;
        world.state().setNextHop(PoolA);
        world.deployment.withheldCmdlets = {u"Set-CsEdgeServer"_s, u"Invoke-CsPoolFailOver"_s};
        QVERIFY(world.begin());
        QVERIFY(!world.step(Kind::EdgeNextHop).step.runsHere);
        QVERIFY(!world.step(Kind::FailOver).step.runsHere);
        world.state().setNextHop(PoolB);
        world.guided().markCurrentStepRunElsewhere();
        QVERIFY(world.waitUntilIdle());
        QCOMPARE(world.stateOf(Kind::EdgeNextHop), u"Reached"_s);
        world.pool(PoolA).state = PoolState::FailedOver;
        while (world.guided().currentStep() >= 0) {
            const bool runsHere = world.guided().steps().at(world.guided().currentStep()).step.runsHere;
            if (runsHere)
                world.guided().runCurrentStep();
            else
                world.guided().markCurrentStepRunElsewhere();
            QVERIFY(world.waitUntilIdle());
        }
        QCOMPARE(world.stateOf(Kind::FailOver), u"Reached"_s);
    }
};

QTEST_GUILESS_MAIN(TestGuidedFailover)
#include "tst_guided_failover.moc"
