#include "backend/failover/operation_report.h"

#include "backend/failover/operation_state.h"

#include <QCoreApplication>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

StepResult resultOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Ready:
        return StepResult::Succeeded;
    case Verdict::Blocking:
        return StepResult::Failed;
    case Verdict::Attention:
    case Verdict::Unknown:
        break;
    }
    return StepResult::SucceededWithWarnings;
}

StepResult resultOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Succeeded:
        return StepResult::Succeeded;
    case Outcome::SucceededWithWarnings:
        return StepResult::SucceededWithWarnings;
    case Outcome::Cancelled:
        return StepResult::Cancelled;
    case Outcome::Skipped:
    case Outcome::Previewed:
        return StepResult::Skipped;
    case Outcome::Failed:
    case Outcome::Interrupted:
        break;
    }
    return StepResult::Failed;
}

StepResult resultOf(StepState state)
{
    switch (state) {
    case StepState::Reached:
        return StepResult::Succeeded;
    case StepState::NotReached:
        return StepResult::Failed;
    case StepState::Unknown:
        return StepResult::SucceededWithWarnings;
    case StepState::Running:
    case StepState::Verifying:
        return StepResult::Running;
    case StepState::Waiting:
    case StepState::Ready:
    case StepState::LeftOut:
        break;
    }
    return StepResult::Skipped;
}

StepResult resultOf(StepFinding::State state)
{
    switch (state) {
    case StepFinding::State::Reached:
        return StepResult::Succeeded;
    case StepFinding::State::NotReached:
        return StepResult::Failed;
    case StepFinding::State::Between:
    case StepFinding::State::Unknown:
        break;
    }
    return StepResult::SucceededWithWarnings;
}

ReportNode makeNode(const QString &action, StepResult result, const QString &resultText, const QDateTime &started)
{
    ReportNode node;
    node.action = action;
    node.result = result;
    node.resultText = resultText;
    node.started = started;
    return node;
}

class OperationReport
{
    Q_DECLARE_TR_FUNCTIONS(cspool::OperationReport)

public:
    explicit OperationReport(const QList<OperationEvent> &events)
        : m_events(events)
        , m_state(events)
    {
    }

    ReportTree make()
    {
        if (m_events.isEmpty() || !std::holds_alternative<OperationBegun>(m_events.first().content))
            return {};
        frame();
        outcome();
        facts();
        for (const QString &loss : m_state.begun().losses) {
            m_tree.warnings.append({m_events.first().time, tr("Accepted as lost: %1").arg(loss), {}, {}, {}, false});
        }
        nodes();
        return m_tree;
    }

private:
    void frame();
    void outcome();
    void facts();
    void nodes();
    QString titleOfLastChecks() const;
    ReportNode checksNode(const OperationEvent &event, const QString &action) const;
    ReportNode checkNode(const FailoverCheck &check) const;
    ReportNode stepNode(const OperationStep &step);
    ReportNode startNode(const OperationEvent &event, const StepStarted &started);
    void endNode(ReportNode &node, const OperationEvent &event, const StepEnded &ended, const QString &step);
    ReportNode elsewhereNode(const OperationEvent &event, const StepRunElsewhere &elsewhere) const;
    ReportNode findingNode(const OperationEvent &event, const StepFinding &finding) const;
    ReportNode leftOutNode(const OperationEvent &event, const StepLeftOut &leftOut) const;

    static QString textOf(Outcome outcome);
    static QString textOf(StepState state);
    static QString textOf(StepFinding::State state);

    const QList<OperationEvent> &m_events;
    const OperationState m_state;
    ReportTree m_tree;
};

// --- words ----------------------------------------------------------------------------------------------------------

QString OperationReport::textOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Succeeded:
        return tr("Command succeeded");
    case Outcome::SucceededWithWarnings:
        return tr("Command done with warnings");
    case Outcome::Failed:
        return tr("Command failed");
    case Outcome::Cancelled:
        return tr("Command cancelled");
    case Outcome::Skipped:
    case Outcome::Previewed:
        return tr("Command changed nothing");
    case Outcome::Interrupted:
        break;
    }
    return tr("Command interrupted");
}

QString OperationReport::textOf(StepState state)
{
    switch (state) {
    case StepState::Reached:
        return tr("Reached");
    case StepState::NotReached:
        return tr("Not reached");
    case StepState::Unknown:
        return tr("Unknown");
    case StepState::Running:
    case StepState::Verifying:
        return tr("Under way");
    case StepState::LeftOut:
        return tr("Left out");
    case StepState::Waiting:
    case StepState::Ready:
        break;
    }
    return tr("Not begun");
}

QString OperationReport::textOf(StepFinding::State state)
{
    switch (state) {
    case StepFinding::State::Reached:
        return tr("Reached");
    case StepFinding::State::NotReached:
        return tr("Not reached");
    case StepFinding::State::Between:
        return tr("Not at its end");
    case StepFinding::State::Unknown:
        break;
    }
    return tr("Unknown");
}

