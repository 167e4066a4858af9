#include "backend/remoting/wsman/http_lane.h"

#include "backend/remoting/wsman/certificate_check.h"
#include "backend/remoting/wsman/wsman_errors.h"

#include <QAuthenticator>
#include <QHostInfo>

namespace cspool {

using namespace Qt::StringLiterals;

// What is called by a reply. Qt may delete it in the thread of the request, under locks of its own, when the reply is
// deleted in this one; tests/tsan.supp knows it by this name.
template <typename... Arguments> struct ReplySlot
{
    std::function<void(const Arguments &...)> call;
    void operator()(const Arguments &...arguments) const { call(arguments...); }
};

namespace {

// A body that can be read once. QNetworkAccessManager sends a request again by itself when the connection is cut before
// an answer; a command must not be carried out twice, and that the answer to a Receive was lost must not go unnoticed.
class OnceDevice : public QIODevice
{
public:
    OnceDevice(const QByteArray &data, QObject *parent)
        : QIODevice(parent)
        , m_data(data)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }
    bool seek(qint64) override { return false; } // not again from the start
    qint64 bytesAvailable() const override { return m_data.size() - m_position + QIODevice::bytesAvailable(); }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        if (m_position >= m_data.size())
            return -1;
        const qint64 size = std::min<qint64>(maxSize, m_data.size() - m_position);
        memcpy(data, m_data.constData() + m_position, size_t(size));
        m_position += size;
        return size;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const QByteArray m_data;
    qint64 m_position = 0;
};

bool mayBeRepeated(WsmanOperation operation)
{
    return operation == WsmanOperation::Signal || operation == WsmanOperation::Delete
        || operation == WsmanOperation::Disconnect || operation == WsmanOperation::Reconnect;
}

// Errors of the network are below these, and do not come from a status.
bool isHttpStatus(QNetworkReply::NetworkError error)
{
    return error >= QNetworkReply::ContentAccessDenied && error != QNetworkReply::ProtocolFailure;
}

// From what stands before the server, or while its service is being started anew.
bool isPassingStatus(int status)
{
    return status == 408 || status == 429 || (status >= 502 && status <= 504);
}

} // namespace

