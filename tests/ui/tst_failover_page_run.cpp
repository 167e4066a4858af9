// FailoverPage: guided failovers and failbacks from the first question to the record, in the real window by keyboard:
// planned and because of a disaster, stopped, left, and gone on with after a restart.
#include "model/failover/failover_step_model.h"
#include "model/item_roles.h"
#include "tests/support/broken_lab.h"
#include "tests/support/window_driver.h"
#include "ui/failover/failover_desk.h"
#include "ui/failover/failover_page.h"
#include "ui/failover/operation_list_model.h"
#include "ui/jobs/close_question.h"
#include "ui/main_window.h"
#include "ui/report/report_page.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>

namespace cspool::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 30000; // milliseconds; nothing takes so long

const QString PoolA = u"a.example.com"_s; // with the Central Management store
const QString PoolB = u"b.example.com"_s;
const QString Edge = u"edge.example.com"_s;

} // namespace

class TestFailoverPageRun : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<WindowDriver> m_console;

    void start();
    void restart();
    void openReadiness(const QString &pool, int downs = 0);
    void openBeginQuestion(const QString &pool, int downs = 0);
    void confirmName(const QString &pool);
    void begin(const QString &pool, int downs = 0);
    void hurry(const QString &pool);
    void runStep();
    void runNamedStep(const QString &pool);
    void waitForStep(int current);
    void waitUntilAllAreDone();
    void endAndShowTheRecord();
    QStringList states() const { return m_console->column(u"failoverSteps"_s, FailoverStepModel::StateColumn); }
    QAction *action(const QString &name) const;
    FailoverDesk *desk() const { return m_console->window().failoverPage()->desk(); }
    FailoverOperation *operationOf(const QString &pool) const { return desk()->operationOf(pool); }
    QString stateOf(const QString &pool) const;
    bool isAcceptEnabled() const { return m_console->find<QPushButton>(u"nameAccept"_s)->isEnabled(); }
    QString record() const { return m_console->find<QTextBrowser>(u"reportView"_s)->toPlainText(); }

private Q_SLOTS:
    void init();
    void cleanup();
    void theWholePlannedFailoverByKeyboard();
    void theFailbackGoesOnUntilBothDirectionsAreVerified();
    void aDisasterStatesItsLossesAndAsksForThemToBeKnown();
    void plannedAndDisasterAreToldApart();
    void aNameWronglyTypedBeginsNothing_data();
    void aNameWronglyTypedBeginsNothing();
    void enterInTheNameBeginsNothing();
    void anAnswerOfNoRunsNothing();
    void anOperationIsGoneOnWithAfterARestart();
    void otherPagesAndDeploymentsDisturbNothing();
    void aClosedDeploymentLeavesItsOperation();
    void aStepIsStoppedAndRunAgain();
    void aStepIsLeftOutWithAReason();
    void theSamePairIsNotBegunTwice();
    void anOperationCanBeEndedBeforeItIsComplete();
    void closingTheConsoleWhileAStepRunsAsks();
};

void TestFailoverPageRun::init()
{
    m_world = std::make_unique<UiWorld>();
    m_world->deployment.writeDocument(PoolA, u"urn:lcd:ann@example.com"_s, "<Data/>");
    m_world->deployment.writeDocument(PoolB, u"urn:lcd:bob@example.com"_s, "<Data/>");
}

void TestFailoverPageRun::cleanup()
{
    m_console.reset();
    m_world.reset();
}

void TestFailoverPageRun::start()
{
    m_console = std::make_unique<WindowDriver>(m_world.get(), m_world->deployment.folder());
    QTRY_VERIFY_WITH_TIMEOUT(m_world->workspace().monitor()->poolStates().isKnown(), Patience);
}

// As if the program had been killed, or closed: what is under way is left.
void TestFailoverPageRun::restart()
{
    m_console.reset();
    m_world->restart();
    start();
}

