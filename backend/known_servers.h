// KnownServers: the servers that were connected to, and the certificates that are trusted though they do not verify;
// remembered in the settings. Never a password.
#pragma once

#include "backend/connection_settings.h"

#include <QDateTime>
#include <QList>

namespace cspool {

class Settings;

struct KnownServer
{
    ConnectionSettings settings; // without a fingerprint: that is the host's
    bool isPasswordKept = false; // in the keyring

    bool operator==(const KnownServer &) const = default;
};

struct TrustedCertificate
{
    QString host; // with the port, unless it is the usual one
    QString fingerprint; // SHA-256, small hexadecimal digits
    QDateTime trustedAt; // UTC

    bool operator==(const TrustedCertificate &) const = default;
};

// A view of the settings: any number of them show the same. What is damaged there is left out.
class KnownServers
{
public:
    static constexpr qsizetype MaximumCount = 50;

    // `settings` must outlive it.
    explicit KnownServers(Settings *settings)
        : m_settings(settings)
    {
    }

    QList<KnownServer> servers() const; // the one connected to last first
    std::optional<KnownServer> server(const QUrl &url) const;
    void remember(const KnownServer &server); // to the front
    void forget(const QUrl &url);

    QList<TrustedCertificate> certificates() const;
    std::optional<TrustedCertificate> certificate(const QUrl &url) const; // of its host
    void trust(const QUrl &url, const QString &fingerprint, const QDateTime &now);
    void distrust(const QString &host);

    // What certificates are kept under: they are the host's, whatever the path.
    static QString hostOf(const QUrl &url);

private:
    void setServers(const QList<KnownServer> &servers);
    void setCertificates(const QList<TrustedCertificate> &certificates);

    Settings *m_settings;
};

} // namespace cspool
