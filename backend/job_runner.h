// JobRunner: runs commands as jobs: queues them, records them in the history, hands on their records.
#pragma once

#include "backend/job_history.h"
#include "backend/job_queue.h"
#include "backend/session.h"
#include "model/job.h"

#include <QHash>
#include <QObject>

#include <memory>
#include <unordered_map>

namespace cspool {

// Lives in the window's thread; every signal is emitted there. Destroying it cancels what runs and waits for the end.
class JobRunner : public QObject
{
    Q_OBJECT

public:
    // `history` may be null (nothing is recorded) and must outlive the runner.
    explicit JobRunner(JobHistory *history, QObject *parent = nullptr);
    ~JobRunner() override;

    // Takes a command that validate() accepts; starts it, or queues it behind the jobs that hold its pools. The run
    // is recorded before it starts. `session` must outlive the job.
    QUuid submit(Session *session, const Command &command);

    // Any state: a queued job ends as Cancelled at once, a running one as soon as it can. A second call does nothing.
    void cancel(const QUuid &job);
    void cancelAll();
    void answer(const QUuid &job, const PromptAnswer &answer);

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
    void historyFailed(const QString &message); // a warning: the job goes on

private:
    struct Run;
    void startWaiting();
    void receive(const QUuid &job);
    void finish(Run &run, const FinishedRecord &finished);

    JobHistory *m_history;
    JobQueue m_queue;
    std::unordered_map<QUuid, std::unique_ptr<Run>> m_runs;
};

} // namespace cspool