HttpLane::HttpLane(const ConnectionSettings &settings, std::shared_ptr<SignIn> signIn, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_signIn(std::move(signIn))
{
    m_network.setAutoDeleteReplies(false);
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_connectTimer.setSingleShot(true);
    connect(&m_connectTimer, &QTimer::timeout, this, [this] {
        if (m_reply)
            m_reply->abort();
    });
    connect(&m_network, &QNetworkAccessManager::authenticationRequired, this,
            [this](QNetworkReply *, QAuthenticator *authenticator) { authenticate(authenticator); });
}

HttpLane::~HttpLane()
{
    forgetReply();
}

void HttpLane::send(const WsmanRequest &request, const Limits &limits)
{
    m_waiting.push_back({request, limits});
    if (!m_current)
        QMetaObject::invokeMethod(this, &HttpLane::startNext, Qt::QueuedConnection);
}

std::vector<WsmanRequest> HttpLane::takeWaiting()
{
    std::vector<WsmanRequest> requests;
    for (Job &job : m_waiting)
        requests.push_back(std::move(job.request));
    m_waiting.clear();
    return requests;
}

void HttpLane::abort()
{
    m_waiting.clear();
    m_current.reset();
    m_context.reset();
    m_isSignedIn = false; // the connection is gone with the reply
    forgetReply();
}

void HttpLane::forgetReply()
{
    if (!m_reply)
        return;
    m_connectTimer.stop();
    m_reply->deleteLater(); // which ends it; abort() warns of a body that can be read once
    m_reply = nullptr;
}

void HttpLane::startNext()
{
    if (m_current || m_waiting.empty())
        return;
    m_current = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_isRenewed = false;
    begin();
}

void HttpLane::begin()
{
    m_hasSentCredentials = false;
    m_isTooLarge = false;
    m_certificateProblem.reset();
    if (m_signIn->wantsPassword() || m_signIn->wasRefused())
        return wantPassword();
    if (m_signIn->kind() == Authentication::Negotiate && !m_isSignedIn) {
        m_context = Negotiator::makeContext();
        return negotiate({});
    }
    post(m_signIn->kind() == Authentication::Basic ? m_signIn->basicHeader() : QByteArray());
}

void HttpLane::negotiate(const QByteArray &input)
{
    const std::shared_ptr<Negotiator::Context> context = m_context;
    m_signIn->negotiator().step(context, input, this, [this, context](const Negotiator::Step &step) {
        if (m_current && m_context == context) // not aborted meanwhile
            continueNegotiation(step);
    });
}

void HttpLane::continueNegotiation(const Negotiator::Step &step)
{
    using Problem = Negotiator::Problem;
    if (!step.problem) {
        if (step.token.isEmpty()) // nothing more to say, and the server is not content
            return wantPassword();
        m_hasSentCredentials = true;
        return post("Negotiate " + step.token.toBase64());
    }
    const auto failWith = [this](RemoteFailure failure, const QString &detail) {
        fail({remoteError(failure, m_settings.url, detail)});
    };
    switch (*step.problem) {
    case Problem::NoTicket:
        return ifHostExists([this] { wantPassword(); });
    case Problem::PasswordRefused:
        m_hasSentCredentials = true;
        return wantPassword();
    case Problem::NoKdc:
        if (m_signIn->user().isEmpty()) {
            m_signIn->setKerberosDetail(step.detail);
            return ifHostExists([this] { wantPassword(); });
        }
        m_signIn->useNtlm(step.detail);
        return begin();
    case Problem::ServiceUnknown:
        return ifHostExists([=, detail = step.detail] { failWith(RemoteFailure::ServiceUnknown, detail); });
    case Problem::ClockSkew:
        return failWith(RemoteFailure::ClockSkew, step.detail);
    case Problem::PasswordExpired:
        return failWith(RemoteFailure::PasswordExpired, m_signIn->principal());
    case Problem::AccountLocked:
        return failWith(RemoteFailure::AccountLocked, m_signIn->principal());
    case Problem::Other:
        return failWith(RemoteFailure::SignInFailed, step.detail);
    }
}

// Kerberos knows nothing of a host that there is not; but then it is the host's name that is wrong.
void HttpLane::ifHostExists(std::function<void()> next)
{
    const std::shared_ptr<Negotiator::Context> context = m_context;
    QHostInfo::lookupHost(m_settings.url.host(), this, [this, context, next = std::move(next)](const QHostInfo &found) {
        if (!m_current || m_context != context) // aborted meanwhile
            return;
        if (found.addresses().isEmpty())
            fail({remoteError(RemoteFailure::HostNotFound, m_settings.url), true, false});
        else
            next();
    });
}

QNetworkRequest HttpLane::networkRequest(const QByteArray &authorization) const
{
    QNetworkRequest request(m_settings.url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/soap+xml;charset=UTF-8"_s);
    request.setHeader(QNetworkRequest::UserAgentHeader, u"CsPoolConsole/" CSPOOL_VERSION ""_s);
    request.setRawHeader("Accept-Encoding", "identity");
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false); // NTLM and SPNEGO are of HTTP/1.1
    request.setTransferTimeout(int(m_current->limits.timeout.count()));
    if (m_signIn->kind() != Authentication::Ntlm) {
        // What is signed in, and how, is decided here alone.
        request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    }
    if (!authorization.isEmpty())
        request.setRawHeader("Authorization", authorization);
    return request;
}

void HttpLane::post(const QByteArray &authorization)
{
    QNetworkRequest request = networkRequest(authorization);
    const QByteArray &body = m_current->request.body;
    // The network access manager itself repeats a request to sign in with NTLM.
    const bool signsIn = m_signIn->kind() == Authentication::Ntlm && (!m_isSignedIn || m_isRenewed);
    if (!signsIn && !mayBeRepeated(m_current->request.operation)) {
        request.setHeader(QNetworkRequest::ContentLengthHeader, body.size());
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        auto *device = new OnceDevice(body, nullptr);
        m_reply = m_network.post(request, device);
        device->setParent(m_reply);
    } else {
        m_reply = m_network.post(request, body);
    }
    watch();
}

// A reply that was given up is passed over.
void HttpLane::watch()
{
    m_wasSent = false;
    m_connectTimer.start(std::min(m_current->limits.connecting, m_current->limits.timeout));
    QNetworkReply *const reply = m_reply;
    connect(reply, &QNetworkReply::encrypted, this, ReplySlot<>{[this, reply] {
                if (reply == m_reply)
                    m_connectTimer.stop();
            }});
    connect(reply, &QNetworkReply::requestSent, this, ReplySlot<>{[this, reply] {
                if (reply == m_reply) {
                    m_wasSent = true;
                    m_connectTimer.stop(); // over a connection that was there
                }
            }});
    connect(reply, &QNetworkReply::sslErrors, this, ReplySlot<QList<QSslError>>{[this, reply](const auto &errors) {
                if (reply == m_reply)
                    checkCertificate(errors);
            }});
    connect(reply, &QNetworkReply::downloadProgress, this,
            ReplySlot<qint64, qint64>{[this, reply](auto received, auto total) {
                if (reply == m_reply && m_current && std::max(received, total) > m_current->limits.maxAnswer) {
                    m_isTooLarge = true;
                    reply->abort();
                }
            }});
    connect(reply, &QNetworkReply::finished, this, ReplySlot<>{[this] { finish(); }}, Qt::QueuedConnection);
}

// Answered here and now: the question whether to trust travels with the failure, and another attempt follows it.
void HttpLane::checkCertificate(const QList<QSslError> &errors)
{
    const QSslCertificate certificate = m_reply->sslConfiguration().peerCertificate();
    if (hasFingerprint(certificate, m_settings.trustedFingerprint))
        m_reply->ignoreSslErrors();
    else
        m_certificateProblem = certificateProblem(m_settings.url.host(), certificate, errors);
}

// Asked again within a request, the credentials were refused: left alone, the request fails.
void HttpLane::authenticate(QAuthenticator *authenticator)
{
    if (m_hasSentCredentials || m_signIn->kind() != Authentication::Ntlm || m_signIn->wasRefused())
        return;
    // Only Basic and Digest have a realm. Answered, Basic would get the password itself, which NTLM never shows.
    if (!authenticator->realm().isEmpty())
        return;
    m_hasSentCredentials = true;
    authenticator->setUser(m_signIn->ntlmUser());
    authenticator->setPassword(m_signIn->password());
}

void HttpLane::finish()
{
    if (!m_reply || !m_reply->isFinished() || !m_current) // of a reply that was given up
        return;
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    m_connectTimer.stop();
    reply->deleteLater();
    const QNetworkReply::NetworkError error = reply->error();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_isTooLarge)
        return fail({remoteError(RemoteFailure::TooLarge, m_settings.url)});
    if (status == 401)
        return finishUnauthorized(reply->rawHeader("WWW-Authenticate"));
    if (status == 0 || (error != QNetworkReply::NoError && !isHttpStatus(error)))
        return finishConnectionFailure(error, reply->errorString());
    // A fault comes with status 500, sometimes with others.
    const Result<WsmanResponse> response = WsmanShell::parse(reply->readAll());
    if (response && (status == 200 || response->fault))
        return succeed(*response);
    QString words = reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString();
    if (status >= 300 && status < 400)
        words = reply->header(QNetworkRequest::LocationHeader).toUrl().toDisplayString(QUrl::RemoveUserInfo);
    else if (status != 200)
        words = u"HTTP %1 %2"_s.arg(QString::number(status), words).trimmed();
    const bool isRefused = (status >= 300 && status < 500) || status == 503;
    fail({remoteError(failureOfStatus(status), m_settings.url, words), false, !isRefused, {}, isPassingStatus(status)});
}

