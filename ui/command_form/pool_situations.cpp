#include "ui/command_form/pool_situations.h"

#include "ui/deployments/recent_deployments.h"
#include "ui/workspace.h"

#include <QHash>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// The unfinished jobs that change data of the open deployment, looked up by the pools that they hold. What holds what
// is what the job queue goes by: a pool and its backup pool; a job without a pool, or of whose pool the backup pool is
// not known yet, holds the whole deployment.
class JobsUnderWay
{
public:
    explicit JobsUnderWay(const Workspace &workspace)
        : m_session(*workspace.session())
        , m_jobs(workspace.jobs().unfinishedJobs())
        , m_first(m_jobs.size())
        , m_ofDeployment(m_jobs.size())
    {
        const DeploymentInfo deployment = m_session.deployment();
        for (qsizetype i = m_jobs.size(); i-- > 0;) {
            const JobInfo &job = m_jobs.at(i);
            const bool isItsOwn = job.deploymentId == deployment.id;
            // Genuine pools may be reached through another server, too.
            const bool isOfServers = deployment.kind == DeploymentKind::Server
                && RecentDeployments::kindOf(job.deploymentLocation) == DeploymentKind::Server;
            if ((!isItsOwn && !isOfServers) || !changesData(job))
                continue;
            if (isItsOwn)
                m_first = i;
            if (isItsOwn && (job.pool.isEmpty() || !m_session.knowsBackupPoolOf(job.pool)))
                m_ofDeployment = i;
            for (const QString &pool : held(job.pool))
                m_ofPool.insert(pool, i);
        }
    }

    // The command line of the first one that a command for `pool` would wait for; empty: none.
    QString holding(const QString &pool) const
    {
        qsizetype first = m_session.knowsBackupPoolOf(pool) ? m_ofDeployment : m_first;
        for (const QString &name : held(pool))
            first = std::min(first, m_ofPool.value(name, first));
        return first < m_jobs.size() ? m_jobs.at(first).commandLine : QString();
    }

private:
    bool changesData(const JobInfo &job) const
    {
        const CmdletInfo *cmdlet = m_session.cmdletInfo(job.cmdlet);
        if (!cmdlet || !cmdlet->changesData)
            return false;
        if (!job.commandLine.contains("WhatIf"_L1, Qt::CaseInsensitive))
            return true;
        const Result<Command> command = parseCommand(job.commandLine);
        return !command || !command->isSwitchOn(u"WhatIf");
    }

    QStringList held(const QString &pool) const
    {
        QStringList pools = {pool, pool.isEmpty() ? QString() : m_session.backupPoolOf(pool)};
        pools.removeAll(QString());
        return pools;
    }

    const Session &m_session;
    const QList<JobInfo> m_jobs; // running first, then the queue in its order
    QHash<QString, qsizetype> m_ofPool; // the first one
    qsizetype m_first; // of the deployment; behind the last: none
    qsizetype m_ofDeployment; // the first one; behind the last: none
};

QStringList modulesInError(const Reading<PoolStatus> &reading)
{
    QStringList names;
    if (!reading.isKnown())
        return names;
    for (const BackupModuleStatus &module : reading.value->status.modules) {
        if (module.exportStatus == ExportStatus::ErrorState)
            names.append(module.identity);
    }
    return names;
}

} // namespace

QList<PoolSituation> situationsOf(const QStringList &pools, const CmdletInfo &cmdlet, const Workspace &workspace)
{
    QList<PoolSituation> situations;
    const DeploymentMonitor *monitor = workspace.monitor();
    if (!monitor || pools.isEmpty())
        return situations;
    const JobsUnderWay jobs(workspace);
    for (const QString &fqdn : pools) {
        PoolSituation situation;
        situation.fqdn = fqdn;
        if (monitor->pools().isKnown()) {
            situation.pool = monitor->pool(fqdn);
            situation.isUnknown = !situation.pool;
        }
        if (monitor->poolStates().isKnown() && monitor->poolStates().value->contains(fqdn))
            situation.state = monitor->poolStates().value->value(fqdn);
        situation.modulesInError = modulesInError(monitor->status(fqdn));
        if (cmdlet.changesData)
            situation.jobUnderWay = jobs.holding(fqdn);
        situations.append(situation);
    }
    return situations;
}

} // namespace cspool
