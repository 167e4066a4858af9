#include "tests/remoting/random_clixml.h"

#include <bit>
#include <cmath>

namespace cspool::test {

using namespace Qt::StringLiterals;

RandomClixml::RandomClixml(quint32 seed)
    : m_random(seed)
{
}

QString RandomClixml::text()
{
    // What an encoder may get wrong, more often than chance would have it.
    static const QStringList pieces{
        u"_x000A_"_s, u"_"_s,  u"_X"_s,  u"x"_s, u"<"_s, u">"_s,          u"&amp;"_s,        u"\""_s,     u"'"_s,
        u"\r\n"_s,    u"\t"_s, u"]]>"_s, u" "_s, u"é"_s, u"\U0001F600"_s, QString(QChar(0)), u"\uFFFF"_s, u"日本"_s};
    QString text;
    for (int i = below(6); i > 0; --i)
        text += below(3) == 0 ? QString(QChar(below(0x10000))) : pieces[below(int(pieces.size()))];
    return text;
}

ClixmlValue RandomClixml::primitive()
{
    const auto integer = [this] { return m_random.generate64(); };
    const auto of = []<typename T>(T value) { return ClixmlValue(ClixmlValue::Content(std::in_place_type<T>, value)); };
    switch (below(23)) {
    case 0:
        return {};
    case 1:
        return of(QChar(below(0x10000)));
    case 2:
        return of(below(2) == 0);
    case 3: {
        const auto zone = ClixmlDateTime::Zone(below(3));
        const QDate date = QDate(1, 1, 1).addDays(below(3652058));
        const QTime time = QTime(0, 0).addMSecs(below(86'400'000));
        const int offset = (below(14 * 4 * 2) - 14 * 4) * 15 * 60;
        return of(ClixmlDateTime{zone == ClixmlDateTime::Zone::Offset ? QDateTime(date, time, Qt::OffsetFromUTC, offset)
                                                                      : QDateTime(date, time, Qt::UTC),
                                 zone, below(10'000)});
    }
    case 4:
        return of(TimeSpan{qint64(integer()) >> below(64)});
    case 5:
        return of(std::uint8_t(integer()));
    case 6:
        return of(std::int8_t(integer()));
    case 7:
        return of(std::uint16_t(integer()));
    case 8:
        return of(std::int16_t(integer()));
    case 9:
        return of(std::uint32_t(integer()));
    case 10:
        return of(std::int32_t(integer()));
    case 11:
        return of(std::uint64_t(integer()));
    case 12:
        return of(std::int64_t(integer()));
    case 13: {
        const float number = std::bit_cast<float>(std::uint32_t(integer()));
        return of(std::isnan(number) ? 1.0f : number);
    }
    case 14: {
        const double number = std::bit_cast<double>(std::uint64_t(integer()));
        return of(std::isnan(number) ? 1.0 : number);
    }
    case 15:
        return of(ClixmlDecimal{u"%1.%2"_s.arg(below(2'000'000) - 1'000'000).arg(below(1000))});
    case 16: {
        QByteArray bytes(below(20), '\0');
        for (char &byte : bytes)
            byte = char(below(256));
        return of(bytes);
    }
    case 17:
        return of(QUuid::fromRfc4122(QByteArray::number(integer(), 16).rightJustified(16, '0')));
    case 18:
        return of(ClixmlUri{text()});
    case 19:
        return of(ClixmlVersion{u"%1.%2.%3"_s.arg(below(100)).arg(below(100)).arg(below(100'000))});
    case 20:
        return of(ClixmlXml{text()});
    case 21:
        return of(ClixmlScriptBlock{text()});
    default:
        return of(text());
    }
}

QStringList RandomClixml::typeNames()
{
    if (!m_typeNames.isEmpty() && below(2) == 0)
        return m_typeNames[below(int(m_typeNames.size()))];
    QStringList names;
    for (int i = below(4); i > 0; --i)
        names.append(u"T"_s + text());
    m_typeNames.append(names);
    return names;
}

QList<ClixmlProperty> RandomClixml::properties(int depth)
{
    QList<ClixmlProperty> properties;
    for (int i = below(4); i > 0; --i)
        properties.append({text(), value(depth - 1)});
    return properties;
}

ClixmlValue RandomClixml::object(int depth)
{
    ClixmlObject object(typeNames());
    if (below(2) == 0)
        object.text = text();
    if (below(4) == 0)
        object.inner = primitive();
    object.container = ClixmlContainer(below(6));
    const int size = object.container == ClixmlContainer::None ? 0 : below(4);
    for (int i = 0; i < size; ++i) {
        if (object.container == ClixmlContainer::Dictionary)
            object.entries.append({primitive(), value(depth - 1)});
        else
            object.items.append(value(depth - 1));
    }
    object.adapted = properties(depth);
    object.extended = properties(depth);
    const ClixmlValue made(object);
    m_made.append(made);
    return made;
}

ClixmlValue RandomClixml::value(int depth)
{
    if (depth <= 0 || below(3) == 0)
        return primitive();
    if (!m_made.isEmpty() && below(8) == 0)
        return m_made[below(int(m_made.size()))];
    return object(depth);
}

} // namespace cspool::test
