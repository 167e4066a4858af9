#include "backend/remoting/process/process_errors.h"

#include "backend/remoting/failure_text.h"
#include "model/message_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::ProcessErrors)
};

enum class Failure {
    SshMissing,
    PowerShellMissing,
    NotStarted,
    // What ssh says
    HostKeyChanged,
    HostKeyUnknown,
    SignInRefused,
    TooManyKeys,
    HostNotFound,
    PortClosed,
    NoAnswer,
    Unreachable,
    NoSubsystem,
    SshConfiguration,
    ConnectionClosed,
    // What the server does
    ServerPowerShellMissing,
    SshFailed,
    EndedAtOnce,
    Lost,
    NotRemoting,
    ServerError,
};
using enum Failure;

// %1 is the server, %2 the port, %3 a detail, %4 what ssh-keygen calls
// the server. Each text is a whole sentence.
struct Row
{
    Failure failure;
    ErrorCategory category;
    const char *id;
    const char *message;
    const char *action;
};

constexpr Row Rows[] = {
    {SshMissing, ErrorCategory::ObjectNotFound, "SshNotFound",
     QT_TRANSLATE_NOOP("cspool::ProcessErrors",
                       "The program ssh is not installed on this machine, or not in the PATH."),
     QT_TRANSLATE_NOOP("cspool::ProcessErrors",
                       "Install the OpenSSH client, or connect with an address that begins "
                       "with https://.")},
    {PowerShellMissing, ErrorCategory::ObjectNotFound, "PowerShellNotFound",
     QT_TRANSLATE_NOOP("cspool::ProcessErrors", "PowerShell is not installed on this machine, or not in the PATH."),
     QT_TRANSLATE_NOOP("cspool::ProcessErrors",
                       "Install PowerShell, or connect to a server: with an address that "
                       "begins with https:// or ssh://.")},
    {NotStarted, ErrorCategory::ResourceUnavailable, "ProcessNotStarted",
     QT_TRANSLATE_NOOP("cspool::ProcessErrors", "The program that leads to %1 could not be started: %3"),
     QT_TRANSLATE_NOOP("cspool::ProcessErrors", "Check that it can be run on this machine; then connect again.")},
    {HostKeyChanged, ErrorCategory::PermissionDenied, "HostKeyChanged",
     QT_TRANSLATE_NOOP("cspool::ProcessErrors",
                       "%1 shows another host key than the one that is known: it may be a "
                       "different machine that pretends to be this server."),
     QT_TRANSLATE_NOOP(
         "cspool::ProcessErrors",
         "Do not connect before whoever runs the server has confirmed the new key. Then remove the old one "
         "with ssh-keygen -R %4 and connect once with ssh in a terminal.")},
    {HostKeyUnknown, ErrorCategory::PermissionDenied, "HostKeyUnknown",
     QT_TRANSLATE_NOOP("cspool::ProcessErrors", "The host key of %1 is not known on this machine."),
     QT_TRANSLATE_NOOP("cspool::ProcessErrors",
                       "Connect once with ssh in a terminal, compare the key that it shows with "
                       "the server's, and accept it there.")},
    {SignInRefused, ErrorCategory::PermissionDenied, "SshSignInRefused",
     QT_TRANSLATE_NOOP("cspool::ProcessErrors", "%1 did not let you in: %3"),
     QT_TRANSLATE_NOOP("cspool::ProcessErrors",
                       "Check the user name in the address. Nothing is asked on this way: sign in with a key that an "
                       "agent holds (ssh-add) or with a Kerberos ticket (kinit), and try ssh in a terminal.")},
    {TooManyKeys, ErrorCategory::PermissionDenied, "SshTooManyKeys",
     QT_TRANSLATE_NOOP("cspool::ProcessErrors", "%1 broke off the sign-in after too many keys that it does not know."),
     QT_TRANSLATE_NOOP("cspool::ProcessErrors",
                       "Name the right key for this server in ~/.ssh/config, with IdentityFile "
                       "and IdentitiesOnly.")},
    {HostNotFound, ErrorCategory::ObjectNotFound, "HostNotFound",
     QT_TRANSLATE_NOOP("cspool::ProcessErrors", "There is no host with the name \"%1\"."),
     QT_TRANSLATE_NOOP("cspool::ProcessErrors",
                       "Check the name. If it is right, this computer's DNS does not know it: use the full name, or "
                       "connect to the network of the deployment first.")},
    {PortClosed, ErrorCategory::ResourceUnavailable, "PortClosed",
     QT_TRANSLATE_NOOP("cspool::ProcessErrors", "%1 is there, but no ssh server answers at its port %2."),
     QT_TRANSLATE_NOOP("cspool::ProcessErrors",
                       "Check on the server that its ssh service runs at this port, and that no "
                       "firewall refuses the connection.")},
    {NoAnswer, ErrorCategory::OperationTimeout, "NoAnswer",
     QT_TRANSLATE_NOOP("cspool::ProcessErrors", "%1 did not answer at port %2 within the time."),
     QT_TRANSLATE_NOOP("cspool::ProcessErrors",
                       "Check that the server runs and that no firewall between here and there swallows connections to "
                       "this port; then try again.")},
    {Unreachable, ErrorCategory::ResourceUnavailable, "HostUnreachable",
     QT_TRANSLATE_NOOP("cspool::ProcessErrors", "There is no way through the network to %1."),
     QT_TRANSLATE_NOOP("cspool::ProcessErrors",
                       "Check this computer's network connection, and a VPN where one is needed.")},
    {NoSubsystem, ErrorCategory::ObjectNotFound, "SshSubsystemMissing",
     QT_TRANSLATE_NOOP("cspool::ProcessErrors", "%1 lets you in, but offers no PowerShell Remoting over ssh."),
     QT_TRANSLATE_NOOP(
         "cspool::ProcessErrors",
         "Add the subsystem \"powershell\" to sshd_config on the server (Subsystem powershell … -sshs) and "
         "restart its ssh service, or connect with an address that begins with https://.")},
    {SshConfiguration, ErrorCategory::InvalidData, "SshConfigurationInvalid",
     QT_TRANSLATE_NOOP("cspool::ProcessErrors", "The configuration of ssh on this machine cannot be used: %3"),
     QT_TRANSLATE_NOOP("cspool::ProcessErrors", "Mend it in ~/.ssh or /etc/ssh; then connect again.")},
    {ConnectionClosed, ErrorCategory::ResourceUnavailable, "SshConnectionClosed",
     QT_TRANSLATE_NOOP("cspool::ProcessErrors", "%1 closed the connection before you were signed in: %3"),
     QT_TRANSLATE_NOOP("cspool::ProcessErrors",
                       "The server may be too busy, or not accept connections from this machine. Try again later, and "
                       "look into the log of its ssh service.")},
    {ServerPowerShellMissing, ErrorCategory::ObjectNotFound, "PowerShellNotFound",
     QT_TRANSLATE_NOOP("cspool::ProcessErrors", "The ssh service of %1 could not start PowerShell: %3"),
     QT_TRANSLATE_NOOP("cspool::ProcessErrors",
                       "Install PowerShell on the server, and check the path of the subsystem \"powershell\" in its "
                       "sshd_config.")},
    {SshFailed, ErrorCategory::ResourceUnavailable, "SshFailed",
     QT_TRANSLATE_NOOP("cspool::ProcessErrors", "The connection to %1 by ssh failed: %3"),
     QT_TRANSLATE_NOOP("cspool::ProcessErrors", "Try ssh in a terminal; when that works, connect again.")},
    {EndedAtOnce, ErrorCategory::ResourceUnavailable, "PowerShellEnded",
     QT_TRANSLATE_NOOP("cspool::ProcessErrors", "PowerShell on %1 ended instead of opening a session: %3"),
     QT_TRANSLATE_NOOP("cspool::ProcessErrors", "Start PowerShell there by hand to see what keeps it from running.")},
    {Lost, ErrorCategory::ResourceUnavailable, "ConnectionLost",
     QT_TRANSLATE_NOOP("cspool::ProcessErrors", "The connection to PowerShell on %1 was lost: %3"),
     QT_TRANSLATE_NOOP("cspool::ProcessErrors",
                       "What ran there may have ended before its time: connect again and look at the states of the "
                       "pools before you repeat it.")},
    {NotRemoting, ErrorCategory::InvalidData, "NoRemoting",
     QT_TRANSLATE_NOOP("cspool::ProcessErrors", "What answers on %1 is not PowerShell Remoting: %3"),
     QT_TRANSLATE_NOOP(
         "cspool::ProcessErrors",
         "Nothing but PowerShell may write to this connection: look for a start-up file of the user or of "
         "the shell on the server that prints something.")},
    {ServerError, ErrorCategory::ResourceUnavailable, "PowerShellFailed",
     QT_TRANSLATE_NOOP("cspool::ProcessErrors", "PowerShell on %1 cannot go on: %3"),
     QT_TRANSLATE_NOOP("cspool::ProcessErrors",
                       "Connect again; if it happens again, look into the server's event log.")},
};

