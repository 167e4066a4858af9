// PoolDetails: what the tabs say of pools in every situation, and what can be done from them.
#include "model/item_roles.h"
#include "model/module_model.h"
#include "tests/support/fake_session.h"
#include "tests/support/ui_world.h"
#include "ui/pools/advice_view.h"
#include "ui/pools/pool_details.h"
#include "ui/pools/status_label.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QTabWidget>
#include <QTest>
#include <QTreeWidget>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

const QString a = u"a.example.com"_s;
const QString b = u"b.example.com"_s;
const QString c = u"c.example.com"_s;

struct DetailsWorld
{
    UiWorld world;
    std::unique_ptr<PoolDetails> details;

    DetailsWorld()
    {
        details = std::make_unique<PoolDetails>(&world.workspace());
        details->resize(900, 600);
        // As the page of pools does.
        QObject::connect(details.get(), &PoolDetails::shownPoolsChanged, details.get(), [this] {
            if (world.workspace().monitor())
                world.workspace().monitor()->setWantedPools(details->shownPools());
        });
        details->show();
        if (!QTest::qWaitForWindowActive(details.get()))
            qFatal("The details were not shown");
    }
    ~DetailsWorld() { details.reset(); }

    void open(const QString &pool)
    {
        world.open();
        details->setPool(pool);
    }
    void showTab(const QString &name) const { tabs()->setCurrentWidget(details->findChild<QWidget *>(name)); }
    QTabWidget *tabs() const { return details->findChild<QTabWidget *>(u"detailsTabs"_s); }
    StatusLabel *line(const QString &name) const { return details->findChild<StatusLabel *>(name); }
    QPushButton *button(const QString &name) const { return details->findChild<QPushButton *>(name); }
    QTableView *modules() const { return details->findChild<QTableView *>(u"modules"_s); }
    QString allText(const QString &parent) const
    {
        QStringList texts;
        for (const QLabel *label : details->findChild<QWidget *>(parent)->findChildren<QLabel *>())
            texts.append(label->text());
        return texts.join(u'\n');
    }
};

} // namespace

class TestPoolDetails : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAPoolThereIsAnInvitation();
    void theOverviewTellsBothDirections();
    void theFormIsOpenedFromTheOverview();
    void aPoolWithoutABackupPoolSaysWhyAndWhatToDo();
    void modulesAreExplainedAndTheNextStepOpensTheForm();
    void theWorstModuleIsSelectedFirst();
    void theChosenModuleStaysChosen();
    void computersAndServicesAreReadWhenTheyAreShown();
    void rolesAreReadWhenTheyAreShown();
    void jobsOfThePoolAreShownAndActivated();
    void whatCannotBeReadIsUnknown();
    void aPoolThatIsGoneIsSaidToBeGone();
    void anotherDeploymentEmptiesTheDetails();
    void theTabsAreWalkedWithTheKeyboard();
    void readingAgainReadsBothPools();
};

void TestPoolDetails::withoutAPoolThereIsAnInvitation()
{
    DetailsWorld w;
    auto *invitation = w.details->findChild<QLabel *>(u"detailsInvitation"_s);
    QVERIFY(invitation->isVisible());
    w.open(a);
    QVERIFY(!invitation->isVisible());
    QCOMPARE(w.details->findChild<QLabel *>(u"detailsHeading"_s)->text(), a);
    QCOMPARE(w.details->shownPools(), (QStringList{a, b}));
    w.details->setPool(QString());
    QVERIFY(invitation->isVisible());
    QVERIFY(w.details->shownPools().isEmpty());
}

void TestPoolDetails::theOverviewTellsBothDirections()
{
    DetailsWorld w;
    w.open(a);
    QTRY_VERIFY(
        w.line(u"overviewExport"_s)->text().startsWith("NotInitialized from a.example.com to b.example.com"_L1));
    QTRY_VERIFY(
        w.line(u"overviewImport"_s)->text().startsWith("NotInitialized from b.example.com to a.example.com"_L1));
    QVERIFY(w.line(u"overviewExport"_s)->tone() == StatusTone::Attention);
    QCOMPARE(w.line(u"overviewBackupPool"_s)->text(), b);
    QTRY_VERIFY(w.line(u"overviewState"_s)->text().startsWith("Active"_L1));
    QTRY_COMPARE(w.line(u"overviewCentral"_s)->text(), u"this pool holds the active one"_s);
    QCOMPARE(w.line(u"overviewSite"_s)->text().isEmpty(), false);
    w.details->setPool(b);
    QTRY_VERIFY(w.line(u"overviewCentral"_s)->text().contains(a));
}

