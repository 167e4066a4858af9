// KnownServers: the servers that were connected to, which pool stands in for each of them, and the certificates that
// are trusted though they do not verify; remembered in the settings. Never a password.
#pragma once

#include "backend/connection_settings.h"

#include <QDateTime>
#include <QList>

namespace cspool {

class SettingsFile;

struct KnownServer
{
    ConnectionSettings settings; // without a fingerprint: that is the host's
    bool isPasswordKept = false; // in the keyring
    QString backupPool = {}; // FQDN; of the server's pool, as last read; empty: none, or not read yet

    bool operator==(const KnownServer &) const = default;
};

struct TrustedCertificate
{
    QString host; // with the port, unless it is the usual one
    QString fingerprint; // SHA-256, small hexadecimal digits
    QDateTime trustedAt; // UTC

    bool operator==(const TrustedCertificate &) const = default;
};

// Nobody answers there, or not in time: another server may still be reached. Not: it answers, and refuses.
bool isUnreachable(const Error &error);

// A view of the settings: any number of them show the same. What is damaged there is left out.
class KnownServers
{
public:
    static constexpr qsizetype MaximumCount = 50;

    // `settings` must outlive it.
    explicit KnownServers(SettingsFile *settings)
        : m_settings(settings)
    {
    }

    QList<KnownServer> servers() const; // the one connected to last first
    std::optional<KnownServer> server(const QUrl &url) const;
    // To the front. While `server` tells no backup pool, the one that was remembered stays.
    void remember(const KnownServer &server);
    // Of a server that is known; empty: it has none any more.
    void rememberBackupPool(const QUrl &url, const QString &fqdn);
    // How to reach the backup pool of a server's pool as the same user, as far as it is known: as it was reached the
    // last time, else as the server itself. Without a fingerprint: what is trusted of one host says nothing of another.
    std::optional<KnownServer> backupOf(const ConnectionSettings &server) const;
    void forget(const QUrl &url);

    QList<TrustedCertificate> certificates() const;
    std::optional<TrustedCertificate> certificate(const QUrl &url) const; // of its host; only https:// has any
    void trust(const QUrl &url, const QString &fingerprint, const QDateTime &now);
    void distrust(const QString &host);

    // What certificates are kept under: they are the host's, whatever the path.
    static QString hostOf(const QUrl &url);

private:
    void setServers(const QList<KnownServer> &servers);
    void setCertificates(const QList<TrustedCertificate> &certificates);

    SettingsFile *m_settings;
};

} // namespace cspool
