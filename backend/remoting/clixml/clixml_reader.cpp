#include "backend/remoting/clixml/clixml_reader.h"

#include "backend/remoting/clixml/clixml_document.h"

#include <QCoreApplication>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace cspool {

namespace {

// Round everything that comes, because a document may consist of several values, and QXmlStreamReader wants one root.
constexpr QByteArrayView rootStart("<CLIXML>");
constexpr QByteArrayView rootEnd("</CLIXML>");
constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");
constexpr QByteArrayView declarationStart("<?xml");
// An XML declaration is shorter than this.
constexpr qsizetype MaximumProlog = 1024;

bool mayBecome(QByteArrayView bytes, QByteArrayView prefix)
{
    return bytes.size() < prefix.size() && prefix.startsWith(bytes);
}

} // namespace

class ClixmlReader::Private
{
    Q_DECLARE_TR_FUNCTIONS(ClixmlReader)

public:
    explicit Private(const ClixmlLimits &limits)
        : m_document(limits)
    {
        m_xml.addData(QByteArray(rootStart.data(), rootStart.size()));
    }

    Result<> addData(const QByteArray &bytes);
    Result<> finish();
    QList<ClixmlValue> takeValues() { return m_document.takeValues(); }

private:
    std::optional<QByteArray> withoutProlog(const QByteArray &bytes);
    Result<> parse();
    Error fail(const QString &sentence);

    QXmlStreamReader m_xml;
    ClixmlDocument m_document;
    std::optional<QByteArray> m_prolog = QByteArray(); // what came before it was known where the values begin
    std::optional<Error> m_error;
    bool m_isFinished = false;
};

Error ClixmlReader::Private::fail(const QString &sentence)
{
    // The root that was put round the document is not counted.
    const qint64 column = m_xml.columnNumber() - (m_xml.lineNumber() == 1 ? rootStart.size() : 0);
    m_error = Error{ErrorCategory::InvalidData, u"ClixmlInvalid"_s,
                    tr("The server's data could not be read beyond line %1, column %2. %3")
                        .arg(m_xml.lineNumber())
                        .arg(qMax(column, qint64(0)))
                        .arg(sentence)};
    return *m_error;
}

// The bytes behind a byte order mark and an XML declaration; nothing while it is not known where they end.
std::optional<QByteArray> ClixmlReader::Private::withoutProlog(const QByteArray &bytes)
{
    if (!m_prolog)
        return bytes;
    m_prolog->append(bytes);
    QByteArrayView rest(*m_prolog);
    if (mayBecome(rest, byteOrderMark))
        return std::nullopt;
    if (rest.startsWith(byteOrderMark))
        rest = rest.sliced(byteOrderMark.size());
    if (mayBecome(rest, declarationStart))
        return std::nullopt;
    if (rest.startsWith(declarationStart)) {
        const qsizetype end = rest.indexOf("?>");
        if (end < 0 && rest.size() < MaximumProlog)
            return std::nullopt;
        rest = rest.sliced(end < 0 ? 0 : end + 2);
    }
    const QByteArray values = rest.toByteArray();
    m_prolog.reset();
    return values;
}

Result<> ClixmlReader::Private::addData(const QByteArray &bytes)
{
    if (m_error)
        return *m_error;
    if (m_isFinished)
        return fail(tr("Data follows the end of the document."));
    const std::optional<QByteArray> values = withoutProlog(bytes);
    if (!values || values->isEmpty())
        return {};
    m_xml.addData(*values);
    return parse();
}

Result<> ClixmlReader::Private::finish()
{
    if (m_error)
        return *m_error;
    if (m_isFinished)
        return {};
    if (m_prolog && !m_prolog->isEmpty() && *m_prolog != byteOrderMark)
        return fail(tr("It ends in the middle of a value."));
    if (!m_document.isBetweenValues())
        return fail(tr("It ends in the middle of a value."));
    m_xml.addData(QByteArray(rootEnd.data(), rootEnd.size()));
    if (const auto parsed = parse(); !parsed)
        return parsed;
    if (!m_document.isComplete())
        return fail(tr("It ends in the middle of a value."));
    m_isFinished = true;
    return {};
}

Result<> ClixmlReader::Private::parse()
{
    while (!m_xml.atEnd()) {
        QString problem;
        switch (m_xml.readNext()) {
        case QXmlStreamReader::StartElement:
            problem = m_document.startElement(m_xml.name(), m_xml.attributes());
            break;
        case QXmlStreamReader::EndElement:
            problem = m_document.endElement();
            break;
        case QXmlStreamReader::Characters:
            problem = m_document.characters(m_xml.text(), m_xml.isWhitespace());
            break;
        case QXmlStreamReader::DTD:
            problem = tr("It has a document type definition, which is not allowed in it.");
            break;
        case QXmlStreamReader::EntityReference:
            problem = tr("It refers to an entity that is not known.");
            break;
        default:
            break;
        }
        if (!problem.isEmpty())
            return fail(problem);
    }
    if (m_xml.hasError() && m_xml.error() != QXmlStreamReader::PrematureEndOfDocumentError)
        return fail(tr("It is not well-formed XML."));
    return {};
}

ClixmlReader::ClixmlReader(const ClixmlLimits &limits)
    : d(std::make_unique<Private>(limits))
{
}

ClixmlReader::~ClixmlReader() = default;

Result<> ClixmlReader::addData(const QByteArray &bytes)
{
    return d->addData(bytes);
}

QList<ClixmlValue> ClixmlReader::takeValues()
{
    return d->takeValues();
}

Result<> ClixmlReader::finish()
{
    return d->finish();
}

Result<ClixmlValue> readClixml(const QByteArray &bytes, const ClixmlLimits &limits)
{
    ClixmlReader reader(limits);
    if (const auto added = reader.addData(bytes); !added)
        return added.error();
    if (const auto finished = reader.finish(); !finished)
        return finished.error();
    const QList<ClixmlValue> values = reader.takeValues();
    if (values.size() != 1)
        return Error{ErrorCategory::InvalidData, u"ClixmlInvalid"_s,
                     QCoreApplication::translate("ClixmlReader",
                                                 "The server's data should be one value, but has %n of them.", nullptr,
                                                 int(values.size()))};
    return values.first();
}

} // namespace cspool
