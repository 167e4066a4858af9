// PairingsPage: the picture and the table with keyboard and mouse, what stands out, and which statuses are read.
#include "tests/support/fake_session.h"
#include "tests/support/patience.h"
#include "tests/support/ui_world.h"
#include "ui/empty_state.h"
#include "ui/pairings/pairing_picture.h"
#include "ui/pairings/pairings_page.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

Pool fakePool(const QString &fqdn, const QString &backupPool, bool isStandard = false,
              const QString &version = u"Lync Server 2013"_s)
{
    Pool pool;
    pool.fqdn = fqdn;
    pool.identity = fqdn;
    pool.site = u"Site:Redmond"_s;
    pool.services = {u"UserServer:"_s + fqdn, u"Registrar:"_s + fqdn};
    if (isStandard)
        pool.services.append(u"UserDatabase:"_s + fqdn);
    pool.backupPoolFqdn = backupPool;
    pool.serverVersion = version;
    return pool;
}

// A deployment that says what a test wants to see.
struct PageWorld
{
    UiWorld world;
    std::unique_ptr<PairingsPage> page;
    FakeSession *session = nullptr; // owned by the workspace
    QList<Pool> pools
        = {fakePool(u"a.x.com"_s, u"b.x.com"_s), fakePool(u"b.x.com"_s, u"a.x.com"_s), fakePool(u"z.x.com"_s, {})};
    QHash<QString, PoolState> states;
    ExportStatus status = ExportStatus::SteadyState;

    PageWorld()
    {
        page = std::make_unique<PairingsPage>(&world.workspace());
        page->resize(1100, 700);
        page->show();
        if (!QTest::qWaitForWindowActive(page.get()))
            qFatal("The page was not shown");
    }
    ~PageWorld() { page.reset(); }

    void open()
    {
        auto fake = std::make_unique<FakeSession>();
        session = fake.get();
        session->onStart = [this](FakePipeline &pipeline) { answer(pipeline); };
        world.workspace().setSession(std::move(fake));
        world.workspace().monitor()->setBackgroundPools(0); // only what the page wants is read
        const DeploymentMonitor *monitor = world.workspace().monitor();
        const auto isThere = [&] {
            return monitor->pools().isKnown() && monitor->poolStates().isKnown()
                && (model()->rowCount() > 0 || !page->isVisible()); // a page that is hidden pairs nothing
        };
        if (!waitUntil(isThere))
            qFatal("The pairings did not appear");
    }
    void answer(FakePipeline &pipeline) const
    {
        const QString cmdlet = pipeline.command.cmdlet();
        if (cmdlet == "Get-CsPool"_L1) {
            for (const Pool &pool : pools)
                pipeline.write(OutputRecord{pool.toObject()});
        } else if (cmdlet == "Get-CsBackupServiceStatus"_L1) {
            pipeline.write(OutputRecord{BackupServiceStatus{status, ImportStatus::NormalState, {}, {}}.toObject()});
        } else if (cmdlet == "Get-CsRegistrarConfiguration"_L1) {
            for (auto state = states.begin(); state != states.end(); ++state)
                pipeline.write(OutputRecord{
                    RegistrarConfiguration{u"Service:Registrar:"_s + state.key(), state.value()}.toObject()});
        }
        pipeline.end(Outcome::Succeeded);
    }

    PairingPicture *picture() const { return page->findChild<PairingPicture *>(u"pairingPicture"_s); }
    QTableView *table() const { return page->findChild<QTableView *>(u"pairingTable"_s); }
    QLineEdit *filter() const { return page->findChild<QLineEdit *>(u"pairingFilter"_s); }
    QAction *action(const QString &name) const { return page->findChild<QAction *>(name); }
    QAbstractItemModel *model() const { return picture()->model(); }
    PairingSummary summary(int row) const
    {
        return model()->index(row, 0).data(PairingModel::SummaryRole).value<PairingSummary>();
    }
    int rowOf(const QString &pool) const
    {
        for (int row = 0; row < model()->rowCount(); ++row) {
            if (model()->index(row, PairingModel::PoolColumn).data(KeyRole) == pool)
                return row;
        }
        return -1;
    }
    void click(const QString &pool, PairingModel::Column column) const
    {
        const QRect rect = picture()->visualRect(model()->index(rowOf(pool), column));
        QTest::mouseClick(picture()->viewport(), Qt::LeftButton, {}, rect.center());
    }
    QImage grab() const { return picture()->viewport()->grab().toImage(); }
    int statusesAsked() const
    {
        return int(std::count_if(session->started.begin(), session->started.end(), [](const Command &command) {
            return command.cmdlet() == "Get-CsBackupServiceStatus"_L1;
        }));
    }
};

} // namespace

class TestPairingsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutADeploymentThePageSaysSo();
    void poolsArePairedWhenTheyAreLookedAt();
    void aLonePoolComesFirstAndSaysWhatToDo();
    void bothDirectionsAreReadAndShown();
    void arrowKeysGoFromPairToPairAndPoolToPool();
    void enterShowsThePool();
    void aClickOnABoxMakesItsPoolCurrent();
    void theMenuKeyOffersWhatCanBeDone();
    void backUpAsksForTheCurrentPool();
    void aLonePoolCannotBeBackedUp();
    void anUnsupportedPairIsMarkedAndDrawnDifferently();
    void aFailedOverPoolTurnsItsArrow();
    void darkAndLightAreDrawnDifferently();
    void theTableShowsTheSamePoolAndSorts();
    void typingFiltersBothViews();
    void copyingTakesTheRow();
    void onlyPairsInSightAreAskedFor();
    void aHiddenPageAsksForNothing();
    void whatCannotBeReadIsSaid();
    void screenReadersFindTheCells();
    void tabLeavesThePicture();
    void aPoolCanBeSelectedFromOutside();
    void toolTipsTellAPartsMeaning();
};

void TestPairingsPage::withoutADeploymentThePageSaysSo()
{
    PageWorld w;
    QVERIFY(w.page->findChild<EmptyState *>()->isVisible());
    QCOMPARE(w.page->findChild<EmptyState *>()->title(), u"No deployment is open"_s);
    QVERIFY(!w.action(u"pairingsBackUp"_s)->isEnabled());
}

// With 10,000 pools, pairing them for a page that is hidden would hold the window.
void TestPairingsPage::poolsArePairedWhenTheyAreLookedAt()
{
    PageWorld w;
    w.open();
    QCOMPARE(w.model()->rowCount(), 2);
    w.page->hide();
    w.pools.append({fakePool(u"c.x.com"_s, u"d.x.com"_s), fakePool(u"d.x.com"_s, u"c.x.com"_s)});
    const DeploymentMonitor *monitor = w.world.workspace().monitor();
    w.world.workspace().monitor()->refresh();
    QTRY_COMPARE(monitor->pools().value->size(), 5);
    QCOMPARE(w.model()->rowCount(), 2);
    w.page->show();
    QCOMPARE(w.model()->rowCount(), 3);
    w.page->selectPool(u"d.x.com"_s);
    QCOMPARE(w.picture()->currentPool(), u"d.x.com"_s);
}

void TestPairingsPage::aLonePoolComesFirstAndSaysWhatToDo()
{
    PageWorld w;
    w.open();
    QCOMPARE(w.model()->rowCount(), 2);
    QCOMPARE(w.rowOf(u"z.x.com"_s), 0); // although its name is the last
    QVERIFY(w.summary(0).isLone());
    QVERIFY(w.summary(0).remarks.join(u' ').contains("has no backup pool"_L1));
    QVERIFY(w.summary(0).remarks.join(u' ').contains("Publish-CsTopology"_L1));
    // Room is kept for what is said of it.
    const int lone = w.picture()->visualRect(w.model()->index(0, PairingModel::RemarksColumn)).height();
    const int pair = w.picture()->visualRect(w.model()->index(1, PairingModel::RemarksColumn)).height();
    QVERIFY2(lone >= 2 * w.picture()->fontMetrics().height(), qPrintable(QString::number(lone)));
    QVERIFY(pair < lone);
}

void TestPairingsPage::bothDirectionsAreReadAndShown()
{
    PageWorld w;
    w.open();
    QTRY_COMPARE(w.summary(1).firstDirection.status, u"SteadyState"_s);
    QTRY_COMPARE(w.summary(1).secondDirection.status, u"SteadyState"_s);
    QVERIFY(!w.summary(1).secondDirection.backlog.isEmpty());
    QCOMPARE(w.statusesAsked(), 2); // and none of the pool without a backup pool
}

