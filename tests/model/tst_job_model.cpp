// JobModel and JobFilterModel: jobs as rows, told by the smallest signals.
#include "model/job_filter_model.h"
#include "model/job_model.h"
#include "model/job_text.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

const QDateTime Noon(QDate(2026, 3, 4), QTime(12, 0), Qt::UTC);

JobInfo makeJob(int minute, JobState state = JobState::Finished, Outcome outcome = Outcome::Succeeded)
{
    JobInfo job;
    job.id = QUuid::createUuid();
    job.cmdlet = u"Backup-CsPool"_s;
    job.pool = u"pool%1.example.com"_s.arg(minute);
    job.commandLine = u"Backup-CsPool -PoolFqdn "_s + job.pool;
    job.user = u"ann"_s;
    job.deploymentName = u"example.com"_s;
    job.queued = Noon.addSecs(minute * 60);
    if (state != JobState::Queued)
        job.started = job.queued;
    if (state == JobState::Finished)
        job.ended = job.started.addSecs(65);
    job.state = state;
    job.outcome = outcome;
    return job;
}

} // namespace

class TestJobModel : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<JobModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    QString text(int row, int column) const { return m_model->index(row, column).data().toString(); }
    QStringList pools() const
    {
        QStringList result;
        for (int row = 0; row < m_model->rowCount(); ++row)
            result.append(text(row, JobModel::PoolColumn).section(u'.', 0, 0));
        return result;
    }
    // The columns that were told to have changed, each by a signal of its own.
    static QList<int> changedColumns(const QSignalSpy &spy)
    {
        QList<int> columns;
        for (const QList<QVariant> &arguments : spy) {
            const auto first = arguments.at(0).toModelIndex();
            if (first != arguments.at(1).toModelIndex())
                return {};
            columns.append(first.column());
        }
        return columns;
    }

