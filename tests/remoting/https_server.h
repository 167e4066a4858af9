// HttpsServer: a small HTTPS server on the loopback whose every answer is the test's.
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QPointer>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QUrl>

#include <functional>
#include <map>

namespace cspool::test {

// A self-signed certificate with its key, made anew.
struct Identity
{
    QSslCertificate certificate;
    QSslKey key;

    struct Options
    {
        QString commonName
            = QStringLiteral("localhost"); // also the one alternative name, "localhost" and 127.0.0.1 aside
        bool namesLoopback = true; // "localhost" and 127.0.0.1 are alternative names
        int validFromDays = -1; // from today
        int validToDays = 30;
    };
    static Identity make(const Options &options);
    static Identity make() { return make(Options()); }
    QString fingerprint() const; // SHA-256, 64 hexadecimal digits in small letters
};

using HttpHeaders = QList<QPair<QByteArray, QByteArray>>;

struct HttpRequest
{
    int connection = 0; // counted from 1
    QByteArray method;
    QByteArray path;
    HttpHeaders headers;
    QByteArray body;

    QByteArray header(const QByteArray &name) const; // of any case; empty: there is none
};

struct HttpReply
{
    int status = 200;
    QByteArray body;
    HttpHeaders headers = {}; // beside Content-Length
    bool closesConnection = false;
    QByteArray contentType = "application/soap+xml;charset=UTF-8";
};

// Answers one request, at once or later; copies are the same. Without an answer the client waits.
class Responder
{
public:
    Responder(QSslSocket *socket, std::function<void()> answered);
    bool isConnected() const; // the client is still there
    void answer(const HttpReply &reply) const;
    void cut() const; // closes the connection without an answer
    void answerHalf(const HttpReply &reply) const; // sends half of the body, then closes the connection

private:
    QByteArray headOf(const HttpReply &reply) const;

    QPointer<QSslSocket> m_socket;
    std::function<void()> m_answered;
};

// Lives in the thread that made it and works in its event loop. HTTP/1.1 with kept connections; one request at a time
// on each.
class HttpsServer : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<void(const HttpRequest &, const Responder &)>;

    explicit HttpsServer(const Identity &identity = Identity::make(), QObject *parent = nullptr);
    ~HttpsServer() override;

    QUrl url(const QString &path = QStringLiteral("/wsman")) const; // https://localhost:PORT/path
    const Identity &identity() const { return m_identity; }
    void setHandler(Handler handler);

    void setKeepsRequests(bool keeps) { m_keepsRequests = keeps; } // false: requests() stays empty
    const QList<HttpRequest> &requests() const { return m_requests; } // in the order of their arrival, all of them
    int connectionCount() const { return m_connectionCount; } // that were ever made and encrypted
    int openConnections() const;

    void cutConnections(); // as if the network were gone
    void stopListening(); // the port is closed; connections stay
    void listenAgain(); // at the same port

private:
    struct Connection
    {
        int number = 0;
        QByteArray buffer;
        bool isAnswering = false;
    };
    void accept();
    void read(QSslSocket *socket);
    bool takeRequest(QSslSocket *socket);

    Identity m_identity;
    QSslServer m_server;
    quint16 m_port = 0;
    Handler m_handler;
    QList<HttpRequest> m_requests;
    bool m_keepsRequests = true;
    int m_connectionCount = 0;
    std::map<QSslSocket *, Connection> m_connections;
};

} // namespace cspool::test
