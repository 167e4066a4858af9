#include "ui/workspace.h"

#include <algorithm>

namespace cspool {

Workspace::Workspace(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(m_parts.jobs, &JobRunner::jobFinished, this, &Workspace::refreshAfter);
    connect(m_parts.settings, &Settings::changed, this, [this] {
        if (m_monitor)
            m_monitor->setRefreshInterval(std::chrono::seconds(settings().value(Settings::RefreshInterval)));
    });
}

Workspace::~Workspace() = default;

void Workspace::openLab(const QString &folder)
{
    m_isOpening = true;
    Q_EMIT isOpeningChanged();
    m_parts.sessions->openLab(folder, this, [this, folder](Result<std::unique_ptr<Session>> opened) {
        m_isOpening = false;
        Q_EMIT isOpeningChanged();
        if (opened)
            setSession(std::move(*opened));
        else
            Q_EMIT openFailed(folder, opened.error());
    });
}

void Workspace::setSession(std::unique_ptr<Session> session)
{
    Q_EMIT deploymentAboutToChange();
    m_monitor.reset();
    m_queries.reset();
    m_session = session.get();
    m_sessions.push_back(std::move(session));
    m_queries = std::make_unique<QueryRunner>(m_session);
    m_monitor = std::make_unique<DeploymentMonitor>(m_queries.get());
    m_monitor->setRefreshInterval(std::chrono::seconds(settings().value(Settings::RefreshInterval)));
    Q_EMIT deploymentChanged();
    m_monitor->refresh();
}

QUuid Workspace::submit(const Command &command)
{
    return m_parts.jobs->submit(m_session, command);
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
