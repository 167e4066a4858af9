// JobsPage: real jobs of a lab and scripted ones: progress, logs, filters, what can be done with them, and the history.
#include "model/job_model.h"
#include "model/record_model.h"
#include "tests/support/fake_session.h"
#include "tests/support/patience.h"
#include "tests/support/ui_world.h"
#include "ui/command_form/confirm_dialog.h"
#include "ui/jobs/job_feed.h"
#include "ui/jobs/jobs_page.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

namespace cspool::test {

using namespace Qt::StringLiterals;

class TestJobsPage : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<UiWorld> m_world;
    std::shared_ptr<FakeSession> m_session;
    std::unique_ptr<JobsPage> m_page;

    void build();
    template <typename Widget> Widget *find(const QString &name) const { return m_page->findChild<Widget *>(name); }
    QTableView *table() const { return find<QTableView>(u"jobsTable"_s); }
    QTableView *log() const { return find<QTableView>(u"logTable"_s); }
    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    QString line(int row) const { return log()->model()->index(row, RecordModel::TextColumn).data().toString(); }
    QStringList lines() const;
    bool hasLine(const QString &part) const { return lines().filter(part).size() > 0; }
    QAction *action(const QString &name) const;
    void click(QWidget *dialog, const QString &text);

    QUuid backUp(const std::function<void(Command &)> &change = {});
    FakePipeline *startFake(const QString &pool, QUuid *job = nullptr);
    void select(int row) { table()->selectRow(row); }

private Q_SLOTS:
    void init();
    void cleanup();
    void anEmptyPageSaysWhatWillBeHere();
    void aBackupRunsToItsEndWithItsLog();
    void theReportIsNamedOnlyWhereThereIsOne_data();
    void theReportIsNamedOnlyWhereThereIsOne();
    void progressIsShownWithUnits();
    void theLogIsFilteredByKindWithCounts();
    void theLogIsSearched();
    void followingEndsWhenTheUserScrollsUp();
    void whatFellOutOfTheLogIsShownOnRequest();
    void aWholeRecordIsReadBelowTheLog();
    void aRunningJobIsCancelledByTheDeleteKey();
    void aQueuedJobSaysForWhomItWaitsAndIsCancelled();
    void aJobThatAsksIsCancelled();
    void allJobsAreCancelledAfterAQuestion();
    void aQuestionIsAskedForFromThePage();
    void aFailedJobSaysWhyAndWhatToDo();
    void aJobIsRunAgainAfterAQuestion();
    void aJobIsRunAgainWithChanges();
    void theReportIsOpenedByEnter();
    void commandAndLogAreCopied();
    void theWholeLogIsSaved();
    void theListIsFilteredAndSearched();
    void theHistorySurvivesARestart();
    void retentionRemovesOldJobsAtTheStart();
    void endedJobsAreRemovedOnRequest();
    void aJobOfAnotherProcessCannotBeCancelledHere();
    void stateAndPoolAreReadWithoutDragging();
    void columnsAreRemembered();
    void aJobIsShownThatTheFilterHides();
    void aJobIsShownWhileTheControlKeyIsDown();
    void aMillionRecordsLeaveThePageUsable();
};

void TestJobsPage::build()
{
    m_page = std::make_unique<JobsPage>(&m_world->workspace());
    m_page->resize(1200, 800);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->focusContent();
    QTRY_VERIFY(m_world->workspace().jobFeed().isHistoryRead());
}

void TestJobsPage::init()
{
    m_world = std::make_unique<UiWorld>();
    m_world->open();
    m_session = std::make_shared<FakeSession>();
    build();
}

void TestJobsPage::cleanup()
{
    m_page.reset();
    for (FakePipeline *pipeline : std::as_const(m_session->running)) {
        pipeline->endsWhenCancelled = true;
    }
    m_world.reset();
    m_session.reset();
}

QStringList TestJobsPage::lines() const
{
    QStringList result;
    for (int row = 0; row < log()->model()->rowCount(); ++row)
        result.append(line(row));
    return result;
}

QAction *TestJobsPage::action(const QString &name) const
{
    for (QAction *action : m_page->menuActions()) {
        if (action && action->objectName() == name)
            return action;
    }
    qFatal("There is no action %s", qPrintable(name));
    return nullptr;
}

void TestJobsPage::click(QWidget *dialog, const QString &text)
{
    for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
        if (button->text().remove(u'&') == text) {
            QTest::mouseClick(button, Qt::LeftButton);
            return;
        }
    }
    qFatal("There is no button %s", qPrintable(text));
}

