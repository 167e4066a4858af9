#include "tests/remoting/wsman_answers.h"

#include <QXmlStreamReader>

namespace cspool::test {

using namespace Qt::StringLiterals;

ReceivedRequest ReceivedRequest::parse(const QByteArray &envelope)
{
    ReceivedRequest request;
    QXmlStreamReader xml(envelope);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QStringView name = xml.name();
        const QXmlStreamAttributes attributes = xml.attributes();
        if (attributes.hasAttribute("CommandId"_L1))
            request.pipeline = QUuid::fromString(attributes.value("CommandId"_L1));
        if (name == "Action"_L1)
            request.action = xml.readElementText().section(u'/', -1);
        else if (name == "MaxEnvelopeSize"_L1)
            request.maxEnvelopeSize = xml.readElementText().toLongLong();
        else if (name == "Selector"_L1)
            request.shellId = xml.readElementText();
        else if (name == "Shell"_L1)
            request.shellId = attributes.value("ShellId"_L1).toString();
        else if (name == "Code"_L1)
            request.signal = xml.readElementText();
        else if (name == "CommandId"_L1)
            request.pipeline = QUuid::fromString(xml.readElementText());
        else if (name == "Stream"_L1 || name == "Arguments"_L1 || name == "creationXml"_L1) {
            request.stream = attributes.value("Name"_L1).toString();
            request.fragments = QByteArray::fromBase64(xml.readElementText().toLatin1());
        }
    }
    if (xml.hasError() || request.action.isEmpty())
        qFatal("That is no request of WS-Management: %s", envelope.constData());
    return request;
}

HttpReply wsmanReply(const QByteArray &action, const QByteArray &body)
{
    HttpReply reply;
    reply.body = "<s:Envelope xml:lang=\"en-US\" xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\""
                 " xmlns:a=\"http://schemas.xmlsoap.org/ws/2004/08/addressing\""
                 " xmlns:x=\"http://schemas.xmlsoap.org/ws/2004/09/transfer\""
                 " xmlns:w=\"http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd\""
                 " xmlns:rsp=\"http://schemas.microsoft.com/wbem/wsman/1/windows/shell\"><s:Header><a:Action>"
                 "http://schemas.microsoft.com/wbem/wsman/1/windows/shell/"
        + action + "</a:Action></s:Header><s:Body>" + body + "</s:Body></s:Envelope>";
    return reply;
}

HttpReply createReply(const QString &shellId, const QByteArray &idleTimeOut)
{
    const QByteArray id = shellId.toHtmlEscaped().toUtf8();
    QByteArray shell;
    if (!idleTimeOut.isEmpty())
        shell = "<rsp:Shell><rsp:IdleTimeOut>" + idleTimeOut + "</rsp:IdleTimeOut></rsp:Shell>";
    return wsmanReply("CreateResponse",
                      "<x:ResourceCreated><a:ReferenceParameters><w:SelectorSet><w:Selector Name=\"ShellId\">" + id
                          + "</w:Selector></w:SelectorSet></a:ReferenceParameters></x:ResourceCreated>" + shell);
}

HttpReply receiveReply(const QUuid &pipeline, const QList<QByteArray> &data, bool isDone)
{
    const QByteArray id = pipeline.toByteArray(QUuid::WithoutBraces).toUpper();
    const QByteArray command = pipeline.isNull() ? QByteArray() : QByteArray(" CommandId=\"" + id + "\"");
    QByteArray body = "<rsp:ReceiveResponse>";
    for (const QByteArray &part : data)
        body += "<rsp:Stream Name=\"stdout\"" + command + ">" + part.toBase64() + "</rsp:Stream>";
    if (!pipeline.isNull()) {
        body += "<rsp:CommandState" + command
            + " State=\"http://schemas.microsoft.com/wbem/wsman/1/windows/shell/CommandState/"
            + (isDone ? "Done" : "Running") + "\"/>";
    }
    return wsmanReply("ReceiveResponse", body + "</rsp:ReceiveResponse>");
}

HttpReply faultReply(quint32 code, const QByteArray &reason, const QByteArray &subcode)
{
    HttpReply reply = wsmanReply("fault",
                                 "<s:Fault><s:Code><s:Value>s:Receiver</s:Value><s:Subcode><s:Value>" + subcode
                                     + "</s:Value></s:Subcode></s:Code><s:Reason><s:Text xml:lang=\"en-US\">" + reason
                                     + "</s:Text></s:Reason><s:Detail><f:WSManFault"
                                       " xmlns:f=\"http://schemas.microsoft.com/wbem/wsman/1/wsmanfault\" Code=\""
                                     + QByteArray::number(code) + "\"><f:Message>" + reason
                                     + "</f:Message></f:WSManFault></s:Detail></s:Fault>");
    reply.status = 500;
    return reply;
}

HttpReply timedOutReply()
{
    return faultReply(WsmanFault::OperationTimedOut, "The operation timed out.", "w:TimedOut");
}

} // namespace cspool::test