// ssh speaks English whatever the language of the system; the first row that fits counts.
constexpr std::pair<const char *, Failure> SshWords[] = {
    {"REMOTE HOST IDENTIFICATION HAS CHANGED", HostKeyChanged},
    {"Host key verification failed", HostKeyUnknown},
    {"Could not resolve hostname", HostNotFound},
    {"Connection refused", PortClosed},
    {"Connection timed out", NoAnswer},
    {"Operation timed out", NoAnswer},
    {"No route to host", Unreachable},
    {"Network is unreachable", Unreachable},
    {"Too many authentication failures", TooManyKeys},
    {"Permission denied (", SignInRefused},
    {"subsystem request failed", NoSubsystem},
    {"Bad configuration option", SshConfiguration},
    {"Bad owner or permissions", SshConfiguration},
    {"kex_exchange_identification", ConnectionClosed},
    {"Connection closed by", ConnectionClosed},
    {"Connection reset by", ConnectionClosed},
};

constexpr int ExitOfSshItself = 255;
constexpr int ExitNotExecutable = 126;
constexpr int ExitNotFound = 127;
constexpr int SshPort = 22;
constexpr qsizetype QuotedLines = 3;

Error errorOf(Failure failure, const ConnectionSettings &settings, const QString &detail)
{
    const auto row
        = std::find_if(std::begin(Rows), std::end(Rows), [&](const Row &each) { return each.failure == failure; });
    Q_ASSERT(row != std::end(Rows));
    const QString &host = settings.url.host();
    const int port = settings.url.port(SshPort);
    const QString keyName = port == SshPort ? host : u"\"[%1]:%2\""_s.arg(host).arg(port);
    const QStringList values{settings.serverName(), QString::number(port), asQuotation(detail), keyName};
    const auto filled = [&values](const char *text) { return withValues(Text::tr(text), values); };
    return {row->category, QString::fromLatin1(row->id), filled(row->message), filled(row->action),
            settings.serverName()};
}

