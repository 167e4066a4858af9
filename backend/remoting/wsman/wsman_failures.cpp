// Which failure a fault, an HTTP status, or an error of the network is.
#include "backend/remoting/wsman/wsman_errors.h"

namespace cspool {

using namespace Qt::StringLiterals;

using enum RemoteFailure;

// Numbers: wsmerror.h of Windows, MS-WSMV 2.2.4.43; below 65536 those of Windows itself.
RemoteFailure failureOf(const WsmanFault &fault)
{
    switch (fault.code) {
    case WsmanFault::AccessDenied:
    case 2147942405: // the same as an HRESULT
    case 2150858806: // failed authentication
    case 2150859183: // not allowed by the permissions of the configuration
        return AccessDenied;
    case WsmanFault::ShellNotFound:
    case 2150858813: // invalid selectors
    case 2150858845: // of the shell's selector
    case 2150859082: // shell already closed
    case 2150859087: // command already closed
    case 2150859212: // command terminated
    case WsmanFault::OperationAborted:
    case 1223: // cancelled
        return ShellGone;
    case 2150859206: // of another session of the client
    case 2150859213: // connected to a different client
        return ShellTaken;
    case 2150859205: // disconnecting a shell is not supported
        return NotResumable;
    case WsmanFault::OperationTimedOut:
    case 2150859046: // within the server's network
        return NoAnswer;
    case 2150859173: // of a user
    case 2150859236: // of the server
    case 2150859238: // of a plug-in
        return TooManyShells;
    case 2150859174:
    case 2150859239: // of a plug-in
    case 2150859240: // of a user
    case 2150859241: // commands in a shell
        return TooManyOperations;
    case 2150859179:
    case 2150859237: // of a plug-in
        return TooManyUsers;
    case 2150858815: // a limit
    case 2150859175: // the load of the user
    case 2150859176: // the load of the server
    case 2150859242: // of a plug-in
        return QuotaExceeded;
    case 2150859180: // remote shells are not allowed
    case 2150859229: // remote access is disabled
    case 2150859235: // connections from other computers are not allowed
        return RemotingDisabled;
    case 2150858752: // resource not found
    case 2150858754: // invalid URI
    case 2150858811: // invalid resource URI
    case 2150859002: // no such resource
        return ConfigurationUnknown;
    case 2150858790: // the envelope is too large
    case 2150858805: // encoding limit
    case 2150858823: // of the answer
    case 2150858824: // exceeded
    case 2150858825: // of the server
    case 2150859025: // HTTP 413
        return EnvelopeTooLarge;
    case 2150858770: // destination unreachable
    case 2150858772: // endpoint unavailable
    case 2150859026: // HTTP 503
        return ServerBusy;
    case 2150859027: // HTTP 404
        return WrongPath;
    case 2150859161: // the plug-in wants another server to be asked
        return Redirected;
    default:
        return fault.subcode.endsWith("AccessDenied"_L1) ? AccessDenied : Fault;
    }
}

ReconnectFault reconnectFaultOf(const WsmanFault &fault)
{
    switch (fault.code) {
    case 2150859204: // shell is disconnected already
    case 2150859214: // disconnected, though not gracefully
    case 2150859215: // disconnecting is not valid in this state
    case 2150859216: // reconnecting the shell is not valid in this state
    case 2150859219: // nor the command
    case 2150859224:
        return ReconnectFault::NotDisconnected;
    case 2150858753: // invalid action
    case 2150858771: // action not supported
    case 2150858818: // unsupported feature
        return ReconnectFault::NotSupported;
    default:
        break;
    }
    switch (failureOf(fault)) {
    case ShellGone:
        return ReconnectFault::Gone;
    case ShellTaken:
        return ReconnectFault::Taken;
    case NotResumable:
        return ReconnectFault::NotSupported;
    case NoAnswer:
    case ServerBusy:
    case TooManyOperations:
    case QuotaExceeded:
        return ReconnectFault::Temporary;
    default:
        break;
    }
    const bool isUnsupported
        = fault.subcode.endsWith("ActionNotSupported"_L1) || fault.subcode.endsWith("UnsupportedFeature"_L1);
    return isUnsupported ? ReconnectFault::NotSupported : ReconnectFault::Other;
}

RemoteFailure failureOfStatus(int httpStatus)
{
    switch (httpStatus) {
    case 403:
        return NotAuthorized;
    case 404:
    case 410:
        return WrongPath;
    case 400:
    case 405:
    case 411:
    case 415:
    case 501:
        return NoRemoting;
    case 407:
        return ProxyRefused;
    case 408:
    case 504:
        return NoAnswer;
    case 413:
        return EnvelopeTooLarge;
    case 429:
    case 503:
        return ServerBusy;
    default:
        break;
    }
    if (httpStatus >= 500)
        return ServerFailed;
    if (httpStatus >= 400)
        return RequestRefused;
    return httpStatus >= 300 ? Redirected : NoRemoting;
}

RemoteFailure failureOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return HostNotFound;
    case QNetworkReply::ConnectionRefusedError:
        return PortClosed;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError: // how the transfer time-out of a request ends it
        return NoAnswer;
    case QNetworkReply::SslHandshakeFailedError:
        return EncryptionFailed;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return ProxyRefused;
    case QNetworkReply::UnknownNetworkError:
    case QNetworkReply::NetworkSessionFailedError:
        return Unreachable;
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        return NoRemoting;
    default:
        return ConnectionLost;
    }
}

} // namespace cspool
