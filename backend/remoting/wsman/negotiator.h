// Negotiator: the tokens of SPNEGO, from GSSAPI. RFC 4178, RFC 4559.
#pragma once

#include "backend/worker_thread.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>

namespace cspool {

// Lives in the thread of its owner, which gets the results. GSSAPI itself may ask servers on the network and wait for
// them, so it works in a thread of its own; destroying the negotiator waits for what is under way there.
class Negotiator : public QObject
{
    Q_OBJECT

public:
    enum class Problem {
        NoTicket, // no password was given, and the person who is logged on has no ticket
        PasswordRefused, // or there is no such user
        NoKdc, // no Kerberos server for the user's domain can be asked, and nothing else is installed
        ServiceUnknown,
        ClockSkew,
        PasswordExpired,
        AccountLocked,
        Other,
    };
    struct Step
    {
        QByteArray token; // to be sent; empty: nothing more
        std::optional<Problem> problem;
        QString detail; // the words of GSSAPI
    };

    // One authentication of one connection. Used by one step at a time; may outlive the negotiator.
    class Context;

    // An empty user: the ticket of the person who is logged on. Users are "DOMAIN\\name" or "name@DOMAIN".
    Negotiator(const QString &user, const QString &password, const QString &host, QObject *parent = nullptr);
    ~Negotiator() override;

    // The next token; `input` is the server's, empty at first. `done` is called from the event loop, unless `receiver`
    // is gone by then.
    void step(const std::shared_ptr<Context> &context, const QByteArray &input, QObject *receiver,
              std::function<void(Step)> done);
    static std::shared_ptr<Context> makeContext();

    // As whom Kerberos knows a user: "name@REALM". A domain without a dot is the short one, which Kerberos does not
    // know: the server's domain is taken in its place.
    static QString principal(const QString &user, const QString &host);

private:
    class Credential;

    const QString m_host;
    std::shared_ptr<Credential> m_credential; // touched by the worker only
    WorkerThread m_worker;
};

} // namespace cspool