Failure failureOfSsh(const QStringList &errorLines, bool wasOpen)
{
    if (wasOpen)
        return Lost;
    const QString text = errorLines.join(u'\n');
    for (const auto &[words, failure] : SshWords) {
        if (text.contains(QLatin1StringView(words)))
            return failure;
    }
    return SshFailed;
}

Failure failureOf(const ConnectionSettings &settings, const ProcessEnding &ending, const QStringList &errorLines,
                  bool wasOpen)
{
    const bool isSsh = settings.url.scheme() == "ssh"_L1;
    switch (ending.kind) {
    case ProcessEnding::Kind::NotFound:
        return isSsh ? SshMissing : PowerShellMissing;
    case ProcessEnding::Kind::NotStarted:
        return NotStarted;
    case ProcessEnding::Kind::Crashed:
        return wasOpen ? Lost : isSsh ? SshFailed : EndedAtOnce;
    case ProcessEnding::Kind::Exited:
        break;
    }
    if (isSsh && ending.exitCode == ExitOfSshItself)
        return failureOfSsh(errorLines, wasOpen);
    if (isSsh && !wasOpen && (ending.exitCode == ExitNotFound || ending.exitCode == ExitNotExecutable))
        return ServerPowerShellMissing;
    return wasOpen ? Lost : EndedAtOnce;
}

// The last lines are the most telling ones.
QString quoted(const QStringList &errorLines)
{
    return inOneLine(errorLines.last(qMin(errorLines.size(), QuotedLines)).join(u'\n'));
}

QString detailOf(const ProcessEnding &ending, const QStringList &errorLines)
{
    if (ending.kind == ProcessEnding::Kind::NotStarted)
        return ending.reason;
    if (!errorLines.isEmpty())
        return quoted(errorLines);
    if (ending.kind == ProcessEnding::Kind::Crashed)
        return Text::tr("its process was ended.");
    return Text::tr("its process ended with the exit code %1.").arg(QString::number(ending.exitCode));
}

} // namespace

Error processError(const ConnectionSettings &settings, const ProcessEnding &ending, const QStringList &errorLines,
                   bool wasOpen)
{
    return errorOf(failureOf(settings, ending, errorLines, wasOpen), settings, detailOf(ending, errorLines));
}

Error processError(const ConnectionSettings &settings, const Error &protocolError, const QStringList &errorLines)
{
    const bool isServers = protocolError.id == "ServerError"_L1;
    const QString words = isServers ? forMessage(protocolError.message) : protocolError.message;
    return errorOf(isServers ? ServerError : NotRemoting, settings, inOneLine(words + u'\n' + quoted(errorLines)));
}

} // namespace cspool
