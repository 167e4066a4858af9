#include "app/terminal/run_summary.h"

#include "app/terminal/progress_display.h"
#include "app/terminal/text_layout.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr int SmallestLine = 30;

struct Summary
{
    Q_DECLARE_TR_FUNCTIONS(RunSummary)
};

QString resultText(StepResult result)
{
    switch (result) {
    case StepResult::Running:
        return Summary::tr("not ended");
    case StepResult::Succeeded:
        return Summary::tr("done");
    case StepResult::SucceededWithWarnings:
        return Summary::tr("warnings");
    case StepResult::Failed:
        return Summary::tr("failed");
    case StepResult::Cancelled:
        return Summary::tr("cancelled");
    case StepResult::Skipped:
        return Summary::tr("skipped");
    }
    return {};
}

QString outcomeText(const QString &cmdlet, Outcome outcome, const QString &time)
{
    switch (outcome) {
    case Outcome::Succeeded:
        return Summary::tr("%1 is done; it took %2.").arg(cmdlet, time);
    case Outcome::SucceededWithWarnings:
        return Summary::tr("%1 is done, with warnings; it took %2.").arg(cmdlet, time);
    case Outcome::Failed:
        return Summary::tr("%1 has failed after %2.").arg(cmdlet, time);
    case Outcome::Cancelled:
        return Summary::tr("%1 was cancelled after %2.").arg(cmdlet, time);
    case Outcome::Skipped:
        return Summary::tr("%1 was skipped: nothing was changed.").arg(cmdlet);
    case Outcome::Previewed:
        return Summary::tr("%1 was only previewed: nothing was changed.").arg(cmdlet);
    case Outcome::Interrupted:
        return Summary::tr("%1 was interrupted after %2.").arg(cmdlet, time);
    }
    return {};
}

QString countsText(const StepRecord &step)
{
    QStringList counts;
    for (const StepCount &count : step.counts) {
        if (count.value == 0)
            continue; // the report has them all
        const QString value
            = count.isBytes ? QLocale().formattedDataSize(count.value) : QLocale().toString(count.value);
        counts.append(Summary::tr("%1: %2").arg(printableLine(count.name), value));
    }
    return counts.join(", "_L1);
}

} // namespace

int exitCodeOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Succeeded:
    case Outcome::Previewed:
        return 0;
    case Outcome::Failed:
    case Outcome::Interrupted:
        return 1;
    case Outcome::Cancelled:
        return 3;
    case Outcome::SucceededWithWarnings:
        return 4;
    case Outcome::Skipped:
        return 5;
    }
    return 1;
}

void RunSummary::add(const StepRecord &step)
{
    if (m_steps.contains(step.id)) {
        m_steps.insert(step.id, step);
        return;
    }
    const auto parent = m_steps.constFind(step.parentId);
    const bool isShallow = step.parentId == 0 || (parent != m_steps.constEnd() && parent->parentId == 0);
    if (isShallow && m_steps.size() < StepLimit)
        m_steps.insert(step.id, step);
}

QString RunSummary::text(const QString &cmdlet, const FinishedRecord &finished, qint64 elapsed) const
{
    const bool hasReport = !finished.reportPath.isEmpty() || !finished.remoteReportPath.isEmpty();
    if (!hasReport && finished.outcome != Outcome::Cancelled && finished.outcome != Outcome::Skipped)
        return {};
    const QString time = elapsed < 1 ? Summary::tr("less than a second") : clockText(elapsed);
    QString text = outcomeText(cmdlet, finished.outcome, time) + u'\n';
    if (hasReport)
        text += stepsText();
    if (!finished.reportPath.isEmpty())
        text += Summary::tr("Report: %1").arg(QDir::toNativeSeparators(finished.reportPath)) + u'\n';
    if (!finished.remoteReportPath.isEmpty())
        text += Summary::tr("The server's own report: %1").arg(finished.remoteReportPath) + u'\n';
    return text;
}

QString RunSummary::stepsText() const
{
    int resultWidth = 0;
    for (const StepRecord &step : m_steps)
        resultWidth = qMax(resultWidth, displayWidth(resultText(step.result)));
    QString text;
    for (const StepRecord &step : m_steps) {
        const QString indent(step.parentId == 0 ? 4 : 8, u' ');
        QString line = printableLine(step.action);
        const QString counts = countsText(step);
        if (!counts.isEmpty())
            line += u" ("_s + counts + u')';
        const QString start = indent + padded(resultText(step.result), resultWidth, Alignment::Left) + u"  "_s;
        const QStringList lines = wrapped(line, m_width > 0 ? qMax(SmallestLine, m_width - displayWidth(start)) : 0);
        text += start + lines.join(u'\n' + QString(displayWidth(start), u' ')) + u'\n';
    }
    return text;
}

} // namespace cspool