QAction *TestFailoverPageRun::action(const QString &name) const
{
    return m_console->window().failoverPage()->findChild<QAction *>(name);
}

QString TestFailoverPageRun::stateOf(const QString &pool) const
{
    const LabResult result = runLab(m_world->deployment.folder(), u"Get-CsRegistrarConfiguration"_s);
    const QList<Object> objects = result.objects();
    for (const Object &object : objects) {
        const RegistrarConfiguration configuration = RegistrarConfiguration::fromObject(object);
        if (configuration.identity.contains(pool))
            return configuration.poolState ? toString(*configuration.poolState) : QString();
    }
    return {};
}

void TestFailoverPageRun::openReadiness(const QString &pool, int downs)
{
    m_console->press(Qt::Key_3, Qt::ControlModifier);
    m_console->press(Qt::Key_F, Qt::ControlModifier);
    auto *pools = m_console->find<QComboBox>(u"failoverPool"_s);
    m_console->press(Qt::Key_Home);
    for (int i = 0; i < 3 && pools->currentData() != pool; ++i)
        m_console->press(Qt::Key_Down);
    QCOMPARE(pools->currentData().toString(), pool);
    m_console->tabTo(u"failoverWay"_s);
    for (int i = 0; i < downs; ++i)
        m_console->press(Qt::Key_Down);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->text(u"failoverTime"_s).startsWith("Read"_L1), Patience);
}

void TestFailoverPageRun::openBeginQuestion(const QString &pool, int downs)
{
    openReadiness(pool, downs);
    QVERIFY2(action(u"beginOperation"_s)->isEnabled(), qPrintable(action(u"beginOperation"_s)->statusTip()));
    m_console->press(Qt::Key_B, Qt::AltModifier);
    m_console->waitForDialog(u"nameDialog"_s);
    QCOMPARE(QApplication::focusWidget(), m_console->find<QLineEdit>(u"poolName"_s));
    QVERIFY(!isAcceptEnabled());
}

// Types the name, ticks what there is to tick, and presses the button.
void TestFailoverPageRun::confirmName(const QString &pool)
{
    m_console->tabTo(u"poolName"_s);
    m_console->replaceText(pool);
    for (const char *tick : {"understood", "goOn"}) {
        if (m_console->has(QString::fromLatin1(tick)))
            m_console->toggle(QString::fromLatin1(tick));
    }
    QVERIFY(isAcceptEnabled());
    m_console->tabTo(u"nameAccept"_s);
    m_console->press(Qt::Key_Space);
    m_console->waitUntilGone(u"nameDialog"_s);
}

void TestFailoverPageRun::begin(const QString &pool, int downs)
{
    openBeginQuestion(pool, downs);
    confirmName(pool);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->has(u"failoverSteps"_s), Patience);
    hurry(pool);
    waitForStep(0);
}

// A person would look at the step's goal every few seconds.
void TestFailoverPageRun::hurry(const QString &pool)
{
    operationOf(pool)->setPatience(50ms, std::chrono::milliseconds(Patience));
}

// Until the step is the current one, and can be run.
void TestFailoverPageRun::waitForStep(int current)
{
    QTRY_VERIFY2_WITH_TIMEOUT(states().value(current) == u"Next"_s, qPrintable(states().join(u", "_s)), Patience);
    QTRY_VERIFY2_WITH_TIMEOUT(action(u"runStep"_s)->isEnabled(), qPrintable(action(u"runStep"_s)->statusTip()),
                              Patience);
}

void TestFailoverPageRun::runStep()
{
    m_console->press(Qt::Key_Return, Qt::ControlModifier);
    m_console->waitForDialog(u"confirmDialog"_s);
    QVERIFY(m_console->find<QPushButton>(u"confirmCancel"_s)->hasFocus()); // the safe answer
    m_console->tabTo(u"confirmAccept"_s);
    m_console->press(Qt::Key_Space);
    m_console->waitUntilGone(u"confirmDialog"_s);
}

