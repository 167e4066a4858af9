#include "ui/pools/pool_details.h"

#include "ui/workspace.h"

namespace cspool {

PoolDetails::PoolDetails(Workspace *workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
{
}

void PoolDetails::setPool(const QString &fqdn)
{
    m_pool = fqdn;
    Q_EMIT shownPoolsChanged();
}

QStringList PoolDetails::shownPools() const
{
    if (m_pool.isEmpty())
        return {};
    const std::optional<Pool> pool = m_workspace->monitor() ? m_workspace->monitor()->pool(m_pool) : std::nullopt;
    if (!pool || pool->backupPoolFqdn.isEmpty())
        return {m_pool};
    return {m_pool, pool->backupPoolFqdn};
}

} // namespace cspool
