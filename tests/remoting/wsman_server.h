// WsmanServer: a played server behind HTTPS and the envelopes of WS-Management, for clients with a network.
#pragma once

#include "tests/remoting/https_server.h"
#include "tests/remoting/psrp_server.h"
#include "tests/remoting/wsman_answers.h"

#include <QSet>

#include <map>
#include <memory>

namespace cspool::test {

// Lives in the thread that made it and works in its event loop. Any number of shells, each with a runspace pool of its
// own.
class WsmanServer : public QObject
{
    Q_OBJECT

public:
    explicit WsmanServer(const Identity &identity = Identity::make(), QObject *parent = nullptr);
    ~WsmanServer() override;

    HttpsServer &https() { return m_https; }
    const QStringList &actions() const { return m_actions; } // of all requests that were let in, in order

    // Called with the pool of every new shell before its first message: its cmdlets.
    std::function<void(PsrpServer &)> setUp;
    int shells() const { return int(m_shells.size()); } // that are there now
    int shellsMade() const { return m_shellsMade; }
    PsrpServer &psrp(); // of the youngest shell; there must be one
    void dropShells(); // as if the server had been started anew; Receives that wait are not answered any more
    int waitingReceives() const; // of pipelines, with nothing to say to them
    int stops = 0; // of pipelines, that clients asked for

    // True: it has answered, or will not. Called before anything else is done with a request that was let in.
    using Rule = std::function<bool(const ReceivedRequest &, const Responder &)>;
    Rule rule;
    // True: it has answered, in its own way, what was carried out and would have been answered with `reply`.
    using Spoiler = std::function<bool(const ReceivedRequest &, const HttpReply &reply, const Responder &)>;
    Spoiler spoil;

    QByteArray user; // who is let in, by Basic; empty: everybody, whatever they say
    QByteArray password;
    int refusals = 0; // requests that were answered with 401 after they had named a user

    qsizetype answerSize = 100'000; // bytes of fragments in one answer
    qsizetype largestEnvelope = 0; // bytes of a request that are taken; 0: any
    std::chrono::milliseconds operationTimeout{0}; // then a Receive without an answer gets its fault; 0: never
    qsizetype largestRequest = 0; // bytes of an envelope, so far

Q_SIGNALS:
    void shellsChanged();

private:
    struct Waiting // a Receive
    {
        ReceivedRequest request;
        Responder responder;
    };
    struct Shell
    {
        std::unique_ptr<PsrpServer> psrp;
        std::map<QUuid, Waiting> waiting; // by pipeline
        QSet<QUuid> pipelines; // that were started and not released
        QSet<QUuid> disconnectedPipelines;
        bool isDisconnected = false;
        int number = 0;
    };
    using Shells = std::map<QString, Shell>; // by id

    void handle(const HttpRequest &http, const Responder &responder);
    bool isLetIn(const HttpRequest &http, const Responder &responder);
    void create(const ReceivedRequest &request, const Responder &responder);
    static bool isDisconnected(const Shell &shell, const ReceivedRequest &request);
    static void disconnectShell(Shell &shell);
    void carryOut(Shell &shell, const ReceivedRequest &request);
    void answer(const ReceivedRequest &request, const Responder &responder, const HttpReply &reply);
    void receive(const ReceivedRequest &request, const Responder &responder);
    void answerReceive(const QString &shell, const QUuid &pipeline);

    HttpsServer m_https;
    Shells m_shells;
    int m_shellsMade = 0;
    QStringList m_actions;
};

} // namespace cspool::test
