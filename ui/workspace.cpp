#include "ui/workspace.h"

#include "backend/known_servers.h"
#include "ui/jobs/job_feed.h"

#include <algorithm>

namespace cspool {

namespace {

// A copy of a deployment's folder has its id too, and is another one all the same.
bool isSame(const DeploymentInfo &a, const DeploymentInfo &b)
{
    return a.kind == b.kind && a.id == b.id && a.location == b.location;
}

} // namespace

Workspace::Workspace(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_jobFeed(std::make_unique<JobFeed>(parts.jobs, parts.history, parts.settings, parts.desktop))
{
    connect(m_parts.jobs, &JobRunner::jobFinished, this, &Workspace::refreshAfter);
    connect(m_parts.settings, &Settings::changed, this, &Workspace::applySettings);
}

Workspace::~Workspace() = default;

JobModel *Workspace::jobModel() const
{
    return m_jobFeed->model();
}

void Workspace::applySettings()
{
    const KnownServers known(m_parts.settings);
    for (const std::unique_ptr<OpenDeployment> &open : m_open) {
        DeploymentMonitor *monitor = open->monitor();
        monitor->setRefreshInterval(std::chrono::seconds(settings().value(Settings::RefreshInterval)));
        if (const auto server = known.server(QUrl(open->info().location)))
            monitor->setAnswerTimeout(server->settings.queryTimeout);
    }
}

QList<OpenDeployment *> Workspace::openDeployments() const
{
    QList<OpenDeployment *> open;
    for (const std::unique_ptr<OpenDeployment> &deployment : m_open)
        open.append(deployment.get());
    return open;
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

OpenDeployment *Workspace::find(const DeploymentInfo &deployment) const
{
    const auto found = std::find_if(m_open.begin(), m_open.end(),
                                    [&](const auto &open) { return isSame(open->info(), deployment); });
    return found == m_open.end() ? nullptr : found->get();
}

// Jobs may still work in it; a second one beside it would wait for its locks.
std::shared_ptr<Session> Workspace::labOpenedBefore(const DeploymentInfo &deployment) const
{
    const auto found = std::find_if(m_labs.begin(), m_labs.end(),
                                    [&](const auto &lab) { return isSame(lab->deployment(), deployment); });
    return found == m_labs.end() ? nullptr : *found;
}

void Workspace::setSession(std::unique_ptr<Session> session)
{
    const DeploymentInfo deployment = session->deployment();
    OpenDeployment *const before = find(deployment);
    if (deployment.kind == DeploymentKind::Lab) {
        if (before) {
            show(before);
            return;
        }
        std::shared_ptr<Session> lab = labOpenedBefore(deployment);
        if (!lab) {
            lab = std::move(session);
            m_labs.push_back(lab);
        }
        putOnScreen(add(lab));
        return;
    }
    OpenDeployment *const opened = add(std::move(session));
    if (before) { // it takes its place in the list, too
        const auto place
            = std::find_if(m_open.begin(), m_open.end(), [&](const auto &open) { return open.get() == before; });
        std::swap(*place, m_open.back());
    }
    putOnScreen(opened);
    if (before)
        close(before);
}

OpenDeployment *Workspace::add(const std::shared_ptr<Session> &session)
{
    m_open.push_back(std::make_unique<OpenDeployment>(session, &m_reaper));
    OpenDeployment *const added = m_open.back().get();
    connect(added, &OpenDeployment::connectionChanged, this, [this, added] { followConnection(added); });
    applySettings();
    return added;
}

void Workspace::show(OpenDeployment *deployment)
{
    if (deployment == m_current)
        m_current->monitor()->refresh(); // nothing that is open for it has to go
    else
        putOnScreen(deployment);
}

// `deployment` may be null: none is open any more.
void Workspace::putOnScreen(OpenDeployment *deployment)
{
    Q_EMIT deploymentAboutToChange();
    if (m_current)
        m_current->leaveScreen();
    m_current = deployment;
    if (m_current) {
        m_shown.removeOne(m_current);
        m_shown.append(m_current);
        m_current->enterScreen(); // first: from here on what is old is known as old
    }
    Q_EMIT openDeploymentsChanged();
    Q_EMIT deploymentChanged();
}

void Workspace::close(OpenDeployment *deployment)
{
    m_shown.removeOne(deployment);
    if (deployment == m_current)
        putOnScreen(m_shown.isEmpty() ? nullptr : m_shown.last());
    const auto place
        = std::find_if(m_open.begin(), m_open.end(), [&](const auto &open) { return open.get() == deployment; });
    const std::unique_ptr<OpenDeployment> closed = std::move(*place);
    m_open.erase(place);
    if (BackgroundService *service = closed->session()->backgroundService())
        service->setRunning(false);
    Q_EMIT openDeploymentsChanged();
}

QList<JobInfo> Workspace::unfinishedJobsOf(const OpenDeployment &deployment) const
{
    const DeploymentInfo info = deployment.info();
    QList<JobInfo> jobs = m_parts.jobs->unfinishedJobs();
    jobs.removeIf(
        [&info](const JobInfo &job) { return job.deploymentId != info.id || job.deploymentLocation != info.location; });
    return jobs;
}

void Workspace::followConnection(OpenDeployment *deployment)
{
    Q_EMIT openDeploymentsChanged();
    if (deployment == m_current)
        Q_EMIT connectionChanged();
}

QUuid Workspace::submit(const Command &command)
{
    return m_parts.jobs->submit(m_current->session(), command);
}

QUuid Workspace::submitWithoutDeployment(const Command &command)
{
    if (!m_withoutDeployment)
        m_withoutDeployment = m_parts.sessions->withoutDeployment();
    return m_parts.jobs->submit(m_withoutDeployment, command);
}

// A deployment of genuine servers can be open several times, through each of its pools.
void Workspace::refreshAfter(const QUuid &job)
{
    const std::optional<JobInfo> info = m_parts.jobs->job(job);
    if (!info || info->outcome == Outcome::Previewed)
        return;
    for (const std::unique_ptr<OpenDeployment> &open : m_open) {
        const CmdletInfo *cmdlet = open->session()->cmdletInfo(info->cmdlet);
        const bool isItsOwn = info->deploymentId == open->info().id;
        const bool isOfItsPool = open->info().kind == DeploymentKind::Server && !info->pool.isEmpty()
            && open->monitor()->pool(info->pool).has_value();
        if (cmdlet && cmdlet->changesData && (isItsOwn || isOfItsPool))
            open->monitor()->refresh();
    }
}

} // namespace cspool
