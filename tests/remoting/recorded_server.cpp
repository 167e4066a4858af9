#include "tests/remoting/recorded_server.h"

#include "backend/remoting/clixml/clixml_writer.h"
#include "tests/remoting/plain_clixml.h"
#include "tests/remoting/recorded_psrp.h"
#include "tests/remoting/wsman_answers.h"

#include <QRegularExpression>
#include <QtEndian>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

const QByteArray OwnKey(32, 'k');

// One for all: it takes time to make.
const Identity &identity()
{
    static const Identity identity = Identity::make();
    return identity;
}

QString actionOf(const XmlNode &envelope)
{
    return envelope.find(u"Action")->text.section(u'/', -1);
}

// Of a pipeline: it names one, or carries an answer to a pipeline's host call.
bool isOfPipeline(const XmlNode &node)
{
    if (node.name == u"Stream"_s && node.attributes.value(u"Name"_s) == u"pr"_s)
        return true;
    if (node.attributes.contains(u"CommandId"_s))
        return true;
    return std::any_of(node.children.begin(), node.children.end(), isOfPipeline);
}

// The command that a request names; empty: none.
QString commandIdIn(const XmlNode &node)
{
    QString id = node.attributes.value(u"CommandId"_s);
    for (auto child = node.children.begin(); id.isEmpty() && child != node.children.end(); ++child)
        id = commandIdIn(*child);
    return id;
}

// How an id stands in a message's header: as a Guid of .NET, its first three numbers little endian.
QByteArray dotNetBytes(const QString &id)
{
    QByteArray bytes = QUuid::fromString(id).toRfc4122();
    std::reverse(bytes.begin(), bytes.begin() + 4);
    std::reverse(bytes.begin() + 4, bytes.begin() + 6);
    std::reverse(bytes.begin() + 6, bytes.begin() + 8);
    return bytes;
}

// What a request carries, without the bytes, which are compared elsewhere: "10002 10004", each message where it begins.
QString carried(const QByteArray &base64)
{
    QStringList types;
    for (QByteArray bytes = QByteArray::fromBase64(base64); bytes.size() > 21;
         bytes.remove(0, 21 + qFromBigEndian<qint32>(bytes.constData() + 17))) {
        if (bytes[16] & 1)
            types.append(QString::number(qFromLittleEndian<quint32>(bytes.constData() + 25), 16));
    }
    return types.join(u' ');
}

// An envelope as a list of its elements in their order, with names of namespaces, attributes and texts. `texts` turns
// what differs from run to run into what it stands for.
void appendLines(const XmlNode &node, const QString &path, const std::function<QString(const XmlNode &)> &texts,
                 QStringList &lines)
{
    const QString here = path + u'/' + node.name;
    QString line = u'{' + node.nameSpace + u'}' + here;
    for (auto it = node.attributes.begin(); it != node.attributes.end(); ++it) {
        const bool isId = it.key() == u"ShellId"_s || it.key() == u"CommandId"_s;
        const bool isGuid = isId && !QUuid::fromString(it.value()).isNull() && it.value() == it.value().toUpper();
        line += u' ' + it.key() + u'=' + (isGuid ? u"an id"_s : it.value());
    }
    lines.append(line + u' ' + texts(node));
    for (const XmlNode &child : node.children)
        appendLines(child, here, texts, lines);
}

} // namespace

RecordedServer::Ids RecordedServer::Ids::in(const XmlNode &request, const QByteArray &envelope)
{
    const XmlNode *shell = request.find(u"Shell");
    const QByteArray header = fragmentsIn(envelope).value(0).mid(21, 40);
    return {shell ? shell->attributes.value(u"ShellId"_s) : QString(), header.mid(8, 16), header.mid(24, 16)};
}

RecordedServer::RecordedServer(const QList<RecordedMessage> &exchange)
    : m_https(identity())
{
    for (const RecordedMessage &message : exchange) {
        const XmlNode request = XmlNode::parse(message.request);
        m_items.push_back({request, message.request, message.response, actionOf(request), commandIdIn(request),
                           isOfPipeline(request)});
        if (m_items.back().action == u"Create"_s)
            m_recorded = Ids::in(request, message.request);
        else if (m_items.back().action == u"Command"_s)
            m_pipelines.append(
                {Ids::in(request, message.request).pipelineBytes, dotNetBytes(m_items.back().commandId)});
    }
    m_key.setKey(OwnKey);
    m_https.setHandler([this](const HttpRequest &http, const Responder &responder) { handle(http, responder); });
}

