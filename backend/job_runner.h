// JobRunner: runs commands as jobs: queues them, records them in the history, hands on their records.
#pragma once

#include "backend/async_job_history.h"
#include "backend/job_queue.h"
#include "backend/session.h"
#include "model/job.h"

#include <QHash>
#include <QObject>

#include <deque>
#include <map>
#include <memory>

namespace cspool {

// Lives in the window's thread and does nothing slow there: the history's thread writes the rows, each command's thread
// its own log. Every signal is emitted in the window's thread. Destroying the runner cancels what runs and waits for
// the end, which still gets into the history; a job that does not end is left to the ExitWatch and is Interrupted at the
// next start.
class JobRunner : public QObject
{
    Q_OBJECT

public:
    // `history` may be null (nothing is recorded) and must outlive the runner.
    explicit JobRunner(AsyncJobHistory *history, QObject *parent = nullptr);
    ~JobRunner() override;

    // Takes a command that validate() accepts and queues it behind the jobs that hold its pools: those of the parameter
    // PoolFqdn and its backup pool; a command that changes data without naming a pool, or of whose pool the backup pool
    // is not known yet, excludes all others of its deployment; one that only reads waits for no pool. At most
    // JobQueue::MaximumRunning run at once. It starts from the event loop, once it is recorded or could not be. The job
    // keeps `session` until it has ended. `id`: for who writes it down before.
    QUuid submit(const std::shared_ptr<Session> &session, const Command &command,
                 const QUuid &id = QUuid::createUuid());

    // Any state: a queued job ends as Cancelled at once, a running one as soon as it can. A second call does nothing.
    void cancel(const QUuid &job);
    void cancelAll();
    void answer(const QUuid &job, const PromptAnswer &answer);

    // Also of the last thousand jobs that have ended in this runner; the history has the others.
    std::optional<JobInfo> job(const QUuid &job) const;
    QList<JobInfo> unfinishedJobs() const; // running first, then the queue in its order
    QUuid waitsFor(const QUuid &job) const { return m_queue.waitsFor(job); } // of a queued job; null: nobody

Q_SIGNALS:
    void jobQueued(const QUuid &job);
    void jobStarted(const QUuid &job);
    void jobChanged(const QUuid &job); // state, counts
    // In batches, in order; direct connections only (the list lives during the call).
    void recordsReceived(const QUuid &job, const std::vector<cspool::Record> &records);
    void promptRaised(const QUuid &job, const cspool::PromptRequest &prompt);
    void jobFinished(const QUuid &job);
    void historyFailed(const cspool::Error &error); // a warning, once for each job; the job goes on

private:
    struct Run;
    void startWaiting();
    void startIfReady(Run *run);
    void scheduleReceive(const QUuid &job);
    void receive(const QUuid &job);
    void checkLog(Run *run);
    void finish(Run *run, const FinishedRecord &end);
    void keepEnded(const JobInfo &job);
    Run *find(const QUuid &job) const;
    std::optional<JobState> state(const QUuid &job) const;

    // What the history has to say of one job; the first failure becomes historyFailed().
    using Warned = std::shared_ptr<bool>;
    void warn(const Warned &warned, const Error &error);
    AsyncJobHistory::Done warnOnFailure(const Run &run);

    AsyncJobHistory *m_history;
    const QString m_user;
    JobQueue m_queue;
    std::map<QUuid, std::unique_ptr<Run>> m_runs; // queued and running
    QHash<QUuid, JobInfo> m_endedJobs;
    std::deque<QUuid> m_endedOrder; // oldest first
    qint64 m_nextNumber = 1;
};

} // namespace cspool
