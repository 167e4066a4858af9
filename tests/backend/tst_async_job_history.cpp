// The history behind its thread: order, answers, failures, and that nothing is lost at the end.
#include "backend/async_job_history.h"
#include "backend/record_log_writer.h"
#include "tests/support/patience.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

JobInfo job(const QString &pool)
{
    JobInfo info;
    info.id = QUuid::createUuid();
    info.deploymentId = QUuid::createUuid();
    info.deploymentName = u"lab"_s;
    info.commandLine = u"Backup-CsPool"_s;
    info.cmdlet = u"Backup-CsPool"_s;
    info.pool = pool;
    info.user = u"ann"_s;
    info.queued = QDateTime::fromMSecsSinceEpoch(QDateTime::currentMSecsSinceEpoch(), Qt::UTC);
    return info;
}

JobInfo finished(JobInfo info)
{
    info.started = info.queued.addMSecs(1);
    info.ended = info.queued.addMSecs(2);
    info.state = JobState::Finished;
    info.outcome = Outcome::Failed;
    return info;
}

} // namespace

class TestAsyncJobHistory : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString folder() const { return m_folder->filePath(u"history"_s); }

    QList<JobInfo> jobsOf(AsyncJobHistory &history)
    {
        std::optional<QList<JobInfo>> jobs;
        history.jobs({}, 100, this, [&](const Result<QList<JobInfo>> &read) { jobs = read.value(); });
        const bool hasAnswered = test::waitUntil([&] { return jobs.has_value(); });
        return hasAnswered ? *jobs : QList<JobInfo>();
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void callsAreCarriedOutInTheirOrder()
    {
        AsyncJobHistory history(folder());
        const JobInfo info = job(u"a"_s);
        QStringList answers;
        history.recordQueued(info, this, [&](const Result<> &recorded) {
            answers.append(recorded ? u"queued"_s : recorded.error().message);
        });
        history.recordStarted(info, this, [&](const Result<> &recorded) {
            answers.append(recorded ? u"started"_s : recorded.error().message);
        });
        history.recordFinished(finished(info), this, [&](const Result<> &recorded) {
            answers.append(recorded ? u"finished"_s : recorded.error().message);
        });
        QCOMPARE(answers, QStringList()); // from the event loop only
        QCOMPARE(jobsOf(history), QList<JobInfo>{finished(info)});
        QCOMPARE(answers, QStringList({u"queued"_s, u"started"_s, u"finished"_s}));
    }

    void whatWasAskedForIsWrittenBeforeItIsGone()
    {
        const JobInfo info = job(u"a"_s);
        {
            AsyncJobHistory history(folder());
            for (int i = 0; i < 50; ++i)
                history.recordQueued(job(QString::number(i)), nullptr, {});
            history.recordQueued(info, nullptr, {});
            history.recordFinished(finished(info), nullptr, {});
        }
        const auto history = std::move(JobHistory::open(folder())).value();
        const QList<JobInfo> jobs = *history->jobs();
        QCOMPARE(jobs.size(), 51);
        QVERIFY(jobs.contains(finished(info)));
        // Its process' lock went with it: the others are interrupted, not running for ever.
        QCOMPARE(std::count_if(jobs.cbegin(), jobs.cend(),
                               [](const JobInfo &job) { return job.outcome == Outcome::Interrupted; }),
                 50);
    }

    void aFolderThatCannotBeUsedIsAnErrorOfEveryCallUntilItCan()
    {
        QFile obstacle(folder());
        QVERIFY(obstacle.open(QIODevice::WriteOnly));
        AsyncJobHistory history(folder());
        QStringList answers;
        const auto note = [&](const auto &result) { answers.append(result ? u"ok"_s : result.error().id); };
        history.recordQueued(job(u"a"_s), this, note);
        history.jobs({}, 10, this, note);
        history.records(QUuid::createUuid(), 0, 10, this, note);
        history.removeOlderThan(10, this, note);
        QTRY_COMPARE(answers.size(), 4);
        QCOMPARE(answers.count(u"HistoryNotWritable"_s), 4);
        QVERIFY(obstacle.remove());
        history.recordQueued(job(u"b"_s), this, note);
        QTRY_COMPARE(answers.size(), 5);
        QCOMPARE(answers.constLast(), u"ok"_s);
        QCOMPARE(jobsOf(history).size(), 1);
    }

    void anAnswerToNobodyIsDropped()
    {
        AsyncJobHistory history(folder());
        auto context = std::make_unique<QObject>();
        bool hasAnswered = false;
        history.recordQueued(job(u"a"_s), context.get(), [&](const Result<> &) { hasAnswered = true; });
        context.reset();
        QCOMPARE(jobsOf(history).size(), 1);
        QVERIFY(!hasAnswered);
    }

    void theRecordsOfALogAreReadInPages()
    {
        AsyncJobHistory history(folder());
        const JobInfo info = job(u"a"_s);
        bool isRecorded = false;
        history.recordQueued(info, this, [&](const Result<> &recorded) { isRecorded = recorded.isOk(); });
        QTRY_VERIFY(isRecorded);
        RecordLogWriter log(history.logPath(info.id));
        for (int i = 0; i < 10; ++i)
            log.write({QDateTime::currentDateTimeUtc(), VerboseRecord{QString::number(i)}});
        QVERIFY(!log.takeFailure());
        std::optional<QList<Record>> page;
        history.records(info.id, 4, 3, this, [&](const Result<QList<Record>> &read) { page = read.value(); });
        QTRY_VERIFY(page);
        QCOMPARE(page->size(), 3);
        QCOMPARE(std::get<VerboseRecord>(page->constFirst().content).message, u"4"_s);
    }

    void oldRunsAreRemovedWithTheirLogs()
    {
        AsyncJobHistory history(folder());
        JobInfo old = finished(job(u"old"_s));
        old.queued = old.started = old.ended = QDateTime::currentDateTimeUtc().addDays(-40);
        history.recordFinished(old, nullptr, {});
        history.recordFinished(finished(job(u"new"_s)), nullptr, {});
        QCOMPARE(jobsOf(history).size(), 2);
        RecordLogWriter(history.logPath(old.id)).write({QDateTime::currentDateTimeUtc(), VerboseRecord{u"x"_s}});
        std::optional<qint64> removed;
        history.removeOlderThan(30, this, [&](const Result<qint64> &count) { removed = count.value(); });
        QTRY_VERIFY(removed);
        QCOMPARE(*removed, 1);
        QCOMPARE(jobsOf(history).size(), 1);
        QVERIFY(!QFile::exists(history.logPath(old.id)));
    }

    void twoOfThemShareAFolder()
    {
        AsyncJobHistory first(folder());
        AsyncJobHistory second(folder());
        for (int i = 0; i < 20; ++i) {
            first.recordQueued(job(u"first"_s), nullptr, {});
            second.recordQueued(job(u"second"_s), nullptr, {});
        }
        QTRY_COMPARE(jobsOf(first).size(), 40);
        for (const JobInfo &info : jobsOf(second))
            QVERIFY(info.state == JobState::Queued); // nobody takes the other's for interrupted
    }

    void oneThatIsOpenIsTakenOver()
    {
        auto opened = std::move(JobHistory::open(folder())).value();
        const JobInfo info = job(u"a"_s);
        QVERIFY(opened->recordQueued(info).isOk());
        AsyncJobHistory history(std::move(opened));
        QCOMPARE(jobsOf(history), QList<JobInfo>{info});
        QCOMPARE(history.logPath(info.id), JobHistory::logPath(QDir(folder()).absolutePath(), info.id));
    }
};

QTEST_GUILESS_MAIN(TestAsyncJobHistory)
#include "tst_async_job_history.moc"
