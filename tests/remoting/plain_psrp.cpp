#include "tests/remoting/plain_psrp.h"

#include "backend/remoting/psrp/psrp_records.h"
#include "tests/remoting/plain_clixml.h"
#include "tests/remoting/recorded_psrp.h"

#include <QtEndian>

#include <map>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype FragmentHeader = 21;
constexpr qsizetype MessageHeader = 40;

// A Guid of .NET: three numbers, little endian, and eight bytes.
QUuid guidAt(const QByteArray &bytes, qsizetype at)
{
    const char *data = bytes.constData() + at;
    QUuid id(qFromLittleEndian<quint32>(data), qFromLittleEndian<quint16>(data + 4),
             qFromLittleEndian<quint16>(data + 6), 0, 0, 0, 0, 0, 0, 0, 0);
    std::copy(data + 8, data + 16, id.data4);
    return id;
}

PlainMessage messageOf(const QByteArray &bytes)
{
    PlainMessage message;
    message.type = qFromLittleEndian<quint32>(bytes.constData() + 4);
    message.pool = guidAt(bytes, 8);
    message.pipeline = guidAt(bytes, 24);
    message.data = bytes.sliced(MessageHeader);
    if (message.data.startsWith("\xEF\xBB\xBF"))
        message.data.remove(0, 3);
    return message;
}

class Reassembly
{
public:
    QList<PlainMessage> add(QByteArray bytes)
    {
        QList<PlainMessage> complete;
        while (!bytes.isEmpty()) {
            const qsizetype size = FragmentHeader + qFromBigEndian<qint32>(bytes.constData() + 17);
            if (bytes.size() < size)
                qFatal("a recorded fragment is not whole");
            Part &part = m_parts[qFromBigEndian<quint64>(bytes.constData())];
            part.fragments.append(bytes.first(size));
            part.payload += bytes.sliced(FragmentHeader, size - FragmentHeader);
            if (bytes[16] & 2) {
                complete.append(messageOf(part.payload));
                complete.last().fragments = part.fragments;
                part = {};
            }
            bytes.remove(0, size);
        }
        return complete;
    }

private:
    struct Part
    {
        QList<QByteArray> fragments;
        QByteArray payload;
    };
    std::map<quint64, Part> m_parts;
};

QString hexadecimal(quint32 type)
{
    return QString::number(type, 16);
}

QString firstOf(const QStringList &texts)
{
    for (const QString &text : texts) {
        if (!text.isEmpty())
            return text;
    }
    return {};
}

QString toStringOf(const XmlNode *object)
{
    const XmlNode *text = object ? object->child(u"ToString") : nullptr;
    return text ? text->text : QString();
}

// The records as this program's own, field by field. Of the category only whether there is one: those of .NET have
// other names.
QString errorLine(const XmlNode &record)
{
    const XmlNode *exception = plainProperty(record, u"Exception");
    return QStringList{u"an error"_s,
                       plainString(record, u"ErrorCategory_Category") == u"0"_s ? u"NotSpecified"_s : u"a category"_s,
                       plainString(record, u"FullyQualifiedErrorId"),
                       firstOf({plainString(record, u"ErrorDetails_Message"),
                                exception ? plainString(*exception, u"Message") : QString(), toStringOf(&record)}),
                       firstOf({plainString(record, u"ErrorCategory_TargetName"), plainString(record, u"TargetObject"),
                                toStringOf(plainProperty(record, u"TargetObject"))})}
        .join(u'|');
}

// What Write-Information was given: a text, or a message for the host.
QString informationLine(const XmlNode &record)
{
    const XmlNode *data = plainProperty(record, u"MessageData");
    return u"information|"_s
        + firstOf({plainString(record, u"MessageData"), data ? plainString(*data, u"Message") : QString(),
                   toStringOf(data)});
}

QString progressLine(const XmlNode &record)
{
    QStringList fields{u"progress"_s};
    for (const QStringView name : {u"ActivityId", u"ParentActivityId", u"Activity", u"StatusDescription",
                                   u"CurrentOperation", u"PercentComplete", u"SecondsRemaining", u"Type"})
        fields.append(plainString(record, name));
    return fields.join(u'|');
}