void TestPoolDetails::theFormIsOpenedFromTheOverview()
{
    DetailsWorld w;
    w.open(a);
    QSignalSpy requested(w.details.get(), &PoolDetails::commandRequested);
    QTest::keyClick(w.details.get(), Qt::Key_B, Qt::AltModifier);
    QTRY_COMPARE(requested.count(), 1);
    QCOMPARE(requested.first().at(0).value<Command>(), Command(u"Backup-CsPool"_s));
    QCOMPARE(requested.first().at(1).toStringList(), QStringList{a});
    w.button(u"detailsSynchronise"_s)->click();
    QCOMPARE(requested.last().at(0).value<Command>().cmdlet(), u"Invoke-CsBackupServiceSync"_s);
}

void TestPoolDetails::aPoolWithoutABackupPoolSaysWhyAndWhatToDo()
{
    DetailsWorld w;
    w.open(c);
    QCOMPARE(w.line(u"overviewBackupPool"_s)->text(), u"none"_s);
    QVERIFY(w.line(u"overviewBackupPool"_s)->tone() == StatusTone::Attention);
    QVERIFY(!w.button(u"detailsBackUp"_s)->isEnabled());
    const QString text = w.allText(u"overviewTab"_s);
    QVERIFY2(text.contains("Topology Builder"_L1), qPrintable(text));
    QVERIFY(text.contains("addition of the lab"_L1));
    QSignalSpy requested(w.details.get(), &PoolDetails::commandRequested);
    w.details->findChild<QWidget *>(u"overviewTab"_s)->findChild<QPushButton *>(u"step1"_s)->click();
    QCOMPARE(requested.first().at(0).value<Command>(), Command(u"Publish-CsTopology"_s));
    QVERIFY(w.details->shownPools().isEmpty()); // there is no status to be read
    w.showTab(u"modulesTab"_s);
    QVERIFY(w.details->findChild<QLabel *>(u"modulesNote"_s)->text().contains("no backup pool"_L1));
}

void TestPoolDetails::modulesAreExplainedAndTheNextStepOpensTheForm()
{
    DetailsWorld w;
    w.open(a);
    w.showTab(u"modulesTab"_s);
    QTRY_COMPARE(w.modules()->model()->rowCount(), 3);
    w.modules()->setFocus();
    w.modules()->setCurrentIndex(w.modules()->model()->index(0, 0));
    QString text = w.allText(u"moduleAdvice"_s);
    QVERIFY2(text.contains("Export of UserServices.PresenceFocus: NotInitialized"_L1), qPrintable(text));
    QVERIFY(text.contains("has not been backed up since it was paired"_L1));
    QTest::keyClick(w.modules(), Qt::Key_Down);
    text = w.allText(u"moduleAdvice"_s);
    QVERIFY2(text.contains("Export of ConfServices.DataConf"_L1), qPrintable(text));
    QSignalSpy requested(w.details.get(), &PoolDetails::commandRequested);
    QStringList names; // of the buttons, for who cannot see beside what they stand
    for (const QPushButton *step : w.details->findChild<QWidget *>(u"moduleAdvice"_s)->findChildren<QPushButton *>())
        names.append(step->accessibleName());
    QVERIFY(names.size() > 1);
    QCOMPARE(names.removeDuplicates(), 0);
    w.details->findChild<QWidget *>(u"moduleAdvice"_s)->findChild<QPushButton *>(u"step1"_s)->click();
    QCOMPARE(requested.count(), 1);
    QCOMPARE(requested.first().at(0).value<Command>(),
             Command(u"Invoke-CsBackupServiceSync"_s).set(u"BackupModule"_s, u"ConfServices.DataConf"_s));
    QCOMPARE(requested.first().at(1).toStringList(), QStringList{a});
}

