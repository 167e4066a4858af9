// The whole way in the real window, by keyboard: from the start through filter, form, preview, confirmation, progress
// and report to the history after a restart; with every answer to PowerShell's question; and when a job fails.
#include "model/job_model.h"
#include "model/pool_cells.h"
#include "model/record_model.h"
#include "tests/support/window_driver.h"
#include "ui/jobs/jobs_page.h"
#include "ui/main_window.h"
#include "ui/pools/pools_page.h"
#include "ui/report/report_page.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>
#include <QTextDocument>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 30000; // milliseconds; nothing takes so long

const QString PoolA = u"a.example.com"_s;
const QString PoolB = u"b.example.com"_s;
const QString PoolC = u"c.example.com"_s;

} // namespace

class TestConsoleJourney : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<WindowDriver> m_console;

    QString reportPath() const { return m_world->filePath(u"report.html"_s); }
    QString lastRunOf(const QString &pool) const;
    // The steps of the journey.
    void filterAndSelect();
    void meetAConflict();
    void preview();
    void confirm();
    void watch();
    void readTheReport();
    void findTheRunAfterARestart();

private Q_SLOTS:
    void init();
    void cleanup();
    void fromStartToHistory();
    void everyAnswerToTheQuestion_data();
    void everyAnswerToTheQuestion();
    void aFailedJobSaysSoEverywhere_data();
    void aFailedJobSaysSoEverywhere();
    void severalPoolsAreOneFormAndOneQueue();
};

void TestConsoleJourney::init()
{
    m_world = std::make_unique<UiWorld>();
    m_world->deployment.writeDocument(PoolA, u"urn:lcd:ann@example.com"_s, "<Data/>");
    m_console = std::make_unique<WindowDriver>(m_world.get(), m_world->deployment.folder());
}

void TestConsoleJourney::cleanup()
{
    m_console.reset();
    m_world.reset();
}

QString TestConsoleJourney::lastRunOf(const QString &pool) const
{
    const qsizetype row = m_console->column(u"poolsTable"_s, int(PoolColumn::Fqdn)).indexOf(pool);
    return m_console->column(u"poolsTable"_s, int(PoolColumn::LastRun)).value(row);
}

void TestConsoleJourney::fromStartToHistory()
{
    const auto steps = {&TestConsoleJourney::filterAndSelect,
                        &TestConsoleJourney::meetAConflict,
                        &TestConsoleJourney::preview,
                        &TestConsoleJourney::confirm,
                        &TestConsoleJourney::watch,
                        &TestConsoleJourney::readTheReport,
                        &TestConsoleJourney::findTheRunAfterARestart};
    for (const auto step : steps) {
        (this->*step)();
        if (QTest::currentTestFailed())
            return;
    }
}

void TestConsoleJourney::filterAndSelect()
{
    QCOMPARE(m_console->column(u"poolsTable"_s, 0), (QStringList{PoolA, PoolB, PoolC}));
    QTRY_COMPARE(lastRunOf(PoolA), u"none"_s);
    m_console->press(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), m_console->find<QLineEdit>(u"poolsFilter"_s));
    m_console->type(u"a.exam"_s); // b has it as its backup pool
    QTRY_COMPARE(m_console->column(u"poolsTable"_s, 0), (QStringList{PoolA, PoolB}));
    m_console->press(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), m_console->find<QTableView>(u"poolsTable"_s));
    m_console->press(Qt::Key_Down);
    QCOMPARE(m_console->currentCell(u"poolsTable"_s, 0), PoolB);
    m_console->press(Qt::Key_Up);
    QCOMPARE(m_console->currentCell(u"poolsTable"_s, 0), PoolA);
    m_console->press(Qt::Key_B, Qt::ControlModifier);
    m_console->waitForDialog(u"commandDialog"_s);
    QTRY_COMPARE(m_console->text(u"heading"_s), u"Back up a.example.com to b.example.com"_s);
}

void TestConsoleJourney::meetAConflict()
{
    m_console->toggle(u"FailedOverPoolOnly"_s);
    const QString conflict = m_console->text(u"messageBar"_s);
    QVERIFY2(conflict.contains(u"FailedOverPoolOnly"_s) && conflict.contains(u"FullBackup"_s), qPrintable(conflict));
    QVERIFY(!m_console->find<QPushButton>(u"submit"_s)->isEnabled());
    m_console->press(Qt::Key_Return, Qt::ControlModifier); // does nothing
    QVERIFY(!m_console->has(u"confirmDialog"_s));
    m_console->press(Qt::Key_Space);
    QVERIFY(!m_console->text(u"messageBar"_s).contains(u"FailedOverPoolOnly"_s));
    QVERIFY(m_console->find<QPushButton>(u"submit"_s)->isEnabled());
}

