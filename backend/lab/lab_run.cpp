#include "backend/lab/lab_run.h"

#include "backend/lab/lab_cmdlet.h"
#include "backend/report/run_report.h"

#include <QCoreApplication>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct LabRunText
{
    Q_DECLARE_TR_FUNCTIONS(cspool::LabRun)
};

void refuse(const CommandRuntime::Sink &sink, const Error &error)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    sink({now, ErrorRecord{error, true, false}});
    sink({now, FinishedRecord{Outcome::Failed, {}, {}}});
}

// One run of a valid command of a registered cmdlet.
class Execution
{
public:
    Execution(const LabRun &run, const Command &command, const CmdletInfo &info, const CommandRuntime::Sink &sink,
              const StopToken &stop, PromptBox *promptBox)
        : m_run(run)
        , m_sink(sink)
        , m_report(command, info, run.deployment, QDateTime::currentDateTimeUtc())
        , m_runtime(
              command, info, [this](Record record) { send(std::move(record)); }, stop, promptBox)
        , m_context(run.deploymentFolder, m_runtime, run.lockTimeout)
    {
    }

    void execute(LabCmdletFunction function)
    {
        const Result<> prepared = m_report.prepare([this](const QString &path) { return refusalOf(path); });
        m_context.setReportPath(m_report.path());
        Outcome outcome = m_runtime.finish(prepared ? function(m_context) : prepared);
        if (!m_report.path().isEmpty())
            writeReportOf(outcome);
        m_sink({QDateTime::currentDateTimeUtc(), FinishedRecord{outcome, m_writtenReport, {}}});
    }

private:
    void send(Record record)
    {
        m_report.record(record);
        m_sink(std::move(record));
    }

    QString refusalOf(const QString &path) const
    {
        if (m_run.deploymentFolder.isEmpty() || !isInsideDeployment(path, m_run.deploymentFolder))
            return {};
        return LabRunText::tr("The report cannot be written to %1: that is inside of the deployment's own folder.")
            .arg(path);
    }

    void writeReportOf(Outcome &outcome)
    {
        if (const QString reason = m_report.keptReason(); !reason.isEmpty()) {
            m_runtime.writeHost(reason);
            return;
        }
        m_report.setFact(LabRunText::tr("Topology read from"), m_context.topologySource());
        m_report.setFact(LabRunText::tr("Backup pool"), m_context.backupPool());
        const QList<ReportFact> facts = m_context.reportFacts();
        for (const ReportFact &fact : facts)
            m_report.setFact(fact.name, fact.value);
        if (const Result<> written = m_report.write(outcome); !written) {
            send({QDateTime::currentDateTimeUtc(),
                  WarningRecord{written.error().message, written.error().recommendedAction, false}});
            if (outcome == Outcome::Succeeded)
                outcome = Outcome::SucceededWithWarnings;
            return;
        }
        m_writtenReport = m_report.path();
    }

    const LabRun &m_run;
    const CommandRuntime::Sink &m_sink;
    QString m_writtenReport;
    RunReport m_report;
    CommandRuntime m_runtime;
    LabContext m_context;
};

} // namespace

const CmdletInfo *findLabCmdletInfo(QStringView name)
{
    const CmdletInfo *info = findCmdlet(name);
    return info && info->availability != Availability::ServerOnly && findLabCmdlet(info->name) ? info : nullptr;
}

void runLabCommand(const LabRun &run, const Command &command, const CommandRuntime::Sink &sink, const StopToken &stop,
                   PromptBox *promptBox)
{
    const CmdletInfo *info = findLabCmdletInfo(command.cmdlet());
    if (!info) {
        refuse(sink,
               {ErrorCategory::ObjectNotFound, u"CommandNotFoundException"_s,
                LabRunText::tr("The term '%1' is not the name of a cmdlet that a lab deployment has.")
                    .arg(command.cmdlet()),
                LabRunText::tr("Get-Help lists the cmdlets."), command.cmdlet()});
        return;
    }
    if (const Result<> valid = validate(command); !valid) {
        refuse(sink, valid.error());
        return;
    }
    Execution(run, command, *info, sink, stop, promptBox).execute(findLabCmdlet(info->name));
}

} // namespace cspool
