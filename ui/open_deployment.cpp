#include "ui/open_deployment.h"

namespace cspool {

namespace {

// So many statuses are read though nobody looks at them, so that the health of the deployment becomes known; of a
// larger deployment, reading all would never end.
constexpr qsizetype BackgroundPools = 500;

} // namespace

OpenDeployment::OpenDeployment(const std::shared_ptr<Session> &session, PipelineReaper *reaper, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_queries(session, reaper)
    , m_monitor(&m_queries)
{
    m_monitor.setBackgroundPools(BackgroundPools);
    m_monitor.pause();
    connect(m_session.get(), &Session::connectionStateChanged, this, &OpenDeployment::followConnection);
    if (BackgroundService *service = m_session->backgroundService())
        connect(service, &BackgroundService::cycleEnded, &m_monitor, &DeploymentMonitor::refresh);
}

OpenDeployment::~OpenDeployment() = default;

void OpenDeployment::enterScreen()
{
    m_monitor.resume();
}

void OpenDeployment::leaveScreen()
{
    m_monitor.pause();
}

void OpenDeployment::followConnection()
{
    const ConnectionState connection = this->connection();
    if (connection.kind == ConnectionState::Kind::Connected)
        m_monitor.refresh();
    else
        m_monitor.markUnknown(connection.error);
    Q_EMIT connectionChanged();
}

} // namespace cspool