void TestFailoverPageRun::runNamedStep(const QString &pool)
{
    m_console->press(Qt::Key_Return, Qt::ControlModifier);
    m_console->waitForDialog(u"nameDialog"_s);
    confirmName(pool);
}

void TestFailoverPageRun::waitUntilAllAreDone()
{
    QTRY_VERIFY2_WITH_TIMEOUT(m_console->text(u"runNotice"_s).startsWith("Every step"_L1),
                              qPrintable(states().join(u", "_s)), Patience);
}

void TestFailoverPageRun::endAndShowTheRecord()
{
    action(u"endOperation"_s)->trigger();
    QTRY_VERIFY2_WITH_TIMEOUT(m_console->text(u"runNotice"_s).contains("has ended"_L1),
                              qPrintable(m_console->text(u"runNotice"_s)), Patience);
    m_console->press(Qt::Key_C, Qt::AltModifier); // the button in the notice
    QTRY_VERIFY_WITH_TIMEOUT(m_console->window().reportPage()->hasReport(), Patience);
    QCOMPARE(m_console->window().currentPage(), static_cast<ConsolePage *>(m_console->window().reportPage()));
}

void TestFailoverPageRun::theWholePlannedFailoverByKeyboard()
{
    BrokenLab(m_world->deployment.folder()).addEdgePool(Edge, PoolA);
    start();
    begin(PoolA);
    QCOMPARE(m_console->text(u"kindHeading"_s), u"Planned failover of a.example.com"_s);
    const QStringList steps = m_console->column(u"failoverSteps"_s, FailoverStepModel::StepColumn);
    QCOMPARE(steps.size(), 4);
    QVERIFY(steps.at(0).contains(Edge));
    QVERIFY(steps.at(1).contains("Central Management"_L1));
    QVERIFY(steps.at(2).contains("replicas"_L1));
    QVERIFY(steps.at(3).contains(PoolA) && steps.at(3).contains(PoolB));
    QVERIFY(m_world->jobs().unfinishedJobs().isEmpty()); // nothing ran by itself
    // Each with its own confirmation; what is reached already needs none.
    runStep();
    QTRY_COMPARE_WITH_TIMEOUT(states().value(0), u"Reached"_s, Patience);
    waitForStep(1);
    runStep();
    QTRY_COMPARE_WITH_TIMEOUT(states().value(1), u"Reached"_s, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(states().value(2) == u"Reached"_s || action(u"runStep"_s)->isEnabled(), Patience);
    if (states().value(2) != u"Reached"_s)
        runStep();
    waitForStep(3);
    QCOMPARE(stateOf(PoolA), u"Active"_s);
    runNamedStep(PoolA.toUpper());
    waitUntilAllAreDone();
    QCOMPARE(stateOf(PoolA), u"FailedOver"_s);
    endAndShowTheRecord();
    QVERIFY(record().contains("Planned failover of a.example.com"_L1));
    for (const QString &part :
         {u"Set-CsEdgeServer"_s, u"Invoke-CsManagementServerFailover"_s, u"Invoke-CsPoolFailOver"_s, u"FailedOver"_s}) {
        // On whichever page of the record.
        bool isThere = record().contains(part);
        while (!isThere && m_console->window().reportPage()->findChild<QAction *>(u"reportNextPage"_s)->isEnabled()) {
            m_console->window().reportPage()->findChild<QAction *>(u"reportNextPage"_s)->trigger();
            isThere = record().contains(part);
        }
        QVERIFY2(isThere, qPrintable(part));
    }
}

void TestFailoverPageRun::theFailbackGoesOnUntilBothDirectionsAreVerified()
{
    for (const QString &line : {u"Backup-CsPool -PoolFqdn a.example.com -Confirm:$false"_s,
                                u"Backup-CsPool -PoolFqdn b.example.com -Confirm:$false"_s,
                                u"Invoke-CsPoolFailOver -PoolFqdn b.example.com -Confirm:$false"_s})
        QVERIFY(runLab(m_world->deployment.folder(), line).outcome == Outcome::Succeeded);
    start();
    begin(PoolB); // the way is failback
    QCOMPARE(m_console->text(u"kindHeading"_s), u"Failback of b.example.com"_s);
    const qsizetype count = states().size();
    QCOMPARE(count, 3);
    runNamedStep(PoolB);
    QTRY_COMPARE_WITH_TIMEOUT(states().value(0), u"Reached"_s, Patience);
    for (int step = 1; step < count; ++step) {
        QTRY_VERIFY_WITH_TIMEOUT(states().value(step) == u"Reached"_s || action(u"runStep"_s)->isEnabled(), Patience);
        if (states().value(step) == u"Reached"_s)
            continue;
        if (operationOf(PoolB)->steps().at(step).step.commandLine.isEmpty())
            m_console->press(Qt::Key_Return, Qt::ControlModifier); // it is only looked at
        else
            runStep();
        QTRY_VERIFY2_WITH_TIMEOUT(states().value(step) == u"Reached"_s, qPrintable(m_console->text(u"stepPane"_s)),
                                  Patience);
    }
    waitUntilAllAreDone();
    QVERIFY2(stateOf(PoolB) == u"FailedBack"_s || stateOf(PoolB) == u"Active"_s, qPrintable(stateOf(PoolB)));
    endAndShowTheRecord();
    QVERIFY(record().contains("Failback of b.example.com"_L1));
}

void TestFailoverPageRun::aDisasterStatesItsLossesAndAsksForThemToBeKnown()
{
    BrokenLab(m_world->deployment.folder()).losePool(PoolB);
    start();
    openBeginQuestion(PoolB, 1);
    QVERIFY(m_console->has(u"losses"_s));
    QVERIFY(!m_console->text(u"losses"_s).isEmpty());
    QVERIFY(m_console->text(u"losses"_s).contains("not an archive"_L1));
    m_console->type(PoolB);
    QVERIFY(!isAcceptEnabled()); // the name is not enough
    m_console->toggle(u"understood"_s);
    QCOMPARE(isAcceptEnabled(), !m_console->has(u"goOn"_s));
    if (m_console->has(u"goOn"_s))
        m_console->toggle(u"goOn"_s);
    QVERIFY(isAcceptEnabled());
    m_console->toggle(u"understood"_s);
    QVERIFY(!isAcceptEnabled());
    m_console->toggle(u"understood"_s);
    m_console->tabTo(u"nameAccept"_s);
    m_console->press(Qt::Key_Space);
    m_console->waitUntilGone(u"nameDialog"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->has(u"failoverSteps"_s), Patience);
    hurry(PoolB);
    const int last = int(states().size()) - 1;
    waitForStep(last);
    QVERIFY(m_console->text(u"stepPane"_s).contains(PoolB));
    runNamedStep(PoolB);
    waitUntilAllAreDone();
    QCOMPARE(stateOf(PoolB), u"FailedOver"_s);
    endAndShowTheRecord();
    QVERIFY(record().contains("Disaster failover of b.example.com"_L1) || record().contains("b.example.com"_L1));
}

// By words and shapes, not by colour alone.
void TestFailoverPageRun::plannedAndDisasterAreToldApart()
{
    start();
    openBeginQuestion(PoolB);
    const QImage planned
        = m_console->find<QWidget>(u"kindBanner"_s)->grab().toImage().convertToFormat(QImage::Format_Grayscale8);
    const QString heading = m_console->text(u"kindHeading"_s);
    QVERIFY(!m_console->has(u"losses"_s));
    m_console->press(Qt::Key_Escape);
    m_console->waitUntilGone(u"nameDialog"_s);
    openBeginQuestion(PoolB, 1);
    QVERIFY(m_console->text(u"kindHeading"_s) != heading);
    QVERIFY(m_console->text(u"kindHeading"_s).contains("disaster"_L1));
    QVERIFY(m_console->has(u"losses"_s));
    const QImage disaster
        = m_console->find<QWidget>(u"kindBanner"_s)->grab().toImage().convertToFormat(QImage::Format_Grayscale8);
    // The edge is one line there and striped here.
    const auto shades = [](const QImage &image) {
        QSet<int> seen;
        for (int x = 4; x < image.width() - 4; ++x)
            seen.insert(image.pixelColor(x, 3).lightness() / 64);
        return seen.size();
    };
    QCOMPARE(shades(planned), 1);
    QVERIFY(shades(disaster) > 1);
}

void TestFailoverPageRun::aNameWronglyTypedBeginsNothing_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("isRight");
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("the other pool of the pair") << u"a.example.com"_s << false;
    QTest::newRow("without its domain") << u"b"_s << false;
    QTest::newRow("with one letter too many") << u"bb.example.com"_s << false;
    QTest::newRow("with more behind it") << u"b.example.com.org"_s << false;
    QTest::newRow("the name") << u"b.example.com"_s << true;
    QTest::newRow("in capitals") << u"B.EXAMPLE.COM"_s << true;
    QTest::newRow("with a dot at its end, and white space") << u" b.example.com. "_s << true;
}

