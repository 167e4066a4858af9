#include "tests/remoting/https_server.h"

#include <QCryptographicHash>
#include <QSslConfiguration>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

template <typename T, void (*Free)(T *)> struct Deleter
{
    void operator()(T *object) const { Free(object); }
};
using Key = std::unique_ptr<EVP_PKEY, Deleter<EVP_PKEY, EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Deleter<X509, X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Deleter<X509_EXTENSION, X509_EXTENSION_free>>;

void require(bool isTrue, const char *what)
{
    if (!isTrue)
        qFatal("%s failed", what);
}

QByteArray contentOf(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    QByteArray content(data, size);
    BIO_free(bio);
    return content;
}

void sign(X509 *certificate, EVP_PKEY *key, const Identity::Options &options)
{
    constexpr long Day = 24 * 60 * 60;
    X509_set_version(certificate, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), options.validFromDays * Day);
    X509_gmtime_adj(X509_getm_notAfter(certificate), options.validToDays * Day);
    X509_set_pubkey(certificate, key);
    X509_NAME *name = X509_get_subject_name(certificate);
    const QByteArray commonName = options.commonName.toUtf8();
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(commonName.constData()), -1, -1, 0);
    X509_set_issuer_name(certificate, name);
    QByteArray names = "DNS:" + commonName;
    if (options.namesLoopback)
        names += ",DNS:localhost,IP:127.0.0.1";
    const Extension extension(X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, names.constData()));
    require(extension && X509_add_ext(certificate, extension.get(), -1) == 1, "X509_add_ext");
    require(X509_sign(certificate, key, EVP_sha256()) > 0, "X509_sign");
}

} // namespace

Identity Identity::make(const Options &options)
{
    const Key key(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
    const Certificate certificate(X509_new());
    require(key && certificate, "EVP_PKEY_Q_keygen");
    sign(certificate.get(), key.get(), options);
    BIO *certificateText = BIO_new(BIO_s_mem());
    require(PEM_write_bio_X509(certificateText, certificate.get()) == 1, "PEM_write_bio_X509");
    BIO *keyText = BIO_new(BIO_s_mem());
    require(PEM_write_bio_PrivateKey(keyText, key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1,
            "PEM_write_bio_PrivateKey");
    Identity identity{QSslCertificate(contentOf(certificateText)), QSslKey(contentOf(keyText), QSsl::Ec)};
    require(!identity.certificate.isNull() && !identity.key.isNull(), "Reading what OpenSSL wrote");
    return identity;
}

QString Identity::fingerprint() const
{
    return QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex());
}

QByteArray HttpRequest::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

Responder::Responder(QSslSocket *socket, std::function<void()> answered)
    : m_socket(socket)
    , m_answered(std::move(answered))
{
}

bool Responder::isConnected() const
{
    return m_socket && m_socket->state() == QAbstractSocket::ConnectedState;
}

QByteArray Responder::headOf(const HttpReply &reply) const
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status) + " Status\r\n";
    head += "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n";
    if (!reply.body.isEmpty())
        head += "Content-Type: " + reply.contentType + "\r\n";
    for (const auto &[key, value] : reply.headers)
        head += key + ": " + value + "\r\n";
    if (reply.closesConnection)
        head += "Connection: close\r\n";
    return head + "\r\n";
}

void Responder::answer(const HttpReply &reply) const
{
    if (!isConnected())
        return;
    m_socket->write(headOf(reply) + reply.body);
    if (reply.closesConnection)
        m_socket->disconnectFromHost();
    else
        m_answered();
}

void Responder::answerHalf(const HttpReply &reply) const
{
    if (!isConnected())
        return;
    m_socket->write(headOf(reply) + reply.body.first(reply.body.size() / 2));
    m_socket->disconnectFromHost();
}

void Responder::cut() const
{
    if (m_socket)
        m_socket->abort();
}

HttpsServer::HttpsServer(const Identity &identity, QObject *parent)
    : QObject(parent)
    , m_identity(identity)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(m_identity.certificate);
    configuration.setPrivateKey(m_identity.key);
    m_server.setSslConfiguration(configuration);
    connect(&m_server, &QSslServer::pendingConnectionAvailable, this, &HttpsServer::accept);
    require(m_server.listen(QHostAddress::LocalHost), "QSslServer::listen");
    m_port = m_server.serverPort();
}

HttpsServer::~HttpsServer()
{
    for (const auto &[socket, connection] : m_connections)
        socket->disconnect(this);
}

QUrl HttpsServer::url(const QString &path) const
{
    QUrl url;
    url.setScheme(u"https"_s);
    url.setHost(u"localhost"_s);
    url.setPort(m_port);
    url.setPath(path);
    return url;
}

void HttpsServer::setHandler(Handler handler)
{
    m_handler = std::move(handler);
}

int HttpsServer::openConnections() const
{
    return int(m_connections.size());
}

void HttpsServer::cutConnections()
{
    QList<QSslSocket *> sockets;
    for (const auto &[socket, connection] : m_connections)
        sockets.append(socket);
    for (QSslSocket *socket : sockets)
        socket->abort();
}

void HttpsServer::stopListening()
{
    m_server.close();
}

void HttpsServer::listenAgain()
{
    require(m_server.listen(QHostAddress::LocalHost, m_port), "QSslServer::listen");
}

void HttpsServer::accept()
{
    while (auto *socket = qobject_cast<QSslSocket *>(m_server.nextPendingConnection())) {
        m_connections[socket].number = ++m_connectionCount;
        connect(socket, &QSslSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QSslSocket::disconnected, this, [this, socket] {
            m_connections.erase(socket);
            socket->deleteLater();
        });
        read(socket); // what came with the handshake
    }
}

void HttpsServer::read(QSslSocket *socket)
{
    const auto it = m_connections.find(socket);
    if (it == m_connections.end())
        return;
    it->second.buffer += socket->readAll();
    while (takeRequest(socket)) { }
}

// One whole request, when there is one and the one before it was answered.
bool HttpsServer::takeRequest(QSslSocket *socket)
{
    const auto it = m_connections.find(socket);
    if (it == m_connections.end() || it->second.isAnswering)
        return false;
    QByteArray &buffer = it->second.buffer;
    const qsizetype headEnd = buffer.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return false;
    QList<QByteArray> lines = buffer.first(headEnd).split('\n');
    const QList<QByteArray> start = lines.takeFirst().trimmed().split(' ');
    HttpRequest request{it->second.number, start.value(0), start.value(1), {}, {}};
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        request.headers.append({line.first(colon).trimmed(), line.sliced(colon + 1).trimmed()});
    }
    const qsizetype length = request.header("Content-Length").toLongLong();
    if (buffer.size() < headEnd + 4 + length)
        return false;
    request.body = buffer.sliced(headEnd + 4, length);
    buffer.remove(0, headEnd + 4 + length);
    it->second.isAnswering = true;
    if (m_keepsRequests)
        m_requests.append(request);
    const QPointer<QSslSocket> guard(socket);
    const Responder responder(socket, [this, guard] {
        if (!guard)
            return;
        if (const auto answered = m_connections.find(guard); answered != m_connections.end())
            answered->second.isAnswering = false;
        // From the event loop: the handler that answered may still be at work.
        QMetaObject::invokeMethod(
            this,
            [this, guard] {
                if (guard)
                    read(guard);
            },
            Qt::QueuedConnection);
    });
    if (m_handler)
        m_handler(request, responder);
    return true;
}

} // namespace cspool::test
