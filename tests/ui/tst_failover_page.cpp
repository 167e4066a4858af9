// FailoverPage: the readiness of a pool in the real window, by keyboard: what is read and when, what a check says, what
// to do about it, and when an operation may begin.
#include "model/failover/failover_check_model.h"
#include "model/item_roles.h"
#include "tests/support/broken_lab.h"
#include "tests/support/fake_session.h"
#include "tests/support/window_driver.h"
#include "ui/failover/failover_page.h"
#include "ui/main_window.h"
#include "ui/pools/pools_page.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QTest>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 30000; // milliseconds; nothing takes so long

const QString PoolA = u"a.example.com"_s;
const QString PoolB = u"b.example.com"_s;
const QString PoolC = u"c.example.com"_s;
const QString Edge = u"edge.example.com"_s;

} // namespace

class TestFailoverPage : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<WindowDriver> m_console;

    void start();
    // On the page, with the keyboard.
    void choosePool(const QString &pool);
    void chooseWay(int downs);
    void waitUntilRead();
    QModelIndex cellOf(const QString &check, int column) const;
    QString findingOf(const QString &check) const
    {
        return cellOf(check, FailoverCheckModel::FindingColumn).data().toString();
    }
    QString verdictOf(const QString &check) const
    {
        return cellOf(check, FailoverCheckModel::VerdictColumn).data().toString();
    }
    void select(const QString &check);
    QAction *action(const QString &name) const;

private Q_SLOTS:
    void init();
    void cleanup();
    void nothingIsReadBeforeAPoolIsChosen();
    void nothingIsChangedByReading();
    void everyPoolThatCanBeBackedUpIsOfferedWithItsState();
    void theWayIsTheOneThatTheStateCallsFor();
    void aStateThatIsReadLaterDoesNotChangeTheWayThatWasChosen();
    void aCheckSaysWhatToldItAndCanBeCopied();
    void aRemedyOpensItsForm();
    void aRemedyThatWasRunIsSeen();
    void f5ReadsTheChecksAgain();
    void aBlockingCheckHoldsThePlannedRun();
    void aPoolWithoutABackupPoolCannotBeBegun();
    void thePoolsPageLeadsToTheReadinessOfThePool();
    void theDetailsLeadToTheReadinessToo();
    void theChoiceComesBackWithItsDeployment();
    void withoutADeploymentThePageSaysSo();
    void aNarrowWindowStacksThePanes();
};

void TestFailoverPage::init()
{
    m_world = std::make_unique<UiWorld>();
    m_world->deployment.writeDocument(PoolA, u"urn:lcd:ann@example.com"_s, "<Data/>");
}

void TestFailoverPage::cleanup()
{
    m_console.reset();
    m_world.reset();
}

void TestFailoverPage::start()
{
    m_console = std::make_unique<WindowDriver>(m_world.get(), m_world->deployment.folder());
    QTRY_VERIFY_WITH_TIMEOUT(m_world->workspace().monitor()->poolStates().isKnown(), Patience);
    m_console->press(Qt::Key_3, Qt::ControlModifier);
}

void TestFailoverPage::choosePool(const QString &pool)
{
    m_console->press(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), m_console->find<QComboBox>(u"failoverPool"_s));
    m_console->press(Qt::Key_Home);
    for (int i = 0; i < 3 && m_console->find<QComboBox>(u"failoverPool"_s)->currentData() != pool; ++i)
        m_console->press(Qt::Key_Down);
    QCOMPARE(m_console->find<QComboBox>(u"failoverPool"_s)->currentData().toString(), pool);
}

void TestFailoverPage::chooseWay(int downs)
{
    m_console->tabTo(u"failoverWay"_s);
    for (int i = 0; i < downs; ++i)
        m_console->press(Qt::Key_Down);
}

void TestFailoverPage::waitUntilRead()
{
    QTRY_VERIFY_WITH_TIMEOUT(
        m_console->has(u"failoverChecks"_s) && m_console->text(u"failoverTime"_s).startsWith("Read"_L1), Patience);
}

QModelIndex TestFailoverPage::cellOf(const QString &check, int column) const
{
    const QAbstractItemModel *model = m_console->find<QTableView>(u"failoverChecks"_s)->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->index(row, 0).data(KeyRole).toString() == check)
            return model->index(row, column);
    }
    return {};
}