void HttpLane::finishUnauthorized(const QByteArray &headers)
{
    const Challenge challenge = Challenge::parse(headers);
    const bool isNegotiating = m_signIn->kind() == Authentication::Negotiate;
    if (isNegotiating && m_hasSentCredentials && !challenge.negotiateToken.isEmpty())
        return negotiate(challenge.negotiateToken);
    const bool wasSignedIn = std::exchange(m_isSignedIn, false);
    if (wasSignedIn && !m_isRenewed && m_signIn->kind() != Authentication::Basic)
        return renew();
    m_network.clearAccessCache();
    const QString wanted = m_signIn->kind() == Authentication::Basic ? u"basic"_s : u"ntlm"_s;
    const QString offered = challenge.schemes.join(u", "_s);
    if (isNegotiating ? !challenge.schemes.contains(u"negotiate"_s) : !challenge.schemes.contains(wanted)) {
        const bool onlyKerberos
            = m_settings.authentication == Authentication::Negotiate && challenge.schemes.contains(u"negotiate"_s);
        return fail({remoteError(onlyKerberos ? RemoteFailure::NoTicketServer : RemoteFailure::AuthenticationNotOffered,
                                 m_settings.url, onlyKerberos ? m_signIn->kerberosDetail() : offered)});
    }
    m_hasSentCredentials = true;
    wantPassword();
}