void TestConsoleJourney::preview()
{
    const auto before = contentOf(*m_world);
    m_console->setReport(reportPath());
    QCOMPARE(m_console->find<QPlainTextEdit>(u"commandLine"_s)->toPlainText(),
             u"Backup-CsPool -PoolFqdn a.example.com -Report %1"_s.arg(reportPath()));
    m_console->toggle(u"preview"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->text(u"previewStatus"_s).startsWith(u"Made at"_s), Patience);
    const QString plan = m_console->find<QTextBrowser>(u"previewText"_s)->toPlainText();
    QVERIFY2(plan.contains(u"UserServices.PresenceFocus: from a.example.com to b.example.com"_s), qPrintable(plan));
    QVERIFY(m_world->jobs().unfinishedJobs().isEmpty());
    QVERIFY(!QFile::exists(reportPath()));
    QCOMPARE(contentOf(*m_world), before);
}

void TestConsoleJourney::confirm()
{
    m_console->press(Qt::Key_Return, Qt::ControlModifier);
    m_console->waitForDialog(u"confirmDialog"_s);
    QCOMPARE(m_console->text(u"confirmQuestion"_s), u"Back up a.example.com to b.example.com?"_s);
    QTRY_COMPARE(QApplication::focusWidget(), m_console->find<QPushButton>(u"confirmCancel"_s));
    QCOMPARE(m_console->find<QPushButton>(u"confirmAccept"_s)->text(), u"&Back up a.example.com"_s);
}

void TestConsoleJourney::watch()
{
    std::optional<PoolLock> others = occupyPair(*m_world);
    m_console->press(Qt::Key_B, Qt::AltModifier);
    m_console->waitUntilGone(u"commandDialog"_s);
    QTRY_COMPARE(m_console->window().currentPage(), static_cast<ConsolePage *>(m_console->window().jobsPage()));
    QCOMPARE(m_console->column(u"jobsTable"_s, JobModel::PoolColumn), QStringList(PoolA));
    m_console->waitForJobState(u"Running"_s);
    QTRY_VERIFY(m_console->column(u"logTable"_s, RecordModel::TextColumn).filter(OccupyingCommand).size() > 0);
    QVERIFY(m_console->find<QAbstractItemView>(u"jobsTable"_s)
                ->currentIndex()
                .siblingAtColumn(JobModel::ProgressColumn)
                .data(JobModel::PercentRole)
                .isValid()); // a bar is shown
    QVERIFY(!m_console->currentCell(u"jobsTable"_s, JobModel::ElapsedColumn).isEmpty());
    others.reset();
    m_console->waitForJobState(u"Succeeded"_s);
    QVERIFY(!m_console->find<QAbstractItemView>(u"jobsTable"_s)
                 ->currentIndex()
                 .siblingAtColumn(JobModel::ProgressColumn)
                 .data(JobModel::PercentRole)
                 .isValid());
    QTRY_VERIFY(
        m_console->column(u"logTable"_s, RecordModel::TextColumn).filter(u"was backed up to b.example.com"_s).size()
        > 0);
}

void TestConsoleJourney::readTheReport()
{
    QCOMPARE(QApplication::focusWidget(), m_console->find<QTableView>(u"jobsTable"_s));
    QTRY_VERIFY(m_console->window().findChild<QAction *>(u"openReport"_s)->isEnabled());
    m_console->press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->window().reportPage()->hasReport(), Patience);
    QCOMPARE(m_console->window().currentPage(), static_cast<ConsolePage *>(m_console->window().reportPage()));
    QVERIFY(m_console->find<QTextBrowser>(u"reportView"_s)->toPlainText().contains(PoolA));
    m_console->press(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), m_console->find<QLineEdit>(u"findText"_s));
    m_console->type(u"presencefocus"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->text(u"findCount"_s).startsWith(u"1 of "_s), Patience);
    m_console->press(Qt::Key_Return);
    QVERIFY(m_console->text(u"findCount"_s).startsWith(u"2 of "_s));
    const QTextBrowser *view = m_console->find<QTextBrowser>(u"reportView"_s);
    const int place = view->textCursor().position(); // of the hit
    QCOMPARE(view->document()->find(u"presencefocus"_s, place).selectionStart(), place);
    QVERIFY(view->document()->find(u"presencefocus"_s).selectionStart() < place);
    m_console->press(Qt::Key_Escape);
    QCOMPARE(QApplication::focusWidget(), view);
}

