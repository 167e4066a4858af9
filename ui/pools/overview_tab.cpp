#include "ui/pools/overview_tab.h"

#include "model/pool_pairing.h"
#include "model/server_versions.h"
#include "model/time_text.h"
#include "ui/icons.h"
#include "ui/pools/advice_view.h"
#include "ui/pools/status_label.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace cspool {

using namespace Qt::StringLiterals;

OverviewTab::OverviewTab(Workspace *workspace, QWidget *parent)
    : DetailsTab(workspace, parent)
    , m_remarks(new AdviceView(this))
    , m_backUp(addButton(tr("&Back up…"), u"backup"_s, u"detailsBackUp"_s))
    , m_synchronise(addButton(tr("&Synchronise…"), u"sync"_s, u"detailsSynchronise"_s))
    , m_guided(addButton({}, u"guided-failover"_s, u"detailsGuided"_s))
    , m_refresh(addButton(tr("Read a&gain"), u"refresh"_s, u"detailsRefresh"_s))
{
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_state = addLine(form, tr("Pool state:"), u"overviewState"_s);
    m_export = addLine(form, tr("Backup of this pool:"), u"overviewExport"_s);
    m_import = addLine(form, tr("Backup of the other pool:"), u"overviewImport"_s);
    m_remarks->setMinimumHeight(fontMetrics().height() * 6);
    form->addRow(m_remarks); // cause and cure, beside what they are about
    m_backupPool = addLine(form, tr("Backup pool:"), u"overviewBackupPool"_s);
    m_central = addLine(form, tr("Central Management store:"), u"overviewCentral"_s);
    m_kind = addLine(form, tr("Kind:"), u"overviewKind"_s);
    m_site = addLine(form, tr("Site:"), u"overviewSite"_s);
    m_version = addLine(form, tr("Server version:"), u"overviewVersion"_s);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_backUp, m_synchronise, m_guided, m_refresh})
        buttons->addWidget(button);
    buttons->addStretch(1);
    form->addRow(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form, 1);

    connect(m_backUp, &QPushButton::clicked, this,
            [this] { request(Command(u"Backup-CsPool"_s).set(u"PoolFqdn"_s, poolFqdn())); });
    connect(m_synchronise, &QPushButton::clicked, this,
            [this] { request(Command(u"Invoke-CsBackupServiceSync"_s).set(u"PoolFqdn"_s, poolFqdn())); });
    connect(m_guided, &QPushButton::clicked, this, [this] { Q_EMIT readinessRequested(poolFqdn()); });
    connect(m_refresh, &QPushButton::clicked, this, [this] {
        if (const std::optional<Pool> shown = pool()) {
            monitor()->refreshPool(shown->fqdn);
            if (!shown->backupPoolFqdn.isEmpty())
                monitor()->refreshPool(shown->backupPoolFqdn);
        }
    });
    connect(m_remarks, &AdviceView::commandRequested, this, &OverviewTab::request);
}

StatusLabel *OverviewTab::addLine(QFormLayout *form, const QString &title, const QString &objectName)
{
    auto *line = new StatusLabel(this);
    line->setObjectName(objectName);
    form->addRow(title, line);
    return line;
}

QPushButton *OverviewTab::addButton(const QString &text, const QString &iconName, const QString &objectName)
{
    auto *button = new QPushButton(symbolIcon(iconName), text, this);
    button->setObjectName(objectName);
    return button;
}

QString OverviewTab::readText(const QDateTime &at) const
{
    return at.isValid() ? tr("Read at %1.").arg(fullTimeText(at)) : tr("Not read yet.");
}

