#include "ui/deployments/new_deployment_wizard.h"

namespace cspool {

NewDeploymentWizard::NewDeploymentWizard(Workspace *workspace, QWidget *parent)
    : QWizard(parent)
    , m_workspace(workspace)
{
}

} // namespace cspool
