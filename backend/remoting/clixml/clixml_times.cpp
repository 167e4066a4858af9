#include "backend/remoting/clixml/clixml_times.h"

#include <array>
#include <cstdlib>
#include <limits>

using namespace Qt::StringLiterals;

namespace cspool {

namespace {

constexpr quint64 TicksPerMinute = 60ull * TimeSpan::TicksPerSecond;
constexpr quint64 TicksPerHour = 60 * TicksPerMinute;
constexpr quint64 TicksPerDay = 24 * TicksPerHour;

// A text that is taken apart from its front. Each function leaves it as it was when it finds nothing.
class Scanner
{
public:
    explicit Scanner(QStringView text)
        : m_rest(text)
    {
    }

    bool isAtEnd() const { return m_rest.isEmpty(); }

    bool take(QChar character)
    {
        if (!m_rest.startsWith(character))
            return false;
        m_rest = m_rest.sliced(1);
        return true;
    }

    // As many digits as there are, `count` at most.
    QStringView digits(qsizetype count)
    {
        qsizetype size = 0;
        while (size < m_rest.size() && size < count && m_rest[size] >= u'0' && m_rest[size] <= u'9')
            ++size;
        const QStringView taken = m_rest.first(size);
        m_rest = m_rest.sliced(size);
        return taken;
    }

