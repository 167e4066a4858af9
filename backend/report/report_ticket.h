// What a change ticket needs of a report: who, when, what, how it ended, and what went wrong.
#pragma once

#include "backend/report/report_tree.h"

#include <QTimeZone>

namespace cspool {

// Short: at most ten errors, ten warnings and the counts of the top-level steps, and how many more there are.
// `path`: where the whole report is; empty: not said.
struct ReportTicket
{
    QString text; // lines
    QString html; // the same, for a ticket system that takes formatted text
};
ReportTicket reportTicket(const ReportTree &tree, const QTimeZone &zone, const QString &path);

} // namespace cspool
