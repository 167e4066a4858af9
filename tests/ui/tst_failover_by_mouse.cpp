// FailoverPage: guided failovers and their failback with the mouse alone, but for the pool's name, which has to be
// typed.
#include "tests/support/broken_lab.h"
#include "tests/support/window_driver.h"
#include "ui/failover/failover_desk.h"
#include "ui/failover/failover_page.h"
#include "ui/main_window.h"
#include "ui/report/report_page.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>
#include <QTextBrowser>
#include <QToolBar>
#include <QToolButton>

namespace cspool::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 60000; // milliseconds; nothing takes so long

const QString PoolA = u"a.example.com"_s; // with the Central Management store
const QString PoolB = u"b.example.com"_s;
const QString Edge = u"edge.example.com"_s;

} // namespace

class TestFailoverByMouse : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<WindowDriver> m_console;

    void click(const QString &name) const;
    void clickInToolBar(const QString &bar, const QString &action) const;
    void choose(const QString &comboBox, const QString &text) const;
    void confirmName(const QString &pool) const;
    void start(const QString &pool, const QString &way);
    void runEveryStep(const QString &pool);
    void endAndShowTheRecord();
    FailoverOperation *operation(const QString &pool) const
    {
        return m_console->window().failoverPage()->desk()->operationOf(pool);
    }
    PoolOwnership ownership(const QString &pool) const
    {
        const auto deployment = Deployment::open(m_world->deployment.folder(), OpenMode::ReadOnly);
        return deployment ? (*deployment)->ownership(pool).valueOr({}) : PoolOwnership();
    }

private Q_SLOTS:
    void init();
    void cleanup();
    void aPlannedFailoverAndItsFailback();
    void aDisaster();
};

void TestFailoverByMouse::init()
{
    QApplication::setDoubleClickInterval(0); // for which a list that a click has opened takes no other one
    m_world = std::make_unique<UiWorld>();
    m_world->deployment.writeDocument(PoolA, u"urn:lcd:ann@example.com"_s, "<Data/>");
    m_world->deployment.writeDocument(PoolB, u"urn:lcd:bob@example.com"_s, "<Data/>");
}

void TestFailoverByMouse::cleanup()
{
    m_console.reset();
    m_world.reset();
}

void TestFailoverByMouse::click(const QString &name) const
{
    auto *button = m_console->find<QAbstractButton>(name);
    QTRY_VERIFY2_WITH_TIMEOUT(button->isEnabled() && button->isVisible(), qPrintable(name), Patience);
    // At its left, where the tick of a check box is.
    QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(8, button->height() / 2));
}

void TestFailoverByMouse::clickInToolBar(const QString &bar, const QString &action) const
{
    auto *toolBar = m_console->find<QToolBar>(bar);
    for (QAction *each : toolBar->actions()) {
        if (each->objectName() == action) {
            QTRY_VERIFY2_WITH_TIMEOUT(each->isEnabled(), qPrintable(action), Patience);
            QTest::mouseClick(toolBar->widgetForAction(each), Qt::LeftButton);
            return;
        }
    }
    qFatal("There is no %s in the tool bar", qPrintable(action));
}

void TestFailoverByMouse::choose(const QString &comboBox, const QString &text) const
{
    auto *box = m_console->find<QComboBox>(comboBox);
    QTRY_VERIFY2_WITH_TIMEOUT(box->findText(text, Qt::MatchStartsWith) >= 0, qPrintable(text), Patience);
    QVERIFY(box->isVisible());
    QTest::mouseClick(box, Qt::LeftButton);
    QAbstractItemView *list = box->view();
    QTRY_VERIFY_WITH_TIMEOUT(list->isVisible(), Patience);
    const QModelIndex index = box->model()->index(box->findText(text, Qt::MatchStartsWith), 0);
    const QPoint place = list->visualRect(index).center();
    QTest::mouseMove(list->viewport(), place);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, place);
    QTRY_VERIFY2_WITH_TIMEOUT(box->currentText().startsWith(text), qPrintable(box->currentText()), Patience);
}

