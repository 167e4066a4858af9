// Guided failovers and failbacks in the console's window, in front of genuine servers, played behind HTTPS, by
// keyboard: what stands in the way, steps here and elsewhere, a lost connection, a step that is stopped, and the way
// back.
#include "backend/known_servers.h"
#include "tests/support/failover_driver.h"
#include "tests/support/server_console.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>

namespace cspool::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestServerFailover : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ServerConsole> m_console;
    std::unique_ptr<FailoverDriver> m_page;
    std::optional<PlayedPoint> m_point; // at which a failover waits
    std::function<void()> m_goOn;

    WindowDriver &window() { return *m_console->driver; }
    PlayedState &state() { return *m_console->deployment.state; }
    QString poolState() { return toString(state().pool(PoolA)->state); }
    void pauseFailovers();
    void passPoint(PlayedPoint point);
    void runToThePointOfNoReturn();
    void connectAgain();
    void setAnswerTimeout(std::chrono::milliseconds timeout);

private Q_SLOTS:
    void init();
    void cleanup();
    void whatStandsInTheWayIsOnTheReadinessPage();
    void aBackupServiceThatDoesNotAnswerIsWaitedForAsLongAsWasSet();
    void aPlannedFailoverWithAStepThatIsRunElsewhere();
    void aConnectionLostDuringTheFailoverIsGoneOnWithAfterConnectingAgain();
    void aFailoverStoppedPastThePointOfNoReturnIsNeverCalledCancelled();
    void theFailbackBringsConferenceContentBack();
};

void TestServerFailover::init()
{
    m_console = std::make_unique<ServerConsole>();
    m_page = std::make_unique<FailoverDriver>(m_console->driver.get());
    m_point.reset();
    m_goOn = nullptr;
}

void TestServerFailover::cleanup()
{
    m_page.reset();
    m_console.reset();
}

void TestServerFailover::pauseFailovers()
{
    m_console->deployment.failoverPause = [this](PlayedPoint point, const std::function<void()> &goOn) {
        m_point = point;
        m_goOn = goOn;
    };
}

void TestServerFailover::passPoint(PlayedPoint point)
{
    QTRY_VERIFY(m_point == point);
    m_point.reset();
    std::exchange(m_goOn, nullptr)();
}

// With the step that is the only one: the pool is FailingOver on the servers.
void TestServerFailover::runToThePointOfNoReturn()
{
    pauseFailovers();
    m_console->connect();
    m_page->begin(PoolA);
    QCOMPARE(m_page->states().size(), 1);
    m_page->runNamedStep(PoolA);
    passPoint(PlayedPoint::BeforeNoReturn);
    QTRY_VERIFY(m_point == PlayedPoint::AfterNoReturn);
    QCOMPARE(poolState(), u"FailingOver"_s);
    m_page->waitForState(0, u"Runs…"_s);
}

void TestServerFailover::connectAgain()
{
    QTRY_VERIFY(window().has(u"reconnect"_s));
    window().tabTo(u"reconnect"_s);
    window().press(Qt::Key_Space);
    window().waitForDialog(u"connectDialog"_s);
    QTRY_COMPARE(QApplication::focusWidget(), window().find<QLineEdit>(u"password"_s));
    window().type(ServerConsole::Password);
    window().press(Qt::Key_Return);
    window().waitUntilGone(u"connectDialog"_s);
    QTRY_VERIFY(!window().has(u"connectionLine"_s));
}

// As somebody did who connected with it.
void TestServerFailover::setAnswerTimeout(std::chrono::milliseconds timeout)
{
    KnownServers known(&m_console->world.settings());
    std::optional<KnownServer> server = known.server(QUrl(m_console->address()));
    QVERIFY(server);
    server->settings.queryTimeout = timeout;
    known.remember(*server);
}

