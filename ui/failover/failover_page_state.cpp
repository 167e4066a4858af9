// What can be done on the page of guided failovers now, and why not.
#include "ui/failover/failover_actions.h"
#include "ui/failover/failover_desk.h"
#include "ui/failover/failover_page.h"
#include "ui/failover/failover_text.h"
#include "ui/failover/operations_view.h"
#include "ui/failover/readiness_view.h"
#include "ui/failover/run_view.h"
#include "ui/notice_bar.h"
#include "ui/workspace.h"

#include <QAction>
#include <QTabWidget>

namespace cspool {

QString FailoverPage::beginObstacle() const
{
    const FailoverFacts *facts = m_readiness->facts();
    if (!facts)
        return tr("Choose a pool first.");
    if (m_workspace->connection().kind != ConnectionState::Kind::Connected)
        return tr("There is no connection to the deployment.");
    if (m_workspace->operationsFolder().isEmpty())
        return tr("There is no folder in which the operation could be written down.");
    if (m_desk->isStarting() || (m_readiness->isReading() && !m_readiness->hasBeenRead()))
        return tr("The checks are being read.");
    if (const FailoverOperation *other = m_desk->operationOf(facts->goal.pool))
        return tr("This is under way already: %1. Go on with it, or end it first.")
            .arg(FailoverText::name(other->goal()));
    if (!facts->goal.isDisaster && overallVerdict(m_readiness->checks()) == Verdict::Blocking)
        return tr("Checks stand in the way. Do what they say, and read them again.");
    if (facts->backupPool().isEmpty())
        return tr("The pool has no backup pool, or it is not known.");
    return {};
}

const OperationSummary *FailoverPage::selectedUnfinished() const
{
    const OperationSummary *selected = m_operations->selected();
    return selected && !selected->hasEnded ? selected : nullptr;
}

QString FailoverPage::goOnObstacle() const
{
    const OperationSummary *selected = selectedUnfinished();
    if (m_tabs->currentWidget() != m_operations || !selected)
        return tr("Select an operation that has not ended, in the list of operations.");
    if (m_desk->operation(selected->id) && m_desk->isOnScreen(selected->id))
        return {};
    if (!m_desk->isOfCurrentDeployment(*selected))
        return tr("It belongs to another deployment. Open that one first.");
    if (selected->isHeld)
        return tr("Another process goes on with it. End that one first, or go on there.");
    return m_desk->isStarting() ? tr("An operation is being opened.") : QString();
}

QUuid FailoverPage::recordOf() const
{
    if (m_tabs->currentWidget() == m_operations)
        return m_operations->selected() ? m_operations->selected()->id : QUuid();
    return m_run->operation() ? m_run->operation()->id() : QUuid();
}

void FailoverPage::updateActions()
{
    const QString noCheck = m_readiness->currentCheckAsText().isEmpty() ? tr("Choose a pool first.") : QString();
    FailoverActions::setObstacle(m_actions->refresh, m_readiness->facts() ? QString() : tr("Choose a pool first."));
    FailoverActions::setObstacle(m_actions->copyCheck, noCheck);
    FailoverActions::setObstacle(m_actions->begin, beginObstacle());
    FailoverActions::setObstacle(m_actions->goOn, goOnObstacle());
    FailoverActions::setObstacle(m_actions->showRecord,
                                 recordOf().isNull() ? tr("Select an operation first.") : QString());
    updateStepActions();
    updateNotice();
}

void FailoverPage::updateStepActions()
{
    const FailoverOperation *shown = m_run->operation();
    const int current = shown ? shown->currentStep() : -1;
    const OperationStep *step = current >= 0 && !shown->hasEnded() ? &shown->steps().at(current) : nullptr;
    const QString none = !shown ? tr("No guided operation is under way here.")
        : shown->hasEnded()     ? tr("The operation has ended.")
                                : QString();
    const QString busy = !none.isEmpty() ? none : shown->isBusy() ? tr("Something of it is under way.") : QString();
    const QString noStep = !busy.isEmpty() || step ? busy : tr("Every step is reached or left out.");
    const bool isUnderWay = step && (step->state == StepState::Running || step->state == StepState::Verifying);
    updateRunText();
    FailoverActions::setObstacle(m_actions->run,
                                 noStep.isEmpty() && !step->step.runsHere
                                     ? tr("This step is run on another server: copy its command line.")
                                     : noStep);
    FailoverActions::setObstacle(m_actions->ranThere,
                                 noStep.isEmpty() && step->step.runsHere ? tr("This step is run from here.") : noStep);
    FailoverActions::setObstacle(m_actions->lookAgain, busy);
    FailoverActions::setObstacle(
        m_actions->leaveOut, noStep.isEmpty() && !shown->canLeaveOut() ? tr("This step cannot be left out.") : noStep);
    FailoverActions::setObstacle(m_actions->stop, isUnderWay ? QString() : tr("Nothing of it runs now."));
    const OperationStep *selected = m_run->selectedStep();
    FailoverActions::setObstacle(m_actions->showJob,
                                 selected && selected->lastStart ? QString() : tr("The step has no job."));
    FailoverActions::setObstacle(m_actions->end, busy);
}

// A step that only looks is not run.
void FailoverPage::updateRunText()
{
    const FailoverOperation *shown = m_run->operation();
    const int current = shown ? shown->currentStep() : -1;
    const bool isLook = current >= 0 && shown->steps().at(current).step.commandLine.isEmpty();
    m_actions->run->setText(isLook ? tr("Wait &until it is reached") : tr("R&un the step…"));
}

void FailoverPage::updateNotice()
{
    if (!m_error.isEmpty()) {
        m_notice->setNotice(StatusTone::Bad, m_error);
        return;
    }
    QList<OperationSummary> unfinished = m_desk->unfinishedHere();
    unfinished.removeIf([this](const OperationSummary &summary) {
        return m_run->operation() && m_run->operation()->id() == summary.id;
    });
    if (unfinished.isEmpty() || m_tabs->currentWidget() == m_operations) {
        m_notice->clear();
        return;
    }
    m_notice->setNotice(StatusTone::Attention,
                        unfinished.size() == 1
                            ? tr("This has not been finished: %1.").arg(FailoverText::name(unfinished.first().goal))
                            : tr("%n guided operation(s) have not been finished.", nullptr, int(unfinished.size())),
                        tr("Show &it"));
}

} // namespace cspool
