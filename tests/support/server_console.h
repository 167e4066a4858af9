// ServerConsole: a person in front of the console's window, and a played deployment of genuine servers behind HTTPS on
// the loopback, which the window connects to as it would to any.
#pragma once

#include "tests/remoting/played_deployment.h"
#include "tests/remoting/wsman_server.h"
#include "tests/support/window_driver.h"

#include <QStringList>

#include <functional>
#include <memory>

namespace cspool::test {

// The window is on the lab of its world at first, with the program's own sessions. Server and window share the test's
// thread and its event loop.
class ServerConsole
{
public:
    static inline const QString User = QStringLiteral("CONTOSO\\anna");
    static inline const QString Password = QStringLiteral("Marked-Passw0rd-4711");

    ServerConsole();
    ~ServerConsole();

    // By keyboard: the dialog, filled with the server's address, this person and the method Basic; Return is not
    // pressed.
    void fillConnectDialog(const QString &password = Password);
    // Trusts the certificate that is shown.
    void trustCertificate();
    // All of it, until the pools are shown; trusts the certificate where it is asked for.
    void connect();
    // The reverse, until the server has no shell any more.
    void disconnect();

    bool hasPools() const; // those of the played deployment are in the table
    QString message() const { return driver->text(QStringLiteral("connectMessage")); } // of the connect dialog
    QString banner() const { return driver->text(QStringLiteral("connectionText")); } // empty: it is not shown
    QString log() const; // of the current job, as shown
    QString address() const;
    // Waits until Backup-CsPool is in its middle, on the server.
    void waitForPause();
    QString reportPath() const { return world.filePath(QStringLiteral("report.html")); }

    // What Backup-CsPool waits for in its middle; empty: none is there.
    std::function<void()> goOn;

    PlayedDeployment deployment; // what the next shell gets; its state is that of all of them
    WsmanServer server;
    UiWorld world;
    std::unique_ptr<WindowDriver> driver;
};

} // namespace cspool::test