void TestServerFailover::whatStandsInTheWayIsOnTheReadinessPage()
{
    state().addFileTransferAgent(PoolA);
    state().setStale(u"fe2.pool-b.contoso.com"_s, -1);
    state().setNextHop(PoolA);
    state().statusAnswers[PoolB] = PlayedAnswer::Failure;
    m_console->connect();
    m_page->openReadiness(PoolA);
    QVERIFY2(window().text(u"failoverVerdict"_s).startsWith("Not ready"_L1),
             qPrintable(window().text(u"failoverVerdict"_s)));
    QCOMPARE(m_page->verdictOf(u"CentralManagement"_s), u"In the way"_s);
    const QString store = m_page->findingOf(u"CentralManagement"_s);
    QVERIFY2(store.contains(PoolA) && store.contains(PoolB), qPrintable(store));
    QCOMPARE(m_page->verdictOf(u"Replicas"_s), u"Attention"_s);
    QVERIFY2(m_page->findingOf(u"Replicas"_s).contains("fe2.pool-b.contoso.com"_L1),
             qPrintable(m_page->findingOf(u"Replicas"_s)));
    QCOMPARE(m_page->verdictOf(u"BackupPoolService"_s), u"In the way"_s);
    QCOMPARE(m_page->verdictOf(u"BackupService"_s), u"Ready"_s); // the other one answers
    QVERIFY(m_page->verdictOf(u"ReplicationOut"_s) != u"Ready"_s); // its import is not known
    QCOMPARE(m_page->verdictOf(u"EdgeNextHop"_s), u"Attention"_s);
    m_page->selectCheck(u"EdgeNextHop"_s);
    window().tabTo(u"copyCommand"_s);
    window().press(Qt::Key_Space);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             u"Set-CsEdgeServer -Identity EdgeServer:edge.contoso.com -Registrar Registrar:pool-b.contoso.com"_s);
    QVERIFY(!m_page->action(u"beginOperation"_s)->isEnabled());
    QVERIFY2(m_page->action(u"beginOperation"_s)->statusTip().contains("in the way"_L1),
             qPrintable(m_page->action(u"beginOperation"_s)->statusTip()));

    state().setActiveStore(PoolB); // and on no other
    state().setStale(u"fe2.pool-b.contoso.com"_s, 0);
    state().statusAnswers.clear();
    m_page->readAgain();
    for (const QString &check : {u"CentralManagement"_s, u"Replicas"_s, u"BackupPoolService"_s, u"ReplicationOut"_s})
        QVERIFY2(m_page->verdictOf(check) == u"Ready"_s, qPrintable(m_page->findingOf(check)));
    QTRY_VERIFY2(m_page->action(u"beginOperation"_s)->isEnabled(),
                 qPrintable(m_page->action(u"beginOperation"_s)->statusTip()));
}

void TestServerFailover::aBackupServiceThatDoesNotAnswerIsWaitedForAsLongAsWasSet()
{
    m_console->connect();
    state().statusAnswers[PoolB] = PlayedAnswer::Silence;
    setAnswerTimeout(1s); // what else takes longer on a slow machine is unknown, and not looked at here
    m_page->openReadiness(PoolA);
    QCOMPARE(m_page->verdictOf(u"BackupPoolService"_s), u"In the way"_s);
    QVERIFY2(m_page->findingOf(u"BackupPoolService"_s).contains(PoolB),
             qPrintable(m_page->findingOf(u"BackupPoolService"_s)));
    QVERIFY(m_page->verdictOf(u"ReplicationOut"_s) != u"Ready"_s);
    QVERIFY(!m_page->action(u"beginOperation"_s)->isEnabled());
    state().statusAnswers.clear();
    setAnswerTimeout(2min);
    m_page->readAgain();
    QVERIFY2(m_page->verdictOf(u"BackupPoolService"_s) == u"Ready"_s,
             qPrintable(m_page->findingOf(u"BackupPoolService"_s)));
}

