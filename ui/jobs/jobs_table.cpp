#include "ui/jobs/jobs_table.h"

#include "model/job_filter_model.h"
#include "model/job_model.h"
#include "model/job_text.h"
#include "ui/jobs/progress_delegate.h"
#include "ui/settings.h"
#include "ui/status_delegate.h"

#include <QHeaderView>
#include <QMenu>
#include <QPainter>

#include <algorithm>
#include <array>

namespace cspool {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Order, widths, visibility and sorting; of no use to a table with other columns, hence their number in the key.
const Setting<QByteArray> columnsSetting{"jobs/columns12", {}};
static_assert(JobModel::ColumnCount == 12);

// Widths at first, in characters; of the state, see widestState().
constexpr std::array<int, JobModel::ColumnCount> defaultWidths = {0, 28, 36, 28, 40, 18, 12, 24, 12, 10, 14, 28};

// Every state and outcome is read whole, in every language.
int widestState(const QFontMetrics &metrics)
{
    int widest = 0;
    for (const JobState state :
         {JobState::Queued, JobState::Running, JobState::WaitingForAnswer, JobState::Cancelling, JobState::Finished}) {
        for (const Outcome outcome : {Outcome::SucceededWithWarnings, Outcome::Interrupted}) {
            JobInfo job;
            job.state = state;
            job.outcome = outcome;
            for (const bool isElsewhere : {false, true})
                widest = std::max(widest, metrics.horizontalAdvance(stateText(job, isElsewhere)));
        }
    }
    return widest;
}

} // namespace

JobsTable::JobsTable(JobFilterModel *jobs, Settings *settings, QWidget *parent)
    : QTableView(parent)
    , m_jobs(jobs)
    , m_settings(settings)
{
    setObjectName(u"jobsTable"_s);
    setAccessibleName(tr("Jobs"));
    setModel(jobs);
    setItemDelegate(new StatusDelegate(this));
    setItemDelegateForColumn(JobModel::ProgressColumn, new ProgressDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setSortingEnabled(true);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    setUpColumns();
    connect(jobs, &QAbstractItemModel::rowsInserted, this, [this] { viewport()->update(); });
    connect(jobs, &QAbstractItemModel::rowsRemoved, this, [this] { viewport()->update(); });
}

JobsTable::~JobsTable()
{
    if (m_saveTimer.isActive())
        saveColumns();
}

void JobsTable::setUpColumns()
{
    QHeaderView *header = horizontalHeader();
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setTextElideMode(Qt::ElideRight);
    const int character = fontMetrics().averageCharWidth();
    for (int column = 0; column < JobModel::ColumnCount; ++column)
        setColumnWidth(column, defaultWidths[size_t(column)] * character);
    header->moveSection(header->visualIndex(JobModel::DeploymentColumn), JobModel::ProgressColumn); // whose pool it is
    const int icon = fontMetrics().height();
    const int margin = 3 * (style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, this) + 1);
    setColumnWidth(JobModel::StateColumn, widestState(fontMetrics()) + icon + 2 * margin);
    sortByColumn(JobModel::StartedColumn, Qt::DescendingOrder);
    if (const QByteArray state = m_settings->value(columnsSetting); !state.isEmpty()) {
        header->restoreState(state);
        sortByColumn(header->sortIndicatorSection(), header->sortIndicatorOrder());
    }
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(500ms);
    connect(&m_saveTimer, &QTimer::timeout, this, &JobsTable::saveColumns);
    const auto saveSoon = [this] { m_saveTimer.start(); };
    connect(header, &QHeaderView::sectionMoved, this, saveSoon);
    connect(header, &QHeaderView::sectionResized, this, saveSoon);
    connect(header, &QHeaderView::sortIndicatorChanged, this, saveSoon);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, &JobsTable::showColumnsMenu);
}

void JobsTable::saveColumns()
{
    m_settings->setValue(columnsSetting, horizontalHeader()->saveState());
}

void JobsTable::showColumnsMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 0; column < JobModel::ColumnCount; ++column) {
        QAction *action = menu->addAction(m_jobs->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(column != JobModel::StateColumn); // without it a row says nothing
        connect(action, &QAction::toggled, this, [this, column](bool isShown) {
            setColumnHidden(column, !isShown);
            m_saveTimer.start();
        });
    }
    menu->popup(horizontalHeader()->mapToGlobal(position));
}

QUuid JobsTable::currentJob() const
{
    const QModelIndexList rows = selectionModel()->selectedRows();
    if (rows.isEmpty())
        return {};
    // Of several the one with the keyboard.
    const QModelIndex current = currentIndex();
    return (current.isValid() && selectionModel()->isSelected(current) ? current : rows.first()).data(KeyRole).toUuid();
}

QList<QUuid> JobsTable::selectedJobs() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QList<QUuid> jobs;
    for (const QModelIndex &row : std::as_const(rows))
        jobs.append(row.data(KeyRole).toUuid());
    return jobs;
}

void JobsTable::selectJob(const QUuid &job)
{
    for (int row = 0; row < m_jobs->rowCount(); ++row) {
        const QModelIndex index = m_jobs->index(row, JobModel::StateColumn);
        if (index.data(KeyRole).toUuid() != job)
            continue;
        // Not by selectRow(), which asks which keys are held down: Ctrl of a shortcut would take the selection away.
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        scrollTo(index);
        return;
    }
}

void JobsTable::setEmptyText(const QString &text)
{
    m_emptyText = text;
    setAccessibleDescription(text);
    viewport()->update();
}

void JobsTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_jobs->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    const int margin = fontMetrics().height();
    painter.drawText(viewport()->rect().adjusted(margin, margin, -margin, -margin), Qt::AlignCenter | Qt::TextWordWrap,
                     m_emptyText);
}

void JobsTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT jobsSelected();
}

} // namespace cspool
