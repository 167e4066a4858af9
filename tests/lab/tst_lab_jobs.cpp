// Jobs on a lab deployment, from the runner through the session's threads to the stores, the report and the history.
#include "backend/job_runner.h"
#include "backend/lab/lab_session.h"
#include "tests/support/patience.h"
#include "tests/support/test_support.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestLabJobs : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TestDeployment> m_world;
    std::unique_ptr<JobHistory> m_history; // reads what the runner's writes
    std::unique_ptr<AsyncJobHistory> m_written;
    std::shared_ptr<LabSession> m_session;
    std::unique_ptr<JobRunner> m_runner;

    QUuid submit(const QString &line)
    {
        Result<Command> command = parseCommand(line);
        if (!command)
            qFatal("%s", qUtf8Printable(command.error().message));
        if (findCmdlet(command->cmdlet())->writesReport)
            command->set(u"Report"_s, m_world->filePath(u"report-%1.html"_s.arg(++m_reports)));
        return m_runner->submit(m_session, *command);
    }
    bool hasFinished(const QUuid &job) const { return m_runner->job(job)->state == JobState::Finished; }
    bool waitFor(const QUuid &job) const
    {
        return waitUntil([&] { return hasFinished(job); }, 60'000);
    }
    int m_reports = 0;

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<TestDeployment>();
        m_world->writeDocument(u"a.example.com"_s, u"urn:lcd:bob@example.com"_s, "<HomedResource/>");
        m_history = std::move(JobHistory::open(m_world->filePath(u"history"_s))).value();
        m_session = std::move(LabSession::open(m_world->folder(), 0ms)).value();
        m_written = std::make_unique<AsyncJobHistory>(m_world->filePath(u"history"_s));
        m_runner = std::make_unique<JobRunner>(m_written.get());
    }
    void cleanup()
    {
        m_runner.reset();
        m_session.reset();
        m_written.reset();
        m_history.reset();
        m_world.reset();
    }

    // Without the queue all but one would fail: the lock time-out is 0.
    void jobsOfOnePairRunOneAfterTheOther()
    {
        QList<QUuid> jobs;
        for (int i = 0; i < 4; ++i)
            jobs.append(submit(i % 2 == 0 ? u"Backup-CsPool -PoolFqdn a.example.com"_s
                                          : u"Backup-CsPool -PoolFqdn b.example.com"_s));
        jobs.append(submit(u"Set-CsBackupServiceConfiguration -SyncInterval 00:05:00"_s));
        for (const QUuid &job : jobs) {
            QVERIFY(waitFor(job));
            const JobInfo info = *m_runner->job(job);
            QVERIFY2(info.outcome == Outcome::Succeeded, qPrintable(info.message));
        }
        QVERIFY(m_world->open(OpenMode::ReadOnly)
                    ->userStore(u"b.example.com"_s)
                    ->find(u"urn:lcd:bob@example.com"_s)
                    ->has_value());
        QTRY_VERIFY(m_history->jobs()->constFirst() == *m_runner->job(jobs.constLast()));
        const QList<JobInfo> recorded = *m_history->jobs(m_session->deployment().id);
        QCOMPARE(recorded.size(), jobs.size());
        for (const JobInfo &info : recorded) {
            QVERIFY(info == *m_runner->job(info.id));
            const QList<Record> log = *m_history->records(info.id, 0, 10'000);
            QVERIFY(std::holds_alternative<FinishedRecord>(log.constLast().content));
            QCOMPARE(!info.reportPath.isEmpty(), info.cmdlet == u"Backup-CsPool");
        }
    }

    void cancelWhileAQuestionIsOpenLeavesNoLockBehind()
    {
        const QSignalSpy asked(m_runner.get(), &JobRunner::promptRaised);
        const QUuid first = submit(u"Backup-CsPool -PoolFqdn a.example.com -Confirm"_s);
        QTRY_COMPARE_WITH_TIMEOUT(asked.count(), 1, 60'000);
        const QUuid second = submit(u"Backup-CsPool -PoolFqdn b.example.com"_s);
        m_runner->cancel(first);
        m_runner->cancel(first);
        QVERIFY(waitFor(first) && waitFor(second));
        QVERIFY(m_runner->job(first)->outcome == Outcome::Cancelled);
        QVERIFY(QFileInfo::exists(m_runner->job(first)->reportPath));
        QVERIFY(m_runner->job(second)->outcome == Outcome::Succeeded);
    }

    void anAnswerNoSkipsTheJob()
    {
        connect(m_runner.get(), &JobRunner::promptRaised, this, [&](const QUuid &job, const PromptRequest &prompt) {
            m_runner->answer(job, {prompt.id, 2});
        });
        const QUuid job = submit(u"Backup-CsPool -PoolFqdn a.example.com -Confirm"_s);
        QVERIFY(waitFor(job));
        QVERIFY(m_runner->job(job)->outcome == Outcome::Skipped);
    }

    void destroyingTheRunnerWhileItsJobAsksEndsTheJob()
    {
        const QSignalSpy asked(m_runner.get(), &JobRunner::promptRaised);
        const QUuid job = submit(u"Backup-CsPool -PoolFqdn a.example.com -Confirm"_s);
        QTRY_COMPARE_WITH_TIMEOUT(asked.count(), 1, 60'000);
        m_runner.reset();
        m_written.reset();
        const JobInfo recorded = m_history->jobs()->constFirst();
        QCOMPARE(recorded.id, job);
        QVERIFY(recorded.outcome == Outcome::Cancelled);
        QVERIFY(recorded.ended.isValid());
    }

    void jobsThatReadRunBesideAJobThatChanges()
    {
        const QSignalSpy asked(m_runner.get(), &JobRunner::promptRaised);
        const QUuid backup = submit(u"Backup-CsPool -PoolFqdn a.example.com -Confirm"_s);
        QTRY_COMPARE_WITH_TIMEOUT(asked.count(), 1, 60'000);
        for (const QString &line : {u"Get-CsPool"_s, u"Get-CsBackupServiceStatus -PoolFqdn a.example.com"_s,
                                    u"Backup-CsPool -PoolFqdn a.example.com -WhatIf"_s}) {
            const QUuid job = submit(line);
            QVERIFY(waitFor(job));
            const Outcome outcome = m_runner->job(job)->outcome;
            QVERIFY2(outcome == Outcome::Succeeded || outcome == Outcome::Previewed,
                     qPrintable(m_runner->job(job)->message));
        }
        QVERIFY(!hasFinished(backup));
    }
};

QTEST_GUILESS_MAIN(TestLabJobs)
#include "tst_lab_jobs.moc"