void TestPairingsPage::arrowKeysGoFromPairToPairAndPoolToPool()
{
    PageWorld w;
    w.open();
    w.page->focusContent();
    QVERIFY(w.picture()->hasFocus());
    QCOMPARE(w.page->currentPool(), u"z.x.com"_s);
    QTest::keyClick(w.picture(), Qt::Key_Right);
    QCOMPARE(w.page->currentPool(), u"z.x.com"_s); // nothing is beside it
    QTest::keyClick(w.picture(), Qt::Key_Down);
    QCOMPARE(w.page->currentPool(), u"a.x.com"_s);
    QTest::keyClick(w.picture(), Qt::Key_Right);
    QCOMPARE(w.page->currentPool(), u"b.x.com"_s);
    QTest::keyClick(w.picture(), Qt::Key_Left);
    QCOMPARE(w.page->currentPool(), u"a.x.com"_s);
    QTest::keyClick(w.picture(), Qt::Key_Up);
    QCOMPARE(w.page->currentPool(), u"z.x.com"_s);
    QTest::keyClick(w.picture(), Qt::Key_Up);
    QCOMPARE(w.page->currentPool(), u"z.x.com"_s);
    QTest::keyClick(w.picture(), Qt::Key_End);
    QCOMPARE(w.page->currentPool(), u"a.x.com"_s);
}

void TestPairingsPage::enterShowsThePool()
{
    PageWorld w;
    w.open();
    QSignalSpy activated(w.page.get(), &PairingsPage::poolActivated);
    w.page->focusContent();
    QTest::keyClick(w.picture(), Qt::Key_Down);
    QTest::keyClick(w.picture(), Qt::Key_Right);
    QTest::keyClick(w.picture(), Qt::Key_Return);
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.first().first().toString(), u"b.x.com"_s);
}

void TestPairingsPage::aClickOnABoxMakesItsPoolCurrent()
{
    PageWorld w;
    w.open();
    const QImage before = w.grab();
    w.click(u"a.x.com"_s, PairingModel::BackupPoolColumn);
    QCOMPARE(w.page->currentPool(), u"b.x.com"_s);
    QVERIFY(w.grab() != before);
    w.click(u"a.x.com"_s, PairingModel::PoolColumn);
    QCOMPARE(w.page->currentPool(), u"a.x.com"_s);
    // An arrow belongs to the pool whose data it shows.
    w.click(u"a.x.com"_s, PairingModel::BackupExportColumn);
    QCOMPARE(w.page->currentPool(), u"b.x.com"_s);
    QSignalSpy activated(w.page.get(), &PairingsPage::poolActivated);
    w.click(u"a.x.com"_s, PairingModel::PoolColumn);
    QTest::mouseDClick(w.picture()->viewport(), Qt::LeftButton, {},
                       w.picture()->visualRect(w.model()->index(1, PairingModel::PoolColumn)).center());
    QCOMPARE(activated.count(), 1);
}

void TestPairingsPage::theMenuKeyOffersWhatCanBeDone()
{
    PageWorld w;
    w.open();
    w.page->selectPool(u"b.x.com"_s);
    const QPoint at = w.picture()->visualRect(w.picture()->currentIndex()).center();
    QContextMenuEvent event(QContextMenuEvent::Keyboard, at, w.picture()->viewport()->mapToGlobal(at));
    QApplication::sendEvent(w.picture()->viewport(), &event);
    auto *menu = w.page->findChild<QMenu *>(u"pairingsContextMenu"_s);
    QVERIFY(menu && menu->isVisible());
    QVERIFY(menu->actions().contains(w.action(u"pairingsBackUp"_s)));
    QVERIFY(menu->actions().contains(w.action(u"pairingsSynchronise"_s)));
    QVERIFY(menu->actions().contains(w.action(u"pairingsShowPool"_s)));
    QTest::keyClick(menu, Qt::Key_Escape);
    QTRY_VERIFY(!w.page->findChild<QMenu *>(u"pairingsContextMenu"_s));
}

