// A Kerberos server of one's own on the loopback, and the accepting side of GSSAPI.
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace cspool::test {

// The realm TEST.EXAMPLE with the user jo and the service HTTP/localhost, whose keys are in the environment for GSSAPI
// of this process. Needs Debian's krb5-kdc, krb5-admin-server and krb5-user.
class TestKdc
{
public:
    static bool isInstalled();
    // `refusesEveryClock`: it takes every clock for one that differs too much from its own.
    explicit TestKdc(bool refusesEveryClock = false); // ends the test when it cannot be made
    ~TestKdc();

    void signIn(const QString &password, const QString &user = QStringLiteral("jo")); // kinit; ends the test when it fails
    void signOut(); // no ticket any more
    void administer(const QString &query); // kadmin.local: "addprinc …"; ends the test when it fails
    void stop(); // nobody can be asked any more

    static constexpr auto Password = "Correct horse 1";

private:
    void writeFiles(quint16 port, bool refusesEveryClock);
    void run(const QString &program, const QStringList &arguments, const QByteArray &input = {});

    QTemporaryDir m_directory;
    QProcess m_kdc;
};

// One authentication, as an HTTP server does it for one connection.
class GssAcceptor
{
public:
    GssAcceptor();
    ~GssAcceptor();
    GssAcceptor(GssAcceptor &&) noexcept;

    // The next token for the client; isFailed() or isComplete() afterwards.
    QByteArray accept(const QByteArray &token);
    bool isComplete() const;
    bool isFailed() const;
    QString user() const; // "jo@TEST.EXAMPLE", once complete
    QString mechanism() const; // "kerberos" or "ntlm", once complete

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace cspool::test