// The server closed the connection that was signed in, and met a new one that is not.
void HttpLane::renew()
{
    m_isRenewed = true;
    m_network.clearConnectionCache();
    begin();
    if (m_signIn->kind() == Authentication::Ntlm)
        m_hasSentCredentials = true; // by the network access manager, which knows them now
}

void HttpLane::finishConnectionFailure(QNetworkReply::NetworkError error, const QString &words)
{
    m_isSignedIn = false;
    m_network.clearConnectionCache();
    if (m_certificateProblem) {
        return fail(
            {remoteError(RemoteFailure::CertificateRefused, m_settings.url, m_certificateProblem->reasons.join(u' ')),
             false, false, *m_certificateProblem});
    }
    const RemoteFailure failure = error == QNetworkReply::NoError ? RemoteFailure::ConnectionLost : failureOf(error);
    const bool isConnection = failure != RemoteFailure::EncryptionFailed && failure != RemoteFailure::NoRemoting;
    // The error does not tell: a connection that is refused may be the second, after the first was cut.
    fail({remoteError(failure, m_settings.url, words), isConnection, m_wasSent});
}

void HttpLane::wantPassword()
{
    if (m_hasSentCredentials)
        m_signIn->setRefused();
    const PasswordWanted wanted = m_signIn->passwordWanted();
    const Error error{ErrorCategory::PermissionDenied, u"PasswordWanted"_s, wanted.reason, {}, m_settings.url.host()};
    // From the event loop, also when nothing was sent.
    QMetaObject::invokeMethod(
        this,
        [this, error, wanted] {
            if (m_current)
                fail({error, false, false, wanted});
        },
        Qt::QueuedConnection);
}

void HttpLane::succeed(const WsmanResponse &response)
{
    m_isSignedIn = true;
    m_context.reset();
    const WsmanRequest request = m_current->request;
    m_current.reset();
    QMetaObject::invokeMethod(this, &HttpLane::startNext, Qt::QueuedConnection);
    Q_EMIT answered(request, response); // may abort or destroy this lane
}

void HttpLane::fail(const LaneFailure &failure)
{
    m_context.reset();
    const WsmanRequest request = m_current->request;
    m_current.reset();
    if (!failure.isConnection)
        QMetaObject::invokeMethod(this, &HttpLane::startNext, Qt::QueuedConnection);
    Q_EMIT failed(request, failure);
}

} // namespace cspool
