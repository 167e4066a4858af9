// NewDeploymentWizard: makes a lab deployment: topology document, pairs, user data, then the commands.
#pragma once

#include <QWizard>

namespace cspool {

class Workspace;

class NewDeploymentWizard : public QWizard
{
    Q_OBJECT

public:
    // `workspace` must outlive it.
    explicit NewDeploymentWizard(Workspace *workspace, QWidget *parent = nullptr);

private:
    Workspace *m_workspace;
};

} // namespace cspool
