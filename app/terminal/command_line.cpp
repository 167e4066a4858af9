#include "app/terminal/command_line.h"

#include "app/application_log.h"
#include "app/places.h"
#include "app/terminal/command_run.h"
#include "app/terminal/help_text.h"
#include "app/terminal/man_page.h"
#include "app/terminal/shell_completion.h"
#include "backend/lab/deployment.h"
#include "backend/lab/lab_session.h"
#include "backend/settings_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr auto NewDeployment = "New-Deployment"_L1;

// Runs that ended longer ago are forgotten, with their records.
constexpr int HistoryDays = 365;

} // namespace

CommandLine::CommandLine(ConnectFunction connect, PasswordStore *passwords)
    : m_connect(std::move(connect))
    , m_passwords(passwords)
    , m_reader(&readStandardInput)
{
}

int CommandLine::run(const QStringList &arguments)
{
    const Result<Invocation> invocation = parseInvocation(arguments);
    if (!invocation)
        return fail(u"cspool"_s, invocation.error(), ExitCode::Usage);
    m_invocation = *invocation;
    switch (m_invocation.action) {
    case Invocation::Action::RunCommand:
        return runCommand();
    case Invocation::Action::RunVerb:
        return runVerb();
    case Invocation::Action::ShowUsage:
        return show(usageText(terminalWidth(StandardStream::Output)));
    case Invocation::Action::ShowHelp:
        return showHelp(m_invocation.topic);
    case Invocation::Action::ShowVersion:
        return show(u"cspool "_s + QCoreApplication::applicationVersion() + u'\n');
    case Invocation::Action::ShowCompletion:
        return show(m_invocation.topic == "zsh"_L1 ? zshCompletion() : bashCompletion());
    case Invocation::Action::ShowManPage:
        return show(manPage());
    }
    return int(ExitCode::Usage);
}

int CommandLine::show(const QString &text)
{
    QString reason;
    if (writeStandard(StandardStream::Output, text.toUtf8(), &reason) != WriteResult::Failed)
        return int(ExitCode::Done);
    return fail(
        u"cspool"_s,
        {ErrorCategory::WriteError, u"OutputNotWritten"_s, tr("The output could not be written: %1.").arg(reason)},
        ExitCode::Failed);
}

int CommandLine::showHelp(const QString &topic)
{
    const int width = terminalWidth(StandardStream::Output);
    if (const CmdletInfo *info = findCmdlet(topic))
        return show(cmdletHelpText(*info, width));
    if (const VerbInfo *verb = findVerb(topic))
        return show(verbHelpText(*verb, width));
    const QString list = cmdletListText(topic, width);
    if (!list.isEmpty())
        return show(list);
    return fail(u"Get-Help"_s,
                {ErrorCategory::ObjectNotFound, u"HelpNotFound"_s, tr("There is no cmdlet \"%1\".").arg(topic),
                 tr("Run \"cspool Get-Help\" for a list of all cmdlets."), topic},
                ExitCode::Usage);
}

int CommandLine::runCommand()
{
    const Result<Command> command = bindArguments(m_invocation.words);
    if (!command) {
        const CmdletInfo *info = findCmdlet(m_invocation.words.first());
        return fail(info ? info->name : m_invocation.words.first(), withShellHint(command.error()), ExitCode::Usage);
    }
    const DeploymentKind kind = m_invocation.server ? DeploymentKind::Server : DeploymentKind::Lab;
    if (const Result<> valid = validate(*command, kind); !valid)
        return fail(command->cmdlet(), valid.error(), ExitCode::Usage);
    if (const Result<> log = openApplicationLog(Places::logs(), m_invocation.logLevel); !log)
        warn(log.error());
    openHistory();
    if (!m_invocation.server && command->cmdlet() == NewDeployment)
        return runIn(LabSession::withoutDeployment(), *command, false);
    ExitCode code = ExitCode::Failed;
    const std::shared_ptr<Session> session = openSession(command->cmdlet(), &code);
    if (!session)
        return int(code);
    if (m_invocation.server && !session->cmdletInfo(command->cmdlet())) {
        return fail(command->cmdlet(),
                    {ErrorCategory::ObjectNotFound, u"CmdletNotOffered"_s,
                     tr("%1 does not offer the cmdlet %2 to this user.")
                         .arg(m_invocation.server->settings.serverName(), command->cmdlet()),
                     tr("Sign in as somebody whose roles allow it.")},
                    ExitCode::Failed);
    }
    return runIn(session, *command, false);
}

std::shared_ptr<Session> CommandLine::openSession(const QString &subject, ExitCode *code)
{
    if (!m_invocation.server)
        return openLab(subject, code);
    Result<std::unique_ptr<Session>> session = connectToServers();
    if (session)
        return std::move(*session);
    *code = session.error().isStopped() ? ExitCode::Cancelled : ExitCode::Failed;
    fail(subject, session.error(), *code);
    return nullptr;
}

std::shared_ptr<Session> CommandLine::openLab(const QString &subject, ExitCode *code)
{
    bool isDefault = false;
    const QString folder = deploymentFolder(&isDefault);
    if (isDefault && !Deployment::exists(folder)) {
        *code = ExitCode(makeSampleDeployment(folder));
        if (*code != ExitCode::Done)
            return nullptr;
    }
    Result<std::unique_ptr<LabSession>> session = LabSession::open(folder, m_invocation.lockTimeout);
    if (session)
        return std::move(*session);
    *code = ExitCode::Failed;
    fail(subject, session.error(), *code);
    return nullptr;
}