QUuid TestJobsPage::backUp(const std::function<void(Command &)> &change)
{
    Command command(u"Backup-CsPool"_s);
    command.set(u"PoolFqdn"_s, u"a.example.com"_s)
        .set(u"Report"_s, m_world->filePath(u"report.html"_s))
        .set(u"Confirm"_s, false);
    if (change)
        change(command);
    return m_world->workspace().submit(command);
}

FakePipeline *TestJobsPage::startFake(const QString &pool, QUuid *job)
{
    const qsizetype before = m_session->pipelines.size();
    const QUuid id = m_world->jobs().submit(m_session, Command(u"Backup-CsPool"_s).set(u"PoolFqdn"_s, pool));
    if (job)
        *job = id;
    if (!waitUntil([&] { return m_session->pipelines.size() > before; }))
        qFatal("The job did not start");
    m_page->showJob(id);
    return m_session->pipelines.last();
}

void TestJobsPage::anEmptyPageSaysWhatWillBeHere()
{
    QCOMPARE(table()->model()->rowCount(), 0);
    QVERIFY(table()->accessibleDescription().contains(u"No jobs yet"_s));
    QVERIFY(!action(u"cancelJob"_s)->isEnabled());
    QVERIFY(!action(u"cancelAllJobs"_s)->isEnabled());
    QVERIFY(!action(u"retryJob"_s)->isEnabled());
    QVERIFY(!action(u"saveLog"_s)->isEnabled());
}

void TestJobsPage::aBackupRunsToItsEndWithItsLog()
{
    m_world->deployment.writeDocument(u"a.example.com"_s, u"urn:lcd:ann@example.com"_s, "<Data/>");
    const QUuid job = backUp();
    m_page->showJob(job);
    QTRY_COMPARE_WITH_TIMEOUT(cell(0, JobModel::StateColumn), u"Succeeded"_s, 30000);
    QCOMPARE(cell(0, JobModel::CmdletColumn), u"Backup-CsPool"_s);
    QCOMPARE(cell(0, JobModel::PoolColumn), u"a.example.com"_s);
    QTRY_VERIFY(hasLine(u"Ended: Succeeded"_s));
    QVERIFY(hasLine(u"was backed up to b.example.com"_s));
    QVERIFY(find<QLabel>(u"jobCommand"_s)->text().contains(u"-PoolFqdn a.example.com"_s));
    QVERIFY(find<QLabel>(u"jobState"_s)->text().startsWith(u"Succeeded:"_s));
    QVERIFY(find<QLabel>(u"jobReport"_s)->text().contains(u"report.html"_s));
    QVERIFY(!find<QLabel>(u"jobMessage"_s)->isVisible());
}

// Found by a review: the report of a cmdlet that writes none was promised.
void TestJobsPage::theReportIsNamedOnlyWhereThereIsOne_data()
{
    QTest::addColumn<int>("outcome");
    QTest::addColumn<QString>("report");
    QTest::newRow("warnings, with a report") << int(Outcome::SucceededWithWarnings) << u"/tmp/report.html"_s;
    QTest::newRow("warnings, without") << int(Outcome::SucceededWithWarnings) << u""_s;
    QTest::newRow("cancelled, with a report") << int(Outcome::Cancelled) << u"/tmp/report.html"_s;
    QTest::newRow("cancelled, without") << int(Outcome::Cancelled) << u""_s;
}
void TestJobsPage::theReportIsNamedOnlyWhereThereIsOne()
{
    QFETCH(int, outcome);
    QFETCH(QString, report);
    startFake(u"a.x.com"_s)->end(Outcome(outcome), report);
    QTRY_VERIFY(m_world->jobs().unfinishedJobs().isEmpty());
    const QString sentence = find<QLabel>(u"jobState"_s)->text();
    QVERIFY2(sentence.contains(u"in the log"_s), qPrintable(sentence));
    QCOMPARE(sentence.contains(u"report"_s), !report.isEmpty());
}