QUrl RecordedServer::url() const
{
    QUrl url = m_https.url();
    url.setHost(u"127.0.0.1"_s);
    return url;
}

// What the recorded client sent and this one never does.
bool RecordedServer::isLeftOut(const Item &item)
{
    const char *why = nullptr;
    if (item.action == u"Get"_s)
        why = "this client asks neither for the server's configuration nor for the shell itself";
    else if (item.action == u"Send"_s && item.isOfPipeline && !item.requestText.contains("Name=\"pr\""))
        why = "this client gives commands no input, and none that does not fit into an envelope";
    else if (item.action == u"Send"_s && !item.isOfPipeline && !item.isSent)
        why = "this client asks for a session key only when a secret has to travel";
    else if (item.action == u"Receive"_s && !item.isOfPipeline && !item.isAnswered && item.isSent)
        why = "this client waits for the pool's messages all the time";
    if (why)
        accepted.insert(QLatin1StringView(why));
    return why;
}

RecordedServer::Item *RecordedServer::match(const XmlNode &request)
{
    const auto found = std::find_if(m_items.begin(), m_items.end(), [&](const Item &item) {
        const QString id = commandIdIn(request);
        return !item.isSent && item.action == actionOf(request) && item.isOfPipeline == isOfPipeline(request)
            && (id.isEmpty() || item.commandId.isEmpty() || id == item.commandId)
            && (item.action != u"Send"_s || !item.isOfPipeline || item.requestText.contains("Name=\"pr\""));
    });
    return found == m_items.end() ? nullptr : &*found;
}

void RecordedServer::handle(const HttpRequest &http, const Responder &responder)
{
    const XmlNode request = XmlNode::parse(http.body);
    m_received.append({http.body, {}});
    if (actionOf(request) == u"Create"_s) {
        m_ours = Ids::in(request, http.body);
        m_session = request.find(u"SessionId")->text;
        if (m_ours.poolBytes != dotNetBytes(m_ours.shell))
            differences.append(u"The shell's id is not the pool's."_s);
    } else if (actionOf(request) == u"Command"_s) {
        if (Ids::in(request, http.body).pipelineBytes != dotNetBytes(commandIdIn(request)))
            differences.append(u"The command's id is not the pipeline's."_s);
    }
    Item *item = match(request);
    if (!item) {
        if (actionOf(request) == u"Receive"_s)
            return; // nothing more was said: it waits
        additions.append(actionOf(request));
        responder.answer(wsmanReply(actionOf(request).toLatin1() + "Response"));
        return;
    }
    compare(request, *item);
    item->isSent = true;
    item->responder = responder;
    item->messageId = request.find(u"MessageID")->text;
    answerWhatMayBe();
}

// What the recorded client had sent before, of the same lane, must have come.
bool RecordedServer::mayAnswer(const Item &item) const
{
    for (const Item &earlier : m_items) {
        if (&earlier == &item)
            return true;
        const bool isLeftOut = earlier.action == u"Get"_s
            || (earlier.action == u"Send"_s && earlier.isOfPipeline && !earlier.requestText.contains("Name=\"pr\""));
        if (item.action == u"Receive"_s && earlier.isOfPipeline == item.isOfPipeline && !earlier.isSent && !isLeftOut)
            return false;
    }
    return true;
}

void RecordedServer::answerWhatMayBe()
{
    for (Item &item : m_items) {
        if (!item.isSent || item.isAnswered || !mayAnswer(item))
            continue;
        item.isAnswered = true;
        HttpReply reply;
        reply.body = substituted(item);
        reply.status = item.response.contains("WSManFault") ? 500 : 200;
        item.responder->answer(reply);
    }
}

// The recorded answer to this client: its ids in the place of those of the recorded one.
QByteArray RecordedServer::substituted(const Item &item) const
{
    static const QRegularExpression relation(u"RelatesTo>[^<]*<"_s);
    QByteArray text
        = QString::fromUtf8(item.response).replace(relation, u"RelatesTo>"_s + item.messageId + u'<').toUtf8();
    for (const QByteArray &fragments : fragmentsIn(text)) {
        QByteArray ours = fragments;
        ours.replace(m_recorded.poolBytes, m_ours.poolBytes);
        for (const auto &[recorded, here] : m_pipelines)
            ours.replace(recorded, here);
        text.replace(fragments.toBase64(), withOurKey(ours).toBase64());
    }
    return text.replace(m_recorded.shell.toLatin1(), m_ours.shell.toLatin1());
}

