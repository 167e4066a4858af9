#include "ui/deployments/open_menu.h"

#include "ui/deployments/deployment_controller.h"
#include "ui/deployments/deployment_text.h"
#include "ui/icons.h"
#include "ui/workspace.h"

#include <QActionGroup>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostKeys = 9; // Alt+1 to Alt+9

} // namespace

OpenMenu::OpenMenu(Workspace *workspace, DeploymentController *controller, QWidget *parent)
    : QMenu(tr("&Deployment"), parent)
    , m_workspace(workspace)
    , m_deployments(new QActionGroup(this))
{
    setObjectName(u"openDeployments"_s);
    m_none = addAction(tr("No deployment is open"));
    m_none->setEnabled(false);
    m_end = addSeparator();
    m_next = addAction(symbolIcon(u"next"_s), tr("&Next deployment"), this, [this] { showNext(1); });
    m_next->setObjectName(u"nextDeployment"_s);
    m_next->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_F6));
    m_previous = addAction(symbolIcon(u"previous"_s), tr("&Previous deployment"), this, [this] { showNext(-1); });
    m_previous->setObjectName(u"previousDeployment"_s);
    m_previous->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F6));
    addSeparator();
    addAction(controller->closeAction());
    connect(workspace, &Workspace::openDeploymentsChanged, this, &OpenMenu::rebuild);
    connect(workspace, &Workspace::deploymentChanged, this, &OpenMenu::rebuild);
    rebuild();
}

OpenMenu::~OpenMenu() = default;

QString OpenMenu::text(const OpenDeployment &deployment)
{
    const DeploymentInfo info = deployment.info();
    if (info.kind == DeploymentKind::Lab) {
        return tr("Lab %1 – %2", "an open deployment: name, folder")
            .arg(info.name, DeploymentText::folder(info.location));
    }
    switch (deployment.connection().kind) {
    case ConnectionState::Kind::Connected:
        return tr("Server %1 – connected", "an open deployment").arg(info.name);
    case ConnectionState::Kind::Interrupted:
        return tr("Server %1 – connection interrupted", "an open deployment").arg(info.name);
    case ConnectionState::Kind::Lost:
        break;
    }
    return tr("Server %1 – connection lost", "an open deployment").arg(info.name);
}

QIcon OpenMenu::icon(const OpenDeployment &deployment)
{
    switch (deployment.connection().kind) {
    case ConnectionState::Kind::Connected:
        break;
    case ConnectionState::Kind::Interrupted:
        return toneIcon(StatusTone::Attention);
    case ConnectionState::Kind::Lost:
        return toneIcon(StatusTone::Bad);
    }
    return symbolIcon(deployment.info().kind == DeploymentKind::Lab ? u"lab"_s : u"server"_s);
}

void OpenMenu::rebuild()
{
    const QList<QAction *> before = m_deployments->actions();
    for (QAction *action : before) // one of them may be in the middle of its signal
        action->deleteLater();
    for (QAction *action : before) {
        m_deployments->removeAction(action);
        removeAction(action);
    }
    const QList<OpenDeployment *> open = m_workspace->openDeployments();
    int number = 0;
    for (OpenDeployment *deployment : open)
        addDeployment(deployment, ++number);
    m_none->setVisible(open.isEmpty());
    m_next->setEnabled(open.size() > 1);
    m_previous->setEnabled(open.size() > 1);
}

void OpenMenu::addDeployment(OpenDeployment *deployment, int number)
{
    const bool isShown = deployment == m_workspace->current();
    const QString name = isShown ? tr("%1 (shown)", "an open deployment, which is on the screen").arg(text(*deployment))
                                 : text(*deployment);
    const QString shown = QString(name).replace(u'&', "&&"_L1);
    auto *action = new QAction(
        icon(*deployment),
        number <= MostKeys ? tr("&%1  %2", "entry of a list: number, deployment").arg(number).arg(shown) : shown,
        m_deployments);
    action->setCheckable(true);
    action->setChecked(isShown);
    action->setStatusTip(DeploymentText::location(deployment->info()));
    if (number <= MostKeys)
        action->setShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_0 + number)));
    connect(action, &QAction::triggered, this, [this, deployment] {
        if (deployment != m_workspace->current())
            m_workspace->show(deployment);
    });
    insertAction(m_end, action);
}

void OpenMenu::showNext(int step)
{
    const QList<OpenDeployment *> open = m_workspace->openDeployments();
    if (open.size() > 1)
        m_workspace->show(open.at((open.indexOf(m_workspace->current()) + step + open.size()) % open.size()));
}

} // namespace cspool
