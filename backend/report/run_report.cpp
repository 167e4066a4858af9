#include "backend/report/run_report.h"

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

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::RunReport)
};

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

Error refusalOf(ErrorCategory category, const QString &message, const QString &path)
{
    return {category, u"ReportPathInvalid"_s, message,
            Text::tr("Name another file with -Report, or leave -Report out: the report then goes to the temporary "
                     "folder."),
            path};
}

Result<> checkPlace(const QString &path, bool isNamedAsFolder)
{
    const QFileInfo file(path);
    if (file.isDir() || isNamedAsFolder) {
        return refusalOf(ErrorCategory::InvalidArgument,
                         Text::tr("The report cannot be written to %1: that is a folder.").arg(path), path);
    }
    if (!QFileInfo(file.path()).isDir()) {
        return refusalOf(
            ErrorCategory::ObjectNotFound,
            Text::tr("The report cannot be written to %1: the folder %2 does not exist.").arg(path, file.path()), path);
    }
    return {};
}

// A backup whose report cannot be written should say so before it begins.
Result<> checkFile(const QString &path, bool isPreview)
{
    const QFileInfo file(path);
    // A device must not be replaced by a file.
    if (file.exists() && !file.isFile()) {
        return refusalOf(ErrorCategory::InvalidArgument,
                         Text::tr("The report cannot be written to %1: that is not an ordinary file.").arg(path), path);
    }
    // With -WhatIf an existing report is not touched, so it need not be writable.
    if (isPreview && file.exists())
        return {};
    if (const QString reason = reasonNotWritable(path); !reason.isEmpty()) {
        return refusalOf(ErrorCategory::WriteError,
                         Text::tr("The report cannot be written to %1: %2").arg(path, reason), path);
    }
    return {};
}

ReportTree frameOf(const Command &command, const CmdletInfo &info, const DeploymentInfo &deployment,
                   const QDateTime &started)
{
    ReportTree frame;
    frame.title = info.name;
    frame.commandLine = render(command);
    frame.user = currentUserName();
    frame.machine = QSysInfo::machineHostName();
    frame.programVersion = QStringLiteral(CSPOOL_VERSION);
    frame.deployment = deployment;
    frame.started = started;
    frame.notIncluded = info.notIncluded;
    if (const QString pool = command.string(u"PoolFqdn"); !pool.isEmpty())
        frame.facts.append({Text::tr("Pool"), pool});
    return frame;
}

} // namespace

RunReport::RunReport(const Command &command, const CmdletInfo &info, const DeploymentInfo &deployment,
                     const QDateTime &started)
    : m_command(command)
    , m_isWanted(info.writesReport)
    , m_started(started)
    , m_recorder(frameOf(command, info, deployment, started))
{
}

Result<> RunReport::prepare(const std::function<QString(const QString &path)> &refusal)
{
    if (!m_isWanted)
        return {};
    const QString asked = m_command.string(u"Report");
    const QString path = asked.isEmpty()
        ? defaultReportPath(m_command.cmdlet(), m_command.string(u"PoolFqdn"), m_started)
        : QDir::current().absoluteFilePath(asked);
    if (const Result<> place = checkPlace(path, asked.endsWith(u'/')); !place)
        return place;
    if (const QString reason = refusal ? refusal(path) : QString(); !reason.isEmpty())
        return refusalOf(ErrorCategory::InvalidArgument, reason, path);
    if (const Result<> file = checkFile(path, m_command.isSwitchOn(u"WhatIf")); !file)
        return file;
    m_path = QDir::cleanPath(path);
    return {};
}

void RunReport::setFact(const QString &name, const QString &value)
{
    if (!value.isEmpty())
        m_recorder.setFact(name, value);
}

QString RunReport::keptReason() const
{
    if (!m_command.isSwitchOn(u"WhatIf") || !QFileInfo::exists(m_path))
        return {};
    return Text::tr("What if: The existing report %1 stays as it is.").arg(m_path);
}

Result<> RunReport::write(Outcome outcome)
{
    return writeReport(m_recorder.finish(outcome, QDateTime::currentDateTimeUtc()), m_path);
}

} // namespace cspool
