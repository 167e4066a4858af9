#include "model/time_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct TimeText
{
    Q_DECLARE_TR_FUNCTIONS(cspool::TimeText)
};

constexpr qint64 Minute = 60;
constexpr qint64 Hour = 60 * Minute;
constexpr qint64 Day = 24 * Hour;
constexpr qint64 ClockTolerance = 5 * Minute;

} // namespace

QString ageText(const QDateTime &at, const QDateTime &now)
{
    if (!at.isValid())
        return {};
    const qint64 seconds = at.secsTo(now);
    if (seconds < -ClockTolerance)
        return TimeText::tr("in the future");
    if (seconds < Minute)
        return TimeText::tr("just now");
    if (seconds < Hour)
        return TimeText::tr("%n minute(s) ago", nullptr, int(seconds / Minute));
    if (seconds < Day)
        return TimeText::tr("%n hour(s) ago", nullptr, int(seconds / Hour));
    return TimeText::tr("%n day(s) ago", nullptr, int(seconds / Day));
}

QString timeText(const QDateTime &at, const QDateTime &now)
{
    if (!at.isValid())
        return {};
    const QDateTime local = at.toLocalTime();
    return local.date() == now.toLocalTime().date() ? QLocale().toString(local.time(), QLocale::ShortFormat)
                                                    : QLocale().toString(local, QLocale::ShortFormat);
}

QString fullTimeText(const QDateTime &at)
{
    if (!at.isValid())
        return {};
    const QDateTime local = at.toLocalTime();
    const QLocale locale;
    return TimeText::tr("%1, %2 (%3)", "date, time, time zone")
        .arg(locale.toString(local.date(), QLocale::LongFormat), locale.toString(local.time(), u"HH:mm:ss"_s),
             local.timeZoneAbbreviation());
}

} // namespace cspool
