// JobRunner: runs commands as jobs: queues them, records them in the history, hands on their records.
#pragma once

#include "backend/job_history.h"
#include "backend/job_queue.h"
#include "backend/session.h"
#include "model/job.h"

#include <QObject>

#include <map>
#include <memory>

namespace cspool {

// Lives in the window's thread; every signal is emitted there. Destroying it cancels what runs and waits for the end.
class JobRunner : public QObject
{
    Q_OBJECT

public:
    // `history` may be null (nothing is recorded) and must outlive the runner.
    explicit JobRunner(JobHistory *history, QObject *parent = nullptr);
    ~JobRunner() override;

    // Takes a command that validate() accepts and queues it behind the jobs that hold its pools: those of the parameter
    // PoolFqdn and its backup pool; a command that changes data without naming a pool excludes all others of its
    // deployment; one that only reads waits for nobody. It starts from the event loop at the earliest, and is recorded
    // before. `session` must outlive the job.
    QUuid submit(Session *session, const Command &command);

    // Any state: a queued job ends as Cancelled at once, a running one as soon as it can. A second call does nothing.
    void cancel(const QUuid &job);
    void cancelAll();
    void answer(const QUuid &job, const PromptAnswer &answer);

    // Also of a job that has ended in this runner.
    std::optional<JobInfo> job(const QUuid &job) const;
    QList<JobInfo> unfinishedJobs() const; // running first, then the queue in its order

Q_SIGNALS:
    void jobQueued(const QUuid &job);
    void jobStarted(const QUuid &job);
    void jobChanged(const QUuid &job); // state, counts
    // In batches, in order; direct connections only (the list lives during the call).
    void recordsReceived(const QUuid &job, const std::vector<cspool::Record> &records);
    void promptRaised(const QUuid &job, const cspool::PromptRequest &prompt);
    void jobFinished(const QUuid &job);
    void historyFailed(const QString &message); // a warning, once for each job; the job goes on

private:
    struct Run;
    void startWaiting();
    void receive(const QUuid &job);
    void finish(const QUuid &job, Outcome outcome, const QString &reportPath);
    Run *find(const QUuid &job) const;
    std::optional<JobState> state(const QUuid &job) const;
    // `function` takes the JobHistory and gives its Result.
    template <typename Function> void record(const QUuid &job, Function function);

    JobHistory *m_history;
    JobQueue m_queue;
    std::map<QUuid, std::unique_ptr<Run>> m_runs;
    qint64 m_nextNumber = 1;
};

} // namespace cspool
