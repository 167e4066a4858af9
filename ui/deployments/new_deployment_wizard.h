// NewDeploymentWizard: makes a lab deployment: topology document, pairs, user data, then the commands.
#pragma once

#include "ui/deployments/new_deployment_run.h"
#include "ui/deployments/new_deployment_state.h"

#include <QWizard>

namespace cspool {

class Workspace;

// Cancel while the deployment is being made stops that, leaves nothing behind and lets one go back and change
// something; at any other time it closes the wizard. Imports go on as jobs when it is closed.
class NewDeploymentWizard : public QWizard
{
    Q_OBJECT

public:
    enum Page {
        SourcePage,
        PairsPage,
        UserDataPage,
        SummaryPage,
        ProgressPage,
    };

    // `workspace` must outlive it.
    explicit NewDeploymentWizard(Workspace *workspace, QWidget *parent = nullptr);

    NewDeploymentState &state() { return m_state; }
    const NewDeploymentRun &run() const { return m_run; }

    void reject() override;

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void updateButtons();

    NewDeploymentState m_state;
    NewDeploymentRun m_run;
};

} // namespace cspool
