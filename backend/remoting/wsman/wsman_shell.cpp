#include "backend/remoting/wsman/wsman_shell.h"

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

#define SHELL_NAMESPACE "http://schemas.microsoft.com/wbem/wsman/1/windows/shell"
#define TRANSFER_NAMESPACE "http://schemas.xmlsoap.org/ws/2004/09/transfer"
#define ANONYMOUS "http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous"

QByteArray escaped(const QString &text)
{
    return text.toHtmlEscaped().toUtf8();
}

QByteArray braceless(const QUuid &id)
{
    return id.toByteArray(QUuid::WithoutBraces).toUpper();
}

// An xs:duration in seconds; milliseconds only where there are any.
QByteArray duration(std::chrono::milliseconds time)
{
    const qint64 milliseconds = std::max<qint64>(time.count(), 0);
    QByteArray seconds = QByteArray::number(milliseconds / 1000);
    if (milliseconds % 1000 != 0)
        seconds += "." + QByteArray::number(milliseconds % 1000).rightJustified(3, '0');
    return "PT" + seconds + "S";
}

} // namespace

WsmanShell::WsmanShell(const Options &options)
    : m_options(options)
{
    if (!m_options.newId)
        m_options.newId = &QUuid::createUuid;
    m_sessionId = m_options.newId();
    measure();
}

void WsmanShell::setMaxEnvelopeSize(qsizetype bytes)
{
    m_options.maxEnvelopeSize = bytes;
}

void WsmanShell::setShellId(const QString &id)
{
    m_shellId = id;
    measure();
}

qsizetype WsmanShell::capacity() const
{
    constexpr qsizetype SmallestFragment = 22; // a header and one byte
    const qsizetype room = m_options.maxEnvelopeSize - m_envelopeOverhead;
    return std::max(room / 4 * 3, SmallestFragment);
}

// Create is the envelope with the most around its fragments, once the identifier of the shell is counted that the
// others have. The size itself may become longer by a digit or two.
void WsmanShell::measure()
{
    constexpr qsizetype Reserve = 16;
    m_envelopeOverhead
        = envelope(TRANSFER_NAMESPACE "/Create", createOptions(), createBody(QUuid(), {}), m_sessionId).size()
        + selectors().size() + commandAttribute(QUuid::createUuidV5(QUuid(), QByteArray())).size() + Reserve;
}

void WsmanShell::setCommandId(const QUuid &pipeline, const QUuid &id)
{
    if (!id.isNull() && id != pipeline)
        m_commandIds.insert(pipeline, id);
}

QByteArray WsmanShell::commandAttribute(const QUuid &pipeline) const
{
    return pipeline.isNull() ? QByteArray() : QByteArray(" CommandId=\"" + braceless(commandId(pipeline)) + "\"");
}

QByteArray WsmanShell::signalBody(const QUuid &pipeline, const QByteArray &code) const
{
    return "<rsp:Signal" + commandAttribute(pipeline) + "><rsp:Code>" + code + "</rsp:Code></rsp:Signal>";
}

QByteArray WsmanShell::selectors() const
{
    if (m_shellId.isEmpty())
        return {};
    return "<wsman:SelectorSet><wsman:Selector Name=\"ShellId\">" + escaped(m_shellId)
        + "</wsman:Selector></wsman:SelectorSet>";
}

// The order of elements and attributes is that of canonical XML; servers do not mind it, comparisons do.
QByteArray WsmanShell::envelope(const QByteArray &action, const QByteArray &options, const QByteArray &body,
                                const QUuid &messageId) const
{
    const QByteArray locale = escaped(m_options.locale);
    QByteArray text = "<s:Envelope";
    if (!body.isEmpty())
        text += " xmlns:rsp=\"" SHELL_NAMESPACE "\"";
    text += " xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\""
            " xmlns:wsa=\"http://schemas.xmlsoap.org/ws/2004/08/addressing\""
            " xmlns:wsman=\"http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd\""
            " xmlns:wsmv=\"http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd\"><s:Header>"
            "<wsa:Action s:mustUnderstand=\"true\">"
        + action + "</wsa:Action><wsmv:DataLocale s:mustUnderstand=\"false\" xml:lang=\"" + locale
        + "\" /><wsman:Locale s:mustUnderstand=\"false\" xml:lang=\"" + locale
        + "\" /><wsman:MaxEnvelopeSize s:mustUnderstand=\"true\">" + QByteArray::number(m_options.maxEnvelopeSize)
        + "</wsman:MaxEnvelopeSize><wsa:MessageID>uuid:" + braceless(messageId)
        + "</wsa:MessageID><wsman:OperationTimeout>" + duration(m_options.operationTimeout)
        + "</wsman:OperationTimeout><wsa:ReplyTo><wsa:Address s:mustUnderstand=\"true\">" ANONYMOUS
          "</wsa:Address></wsa:ReplyTo><wsman:ResourceURI s:mustUnderstand=\"true\">"
        + escaped(m_options.resourceUri)
        + "</wsman:ResourceURI><wsmv:SessionId s:mustUnderstand=\"false\">uuid:" + braceless(m_sessionId)
        + "</wsmv:SessionId><wsa:To>" + escaped(m_options.url.toString(QUrl::FullyEncoded)) + "</wsa:To>";
    if (!options.isEmpty())
        text += "<wsman:OptionSet s:mustUnderstand=\"true\">" + options + "</wsman:OptionSet>";
    text += selectors() + "</s:Header>";
    text += body.isEmpty() ? QByteArray("<s:Body />") : "<s:Body>" + body + "</s:Body>";
    return text + "</s:Envelope>";
}

