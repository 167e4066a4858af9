#include "backend/remoting/clixml/clixml_writer.h"

#include "backend/remoting/clixml/clixml_text.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace cspool {

namespace {

QLatin1StringView elementOf(ClixmlContainer container)
{
    switch (container) {
    case ClixmlContainer::None:
        break;
    case ClixmlContainer::List:
        return "LST"_L1;
    case ClixmlContainer::Enumerable:
        return "IE"_L1;
    case ClixmlContainer::Queue:
        return "QUE"_L1;
    case ClixmlContainer::Stack:
        return "STK"_L1;
    case ClixmlContainer::Dictionary:
        return "DCT"_L1;
    }
    return {};
}

class Writer
{
public:
    void value(const ClixmlValue &value, QStringView name = {}, int depth = 0);
    QByteArray take() { return std::move(m_bytes); }

private:
    void object(const std::shared_ptr<const ClixmlObject> &object, QStringView name, int depth);
    void typeNames(const QStringList &names);
    void properties(QLatin1StringView element, const QList<ClixmlProperty> &properties, int depth);
    void container(const ClixmlObject &object, int depth);
    void open(QLatin1StringView element, QStringView name, std::optional<int> refId = {}, bool isEmpty = false);
    void close(QLatin1StringView element);
    void text(QLatin1StringView element, const QString &text, QStringView name = {});

    QByteArray m_bytes;
    QHash<const ClixmlObject *, int> m_objects;
    QHash<QStringList, int> m_typeNames;
};

QString xmlEscaped(const QString &text, bool isAttribute)
{
    QString escaped = text;
    escaped.replace(u'&', u"&amp;"_s).replace(u'<', u"&lt;"_s).replace(u'>', u"&gt;"_s);
    return isAttribute ? escaped.replace(u'"', u"&quot;"_s) : escaped;
}

void Writer::open(QLatin1StringView element, QStringView name, std::optional<int> refId, bool isEmpty)
{
    m_bytes.append('<').append(element.data(), element.size());
    if (!name.isNull())
        m_bytes.append(" N=\"").append(xmlEscaped(escapeClixml(name), true).toUtf8()).append('"');
    if (refId)
        m_bytes.append(" RefId=\"").append(QByteArray::number(*refId)).append('"');
    m_bytes.append(isEmpty ? " />" : ">");
}

void Writer::close(QLatin1StringView element)
{
    m_bytes.append("</").append(element.data(), element.size()).append('>');
}

// `text` has the escapes of CLIXML already.
void Writer::text(QLatin1StringView element, const QString &text, QStringView name)
{
    open(element, name);
    m_bytes.append(xmlEscaped(text, false).toUtf8());
    close(element);
}

void Writer::value(const ClixmlValue &value, QStringView name, int depth)
{
    if (const auto shared = value.get<std::shared_ptr<const ClixmlObject>>())
        object(*shared, name, depth);
    else if (value.isNull())
        open("Nil"_L1, name, {}, true);
    else
        text(clixmlElement(value), clixmlText(value), name);
}

void Writer::object(const std::shared_ptr<const ClixmlObject> &object, QStringView name, int depth)
{
    if (depth >= ClixmlWriteDepth) {
        value(ClixmlValue(object->text.value_or(QString())), name, depth);
        return;
    }
    if (const auto known = m_objects.constFind(object.get()); known != m_objects.constEnd()) {
        open("Ref"_L1, name, *known, true);
        return;
    }
    const int refId = int(m_objects.size());
    m_objects.insert(object.get(), refId);
    open("Obj"_L1, name, refId);
    if (!object->typeNames.isEmpty())
        typeNames(object->typeNames);
    if (object->text)
        text("ToString"_L1, escapeClixml(*object->text));
    if (!object->inner.isNull())
        value(object->inner, {}, depth + 1);
    if (object->container != ClixmlContainer::None)
        container(*object, depth);
    properties("Props"_L1, object->adapted, depth);
    properties("MS"_L1, object->extended, depth);
    close("Obj"_L1);
}

void Writer::typeNames(const QStringList &names)
{
    if (const auto known = m_typeNames.constFind(names); known != m_typeNames.constEnd()) {
        open("TNRef"_L1, {}, *known, true);
        return;
    }
    const int refId = int(m_typeNames.size());
    m_typeNames.insert(names, refId);
    open("TN"_L1, {}, refId);
    for (const QString &name : names)
        text("T"_L1, escapeClixml(name));
    close("TN"_L1);
}

void Writer::properties(QLatin1StringView element, const QList<ClixmlProperty> &properties, int depth)
{
    if (properties.isEmpty())
        return;
    open(element, {});
    for (const ClixmlProperty &property : properties)
        value(property.value, property.name.isNull() ? QStringView(u"") : QStringView(property.name), depth + 1);
    close(element);
}

void Writer::container(const ClixmlObject &object, int depth)
{
    const QLatin1StringView element = elementOf(object.container);
    const bool isDictionary = object.container == ClixmlContainer::Dictionary;
    const bool isEmpty = isDictionary ? object.entries.isEmpty() : object.items.isEmpty();
    open(element, {}, {}, isEmpty);
    if (isEmpty)
        return;
    if (isDictionary) {
        for (const auto &[key, value] : object.entries) {
            open("En"_L1, {});
            this->value(key, u"Key", depth + 1);
            this->value(value, u"Value", depth + 1);
            close("En"_L1);
        }
    } else {
        for (const ClixmlValue &item : object.items)
            value(item, {}, depth + 1);
    }
    close(element);
}

} // namespace

QByteArray writeClixml(const ClixmlValue &value)
{
    Writer writer;
    writer.value(value);
    return writer.take();
}

QByteArray writeClixmlDocument(const QList<ClixmlValue> &values)
{
    Writer writer;
    for (const ClixmlValue &value : values)
        writer.value(value);
    return "<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\">" + writer.take()
        + "</Objs>";
}

} // namespace cspool
