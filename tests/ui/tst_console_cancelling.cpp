// Turning back, in the real window and by keyboard: at every stage of a backup, and when the window is closed while a
// job is under way.
#include "model/job_model.h"
#include "model/pool_cells.h"
#include "tests/support/window_driver.h"
#include "ui/jobs/prompt_center.h"
#include "ui/main_window.h"

#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 30000; // milliseconds; nothing takes so long

const QString PoolA = u"a.example.com"_s;
const QString PoolB = u"b.example.com"_s;

} // namespace

class TestConsoleCancelling : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<WindowDriver> m_console;
    QHash<QString, QByteArray> m_before;

    QString reportPath() const { return m_world->filePath(u"report.html"_s); }
    bool isUnchanged() const { return contentOf(*m_world) == m_before; }
    QString lastRunOf(const QString &pool) const;
    void closeWithAJobUnderWay();

private Q_SLOTS:
    void init();
    void cleanup();
    void inTheForm();
    void inTheConfirmation_data();
    void inTheConfirmation();
    void aQueuedJob();
    void aRunningJob();
    void aJobThatWaitsForTheState();
    void aJobThatWaitsForAnAnswer();
    void allJobs();
    void closingAndStaying();
    void closingAndCancelling();
    void closingAndGoingOnInTheBackground();
};

void TestConsoleCancelling::init()
{
    m_world = std::make_unique<UiWorld>();
    m_world->deployment.writeDocument(PoolA, u"urn:lcd:ann@example.com"_s, "<Data/>");
    m_before = contentOf(*m_world);
    m_console = std::make_unique<WindowDriver>(m_world.get(), m_world->deployment.folder());
}

void TestConsoleCancelling::cleanup()
{
    m_console.reset();
    m_world.reset();
}

QString TestConsoleCancelling::lastRunOf(const QString &pool) const
{
    const qsizetype row = m_console->column(u"poolsTable"_s, int(PoolColumn::Fqdn)).indexOf(pool);
    return m_console->column(u"poolsTable"_s, int(PoolColumn::LastRun)).value(row);
}

void TestConsoleCancelling::inTheForm()
{
    m_console->openBackupForm(PoolA);
    m_console->setReport(reportPath());
    m_console->press(Qt::Key_Escape);
    m_console->waitUntilGone(u"commandDialog"_s);
    QVERIFY(m_console->column(u"jobsTable"_s, JobModel::StateColumn).isEmpty());
    QVERIFY(!QFile::exists(reportPath()));
    QVERIFY(isUnchanged());
}

void TestConsoleCancelling::inTheConfirmation_data()
{
    QTest::addColumn<int>("key");
    QTest::newRow("Esc") << int(Qt::Key_Escape);
    QTest::newRow("Enter, on Cancel") << int(Qt::Key_Return);
}

void TestConsoleCancelling::inTheConfirmation()
{
    QFETCH(int, key);
    m_console->openBackupForm(PoolA);
    m_console->setReport(reportPath());
    m_console->press(Qt::Key_Return, Qt::ControlModifier);
    m_console->waitForDialog(u"confirmDialog"_s);
    m_console->press(Qt::Key(key));
    m_console->waitUntilGone(u"confirmDialog"_s);
    // The form is still there, with what was typed.
    QVERIFY(m_console->has(u"commandDialog"_s));
    QVERIFY(m_console->find<QPushButton>(u"submit"_s)->isEnabled());
    QCOMPARE(m_console->find<QLineEdit>(u"Report"_s)->text(), reportPath());
    QVERIFY(m_console->column(u"jobsTable"_s, JobModel::StateColumn).isEmpty());
    QVERIFY(isUnchanged());
}

void TestConsoleCancelling::aQueuedJob()
{
    std::optional<PoolLock> others = occupyPair(*m_world);
    m_console->backUp(PoolA, reportPath());
    m_console->waitForJobState(u"Running"_s);
    const QString secondReport = m_world->filePath(u"second.html"_s);
    m_console->backUp(PoolB, secondReport);
    QCOMPARE(m_console->jobPool(), PoolB);
    m_console->waitForJobState(u"Queued"_s);
    m_console->press(Qt::Key_Delete);
    m_console->waitForJobState(u"Cancelled"_s);
    QVERIFY(m_console->currentCell(u"jobsTable"_s, JobModel::ElapsedColumn).isEmpty()); // it was never started
    QVERIFY(isUnchanged());
    // The other one is not cancelled with it.
    others.reset();
    m_console->press(Qt::Key_Up); // what is under way is shown first
    QCOMPARE(m_console->jobPool(), PoolA);
    m_console->waitForJobState(u"Succeeded"_s);
    QVERIFY(!isUnchanged());
    QVERIFY(!QFile::exists(secondReport));
}

