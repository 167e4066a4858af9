#include "ui/deployments/deployment_banner.h"

#include "model/message_text.h"
#include "model/tool_tip.h"
#include "ui/deployments/deployment_controller.h"
#include "ui/deployments/deployment_text.h"
#include "ui/deployments/elided_label.h"
#include "ui/deployments/open_menu.h"
#include "ui/icons.h"
#include "ui/workspace.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QStyle>
#include <QToolButton>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// Share of the highlight in a lab's background: plainly coloured, and the window's text stays readable on it.
constexpr double HighlightShare = 0.3;

QColor blend(const QColor &below, const QColor &above, double share)
{
    const auto mix = [share](float a, float b) { return float(a * (1 - share) + b * share); };
    return QColor::fromRgbF(mix(below.redF(), above.redF()), mix(below.greenF(), above.greenF()),
                            mix(below.blueF(), above.blueF()));
}

QToolButton *makeButton(const QString &name, const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(QString(text).remove(u'&'));
    return button;
}

QHBoxLayout *lineLayout(QWidget *line)
{
    auto *layout = new QHBoxLayout(line);
    const int margin = line->style()->pixelMetric(QStyle::PM_LayoutHorizontalSpacing);
    layout->setContentsMargins(std::max(margin, 6), 3, std::max(margin, 6), 3);
    return layout;
}

QPixmap pixmapFor(const QLabel *label, const QIcon &icon, QStyle::PixelMetric metric)
{
    const int size = label->style()->pixelMetric(metric);
    return icon.pixmap(QSize(size, size), label->devicePixelRatioF());
}

// A symbol follows the window's palette; on a banner it must follow the banner's.
QPixmap tinted(QPixmap pixmap, const QColor &color)
{
    if (pixmap.isNull())
        return pixmap;
    QPainter painter(&pixmap);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), color);
    return pixmap;
}

} // namespace

DeploymentBanner::DeploymentBanner(Workspace *workspace, DeploymentController *controller, QWidget *parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_controller(controller)
{
    setObjectName(u"deploymentBanner"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_deploymentLine = makeDeploymentLine());
    layout->addWidget(m_connectionLine = makeConnectionLine());
    layout->addWidget(m_activityLine = makeActivityLine());
    layout->addWidget(m_problemLine = makeProblemLine());
    connect(workspace, &Workspace::deploymentChanged, this, &DeploymentBanner::updateDeployment);
    connect(workspace, &Workspace::openDeploymentsChanged, this, [this] {
        updateOthers();
        updateConnection(); // its backup pool may be among them
    });
    connect(workspace, &Workspace::connectionChanged, this, &DeploymentBanner::updateConnection);
    connect(controller, &DeploymentController::activityChanged, this, &DeploymentBanner::updateActivity);
    updateDeployment();
    updateActivity();
}

QWidget *DeploymentBanner::makeDeploymentLine()
{
    auto *line = new QWidget(this);
    line->setObjectName(u"deploymentLine"_s);
    line->setAutoFillBackground(true);
    QHBoxLayout *layout = lineLayout(line);
    layout->addWidget(m_kindIcon = new QLabel(line));
    m_name = new ElidedLabel(Qt::ElideRight, line);
    m_name->setObjectName(u"deploymentName"_s);
    QFont bold = m_name->font();
    bold.setBold(true);
    m_name->setFont(bold);
    layout->addWidget(m_name);
    layout->addSpacing(fontMetrics().averageCharWidth());
    m_explanation = new ElidedLabel(Qt::ElideRight, line);
    m_explanation->setObjectName(u"deploymentExplanation"_s);
    // Gives way first: what is open, where and as whom is never left out for it.
    m_explanation->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    layout->addWidget(m_explanation, 1);
    m_location = new ElidedLabel(Qt::ElideMiddle, line);
    m_location->setObjectName(u"deploymentLocation"_s);
    layout->addWidget(m_location);
    m_others = makeButton(u"otherDeployments"_s, {}, line);
    m_others->setPopupMode(QToolButton::InstantPopup);
    layout->addWidget(m_others);
    return line;
}

QWidget *DeploymentBanner::makeConnectionLine()
{
    auto *line = new QWidget(this);
    line->setObjectName(u"connectionLine"_s);
    QHBoxLayout *layout = lineLayout(line);
    layout->addWidget(m_connectionIcon = new QLabel(line));
    m_connectionText = new QLabel(line);
    m_connectionText->setObjectName(u"connectionText"_s);
    m_connectionText->setTextFormat(Qt::PlainText);
    m_connectionText->setWordWrap(true);
    m_connectionText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_connectionText, 1);
    m_reconnect = makeButton(u"reconnect"_s, tr("Reconnect"), line);
    m_reconnect->setIcon(symbolIcon(u"connect"_s));
    connect(m_reconnect, &QToolButton::clicked, m_controller, &DeploymentController::reconnect);
    layout->addWidget(m_reconnect);
    m_backup = makeButton(u"connectToBackup"_s, {}, line);
    m_backup->setIcon(symbolIcon(u"server"_s));
    connect(m_backup, &QToolButton::clicked, m_controller, &DeploymentController::connectToBackup);
    layout->addWidget(m_backup);
    return line;
}