// --- the whole ------------------------------------------------------------------------------------------------------

void OperationReport::frame()
{
    const OperationBegun &begun = m_state.begun();
    const QString pool = begun.goal.pool;
    const bool isDisaster = begun.goal.isDisaster;
    if (begun.goal.direction == FailoverDirection::FailOver)
        m_tree.title = (isDisaster ? tr("Failover of %1 in a disaster") : tr("Planned failover of %1")).arg(pool);
    else
        m_tree.title = (isDisaster ? tr("Failback of %1 in a disaster") : tr("Failback of %1")).arg(pool);
    m_tree.user = m_events.first().user;
    m_tree.machine = m_events.first().machine;
    m_tree.programVersion = begun.programVersion;
    m_tree.deployment = begun.deployment;
    m_tree.started = m_events.first().time;
}

void OperationReport::outcome()
{
    const OperationEvent &last = m_events.last();
    const auto *ended = std::get_if<OperationEnded>(&last.content);
    const QList<OperationStep> &steps = m_state.steps();
    const bool isLeftOut
        = std::any_of(steps.begin(), steps.end(), [](const OperationStep &step) { return step.leftOut.has_value(); });
    if (!ended) {
        m_tree.outcome = Outcome::Interrupted;
        m_tree.outcomeText = tr("Not ended yet");
        return;
    }
    m_tree.ended = last.time;
    if (!ended->isComplete) {
        m_tree.outcome = Outcome::Failed;
        m_tree.outcomeText = tr("Ended before its goal");
    } else if (isLeftOut) {
        m_tree.outcome = Outcome::SucceededWithWarnings;
        m_tree.outcomeText = tr("Goal reached, steps left out");
    } else {
        m_tree.outcome = Outcome::Succeeded;
        m_tree.outcomeText = tr("Goal reached");
    }
}

void OperationReport::facts()
{
    const OperationBegun &begun = m_state.begun();
    m_tree.facts.append({tr("Pool"), begun.goal.pool});
    m_tree.facts.append({tr("Backup pool"), begun.backupPool});
    if (begun.goal.direction == FailoverDirection::FailOver) {
        m_tree.facts.append({tr("Kind"),
                             begun.goal.isDisaster ? tr("Disaster: the pool was taken to be down")
                                                   : tr("Planned: the pool was taken to be up")});
    } else {
        m_tree.facts.append({tr("Kind"),
                             begun.goal.isDisaster ? tr("Disaster: the backup pool was taken to be down")
                                                   : tr("Planned: the backup pool was taken to be up")});
    }
    if (const auto *ended = std::get_if<OperationEnded>(&m_events.last().content))
        m_tree.facts.append({tr("At the end"), ended->text});
    else
        m_tree.facts.append({tr("So far"), m_state.summary()});
}

void OperationReport::nodes()
{
    QList<const OperationEvent *> readings;
    for (const OperationEvent &event : m_events) {
        if (std::holds_alternative<ChecksRead>(event.content))
            readings.append(&event);
    }
    const bool hasEnded = m_state.hasEnded();
    for (const OperationEvent *event : std::as_const(readings)) {
        if (event == readings.first())
            m_tree.steps.append(checksNode(*event, tr("Checks before")));
        else if (event != readings.last() || !hasEnded)
            m_tree.steps.append(checksNode(*event, tr("Checks in between")));
    }
    for (const OperationStep &step : m_state.steps())
        m_tree.steps.append(stepNode(step));
    for (const OperationEvent &event : m_events) {
        if (std::holds_alternative<OperationResumed>(event.content)) {
            m_tree.steps.append(makeNode(tr("Gone on with by %1 on %2").arg(event.user, event.machine),
                                         StepResult::Skipped, tr("Resumed"), event.time));
        }
    }
    if (hasEnded && readings.size() > 1)
        m_tree.steps.append(checksNode(*readings.last(), titleOfLastChecks()));
}

// Those of an operation that is complete are about what can follow it.
QString OperationReport::titleOfLastChecks() const
{
    const auto *ended = std::get_if<OperationEnded>(&m_events.last().content);
    if (!ended || !ended->isComplete)
        return tr("Checks at the end");
    return m_state.begun().goal.direction == FailoverDirection::FailOver
        ? tr("Checks at the end: is the failback possible now?")
        : tr("Checks at the end: is a failover possible again?");
}

// --- checks ---------------------------------------------------------------------------------------------------------

ReportNode OperationReport::checksNode(const OperationEvent &event, const QString &action) const
{
    const QList<FailoverCheck> &checks = std::get<ChecksRead>(event.content).checks;
    const Verdict verdict = overallVerdict(checks);
    ReportNode node = makeNode(action, resultOf(verdict), verdictText(verdict), event.time);
    node.information = {overallText(checks)};
    for (const FailoverCheck &check : checks)
        node.children.append(checkNode(check));
    return node;
}

