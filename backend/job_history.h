// JobHistory: the runs of this console and others of the same user, in SQLite, with each run's record log beside it.
#pragma once

#include "backend/sqlite/database.h"
#include "model/job.h"

#include <QCoreApplication>

#include <memory>

namespace cspool {

// Lives in one thread. Several processes may use one folder; each holds an OS lock named in its rows, so that a row
// without an end whose process's lock is free is Interrupted. Schema versions are numbered; a newer one is refused.
//
//   FOLDER/history.sqlite      one row per run
//   FOLDER/logs/<run>.jsonl    its records, one JSON object per line
//   FOLDER/locks/<uuid>.lock   held while a process has the history open
//
// An error means that something was not recorded; it is a warning to the user, never a reason not to run a command.
class JobHistory
{
    Q_DECLARE_TR_FUNCTIONS(cspool::JobHistory)

public:
    // `folder` is made when it is missing. Marks the interrupted runs.
    static Result<std::unique_ptr<JobHistory>> open(const QString &folder);
    ~JobHistory();

    // Before the run starts. A run that is recorded already stays as it is.
    Result<> recordQueued(const JobInfo &job);
    Result<> recordStarted(const JobInfo &job);
    // Also of a run that could not be recorded before.
    Result<> recordFinished(const JobInfo &job);

    QString folder() const; // absolute
    // Where a RecordLogWriter writes the run's records.
    static QString logPath(const QString &folder, const QUuid &job);

    // Newest first; of one deployment, or of all when null. Interrupted runs are marked so, durably; when they ended
    // nobody knows.
    Result<QList<JobInfo>> jobs(const QUuid &deployment = {}, int limit = 1000);
    // The log of a run, `limit` records from number `offset`, that of its line in the log; fewer at its end. The last
    // line of an interrupted run is left out when it is torn. A run without a log has no records.
    Result<QList<Record>> records(const QUuid &job, qint64 offset, qint64 limit);
    // Removes runs that ended (interrupted ones: began) more than `days` ago, with their logs; how many.
    Result<qint64> removeOlderThan(int days);

private:
    struct Private;
    explicit JobHistory(std::unique_ptr<Private> d);
    Result<> markInterrupted();

    std::unique_ptr<Private> d;
};

} // namespace cspool
