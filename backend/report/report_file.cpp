#include "backend/report/report_file.h"

#include "backend/report/report_json.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct ReportFileText
{
    Q_DECLARE_TR_FUNCTIONS(cspool::ReportFile)
};

Error unreadable(const QFile &file)
{
    return {ErrorCategory::ReadError,
            u"ReportNotRead"_s,
            ReportFileText::tr("The report %1 could not be read: %2").arg(file.fileName(), file.errorString()),
            {},
            file.fileName()};
}

// The comment with our data, looked for from the end of the file; empty: there is none.
Result<QByteArray> embeddedComment(QFile &file, const StopToken &stop)
{
    constexpr qint64 Block = 1024 * 1024;
    const QByteArray mark(ReportDataMark);
    QByteArray tail;
    for (qint64 position = file.size(); position > 0 && tail.size() < EmbeddedReportLimit;) {
        if (stop.isStopRequested())
            return operationStopped();
        const qint64 length = std::min(position, Block);
        position -= length;
        if (!file.seek(position))
            return unreadable(file);
        const QByteArray block = file.read(length);
        if (block.size() != length)
            return unreadable(file);
        tail = block + tail;
        // The mark may lie across two blocks.
        if (const qsizetype found = tail.left(block.size() + mark.size()).lastIndexOf(mark); found >= 0)
            return tail.mid(found);
    }
    return QByteArray();
}

QStringView elementName(QStringView tag)
{
    qsizetype length = 0;
    while (length < tag.size() && length < 16 && tag.at(length).isLetterOrNumber())
        ++length;
    return tag.first(length);
}

// Elements that need no end.
bool isClosedByItself(QStringView name)
{
    static constexpr QLatin1StringView names[]
        = {"br"_L1, "hr"_L1, "img"_L1, "meta"_L1, "link"_L1, "input"_L1, "li"_L1,
           "p"_L1,  "td"_L1, "th"_L1,  "tr"_L1,   "col"_L1,  "dt"_L1,    "dd"_L1};
    return std::any_of(std::begin(names), std::end(names),
                       [name](QLatin1StringView other) { return name.compare(other, Qt::CaseInsensitive) == 0; });
}

// Whether a text view lays the page out at once. Only what takes long is counted; a mistake sends the page to the
// browser.
bool isSimple(QStringView html)
{
    QList<QStringView> open;
    int rows = 0;
    const auto isTable = [](QStringView name) { return name.compare("table"_L1, Qt::CaseInsensitive) == 0; };
    for (qsizetype at = html.indexOf(u'<'); at >= 0; at = html.indexOf(u'<', at + 1)) {
        const bool isEnd = at + 1 < html.size() && html.at(at + 1) == u'/';
        const QStringView name = elementName(html.mid(at + (isEnd ? 2 : 1)));
        if (name.isEmpty() || isClosedByItself(name)) {
            rows += !isEnd && name.compare("tr"_L1, Qt::CaseInsensitive) == 0;
        } else if (!isEnd) {
            open.append(name);
        } else {
            const auto match = std::find_if(open.rbegin(), open.rend(), [name](QStringView other) {
                return other.compare(name, Qt::CaseInsensitive) == 0;
            });
            if (match != open.rend())
                open.resize(open.rend() - match - 1);
        }
        if (open.size() > ForeignPage::DepthLimit || rows > ForeignPage::RowLimit
            || std::count_if(open.cbegin(), open.cend(), isTable) > ForeignPage::TableDepthLimit)
            return false;
    }
    return true;
}

Result<ReportFile> foreign(QFile &file, ReportFile result)
{
    result.content = ForeignPageTooLarge();
    if (file.size() > ForeignPage::SizeLimit)
        return result;
    if (!file.seek(0))
        return unreadable(file);
    const QByteArray bytes = file.read(ForeignPage::SizeLimit + 1);
    QStringDecoder decoder = QStringDecoder::decoderForHtml(bytes);
    const QString html = decoder(bytes);
    if (bytes.size() <= ForeignPage::SizeLimit && isSimple(html))
        result.content = ForeignPage{html};
    return result;
}

} // namespace

Result<ReportFile> readReportFile(const QString &path, const StopToken &stop)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return Error{
            ErrorCategory::ObjectNotFound, u"ReportNotFound"_s,
            ReportFileText::tr("The report %1 is not there any more.").arg(path),
            ReportFileText::tr("It may have been moved or deleted; reports in the temporary folder are removed "
                               "by the system after some time."),
            path};
    }
    // A device or a pipe could be read for ever.
    if (!info.isFile()) {
        return Error{ErrorCategory::InvalidArgument,
                     u"ReportNotAFile"_s,
                     ReportFileText::tr("%1 is not a file that can be shown as a report.").arg(path),
                     {},
                     path};
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(file);
    ReportFile result{path, info.size(), info.lastModified().toUTC(), {}};
    const Result<QByteArray> comment = embeddedComment(file, stop);
    if (!comment)
        return comment.error();
    if (comment->isEmpty())
        return foreign(file, std::move(result));
    Result<ReportTree> tree = readEmbeddedReport(*comment, stop);
    if (!tree) {
        Error error = tree.error();
        error.target = path;
        return error;
    }
    result.content = std::make_shared<const ReportTree>(std::move(*tree));
    return result;
}

} // namespace cspool
