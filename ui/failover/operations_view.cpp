#include "ui/failover/operations_view.h"

#include "model/item_roles.h"
#include "ui/empty_state.h"
#include "ui/failover/failover_actions.h"
#include "ui/failover/failover_desk.h"
#include "ui/failover/flow_layout.h"
#include "ui/status_delegate.h"
#include "ui/workspace.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace cspool {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

OperationsView::OperationsView(Workspace *workspace, FailoverDesk *desk, FailoverActions *actions, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_desk(desk)
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_table(new QTableView(this))
    , m_problems(new QLabel(this))
{
    m_table->setObjectName(u"operations"_s);
    m_table->setAccessibleName(tr("Guided operations"));
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new StatusDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() * 3 / 2);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setStretchLastSection(true);
    const int character = m_table->fontMetrics().averageCharWidth();
    constexpr int characters[] = {48, 30, 22, 18, 30};
    for (int column = 0; column < int(std::size(characters)); ++column)
        m_table->setColumnWidth(column, characters[column] * character);
    m_empty->setObjectName(u"operationsEmpty"_s);
    m_problems->setObjectName(u"operationsProblems"_s);
    m_problems->setTextFormat(Qt::PlainText);
    m_problems->setWordWrap(true);
    auto *buttons = new QWidget(this);
    auto *flow = new FlowLayout(buttons);
    flow->setContentsMargins({});
    flow->addWidget(FailoverActions::makeButton(actions->goOn, buttons));
    flow->addWidget(FailoverActions::makeButton(actions->showRecord, buttons));
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_problems);
    layout->addWidget(buttons);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &OperationsView::changed);
    connect(m_table, &QAbstractItemView::activated, this, &OperationsView::activated);
    connect(desk, &FailoverDesk::summariesChanged, this, &OperationsView::update);
    connect(desk, &FailoverDesk::operationsChanged, this, &OperationsView::update);
    connect(&m_clock, &QTimer::timeout, this, [this] { m_model.setClock(m_workspace->desktop().now()); });
    m_clock.start(60s);
    update();
}

void OperationsView::update()
{
    QSet<QUuid> here;
    for (const OperationSummary &summary : m_desk->summaries()) {
        if (m_desk->operation(summary.id))
            here.insert(summary.id);
    }
    m_model.setClock(m_workspace->desktop().now());
    m_model.setSummaries(m_desk->summaries(), here);
    if (!m_table->currentIndex().isValid() && m_model.rowCount() > 0)
        m_table->selectRow(0);
    m_stack->setCurrentWidget(m_model.rowCount() > 0 ? m_table : static_cast<QWidget *>(m_empty));
    m_empty->setMessage(
        u"history"_s, m_desk->areSummariesRead() ? tr("No guided operation yet") : tr("The operations are being read…"),
        m_desk->areSummariesRead() ? tr("Every guided failover and failback of yours is listed here, with its record.")
                                   : QString());
    QStringList problems;
    for (const Error &error : m_desk->problems())
        problems.append(error.message);
    m_problems->setText(problems.join(u'\n'));
    m_problems->setVisible(!problems.isEmpty());
    Q_EMIT changed();
}

const OperationSummary *OperationsView::selected() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? &m_model.summary(current.row()) : nullptr;
}

void OperationsView::select(const QUuid &id)
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.summary(row).id == id)
            m_table->selectRow(row);
    }
}

void OperationsView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_desk->readSummaries(); // other processes add to them
}

void OperationsView::focusContent()
{
    if (m_stack->currentWidget() == m_table)
        m_table->setFocus();
    else
        m_empty->setFocus();
}

} // namespace cspool
