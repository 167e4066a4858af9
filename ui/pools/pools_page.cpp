#include "ui/pools/pools_page.h"

#include "ui/workspace.h"

namespace cspool {

PoolsPage::PoolsPage(Workspace *workspace, QWidget *parent)
    : ConsolePage(parent)
    , m_workspace(workspace)
{
}

QString PoolsPage::title() const
{
    return tr("&Pools");
}

QIcon PoolsPage::icon() const
{
    return {};
}

QList<QAction *> PoolsPage::menuActions() const
{
    return m_actions;
}

void PoolsPage::find()
{
}

void PoolsPage::focusContent()
{
    setFocus();
}

void PoolsPage::selectPool(const QString &fqdn)
{
    Q_UNUSED(fqdn)
}

QStringList PoolsPage::selectedPools() const
{
    return {};
}

} // namespace cspool
