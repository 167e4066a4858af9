#include "app/terminal/operation_printer.h"

#include "app/terminal/text_layout.h"
#include "app/terminal/verbs.h"
#include "model/time_text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr int Indent = 4;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OperationPrinter)
};

QString idOf(const OperationSummary &operation)
{
    return operation.id.toString(QUuid::WithoutBraces);
}

QString titleOf(const OperationSummary &operation)
{
    const FailoverGoal &goal = operation.goal;
    if (goal.direction == FailoverDirection::FailOver) {
        return goal.isDisaster ? Text::tr("Disaster: failover of %1 to %2").arg(goal.pool, operation.backupPool)
                               : Text::tr("Planned failover of %1 to %2").arg(goal.pool, operation.backupPool);
    }
    return goal.isDisaster ? Text::tr("Disaster: failback of %1 without %2").arg(goal.pool, operation.backupPool)
                           : Text::tr("Failback of %1 from %2").arg(goal.pool, operation.backupPool);
}

QString stateOf(const OperationSummary &operation)
{
    if (!operation.hasEnded)
        return operation.isHeld ? Text::tr("Under way: a process goes on with it.") : Text::tr("Not ended.");
    return operation.isComplete ? Text::tr("Complete.") : Text::tr("Ended, not complete.");
}

QString operationText(const OperationSummary &operation, const TextStyle &style)
{
    QString text = paragraphText(titleOf(operation), style);
    text += paragraphText(stateOf(operation), style, Indent);
    text += paragraphText(Text::tr("Begun by %1, %2; latest event %3.")
                              .arg(operation.user, fullTimeText(operation.begun), fullTimeText(operation.lastEvent)),
                          style, Indent);
    text += paragraphText(Text::tr("Deployment: %1, %2").arg(operation.deployment.name, operation.deployment.location),
                          style, Indent);
    text += paragraphText(Text::tr("ID: %1").arg(idOf(operation)), style, Indent);
    if (!operation.hasEnded && !operation.isHeld) {
        text += paragraphText(Text::tr("To go on with it:"), style, Indent);
        text += commandLineText(resumeLine(operation.deployment, operation.goal.direction, operation.id));
    }
    return text;
}

QJsonObject jsonOf(const OperationSummary &operation)
{
    const auto time = [](const QDateTime &at) {
        return at.isValid() ? QJsonValue(at.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
    };
    return {{u"id"_s, idOf(operation)},
            {u"pool"_s, operation.goal.pool},
            {u"backupPool"_s, operation.backupPool},
            {u"direction"_s, toString(operation.goal.direction)},
            {u"isDisaster"_s, operation.goal.isDisaster},
            {u"deployment"_s, operation.deployment.name},
            {u"location"_s, operation.deployment.location},
            {u"user"_s, operation.user},
            {u"begun"_s, time(operation.begun)},
            {u"lastEvent"_s, time(operation.lastEvent)},
            {u"hasEnded"_s, operation.hasEnded},
            {u"isComplete"_s, operation.isComplete},
            {u"isHeld"_s, operation.isHeld}};
}

QString resultText(StepResult result)
{
    switch (result) {
    case StepResult::Running:
        return Text::tr("not ended");
    case StepResult::Succeeded:
        return Text::tr("done");
    case StepResult::SucceededWithWarnings:
        return Text::tr("warnings");
    case StepResult::Failed:
        return Text::tr("failed");
    case StepResult::Cancelled:
        return Text::tr("cancelled");
    case StepResult::Skipped:
        return Text::tr("skipped");
    }
    return {};
}

QString nodesText(const QList<ReportNode> &nodes, const TextStyle &style, int indent)
{
    QString text;
    for (const ReportNode &node : nodes) {
        const QString time = fullTimeText(node.started);
        const QString head = Text::tr("%1: %2", "action, result").arg(node.action, resultText(node.result));
        text += paragraphText(time.isEmpty() ? head : Text::tr("%1, %2", "action and result, time").arg(head, time),
                              style, indent);
        for (const QString &sentence : node.information)
            text += paragraphText(sentence, style, indent + Indent);
        text += nodesText(node.children, style, indent + Indent);
    }
    return text;
}

QString messagesText(const QString &title, const QList<ReportMessage> &messages, const TextStyle &style)
{
    QString text;
    for (const ReportMessage &message : messages)
        text += paragraphText(u"%1: %2"_s.arg(title, message.message), style);
    return text;
}

} // namespace

QList<OperationSummary> unfinishedFirst(QList<OperationSummary> operations)
{
    std::stable_partition(operations.begin(), operations.end(),
                          [](const OperationSummary &operation) { return !operation.hasEnded; });
    return operations;
}

QString operationsText(const QList<OperationSummary> &operations, const TextStyle &style)
{
    if (operations.isEmpty())
        return paragraphText(Text::tr("There is no guided failover or failback."), style);
    QStringList texts;
    for (const OperationSummary &operation : operations)
        texts.append(operationText(operation, style));
    return texts.join(u'\n');
}

QByteArray operationsJson(const QList<OperationSummary> &operations)
{
    QJsonArray array;
    for (const OperationSummary &operation : operations)
        array.append(jsonOf(operation));
    return QJsonDocument(array).toJson(QJsonDocument::Indented);
}

QString recordText(const ReportTree &record, const TextStyle &style)
{
    QString text = paragraphText(record.title, style);
    text += paragraphText(record.commandLine, style);
    text += paragraphText(Text::tr("%1 on %2, %3 to %4", "user, machine, begin, end")
                              .arg(record.user, record.machine, fullTimeText(record.started),
                                   record.ended.isValid() ? fullTimeText(record.ended) : Text::tr("not ended")),
                          style);
    text
        += paragraphText(Text::tr("Deployment: %1, %2").arg(record.deployment.name, record.deployment.location), style);
    for (const ReportFact &fact : record.facts)
        text += paragraphText(u"%1: %2"_s.arg(fact.name, fact.value), style);
    text += messagesText(Text::tr("Error"), record.errors, style);
    text += messagesText(Text::tr("Warning"), record.warnings, style);
    for (const QString &sentence : record.notIncluded)
        text += paragraphText(sentence, style);
    return text + u'\n' + nodesText(record.steps, style, 0);
}

QByteArray eventsJson(const QList<OperationEvent> &events)
{
    QJsonArray array;
    for (const OperationEvent &event : events)
        array.append(QJsonDocument::fromJson(toJsonLine(event)).object());
    return QJsonDocument(array).toJson(QJsonDocument::Indented);
}

} // namespace cspool
