// PoolsPage: the real page with keyboard and mouse: filtering, sorting, selecting, copying, columns, and which statuses
// are read.
#include "model/pool_filter_model.h"
#include "tests/support/fake_session.h"
#include "tests/support/patience.h"
#include "tests/support/ui_world.h"
#include "ui/empty_state.h"
#include "ui/notice_bar.h"
#include "ui/pools/pool_details.h"
#include "ui/pools/pools_page.h"
#include "ui/pools/pools_table.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

const QString a = u"a.example.com"_s;
const QString b = u"b.example.com"_s;
const QString c = u"c.example.com"_s;

// The page in a window of its own, as large as a console's.
struct PageWorld
{
    UiWorld world;
    std::unique_ptr<PoolsPage> page;

    PageWorld() { show(); }
    ~PageWorld() { page.reset(); }

    void show()
    {
        page = std::make_unique<PoolsPage>(&world.workspace());
        page->resize(1600, 700);
        page->show();
        if (!QTest::qWaitForWindowActive(page.get()))
            qFatal("The page was not shown");
    }
    void open()
    {
        world.open();
        waitForRows(3);
    }
    void waitForRows(int count)
    {
        if (!waitUntil([&] { return rowCount() == count; }, 10000))
            qFatal("%d rows instead of %d", rowCount(), count);
    }
    void restart()
    {
        page.reset();
        world.restart();
        show();
        open();
    }
    // A deployment with `count` pools in pairs, which answers at once. Owned by the workspace.
    FakeSession *openFake(int count)
    {
        auto session = std::make_unique<FakeSession>();
        FakeSession *raw = session.get();
        raw->onStart = [count](FakePipeline &pipeline) { answer(pipeline, count); };
        world.workspace().setSession(std::move(session));
        world.workspace().monitor()->setBackgroundPools(0); // only what the page wants is read
        return raw;
    }
    static void answer(FakePipeline &pipeline, int poolCount)
    {
        const QString cmdlet = pipeline.command.cmdlet();
        if (cmdlet == "Get-CsPool"_L1) {
            for (int i = 0; i < poolCount; ++i)
                pipeline.write(OutputRecord{fakePool(i).toObject()});
        } else if (cmdlet == "Get-CsBackupServiceStatus"_L1) {
            pipeline.write(OutputRecord{
                BackupServiceStatus{ExportStatus::SteadyState, ImportStatus::NormalState, {}, {}}.toObject()});
        }
        pipeline.end(Outcome::Succeeded);
    }
    static QString fakeName(int i) { return u"pool%1.example.com"_s.arg(i, 5, 10, QChar(u'0')); }
    static Pool fakePool(int i)
    {
        const QString fqdn = fakeName(i);
        return {fqdn, fqdn, u"Site:Redmond"_s, {u"UserServer:"_s + fqdn, u"Registrar:"_s + fqdn}, {}, fakeName(i ^ 1),
                {}};
    }

    PoolsTable *table() const { return page->findChild<PoolsTable *>(); }
    QLineEdit *field() const { return page->findChild<QLineEdit *>(u"poolsFilter"_s); }
    QComboBox *choice() const { return page->findChild<QComboBox *>(u"poolsChoice"_s); }
    EmptyState *empty() const { return page->findChild<EmptyState *>(); }
    NoticeBar *notice() const { return page->findChild<NoticeBar *>(); }
    QString countText() const { return page->findChild<QLabel *>(u"poolsCount"_s)->text(); }
    QAction *action(const QString &name) const { return page->findChild<QAction *>(name); }
    int rowCount() const { return table()->model()->rowCount(); }
    QStringList names() const
    {
        QStringList result;
        for (int row = 0; row < rowCount(); ++row)
            result.append(table()->model()->index(row, 0).data().toString());
        return result;
    }
    QString cell(const QString &fqdn, PoolColumn column) const
    {
        for (int row = 0; row < rowCount(); ++row) {
            if (table()->model()->index(row, 0).data().toString() == fqdn)
                return table()->model()->index(row, int(column)).data().toString();
        }
        return {};
    }
    void clickHeader(PoolColumn column) const
    {
        const QHeaderView *header = table()->horizontalHeader();
        const int x = header->sectionViewportPosition(int(column)) + 10;
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, {x, header->height() / 2});
    }
    void clickRow(int row, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, modifiers,
                          table()->visualRect(table()->model()->index(row, 0)).center());
    }
};