void TestJobsPage::progressIsShownWithUnits()
{
    FakePipeline *pipeline = startFake(u"a.x.com"_s);
    ProgressRecord progress{.activityId = 1, .activity = u"Copying"_s, .status = u"Documents: 3 of 12"_s};
    progress.percentComplete = 25;
    pipeline->write(progress);
    QTRY_COMPARE(cell(0, JobModel::ProgressColumn), u"Documents: 3 of 12"_s);
    QCOMPARE(table()->model()->index(0, JobModel::ProgressColumn).data(JobModel::PercentRole).toInt(), 25);
    QCOMPARE(cell(0, JobModel::ActivityColumn), u"Copying"_s);
    QCOMPARE(cell(0, JobModel::RemainingColumn), QString());
    progress.secondsRemaining = 600;
    pipeline->write(progress);
    QTRY_VERIFY(cell(0, JobModel::RemainingColumn).startsWith(u"about 10 minute"_s));
    progress.isCompleted = true;
    pipeline->write(progress);
    QTRY_COMPARE(cell(0, JobModel::RemainingColumn), QString());
    pipeline->end(Outcome::Succeeded);
}

void TestJobsPage::theLogIsFilteredByKindWithCounts()
{
    FakePipeline *pipeline = startFake(u"a.x.com"_s);
    pipeline->write(VerboseRecord{u"detail"_s});
    pipeline->write(VerboseRecord{u"more detail"_s});
    pipeline->write(WarningRecord{u"careful"_s});
    QTRY_COMPARE(log()->model()->rowCount(), 3);
    auto *verbose = find<QCheckBox>(u"logKind%1"_s.arg(int(RecordKind::Verbose)));
    QVERIFY(verbose->text().contains(u"(2)"_s));
    QVERIFY(find<QCheckBox>(u"logKind%1"_s.arg(int(RecordKind::Warning)))->text().contains(u"(1)"_s));
    QTest::mouseClick(verbose, Qt::LeftButton, {}, {8, verbose->height() / 2});
    QCOMPARE(lines(), QStringList({u"careful"_s}));
    pipeline->write(VerboseRecord{u"hidden"_s});
    QTRY_VERIFY(verbose->text().contains(u"(3)"_s));
    QCOMPARE(log()->model()->rowCount(), 1);
    QTest::mouseClick(verbose, Qt::LeftButton, {}, {8, verbose->height() / 2});
    QCOMPARE(log()->model()->rowCount(), 4);
    pipeline->end(Outcome::Succeeded);
}

void TestJobsPage::theLogIsSearched()
{
    FakePipeline *pipeline = startFake(u"a.x.com"_s);
    for (int i = 0; i < 30; ++i)
        pipeline->write(VerboseRecord{u"line %1"_s.arg(i)});
    QTRY_COMPARE(log()->model()->rowCount(), 30);
    log()->setFocus();
    m_page->find();
    auto *field = find<QLineEdit>(u"logSearch"_s);
    QCOMPARE(QApplication::focusWidget(), field);
    QTest::keyClicks(field, u"LINE 2"_s);
    QTRY_COMPARE(find<QLabel>(u"logMatches"_s)->text(), u"1 of 11"_s);
    QCOMPARE(log()->currentIndex().row(), 2);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(log()->currentIndex().row(), 20);
    QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(log()->currentIndex().row(), 2);
    QTest::mouseClick(find<QWidget>(u"logPrevious"_s), Qt::LeftButton);
    QCOMPARE(log()->currentIndex().row(), 29);
    QCOMPARE(find<QLabel>(u"logMatches"_s)->text(), u"11 of 11"_s);
    QTest::keyClicks(field, u"9999"_s);
    QTRY_COMPARE(find<QLabel>(u"logMatches"_s)->text(), u"Not found"_s);
    QTest::keyClick(field, Qt::Key_Escape);
    QCOMPARE(field->text(), QString());
    QCOMPARE(QApplication::focusWidget(), log());
    // Outside of the log, Ctrl+F goes to the jobs.
    table()->setFocus();
    m_page->find();
    QCOMPARE(QApplication::focusWidget(), find<QLineEdit>(u"jobsSearch"_s));
    pipeline->end(Outcome::Succeeded);
}

void TestJobsPage::followingEndsWhenTheUserScrollsUp()
{
    FakePipeline *pipeline = startFake(u"a.x.com"_s);
    for (int i = 0; i < 500; ++i)
        pipeline->write(VerboseRecord{u"line %1"_s.arg(i)});
    QTRY_COMPARE(log()->model()->rowCount(), 500);
    QScrollBar *bar = log()->verticalScrollBar();
    auto *follow = find<QCheckBox>(u"logFollow"_s);
    QTRY_COMPARE(bar->value(), bar->maximum());
    QVERIFY(follow->isChecked());
    bar->setValue(10);
    QVERIFY(!follow->isChecked());
    pipeline->write(VerboseRecord{u"one more"_s});
    QTRY_COMPARE(log()->model()->rowCount(), 501);
    QCOMPARE(bar->value(), 10);
    follow->setChecked(true);
    QCOMPARE(bar->value(), bar->maximum());
    pipeline->write(VerboseRecord{u"and more"_s});
    QTRY_COMPARE(log()->model()->rowCount(), 502);
    QTRY_COMPARE(bar->value(), bar->maximum());
    pipeline->end(Outcome::Succeeded);
}

