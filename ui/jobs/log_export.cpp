#include "ui/jobs/log_export.h"

#include "model/message_text.h"
#include "ui/jobs/job_log_view.h"

#include <QDir>
#include <QSaveFile>

namespace cspool {

namespace {

constexpr qint64 PageSize = 5000;

} // namespace

LogExport::LogExport(AsyncJobHistory *history, const QUuid &job, const QString &path, QObject *parent)
    : QObject(parent)
    , m_history(history)
    , m_job(job)
    , m_path(path)
    , m_file(std::make_shared<QSaveFile>(path))
{
}

LogExport::~LogExport() = default;

void LogExport::start()
{
    m_worker.run(
        [file = m_file] {
            return file->open(QIODevice::WriteOnly | QIODevice::Text) ? QString() : file->errorString();
        },
        this,
        [this](const QString &failure) {
            if (failure.isEmpty())
                readPage();
            else
                finish(failure);
        });
}

void LogExport::readPage()
{
    m_history->records(m_job, m_offset, PageSize, this, [this](const Result<QList<Record>> &records) {
        if (!records)
            finish(errorSentences(records.error()));
        else
            write(*records);
    });
}

void LogExport::write(const QList<Record> &records)
{
    const bool isLast = records.size() < PageSize;
    m_offset += records.size();
    m_worker.run(
        [file = m_file, records, isLast] {
            QByteArray text;
            for (const Record &record : records)
                text += JobLogView::textOf(record).toUtf8();
            const bool isWritten = file->write(text) == text.size() && (!isLast || file->commit());
            return isWritten ? QString() : file->errorString();
        },
        this,
        [this, isLast](const QString &failure) {
            if (!failure.isEmpty() || isLast)
                finish(failure);
            else
                readPage();
        });
}

void LogExport::finish(const QString &failure)
{
    if (failure.isEmpty())
        Q_EMIT saved(m_path);
    else
        Q_EMIT failed(tr("The log could not be saved as %1: %2").arg(QDir::toNativeSeparators(m_path), failure));
    deleteLater();
}

} // namespace cspool