QStringList expectedRecordLines(quint32 type, const XmlNode &record)
{
    QStringList lines{u"record "_s + hexadecimal(type) + u' ' + plainText(record)};
    if (type == 0x41005)
        lines.append(errorLine(record));
    else if (type == 0x41010)
        lines.append(progressLine(record));
    else if (type == 0x41011)
        lines.append(informationLine(record));
    else if (type == 0x41007)
        lines.append(u"information|"_s + plainString(record, u"InformationalRecord_Message"));
    else if (type == 0x41008)
        lines.append(u"verbose|"_s + plainString(record, u"InformationalRecord_Message"));
    else
        lines.append(u"warning|"_s + plainString(record, u"InformationalRecord_Message"));
    return lines;
}

// A value among the properties of an object, as the rest of the program shows it.
QString shownText(const XmlNode &value)
{
    if (value.name == u"B"_s)
        return value.text == u"true"_s ? u"True"_s : u"False"_s;
    if (value.name != u"Obj"_s)
        return plainString(value);
    for (const QStringView list : {u"LST", u"IE", u"QUE", u"STK"}) {
        if (const XmlNode *items = value.child(list))
            return u"a list of %1"_s.arg(items->children.size());
    }
    return toStringOf(&value);
}

// The object that a reference in `root` is to; `node` itself when it is none.
const XmlNode &resolved(const XmlNode &root, const XmlNode &node)
{
    if (node.name != u"Ref"_s)
        return node;
    for (const XmlNode &child : root.children) {
        const XmlNode &inside = resolved(child, node);
        if (inside.name == u"Obj"_s)
            return inside;
    }
    const bool isIt = root.name == u"Obj"_s && root.attributes.value(u"RefId"_s) == node.attributes.value(u"RefId"_s);
    return isIt ? root : node;
}

// An output object as the rest of the program has it: its text, and its properties by their names.
QString objectLine(const XmlNode &value)
{
    QStringList properties;
    for (const QStringView part : {u"DCT", u"Props", u"MS"}) {
        const XmlNode *values = value.child(part);
        for (const XmlNode &property : values ? values->children : QList<XmlNode>()) {
            properties.append(property.name == u"En"_s
                                  ? shownText(property.children.value(0)) + u'=' + shownText(property.children.value(1))
                                  : property.attributes.value(u"N"_s) + u'=' + shownText(resolved(value, property)));
        }
    }
    if (shownText(value).startsWith(u"a list of "_s))
        properties.append(u"Items="_s + shownText(value));
    return u"object \""_s + (value.name == u"Obj"_s ? toStringOf(&value) : shownText(value)) + u"\" {"_s
        + properties.join(u", "_s) + u'}';
}

QString objectLine(const Object &object)
{
    QStringList properties;
    for (const Property &property : object.properties()) {
        const bool isList = property.value.metaType() == QMetaType::fromType<QVariantList>();
        const QString shown
            = isList ? u"a list of %1"_s.arg(property.value.toList().size()) : object.string(property.name);
        properties.append(property.name + u'=' + shown);
    }
    return u"object \""_s + object.text() + u"\" {"_s + properties.join(u", "_s) + u'}';
}

QString hostCallLine(const XmlNode &call)
{
    const XmlNode *method = plainProperty(call, u"mi");
    const XmlNode *parameters = plainProperty(call, u"mp");
    return u"call %1 %2 %3 %4"_s.arg(plainString(call, u"ci"), plainString(call, u"mi"),
                                     method->child(u"ToString")->text, plainText(*parameters));
}

QString pipelineStateLine(const XmlNode &state)
{
    const XmlNode *reason = plainProperty(state, u"ExceptionAsErrorRecord");
    return u"state "_s + plainString(state, u"PipelineState") + (reason ? u' ' + plainText(*reason) : QString());
}

QString recordLine(const RecordContent &content)
{
    if (const auto *error = std::get_if<ErrorRecord>(&content))
        return QStringList{u"an error"_s,
                           error->error.category == ErrorCategory::NotSpecified ? u"NotSpecified"_s : u"a category"_s,
                           error->error.id, error->error.message, error->error.target}
            .join(u'|');
    if (const auto *progress = std::get_if<ProgressRecord>(&content))
        return QStringList{u"progress"_s,
                           QString::number(progress->activityId),
                           QString::number(progress->parentActivityId),
                           progress->activity,
                           progress->status,
                           progress->currentOperation,
                           QString::number(progress->percentComplete),
                           QString::number(progress->secondsRemaining),
                           progress->isCompleted ? u"1"_s : u"0"_s}
            .join(u'|');
    if (const auto *information = std::get_if<InformationRecord>(&content))
        return u"information|"_s + information->message;
    if (const auto *verbose = std::get_if<VerboseRecord>(&content))
        return u"verbose|"_s + verbose->message;
    if (const auto *warning = std::get_if<WarningRecord>(&content))
        return u"warning|"_s + warning->message;
    return u"another record"_s;
}