QWidget *DeploymentBanner::makeActivityLine()
{
    auto *line = new QWidget(this);
    QHBoxLayout *layout = lineLayout(line);
    m_activityText = new QLabel(line);
    m_activityText->setObjectName(u"deploymentActivity"_s);
    m_activityText->setTextFormat(Qt::PlainText);
    m_activityText->setWordWrap(true);
    layout->addWidget(m_activityText, 2);
    m_progress = new QProgressBar(line);
    m_progress->setObjectName(u"deploymentProgress"_s);
    m_progress->setAccessibleName(tr("Progress"));
    layout->addWidget(m_progress, 1);
    m_cancel = makeButton(u"cancelMaking"_s, tr("Cancel"), line);
    m_cancel->setIcon(symbolIcon(u"cancel"_s));
    connect(m_cancel, &QToolButton::clicked, m_controller, &DeploymentController::cancelMaking);
    layout->addWidget(m_cancel);
    return line;
}

QWidget *DeploymentBanner::makeProblemLine()
{
    auto *line = new QWidget(this);
    QHBoxLayout *layout = lineLayout(line);
    layout->addWidget(m_problemIcon = new QLabel(line));
    m_problemText = new QLabel(line);
    m_problemText->setObjectName(u"deploymentProblem"_s);
    m_problemText->setTextFormat(Qt::PlainText);
    m_problemText->setWordWrap(true);
    m_problemText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_problemText, 1);
    m_retry = makeButton(u"retryOpening"_s, tr("Try again"), line);
    m_retry->setIcon(symbolIcon(u"retry"_s));
    connect(m_retry, &QToolButton::clicked, m_controller, &DeploymentController::retry);
    layout->addWidget(m_retry);
    QToolButton *another = makeButton(u"openAnother"_s, tr("Open another…"), line);
    another->setIcon(symbolIcon(u"folder"_s));
    connect(another, &QToolButton::clicked, m_controller, &DeploymentController::chooseLab);
    layout->addWidget(another);
    QToolButton *dismiss = makeButton(u"dismissProblem"_s, tr("Close"), line);
    dismiss->setToolTip(tr("Close this message"));
    dismiss->setAccessibleName(dismiss->toolTip());
    dismiss->setIcon(symbolIcon(u"close"_s));
    connect(dismiss, &QToolButton::clicked, m_controller, &DeploymentController::dismissProblem);
    layout->addWidget(dismiss);
    return line;
}

void DeploymentBanner::setOpenMenu(QMenu *menu)
{
    m_others->setMenu(menu);
}

QString DeploymentBanner::windowTitle() const
{
    const Session *session = m_workspace->session();
    return DeploymentText::windowTitle(session ? std::optional(session->deployment()) : std::nullopt);
}

void DeploymentBanner::updateDeployment()
{
    const Session *session = m_workspace->session();
    m_deploymentLine->setVisible(session != nullptr);
    if (session) {
        const DeploymentInfo deployment = session->deployment();
        m_name->setFullText(DeploymentText::name(deployment));
        m_explanation->setFullText(DeploymentText::explanation(deployment.kind));
        m_location->setFullText(DeploymentText::location(deployment));
        setAccessibleName(m_name->fullText());
        setAccessibleDescription(m_explanation->fullText() + u' ' + m_location->fullText());
    }
    updateColors();
    updateOthers();
    updateConnection();
    Q_EMIT windowTitleChanged(windowTitle());
}

void DeploymentBanner::updateOthers()
{
    QStringList others;
    StatusTone tone = StatusTone::None;
    const QList<OpenDeployment *> open = m_workspace->openDeployments();
    for (const OpenDeployment *deployment : open) {
        if (deployment == m_workspace->current())
            continue;
        others.append(OpenMenu::text(*deployment));
        if (deployment->connection().kind == ConnectionState::Kind::Lost)
            tone = StatusTone::Bad;
        else if (deployment->connection().kind == ConnectionState::Kind::Interrupted && tone == StatusTone::None)
            tone = StatusTone::Attention;
    }
    m_others->setVisible(!others.isEmpty());
    const int count = int(others.size());
    if (tone == StatusTone::Bad)
        m_others->setText(tr("%n other(s) open, a connection is lost", "deployments", count));
    else if (tone == StatusTone::Attention)
        m_others->setText(tr("%n other(s) open, a connection is interrupted", "deployments", count));
    else
        m_others->setText(tr("%n other(s) open", "deployments", count));
    m_others->setIcon(tone == StatusTone::None ? symbolIcon(u"down"_s) : toneIcon(tone));
    m_others->setToolTip(plainToolTip(QString(tr("Also open:") + u'\n' + others.join(u'\n'))));
    m_others->setAccessibleName(m_others->text());
    m_others->setAccessibleDescription(others.join(u", "_s));
}