void TestServerFailover::aPlannedFailoverWithAStepThatIsRunElsewhere()
{
    m_console->deployment.withheldCmdlets = {u"Invoke-CsManagementServerFailover"_s};
    state().setNextHop(PoolA);
    state().setActiveStore(PoolA);
    m_console->connect();
    m_page->begin(PoolA);
    QCOMPARE(m_page->states().size(), 4);
    m_page->runStep();
    m_page->waitForState(0, u"Reached"_s);
    QCOMPARE(state().edgePool(PoolEdge)->nextHop, PoolB);

    m_page->waitForStep(1);
    QVERIFY(!m_page->action(u"runStep"_s)->isEnabled());
    QVERIFY2(m_page->pane().contains("fe1.pool-b.contoso.com"_L1), qPrintable(m_page->pane())); // where to run it
    window().tabTo(u"copyCommand"_s);
    window().press(Qt::Key_Space);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"Invoke-CsManagementServerFailover"_s);
    m_page->setPatience(PoolA, 1ms, 1ms);
    window().toggle(u"ranThereButton"_s); // which is not true
    QVERIFY(window().find<QWidget>(u"failoverSteps"_s)->hasFocus()); // the button is gone
    m_page->waitForState(1, u"Not reached"_s);
    QTRY_VERIFY(m_page->action(u"ranThere"_s)->isEnabled());
    state().setActiveStore(PoolB); // now it is
    state().changeTopology();
    m_page->setPatience(PoolA, 50ms, std::chrono::milliseconds(LongWait));
    window().toggle(u"ranThereButton"_s);
    m_page->waitForState(1, u"Reached"_s);

    QTRY_VERIFY(m_page->action(u"runStep"_s)->isEnabled());
    if (m_page->operationOf(PoolA)->currentStep() == 2) // unless the replicas were quicker
        m_page->runStep();
    m_page->waitForStep(3);
    QCOMPARE(poolState(), u"Active"_s);
    m_page->runNamedStep(PoolA);
    m_page->waitUntilAllAreDone();
    QCOMPARE(poolState(), u"FailedOver"_s);
    const QString record = m_page->endAndReadTheRecord();
    for (const QString &part :
         {u"Planned failover of pool-a.contoso.com"_s, u"Set-CsEdgeServer"_s, u"Invoke-CsManagementServerFailover"_s,
          u"Invoke-CsPoolFailOver"_s, u"Told by: Get-CsPool"_s})
        QVERIFY2(record.contains(part), qPrintable(part + u": "_s + record));
}

void TestServerFailover::aConnectionLostDuringTheFailoverIsGoneOnWithAfterConnectingAgain()
{
    runToThePointOfNoReturn();
    m_console->server.dropShells(); // the server was started anew
    m_console->server.https().cutConnections();
    m_page->waitForState(0, u"Unknown"_s); // nobody can be asked
    QVERIFY2(!m_page->pane().contains("ancelled"_L1), qPrintable(m_page->pane()));
    QVERIFY2(window().text(u"kindBanner"_s).contains("past the point of no return"_L1),
             qPrintable(window().text(u"kindBanner"_s)));
    connectAgain();

    // What was under way is said wherever one is, and nothing goes on by itself.
    QTRY_VERIFY(window().has(u"operationHint"_s));
    window().tabTo(u"operationHint"_s);
    window().press(Qt::Key_Space);
    QTRY_VERIFY(window().has(u"operations"_s));
    window().tabTo(u"operations"_s);
    QTRY_VERIFY(m_page->action(u"goOnOperation"_s)->isEnabled());
    window().press(Qt::Key_Return);
    QTRY_VERIFY(window().has(u"failoverSteps"_s));
    QTRY_VERIFY(m_page->operationOf(PoolA) && !m_page->operationOf(PoolA)->isBusy());
    QVERIFY2(m_page->pane().contains("The state of pool-a.contoso.com is FailingOver"_L1), qPrintable(m_page->pane()));
    QTRY_VERIFY(window().has(u"nextCommand"_s)); // and what to run next
    QVERIFY2(!m_page->pane().contains("Cancelled"_L1), qPrintable(m_page->pane()));
    QCOMPARE(poolState(), u"FailingOver"_s);
    m_page->setPatience(PoolA, 50ms, std::chrono::milliseconds(LongWait));
    m_point.reset();
    m_page->runNamedStep(PoolA);
    passPoint(PlayedPoint::BeforeNoReturn);
    passPoint(PlayedPoint::AfterNoReturn);
    m_page->waitUntilAllAreDone();
    QCOMPARE(poolState(), u"FailedOver"_s);
}

