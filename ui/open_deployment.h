// OpenDeployment: one of the deployments that are open: its session, its queries, and what is known of it.
#pragma once

#include "backend/deployment_monitor.h"

#include <memory>

namespace cspool {

// Lives in the window's thread. Only while it is on the screen it reads by itself; off the screen its readings grow
// old, and show it as soon as it is back. Destroying it waits for nothing: the session goes with the last of its
// commands, and of genuine servers the shell with it.
class OpenDeployment : public QObject
{
    Q_OBJECT

public:
    // `reaper` must outlive it. Off the screen, and nothing read yet.
    OpenDeployment(const std::shared_ptr<Session> &session, PipelineReaper *reaper, QObject *parent = nullptr);
    ~OpenDeployment() override;

    const std::shared_ptr<Session> &session() const { return m_session; }
    QueryRunner *queries() { return &m_queries; }
    DeploymentMonitor *monitor() { return &m_monitor; }
    DeploymentInfo info() const { return m_session->deployment(); }
    // While it is not Connected, everything that was read is unknown.
    ConnectionState connection() const { return m_session->connectionState(); }

    void enterScreen(); // and reads everything again
    void leaveScreen();
    bool isOnScreen() const { return !m_monitor.isPaused(); }

Q_SIGNALS:
    void connectionChanged();

private:
    void followConnection();

    const std::shared_ptr<Session> m_session;
    QueryRunner m_queries;
    DeploymentMonitor m_monitor;
};

} // namespace cspool