void DeploymentBanner::updateConnection()
{
    const ConnectionState connection = m_workspace->connection();
    const bool isLost = connection.kind == ConnectionState::Kind::Lost;
    m_connectionLine->setVisible(connection.kind != ConnectionState::Kind::Connected);
    if (!m_workspace->session())
        return;
    const QString host = m_workspace->session()->deployment().name;
    QString text = isLost
        ? tr("The connection to %1 is lost: what is shown of its pools is unknown now. %2", "host, the reason")
              .arg(host, connection.error.message)
        : tr("The connection to %1 is interrupted, and is being restored: what is shown of its pools is unknown "
             "until then. %2",
             "host, the reason")
              .arg(host, connection.error.message);
    const std::optional<KnownServer> backup = m_controller->backupOfLost();
    const QString backupHost = backup ? backup->settings.url.host() : QString();
    const bool isBackupOpen = m_controller->openBackup() != nullptr;
    if (isBackupOpen)
        text += u' ' + tr("Its backup pool, %1, is open, too.").arg(backupHost);
    else if (backup)
        text += u' ' + tr("Its backup pool, %1, may still be reached.").arg(backupHost);
    m_connectionText->setText(text);
    m_reconnect->setVisible(isLost);
    m_backup->setVisible(backup.has_value());
    m_backup->setText(isBackupOpen ? tr("Show %1").arg(backupHost) : tr("Connect to %1").arg(backupHost));
    m_backup->setAccessibleName(m_backup->text());
    const QIcon icon = toneIcon(isLost ? StatusTone::Bad : StatusTone::Attention);
    m_connectionIcon->setPixmap(pixmapFor(m_connectionIcon, icon, QStyle::PM_SmallIconSize));
}

void DeploymentBanner::updateActivity()
{
    using Phase = DeploymentActivity::Phase;
    const DeploymentActivity &activity = m_controller->activity();
    m_activityLine->setVisible(activity.phase != Phase::Idle);
    const QString folder = DeploymentText::folder(activity.folder);
    m_cancel->setVisible(activity.phase == Phase::MakingSample);
    m_cancel->setEnabled(!activity.isCancelling);
    if (activity.phase == Phase::Opening)
        m_activityText->setText(tr("Opening the lab deployment in %1…").arg(folder));
    else if (activity.isCancelling)
        m_activityText->setText(tr("Cancelling the making of the sample deployment…"));
    else if (activity.progress.isEmpty())
        m_activityText->setText(tr("Making the sample deployment in %1…").arg(folder));
    else
        m_activityText->setText(
            tr("Making the sample deployment in %1: %2", "folder, activity").arg(folder, activity.progress));
    m_progress->setRange(0, activity.percent < 0 ? 0 : 100);
    m_progress->setValue(activity.percent);

    m_problemLine->setVisible(activity.problem.has_value());
    if (activity.problem) {
        const Error &error = activity.problem->error;
        m_problemText->setText(errorSentences(error));
        const QIcon icon = toneIcon(error.isStopped() ? StatusTone::Attention : StatusTone::Bad);
        m_problemIcon->setPixmap(pixmapFor(m_problemIcon, icon, QStyle::PM_SmallIconSize));
    }
}

std::pair<QColor, QColor> DeploymentBanner::colors(const QPalette &palette, DeploymentKind kind)
{
    const QColor window = palette.color(QPalette::Active, QPalette::Window);
    const QColor text = palette.color(QPalette::Active, QPalette::WindowText);
    if (kind == DeploymentKind::Server)
        return {text, window};
    return {blend(window, palette.color(QPalette::Active, QPalette::Highlight), HighlightShare), text};
}

void DeploymentBanner::updateColors()
{
    if (!m_workspace->session())
        return;
    const DeploymentKind kind = m_workspace->session()->deployment().kind;
    const auto [background, text] = colors(palette(), kind);
    QPalette banner = palette();
    banner.setColor(QPalette::Window, background);
    banner.setColor(QPalette::WindowText, text);
    m_deploymentLine->setPalette(banner);
    const QIcon icon = symbolIcon(kind == DeploymentKind::Lab ? u"lab"_s : u"server"_s);
    m_kindIcon->setPixmap(tinted(pixmapFor(m_kindIcon, icon, QStyle::PM_ToolBarIconSize), text));
}

void DeploymentBanner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        updateColors();
}

} // namespace cspool