void TestJobsPage::whatFellOutOfTheLogIsShownOnRequest()
{
    QUuid job;
    FakePipeline *pipeline = startFake(u"a.x.com"_s, &job);
    const int count = int(RecordModel::DefaultCapacity) + 1000;
    pipeline->worker = std::thread([pipeline, count] {
        for (int i = 0; i < count; ++i)
            pipeline->write(VerboseRecord{QString::number(i)});
    });
    QTRY_COMPARE_WITH_TIMEOUT(line(log()->model()->rowCount() - 1), QString::number(count - 1), 30000);
    QCOMPARE(log()->model()->rowCount(), int(RecordModel::DefaultCapacity));
    QCOMPARE(line(0), u"1000"_s);
    auto *earlier = find<QPushButton>(u"logEarlier"_s);
    QTRY_VERIFY(earlier->isVisible());
    QVERIFY(find<QLabel>(u"logEarlierText"_s)->text().contains(QLocale().toString(1000)));
    // Where those records would be: just above the log, in its frame.
    QCOMPARE(earlier->parentWidget(), log()->parentWidget());
    QVERIFY(earlier->geometry().bottom() < log()->geometry().top());
    QTest::mouseClick(earlier, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(log()->model()->rowCount(), count, 30000);
    QCOMPARE(line(0), u"0"_s);
    QVERIFY(!earlier->isVisible());
    pipeline->end(Outcome::Succeeded);
    QTRY_COMPARE(line(log()->model()->rowCount() - 1), u"Ended: Succeeded"_s);
    QCOMPARE(log()->model()->rowCount(), count); // what was asked for makes room, no more
}

void TestJobsPage::aWholeRecordIsReadBelowTheLog()
{
    FakePipeline *pipeline = startFake(u"a.x.com"_s);
    pipeline->write(WarningRecord{u"one\ntwo"_s, u"Do three."_s});
    QTRY_COMPARE(log()->model()->rowCount(), 1);
    QCOMPARE(line(0), u"one – two – Do three."_s);
    log()->selectRow(0);
    QCOMPARE(find<QPlainTextEdit>(u"logDetail"_s)->toPlainText(), u"one\ntwo\nDo three."_s);
    pipeline->end(Outcome::Succeeded);
}

void TestJobsPage::aRunningJobIsCancelledByTheDeleteKey()
{
    QUuid job;
    FakePipeline *pipeline = startFake(u"a.x.com"_s, &job);
    pipeline->endsWhenCancelled = false;
    QTRY_COMPARE(cell(0, JobModel::StateColumn), u"Running"_s);
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Delete);
    QTRY_COMPARE(cell(0, JobModel::StateColumn), u"Cancelling…"_s);
    QTRY_VERIFY(!action(u"cancelJob"_s)->isEnabled());
    QCOMPARE(action(u"cancelJob"_s)->text(), u"Cancelling…"_s);
    QTest::keyClick(table(), Qt::Key_Delete);
    QCOMPARE(m_session->log.count(u"cancel"_s), 1);
    pipeline->end(Outcome::Cancelled);
    QTRY_COMPARE(cell(0, JobModel::StateColumn), u"Cancelled"_s);
    QVERIFY(find<QLabel>(u"jobState"_s)->text().startsWith(u"Cancelled:"_s));
}

void TestJobsPage::aQueuedJobSaysForWhomItWaitsAndIsCancelled()
{
    FakePipeline *pipeline = startFake(u"a.x.com"_s);
    const QUuid queued
        = m_world->jobs().submit(m_session, Command(u"Backup-CsPool"_s).set(u"PoolFqdn"_s, u"b.x.com"_s));
    m_page->showJob(queued);
    QTRY_COMPARE(cell(0, JobModel::ActivityColumn), u"Waits for Backup-CsPool a.x.com"_s);
    QVERIFY(find<QLabel>(u"jobState"_s)->text().contains(u"waits for Backup-CsPool a.x.com"_s));
    action(u"cancelJob"_s)->trigger();
    QTRY_COMPARE(toString(m_world->jobs().job(queued)->state), toString(JobState::Finished));
    QTRY_VERIFY(find<QLabel>(u"jobState"_s)->text().startsWith(u"Cancelled while it was queued"_s));
    pipeline->end(Outcome::Succeeded);
}

