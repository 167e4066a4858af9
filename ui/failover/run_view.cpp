#include "ui/failover/run_view.h"

#include "model/time_text.h"
#include "ui/empty_state.h"
#include "ui/failover/failover_actions.h"
#include "ui/failover/failover_desk.h"
#include "ui/failover/failover_text.h"
#include "ui/failover/kind_banner.h"
#include "ui/failover/stacking_splitter.h"
#include "ui/failover/step_delegate.h"
#include "ui/failover/step_pane.h"
#include "ui/notice_bar.h"
#include "ui/workspace.h"

#include <QHeaderView>
#include <QLocale>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace cspool {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

RunView::RunView(Workspace *workspace, FailoverDesk *desk, FailoverActions *actions, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_desk(desk)
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_content(new QWidget(this))
    , m_banner(new KindBanner(this))
    , m_notice(new NoticeBar(this))
    , m_steps(new QTableView(this))
    , m_pane(new StepPane(
          actions,
          [workspace](const Command &command) {
              return workspace->session() && workspace->session()->cmdletInfo(command.cmdlet());
          },
          this))
{
    m_empty->setObjectName(u"runEmpty"_s);
    m_empty->setMessage(u"failover"_s, tr("No guided operation is under way here"),
                        tr("Look at the readiness of a pool and begin one there, or go on with one that was left: the "
                           "list of operations has them all."),
                        tr("Show the read&iness"));
    connect(m_empty, &EmptyState::activated, this, &RunView::readinessRequested);
    m_notice->setObjectName(u"runNotice"_s);
    connect(m_notice, &NoticeBar::activated, this, &RunView::noticeActivated);
    auto *inside = new QVBoxLayout(m_content);
    inside->setContentsMargins({});
    inside->addWidget(m_banner);
    inside->addWidget(m_notice);
    inside->addWidget(makeSteps(), 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_content);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_stack);

    connect(m_pane, &StepPane::commandRequested, this, [this](const Command &command) {
        Command prefilled = command;
        const QString pool = prefilled.string(u"PoolFqdn");
        prefilled.remove(u"PoolFqdn");
        Q_EMIT commandRequested(prefilled, pool.isEmpty() ? QStringList() : QStringList{pool});
    });
    connect(desk, &FailoverDesk::operationChanged, this, [this](const QUuid &id) {
        if (id != m_shown)
            return;
        m_failure.clear();
        update();
    });
    connect(desk, &FailoverDesk::operationsChanged, this, &RunView::update);
    connect(&m_clock, &QTimer::timeout, this, &RunView::updateClock);
    m_clock.start(15s);
    update();
}

QWidget *RunView::makeSteps()
{
    m_steps->setObjectName(u"failoverSteps"_s);
    m_steps->setAccessibleName(tr("Steps"));
    m_steps->setModel(&m_model);
    m_steps->setItemDelegate(new StepDelegate(m_steps));
    m_steps->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_steps->setSelectionMode(QAbstractItemView::SingleSelection);
    m_steps->setTabKeyNavigation(false);
    m_steps->setWordWrap(true);
    m_steps->setShowGrid(false);
    m_steps->verticalHeader()->hide();
    m_steps->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    QHeaderView *header = m_steps->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(FailoverStepModel::StepColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(FailoverStepModel::StateColumn, QHeaderView::ResizeToContents);
    const int character = m_steps->fontMetrics().averageCharWidth();
    m_steps->setMinimumSize(30 * character, 4 * m_steps->fontMetrics().height());
    connect(m_steps->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        showSelectedStep();
        Q_EMIT changed();
    });
    auto *splitter = new StackingSplitter(110, 40, this);
    splitter->addWidget(m_steps);
    splitter->addWidget(m_pane);
    return splitter;
}

void RunView::showOperation(const QUuid &id)
{
    m_shown = id;
    m_lastCurrent = -1;
    m_failure.clear();
    update();
}

FailoverOperation *RunView::operation() const
{
    return m_desk->operation(m_shown);
}

const OperationStep *RunView::selectedStep() const
{
    const FailoverOperation *shown = operation();
    const int row = m_steps->currentIndex().row();
    return shown && row >= 0 && row < shown->steps().size() ? &shown->steps().at(row) : nullptr;
}

void RunView::showFailure(const QString &text)
{
    m_failure = text;
    update();
}

void RunView::update()
{
    const FailoverOperation *shown = operation();
    m_stack->setCurrentWidget(shown ? m_content : static_cast<QWidget *>(m_empty));
    if (shown) {
        updateSteps(*shown);
        updateBanner(*shown);
        updateNotice(*shown);
    } else {
        m_model.setRows({});
    }
    showSelectedStep();
    Q_EMIT changed();
}

void RunView::updateSteps(const FailoverOperation &operation)
{
    QList<FailoverStepRow> rows;
    const int current = operation.currentStep();
    for (const OperationStep &step : operation.steps()) {
        rows.append({step.step, toneOf(step.state), FailoverText::state(step.state), step.finding.text,
                     rows.size() == current});
    }
    m_model.setRows(rows);
    if (std::exchange(m_lastCurrent, current) != current && current >= 0)
        m_steps->selectRow(current);
    if (!m_steps->currentIndex().isValid() && !rows.isEmpty())
        m_steps->selectRow(0);
}

void RunView::updateBanner(const FailoverOperation &operation)
{
    QStringList sentences;
    const int current = operation.currentStep();
    const QLocale locale;
    if (operation.hasEnded())
        sentences.append(tr("It has ended."));
    else if (current >= 0)
        sentences.append(
            tr("Step %1 of %2.").arg(locale.toString(current + 1), locale.toString(operation.steps().size())));
    else
        sentences.append(tr("All steps are done."));
    if (!operation.backupPool().isEmpty())
        sentences.append(tr("Backup pool: %1.").arg(operation.backupPool()));
    if (operation.isPastPointOfNoReturn() && !operation.hasEnded())
        sentences.append(tr("It is past the point of no return: from here on, nothing is taken back by cancelling."));
    m_banner->setKind(operation.goal(), FailoverText::name(operation.goal()), sentences.join(u' '));
}

void RunView::updateNotice(const FailoverOperation &operation)
{
    if (!m_failure.isEmpty())
        m_notice->setNotice(StatusTone::Bad, m_failure);
    else if (operation.hasEnded())
        m_notice->setNotice(operation.currentStep() < 0 ? StatusTone::Good : StatusTone::Attention,
                            operation.currentStep() < 0
                                ? tr("The operation has ended. Its record is ready for the change ticket.")
                                : tr("The operation has ended and is not complete. Its record says how the pools are."),
                            tr("Show the re&cord"));
    else if (operation.currentStep() < 0 && !operation.isBusy())
        m_notice->setNotice(StatusTone::Good,
                            tr("Every step is reached or left out. End the operation: all checks are read once more, "
                               "and the record is closed."),
                            tr("End the operation"));
    else
        m_notice->clear();
}

void RunView::showSelectedStep()
{
    const OperationStep *step = selectedStep();
    const FailoverOperation *shown = operation();
    const bool isCurrent = step && !shown->hasEnded() && m_steps->currentIndex().row() == shown->currentStep();
    m_pane->setStep(step ? std::optional(*step) : std::nullopt, isCurrent);
    m_pane->setTime(m_workspace->desktop().now());
}

void RunView::updateClock()
{
    m_pane->setTime(m_workspace->desktop().now());
}

void RunView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    updateClock();
}

void RunView::focusContent()
{
    if (operation())
        m_steps->setFocus();
    else
        m_empty->setFocus();
}

} // namespace cspool
