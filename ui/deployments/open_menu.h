// OpenMenu: the menu "Deployment": the deployments that are open, to change between them, and to close the one on the
// screen.
#pragma once

#include <QMenu>

class QAction;
class QActionGroup;

namespace cspool {

class DeploymentController;
class OpenDeployment;
class Workspace;

class OpenMenu : public QMenu
{
    Q_OBJECT

public:
    // Both must outlive it.
    OpenMenu(Workspace *workspace, DeploymentController *controller, QWidget *parent = nullptr);
    ~OpenMenu() override;

    // "Server pool01.contoso.com – connected": its kind, its name and how its connection is.
    static QString text(const OpenDeployment &deployment);
    static QIcon icon(const OpenDeployment &deployment);

private:
    void rebuild();
    void addDeployment(OpenDeployment *deployment, int number);
    void showNext(int step);

    Workspace *m_workspace;
    QActionGroup *m_deployments;
    QAction *m_none; // says that nothing is open
    QAction *m_end; // of the list
    QAction *m_next;
    QAction *m_previous;
};

} // namespace cspool