void OverviewTab::updateContent()
{
    const std::optional<Pool> shown = pool();
    const bool isPaired = shown && !shown->backupPoolFqdn.isEmpty();
    m_backUp->setEnabled(isPaired);
    m_synchronise->setEnabled(isPaired);
    m_guided->setEnabled(shown && shown->canBeBackedUp());
    m_refresh->setEnabled(shown.has_value());
    const auto &states = monitor()->poolStates();
    const bool isAway = states.isKnown() && states.value->value(poolFqdn(), PoolState::Active) == PoolState::FailedOver;
    m_guided->setText(isAway ? tr("G&uided failback…") : tr("G&uided failover…"));
    if (!shown)
        return;
    updateState(*shown);
    updateCentralManagement();
    const QString notReported = tr("not reported");
    m_kind->setStatus(StatusTone::None, shown->services.isEmpty() ? notReported : shown->kind());
    m_site->setStatus(StatusTone::None,
                      shown->site.isEmpty() ? notReported : shown->site.mid(shown->site.indexOf(u':') + 1));
    m_version->setStatus(StatusTone::None, versionText(*shown));
    const QString partner = shown->backupPoolFqdn;
    if (isPaired) {
        m_backupPool->setStatus(StatusTone::None, partner);
        updateDirection(m_export, shown->fqdn, partner);
        updateDirection(m_import, partner, shown->fqdn);
    } else {
        const bool needsOne = shown->canBeBackedUp();
        m_backupPool->setStatus(needsOne ? StatusTone::Attention : StatusTone::None,
                                needsOne ? tr("none") : tr("none; pools of this kind are not backed up"));
        m_export->setStatus(StatusTone::None, tr("none, because there is no backup pool"));
        m_import->setStatus(StatusTone::None, tr("none, because there is no backup pool"));
    }
    updateRemarks(*shown);
}

// A server's Get-CsPool does not tell the version; its services do.
QString OverviewTab::versionText(const Pool &pool) const
{
    if (!pool.serverVersion.isEmpty())
        return pool.serverVersion;
    monitor()->wantServices();
    const Reading<QList<Service>> &services = monitor()->services();
    if (!services.value)
        return services.error ? tr("unknown: %1").arg(services.error->message) : u"…"_s;
    const QString version = serverVersions(*services.value).value(pool.fqdn);
    return version.isEmpty() ? tr("not reported") : version;
}

void OverviewTab::updateState(const Pool &pool)
{
    const Reading<QHash<QString, PoolState>> &states = monitor()->poolStates();
    if (states.error) {
        m_state->setStatus(StatusTone::Unknown, tr("unknown: %1").arg(states.error->message));
        return;
    }
    if (!states.value) {
        m_state->setStatus(StatusTone::Unknown, u"…"_s, tr("Not read yet."));
        return;
    }
    const auto found = states.value->constFind(pool.fqdn);
    if (found == states.value->constEnd()) {
        m_state->setStatus(StatusTone::None, tr("not reported"), readText(states.readAt));
        return;
    }
    const QString age = ageText(states.readAt, now());
    const bool isServedElsewhere = *found == PoolState::FailedOver && !pool.backupPoolFqdn.isEmpty();
    const QString text = isServedElsewhere
        ? tr("%1: its users are served by %2 (read %3)").arg(toString(*found), pool.backupPoolFqdn, age)
        : tr("%1 (read %2)").arg(toString(*found), age);
    m_state->setStatus(toneOf(*found), text, readText(states.readAt), states.isOlderThan(monitor()->oldAge(), now()));
}

void OverviewTab::updateCentralManagement()
{
    const Reading<CentralManagementStoreStatus> &central = monitor()->centralManagement();
    if (central.error) {
        m_central->setStatus(StatusTone::Unknown, tr("unknown: %1").arg(central.error->message));
    } else if (!central.value) {
        m_central->setStatus(StatusTone::Unknown, u"…"_s, tr("Not read yet."));
    } else if (central.value->activeMasterFqdn.isEmpty()) {
        m_central->setStatus(StatusTone::None, tr("not reported"), readText(central.readAt));
    } else if (central.value->activeFileTransferAgents.size() > 1) {
        m_central->setStatus(StatusTone::Bad,
                             tr("active in several places at once: %1. It must be in one place only.")
                                 .arg(central.value->activeFileTransferAgents.join(", "_L1)),
                             readText(central.readAt));
    } else if (subjectOf(poolFqdn()).hostsCentralManagement.value_or(false)) {
        m_central->setStatus(StatusTone::None, tr("this pool holds the active one"), readText(central.readAt));
    } else {
        m_central->setStatus(StatusTone::None,
                             tr("not here; the active one is on %1").arg(central.value->activeMasterFqdn),
                             readText(central.readAt));
    }
}

