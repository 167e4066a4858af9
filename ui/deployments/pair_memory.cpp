#include "ui/deployments/pair_memory.h"

#include "backend/known_servers.h"
#include "model/fqdn.h"

#include <algorithm>

namespace cspool {

namespace {

// Of the pool that a host belongs to, or is the name of; empty: it has none, or the host is in no pool.
QString backupPoolOf(const QString &host, const QList<Pool> &pools)
{
    const QString name = canonicalFqdn(host);
    const auto found = std::find_if(pools.begin(), pools.end(), [&name](const Pool &pool) {
        return canonicalFqdn(pool.fqdn) == name || pool.computers.contains(name, Qt::CaseInsensitive);
    });
    return found == pools.end() ? QString() : found->backupPoolFqdn;
}

} // namespace

PairMemory::PairMemory(Workspace *workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    connect(workspace, &Workspace::deploymentChanged, this, &PairMemory::followCurrent);
    followCurrent();
}

// One that has left the screen may still be told its pools: they were asked for before.
void PairMemory::followCurrent()
{
    if (DeploymentMonitor *monitor = m_workspace->monitor())
        connect(monitor, &DeploymentMonitor::poolsChanged, this, &PairMemory::remember, Qt::UniqueConnection);
}

void PairMemory::remember()
{
    KnownServers known(&m_workspace->settings());
    const QList<OpenDeployment *> open = m_workspace->openDeployments();
    for (OpenDeployment *deployment : open) {
        const DeploymentInfo info = deployment->info();
        const Reading<QList<Pool>> &pools = deployment->monitor()->pools();
        if (info.kind == DeploymentKind::Server && pools.isKnown()) {
            const QUrl url(info.location);
            known.rememberBackupPool(url, backupPoolOf(url.host(), *pools.value));
        }
    }
}

} // namespace cspool
