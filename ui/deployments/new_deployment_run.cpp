#include "ui/deployments/new_deployment_run.h"

#include "model/message_text.h"
#include "ui/deployments/deployment_text.h"
#include "ui/workspace.h"

#include <QDir>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr int MakingStep = 0;
constexpr int OpeningStep = 1;
constexpr int FirstImportStep = 2;

bool isSuccess(Outcome outcome)
{
    return outcome == Outcome::Succeeded || outcome == Outcome::SucceededWithWarnings;
}

// A session may write its folder otherwise than the user did.
bool isSameFolder(const QString &one, const QString &other)
{
    const auto normalized = [](const QString &path) { return QDir::cleanPath(QDir::fromNativeSeparators(path)); };
#ifdef Q_OS_WIN
    return normalized(one).compare(normalized(other), Qt::CaseInsensitive) == 0;
#else
    return normalized(one) == normalized(other);
#endif
}

} // namespace

NewDeploymentRun::NewDeploymentRun(Workspace *workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    connect(&workspace->jobs(), &JobRunner::recordsReceived, this, &NewDeploymentRun::watch);
    connect(&workspace->jobs(), &JobRunner::jobFinished, this, &NewDeploymentRun::handleEnd);
    connect(workspace, &Workspace::isOpeningChanged, this, &NewDeploymentRun::handleOpening);
    connect(workspace, &Workspace::deploymentChanged, this, &NewDeploymentRun::handleOpened);
    connect(workspace, &Workspace::openFailed, this, &NewDeploymentRun::handleOpenFailed);
}

void NewDeploymentRun::start(const Command &newDeployment, const QList<Command> &imports)
{
    m_folder = newDeployment.string(u"Path");
    m_imports = imports;
    m_isCancelling = false;
    m_error.reset();
    m_steps = {{render(newDeployment), StatusTone::Working, tr("running")},
               {tr("Open the lab deployment in %1").arg(DeploymentText::folder(m_folder))}};
    for (const Command &import : imports)
        m_steps.append({render(import)});
    m_steps[MakingStep].job = m_workspace->submitWithoutDeployment(newDeployment);
    setPhase(Phase::Making);
}

void NewDeploymentRun::cancel()
{
    if (m_phase != Phase::Making || std::exchange(m_isCancelling, true))
        return;
    m_workspace->jobs().cancel(m_steps[MakingStep].job);
    Q_EMIT changed();
}

NewDeploymentRun::Step *NewDeploymentRun::stepOf(const QUuid &job)
{
    const auto found = std::find_if(m_steps.begin(), m_steps.end(),
                                    [&job](const Step &step) { return !job.isNull() && step.job == job; });
    return found == m_steps.end() ? nullptr : &*found;
}

void NewDeploymentRun::watch(const QUuid &job, const std::vector<Record> &records)
{
    Step *step = stepOf(job);
    if (!step)
        return;
    if (step->tone == StatusTone::Working)
        step->state = tr("running");
    for (const Record &record : records) {
        if (const auto *progress = std::get_if<ProgressRecord>(&record.content)) {
            m_progress = progress->isCompleted ? QString() : progress->activity;
            m_percent = progress->isCompleted ? -1 : progress->percentComplete;
        } else if (const auto *error = std::get_if<ErrorRecord>(&record.content); error && error->isTerminating) {
            m_error = error->error;
        }
    }
    Q_EMIT changed();
}

void NewDeploymentRun::endStep(Step &step, const QUuid &job)
{
    const std::optional<JobInfo> info = m_workspace->jobs().job(job);
    const Outcome outcome = info ? info->outcome : Outcome::Failed;
    step.outcome = outcome;
    step.tone = toneOf(outcome);
    m_progress.clear();
    m_percent = -1;
    switch (outcome) {
    case Outcome::Succeeded:
        step.state = tr("done");
        break;
    case Outcome::SucceededWithWarnings:
        step.state = tr("done, with %n warning(s); the page of jobs shows them", nullptr,
                        int(info->warningCount + info->errorCount));
        break;
    case Outcome::Cancelled:
        step.state = tr("cancelled");
        break;
    case Outcome::Skipped:
        step.state = tr("skipped");
        break;
    default:
        step.state = m_error ? errorSentences(*m_error) : tr("failed");
        break;
    }
    m_error.reset();
}

