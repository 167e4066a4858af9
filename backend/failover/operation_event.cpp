#include "backend/failover/operation_event.h"

#include "model/enum_text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::OperationEvent)
};

constexpr EnumText<DeploymentKind> deploymentKindTexts[] = {
    {DeploymentKind::Lab, "Lab"},
    {DeploymentKind::Server, "Server"},
};

constexpr EnumText<StepFinding::State> findingTexts[] = {
    {StepFinding::State::Reached, "Reached"},
    {StepFinding::State::NotReached, "NotReached"},
    {StepFinding::State::Between, "Between"},
    {StepFinding::State::Unknown, "Unknown"},
};

// --- writing --------------------------------------------------------------------------------------------------------

QString timeText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QString idText(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

QJsonArray arrayOf(const QStringList &texts)
{
    return QJsonArray::fromStringList(texts);
}

QJsonObject toJson(const FailoverStep &step);
QJsonObject toJson(const Remedy &remedy);
QJsonObject toJson(const FailoverCheck &check);

template <typename List> QJsonArray arrayOf(const List &values)
{
    QJsonArray array;
    for (const auto &value : values)
        array.append(toJson(value));
    return array;
}

QJsonObject toJson(const DeploymentInfo &deployment)
{
    return {{u"id"_s, idText(deployment.id)},
            {u"kind"_s, enumToString(deploymentKindTexts, deployment.kind)},
            {u"name"_s, deployment.name},
            {u"location"_s, deployment.location},
            {u"user"_s, deployment.user}};
}

QJsonObject toJson(const FailoverStep &step)
{
    return {{u"kind"_s, toString(step.kind)},
            {u"subject"_s, step.subject},
            {u"target"_s, step.target},
            {u"title"_s, step.title},
            {u"purpose"_s, step.purpose},
            {u"commandLine"_s, step.commandLine},
            {u"runsHere"_s, step.runsHere},
            {u"place"_s, step.place},
            {u"consequence"_s, step.consequence},
            {u"isOptional"_s, step.isOptional},
            {u"hasPointOfNoReturn"_s, step.hasPointOfNoReturn}};
}

QJsonObject toJson(const Remedy &remedy)
{
    return {{u"text"_s, remedy.text}, {u"commandLine"_s, remedy.commandLine}};
}

QJsonObject toJson(const FailoverCheck &check)
{
    return {{u"id"_s, check.id},
            {u"title"_s, check.title},
            {u"verdict"_s, toString(check.verdict)},
            {u"finding"_s, check.finding},
            {u"details"_s, arrayOf(check.details)},
            {u"trueAt"_s, timeText(check.trueAt)},
            {u"toldBy"_s, arrayOf(check.toldBy)},
            {u"remedies"_s, arrayOf(check.remedies)},
            {u"note"_s, check.note}};
}

// One pair of functions per kind of event: this one, and the one of the same name below.
QJsonObject contentOf(const OperationBegun &event)
{
    return {{u"event"_s, u"OperationBegun"_s},
            {u"pool"_s, event.goal.pool},
            {u"direction"_s, toString(event.goal.direction)},
            {u"isDisaster"_s, event.goal.isDisaster},
            {u"backupPool"_s, event.backupPool},
            {u"deployment"_s, toJson(event.deployment)},
            {u"steps"_s, arrayOf(event.steps)},
            {u"programVersion"_s, event.programVersion},
            {u"losses"_s, arrayOf(event.losses)}};
}

QJsonObject contentOf(const ChecksRead &event)
{
    return {{u"event"_s, u"ChecksRead"_s}, {u"checks"_s, arrayOf(event.checks)}};
}

QJsonObject contentOf(const StepStarted &event)
{
    return {{u"event"_s, u"StepStarted"_s},
            {u"step"_s, event.step},
            {u"commandLine"_s, event.commandLine},
            {u"job"_s, idText(event.job)}};
}

QJsonObject contentOf(const StepEnded &event)
{
    return {{u"event"_s, u"StepEnded"_s},
            {u"step"_s, event.step},
            {u"job"_s, idText(event.job)},
            {u"outcome"_s, toString(event.outcome)},
            {u"message"_s, event.message},
            {u"reportPath"_s, event.reportPath},
            {u"serverReportPath"_s, event.serverReportPath},
            {u"warningCount"_s, event.warningCount},
            {u"errorCount"_s, event.errorCount}};
}

QJsonObject contentOf(const StepRunElsewhere &event)
{
    return {{u"event"_s, u"StepRunElsewhere"_s}, {u"step"_s, event.step}, {u"commandLine"_s, event.commandLine}};
}

QJsonObject contentOf(const StepVerified &event)
{
    return {{u"event"_s, u"StepVerified"_s},
            {u"step"_s, event.step},
            {u"finding"_s, enumToString(findingTexts, event.finding.state)},
            {u"text"_s, event.finding.text},
            {u"nextCommandLines"_s, arrayOf(event.finding.nextCommandLines)},
            {u"trueAt"_s, timeText(event.finding.trueAt)}};
}

QJsonObject contentOf(const StepLeftOut &event)
{
    return {{u"event"_s, u"StepLeftOut"_s}, {u"step"_s, event.step}, {u"reason"_s, event.reason}};
}

QJsonObject contentOf(const OperationResumed &)
{
    return {{u"event"_s, u"OperationResumed"_s}};
}

QJsonObject contentOf(const OperationEnded &event)
{
    return {{u"event"_s, u"OperationEnded"_s}, {u"isComplete"_s, event.isComplete}, {u"text"_s, event.text}};
}

// --- reading --------------------------------------------------------------------------------------------------------

// The values of one JSON object. What is absent is empty, so that a later version may add something; what is there
// and is not what it should be makes the whole event damaged.
class Fields
{
public:
    Fields(const QJsonValue &json, bool *isDamaged)
        : m_json(json.toObject())
        , m_isDamaged(isDamaged)
    {
        *m_isDamaged |= !json.isObject();
    }

    QString text(const QString &name) const { return value(name, QJsonValue::String).toString(); }
    bool flag(const QString &name) const { return value(name, QJsonValue::Bool).toBool(); }
    qint64 count(const QString &name) const { return value(name, QJsonValue::Double).toInteger(); }

    // Without it the event would be about nothing.
    QString requiredText(const QString &name) const
    {
        const QString found = text(name);
        *m_isDamaged |= found.isEmpty();
        return found;
    }

    QUuid id(const QString &name) const
    {
        const QUuid found = QUuid::fromString(text(name));
        *m_isDamaged |= found.isNull();
        return found;
    }

    // Empty: an invalid time.
    QDateTime time(const QString &name) const
    {
        const QString found = text(name);
        if (found.isEmpty())
            return {};
        const QDateTime time = QDateTime::fromString(found, Qt::ISODateWithMs);
        *m_isDamaged |= !time.isValid() || time.timeSpec() != Qt::UTC;
        return time;
    }

    template <typename Parse> auto oneOf(const QString &name, Parse parse) const
    {
        const auto found = parse(text(name));
        *m_isDamaged |= !found.has_value();
        return found.value_or(typename decltype(found)::value_type{});
    }

    QStringList texts(const QString &name) const
    {
        QStringList found;
        for (const QJsonValue entry : value(name, QJsonValue::Array).toArray()) {
            *m_isDamaged |= !entry.isString();
            found.append(entry.toString());
        }
        return found;
    }

    template <typename Read> auto list(const QString &name, Read read) const
    {
        QList<std::invoke_result_t<Read, Fields>> found;
        for (const QJsonValue entry : value(name, QJsonValue::Array).toArray())
            found.append(read(Fields(entry, m_isDamaged)));
        return found;
    }

    Fields object(const QString &name) const { return {m_json.value(name), m_isDamaged}; }

private:
    QJsonValue value(const QString &name, QJsonValue::Type type) const
    {
        const QJsonValue found = m_json.value(name);
        *m_isDamaged |= !found.isUndefined() && found.type() != type;
        return found;
    }

    const QJsonObject m_json;
    bool *m_isDamaged;
};

DeploymentInfo deploymentFrom(const Fields &fields)
{
    return {fields.id(u"id"_s),
            // A server must never be taken for a lab.
            fields.oneOf(u"kind"_s, [](const QString &text) { return enumFromString(deploymentKindTexts, text); }),
            fields.text(u"name"_s), fields.text(u"location"_s), fields.text(u"user"_s)};
}

FailoverStep stepFrom(const Fields &fields)
{
    FailoverStep step;
    step.kind = fields.oneOf(u"kind"_s, [](const QString &text) { return failoverStepKindFromString(text); });
    step.subject = fields.text(u"subject"_s);
    step.target = fields.text(u"target"_s);
    step.title = fields.text(u"title"_s);
    step.purpose = fields.text(u"purpose"_s);
    step.commandLine = fields.text(u"commandLine"_s);
    step.runsHere = fields.flag(u"runsHere"_s);
    step.place = fields.text(u"place"_s);
    step.consequence = fields.text(u"consequence"_s);
    step.isOptional = fields.flag(u"isOptional"_s);
    step.hasPointOfNoReturn = fields.flag(u"hasPointOfNoReturn"_s);
    return step;
}

Remedy remedyFrom(const Fields &fields)
{
    return {fields.text(u"text"_s), fields.text(u"commandLine"_s)};
}

FailoverCheck checkFrom(const Fields &fields)
{
    FailoverCheck check;
    check.id = fields.requiredText(u"id"_s);
    check.title = fields.text(u"title"_s);
    check.verdict = fields.oneOf(u"verdict"_s, [](const QString &text) { return verdictFromString(text); });
    check.finding = fields.text(u"finding"_s);
    check.details = fields.texts(u"details"_s);
    check.trueAt = fields.time(u"trueAt"_s);
    check.toldBy = fields.texts(u"toldBy"_s);
    check.remedies = fields.list(u"remedies"_s, remedyFrom);
    check.note = fields.text(u"note"_s);
    return check;
}

OperationBegun begunFrom(const Fields &fields)
{
    OperationBegun event;
    event.goal = {fields.requiredText(u"pool"_s),
                  fields.oneOf(u"direction"_s, [](const QString &text) { return failoverDirectionFromString(text); }),
                  fields.flag(u"isDisaster"_s)};
    event.backupPool = fields.text(u"backupPool"_s);
    event.deployment = deploymentFrom(fields.object(u"deployment"_s));
    event.steps = fields.list(u"steps"_s, stepFrom);
    event.programVersion = fields.text(u"programVersion"_s);
    event.losses = fields.texts(u"losses"_s);
    return event;
}

StepEnded endedFrom(const Fields &fields)
{
    return {fields.requiredText(u"step"_s),
            fields.id(u"job"_s),
            fields.oneOf(u"outcome"_s, [](const QString &text) { return outcomeFromString(text); }),
            fields.text(u"message"_s),
            fields.text(u"reportPath"_s),
            fields.text(u"serverReportPath"_s),
            fields.count(u"warningCount"_s),
            fields.count(u"errorCount"_s)};
}

StepVerified verifiedFrom(const Fields &fields)
{
    return {fields.requiredText(u"step"_s),
            {fields.oneOf(u"finding"_s, [](const QString &text) { return enumFromString(findingTexts, text); }),
             fields.text(u"text"_s), fields.texts(u"nextCommandLines"_s), fields.time(u"trueAt"_s)}};
}

// Nothing: a kind that this version does not know.
std::optional<OperationEventContent> contentFrom(const QString &kind, const Fields &fields)
{
    if (kind == u"OperationBegun")
        return begunFrom(fields);
    if (kind == u"ChecksRead")
        return ChecksRead{fields.list(u"checks"_s, checkFrom)};
    if (kind == u"StepStarted") {
        return StepStarted{fields.requiredText(u"step"_s), fields.requiredText(u"commandLine"_s), fields.id(u"job"_s)};
    }
    if (kind == u"StepEnded")
        return endedFrom(fields);
    if (kind == u"StepRunElsewhere")
        return StepRunElsewhere{fields.requiredText(u"step"_s), fields.text(u"commandLine"_s)};
    if (kind == u"StepVerified")
        return verifiedFrom(fields);
    if (kind == u"StepLeftOut")
        return StepLeftOut{fields.requiredText(u"step"_s), fields.text(u"reason"_s)};
    if (kind == u"OperationResumed")
        return OperationResumed{};
    if (kind == u"OperationEnded")
        return OperationEnded{fields.flag(u"isComplete"_s), fields.text(u"text"_s)};
    return std::nullopt;
}

Error damaged()
{
    return {ErrorCategory::InvalidData, u"OperationEventDamaged"_s,
            Text::tr("An event of the record is damaged and cannot be read.")};
}

} // namespace

