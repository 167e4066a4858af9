// How times and ages are written for people: in their local time and their locale.
#pragma once

#include <QDateTime>
#include <QString>

namespace cspool {

// "just now", "3 minutes ago", "2 hours ago", "5 days ago"; a time of the next minutes, by a clock that is a little
// ahead, is "just now" too. Empty for an invalid time.
QString ageText(const QDateTime &at, const QDateTime &now);

// Short, for tables and lines: the time alone when it is of the same local day as `now`, else date and time. Empty for
// an invalid time.
QString timeText(const QDateTime &at, const QDateTime &now);

// Complete, for tool tips: weekday, date, time with seconds, and the time zone. Empty for an invalid time.
QString fullTimeText(const QDateTime &at);

} // namespace cspool
