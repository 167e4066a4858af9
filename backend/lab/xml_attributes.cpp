#include "backend/lab/xml_attributes.h"

namespace cspool {

QList<XmlAttribute> fromExpat(const char **attributes)
{
    QList<XmlAttribute> list;
    for (const char **attribute = attributes; *attribute; attribute += 2)
        list.append(XmlAttribute{attribute[0], attribute[1]});
    return list;
}

QByteArray escapedXmlAttribute(const QByteArray &value)
{
    QByteArray escaped;
    escaped.reserve(value.size());
    for (const char c : value) {
        switch (c) {
        case '&':
            escaped += "&amp;";
            break;
        case '<':
            escaped += "&lt;";
            break;
        case '>':
            escaped += "&gt;";
            break;
        case '"':
            escaped += "&quot;";
            break;
        case '\t':
            escaped += "&#9;";
            break;
        case '\n':
            escaped += "&#10;";
            break;
        case '\r':
            escaped += "&#13;";
            break;
        default:
            escaped += c;
        }
    }
    return escaped;
}

namespace {

QByteArray unescaped(QByteArray value)
{
    if (!value.contains('&'))
        return value;
    return value.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#9;", "\t")
        .replace("&#10;", "\n")
        .replace("&#13;", "\r")
        .replace("&amp;", "&");
}

} // namespace

QByteArray toAttributeText(const QList<XmlAttribute> &attributes)
{
    QByteArray text;
    for (const XmlAttribute &attribute : attributes) {
        if (!text.isEmpty())
            text += ' ';
        text += attribute.name;
        text += "=\"";
        text += escapedXmlAttribute(attribute.value);
        text += '"';
    }
    return text;
}

QList<XmlAttribute> fromAttributeText(const QByteArray &text)
{
    QList<XmlAttribute> attributes;
    qsizetype position = 0;
    while (position < text.size()) {
        const qsizetype equals = text.indexOf("=\"", position);
        const qsizetype end = equals < 0 ? -1 : text.indexOf('"', equals + 2);
        if (end < 0)
            break;
        attributes.append(
            {text.mid(position, equals - position).trimmed(), unescaped(text.mid(equals + 2, end - equals - 2))});
        position = end + 1;
    }
    return attributes;
}

NamespaceScope scopeBelow(NamespaceScope outer, const QList<XmlAttribute> &attributes)
{
    for (const XmlAttribute &attribute : attributes) {
        if (!attribute.isNamespace())
            continue;
        if (attribute.value.isEmpty())
            outer.remove(attribute.name);
        else
            outer.insert(attribute.name, attribute.value);
    }
    return outer;
}

QByteArrayView localName(QByteArrayView qualifiedName)
{
    return qualifiedName.sliced(qualifiedName.lastIndexOf(':') + 1);
}

} // namespace cspool
