// RemoteSession: cmdlets run on genuine servers, over PowerShell Remoting.
#pragma once

#include "backend/connection_settings.h"
#include "backend/session.h"

#include <functional>

namespace cspool {

class PsrpTransport;

// Lives in the window's thread; the protocol runs in one network thread of its own. Destroying it deletes the shell on the
// server, for at most a few seconds and never in the window's thread.
class RemoteSession : public Session
{
    Q_OBJECT

public:
    // `done` is called from the event loop, unless `context` is gone by then; destroying `context` ends the attempt.
    static void connectTo(const ConnectionSettings &settings, const Secret &secret, QObject *context,
                          std::function<void(ConnectionAttempt)> done);
    // Over a transport that is given (a test's, or a child process); made in the network thread.
    static void connectThrough(std::function<std::unique_ptr<PsrpTransport>()> makeTransport,
                               const ConnectionSettings &settings, QObject *context, std::function<void(ConnectionAttempt)> done);
    ~RemoteSession() override;

    using Session::start;
    DeploymentInfo deployment() const override;
    const CmdletInfo *cmdletInfo(QStringView name) const override; // of the table's server side, less what RBAC leaves out
    std::unique_ptr<Pipeline> start(const Command &command, RecordSpool spool) override;
    QString backupPoolOf(const QString &poolFqdn) const override;
    bool knowsBackupPoolOf(const QString &poolFqdn) const override;

    ConnectionState connectionState() const override;

private:
    class Private;
    class Attempt;
    explicit RemoteSession(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace cspool
