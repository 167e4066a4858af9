// HttpLane: one connection to a server, with one request under way.
#pragma once

#include "backend/remoting/psrp_transport.h"
#include "backend/remoting/wsman/authentication.h"
#include "backend/remoting/wsman/wsman_shell.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>
#include <vector>

namespace cspool {

struct LaneFailure
{
    Error error;
    bool isConnection = false; // the network's, not the server's: it may be tried again
    bool mayHaveArrived = true; // the request at the server, which may have carried it out
    PsrpTransport::Wanted wanted = {};
    bool isPassing = false; // the server's, for the time being: it is too busy, or its service is being started
};

// Lives in the thread of its transport. Requests are sent in the order in which they were given, each after the answer
// to the one before. NTLM and SPNEGO authenticate a connection, so each lane has a network access manager of its own:
// with one request under way it keeps to one connection. Signals come from the event loop.
class HttpLane : public QObject
{
    Q_OBJECT

public:
    struct Limits
    {
        std::chrono::milliseconds timeout; // without a byte from the server
        std::chrono::milliseconds connecting; // until there is an encrypted connection; no longer than `timeout`
        qsizetype maxAnswer = 16 * 1024 * 1024; // bytes
    };

    // `signIn` is shared with the other lanes.
    HttpLane(const ConnectionSettings &settings, std::shared_ptr<SignIn> signIn, QObject *parent = nullptr);
    ~HttpLane() override;

    void send(const WsmanRequest &request, const Limits &limits);
    bool isIdle() const { return !m_current && m_waiting.empty(); }
    // What has not been begun, to be sent later or never. After a failure of the connection nothing is begun by itself.
    std::vector<WsmanRequest> takeWaiting();
    // Forgets what waits, and ends what is under way without an answer to it.
    void abort();

Q_SIGNALS:
    void answered(const cspool::WsmanRequest &request, const cspool::WsmanResponse &response);
    void failed(const cspool::WsmanRequest &request, const cspool::LaneFailure &failure);

private:
    struct Job
    {
        WsmanRequest request;
        Limits limits;
    };

    void startNext();
    void begin();
    void negotiate(const QByteArray &input);
    void ifHostExists(std::function<void()> next);
    void continueNegotiation(const Negotiator::Step &step);
    void post(const QByteArray &authorization);
    QNetworkRequest networkRequest(const QByteArray &authorization) const;
    void watch();
    void checkCertificate(const QList<QSslError> &errors);
    void authenticate(QAuthenticator *authenticator);
    void finish();
    void renew();
    void finishUnauthorized(const QByteArray &headers);
    void finishConnectionFailure(QNetworkReply::NetworkError error, const QString &words);
    void succeed(const WsmanResponse &response);
    void fail(const LaneFailure &failure);
    void wantPassword();
    void forgetReply();

    const ConnectionSettings m_settings;
    const std::shared_ptr<SignIn> m_signIn;
    QNetworkAccessManager m_network;
    std::deque<Job> m_waiting;
    std::optional<Job> m_current;
    QNetworkReply *m_reply = nullptr;
    std::shared_ptr<Negotiator::Context> m_context;
    bool m_isSignedIn = false; // the connection is, as far as is known
    bool m_hasSentCredentials = false; // for the current request
    bool m_isRenewed = false; // the current request met a connection that was not signed in any more
    QTimer m_connectTimer;
    bool m_wasSent = false; // the current request, over any connection
    bool m_isTooLarge = false;
    std::optional<CertificateProblem> m_certificateProblem;
};

} // namespace cspool