void TestFailoverPage::select(const QString &check)
{
    QVERIFY2(cellOf(check, 0).isValid(), qPrintable(check));
    m_console->tabTo(u"failoverChecks"_s);
    m_console->press(Qt::Key_Home, Qt::ControlModifier);
    const int row = cellOf(check, 0).row();
    for (int i = 0; i < row; ++i)
        m_console->press(Qt::Key_Down);
}

QAction *TestFailoverPage::action(const QString &name) const
{
    return m_console->window().failoverPage()->findChild<QAction *>(name);
}

// With a session that says what it is asked.
void TestFailoverPage::nothingIsReadBeforeAPoolIsChosen()
{
    start();
    auto session = std::make_unique<FakeSession>();
    FakeSession *const fake = session.get();
    fake->onStart = [](FakePipeline &pipeline) {
        if (pipeline.command.cmdlet() == "Get-CsPool"_L1) {
            Pool pool;
            pool.fqdn = PoolA;
            pool.identity = PoolA;
            pool.services = {u"UserServer:"_s + PoolA, u"Registrar:"_s + PoolA};
            pool.backupPoolFqdn = PoolB;
            pipeline.write(OutputRecord{pool.toObject()});
        }
        pipeline.end(Outcome::Succeeded);
    };
    m_world->workspace().setSession(std::move(session));
    QTRY_VERIFY(!m_world->workspace().monitor()->isReading() && m_world->workspace().monitor()->pools().isKnown());
    const auto isOfASurvey = [](const Command &command) { return command.isSwitchOn(u"WhatIf"); };
    QVERIFY(std::none_of(fake->started.begin(), fake->started.end(), isOfASurvey));
    QVERIFY(!m_console->has(u"failoverChecks"_s));
    QVERIFY(!action(u"refreshChecks"_s)->isEnabled());
    choosePool(PoolA);
    QTRY_VERIFY(std::any_of(fake->started.begin(), fake->started.end(), isOfASurvey));
    waitUntilRead();
    for (const Command &command : std::as_const(fake->started)) {
        const CmdletInfo *cmdlet = findCmdlet(command.cmdlet());
        QVERIFY2(cmdlet && (!cmdlet->changesData || command.isSwitchOn(u"WhatIf")), qPrintable(render(command)));
    }
}

void TestFailoverPage::nothingIsChangedByReading()
{
    start();
    const auto before = contentOf(*m_world);
    choosePool(PoolA);
    waitUntilRead();
    chooseWay(3); // every way
    waitUntilRead();
    QCOMPARE(contentOf(*m_world), before);
    QVERIFY(m_world->jobs().unfinishedJobs().isEmpty());
}

void TestFailoverPage::everyPoolThatCanBeBackedUpIsOfferedWithItsState()
{
    BrokenLab(m_world->deployment.folder()).addEdgePool(Edge, PoolC);
    start();
    const auto *pools = m_console->find<QComboBox>(u"failoverPool"_s);
    QTRY_COMPARE(pools->count(), 3); // the Edge pool has no users
    QCOMPARE(pools->currentIndex(), -1);
    QVERIFY2(pools->itemText(0).startsWith(PoolA) && pools->itemText(0).contains("Active"_L1),
             qPrintable(pools->itemText(0)));
}

void TestFailoverPage::theWayIsTheOneThatTheStateCallsFor()
{
    runLab(m_world->deployment.folder(), u"Invoke-CsPoolFailOver -PoolFqdn b.example.com -Confirm:$false"_s);
    start();
    const auto *way = m_console->find<QComboBox>(u"failoverWay"_s);
    choosePool(PoolA);
    QCOMPARE(way->currentText(), u"Planned failover"_s);
    choosePool(PoolB);
    QCOMPARE(way->currentText(), u"Failback"_s);
}

void TestFailoverPage::aStateThatIsReadLaterDoesNotChangeTheWayThatWasChosen()
{
    start();
    choosePool(PoolB);
    chooseWay(1);
    const auto *way = m_console->find<QComboBox>(u"failoverWay"_s);
    QCOMPARE(way->currentText(), u"Disaster failover"_s);
    runLab(m_world->deployment.folder(), u"Invoke-CsPoolFailOver -PoolFqdn b.example.com -Confirm:$false"_s);
    m_world->workspace().monitor()->refresh();
    const auto *pools = m_console->find<QComboBox>(u"failoverPool"_s);
    QTRY_VERIFY_WITH_TIMEOUT(pools->currentText().contains("FailedOver"_L1), Patience);
    QCOMPARE(way->currentText(), u"Disaster failover"_s);
}

