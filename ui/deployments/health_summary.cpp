#include "ui/deployments/health_summary.h"

#include "model/message_text.h"
#include "model/pool_health.h"
#include "model/time_text.h"
#include "model/tool_tip.h"
#include "ui/icons.h"
#include "ui/workspace.h"

#include <QBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QToolButton>

namespace cspool {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

HealthSummary::HealthSummary(Workspace *workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_pools(new QToolButton(this))
    , m_serviceIcon(new QLabel(this))
    , m_service(new QLabel(this))
{
    setObjectName(u"healthSummary"_s);
    m_pools->setObjectName(u"poolsHealth"_s);
    m_pools->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_pools->setAutoRaise(true);
    m_pools->setFocusPolicy(Qt::StrongFocus);
    connect(m_pools, &QToolButton::clicked, this, &HealthSummary::problemsRequested);
    m_service->setObjectName(u"backupServiceState"_s);
    m_service->setTextFormat(Qt::PlainText);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pools);
    layout->addSpacing(fontMetrics().averageCharWidth());
    layout->addWidget(m_serviceIcon);
    layout->addWidget(m_service);

    m_soon.setSingleShot(true);
    m_soon.setInterval(100ms);
    connect(&m_soon, &QTimer::timeout, this, &HealthSummary::updateTexts);
    connect(&m_clock, &QTimer::timeout, this, &HealthSummary::updateTexts);
    m_clock.start(15s);
    connect(workspace, &Workspace::deploymentAboutToChange, this, [this] {
        if (DeploymentMonitor *monitor = m_workspace->monitor())
            disconnect(monitor, nullptr, this, nullptr);
    });
    connect(workspace, &Workspace::deploymentChanged, this, &HealthSummary::follow);
    follow();
}

void HealthSummary::follow()
{
    if (DeploymentMonitor *monitor = m_workspace->monitor()) {
        connect(monitor, &DeploymentMonitor::poolsChanged, this, &HealthSummary::updateSoon);
        connect(monitor, &DeploymentMonitor::poolStatusChanged, this, &HealthSummary::updateSoon);
        connect(monitor, &DeploymentMonitor::poolStatesChanged, this, &HealthSummary::updateSoon);
        BackgroundService *service = m_workspace->session()->backgroundService();
        if (service)
            connect(service, &BackgroundService::stateChanged, this, &HealthSummary::updateService,
                    Qt::UniqueConnection);
    }
    updateTexts();
}

void HealthSummary::updateSoon()
{
    if (!m_soon.isActive())
        m_soon.start();
}

HealthCounts HealthSummary::counts() const
{
    HealthCounts counts;
    const DeploymentMonitor *monitor = m_workspace->monitor();
    if (!monitor || !monitor->pools().value)
        return counts;
    counts.areFormerPools = monitor->pools().error.has_value();
    const auto &states = monitor->poolStates();
    const QDateTime now = m_workspace->desktop().now();
    for (const Pool &pool : *monitor->pools().value) {
        if (!pool.canBeBackedUp())
            continue;
        ++counts.pools;
        const Reading<PoolStatus> status = monitor->status(pool.fqdn);
        const auto value = status.value ? std::optional(status.value->status) : std::nullopt;
        const auto state = states.isKnown() && states.value->contains(pool.fqdn)
            ? std::optional(states.value->value(pool.fqdn))
            : std::nullopt;
        switch (poolHealth(pool, value, state, status.error.has_value())) {
        case StatusTone::Bad:
            ++counts.bad;
            break;
        case StatusTone::Attention:
            ++counts.attention;
            break;
        case StatusTone::Unknown:
            ++(status.value || status.error ? counts.unknown : counts.unread);
            break;
        case StatusTone::None:
        case StatusTone::Neutral:
        case StatusTone::Working:
        case StatusTone::Good:
            break;
        }
        if (status.readAt.isValid() && (!counts.oldest.isValid() || status.readAt < counts.oldest))
            counts.oldest = status.readAt;
        counts.isOld = counts.isOld || status.isOlderThan(monitor->oldAge(), now);
    }
    return counts;
}

void HealthSummary::updateTexts()
{
    updatePools();
    updateService();
}

void HealthSummary::updatePools()
{
    const DeploymentMonitor *monitor = m_workspace->monitor();
    m_pools->setVisible(monitor != nullptr);
    if (!monitor)
        return;
    const HealthCounts counts = this->counts();
    const auto &pools = monitor->pools();
    if (pools.value) {
        m_pools->setIcon(toneIcon(tone(counts)));
        m_pools->setText(text(counts, m_workspace->desktop().now()));
    } else {
        m_pools->setIcon(toneIcon(pools.error ? StatusTone::Bad : StatusTone::Unknown));
        m_pools->setText(pools.error ? tr("The pools could not be read") : tr("The pools are being read…"));
    }
    const QString details = poolsToolTip(counts);
    m_pools->setToolTip(plainToolTip(details));
    m_pools->setAccessibleName(tr("Health of the pools: %1").arg(m_pools->text()));
    m_pools->setAccessibleDescription(details);
}

StatusTone HealthSummary::tone(const HealthCounts &counts)
{
    if (counts.bad > 0)
        return StatusTone::Bad;
    if (counts.attention > 0)
        return StatusTone::Attention;
    const bool isSure = counts.unread + counts.unknown == 0 && !counts.isOld && !counts.areFormerPools;
    return isSure ? StatusTone::Good : StatusTone::Unknown;
}

QString HealthSummary::text(const HealthCounts &counts, const QDateTime &now)
{
    QStringList parts = {tr("%n pool(s)", "that can be backed up", counts.pools)};
    if (counts.bad > 0)
        parts.append(tr("%n problem(s)", "pools with problems", counts.bad));
    if (counts.attention > 0)
        parts.append(tr("%n need(s) attention", "pools", counts.attention));
    if (counts.unknown > 0)
        parts.append(tr("%n unknown", "pools", counts.unknown));
    if (counts.unread > 0)
        parts.append(tr("%n not read yet", "pools", counts.unread));
    if (counts.pools > 0 && tone(counts) == StatusTone::Good)
        parts.append(tr("all good"));
    if (counts.areFormerPools)
        parts.append(tr("the pools could not be read again"));
    if (counts.oldest.isValid()) {
        const QString age = ageText(counts.oldest, now);
        parts.append(counts.isOld ? tr("old: read %1", "an age: 2 minutes ago").arg(age)
                                  : tr("read %1", "an age: 2 minutes ago").arg(age));
    }
    return parts.join(u" · "_s);
}

QString HealthSummary::poolsToolTip(const HealthCounts &counts) const
{
    const auto &pools = m_workspace->monitor()->pools();
    QStringList sentences;
    if (pools.error)
        sentences.append(pools.error->message);
    if (counts.oldest.isValid())
        sentences.append(tr("The oldest of these statuses was true at %1.").arg(fullTimeText(counts.oldest)));
    if (counts.isOld)
        sentences.append(tr("It is old; refresh to read it again."));
    if (counts.unread > 0)
        sentences.append(tr("Statuses are read slowly in the background, and at once when a pool comes into view; in a "
                            "very large deployment, those of the first 500 pools only."));
    sentences.append(tr("Click to show the pools that need attention."));
    return sentences.join(u'\n');
}

void HealthSummary::updateService()
{
    Session *session = m_workspace->session();
    const BackgroundService *service = session ? session->backgroundService() : nullptr;
    m_service->setVisible(service != nullptr);
    m_serviceIcon->setVisible(service && service->isRunning());
    if (!service)
        return;
    const QDateTime now = m_workspace->desktop().now();
    const std::optional<Error> error = service->lastError();
    StatusTone tone = StatusTone::Good;
    if (!service->isRunning()) {
        m_service->setText(tr("Backup service: off"));
        m_service->setToolTip(tr("The lab's backup service does not run in this window. Pools are copied only when "
                                 "they are backed up or synchronised by a command."));
    } else if (error) {
        tone = StatusTone::Bad;
        m_service->setText(tr("Backup service: problem"));
        m_service->setToolTip(plainToolTip(withAction(error->message, error->recommendedAction)));
    } else if (!service->lastCycle().isValid()) {
        tone = StatusTone::Working;
        m_service->setText(tr("Backup service: on"));
        m_service->setToolTip(tr("The first cycle is under way."));
    } else {
        m_service->setText(
            tr("Backup service: on, last cycle %1", "an age: 2 minutes ago").arg(ageText(service->lastCycle(), now)));
        m_service->setToolTip(tr("Last cycle: %1. Next cycle: %2.")
                                  .arg(fullTimeText(service->lastCycle()), fullTimeText(service->nextCycle())));
    }
    m_service->setAccessibleDescription(m_service->toolTip());
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_serviceIcon->setPixmap(toneIcon(tone).pixmap(QSize(size, size), devicePixelRatioF()));
}

} // namespace cspool
