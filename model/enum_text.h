// One table per enum joins its values to their texts; both directions read the same table.
#pragma once

#include <QString>

#include <cstddef>
#include <optional>

namespace cspool {

template<typename Enum>
struct EnumText
{
    Enum value;
    const char *text; // ASCII
};

template<typename Enum, std::size_t Size>
QString enumToString(const EnumText<Enum> (&table)[Size], Enum value)
{
    for (const auto &row : table) {
        if (row.value == value)
            return QString::fromLatin1(row.text);
    }
    return {};
}

// Case-insensitive, as everything PowerShell compares.
template<typename Enum, std::size_t Size>
std::optional<Enum> enumFromString(const EnumText<Enum> (&table)[Size], QStringView text)
{
    for (const auto &row : table) {
        if (text.compare(QLatin1StringView(row.text), Qt::CaseInsensitive) == 0)
            return row.value;
    }
    return std::nullopt;
}

} // namespace cspool
