#include "backend/record_json.h"

#include "model/enum_text.h"
#include "model/time_span.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QUuid>

#include <cmath>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// --- for programs ---------------------------------------------------------------------------------------------------

QString dateText(const QDateTime &date)
{
    return date.isValid() ? date.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QByteArray quoted(QStringView text)
{
    QByteArray result = "\"";
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'"' || c == u'\\')
            result += QByteArray("\\") + char(c.unicode());
        else if (c == u'\n')
            result += "\\n";
        else if (c == u'\t')
            result += "\\t";
        else if (c < u' ' || c == QChar(0x7f))
            result += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
        else if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
            result += text.mid(i++, 2).toUtf8();
        else
            result += c.isSurrogate() ? QByteArray("\uFFFD") : text.mid(i, 1).toUtf8();
    }
    return result + '"';
}

QByteArray jsonText(const QVariant &value, int depth);

QByteArray lineAt(int depth)
{
    return '\n' + QByteArray(depth * 2, ' ');
}

template <typename List> QByteArray jsonText(const List &values, int depth)
{
    if (values.isEmpty())
        return "[]";
    QByteArray result = "[";
    for (const auto &value : values)
        result += (result.size() > 1 ? "," : "") + lineAt(depth + 1) + jsonText(QVariant(value), depth + 1);
    return result + lineAt(depth) + ']';
}

QByteArray jsonText(const QVariant &value, int depth)
{
    switch (value.typeId()) {
    case QMetaType::UnknownType:
        return "null";
    case QMetaType::Bool:
        return value.toBool() ? "true" : "false";
    case QMetaType::Int:
    case QMetaType::LongLong:
        return QByteArray::number(value.toLongLong());
    case QMetaType::UInt:
    case QMetaType::ULongLong:
        return QByteArray::number(value.toULongLong());
    case QMetaType::Double: {
        const double number = value.toDouble();
        return std::isfinite(number) ? QByteArray::number(number, 'g', QLocale::FloatingPointShortest) : "null";
    }
    case QMetaType::QDateTime:
        return value.toDateTime().isValid() ? quoted(dateText(value.toDateTime())) : "null";
    case QMetaType::QUuid:
        return quoted(value.toUuid().toString(QUuid::WithoutBraces));
    case QMetaType::QByteArray:
        return '"' + value.toByteArray().toBase64() + '"';
    case QMetaType::QVariantList:
        return jsonText(value.toList(), depth);
    case QMetaType::QStringList:
        return jsonText(value.toStringList(), depth);
    default:
        break;
    }
    if (value.metaType() == QMetaType::fromType<Object>())
        return toJsonText(value.value<Object>(), depth);
    return quoted(displayText(value));
}

// --- for the history: values with their types
// -------------------------------------------------------------------------

QJsonValue toTyped(const QVariant &value);

QJsonObject typed(const char *type, const QJsonValue &value)
{
    return {{u"type"_s, QLatin1StringView(type)}, {u"value"_s, value}};
}

QJsonObject toJson(const Object &object)
{
    QJsonArray properties;
    for (const Property &property : object.properties())
        properties.append(QJsonObject{{u"name"_s, property.name}, {u"value"_s, toTyped(property.value)}});
    return {{u"typeNames"_s, QJsonArray::fromStringList(object.typeNames())},
            {u"text"_s, object.text()},
            {u"properties"_s, properties}};
}

QJsonValue toTyped(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::UnknownType:
        return {};
    case QMetaType::QString:
        return value.toString();
    case QMetaType::Bool:
        return value.toBool();
    case QMetaType::Int:
        return typed("int", value.toInt());
    case QMetaType::LongLong:
        return typed("long", value.toLongLong());
    case QMetaType::Double:
        // As text: JSON knows neither infinity nor NaN, and would turn 2.0 into the integer 2.
        return typed("double", QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest));
    case QMetaType::QDateTime:
        return typed("date", dateText(value.toDateTime()));
    case QMetaType::QUuid:
        return typed("guid", value.toUuid().toString(QUuid::WithoutBraces));
    case QMetaType::QByteArray:
        return typed("bytes", QString::fromLatin1(value.toByteArray().toBase64()));
    case QMetaType::QVariantList:
    case QMetaType::QStringList: {
        QJsonArray values;
        for (const QVariant &entry : value.toList())
            values.append(toTyped(entry));
        return values;
    }
    default:
        break;
    }
    if (value.metaType() == QMetaType::fromType<Object>())
        return typed("object", toJson(value.value<Object>()));
    if (value.metaType() == QMetaType::fromType<TimeSpan>())
        return typed("timespan", value.value<TimeSpan>().ticks);
    return displayText(value);
}

QDateTime dateFrom(const QJsonValue &json)
{
    return QDateTime::fromString(json.toString(), Qt::ISODateWithMs);
}

Object objectFrom(const QJsonObject &json);

