// Workspace: what a window works with: the open deployments with what is known of them, one of them on the screen; the
// jobs, history and settings.
#pragma once

#include "backend/async_job_history.h"
#include "backend/job_runner.h"
#include "backend/password_store.h"
#include "backend/session_factory.h"
#include "ui/desktop.h"
#include "ui/open_deployment.h"
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
        QString operationsFolder = {}; // of the OperationStore; empty: nothing can be written down, or begun
    };
    explicit Workspace(const Parts &parts, QObject *parent = nullptr);
    ~Workspace() override;

    SessionFactory &sessions() const { return *m_parts.sessions; }
    JobRunner &jobs() const { return *m_parts.jobs; }
    AsyncJobHistory *history() const { return m_parts.history; }
    Settings &settings() const { return *m_parts.settings; }
    Desktop &desktop() const { return *m_parts.desktop; }
    PasswordStore *passwords() const { return m_parts.passwords; } // null: no password can be kept

    QString operationsFolder() const { return m_parts.operationsFolder; }

    // All jobs, of this process and of the history.
    JobFeed &jobFeed() const { return *m_jobFeed; }
    JobModel *jobModel() const;

    // Those that are open, in the order in which they were opened.
    QList<OpenDeployment *> openDeployments() const;
    // The one on the screen; null: none is open.
    OpenDeployment *current() const { return m_current; }
    // Of the one on the screen; null while there is none.
    Session *session() const { return m_current ? m_current->session().get() : nullptr; }
    QueryRunner *queries() const { return m_current ? m_current->queries() : nullptr; }
    DeploymentMonitor *monitor() const { return m_current ? m_current->monitor() : nullptr; }
    ConnectionState connection() const { return m_current ? m_current->connection() : ConnectionState(); }

    // Opens the lab in `folder` and puts it on the screen; deploymentChanged() or openFailed() follows, unless another
    // one is opened meanwhile: only the latest request counts. One that was open before gets its session again; of the
    // one on the screen everything is only read again.
    void openLab(const QString &folder);
    // Puts the session's deployment, which from now on is the workspace's, on the screen. A session of genuine servers
    // takes the place of an older one to the same servers.
    void setSession(std::unique_ptr<Session> session);
    // Puts an open deployment on the screen, with what was read of it, and reads it again.
    void show(OpenDeployment *deployment);
    // Its jobs go on with their session, which ends with the last of them: cancel those that shall not. The one that
    // was on the screen before takes its place there.
    void close(OpenDeployment *deployment);
    // Those that have not ended.
    QList<JobInfo> unfinishedJobsOf(const OpenDeployment &deployment) const;

    bool isOpening() const { return m_isOpening; }
    QString openingFolder() const { return m_isOpening ? m_openingFolder : QString(); }

    // Queues the command as a job of the deployment on the screen; when it has ended, what it may have changed is read
    // again.
    QUuid submit(const Command &command);
    // The same in a session without deployment: New-Deployment.
    QUuid submitWithoutDeployment(const Command &command);

Q_SIGNALS:
    void deploymentAboutToChange(); // monitor() and queries() are about to be others: what follows them lets go
    void deploymentChanged(); // there is another one on the screen, or none
    void openDeploymentsChanged(); // one was opened or closed, or its connection has changed
    void connectionChanged(); // of the one on the screen
    void openFailed(const QString &folder, const cspool::Error &error);
    void isOpeningChanged();

private:
    void refreshAfter(const QUuid &job);
    void applySettings();
    OpenDeployment *add(const std::shared_ptr<Session> &session);
    OpenDeployment *find(const DeploymentInfo &deployment) const;
    std::shared_ptr<Session> labOpenedBefore(const DeploymentInfo &deployment) const;
    void putOnScreen(OpenDeployment *deployment);
    void followConnection(OpenDeployment *deployment);

    const Parts m_parts;
    std::unique_ptr<JobFeed> m_jobFeed;
    std::shared_ptr<Session> m_withoutDeployment; // made when it is needed
    // All that were opened. They outlive being closed: one whose backup service is at work would be waited for.
    std::vector<std::shared_ptr<Session>> m_labs;
    PipelineReaper m_reaper; // of the queries of deployments that were closed
    std::vector<std::unique_ptr<OpenDeployment>> m_open;
    QList<OpenDeployment *> m_shown; // in the order in which they were on the screen; the last one still is
    OpenDeployment *m_current = nullptr;
    bool m_isOpening = false;
    QString m_openingFolder;
    int m_openings = 0; // that were asked for
};

} // namespace cspool
