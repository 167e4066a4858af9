// WsmanServer: a played server behind HTTPS and the envelopes of WS-Management, for clients with a network.
#pragma once

#include "tests/remoting/https_server.h"
#include "tests/remoting/psrp_server.h"
#include "tests/remoting/wsman_answers.h"

#include <QSet>

namespace cspool::test {

// Lives in the thread that made it and works in its event loop. One shell at a time.
class WsmanServer : public QObject
{
    Q_OBJECT

public:
    explicit WsmanServer(QObject *parent = nullptr);

    HttpsServer &https() { return m_https; }
    PsrpServer &psrp() { return *m_psrp; }
    const QStringList &actions() const { return m_actions; } // of all requests, in order

    qsizetype answerSize = 100'000; // bytes of fragments in one answer
    std::chrono::milliseconds operationTimeout{0}; // then a Receive without an answer gets its fault; 0: never
    QSet<QString> faults; // actions that get a fault; "Receive:pipeline" of pipelines only
    qsizetype largestRequest = 0; // bytes of an envelope
    bool isShellDeleted = false;

private:
    void handle(const HttpRequest &http, const Responder &responder);
    void receive(const QUuid &pipeline, const Responder &responder);
    void answerReceive(const QUuid &pipeline);

    HttpsServer m_https;
    std::unique_ptr<PsrpServer> m_psrp;
    QStringList m_actions;
    std::map<QUuid, Responder> m_waiting;
};

} // namespace cspool::test
