// MainWindow: pages and menus by keyboard, what leads from one page to another, closing while a job runs.
#include "tests/support/ui_world.h"
#include "ui/deployments/deployment_controller.h"
#include "ui/failover/failover_page.h"
#include "ui/jobs/close_question.h"
#include "ui/jobs/jobs_page.h"
#include "ui/jobs/prompt_center.h"
#include "ui/main_window.h"
#include "ui/pairings/pairings_page.h"
#include "ui/pools/pools_page.h"
#include "ui/report/report_page.h"

#include <QAction>
#include <QMenuBar>
#include <QPointer>
#include <QPushButton>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 30000; // milliseconds; nothing takes so long

// A job that asks, and so stays until it is answered or cancelled.
Command askingBackup(const UiWorld &world)
{
    return Command(u"Backup-CsPool"_s)
        .set(u"PoolFqdn"_s, u"a.example.com"_s)
        .set(u"Confirm"_s, true)
        .set(u"Report"_s, world.filePath(u"report.html"_s));
}

void showActive(MainWindow &window)
{
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void titleNamesTheDeploymentAndItsKind();
    void everyPageHasAKey_data();
    void everyPageHasAKey();
    void everyPageActionIsInAMenu();
    void refreshReadsEverythingAgain();
    void aPageThatIsLeftWantsNoMoreStatuses_data();
    void aPageThatIsLeftWantsNoMoreStatuses();
    void theLastPageIsShownAgainAfterARestart();
    void theWindowFitsTheScreen();
    void aMaximizedWindowIsMaximizedAgainOnAnotherScreen();
    void theFullScreenActionSaysHowTheWindowIs();
    void withoutAJobTheWindowClosesAtOnce();
    void closingDuringAJobAsksAndStayStays();
    void closingDuringAJobCanCancelAndClose();
    void closingDuringAJobCanGoOnInTheBackground();
    void aWaitingQuestionIsReachedByKey();
    void aNotificationLeadsToItsJob();
};

void TestMainWindow::titleNamesTheDeploymentAndItsKind()
{
    UiWorld world;
    MainWindow window(&world.workspace());
    world.open();
    QTRY_VERIFY(window.windowTitle().contains(world.workspace().session()->deployment().name));
    QVERIFY(window.windowTitle().contains(u"Lab"_s));
}

void TestMainWindow::everyPageHasAKey_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("page");
    for (int i = 0; i < 5; ++i)
        QTest::addRow("Ctrl+%d", i + 1) << Qt::Key_1 + i << i;
}

void TestMainWindow::everyPageHasAKey()
{
    QFETCH(int, key);
    QFETCH(int, page);
    UiWorld world;
    MainWindow window(&world.workspace());
    world.open();
    showActive(window);
    QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &window, Qt::Key(key),
                    Qt::ControlModifier);
    const QList<ConsolePage *> pages
        = {window.poolsPage(), window.pairingsPage(), window.failoverPage(), window.jobsPage(), window.reportPage()};
    QCOMPARE(window.currentPage(), pages.at(page));
    QVERIFY(window.currentPage()->isVisible());
    QVERIFY2(window.currentPage()->isAncestorOf(QApplication::focusWidget())
                 || window.currentPage() == QApplication::focusWidget(),
             "The keyboard is not on the page");
}

void TestMainWindow::everyPageActionIsInAMenu()
{
    UiWorld world;
    MainWindow window(&world.workspace());
    QList<QAction *> inMenus;
    const QList<QMenu *> menus = window.menuBar()->findChildren<QMenu *>();
    for (const QMenu *menu : menus)
        inMenus += menu->actions();
    const QList<ConsolePage *> pages
        = {window.poolsPage(), window.pairingsPage(), window.failoverPage(), window.jobsPage(), window.reportPage()};
    for (const ConsolePage *page : pages) {
        const QList<QAction *> actions = page->menuActions();
        for (QAction *action : actions)
            QVERIFY2(!action || inMenus.contains(action), qPrintable(action ? action->text() : QString()));
    }
}

