#include "tests/remoting/plain_clixml.h"

#include <QHash>
#include <QRegularExpression>

#include <cstdlib>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

QString unescaped(const QString &text)
{
    static const QRegularExpression escape(u"_x([0-9A-Fa-f]{4})_"_s);
    QString result;
    qsizetype end = 0;
    for (const QRegularExpressionMatch &match : escape.globalMatch(text)) {
        result += text.sliced(end, match.capturedStart() - end) + QChar(match.captured(1).toUShort(nullptr, 16));
        end = match.capturedEnd();
    }
    return result + text.sliced(end);
}

// The parts of an object, in the order in which both sides write them.
struct Parts
{
    QStringList typeNames;
    std::optional<QString> text;
    QStringList adapted;
    QStringList extended;
    QString inner;
    QString container;

    QString head() const
    {
        return u"Obj["_s + typeNames.join(u';') + u']' + (text ? u" \""_s + *text + u'"' : QString());
    }
    QString toString() const
    {
        QString result = head();
        if (!adapted.isEmpty())
            result += u" adapted{"_s + adapted.join(u", "_s) + u'}';
        if (!extended.isEmpty())
            result += u" extended{"_s + extended.join(u", "_s) + u'}';
        return result + inner + container;
    }
};

QString containerText(const QString &element, const QStringList &items)
{
    return u' ' + element + u'(' + items.join(u", "_s) + u')';
}

QString primitive(const QString &element, const QString &text)
{
    return element == u"Nil"_s ? element : element + u'(' + text + u')';
}

// Fractions of a second have any number of digits up to seven.
QString comparableTime(const QString &text)
{
    static const QRegularExpression form(u"^([^.Z+]*T[^.Z+-]*)(?:\\.(\\d+))?(.*)$"_s);
    const QRegularExpressionMatch match = form.match(text);
    return match.captured(1) + u'.' + match.captured(2).leftJustified(7, u'0') + match.captured(3);
}

class Walk
{
public:
    QString value(const XmlNode &node)
    {
        if (node.name == u"Obj"_s)
            return object(node);
        if (node.name == u"Ref"_s)
            return reference(node.attributes.value(u"RefId"_s));
        if (node.name == u"DT"_s)
            return primitive(node.name, comparableTime(node.text));
        const bool isText
            = node.name == u"S"_s || node.name == u"XD"_s || node.name == u"SBK"_s || node.name == u"URI"_s;
        return primitive(node.name, isText ? unescaped(node.text) : node.text);
    }

private:
    QString object(const XmlNode &node);
    QString reference(const QString &id) const
    {
        const auto open = m_open.constFind(id);
        return open != m_open.constEnd() ? open->head() : m_objects.value(id, u"unknown reference"_s);
    }
    QStringList values(const XmlNode &parent)
    {
        QStringList texts;
        for (const XmlNode &child : parent.children)
            texts.append(value(child));
        return texts;
    }
    QStringList properties(const XmlNode &parent)
    {
        QStringList texts;
        for (const XmlNode &child : parent.children)
            texts.append(unescaped(child.attributes.value(u"N"_s)) + u'=' + value(child));
        return texts;
    }

    QHash<QString, QStringList> m_typeNames;
    QHash<QString, Parts> m_open; // objects that enclose what is read
    QHash<QString, QString> m_objects;
};

QString Walk::object(const XmlNode &node)
{
    const QString id = node.attributes.value(u"RefId"_s);
    Parts parts;
    for (const XmlNode &child : node.children) {
        if (child.name == u"TN"_s) {
            for (const XmlNode &type : child.children)
                parts.typeNames.append(type.text);
            m_typeNames.insert(child.attributes.value(u"RefId"_s), parts.typeNames);
        } else if (child.name == u"TNRef"_s) {
            parts.typeNames = m_typeNames.value(child.attributes.value(u"RefId"_s), {u"unknown types"_s});
        } else if (child.name == u"ToString"_s) {
            parts.text = unescaped(child.text);
        } else if (child.name == u"Props"_s) {
            m_open.insert(id, parts);
            parts.adapted = properties(child);
        } else if (child.name == u"MS"_s) {
            m_open.insert(id, parts);
            parts.extended = properties(child);
        } else if (child.name == u"DCT"_s) {
            m_open.insert(id, parts);
            QStringList entries;
            for (const XmlNode &entry : child.children)
                entries.append(values(entry).join(u" -> "_s));
            parts.container = containerText(child.name, entries);
        } else if (QStringList{u"LST"_s, u"IE"_s, u"QUE"_s, u"STK"_s}.contains(child.name)) {
            m_open.insert(id, parts);
            parts.container = containerText(child.name, values(child));
        } else {
            parts.inner = u" = "_s + value(child);
        }
    }
    m_open.remove(id);
    m_objects.insert(id, parts.toString());
    return parts.toString();
}