void TestFailoverPage::aCheckSaysWhatToldItAndCanBeCopied()
{
    start();
    choosePool(PoolA);
    waitUntilRead();
    select(u"PoolState"_s);
    QCOMPARE(verdictOf(u"PoolState"_s), u"Ready"_s);
    QVERIFY2(m_console->text(u"checkFinding"_s).contains("Active"_L1), qPrintable(m_console->text(u"checkFinding"_s)));
    QVERIFY(m_console->text(u"checkTime"_s).startsWith("It was true"_L1));
    m_console->tabTo(u"copyCommand"_s);
    m_console->press(Qt::Key_Space);
    QVERIFY2(QGuiApplication::clipboard()->text().startsWith("Get-CsRegistrarConfiguration"_L1),
             qPrintable(QGuiApplication::clipboard()->text()));
    action(u"copyCheck"_s)->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().contains(findingOf(u"PoolState"_s)));
}

void TestFailoverPage::aRemedyOpensItsForm()
{
    BrokenLab(m_world->deployment.folder()).addEdgePool(Edge, PoolA);
    start();
    choosePool(PoolA);
    waitUntilRead();
    QCOMPARE(verdictOf(u"EdgeNextHop"_s), u"Attention"_s);
    select(u"EdgeNextHop"_s);
    m_console->tabTo(u"runCommand"_s);
    m_console->press(Qt::Key_Space);
    m_console->waitForDialog(u"commandDialog"_s);
    QVERIFY2(m_console->text(u"heading"_s).contains("next hop"_L1), qPrintable(m_console->text(u"heading"_s)));
    QCOMPARE(m_console->find<QLineEdit>(u"Identity"_s)->text(), u"EdgeServer:edge.example.com"_s);
    m_console->press(Qt::Key_Escape);
    m_console->waitUntilGone(u"commandDialog"_s);
    QVERIFY(m_world->jobs().unfinishedJobs().isEmpty());
}

void TestFailoverPage::aRemedyThatWasRunIsSeen()
{
    BrokenLab(m_world->deployment.folder()).addEdgePool(Edge, PoolA);
    start();
    choosePool(PoolA);
    waitUntilRead();
    QCOMPARE(verdictOf(u"EdgeNextHop"_s), u"Attention"_s);
    const Result<Command> command = parseCommand(u"Set-CsEdgeServer -Identity EdgeServer:edge.example.com -Registrar "
                                                 u"Registrar:b.example.com -Confirm:$false"_s);
    QVERIFY2(command.isOk(), qPrintable(command.isOk() ? QString() : command.error().message));
    m_world->workspace().submit(*command);
    QTRY_COMPARE_WITH_TIMEOUT(verdictOf(u"EdgeNextHop"_s), u"Ready"_s, Patience);
}

void TestFailoverPage::f5ReadsTheChecksAgain()
{
    BrokenLab lab(m_world->deployment.folder());
    lab.addEdgePool(Edge, PoolC);
    start();
    choosePool(PoolA);
    waitUntilRead();
    QCOMPARE(verdictOf(u"EdgeNextHop"_s), u"Ready"_s);
    select(u"EdgeNextHop"_s);
    lab.pointEdgeAt(Edge, PoolA);
    m_console->press(Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(verdictOf(u"EdgeNextHop"_s), u"Attention"_s, Patience);
    // What was looked at still is.
    QCOMPARE(m_console->find<QTableView>(u"failoverChecks"_s)->currentIndex().data(KeyRole).toString(),
             u"EdgeNextHop"_s);
    QTRY_VERIFY(m_console->text(u"checkTitle"_s).contains("Attention"_L1));
}

void TestFailoverPage::aBlockingCheckHoldsThePlannedRun()
{
    start();
    choosePool(PoolB);
    waitUntilRead();
    QVERIFY2(action(u"beginOperation"_s)->isEnabled(), qPrintable(action(u"beginOperation"_s)->statusTip()));
    BrokenLab(m_world->deployment.folder()).loseUserStore(PoolB);
    m_console->press(Qt::Key_F5);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->text(u"failoverVerdict"_s).startsWith("Not ready"_L1), Patience);
    QVERIFY(!action(u"beginOperation"_s)->isEnabled());
    QVERIFY2(action(u"beginOperation"_s)->statusTip().contains("in the way"_L1),
             qPrintable(action(u"beginOperation"_s)->statusTip()));
    QVERIFY(!m_console->find<QPushButton>(u"failoverBeginButton"_s)->isEnabled());
    // The pool that is down can be failed over as a disaster.
    chooseWay(1);
    waitUntilRead();
    QTRY_VERIFY2(action(u"beginOperation"_s)->isEnabled(), qPrintable(action(u"beginOperation"_s)->statusTip()));
}

