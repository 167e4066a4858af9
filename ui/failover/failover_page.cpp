#include "ui/failover/failover_page.h"

#include "model/message_text.h"
#include "ui/failover/failover_actions.h"
#include "ui/failover/failover_desk.h"
#include "ui/failover/failover_questions.h"
#include "ui/failover/failover_text.h"
#include "ui/failover/leave_out_dialog.h"
#include "ui/failover/operations_view.h"
#include "ui/failover/readiness_view.h"
#include "ui/failover/run_view.h"
#include "ui/icons.h"
#include "ui/notice_bar.h"
#include "ui/workspace.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMessageBox>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace cspool {

using namespace Qt::StringLiterals;

FailoverPage::FailoverPage(Workspace *workspace, QWidget *parent)
    : ConsolePage(parent)
    , m_workspace(workspace)
    , m_desk(new FailoverDesk(workspace, this))
    , m_actions(new FailoverActions(this))
    , m_notice(new NoticeBar(this))
    , m_tabs(new QTabWidget(this))
    , m_readiness(new ReadinessView(workspace, m_actions->begin, this))
    , m_run(new RunView(workspace, m_desk, m_actions, this))
    , m_operations(new OperationsView(workspace, m_desk, m_actions, this))
{
    m_notice->setObjectName(u"failoverNotice"_s);
    makeTabs();
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_notice);
    layout->addWidget(m_tabs, 1);
    connectActions();
    connectDesk();
    connect(m_workspace, &Workspace::deploymentAboutToChange, this, [this] {
        if (const OpenDeployment *left = m_workspace->current(); left && m_run->operation())
            m_lastRuns.insert(left->info().location, m_run->operation()->id());
    });
    connect(m_workspace, &Workspace::deploymentChanged, this, &FailoverPage::followDeployment);
    connect(m_workspace, &Workspace::connectionChanged, this, &FailoverPage::updateActions);
    followDeployment();
}

FailoverPage::~FailoverPage() = default;

void FailoverPage::makeTabs()
{
    m_tabs->setObjectName(u"failoverTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setAccessibleName(tr("Readiness, run and operations"));
    m_tabs->addTab(m_readiness, tr("Readiness"));
    m_tabs->addTab(m_run, tr("Run"));
    m_tabs->addTab(m_operations, tr("Operations"));
    connect(m_tabs, &QTabWidget::currentChanged, this, &FailoverPage::updateActions);
    connect(m_readiness, &ReadinessView::changed, this, &FailoverPage::updateActions);
    connect(m_readiness, &ReadinessView::commandRequested, this, &FailoverPage::commandRequested);
    connect(m_run, &RunView::changed, this, &FailoverPage::updateActions);
    connect(m_run, &RunView::commandRequested, this, &FailoverPage::commandRequested);
    connect(m_run, &RunView::readinessRequested, this, [this] {
        m_tabs->setCurrentWidget(m_readiness);
        m_readiness->focusContent();
    });
    connect(m_run, &RunView::noticeActivated, this, [this] {
        if (FailoverOperation *shown = m_run->operation())
            shown->hasEnded() ? showRecord(shown->id()) : end();
    });
    connect(m_operations, &OperationsView::changed, this, &FailoverPage::updateActions);
    connect(m_operations, &OperationsView::activated, this, [this] {
        if (m_actions->goOn->isEnabled())
            m_actions->goOn->trigger();
        else
            m_actions->showRecord->trigger();
    });
}

void FailoverPage::connectActions()
{
    connect(m_actions->refresh, &QAction::triggered, m_readiness, &ReadinessView::refresh);
    connect(m_actions->begin, &QAction::triggered, this, &FailoverPage::begin);
    connect(m_actions->copyCheck, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(m_readiness->currentCheckAsText()); });
    connect(m_actions->run, &QAction::triggered, this, &FailoverPage::runStep);
    connect(m_actions->ranThere, &QAction::triggered, this, [this] {
        keepKeyboard();
        m_run->operation()->markCurrentStepRunElsewhere();
    });
    connect(m_actions->lookAgain, &QAction::triggered, this, [this] {
        keepKeyboard();
        m_run->operation()->verify();
    });
    connect(m_actions->leaveOut, &QAction::triggered, this, &FailoverPage::leaveOut);
    connect(m_actions->stop, &QAction::triggered, this, &FailoverPage::stop);
    connect(m_actions->showJob, &QAction::triggered, this,
            [this] { Q_EMIT jobActivated(m_run->selectedStep()->lastStart->job); });
    connect(m_actions->end, &QAction::triggered, this, &FailoverPage::end);
    connect(m_actions->goOn, &QAction::triggered, this, [this] {
        if (const OperationSummary *summary = selectedUnfinished())
            goOn(summary->id);
    });
    connect(m_actions->showRecord, &QAction::triggered, this, [this] { showRecord(recordOf()); });
    connect(m_notice, &NoticeBar::activated, this, &FailoverPage::showUnfinished);
}

