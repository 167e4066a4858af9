// XML as a tree, for comparisons: what a document says, whatever prefixes it says it with.
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

namespace cspool::test {

struct XmlNode
{
    QString nameSpace;
    QString name; // without a prefix
    QMap<QString, QString> attributes; // by name without a prefix
    QString text; // the element's own
    QList<XmlNode> children;

    const XmlNode *child(QStringView name) const; // the first of that name; null: there is none
    const XmlNode *find(QStringView name) const; // the first of that name at any depth, this one included

    // Ends the test when it is no XML.
    static XmlNode parse(const QByteArray &document);
};

} // namespace cspool::test
