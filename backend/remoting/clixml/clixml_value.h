// ClixmlValue: one value of PowerShell's serialization format, with everything that the format says about it.
// MS-PSRP 2.2.5 "Serialization".
#pragma once

#include "model/time_span.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <variant>

namespace cspool {

class ClixmlObject;

// The primitives that C++ or Qt have no type of their own for. Each keeps its text as it was serialized.
struct ClixmlDecimal { QString text; bool operator==(const ClixmlDecimal &) const = default; };
struct ClixmlXml { QString text; bool operator==(const ClixmlXml &) const = default; };
struct ClixmlScriptBlock { QString text; bool operator==(const ClixmlScriptBlock &) const = default; };
struct ClixmlVersion { QString text; bool operator==(const ClixmlVersion &) const = default; }; // up to four numbers
struct ClixmlUri { QString text; bool operator==(const ClixmlUri &) const = default; };
// Encrypted with the session key (psrp/session_key.h); never the plain text.
struct ClixmlSecureString { QByteArray encrypted; bool operator==(const ClixmlSecureString &) const = default; };
// With as many digits of a second as .NET (100 ns), and of its DateTimeKind.
struct ClixmlDateTime
{
    enum class Zone {
        Unspecified, // of whose clock, the text did not say; `time` has its date and time, as if they were UTC
        Utc, // "Z"
        Offset, // "+02:00"; of `time`
    };

    QDateTime time; // to the millisecond
    Zone zone = Zone::Utc;
    int ticksBelowMillisecond = 0; // 0..9999, in 100 ns

    bool operator==(const ClixmlDateTime &other) const; // the same text, not only the same instant
};

// A value; copying is cheap. An object is shared and immutable once it is in a value. Any thread.
class ClixmlValue
{
public:
    using Content = std::variant<std::nullptr_t, QString, QChar, bool, ClixmlDateTime, TimeSpan, std::uint8_t, std::int8_t,
                                 std::uint16_t, std::int16_t, std::uint32_t, std::int32_t, std::uint64_t, std::int64_t,
                                 float, double, ClixmlDecimal, QByteArray, QUuid, ClixmlUri, ClixmlVersion, ClixmlXml,
                                 ClixmlScriptBlock, ClixmlSecureString, std::shared_ptr<const ClixmlObject>>;

    ClixmlValue() = default; // $null
    ClixmlValue(Content content)
        : m_content(std::move(content))
    {
    }
    ClixmlValue(ClixmlObject object);
    ClixmlValue(const char16_t *) = delete; // use u"…"_s

    // An enum as it is serialized: with type names, the name of its value and the number.
    static ClixmlValue enumeration(const QString &typeName, const QString &name, std::int32_t number);

    bool isNull() const { return std::holds_alternative<std::nullptr_t>(m_content); }
    const Content &content() const { return m_content; }
    template <typename T> const T *get() const { return std::get_if<T>(&m_content); }
    const ClixmlObject *object() const; // null: a primitive

    // Deep, by value: two objects with the same content are equal.
    bool operator==(const ClixmlValue &other) const;

private:
    Content m_content = nullptr;
};

struct ClixmlProperty
{
    QString name;
    ClixmlValue value;

    bool operator==(const ClixmlProperty &) const = default;
};

// The containers of the format, and the element that each is written as.
enum class ClixmlContainer {
    None,
    List, // LST
    Enumerable, // IE
    Queue, // QUE
    Stack, // STK
    Dictionary, // DCT
};

// A complex object (<Obj>): type names, text, properties, and a primitive or a container inside of it.
class ClixmlObject
{
public:
    QStringList typeNames; // the most derived first
    std::optional<QString> text; // ToString; absent is not empty
    QList<ClixmlProperty> adapted; // <Props>
    QList<ClixmlProperty> extended; // <MS>
    ClixmlValue inner; // the primitive of an enum or of a primitive with notes; null: none
    ClixmlContainer container = ClixmlContainer::None;
    QList<ClixmlValue> items; // of a list, enumerable, queue or stack
    QList<std::pair<ClixmlValue, ClixmlValue>> entries; // of a dictionary, in order

    ClixmlObject() = default;
    explicit ClixmlObject(const QStringList &typeNames)
        : typeNames(typeNames)
    {
    }

    // Extended before adapted; names compare case-insensitively. Null: there is none, or it is $null.
    const ClixmlValue &property(QStringView name) const;
    bool contains(QStringView name) const;

    bool operator==(const ClixmlObject &) const = default;
};

} // namespace cspool
