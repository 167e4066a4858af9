#include "app/terminal/guided_run.h"

#include "app/application_log.h"
#include "backend/report/report_html.h"
#include "model/failover/failover_losses.h"

#include <QDir>

#include <utility>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// A lab changes nothing by itself: one look tells. Servers are asked as often as the operation does by itself.
constexpr std::chrono::milliseconds LabInterval{1000};
constexpr std::chrono::milliseconds LabPatience{0};

PrintStyle styleOfSteps(PrintStyle style)
{
    style.isStep = true;
    return style;
}

} // namespace

GuidedRun::GuidedRun(const Parts &parts, const VerbRequest &request, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_request(request)
    , m_style{parts.style.errorWidth, parts.style.hasColors}
    , m_queries(parts.session, &m_reaper)
    , m_jobs(parts.history)
    , m_conversation(parts.reader, parts.writer)
{
    connect(parts.interrupt, &Interrupt::interrupted, this, &GuidedRun::interrupt);
    connect(&m_conversation, &Conversation::chosen, this, &GuidedRun::takeChoice);
    connect(&m_conversation, &Conversation::typed, this, &GuidedRun::takeLine);
    connect(&m_conversation, &Conversation::inputEnded, this, &GuidedRun::endOfInput);
}

GuidedRun::~GuidedRun() = default;

void GuidedRun::start()
{
    say(tr("Reading what is true in the deployment …"));
    if (!m_request.operation.isNull()) {
        FailoverOperation::resume({m_parts.session, &m_queries, &m_jobs, m_parts.history, m_parts.storeFolder},
                                  m_request.operation, this, [this](auto made) { take(std::move(made)); });
        return;
    }
    m_survey = std::make_unique<FailoverSurvey>(&m_queries, m_request.goal);
    connect(m_survey.get(), &FailoverSurvey::finished, this, &GuidedRun::showReadiness, Qt::SingleShotConnection);
    m_survey->read();
}

void GuidedRun::showReadiness()
{
    if (m_isOver)
        return;
    const FailoverFacts &facts = m_survey->facts();
    const QList<FailoverCheck> checks = m_survey->checks();
    const QList<FailoverStep> steps = stepsFor(facts);
    m_conversation.say(u'\n' + goalText(facts.goal, facts.backupPool(), m_parts.session->deployment(), m_style) + u'\n'
                       + checksText(checks, m_style));
    if (steps.isEmpty()) {
        say(tr("Nothing can be begun while the backup pool of %1 is not known.").arg(facts.goal.pool));
        finish(ExitCode::NotReady);
        return;
    }
    QList<OperationStep> listed;
    for (const FailoverStep &step : steps)
        listed.append({.step = step, .state = StepState::Waiting});
    m_conversation.say(u'\n' + paragraphText(tr("The steps:"), m_style) + stepListText(listed, m_style));
    if (const QStringList losses = lossesOf(facts); !losses.isEmpty())
        m_conversation.say(u'\n' + lossesText(losses, m_style));
    if (!isUnattended()) {
        askName(Asking::NameToBegin,
                facts.goal.isDisaster ? tr(
                    "Nothing has been changed yet. To accept what is lost and to begin, type the name of the pool.")
                                      : tr("Nothing has been changed yet. To begin, type the name of the pool."));
        return;
    }
    if (const QList<FailoverCheck> inTheWay = obstacles(checks, steps, facts.goal); !inTheWay.isEmpty()) {
        QStringList titles;
        for (const FailoverCheck &check : inTheWay)
            titles.append(check.title);
        say(tr("With --confirm nothing is begun while a check stands in the way that no step takes away: %1.")
                .arg(titles.join(u", "_s)));
        finish(ExitCode::NotReady);
        return;
    }
    begin();
}

void GuidedRun::begin()
{
    FailoverOperation::begin({m_parts.session, &m_queries, &m_jobs, m_parts.history, m_parts.storeFolder},
                             m_survey->facts(), lossesOf(m_survey->facts()), this,
                             [this](auto made) { take(std::move(made)); });
}

void GuidedRun::take(Result<std::unique_ptr<FailoverOperation>> made)
{
    if (m_isOver)
        return;
    if (!made) {
        fail(made.error(), ExitCode::Failed);
        return;
    }
    m_operation = std::move(made).value();
    const FailoverGoal goal = m_operation->goal();
    if (isUnattended() && m_request.confirmedPool != goal.pool) {
        say(tr("The option --confirm names %1, but the operation is about %2. Nothing was run.")
                .arg(m_request.confirmedPool, goal.pool));
        leave();
        return;
    }
    if (goal.direction != m_request.goal.direction) {
        say(tr("This operation is no %1. Nothing was run.").arg(verbName(m_request.goal.direction)));
        leave();
        return;
    }
    if (m_parts.session->deployment().kind == DeploymentKind::Lab)
        m_operation->setPatience(LabInterval, LabPatience);
    // Queued: a slot may end the operation.
    connect(m_operation.get(), &FailoverOperation::changed, this, &GuidedRun::advance, Qt::QueuedConnection);
    connect(m_operation.get(), &FailoverOperation::ended, this, &GuidedRun::end, Qt::QueuedConnection);
    connect(m_operation.get(), &FailoverOperation::jobSubmitted, this, &GuidedRun::followJob);
    connect(m_operation.get(), &FailoverOperation::journalFailed, this, [this](const Error &error) {
        m_conversation.say(errorText(verbName(m_operation->goal().direction), error, m_parts.style));
        m_isStopping = true;
    });
    connect(m_operation.get(), &FailoverOperation::stepRefused, this, [this](const Error &error) {
        m_conversation.say(errorText(verbName(m_operation->goal().direction), error, m_parts.style));
        m_isStopping = true;
        // Nothing was started, so nothing changes by itself.
        QMetaObject::invokeMethod(this, &GuidedRun::advance, Qt::QueuedConnection);
    });
    writeLog(LogLevel::Info, u"guided operation "_s + m_operation->id().toString(QUuid::WithoutBraces));
    say(tr("This is operation %1.").arg(m_operation->id().toString(QUuid::WithoutBraces)));
    advance();
}

const OperationStep &GuidedRun::current() const
{
    return m_operation->steps().at(m_operation->currentStep());
}

// Whenever the operation has changed: what is new is told, and when nothing is under way the next thing is done.
void GuidedRun::advance()
{
    if (m_isOver || m_conversation.isAsking())
        return;
    showProgress();
    if (m_operation->isBusy() || m_operation->hasEnded() || (m_survey && m_survey->isReading()))
        return;
    if (m_isStopping) {
        leave();
        return;
    }
    if (!std::exchange(m_hasListed, true) && !m_request.operation.isNull()) {
        m_conversation.say(
            u'\n' + goalText(m_operation->goal(), m_operation->backupPool(), m_parts.session->deployment(), m_style)
            + stepListText(m_operation->steps(), m_style));
        const qsizetype current = m_operation->currentStep();
        m_presented = int(current < 0 ? m_operation->steps().size() : current) - 1; // the list tells of those before
    }
    const int step = m_operation->currentStep();
    if (step < 0) {
        tellPassed(int(m_operation->steps().size()));
        m_operation->end();
        return;
    }
    if (step != m_presented) {
        present(step);
        return;
    }
    if (isUnattended())
        decideUnattended();
    else
        askAboutStep();
}

// Of the step that was set going: each new finding while its goal is looked at, and the last one.
void GuidedRun::showProgress()
{
    if (m_acting < 0)
        return;
    const OperationStep &step = m_operation->steps().at(m_acting);
    const bool isOver = !m_operation->isBusy();
    if (step.state != StepState::Verifying && !isOver)
        return;
    const bool takesTime = m_parts.session->deployment().kind == DeploymentKind::Server;
    if (!isOver && takesTime && !std::exchange(m_hasToldPatience, true)) {
        say(tr("The servers are asked whether the goal is reached, again and again for some minutes. Ctrl+C ends the "
               "wait."));
    }
    if (step.finding.trueAt != m_toldAt && step.finding.text != m_toldFinding) {
        m_toldFinding = step.finding.text;
        m_conversation.say(findingText(step.finding, m_style));
    }
    if (!isOver)
        return;
    say(step.note);
    m_acting = -1;
    m_dialog.reset();
}

// Steps whose goals were reached without being run, as those of a replica that is up to date.
void GuidedRun::tellPassed(int step)
{
    for (int i = m_presented + 1; i < step; ++i) {
        const OperationStep &passed = m_operation->steps().at(i);
        say(u"\n"_s + tr("Step %1 of %2: %3").arg(i + 1).arg(m_operation->steps().size()).arg(passed.step.title));
        m_conversation.say(findingText(passed.finding, m_style));
    }
}

void GuidedRun::present(int step)
{
    tellPassed(step);
    m_presented = step;
    const OperationStep &shown = m_operation->steps().at(step);
    m_conversation.say(u'\n' + stepText(shown.step, step + 1, int(m_operation->steps().size()), m_style));
    if (shown.isBegun()) { // before it was left
        m_conversation.say(findingText(shown.finding, m_style));
        say(shown.note);
    }
    const bool losesData = isPoolStep(shown.step) && m_operation->goal().isDisaster;
    if (losesData && !std::exchange(m_hasToldLosses, true)) {
        // What the steps before have changed may let the deployment tell more than at the beginning.
        m_survey = std::make_unique<FailoverSurvey>(&m_queries, m_operation->goal());
        connect(m_survey.get(), &FailoverSurvey::finished, this, &GuidedRun::presentLosses, Qt::QueuedConnection);
        m_survey->read();
        return;
    }
    const bool isOnlyLookedAt = shown.step.commandLine.isEmpty() && !shown.isBegun();
    if (isOnlyLookedAt && shown.state == StepState::Ready) {
        runStep();
        return;
    }
    advance();
}

void GuidedRun::presentLosses()
{
    if (m_isOver)
        return;
    m_conversation.say(u'\n' + lossesText(lossesOf(m_survey->facts()), m_style));
    advance();
}

// What was found before is old news.
void GuidedRun::startTelling()
{
    m_acting = m_operation->currentStep();
    m_hasToldPatience = false;
    m_toldFinding.clear();
    m_toldAt = current().finding.trueAt;
}

void GuidedRun::runStep()
{
    startTelling();
    m_hasRun.insert(m_acting);
    m_operation->runCurrentStep();
}

void GuidedRun::followJob(const QUuid &job)
{
    const Result<Command> command = parseCommand(m_operation->steps().at(m_acting).step.commandLine);
    const CmdletInfo *info = command ? findCmdlet(command->cmdlet()) : nullptr;
    if (!info)
        return; // the operation runs no other
    m_printer = std::make_unique<RecordPrinter>(*info, styleOfSteps(m_parts.style), m_parts.writer);
    m_dialog = std::make_unique<JobDialog>(m_parts.session, *command, &m_jobs, m_printer.get(), m_parts.reader);
    m_dialog->follow(job);
}

void GuidedRun::leave()
{
    writeRecord();
    say(tr("The operation has not ended. To go on with it:"));
    m_conversation.say(commandLineText(
        resumeLine(m_parts.session->deployment(), m_operation->goal().direction, m_operation->id(), m_parts.signIn)));
    finish(ExitCode::Left);
}

void GuidedRun::end()
{
    if (m_isOver)
        return;
    bool isLeftOut = false;
    for (const OperationStep &step : m_operation->steps())
        isLeftOut = isLeftOut || (step.state == StepState::LeftOut && !step.step.isOptional);
    bool isComplete = false;
    QString text;
    for (const OperationEvent &event : m_operation->events()) {
        if (const auto *ended = std::get_if<OperationEnded>(&event.content)) {
            isComplete = ended->isComplete;
            text = ended->text;
        }
    }
    m_conversation.say(u"\n"_s + stepListText(m_operation->steps(), m_style));
    say(text);
    writeRecord();
    if (!isComplete)
        finish(ExitCode::Failed);
    else
        finish(isLeftOut ? ExitCode::DoneWithWarnings : ExitCode::Done);
}

// The command line has no other window to keep free: it may wait for the disk.
void GuidedRun::writeRecord()
{
    const QDateTime begun
        = m_operation->events().isEmpty() ? QDateTime::currentDateTimeUtc() : m_operation->events().constFirst().time;
    const QString name = toString(m_operation->goal().direction);
    const QString path = m_request.reportPath.isEmpty() ? defaultReportPath(name, m_operation->goal().pool, begun)
                                                        : m_request.reportPath;
    const Result<> written = writeReport(m_operation->report(), path);
    if (written)
        say(tr("Record of the operation: %1").arg(QDir::toNativeSeparators(path)));
    else
        m_conversation.say(warningText(written.error().message, written.error().recommendedAction, m_parts.style));
}

void GuidedRun::say(const QString &paragraph)
{
    m_conversation.say(paragraphText(paragraph, m_style));
}

void GuidedRun::fail(const Error &error, ExitCode code)
{
    m_conversation.say(errorText(verbName(m_request.goal.direction), error, m_parts.style));
    finish(code);
}

void GuidedRun::finish(ExitCode code)
{
    m_isOver = true;
    m_exitCode = code;
    Q_EMIT finished();
}

} // namespace cspool