void TestJobsPage::aJobThatAsksIsCancelled()
{
    m_page->showJob(backUp([](Command &command) { command.set(u"Confirm"_s, true); }));
    QTRY_COMPARE(cell(0, JobModel::StateColumn), u"Waiting for an answer"_s);
    QTRY_VERIFY(find<QWidget>(u"questionBar"_s)->isVisible());
    QVERIFY(find<QLabel>(u"questionText"_s)->text().contains(u"Backup-CsPool a.example.com"_s));
    action(u"cancelJob"_s)->trigger();
    QTRY_COMPARE(cell(0, JobModel::StateColumn), u"Cancelled"_s);
    QTRY_VERIFY(!find<QWidget>(u"questionBar"_s)->isVisible());
}

void TestJobsPage::allJobsAreCancelledAfterAQuestion()
{
    startFake(u"a.x.com"_s);
    startFake(u"c.x.com"_s);
    action(u"cancelAllJobs"_s)->trigger();
    auto *box = find<QMessageBox>(u"cancelAllQuestion"_s);
    QVERIFY(box);
    QVERIFY(box->informativeText().contains(u"c.x.com"_s));
    QTest::keyClick(box, Qt::Key_Return); // the safe one
    QTRY_VERIFY(!find<QMessageBox>(u"cancelAllQuestion"_s));
    QCOMPARE(m_world->jobs().unfinishedJobs().size(), 2);
    action(u"cancelAllJobs"_s)->trigger();
    click(find<QMessageBox>(u"cancelAllQuestion"_s), u"Cancel jobs"_s);
    QTRY_VERIFY(m_world->jobs().unfinishedJobs().isEmpty());
}

void TestJobsPage::aQuestionIsAskedForFromThePage()
{
    QSignalSpy requested(m_page.get(), &JobsPage::answerRequested);
    QVERIFY(!action(u"answerQuestion"_s)->isEnabled());
    const QUuid job = backUp([](Command &command) { command.set(u"Confirm"_s, true); });
    m_page->showJob(job);
    QTRY_VERIFY(action(u"answerQuestion"_s)->isEnabled());
    QTest::keyClick(table(), Qt::Key_J, Qt::ControlModifier);
    QCOMPARE(requested.count(), 1);
    QCOMPARE(requested.first().first().toUuid(), job);
    QTest::mouseClick(find<QPushButton>(u"answerButton"_s), Qt::LeftButton);
    QCOMPARE(requested.count(), 2);
}

void TestJobsPage::aFailedJobSaysWhyAndWhatToDo()
{
    m_page->showJob(backUp([](Command &command) { command.set(u"PoolFqdn"_s, u"c.example.com"_s); }));
    QTRY_COMPARE_WITH_TIMEOUT(cell(0, JobModel::StateColumn), u"Failed"_s, 30000);
    auto *message = find<QLabel>(u"jobMessage"_s);
    QTRY_VERIFY(message->isVisible());
    QVERIFY(message->text().contains(u"c.example.com"_s));
    QTRY_VERIFY(message->text().contains(u'\n')); // what to do stands below
    QVERIFY(!cell(0, JobModel::ActivityColumn).isEmpty());
    QCOMPARE(cell(0, JobModel::ErrorsColumn), u"1"_s);
}

void TestJobsPage::aJobIsRunAgainAfterAQuestion()
{
    m_page->showJob(backUp());
    QTRY_COMPARE_WITH_TIMEOUT(cell(0, JobModel::StateColumn), u"Succeeded"_s, 30000);
    QTRY_VERIFY(action(u"retryJob"_s)->isEnabled());
    action(u"retryJob"_s)->trigger();
    QTRY_VERIFY(find<ConfirmDialog>(u"confirmDialog"_s));
    QTest::keyClick(find<ConfirmDialog>(u"confirmDialog"_s), Qt::Key_Escape);
    QTRY_VERIFY(!find<ConfirmDialog>(u"confirmDialog"_s));
    QCOMPARE(table()->model()->rowCount(), 1);
    action(u"retryJob"_s)->trigger();
    QTRY_VERIFY(find<QPushButton>(u"confirmAccept"_s));
    find<QPushButton>(u"confirmAccept"_s)->click();
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    QTRY_VERIFY(m_world->jobs().unfinishedJobs().isEmpty());
    QCOMPARE(table()->currentIndex().row(), 0); // the new one
    QTRY_COMPARE(cell(0, JobModel::StateColumn), u"Succeeded"_s);
}

