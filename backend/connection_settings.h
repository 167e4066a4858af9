// ConnectionSettings: where a server is and how to be let in; and what comes of an attempt.
#pragma once

#include "backend/session.h"
#include "model/result.h"

#include <QString>
#include <QUrl>
#include <QUuid>

#include <chrono>
#include <memory>
#include <optional>
#include <variant>

namespace cspool {

enum class Authentication {
    Negotiate, // Kerberos, or NTLM where the server offers it; single sign-on without a user name
    Ntlm,
    Basic,
};

struct ConnectionSettings
{
    // https://POOL/OcsPowershell, https://HOST:5986/wsman, ssh://HOST, or process: for PowerShell on this machine.
    QUrl url;
    Authentication authentication = Authentication::Negotiate;
    // "DOMAIN\\name" or "name@DOMAIN"; of ssh the one before the '@' of the address; empty: the person who is logged on.
    QString user;
    QString trustedFingerprint; // SHA-256 in hexadecimal digits, small letters, of the one certificate that is trusted
                                // for this host
    // Of each time-out that can be set; what is beyond is read as the nearest bound.
    static constexpr std::chrono::seconds LeastTimeout{1};
    static constexpr std::chrono::seconds GreatestTimeout{600};
    std::chrono::milliseconds connectTimeout = std::chrono::seconds(30); // until the server is reached, and encrypted
    // From then on until cmdlets run: a front end that was not asked for a while loads its cmdlets first. PowerShell's own
    // OpenTimeout.
    std::chrono::milliseconds openTimeout = std::chrono::minutes(3);
    std::chrono::milliseconds operationTimeout = std::chrono::seconds(20); // how long the server may have nothing to say
    // How long a cmdlet that only reads may take; what it would have told is unknown after that.
    std::chrono::milliseconds queryTimeout = std::chrono::minutes(2);
    std::chrono::milliseconds stopTimeout = std::chrono::seconds(15); // how long a server may take to stop a command

    // Checked and completed: a bare host name becomes https://HOST/OcsPowershell. HTTP is refused, with the reason.
    // Errors have the id "AddressInvalid".
    static Result<ConnectionSettings> fromAddress(const QString &address);
    // What fromAddress() would make this url and user of.
    QString address() const;
    // Only https:// takes a password, a kind of authentication and a certificate; ssh sees to all of that by itself.
    bool isHttps() const;
    QString serverName() const; // the host, or the name of this machine
    // The deployment's id: the same for the same server, whoever connects.
    QUuid deploymentId() const;

    bool operator==(const ConnectionSettings &) const = default;
};

// "64 hexadecimal digits" in small letters, whatever a person puts between them; nothing: it is no SHA-256 fingerprint.
std::optional<QString> normalizedFingerprint(const QString &text);

// What an attempt needs and the settings must not hold. Never logged.
struct Secret
{
    QString password;
};

// A certificate that did not verify.
struct CertificateProblem
{
    QString host;
    QString subject; // who it claims to be
    QString issuer;
    QString validUntil;
    QString fingerprint; // SHA-256, pairs of hexadecimal digits with colons
    QStringList reasons; // why it is refused, sentences
};

// The server wants a password, or another one.
struct PasswordWanted
{
    QString user;
    QString reason; // a sentence
};

// What came of an attempt. Nothing is asked and nothing is tried twice inside of one: what is wanted is asked outside,
// and a new attempt follows.
using ConnectionAttempt = std::variant<std::unique_ptr<Session>, CertificateProblem, PasswordWanted, Error>;

} // namespace cspool
