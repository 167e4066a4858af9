#include "app/terminal/guided_text.h"

#include "app/terminal/text_layout.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr int Indent = 4;
constexpr int SmallestWidth = 30; // of a paragraph, however far it is indented

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(GuidedText)
};

const char *colorOf(StatusTone tone)
{
    switch (tone) {
    case StatusTone::Good:
        return "\x1b[32m";
    case StatusTone::Attention:
    case StatusTone::Working:
        return "\x1b[33m";
    case StatusTone::Bad:
        return "\x1b[31m";
    case StatusTone::Unknown:
        return "\x1b[35m";
    case StatusTone::None:
    case StatusTone::Neutral:
        break;
    }
    return "\x1b[36m";
}

QString colored(const QString &text, StatusTone tone, const TextStyle &style)
{
    return style.hasColors ? QString(QString::fromLatin1(colorOf(tone)) + text + u"\x1b[0m"_s) : text;
}

// The word in a column of its own, the text beside it.
QString wordAndText(const QString &word, StatusTone tone, int wordWidth, const QString &text, const TextStyle &style)
{
    const QString gap(qMax(0, wordWidth - displayWidth(word)) + 2, u' ');
    const int start = qMax(wordWidth, displayWidth(word)) + 2;
    const QStringList lines
        = wrapped(printable(text), style.width > 0 ? qMax(SmallestWidth, style.width - start) : 0, LongWord::Keep);
    return colored(word, tone, style) + gap + lines.join(u'\n' + QString(start, u' ')) + u'\n';
}

int verdictWidth()
{
    int width = 0;
    for (const Verdict verdict : {Verdict::Ready, Verdict::Attention, Verdict::Blocking, Verdict::Unknown})
        width = qMax(width, displayWidth(verdictText(verdict)));
    return width;
}

QString listItem(const QString &text, const TextStyle &style)
{
    QString item = paragraphText(text, style, Indent + 2);
    item.replace(Indent, 1, u'-');
    return item;
}

// In the local time, with its zone: a record of it is read elsewhere, too.
QString timeOf(const QDateTime &at)
{
    return at.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss t"_s);
}

QString toldByText(const FailoverCheck &check)
{
    if (check.toldBy.isEmpty())
        return {};
    const QString lines = check.toldBy.join(u"; "_s);
    return check.trueAt.isValid() ? Text::tr("Told by %1, %2.").arg(lines, timeOf(check.trueAt))
                                  : Text::tr("To be told by %1.").arg(lines);
}

QString stateText(StepState state)
{
    switch (state) {
    case StepState::Waiting:
    case StepState::Ready:
        return Text::tr("To do");
    case StepState::Running:
        return Text::tr("Running");
    case StepState::Verifying:
        return Text::tr("Being verified");
    case StepState::Reached:
        return Text::tr("Reached");
    case StepState::NotReached:
        return Text::tr("Not reached");
    case StepState::Unknown:
        return Text::tr("Unknown");
    case StepState::LeftOut:
        return Text::tr("Left out");
    }
    return {};
}

struct FindingWord
{
    QString word;
    StatusTone tone;
};

FindingWord wordOf(StepFinding::State state)
{
    switch (state) {
    case StepFinding::State::Reached:
        return {Text::tr("Reached:"), StatusTone::Good};
    case StepFinding::State::NotReached:
        return {Text::tr("Not reached:"), StatusTone::Bad};
    case StepFinding::State::Between:
        return {Text::tr("In between:"), StatusTone::Attention};
    case StepFinding::State::Unknown:
        break;
    }
    return {Text::tr("Unknown:"), StatusTone::Unknown};
}

QJsonArray jsonOf(const QList<Remedy> &remedies)
{
    QJsonArray array;
    for (const Remedy &remedy : remedies)
        array.append(QJsonObject{{u"text"_s, remedy.text}, {u"commandLine"_s, remedy.commandLine}});
    return array;
}

QJsonObject jsonOf(const FailoverCheck &check)
{
    return {{u"id"_s, check.id},
            {u"title"_s, check.title},
            {u"verdict"_s, toString(check.verdict)},
            {u"finding"_s, check.finding},
            {u"details"_s, QJsonArray::fromStringList(check.details)},
            {u"trueAt"_s,
             check.trueAt.isValid() ? QJsonValue(check.trueAt.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue()},
            {u"toldBy"_s, QJsonArray::fromStringList(check.toldBy)},
            {u"remedies"_s, jsonOf(check.remedies)},
            {u"note"_s, check.note}};
}

} // namespace

QString paragraphText(const QString &text, const TextStyle &style, int indent)
{
    if (text.isEmpty())
        return {};
    const QString spaces(indent, u' ');
    const QStringList lines
        = wrapped(printable(text), style.width > 0 ? qMax(SmallestWidth, style.width - indent) : 0, LongWord::Keep);
    return spaces + lines.join(u'\n' + spaces) + u'\n';
}

QString commandLineText(const QString &line)
{
    return QString(2 * Indent, u' ') + printableLine(line) + u'\n';
}

