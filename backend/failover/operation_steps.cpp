// OperationWork: running steps, and looking at what is true afterwards.
#include "backend/failover/operation_work.h"

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

StepEnded endOf(const QString &step, const JobInfo &job)
{
    return {step,          job.id, job.outcome, job.message, job.reportPath, job.serverReportPath, job.warningCount,
            job.errorCount};
}

bool isSame(const StepFinding &a, const StepFinding &b)
{
    return a.state == b.state && a.text == b.text && a.nextCommandLines == b.nextCommandLines;
}

} // namespace

// --- running --------------------------------------------------------------------------------------------------------

Result<Command> OperationWork::commandOf(const FailoverStep &step) const
{
    Result<Command> command = parseCommand(step.commandLine);
    if (!command)
        return command;
    const CmdletInfo *info = m_parts.session->cmdletInfo(command->cmdlet());
    if (!info || !failoverCmdlets().contains(command->cmdlet(), Qt::CaseInsensitive)) {
        return Error{ErrorCategory::ObjectNotFound, u"CommandNotFoundException"_s,
                     tr("The deployment does not offer %1 here.").arg(command->cmdlet()),
                     tr("Run the command on a server of the deployment, then say here that it was run there."),
                     command->cmdlet()};
    }
    const Result<> valid = validate(*command, m_parts.session->deployment().kind);
    return valid ? command : Result<Command>(valid.error());
}

// What has come to light since the steps were found.
Result<> OperationWork::checkRunnable(const OperationStep &step) const
{
    const OperationBegun &begun = state.begun();
    const FailoverFacts &facts = m_survey->facts();
    if (facts.pools.isKnown() && facts.backupPool() != begun.backupPool) {
        return Error{ErrorCategory::InvalidOperation, u"PairChanged"_s,
                     tr("The step was not run: %1 is no longer paired with %2, as it was when the operation began.")
                         .arg(begun.goal.pool, begun.backupPool),
                     tr("End this operation, look at the readiness of the pool, and begin a new one."),
                     begun.goal.pool};
    }
    if (step.lastStart && !step.lastEnd && step.lastStart->job == m_jobElsewhere) {
        return Error{ErrorCategory::ResourceBusy, u"StepStillRuns"_s,
                     tr("The step was not run again: another process still runs its command, as the job history "
                        "tells."),
                     tr("Wait for its end, then look again."), step.lastStart->commandLine};
    }
    return {};
}

void OperationWork::runCurrentStep()
{
    const int current = state.currentStep();
    if (current < 0)
        return;
    const FailoverStep step = state.steps().at(current).step;
    if (step.commandLine.isEmpty()) {
        verify(current);
    } else if (step.runsHere) {
        const Result<> runnable = checkRunnable(state.steps().at(current));
        const Result<Command> command = runnable ? commandOf(step) : Result<Command>(runnable.error());
        if (command)
            startJob(current, *command);
        else
            Q_EMIT q->stepRefused(command.error());
    }
}

void OperationWork::startJob(int step, const Command &command)
{
    // Known before, so that the record never lacks the job of a command that was started.
    const QUuid job = QUuid::createUuid();
    const StepStarted started{state.steps().at(step).step.id(), render(command), job};
    writeBefore({started}, [this, step, command, job] {
        m_written[step].reset();
        m_job = job;
        m_parts.jobs->submit(m_parts.session, command, job);
        const QPointer<OperationWork> alive(this);
        become(Activity::Running, step);
        if (alive)
            Q_EMIT q->jobSubmitted(job);
    });
}

void OperationWork::takeJobsEnd(const QUuid &job)
{
    if (m_activity != Activity::Running || job != m_job)
        return;
    const std::optional<JobInfo> info = m_parts.jobs->job(job);
    if (info)
        record(endOf(state.steps().at(m_step).step.id(), *info));
    verify(m_step);
}

void OperationWork::stop()
{
    switch (m_activity) {
    case Activity::Running:
        m_parts.jobs->cancel(m_job);
        return;
    case Activity::Verifying:
        if (m_pause.isActive()) {
            m_pause.stop();
            lookAtAll();
        } else if (std::exchange(m_looksLeft, 0) == 0) {
            m_survey->stop(); // at the second time; before, the look that is under way is still of use
        }
        return;
    case Activity::Looking:
        m_survey->stop();
        return;
    case Activity::None:
    case Activity::Writing:
    case Activity::Ending:
        return;
    }
}

// --- looking --------------------------------------------------------------------------------------------------------

void OperationWork::verify(int step)
{
    m_looksLeft = patience / interval;
    look(factsOf(state.steps().at(step).step));
    become(Activity::Verifying, step);
}

void OperationWork::look(const QList<FailoverFact> &facts)
{
    m_wanted = facts;
    m_survey->read(facts);
}

void OperationWork::lookAtAll()
{
    look(factsOfAllSteps());
    become(Activity::Looking);
}

QList<FailoverFact> OperationWork::factsOfAllSteps() const
{
    QList<FailoverFact> all;
    for (const OperationStep &step : state.steps()) {
        QList<FailoverFact> facts = factsOf(step.step);
        if (isOfThePool(step.step) && !step.isReached())
            facts.append(FailoverFact::Preview);
        for (const FailoverFact fact : std::as_const(facts)) {
            if (!all.contains(fact))
                all.append(fact);
        }
    }
    return all;
}

