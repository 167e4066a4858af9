#include "tests/remoting/xml_node.h"

#include <QXmlStreamReader>

namespace cspool::test {

namespace {

XmlNode read(QXmlStreamReader &xml)
{
    XmlNode node;
    node.nameSpace = xml.namespaceUri().toString();
    node.name = xml.name().toString();
    for (const QXmlStreamAttribute &attribute : xml.attributes())
        node.attributes.insert(attribute.name().toString(), attribute.value().toString());
    while (!xml.atEnd()) {
        const QXmlStreamReader::TokenType token = xml.readNext();
        if (token == QXmlStreamReader::StartElement)
            node.children.append(read(xml));
        else if (token == QXmlStreamReader::Characters)
            node.text += xml.text();
        else if (token == QXmlStreamReader::EndElement)
            break;
    }
    return node;
}

} // namespace

const XmlNode *XmlNode::child(QStringView wanted) const
{
    for (const XmlNode &node : children) {
        if (node.name == wanted)
            return &node;
    }
    return nullptr;
}

const XmlNode *XmlNode::find(QStringView wanted) const
{
    if (name == wanted)
        return this;
    for (const XmlNode &node : children) {
        if (const XmlNode *found = node.find(wanted))
            return found;
    }
    return nullptr;
}

XmlNode XmlNode::parse(const QByteArray &document)
{
    QXmlStreamReader xml(document);
    XmlNode node;
    if (xml.readNextStartElement())
        node = read(xml);
    while (!xml.atEnd())
        xml.readNext();
    if (xml.hasError())
        qFatal("no XML: %s", qPrintable(xml.errorString()));
    return node;
}

} // namespace cspool::test
