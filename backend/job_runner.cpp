#include "backend/job_runner.h"

#include "backend/batch_pacer.h"
#include "backend/exit_watch.h"
#include "backend/record_log_writer.h"
#include "backend/user_name.h"
#include "model/job_text.h"

#include <QTimer>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// The parameter by which a cmdlet names the pool that it is about.
constexpr auto PoolParameter = u"PoolFqdn";

constexpr std::size_t MaximumEndedJobs = 1000;

JobClaim claimOf(const Session &session, const Command &command)
{
    const CmdletInfo *info = session.cmdletInfo(command.cmdlet());
    if (!info || !info->changesData || command.isSwitchOn(u"WhatIf"))
        return {};
    const DeploymentInfo deployment = session.deployment();
    JobClaim claim{JobClaim::Kind::Everything, {}, deployment.id, deployment.kind == DeploymentKind::Server};
    const QString pool = command.string(PoolParameter);
    // What changes data of no pool in particular changes the Central Management store.
    if (pool.isEmpty())
        return claim;
    claim.pools = {pool};
    // Which pool is its partner must be known before it may run beside a job of another one.
    if (!session.knowsBackupPoolOf(pool))
        return claim;
    claim.kind = JobClaim::Kind::Pools;
    if (const QString backupPool = session.backupPoolOf(pool); !backupPool.isEmpty())
        claim.pools.insert(backupPool);
    return claim;
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

void conclude(JobInfo &job, const FinishedRecord &end)
{
    job.ended = QDateTime::currentDateTimeUtc();
    job.state = JobState::Finished;
    job.outcome = end.outcome;
    job.reportPath = end.reportPath;
    job.serverReportPath = end.remoteReportPath;
}

RecordSpool spoolTo(const std::shared_ptr<RecordLogWriter> &log)
{
    if (!log)
        return {};
    return [log](const Record &record) { log->write(record); };
}

} // namespace

struct JobRunner::Run
{
    JobInfo info;
    qint64 number = 0; // in the order of submission, which clocks cannot tell
    std::shared_ptr<Session> session;
    Command command;
    bool isRecorded = false; // or it could not be
    bool hasItsPools = false;
    std::shared_ptr<RecordLogWriter> log; // written by the command; null: there is no history
    std::unique_ptr<Pipeline> pipeline; // while it runs
    BatchPacer pacer;
    qint64 openPrompt = 0; // 0: none
    Warned warned = std::make_shared<bool>(false);

    // Until its end, without an event loop.
    void waitForEnd()
    {
        while (pipeline) {
            pipeline->mailbox().waitForRecords(1s);
            const std::vector<Record> records = pipeline->mailbox().takeAll();
            count(info, records);
            if (const FinishedRecord *finished = endOf(records)) {
                conclude(info, *finished);
                pipeline.reset();
            }
        }
    }
};

JobRunner::JobRunner(AsyncJobHistory *history, QObject *parent)
    : QObject(parent)
    , m_history(history)
    , m_user(currentUserName())
{
}

