#include "backend/record_log_writer.h"

#include "backend/record_json.h"

#include <QDir>
#include <QJsonDocument>

namespace cspool {

using namespace Qt::StringLiterals;

RecordLogWriter::RecordLogWriter(const QString &path)
    : m_file(path)
{
}

void RecordLogWriter::write(const Record &record)
{
    if (!m_selection.keeps(record) || append(QJsonDocument(toJson(record)).toJson(QJsonDocument::Compact) + '\n'))
        return;
    if (std::exchange(m_hasFailed, true))
        return;
    const std::lock_guard lock(m_mutex);
    m_failure = Error{ErrorCategory::WriteError, u"HistoryNotWritable"_s,
                      tr("The log of the run could not be written to %1: %2")
                          .arg(QDir::toNativeSeparators(m_file.fileName()), m_file.errorString()),
                      tr("Check the folder's permissions and the free space on its disk."), m_file.fileName()};
}

std::optional<Error> RecordLogWriter::takeFailure()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_failure, std::nullopt);
}

bool RecordLogWriter::append(QByteArray line)
{
    // Without a buffer of its own: what it held would be lost with the process.
    if (!m_file.isOpen() && !m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return false;
    // What follows a torn line must not become a part of it.
    if (m_isLineTorn)
        line.prepend('\n');
    const qint64 written = m_file.write(line);
    if (written != 0)
        m_isLineTorn = written != line.size();
    return written == line.size();
}

} // namespace cspool
