// Reads a report file: one of ours, whose tree is inside of it, or a page that somebody else wrote.
#pragma once

#include "backend/report/report_tree.h"
#include "backend/stop_token.h"

#include <memory>
#include <variant>

namespace cspool {

// A report of ours.
using OwnReport = std::shared_ptr<const ReportTree>;

// A page of a server or of anybody; it is hostile. Small and simple enough that a text view lays it out at once.
struct ForeignPage
{
    static constexpr qint64 SizeLimit = 256 * 1024; // bytes
    static constexpr int RowLimit = 1000; // of tables, which are what a text view takes longest for
    static constexpr int DepthLimit = 100; // elements inside of each other
    static constexpr int TableDepthLimit = 5; // tables inside of each other

    QString html;
};

// It would keep the window busy for too long: it is for the browser.
struct ForeignPageTooLarge
{
};

struct ReportFile
{
    QString path;
    qint64 size = 0; // bytes
    QDateTime modified; // UTC
    std::variant<OwnReport, ForeignPage, ForeignPageTooLarge> content;
};

// Blocks; for a worker's thread. Of a file of ours, no more than its last EmbeddedReportLimit bytes are read, of others
// no more than ForeignPage::SizeLimit.
Result<ReportFile> readReportFile(const QString &path, const StopToken &stop = {});

} // namespace cspool
