#include "backend/lab/user_data_parser.h"

#include <QCoreApplication>
#include <QLocale>

#include <expat.h>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::UserDataParser)
};

QString valueOf(const QList<XmlAttribute> &attributes, QByteArrayView name)
{
    for (const XmlAttribute &attribute : attributes) {
        if (attribute.name == name)
            return QString::fromUtf8(attribute.value);
    }
    return {};
}

// Why a name cannot be a document's; empty when it can.
QString refusalOfName(const QString &name, const QString &item, const QString &attribute)
{
    if (name.isEmpty())
        return Text::tr("the %1 has no %2").arg(item, attribute);
    if (name.size() > archive_limits::NameCharacters)
        return Text::tr("its name is longer than %1 characters").arg(archive_limits::NameCharacters);
    if (name.contains(u'\\') || name.contains(u'/'))
        return Text::tr("its name \"%1\" contains '\\' or '/', which the real cmdlet does not take either").arg(name);
    const bool hasControl
        = std::any_of(name.cbegin(), name.cend(), [](QChar c) { return c.category() == QChar::Other_Control; });
    return hasControl ? Text::tr("its name contains a control character") : QString();
}

} // namespace

void UserDataParser::ParserDeleter::operator()(XML_ParserStruct *parser) const
{
    XML_ParserFree(parser);
}

UserDataParser::UserDataParser(const QString &name, UserDataArchiveReader::Visit visit,
                               UserDataArchiveReader::Refuse refuse)
    : m_parser(XML_ParserCreate("UTF-8")) // overrides the declaration: see XmlToUtf8
    , m_name(name)
    , m_visit(std::move(visit))
    , m_refuse(std::move(refuse))
{
    XML_SetUserData(m_parser.get(), this);
    XML_SetElementHandler(m_parser.get(), &UserDataParser::startElement, &UserDataParser::endElement);
    XML_SetStartDoctypeDeclHandler(m_parser.get(), &UserDataParser::startDoctype);
}

UserDataParser::~UserDataParser() = default;

Result<> UserDataParser::feed(const QByteArray &utf8)
{
    return utf8.isEmpty() ? Result<>() : parse(utf8, false);
}

Result<> UserDataParser::finish()
{
    return parse({}, true);
}

Result<> UserDataParser::parse(const QByteArray &utf8, bool isFinal)
{
    m_window += utf8;
    m_fedBefore = m_fed;
    m_fed += utf8.size();
    m_summary.bytes = m_fed;
    const XML_Status status = XML_Parse(m_parser.get(), utf8.constData(), int(utf8.size()), isFinal);
    if (m_error)
        return *m_error;
    if (status != XML_STATUS_OK)
        return syntaxError();
    if (!isFinal)
        slideWindow();
    return m_error ? Result<>(*m_error) : Result<>();
}

// Lets go of the bytes that nothing refers to any more, and of an item that grows beyond all measure.
void UserDataParser::slideWindow()
{
    const qint64 unfinished = position(); // where the tag or comment begins that is not complete yet
    if (m_fed - unfinished > archive_limits::TokenBytes) {
        m_error = Error{ErrorCategory::LimitsExceeded, u"UserDataArchiveLimit"_s,
                        Text::tr("%1, line %2: a tag or comment is longer than %3.")
                            .arg(m_name)
                            .arg(line())
                            .arg(QLocale().formattedDataSize(archive_limits::TokenBytes)),
                        Text::tr("Check where this file comes from: no export has such a tag."), m_name};
        return;
    }
    if (m_itemStart >= 0 && m_refusal.isEmpty() && unfinished - m_itemStart > archive_limits::DocumentBytes)
        m_refusal = Text::tr("it is larger than %1").arg(QLocale().formattedDataSize(archive_limits::DocumentBytes));
    const bool isKept = m_itemStart >= 0 && m_refusal.isEmpty();
    const qint64 start = isKept ? std::min(m_itemStart, unfinished) : unfinished;
    m_window.remove(0, start - m_windowStart);
    m_windowStart = start;
}

void UserDataParser::startElement(void *parser, const char *name, const char **attributes)
{
    auto *self = static_cast<UserDataParser *>(parser);
    // The content of an item is not looked at, so its attributes need not be copied.
    self->openElement(name, self->m_depth < 2 ? fromExpat(attributes) : QList<XmlAttribute>());
}

void UserDataParser::endElement(void *parser, const char *)
{
    auto *self = static_cast<UserDataParser *>(parser);
    if (self->m_error)
        return;
    if (self->m_depth == 2 && self->m_itemStart >= 0)
        self->closeItem();
    --self->m_depth;
}

void UserDataParser::startDoctype(void *parser, const char *, const char *, const char *, int)
{
    auto *self = static_cast<UserDataParser *>(parser);
    self->stop({ErrorCategory::InvalidData, u"UserDataArchiveDoctype"_s,
                Text::tr("%1, line %2: the document has a DOCTYPE, which is refused because it can define entities.")
                    .arg(self->m_name)
                    .arg(self->line()),
                Text::tr("Check where this file comes from: no export has one."), self->m_name});
}

void UserDataParser::openElement(QByteArrayView name, const QList<XmlAttribute> &attributes)
{
    if (m_error)
        return;
    ++m_depth;
    if (m_depth == 1) {
        openRoot(name, attributes);
    } else if (m_depth == 2) {
        openItem(name, attributes);
    } else if (m_depth > archive_limits::Depth) {
        stop({ErrorCategory::LimitsExceeded, u"UserDataArchiveLimit"_s,
              Text::tr("%1, line %2: elements are nested deeper than %3.")
                  .arg(m_name)
                  .arg(line())
                  .arg(archive_limits::Depth),
              Text::tr("Check where this file comes from: no export is nested like this."), m_name});
    }
}

