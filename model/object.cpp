#include "model/object.h"

#include <QLocale>
#include <QUuid>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

bool isObject(const QVariant &value)
{
    return value.metaType() == QMetaType::fromType<Object>();
}

// The text of a single value, as a decoder reads it: an Object gives its text alone, never its type name.
QString textOf(const QVariant &value)
{
    return isObject(value) ? value.value<Object>().text() : displayText(value);
}

QString listText(const QVariantList &values)
{
    QStringList texts;
    texts.reserve(values.size());
    for (const QVariant &value : values)
        texts.append(displayText(value));
    return u'{' + texts.join(", "_L1) + u'}';
}

QVariantList listOf(const QVariant &value)
{
    if (value.metaType() == QMetaType::fromType<QVariantList>())
        return value.toList();
    if (value.metaType() == QMetaType::fromType<QStringList>()) {
        const QStringList texts = value.toStringList();
        return {texts.begin(), texts.end()};
    }
    return {};
}

bool isList(const QVariant &value)
{
    return value.metaType() == QMetaType::fromType<QVariantList>()
        || value.metaType() == QMetaType::fromType<QStringList>();
}

bool isInteger(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
        return true;
    default:
        return false;
    }
}

} // namespace

Object::Object(const QString &typeName, const QString &text)
    : m_typeNames{typeName}
    , m_text(text)
{
}

Object &Object::set(const QString &name, const QVariant &value)
{
    for (Property &property : m_properties) {
        if (property.name.compare(name, Qt::CaseInsensitive) == 0) {
            property.value = value;
            return *this;
        }
    }
    m_properties.append({name, value});
    return *this;
}

bool Object::contains(QStringView name) const
{
    for (const Property &property : m_properties) {
        if (name.compare(property.name, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

QVariant Object::value(QStringView name) const
{
    for (const Property &property : m_properties) {
        if (name.compare(property.name, Qt::CaseInsensitive) == 0)
            return property.value;
    }
    return {};
}

QString Object::string(QStringView name) const
{
    const QVariant property = value(name);
    // PowerShell unrolls a collection of one value into that value; a deserialised one may keep its list.
    if (const QVariantList values = listOf(property); values.size() == 1)
        return textOf(values.first());
    return textOf(property);
}

QVariantList Object::list(QStringView name) const
{
    const QVariant property = value(name);
    if (!property.isValid())
        return {};
    return isList(property) ? listOf(property) : QVariantList{property};
}

QStringList Object::strings(QStringView name) const
{
    QStringList texts;
    const QVariantList values = list(name);
    for (const QVariant &value : values) {
        if (const QString text = textOf(value); !text.isEmpty())
            texts.append(text);
    }
    return texts;
}

std::optional<bool> Object::boolean(QStringView name) const
{
    const QString text = string(name).trimmed();
    if (text.compare("True"_L1, Qt::CaseInsensitive) == 0)
        return true;
    if (text.compare("False"_L1, Qt::CaseInsensitive) == 0)
        return false;
    return std::nullopt;
}

std::optional<qint64> Object::integer(QStringView name) const
{
    const QVariant property = value(name);
    bool isNumber = false;
    const qint64 number
        = isInteger(property) ? property.toLongLong(&isNumber) : string(name).trimmed().toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

std::optional<TimeSpan> Object::timeSpan(QStringView name) const
{
    const QVariant property = value(name);
    if (property.metaType() == QMetaType::fromType<TimeSpan>())
        return property.value<TimeSpan>();
    return TimeSpan::fromString(string(name));
}

QDateTime Object::dateTime(QStringView name) const
{
    const QVariant property = value(name);
    QDateTime time = property.typeId() == QMetaType::QDateTime
        ? property.toDateTime()
        : QDateTime::fromString(string(name).trimmed(), Qt::ISODateWithMs);
    if (time.isValid() && property.typeId() != QMetaType::QDateTime && time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return time.isValid() ? time.toUTC() : QDateTime();
}

QString displayText(const QVariant &value)
{
    if (!value.isValid())
        return {};
    if (isObject(value)) {
        const Object object = value.value<Object>();
        return object.text().isEmpty() ? object.typeNames().value(0) : object.text();
    }
    if (isList(value))
        return listText(listOf(value));
    if (value.metaType() == QMetaType::fromType<TimeSpan>())
        return value.value<TimeSpan>().toString();
    switch (value.typeId()) {
    case QMetaType::Bool:
        return value.toBool() ? u"True"_s : u"False"_s;
    case QMetaType::Double:
        return QLocale::c().toString(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    case QMetaType::QDateTime:
        return value.toDateTime().toString(Qt::ISODate);
    case QMetaType::QUuid:
        return value.toUuid().toString(QUuid::WithoutBraces);
    case QMetaType::QByteArray:
        return QString::fromLatin1(value.toByteArray().toHex());
    default:
        return value.toString();
    }
}

} // namespace cspool
