#include "ui/deployments/known_servers.h"

#include "model/enum_text.h"
#include "ui/settings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

const Setting<QString> Servers{"servers/known", {}};
const Setting<QString> Certificates{"servers/trustedCertificates", {}};

constexpr EnumText<Authentication> methods[] = {
    {Authentication::Negotiate, "negotiate"},
    {Authentication::Ntlm, "ntlm"},
    {Authentication::Basic, "basic"},
};

// Milliseconds; what is beyond was not written by this program.
constexpr int LongestTimeout = 60 * 60 * 1000;

QJsonArray arrayFrom(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).array();
}

QString textOf(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

std::chrono::milliseconds timeoutFrom(const QJsonValue &value, std::chrono::milliseconds fallback)
{
    const int milliseconds = value.toInt();
    return milliseconds > 0 && milliseconds <= LongestTimeout ? std::chrono::milliseconds(milliseconds) : fallback;
}

QJsonObject toJson(const KnownServer &server)
{
    return {{u"url"_s, server.settings.url.toString()},
            {u"user"_s, server.settings.user},
            {u"method"_s, enumToString(methods, server.settings.authentication)},
            {u"connectTimeout"_s, qint64(server.settings.connectTimeout.count())},
            {u"operationTimeout"_s, qint64(server.settings.operationTimeout.count())},
            {u"isPasswordKept"_s, server.isPasswordKept}};
}

std::optional<KnownServer> serverFrom(const QJsonObject &json)
{
    const Result<ConnectionSettings> settings = ConnectionSettings::fromAddress(json[u"url"].toString());
    if (!settings)
        return std::nullopt;
    KnownServer server{*settings, json[u"isPasswordKept"].toBool()};
    server.settings.user = json[u"user"].toString();
    server.settings.authentication
        = enumFromString(methods, json[u"method"].toString()).value_or(Authentication::Negotiate);
    server.settings.connectTimeout = timeoutFrom(json[u"connectTimeout"], server.settings.connectTimeout);
    server.settings.operationTimeout = timeoutFrom(json[u"operationTimeout"], server.settings.operationTimeout);
    return server;
}

} // namespace

QString KnownServers::hostOf(const QUrl &url)
{
    const QString host = url.host().toLower();
    return url.port() < 0 ? host : QString(host + u':' + QString::number(url.port()));
}

QList<KnownServer> KnownServers::servers() const
{
    QList<KnownServer> servers;
    const QJsonArray array = arrayFrom(m_settings->value(Servers));
    for (const QJsonValue &value : array) {
        if (const std::optional<KnownServer> server = serverFrom(value.toObject());
            server && servers.size() < MaximumCount)
            servers.append(*server);
    }
    return servers;
}

std::optional<KnownServer> KnownServers::server(const QUrl &url) const
{
    const QList<KnownServer> servers = this->servers();
    for (const KnownServer &server : servers) {
        if (server.settings.url == url)
            return server;
    }
    return std::nullopt;
}

void KnownServers::remember(const KnownServer &server)
{
    QList<KnownServer> servers = this->servers();
    servers.removeIf([&server](const KnownServer &other) { return other.settings.url == server.settings.url; });
    servers.prepend(server);
    setServers(servers.first(std::min(servers.size(), MaximumCount)));
}

void KnownServers::forget(const QUrl &url)
{
    QList<KnownServer> servers = this->servers();
    servers.removeIf([&url](const KnownServer &server) { return server.settings.url == url; });
    setServers(servers);
}

void KnownServers::setServers(const QList<KnownServer> &servers)
{
    QJsonArray array;
    for (const KnownServer &server : servers)
        array.append(toJson(server));
    m_settings->setValue(Servers, textOf(array));
}

QList<TrustedCertificate> KnownServers::certificates() const
{
    QList<TrustedCertificate> certificates;
    const QJsonArray array = arrayFrom(m_settings->value(Certificates));
    for (const QJsonValue &value : array) {
        const QString host = value[u"host"].toString();
        const std::optional<QString> fingerprint = normalizedFingerprint(value[u"sha256"].toString());
        if (!host.isEmpty() && fingerprint) {
            certificates.append(
                {host, *fingerprint, QDateTime::fromString(value[u"trustedAt"].toString(), Qt::ISODate)});
        }
    }
    return certificates;
}

std::optional<TrustedCertificate> KnownServers::certificate(const QUrl &url) const
{
    const QList<TrustedCertificate> certificates = this->certificates();
    for (const TrustedCertificate &certificate : certificates) {
        if (certificate.host == hostOf(url))
            return certificate;
    }
    return std::nullopt;
}

void KnownServers::trust(const QUrl &url, const QString &fingerprint, const QDateTime &now)
{
    const std::optional<QString> digits = normalizedFingerprint(fingerprint);
    if (!digits)
        return;
    QList<TrustedCertificate> certificates = this->certificates();
    certificates.removeIf([&url](const TrustedCertificate &other) { return other.host == hostOf(url); });
    certificates.prepend({hostOf(url), *digits, now});
    setCertificates(certificates);
}

void KnownServers::distrust(const QString &host)
{
    QList<TrustedCertificate> certificates = this->certificates();
    certificates.removeIf([&host](const TrustedCertificate &certificate) { return certificate.host == host; });
    setCertificates(certificates);
}

void KnownServers::setCertificates(const QList<TrustedCertificate> &certificates)
{
    QJsonArray array;
    for (const TrustedCertificate &certificate : certificates) {
        array.append(QJsonObject{{u"host"_s, certificate.host},
                                 {u"sha256"_s, certificate.fingerprint},
                                 {u"trustedAt"_s, certificate.trustedAt.toUTC().toString(Qt::ISODate)}});
    }
    m_settings->setValue(Certificates, textOf(array));
}

} // namespace cspool