ReportNode OperationReport::checkNode(const FailoverCheck &check) const
{
    // Its time is that at which it was true.
    ReportNode node = makeNode(check.title, resultOf(check.verdict), verdictText(check.verdict), check.trueAt);
    if (!check.finding.isEmpty())
        node.information.append(check.finding);
    node.information += check.details;
    if (!check.toldBy.isEmpty())
        node.information.append(tr("Told by: %1").arg(check.toldBy.join(u"; "_s)));
    for (const Remedy &remedy : check.remedies) {
        node.information.append(remedy.commandLine.isEmpty()
                                    ? tr("What to do: %1").arg(remedy.text)
                                    : tr("What to do: %1 %2").arg(remedy.text, remedy.commandLine));
    }
    if (!check.note.isEmpty())
        node.information.append(check.note);
    return node;
}

// --- steps ----------------------------------------------------------------------------------------------------------

ReportNode OperationReport::stepNode(const OperationStep &step)
{
    ReportNode node = makeNode(step.step.title, resultOf(step.state), textOf(step.state), {});
    if (!step.step.commandLine.isEmpty())
        node.information.append(tr("Command line: %1").arg(step.step.commandLine));
    if (!step.step.runsHere)
        node.information.append(step.step.place);
    qsizetype running = -1; // the child whose command has not ended yet
    for (const OperationEvent &event : m_events) {
        if (const auto *started = std::get_if<StepStarted>(&event.content);
            started && started->step == step.step.id()) {
            running = node.children.size();
            node.children.append(startNode(event, *started));
        } else if (const auto *ended = std::get_if<StepEnded>(&event.content);
                   ended && ended->step == step.step.id() && running >= 0) {
            endNode(node.children[std::exchange(running, -1)], event, *ended, step.step.title);
        } else if (const auto *elsewhere = std::get_if<StepRunElsewhere>(&event.content);
                   elsewhere && elsewhere->step == step.step.id()) {
            node.children.append(elsewhereNode(event, *elsewhere));
        } else if (const auto *verified = std::get_if<StepVerified>(&event.content);
                   verified && verified->step == step.step.id()) {
            node.children.append(findingNode(event, verified->finding));
        } else if (const auto *leftOut = std::get_if<StepLeftOut>(&event.content);
                   leftOut && leftOut->step == step.step.id()) {
            node.children.append(leftOutNode(event, *leftOut));
        }
    }
    if (!node.children.isEmpty())
        node.started = node.children.first().started;
    return node;
}

ReportNode OperationReport::startNode(const OperationEvent &event, const StepStarted &started)
{
    ReportNode node
        = makeNode(started.commandLine, StepResult::Running, tr("Under way, or not known how it ended"), event.time);
    node.information.append(tr("Run by %1 on %2").arg(event.user, event.machine));
    return node;
}

void OperationReport::endNode(ReportNode &node, const OperationEvent &event, const StepEnded &ended,
                              const QString &step)
{
    node.result = resultOf(ended.outcome);
    node.resultText = textOf(ended.outcome);
    // When an interrupted one ended, nobody knows.
    if (ended.outcome != Outcome::Interrupted)
        node.ended = event.time;
    if (ended.warningCount > 0)
        node.counts.append({tr("Warnings"), ended.warningCount, false});
    if (ended.errorCount > 0)
        node.counts.append({tr("Errors"), ended.errorCount, false});
    if (!ended.message.isEmpty()) {
        node.information.append(ended.message);
        m_tree.errors.append({event.time, ended.message, {}, {}, step, false});
    }
    if (!ended.reportPath.isEmpty())
        node.information.append(tr("Report of the command: %1").arg(ended.reportPath));
    if (!ended.serverReportPath.isEmpty())
        node.information.append(tr("Report on the server: %1").arg(ended.serverReportPath));
}

ReportNode OperationReport::elsewhereNode(const OperationEvent &event, const StepRunElsewhere &elsewhere) const
{
    ReportNode node = makeNode(elsewhere.commandLine, StepResult::Skipped, tr("Run elsewhere"), event.time);
    node.information.append(
        tr("%1, on %2, said that the command was run on another server.").arg(event.user, event.machine));
    return node;
}

ReportNode OperationReport::findingNode(const OperationEvent &event, const StepFinding &finding) const
{
    ReportNode node = makeNode(finding.text, resultOf(finding.state), textOf(finding.state),
                               finding.trueAt.isValid() ? finding.trueAt : event.time);
    for (const QString &line : finding.nextCommandLines)
        node.information.append(tr("To be run next: %1").arg(line));
    return node;
}

ReportNode OperationReport::leftOutNode(const OperationEvent &event, const StepLeftOut &leftOut) const
{
    const QString who = tr("Left out by %1 on %2").arg(event.user, event.machine);
    ReportNode node
        = makeNode(leftOut.reason.isEmpty() ? who : leftOut.reason, StepResult::Skipped, tr("Left out"), event.time);
    if (!leftOut.reason.isEmpty())
        node.information.append(who);
    return node;
}

} // namespace

ReportTree operationReport(const QList<OperationEvent> &events)
{
    return OperationReport(events).make();
}

} // namespace cspool
