// Workspace: what a window works with: the open deployment with what is known of it, the jobs, history and settings.
#pragma once

#include "backend/async_job_history.h"
#include "backend/deployment_monitor.h"
#include "backend/job_runner.h"
#include "backend/password_store.h"
#include "backend/session_factory.h"
#include "ui/desktop.h"
#include "ui/settings.h"

#include <memory>
#include <vector>

namespace cspool {

class JobFeed;
class JobModel;

// Lives in the window's thread. Knows no kind of deployment.
class Workspace : public QObject
{
    Q_OBJECT

public:
    // All must outlive it; `history` and `passwords` may be null.
    struct Parts
    {
        SessionFactory *sessions = nullptr;
        JobRunner *jobs = nullptr;
        AsyncJobHistory *history = nullptr;
        Settings *settings = nullptr;
        Desktop *desktop = nullptr;
        PasswordStore *passwords = nullptr;
    };
    explicit Workspace(const Parts &parts, QObject *parent = nullptr);
    ~Workspace() override;

    SessionFactory &sessions() const { return *m_parts.sessions; }
    JobRunner &jobs() const { return *m_parts.jobs; }
    AsyncJobHistory *history() const { return m_parts.history; }
    Settings &settings() const { return *m_parts.settings; }
    Desktop &desktop() const { return *m_parts.desktop; }
    PasswordStore *passwords() const { return m_parts.passwords; } // null: no password can be kept

    // All jobs, of this process and of the history.
    JobFeed &jobFeed() const { return *m_jobFeed; }
    JobModel *jobModel() const;

    // Null while no deployment is open.
    Session *session() const { return m_session.get(); }
    QueryRunner *queries() const { return m_queries.get(); }
    DeploymentMonitor *monitor() const { return m_monitor.get(); }

    // Opens the lab in `folder`; deploymentChanged() or openFailed() follows, unless another one is opened meanwhile:
    // only the latest request counts. The deployment that was open stays until then, and its jobs go on afterwards. One
    // that was open before gets its session again; of the one that is open, everything is only read again.
    void openLab(const QString &folder);
    // Shows the session's deployment, which from now on is the workspace's; its jobs keep it beyond that, until they
    // end. A session of genuine servers is the workspace's only while it is on the screen, and takes the place of an
    // older one to the same servers.
    void setSession(std::unique_ptr<Session> session);
    // Of the open deployment. While it is not connected, everything that was read of it is unknown.
    ConnectionState connection() const { return m_session ? m_session->connectionState() : ConnectionState(); }
    bool isOpening() const { return m_isOpening; }
    QString openingFolder() const { return m_isOpening ? m_openingFolder : QString(); }

    // Queues the command as a job of the open deployment; when it has ended, what it may have changed is read again.
    QUuid submit(const Command &command);
    // The same in a session without deployment: New-Deployment.
    QUuid submitWithoutDeployment(const Command &command);

Q_SIGNALS:
    void deploymentAboutToChange(); // monitor() and queries() are about to go
    void deploymentChanged();
    void connectionChanged(); // of the open deployment
    void openFailed(const QString &folder, const cspool::Error &error);
    void isOpeningChanged();

private:
    void refreshAfter(const QUuid &job);
    void show(const std::shared_ptr<Session> &session);
    void leaveServers();
    void followConnection();
    std::shared_ptr<Session> sessionLike(const Session &session) const;

    const Parts m_parts;
    std::unique_ptr<JobFeed> m_jobFeed;
    std::vector<std::shared_ptr<Session>> m_sessions; // all that were opened
    std::shared_ptr<Session> m_withoutDeployment; // made when it is needed
    std::shared_ptr<Session> m_session;
    PipelineReaper m_reaper; // of the queries of deployments that were left
    std::unique_ptr<QueryRunner> m_queries;
    std::unique_ptr<DeploymentMonitor> m_monitor;
    bool m_isOpening = false;
    QString m_openingFolder;
    int m_openings = 0; // that were asked for
};

} // namespace cspool
