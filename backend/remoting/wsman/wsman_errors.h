// What goes wrong between here and a server, said to an administrator: what is wrong, and what to do.
#pragma once

#include "backend/remoting/wsman/wsman_shell.h"
#include "model/result.h"

#include <QNetworkReply>
#include <QUrl>

namespace cspool {

enum class RemoteFailure {
    // The way to the server
    HostNotFound,
    PortClosed,
    Unreachable,
    NoAnswer, // within the time
    ConnectionLost,
    ConnectionNotRecovered,
    EncryptionFailed,
    CertificateRefused,
    ProxyRefused,
    // The door
    WrongPath,
    NoRemoting, // something else answers there
    Redirected,
    RequestRefused, // HTTP status that nobody expects
    ServerBusy,
    ServerFailed,
    TooLarge, // an answer beyond all measure
    // The person
    NotAuthorized,
    AuthenticationNotOffered,
    NoTicketServer, // Kerberos is all that is taken, and no KDC can be asked
    ServiceUnknown, // the KDC knows no such server
    ClockSkew,
    PasswordExpired,
    AccountLocked,
    SignInFailed, // GSSAPI says no for another reason
    // The shell
    AccessDenied,
    TooManyShells,
    TooManyOperations,
    QuotaExceeded,
    TooManyUsers,
    RemotingDisabled,
    ConfigurationUnknown,
    EnvelopeTooLarge,
    ShellGone,
    ShellExpired, // nobody had asked it for anything for too long; detail: how long that is
    ShellTaken, // by another client
    NotResumable, // the server gives nothing back after a lost connection
    CommandUnknown, // it was sent, its answer lost, and the server does not know it
    AnswerLost, // it is not known whether the request was carried out
    Fault, // any other
};

// The error of a failure at `url`. `detail` is what the other side or the system said; some sentences quote it.
Error remoteError(RemoteFailure failure, const QUrl &url, const QString &detail = {});

// Which failure a fault, an HTTP status, or an error of the network is.
RemoteFailure failureOf(const WsmanFault &fault);
RemoteFailure failureOfStatus(int httpStatus);
RemoteFailure failureOf(QNetworkReply::NetworkError error);

// What a fault says of a shell, or a command in it, that is to be got back after a lost connection.
enum class ReconnectFault {
    NotDisconnected, // it was not lost there: it is asked on as before
    NotSupported, // WinRM 2, or a plug-in of its own: nothing can be got back
    Gone,
    Taken,
    Temporary, // too busy, or not ready: to be tried again
    Other, // what it means is not known; the next Receive tells
};
ReconnectFault reconnectFaultOf(const WsmanFault &fault);

Error faultError(const WsmanFault &fault, const QUrl &url);

} // namespace cspool