QByteArray toJsonLine(const OperationEvent &event)
{
    QJsonObject json = std::visit([](const auto &content) { return contentOf(content); }, event.content);
    json.insert(u"time"_s, timeText(event.time));
    json.insert(u"user"_s, event.user);
    json.insert(u"machine"_s, event.machine);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<OperationEvent> operationEventFromJsonLine(const QByteArray &line)
{
    const QJsonDocument document = QJsonDocument::fromJson(line);
    if (!document.isObject())
        return damaged();
    bool isDamaged = false;
    const Fields fields(document.object(), &isDamaged);
    const QString kind = fields.requiredText(u"event"_s);
    const QDateTime time = fields.time(u"time"_s);
    if (isDamaged || !time.isValid())
        return damaged();
    std::optional<OperationEventContent> content = contentFrom(kind, fields);
    if (!content) {
        return Error{ErrorCategory::InvalidData, u"OperationEventUnknown"_s,
                     Text::tr("The record holds an event, \"%1\", that this version of the program does not know.")
                         .arg(kind.left(64)),
                     Text::tr("Go on with the operation in the version of the program that wrote it.")};
    }
    const OperationEvent event{time, fields.text(u"user"_s), fields.text(u"machine"_s), *std::move(content)};
    return isDamaged ? Result<OperationEvent>(damaged()) : event;
}

} // namespace cspool
