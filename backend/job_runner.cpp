#include "backend/job_runner.h"

#include "backend/user_name.h"

namespace cspool {

using namespace Qt::StringLiterals;

struct JobRunner::Run
{
    JobInfo info;
    qint64 number = 0; // in the order of submission, which clocks cannot tell
    Session *session = nullptr;
    Command command;
    std::unique_ptr<Pipeline> pipeline; // while it runs
    qint64 openPrompt = 0; // 0: none
    bool hasHistoryFailed = false;
    bool isRecorded = false; // its end is in the history
};

namespace {

// The parameter by which a cmdlet names the pool that it is about.
constexpr auto PoolParameter = u"PoolFqdn";

JobClaim claimOf(const Session &session, const Command &command)
{
    const CmdletInfo *info = session.cmdletInfo(command.cmdlet());
    if (!info || !info->changesData || command.isSwitchOn(u"WhatIf"))
        return {};
    const QUuid deployment = session.deployment().id;
    const QString pool = command.string(PoolParameter);
    // What changes data of no pool in particular changes the Central Management store.
    if (pool.isEmpty())
        return {JobClaim::Kind::Everything, {}, deployment};
    QSet<QString> pools = {pool};
    if (const QString backupPool = session.backupPoolOf(pool); !backupPool.isEmpty())
        pools.insert(backupPool);
    return {JobClaim::Kind::Pools, pools, deployment};
}

void count(JobInfo &job, const std::vector<Record> &records)
{
    for (const Record &record : records) {
        if (std::holds_alternative<WarningRecord>(record.content)) {
            ++job.warningCount;
        } else if (const auto *error = std::get_if<ErrorRecord>(&record.content)) {
            ++job.errorCount;
            if (error->isTerminating)
                job.message = error->error.message;
        }
    }
}

const FinishedRecord *endOf(const std::vector<Record> &records)
{
    return records.empty() ? nullptr : std::get_if<FinishedRecord>(&records.back().content);
}

void conclude(JobInfo &job, Outcome outcome, const QString &reportPath = {})
{
    job.ended = QDateTime::currentDateTimeUtc();
    job.state = JobState::Finished;
    job.outcome = outcome;
    job.reportPath = reportPath;
}

} // namespace

JobRunner::JobRunner(JobHistory *history, QObject *parent)
    : QObject(parent)
    , m_history(history)
{
}

JobRunner::~JobRunner()
{
    using namespace std::chrono_literals;
    for (const auto &[id, run] : m_runs) {
        if (run->pipeline)
            run->pipeline->cancel();
    }
    // Every run that is under way gets its true end in the history; what is still queued was cancelled.
    for (const auto &[id, run] : m_runs) {
        while (run->pipeline) {
            run->pipeline->mailbox().waitForRecords(1s);
            const std::vector<Record> records = run->pipeline->mailbox().takeAll();
            count(run->info, records);
            if (m_history)
                (void)m_history->appendRecords(id, records);
            if (const FinishedRecord *finished = endOf(records)) {
                conclude(run->info, finished->outcome, finished->reportPath);
                run->pipeline.reset();
            }
        }
        if (run->info.state == JobState::Queued)
            conclude(run->info, Outcome::Cancelled);
        if (m_history && !run->isRecorded)
            (void)m_history->recordFinished(run->info);
    }
}

JobRunner::Run *JobRunner::find(const QUuid &job) const
{
    const auto found = m_runs.find(job);
    return found == m_runs.end() ? nullptr : found->second.get();
}

std::optional<JobState> JobRunner::state(const QUuid &job) const
{
    const Run *run = find(job);
    return run ? std::optional(run->info.state) : std::nullopt;
}

template <typename Function> void JobRunner::record(const QUuid &job, Function function)
{
    if (!m_history)
        return;
    const Result<> recorded = function(*m_history);
    Run *run = find(job);
    if (recorded || !run || std::exchange(run->hasHistoryFailed, true))
        return;
    Q_EMIT historyFailed(recorded.error().message); // once for each job
}

QUuid JobRunner::submit(Session *session, const Command &command)
{
    auto run = std::make_unique<Run>();
    const DeploymentInfo deployment = session->deployment();
    const CmdletInfo *info = session->cmdletInfo(command.cmdlet());
    run->number = m_nextNumber++;
    run->info.id = QUuid::createUuid();
    run->info.deploymentId = deployment.id;
    run->info.deploymentName = deployment.name;
    run->info.commandLine = render(command);
    run->info.cmdlet = info ? info->name : command.cmdlet();
    run->info.pool = command.string(PoolParameter);
    run->info.user = currentUserName();
    run->info.queued = QDateTime::currentDateTimeUtc();
    run->session = session;
    run->command = command;

    const JobInfo job = run->info;
    m_runs.emplace(job.id, std::move(run));
    m_queue.enqueue(job.id, claimOf(*session, command));
    record(job.id, [&](JobHistory &history) { return history.recordQueued(job); });
    Q_EMIT jobQueued(job.id);
    // Later: the caller shall know the id before the first signal about its start.
    QMetaObject::invokeMethod(this, &JobRunner::startWaiting, Qt::QueuedConnection);
    return job.id;
}

void JobRunner::startWaiting()
{
    const QList<QUuid> startable = m_queue.takeStartable();
    for (const QUuid &id : startable) {
        Run *run = find(id);
        if (!run || run->info.state != JobState::Queued) {
            m_queue.release(id);
            continue;
        }
        run->info.started = QDateTime::currentDateTimeUtc();
        run->info.state = JobState::Running;
        const JobInfo job = run->info;
        record(id, [&](JobHistory &history) { return history.recordStarted(job); });
        run->pipeline = run->session->start(run->command);
        // Queued even when it comes from this thread: receive() may destroy the mailbox.
        connect(
            &run->pipeline->mailbox(), &Mailbox::recordsAvailable, this, [this, id] { receive(id); },
            Qt::QueuedConnection);
        Q_EMIT jobStarted(id);
        QMetaObject::invokeMethod(
            this, [this, id] { receive(id); }, Qt::QueuedConnection);
    }
}

void JobRunner::receive(const QUuid &job)
{
    Run *run = find(job);
    if (!run || !run->pipeline)
        return;
    const std::vector<Record> records = run->pipeline->mailbox().takeAll();
    if (records.empty())
        return;
    const JobInfo before = run->info;
    count(run->info, records);
    const PromptRequest *prompt = nullptr;
    for (const Record &record : records) {
        if (const auto *request = std::get_if<PromptRequest>(&record.content))
            prompt = request; // a command that asks does nothing else until it is answered
    }
    const FinishedRecord *finished = endOf(records);
    if (prompt && !finished && run->info.state == JobState::Running) {
        run->info.state = JobState::WaitingForAnswer;
        run->openPrompt = prompt->id;
    }
    const bool isChanged = run->info != before;
    const bool isAsked = run->info.state == JobState::WaitingForAnswer && before.state != JobState::WaitingForAnswer;

    record(job, [&](JobHistory &history) { return history.appendRecords(job, records); });
    Q_EMIT recordsReceived(job, records);
    if (isChanged)
        Q_EMIT jobChanged(job);
    // Unless a slot has answered or cancelled meanwhile.
    if (isAsked && state(job) == JobState::WaitingForAnswer)
        Q_EMIT promptRaised(job, *prompt);
    if (finished)
        finish(job, finished->outcome, finished->reportPath);
}

void JobRunner::finish(const QUuid &job, Outcome outcome, const QString &reportPath)
{
    Run *run = find(job);
    if (!run || run->info.state == JobState::Finished)
        return;
    conclude(run->info, outcome, reportPath);
    run->openPrompt = 0;
    run->isRecorded = true;
    // Waits for the thread, which has nothing left to do.
    const std::unique_ptr<Pipeline> ended = std::move(run->pipeline);
    m_queue.release(job);
    const JobInfo info = run->info;
    record(job, [&](JobHistory &history) { return history.recordFinished(info); });
    QMetaObject::invokeMethod(this, &JobRunner::startWaiting, Qt::QueuedConnection);
    Q_EMIT jobFinished(job);
}

void JobRunner::cancel(const QUuid &job)
{
    Run *run = find(job);
    if (!run)
        return;
    switch (run->info.state) {
    case JobState::Queued:
        finish(job, Outcome::Cancelled, {});
        return;
    case JobState::Running:
    case JobState::WaitingForAnswer:
        run->info.state = JobState::Cancelling;
        run->openPrompt = 0;
        run->pipeline->cancel();
        Q_EMIT jobChanged(job);
        return;
    case JobState::Cancelling:
    case JobState::Finished:
        return;
    }
}

void JobRunner::cancelAll()
{
    const QList<JobInfo> jobs = unfinishedJobs();
    // The queue first: nothing shall start only to be cancelled.
    for (auto job = jobs.crbegin(); job != jobs.crend(); ++job)
        cancel(job->id);
}

void JobRunner::answer(const QUuid &job, const PromptAnswer &answer)
{
    Run *run = find(job);
    if (!run || run->info.state != JobState::WaitingForAnswer || run->openPrompt != answer.id)
        return;
    run->info.state = JobState::Running;
    run->openPrompt = 0;
    run->pipeline->answer(answer);
    Q_EMIT jobChanged(job);
}

std::optional<JobInfo> JobRunner::job(const QUuid &job) const
{
    const Run *run = find(job);
    return run ? std::optional(run->info) : std::nullopt;
}

QList<JobInfo> JobRunner::unfinishedJobs() const
{
    std::map<qint64, const Run *> running;
    for (const auto &[id, run] : m_runs) {
        if (run->info.state != JobState::Queued && run->info.state != JobState::Finished)
            running.emplace(run->number, run.get());
    }
    QList<JobInfo> jobs;
    for (const auto &[number, run] : running)
        jobs.append(run->info);
    const QList<QUuid> waiting = m_queue.waiting();
    for (const QUuid &id : waiting) {
        if (const Run *run = find(id))
            jobs.append(run->info);
    }
    return jobs;
}

} // namespace cspool
