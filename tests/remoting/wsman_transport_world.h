// TransportWorld: a WsmanTransport with a server on the loopback whose every answer is the test's.
#pragma once

#include "backend/remoting/wsman/wsman_transport.h"
#include "tests/remoting/https_server.h"
#include "tests/remoting/wsman_answers.h"

#include <QSignalSpy>

#include <map>
#include <memory>

namespace cspool::test {

// The server does what a genuine one does with requests in general; a test changes what it is about.
class TransportWorld
{
public:
    using Rule = std::function<bool(const ReceivedRequest &, const Responder &)>; // true: it has answered, or will

    TransportWorld();
    ~TransportWorld();

    WsmanTransport &transport(); // made when first wanted, with settings and times as they are then
    bool open();
    bool openPipeline(const QUuid &pipeline);
    bool waitForReceive(const QUuid &id);
    // Answers the Receive that waits.
    void say(const QUuid &id, const HttpReply &reply);
    QStringList actions() const;
    Error error() const; // of failed()
    Error pipelineError() const; // of the last pipelineFailed()
    // All connections are cut; new ones can be made. Forgets the log and the Receives that waited.
    void cut();
    int failures() const; // of the session, and of single pipelines

    HttpsServer server;
    ConnectionSettings settings;
    WsmanTransport::Times times;
    Rule rule;
    QList<ReceivedRequest> log;
    std::map<QUuid, Responder> receives;
    const QUuid pool = QUuid::createUuid();
    std::unique_ptr<QSignalSpy> ready, failed, received, closed, pipelineFailed, pipelineClosed, interrupted, recovered,
        mayBeLost;

private:
    void answer(const ReceivedRequest &request, const Responder &responder);

    std::unique_ptr<WsmanTransport> m_transport;
};

} // namespace cspool::test