struct EventLines
{
    QStringList operator()(const RunspacePoolStateChanged &change) const
    {
        return {u"pool %1"_s.arg(int(change.state))};
    }
    QStringList operator()(const ServerDataReceived &data) const
    {
        return {u"server "_s + plainText(data.applicationPrivateData)};
    }
    QStringList operator()(const PipelineStateChanged &change) const
    {
        return {u"state %1"_s.arg(int(change.state)) + (change.reason ? u' ' + plainText(*change.reason) : QString())};
    }
    QStringList operator()(const PipelineOutputReceived &output) const
    {
        return {u"output "_s + plainText(output.value), objectLine(toObject(output.value))};
    }
    QStringList operator()(const PipelineRecordReceived &record) const
    {
        const auto content = decodeRecord(record.type, record.value);
        return {u"record "_s + hexadecimal(quint32(record.type)) + u' ' + plainText(record.value),
                content ? recordLine(*content) : u"no record"_s};
    }
    QStringList operator()(const HostCallReceived &received) const
    {
        ClixmlObject parameters({u"System.Collections.ArrayList"_s, u"System.Object"_s});
        parameters.container = ClixmlContainer::List;
        parameters.items = received.call.parameters;
        return {u"call %1 %2 %3 %4"_s.arg(received.call.id)
                    .arg(received.call.method)
                    .arg(received.call.methodName, plainText(ClixmlValue(parameters)))};
    }
    QStringList operator()(const SessionKeyReady &) const { return {u"key"_s}; }
    QStringList operator()(const SessionKeyRequested &) const { return {u"key requested"_s}; }
    QStringList operator()(const OutputAtRisk &) const { return {u"output at risk"_s}; }
    QStringList operator()(const OutputLost &) const { return {u"output lost"_s}; }
    QStringList operator()(const MessageSkipped &skipped) const
    {
        return {u"skipped "_s + hexadecimal(quint32(skipped.type))};
    }
};

} // namespace

QList<PlainMessage> plainMessages(const QList<RecordedMessage> &exchange)
{
    QList<PlainMessage> messages;
    Reassembly ofClient;
    Reassembly ofServer;
    const auto take = [&messages](Reassembly &reassembly, const QByteArray &envelope, bool isRequest) {
        for (const QByteArray &fragments : fragmentsIn(envelope)) {
            for (PlainMessage message : reassembly.add(fragments)) {
                message.isRequest = isRequest;
                messages.append(message);
            }
        }
    };
    for (const RecordedMessage &message : exchange) {
        take(ofClient, message.request, true);
        take(ofServer, message.response, false);
    }
    return messages;
}

QStringList expectedLines(const PlainMessage &message)
{
    const XmlNode value = XmlNode::parse(message.data);
    switch (message.type) {
    case 0x10002: // SESSION_CAPABILITY: the negotiation has succeeded
        return {u"pool 7"_s};
    case 0x10006: // ENCRYPTED_SESSION_KEY
        return {u"key"_s};
    case 0x21005: // RUNSPACEPOOL_STATE
        return {u"pool "_s + plainString(value, u"RunspaceState")};
    case 0x21009: // APPLICATION_PRIVATE_DATA
        return {u"server "_s + plainText(*plainProperty(value, u"ApplicationPrivateData"))};
    case 0x41004: // PIPELINE_OUTPUT
        return {u"output "_s + plainText(value), objectLine(value)};
    case 0x41006: // PIPELINE_STATE
        return {pipelineStateLine(value)};
    case 0x21004: // RUNSPACE_AVAILABILITY
    case 0x21008: // USER_EVENT
        return {u"skipped "_s + hexadecimal(message.type)};
    case 0x21100: // RUNSPACEPOOL_HOST_CALL
    case 0x41100: // PIPELINE_HOST_CALL
        return {hostCallLine(value)};
    default:
        return expectedRecordLines(message.type, value);
    }
}

QStringList linesOf(const PsrpEvent &event)
{
    return std::visit(EventLines(), event.content);
}

QStringList linesOf(const Result<std::vector<PsrpEvent>> &events)
{
    if (!events)
        return {u"error "_s + events.error().message};
    QStringList lines;
    for (const PsrpEvent &event : *events)
        lines += linesOf(event);
    return lines;
}

} // namespace cspool::test