int statusCommands(const FakeSession &session)
{
    return int(std::count_if(session.started.begin(), session.started.end(), [](const Command &command) {
        return command.cmdlet() == "Get-CsBackupServiceStatus"_L1;
    }));
}

} // namespace

class TestPoolsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutADeploymentThePageSaysSo();
    void poolsAndTheirStatusesAppear();
    void typingFiltersAndEscapeClears();
    void nothingMatchesOffersToClearTheFilter();
    void whatCannotBeBackedUpIsOneChoiceAway();
    void clickingAHeaderSorts();
    void theKeyboardSelectsSeveralPoolsForOneForm();
    void actionsNameTheirCmdlets_data();
    void actionsNameTheirCmdlets();
    void aPoolWithoutABackupPoolIsToldWhy();
    void onePoolThatCannotTakePartLeavesAWayForTheOthers();
    void copyingTakesTheShownColumnsInTheirOrder();
    void copyingNames();
    void theContextMenuOpensByKeyboardWithAllActions();
    void columnsAreRememberedAfterARestart();
    void hiddenColumnsComeBackByReset();
    void onlyStatusesOfPoolsInSightAreRead();
    void aTableWithoutHeightWantsNoStatuses();
    void scrollingReadsWhatComesIntoSight();
    void aHiddenPageReadsNoStatuses();
    void refreshingTheSelectionReadsItAgain();
    void aFailedReadingShowsTheErrorAndTriesAgain();
    void aLaterFailureKeepsTheTableAndSaysSo();
    void theLastRunAppearsAndSurvivesARestart();
    void aPreviewIsNoLastRun();
    void agesGrowWithTheClock();
    void selectPoolWidensTheFilter();
    void problemsAreShownWithoutWhatIsAllRight();
    void theSelectionSurvivesARefresh();
    void tabLeavesTheTable();
    void theDetailsFollowTheSelection();
};

void TestPoolsPage::withoutADeploymentThePageSaysSo()
{
    PageWorld p;
    QVERIFY(p.empty()->isVisible());
    QVERIFY(!p.empty()->title().isEmpty());
    QVERIFY(!p.action(u"backupPools"_s)->isEnabled());
}

void TestPoolsPage::poolsAndTheirStatusesAppear()
{
    PageWorld p;
    p.open();
    QCOMPARE(p.names(), (QStringList{a, b, c}));
    QTRY_COMPARE(p.cell(a, PoolColumn::PoolState), u"Active"_s);
    QTRY_COMPARE(p.cell(a, PoolColumn::CentralManagement), u"active"_s);
    QTRY_COMPARE(p.cell(c, PoolColumn::BackupPool), u"no backup pool"_s);
    QTRY_COMPARE(p.cell(a, PoolColumn::LastRun), u"none"_s);
    QTRY_COMPARE(
        p.cell(b, PoolColumn::ExportStatus),
        toString(*p.world.workspace().monitor()->status(b).value.value_or(PoolStatus()).status.overallExportStatus));
    QVERIFY(p.table()->isVisible());
}

void TestPoolsPage::typingFiltersAndEscapeClears()
{
    PageWorld p;
    p.open();
    p.page->find();
    QVERIFY(p.field()->hasFocus());
    QTest::keyClicks(p.field(), u"C.EXAMPLE"_s);
    QCOMPARE(p.names(), QStringList{c});
    QVERIFY2(p.countText().startsWith(u"1 "_s) && p.countText().contains(u"3"_s), qPrintable(p.countText()));
    QTest::keyClick(p.field(), Qt::Key_Escape);
    QCOMPARE(p.field()->text(), QString());
    QCOMPARE(p.rowCount(), 3);
    QTest::keyClick(p.field(), Qt::Key_Down);
    QVERIFY(p.table()->hasFocus());
    QCOMPARE(p.page->selectedPools().size(), 1);
}

