#include "model/record_text.h"

#include "model/job_text.h"
#include "model/message_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct RecordText
{
    Q_DECLARE_TR_FUNCTIONS(cspool::RecordText)
};

QString textOf(const OutputRecord &record)
{
    const QList<Property> &properties = record.object.properties();
    if (properties.isEmpty())
        return record.object.text();
    QStringList lines;
    for (const Property &property : properties)
        lines.append(u"%1: %2"_s.arg(property.name, displayText(property.value)));
    return lines.join(u'\n');
}

QString textOf(const ErrorRecord &record)
{
    return withAction(record.error.message, record.error.recommendedAction);
}

QString textOf(const WarningRecord &record)
{
    return withAction(record.message, record.recommendedAction);
}

QString textOf(const VerboseRecord &record)
{
    return record.message;
}

QString textOf(const InformationRecord &record)
{
    return record.message;
}

QString textOf(const ProgressRecord &record)
{
    return record.activity;
}

QString textOf(StepResult result, const QString &action)
{
    switch (result) {
    case StepResult::Running:
        return RecordText::tr("Begins: %1").arg(action);
    case StepResult::Succeeded:
        return RecordText::tr("Done: %1").arg(action);
    case StepResult::SucceededWithWarnings:
        return RecordText::tr("Done with warnings: %1").arg(action);
    case StepResult::Failed:
        return RecordText::tr("Failed: %1").arg(action);
    case StepResult::Cancelled:
        return RecordText::tr("Cancelled: %1").arg(action);
    case StepResult::Skipped:
        return RecordText::tr("Skipped: %1").arg(action);
    }
    return action;
}

QString textOf(const StepRecord &record)
{
    const QLocale locale;
    QStringList counts;
    for (const StepCount &count : record.counts) {
        counts.append(u"%1: %2"_s.arg(
            count.name, count.isBytes ? locale.formattedDataSize(count.value) : locale.toString(count.value)));
    }
    QStringList lines{textOf(record.result, record.action)};
    if (!counts.isEmpty())
        lines.append(counts.join(u"; "_s));
    lines.append(record.information);
    if (record.informationOmitted > 0)
        lines.append(RecordText::tr("… and %1 more").arg(locale.toString(record.informationOmitted)));
    return lines.join(u'\n');
}

QString textOf(const PromptRequest &record)
{
    QStringList labels;
    for (const PromptChoice &choice : record.choices)
        labels.append(QString(choice.label).remove(u'&'));
    const QString question = RecordText::tr("Question: %1").arg(record.message);
    return labels.isEmpty() ? question : QString(question + u'\n' + labels.join(u" / "_s));
}

QString textOf(const FinishedRecord &record)
{
    QString text = RecordText::tr("Ended: %1").arg(outcomeText(record.outcome));
    if (!record.reportPath.isEmpty())
        text += u'\n' + RecordText::tr("Report: %1").arg(record.reportPath);
    if (!record.remoteReportPath.isEmpty())
        text += u'\n' + RecordText::tr("Report on the server: %1").arg(record.remoteReportPath);
    return text;
}

} // namespace

RecordKind kindOf(const Record &record)
{
    struct Kind
    {
        RecordKind operator()(const OutputRecord &) const { return RecordKind::Output; }
        RecordKind operator()(const ErrorRecord &) const { return RecordKind::Error; }
        RecordKind operator()(const WarningRecord &) const { return RecordKind::Warning; }
        RecordKind operator()(const VerboseRecord &) const { return RecordKind::Verbose; }
        RecordKind operator()(const InformationRecord &) const { return RecordKind::Information; }
        RecordKind operator()(const ProgressRecord &) const { return RecordKind::Verbose; }
        RecordKind operator()(const StepRecord &) const { return RecordKind::Step; }
        RecordKind operator()(const PromptRequest &) const { return RecordKind::Information; }
        RecordKind operator()(const FinishedRecord &) const { return RecordKind::Information; }
    };
    return std::visit(Kind(), record.content);
}

QString kindText(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Error:
        return RecordText::tr("Error");
    case RecordKind::Warning:
        return RecordText::tr("Warning");
    case RecordKind::Information:
        return RecordText::tr("Information");
    case RecordKind::Output:
        return RecordText::tr("Output");
    case RecordKind::Step:
        return RecordText::tr("Step");
    case RecordKind::Verbose:
        return RecordText::tr("Verbose");
    }
    return {};
}

StatusTone toneOf(const Record &record)
{
    if (const auto *step = std::get_if<StepRecord>(&record.content))
        return step->result == StepResult::Running ? StatusTone::None : toneOf(step->result);
    if (const auto *finished = std::get_if<FinishedRecord>(&record.content))
        return toneOf(finished->outcome);
    switch (kindOf(record)) {
    case RecordKind::Error:
        return StatusTone::Bad;
    case RecordKind::Warning:
        return StatusTone::Attention;
    default:
        return StatusTone::None;
    }
}

QString recordText(const Record &record)
{
    return std::visit([](const auto &content) { return textOf(content); }, record.content);
}

QString recordLine(const Record &record)
{
    return inOneLine(recordText(record));
}

} // namespace cspool
