#include "ui/command_form/pool_situations.h"

#include "ui/workspace.h"

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// An unfinished job that changes data of one of the pools; the command would wait for it.
QString jobUnderWay(const QStringList &pools, const Workspace &workspace)
{
    const QList<JobInfo> jobs = workspace.jobs().unfinishedJobs();
    const auto found = std::find_if(jobs.cbegin(), jobs.cend(), [&](const JobInfo &job) {
        const CmdletInfo *cmdlet = findCmdlet(job.cmdlet);
        return cmdlet && cmdlet->changesData && pools.contains(job.pool)
            && job.deploymentId == workspace.session()->deployment().id;
    });
    return found == jobs.cend() ? QString() : found->commandLine;
}

} // namespace

QList<PoolSituation> situationsOf(const QStringList &pools, const CmdletInfo &cmdlet, const Workspace &workspace)
{
    QList<PoolSituation> situations;
    const DeploymentMonitor *monitor = workspace.monitor();
    if (!monitor)
        return situations;
    for (const QString &fqdn : pools) {
        PoolSituation situation;
        situation.fqdn = fqdn;
        if (monitor->pools().isKnown()) {
            situation.pool = monitor->pool(fqdn);
            situation.isUnknown = !situation.pool;
        }
        if (monitor->poolStates().isKnown() && monitor->poolStates().value->contains(fqdn))
            situation.state = monitor->poolStates().value->value(fqdn);
        if (cmdlet.changesData)
            situation.jobUnderWay = jobUnderWay({fqdn, workspace.session()->backupPoolOf(fqdn)}, workspace);
        situations.append(situation);
    }
    return situations;
}

} // namespace cspool