void TestPoolsPage::nothingMatchesOffersToClearTheFilter()
{
    PageWorld p;
    p.open();
    QTest::keyClicks(p.field(), u"nobody"_s);
    QVERIFY(p.empty()->isVisible());
    auto *button = p.empty()->findChild<QPushButton *>(u"button"_s);
    QVERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(p.rowCount(), 3);
    QVERIFY(p.table()->isVisible());
}

void TestPoolsPage::whatCannotBeBackedUpIsOneChoiceAway()
{
    PageWorld p;
    FakeSession *session = p.openFake(2);
    session->onStart = [](FakePipeline &pipeline) {
        if (pipeline.command.cmdlet() == "Get-CsPool"_L1)
            pipeline.write(OutputRecord{
                Pool{u"sql.x.com"_s, u"sql.x.com"_s, {}, {u"UserDatabase:sql.x.com"_s}, {}, {}, {}}.toObject()});
        PageWorld::answer(pipeline, 2);
    };
    p.waitForRows(2);
    p.choice()->setFocus();
    QTest::keyClick(p.choice(), Qt::Key_End); // the last choice is everything
    QCOMPARE(p.rowCount(), 3);
    QCOMPARE(p.cell(u"sql.x.com"_s, PoolColumn::ExportStatus), u"does not apply"_s);
}

void TestPoolsPage::clickingAHeaderSorts()
{
    PageWorld p;
    p.open();
    QCOMPARE(p.names(), (QStringList{a, b, c}));
    p.clickHeader(PoolColumn::Fqdn);
    QCOMPARE(p.names(), (QStringList{c, b, a}));
    p.clickHeader(PoolColumn::BackupPool); // without one: first
    QCOMPARE(p.names(), (QStringList{c, b, a}));
    p.clickHeader(PoolColumn::BackupPool);
    QCOMPARE(p.names().last(), c);
}