// A recorded session key is encrypted for another client: it gets one of our own.
QByteArray RecordedServer::withOurKey(const QByteArray &fragments) const
{
    if (qFromLittleEndian<quint32>(fragments.constData() + 25) != quint32(PsrpMessageType::EncryptedSessionKey))
        return fragments;
    ClixmlObject object;
    for (const PlainMessage &message : requests()) {
        if (message.type == quint32(PsrpMessageType::PublicKey))
            object.extended = {{u"EncryptedSessionKey"_s,
                                ClixmlValue(*SessionKey::encryptedSessionKeyFor(
                                    plainString(XmlNode::parse(message.data), u"PublicKey"), OwnKey))}};
    }
    QByteArray ours = fragments.first(21 + 40) + writeClixml(object);
    qToBigEndian<quint32>(quint32(ours.size() - 21), ours.data() + 17);
    return ours;
}

QStringList RecordedServer::recordedLines(const Item &item)
{
    QStringList lines;
    appendLines(
        item.request, {},
        [&](const XmlNode &node) -> QString {
            if (node.name == u"MessageID"_s || node.name == u"SessionId"_s || node.name == u"Selector"_s)
                return u"an id"_s;
            if (node.name == u"To"_s)
                return url().toString();
            if (node.name == u"creationXml"_s || node.name == u"Stream"_s || node.name == u"Arguments"_s)
                return carried(node.text.toLatin1());
            if (node.name == u"MaxEnvelopeSize"_s && node.text == u"32768"_s) {
                accepted.insert(
                    u"this client does not ask for the server's configuration, which was smaller than usual"_s);
                const bool isTold = std::any_of(m_items.begin(), m_items.end(), [](const Item &other) {
                    return other.action == u"Receive"_s && other.isAnswered;
                });
                return isTold ? u"512000"_s : u"153600"_s;
            }
            return node.text;
        },
        lines);
    if (lines.removeIf([](const QString &line) { return line.contains(u"Name=WINRS_NOPROFILE"_s); }) > 0)
        accepted.insert(u"this client loads the profile, as PowerShell itself does"_s);
    if (lines.removeIf([](const QString &line) { return line.contains(u"/Shell/IdleTimeOut "_s); }) > 0)
        accepted.insert(u"this client leaves it to the server how long an idle shell lives"_s);
    return lines;
}

void RecordedServer::compare(const XmlNode &request, const Item &item)
{
    static const QRegularExpression id(u"^uuid:[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$"_s);
    const auto idIf = [](const XmlNode &node, bool isRight) { return isRight ? u"an id"_s : node.text; };
    const bool isNew = std::none_of(m_items.begin(), m_items.end(), [&](const Item &other) {
        return other.messageId == request.find(u"MessageID")->text;
    });
    QStringList ours;
    appendLines(
        request, {},
        [&](const XmlNode &node) -> QString {
            if (node.name == u"MessageID"_s)
                return idIf(node, id.match(node.text).hasMatch() && isNew);
            if (node.name == u"SessionId"_s)
                return idIf(node, id.match(node.text).hasMatch() && node.text == m_session);
            if (node.name == u"Selector"_s)
                return idIf(node, node.text == m_ours.shell);
            if (node.name == u"creationXml"_s || node.name == u"Stream"_s || node.name == u"Arguments"_s)
                return carried(node.text.toLatin1());
            return node.text;
        },
        ours);
    for (QString &line : ours) {
        static const QRegularExpression command(u"(/Send/Stream) CommandId=an id Name=pr"_s);
        if (line.contains(command))
            accepted.insert(u"this client says to which command an answer belongs, as PowerShell itself does"_s);
        line.replace(command, u"\\1 Name=pr"_s);
        static const QRegularExpression name(u"(/Shell) Name=\\S+"_s);
        if (line.contains(name))
            accepted.insert(u"this client names its shell, because some servers insist on a name"_s);
        line.replace(name, u"\\1"_s);
    }
    const QStringList recorded = recordedLines(item);
    for (qsizetype i = 0; i < std::max(ours.size(), recorded.size()); ++i) {
        if (ours.value(i) != recorded.value(i)) {
            differences.append(u"%1: %2\ninstead of %3"_s.arg(item.action, ours.value(i), recorded.value(i)));
            return;
        }
    }
}

QList<PlainMessage> RecordedServer::requests() const
{
    return plainMessages(m_received);
}

void RecordedServer::finish()
{
    for (const Item &item : m_items) {
        const bool isComplete = item.isSent && item.isAnswered;
        if (!isComplete && !isLeftOut(item) && !item.response.isEmpty())
            differences.append(u"%1 was recorded, and did not come."_s.arg(item.action));
    }
}

} // namespace cspool::test