void TestFailoverPage::aPoolWithoutABackupPoolCannotBeBegun()
{
    start();
    choosePool(PoolC);
    waitUntilRead();
    QCOMPARE(verdictOf(u"Pairing"_s), u"In the way"_s);
    QVERIFY(!action(u"beginOperation"_s)->isEnabled());
    chooseWay(1);
    waitUntilRead();
    QVERIFY(!action(u"beginOperation"_s)->isEnabled());
}

void TestFailoverPage::thePoolsPageLeadsToTheReadinessOfThePool()
{
    start();
    m_console->press(Qt::Key_1, Qt::ControlModifier);
    m_console->window().poolsPage()->selectPool(PoolB);
    m_console->press(Qt::Key_G, Qt::ControlModifier);
    QCOMPARE(m_console->window().currentPage(), static_cast<ConsolePage *>(m_console->window().failoverPage()));
    QCOMPARE(m_console->find<QComboBox>(u"failoverPool"_s)->currentData().toString(), PoolB);
    waitUntilRead();
}

void TestFailoverPage::theDetailsLeadToTheReadinessToo()
{
    start();
    m_console->press(Qt::Key_1, Qt::ControlModifier);
    m_console->window().poolsPage()->selectPool(PoolB);
    QTRY_VERIFY(m_console->has(u"detailsGuided"_s));
    m_console->find<QPushButton>(u"detailsGuided"_s)->click();
    QCOMPARE(m_console->find<QComboBox>(u"failoverPool"_s)->currentData().toString(), PoolB);
}

void TestFailoverPage::theChoiceComesBackWithItsDeployment()
{
    start();
    choosePool(PoolB);
    chooseWay(1);
    const TestDeployment other;
    m_world->workspace().openLab(other.folder());
    QTRY_COMPARE_WITH_TIMEOUT(m_world->workspace().session()->deployment().location, other.folder(), Patience);
    QCOMPARE(m_console->find<QComboBox>(u"failoverPool"_s)->currentIndex(), -1);
    QVERIFY(!m_console->has(u"failoverChecks"_s));
    m_world->workspace().openLab(m_world->deployment.folder());
    QTRY_COMPARE_WITH_TIMEOUT(m_console->find<QComboBox>(u"failoverPool"_s)->currentData().toString(), PoolB, Patience);
    QCOMPARE(m_console->find<QComboBox>(u"failoverWay"_s)->currentText(), u"Disaster failover"_s);
    waitUntilRead();
}

void TestFailoverPage::withoutADeploymentThePageSaysSo()
{
    start();
    choosePool(PoolB);
    m_world->workspace().close(m_world->workspace().current());
    QVERIFY(!m_console->has(u"failoverPool"_s));
    QVERIFY(!action(u"beginOperation"_s)->isEnabled());
    m_console->press(Qt::Key_F5); // nothing to read, and nothing happens
    QCOMPARE(m_console->window().currentPage(), static_cast<ConsolePage *>(m_console->window().failoverPage()));
}

void TestFailoverPage::aNarrowWindowStacksThePanes()
{
    start();
    choosePool(PoolB);
    waitUntilRead();
    auto *splitter = qobject_cast<QSplitter *>(m_console->find<QWidget>(u"failoverChecks"_s)->parentWidget());
    QVERIFY(splitter);
    m_console->window().resize(1600, 900);
    QTRY_COMPARE(splitter->orientation(), Qt::Horizontal);
    m_console->window().resize(640, 480);
    QTRY_COMPARE(splitter->orientation(), Qt::Vertical);
    // The page itself asks for no more.
    QVERIFY2(m_console->window().failoverPage()->minimumSizeHint().width() <= 640,
             qPrintable(QString::number(m_console->window().failoverPage()->minimumSizeHint().width())));
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestFailoverPage)
#include "tst_failover_page.moc"