QString goalText(const FailoverGoal &goal, const QString &backupPool, const DeploymentInfo &deployment,
                 const TextStyle &style)
{
    const QString partner = backupPool.isEmpty() ? Text::tr("its backup pool (not known)") : backupPool;
    QString text;
    if (goal.direction == FailoverDirection::FailOver) {
        text = goal.isDisaster
            ? Text::tr("DISASTER: failover of %1 to %2. %1 is taken to be down.").arg(goal.pool, partner)
            : Text::tr("Planned failover of %1 to %2. It needs both pools to be up.").arg(goal.pool, partner);
    } else {
        text = goal.isDisaster
            ? Text::tr("DISASTER: failback of %1 without %2. %2 is taken to be down.").arg(goal.pool, partner)
            : Text::tr("Failback of %1 from %2. It needs both pools to be up.").arg(goal.pool, partner);
    }
    const QString place = deployment.kind == DeploymentKind::Lab
        ? Text::tr("Lab deployment %1, %2.").arg(deployment.name, deployment.location)
        : Text::tr("Genuine servers, %1.").arg(deployment.name);
    return colored(paragraphText(text, style).chopped(1), goal.isDisaster ? StatusTone::Bad : StatusTone::None, style)
        + u'\n' + paragraphText(place, style);
}

QString checkText(const FailoverCheck &check, const TextStyle &style)
{
    QString text = wordAndText(verdictText(check.verdict), toneOf(check.verdict), verdictWidth(), check.title, style);
    text += paragraphText(check.finding, style, Indent);
    for (const QString &detail : check.details)
        text += listItem(detail, style);
    for (const Remedy &remedy : check.remedies) {
        text += paragraphText(Text::tr("To do: %1").arg(remedy.text), style, Indent);
        if (!remedy.commandLine.isEmpty())
            text += commandLineText(remedy.commandLine);
    }
    if (!check.note.isEmpty())
        text += paragraphText(Text::tr("Note: %1").arg(check.note), style, Indent);
    return text + paragraphText(toldByText(check), style, Indent);
}

QString checksText(const QList<FailoverCheck> &checks, const TextStyle &style)
{
    QString text;
    for (const FailoverCheck &check : checks)
        text += checkText(check, style) + u'\n';
    const QString sum = paragraphText(overallText(checks), style);
    return text + colored(sum.chopped(1), toneOf(overallVerdict(checks)), style) + u'\n';
}

QString stepListText(const QList<OperationStep> &steps, const TextStyle &style)
{
    int width = 0;
    for (const OperationStep &step : steps)
        width = qMax(width, displayWidth(stateText(step.state)));
    QString text;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const OperationStep &step = steps.at(i);
        QString title = Text::tr("%1. %2", "number, step").arg(i + 1).arg(step.step.title);
        if (!step.step.runsHere)
            title = Text::tr("%1 (to be run elsewhere)").arg(title);
        if (step.step.isOptional)
            title = Text::tr("%1 (optional)").arg(title);
        text += wordAndText(stateText(step.state), toneOf(step.state), width, title, style);
    }
    return text;
}

QString stepText(const FailoverStep &step, int number, int count, const TextStyle &style)
{
    QString text = paragraphText(Text::tr("Step %1 of %2: %3").arg(number).arg(count).arg(step.title), style);
    text += paragraphText(step.purpose, style, Indent);
    text += paragraphText(step.consequence, style, Indent);
    if (!step.runsHere)
        text += paragraphText(step.place, style, Indent);
    if (!step.commandLine.isEmpty())
        text += commandLineText(step.commandLine);
    return text;
}

QString findingText(const StepFinding &finding, const TextStyle &style)
{
    if (finding.text.isEmpty())
        return {};
    const FindingWord word = wordOf(finding.state);
    QString text = wordAndText(word.word, word.tone, 0, finding.text, style);
    if (finding.trueAt.isValid())
        text += paragraphText(Text::tr("Read at %1.").arg(timeOf(finding.trueAt)), style, Indent);
    if (!finding.nextCommandLines.isEmpty())
        text += paragraphText(Text::tr("To run next:"), style, Indent);
    for (const QString &line : finding.nextCommandLines)
        text += commandLineText(line);
    return text;
}

QString lossesText(const QStringList &losses, const TextStyle &style)
{
    if (losses.isEmpty())
        return {};
    QString text = colored(Text::tr("WHAT IS LOST"), StatusTone::Bad, style) + u'\n';
    for (const QString &loss : losses)
        text += listItem(loss, style);
    return text;
}

QByteArray readinessJson(const FailoverFacts &facts, const QList<FailoverCheck> &checks,
                         const DeploymentInfo &deployment)
{
    QJsonArray array;
    for (const FailoverCheck &check : checks)
        array.append(jsonOf(check));
    const QJsonObject json{{u"pool"_s, facts.goal.pool},
                           {u"backupPool"_s, facts.backupPool()},
                           {u"direction"_s, toString(facts.goal.direction)},
                           {u"isDisaster"_s, facts.goal.isDisaster},
                           {u"deployment"_s, deployment.name},
                           {u"location"_s, deployment.location},
                           {u"verdict"_s, toString(overallVerdict(checks))},
                           {u"summary"_s, overallText(checks)},
                           {u"losses"_s, QJsonArray::fromStringList(lossesOf(facts))},
                           {u"checks"_s, array}};
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

} // namespace cspool