Result<std::unique_ptr<Session>> CommandLine::connectToServers()
{
    const auto write = [](const QString &text) { writeStandard(StandardStream::Error, text.toUtf8()); };
    if (isTerminal(StandardStream::Error) && !m_invocation.isProgressHidden)
        write(tr("Connecting to %1…").arg(m_invocation.server->settings.serverName()) + u'\n');
    SettingsFile settings;
    const KnownServers known(&settings);
    ServerAccess::Parts parts{m_connect, m_passwords, &known, &m_reader, &m_interrupt, write};
    parts.canAsk = isTerminal(StandardStream::Input);
    ServerAccess access(*m_invocation.server, parts);
    QEventLoop loop;
    QObject::connect(&access, &ServerAccess::finished, &loop, &QEventLoop::quit, Qt::QueuedConnection);
    access.start();
    loop.exec();
    return access.takeResult();
}

// A shell that is given -Confirm:$false without quotes passes on "-Confirm:", which no message about the parameter
// alone would explain.
Error CommandLine::withShellHint(Error error) const
{
    for (const QString &word : m_invocation.words) {
        if (word.startsWith(u'-') && word.endsWith(u':')) {
            error.recommendedAction
                = tr("Quote a value with a dollar sign, as in '%1$false': the shell replaces $false "
                     "by nothing otherwise.")
                      .arg(word);
        }
    }
    return error;
}

QString CommandLine::deploymentFolder(bool *isDefault) const
{
    QString folder = m_invocation.deployment;
    if (folder.isEmpty())
        folder = qEnvironmentVariable("CSPOOL_DEPLOYMENT");
    *isDefault = folder.isEmpty();
    return *isDefault ? Places::defaultDeployment() : QDir::cleanPath(QDir().absoluteFilePath(folder));
}

// First use. A second process that does the same meanwhile waits, and finds the deployment.
int CommandLine::makeSampleDeployment(const QString &folder)
{
    const QString notice
        = tr("There is no deployment yet, so the sample deployment litwareinc.com is made in %1 first.")
              .arg(QDir::toNativeSeparators(folder));
    writeStandard(StandardStream::Error, QString(notice + u'\n').toUtf8());
    Command command(NewDeployment);
    command.set(u"Path"_s, folder);
    command.set(u"Sample"_s, true);
    const int code = runIn(LabSession::withoutDeployment(), command, true);
    return code == int(ExitCode::DoneWithWarnings) ? int(ExitCode::Done) : code;
}

// Without one the commands run all the same.
void CommandLine::openHistory()
{
    Result<std::unique_ptr<JobHistory>> history = JobHistory::open(Places::history());
    if (!history) {
        warn(history.error());
        return;
    }
    if (const Result<qint64> removed = (*history)->removeOlderThan(HistoryDays); !removed)
        warn(removed.error());
    m_history = std::make_unique<AsyncJobHistory>(std::move(*history));
}

int CommandLine::runIn(const std::shared_ptr<Session> &session, const Command &command, bool isQuiet)
{
    const CmdletInfo *info = findCmdlet(command.cmdlet());
    PrintStyle style = printStyle();
    style.isVerbose = command.isSwitchOn(u"Verbose");
    style.isQuiet = isQuiet;
    RecordPrinter printer(*info, style, &writeStandard);
    CommandRun run(session, m_history.get(), command, &printer, &m_reader, &m_interrupt);
    QEventLoop loop;
    QObject::connect(&run, &CommandRun::finished, &loop, &QEventLoop::quit, Qt::QueuedConnection);
    run.start();
    loop.exec();
    return run.exitCode();
}

int CommandLine::fail(const QString &cmdlet, const Error &error, ExitCode code)
{
    writeLog(LogLevel::Error, cmdlet + u": "_s + error.message);
    writeStandard(StandardStream::Error, errorText(cmdlet, error, printStyle()).toUtf8());
    return int(code);
}

void CommandLine::warn(const Error &error)
{
    writeLog(LogLevel::Warning, error.message);
    writeStandard(StandardStream::Error, warningText(error.message, error.recommendedAction, printStyle()).toUtf8());
}

PrintStyle CommandLine::printStyle() const
{
    const bool isErrorTerminal = isTerminal(StandardStream::Error);
    const bool isDumb = qEnvironmentVariable("TERM") == "dumb"_L1;
    PrintStyle style;
    style.isJson = m_invocation.isJson;
    style.isOutputTerminal = isTerminal(StandardStream::Output);
    style.outputWidth = terminalWidth(StandardStream::Output);
    style.errorWidth = terminalWidth(StandardStream::Error);
    style.hasColors = isErrorTerminal && !isDumb && qEnvironmentVariable("NO_COLOR").isEmpty();
    if (m_invocation.isProgressHidden)
        style.progress = ProgressDisplay::Style::Hidden;
    else if (isErrorTerminal && !isDumb && style.errorWidth > 0)
        style.progress = ProgressDisplay::Style::Bar;
    return style;
}

} // namespace cspool
