#include "ui/pools/services_tab.h"

#include "model/time_text.h"
#include "model/tool_tip.h"

#include <QLabel>
#include <QListWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace cspool {

using namespace Qt::StringLiterals;

ServicesTab::ServicesTab(Workspace *workspace, QWidget *parent)
    : DetailsTab(workspace, parent)
    , m_computersNote(new QLabel(tr("Co&mputers"), this))
    , m_computers(new QListWidget(this))
    , m_servicesNote(new QLabel(this))
    , m_services(new QTreeWidget(this))
{
    m_computersNote->setBuddy(m_computers);
    m_computers->setObjectName(u"computers"_s);
    m_computers->setAccessibleName(tr("Computers of the pool"));
    m_servicesNote->setObjectName(u"servicesNote"_s);
    m_servicesNote->setTextFormat(Qt::PlainText);
    m_servicesNote->setWordWrap(true);
    m_servicesNote->setBuddy(m_services);
    m_services->setObjectName(u"services"_s);
    m_services->setAccessibleName(tr("Services of the pool"));
    m_services->setHeaderLabels({tr("Role"), tr("Identity"), tr("Version"), tr("Depends on")});
    m_services->setRootIsDecorated(false);
    m_services->setAlternatingRowColors(true);
    m_services->setUniformRowHeights(true);
    const int character = fontMetrics().averageCharWidth();
    m_services->setColumnWidth(0, 22 * character);
    m_services->setColumnWidth(1, 44 * character);
    m_services->setColumnWidth(2, 10 * character);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_computersNote);
    layout->addWidget(m_computers, 1);
    layout->addWidget(m_servicesNote);
    layout->addWidget(m_services, 3);
}

void ServicesTab::updateContent()
{
    monitor()->wantServices();
    updateComputers();
    updateServices();
}

void ServicesTab::updateComputers()
{
    const std::optional<Pool> shown = pool();
    const Reading<PoolStatus> status = monitor()->status(poolFqdn());
    const QString active = status.value ? status.value->status.activeMachineFqdn : QString();
    QStringList computers;
    for (const QString &computer : shown ? shown->computers : QStringList()) {
        computers.append(computer.compare(active, Qt::CaseInsensitive) == 0
                             ? tr("%1 (the backup service is active here)").arg(computer)
                             : computer);
    }
    if (computers.isEmpty())
        computers.append(tr("not reported"));
    QStringList before;
    for (int row = 0; row < m_computers->count(); ++row)
        before.append(m_computers->item(row)->text());
    if (before == computers)
        return;
    m_computers->clear();
    m_computers->addItems(computers);
}

void ServicesTab::updateServices()
{
    const Reading<QList<Service>> &services = monitor()->services();
    // An '&' in the error is none that marks a key.
    const QString error = services.error ? QString(services.error->message).replace(u'&', "&&"_L1) : QString();
    if (services.error && services.value) {
        m_servicesNote->setText(tr("&Services: they could not be read again: %1 What you see was read %2.")
                                    .arg(error, ageText(services.readAt, now())));
    } else if (services.error) {
        m_servicesNote->setText(tr("&Services: they could not be read: %1").arg(error));
    } else {
        m_servicesNote->setText(
            services.value ? tr("&Services, as Get-CsService reported them %1").arg(ageText(services.readAt, now()))
                           : tr("&Services: being read…"));
    }
    m_servicesNote->setToolTip(fullTimeText(services.readAt));
    QList<QStringList> rows;
    for (const Service &service : services.value.value_or(QList<Service>())) {
        if (service.poolFqdn.compare(poolFqdn(), Qt::CaseInsensitive) == 0)
            rows.append({service.role, service.identity,
                         service.version.isEmpty() ? tr("not reported") : service.version,
                         service.dependentServices.join(", "_L1)});
    }
    if (rows == m_shownServices)
        return;
    m_shownServices = rows;
    m_services->clear();
    for (const QStringList &row : std::as_const(rows)) {
        auto *item = new QTreeWidgetItem(m_services, row);
        item->setToolTip(3, plainToolTip(row.at(3)));
    }
}

} // namespace cspool
