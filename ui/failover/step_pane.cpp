#include "ui/failover/step_pane.h"

#include "model/job_text.h"
#include "model/time_text.h"
#include "ui/command_form/tone_label.h"
#include "ui/failover/command_line_box.h"
#include "ui/failover/failover_actions.h"
#include "ui/failover/failover_text.h"
#include "ui/failover/flow_layout.h"
#include "ui/pools/status_label.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

StatusTone toneOf(StepFinding::State state)
{
    switch (state) {
    case StepFinding::State::Reached:
        return StatusTone::Good;
    case StepFinding::State::NotReached:
        return StatusTone::Neutral;
    case StepFinding::State::Between:
        return StatusTone::Attention;
    case StepFinding::State::Unknown:
        break;
    }
    return StatusTone::Unknown;
}

} // namespace

StepPane::StepPane(FailoverActions *actions, IsOffered isOffered, QWidget *parent)
    : QScrollArea(parent)
    , m_isOffered(std::move(isOffered))
    , m_title(new StatusLabel)
    , m_command(new CommandLineBox(CommandLineBox::Running::NotOffered))
    , m_buttons(new QWidget)
    , m_finding(new StatusLabel)
    , m_next(new QWidget)
{
    setObjectName(u"stepPane"_s);
    setAccessibleName(tr("The step"));
    setWidgetResizable(true);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    m_title->setObjectName(u"stepTitle"_s);
    QFont font = m_title->font();
    font.setBold(true);
    m_title->setFont(font);
    layout->addWidget(m_title);
    m_purpose = addText(layout, u"stepPurpose"_s);
    m_place = addSentence(layout, u"stepPlace"_s);
    m_command->setObjectName(u"stepCommand"_s);
    layout->addWidget(m_command);
    m_consequence = addSentence(layout, u"stepConsequence"_s);
    auto *flow = new FlowLayout(m_buttons);
    flow->setContentsMargins({});
    m_runButton = FailoverActions::makeButton(actions->run, m_buttons);
    m_ranThereButton = FailoverActions::makeButton(actions->ranThere, m_buttons);
    m_leaveOutButton = FailoverActions::makeButton(actions->leaveOut, m_buttons);
    for (QWidget *button :
         {m_runButton, m_ranThereButton,
          static_cast<QWidget *>(FailoverActions::makeButton(actions->lookAgain, m_buttons)), m_leaveOutButton,
          static_cast<QWidget *>(FailoverActions::makeButton(actions->stop, m_buttons)),
          static_cast<QWidget *>(FailoverActions::makeButton(actions->showJob, m_buttons))})
        flow->addWidget(button);
    layout->addWidget(m_buttons);
    layout->addSpacing(fontMetrics().height() / 2);
    m_findingHeading = addText(layout, u"findingHeading"_s, true);
    m_findingHeading->setText(tr("What is true"));
    m_finding->setObjectName(u"stepFinding"_s);
    layout->addWidget(m_finding);
    m_note = addSentence(layout, u"stepNote"_s);
    (new QVBoxLayout(m_next))->setContentsMargins({});
    layout->addWidget(m_next);
    m_findingTime = addText(layout, u"stepFindingTime"_s);
    m_lastRun = addText(layout, u"stepLastRun"_s);
    layout->addStretch(1);
    setWidget(content);
    content->hide();
}

QLabel *StepPane::addText(QVBoxLayout *layout, const QString &name, bool isHeading)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (isHeading) {
        QFont font = label->font();
        font.setBold(true);
        label->setFont(font);
    }
    layout->addWidget(label);
    return label;
}

ToneLabel *StepPane::addSentence(QVBoxLayout *layout, const QString &name)
{
    auto *label = new ToneLabel(layout->parentWidget()); // hidden until it has a message
    label->setObjectName(name);
    layout->addWidget(label);
    return label;
}