QByteArray WsmanShell::createOptions() const
{
    QByteArray options = "<wsman:Option MustComply=\"true\" Name=\"protocolversion\">2.3</wsman:Option>";
    if (!m_options.loadsProfile)
        options += "<wsman:Option MustComply=\"true\" Name=\"WINRS_NOPROFILE\">TRUE</wsman:Option>";
    return options;
}

QByteArray WsmanShell::createBody(const QUuid &pool, const QByteArray &fragments) const
{
    QByteArray body = "<rsp:Shell";
    if (!m_options.shellName.isEmpty())
        body += " Name=\"" + escaped(m_options.shellName) + "\"";
    body += " ShellId=\"" + braceless(pool)
        + "\"><rsp:InputStreams>stdin pr</rsp:InputStreams><rsp:OutputStreams>stdout</rsp:OutputStreams>";
    if (m_options.idleTimeout)
        body += "<rsp:IdleTimeOut>" + duration(*m_options.idleTimeout) + "</rsp:IdleTimeOut>";
    return body + "<creationXml xmlns=\"http://schemas.microsoft.com/powershell\">" + fragments.toBase64()
        + "</creationXml></rsp:Shell>";
}

QByteArray WsmanShell::envelope(const QByteArray &action, const QByteArray &options, const QByteArray &body) const
{
    return envelope(action, options, body, m_options.newId());
}

WsmanRequest WsmanShell::create(const QUuid &pool, const QByteArray &fragments)
{
    m_shellId.clear(); // there is no shell yet that could be selected
    WsmanRequest request{WsmanOperation::Create,
                         {},
                         envelope(TRANSFER_NAMESPACE "/Create", createOptions(), createBody(pool, fragments))};
    setShellId(QString::fromLatin1(braceless(pool)));
    return request;
}

WsmanRequest WsmanShell::command(const QUuid &pipeline, const QByteArray &firstFragments)
{
    const QByteArray body = "<rsp:CommandLine" + commandAttribute(pipeline) + "><rsp:Command /><rsp:Arguments>"
        + firstFragments.toBase64() + "</rsp:Arguments></rsp:CommandLine>";
    return {
        WsmanOperation::Command, pipeline,
        envelope(SHELL_NAMESPACE "/Command", "<wsman:Option Name=\"WINRS_SKIP_CMD_SHELL\">False</wsman:Option>", body)};
}

WsmanRequest WsmanShell::send(const QUuid &pipeline, const QByteArray &fragments, PsrpStream stream)
{
    const QByteArray name = stream == PsrpStream::PromptResponse ? "pr" : "stdin";
    const QByteArray body = "<rsp:Send><rsp:Stream" + commandAttribute(pipeline) + " Name=\"" + name + "\">"
        + fragments.toBase64() + "</rsp:Stream></rsp:Send>";
    return {WsmanOperation::Send, pipeline, envelope(SHELL_NAMESPACE "/Send", {}, body)};
}

WsmanRequest WsmanShell::receive(const QUuid &pipeline)
{
    const QByteArray body
        = "<rsp:Receive><rsp:DesiredStream" + commandAttribute(pipeline) + ">stdout</rsp:DesiredStream></rsp:Receive>";
    return {WsmanOperation::Receive, pipeline,
            envelope(SHELL_NAMESPACE "/Receive",
                     "<wsman:Option Name=\"WSMAN_CMDSHELL_OPTION_KEEPALIVE\">True</wsman:Option>", body)};
}

// MS-PSRP 3.1.5.3.9 spells the code like this, and servers compare it letter by letter.
WsmanRequest WsmanShell::stop(const QUuid &pipeline)
{
    return {WsmanOperation::Signal, pipeline,
            envelope(SHELL_NAMESPACE "/Signal", {}, signalBody(pipeline, "powershell/signal/crtl_c"))};
}

WsmanRequest WsmanShell::terminate(const QUuid &pipeline)
{
    return {WsmanOperation::Signal, pipeline,
            envelope(SHELL_NAMESPACE "/Signal", {}, signalBody(pipeline, SHELL_NAMESPACE "/signal/Terminate"))};
}

WsmanRequest WsmanShell::remove()
{
    return {WsmanOperation::Delete, {}, envelope(TRANSFER_NAMESPACE "/Delete", {}, {})};
}

// What the server has to say meanwhile waits for the client ("Block"): nothing is lost.
WsmanRequest WsmanShell::disconnect()
{
    return {WsmanOperation::Disconnect,
            {},
            envelope(SHELL_NAMESPACE "/Disconnect", {},
                     "<rsp:Disconnect><rsp:BufferMode>Block</rsp:BufferMode></rsp:Disconnect>")};
}

WsmanRequest WsmanShell::reconnect(const QUuid &pipeline)
{
    QByteArray body = "<rsp:Reconnect />";
    if (!pipeline.isNull())
        body = "<rsp:Reconnect><rsp:CommandId>" + braceless(commandId(pipeline)) + "</rsp:CommandId></rsp:Reconnect>";
    return {WsmanOperation::Reconnect, pipeline, envelope(SHELL_NAMESPACE "/Reconnect", {}, body)};
}

} // namespace cspool
