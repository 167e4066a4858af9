// TimeSpan: a duration with the meaning, precision and texts of .NET's System.TimeSpan.
#pragma once

#include <QMetaType>
#include <QString>

#include <chrono>
#include <compare>
#include <optional>

namespace cspool {

struct TimeSpan
{
    // .NET's unit: 100 ns. Range of qint64, negative allowed.
    qint64 ticks = 0;

    static constexpr qint64 TicksPerSecond = 10'000'000;

    static TimeSpan fromSeconds(qint64 seconds) { return {seconds * TicksPerSecond}; }
    std::chrono::milliseconds toMilliseconds() const { return std::chrono::milliseconds(ticks / 10'000); }

    // The constant ("c") format of .NET: "[-][d.]hh:mm:ss[.fffffff]".
    QString toString() const;

    // Reads `hh:mm`, `hh:mm:ss[.fffffff]`, `d.hh:mm:ss[.fffffff]` and, because the specification of Backup-CsPool
    // counts WaitTime in seconds, a whole number as seconds (PowerShell itself would read it as ticks, so a
    // Command never renders one). Nothing for anything else, out-of-range fields (minutes above 59) included.
    static std::optional<TimeSpan> fromString(QStringView text);

    auto operator<=>(const TimeSpan &) const = default;
};

} // namespace cspool

Q_DECLARE_METATYPE(cspool::TimeSpan)
