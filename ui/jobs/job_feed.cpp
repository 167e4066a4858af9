#include "ui/jobs/job_feed.h"

#include "backend/job_runner.h"
#include "model/job_model.h"
#include "model/record_text.h"
#include "ui/desktop.h"
#include "ui/settings.h"

namespace cspool {

using namespace std::chrono_literals;

namespace {

constexpr auto FlushInterval = 100ms;
constexpr auto BusyTick = 1s; // durations count seconds
constexpr auto IdleTick = 60s;
constexpr int TicksBetweenReadings = 10; // while another process is at work
// Somebody who looks at a job that has just ended sees its log without a reading of the history.
constexpr qsizetype KeptEndedLogs = 20;
constexpr qint64 KeptEndedRecords = RecordTail::DefaultCapacity; // of all of them, unless it is one

} // namespace

JobFeed::JobFeed(JobRunner *runner, AsyncJobHistory *history, Settings *settings, Desktop *desktop, QObject *parent)
    : QObject(parent)
    , m_runner(runner)
    , m_history(history)
    , m_settings(settings)
    , m_desktop(desktop)
    , m_model(new JobModel(this))
{
    m_flushTimer.setSingleShot(true);
    m_flushTimer.setInterval(FlushInterval);
    connect(&m_flushTimer, &QTimer::timeout, this, &JobFeed::flush);
    connect(&m_tickTimer, &QTimer::timeout, this, &JobFeed::tick);
    connect(m_runner, &JobRunner::jobQueued, this, &JobFeed::changeJob);
    connect(m_runner, &JobRunner::jobStarted, this, &JobFeed::changeJob);
    connect(m_runner, &JobRunner::jobChanged, this, &JobFeed::changeJob);
    connect(m_runner, &JobRunner::jobFinished, this, &JobFeed::finish);
    connect(m_runner, &JobRunner::recordsReceived, this, &JobFeed::receive, Qt::DirectConnection);
    const QList<JobInfo> jobs = m_runner->unfinishedJobs();
    for (const JobInfo &job : jobs)
        changeJob(job.id);
    applyRetention();
    readHistory();
    tick();
}

JobFeed::~JobFeed() = default;

const RecordTail *JobFeed::log(const QUuid &job) const
{
    const auto found = m_logs.find(job);
    return found == m_logs.end() ? nullptr : &found->second;
}

void JobFeed::applyRetention()
{
    if (const int days = m_settings->value(Settings::HistoryRetentionDays); days > 0)
        removeEndedJobs(days);
}

void JobFeed::readHistory()
{
    // What is read now may be older than what somebody wants to see.
    m_isReadingWanted = m_isReading;
    if (!m_history || m_isReading)
        return;
    m_isReading = true;
    m_ticksSinceReading = 0;
    m_history->jobs({}, HistoryLimit, this, [this](const Result<QList<JobInfo>> &jobs) {
        m_isReading = false;
        if (m_isReadingWanted)
            readHistory();
        if (!jobs) {
            Q_EMIT historyFailed(jobs.error());
            return;
        }
        m_model->setHistory(*jobs);
        m_isHistoryRead = true;
        tick();
        Q_EMIT historyRead();
    });
}

void JobFeed::removeEndedJobs(int days)
{
    const QDateTime limit = QDateTime::currentDateTimeUtc().addDays(-days);
    if (!m_history) {
        m_model->removeEndedBefore(limit);
        return;
    }
    m_history->removeOlderThan(days, this, [this, limit](const Result<qint64> &removed) {
        if (!removed) {
            Q_EMIT historyFailed(removed.error());
            return;
        }
        m_model->removeEndedBefore(limit);
        Q_EMIT endedJobsRemoved(*removed);
    });
}

void JobFeed::changeJob(const QUuid &job)
{
    const std::optional<JobInfo> info = m_runner->job(job);
    if (!info)
        return;
    const int row = m_model->rowOf(job);
    if (row >= 0 && m_model->job(row).state == info->state) {
        scheduleFlush(job); // only what it counts
        return;
    }
    m_model->setJob(*info);
    m_isQueueChanged = true;
    scheduleFlush(job);
    if (!m_tickTimer.isActive() || m_tickTimer.intervalAsDuration() != BusyTick)
        tick();
}

void JobFeed::receive(const QUuid &job, const std::vector<Record> &records)
{
    m_logs.try_emplace(job).first->second.add(records);
    QList<ProgressRecord> &activities = m_activities[job];
    for (const Record &record : records) {
        const auto *progress = std::get_if<ProgressRecord>(&record.content);
        if (!progress)
            continue;
        activities.removeIf([&](const ProgressRecord &other) { return other.activityId == progress->activityId; });
        if (!progress->isCompleted)
            activities.append(*progress);
    }
    scheduleFlush(job);
}

void JobFeed::finish(const QUuid &job)
{
    m_activities.remove(job);
    changeJob(job);
    flush();
    if (!m_logs.contains(job))
        return;
    m_endedLogs.append(job);
    forgetEndedLogs();
}

// Many short logs are kept, or a few long ones.
void JobFeed::forgetEndedLogs()
{
    qint64 records = 0;
    for (const QUuid &job : std::as_const(m_endedLogs))
        records += m_logs.at(job).end() - m_logs.at(job).begin();
    while (m_endedLogs.size() > KeptEndedLogs || (records > KeptEndedRecords && m_endedLogs.size() > 1)) {
        const RecordTail &oldest = m_logs.at(m_endedLogs.constFirst());
        records -= oldest.end() - oldest.begin();
        m_logs.erase(m_endedLogs.takeFirst());
    }
}

void JobFeed::scheduleFlush(const QUuid &job)
{
    m_changed.insert(job);
    if (!m_flushTimer.isActive())
        m_flushTimer.start();
}

void JobFeed::flush()
{
    m_flushTimer.stop();
    const QSet<QUuid> changed = std::exchange(m_changed, {});
    for (const QUuid &job : changed) {
        if (const std::optional<JobInfo> info = m_runner->job(job))
            m_model->setJob(*info);
        const QList<ProgressRecord> activities = m_activities.value(job);
        m_model->setProgress(job, activities.isEmpty() ? std::nullopt : std::optional(activities.last()));
    }
    if (std::exchange(m_isQueueChanged, false))
        updateWaits();
    for (const QUuid &job : changed)
        Q_EMIT logChanged(job);
}

void JobFeed::updateWaits()
{
    const QList<JobInfo> jobs = m_runner->unfinishedJobs();
    for (const JobInfo &job : jobs) {
        if (job.state == JobState::Queued)
            m_model->setWaitsFor(job.id, m_runner->waitsFor(job.id));
    }
}

bool JobFeed::hasJobsElsewhere() const
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->isElsewhere(row))
            return true;
    }
    return false;
}

void JobFeed::tick()
{
    m_model->setNow(m_desktop->now());
    const bool isElsewhere = hasJobsElsewhere();
    const auto interval = isElsewhere || !m_runner->unfinishedJobs().isEmpty() ? BusyTick : IdleTick;
    if (!m_tickTimer.isActive() || m_tickTimer.intervalAsDuration() != interval)
        m_tickTimer.start(interval);
    if (++m_ticksSinceReading >= TicksBetweenReadings && isElsewhere)
        readHistory();
}

} // namespace cspool