QVariant fromTyped(const QJsonValue &json)
{
    if (json.isString() || json.isBool())
        return json.toVariant();
    if (json.isArray()) {
        QVariantList values;
        for (const QJsonValue entry : json.toArray())
            values.append(fromTyped(entry));
        return values;
    }
    const QString type = json[u"type"].toString();
    const QJsonValue value = json[u"value"];
    if (type == u"int")
        return value.toInt();
    if (type == u"long")
        return value.toInteger();
    if (type == u"double")
        return value.toString().toDouble();
    if (type == u"date")
        return dateFrom(value);
    if (type == u"guid")
        return QUuid::fromString(value.toString());
    if (type == u"bytes")
        return QByteArray::fromBase64(value.toString().toLatin1());
    if (type == u"timespan")
        return QVariant::fromValue(TimeSpan{value.toInteger()});
    if (type == u"object")
        return QVariant::fromValue(objectFrom(value.toObject()));
    return {};
}

QStringList stringsFrom(const QJsonValue &json)
{
    QStringList result;
    for (const QJsonValue entry : json.toArray())
        result.append(entry.toString());
    return result;
}

Object objectFrom(const QJsonObject &json)
{
    Object object;
    object.setTypeNames(stringsFrom(json[u"typeNames"]));
    object.setText(json[u"text"].toString());
    for (const QJsonValue property : json[u"properties"].toArray())
        object.set(property[u"name"].toString(), fromTyped(property[u"value"]));
    return object;
}

// --- for the history: one pair of functions per kind of record
// --------------------------------------------------------

constexpr EnumText<PromptKind> promptKindTexts[] = {
    {PromptKind::Choice, "Choice"},
    {PromptKind::Text, "Text"},
    {PromptKind::Secret, "Secret"},
    {PromptKind::Credential, "Credential"},
};

QJsonObject contentOf(const OutputRecord &record)
{
    return {{u"kind"_s, u"Output"_s}, {u"object"_s, toJson(record.object)}};
}

QJsonObject contentOf(const ErrorRecord &record)
{
    return {{u"kind"_s, u"Error"_s},
            {u"category"_s, toString(record.error.category)},
            {u"id"_s, record.error.id},
            {u"message"_s, record.error.message},
            {u"recommendedAction"_s, record.error.recommendedAction},
            {u"target"_s, record.error.target},
            {u"isTerminating"_s, record.isTerminating},
            {u"isSuppressed"_s, record.isSuppressed}};
}

ErrorRecord errorFrom(const QJsonObject &json)
{
    return {{errorCategoryFromString(json[u"category"].toString()).value_or(ErrorCategory::NotSpecified),
             json[u"id"].toString(), json[u"message"].toString(), json[u"recommendedAction"].toString(),
             json[u"target"].toString()},
            json[u"isTerminating"].toBool(),
            json[u"isSuppressed"].toBool()};
}

QJsonObject contentOf(const WarningRecord &record)
{
    return {{u"kind"_s, u"Warning"_s},
            {u"message"_s, record.message},
            {u"recommendedAction"_s, record.recommendedAction},
            {u"isSuppressed"_s, record.isSuppressed}};
}

QJsonObject contentOf(const VerboseRecord &record)
{
    return {{u"kind"_s, u"Verbose"_s}, {u"message"_s, record.message}};
}

QJsonObject contentOf(const InformationRecord &record)
{
    return {{u"kind"_s, u"Information"_s}, {u"message"_s, record.message}, {u"isHostMessage"_s, record.isHostMessage}};
}

QJsonObject contentOf(const ProgressRecord &record)
{
    return {{u"kind"_s, u"Progress"_s},
            {u"activityId"_s, record.activityId},
            {u"parentActivityId"_s, record.parentActivityId},
            {u"activity"_s, record.activity},
            {u"status"_s, record.status},
            {u"currentOperation"_s, record.currentOperation},
            {u"percentComplete"_s, record.percentComplete},
            {u"secondsRemaining"_s, record.secondsRemaining},
            {u"isCompleted"_s, record.isCompleted}};
}

ProgressRecord progressFrom(const QJsonObject &json)
{
    return {json[u"activityId"].toInt(),
            json[u"parentActivityId"].toInt(-1),
            json[u"activity"].toString(),
            json[u"status"].toString(),
            json[u"currentOperation"].toString(),
            json[u"percentComplete"].toInt(-1),
            json[u"secondsRemaining"].toInteger(-1),
            json[u"isCompleted"].toBool()};
}

QJsonObject contentOf(const StepRecord &record)
{
    QJsonArray counts;
    for (const StepCount &count : record.counts) {
        counts.append(QJsonObject{{u"name"_s, count.name}, {u"value"_s, count.value}, {u"isBytes"_s, count.isBytes}});
    }
    return {{u"kind"_s, u"Step"_s},
            {u"id"_s, record.id},
            {u"parentId"_s, record.parentId},
            {u"action"_s, record.action},
            {u"result"_s, toString(record.result)},
            {u"information"_s, QJsonArray::fromStringList(record.information)},
            {u"informationOmitted"_s, record.informationOmitted},
            {u"counts"_s, counts},
            {u"started"_s, dateText(record.started)},
            {u"ended"_s, dateText(record.ended)}};
}

