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
    AnswerLost, // it is not known whether the request was carried out
    Fault, // any other
};

// The error of a failure at `url`. `detail` is what the other side or the system said; some sentences quote it.
Error remoteError(RemoteFailure failure, const QUrl &url, const QString &detail = {});

// Which failure a fault, an HTTP status, or an error of the network is.
RemoteFailure failureOf(const WsmanFault &fault);
RemoteFailure failureOfStatus(int httpStatus);
RemoteFailure failureOf(QNetworkReply::NetworkError error);

Error faultError(const WsmanFault &fault, const QUrl &url);

} // namespace cspool
