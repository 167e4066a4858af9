#include "backend/connection_settings.h"

#include <QCoreApplication>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::ConnectionSettings)
};

constexpr int HttpsPort = 443;
constexpr int SshPort = 22;
constexpr int WinRmHttpPort = 5985;
constexpr int WinRmHttpsPort = 5986;
constexpr auto IisPath = "/OcsPowershell"_L1;
constexpr auto WinRmPath = "/wsman"_L1;
constexpr qsizetype FingerprintDigits = 64;

// Of all ids that are made here, so that no other program's are the same.
constexpr QUuid Namespace(0x5b0d3b5e, 0x6a0f, 0x4e0e, 0x9a, 0x55, 0x1d, 0x6f, 0x27, 0xc4, 0x88, 0x31);

Error invalid(const QString &message, const QString &action)
{
    return {ErrorCategory::InvalidArgument, u"AddressInvalid"_s, message, action};
}

// What stands before an '@' may be a password.
Error notUnderstood(const QString &address)
{
    return invalid(Text::tr("\"%1\" is not the address of a server.").arg(address.mid(address.lastIndexOf(u'@') + 1)),
                   Text::tr("Enter the name of a pool, such as pool01.contoso.com, or a whole address that begins with "
                            "https:// or ssh://."));
}

Error httpRefused()
{
    return invalid(Text::tr("Connections over http:// are refused: what is sent there, passwords included, is not "
                            "protected on its way."),
                   Text::tr("Use https://. A server that has no certificate for it needs one first."));
}

bool hasUsableHost(const QUrl &url)
{
    const QString host = url.host();
    const auto isPart = [](QChar c) { return c.isLetterOrNumber() || u".-_:"_s.contains(c); };
    return !host.isEmpty() && !host.startsWith(u'.') && std::all_of(host.begin(), host.end(), isPart);
}

Result<QUrl> completedHttps(const QString &address)
{
    QUrl url(address, QUrl::StrictMode);
    if (!url.isValid() || !hasUsableHost(url) || url.port() == 0)
        return notUnderstood(address);
    if (!url.userInfo().isEmpty()) {
        return invalid(Text::tr("The address must hold neither a user name nor a password."),
                       Text::tr("Enter them in the fields for them."));
    }
    if (url.hasQuery() || url.hasFragment())
        return notUnderstood(address);
    if (url.port() == WinRmHttpPort) {
        return invalid(Text::tr("Port %1 is the one for connections over http://, which are not protected.")
                           .arg(QString::number(WinRmHttpPort)),
                       Text::tr("Use port %1, which is the one for https://.").arg(QString::number(WinRmHttpsPort)));
    }
    if (url.path().isEmpty() || url.path() == "/"_L1)
        url.setPath(url.port() == WinRmHttpsPort ? WinRmPath : IisPath);
    if (url.port() == HttpsPort)
        url.setPort(-1);
    url.setHost(url.host().toLower());
    return url;
}

// A user that begins with a dash would be taken for an option of ssh; a host that does is none for QUrl.
Result<QUrl> completedSsh(const QString &address)
{
    QUrl url(address, QUrl::StrictMode);
    const bool hasOnlyHost = url.path().isEmpty() || url.path() == "/"_L1;
    if (!url.isValid() || !hasUsableHost(url) || !hasOnlyHost || url.hasQuery() || url.hasFragment() || url.port() == 0
        || url.userName(QUrl::FullyDecoded).startsWith(u'-'))
        return notUnderstood(address);
    if (!url.password().isEmpty()) {
        return invalid(Text::tr("The address must not hold a password."),
                       Text::tr("ssh signs in with a key that an agent holds, or with a Kerberos ticket."));
    }
    url.setPath({});
    if (url.port() == SshPort)
        url.setPort(-1);
    url.setHost(url.host().toLower());
    return url;
}

Result<QUrl> completed(const QString &address)
{
    if (address.isEmpty()) {
        return invalid(Text::tr("The address of a server is missing."),
                       Text::tr("Enter the name of a pool, such as pool01.contoso.com."));
    }
    if (std::any_of(address.begin(), address.end(), [](QChar c) { return c.isSpace() || c == u'\\' || !c.isPrint(); }))
        return notUnderstood(address);
    if (address.compare("process:"_L1, Qt::CaseInsensitive) == 0)
        return QUrl(u"process:"_s);
    const qsizetype end = address.indexOf("://"_L1);
    if (end < 0)
        return completedHttps("https://"_L1 + address);
    const QString scheme = address.first(end).toLower();
    if (scheme == "http"_L1)
        return httpRefused();
    if (scheme == "ssh"_L1)
        return completedSsh(address);
    return scheme == "https"_L1 ? completedHttps(address) : Result<QUrl>(notUnderstood(address));
}

} // namespace

Result<ConnectionSettings> ConnectionSettings::fromAddress(const QString &address)
{
    const Result<QUrl> url = completed(address.trimmed());
    if (!url)
        return url.error();
    ConnectionSettings settings;
    settings.user = url->userName(QUrl::FullyDecoded);
    settings.url = url->adjusted(QUrl::RemoveUserInfo);
    return settings;
}

QString ConnectionSettings::address() const
{
    QUrl whole = url;
    if (!isHttps() && !user.isEmpty())
        whole.setUserName(user);
    return whole.toString();
}

bool ConnectionSettings::isHttps() const
{
    return url.scheme() == "https"_L1;
}

QString ConnectionSettings::serverName() const
{
    return url.host().isEmpty() ? QSysInfo::machineHostName() : url.host();
}

QUuid ConnectionSettings::deploymentId() const
{
    QString server = url.adjusted(QUrl::RemoveUserInfo | QUrl::StripTrailingSlash).toString(QUrl::FullyEncoded);
    return QUuid::createUuidV5(Namespace, server.toLower());
}

std::optional<QString> normalizedFingerprint(const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        if (c == u':' || c == u'-' || c.isSpace())
            continue;
        const QChar small = c.toLower();
        if (!(small >= u'0' && small <= u'9') && !(small >= u'a' && small <= u'f'))
            return std::nullopt;
        digits += small;
    }
    return digits.size() == FingerprintDigits ? std::optional(digits) : std::nullopt;
}

} // namespace cspool
