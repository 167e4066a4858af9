#include "backend/remoting/wsman/wsman_errors.h"

#include "backend/remoting/failure_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::WsmanErrors)
};

// %1 is the host, %2 the port, %3 the path, %4 the detail. Each text is a whole sentence.
struct Row
{
    RemoteFailure failure;
    ErrorCategory category;
    const char *id;
    const char *message;
    const char *action;
};

using enum RemoteFailure;

constexpr Row Rows[] = {
    {HostNotFound, ErrorCategory::ObjectNotFound, "HostNotFound",
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "There is no host with the name \"%1\"."),
     QT_TRANSLATE_NOOP("cspool::WsmanErrors",
                       "Check the name. If it is right, this computer's DNS does not know it: use the full name, or "
                       "connect to the network of the deployment first.")},
    {PortClosed, ErrorCategory::ResourceUnavailable, "PortClosed",
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "%1 is there, but nothing answers at its port %2."),
     QT_TRANSLATE_NOOP("cspool::WsmanErrors",
                       "Check on the server that IIS (or WinRM) runs and listens for HTTPS at this port, and that no "
                       "firewall refuses the connection.")},
    {Unreachable, ErrorCategory::ResourceUnavailable, "HostUnreachable",
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "There is no way through the network to %1."),
     QT_TRANSLATE_NOOP("cspool::WsmanErrors",
                       "Check this computer's network connection, and a VPN where one is needed.")},
    {NoAnswer, ErrorCategory::OperationTimeout, "NoAnswer",
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "%1 did not answer at port %2 within the time."),
     QT_TRANSLATE_NOOP("cspool::WsmanErrors",
                       "Check that the server runs and that no firewall between here and there swallows connections to "
                       "this port; then try again.")},
    {ConnectionLost, ErrorCategory::ResourceUnavailable, "ConnectionLost",
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "The connection to %1 was lost."),
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "Check the network and the server; then connect again.")},
    {ConnectionNotRecovered, ErrorCategory::ResourceUnavailable, "ConnectionNotRecovered",
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "The connection to %1 was lost and did not come back."),
     QT_TRANSLATE_NOOP("cspool::WsmanErrors",
                       "What ran there may still run or have ended: connect again and look at the states of the pools "
                       "before you repeat it.")},
    {EncryptionFailed, ErrorCategory::ResourceUnavailable, "EncryptionFailed",
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "%1 and this computer cannot agree on an encrypted connection: %4"),
     QT_TRANSLATE_NOOP(
         "cspool::WsmanErrors",
         "Check that port %2 is one for HTTPS, and that the server allows TLS 1.2 or later: older versions "
         "are not safe and are not used.")},
    {CertificateRefused, ErrorCategory::PermissionDenied, "CertificateRefused",
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "The certificate of %1 could not be verified: %4"),
     QT_TRANSLATE_NOOP(
         "cspool::WsmanErrors",
         "Install the issuer's certificate on this computer, or compare the fingerprint with the server's "
         "and trust this one certificate.")},
    {ProxyRefused, ErrorCategory::ResourceUnavailable, "ProxyRefused",
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "The proxy between this computer and %1 refuses the connection: %4"),
     QT_TRANSLATE_NOOP("cspool::WsmanErrors",
                       "Check the proxy's settings, or let this server be reached without one.")},
    {WrongPath, ErrorCategory::ObjectNotFound, "WrongPath",
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "%1 answers, but has nothing at \"%3\" (HTTP 404)."),
     QT_TRANSLATE_NOOP(
         "cspool::WsmanErrors",
         "Use https://POOL/OcsPowershell for a front end, or https://HOST:5986/wsman for a management server "
         "with WinRM.")},
    {NoRemoting, ErrorCategory::InvalidData, "NoRemoting",
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "What answers at \"%3\" on %1 is not PowerShell Remoting."),
     QT_TRANSLATE_NOOP(
         "cspool::WsmanErrors",
         "Use https://POOL/OcsPowershell for a front end, or https://HOST:5986/wsman for a management server "
         "with WinRM.")},
    {Redirected, ErrorCategory::InvalidOperation, "Redirected",
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "%1 sends this connection to another address: %4"),
     QT_TRANSLATE_NOOP("cspool::WsmanErrors",
                       "Connect to that address if you trust it; passwords are never sent on to another server.")},
    {RequestRefused, ErrorCategory::InvalidOperation, "RequestRefused",
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "%1 refuses the request: %4"),
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "Check the address, and the event log of the server.")},
    {ServerBusy, ErrorCategory::ResourceBusy, "ServerBusy",
     QT_TRANSLATE_NOOP("cspool::WsmanErrors",
                       "%1 is too busy to serve this connection now, or its service is stopped."),
     QT_TRANSLATE_NOOP("cspool::WsmanErrors",
                       "Try again in a few minutes. If it lasts, check on the server that the application pool of IIS "
                       "(or WinRM) runs.")},
    {ServerFailed, ErrorCategory::ResourceUnavailable, "ServerFailed",
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "%1 failed to serve the request: %4"),
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "Look into the event log of the server; then try again.")},
    {TooLarge, ErrorCategory::LimitsExceeded, "AnswerTooLarge",
     QT_TRANSLATE_NOOP("cspool::WsmanErrors",
                       "The answer of %1 is larger than any that was asked for, and was refused."),
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "Check the address: PowerShell Remoting does not answer like this.")},
    {NotAuthorized, ErrorCategory::PermissionDenied, "NotAuthorized",
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "%1 knows you, but does not let you in (HTTP 403)."),
     QT_TRANSLATE_NOOP("cspool::WsmanErrors",
                       "Have your account added to a group with a role that may use this server, such as "
                       "CsAdministrator or RTCUniversalServerAdmins, and sign in anew.")},
    {AuthenticationNotOffered, ErrorCategory::PermissionDenied, "AuthenticationNotOffered",
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "%1 does not take the chosen kind of sign-in; it takes: %4"),
     QT_TRANSLATE_NOOP("cspool::WsmanErrors",
                       "Choose one of these for the connection, or enable the other on the server.")},
    {NoTicketServer, ErrorCategory::ResourceUnavailable, "NoTicketServer",
     QT_TRANSLATE_NOOP("cspool::WsmanErrors",
                       "%1 takes only Kerberos, and no domain controller could be asked for a ticket: %4"),
     QT_TRANSLATE_NOOP("cspool::WsmanErrors",
                       "Check that this computer's DNS and /etc/krb5.conf know the domain, write the user name as "
                       "name@DOMAIN with the full name of the domain, or install gss-ntlmssp.")},
    {ServiceUnknown, ErrorCategory::ObjectNotFound, "ServiceUnknown",
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "Kerberos does not know the server %1: %4"),
     QT_TRANSLATE_NOOP("cspool::WsmanErrors",
                       "Connect with the full name under which the server is in the domain; or register the name as "
                       "HTTP/%1 with setspn.")},
    {ClockSkew, ErrorCategory::InvalidOperation, "ClockSkew",
     QT_TRANSLATE_NOOP("cspool::WsmanErrors",
                       "The clock of this computer and that of the domain differ too much for Kerberos to "
                       "sign in to %1."),
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "Set the clock of this computer (they may differ by five minutes).")},
    {PasswordExpired, ErrorCategory::PermissionDenied, "PasswordExpired",
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "The password has expired, so %1 lets nobody in as %4"),
     QT_TRANSLATE_NOOP("cspool::WsmanErrors",
                       "Change it, for example at a computer of the domain; then connect again.")},
    {AccountLocked, ErrorCategory::PermissionDenied, "AccountLocked",
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "The account is locked, disabled or expired, so %1 lets nobody in as %4"),
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "Have it enabled in the domain; then connect again.")},
    {SignInFailed, ErrorCategory::PermissionDenied, "SignInFailed",
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "Signing in to %1 failed: %4"),
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "Check the user name, the ticket (klist) and /etc/krb5.conf.")},
    {AccessDenied, ErrorCategory::PermissionDenied, "AccessDenied",
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "%1 does not allow you to run commands: %4"),
     QT_TRANSLATE_NOOP("cspool::WsmanErrors",
                       "Have your account added to a group with a role that may, such as CsAdministrator, or on a "
                       "management server to Remote Management Users; then sign in anew.")},
    {TooManyShells, ErrorCategory::LimitsExceeded, "TooManyShells",
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "%1 has too many open sessions of this user to open another."),
     QT_TRANSLATE_NOOP("cspool::WsmanErrors",
                       "End sessions that are not needed; those that were left behind end by themselves. The limit is "
                       "MaxShellsPerUser in the settings of WinRM.")},
    {TooManyOperations, ErrorCategory::LimitsExceeded, "TooManyOperations",
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "%1 has too many requests of this user at the same time."),
     QT_TRANSLATE_NOOP("cspool::WsmanErrors",
                       "Wait until what runs there has ended; then try again. The limit is "
                       "MaxConcurrentOperationsPerUser in the settings of WinRM.")},
    {QuotaExceeded, ErrorCategory::LimitsExceeded, "QuotaExceeded",
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "%1 refuses the request because a quota is used up: %4"),
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "Wait a few minutes; then try again.")},
    {TooManyUsers, ErrorCategory::LimitsExceeded, "TooManyUsers",
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "%1 has sessions of as many users as it allows."),
     QT_TRANSLATE_NOOP("cspool::WsmanErrors",
                       "Wait until somebody has left. The limit is MaxConcurrentUsers in the settings of WinRM.")},
    {RemotingDisabled, ErrorCategory::PermissionDenied, "RemotingDisabled",
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "%1 does not allow remote sessions: %4"),
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "Run Enable-PSRemoting on the server, or have its policy changed.")},
    {ConfigurationUnknown, ErrorCategory::ObjectNotFound, "ConfigurationUnknown",
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "%1 has no PowerShell to connect to at this address: %4"),
     QT_TRANSLATE_NOOP("cspool::WsmanErrors",
                       "Check the address. On a management server, Get-PSSessionConfiguration shows what there is, and "
                       "Enable-PSRemoting makes what is missing.")},
    {EnvelopeTooLarge, ErrorCategory::LimitsExceeded, "EnvelopeTooLarge",
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "%1 does not take messages as large as those that were sent."),
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "Raise MaxEnvelopeSizekb in the settings of WinRM to 500.")},
    {ShellGone, ErrorCategory::ResourceUnavailable, "ShellGone",
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "%1 has ended the session, or the command in it."),
     QT_TRANSLATE_NOOP("cspool::WsmanErrors",
                       "What ran in it may not have been finished: connect again and look at the states of the pools "
                       "before you repeat it.")},
    {ShellExpired, ErrorCategory::ResourceUnavailable, "ShellExpired",
     QT_TRANSLATE_NOOP(
         "cspool::WsmanErrors",
         "%1 has ended the session because it heard nothing from this computer for longer than it allows: "
         "%4"),
     QT_TRANSLATE_NOOP("cspool::WsmanErrors",
                       "Connect again. Commands that still ran were ended with the session: look at the states of the "
                       "pools before you repeat them.")},
    {ShellTaken, ErrorCategory::ResourceUnavailable, "ShellTaken",
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "Another client has taken over the session on %1."),
     QT_TRANSLATE_NOOP("cspool::WsmanErrors",
                       "What runs in it goes on, and is told to that client. Connect again, and look at the states of "
                       "the pools before you repeat anything.")},
    {NotResumable, ErrorCategory::ResourceUnavailable, "NotResumable",
     QT_TRANSLATE_NOOP("cspool::WsmanErrors",
                       "The connection to %1 was lost for a while, and this server does not hand over afterwards what "
                       "a command said: how it ended is not known."),
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "Look at the states of the pools before you repeat it.")},
    {CommandUnknown, ErrorCategory::ResourceUnavailable, "CommandUnknown",
     QT_TRANSLATE_NOOP("cspool::WsmanErrors",
                       "The connection to %1 was lost while a command was sent, and the server does not know the "
                       "command: most likely it never began."),
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "Look at the states of the pools before you repeat it.")},
    {AnswerLost, ErrorCategory::ResourceUnavailable, "AnswerLost",
     QT_TRANSLATE_NOOP("cspool::WsmanErrors",
                       "The connection to %1 was lost while a command was sent; it is not known whether it arrived."),
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "Look at the states of the pools before you repeat it.")},
    {Fault, ErrorCategory::NotSpecified, "WsmanFault", QT_TRANSLATE_NOOP("cspool::WsmanErrors", "%1 reports: %4"),
     QT_TRANSLATE_NOOP("cspool::WsmanErrors", "Look into the event log of the server.")},
};

} // namespace

Error remoteError(RemoteFailure failure, const QUrl &url, const QString &detail)
{
    const Row *row
        = std::find_if(std::begin(Rows), std::end(Rows), [failure](const Row &r) { return r.failure == failure; });
    Q_ASSERT(row != std::end(Rows));
    constexpr int HttpsPort = 443;
    const QStringList values{url.host(), QString::number(url.port(HttpsPort)),
                             url.path().isEmpty() ? u"/"_s : url.path(), asQuotation(detail)};
    const auto filled = [&values](const char *text) { return withValues(Text::tr(text), values); };
    return {row->category, QString::fromLatin1(row->id), filled(row->message), filled(row->action), url.host()};
}

Error faultError(const WsmanFault &fault, const QUrl &url)
{
    QString detail = fault.reason;
    if (detail.isEmpty() && fault.code != 0)
        detail = Text::tr("error %1.").arg(QString::number(fault.code));
    return remoteError(failureOf(fault), url, detail);
}

} // namespace cspool