void FailoverPage::connectDesk()
{
    connect(m_desk, &FailoverDesk::summariesChanged, this, &FailoverPage::updateActions);
    connect(m_desk, &FailoverDesk::operationsChanged, this, &FailoverPage::updateActions);
    connect(m_desk, &FailoverDesk::failed, this, [this](const QUuid &id, const Error &error) {
        if (m_run->operation() && m_run->operation()->id() == id)
            m_run->showFailure(errorSentences(error));
    });
    // What was true before a step or an operation is looked at again.
    connect(m_desk, &FailoverDesk::operationEnded, this, [this](const QUuid &id) {
        if (m_desk->isOnScreen(id))
            m_readiness->refresh();
    });
}

QString FailoverPage::title() const
{
    return tr("Fail&over");
}

QIcon FailoverPage::icon() const
{
    return symbolIcon(u"guided-failover"_s);
}

QList<QAction *> FailoverPage::menuActions() const
{
    return m_actions->all();
}

void FailoverPage::find()
{
    m_tabs->setCurrentWidget(m_readiness);
    m_readiness->focusPool();
}

void FailoverPage::focusContent()
{
    if (m_tabs->currentWidget() == m_readiness)
        m_readiness->focusContent();
    else if (m_tabs->currentWidget() == m_run)
        m_run->focusContent();
    else
        m_operations->focusContent();
}

void FailoverPage::refresh()
{
    if (m_tabs->currentWidget() == m_run && m_actions->lookAgain->isEnabled())
        m_actions->lookAgain->trigger();
    else if (m_tabs->currentWidget() == m_operations)
        m_desk->readSummaries();
    else
        m_readiness->refresh();
}

void FailoverPage::showReadiness(const QString &pool, const std::optional<FailoverDirection> &direction,
                                 bool isDisaster)
{
    m_tabs->setCurrentWidget(m_readiness);
    m_readiness->choose(pool, direction, isDisaster);
    m_readiness->focusContent();
}

void FailoverPage::followDeployment()
{
    m_error.clear();
    const Session *session = m_workspace->session();
    m_run->showOperation(session ? m_lastRuns.value(session->deployment().location) : QUuid());
    updateActions();
}

void FailoverPage::showUnfinished()
{
    const QList<OperationSummary> unfinished = m_desk->unfinishedHere();
    m_tabs->setCurrentWidget(m_operations);
    if (!unfinished.isEmpty())
        m_operations->select(unfinished.first().id);
    m_operations->focusContent();
}

void FailoverPage::showError(const QString &text)
{
    m_error = text;
    updateNotice();
}

// --- an operation begins, or is gone on with

void FailoverPage::begin()
{
    const FailoverFacts facts = *m_readiness->facts(); // what is confirmed is what begins
    const NameQuestion question
        = FailoverQuestions::begin(facts, m_readiness->checks(), m_workspace->session()->deployment());
    auto *dialog = new NameDialog(question, this);
    connect(dialog, &QDialog::accepted, this, [this, facts, losses = question.losses] {
        // The deployment, or what is known of it, may be another one by now.
        if (!m_actions->begin->isEnabled() || m_readiness->goal() != facts.goal)
            return;
        m_error.clear();
        m_desk->begin(facts, losses, this, [this](const Result<QUuid> &started) { showStarted(started); });
        updateActions();
    });
    dialog->open();
}

void FailoverPage::goOn(const QUuid &id)
{
    m_error.clear();
    if (m_desk->operation(id)) {
        showRun(id);
        return;
    }
    m_desk->resume(id, this, [this](const Result<QUuid> &started) { showStarted(started); });
    updateActions();
}