StepRecord stepFrom(const QJsonObject &json)
{
    StepRecord step{json[u"id"].toInt(), json[u"parentId"].toInt(), json[u"action"].toString()};
    step.result = stepResultFromString(json[u"result"].toString()).value_or(StepResult::Running);
    step.information = stringsFrom(json[u"information"]);
    step.informationOmitted = json[u"informationOmitted"].toInteger();
    for (const QJsonValue count : json[u"counts"].toArray())
        step.counts.append({count[u"name"].toString(), count[u"value"].toInteger(), count[u"isBytes"].toBool()});
    step.started = dateFrom(json[u"started"]);
    step.ended = dateFrom(json[u"ended"]);
    return step;
}

QJsonObject contentOf(const PromptRequest &record)
{
    QJsonArray choices;
    for (const PromptChoice &choice : record.choices)
        choices.append(QJsonObject{{u"label"_s, choice.label}, {u"help"_s, choice.help}});
    return {{u"kind"_s, u"Prompt"_s},
            {u"id"_s, record.id},
            {u"promptKind"_s, enumToString(promptKindTexts, record.kind)},
            {u"caption"_s, record.caption},
            {u"message"_s, record.message},
            {u"choices"_s, choices},
            {u"defaultChoice"_s, record.defaultChoice}};
}

PromptRequest promptFrom(const QJsonObject &json)
{
    PromptRequest prompt;
    prompt.id = json[u"id"].toInteger();
    prompt.kind = enumFromString(promptKindTexts, json[u"promptKind"].toString()).value_or(PromptKind::Choice);
    prompt.caption = json[u"caption"].toString();
    prompt.message = json[u"message"].toString();
    for (const QJsonValue choice : json[u"choices"].toArray())
        prompt.choices.append({choice[u"label"].toString(), choice[u"help"].toString()});
    prompt.defaultChoice = json[u"defaultChoice"].toInt(-1);
    return prompt;
}

QJsonObject contentOf(const FinishedRecord &record)
{
    return {{u"kind"_s, u"Finished"_s},
            {u"outcome"_s, toString(record.outcome)},
            {u"reportPath"_s, record.reportPath},
            {u"remoteReportPath"_s, record.remoteReportPath}};
}

std::optional<RecordContent> contentFrom(const QJsonObject &json)
{
    const QString kind = json[u"kind"].toString();
    const QString message = json[u"message"].toString();
    if (kind == u"Output")
        return OutputRecord{objectFrom(json[u"object"].toObject())};
    if (kind == u"Error")
        return errorFrom(json);
    if (kind == u"Warning")
        return WarningRecord{message, json[u"recommendedAction"].toString(), json[u"isSuppressed"].toBool()};
    if (kind == u"Verbose")
        return VerboseRecord{message};
    if (kind == u"Information")
        return InformationRecord{message, json[u"isHostMessage"].toBool()};
    if (kind == u"Progress")
        return progressFrom(json);
    if (kind == u"Step")
        return stepFrom(json);
    if (kind == u"Prompt")
        return promptFrom(json);
    if (kind == u"Finished") {
        if (const std::optional<Outcome> outcome = outcomeFromString(json[u"outcome"].toString()))
            return FinishedRecord{*outcome, json[u"reportPath"].toString(), json[u"remoteReportPath"].toString()};
    }
    return std::nullopt;
}

} // namespace

QByteArray toJsonText(const Object &object, int depth)
{
    if (object.properties().isEmpty())
        return quoted(object.text());
    QByteArray result = "{";
    for (const Property &property : object.properties()) {
        result += (result.size() > 1 ? "," : "") + lineAt(depth + 1) + quoted(property.name) + ": "
            + jsonText(property.value, depth + 1);
    }
    return result + lineAt(depth) + '}';
}

QJsonObject toJson(const Record &record)
{
    QJsonObject json = std::visit([](const auto &content) { return contentOf(content); }, record.content);
    json.insert(u"time"_s, dateText(record.time));
    return json;
}

std::optional<Record> recordFromJson(const QJsonObject &json)
{
    std::optional<RecordContent> content = contentFrom(json);
    const QDateTime time = dateFrom(json[u"time"]);
    if (!content || !time.isValid())
        return std::nullopt;
    return Record{time, *std::move(content)};
}

Record recordFromLine(const QByteArray &line)
{
    if (std::optional<Record> record = recordFromJson(QJsonDocument::fromJson(line).object()))
        return *std::move(record);
    return {{},
            InformationRecord{QCoreApplication::translate("cspool::RecordLog",
                                                          "This line of the log is damaged and cannot be read.")}};
}

} // namespace cspool
