#include "backend/remoting/wsman/authentication.h"

#include "backend/user_name.h"

#include <QCoreApplication>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::SignIn)
};

} // namespace

SignIn::SignIn(const ConnectionSettings &settings, const Secret &secret)
    : m_kind(settings.authentication)
    , m_host(settings.url.host())
    , m_user(settings.user)
    , m_password(secret.password)
    , m_negotiator(settings.user, secret.password, m_host)
{
}

QString SignIn::principal() const
{
    return m_user.isEmpty() ? currentUserName() : Negotiator::principal(m_user, m_host);
}

void SignIn::useNtlm(const QString &kerberosDetail)
{
    m_kind = Authentication::Ntlm;
    m_kerberosDetail = kerberosDetail;
}

bool SignIn::wantsPassword() const
{
    if (m_kind == Authentication::Negotiate)
        return !m_user.isEmpty() && m_password.isEmpty();
    return m_user.isEmpty() || m_password.isEmpty();
}

QString SignIn::ntlmUser() const
{
    const qsizetype at = m_user.lastIndexOf(u'@');
    return m_user.contains(u'\\') || at < 0 ? m_user : QString(m_user.sliced(at + 1) + u'\\' + m_user.first(at));
}

QByteArray SignIn::basicHeader() const
{
    const QByteArray credentials = m_user.toUtf8() + ':' + m_password.toUtf8();
    return "Basic " + credentials.toBase64();
}

PasswordWanted SignIn::passwordWanted() const
{
    if (m_user.isEmpty() && m_wasRefused)
        return {{}, Text::tr("%1 does not accept your ticket; enter a user name and a password.").arg(m_host)};
    if (m_user.isEmpty() && !m_kerberosDetail.isEmpty()) {
        return {{},
                Text::tr("Kerberos gives no ticket for %1 (%2); enter a user name and a password.", "host, reason")
                    .arg(m_host, m_kerberosDetail)};
    }
    if (m_user.isEmpty())
        return {{}, Text::tr("You have no valid ticket for %1; enter a user name and a password.").arg(m_host)};
    if (m_password.isEmpty())
        return {m_user, Text::tr("Enter the password of %1.").arg(m_user)};
    if (m_kind == Authentication::Negotiate && hasGuessedRealm()) {
        return {m_user,
                Text::tr("%1 does not accept this user name with this password. Kerberos was asked for %2, because the "
                         "short name of a domain does not say its realm: write name@DOMAIN with the full name of the "
                         "domain if that is another one.",
                         "host, name@REALM")
                    .arg(m_host, principal())};
    }
    return {m_user, Text::tr("%1 does not accept this user name with this password.").arg(m_host)};
}

bool SignIn::hasGuessedRealm() const
{
    const QString realm = principal().section(u'@', 1);
    return !realm.isEmpty() && !m_user.contains(realm, Qt::CaseInsensitive);
}

// Several headers arrive as one, with commas between them; parameters are told by their '='.
Challenge Challenge::parse(const QByteArray &headers)
{
    Challenge challenge;
    QByteArray text = headers;
    text.replace('\n', ',');
    for (const QByteArray &part : text.split(',')) {
        const QByteArray trimmed = part.trimmed();
        const qsizetype space = trimmed.indexOf(' ');
        const QByteArray scheme = (space < 0 ? trimmed : trimmed.first(space)).toLower();
        if (scheme.isEmpty() || scheme.contains('='))
            continue;
        challenge.schemes.append(QString::fromLatin1(scheme));
        if (scheme == "negotiate" && space >= 0)
            challenge.negotiateToken = QByteArray::fromBase64(trimmed.sliced(space + 1));
    }
    return challenge;
}

} // namespace cspool
