// How a RemoteRun ends: what the server said of it, what is not known, its outcome and its report.
#include "backend/remoting/psrp/psrp_records.h"
#include "backend/remoting/remote_command.h"
#include "backend/remoting/remote_run.h"

#include <QCoreApplication>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::RemoteRun)
};

} // namespace

void RemoteRun::refuse(const Error &error)
{
    if (!m_end)
        m_end = End{PipelineState::Failed, error};
}

void RemoteRun::lose(const Error &error)
{
    if (m_end)
        return;
    Error lost = error;
    if (const QString look = lookingCommand(m_command, m_info); changesServer() && !look.isEmpty()) {
        lost.recommendedAction
            = Text::tr(
                  "Whether %1 still runs on the server or has ended is not known. To find out, run \"%2\" (in a new "
                  "session, if this one is lost), and look at the server's own report, before you run it once more.")
                  .arg(m_info.name, look);
    } else if (changesServer()) {
        lost.recommendedAction
            = Text::tr("Whether %1 still runs on the server or has ended is not known. Connect again and look at the "
                       "state of the pools, and at the server's own report, before you run it once more.")
                  .arg(m_info.name);
    }
    m_isInBetween = m_isCancelled && mayStayInBetween();
    if (m_isCancelled && !m_isInBetween)
        writeWarning({lost.message, lost.recommendedAction, false});
    m_end = End{PipelineState::Failed, lost};
}

void RemoteRun::noteRecovery()
{
    if (!m_end && changesServer()) {
        write(InformationRecord{
            Text::tr(
                "The connection to the server was lost and is back; %1 ran on there meanwhile. If nothing more comes "
                "of it, the server may wait for the answer to a question that was lost: cancel it then.")
                .arg(m_info.name),
            true});
    }
}

// What changes something goes on to its end, of which the server tells, and is not called a clean success; what was
// read is not to be relied on.
void RemoteRun::noteLoss()
{
    if (m_end)
        return;
    const QString message
        = Text::tr("A part of what %1 said may be missing, because the connection to the server was lost "
                   "while it was told.")
              .arg(m_info.name);
    if (changesServer()) {
        const QString look = lookingCommand(m_command, m_info);
        writeWarning({message,
                      look.isEmpty() ? Text::tr("Look at the server's own report.")
                                     : Text::tr("Look at the server's own report, and run \"%1\".").arg(look),
                      false});
    } else {
        m_end = End{
            PipelineState::Failed,
            Error{ErrorCategory::ResourceUnavailable, u"OutputIncomplete"_s, message, Text::tr("Run it again."), {}}};
    }
}

void RemoteRun::giveUp()
{
    if (m_end)
        return;
    writeWarning({Text::tr("The server was asked to stop %1 and has not confirmed that it did.").arg(m_info.name),
                  Text::tr("It may go on there for a while. Look at the state of the pools before you run it again."),
                  false});
    endStopped(PipelineState::Stopped);
}

// Of a cmdlet that moves a service. Before its question was answered it has not begun.
bool RemoteRun::mayStayInBetween() const
{
    const bool hasBegun = !m_prompt || m_wasAccepted;
    return m_info.hasPointOfNoReturn && changesServer() && hasBegun;
}

// Nobody knows how far it had come there, so that it is not called cancelled where it may have moved something.
void RemoteRun::endStopped(PipelineState state)
{
    m_end = End{state, std::nullopt};
    m_isInBetween = mayStayInBetween();
    if (!m_isInBetween)
        return;
    const QString look = lookingCommand(m_command, m_info);
    m_end->error = Error{
        ErrorCategory::NotSpecified, u"StoppedInBetween"_s,
        Text::tr("%1 was stopped before it had ended. What it had changed by then stays: nothing is taken back.")
            .arg(m_info.name),
        look.isEmpty() ? Text::tr("Look at the state of the pools before you run it again.")
                       : Text::tr("Run \"%1\" to see what is true now, before you run it again.").arg(look)};
}

void RemoteRun::end(const PipelineStateChanged &change)
{
    switch (change.state) {
    case PipelineState::Completed:
        m_end = End{change.state, std::nullopt};
        return;
    case PipelineState::Stopped:
    case PipelineState::Failed:
        break;
    default:
        return;
    }
    const std::optional<Error> reason
        = change.reason ? std::optional(decodeErrorRecord(*change.reason, true).error) : std::nullopt;
    if (change.state == PipelineState::Failed || !m_isCancelled) {
        const QString sentence = change.state == PipelineState::Stopped
            ? Text::tr("The server stopped %1 before it had ended.").arg(m_info.name)
            : Text::tr("%1 failed on the server, which does not say why.").arg(m_info.name);
        Error error{ErrorCategory::NotSpecified, u"PipelineStopped"_s, sentence,
                    Text::tr("Look at the server's event log and at its own report.")};
        if (reason && !reason->isStopped())
            error = *reason;
        else if (reason && change.state == PipelineState::Failed)
            error.message = reason->message; // its category would hide it, as the person's own doing
        m_end = End{change.state, error};
    } else {
        endStopped(change.state);
    }
}

Outcome RemoteRun::outcome() const
{
    if (m_end->state != PipelineState::Completed)
        return m_isCancelled && !m_isInBetween ? Outcome::Cancelled : Outcome::Failed;
    if (m_command.isSwitchOn(u"WhatIf"))
        return Outcome::Previewed;
    if (m_wasDeclined && !m_wasAccepted)
        return Outcome::Skipped;
    return m_warningCount + m_errorCount > 0 ? Outcome::SucceededWithWarnings : Outcome::Succeeded;
}

StepResult RemoteRun::stepResult(Outcome outcome) const
{
    switch (outcome) {
    case Outcome::Failed:
        return StepResult::Failed;
    case Outcome::Cancelled:
        return StepResult::Cancelled;
    case Outcome::Skipped:
        return StepResult::Skipped;
    case Outcome::SucceededWithWarnings:
        return StepResult::SucceededWithWarnings;
    default:
        return StepResult::Succeeded;
    }
}

void RemoteRun::finish()
{
    flushHostText();
    Outcome outcome = this->outcome();
    const bool hasFailed = outcome == Outcome::Failed && m_end->error;
    m_steps.end(stepResult(outcome), hasFailed ? m_end->error->message : QString());
    for (const auto &[activity, lastShown] : m_lastProgress)
        write(ProgressRecord{.activityId = activity, .activity = {}, .isCompleted = true});
    m_lastProgress.clear();
    if (hasFailed) {
        noteReportOnServer(m_end->error->message);
        write(ErrorRecord{*m_end->error, true, false});
    }
    if (!m_report.path().isEmpty())
        writeReportOf(outcome);
    m_sink({QDateTime::currentDateTimeUtc(), FinishedRecord{outcome, m_writtenReport, m_reportOnServer}});
}

void RemoteRun::writeReportOf(Outcome &outcome)
{
    if (const QString reason = m_report.keptReason(); !reason.isEmpty()) {
        write(InformationRecord{reason, true});
        return;
    }
    m_report.setFact(Text::tr("Report on the server"), m_reportOnServer);
    if (const Result<> written = m_report.write(outcome); !written) {
        write(WarningRecord{written.error().message, written.error().recommendedAction, false});
        if (outcome == Outcome::Succeeded)
            outcome = Outcome::SucceededWithWarnings;
        return;
    }
    m_writtenReport = m_report.path();
}

} // namespace cspool
