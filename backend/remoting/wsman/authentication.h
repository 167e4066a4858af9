// How the lanes of one connection sign in: the kind, the person, and what became of it.
#pragma once

#include "backend/connection_settings.h"
#include "backend/remoting/wsman/negotiator.h"

#include <QNetworkRequest>

namespace cspool {

// Shared by the lanes of one transport, in its thread. A password that was refused is never sent again.
class SignIn
{
public:
    SignIn(const ConnectionSettings &settings, const Secret &secret);

    // Negotiate turns to NTLM when Kerberos cannot be asked and GSSAPI has no NTLM of its own.
    Authentication kind() const { return m_kind; }
    void useNtlm(const QString &kerberosDetail);
    const QString &kerberosDetail() const { return m_kerberosDetail; } // why Kerberos could not be asked
    void setKerberosDetail(const QString &detail) { m_kerberosDetail = detail; }
    QString principal() const; // as whom Kerberos is asked; of the person who is logged on, the account of this process
    bool wantsPassword() const; // this kind cannot do without one, and there is none
    const QString &user() const { return m_user; }
    QString ntlmUser() const; // "DOMAIN\\name"
    const QString &password() const { return m_password; }
    QByteArray basicHeader() const;
    Negotiator &negotiator() { return m_negotiator; }

    bool wasRefused() const { return m_wasRefused; }
    void setRefused() { m_wasRefused = true; }

    // What to ask the person for after the server, or a Kerberos server, has refused.
    PasswordWanted passwordWanted() const;

private:
    bool hasGuessedRealm() const;

    Authentication m_kind;
    const QString m_host;
    const QString m_user;
    const QString m_password;
    Negotiator m_negotiator;
    QString m_kerberosDetail;
    bool m_wasRefused = false;
};

// The schemes of WWW-Authenticate headers, lower case ("negotiate"); and the token that comes with Negotiate.
struct Challenge
{
    QStringList schemes;
    QByteArray negotiateToken; // decoded

    static Challenge parse(const QByteArray &headers);
};

} // namespace cspool
