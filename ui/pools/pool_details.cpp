#include "ui/pools/pool_details.h"

#include "ui/pools/configuration_form.h"
#include "ui/pools/modules_tab.h"
#include "ui/pools/overview_tab.h"
#include "ui/pools/pool_jobs_tab.h"
#include "ui/pools/roles_tab.h"
#include "ui/pools/services_tab.h"
#include "ui/workspace.h"

#include <QLabel>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace cspool {

using namespace Qt::StringLiterals;

PoolDetails::PoolDetails(Workspace *workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_heading(new QLabel(this))
    , m_stack(new QStackedWidget(this))
    , m_tabs(new QTabWidget(this))
    , m_invitation(new QLabel(this))
{
    m_heading->setObjectName(u"detailsHeading"_s);
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont font = m_heading->font();
    font.setBold(true);
    m_heading->setFont(font);
    m_invitation->setObjectName(u"detailsInvitation"_s);
    m_invitation->setTextFormat(Qt::PlainText);
    m_invitation->setAlignment(Qt::AlignCenter);
    m_invitation->setWordWrap(true);
    m_tabs->setObjectName(u"detailsTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setAccessibleName(tr("Details of the pool"));
    auto *jobs = new PoolJobsTab(workspace);
    auto *overview = new OverviewTab(workspace);
    connect(overview, &OverviewTab::readinessRequested, this, &PoolDetails::readinessRequested);
    addTab(overview, tr("Overview"), u"overviewTab"_s);
    addTab(new ModulesTab(workspace), tr("Modules"), u"modulesTab"_s);
    addTab(new ConfigurationForm(workspace), tr("Configuration"), u"configurationTab"_s);
    addTab(new ServicesTab(workspace), tr("Computers and services"), u"servicesTab"_s);
    addTab(new RolesTab(workspace), tr("Roles"), u"rolesTab"_s);
    addTab(jobs, tr("Jobs"), u"jobsTab"_s);
    connect(jobs, &PoolJobsTab::jobActivated, this, &PoolDetails::jobActivated);
    m_stack->addWidget(m_invitation);
    m_stack->addWidget(m_tabs);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_heading);
    layout->addWidget(m_stack, 1);

    connect(m_workspace, &Workspace::deploymentAboutToChange, this, [this] {
        if (DeploymentMonitor *monitor = m_workspace->monitor())
            disconnect(monitor, nullptr, this, nullptr);
        setPool({});
    });
    connect(m_workspace, &Workspace::deploymentChanged, this, &PoolDetails::connectMonitor);
    connectMonitor();
    updateHeading();
}

void PoolDetails::addTab(DetailsTab *tab, const QString &title, const QString &objectName)
{
    tab->setObjectName(objectName);
    m_tabs->addTab(tab, title);
    m_allTabs.append(tab);
    connect(tab, &DetailsTab::commandRequested, this, &PoolDetails::commandRequested);
}

void PoolDetails::connectMonitor()
{
    if (DeploymentMonitor *monitor = m_workspace->monitor()) {
        connect(monitor, &DeploymentMonitor::poolsChanged, this, [this] {
            updateHeading();
            updateShownPools();
        });
    }
    updateHeading();
}

void PoolDetails::setPool(const QString &fqdn)
{
    m_pool = fqdn;
    updateHeading();
    for (DetailsTab *tab : std::as_const(m_allTabs))
        tab->setPool(fqdn);
    updateShownPools();
}

void PoolDetails::updateHeading()
{
    const DeploymentMonitor *monitor = m_workspace->monitor();
    const bool arePoolsRead = monitor && monitor->pools().value;
    const bool isGone = arePoolsRead && !m_pool.isEmpty() && !monitor->pool(m_pool);
    m_invitation->setText(isGone ? tr("%1 is not in the topology any more.").arg(m_pool)
                                 : tr("Select a pool to see its details."));
    const bool isShown = arePoolsRead && !m_pool.isEmpty() && !isGone;
    m_heading->setText(isShown ? m_pool : QString());
    m_heading->setVisible(isShown);
    m_stack->setCurrentWidget(isShown ? static_cast<QWidget *>(m_tabs) : m_invitation);
}

QStringList PoolDetails::shownPools() const
{
    const std::optional<Pool> pool
        = m_workspace->monitor() && !m_pool.isEmpty() ? m_workspace->monitor()->pool(m_pool) : std::nullopt;
    // Of a pool without a backup pool there is no status.
    return pool && !pool->backupPoolFqdn.isEmpty() ? QStringList{m_pool, pool->backupPoolFqdn} : QStringList();
}

void PoolDetails::updateShownPools()
{
    const QStringList pools = shownPools();
    if (std::exchange(m_shownPools, pools) != pools)
        Q_EMIT shownPoolsChanged();
}

} // namespace cspool
