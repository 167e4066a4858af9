// NoDeploymentPage: what the window shows while no deployment is open: what is under way, and what one can do.
#pragma once

#include <QWidget>

class QAction;
class QLabel;

namespace cspool {

class DeploymentController;

class NoDeploymentPage : public QWidget
{
    Q_OBJECT

public:
    // `controller` must outlive it.
    explicit NoDeploymentPage(DeploymentController *controller, QWidget *parent = nullptr);

    void focusContent();

private:
    QWidget *makeChoice(QAction *action, const QString &text);
    void updateTexts();

    DeploymentController *m_controller;
    QLabel *m_heading;
    QLabel *m_explanation;
    QList<QWidget *> m_choices;
};

} // namespace cspool
