#include "backend/async_job_history.h"

#include "backend/exit_watch.h"

#include <QDir>

namespace cspool {

using namespace Qt::StringLiterals;

struct AsyncJobHistory::Place
{
    QString folder;
    std::unique_ptr<JobHistory> history; // null: not open yet

    Result<JobHistory *> open()
    {
        if (!history) {
            Result<std::unique_ptr<JobHistory>> opened = JobHistory::open(folder);
            if (!opened)
                return opened.error();
            history = std::move(*opened);
        }
        return history.get();
    }
};

AsyncJobHistory::AsyncJobHistory(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(QDir(folder).absolutePath())
    , m_place(std::make_shared<Place>(Place{m_folder, {}}))
{
}

AsyncJobHistory::AsyncJobHistory(std::unique_ptr<JobHistory> history, QObject *parent)
    : QObject(parent)
    , m_folder(history->folder())
    , m_place(std::make_shared<Place>(Place{m_folder, std::move(history)}))
{
}

AsyncJobHistory::~AsyncJobHistory()
{
    // Closed where it was used.
    m_worker.post([place = m_place] { place->history.reset(); });
    const ExitWait wait(u"history of jobs"_s);
    m_worker.drain();
}

template <typename Work, typename Callback> void AsyncJobHistory::run(Work work, QObject *context, Callback done)
{
    using Answer = std::invoke_result_t<Work, JobHistory &>;
    m_worker.run(
        [place = m_place, work = std::move(work)]() -> Answer {
            const Result<JobHistory *> history = place->open();
            if (!history)
                return history.error();
            return work(**history);
        },
        context,
        [done = std::move(done)](const Answer &answer) {
            if (done)
                done(answer);
        });
}

void AsyncJobHistory::recordQueued(const JobInfo &job, QObject *context, Done done)
{
    run([job](JobHistory &history) { return history.recordQueued(job); }, context, std::move(done));
}

void AsyncJobHistory::recordStarted(const JobInfo &job, QObject *context, Done done)
{
    run([job](JobHistory &history) { return history.recordStarted(job); }, context, std::move(done));
}

void AsyncJobHistory::recordFinished(const JobInfo &job, QObject *context, Done done)
{
    run([job](JobHistory &history) { return history.recordFinished(job); }, context, std::move(done));
}

QString AsyncJobHistory::logPath(const QUuid &job) const
{
    return JobHistory::logPath(m_folder, job);
}

void AsyncJobHistory::jobs(const QUuid &deployment, int limit, QObject *context,
                           std::function<void(const Result<QList<JobInfo>> &)> done)
{
    run([deployment, limit](JobHistory &history) { return history.jobs(deployment, limit); }, context, std::move(done));
}

void AsyncJobHistory::records(const QUuid &job, qint64 offset, qint64 limit, QObject *context,
                              std::function<void(const Result<QList<Record>> &)> done)
{
    run([job, offset, limit](JobHistory &history) { return history.records(job, offset, limit); }, context,
        std::move(done));
}

void AsyncJobHistory::recordsBefore(const QUuid &job, qint64 end, qint64 limit, QObject *context,
                                    std::function<void(const Result<RecordPage> &)> done)
{
    run([path = logPath(job), end, limit](JobHistory &) { return readRecordsBefore(path, end, limit); }, context,
        std::move(done));
}

void AsyncJobHistory::removeOlderThan(int days, QObject *context, std::function<void(const Result<qint64> &)> done)
{
    run([days](JobHistory &history) { return history.removeOlderThan(days); }, context, std::move(done));
}

} // namespace cspool