void UserDataParser::openRoot(QByteArrayView name, const QList<XmlAttribute> &attributes)
{
    const QByteArrayView local = localName(name);
    if (local != "DocItemSet" && local != "HomedResources") {
        stop({ErrorCategory::InvalidData, u"UserDataArchiveRoot"_s,
              Text::tr("%1 is no user data: its root element is <%2>, not <DocItemSet> or <HomedResources>.")
                  .arg(m_name, QString::fromUtf8(name)),
              Text::tr("Choose a file that Export-CsUserData wrote."), m_name});
        return;
    }
    m_summary.isLegacy = local == "HomedResources";
    m_rootScope = scopeBelow({}, attributes);
}

void UserDataParser::openItem(QByteArrayView name, const QList<XmlAttribute> &attributes)
{
    const QString item = m_summary.isLegacy ? u"HomedResource"_s : u"DocItem"_s;
    const QString nameAttribute = m_summary.isLegacy ? u"UserAtHost"_s : u"Name"_s;
    m_item = {};
    m_item.line = line();
    m_refusal.clear();
    m_itemStart = m_summary.isLegacy ? position() : positionAfter();
    if (QString::fromUtf8(localName(name)) != item) {
        m_refusal = Text::tr("the element <%1> is no %2").arg(QString::fromUtf8(name), item);
        return;
    }
    const QString itemName = valueOf(attributes, nameAttribute.toUtf8());
    m_refusal = refusalOfName(itemName, item, nameAttribute);
    m_item.document.name = m_summary.isLegacy ? "urn:lcd:"_L1 + itemName : itemName;

    // The declarations of a legacy item stand within its own bytes.
    const NamespaceScope scope = m_summary.isLegacy ? m_rootScope : scopeBelow(m_rootScope, attributes);
    QList<XmlAttribute> kept;
    for (auto declaration = scope.cbegin(); declaration != scope.cend(); ++declaration)
        kept.append({declaration.key(), declaration.value()});
    for (const XmlAttribute &attribute : attributes) {
        if (!m_summary.isLegacy && !attribute.isNamespace() && attribute.name != "Name")
            kept.append(attribute);
    }
    m_item.document.namespaces = toAttributeText(kept);
}

void UserDataParser::closeItem()
{
    const qint64 end = m_summary.isLegacy ? positionAfter() : position();
    const qint64 start = std::exchange(m_itemStart, -1);
    if (m_refusal.isEmpty() && end - start > archive_limits::DocumentBytes)
        m_refusal = Text::tr("it is larger than %1").arg(QLocale().formattedDataSize(archive_limits::DocumentBytes));
    if (!m_refusal.isEmpty()) {
        refuseItem(m_refusal);
        return;
    }
    const QByteArray bytes = m_window.mid(start - m_windowStart, end - start);
    m_item.document.data = m_summary.isLegacy ? QByteArray("<Data>" + bytes + "</Data>") : bytes;
    ++m_summary.items;
    if (const Result<> visited = m_visit(m_item); !visited)
        stop(visited.error());
}

void UserDataParser::refuseItem(const QString &reason)
{
    ++m_summary.refused;
    if (m_refuse)
        m_refuse({ErrorCategory::InvalidData, u"UserDataItemRefused"_s,
                  Text::tr("The item in line %1 of %2 is not imported: %3.").arg(m_item.line).arg(m_name, reason),
                  Text::tr("Correct the item in the file, or export it again, and import it once more; everything else "
                           "was read."),
                  m_item.document.name});
}

void UserDataParser::stop(const Error &error)
{
    m_error = error;
    XML_StopParser(m_parser.get(), XML_FALSE);
}

Error UserDataParser::syntaxError() const
{
    const XML_Error code = XML_GetErrorCode(m_parser.get());
    const bool isCutOff = code == XML_ERROR_NO_ELEMENTS || code == XML_ERROR_UNCLOSED_TOKEN
        || code == XML_ERROR_PARTIAL_CHAR || code == XML_ERROR_UNCLOSED_CDATA_SECTION;
    if (isCutOff && m_fed == 0)
        return {ErrorCategory::InvalidData, u"UserDataArchiveTruncated"_s, Text::tr("%1 is empty.").arg(m_name),
                Text::tr("Export the user data again, or fetch the file once more."), m_name};
    if (isCutOff)
        return {ErrorCategory::InvalidData, u"UserDataArchiveTruncated"_s,
                Text::tr("%1 ends too early, in line %2: it was probably cut off.").arg(m_name).arg(line()),
                Text::tr("Export the user data again, or fetch the file once more."), m_name};
    return {ErrorCategory::InvalidData, u"UserDataArchiveSyntax"_s,
            Text::tr("%1 is not well-formed XML: line %2, column %3: %4.")
                .arg(m_name)
                .arg(line())
                .arg(XML_GetCurrentColumnNumber(m_parser.get()) + 1)
                .arg(QString::fromUtf8(XML_ErrorString(code))),
            Text::tr("Export the user data again, or fetch the file once more."), m_name};
}

// expat counts in a long, which has 32 bits on Windows: what is right in any case is the distance to what was fed
// before.
qint64 UserDataParser::position() const
{
    using Unsigned = std::make_unsigned_t<XML_Index>;
    const auto distance = XML_Index(Unsigned(XML_GetCurrentByteIndex(m_parser.get())) - Unsigned(m_fedBefore));
    return std::max(m_fedBefore + distance, m_windowStart);
}

qint64 UserDataParser::positionAfter() const
{
    return position() + XML_GetCurrentByteCount(m_parser.get());
}

qint64 UserDataParser::line() const
{
    return qint64(XML_GetCurrentLineNumber(m_parser.get()));
}

} // namespace cspool
