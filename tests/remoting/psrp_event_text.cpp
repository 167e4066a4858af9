#include "tests/remoting/psrp_event_text.h"

#include "backend/remoting/clixml/clixml_text.h"
#include "backend/remoting/psrp/psrp_records.h"

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

QString recordText(const RecordContent &content)
{
    if (const auto *error = std::get_if<ErrorRecord>(&content))
        return u"error "_s + toString(error->error.category) + u" ["_s + error->error.id + u"] "_s
            + error->error.message;
    if (const auto *warning = std::get_if<WarningRecord>(&content))
        return u"warning "_s + warning->message;
    if (const auto *verbose = std::get_if<VerboseRecord>(&content))
        return u"verbose "_s + verbose->message;
    if (const auto *information = std::get_if<InformationRecord>(&content))
        return (information->isHostMessage ? u"host information "_s : u"information "_s) + information->message;
    if (const auto *progress = std::get_if<ProgressRecord>(&content)) {
        return u"progress %1<%2 \"%3\" \"%4\" \"%5\" %6% %7s%8"_s.arg(progress->activityId)
            .arg(progress->parentActivityId)
            .arg(progress->activity, progress->status, progress->currentOperation)
            .arg(progress->percentComplete)
            .arg(progress->secondsRemaining)
            .arg(progress->isCompleted ? u" completed"_s : QString());
    }
    return u"?"_s;
}

struct EventText
{
    QString operator()(const RunspacePoolStateChanged &change) const
    {
        static const QStringList states{
            u"BeforeOpen"_s, u"Opening"_s,     u"Opened"_s,          u"Closed"_s,
            u"Closing"_s,    u"Broken"_s,      u"NegotiationSent"_s, u"NegotiationSucceeded"_s,
            u"Connecting"_s, u"Disconnected"_s};
        return u"pool "_s + states.value(int(change.state))
            + (change.reason ? u": "_s + change.reason->message : QString());
    }
    QString operator()(const ServerDataReceived &data) const
    {
        const Object object = toObject(data.applicationPrivateData);
        const Object table = object.value(u"PSVersionTable").value<Object>();
        return u"server "_s + data.protocolVersion + u" PowerShell "_s + table.string(u"PSVersion");
    }
    QString operator()(const PipelineStateChanged &change) const
    {
        static const QStringList states{u"NotStarted"_s, u"Running"_s, u"Stopping"_s,    u"Stopped"_s,
                                        u"Completed"_s,  u"Failed"_s,  u"Disconnected"_s};
        return u"state "_s + states.value(int(change.state))
            + (change.reason ? u": "_s + recordText(decodeErrorRecord(*change.reason, true)) : QString());
    }
    QString operator()(const PipelineOutputReceived &output) const { return u"output "_s + toText(output.value); }
    QString operator()(const PipelineRecordReceived &record) const
    {
        const auto content = decodeRecord(record.type, record.value);
        return content ? recordText(*content) : u"no record"_s;
    }
    QString operator()(const HostCallReceived &received) const
    {
        QStringList parameters;
        for (const ClixmlValue &parameter : received.call.parameters)
            parameters.append(toText(parameter));
        return u"call %1 %2 %3(%4)"_s.arg(received.call.id)
            .arg(received.call.method)
            .arg(received.call.methodName, parameters.join(u", "_s));
    }
    QString operator()(const SessionKeyReady &) const { return u"key ready"_s; }
    QString operator()(const SessionKeyRequested &) const { return u"key requested"_s; }
    QString operator()(const OutputAtRisk &) const { return u"output at risk"_s; }
    QString operator()(const OutputLost &) const { return u"output lost"_s; }
    QString operator()(const MessageSkipped &skipped) const
    {
        return u"skipped "_s + toString(skipped.type) + u": "_s + skipped.why;
    }
};

} // namespace

QString toText(const ClixmlValue &value)
{
    const ClixmlObject *object = value.object();
    if (!object) {
        const QString type = clixmlElement(value);
        return type == u"S" ? *value.get<QString>() : type + u'(' + clixmlText(value) + u')';
    }
    QStringList parts;
    for (const ClixmlValue &item : object->items)
        parts.append(toText(item));
    for (const auto &[key, item] : object->entries)
        parts.append(toText(key) + u'=' + toText(item));
    for (const ClixmlProperty &property : object->adapted + object->extended)
        parts.append(property.name + u'=' + toText(property.value));
    QString text = object->typeNames.value(0).section(u'[', 0, 0).section(u'.', -1);
    if (object->text)
        text += u'"' + *object->text + u'"';
    if (!object->inner.isNull())
        parts.prepend(toText(object->inner));
    return text + u'{' + parts.join(u", "_s) + u'}';
}

QString toText(const PsrpEvent &event)
{
    return std::visit(EventText(), event.content);
}

} // namespace cspool::test
