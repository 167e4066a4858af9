#include "ui/pools/details_tab.h"

namespace cspool {

using namespace std::chrono_literals;

DetailsTab::DetailsTab(Workspace *workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
{
    m_updating.setSingleShot(true);
    m_updating.setInterval(0);
    connect(&m_updating, &QTimer::timeout, this, [this] {
        if (isVisible() && monitor())
            updateContent();
    });
    m_clock.setInterval(20s);
    connect(&m_clock, &QTimer::timeout, this, &DetailsTab::scheduleUpdate);
    m_clock.start();
    connect(m_workspace, &Workspace::deploymentAboutToChange, this, [this] {
        if (monitor())
            disconnect(monitor(), nullptr, this, nullptr);
    });
    connect(m_workspace, &Workspace::deploymentChanged, this, &DetailsTab::connectMonitor);
    connectMonitor();
}

void DetailsTab::connectMonitor()
{
    DeploymentMonitor *source = monitor();
    if (!source)
        return;
    for (const auto changed : {&DeploymentMonitor::poolsChanged, &DeploymentMonitor::poolStatesChanged,
                               &DeploymentMonitor::centralManagementChanged, &DeploymentMonitor::configurationChanged,
                               &DeploymentMonitor::servicesChanged, &DeploymentMonitor::rolesChanged}) {
        connect(source, changed, this, &DetailsTab::scheduleUpdate);
    }
    connect(source, &DeploymentMonitor::poolStatusChanged, this, [this](const QString &fqdn) {
        const std::optional<Pool> shown = pool();
        if (fqdn == m_pool || (shown && fqdn == shown->backupPoolFqdn))
            scheduleUpdate();
    });
    scheduleUpdate();
}

void DetailsTab::setPool(const QString &fqdn)
{
    m_pool = fqdn;
    if (isVisible() && monitor())
        updateContent();
}

void DetailsTab::scheduleUpdate()
{
    m_updating.start();
}

void DetailsTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (monitor())
        updateContent();
}

std::optional<Pool> DetailsTab::pool() const
{
    return monitor() ? monitor()->pool(m_pool) : std::nullopt;
}

StatusSubject DetailsTab::subjectOf(const QString &fqdn) const
{
    StatusSubject subject;
    subject.pool = fqdn;
    if (const std::optional<Pool> known = monitor()->pool(fqdn))
        subject.backupPool = known->backupPoolFqdn;
    const Reading<CentralManagementStoreStatus> &central = monitor()->centralManagement();
    if (central.isKnown() && !central.value->activeMasterFqdn.isEmpty()) {
        // The master is named as a pool, or as a computer of one.
        const auto holds = [this, master = central.value->activeMasterFqdn](const QString &name) {
            const std::optional<Pool> candidate = monitor()->pool(name);
            return master.compare(name, Qt::CaseInsensitive) == 0
                || (candidate && candidate->computers.contains(master, Qt::CaseInsensitive));
        };
        subject.hostsCentralManagement = holds(fqdn);
        if (!subject.backupPool.isEmpty())
            subject.backupPoolHostsCentralManagement = holds(subject.backupPool);
    }
    subject.kind = m_workspace->session()->deployment().kind;
    if (const Reading<PoolStatus> status = monitor()->status(fqdn); status.value)
        subject.warnings = status.value->warnings;
    return subject;
}

void DetailsTab::request(const Command &command)
{
    Command prefilled = command;
    const QString target = prefilled.string(u"PoolFqdn");
    prefilled.remove(u"PoolFqdn");
    Q_EMIT commandRequested(prefilled, target.isEmpty() ? QStringList() : QStringList{target});
}

} // namespace cspool