void TestMainWindow::refreshReadsEverythingAgain()
{
    UiWorld world;
    MainWindow window(&world.workspace());
    world.open();
    showActive(window);
    QTRY_VERIFY_WITH_TIMEOUT(!world.workspace().monitor()->isReading(), Patience);
    const QDateTime before = world.workspace().monitor()->pools().readAt;
    QSignalSpy changed(world.workspace().monitor(), &DeploymentMonitor::poolsChanged);
    QTest::keyClick(&window, Qt::Key_F5);
    QTRY_VERIFY_WITH_TIMEOUT(changed.count() > 0, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(world.workspace().monitor()->pools().readAt > before, Patience);
}

void TestMainWindow::aPageThatIsLeftWantsNoMoreStatuses_data()
{
    QTest::addColumn<int>("left");
    QTest::addColumn<int>("shown");
    QTest::newRow("pools, then failover") << 0 << 2;
    QTest::newRow("pools, then jobs") << 0 << 3;
    QTest::newRow("pairings, then jobs") << 1 << 3;
    QTest::newRow("pairings, then the report") << 1 << 4;
}

void TestMainWindow::aPageThatIsLeftWantsNoMoreStatuses()
{
    QFETCH(int, left);
    QFETCH(int, shown);
    UiWorld world;
    MainWindow window(&world.workspace());
    const QList<ConsolePage *> pages
        = {window.poolsPage(), window.pairingsPage(), window.failoverPage(), window.jobsPage(), window.reportPage()};
    world.open();
    showActive(window);
    window.showPage(pages.at(left));
    DeploymentMonitor *monitor = world.workspace().monitor();
    monitor->setBackgroundPools(0); // those that no page wants
    QTRY_VERIFY_WITH_TIMEOUT(monitor->status(u"a.example.com"_s).isKnown() && !monitor->isReading(), Patience);

    window.showPage(pages.at(shown));
    QSignalSpy statuses(monitor, &DeploymentMonitor::poolStatusChanged);
    const QDateTime before = monitor->pools().readAt;
    monitor->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(monitor->pools().readAt > before && !monitor->isReading(), Patience);
    QCOMPARE(statuses.count(), 0);

    window.showPage(pages.at(left));
    QTRY_VERIFY_WITH_TIMEOUT(statuses.count() > 0, Patience); // what was not read meanwhile
}

void TestMainWindow::theLastPageIsShownAgainAfterARestart()
{
    UiWorld world;
    {
        MainWindow window(&world.workspace());
        world.open();
        showActive(window);
        window.showPage(window.pairingsPage());
        window.close();
    }
    world.restart();
    MainWindow window(&world.workspace());
    QCOMPARE(window.currentPage(), static_cast<ConsolePage *>(window.pairingsPage()));
}

void TestMainWindow::theWindowFitsTheScreen()
{
    UiWorld world;
    const QRect available = QGuiApplication::primaryScreen()->availableGeometry();
    {
        MainWindow window(&world.workspace());
        QVERIFY2(window.width() <= available.width() && window.height() <= available.height(),
                 "A first window is larger than the screen");
        window.move(available.bottomRight());
        window.resize(available.size() * 2);
        window.close();
    }
    world.restart();
    MainWindow window(&world.workspace());
    QVERIFY(available.contains(window.geometry()));
}

// Qt forgets the geometry if the screen is another one: it is as if there were none.
void TestMainWindow::aMaximizedWindowIsMaximizedAgainOnAnotherScreen()
{
    UiWorld world;
    {
        MainWindow window(&world.workspace());
        window.showMaximized();
        window.close();
    }
    world.settings().setValue(Setting<QByteArray>{"window/geometry", {}}, QByteArray("of another screen"));
    world.restart();
    MainWindow window(&world.workspace());
    window.show();
    QVERIFY(window.isMaximized());
}

void TestMainWindow::theFullScreenActionSaysHowTheWindowIs()
{
    UiWorld world;
    {
        MainWindow window(&world.workspace());
        showActive(window);
        QAction *action = window.findChild<QAction *>(u"fullScreen"_s);
        QVERIFY(!action->isChecked());
        QTest::keyClick(&window, Qt::Key_F11);
        QVERIFY(window.isFullScreen());
        QVERIFY(action->isChecked());
        window.close();
        QTRY_VERIFY(!window.isVisible());
    }
    MainWindow window(&world.workspace());
    showActive(window);
    QAction *action = window.findChild<QAction *>(u"fullScreen"_s);
    QVERIFY(window.isFullScreen());
    QVERIFY(action->isChecked());
    QTest::keyClick(&window, Qt::Key_F11); // leaves it at the first stroke
    QVERIFY(!window.isFullScreen());
    QVERIFY(!action->isChecked());
    window.setWindowState(Qt::WindowFullScreen); // as the window manager would
    QVERIFY(action->isChecked());
}

void TestMainWindow::withoutAJobTheWindowClosesAtOnce()
{
    UiWorld world;
    MainWindow window(&world.workspace());
    world.open();
    showActive(window);
    QVERIFY(window.close());
    QVERIFY(!window.findChild<CloseQuestion *>());
}

void TestMainWindow::closingDuringAJobAsksAndStayStays()
{
    UiWorld world;
    MainWindow window(&world.workspace());
    world.open();
    showActive(window);
    const QUuid job = world.workspace().submit(askingBackup(world));
    QTRY_VERIFY_WITH_TIMEOUT(window.prompts()->isWaiting(job), Patience);
    QVERIFY(!window.close());
    QPointer<CloseQuestion> question = window.findChild<CloseQuestion *>();
    QVERIFY(question);
    QTRY_VERIFY(question->isVisible());
    QTest::keyClick(question, Qt::Key_Escape);
    QTRY_VERIFY(!question);
    QVERIFY(window.isVisible());
    QVERIFY(window.prompts()->isWaiting(job));
}

void TestMainWindow::closingDuringAJobCanCancelAndClose()
{
    UiWorld world;
    MainWindow window(&world.workspace());
    world.open();
    showActive(window);
    const QUuid job = world.workspace().submit(askingBackup(world));
    QTRY_VERIFY_WITH_TIMEOUT(window.prompts()->isWaiting(job), Patience);
    window.close();
    auto *question = window.findChild<CloseQuestion *>();
    QVERIFY(question);
    auto *cancel = question->findChild<QPushButton *>(u"cancelAndClose"_s);
    QVERIFY(cancel);
    cancel->click();
    QTRY_VERIFY_WITH_TIMEOUT(!window.isVisible(), Patience);
    QCOMPARE(toString(world.jobs().job(job)->outcome), u"Cancelled"_s);
}

void TestMainWindow::closingDuringAJobCanGoOnInTheBackground()
{
    UiWorld world;
    MainWindow window(&world.workspace());
    world.open();
    showActive(window);
    const QUuid job = world.workspace().submit(askingBackup(world));
    QTRY_VERIFY_WITH_TIMEOUT(window.prompts()->isWaiting(job), Patience);
    QSignalSpy gone(&window, &MainWindow::wentToBackground);
    window.close();
    auto *question = window.findChild<CloseQuestion *>();
    QVERIFY(question);
    auto *keep = question->findChild<QPushButton *>(u"keepRunning"_s);
    QVERIFY(keep);
    keep->click();
    QTRY_COMPARE(gone.count(), 1);
    QVERIFY(!window.isVisible());
    QVERIFY(!world.jobs().unfinishedJobs().isEmpty());
    QSignalSpy idle(&window, &MainWindow::becameIdleInBackground);
    world.jobs().cancel(job);
    QTRY_COMPARE_WITH_TIMEOUT(idle.count(), 1, Patience);
    QSignalSpy back(&window, &MainWindow::cameBack);
    window.comeBack();
    QVERIFY(window.isVisible());
    QCOMPARE(back.count(), 1);
}

void TestMainWindow::aWaitingQuestionIsReachedByKey()
{
    UiWorld world;
    MainWindow window(&world.workspace());
    world.open();
    showActive(window);
    // Somebody is typing: the question must not take the keyboard.
    window.showPage(window.poolsPage());
    window.poolsPage()->find();
    QWidget *field = QApplication::focusWidget();
    QVERIFY(field);
    const QUuid job = world.workspace().submit(askingBackup(world));
    QTRY_VERIFY_WITH_TIMEOUT(window.prompts()->isWaiting(job), Patience);
    QCOMPARE(QApplication::focusWidget(), field);
    QTRY_VERIFY(window.findChild<QAction *>(u"answerQuestion"_s)->isEnabled());
    QTest::keyClick(field, Qt::Key_J, Qt::ControlModifier);
    QTRY_VERIFY(QApplication::activeWindow() && QApplication::activeWindow() != &window);
    world.jobs().cancel(job);
    QTRY_VERIFY_WITH_TIMEOUT(world.jobs().unfinishedJobs().isEmpty(), Patience);
}

void TestMainWindow::aNotificationLeadsToItsJob()
{
    UiWorld world;
    MainWindow window(&world.workspace());
    world.open(); // the window is not shown, and so not active
    const QUuid job = world.workspace().submit(Command(u"Backup-CsPool"_s)
                                                   .set(u"PoolFqdn"_s, u"a.example.com"_s)
                                                   .set(u"Confirm"_s, false)
                                                   .set(u"Report"_s, world.filePath(u"report.html"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(!world.desktop.notifications.isEmpty(), Patience);
    Q_EMIT world.desktop.notificationActivated(world.desktop.notifications.last().key);
    QVERIFY(window.isVisible());
    QCOMPARE(window.currentPage(), static_cast<ConsolePage *>(window.jobsPage()));
    Q_UNUSED(job)
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestMainWindow)
#include "tst_main_window.moc"
