#include "backend/remoting/clixml/clixml_numbers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <type_traits>

using namespace Qt::StringLiterals;

namespace cspool {

namespace {

bool isDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

// "1.25e+20" as .NET lays it out: plain where `precision` digits suffice before the point and up to four zeros behind
// it.
QString layOut(QByteArray scientific, int precision)
{
    QString sign;
    if (scientific.startsWith('-')) {
        sign = u"-"_s;
        scientific.remove(0, 1);
    }
    const qsizetype e = scientific.indexOf('e');
    const int exponent = scientific.mid(e + 1).toInt();
    QString digits = QString::fromLatin1(scientific.first(e).replace(".", ""));
    if (exponent >= precision || exponent < -4) {
        if (digits.size() > 1)
            digits.insert(1, u'.');
        return sign + digits + (exponent < 0 ? u"E-"_s : u"E+"_s)
            + QString::number(std::abs(exponent)).rightJustified(2, u'0');
    }
    if (exponent < 0)
        return sign + u"0." + QString(-exponent - 1, u'0') + digits;
    if (digits.size() > exponent + 1)
        return sign + digits.insert(exponent + 1, u'.');
    return sign + digits.leftJustified(exponent + 1, u'0');
}

template <std::floating_point T> QString realText(T number)
{
    if (std::isnan(number))
        return u"NaN"_s;
    if (std::isinf(number))
        return number < 0 ? u"-INF"_s : u"INF"_s;
    std::array<char, 64> buffer;
    const auto [end, error]
        = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::scientific);
    Q_ASSERT(error == std::errc());
    // .NET counts 15 digits of a Double, and 7 of a Single.
    return layOut(QByteArray(buffer.data(), end - buffer.data()), std::is_same_v<T, double> ? 15 : 7);
}

} // namespace

QString clixmlReal(double number)
{
    return realText(number);
}

QString clixmlReal(float number)
{
    return realText(number);
}

template <std::floating_point T> std::optional<T> readClixmlReal(QStringView text)
{
    if (text == u"INF" || text == u"Infinity")
        return std::numeric_limits<T>::infinity();
    if (text == u"-INF" || text == u"-Infinity")
        return -std::numeric_limits<T>::infinity();
    if (text == u"NaN")
        return std::numeric_limits<T>::quiet_NaN();
    if (text.startsWith(u'+'))
        text = text.sliced(1);
    // from_chars would take "inf", "nan(x)" and the like too.
    if (text.isEmpty() || text.size() > 400 || !std::all_of(text.begin(), text.end(), [](QChar c) {
            return isDigit(c) || QStringView(u"+-.eE").contains(c);
        }))
        return std::nullopt;
    const QByteArray digits = text.toLatin1();
    T number = 0;
    const auto [end, error] = std::from_chars(digits.constData(), digits.constData() + digits.size(), number);
    if (error != std::errc() || end != digits.constData() + digits.size())
        return std::nullopt;
    return number;
}

template std::optional<double> readClixmlReal<double>(QStringView text);
template std::optional<float> readClixmlReal<float>(QStringView text);

bool isClixmlDecimal(QStringView text)
{
    if (text.startsWith(u'-') || text.startsWith(u'+'))
        text = text.sliced(1);
    const qsizetype point = text.indexOf(u'.');
    const qsizetype digits = std::count_if(text.begin(), text.end(), isDigit);
    // A Decimal has 29 significant digits; zeros may stand before and behind.
    return digits > 0 && digits <= 64 && digits == text.size() - (point >= 0 ? 1 : 0);
}

} // namespace cspool