    // Exactly `count` digits; negative: they are not there.
    int number(qsizetype count)
    {
        const QStringView taken = digits(count);
        return taken.size() == count ? taken.toInt() : -1;
    }

private:
    QStringView m_rest;
};

// Digits behind the point in 100 ns; what is finer is left out.
quint64 ticksOfFraction(QStringView digits)
{
    return digits.first(qMin(digits.size(), qsizetype(7))).toString().leftJustified(7, u'0').toULongLong();
}

QString fractionText(quint64 ticks)
{
    if (ticks == 0)
        return {};
    QString digits = QString::number(ticks).rightJustified(7, u'0');
    while (digits.endsWith(u'0'))
        digits.chop(1);
    return u'.' + digits;
}

QString offsetText(int seconds)
{
    const int minutes = std::abs(seconds) / 60;
    return (seconds < 0 ? u'-' : u'+') + QString::number(minutes / 60).rightJustified(2, u'0') + u':'
        + QString::number(minutes % 60).rightJustified(2, u'0');
}

// The zone at the end of a time; nothing when it is not one.
std::optional<std::pair<ClixmlDateTime::Zone, int>> readZone(Scanner &scanner)
{
    using Zone = ClixmlDateTime::Zone;
    if (scanner.isAtEnd())
        return std::pair(Zone::Unspecified, 0);
    if (scanner.take(u'Z'))
        return std::pair(Zone::Utc, 0);
    const bool isNegative = scanner.take(u'-');
    if (!isNegative && !scanner.take(u'+'))
        return std::nullopt;
    const int hours = scanner.number(2);
    const bool hasColon = scanner.take(u':');
    const int minutes = scanner.number(2);
    if (hours < 0 || hours > 14 || !hasColon || minutes < 0 || minutes > 59)
        return std::nullopt;
    return std::pair(Zone::Offset, (hours * 60 + minutes) * (isNegative ? -60 : 60));
}

QDateTime dateTimeIn(ClixmlDateTime::Zone zone, int offset, const QDate &date, const QTime &time)
{
    return zone == ClixmlDateTime::Zone::Offset ? QDateTime(date, time, Qt::OffsetFromUTC, offset)
                                                : QDateTime(date, time, Qt::UTC);
}

// A part of a duration: "12H".
struct DurationUnit
{
    char16_t letter;
    quint64 ticks;
};
constexpr std::array dateUnits{DurationUnit{u'Y', 365 * TicksPerDay}, DurationUnit{u'M', 30 * TicksPerDay},
                               DurationUnit{u'D', TicksPerDay}};
constexpr std::array timeUnits{DurationUnit{u'H', TicksPerHour}, DurationUnit{u'M', TicksPerMinute},
                               DurationUnit{u'S', quint64(TimeSpan::TicksPerSecond)}};

constexpr quint64 MaximumMagnitude = quint64(std::numeric_limits<qint64>::max()) + 1;

bool addTicks(quint64 &magnitude, QStringView digits, quint64 ticksPerUnit, quint64 fraction)
{
    bool isNumber = false;
    const quint64 count = digits.toULongLong(&isNumber);
    if (!isNumber || count > (MaximumMagnitude - magnitude) / ticksPerUnit)
        return false;
    magnitude += count * ticksPerUnit;
    if (fraction > MaximumMagnitude - magnitude)
        return false;
    magnitude += fraction;
    return true;
}

// How many parts there are, in the order of their units; nothing when what is there is none. Seconds may have a
// fraction.
std::optional<int> readParts(Scanner &scanner, const std::array<DurationUnit, 3> &units, quint64 &magnitude)
{
    int parts = 0;
    auto unit = units.begin();
    for (QStringView digits = scanner.digits(20); !digits.isEmpty(); digits = scanner.digits(20)) {
        const bool hasFraction = scanner.take(u'.');
        const QStringView fraction = hasFraction ? scanner.digits(20) : QStringView();
        while (unit != units.end() && !scanner.take(unit->letter))
            ++unit;
        if (unit == units.end() || (hasFraction && (fraction.isEmpty() || unit->letter != u'S')))
            return std::nullopt;
        if (!addTicks(magnitude, digits, unit->ticks, ticksOfFraction(fraction)))
            return std::nullopt;
        ++unit;
        ++parts;
    }
    return parts;
}

} // namespace

QString clixmlDateTime(const ClixmlDateTime &time)
{
    const quint64 ticks = quint64(time.time.time().msec()) * 10'000 + quint64(time.ticksBelowMillisecond);
    const QString text = time.time.toString(u"yyyy-MM-ddTHH:mm:ss"_s) + fractionText(ticks);
    switch (time.zone) {
    case ClixmlDateTime::Zone::Unspecified:
        return text;
    case ClixmlDateTime::Zone::Utc:
        return text + u'Z';
    case ClixmlDateTime::Zone::Offset:
        return text + offsetText(time.time.offsetFromUtc());
    }
    return text;
}

std::optional<ClixmlDateTime> readClixmlDateTime(QStringView text)
{
    Scanner scanner(text);
    int fields[6];
    constexpr char16_t separators[] = {u'-', u'-', u'T', u':', u':'};
    for (int i = 0; i < 6; ++i) {
        fields[i] = scanner.number(i == 0 ? 4 : 2);
        if (fields[i] < 0 || (i < 5 && !scanner.take(separators[i])))
            return std::nullopt;
    }
    quint64 ticks = 0;
    if (scanner.take(u'.')) {
        const QStringView fraction = scanner.digits(20);
        if (fraction.isEmpty())
            return std::nullopt;
        ticks = ticksOfFraction(fraction);
    }
    const auto zone = readZone(scanner);
    const QDate date(fields[0], fields[1], fields[2]);
    const QTime time(fields[3], fields[4], fields[5], int(ticks / 10'000));
    if (!zone || !scanner.isAtEnd() || !date.isValid() || !time.isValid())
        return std::nullopt;
    return ClixmlDateTime{dateTimeIn(zone->first, zone->second, date, time), zone->first, int(ticks % 10'000)};
}

QString clixmlDuration(const TimeSpan &duration)
{
    const quint64 magnitude = duration.ticks < 0 ? quint64(0) - quint64(duration.ticks) : quint64(duration.ticks);
    if (magnitude == 0)
        return u"PT0S"_s;
    QString text = duration.ticks < 0 ? u"-P"_s : u"P"_s;
    if (magnitude >= TicksPerDay)
        text += QString::number(magnitude / TicksPerDay) + u'D';
    const quint64 ofDay = magnitude % TicksPerDay;
    if (ofDay == 0)
        return text;
    text += u'T';
    if (ofDay >= TicksPerHour)
        text += QString::number(ofDay / TicksPerHour) + u'H';
    if (ofDay % TicksPerHour >= TicksPerMinute)
        text += QString::number(ofDay % TicksPerHour / TicksPerMinute) + u'M';
    const quint64 ofMinute = ofDay % TicksPerMinute;
    if (ofMinute > 0)
        text += QString::number(ofMinute / TimeSpan::TicksPerSecond) + fractionText(ofMinute % TimeSpan::TicksPerSecond)
            + u'S';
    return text;
}

std::optional<TimeSpan> readClixmlDuration(QStringView text)
{
    Scanner scanner(text);
    const bool isNegative = scanner.take(u'-');
    if (!scanner.take(u'P'))
        return std::nullopt;
    quint64 magnitude = 0;
    const std::optional<int> days = readParts(scanner, dateUnits, magnitude);
    const bool hasTime = scanner.take(u'T');
    const std::optional<int> times = hasTime ? readParts(scanner, timeUnits, magnitude) : 0;
    // At least one part, and at least one behind a T.
    if (!days || !times || (hasTime ? *times : *days) == 0)
        return std::nullopt;
    if (!scanner.isAtEnd() || magnitude > (isNegative ? MaximumMagnitude : MaximumMagnitude - 1))
        return std::nullopt;
    return TimeSpan{isNegative ? qint64(quint64(0) - magnitude) : qint64(magnitude)};
}

} // namespace cspool
