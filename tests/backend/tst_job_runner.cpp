// Jobs: queued per pair of pools, recorded before they start, cancelled at any moment, their records handed on in
// order.
#include "backend/job_runner.h"
#include "tests/support/fake_session.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <atomic>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;

namespace {

Command backup(const QString &pool)
{
    return Command(u"Backup-CsPool"_s).set(u"PoolFqdn"_s, pool);
}

QStringList textsOf(const std::vector<Record> &records)
{
    QStringList texts;
    for (const Record &record : records) {
        const auto *message = std::get_if<VerboseRecord>(&record.content);
        texts.append(message ? message->message : u"?"_s);
    }
    return texts;
}

} // namespace

class TestJobRunner : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<JobHistory> m_history; // reads what the runner's writes
    std::unique_ptr<AsyncJobHistory> m_written;
    std::shared_ptr<FakeSession> m_session;
    std::unique_ptr<JobRunner> m_runner;

    QUuid submit(const Command &command) { return m_runner->submit(m_session, command); }
    // Keeps everybody else from writing into the history.
    std::unique_ptr<Database> lockOfTheHistory()
    {
        Result<Database> database = Database::open(m_folder->filePath(u"h/history.sqlite"_s), OpenMode::ReadWrite);
        if (!database || !database->execute(u"BEGIN IMMEDIATE"_s))
            qFatal("The history could not be locked");
        return std::make_unique<Database>(*std::move(database));
    }
    // The runner, then its history: what was to be written is written.
    void endProgram()
    {
        m_runner.reset();
        m_written.reset();
    }
    JobState state(const QUuid &job) const { return m_runner->job(job)->state; }
    Outcome outcome(const QUuid &job) const { return m_runner->job(job)->outcome; }
    JobInfo recorded(const QUuid &job) const
    {
        const QList<JobInfo> jobs = *m_history->jobs();
        for (const JobInfo &info : jobs) {
            if (info.id == job)
                return info;
        }
        return {};
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_history = std::move(JobHistory::open(m_folder->filePath(u"h"_s))).value();
        m_written = std::make_unique<AsyncJobHistory>(m_folder->filePath(u"h"_s));
        m_session = std::make_shared<FakeSession>();
        m_runner = std::make_unique<JobRunner>(m_written.get());
    }
    void cleanup()
    {
        m_runner.reset();
        m_session.reset();
        m_written.reset();
        m_history.reset();
    }

    void aJobRunsAndIsRecordedBeforeItStarts()
    {
        const QSignalSpy startedSpy(m_runner.get(), &JobRunner::jobStarted);
        const QSignalSpy finishedSpy(m_runner.get(), &JobRunner::jobFinished);
        JobInfo atStart;
        m_session->onStart = [&](FakePipeline &) { atStart = m_history->jobs()->constFirst(); };
        const QUuid job = submit(backup(u"a.x.com"_s));
        QVERIFY(state(job) == JobState::Queued);
        QTRY_COMPARE(startedSpy.count(), 1);
        QCOMPARE(atStart.id, job);
        QVERIFY(!atStart.ended.isValid());
        QCOMPARE(atStart.commandLine, u"Backup-CsPool -PoolFqdn a.x.com"_s);
        QCOMPARE(atStart.pool, u"a.x.com"_s);
        QCOMPARE(atStart.deploymentName, u"litwareinc.com"_s);
        QVERIFY(!atStart.user.isEmpty());

        m_session->pipelines.at(0)->write(WarningRecord{u"w"_s});
        m_session->pipelines.at(0)->write(ErrorRecord{{ErrorCategory::ReadError, u"Id"_s, u"not fatal"_s}, false});
        m_session->pipelines.at(0)->write(ErrorRecord{{ErrorCategory::ReadError, u"Id"_s, u"fatal"_s}, true});
        m_session->pipelines.at(0)->end(Outcome::Failed, u"/tmp/r.html"_s);
        QTRY_COMPARE(finishedSpy.count(), 1);
        const JobInfo info = *m_runner->job(job);
        QVERIFY(info.state == JobState::Finished && info.outcome == Outcome::Failed);
        QCOMPARE(info.warningCount, 1);
        QCOMPARE(info.errorCount, 2);
        QCOMPARE(info.message, u"fatal"_s);
        QCOMPARE(info.reportPath, u"/tmp/r.html"_s);
        QVERIFY(info.ended.isValid());
        QTRY_VERIFY(recorded(job) == info);
        QCOMPARE(m_history->records(job, 0, 100)->size(), 4);
        QCOMPARE(m_session->log, QStringList{u"destroyed"_s});
        QVERIFY(m_runner->unfinishedJobs().isEmpty());
    }

    void whoWaitsForWhom_data()
    {
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<int>("startedAtOnce");
        QTest::newRow("one pair") << QStringList{u"Backup-CsPool -PoolFqdn a.x.com"_s,
                                                 u"Backup-CsPool -PoolFqdn b.x.com"_s}
                                  << 1;
        QTest::newRow("two pairs") << QStringList{u"Backup-CsPool -PoolFqdn a.x.com"_s,
                                                  u"Backup-CsPool -PoolFqdn c.x.com"_s}
                                   << 2;
        QTest::newRow("reading") << QStringList{u"Backup-CsPool -PoolFqdn a.x.com"_s,
                                                u"Get-CsBackupServiceStatus -PoolFqdn a.x.com"_s}
                                 << 2;
        QTest::newRow("preview") << QStringList{u"Backup-CsPool -PoolFqdn a.x.com"_s,
                                                u"Backup-CsPool -PoolFqdn a.x.com -WhatIf"_s}
                                 << 2;
        QTest::newRow("no preview") << QStringList{u"Backup-CsPool -PoolFqdn a.x.com"_s,
                                                   u"Backup-CsPool -PoolFqdn a.x.com -WhatIf:$false"_s}
                                    << 1;
        QTest::newRow("Central Management store after a pair")
            << QStringList{u"Backup-CsPool -PoolFqdn a.x.com"_s,
                           u"Set-CsBackupServiceConfiguration -SyncInterval 00:01:00"_s}
            << 1;
        QTest::newRow("next hop of an Edge pool after a pair")
            << QStringList{u"Backup-CsPool -PoolFqdn a.x.com"_s,
                           u"Set-CsEdgeServer edge.x.com -Registrar Registrar:c.x.com"_s}
            << 1;
        QTest::newRow("pair after the Central Management store")
            << QStringList{u"Remove-CsBackupServiceConfiguration"_s, u"Backup-CsPool -PoolFqdn c.x.com"_s} << 1;
    }
    void whoWaitsForWhom()
    {
        QFETCH(QStringList, lines);
        QFETCH(int, startedAtOnce);
        QList<QUuid> jobs;
        for (const QString &line : lines) {
            const Result<Command> command = parseCommand(line);
            QVERIFY2(command.isOk(), command ? "" : qPrintable(command.error().message));
            jobs.append(submit(*command));
        }
        QTRY_COMPARE(m_session->started.size(), startedAtOnce);
        QCoreApplication::processEvents();
        QCOMPARE(m_session->started.size(), startedAtOnce);
        QCOMPARE(m_runner->unfinishedJobs().size(), lines.size());
        QCOMPARE(m_runner->unfinishedJobs().constFirst().id, jobs.constFirst());
        for (FakePipeline *pipeline : QList(m_session->pipelines))
            pipeline->end(Outcome::Succeeded);
        QTRY_COMPARE(m_session->started.size(), lines.size());
    }

    // Of a server's pools the pairs are known only once they were read.
    void untilThePairsAreKnownAPoolExcludesAllOthers()
    {
        m_session->knowsPairs = false;
        submit(backup(u"a.x.com"_s));
        const QUuid second = submit(backup(u"c.x.com"_s));
        QTRY_COMPARE(m_session->started.size(), 1);
        QVERIFY(state(second) == JobState::Queued);
        m_session->knowsPairs = true;
        const QUuid third = submit(backup(u"b.x.com"_s));
        m_session->pipelines.constFirst()->end(Outcome::Succeeded);
        QTRY_COMPARE(m_session->started.size(), 2);
        QVERIFY(state(third) == JobState::Queued); // the second one may yet be about its partner
        m_session->pipelines.at(1)->end(Outcome::Succeeded);
        QTRY_COMPARE(m_session->started.size(), 3);
        m_session->pipelines.at(2)->end(Outcome::Succeeded);
        QTRY_VERIFY(m_runner->unfinishedJobs().isEmpty());
    }

    void recordsArriveInOrderAndLast()
    {
        QStringList received;
        QStringList events;
        connect(m_runner.get(), &JobRunner::recordsReceived, this,
                [&](const QUuid &, const std::vector<Record> &records) {
                    received += textsOf(records);
                    events.append(u"records"_s);
                });
        connect(m_runner.get(), &JobRunner::jobFinished, this, [&] { events.append(u"finished"_s); });
        m_session->onStart = [](FakePipeline &pipeline) { pipeline.write(VerboseRecord{u"before anyone listens"_s}); };
        submit(backup(u"a.x.com"_s));
        QTRY_COMPARE(received, QStringList{u"before anyone listens"_s});
        m_session->pipelines.at(0)->write(VerboseRecord{u"1"_s});
        m_session->pipelines.at(0)->write(VerboseRecord{u"2"_s});
        m_session->pipelines.at(0)->end(Outcome::Succeeded);
        QTRY_COMPARE(events.constLast(), u"finished"_s);
        QCOMPARE(received, QStringList({u"before anyone listens"_s, u"1"_s, u"2"_s, u"?"_s}));
        QCOMPARE(events.count(u"finished"_s), 1);
    }

    void aQuestionIsAskedAndAnsweredOnce()
    {
        QList<PromptRequest> asked;
        connect(m_runner.get(), &JobRunner::promptRaised, this,
                [&](const QUuid &, const PromptRequest &prompt) { asked.append(prompt); });
        const QUuid job = submit(backup(u"a.x.com"_s));
        QTRY_COMPARE(m_session->pipelines.size(), 1);
        m_session->pipelines.at(0)->write(PromptRequest{7, PromptKind::Choice, u"Confirm"_s, u"?"_s});
        QTRY_COMPARE(asked.size(), 1);
        QVERIFY(state(job) == JobState::WaitingForAnswer);
        m_runner->answer(job, {8, 0}); // to another question
        m_runner->answer(QUuid::createUuid(), {7, 0}); // of another job
        QVERIFY(state(job) == JobState::WaitingForAnswer);
        m_runner->answer(job, {7, 2});
        m_runner->answer(job, {7, 0}); // again
        QVERIFY(state(job) == JobState::Running);
        QCOMPARE(m_session->log, QStringList{u"answer 7 2"_s});
    }

    void aQuestionAnsweredFromItsRecordIsNotAskedAgain()
    {
        const QSignalSpy raised(m_runner.get(), &JobRunner::promptRaised);
        connect(m_runner.get(), &JobRunner::recordsReceived, this,
                [&](const QUuid &job, const std::vector<Record> &records) {
                    if (const auto *prompt = std::get_if<PromptRequest>(&records.front().content))
                        m_runner->answer(job, {prompt->id, 1});
                });
        const QUuid job = submit(backup(u"a.x.com"_s));
        QTRY_COMPARE(m_session->pipelines.size(), 1);
        m_session->pipelines.at(0)->write(PromptRequest{7, PromptKind::Choice, u"Confirm"_s, u"?"_s});
        QTRY_COMPARE(m_session->log, QStringList{u"answer 7 1"_s});
        QCOMPARE(raised.count(), 0);
        QVERIFY(state(job) == JobState::Running);
    }

    void cancellingAnyStateTwiceIsHarmless_data()
    {
        QTest::addColumn<QString>("when");
        QTest::addColumn<int>("cancels"); // that reach the pipeline
        QTest::newRow("queued") << u"queued"_s << 0;
        QTest::newRow("running") << u"running"_s << 1;
        QTest::newRow("asking") << u"asking"_s << 1;
        QTest::newRow("finished") << u"finished"_s << 0;
    }
    void cancellingAnyStateTwiceIsHarmless()
    {
        QFETCH(QString, when);
        QFETCH(int, cancels);
        const QSignalSpy finishedSpy(m_runner.get(), &JobRunner::jobFinished);
        const QUuid job = submit(backup(u"a.x.com"_s));
        if (when != u"queued") {
            QTRY_COMPARE(m_session->pipelines.size(), 1);
            if (when == u"asking") {
                m_session->pipelines.at(0)->write(PromptRequest{7, PromptKind::Choice, u"Confirm"_s, u"?"_s});
                QTRY_VERIFY(state(job) == JobState::WaitingForAnswer);
            } else if (when == u"finished") {
                m_session->pipelines.at(0)->end(Outcome::Succeeded);
                QTRY_VERIFY(state(job) == JobState::Finished);
            }
        }
        m_runner->cancel(job);
        m_runner->cancel(job);
        m_runner->answer(job, {7, 0}); // too late
        QTRY_VERIFY(state(job) == JobState::Finished);
        m_runner->cancel(job);
        QCoreApplication::processEvents();
        QCOMPARE(finishedSpy.count(), 1);
        QVERIFY(outcome(job) == (when == u"finished" ? Outcome::Succeeded : Outcome::Cancelled));
        QCOMPARE(m_session->log.count(u"cancel"_s), cancels);
        QCOMPARE(m_session->started.size(), when == u"queued" ? 0 : 1);
        QTRY_VERIFY(recorded(job) == *m_runner->job(job));
    }

    void aJobThatIsPastCancellingEndsAsItEnds()
    {
        const QUuid job = submit(backup(u"a.x.com"_s));
        QTRY_COMPARE(m_session->pipelines.size(), 1);
        m_session->pipelines.at(0)->endsWhenCancelled = false;
        m_runner->cancel(job);
        QVERIFY(state(job) == JobState::Cancelling);
        m_session->pipelines.at(0)->write(PromptRequest{7, PromptKind::Choice, u"Confirm"_s, u"?"_s});
        m_session->pipelines.at(0)->end(Outcome::Succeeded);
        QTRY_VERIFY(state(job) == JobState::Finished);
        QVERIFY(outcome(job) == Outcome::Succeeded);
    }

    void cancelAllStartsNothing()
    {
        const QUuid first = submit(backup(u"a.x.com"_s));
        const QUuid second = submit(backup(u"a.x.com"_s));
        const QUuid third = submit(backup(u"b.x.com"_s));
        QTRY_COMPARE(m_session->started.size(), 1);
        m_runner->cancelAll();
        for (const QUuid &job : {first, second, third}) {
            QTRY_VERIFY(state(job) == JobState::Finished);
            QVERIFY(outcome(job) == Outcome::Cancelled);
        }
        QCoreApplication::processEvents();
        QCOMPARE(m_session->started.size(), 1);
    }

    void aCancelledWaiterLetsTheNextOneIn()
    {
        submit(backup(u"a.x.com"_s));
        const QUuid everything = submit(Command(u"Remove-CsBackupServiceConfiguration"_s));
        submit(backup(u"c.x.com"_s));
        QTRY_COMPARE(m_session->started.size(), 1);
        m_runner->cancel(everything);
        QTRY_COMPARE(m_session->started.size(), 2);
        QCOMPARE(m_session->started.at(1), backup(u"c.x.com"_s));
    }

    void destroyingTheRunnerCancelsAndRecordsTheTrueEnd()
    {
        const QUuid running = submit(backup(u"a.x.com"_s));
        const QUuid queued = submit(backup(u"b.x.com"_s));
        const QUuid done = submit(backup(u"c.x.com"_s));
        QTRY_COMPARE(m_session->pipelines.size(), 2);
        m_session->pipelines.at(1)->end(Outcome::Failed);
        QTRY_VERIFY(state(done) == JobState::Finished);
        m_session->pipelines.at(0)->write(VerboseRecord{u"not read yet"_s});
        endProgram();
        QCOMPARE(m_session->log.count(u"cancel"_s), 1);
        QCOMPARE(m_session->log.count(u"destroyed"_s), 2);
        QVERIFY(recorded(running).outcome == Outcome::Cancelled);
        QVERIFY(recorded(running).ended.isValid());
        QCOMPARE(m_history->records(running, 0, 10)->size(), 2);
        QVERIFY(recorded(queued).outcome == Outcome::Cancelled);
        QVERIFY(recorded(done).outcome == Outcome::Failed);
    }

    void destroyingTheRunnerWaitsForAJobThatEndsInItsOwnTime()
    {
        const QUuid job = submit(backup(u"a.x.com"_s));
        QTRY_COMPARE(m_session->pipelines.size(), 1);
        FakePipeline *pipeline = m_session->pipelines.at(0);
        pipeline->endsWhenCancelled = false;
        pipeline->worker = std::thread([pipeline] {
            for (int i = 0; i < 10'000; ++i) // more than the mailbox holds
                pipeline->write(VerboseRecord{QString::number(i)});
            pipeline->end(Outcome::Succeeded);
        });
        endProgram();
        QVERIFY(recorded(job).outcome == Outcome::Succeeded);
        QCOMPARE(m_history->records(job, 0, 20'000)->size(), 10'001);
    }

    void aSlotMaySubmitAndCancel()
    {
        QList<QUuid> jobs = {submit(backup(u"a.x.com"_s))};
        connect(m_runner.get(), &JobRunner::recordsReceived, this, [&](const QUuid &job) { m_runner->cancel(job); });
        connect(m_runner.get(), &JobRunner::jobFinished, this, [&] {
            if (jobs.size() < 5)
                jobs.append(submit(backup(u"a.x.com"_s)));
        });
        m_session->onStart = [](FakePipeline &pipeline) { pipeline.write(VerboseRecord{u"x"_s}); };
        QTRY_COMPARE(jobs.size(), 5);
        QTRY_VERIFY(m_runner->unfinishedJobs().isEmpty());
        for (const QUuid &job : jobs)
            QVERIFY(outcome(job) == Outcome::Cancelled);
    }

    void aHistoryThatCannotBeWrittenIsAWarningOnly_data()
    {
        QTest::addColumn<bool>("isLogOnly");
        QTest::newRow("not even the row") << false;
        QTest::newRow("the log") << true;
    }
    void aHistoryThatCannotBeWrittenIsAWarningOnly()
    {
        QFETCH(bool, isLogOnly);
        QList<Error> warnings;
        AsyncJobHistory history(m_folder->filePath(u"broken"_s));
        JobRunner runner(&history);
        connect(&runner, &JobRunner::historyFailed, this, [&](const Error &error) { warnings.append(error); });
        QFile obstacle(m_folder->filePath(u"broken"_s));
        if (!isLogOnly)
            QVERIFY(obstacle.open(QIODevice::WriteOnly));
        const QUuid job = runner.submit(m_session, backup(u"a.x.com"_s));
        QTRY_COMPARE(m_session->pipelines.size(), 1);
        if (isLogOnly)
            QVERIFY(QDir(m_folder->filePath(u"broken/logs"_s)).removeRecursively());
        m_session->pipelines.at(0)->write(VerboseRecord{u"1"_s});
        QTRY_COMPARE(warnings.size(), 1);
        m_session->pipelines.at(0)->write(VerboseRecord{u"2"_s});
        m_session->pipelines.at(0)->end(Outcome::Succeeded);
        QTRY_VERIFY(runner.job(job)->state == JobState::Finished);
        QVERIFY(runner.job(job)->outcome == Outcome::Succeeded);
        std::optional<Result<QList<JobInfo>>> recorded; // behind all that is to be written
        history.jobs({}, 10, this, [&](const Result<QList<JobInfo>> &jobs) { recorded = jobs; });
        QTRY_VERIFY(recorded);
        QCOMPARE(recorded->isOk(), isLogOnly);
        QCOMPARE(warnings.size(), 1);
        QVERIFY(!warnings.constFirst().message.isEmpty() && !warnings.constFirst().recommendedAction.isEmpty());
    }

    void aHistoryThatCanBeWrittenAgainHasTheRunsThatEndFromThenOn()
    {
        const QString folder = m_folder->filePath(u"later"_s);
        AsyncJobHistory history(folder);
        JobRunner runner(&history);
        const QSignalSpy warned(&runner, &JobRunner::historyFailed);
        QFile obstacle(folder);
        QVERIFY(obstacle.open(QIODevice::WriteOnly));
        const QUuid job = runner.submit(m_session, backup(u"a.x.com"_s));
        QTRY_COMPARE(m_session->pipelines.size(), 1);
        QTRY_COMPARE(warned.count(), 1);
        QVERIFY(obstacle.remove());
        m_session->pipelines.at(0)->end(Outcome::Succeeded);
        std::optional<JobInfo> recorded;
        QTRY_VERIFY(runner.job(job)->state == JobState::Finished);
        history.jobs({}, 10, this, [&](const Result<QList<JobInfo>> &jobs) { recorded = jobs->value(0); });
        QTRY_VERIFY(recorded);
        QVERIFY(*recorded == *runner.job(job));
    }

    // The history's thread is held up; a job must neither start nor be forgotten.
    void aJobStartsOnlyOnceItsRowIsWritten()
    {
        const auto lock = lockOfTheHistory();
        const QUuid job = submit(backup(u"a.x.com"_s));
        QTest::qWait(0);
        QTest::qWait(0);
        QCOMPARE(m_session->started.size(), 0);
        QVERIFY(state(job) == JobState::Queued);
        QCOMPARE(m_runner->unfinishedJobs().size(), 1);
        QVERIFY(lock->execute(u"ROLLBACK"_s).isOk());
        QTRY_COMPARE(m_session->started.size(), 1);
    }

    void aJobCancelledWhileItsRowIsWrittenNeverStarts()
    {
        const QSignalSpy finishedSpy(m_runner.get(), &JobRunner::jobFinished);
        const auto lock = lockOfTheHistory();
        const QUuid job = submit(backup(u"a.x.com"_s));
        const QUuid next = submit(backup(u"a.x.com"_s));
        QTest::qWait(0);
        m_runner->cancel(job);
        QCOMPARE(finishedSpy.count(), 1);
        QVERIFY(outcome(job) == Outcome::Cancelled);
        QVERIFY(lock->execute(u"ROLLBACK"_s).isOk());
        QTRY_VERIFY(state(next) == JobState::Running);
        QCOMPARE(m_session->started.size(), 1);
        QTRY_VERIFY(recorded(job) == *m_runner->job(job));
        QCOMPARE(finishedSpy.count(), 1);
    }

    void destroyingTheRunnerWhileARowIsWrittenRecordsTheEnd()
    {
        auto lock = lockOfTheHistory();
        const QUuid job = submit(backup(u"a.x.com"_s));
        QTest::qWait(0);
        m_runner.reset(); // does not wait for the history
        QVERIFY(lock->execute(u"ROLLBACK"_s).isOk());
        m_written.reset();
        QVERIFY(recorded(job).state == JobState::Finished);
        QVERIFY(recorded(job).outcome == Outcome::Cancelled);
        QCOMPARE(m_session->started.size(), 0);
    }

    void twoRunnersShareAHistory()
    {
        AsyncJobHistory otherHistory(m_folder->filePath(u"h"_s));
        JobRunner other(&otherHistory);
        const QUuid here = submit(backup(u"a.x.com"_s));
        const QUuid there = other.submit(m_session, backup(u"a.x.com"_s));
        QTRY_COMPARE(m_session->pipelines.size(), 2);
        for (FakePipeline *pipeline : QList(m_session->running)) {
            pipeline->write(VerboseRecord{u"x"_s});
            pipeline->end(Outcome::Succeeded);
        }
        QTRY_VERIFY(state(here) == JobState::Finished);
        QTRY_VERIFY(other.job(there)->state == JobState::Finished);
        QTRY_VERIFY(recorded(here) == *m_runner->job(here));
        QTRY_VERIFY(recorded(there) == *other.job(there));
        QCOMPARE(m_history->records(here, 0, 10)->size(), 2);
        QCOMPARE(m_history->records(there, 0, 10)->size(), 2);
    }

    void whoHasARecordFindsItInTheLog()
    {
        QList<qsizetype> inTheLog;
        QList<qsizetype> received;
        connect(m_runner.get(), &JobRunner::recordsReceived, this,
                [&](const QUuid &job, const std::vector<Record> &records) {
                    received.append((received.isEmpty() ? 0 : received.constLast()) + qsizetype(records.size()));
                    inTheLog.append(m_history->records(job, 0, 100)->size());
                });
        submit(backup(u"a.x.com"_s));
        QTRY_COMPARE(m_session->pipelines.size(), 1);
        for (int i = 0; i < 3; ++i) {
            m_session->pipelines.at(0)->write(VerboseRecord{u"x"_s});
            QTRY_COMPARE(received.size(), i + 1);
        }
        QCOMPARE(inTheLog, received);
    }

    // A command that writes faster than it is read must not keep the event loop from everything else.
    void aJobThatNeverPausesLeavesTimeForOtherEvents()
    {
        std::atomic<bool> isToEnd = false;
        m_session->onStart = [&](FakePipeline &pipeline) {
            pipeline.endsWhenCancelled = false;
            pipeline.worker = std::thread([&] {
                while (!isToEnd)
                    pipeline.write(ProgressRecord{});
                pipeline.end(Outcome::Succeeded);
            });
        };
        const QUuid job = submit(backup(u"a.x.com"_s));
        int beats = 0;
        QTimer heartbeat;
        connect(&heartbeat, &QTimer::timeout, this, [&] { ++beats; });
        QTRY_VERIFY(state(job) == JobState::Running);
        heartbeat.start(0);
        QTRY_VERIFY(beats >= 100);
        isToEnd = true;
        QTRY_VERIFY(state(job) == JobState::Finished);
    }

    void aJobKeepsItsSession()
    {
        const std::weak_ptr<FakeSession> session = m_session;
        const QUuid job = submit(backup(u"a.x.com"_s));
        QTRY_COMPARE(m_session->pipelines.size(), 1);
        FakePipeline *pipeline = m_session->pipelines.at(0);
        m_session.reset();
        QVERIFY(!session.expired());
        pipeline->end(Outcome::Succeeded);
        QTRY_VERIFY(state(job) == JobState::Finished);
        QVERIFY(session.expired());
    }

    void ofEndedJobsTheLatestThousandAreKept()
    {
        JobRunner runner(nullptr);
        QList<QUuid> jobs;
        for (int i = 0; i < 1001; ++i) {
            jobs.append(runner.submit(m_session, backup(u"a.x.com"_s)));
            runner.cancel(jobs.constLast());
        }
        QVERIFY(!runner.job(jobs.at(0)));
        QVERIFY(runner.job(jobs.at(1))->outcome == Outcome::Cancelled);
        QVERIFY(runner.job(jobs.at(1000)));
    }

    void withoutAHistoryJobsRunAsWell()
    {
        JobRunner runner(nullptr);
        const QUuid job = runner.submit(m_session, backup(u"a.x.com"_s));
        QTRY_COMPARE(m_session->pipelines.size(), 1);
        m_session->pipelines.at(0)->end(Outcome::Skipped);
        QTRY_VERIFY(runner.job(job)->state == JobState::Finished);
        QVERIFY(runner.job(job)->outcome == Outcome::Skipped);
    }

    void anUnknownJobIsNobody()
    {
        QVERIFY(!m_runner->job(QUuid::createUuid()));
        m_runner->cancel(QUuid::createUuid());
        m_runner->answer(QUuid::createUuid(), {1, 0});
        QVERIFY(m_runner->unfinishedJobs().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestJobRunner)
#include "tst_job_runner.moc"
