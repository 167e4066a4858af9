// The words of a report, the same in the file, the window and on paper: results, times, durations, counts, escaping.
#pragma once

#include "backend/report/report_tree.h"

#include <QLocale>
#include <QTimeZone>

namespace cspool {

// What is shown for an outcome or a step's result: a colour, a symbol and always a word.
struct ReportLook
{
    const char *style; // "good", "warn", "bad", "calm", "note"
    const char *icon; // see reportIconPath()
    QString text; // translated
};
ReportLook reportLook(Outcome outcome);
ReportLook reportLook(StepResult result);
ReportLook reportLook(const ReportTree &tree);
ReportLook reportLook(const ReportNode &node);
// The path of a 24 x 24 drawing, to be stroked; empty for a name that is none.
QByteArray reportIconPath(QByteArrayView name);

// What HTML cannot hold (control characters, half of a surrogate pair) is made visible instead of dropped.
QString visibleForReport(QStringView text);
// The same for element content and quoted attributes alike, UTF-8.
QByteArray escapedForReport(QStringView text);

// The user's; for the "C" locale, which has no group separators, that of the United States: a report is for people.
QLocale reportLocale();
QString reportDuration(qint64 milliseconds);
QString reportCount(const StepCount &count);
// When a step began; empty: it did not.
QString reportBegin(const ReportNode &node, const QTimeZone &zone);
// With the offset from UTC: "2026-03-04 13:05:00 UTC+00:00"; or that it was not recorded.
QString reportTime(const QDateTime &utc, const QTimeZone &zone);

// The tree's facts and those that every report has: deployment, who, times.
QList<ReportFact> reportFacts(const ReportTree &tree, const QTimeZone &zone);
QString reportBannerTitle(const ReportTree &tree);
QString reportBannerText(const ReportTree &tree);
// When and where a message was written, in one line.
QString reportOrigin(const ReportMessage &message, const QTimeZone &zone);

} // namespace cspool