void TestPoolDetails::theWorstModuleIsSelectedFirst()
{
    DetailsWorld w;
    // On the pool without the Central Management store its module needs nobody; the others do.
    w.open(b);
    w.showTab(u"modulesTab"_s);
    QTRY_COMPARE(w.modules()->model()->rowCount(), 3);
    QTRY_VERIFY(w.modules()->currentIndex().isValid());
    const QModelIndex central = w.modules()->model()->index(2, ModuleModel::ExportColumn);
    QTRY_COMPARE(central.data(ToneRole).toInt(), int(StatusTone::None));
    QCOMPARE(central.data().toString(), u"NotInitialized"_s);
    QVERIFY(w.modules()->currentIndex().row() != 2);
}

void TestPoolDetails::theChosenModuleStaysChosen()
{
    DetailsWorld w;
    w.open(a);
    w.showTab(u"modulesTab"_s);
    QTRY_COMPARE(w.modules()->model()->rowCount(), 3);
    w.modules()->setCurrentIndex(w.modules()->model()->index(2, 0));
    QSignalSpy changed(w.world.workspace().monitor(), &DeploymentMonitor::poolStatusChanged);
    w.world.workspace().monitor()->refreshPool(a);
    QTRY_VERIFY(changed.count() >= 2); // begun and ended
    QTRY_VERIFY(!w.world.workspace().monitor()->isReading());
    QCoreApplication::sendPostedEvents();
    QCOMPARE(w.modules()->currentIndex().row(), 2);
}

void TestPoolDetails::computersAndServicesAreReadWhenTheyAreShown()
{
    DetailsWorld w;
    w.open(a);
    QTRY_VERIFY(!w.world.workspace().monitor()->isReading());
    QVERIFY(!w.world.workspace().monitor()->services().value);
    w.showTab(u"servicesTab"_s);
    auto *services = w.details->findChild<QTreeWidget *>(u"services"_s);
    QTRY_VERIFY(services->topLevelItemCount() > 1);
    for (int row = 0; row < services->topLevelItemCount(); ++row)
        QVERIFY(services->topLevelItem(row)->text(1).endsWith(a));
    QCOMPARE(w.details->findChild<QListWidget *>(u"computers"_s)->count(), 2);
}

void TestPoolDetails::rolesAreReadWhenTheyAreShown()
{
    DetailsWorld w;
    w.open(a);
    QTRY_VERIFY(!w.world.workspace().monitor()->isReading());
    QVERIFY(!w.world.workspace().monitor()->roles().value);
    w.showTab(u"rolesTab"_s);
    auto *roles = w.details->findChild<QTreeWidget *>(u"roles"_s);
    QTRY_COMPARE(roles->topLevelItemCount(), 2);
    QCOMPARE(roles->topLevelItem(0)->text(0), u"CsAdministrator"_s);
    QVERIFY(w.details->findChild<QLabel *>(u"rolesNote"_s)->text().contains("not published"_L1));
    const QString gates = w.details->findChild<QLabel *>(u"rolesGates"_s)->text();
    QVERIFY(gates.contains("remote sessions only"_L1));
    QTRY_VERIFY(w.details->findChild<QLabel *>(u"rolesGates"_s)->text().contains("RTCUniversalServerAdmins"_L1));
}

void TestPoolDetails::jobsOfThePoolAreShownAndActivated()
{
    DetailsWorld w;
    w.open(a);
    w.showTab(u"jobsTab"_s);
    auto *table = w.details->findChild<QTableView *>(u"poolJobs"_s);
    QCOMPARE(table->model()->rowCount(), 0);
    const auto backUp = [&](const QString &pool) {
        return w.world.workspace().submit(
            Command(u"Invoke-CsBackupServiceSync"_s).set(u"PoolFqdn"_s, pool).set(u"Confirm"_s, false));
    };
    const QUuid own = backUp(a);
    backUp(b);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(w.world.jobs().unfinishedJobs().isEmpty(), 20000);
    QCOMPARE(table->model()->rowCount(), 1);
    QSignalSpy activated(w.details.get(), &PoolDetails::jobActivated);
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.first().first().value<QUuid>(), own);
    QTRY_VERIFY(w.details->findChild<QLabel *>(u"poolJobsNote"_s)->text().contains(u'1'));
}