// One line for one direction. The data of a pool that is failed over is on its backup pool, and is copied from there.
void OverviewTab::updateDirection(StatusLabel *line, const QString &source, const QString &target)
{
    const Reading<QHash<QString, PoolState>> &states = monitor()->poolStates();
    const bool isReversed = states.isKnown() && states.value->value(source, PoolState::Active) == PoolState::FailedOver;
    const QString from = isReversed ? target : source;
    const QString to = isReversed ? source : target;
    const Reading<PoolStatus> status = monitor()->status(source);
    if (status.error) {
        line->setStatus(StatusTone::Unknown, tr("unknown: %1 (from %2 to %3)").arg(status.error->message, from, to),
                        status.value ? readText(status.readAt) : QString());
        return;
    }
    if (!status.value) {
        line->setStatus(StatusTone::Unknown, tr("… (from %1 to %2)").arg(from, to), tr("Not read yet."));
        return;
    }
    const std::optional<ExportStatus> exported = status.value->status.overallExportStatus;
    if (!exported) {
        line->setStatus(StatusTone::Unknown, tr("not reported (from %1 to %2)").arg(from, to), readText(status.readAt));
        return;
    }
    const bool isOld = status.isOlderThan(monitor()->oldAge(), now());
    const QString age = ageText(status.readAt, now());
    const QString text = isOld
        ? tr("%1 from %2 to %3: %4. Old: read %5.").arg(toString(*exported), from, to, backlogText(*exported), age)
        : tr("%1 from %2 to %3: %4 (read %5)").arg(toString(*exported), from, to, backlogText(*exported), age);
    line->setStatus(toneOf(*exported), text, tr("%1 %2").arg(explanation(*exported), readText(status.readAt)), isOld);
}

// What is out of the ordinary, with what to do about it.
void OverviewTab::updateRemarks(const Pool &pool)
{
    QList<AdviceView::Section> sections;
    const QString partner = pool.backupPoolFqdn;
    if (partner.isEmpty() && pool.canBeBackedUp()) {
        sections.append(
            {tr("No backup pool"), adviceForMissingBackupPool(pool.fqdn, workspace().session()->deployment().kind)});
    }
    if (const std::optional<Pool> other = partner.isEmpty() ? std::nullopt : monitor()->pool(partner)) {
        for (const QString &warning : pairingWarnings(pool, *other))
            sections.append({tr("Unsupported pair"), {StatusTone::Attention, warning}});
        if (other->backupPoolFqdn != pool.fqdn) {
            sections.append({tr("Pair that is not mutual"),
                             {StatusTone::Attention,
                              tr("%1 is the backup pool of %2, but does not name it as its own. Check the association "
                                 "of both pools and publish the topology again.")
                                  .arg(partner, pool.fqdn)}});
        }
    }
    for (const QString &fqdn : {pool.fqdn, partner}) {
        const Reading<PoolStatus> status = monitor()->status(fqdn);
        if (fqdn.isEmpty() || !status.isKnown())
            continue;
        for (const WarningRecord &warning : status.value->warnings) {
            const StatusTone tone = toneOf(warning, status.value->status);
            StatusAdvice advice{tone, warning.message};
            if (!warning.recommendedAction.isEmpty())
                advice.steps.append({warning.recommendedAction});
            sections.append({tone == StatusTone::Bad ? tr("Error in the backup of %1").arg(fqdn)
                                                     : tr("Warning with the status of %1").arg(fqdn),
                             advice});
        }
    }
    m_remarks->setSections(sections);
    m_remarks->setVisible(!sections.isEmpty());
}

} // namespace cspool
