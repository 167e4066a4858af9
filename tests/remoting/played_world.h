// PlayedWorld: a played deployment behind HTTPS on the loopback, a session with it, and commands run in it, for tests
// of what commands change there.
#pragma once

#include "tests/remoting/played_deployment.h"
#include "tests/remoting/remote_world.h"
#include "tests/remoting/wsman_server.h"

#include <memory>

namespace cspool::test {

// Server and test share one thread, and so the state may be looked at and changed at any time.
class PlayedWorld
{
public:
    PlayedWorld();
    ~PlayedWorld();

    PlayedState &state() { return *deployment.state; }
    PlayedPool &pool(const QString &fqdn) { return *state().pool(fqdn); }
    // Connects and waits for what comes of it; the session before is closed. True: there is a session.
    bool connect();
    void disconnect(); // and waits until the server has no shell any more
    // Closes all connections and the port, or opens it again; the shells stay.
    void cut();
    void listen();

    std::unique_ptr<RemoteCommand> start(const QString &line, const QList<int> &choices = {});
    // Waits for its end. Its questions are answered by these choices.
    std::unique_ptr<RemoteCommand> run(const QString &line, const QList<int> &choices = {});
    // From now on failovers wait at both of their points.
    void pauseFailovers();
    bool waitForPoint(PlayedPoint point); // true: one is there, and `goOn` lets it go on

    PlayedDeployment deployment; // what the next shell gets; its state is that of all of them
    WsmanServer server;
    ConnectionSettings settings; // its address is what the session goes by; the server is reached whatever it is
    std::shared_ptr<Session> session;
    std::optional<PlayedPoint> point; // at which a failover waits
    std::function<void()> goOn;
};

} // namespace cspool::test