void TestJobsPage::aJobIsRunAgainWithChanges()
{
    QList<Command> commands;
    QStringList pools;
    connect(m_page.get(), &JobsPage::commandRequested, this, [&](const Command &command, const QStringList &list) {
        commands.append(command);
        pools = list;
    });
    m_page->showJob(backUp([](Command &command) { command.set(u"Category"_s, u"UserData"_s); }));
    QTRY_VERIFY_WITH_TIMEOUT(action(u"runAgain"_s)->isEnabled(), 30000);
    action(u"runAgain"_s)->trigger();
    QCOMPARE(commands.size(), 1);
    QCOMPARE(commands.first().string(u"Category"), u"UserData"_s);
    QCOMPARE(pools, QStringList({u"a.example.com"_s}));
}

void TestJobsPage::theReportIsOpenedByEnter()
{
    QSignalSpy requested(m_page.get(), &JobsPage::reportRequested);
    const QUuid job = backUp();
    m_page->showJob(job);
    QTRY_VERIFY_WITH_TIMEOUT(action(u"openReport"_s)->isEnabled(), 30000);
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(requested.count(), 1);
    QCOMPARE(requested.first().first().toUuid(), job);
    QCOMPARE(requested.first().last().toString(), m_world->filePath(u"report.html"_s));
}

void TestJobsPage::commandAndLogAreCopied()
{
    FakePipeline *pipeline = startFake(u"a.x.com"_s);
    pipeline->write(WarningRecord{u"careful"_s});
    QTRY_COMPARE(log()->model()->rowCount(), 1);
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"Backup-CsPool -PoolFqdn a.x.com"_s);
    action(u"copyLog"_s)->trigger();
    QVERIFY(QApplication::clipboard()->text().endsWith(u"Warning  careful\n"_s));
    pipeline->end(Outcome::Succeeded);
}

