// DeploymentBanner: says on top of the window at all times which deployment is on the screen, and of which kind.
#pragma once

#include <QFrame>

#include <utility>

class QLabel;
class QMenu;
class QProgressBar;
class QToolButton;

namespace cspool {

class DeploymentController;
class ElidedLabel;
class Workspace;
enum class DeploymentKind;

// Below its first line it shows what is wrong with the connection to servers, what is under way with deployments, and
// what went wrong.
class DeploymentBanner : public QFrame
{
    Q_OBJECT

public:
    // Both must outlive it.
    DeploymentBanner(Workspace *workspace, DeploymentController *controller, QWidget *parent = nullptr);

    // What the button for the other open deployments shows; must outlive it.
    void setOpenMenu(QMenu *menu);
    QString windowTitle() const; // for the window that it lies in

    // Background and text of a banner. A lab is tinted with the palette's highlight; a server has text and background
    // of the palette exchanged: the two cannot be mistaken for each other, whatever the palette is.
    static std::pair<QColor, QColor> colors(const QPalette &palette, DeploymentKind kind);

Q_SIGNALS:
    void windowTitleChanged(const QString &title);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeDeploymentLine();
    QWidget *makeConnectionLine();
    QWidget *makeActivityLine();
    QWidget *makeProblemLine();
    void updateDeployment();
    void updateOthers();
    void updateConnection();
    void updateActivity();
    void updateColors();

    Workspace *m_workspace;
    DeploymentController *m_controller;
    QLabel *m_kindIcon = nullptr;
    ElidedLabel *m_name = nullptr;
    ElidedLabel *m_explanation = nullptr;
    ElidedLabel *m_location = nullptr;
    QToolButton *m_others = nullptr;
    QWidget *m_deploymentLine = nullptr;
    QWidget *m_connectionLine = nullptr;
    QLabel *m_connectionIcon = nullptr;
    QLabel *m_connectionText = nullptr;
    QToolButton *m_reconnect = nullptr;
    QToolButton *m_backup = nullptr; // the pool that may still be reached
    QWidget *m_activityLine = nullptr;
    QLabel *m_activityText = nullptr;
    QProgressBar *m_progress = nullptr;
    QToolButton *m_cancel = nullptr;
    QWidget *m_problemLine = nullptr;
    QLabel *m_problemIcon = nullptr;
    QLabel *m_problemText = nullptr;
    QToolButton *m_retry = nullptr;
};

} // namespace cspool
