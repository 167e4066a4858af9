// Reading of the server's envelopes: WsmanShell::parse().
#include "backend/remoting/clixml/clixml_times.h"
#include "backend/remoting/wsman/wsman_shell.h"

#include <QCoreApplication>
#include <QXmlStreamReader>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::WsmanShell)
};

// Far above what a server may send (512,000 bytes are asked for), far below what hurts.
constexpr qsizetype MaxEnvelopeBytes = 16 * 1024 * 1024;
constexpr int MaxDepth = 64;

constexpr QLatin1String SoapNamespace("http://www.w3.org/2003/05/soap-envelope");
constexpr QLatin1String AddressingNamespace("http://schemas.xmlsoap.org/ws/2004/08/addressing");
constexpr QLatin1String WsmanNamespace("http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd");
constexpr QLatin1String ShellNamespace("http://schemas.microsoft.com/wbem/wsman/1/windows/shell");
constexpr QLatin1String FaultNamespace("http://schemas.microsoft.com/wbem/wsman/1/wsmanfault");

Error notAnEnvelope(const QString &why)
{
    return {ErrorCategory::InvalidData, u"NotAWsmanEnvelope"_s,
            Text::tr("The answer of the server is no message of WS-Management: %1").arg(why),
            Text::tr("Check the address: it must be that of PowerShell Remoting, such as https://POOL/OcsPowershell.")};
}

class EnvelopeReader
{
public:
    explicit EnvelopeReader(const QByteArray &envelope)
        : m_xml(envelope)
    {
    }

    Result<WsmanResponse> read();

private:
    bool is(QLatin1String nameSpace, QLatin1String name) const
    {
        return m_xml.namespaceUri() == nameSpace && m_xml.name() == name;
    }
    bool isIn(QLatin1String parent) const { return m_path.size() > 1 && m_path.at(m_path.size() - 2) == parent; }
    QString text();
    void enter();
    void readShellElement();
    void readFaultElement();
    WsmanFault &fault();
    void refuse(const QString &why);

    QXmlStreamReader m_xml;
    QStringList m_path; // local names of the open elements
    WsmanResponse m_response;
    bool m_hasBody = false;
    std::optional<Error> m_error;
};

void EnvelopeReader::refuse(const QString &why)
{
    if (!m_error)
        m_error = notAnEnvelope(why);
}

WsmanFault &EnvelopeReader::fault()
{
    if (!m_response.fault)
        m_response.fault.emplace();
    return *m_response.fault;
}

// The text of the element and of those in it. The reader is at its end then.
QString EnvelopeReader::text()
{
    const QString content = m_xml.readElementText(QXmlStreamReader::IncludeChildElements);
    m_path.removeLast();
    return content;
}

Result<WsmanResponse> EnvelopeReader::read()
{
    while (!m_error && !m_xml.atEnd()) {
        switch (m_xml.readNext()) {
        case QXmlStreamReader::DTD:
            refuse(Text::tr("it has a document type, which is refused because it can define entities."));
            break;
        case QXmlStreamReader::StartElement:
            enter();
            break;
        case QXmlStreamReader::EndElement:
            m_path.removeLast();
            break;
        case QXmlStreamReader::Characters: // says more than the reason of the SOAP fault does
            if (m_path.value(2) == "Fault"_L1 && m_path.constLast() == "Message"_L1 && !m_xml.isWhitespace())
                fault().reason = m_xml.text().toString().simplified();
            break;
        default:
            break;
        }
    }
    if (!m_error && m_xml.hasError())
        refuse(Text::tr("line %1: %2").arg(m_xml.lineNumber()).arg(m_xml.errorString()));
    if (!m_error && !m_hasBody)
        refuse(Text::tr("it has no body."));
    if (m_error)
        return *m_error;
    return m_response;
}

void EnvelopeReader::enter()
{
    m_path.append(m_xml.name().toString());
    if (m_path.size() > MaxDepth)
        return refuse(Text::tr("its elements are nested more than %1 deep.").arg(MaxDepth));
    if (m_path.size() == 1 && !is(SoapNamespace, "Envelope"_L1))
        return refuse(Text::tr("it is no SOAP 1.2 envelope."));
    if (m_path.size() == 2 && is(SoapNamespace, "Body"_L1))
        m_hasBody = true;
    if (is(AddressingNamespace, "Action"_L1) && isIn("Header"_L1))
        m_response.action = text().trimmed().section(u'/', -1);
    else if (is(WsmanNamespace, "Selector"_L1) && m_path.value(2) == "ResourceCreated"_L1
             && m_xml.attributes().value("Name"_L1) == "ShellId"_L1)
        m_response.shellId = text().trimmed();
    else if (m_xml.namespaceUri() == ShellNamespace)
        readShellElement();
    else if (m_path.value(2) == "Fault"_L1)
        readFaultElement();
}

void EnvelopeReader::readShellElement()
{
    const QUuid pipeline = QUuid::fromString(m_xml.attributes().value("CommandId"_L1));
    if (m_xml.name() == "Stream"_L1 && isIn("ReceiveResponse"_L1)) {
        const QString name = m_xml.attributes().value("Name"_L1).toString();
        QByteArray base64 = text().toLatin1();
        base64.removeIf([](char c) { return c == ' ' || c == '\r' || c == '\n' || c == '\t'; });
        auto data = QByteArray::fromBase64Encoding(std::move(base64), QByteArray::AbortOnBase64DecodingErrors);
        if (!data)
            return refuse(Text::tr("a stream in it is not base64."));
        m_response.streams.append({name, pipeline, *data});
    } else if (m_xml.name() == "CommandState"_L1 && isIn("ReceiveResponse"_L1)) {
        if (m_xml.attributes().value("State"_L1).endsWith("/Done"_L1))
            m_response.finishedPipeline = pipeline;
    } else if (m_xml.name() == "CommandId"_L1 && isIn("CommandResponse"_L1)) {
        m_response.commandId = QUuid::fromString(text().trimmed());
    } else if (m_xml.name() == "IdleTimeOut"_L1 && isIn("Shell"_L1)) {
        if (const std::optional<TimeSpan> time = readClixmlDuration(text().trimmed()))
            m_response.idleTimeout = time->toMilliseconds();
    } else if (m_xml.name() == "ShellId"_L1 && isIn("Shell"_L1) && m_response.shellId.isEmpty()) {
        m_response.shellId = text().trimmed();
    }
}

void EnvelopeReader::readFaultElement()
{
    if (is(SoapNamespace, "Fault"_L1)) {
        fault();
    } else if (is(SoapNamespace, "Value"_L1) && isIn("Subcode"_L1)) {
        if (fault().subcode.isEmpty()) // the outermost says most
            fault().subcode = text().trimmed();
    } else if (is(SoapNamespace, "Text"_L1) && isIn("Reason"_L1)) {
        fault().reason = text().simplified();
    } else if (is(FaultNamespace, "WSManFault"_L1)) {
        if (const quint32 code = m_xml.attributes().value("Code"_L1).toUInt(); fault().code == 0)
            fault().code = code;
    } else if (is(FaultNamespace, "ProviderFault"_L1)) {
        fault().provider = m_xml.attributes().value("provider"_L1).toString();
        const QString words = text().simplified();
        if (!words.isEmpty())
            fault().reason = words;
    }
}

} // namespace

Result<WsmanResponse> WsmanShell::parse(const QByteArray &envelope)
{
    if (envelope.size() > MaxEnvelopeBytes)
        return notAnEnvelope(Text::tr("it is larger than %1 bytes.").arg(MaxEnvelopeBytes));
    return EnvelopeReader(envelope).read();
}

} // namespace cspool