void TestFailoverPageRun::aNameWronglyTypedBeginsNothing()
{
    QFETCH(QString, typed);
    QFETCH(bool, isRight);
    start();
    openBeginQuestion(PoolB);
    m_console->type(typed);
    QCOMPARE(isAcceptEnabled(), isRight);
    QCOMPARE(m_console->text(u"poolNameHint"_s) == u"This is the name of the pool."_s, isRight);
    m_console->press(Qt::Key_Escape);
    m_console->waitUntilGone(u"nameDialog"_s);
    QVERIFY(!operationOf(PoolB));
    QVERIFY(!QDir(m_world->filePath(u"operations"_s)).exists()
            || QDir(m_world->filePath(u"operations"_s)).entryList({u"*.jsonl"_s}).isEmpty());
}

void TestFailoverPageRun::enterInTheNameBeginsNothing()
{
    start();
    openBeginQuestion(PoolB);
    m_console->press(Qt::Key_Return);
    QVERIFY(m_console->has(u"nameDialog"_s)); // and it is not closed either
    m_console->type(PoolB);
    m_console->press(Qt::Key_Return);
    QVERIFY(m_console->has(u"nameDialog"_s));
    QVERIFY(m_console->find<QPushButton>(u"nameAccept"_s)->hasFocus());
    QVERIFY(!operationOf(PoolB));
}

