// ServerAccess: how `cspool` comes to a session with genuine servers: where it takes the password from, what it asks,
// and what it says when it is not let in.
#pragma once

#include "app/interrupt.h"
#include "app/terminal/line_reader.h"
#include "app/terminal/standard_streams.h"
#include "backend/known_servers.h"
#include "backend/password_store.h"
#include "backend/server_connector.h"

namespace cspool {

// Where to, and where the password comes from.
struct ServerRequest
{
    ConnectionSettings settings;
    bool isPasswordOnInput = false; // the first line of the standard input; else the keyring, else it is asked for

    bool operator==(const ServerRequest &) const = default;
};

// Lives in the main thread. The password is in no argument, no log and no output.
class ServerAccess : public QObject
{
    Q_OBJECT

public:
    // What it works with; all must outlive it.
    struct Parts
    {
        ConnectFunction connect;
        PasswordStore *passwords = nullptr; // null: there is no keyring
        // What the console's window remembers: certificates that are trusted there, time-outs, and backup pools. May be
        // null.
        const KnownServers *known = nullptr;
        LineReader *reader = nullptr;
        Interrupt *interrupt = nullptr; // may be null
        std::function<void(const QString &text)> write; // to the person
        bool canAsk = false; // a person is at the other end of the standard input
    };
    ServerAccess(const ServerRequest &request, const Parts &parts, QObject *parent = nullptr);
    ~ServerAccess() override;

    void start(); // finished() follows

    // After finished(), once. Of a user's Ctrl+C the error isStopped().
    Result<std::unique_ptr<Session>> takeResult() { return std::move(*m_result); }

Q_SIGNALS:
    void finished();

private:
    void takeWhatIsKnown();
    void findPassword();
    void askForPassword();
    void takeLine();
    void connectWith(const QString &password);
    void takeRefusal(const PasswordWanted &wanted);
    void refuseCertificate(const CertificateProblem &problem);
    void takeFailure(Error error);
    void cancel();
    void finish(Result<std::unique_ptr<Session>> result);

    const ServerRequest m_request;
    const Parts m_parts;
    ConnectionSettings m_settings; // as asked for, completed by what is known
    ServerConnector m_connector;
    std::unique_ptr<HiddenInput> m_hiddenInput; // while the password is typed
    bool m_isReading = false; // a line that is the password
    std::optional<Result<std::unique_ptr<Session>>> m_result;
};

} // namespace cspool
