#include "ui/workspace.h"

#include "ui/jobs/job_feed.h"

#include <algorithm>

namespace cspool {

namespace {

// So many statuses are read though nobody looks at them, so that the health of the deployment becomes known; of a
// larger deployment, reading all would never end.
constexpr qsizetype BackgroundPools = 500;

} // namespace

Workspace::Workspace(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_jobFeed(std::make_unique<JobFeed>(parts.jobs, parts.history, parts.settings, parts.desktop))
{
    connect(m_parts.jobs, &JobRunner::jobFinished, this, &Workspace::refreshAfter);
    connect(m_parts.settings, &Settings::changed, this, [this] {
        if (m_monitor)
            m_monitor->setRefreshInterval(std::chrono::seconds(settings().value(Settings::RefreshInterval)));
    });
}

Workspace::~Workspace() = default;

JobModel *Workspace::jobModel() const
{
    return m_jobFeed->model();
}

void Workspace::openLab(const QString &folder)
{
    const int opening = ++m_openings;
    m_isOpening = true;
    m_openingFolder = folder;
    Q_EMIT isOpeningChanged();
    m_parts.sessions->openLab(folder, this, [this, folder, opening](Result<std::unique_ptr<Session>> opened) {
        if (opening != m_openings)
            return;
        m_isOpening = false;
        if (opened)
            setSession(std::move(*opened));
        else
            Q_EMIT openFailed(folder, opened.error());
        Q_EMIT isOpeningChanged();
    });
}

// A copy of a deployment's folder has its id too, and is another one all the same.
std::shared_ptr<Session> Workspace::sessionLike(const Session &session) const
{
    const DeploymentInfo wanted = session.deployment();
    const auto found = std::find_if(m_sessions.begin(), m_sessions.end(), [&wanted](const auto &known) {
        const DeploymentInfo deployment = known->deployment();
        return deployment.kind == wanted.kind && deployment.id == wanted.id && deployment.location == wanted.location;
    });
    return found == m_sessions.end() ? nullptr : *found;
}

void Workspace::setSession(std::unique_ptr<Session> session)
{
    const bool isServer = session->deployment().kind == DeploymentKind::Server;
    std::shared_ptr<Session> known = isServer ? nullptr : sessionLike(*session);
    if (!known) {
        known = std::move(session);
        m_sessions.push_back(known);
    }
    if (known == m_session)
        m_monitor->refresh(); // nothing that is open for it has to go
    else
        show(known);
}

void Workspace::show(const std::shared_ptr<Session> &session)
{
    Q_EMIT deploymentAboutToChange();
    m_monitor.reset();
    m_queries.reset();
    if (m_session)
        disconnect(m_session.get(), nullptr, this, nullptr);
    m_session = session;
    leaveServers();
    connect(m_session.get(), &Session::connectionStateChanged, this, &Workspace::followConnection);
    m_queries = std::make_unique<QueryRunner>(m_session, &m_reaper);
    m_monitor = std::make_unique<DeploymentMonitor>(m_queries.get());
    m_monitor->setRefreshInterval(std::chrono::seconds(settings().value(Settings::RefreshInterval)));
    m_monitor->setBackgroundPools(BackgroundPools);
    if (BackgroundService *service = m_session->backgroundService())
        connect(service, &BackgroundService::cycleEnded, m_monitor.get(), &DeploymentMonitor::refresh);
    Q_EMIT deploymentChanged();
    m_monitor->refresh();
}

// What is held open on genuine servers counts there. Jobs keep their session until they end.
void Workspace::leaveServers()
{
    const auto isLeft = [this](const std::shared_ptr<Session> &session) {
        return session != m_session && session->deployment().kind == DeploymentKind::Server;
    };
    m_sessions.erase(std::remove_if(m_sessions.begin(), m_sessions.end(), isLeft), m_sessions.end());
}

void Workspace::followConnection()
{
    const ConnectionState connection = this->connection();
    if (connection.kind == ConnectionState::Kind::Connected)
        m_monitor->refresh();
    else
        m_monitor->markUnknown(connection.error);
    Q_EMIT connectionChanged();
}

QUuid Workspace::submit(const Command &command)
{
    return m_parts.jobs->submit(m_session, command);
}

QUuid Workspace::submitWithoutDeployment(const Command &command)
{
    if (!m_withoutDeployment)
        m_withoutDeployment = m_parts.sessions->withoutDeployment();
    return m_parts.jobs->submit(m_withoutDeployment, command);
}

void Workspace::refreshAfter(const QUuid &job)
{
    const std::optional<JobInfo> info = m_parts.jobs->job(job);
    if (!m_session || !info || info->deploymentId != m_session->deployment().id)
        return;
    const CmdletInfo *cmdlet = m_session->cmdletInfo(info->cmdlet);
    if (!cmdlet || !cmdlet->changesData || info->outcome == Outcome::Previewed)
        return;
    m_monitor->refresh();
}

} // namespace cspool