void TestPoolDetails::whatCannotBeReadIsUnknown()
{
    DetailsWorld w;
    auto fake = std::make_unique<FakeSession>();
    fake->onStart = [](FakePipeline &pipeline) {
        if (pipeline.command.cmdlet() == "Get-CsPool"_L1) {
            Pool pool;
            pool.fqdn = u"a.x.com"_s;
            pool.identity = pool.fqdn;
            pool.services = {u"UserServer:a.x.com"_s, u"Registrar:a.x.com"_s};
            pool.backupPoolFqdn = u"b.x.com"_s;
            pipeline.write(OutputRecord{pool.toObject()});
            pipeline.end(Outcome::Succeeded);
        } else {
            pipeline.fail({ErrorCategory::PermissionDenied, u"No"_s, u"You are not allowed to."_s});
        }
    };
    w.world.workspace().setSession(std::move(fake));
    QTRY_VERIFY(w.world.workspace().monitor()->pools().isKnown());
    w.details->setPool(u"a.x.com"_s);
    QTRY_COMPARE(w.line(u"overviewState"_s)->text(), u"unknown: You are not allowed to."_s);
    QTRY_VERIFY(w.line(u"overviewExport"_s)->text().startsWith("unknown: You are not allowed to."_L1));
    QVERIFY(w.line(u"overviewExport"_s)->tone() == StatusTone::Unknown);
    QTRY_VERIFY(w.line(u"overviewCentral"_s)->text().startsWith("unknown"_L1));
    QTRY_COMPARE(w.line(u"overviewVersion"_s)->text(), u"unknown: You are not allowed to."_s);
    QCOMPARE(w.line(u"overviewSite"_s)->text(), u"not reported"_s);
    w.showTab(u"rolesTab"_s);
    QTRY_VERIFY(w.details->findChild<QLabel *>(u"rolesNote"_s)->text().contains("could not be read"_L1));
    QVERIFY(w.details->findChild<QLabel *>(u"rolesGates"_s)->text().contains("not known here"_L1));
}

void TestPoolDetails::aPoolThatIsGoneIsSaidToBeGone()
{
    DetailsWorld w;
    w.open(a);
    w.details->setPool(u"gone.example.com"_s);
    auto *invitation = w.details->findChild<QLabel *>(u"detailsInvitation"_s);
    QVERIFY(invitation->isVisible());
    QVERIFY(invitation->text().contains("gone.example.com is not in the topology"_L1));
}

void TestPoolDetails::anotherDeploymentEmptiesTheDetails()
{
    DetailsWorld w;
    w.open(a);
    w.showTab(u"modulesTab"_s);
    QTRY_COMPARE(w.modules()->model()->rowCount(), 3);
    w.world.workspace().setSession(std::make_unique<FakeSession>());
    QVERIFY(w.details->pool().isEmpty());
    QVERIFY(w.details->findChild<QLabel *>(u"detailsInvitation"_s)->isVisible());
}

void TestPoolDetails::theTabsAreWalkedWithTheKeyboard()
{
    DetailsWorld w;
    w.open(a);
    w.tabs()->tabBar()->setFocus();
    for (int tab = 1; tab < w.tabs()->count(); ++tab) {
        QTest::keyClick(w.tabs()->tabBar(), Qt::Key_Right);
        QCOMPARE(w.tabs()->currentIndex(), tab);
    }
    // Tab leaves every tab again.
    for (int tab = 0; tab < w.tabs()->count(); ++tab) {
        w.tabs()->setCurrentIndex(tab);
        w.tabs()->tabBar()->setFocus();
        bool hasReturned = false;
        for (int step = 0; step < 40 && !hasReturned; ++step) {
            QTest::keyClick(w.details->focusWidget(), Qt::Key_Tab);
            hasReturned = w.tabs()->tabBar()->hasFocus();
        }
        QVERIFY2(hasReturned, qPrintable(w.tabs()->tabText(tab)));
    }
}

void TestPoolDetails::readingAgainReadsBothPools()
{
    DetailsWorld w;
    w.open(a);
    DeploymentMonitor *monitor = w.world.workspace().monitor();
    QTRY_VERIFY(monitor->status(a).isKnown() && monitor->status(b).isKnown() && !monitor->isReading());
    const QDateTime first = monitor->status(a).readAt;
    const QDateTime second = monitor->status(b).readAt;
    w.button(u"detailsRefresh"_s)->click();
    QTRY_VERIFY(monitor->status(a).readAt > first);
    QTRY_VERIFY(monitor->status(b).readAt > second);
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestPoolDetails)
#include "tst_pool_details.moc"