void TestConsoleCancelling::aRunningJob()
{
    const PoolLock others = occupyPair(*m_world);
    m_console->backUp(PoolA, reportPath());
    m_console->waitForJobState(u"Running"_s);
    m_console->press(Qt::Key_Delete);
    m_console->press(Qt::Key_Delete); // impatience does no harm
    m_console->waitForJobState(u"Cancelled"_s);
    QVERIFY(isUnchanged());
    m_console->press(Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY2(lastRunOf(PoolA).startsWith(u"cancelled"_s), qPrintable(lastRunOf(PoolA)));
}

// Without its partner's store, a pool never comes to the state that is waited for.
void TestConsoleCancelling::aJobThatWaitsForTheState()
{
    const QString store = m_world->deployment.folder() + u"/pools/%1/user-store.sqlite"_s.arg(PoolB);
    QVERIFY(QFile::rename(store, store + u".moved"_s));
    m_console->openBackupForm(PoolA);
    m_console->setReport(reportPath());
    m_console->toggle(u"SteadyState"_s);
    m_console->submitForm();
    QTRY_VERIFY_WITH_TIMEOUT(m_console->currentCell(u"jobsTable"_s, JobModel::ProgressColumn).contains(u"2 of 10"_s),
                             Patience);
    // The wait until the next call is not what is left of the job.
    QVERIFY(m_console->currentCell(u"jobsTable"_s, JobModel::RemainingColumn).isEmpty());
    m_console->press(Qt::Key_Delete);
    m_console->waitForJobState(u"Cancelled"_s);
    QVERIFY(m_console->currentCell(u"jobsTable"_s, JobModel::RemainingColumn).isEmpty());
    QTRY_VERIFY(m_console->text(u"jobReport"_s).contains(u"report.html"_s)); // what was done is reported
}

void TestConsoleCancelling::aJobThatWaitsForAnAnswer()
{
    m_console->backUpAsking(PoolA, reportPath());
    m_console->press(Qt::Key_Escape); // later
    m_console->waitUntilGone(u"promptDialog"_s);
    QTRY_COMPARE(m_console->jobState(), u"Waiting for an answer"_s);
    m_console->tabTo(u"jobsTable"_s);
    m_console->press(Qt::Key_Delete);
    m_console->waitForJobState(u"Cancelled"_s);
    QVERIFY(m_console->window().prompts()->waitingJobs().isEmpty());
    QVERIFY(isUnchanged());
}

void TestConsoleCancelling::allJobs()
{
    const PoolLock others = occupyPair(*m_world);
    m_console->backUp(PoolA, reportPath());
    m_console->backUp(PoolB, m_world->filePath(u"second.html"_s));
    m_console->press(Qt::Key_J, Qt::AltModifier); // the menu
    m_console->press(Qt::Key_N);
    m_console->waitForDialog(u"cancelAllQuestion"_s);
    m_console->press(Qt::Key_Escape);
    m_console->waitUntilGone(u"cancelAllQuestion"_s);
    QCOMPARE(m_world->jobs().unfinishedJobs().size(), 2);
    m_console->press(Qt::Key_J, Qt::AltModifier); // the menu
    m_console->press(Qt::Key_N);
    m_console->waitForDialog(u"cancelAllQuestion"_s);
    m_console->press(Qt::Key_C, Qt::AltModifier);
    QTRY_COMPARE_WITH_TIMEOUT(m_console->column(u"jobsTable"_s, JobModel::StateColumn),
                              (QStringList{u"Cancelled"_s, u"Cancelled"_s}), Patience);
    QVERIFY(isUnchanged());
}

void TestConsoleCancelling::closeWithAJobUnderWay()
{
    m_console->backUp(PoolA, reportPath());
    m_console->waitForJobState(u"Running"_s);
    m_console->press(Qt::Key_Q, Qt::ControlModifier);
    m_console->waitForDialog(u"closeQuestion"_s);
    QCOMPARE(QApplication::focusWidget(), m_console->find<QPushButton>(u"stay"_s));
}

void TestConsoleCancelling::closingAndStaying()
{
    std::optional<PoolLock> others = occupyPair(*m_world);
    closeWithAJobUnderWay();
    m_console->press(Qt::Key_Return);
    m_console->waitUntilGone(u"closeQuestion"_s);
    QVERIFY(m_console->window().isVisible());
    QTRY_COMPARE(m_console->jobState(), u"Running"_s);
    others.reset();
    m_console->waitForJobState(u"Succeeded"_s);
    m_console->press(Qt::Key_Q, Qt::ControlModifier); // nothing is asked any more
    QTRY_VERIFY(!m_console->window().isVisible());
}

void TestConsoleCancelling::closingAndCancelling()
{
    const PoolLock others = occupyPair(*m_world);
    closeWithAJobUnderWay();
    m_console->press(Qt::Key_C, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!m_console->window().isVisible(), Patience);
    QVERIFY(m_world->jobs().unfinishedJobs().isEmpty());
    QVERIFY(isUnchanged());
    // It is not forgotten.
    m_console.reset();
    m_world->restart();
    m_console = std::make_unique<WindowDriver>(m_world.get());
    m_console->press(Qt::Key_4, Qt::ControlModifier);
    QTRY_COMPARE(m_console->column(u"jobsTable"_s, JobModel::StateColumn), QStringList(u"Cancelled"_s));
}

void TestConsoleCancelling::closingAndGoingOnInTheBackground()
{
    std::optional<PoolLock> others = occupyPair(*m_world);
    closeWithAJobUnderWay();
    QSignalSpy gone(&m_console->window(), &MainWindow::wentToBackground);
    QSignalSpy idle(&m_console->window(), &MainWindow::becameIdleInBackground);
    m_console->press(Qt::Key_K, Qt::AltModifier);
    QTRY_COMPARE(gone.count(), 1);
    QVERIFY(!m_console->window().isVisible());
    QCOMPARE(m_world->jobs().unfinishedJobs().size(), 1);
    others.reset();
    QTRY_COMPARE_WITH_TIMEOUT(idle.count(), 1, Patience);
    m_console->window().comeBack(); // as the tray's icon does
    QTRY_COMPARE(QApplication::activeWindow(), &m_console->window());
    QTRY_COMPARE(m_console->jobState(), u"Succeeded"_s);
    QVERIFY(QFile::exists(reportPath()));
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestConsoleCancelling)
#include "tst_console_cancelling.moc"
