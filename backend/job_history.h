// JobHistory: the runs of this console and others of the same user, in SQLite, with each run's record log beside it.
#pragma once

#include "backend/sqlite/database.h"
#include "model/job.h"

#include <QLockFile>

#include <memory>
#include <vector>

namespace cspool {

// Lives in one thread. Several processes may use one folder; each holds an OS lock named in its rows, so that a row
// without an end whose process's lock is free is Interrupted. Schema versions are numbered; a newer one is refused.
class JobHistory
{
public:
    // `folder` is made when it is missing.
    static Result<std::unique_ptr<JobHistory>> open(const QString &folder);
    ~JobHistory();

    // Before the run starts.
    Result<> recordQueued(const JobInfo &job);
    Result<> recordStarted(const JobInfo &job);
    // Appends to the run's log. Prompts' secrets never reach it.
    Result<> appendRecords(const QUuid &job, const std::vector<Record> &records);
    Result<> recordFinished(const JobInfo &job);

    // Newest first; of one deployment, or of all when null. Interrupted runs are marked so, durably.
    Result<QList<JobInfo>> jobs(const QUuid &deployment = {}, int limit = 1000);
    // The log of a run, `limit` records from `offset`.
    Result<QList<Record>> records(const QUuid &job, qint64 offset, qint64 limit);
    // Removes runs that ended more than `days` ago, with their logs; how many.
    Result<qint64> removeOlderThan(int days);

private:
    struct Private;
    explicit JobHistory(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace cspool
