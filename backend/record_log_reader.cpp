#include "backend/record_log_reader.h"

#include "backend/record_json.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <deque>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct RecordLogReader
{
    Q_DECLARE_TR_FUNCTIONS(cspool::RecordLogReader)
};

constexpr qint64 BlockBytes = 1024 * 1024;
// A line beyond this was not written by this program.
constexpr qint64 MaximumLineBytes = 16 * 1024 * 1024;

// Where the last `limit` complete lines before line `end` begin, and where the last of them ends.
struct Lines
{
    std::deque<qint64> begins;
    qint64 count = 0; // lines that were passed
    qint64 endByte = 0;
};

Lines findLines(QFile &log, qint64 end, qint64 limit)
{
    Lines lines;
    qint64 begin = 0;
    qint64 offset = 0;
    while (end < 0 || lines.count < end) {
        const QByteArray block = log.read(BlockBytes);
        if (block.isEmpty())
            break;
        for (qsizetype at = block.indexOf('\n'); at >= 0 && (end < 0 || lines.count < end);
             at = block.indexOf('\n', at + 1)) {
            lines.begins.push_back(begin);
            if (qint64(lines.begins.size()) > limit)
                lines.begins.pop_front();
            ++lines.count;
            begin = offset + at + 1;
            lines.endByte = begin;
        }
        offset += block.size();
    }
    return lines;
}

} // namespace

Result<RecordPage> readRecordsBefore(const QString &path, qint64 end, qint64 limit)
{
    QFile log(path);
    if (!log.exists())
        return RecordPage();
    if (!log.open(QIODevice::ReadOnly)) {
        return Error{ErrorCategory::ReadError,
                     u"HistoryNotReadable"_s,
                     RecordLogReader::tr("The log of the run, %1, could not be read: %2")
                         .arg(QDir::toNativeSeparators(path), log.errorString()),
                     {},
                     path};
    }
    const Lines lines = findLines(log, end, limit);
    RecordPage page;
    page.first = lines.count - qint64(lines.begins.size());
    for (size_t i = 0; i < lines.begins.size(); ++i) {
        const qint64 lineEnd = i + 1 < lines.begins.size() ? lines.begins[i + 1] : lines.endByte;
        const qint64 size = lineEnd - lines.begins[i];
        const bool isRead = size <= MaximumLineBytes && log.seek(lines.begins[i]);
        page.records.append(recordFromLine(isRead ? log.read(size) : QByteArray()));
    }
    return page;
}

} // namespace cspool
