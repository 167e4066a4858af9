#include "ui/deployments/new_deployment_wizard.h"

#include "ui/deployments/new_deployment_pages.h"
#include "ui/workspace.h"

#include <QAbstractButton>
#include <QCloseEvent>
#include <QScreen>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr int WidthInCharacters = 130;
constexpr int HeightInLines = 30;
constexpr double ShareOfScreen = 0.9; // at most, for the frame round it

} // namespace

NewDeploymentWizard::NewDeploymentWizard(Workspace *workspace, QWidget *parent)
    : QWizard(parent)
    , m_state(&workspace->sessions())
    , m_run(workspace)
{
    setObjectName(u"newDeploymentWizard"_s);
    setWindowTitle(tr("New lab deployment"));
    setWizardStyle(QWizard::ModernStyle);
    auto *model = new NewDeploymentPoolModel(&m_state, this);
    Desktop *desktop = &workspace->desktop();
    setPage(SourcePage, new NewDeploymentSourcePage(&m_state, desktop));
    setPage(PairsPage, new NewDeploymentPairsPage(model));
    setPage(UserDataPage, new NewDeploymentUserDataPage(model, desktop));
    setPage(SummaryPage, new NewDeploymentSummaryPage(&m_state));
    setPage(ProgressPage, new NewDeploymentProgressPage(&m_state, &m_run));
    setOption(QWizard::NoBackButtonOnStartPage);
    setButtonText(QWizard::FinishButton, tr("&Close"));
    connect(&m_run, &NewDeploymentRun::changed, this, &NewDeploymentWizard::updateButtons);
    const QSize wanted(fontMetrics().averageCharWidth() * WidthInCharacters,
                       fontMetrics().lineSpacing() * HeightInLines);
    resize(wanted.boundedTo(screen()->availableSize() * ShareOfScreen));
}

void NewDeploymentWizard::updateButtons()
{
    // There is a way back only from a failure, and nothing to cancel once the deployment is there.
    setOption(QWizard::DisabledBackButtonOnLastPage, m_run.phase() != NewDeploymentRun::Phase::Failed);
    setOption(QWizard::NoCancelButtonOnLastPage, m_run.isMade());
    button(QWizard::CancelButton)->setEnabled(!m_run.isCancelling() || !m_run.isMaking());
}

void NewDeploymentWizard::reject()
{
    if (m_run.isMaking())
        m_run.cancel();
    else
        QWizard::reject();
}

void NewDeploymentWizard::closeEvent(QCloseEvent *event)
{
    if (m_run.isMaking()) {
        m_run.cancel();
        event->ignore();
        return;
    }
    QWizard::closeEvent(event);
}

} // namespace cspool