void TestFailoverPageRun::anAnswerOfNoRunsNothing()
{
    start();
    begin(PoolB);
    const auto before = contentOf(*m_world);
    m_console->press(Qt::Key_Return, Qt::ControlModifier);
    m_console->waitForDialog(u"nameDialog"_s);
    m_console->press(Qt::Key_Escape);
    m_console->waitUntilGone(u"nameDialog"_s);
    QCOMPARE(states(), QStringList(u"Next"_s));
    QCOMPARE(contentOf(*m_world), before);
    QVERIFY(m_world->jobs().unfinishedJobs().isEmpty());
}

void TestFailoverPageRun::anOperationIsGoneOnWithAfterARestart()
{
    start();
    QVERIFY(!m_console->has(u"operationHint"_s));
    begin(PoolA);
    runStep(); // the Central Management store
    QTRY_COMPARE_WITH_TIMEOUT(states().value(0), u"Reached"_s, Patience);
    const QUuid id = operationOf(PoolA)->id();
    restart();
    // It is said wherever one is, and nothing goes on by itself.
    QTRY_VERIFY_WITH_TIMEOUT(m_console->has(u"operationHint"_s), Patience);
    QVERIFY(!operationOf(PoolA));
    m_console->find<QAbstractButton>(u"operationHint"_s)->click();
    QTRY_VERIFY(m_console->has(u"operations"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_console->currentCell(u"operations"_s, OperationListModel::StateColumn),
                              u"Not finished"_s, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::focusWidget() == m_console->find<QTableView>(u"operations"_s), Patience);
    m_console->press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->has(u"failoverSteps"_s), Patience);
    QCOMPARE(operationOf(PoolA)->id(), id);
    hurry(PoolA);
    QTRY_COMPARE_WITH_TIMEOUT(states().value(0), u"Reached"_s, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(!operationOf(PoolA)->isBusy(), Patience);
    const int current = operationOf(PoolA)->currentStep();
    QVERIFY(current >= 1);
    if (current == 1) {
        waitForStep(1);
        runStep();
    }
    waitForStep(2);
    runNamedStep(PoolA);
    waitUntilAllAreDone();
    endAndShowTheRecord();
    QTRY_VERIFY_WITH_TIMEOUT(!m_console->has(u"operationHint"_s), Patience);
}

void TestFailoverPageRun::otherPagesAndDeploymentsDisturbNothing()
{
    start();
    begin(PoolB);
    {
        const PoolLock others = occupyPair(*m_world); // the job waits for it
        runNamedStep(PoolB);
        QTRY_COMPARE_WITH_TIMEOUT(states().value(0), u"Runs…"_s, Patience);
        m_console->press(Qt::Key_1, Qt::ControlModifier);
        const TestDeployment other;
        m_world->workspace().openLab(other.folder());
        QTRY_COMPARE_WITH_TIMEOUT(m_world->workspace().session()->deployment().location, other.folder(), Patience);
        QVERIFY(!m_console->has(u"failoverSteps"_s));
        m_world->workspace().openLab(m_world->deployment.folder());
        QTRY_COMPARE_WITH_TIMEOUT(m_world->workspace().session()->deployment().location, m_world->deployment.folder(),
                                  Patience);
        m_console->press(Qt::Key_3, Qt::ControlModifier);
        QVERIFY(m_console->has(u"failoverSteps"_s));
        QCOMPARE(states(), QStringList(u"Runs…"_s));
        QVERIFY(!action(u"runStep"_s)->isEnabled());
    }
    waitUntilAllAreDone();
    QCOMPARE(stateOf(PoolB), u"FailedOver"_s);
}

void TestFailoverPageRun::aClosedDeploymentLeavesItsOperation()
{
    start();
    begin(PoolB);
    m_world->workspace().close(m_world->workspace().current());
    QVERIFY(!m_console->has(u"failoverSteps"_s));
    QVERIFY(!action(u"runStep"_s)->isEnabled());
    m_world->workspace().openLab(m_world->deployment.folder());
    QTRY_VERIFY_WITH_TIMEOUT(m_console->has(u"operationHint"_s), Patience);
    QVERIFY(!operationOf(PoolB));
    QTRY_COMPARE_WITH_TIMEOUT(desk()->unfinishedHere().size(), 1, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(!desk()->unfinishedHere().first().isHeld, Patience);
}

void TestFailoverPageRun::aStepIsStoppedAndRunAgain()
{
    start();
    begin(PoolB);
    {
        const PoolLock others = occupyPair(*m_world);
        runNamedStep(PoolB);
        QTRY_VERIFY_WITH_TIMEOUT(action(u"stopStep"_s)->isEnabled(), Patience);
        action(u"stopStep"_s)->trigger();
        m_console->waitForDialog(u"stopQuestion"_s);
        const auto *question = m_console->find<QMessageBox>(u"stopQuestion"_s);
        QVERIFY2(m_console->text(u"stopQuestion"_s).contains("FailingOver"_L1),
                 qPrintable(m_console->text(u"stopQuestion"_s)));
        QCOMPARE(question->defaultButton()->objectName(), u"leaveIt"_s);
        m_console->press(Qt::Key_S, Qt::AltModifier);
        m_console->waitUntilGone(u"stopQuestion"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_world->jobs().unfinishedJobs().isEmpty(), Patience);
    }
    QTRY_VERIFY2_WITH_TIMEOUT(action(u"runStep"_s)->isEnabled(), qPrintable(states().join(u", "_s)), Patience);
    QVERIFY(states().first() != u"Reached"_s);
    QCOMPARE(stateOf(PoolB), u"Active"_s);
    QVERIFY2(m_console->text(u"stepLastRun"_s).contains("Cancelled"_L1), qPrintable(m_console->text(u"stepLastRun"_s)));
    runNamedStep(PoolB);
    waitUntilAllAreDone();
    QCOMPARE(stateOf(PoolB), u"FailedOver"_s);
}

void TestFailoverPageRun::aStepIsLeftOutWithAReason()
{
    BrokenLab(m_world->deployment.folder()).addEdgePool(Edge, PoolB);
    start();
    begin(PoolB);
    QVERIFY(action(u"leaveOut"_s)->isEnabled());
    action(u"leaveOut"_s)->trigger();
    m_console->waitForDialog(u"leaveOutDialog"_s);
    QVERIFY(!m_console->find<QPushButton>(u"leaveOutAccept"_s)->isEnabled());
    m_console->type(u"  "_s);
    QVERIFY(!m_console->find<QPushButton>(u"leaveOutAccept"_s)->isEnabled());
    m_console->replaceText(u"The Edge pool is switched off."_s);
    m_console->tabTo(u"leaveOutAccept"_s);
    m_console->press(Qt::Key_Space);
    m_console->waitUntilGone(u"leaveOutDialog"_s);
    QTRY_COMPARE_WITH_TIMEOUT(states().value(0), u"Left out"_s, Patience);
    waitForStep(int(states().size()) - 1);
    QVERIFY(!action(u"leaveOut"_s)->isEnabled()); // the pool's own step
}

void TestFailoverPageRun::theSamePairIsNotBegunTwice()
{
    start();
    begin(PoolB);
    openReadiness(PoolB);
    QVERIFY(!action(u"beginOperation"_s)->isEnabled());
    QVERIFY2(action(u"beginOperation"_s)->statusTip().contains("under way"_L1),
             qPrintable(action(u"beginOperation"_s)->statusTip()));
    openReadiness(PoolA); // the other one of the pair
    QVERIFY(!action(u"beginOperation"_s)->isEnabled());
}

void TestFailoverPageRun::anOperationCanBeEndedBeforeItIsComplete()
{
    start();
    begin(PoolB);
    action(u"endOperation"_s)->trigger();
    m_console->waitForDialog(u"endQuestion"_s);
    QCOMPARE(m_console->find<QMessageBox>(u"endQuestion"_s)->defaultButton()->objectName(), u"leaveIt"_s);
    QVERIFY(m_console->text(u"endQuestion"_s).contains("have not changed hands"_L1));
    m_console->press(Qt::Key_E, Qt::AltModifier);
    m_console->waitUntilGone(u"endQuestion"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(m_console->text(u"runNotice"_s).contains("not complete"_L1),
                              qPrintable(m_console->text(u"runNotice"_s)), Patience);
    QVERIFY(!action(u"runStep"_s)->isEnabled());
    QVERIFY(!operationOf(PoolB));
    QCOMPARE(stateOf(PoolB), u"Active"_s);
}

void TestFailoverPageRun::closingTheConsoleWhileAStepRunsAsks()
{
    start();
    begin(PoolB);
    {
        const PoolLock others = occupyPair(*m_world);
        runNamedStep(PoolB);
        QTRY_COMPARE_WITH_TIMEOUT(states().value(0), u"Runs…"_s, Patience);
        m_console->window().close();
        auto *question = m_console->window().findChild<CloseQuestion *>();
        QVERIFY(question);
        question->reject();
        QVERIFY(m_console->window().isVisible());
        QCOMPARE(states(), QStringList(u"Runs…"_s));
    }
    waitUntilAllAreDone();
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestFailoverPageRun)
#include "tst_failover_page_run.moc"
