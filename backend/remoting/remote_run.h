// RemoteRun: one run of a cmdlet on a server, told from the events of its pipeline: records, steps, questions, outcome
// and the report.
#pragma once

#include "backend/remoting/host_prompt.h"
#include "backend/remoting/psrp/psrp_client.h"
#include "backend/remoting/remote_steps.h"
#include "backend/report/run_report.h"

#include <QElapsedTimer>

#include <functional>
#include <map>
#include <optional>

namespace cspool {

// One thread, the pipeline's own: begin() and finish() read and write files. No network.
class RemoteRun
{
public:
    using Sink = std::function<void(Record)>;

    // `command` is one that toPsrpCommand() accepts.
    RemoteRun(const Command &command, const CmdletInfo &info, const DeploymentInfo &deployment, Sink sink);

    // Before anything is sent: false when the report could not be written; finish() follows then.
    bool begin();
    // An event of the run's pipeline.
    void handle(const PsrpEvent &event);
    // The answer to a question; when the server's question is answered with it, what is to be sent.
    std::optional<HostPrompt> answer(const PromptAnswer &answer);
    // The administrator wants it to end.
    void setCancelled() { m_isCancelled = true; }
    // It could not be started. The run is over.
    void refuse(const Error &error);
    // The connection, the transport or the protocol failed while it ran: its end is unknown. The run is over.
    void lose(const Error &error);
    // The server was asked to stop and said nothing for too long. The run is over.
    void giveUp();

    bool isOver() const { return m_end.has_value(); }
    // Ends the steps, writes the error that ended it, the report and the FinishedRecord. Once, when it is over.
    void finish();

private:
    struct End
    {
        PipelineState state;
        std::optional<Error> error;
    };
    // What a record said last, so that the host call that says it again is not shown twice.
    struct Said
    {
        QString warning;
        QString verbose;
        QString information;
    };

    void write(RecordContent content);
    void writeOutput(const ClixmlValue &value);
    void writeRecord(const PipelineRecordReceived &received);
    void writeError(const Error &error);
    void writeWarning(const WarningRecord &warning);
    void writeProgress(const ProgressRecord &progress);
    void writeHostCall(const HostCall &call);
    void writeHostText(const QString &text, bool endsLine);
    void flushHostText();
    void ask(const HostPrompt &prompt);
    void noteAnswer(const PromptRequest &request, const PromptAnswer &answer);
    void end(const PipelineStateChanged &change);
    void endStopped(PipelineState state);
    bool mayStayInBetween() const;
    void noteReportOnServer(const QString &message);
    void noteRecovery();
    void noteLoss();
    Outcome outcome() const;
    StepResult stepResult(Outcome outcome) const;
    void writeReportOf(Outcome &outcome);
    bool isSuppressedBy(QStringView actionParameter) const;
    bool changesServer() const { return m_info.changesData && !m_command.isSwitchOn(u"WhatIf"); }

    const Command m_command;
    const CmdletInfo &m_info;
    const DeploymentInfo m_deployment;
    const Sink m_sink;
    RunReport m_report;
    RemoteSteps m_steps;
    QElapsedTimer m_clock;
    std::map<int, qint64> m_lastProgress; // running activities: id → monotonic milliseconds
    Said m_said;
    QString m_hostText; // a line that is not complete
    std::optional<HostPrompt> m_prompt; // the open question
    PromptRequest m_request; // what was asked of it last
    qint64 m_lastPromptId = 0;
    QString m_reportOnServer;
    QString m_writtenReport;
    std::optional<End> m_end;
    qint64 m_warningCount = 0;
    qint64 m_errorCount = 0;
    bool m_isCancelled = false;
    bool m_isInBetween = false; // it was to end, and may have moved a service by then
    bool m_wasDeclined = false;
    bool m_wasAccepted = false;
};

// The path of a report in a message of a genuine cmdlet ("Detailed results can be found at "C:\…\x.html"."); empty:
// none.
QString reportPathIn(const QString &message);

} // namespace cspool