JobRunner::~JobRunner()
{
    for (const auto &[id, run] : m_runs) {
        if (run->pipeline)
            run->pipeline->cancel();
    }
    // Every run that is under way gets its true end in the history; what is still queued was cancelled.
    for (const auto &[id, run] : m_runs) {
        const ExitWait wait(u"job "_s + jobName(run->info));
        run->waitForEnd();
        if (run->info.state == JobState::Queued)
            conclude(run->info, FinishedRecord{Outcome::Cancelled, {}, {}});
        if (m_history)
            m_history->recordFinished(run->info, nullptr, {});
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

void JobRunner::warn(const Warned &warned, const Error &error)
{
    if (!std::exchange(*warned, true))
        Q_EMIT historyFailed(error);
}

AsyncJobHistory::Done JobRunner::warnOnFailure(const Run &run)
{
    return [this, warned = run.warned](const Result<> &recorded) {
        if (!recorded)
            warn(warned, recorded.error());
    };
}

QUuid JobRunner::submit(const std::shared_ptr<Session> &session, const Command &command, const QUuid &id)
{
    auto run = std::make_unique<Run>();
    const DeploymentInfo deployment = session->deployment();
    const CmdletInfo *info = session->cmdletInfo(command.cmdlet());
    run->number = m_nextNumber++;
    run->info.id = id;
    run->info.deploymentId = deployment.id;
    run->info.deploymentName = deployment.name;
    run->info.deploymentLocation = deployment.location;
    run->info.commandLine = render(command);
    run->info.cmdlet = info ? info->name : command.cmdlet();
    run->info.pool = command.string(PoolParameter);
    run->info.user = m_user;
    run->info.queued = QDateTime::currentDateTimeUtc();
    run->session = session;
    run->command = command;
    run->isRecorded = !m_history;
    if (m_history) {
        run->log = std::make_shared<RecordLogWriter>(m_history->logPath(id));
        m_history->recordQueued(run->info, this, [this, id, warn = warnOnFailure(*run)](const Result<> &recorded) {
            warn(recorded);
            if (Run *queued = find(id)) {
                queued->isRecorded = true;
                startIfReady(queued);
            }
        });
    }
    m_runs.emplace(id, std::move(run));
    m_queue.enqueue(id, claimOf(*session, command));
    Q_EMIT jobQueued(id);
    // Later: the caller shall know the id before the first signal about its start.
    QMetaObject::invokeMethod(this, &JobRunner::startWaiting, Qt::QueuedConnection);
    return id;
}

void JobRunner::startWaiting()
{
    const QList<QUuid> startable = m_queue.takeStartable();
    for (const QUuid &id : startable) {
        Run *run = find(id);
        if (!run) {
            m_queue.release(id); // a slot has cancelled it
            continue;
        }
        run->hasItsPools = true;
        startIfReady(run);
    }
}

void JobRunner::startIfReady(Run *run)
{
    if (!run->isRecorded || !run->hasItsPools || run->info.state != JobState::Queued)
        return;
    const QUuid id = run->info.id;
    run->info.started = QDateTime::currentDateTimeUtc();
    run->info.state = JobState::Running;
    if (m_history)
        m_history->recordStarted(run->info, this, warnOnFailure(*run));
    run->pipeline = run->session->start(run->command, spoolTo(run->log));
    // Queued even when it comes from this thread: receive() may destroy the mailbox.
    connect(
        &run->pipeline->mailbox(), &Mailbox::recordsAvailable, this, [this, id] { scheduleReceive(id); },
        Qt::QueuedConnection);
    scheduleReceive(id);
    Q_EMIT jobStarted(id);
}

void JobRunner::scheduleReceive(const QUuid &job)
{
    Run *run = find(job);
    if (!run)
        return;
    if (const auto delay = run->pacer.schedule())
        QTimer::singleShot(*delay, Qt::PreciseTimer, this, [this, job] { receive(job); });
}

void JobRunner::receive(const QUuid &job)
{
    Run *run = find(job);
    if (!run || !run->pipeline)
        return;
    run->pacer.begin();
    const std::vector<Record> records = run->pipeline->mailbox().takeAll();
    if (records.empty())
        return;
    run->pacer.batchTaken();
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

    checkLog(run);
    Q_EMIT recordsReceived(job, records);
    if (isChanged)
        Q_EMIT jobChanged(job);
    // Unless a slot has answered or cancelled meanwhile.
    if (isAsked && state(job) == JobState::WaitingForAnswer)
        Q_EMIT promptRaised(job, *prompt);
    if (finished)
        finish(run, *finished);
}

// Whatever could not be written of the records that have come is known: they were written before.
void JobRunner::checkLog(Run *run)
{
    const std::optional<Error> failure = run->log ? run->log->takeFailure() : std::nullopt;
    if (failure)
        warn(run->warned, *failure);
}

void JobRunner::finish(Run *run, const FinishedRecord &end)
{
    conclude(run->info, end);
    const JobInfo info = run->info;
    if (m_history)
        m_history->recordFinished(info, this, warnOnFailure(*run));
    // With its pipeline, whose thread has nothing left to do, and its hold on the session.
    m_runs.erase(info.id);
    m_queue.release(info.id);
    keepEnded(info);
    QMetaObject::invokeMethod(this, &JobRunner::startWaiting, Qt::QueuedConnection);
    Q_EMIT jobFinished(info.id);
}

void JobRunner::keepEnded(const JobInfo &job)
{
    m_endedJobs.insert(job.id, job);
    m_endedOrder.push_back(job.id);
    if (m_endedOrder.size() > MaximumEndedJobs) {
        m_endedJobs.remove(m_endedOrder.front());
        m_endedOrder.pop_front();
    }
}

void JobRunner::cancel(const QUuid &job)
{
    Run *run = find(job);
    if (!run)
        return;
    switch (run->info.state) {
    case JobState::Queued:
        finish(run, FinishedRecord{Outcome::Cancelled, {}, {}});
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
    if (const Run *run = find(job))
        return run->info;
    const auto ended = m_endedJobs.constFind(job);
    return ended == m_endedJobs.constEnd() ? std::nullopt : std::optional(*ended);
}

QList<JobInfo> JobRunner::unfinishedJobs() const
{
    std::vector<const Run *> runs;
    for (const auto &[id, run] : m_runs)
        runs.push_back(run.get());
    // The queue's order is the order of submission.
    const auto place = [](const Run *run) { return std::pair(run->info.state == JobState::Queued, run->number); };
    std::sort(runs.begin(), runs.end(), [place](const Run *a, const Run *b) { return place(a) < place(b); });
    QList<JobInfo> jobs;
    for (const Run *run : runs)
        jobs.append(run->info);
    return jobs;
}

} // namespace cspool