void NewDeploymentRun::handleEnd(const QUuid &job)
{
    Step *step = stepOf(job);
    if (!step)
        return;
    endStep(*step, job);
    if (m_phase == Phase::Making) {
        if (isSuccess(*step->outcome))
            open();
        else
            setPhase(Phase::Failed);
        return;
    }
    const bool isOver
        = std::all_of(m_steps.begin(), m_steps.end(), [](const Step &s) { return s.tone != StatusTone::Working; });
    setPhase(isOver ? Phase::Done : Phase::Importing);
}

void NewDeploymentRun::open()
{
    m_steps[OpeningStep].tone = StatusTone::Working;
    m_steps[OpeningStep].state = tr("running");
    setPhase(Phase::Opening);
    m_workspace->openLab(m_folder);
}

// Only the latest request to open counts: when it is for another folder, nothing more is heard of ours.
void NewDeploymentRun::handleOpening()
{
    if (m_phase == Phase::Opening && m_workspace->isOpening() && !isSameFolder(m_workspace->openingFolder(), m_folder))
        endWithoutOpening(StatusTone::Attention, tr("another deployment was opened instead"));
}

void NewDeploymentRun::handleOpened()
{
    if (m_phase != Phase::Opening || !m_workspace->session())
        return;
    if (!isSameFolder(m_workspace->session()->deployment().location, m_folder)) {
        endWithoutOpening(StatusTone::Attention, tr("another deployment was opened instead"));
        return;
    }
    m_steps[OpeningStep].tone = StatusTone::Good;
    m_steps[OpeningStep].state = tr("done");
    for (int i = 0; i < m_imports.size(); ++i) {
        Step &step = m_steps[FirstImportStep + i];
        step.tone = StatusTone::Working;
        step.state = tr("waiting");
        step.job = m_workspace->submit(m_imports[i]);
    }
    setPhase(m_imports.isEmpty() ? Phase::Done : Phase::Importing);
}

// Made, but not to be opened: the wizard is over, the banner says why.
void NewDeploymentRun::handleOpenFailed(const QString &folder, const Error &error)
{
    if (m_phase == Phase::Opening && isSameFolder(folder, m_folder))
        endWithoutOpening(StatusTone::Bad, errorSentences(error));
}

// The imports are for the deployment that is open, which is not this one.
void NewDeploymentRun::endWithoutOpening(StatusTone tone, const QString &why)
{
    m_steps[OpeningStep].tone = tone;
    m_steps[OpeningStep].state = why;
    for (int i = FirstImportStep; i < m_steps.size(); ++i)
        m_steps[i].state = tr("skipped");
    setPhase(Phase::Done);
}

bool NewDeploymentRun::isAllDone() const
{
    const auto isDone = [this](const Step &step) {
        return &step == &m_steps[OpeningStep] ? step.tone == StatusTone::Good
                                              : step.outcome.has_value() && isSuccess(*step.outcome);
    };
    return m_phase == Phase::Done && std::all_of(m_steps.begin(), m_steps.end(), isDone);
}

QString NewDeploymentRun::problem() const
{
    QStringList problems;
    for (const Step &step : m_steps) {
        if (step.tone == StatusTone::Bad)
            problems.append(step.state);
    }
    if (m_phase == Phase::Failed) {
        if (problems.isEmpty())
            problems.append(tr("The making of the deployment was cancelled."));
        problems.append(tr("Nothing was left behind. Go back to change something, or try again."));
    }
    return problems.join(u' ');
}

void NewDeploymentRun::setPhase(Phase phase)
{
    m_phase = phase;
    Q_EMIT changed();
}

} // namespace cspool
