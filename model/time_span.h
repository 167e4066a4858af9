// TimeSpan: a duration with the meaning, precision and texts of .NET's System.TimeSpan.
#pragma once

#include <QMetaType>
#include <QString>

#include <chrono>
#include <compare>
#include <limits>
#include <optional>

namespace cspool {

struct TimeSpan
{
    // .NET's unit: 100 ns. Range of qint64, negative allowed.
    qint64 ticks = 0;

    static constexpr qint64 TicksPerSecond = 10'000'000;

    // What does not fit becomes the longest time span of that sign.
    static constexpr TimeSpan fromSeconds(qint64 seconds)
    {
        constexpr qint64 limit = std::numeric_limits<qint64>::max() / TicksPerSecond;
        if (seconds > limit)
            return {std::numeric_limits<qint64>::max()};
        if (seconds < -limit)
            return {std::numeric_limits<qint64>::min()};
        return {seconds * TicksPerSecond};
    }
    std::chrono::milliseconds toMilliseconds() const { return std::chrono::milliseconds(ticks / 10'000); }

    // The constant ("c") format of .NET: "[-][d.]hh:mm:ss[.fffffff]".
    QString toString() const;

    // Reads `[-][d.]hh:mm[:ss[.fffffff]]` as .NET does, and, because the specification of Backup-CsPool counts WaitTime
    // in seconds, a whole number as seconds (PowerShell itself would read it as ticks, so a Command never renders one).
    // Space round it is ignored. Nothing for anything else: hours above 23, minutes or seconds above 59, more than
    // seven digits of a second and durations that do not fit included.
    static std::optional<TimeSpan> fromString(QStringView text);

    auto operator<=>(const TimeSpan &) const = default;
};

} // namespace cspool

Q_DECLARE_METATYPE(cspool::TimeSpan)
