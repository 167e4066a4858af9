// The attribute text that a document's namespaces are kept as: xmlns="…" xmlns:a="…", ordered, values escaped in one
// way, so that equal declarations are equal bytes.
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>

namespace cspool {

struct XmlAttribute
{
    QByteArray name; // qualified, UTF-8
    QByteArray value; // unescaped, UTF-8

    bool isNamespace() const { return name == "xmlns" || name.startsWith("xmlns:"); }
    bool operator==(const XmlAttribute &) const = default;
};

// From the null-terminated array of names and values that expat hands to an element handler.
QList<XmlAttribute> fromExpat(const char **attributes);

// For an attribute in double quotes: markup, quotes, and the white space that a parser would normalise.
QByteArray escapedXmlAttribute(const QByteArray &value);

// `name="value"`, separated by single spaces, in the order given; empty for none.
QByteArray toAttributeText(const QList<XmlAttribute> &attributes);

// The inverse, for text that toAttributeText() made; stops at the first thing that is not of that form.
QList<XmlAttribute> fromAttributeText(const QByteArray &text);

// The prefixes in scope: "xmlns" or "xmlns:p" → URI, ordered by name.
using NamespaceScope = QMap<QByteArray, QByteArray>;

// What is in scope below an element with these attributes. xmlns="" takes the default namespace away.
NamespaceScope scopeBelow(NamespaceScope outer, const QList<XmlAttribute> &attributes);

// The local part of a qualified name: what follows its last colon.
QByteArrayView localName(QByteArrayView qualifiedName);

} // namespace cspool