void TestPairingsPage::backUpAsksForTheCurrentPool()
{
    PageWorld w;
    w.open();
    QSignalSpy requested(w.page.get(), &PairingsPage::commandRequested);
    w.page->selectPool(u"b.x.com"_s);
    w.page->focusContent();
    QTest::keyClick(w.picture(), Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(requested.count(), 1);
    QCOMPARE(requested.first().at(0).value<Command>().cmdlet(), u"Backup-CsPool"_s);
    QCOMPARE(requested.first().at(1).toStringList(), QStringList{u"b.x.com"_s});
    w.action(u"pairingsSynchronise"_s)->trigger();
    QCOMPARE(requested.last().at(0).value<Command>().cmdlet(), u"Invoke-CsBackupServiceSync"_s);
}

void TestPairingsPage::aLonePoolCannotBeBackedUp()
{
    PageWorld w;
    w.open();
    w.page->selectPool(u"z.x.com"_s);
    QVERIFY(!w.action(u"pairingsBackUp"_s)->isEnabled());
    QVERIFY(w.action(u"pairingsShowPool"_s)->isEnabled());
    w.page->selectPool(u"a.x.com"_s);
    QVERIFY(w.action(u"pairingsBackUp"_s)->isEnabled());
}

void TestPairingsPage::anUnsupportedPairIsMarkedAndDrawnDifferently()
{
    PageWorld w;
    w.pools << fakePool(u"e.x.com"_s, u"s.x.com"_s) << fakePool(u"s.x.com"_s, u"e.x.com"_s, true);
    w.open();
    QCOMPARE(w.rowOf(u"e.x.com"_s), 1); // behind the lone pool, before the good pair
    QVERIFY(w.summary(1).isUnsupported);
    QVERIFY(w.summary(1).remarks.first().contains("only Enterprise with Enterprise"_L1));
    QVERIFY(!w.summary(2).isUnsupported);
    QVERIFY(w.picture()->visualRect(w.model()->index(1, PairingModel::RemarksColumn)).height()
            > w.picture()->visualRect(w.model()->index(2, PairingModel::RemarksColumn)).height());
}

void TestPairingsPage::aFailedOverPoolTurnsItsArrow()
{
    PageWorld w;
    w.states = {{u"a.x.com"_s, PoolState::Active}, {u"b.x.com"_s, PoolState::Active}};
    w.open();
    QTRY_COMPARE(w.summary(1).secondDirection.status, u"SteadyState"_s);
    const QRect arrow = w.picture()->visualRect(w.model()->index(1, PairingModel::ExportColumn));
    const QImage active = w.grab().copy(arrow);
    w.states[u"a.x.com"_s] = PoolState::FailedOver;
    w.world.workspace().monitor()->refresh();
    QTRY_VERIFY(w.summary(1).firstDirection.isReversed);
    QCOMPARE(w.summary(1).firstDirection.sourcePool, u"b.x.com"_s);
    QVERIFY(w.summary(1).remarks.first().contains("is served by b.x.com"_L1));
    QTRY_VERIFY(w.grab().copy(arrow) != active);
}

void TestPairingsPage::darkAndLightAreDrawnDifferently()
{
    PageWorld w;
    w.open();
    const QImage light = w.grab();
    QPalette dark;
    dark.setColor(QPalette::Base, QColor(30, 30, 30));
    dark.setColor(QPalette::Text, Qt::white);
    w.picture()->setPalette(dark);
    const QImage inDark = w.grab();
    QVERIFY(light != inDark);
    // The ground between the cards is the palette's.
    QCOMPARE(inDark.pixelColor(1, inDark.height() - 2), QColor(30, 30, 30));
}

void TestPairingsPage::theTableShowsTheSamePoolAndSorts()
{
    PageWorld w;
    w.open();
    w.page->selectPool(u"b.x.com"_s);
    w.page->focusContent();
    QTest::keyClick(w.picture(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(w.table()->isVisible());
    QVERIFY(w.table()->hasFocus());
    QCOMPARE(w.page->currentPool(), u"b.x.com"_s);
    const auto first = [&] { return w.table()->model()->index(0, PairingModel::PoolColumn).data().toString(); };
    QCOMPARE(first(), u"a.x.com"_s);
    w.table()->sortByColumn(PairingModel::PoolColumn, Qt::DescendingOrder);
    QCOMPARE(first(), u"z.x.com"_s);
    QTest::keyClick(w.table(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(w.picture()->isVisible());
}

void TestPairingsPage::typingFiltersBothViews()
{
    PageWorld w;
    w.open();
    w.page->find();
    QVERIFY(w.filter()->hasFocus());
    QTest::keyClicks(w.filter(), u"z.x"_s);
    QCOMPARE(w.model()->rowCount(), 1);
    QCOMPARE(w.table()->model()->rowCount(), 1);
    QTest::keyClicks(w.filter(), u"nothing"_s);
    QVERIFY(w.page->findChild<EmptyState *>()->isVisible());
    // A pool that is asked for from outside is shown, whatever the filter says.
    w.page->selectPool(u"a.x.com"_s);
    QCOMPARE(w.model()->rowCount(), 2);
    QCOMPARE(w.page->currentPool(), u"a.x.com"_s);
}

void TestPairingsPage::copyingTakesTheRow()
{
    PageWorld w;
    w.open();
    w.page->selectPool(u"a.x.com"_s);
    w.page->focusContent();
    QTest::keyClick(w.picture(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().trimmed().split(u'\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines.at(0).startsWith("Pool\t"_L1));
    QVERIFY(lines.at(1).startsWith("a.x.com\t"_L1));
    QVERIFY(lines.at(1).contains("b.x.com"_L1));
}

void TestPairingsPage::onlyPairsInSightAreAskedFor()
{
    PageWorld w;
    w.pools.clear();
    for (int i = 0; i < 1000; ++i) {
        const QString first = u"p%1-a.x.com"_s.arg(i, 4, 10, QLatin1Char('0'));
        const QString second = u"p%1-b.x.com"_s.arg(i, 4, 10, QLatin1Char('0'));
        w.pools << fakePool(first, second) << fakePool(second, first);
    }
    w.open();
    QTRY_COMPARE(w.summary(0).secondDirection.status, u"SteadyState"_s);
    QTRY_VERIFY(!w.world.workspace().monitor()->isReading());
    QVERIFY2(w.statusesAsked() <= 20, qPrintable(QString::number(w.statusesAsked())));
    QCOMPARE(w.summary(900).firstDirection.status, u"…"_s);
    w.page->selectPool(u"p0900-a.x.com"_s);
    QTRY_COMPARE(w.summary(900).firstDirection.status, u"SteadyState"_s);
}

void TestPairingsPage::aHiddenPageAsksForNothing()
{
    PageWorld w;
    w.page->hide();
    w.open();
    QTRY_VERIFY(!w.world.workspace().monitor()->isReading());
    QTest::qWait(0);
    QCOMPARE(w.statusesAsked(), 0);
    w.page->show();
    QTRY_COMPARE(w.statusesAsked(), 2);
}

void TestPairingsPage::whatCannotBeReadIsSaid()
{
    PageWorld w;
    auto fake = std::make_unique<FakeSession>();
    fake->onStart = [](FakePipeline &pipeline) {
        pipeline.fail({ErrorCategory::ResourceUnavailable, u"Gone"_s, u"The server does not answer."_s});
    };
    w.world.workspace().setSession(std::move(fake));
    w.world.workspace().monitor()->setBackgroundPools(0);
    QTRY_COMPARE(w.page->findChild<EmptyState *>()->title(), u"The pools could not be read"_s);
    QVERIFY(w.page->findChild<EmptyState *>()->text().contains("does not answer"_L1));
}

void TestPairingsPage::screenReadersFindTheCells()
{
    PageWorld w;
    w.open();
    QAccessibleInterface *picture = QAccessible::queryAccessibleInterface(w.picture());
    QVERIFY(picture && picture->tableInterface());
    QCOMPARE(picture->text(QAccessible::Name), u"Pool pairings"_s);
    QCOMPARE(picture->tableInterface()->rowCount(), 2);
    QAccessibleInterface *cell = picture->tableInterface()->cellAt(1, PairingModel::PoolColumn);
    QVERIFY(cell);
    QCOMPARE(cell->text(QAccessible::Name), u"a.x.com"_s);
}

void TestPairingsPage::tabLeavesThePicture()
{
    PageWorld w;
    w.open();
    w.page->focusContent();
    QVERIFY(w.picture()->hasFocus());
    QTest::keyClick(w.picture(), Qt::Key_Tab);
    QVERIFY(!w.picture()->hasFocus());
    w.page->focusContent();
    QTest::keyClick(w.picture(), Qt::Key_Backtab);
    QVERIFY(!w.picture()->hasFocus());
}

void TestPairingsPage::aPoolCanBeSelectedFromOutside()
{
    PageWorld w;
    w.open();
    w.page->selectPool(u"b.x.com"_s);
    QCOMPARE(w.page->currentPool(), u"b.x.com"_s);
    w.page->selectPool(u"unknown.x.com"_s);
    QCOMPARE(w.page->currentPool(), u"b.x.com"_s);
}

void TestPairingsPage::toolTipsTellAPartsMeaning()
{
    PageWorld w;
    w.open();
    QTRY_COMPARE(w.summary(1).firstDirection.status, u"SteadyState"_s);
    const QModelIndex arrow
        = w.picture()->indexAt(w.picture()->visualRect(w.model()->index(1, PairingModel::ExportColumn)).center());
    QCOMPARE(arrow.column(), int(PairingModel::ExportColumn));
    QVERIFY(arrow.data(Qt::ToolTipRole).toString().contains("one batch"_L1));
    QVERIFY(!w.picture()->indexAt(QPoint(5, w.picture()->viewport()->height() - 2)).isValid());
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestPairingsPage)
#include "tst_pairings_page.moc"
