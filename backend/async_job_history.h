// AsyncJobHistory: the job history for a thread that must not wait for a disk.
#pragma once

#include "backend/job_history.h"
#include "backend/record_log_reader.h"
#include "backend/worker_thread.h"

#include <functional>

namespace cspool {

// Lives in the window's thread; a JobHistory lives in a thread of its own behind it. Calls return at once and are
// carried out in their order; callbacks come from the event loop, unless their context is gone. Destroying it waits
// until everything that was asked for is written.
class AsyncJobHistory : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const Result<> &)>;

    // `folder` is opened by the first call; when that fails, its callback gets the error and the next call tries again.
    explicit AsyncJobHistory(const QString &folder, QObject *parent = nullptr);
    // Goes on with one that is open; no other thread may use it any more.
    explicit AsyncJobHistory(std::unique_ptr<JobHistory> history, QObject *parent = nullptr);
    ~AsyncJobHistory() override;

    void recordQueued(const JobInfo &job, QObject *context, Done done);
    void recordStarted(const JobInfo &job, QObject *context, Done done);
    void recordFinished(const JobInfo &job, QObject *context, Done done);

    // Where the run's records are written; see RecordLogWriter. The folder is there once the run is recorded.
    QString logPath(const QUuid &job) const;

    // As JobHistory's.
    void jobs(const QUuid &deployment, int limit, QObject *context,
              std::function<void(const Result<QList<JobInfo>> &)> done);
    void records(const QUuid &job, qint64 offset, qint64 limit, QObject *context,
                 std::function<void(const Result<QList<Record>> &)> done);
    // As readRecordsBefore(), of the run's log.
    void recordsBefore(const QUuid &job, qint64 end, qint64 limit, QObject *context,
                       std::function<void(const Result<RecordPage> &)> done);
    void removeOlderThan(int days, QObject *context, std::function<void(const Result<qint64> &)> done);

private:
    // Carried out in the history's thread.
    template <typename Work, typename Callback> void run(Work work, QObject *context, Callback done);

    const QString m_folder;
    struct Place; // of the history's thread
    std::shared_ptr<Place> m_place;
    WorkerThread m_worker;
};

} // namespace cspool
