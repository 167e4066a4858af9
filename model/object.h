// Object: one output record of a cmdlet, as PowerShell sees it: type names, a text, ordered named properties.
#pragma once

#include "model/time_span.h"

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <optional>

namespace cspool {

struct Property
{
    QString name;
    // QString, bool, int, qint64, double, QDateTime (UTC), TimeSpan, QUuid, QByteArray, Object, or a
    // QVariantList of these. An invalid QVariant is $null.
    QVariant value;

    bool operator==(const Property &) const = default;
};

// A value; copying is cheap (implicitly shared members). Any thread.
class Object
{
public:
    Object() = default;
    // `typeName` as .NET's full name ("Microsoft.Rtc.Management.Xds.DisplayPool"), the most derived first.
    explicit Object(const QString &typeName, const QString &text = {});

    QStringList typeNames() const { return m_typeNames; }
    void setTypeNames(const QStringList &typeNames) { m_typeNames = typeNames; }

    // What ToString() gives: an enum's value name, an Fqdn's name, a module's "Identity:[export,import]".
    QString text() const { return m_text; }
    void setText(const QString &text) { m_text = text; }

    // In the order in which they were set. Names compare case-insensitively; setting one again replaces its value.
    const QList<Property> &properties() const { return m_properties; }
    Object &set(const QString &name, const QVariant &value);
    bool contains(QStringView name) const;
    // Invalid when absent: absent is "not reported", never an error.
    QVariant value(QStringView name) const;
    // Text of a property however it is typed: a string, the text of an Object, or as displayText(); empty when absent.
    QString string(QStringView name) const;
    // A collection however it arrives: a list, or a single value as a list of one; empty when absent.
    QVariantList list(QStringView name) const;
    // The texts of a collection's values; values without a text are left out.
    QStringList strings(QStringView name) const;

    // Lenient typed reading: the type itself, or its text as a string or an Object. Nothing (an invalid time) when
    // absent, or when the value cannot be read as one.
    std::optional<bool> boolean(QStringView name) const;
    std::optional<qint64> integer(QStringView name) const;
    std::optional<TimeSpan> timeSpan(QStringView name) const;
    QDateTime dateTime(QStringView name) const; // UTC; a text without a zone is taken as UTC

    bool operator==(const Object &) const = default;

private:
    QStringList m_typeNames;
    QString m_text;
    QList<Property> m_properties;
};

// Text of any property value as PowerShell's formatting shows it: "True", "{a, b}", dates in ISO 8601 with their
// zone, time spans in the constant format, nothing for $null.
QString displayText(const QVariant &value);

} // namespace cspool

Q_DECLARE_METATYPE(cspool::Object)
