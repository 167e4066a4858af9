#include "backend/lab/lab_run.h"

#include "backend/lab/lab_cmdlet.h"
#include "backend/report/report_html.h"
#include "backend/user_name.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QSysInfo>

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

// Tries what writing will do, and leaves the file as it is; empty when it works.
QString reasonNotWritable(const QString &path)
{
    QFile file(path);
    const bool isNew = !file.exists();
    // Under its own name as well: on Linux QSaveFile begins with a file without one.
    if (!file.open(isNew ? QIODevice::WriteOnly | QIODevice::NewOnly : QIODevice::ReadWrite | QIODevice::ExistingOnly))
        return file.errorString();
    if (isNew)
        file.remove();
    QSaveFile replacement(path);
    if (!replacement.open(QIODevice::WriteOnly))
        return replacement.errorString();
    replacement.cancelWriting();
    return {};
}

// A backup whose report cannot be written should say so before it begins.
Result<QString> checkedReportPath(const LabRun &run, const Command &command, const QDateTime &started)
{
    const auto refusal = [](ErrorCategory category, const QString &message, const QString &path) {
        return Error{category, u"ReportPathInvalid"_s, message,
                     LabRunText::tr("Name another file with -Report, or leave -Report out: the report then goes to the "
                                    "temporary folder."),
                     path};
    };
    const QString asked = command.string(u"Report");
    const QString path = asked.isEmpty() ? defaultReportPath(command.cmdlet(), command.string(u"PoolFqdn"), started)
                                         : QDir::current().absoluteFilePath(asked);
    const QFileInfo file(path);
    if (file.isDir() || asked.endsWith(u'/')) {
        return refusal(ErrorCategory::InvalidArgument,
                       LabRunText::tr("The report cannot be written to %1: that is a folder.").arg(path), path);
    }
    if (!QFileInfo(file.path()).isDir()) {
        return refusal(
            ErrorCategory::ObjectNotFound,
            LabRunText::tr("The report cannot be written to %1: the folder %2 does not exist.").arg(path, file.path()),
            path);
    }
    if (!run.deploymentFolder.isEmpty() && isInsideDeployment(path, run.deploymentFolder)) {
        return refusal(
            ErrorCategory::InvalidArgument,
            LabRunText::tr("The report cannot be written to %1: that is inside of the deployment's own folder.")
                .arg(path),
            path);
    }
    // A device must not be replaced by a file.
    if (file.exists() && !file.isFile()) {
        return refusal(ErrorCategory::InvalidArgument,
                       LabRunText::tr("The report cannot be written to %1: that is not an ordinary file.").arg(path),
                       path);
    }
    // With -WhatIf an existing report is not touched, so it need not be writable.
    if (!(command.isSwitchOn(u"WhatIf") && file.exists())) {
        if (const QString reason = reasonNotWritable(path); !reason.isEmpty()) {
            return refusal(ErrorCategory::WriteError,
                           LabRunText::tr("The report cannot be written to %1: %2").arg(path, reason), path);
        }
    }
    return QDir::cleanPath(path);
}

ReportTree reportFrame(const LabRun &run, const Command &command, const CmdletInfo &info, const QDateTime &started)
{
    ReportTree frame;
    frame.title = info.name;
    frame.commandLine = render(command);
    frame.user = currentUserName();
    frame.machine = QSysInfo::machineHostName();
    frame.programVersion = QStringLiteral(CSPOOL_VERSION);
    frame.deployment = run.deployment;
    frame.started = started;
    frame.notIncluded = info.notIncluded;
    if (const QString pool = command.string(u"PoolFqdn"); !pool.isEmpty())
        frame.facts.append({LabRunText::tr("Pool"), pool});
    return frame;
}

// One run of a valid command of a registered cmdlet.
class Execution
{
public:
    Execution(const LabRun &run, const Command &command, const CmdletInfo &info, const CommandRuntime::Sink &sink,
              const StopToken &stop, PromptBox *promptBox)
        : m_run(run)
        , m_command(command)
        , m_info(info)
        , m_sink(sink)
        , m_started(QDateTime::currentDateTimeUtc())
        , m_recorder(reportFrame(run, command, info, m_started))
        , m_runtime(
              command, info, [this](Record record) { send(std::move(record)); }, stop, promptBox)
        , m_context(run.deploymentFolder, m_runtime, run.lockTimeout)
    {
    }

    void execute(LabCmdletFunction function)
    {
        const Result<> result = prepareReport() ? function(m_context) : Result<>(m_reportError);
        Outcome outcome = m_runtime.finish(result);
        if (!m_context.reportPath().isEmpty())
            writeReportOf(outcome);
        m_sink({QDateTime::currentDateTimeUtc(), FinishedRecord{outcome, m_writtenReport, {}}});
    }

private:
    void send(Record record)
    {
        m_recorder.record(record);
        m_sink(std::move(record));
    }

    bool prepareReport()
    {
        if (!m_info.writesReport)
            return true;
        const Result<QString> path = checkedReportPath(m_run, m_command, m_started);
        if (!path) {
            m_reportError = path.error();
            return false;
        }
        m_context.setReportPath(*path);
        return true;
    }

    void writeReportOf(Outcome &outcome)
    {
        const QString path = m_context.reportPath();
        if (m_runtime.isWhatIf() && QFileInfo::exists(path)) {
            m_runtime.writeHost(LabRunText::tr("What if: The existing report %1 stays as it is.").arg(path));
            return;
        }
        if (!m_context.topologySource().isEmpty())
            m_recorder.setFact(LabRunText::tr("Topology read from"), m_context.topologySource());
        if (const QString backupPool = m_context.backupPool(); !backupPool.isEmpty())
            m_recorder.setFact(LabRunText::tr("Backup pool"), backupPool);
        const QList<ReportFact> facts = m_context.reportFacts();
        for (const ReportFact &fact : facts)
            m_recorder.setFact(fact.name, fact.value);
        const Result<> written = writeReport(m_recorder.finish(outcome, QDateTime::currentDateTimeUtc()), path);
        if (written) {
            m_writtenReport = path;
            return;
        }
        send({QDateTime::currentDateTimeUtc(),
              WarningRecord{written.error().message, written.error().recommendedAction, false}});
        if (outcome == Outcome::Succeeded)
            outcome = Outcome::SucceededWithWarnings;
    }

    const LabRun &m_run;
    const Command &m_command;
    const CmdletInfo &m_info;
    const CommandRuntime::Sink &m_sink;
    const QDateTime m_started;
    Error m_reportError;
    QString m_writtenReport;
    ReportRecorder m_recorder;
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