void TestPoolsPage::theKeyboardSelectsSeveralPoolsForOneForm()
{
    PageWorld p;
    p.open();
    QSignalSpy requested(p.page.get(), &PoolsPage::commandRequested);
    p.page->focusContent();
    QTest::keyClick(p.table(), Qt::Key_Home);
    QTest::keyClick(p.table(), Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(p.page->selectedPools(), (QStringList{a, b}));
    QTest::keyClick(p.table(), Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(requested.count(), 1);
    QCOMPARE(requested.first().at(0).value<Command>(), Command(u"Backup-CsPool"_s));
    QCOMPARE(requested.first().at(1).toStringList(), (QStringList{a, b}));
}

void TestPoolsPage::actionsNameTheirCmdlets_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<Command>("command");
    QTest::newRow("back up") << u"backupPools"_s << Command(u"Backup-CsPool"_s);
    QTest::newRow("preview") << u"previewBackup"_s << Command(u"Backup-CsPool"_s).set(u"WhatIf"_s, true);
    QTest::newRow("synchronise") << u"synchronisePools"_s << Command(u"Invoke-CsBackupServiceSync"_s);
    QTest::newRow("fail over") << u"failOverPools"_s << Command(u"Invoke-CsPoolFailOver"_s);
    QTest::newRow("export") << u"exportUserData"_s << Command(u"Export-CsUserData"_s);
}

void TestPoolsPage::actionsNameTheirCmdlets()
{
    QFETCH(QString, action);
    QFETCH(Command, command);
    PageWorld p;
    p.open();
    p.page->selectPool(b);
    QSignalSpy requested(p.page.get(), &PoolsPage::commandRequested);
    QTRY_VERIFY(p.action(action)->isEnabled());
    p.action(action)->trigger();
    QCOMPARE(requested.count(), 1);
    QCOMPARE(requested.first().at(0).value<Command>(), command);
    QCOMPARE(requested.first().at(1).toStringList(), QStringList{b});
}

void TestPoolsPage::aPoolWithoutABackupPoolIsToldWhy()
{
    PageWorld p;
    p.open();
    p.page->selectPool(c);
    QVERIFY(!p.action(u"backupPools"_s)->isEnabled());
    QVERIFY(p.action(u"backupPools"_s)->toolTip().contains(c));
    QCOMPARE(p.action(u"backupPools"_s)->statusTip(), p.action(u"backupPools"_s)->toolTip());
    QVERIFY(p.action(u"exportUserData"_s)->isEnabled());
    QTRY_VERIFY(!p.action(u"failBackPools"_s)->isEnabled());
    p.page->selectPool(a);
    QVERIFY(p.action(u"backupPools"_s)->isEnabled());
}

// c has no backup pool.
void TestPoolsPage::onePoolThatCannotTakePartLeavesAWayForTheOthers()
{
    PageWorld p;
    p.open();
    p.waitForRows(3);
    QSignalSpy requested(p.page.get(), &PoolsPage::commandRequested);
    p.page->focusContent();
    QTest::keyClick(p.table(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(p.table(), Qt::Key_B, Qt::ControlModifier);
    QTRY_VERIFY(p.notice()->isVisible());
    QVERIFY2(p.notice()->text().contains(c), qPrintable(p.notice()->text()));
    QCOMPARE(requested.count(), 0);
    auto *others = p.notice()->findChild<QPushButton *>();
    QVERIFY(others->hasFocus());
    QTest::keyClick(others, Qt::Key_Space);
    QCOMPARE(requested.count(), 1);
    QCOMPARE(requested.constFirst().at(0).value<Command>().cmdlet(), u"Backup-CsPool"_s);
    QCOMPARE(requested.constFirst().at(1).toStringList(), (QStringList{a, b}));
    QVERIFY(!p.notice()->isVisible());
    // Another selection is another question.
    QTest::keyClick(p.table(), Qt::Key_A, Qt::ControlModifier);
    p.action(u"synchronisePools"_s)->trigger();
    QVERIFY(p.notice()->isVisible());
    p.page->selectPool(a);
    QVERIFY(!p.notice()->isVisible());
}

void TestPoolsPage::copyingTakesTheShownColumnsInTheirOrder()
{
    PageWorld p;
    p.open();
    QHeaderView *header = p.table()->horizontalHeader();
    for (int column = 0; column < PoolColumnCount; ++column)
        p.table()->setColumnHidden(column, column != int(PoolColumn::Fqdn) && column != int(PoolColumn::Site));
    header->moveSection(header->visualIndex(int(PoolColumn::Site)), 0);
    p.clickRow(0);
    p.clickRow(2, Qt::ControlModifier);
    QTest::keyClick(p.table(), Qt::Key_C, Qt::ControlModifier);
    const QString site = p.cell(a, PoolColumn::Site);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"Site\tPool\n%1\ta.example.com\n%1\tc.example.com\n"_s.arg(site));
}

void TestPoolsPage::copyingNames()
{
    PageWorld p;
    p.open();
    p.page->focusContent();
    QTest::keyClick(p.table(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(p.table(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), a + u'\n' + b + u'\n' + c);
}

void TestPoolsPage::theContextMenuOpensByKeyboardWithAllActions()
{
    PageWorld p;
    p.open();
    p.page->selectPool(b);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(1, 1), p.table()->mapToGlobal(QPoint(1, 1)));
    QCoreApplication::sendEvent(p.table()->viewport(), &event);
    auto *menu = p.page->findChild<QMenu *>(u"poolsContextMenu"_s);
    QVERIFY(menu && menu->isVisible());
    for (QAction *action : p.page->menuActions())
        QVERIFY(!action || menu->actions().contains(action));
    QSignalSpy requested(p.page.get(), &PoolsPage::commandRequested);
    QTest::keyClick(menu, Qt::Key_B); // the mnemonic of "Back up"
    QCOMPARE(requested.count(), 1);
    QCOMPARE(requested.first().at(1).toStringList(), QStringList{b});
}

void TestPoolsPage::columnsAreRememberedAfterARestart()
{
    PageWorld p;
    p.open();
    QHeaderView *header = p.table()->horizontalHeader();
    header->moveSection(header->visualIndex(int(PoolColumn::Kind)), 1);
    header->resizeSection(int(PoolColumn::Kind), 321);
    p.clickHeader(PoolColumn::Fqdn); // descending
    auto hideSite = [&] {
        QMenu *menu = p.table()->columnsMenu();
        for (QAction *action : menu->actions()) {
            if (action->data() == int(PoolColumn::Site) && action->isCheckable())
                action->trigger();
        }
    };
    Q_EMIT p.table()->columnsMenu()->aboutToShow();
    hideSite();
    QVERIFY(p.table()->isColumnHidden(int(PoolColumn::Site)));
    p.restart();
    header = p.table()->horizontalHeader();
    QCOMPARE(header->visualIndex(int(PoolColumn::Kind)), 1);
    QCOMPARE(header->sectionSize(int(PoolColumn::Kind)), 321);
    QVERIFY(p.table()->isColumnHidden(int(PoolColumn::Site)));
    QCOMPARE(p.names(), (QStringList{c, b, a}));
}

void TestPoolsPage::hiddenColumnsComeBackByReset()
{
    PageWorld p;
    p.open();
    p.table()->setColumnHidden(int(PoolColumn::Site), true);
    p.table()->columnsMenu()->findChild<QAction *>(u"resetColumns"_s)->trigger();
    QVERIFY(!p.table()->isColumnHidden(int(PoolColumn::Site)));
}

void TestPoolsPage::onlyStatusesOfPoolsInSightAreRead()
{
    PageWorld p;
    FakeSession *session = p.openFake(3000);
    p.waitForRows(3000);
    QTRY_COMPARE(p.cell(PageWorld::fakeName(0), PoolColumn::ExportStatus), u"SteadyState"_s);
    const QStringList visible = p.table()->visiblePools();
    QVERIFY(visible.size() > 5 && visible.size() < 100);
    QTRY_COMPARE(p.cell(visible.last(), PoolColumn::ExportStatus), u"SteadyState"_s);
    QTRY_VERIFY(!p.world.workspace().monitor()->isReading());
    QVERIFY(statusCommands(*session) <= visible.size() + 2); // and the backup pool of the one in the details
    QCOMPARE(p.cell(PageWorld::fakeName(2000), PoolColumn::ExportStatus), u"…"_s);
}

void TestPoolsPage::aTableWithoutHeightWantsNoStatuses()
{
    PageWorld p;
    p.openFake(3000);
    p.waitForRows(3000);
    p.table()->resize(p.table()->width(), 0); // as for a moment while the page is laid out
    QCOMPARE(p.table()->visiblePools(), QStringList());
}

void TestPoolsPage::scrollingReadsWhatComesIntoSight()
{
    PageWorld p;
    FakeSession *session = p.openFake(3000);
    p.waitForRows(3000);
    p.page->focusContent();
    QTest::keyClick(p.table(), Qt::Key_End, Qt::ControlModifier);
    QTRY_COMPARE(p.cell(PageWorld::fakeName(2999), PoolColumn::ExportStatus), u"SteadyState"_s);
    QTRY_VERIFY(!p.world.workspace().monitor()->isReading());
    QVERIFY(statusCommands(*session) < 200);
    QCOMPARE(p.cell(PageWorld::fakeName(1500), PoolColumn::ExportStatus), u"…"_s);
    QTest::keyClicks(p.field(), u"pool01500"_s);
    QTRY_COMPARE(p.cell(PageWorld::fakeName(1500), PoolColumn::ExportStatus), u"SteadyState"_s);
}

void TestPoolsPage::aHiddenPageReadsNoStatuses()
{
    PageWorld p;
    p.page->hide();
    FakeSession *session = p.openFake(10);
    p.waitForRows(10);
    QTRY_VERIFY(!p.world.workspace().monitor()->isReading());
    QCOMPARE(statusCommands(*session), 0);
    p.page->show();
    QTRY_COMPARE(p.cell(PageWorld::fakeName(0), PoolColumn::ExportStatus), u"SteadyState"_s);
}

void TestPoolsPage::refreshingTheSelectionReadsItAgain()
{
    PageWorld p;
    FakeSession *session = p.openFake(6);
    p.waitForRows(6);
    QTRY_COMPARE(statusCommands(*session), 6);
    QTRY_VERIFY(!p.world.workspace().monitor()->isReading());
    p.page->focusContent();
    QTest::keyClick(p.table(), Qt::Key_Home);
    QTest::keyClick(p.table(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(p.table(), Qt::Key_R, Qt::ControlModifier);
    QTRY_COMPARE(statusCommands(*session), 8);
    QTRY_VERIFY(!p.world.workspace().monitor()->isReading());
    QCOMPARE(statusCommands(*session), 8);
}

void TestPoolsPage::aFailedReadingShowsTheErrorAndTriesAgain()
{
    const Error error{ErrorCategory::ResourceUnavailable, u"Unreachable"_s, u"The server does not answer."_s,
                      u"Check the network."_s};
    PageWorld p;
    FakeSession *session = p.openFake(4);
    session->onStart = [&](FakePipeline &pipeline) { pipeline.fail(error); };
    QTRY_VERIFY(p.empty()->text().contains(error.message));
    QVERIFY(p.empty()->text().contains(error.recommendedAction));
    QVERIFY(p.empty()->isVisible());
    session->onStart = [](FakePipeline &pipeline) { PageWorld::answer(pipeline, 4); };
    QTRY_VERIFY(!p.world.workspace().monitor()->isReading());
    QTest::mouseClick(p.empty()->findChild<QPushButton *>(u"button"_s), Qt::LeftButton);
    p.waitForRows(4);
    QVERIFY(p.table()->isVisible());
}

void TestPoolsPage::aLaterFailureKeepsTheTableAndSaysSo()
{
    const Error error{ErrorCategory::ResourceUnavailable, u"Unreachable"_s, u"The server does not answer."_s};
    PageWorld p;
    FakeSession *session = p.openFake(4);
    p.waitForRows(4);
    QTRY_VERIFY(!p.world.workspace().monitor()->isReading());
    QVERIFY(!p.notice()->isVisible());
    session->onStart = [&](FakePipeline &pipeline) { pipeline.fail(error); };
    p.world.workspace().monitor()->refresh();
    QTRY_VERIFY(p.notice()->isVisible());
    QVERIFY(p.notice()->text().contains(error.message));
    QVERIFY(p.table()->isVisible());
    QCOMPARE(p.rowCount(), 4);
    QTRY_COMPARE(p.cell(PageWorld::fakeName(0), PoolColumn::ExportStatus), u"unknown"_s);
    QTRY_VERIFY(!p.world.workspace().monitor()->isReading());
    session->onStart = [](FakePipeline &pipeline) { PageWorld::answer(pipeline, 4); };
    QTest::mouseClick(p.notice()->findChild<QPushButton *>(u"button"_s), Qt::LeftButton);
    QTRY_VERIFY(!p.notice()->isVisible());
}

void TestPoolsPage::theLastRunAppearsAndSurvivesARestart()
{
    PageWorld p;
    p.open();
    p.world.workspace().submit(Command(u"Backup-CsPool"_s)
                                   .set(u"PoolFqdn"_s, a)
                                   .set(u"Confirm"_s, false)
                                   .set(u"Report"_s, p.world.filePath(u"report.html"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(p.cell(a, PoolColumn::LastRun).startsWith(u"succeeded"_s), 30000);
    QTRY_VERIFY(p.world.jobs().unfinishedJobs().isEmpty());
    p.restart();
    QTRY_VERIFY2(p.cell(a, PoolColumn::LastRun).startsWith(u"succeeded"_s), qPrintable(p.cell(a, PoolColumn::LastRun)));
    QCOMPARE(p.cell(b, PoolColumn::LastRun), u"none"_s);
}

void TestPoolsPage::aPreviewIsNoLastRun()
{
    PageWorld p;
    p.open();
    QTRY_COMPARE(p.cell(a, PoolColumn::LastRun), u"none"_s);
    QSignalSpy finished(&p.world.jobs(), &JobRunner::jobFinished);
    p.world.workspace().submit(Command(u"Backup-CsPool"_s)
                                   .set(u"PoolFqdn"_s, a)
                                   .set(u"WhatIf"_s, true)
                                   .set(u"Report"_s, p.world.filePath(u"report.html"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30000);
    QCOMPARE(p.cell(a, PoolColumn::LastRun), u"none"_s);
}

void TestPoolsPage::agesGrowWithTheClock()
{
    PageWorld p;
    p.openFake(2);
    p.waitForRows(2);
    const QString pool = PageWorld::fakeName(0);
    QTRY_COMPARE(p.cell(pool, PoolColumn::ExportStatus), u"SteadyState"_s);
    p.page->hide(); // nothing reads the status again meanwhile
    p.world.desktop.time = QDateTime::currentDateTimeUtc().addSecs(3 * 3600);
    p.page->updateAges();
    QVERIFY(p.cell(pool, PoolColumn::ExportStatus).startsWith(u"SteadyState, "_s));
}

void TestPoolsPage::selectPoolWidensTheFilter()
{
    PageWorld p;
    p.open();
    QTest::keyClicks(p.field(), u"a.example.com"_s);
    p.page->selectPool(c);
    QCOMPARE(p.page->selectedPools(), QStringList{c});
    QCOMPARE(p.field()->text(), QString());
}

void TestPoolsPage::problemsAreShownWithoutWhatIsAllRight()
{
    PageWorld p;
    FakeSession *session = p.openFake(2);
    session->onStart = [](FakePipeline &pipeline) {
        if (pipeline.command.cmdlet() == "Get-CsRegistrarConfiguration"_L1) {
            for (int i = 0; i < 2; ++i)
                pipeline.write(OutputRecord{
                    RegistrarConfiguration{u"Service:Registrar:"_s + PageWorld::fakeName(i), PoolState::Active}
                        .toObject()});
        } else if (pipeline.command.string(u"PoolFqdn"_s) == PageWorld::fakeName(1)) {
            pipeline.write(OutputRecord{
                BackupServiceStatus{ExportStatus::ErrorState, ImportStatus::NormalState, {}, {}}.toObject()});
        }
        PageWorld::answer(pipeline, 2);
    };
    p.waitForRows(2);
    QTest::keyClicks(p.field(), u"pool"_s);
    p.page->showProblems();
    p.waitForRows(1); // the other one is hidden as soon as it is known to be all right
    QCOMPARE(p.names(), QStringList{PageWorld::fakeName(1)});
    QCOMPARE(p.field()->text(), QString());
}

void TestPoolsPage::theSelectionSurvivesARefresh()
{
    PageWorld p;
    p.open();
    p.page->selectPool(b);
    QSignalSpy changed(p.world.workspace().monitor(), &DeploymentMonitor::poolsChanged);
    QTRY_VERIFY(!p.world.workspace().monitor()->isReading());
    p.world.workspace().monitor()->refresh();
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(p.page->selectedPools(), QStringList{b});
}

void TestPoolsPage::tabLeavesTheTable()
{
    PageWorld p;
    p.open();
    p.page->focusContent();
    QVERIFY(p.table()->hasFocus());
    QTest::keyClick(p.table(), Qt::Key_Tab);
    QVERIFY(!p.table()->hasFocus());
}

void TestPoolsPage::theDetailsFollowTheSelection()
{
    PageWorld p;
    p.open();
    auto *details = p.page->findChild<PoolDetails *>();
    p.clickRow(1);
    QCOMPARE(details->pool(), b);
    p.clickRow(2);
    QCOMPARE(details->pool(), c);
    p.openFake(2); // another deployment
    p.waitForRows(2);
    QCOMPARE(details->pool(), PageWorld::fakeName(0));
    p.action(u"showDetails"_s)->trigger();
    QVERIFY(!details->isVisible());
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestPoolsPage)
#include "tst_pools_page.moc"