void FailoverPage::showStarted(const Result<QUuid> &started)
{
    if (!started)
        showError(errorSentences(started.error()));
    else if (m_desk->isOnScreen(*started))
        showRun(*started);
    updateActions();
}

void FailoverPage::showRun(const QUuid &id)
{
    const bool hadFocus = isAncestorOf(focusWidget());
    m_run->showOperation(id);
    m_tabs->setCurrentWidget(m_run);
    if (hadFocus)
        m_run->focusContent();
}

// --- the steps

void FailoverPage::runStep()
{
    const FailoverOperation *shown = m_run->operation();
    const FailoverStep step = shown->steps().at(shown->currentStep()).step;
    const DeploymentInfo deployment = m_workspace->session()->deployment();
    const auto confirmed = [this, id = shown->id(), name = step.id()] { runConfirmed(id, name); };
    if (step.commandLine.isEmpty()) {
        confirmed();
        return;
    }
    QDialog *dialog = nullptr;
    if (FailoverQuestions::changesHands(step)) {
        const bool areFactsKnown = m_readiness->goal() == shown->goal() && m_readiness->hasBeenRead();
        dialog = new NameDialog(
            FailoverQuestions::changeHands(*shown, step, deployment, areFactsKnown ? m_readiness->facts() : nullptr),
            this);
    } else {
        dialog = new ConfirmDialog(FailoverQuestions::step(step, deployment), this);
    }
    connect(dialog, &QDialog::accepted, this, confirmed);
    dialog->open();
}

// While it was asked about, the operation may have gone on.
void FailoverPage::runConfirmed(const QUuid &id, const QString &step)
{
    FailoverOperation *operation = m_desk->operation(id);
    if (!operation || operation->isBusy() || operation->hasEnded() || operation->currentStep() < 0
        || operation->steps().at(operation->currentStep()).step.id() != step) {
        m_run->showFailure(tr("The step was not run: the operation has changed since the question was asked."));
        return;
    }
    operation->runCurrentStep();
    m_run->focusContent();
}

void FailoverPage::leaveOut()
{
    const FailoverOperation *shown = m_run->operation();
    const FailoverStep step = shown->steps().at(shown->currentStep()).step;
    auto *dialog = new LeaveOutDialog(step, this);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id = shown->id(), name = step.id()] {
        FailoverOperation *operation = m_desk->operation(id);
        if (operation && !operation->isBusy() && operation->currentStep() >= 0
            && operation->steps().at(operation->currentStep()).step.id() == name)
            operation->leaveOut(dialog->reason());
        m_run->focusContent();
    });
    dialog->open();
}

// A button that was pressed is about to be disabled or hidden: Tab would go on somewhere else in the window.
void FailoverPage::keepKeyboard()
{
    if (isAncestorOf(focusWidget()) && qobject_cast<QAbstractButton *>(focusWidget()))
        m_run->focusContent();
}

void FailoverPage::stop()
{
    keepKeyboard();
    FailoverOperation *shown = m_run->operation();
    const OperationStep step = shown->steps().at(shown->currentStep());
    if (step.state == StepState::Verifying) { // nothing runs: it is only no longer waited for
        shown->stopCurrentStep();
        return;
    }
    QMessageBox *question = FailoverQuestions::stop(*shown, step.step, this);
    connect(question->findChild<QAbstractButton *>(u"doIt"_s), &QAbstractButton::clicked, this,
            [this, id = shown->id()] {
                if (FailoverOperation *operation = m_desk->operation(id))
                    operation->stopCurrentStep();
            });
    question->open();
}

void FailoverPage::end()
{
    FailoverOperation *shown = m_run->operation();
    if (shown->currentStep() < 0) {
        shown->end();
        return;
    }
    QMessageBox *question = FailoverQuestions::end(*shown, this);
    connect(question->findChild<QAbstractButton *>(u"doIt"_s), &QAbstractButton::clicked, this,
            [this, id = shown->id()] {
                if (FailoverOperation *operation = m_desk->operation(id); operation && !operation->isBusy())
                    operation->end();
            });
    question->open();
}

void FailoverPage::showRecord(const QUuid &id)
{
    m_desk->writeRecord(id, this, [this](const Result<QString> &path) {
        if (path)
            Q_EMIT recordRequested(*path);
        else
            showError(errorSentences(path.error()));
    });
}

} // namespace cspool