private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_model = std::make_unique<JobModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_model->setNow(Noon);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void theNewestJobComesFirst()
    {
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        m_model->setHistory({makeJob(1), makeJob(5), makeJob(3)});
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(pools(), QStringList({u"pool5"_s, u"pool3"_s, u"pool1"_s}));
        m_model->setJob(makeJob(4, JobState::Queued));
        QCOMPARE(inserted.count(), 2);
        QCOMPARE(pools(), QStringList({u"pool5"_s, u"pool4"_s, u"pool3"_s, u"pool1"_s}));
        QCOMPARE(reset.count(), 0);
    }

    void everyOutcomeHasAWordOfItsOwn()
    {
        QSet<QString> words;
        for (const Outcome outcome : {Outcome::Succeeded, Outcome::SucceededWithWarnings, Outcome::Failed,
                                      Outcome::Cancelled, Outcome::Skipped, Outcome::Previewed, Outcome::Interrupted}) {
            m_model->setJob(makeJob(1, JobState::Finished, outcome));
            words.insert(text(0, JobModel::StateColumn));
        }
        QCOMPARE(words.size(), 7);
        QVERIFY(!words.contains(QString()));
    }

    // Found by a review: what had been cancelled, skipped or previewed looked like a success or a failure.
    void whatNeitherSucceededNorFailedIsNeutral()
    {
        for (const Outcome outcome : {Outcome::Cancelled, Outcome::Skipped, Outcome::Previewed}) {
            m_model->setJob(makeJob(1, JobState::Finished, outcome));
            QCOMPARE(m_model->index(0, JobModel::StateColumn).data(ToneRole).toInt(), int(StatusTone::Neutral));
        }
        QVERIFY(toneOf(StepResult::Cancelled) == StatusTone::Neutral);
        QVERIFY(toneOf(StepResult::Skipped) == StatusTone::Neutral);
    }

    void aFinishedJobTellsOnlyTheCellsThatChanged()
    {
        JobInfo job = makeJob(0, JobState::Running);
        m_model->setJob(job);
        m_model->setNow(Noon.addSecs(10));
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_model->setJob(job);
        QCOMPARE(changed.count(), 0);
        job.state = JobState::Finished;
        job.outcome = Outcome::Failed;
        job.ended = Noon.addSecs(10);
        job.errorCount = 1;
        job.message = u"The disk is full.\nMore."_s;
        m_model->setJob(job);
        QCOMPARE(changedColumns(changed),
                 QList<int>({JobModel::StateColumn, JobModel::ProgressColumn, JobModel::ActivityColumn,
                             JobModel::StartedColumn, JobModel::ErrorsColumn}));
        QCOMPARE(text(0, JobModel::StateColumn), u"Failed"_s);
        QCOMPARE(text(0, JobModel::ActivityColumn), u"The disk is full."_s);
        QCOMPARE(text(0, JobModel::ElapsedColumn), u"0:10"_s);
        QCOMPARE(m_model->index(0, JobModel::StateColumn).data(ToneRole).toInt(), int(StatusTone::Bad));
    }

    void timeChangesOnlyTheDurationsOfJobsUnderWay()
    {
        m_model->setHistory({makeJob(-10), makeJob(-20)});
        m_model->setJob(makeJob(0, JobState::Running));
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_model->setNow(Noon.addSecs(1));
        QCOMPARE(changedColumns(changed), QList<int>({JobModel::ElapsedColumn}));
        QCOMPARE(changed.first().first().toModelIndex().row(), 0);
        QCOMPARE(text(0, JobModel::ElapsedColumn), u"0:01"_s);
    }

    void progressHasUnitsAndTheTimeLeftOnlyWhenItIsKnown()
    {
        const JobInfo job = makeJob(0, JobState::Running);
        m_model->setJob(job);
        const QModelIndex progress = m_model->index(0, JobModel::ProgressColumn);
        QCOMPARE(progress.data(JobModel::PercentRole).toInt(), -1);
        ProgressRecord record{.activityId = 1, .activity = u"Copying"_s, .status = u"Documents: 3 of 12"_s};
        record.percentComplete = 25;
        m_model->setProgress(job.id, record);
        QCOMPARE(progress.data(JobModel::PercentRole).toInt(), 25);
        QCOMPARE(progress.data(JobModel::UnitsRole).toString(), u"Documents: 3 of 12"_s);
        QCOMPARE(text(0, JobModel::ActivityColumn), u"Copying"_s);
        QCOMPARE(text(0, JobModel::RemainingColumn), QString());
        record.secondsRemaining = 170;
        m_model->setProgress(job.id, record);
        QVERIFY(text(0, JobModel::RemainingColumn).startsWith(u"about 3 minute"_s));
        // An estimate that nobody renewed runs out; then nothing is known.
        m_model->setNow(Noon.addSecs(171));
        QCOMPARE(text(0, JobModel::RemainingColumn), QString());
    }

    void aQueuedJobTellsForWhichItWaits()
    {
        const JobInfo first = makeJob(0, JobState::Running);
        JobInfo second = makeJob(1, JobState::Queued);
        m_model->setJob(first);
        m_model->setJob(second);
        m_model->setWaitsFor(second.id, first.id);
        QCOMPARE(text(0, JobModel::ActivityColumn), u"Waits for Backup-CsPool pool0.example.com"_s);
        second.state = JobState::Running;
        m_model->setJob(second);
        QCOMPARE(text(0, JobModel::ActivityColumn), QString());
    }

    void whatAnotherProcessRunsIsNotOurs()
    {
        const JobInfo other = makeJob(0, JobState::Running);
        m_model->setHistory({other});
        QVERIFY(m_model->isElsewhere(0));
        QCOMPARE(text(0, JobModel::StateColumn), u"Running in another process"_s);
        QVERIFY(!m_model->index(0, JobModel::ProgressColumn).data(JobModel::PercentRole).isValid());
        JobInfo ended = other;
        ended.state = JobState::Finished;
        ended.ended = Noon.addSecs(5);
        m_model->setHistory({ended});
        QVERIFY(!m_model->isElsewhere(0));
        QCOMPARE(text(0, JobModel::StateColumn), u"Succeeded"_s);
    }

    void theHistoryNeverOverwritesWhatThisProcessKnows()
    {
        JobInfo job = makeJob(0, JobState::Running);
        m_model->setJob(job);
        JobInfo stale = job;
        stale.state = JobState::Queued;
        m_model->setHistory({stale, makeJob(-5)});
        QCOMPARE(m_model->rowCount(), 2);
        QCOMPARE(text(0, JobModel::StateColumn), u"Running"_s);
        QVERIFY(!m_model->isElsewhere(0));
        m_model->setHistory({});
        QCOMPARE(pools(), QStringList({u"pool0"_s}));
    }

    void aHistoryReadAgainChangesOnlyWhatDiffers()
    {
        const QList<JobInfo> jobs = {makeJob(9), makeJob(8), makeJob(7), makeJob(6)};
        m_model->setHistory(jobs);
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_model->setHistory(jobs);
        QCOMPARE(inserted.count() + removed.count() + changed.count(), 0);
        m_model->setHistory({makeJob(11), makeJob(10), jobs[0], jobs[3]});
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(removed.count(), 1);
        QCOMPARE(changed.count(), 0);
        QCOMPARE(pools(), QStringList({u"pool11"_s, u"pool10"_s, u"pool9"_s, u"pool6"_s}));
    }

    void jobsThatEndedLongAgoAreRemovedAndUnfinishedOnesStay()
    {
        m_model->setHistory({makeJob(0), makeJob(-100), makeJob(-200, JobState::Running)});
        m_model->setJob(makeJob(-300));
        m_model->removeEndedBefore(Noon.addSecs(-60 * 50));
        QCOMPARE(pools(), QStringList({u"pool0"_s, u"pool-200"_s}));
    }

    void aJobWhoseEndIsNotKnownHasNoDuration()
    {
        JobInfo job = makeJob(0, JobState::Finished, Outcome::Interrupted);
        job.ended = {};
        m_model->setHistory({job});
        QCOMPARE(text(0, JobModel::ElapsedColumn), QString());
        QVERIFY(!m_model->index(0, JobModel::StateColumn).data(Qt::ToolTipRole).toString().isEmpty());
    }

    void theFilterShows_data()
    {
        QTest::addColumn<int>("filter");
        QTest::addColumn<QString>("search");
        QTest::addColumn<QStringList>("shown");
        QTest::newRow("all") << int(JobFilter::All) << QString()
                             << QStringList({u"pool1"_s, u"pool5"_s, u"pool4"_s, u"pool3"_s, u"pool2"_s});
        QTest::newRow("under way") << int(JobFilter::UnderWay) << QString() << QStringList({u"pool1"_s});
        QTest::newRow("problems") << int(JobFilter::Problems) << QString() << QStringList({u"pool4"_s, u"pool2"_s});
        QTest::newRow("words") << int(JobFilter::All) << u"backup POOL3"_s << QStringList({u"pool3"_s});
        QTest::newRow("state") << int(JobFilter::All) << u"cancelled"_s << QStringList({u"pool5"_s});
        QTest::newRow("both") << int(JobFilter::Problems) << u"pool3"_s << QStringList();
    }
    void theFilterShows()
    {
        QFETCH(int, filter);
        QFETCH(QString, search);
        QFETCH(QStringList, shown);
        JobFilterModel proxy(m_model.get());
        const QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_model->setHistory({makeJob(5, JobState::Finished, Outcome::Cancelled),
                             makeJob(4, JobState::Finished, Outcome::Failed), makeJob(3),
                             makeJob(2, JobState::Finished, Outcome::SucceededWithWarnings)});
        m_model->setJob(makeJob(1, JobState::Running));
        proxy.setFilter(JobFilter(filter));
        proxy.setSearch(search);
        QStringList seen;
        for (int row = 0; row < proxy.rowCount(); ++row)
            seen.append(proxy.index(row, JobModel::PoolColumn).data().toString().section(u'.', 0, 0));
        QCOMPARE(seen, shown);
    }

    void aJobThatEndsLeavesTheTopOfTheList()
    {
        JobFilterModel proxy(m_model.get());
        const QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
        JobInfo job = makeJob(1, JobState::Running);
        m_model->setHistory({makeJob(5)});
        m_model->setJob(job);
        QCOMPARE(proxy.job(proxy.index(0, 0)).id, job.id);
        job.state = JobState::Finished;
        job.ended = Noon.addSecs(70);
        m_model->setJob(job);
        QCOMPARE(proxy.job(proxy.index(1, 0)).id, job.id);
    }

    void durationsAreWritten_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("clock set back") << qint64(-5) << u"0:00"_s;
        QTest::newRow("seconds") << qint64(7) << u"0:07"_s;
        QTest::newRow("minutes") << qint64(754) << u"12:34"_s;
        QTest::newRow("hours") << qint64(3723) << u"1:02:03"_s;
    }
    void durationsAreWritten()
    {
        QFETCH(qint64, seconds);
        QFETCH(QString, text);
        QCOMPARE(durationText(seconds), text);
    }
};

QTEST_GUILESS_MAIN(TestJobModel)
#include "tst_job_model.moc"