QStringList plainTexts(const QList<ClixmlProperty> &properties)
{
    QStringList texts;
    for (const ClixmlProperty &property : properties)
        texts.append(property.name + u'=' + plainText(property.value));
    return texts;
}

QString plainObject(const ClixmlObject &object)
{
    Parts parts{object.typeNames, object.text, plainTexts(object.adapted), plainTexts(object.extended), {}, {}};
    if (!object.inner.isNull())
        parts.inner = u" = "_s + plainText(object.inner);
    QStringList items;
    for (const ClixmlValue &item : object.items)
        items.append(plainText(item));
    for (const auto &[key, value] : object.entries)
        items.append(plainText(key) + u" -> "_s + plainText(value));
    static const QStringList elements{{}, u"LST"_s, u"IE"_s, u"QUE"_s, u"STK"_s, u"DCT"_s};
    if (object.container != ClixmlContainer::None)
        parts.container = containerText(elements.value(int(object.container)), items);
    return parts.toString();
}

QString timeText(const ClixmlDateTime &time)
{
    QString zone;
    if (time.zone == ClixmlDateTime::Zone::Utc)
        zone = u"Z"_s;
    else if (time.zone == ClixmlDateTime::Zone::Offset)
        zone = (time.time.offsetFromUtc() < 0 ? u"-"_s : u"+"_s)
            + QTime(0, 0).addSecs(std::abs(time.time.offsetFromUtc())).toString(u"HH:mm"_s);
    return time.time.toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s)
        + QString::number(time.ticksBelowMillisecond).rightJustified(4, u'0') + zone;
}

// The types of value that recordings have; another one fails the comparison that it is in.
struct ValueText
{
    QString operator()(std::nullptr_t) const { return u"Nil"_s; }
    QString operator()(const QString &text) const { return u"S("_s + text + u')'; }
    QString operator()(bool value) const { return value ? u"B(true)"_s : u"B(false)"_s; }
    QString operator()(std::int32_t number) const { return u"I32(%1)"_s.arg(number); }
    QString operator()(std::uint32_t number) const { return u"U32(%1)"_s.arg(number); }
    QString operator()(std::int64_t number) const { return u"I64(%1)"_s.arg(number); }
    QString operator()(QChar character) const { return u"C(%1)"_s.arg(character.unicode()); }
    QString operator()(std::uint8_t number) const { return u"By(%1)"_s.arg(number); }
    QString operator()(std::uint16_t number) const { return u"U16(%1)"_s.arg(number); }
    QString operator()(std::int16_t number) const { return u"I16(%1)"_s.arg(number); }
    QString operator()(std::uint64_t number) const { return u"U64(%1)"_s.arg(number); }
    QString operator()(const ClixmlDecimal &decimal) const { return u"D("_s + decimal.text + u')'; }
    QString operator()(const QByteArray &bytes) const
    {
        return u"BA("_s + QString::fromLatin1(bytes.toBase64()) + u')';
    }
    QString operator()(const QUuid &uuid) const { return u"G("_s + uuid.toString(QUuid::WithoutBraces) + u')'; }
    QString operator()(const ClixmlUri &uri) const { return u"URI("_s + uri.text + u')'; }
    QString operator()(const ClixmlXml &xml) const { return u"XD("_s + xml.text + u')'; }
    QString operator()(const ClixmlScriptBlock &block) const { return u"SBK("_s + block.text + u')'; }
    QString operator()(const ClixmlVersion &version) const { return u"Version("_s + version.text + u')'; }
    QString operator()(const ClixmlSecureString &secret) const
    {
        return u"SS("_s + QString::fromLatin1(secret.encrypted.toBase64()) + u')';
    }
    QString operator()(const ClixmlDateTime &time) const { return u"DT("_s + timeText(time) + u')'; }
    QString operator()(const std::shared_ptr<const ClixmlObject> &object) const { return plainObject(*object); }
    template <typename T> QString operator()(const T &) const { return u"a type that is not recorded"_s; }
};

} // namespace

QString plainText(const XmlNode &value)
{
    return Walk().value(value);
}

QString plainText(const ClixmlValue &value)
{
    return std::visit(ValueText(), value.content());
}

const XmlNode *plainProperty(const XmlNode &object, QStringView name)
{
    for (const QStringView part : {u"MS", u"Props"}) {
        const XmlNode *properties = object.child(part);
        for (const XmlNode &property : properties ? properties->children : QList<XmlNode>()) {
            if (property.attributes.value(u"N"_s) == name)
                return &property;
        }
    }
    return nullptr;
}

QString plainString(const XmlNode &primitive)
{
    return primitive.name == u"SS"_s ? u"System.Security.SecureString"_s : unescaped(primitive.text);
}

QString plainString(const XmlNode &object, QStringView name)
{
    const XmlNode *property = plainProperty(object, name);
    if (!property)
        return {};
    if (property->name != u"Obj"_s)
        return unescaped(property->text);
    const XmlNode *number = property->child(u"I32");
    return number ? number->text : QString();
}

} // namespace cspool::test