void TestConsoleJourney::findTheRunAfterARestart()
{
    m_console->press(Qt::Key_Q, Qt::ControlModifier);
    QTRY_VERIFY(!m_console->window().isVisible());
    m_console.reset();
    m_world->restart();
    m_console = std::make_unique<WindowDriver>(m_world.get()); // what was open is opened again
    QCOMPARE(m_world->workspace().session()->deployment().location, m_world->deployment.folder());
    m_console->press(Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY2(lastRunOf(PoolA).startsWith(u"succeeded"_s), qPrintable(lastRunOf(PoolA)));
    QTRY_COMPARE(lastRunOf(PoolB), u"none"_s);
    m_console->press(Qt::Key_4, Qt::ControlModifier);
    QTRY_COMPARE(m_console->column(u"jobsTable"_s, JobModel::StateColumn), QStringList(u"Succeeded"_s));
    QCOMPARE(m_console->jobPool(), PoolA);
    QTRY_VERIFY(m_console->text(u"jobReport"_s).contains(u"report.html"_s));
    m_console->press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->window().reportPage()->hasReport(), Patience);
    QVERIFY(m_console->find<QTextBrowser>(u"reportView"_s)->toPlainText().contains(PoolA));
}

void TestConsoleJourney::everyAnswerToTheQuestion_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<bool>("isBackedUp");
    QTest::newRow("Yes") << int(Qt::Key_Y) << u"Succeeded"_s << true;
    QTest::newRow("Yes to All") << int(Qt::Key_A) << u"Succeeded"_s << true;
    QTest::newRow("No") << int(Qt::Key_N) << u"Skipped"_s << false;
    QTest::newRow("No to All") << int(Qt::Key_L) << u"Skipped"_s << false;
}

void TestConsoleJourney::everyAnswerToTheQuestion()
{
    QFETCH(int, key);
    QFETCH(QString, outcome);
    QFETCH(bool, isBackedUp);
    const auto before = contentOf(*m_world);
    m_console->backUpAsking(PoolA, reportPath());
    QTRY_COMPARE(m_console->jobState(), u"Waiting for an answer"_s);
    QCOMPARE(contentOf(*m_world), before);
    m_console->press(Qt::Key(key), Qt::AltModifier);
    m_console->waitUntilGone(u"promptDialog"_s);
    m_console->waitForJobState(outcome);
    QCOMPARE(contentOf(*m_world) != before, isBackedUp);
    m_console->press(Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY2(lastRunOf(PoolA).startsWith(outcome, Qt::CaseInsensitive), qPrintable(lastRunOf(PoolA)));
}

void TestConsoleJourney::aFailedJobSaysSoEverywhere_data()
{
    QTest::addColumn<bool>("isStoreGone"); // else: the report cannot be written
    QTest::addColumn<QString>("message");
    QTest::newRow("the user store is gone") << true << u"user-store.sqlite"_s;
    QTest::newRow("the report cannot be written") << false << u"report.html"_s;
}

void TestConsoleJourney::aFailedJobSaysSoEverywhere()
{
    QFETCH(bool, isStoreGone);
    QFETCH(QString, message);
    if (isStoreGone) {
        const QString store = m_world->deployment.folder() + u"/pools/%1/user-store.sqlite"_s.arg(PoolA);
        QVERIFY(QFile::rename(store, store + u".moved"_s));
    }
    m_console->backUp(PoolA, isStoreGone ? reportPath() : m_world->filePath(u"settings.ini/report.html"_s));
    m_console->waitForJobState(u"Failed"_s);
    QVERIFY2(m_console->currentCell(u"jobsTable"_s, JobModel::ActivityColumn).contains(message),
             qPrintable(m_console->currentCell(u"jobsTable"_s, JobModel::ActivityColumn)));
    QTRY_VERIFY2(m_console->text(u"jobMessage"_s).contains(message), qPrintable(m_console->text(u"jobMessage"_s)));
    m_console->press(Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY2(lastRunOf(PoolA).startsWith(u"failed"_s), qPrintable(lastRunOf(PoolA)));
}

void TestConsoleJourney::severalPoolsAreOneFormAndOneQueue()
{
    m_console->press(Qt::Key_1, Qt::ControlModifier);
    m_console->press(Qt::Key_Home, Qt::ControlModifier);
    m_console->press(Qt::Key_Down, Qt::ShiftModifier); // a and b
    m_console->press(Qt::Key_B, Qt::ControlModifier);
    m_console->waitForDialog(u"commandDialog"_s);
    QCOMPARE(m_console->text(u"heading"_s), u"Back up 2 pools to their backup pools"_s);
    m_console->setReport(reportPath());
    m_console->submitForm();
    QTRY_COMPARE_WITH_TIMEOUT(m_console->column(u"jobsTable"_s, JobModel::StateColumn),
                              (QStringList{u"Succeeded"_s, u"Succeeded"_s}), Patience);
    QVERIFY(QFile::exists(m_world->filePath(u"report-a.example.com.html"_s)));
    QVERIFY(QFile::exists(m_world->filePath(u"report-b.example.com.html"_s)));
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestConsoleJourney)
#include "tst_console_journey.moc"
