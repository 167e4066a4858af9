// LogExport: writes the whole log of a job as a text file, however long it is.
#pragma once

#include "backend/async_job_history.h"
#include "backend/worker_thread.h"

#include <QObject>
#include <QUuid>

#include <memory>

class QSaveFile;

namespace cspool {

// Lives in the window's thread; reads in the history's thread and writes in one of its own, a page at a time. Deletes
// itself when it is done. The file appears, or replaces another, only once it is complete.
class LogExport : public QObject
{
    Q_OBJECT

public:
    // `history` must outlive it.
    LogExport(AsyncJobHistory *history, const QUuid &job, const QString &path, QObject *parent);
    ~LogExport() override;

    void start();

Q_SIGNALS:
    void saved(const QString &path);
    void failed(const QString &message);

private:
    void readPage();
    void write(const QList<Record> &records);
    void finish(const QString &failure);

    AsyncJobHistory *m_history;
    const QUuid m_job;
    const QString m_path;
    qint64 m_offset = 0;
    std::shared_ptr<QSaveFile> m_file; // used in the worker's thread only
    WorkerThread m_worker;
};

} // namespace cspool
