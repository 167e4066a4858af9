// Renders a ReportTree as one self-contained HTML file for any browser: light and dark, printable, everything escaped,
// no script, no remote resource. At its end, in a comment, the tree itself, from which the window shows it (see
// report_json.h).
#pragma once

#include "backend/report/report_tree.h"

#include <QTimeZone>

namespace cspool {

// Pure. 100,000 steps make a file of 47 MB in about a second. Times are shown in `zone`, each with its offset. Nothing
// from the tree is trusted: all of it is escaped.
QByteArray renderReportHtml(const ReportTree &tree, const QTimeZone &zone);

// Writes it to `path`; an existing file is replaced only once the new one is complete (QSaveFile).
Result<> writeReport(const ReportTree &tree, const QString &path);

// Default path: the temporary folder, "<Cmdlet>-<pool>-<yyyy-MM-ddTHH-mm-ssZ>-<unique>.html".
QString defaultReportPath(const QString &cmdlet, const QString &pool, const QDateTime &started);

} // namespace cspool
