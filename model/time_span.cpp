#include "model/time_span.h"

using namespace Qt::StringLiterals;

namespace cspool {

namespace {

constexpr quint64 TicksPerMinute = 60ull * TimeSpan::TicksPerSecond;
constexpr quint64 TicksPerHour = 60 * TicksPerMinute;
constexpr quint64 TicksPerDay = 24 * TicksPerHour;
// The magnitude of the most negative time span; of a positive one it is less by one.
constexpr quint64 MaximumMagnitude = quint64(std::numeric_limits<qint64>::max()) + 1;

QString padded(quint64 number, int width)
{
    return QString::number(number).rightJustified(width, u'0');
}

// Digits of ASCII only: QStringView::toULongLong would take signs, spaces and other scripts' digits too.
std::optional<quint64> readNumber(QStringView digits, quint64 maximum, qsizetype maximumDigits)
{
    if (digits.isEmpty() || digits.size() > maximumDigits)
        return std::nullopt;
    quint64 number = 0;
    for (const QChar digit : digits) {
        if (digit < u'0' || digit > u'9')
            return std::nullopt;
        const quint64 value = digit.unicode() - u'0';
        if (number > (maximum - value) / 10)
            return std::nullopt;
        number = number * 10 + value;
    }
    return number;
}

// "45" or "45.5": seconds of a minute, with up to seven digits of a second's fraction.
std::optional<quint64> readSeconds(QStringView text)
{
    const qsizetype point = text.indexOf(u'.');
    const auto seconds = readNumber(point < 0 ? text : text.first(point), 59, 2);
    if (!seconds)
        return std::nullopt;
    quint64 ticks = *seconds * TimeSpan::TicksPerSecond;
    if (point >= 0) {
        const QStringView fraction = text.sliced(point + 1);
        const auto digits = readNumber(fraction, TimeSpan::TicksPerSecond, 7);
        if (!digits)
            return std::nullopt;
        quint64 fractionTicks = *digits;
        for (qsizetype i = fraction.size(); i < 7; ++i)
            fractionTicks *= 10;
        ticks += fractionTicks;
    }
    return ticks;
}

// Everything behind the sign, in ticks.
std::optional<quint64> readMagnitude(QStringView text)
{
    const qsizetype firstColon = text.indexOf(u':');
    if (firstColon < 0) {
        const auto seconds = readNumber(text, MaximumMagnitude / TimeSpan::TicksPerSecond, 32);
        return seconds ? std::optional(*seconds * TimeSpan::TicksPerSecond) : std::nullopt;
    }
    const qsizetype point = text.first(firstColon).indexOf(u'.');
    const auto days
        = point < 0 ? std::optional<quint64>(0) : readNumber(text.first(point), MaximumMagnitude / TicksPerDay, 32);
    const auto hours = readNumber(text.sliced(point + 1, firstColon - point - 1), 23, 2);
    const QStringView rest = text.sliced(firstColon + 1);
    const qsizetype secondColon = rest.indexOf(u':');
    const auto minutes = readNumber(secondColon < 0 ? rest : rest.first(secondColon), 59, 2);
    const auto seconds = secondColon < 0 ? std::optional<quint64>(0) : readSeconds(rest.sliced(secondColon + 1));
    if (!days || !hours || !minutes || !seconds)
        return std::nullopt;
    return *days * TicksPerDay + *hours * TicksPerHour + *minutes * TicksPerMinute + *seconds;
}

} // namespace

QString TimeSpan::toString() const
{
    // Negating the smallest qint64 would overflow; its unsigned magnitude does not.
    const quint64 magnitude = ticks < 0 ? quint64(0) - quint64(ticks) : quint64(ticks);
    QString text;
    if (ticks < 0)
        text += u'-';
    if (magnitude >= TicksPerDay)
        text += QString::number(magnitude / TicksPerDay) + u'.';
    text += padded(magnitude / TicksPerHour % 24, 2) + u':' + padded(magnitude / TicksPerMinute % 60, 2) + u':'
        + padded(magnitude / TicksPerSecond % 60, 2);
    if (magnitude % TicksPerSecond != 0)
        text += u'.' + padded(magnitude % TicksPerSecond, 7);
    return text;
}

std::optional<TimeSpan> TimeSpan::fromString(QStringView text)
{
    text = text.trimmed();
    const bool isNegative = text.startsWith(u'-');
    const auto magnitude = readMagnitude(isNegative ? text.sliced(1) : text);
    if (!magnitude || *magnitude > (isNegative ? MaximumMagnitude : MaximumMagnitude - 1))
        return std::nullopt;
    return TimeSpan{isNegative ? qint64(quint64(0) - *magnitude) : qint64(*magnitude)};
}

} // namespace cspool
