// LabSession: runs cmdlets on a lab deployment, each in a thread of its own.
#pragma once

#include "backend/session.h"

#include <QSet>

#include <chrono>

namespace cspool {

class JobPrecedence;
class LabBackgroundService;

// Destroying it waits for nothing but a batch of its backup service, see LabBackgroundService: whoever started commands
// keeps the session until they have ended (JobRunner, QueryRunner with its PipelineReaper).
class LabSession : public Session
{
    Q_OBJECT

public:
    // Opens the deployment in `folder` to learn what it is. `lockTimeout`: how long a command waits for another process
    // at work on the same pools.
    static Result<std::unique_ptr<LabSession>> open(const QString &folder, std::chrono::milliseconds lockTimeout);
    // A session without a deployment: it runs New-Deployment only.
    static std::unique_ptr<LabSession> withoutDeployment();
    ~LabSession() override;

    DeploymentInfo deployment() const override;
    const CmdletInfo *cmdletInfo(QStringView name) const override;
    using Session::start;
    std::unique_ptr<Pipeline> start(const Command &command, RecordSpool spool) override;
    QString backupPoolOf(const QString &poolFqdn) const override;
    BackgroundService *backgroundService() override;

private:
    struct Pairs;
    QSet<QString> poolsOf(const Command &command) const;
    LabSession(const QString &folder, const DeploymentInfo &info, std::chrono::milliseconds lockTimeout);

    QString m_folder; // empty: without a deployment
    DeploymentInfo m_info;
    std::chrono::milliseconds m_lockTimeout;
    // As last read; commands that change data read them again in their own thread.
    std::shared_ptr<Pairs> m_pairs;
    std::shared_ptr<JobPrecedence> m_precedence;
    std::unique_ptr<LabBackgroundService> m_service; // made when somebody asks for it
};

} // namespace cspool