void OperationWork::takeLook()
{
    if (m_wanted.isEmpty() || m_survey->isReading())
        return; // the end of an earlier one
    for (const FailoverFact fact : std::exchange(m_wanted, {}))
        m_known.insert(fact);
    judge();
    if (m_activity == Activity::Verifying) {
        const OperationStep &step = state.steps().at(m_step);
        if (!step.isReached() && m_looksLeft > 0 && isWorthWaitingFor(step)) {
            --m_looksLeft;
            m_pause.start(interval);
            Q_EMIT q->changed();
        } else {
            lookAtAll(); // the step may have changed what is true of the others
        }
    } else if (m_activity == Activity::Looking) {
        settleInterrupted();
    } else if (m_activity == Activity::Ending) {
        finishEnd();
    }
}

// A command that has failed, or was cancelled, and has left everything as it was, changes nothing any more.
bool OperationWork::isWorthWaitingFor(const OperationStep &step) const
{
    if (m_parts.session->connectionState().kind == ConnectionState::Kind::Lost)
        return false;
    return !step.lastEnd || step.hasRun() || step.finding.state != StepFinding::State::NotReached;
}

StepFinding OperationWork::findingOf(int index) const
{
    const OperationStep &step = state.steps().at(index);
    FailoverFacts facts = m_survey->facts();
    const bool isPreviewOfThis = std::exchange(facts.goal, state.begun().goal) == state.begun().goal;
    StepFinding finding = findingFor(step.step, facts);
    // What has come up since the steps were found: another Edge pool that leads to the pool, for example.
    if (isOfThePool(step.step) && index == state.currentStep() && isPreviewOfThis && facts.preview.error
        && finding.state == StepFinding::State::NotReached) {
        finding.text = tr("%1 Asked with -WhatIf, the deployment says that it cannot be done now: %2 %3")
                           .arg(finding.text, facts.preview.error->message, facts.preview.error->recommendedAction)
                           .trimmed();
    }
    return finding;
}

void OperationWork::judge()
{
    for (int i = 0; i < state.steps().size(); ++i) {
        const FailoverStep step = state.steps().at(i).step;
        const QList<FailoverFact> facts = factsOf(step);
        if (!std::all_of(facts.begin(), facts.end(), [this](FailoverFact fact) { return m_known.contains(fact); }))
            continue;
        const StepFinding finding = findingOf(i);
        if (m_written.at(i) && isSame(*m_written.at(i), finding)) {
            state.setFinding(i, finding);
        } else {
            m_written[i] = finding;
            record(StepVerified{step.id(), finding});
        }
    }
}

// --- what another process had begun ---------------------------------------------------------------------------------

void OperationWork::settleInterrupted()
{
    const QList<OperationStep> &steps = state.steps();
    const auto open = std::find_if(steps.begin(), steps.end(),
                                   [](const OperationStep &step) { return step.lastStart && !step.lastEnd; });
    if (open == steps.end()) {
        become(Activity::None);
        return;
    }
    const int index = int(open - steps.begin());
    m_job = open->lastStart->job;
    if (const std::optional<JobInfo> job = m_parts.jobs->job(m_job)) {
        const QPointer<OperationWork> alive(this);
        become(Activity::Running, index);
        if (!alive)
            return;
        if (job->state == JobState::Finished)
            takeJobsEnd(m_job);
        else
            Q_EMIT q->jobSubmitted(m_job);
    } else if (m_parts.history) {
        m_parts.history->jobs(state.begun().deployment.id, std::numeric_limits<int>::max(), this,
                              [this, index](const Result<QList<JobInfo>> &jobs) { settleFromHistory(index, jobs); });
    } else {
        settleFromHistory(index, QList<JobInfo>());
    }
}

void OperationWork::settleFromHistory(int index, const Result<QList<JobInfo>> &jobs)
{
    const QString step = state.steps().at(index).step.id();
    const bool isServer = state.begun().deployment.kind == DeploymentKind::Server;
    const JobInfo *job = nullptr;
    m_jobElsewhere = {};
    for (int i = 0; jobs && i < jobs->size() && !job; ++i) {
        if (jobs->at(i).id == m_job)
            job = &jobs->at(i);
    }
    if (!jobs) {
        state.setNote(index,
                      tr("The job history could not be read, so it is not known whether the command still runs: %1")
                          .arg(jobs.error().message));
    } else if (!job) {
        record(StepEnded{step, m_job, Outcome::Interrupted,
                         tr("The operation was interrupted when the command was about to start. The job history does "
                            "not tell whether it was started.")});
    } else if (job->state != JobState::Finished) {
        m_jobElsewhere = m_job;
        state.setNote(index, tr("Another process still runs the command, as the job history tells."));
    } else if (job->outcome == Outcome::Interrupted) {
        StepEnded end = endOf(step, *job);
        end.message = isServer ? tr("The process that ran the command is gone. The server may still be at work on it.")
                               : tr("The process that ran the command is gone, and the command with it.");
        record(end);
    } else {
        record(endOf(step, *job));
    }
    become(Activity::None);
}

} // namespace cspool
