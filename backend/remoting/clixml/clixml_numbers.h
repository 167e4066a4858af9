// Numbers in CLIXML, as .NET's XmlConvert writes and reads them.
#pragma once

#include <QString>
#include <QStringView>

#include <charconv>
#include <concepts>
#include <optional>

namespace cspool {

// Digits of ASCII with an optional sign; nothing when it does not fit into T.
template <std::integral T> std::optional<T> readClixmlInteger(QStringView text)
{
    if (text.size() > 1 && text.front() == u'+' && text[1] != u'-')
        text = text.sliced(1);
    const QByteArray digits = text.size() <= 32 ? text.toLatin1() : QByteArray();
    T number = 0;
    const auto [end, error] = std::from_chars(digits.constData(), digits.constData() + digits.size(), number);
    if (digits.isEmpty() || error != std::errc() || end != digits.constData() + digits.size())
        return std::nullopt;
    return number;
}

// The shortest text that gives the same number back, laid out as .NET's "R" format; INF, -INF, NaN.
QString clixmlReal(double number);
QString clixmlReal(float number);
template <std::floating_point T> std::optional<T> readClixmlReal(QStringView text);

// System.Decimal: digits with an optional sign and point. Its text is kept as it is.
bool isClixmlDecimal(QStringView text);

} // namespace cspool
