// JobFeed: hands the jobs of this process and of the history to the JobModel, and keeps the newest records of each job
// that is under way.
#pragma once

#include "backend/async_job_history.h"
#include "model/record_tail.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <map>

namespace cspool {

class Desktop;
class JobModel;
class JobRunner;
class Settings;

// Lives in the window's thread. What a job writes reaches the model at most ten times a second; a change of its state
// at once. When it begins, it removes what is older than the user wants to keep, and reads the history. Somebody who
// chooses a shorter time can still choose another: until the next start nothing is removed.
class JobFeed : public QObject
{
    Q_OBJECT

public:
    // As many jobs of the past are shown, the newest.
    static constexpr int HistoryLimit = 2000;

    // All must outlive it; `history` may be null.
    JobFeed(JobRunner *runner, AsyncJobHistory *history, Settings *settings, Desktop *desktop,
            QObject *parent = nullptr);
    ~JobFeed() override;

    JobModel *model() const { return m_model; }

    // Of a job that is under way, or was a moment ago; null: the history has all of it.
    const RecordTail *log(const QUuid &job) const;

    // What other processes have done since.
    void readHistory();
    bool isHistoryRead() const { return m_isHistoryRead; }
    // Those that ended more than `days` ago; endedJobsRemoved() or historyFailed() follows.
    void removeEndedJobs(int days);

Q_SIGNALS:
    void logChanged(const QUuid &job); // it has new records
    void historyRead();
    void endedJobsRemoved(qint64 count);
    void historyFailed(const cspool::Error &error); // it could not be read, or nothing removed from it

private:
    void changeJob(const QUuid &job);
    void receive(const QUuid &job, const std::vector<Record> &records);
    void finish(const QUuid &job);
    void forgetEndedLogs();
    void scheduleFlush(const QUuid &job);
    void flush();
    void updateWaits();
    void tick();
    bool hasJobsElsewhere() const;
    void applyRetention();

    JobRunner *m_runner;
    AsyncJobHistory *m_history;
    Settings *m_settings;
    Desktop *m_desktop;
    JobModel *m_model;
    QTimer m_flushTimer;
    QTimer m_tickTimer;
    int m_ticksSinceReading = 0;
    bool m_isHistoryRead = false;
    bool m_isReading = false;
    bool m_isReadingWanted = false; // once more, after the one that is under way
    QSet<QUuid> m_changed; // since the last flush
    bool m_isQueueChanged = false;
    QHash<QUuid, QList<ProgressRecord>> m_activities; // of each job those under way, the latest last
    std::map<QUuid, RecordTail> m_logs;
    QList<QUuid> m_endedLogs; // oldest first
};

} // namespace cspool
