#include "backend/known_servers.h"

#include "backend/settings_file.h"
#include "model/enum_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <iterator>

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
    using std::chrono::milliseconds;
    return value.isDouble()
        ? std::clamp(milliseconds(value.toInteger()), milliseconds(ConnectionSettings::LeastTimeout),
                     milliseconds(ConnectionSettings::GreatestTimeout))
        : fallback;
}

QJsonObject toJson(const KnownServer &server)
{
    return {{u"url"_s, server.settings.url.toString()},
            {u"user"_s, server.settings.user},
            {u"method"_s, enumToString(methods, server.settings.authentication)},
            {u"connectTimeout"_s, qint64(server.settings.connectTimeout.count())},
            {u"operationTimeout"_s, qint64(server.settings.operationTimeout.count())},
            {u"queryTimeout"_s, qint64(server.settings.queryTimeout.count())},
            {u"isPasswordKept"_s, server.isPasswordKept},
            {u"backupPool"_s, server.backupPool}};
}

std::optional<KnownServer> serverFrom(const QJsonObject &json)
{
    const Result<ConnectionSettings> settings = ConnectionSettings::fromAddress(json[u"url"].toString());
    if (!settings)
        return std::nullopt;
    KnownServer server{*settings, json[u"isPasswordKept"].toBool(), json[u"backupPool"].toString()};
    server.settings.user = json[u"user"].toString();
    server.settings.authentication
        = enumFromString(methods, json[u"method"].toString()).value_or(Authentication::Negotiate);
    server.settings.connectTimeout = timeoutFrom(json[u"connectTimeout"], server.settings.connectTimeout);
    server.settings.operationTimeout = timeoutFrom(json[u"operationTimeout"], server.settings.operationTimeout);
    server.settings.queryTimeout = timeoutFrom(json[u"queryTimeout"], server.settings.queryTimeout);
    return server;
}

} // namespace

bool isUnreachable(const Error &error)
{
    static constexpr QLatin1StringView ids[]
        = {"HostNotFound"_L1,   "PortClosed"_L1,     "HostUnreachable"_L1,       "NoAnswer"_L1,
           "ConnectTimeout"_L1, "ConnectionLost"_L1, "ConnectionNotRecovered"_L1};
    return std::find(std::begin(ids), std::end(ids), error.id) != std::end(ids);
}

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
    const std::optional<KnownServer> before = this->server(server.settings.url);
    QList<KnownServer> servers = this->servers();
    servers.removeIf([&server](const KnownServer &other) { return other.settings.url == server.settings.url; });
    servers.prepend(server);
    if (before && server.backupPool.isEmpty())
        servers.first().backupPool = before->backupPool;
    setServers(servers.first(std::min(servers.size(), MaximumCount)));
}

void KnownServers::rememberBackupPool(const QUrl &url, const QString &fqdn)
{
    QList<KnownServer> servers = this->servers();
    const auto found = std::find_if(servers.begin(), servers.end(),
                                    [&url](const KnownServer &server) { return server.settings.url == url; });
    if (found == servers.end() || found->backupPool == fqdn)
        return;
    found->backupPool = fqdn;
    setServers(servers);
}

std::optional<KnownServer> KnownServers::backupOf(const ConnectionSettings &server) const
{
    const std::optional<KnownServer> known = this->server(server.url);
    if (!known || known->backupPool.isEmpty() || server.url.host().isEmpty()) // process: reaches one machine alone
        return std::nullopt;
    KnownServer backup{server};
    backup.settings.url.setHost(known->backupPool);
    const QList<KnownServer> servers = this->servers();
    const auto before = std::find_if(servers.begin(), servers.end(), [&backup](const KnownServer &other) {
        // Of the same kind: over ssh a user may have another name.
        return other.settings.url.host() == backup.settings.url.host()
            && other.settings.isHttps() == backup.settings.isHttps();
    });
    if (before != servers.end())
        backup = *before;
    backup.isPasswordKept = backup.isPasswordKept && backup.settings.user == server.user;
    backup.settings.user = server.user;
    backup.settings.authentication = server.authentication;
    backup.settings.trustedFingerprint.clear();
    return backup;
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
    const QList<TrustedCertificate> certificates
        = url.scheme() == "https"_L1 ? this->certificates() : QList<TrustedCertificate>();
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