void TestServerFailover::aFailoverStoppedPastThePointOfNoReturnIsNeverCalledCancelled()
{
    runToThePointOfNoReturn();
    m_page->setPatience(PoolA, 1ms, 1ms);
    m_page->action(u"stopStep"_s)->trigger();
    window().waitForDialog(u"stopQuestion"_s);
    QVERIFY2(window().text(u"stopQuestion"_s).contains("FailingOver"_L1), qPrintable(window().text(u"stopQuestion"_s)));
    QCOMPARE(window().find<QMessageBox>(u"stopQuestion"_s)->defaultButton()->objectName(), u"leaveIt"_s);
    window().press(Qt::Key_S, Qt::AltModifier);
    window().waitUntilGone(u"stopQuestion"_s);
    QTRY_VERIFY(m_page->action(u"runStep"_s)->isEnabled());
    QCOMPARE(m_console->server.stops, 1);
    QCOMPARE(poolState(), u"FailingOver"_s);
    QVERIFY2(m_page->pane().contains("The state of pool-a.contoso.com is FailingOver"_L1), qPrintable(m_page->pane()));
    QTRY_VERIFY(window().has(u"nextCommand"_s));
    QVERIFY2(!m_page->pane().contains("Cancelled"_L1), qPrintable(m_page->pane()));
    QVERIFY2(window().text(u"kindBanner"_s).contains("past the point of no return"_L1),
             qPrintable(window().text(u"kindBanner"_s)));
    m_page->action(u"showStepJob"_s)->trigger(); // its job says no other
    QTRY_VERIFY(window().has(u"jobsTable"_s));
    QTRY_COMPARE(window().jobState(), u"Failed"_s);
    const QString message = window().text(u"jobMessage"_s);
    QVERIFY2(message.contains("nothing is taken back"_L1) && message.contains("Get-Cs"_L1), qPrintable(message));
    QVERIFY2(!m_console->log().contains("ancelled"_L1), qPrintable(m_console->log()));
}

void TestServerFailover::theFailbackBringsConferenceContentBack()
{
    state().setActiveStore(PoolB);
    state().pool(PoolA)->state = PoolState::FailedOver;
    state().pool(PoolA)->lostContent = true; // as after a disaster
    m_console->connect();
    m_page->begin(PoolA); // the way that the state calls for
    QCOMPARE(window().text(u"kindHeading"_s), u"Failback of pool-a.contoso.com"_s);
    QCOMPARE(m_page->states().size(), 3);
    m_page->runNamedStep(PoolA);
    m_page->waitForState(0, u"Reached"_s);
    QCOMPARE(poolState(), u"FailedBack"_s);
    m_page->waitForStep(1);
    m_page->setPatience(PoolA, 1ms, 1ms);
    m_page->runStep(); // as often as it takes
    m_page->waitForState(1, u"Not reached"_s);
    QVERIFY2(m_page->pane().contains("NonSteadyState"_L1), qPrintable(m_page->pane()));
    QTRY_VERIFY(m_page->action(u"runStep"_s)->isEnabled());
    m_page->setPatience(PoolA, 50ms, std::chrono::milliseconds(LongWait));
    m_page->runStep();
    m_page->waitForState(1, u"Reached"_s);
    QTRY_VERIFY(!m_page->operationOf(PoolA)->isBusy());
    if (m_page->operationOf(PoolA)->currentStep() == 2) // unless the look after the step has told it
        window().press(Qt::Key_Return, Qt::ControlModifier);
    m_page->waitUntilAllAreDone();
    QCOMPARE(poolState(), u"Active"_s);
    const QString record = m_page->endAndReadTheRecord();
    QVERIFY2(record.contains("Failback of pool-a.contoso.com"_L1) && record.contains("SteadyState"_L1),
             qPrintable(record));
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestServerFailover)
#include "tst_server_failover.moc"