void TestFailoverByMouse::confirmName(const QString &pool) const
{
    m_console->waitForDialog(u"nameDialog"_s);
    QTest::mouseClick(m_console->find<QLineEdit>(u"poolName"_s), Qt::LeftButton);
    m_console->replaceText(pool);
    for (const QString &tick : {u"understood"_s, u"goOn"_s}) {
        if (m_console->has(tick))
            click(tick);
    }
    click(u"nameAccept"_s);
    m_console->waitUntilGone(u"nameDialog"_s);
}

// The page, pool and way, and the question whether to begin.
void TestFailoverByMouse::start(const QString &pool, const QString &way)
{
    if (!m_console)
        m_console = std::make_unique<WindowDriver>(m_world.get(), m_world->deployment.folder());
    QTRY_VERIFY_WITH_TIMEOUT(m_world->workspace().monitor()->poolStates().isKnown(), Patience);
    clickInToolBar(u"navigation"_s, u"page3"_s);
    QTabBar *tabs = m_console->find<QTabWidget>(u"failoverTabs"_s)->tabBar();
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(0).center());
    choose(u"failoverPool"_s, pool);
    choose(u"failoverWay"_s, way);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->text(u"failoverTime"_s).startsWith("Read"_L1), Patience);
    click(u"failoverBeginButton"_s);
    confirmName(pool);
    QTRY_VERIFY_WITH_TIMEOUT(operation(pool), Patience);
    operation(pool)->setPatience(50ms, std::chrono::milliseconds(Patience));
}

void TestFailoverByMouse::runEveryStep(const QString &pool)
{
    while (true) {
        QTRY_VERIFY_WITH_TIMEOUT(!operation(pool)->isBusy(), Patience);
        const int current = operation(pool)->currentStep();
        if (current < 0)
            return;
        const OperationStep step = operation(pool)->steps().at(current);
        click(u"runStepButton"_s);
        if (isOfThePool(step.step)) {
            confirmName(pool);
        } else if (!step.step.commandLine.isEmpty()) {
            m_console->waitForDialog(u"confirmDialog"_s);
            click(u"confirmAccept"_s);
            m_console->waitUntilGone(u"confirmDialog"_s);
        }
        QTRY_VERIFY2_WITH_TIMEOUT(!operation(pool)->isBusy() && operation(pool)->currentStep() != current,
                                  qPrintable(m_console->text(u"stepPane"_s)), Patience);
    }
}

void TestFailoverByMouse::endAndShowTheRecord()
{
    clickInToolBar(u"tools"_s, u"endOperation"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(m_console->text(u"runNotice"_s).contains("has ended"_L1),
                              qPrintable(m_console->text(u"runNotice"_s)), Patience);
    clickInToolBar(u"tools"_s, u"showRecord"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->window().reportPage()->hasReport(), Patience);
}

void TestFailoverByMouse::aPlannedFailoverAndItsFailback()
{
    BrokenLab(m_world->deployment.folder()).addEdgePool(Edge, PoolA);
    start(PoolA, u"Planned failover"_s);
    QCOMPARE(operation(PoolA)->steps().size(), 4); // Edge pool, Central Management store, replicas, pool
    runEveryStep(PoolA);
    QCOMPARE(toString(ownership(PoolA).state), u"FailedOver"_s);
    QCOMPARE(ownership(PoolA).owner, PoolB);
    endAndShowTheRecord();
    QVERIFY(
        m_console->find<QTextBrowser>(u"reportView"_s)->toPlainText().contains("Planned failover of a.example.com"_L1));

    m_world->deployment.writeDocument(PoolB, u"urn:lcd:cleo@example.com"_s, "<Data/>");
    start(PoolA, u"Failback"_s);
    runEveryStep(PoolA);
    QCOMPARE(ownership(PoolA).owner, PoolA);
    endAndShowTheRecord();
}

void TestFailoverByMouse::aDisaster()
{
    BrokenLab(m_world->deployment.folder()).losePool(PoolB);
    start(PoolB, u"Disaster failover"_s);
    runEveryStep(PoolB);
    QCOMPARE(toString(ownership(PoolB).state), u"FailedOver"_s);
    QCOMPARE(ownership(PoolB).owner, PoolA);
    endAndShowTheRecord();
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestFailoverByMouse)
#include "tst_failover_by_mouse.moc"