void TestJobsPage::theWholeLogIsSaved()
{
    FakePipeline *pipeline = startFake(u"a.x.com"_s);
    pipeline->worker = std::thread([pipeline] {
        for (int i = 0; i < 12'000; ++i)
            pipeline->write(VerboseRecord{u"line %1"_s.arg(i)});
        pipeline->end(Outcome::Succeeded);
    });
    QTRY_VERIFY(action(u"saveLog"_s)->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(m_world->jobs().unfinishedJobs().isEmpty(), 30000);
    const QString path = m_world->filePath(u"saved.log"_s);
    m_world->desktop.answers.append(path);
    action(u"saveLog"_s)->trigger();
    // The page says so when the file is complete, and not before.
    QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>(u"jobsNotice"_s)->text().startsWith(u"The log was saved as"_s), 30000);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    QCOMPARE(content.count('\n'), 12'001);
    QVERIFY(content.contains("line 11999\n"));
    QVERIFY(m_world->desktop.requests.first().path.startsWith(u"Backup-CsPool-a.x.com-"_s));
}

void TestJobsPage::theListIsFilteredAndSearched()
{
    startFake(u"a.x.com"_s)->fail({ErrorCategory::WriteError, u"Full"_s, u"The disk is full."_s});
    QTRY_VERIFY(m_world->jobs().unfinishedJobs().isEmpty());
    startFake(u"c.x.com"_s)->end(Outcome::Succeeded);
    QTRY_VERIFY(m_world->jobs().unfinishedJobs().isEmpty());
    QCOMPARE(table()->model()->rowCount(), 2);
    auto *filter = find<QComboBox>(u"jobsFilter"_s);
    filter->setFocus();
    QTest::keyClick(filter, Qt::Key_Down);
    QCOMPARE(table()->model()->rowCount(), 0);
    QVERIFY(table()->accessibleDescription().contains(u"No job matches"_s));
    QTest::keyClick(filter, Qt::Key_Down);
    QCOMPARE(table()->model()->rowCount(), 1);
    QCOMPARE(cell(0, JobModel::PoolColumn), u"a.x.com"_s);
    QTest::keyClick(filter, Qt::Key_Home);
    QTest::keyClicks(find<QLineEdit>(u"jobsSearch"_s), u"disk full"_s);
    QCOMPARE(table()->model()->rowCount(), 1);
    find<QLineEdit>(u"jobsSearch"_s)->clear();
    // They ran in another deployment than the open one.
    find<QCheckBox>(u"jobsOnlyThis"_s)->setChecked(true);
    QCOMPARE(table()->model()->rowCount(), 0);
}

void TestJobsPage::theHistorySurvivesARestart()
{
    m_world->deployment.writeDocument(u"a.example.com"_s, u"urn:lcd:ann@example.com"_s, "<Data/>");
    backUp();
    QTRY_VERIFY_WITH_TIMEOUT(m_world->jobs().unfinishedJobs().isEmpty(), 30000);
    m_page.reset();
    m_world->restart();
    m_world->open();
    build();
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QCOMPARE(cell(0, JobModel::StateColumn), u"Succeeded"_s);
    select(0);
    QTRY_VERIFY(hasLine(u"Ended: Succeeded"_s));
    QVERIFY(hasLine(u"was backed up to b.example.com"_s));
    QVERIFY(action(u"retryJob"_s)->isEnabled());
    QVERIFY(action(u"openReport"_s)->isEnabled());
}

void TestJobsPage::retentionRemovesOldJobsAtTheStart()
{
    m_world->settings().setValue(Settings::HistoryRetentionDays, 0); // for ever
    JobInfo old;
    old.id = QUuid::createUuid();
    old.deploymentId = QUuid::createUuid();
    old.cmdlet = u"Backup-CsPool"_s;
    old.commandLine = u"Backup-CsPool -PoolFqdn a.x.com"_s;
    old.queued = old.started = old.ended = QDateTime::currentDateTimeUtc().addDays(-40);
    old.state = JobState::Finished;
    m_world->history().recordQueued(old, this, {});
    m_world->history().recordFinished(old, this, {});
    m_page.reset();
    m_world->restart();
    build();
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    // Found by a review: a shorter time, chosen by mistake, removed at once and for good.
    QSignalSpy removed(&m_world->workspace().jobFeed(), &JobFeed::endedJobsRemoved);
    m_world->settings().setValue(Settings::HistoryRetentionDays, 30);
    // Whatever it had been told, the history would have done before it answers.
    bool isListed = false;
    m_world->history().jobs({}, 10, this, [&](const Result<QList<JobInfo>> &jobs) { isListed = jobs->size() == 1; });
    QTRY_VERIFY(isListed);
    QCOMPARE(removed.size(), 0);
    QCOMPARE(table()->model()->rowCount(), 1);
    m_page.reset();
    m_world->restart();
    build();
    QTRY_VERIFY(m_world->workspace().jobFeed().isHistoryRead());
    QCOMPARE(table()->model()->rowCount(), 0);
}

void TestJobsPage::endedJobsAreRemovedOnRequest()
{
    startFake(u"a.x.com"_s)->end(Outcome::Succeeded);
    QTRY_VERIFY(m_world->jobs().unfinishedJobs().isEmpty());
    FakePipeline *running = startFake(u"c.x.com"_s);
    QCOMPARE(table()->model()->rowCount(), 2);
    QSignalSpy removed(&m_world->workspace().jobFeed(), &JobFeed::endedJobsRemoved);
    action(u"removeEnded"_s)->trigger();
    auto *dialog = find<QInputDialog>(u"removeEndedDialog"_s);
    QVERIFY(dialog);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!find<QInputDialog>(u"removeEndedDialog"_s));
    QCOMPARE(table()->model()->rowCount(), 2);
    QTest::qWait(5); // until the end lies before now
    action(u"removeEnded"_s)->trigger();
    dialog = find<QInputDialog>(u"removeEndedDialog"_s);
    dialog->setIntValue(0);
    click(dialog, u"Remove"_s);
    QTRY_COMPARE(removed.count(), 1);
    QCOMPARE(removed.first().first().toLongLong(), 1);
    QCOMPARE(table()->model()->rowCount(), 1);
    QCOMPARE(cell(0, JobModel::PoolColumn), u"c.x.com"_s);
    running->end(Outcome::Succeeded);
}

void TestJobsPage::aJobOfAnotherProcessCannotBeCancelledHere()
{
    // A second history of the same folder is what another process has; its lock says that it lives.
    AsyncJobHistory other(m_world->filePath(u"history"_s));
    JobInfo job;
    job.id = QUuid::createUuid();
    job.deploymentId = QUuid::createUuid();
    job.cmdlet = u"Backup-CsPool"_s;
    job.commandLine = u"Backup-CsPool -PoolFqdn a.x.com"_s;
    job.queued = job.started = QDateTime::currentDateTimeUtc();
    job.state = JobState::Running;
    bool isRecorded = false;
    other.recordQueued(job, this, {});
    other.recordStarted(job, this, [&](const Result<> &) { isRecorded = true; });
    QTRY_VERIFY(isRecorded);
    m_page->focusContent();
    // A reading that began before it ran is followed by another one.
    QTRY_COMPARE(cell(0, JobModel::StateColumn), u"Running in another process"_s);
    QCOMPARE(table()->model()->rowCount(), 1);
    select(0);
    QVERIFY(!action(u"cancelJob"_s)->isEnabled());
    QVERIFY(!action(u"cancelAllJobs"_s)->isEnabled());
    QVERIFY(find<QLabel>(u"jobState"_s)->text().contains(u"another process"_s));
}

// Found by a review: both had to be dragged wider first.
void TestJobsPage::stateAndPoolAreReadWithoutDragging()
{
    m_page->resize(1280, 800);
    const QFontMetrics metrics = table()->fontMetrics();
    const int icon = metrics.height();
    QVERIFY(table()->columnWidth(JobModel::StateColumn)
            >= metrics.horizontalAdvance(u"Running in another process"_s) + icon + 8);
    QVERIFY(table()->columnWidth(JobModel::PoolColumn)
            >= metrics.horizontalAdvance(u"pool-redmond-01.litwareinc.com"_s) + 8);
    const int end = table()->columnViewportPosition(JobModel::PoolColumn) + table()->columnWidth(JobModel::PoolColumn);
    QVERIFY2(end <= table()->viewport()->width(), qPrintable(QString::number(end)));
}

void TestJobsPage::columnsAreRemembered()
{
    table()->setColumnWidth(JobModel::PoolColumn, 333);
    m_page.reset();
    build();
    QCOMPARE(table()->columnWidth(JobModel::PoolColumn), 333);
}

void TestJobsPage::aJobIsShownThatTheFilterHides()
{
    QUuid job;
    startFake(u"a.x.com"_s, &job)->end(Outcome::Succeeded);
    QTRY_VERIFY(m_world->jobs().unfinishedJobs().isEmpty());
    find<QLineEdit>(u"jobsSearch"_s)->setText(u"nothing like it"_s);
    QCOMPARE(table()->model()->rowCount(), 0);
    m_page->showJob(job);
    QCOMPARE(table()->model()->rowCount(), 1);
    QCOMPARE(find<QLabel>(u"jobName"_s)->text(), u"Backup-CsPool a.x.com"_s);
}

// Found by a test that ran after one with Ctrl+Shift+C: the selection was taken away again.
void TestJobsPage::aJobIsShownWhileTheControlKeyIsDown()
{
    QUuid job;
    FakePipeline *pipeline = startFake(u"a.x.com"_s, &job);
    table()->clearSelection();
    QTest::keyPress(table(), Qt::Key_Control, Qt::ControlModifier);
    m_page->showJob(job);
    QCOMPARE(find<QLabel>(u"jobName"_s)->text(), u"Backup-CsPool a.x.com"_s);
    QTest::keyRelease(table(), Qt::Key_Control);
    pipeline->end(Outcome::Succeeded);
}

void TestJobsPage::aMillionRecordsLeaveThePageUsable()
{
    FakePipeline *pipeline = startFake(u"a.x.com"_s);
    constexpr int count = 1'000'000;
    pipeline->worker = std::thread([pipeline] {
        for (int i = 0; i < count; ++i)
            pipeline->write(VerboseRecord{QString::number(i)});
        pipeline->end(Outcome::Succeeded);
    });
    QTRY_COMPARE_WITH_TIMEOUT(cell(0, JobModel::StateColumn), u"Succeeded"_s, 240'000);
    QTRY_COMPARE(line(log()->model()->rowCount() - 1), u"Ended: Succeeded"_s);
    QCOMPARE(log()->model()->rowCount(), int(RecordModel::DefaultCapacity));
    QCOMPARE(line(log()->model()->rowCount() - 2), QString::number(count - 1));
    QTRY_COMPARE(log()->verticalScrollBar()->value(), log()->verticalScrollBar()->maximum());
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestJobsPage)
#include "tst_jobs_page.moc"