void StepPane::setStep(const std::optional<OperationStep> &step, bool isCurrent)
{
    m_step = step;
    widget()->setVisible(step.has_value());
    if (!step)
        return;
    m_title->setStatus(
        cspool::toneOf(step->state),
        tr("%1 – %2", "title of a step, its state").arg(step->step.title, FailoverText::state(step->state)));
    m_purpose->setText(step->step.purpose);
    showCommand();
    showButtons(isCurrent);
    showFinding();
}

void StepPane::showCommand()
{
    const FailoverStep &step = m_step->step;
    m_place->setMessage(StatusTone::Attention, step.runsHere ? QString() : step.place);
    m_command->setVisible(!step.commandLine.isEmpty());
    m_command->setCommandLine(step.commandLine, step.title);
    m_consequence->setMessage(step.hasPointOfNoReturn ? StatusTone::Attention : StatusTone::Neutral, step.consequence);
}

void StepPane::showButtons(bool isCurrent)
{
    m_buttons->setVisible(true);
    m_runButton->setVisible(isCurrent && m_step->step.runsHere);
    m_ranThereButton->setVisible(isCurrent && !m_step->step.runsHere);
    m_leaveOutButton->setVisible(isCurrent);
}

void StepPane::showFinding()
{
    const StepFinding &finding = m_step->finding;
    const bool wasLookedAt = !finding.text.isEmpty();
    m_finding->setStatus(wasLookedAt ? toneOf(finding.state) : StatusTone::Unknown,
                         wasLookedAt ? finding.text : tr("This step has not been looked at yet."));
    m_note->setMessage(StatusTone::Attention, m_step->note);
    showNextCommands(finding.nextCommandLines);
    m_lastRun->setText(lastRunText());
    m_lastRun->setVisible(!m_lastRun->text().isEmpty());
}

void StepPane::showNextCommands(const QStringList &lines)
{
    m_next->setVisible(!lines.isEmpty());
    if (lines == m_nextLines)
        return;
    m_nextLines = lines;
    qDeleteAll(m_next->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    if (lines.isEmpty())
        return;
    auto *heading = new QLabel(tr("To be run next:"), m_next);
    m_next->layout()->addWidget(heading);
    for (const QString &line : lines) {
        const Result<Command> command = parseCommand(line);
        const bool isOffered = command && m_isOffered(*command);
        using Running = CommandLineBox::Running;
        auto *box = new CommandLineBox(isOffered ? Running::Offered : Running::NotOffered, m_next);
        box->setObjectName(u"nextCommand"_s);
        box->setCommandLine(line, tr("to be run next"));
        if (isOffered) {
            connect(box, &CommandLineBox::runRequested, this,
                    [this, wanted = *command] { Q_EMIT commandRequested(wanted); });
        }
        m_next->layout()->addWidget(box);
    }
}

QString StepPane::lastRunText() const
{
    if (!m_step->lastStart)
        return m_step->wasRunElsewhere ? tr("It was run elsewhere, as somebody has said.") : QString();
    if (!m_step->lastEnd)
        return tr("Last command: %1").arg(m_step->lastStart->commandLine);
    const QString outcome = outcomeText(m_step->lastEnd->outcome);
    return m_step->lastEnd->message.isEmpty()
        ? tr("Last command: %1\nIt ended: %2.").arg(m_step->lastStart->commandLine, outcome)
        : tr("Last command: %1\nIt ended: %2. %3", "command, outcome, error")
              .arg(m_step->lastStart->commandLine, outcome, m_step->lastEnd->message);
}

void StepPane::setTime(const QDateTime &now)
{
    if (!m_step)
        return;
    const QDateTime &at = m_step->finding.trueAt;
    m_findingTime->setText(at.isValid() ? tr("It was true %1, at %2.").arg(ageText(at, now), fullTimeText(at))
                                        : QString());
    m_findingTime->setVisible(at.isValid());
}

} // namespace cspool
