#include "ui/pools/pool_jobs_tab.h"

#include "model/job_model.h"
#include "ui/jobs/job_feed.h"
#include "ui/jobs/progress_delegate.h"
#include "ui/status_delegate.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

namespace cspool {

using namespace Qt::StringLiterals;

PoolJobsTab::PoolJobsTab(Workspace *workspace, QWidget *parent)
    : DetailsTab(workspace, parent)
    , m_jobs(workspace->jobModel())
    , m_note(new QLabel(this))
    , m_table(new QTableView(this))
{
    m_note->setObjectName(u"poolJobsNote"_s);
    m_note->setWordWrap(true);
    m_table->setObjectName(u"poolJobs"_s);
    m_table->setAccessibleName(tr("Jobs of the pool"));
    m_table->setModel(&m_jobs);
    m_table->setItemDelegate(new StatusDelegate(m_table));
    m_table->setItemDelegateForColumn(JobModel::ProgressColumn, new ProgressDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setAlternatingRowColors(true);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(JobModel::StartedColumn, Qt::DescendingOrder);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    // The pool and the deployment are the same in every row.
    for (const int column : {JobModel::PoolColumn, JobModel::DeploymentColumn, JobModel::RemainingColumn})
        m_table->hideColumn(column);
    const int character = fontMetrics().averageCharWidth();
    m_table->setColumnWidth(JobModel::StateColumn, 26 * character);
    m_table->setColumnWidth(JobModel::CmdletColumn, 30 * character);
    m_table->setColumnWidth(JobModel::StartedColumn, 20 * character);
    m_table->setColumnWidth(JobModel::ActivityColumn, 34 * character);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_note);
    layout->addWidget(m_table, 1);
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT jobActivated(m_jobs.job(index).id); });
    connect(&workspace->jobFeed(), &JobFeed::historyRead, this, &PoolJobsTab::scheduleUpdate);
    connect(&m_jobs, &QAbstractItemModel::rowsInserted, this, &PoolJobsTab::scheduleUpdate);
    connect(&m_jobs, &QAbstractItemModel::rowsRemoved, this, &PoolJobsTab::scheduleUpdate);
}

void PoolJobsTab::updateContent()
{
    m_jobs.setDeployment(workspace().session()->deployment().id);
    m_jobs.setPool(poolFqdn());
    const int count = m_jobs.rowCount();
    if (count > 0)
        m_note->setText(
            tr("%n job(s) of this pool, run from this console. Enter shows the selected one.", nullptr, count));
    else if (workspace().history() && !workspace().jobFeed().isHistoryRead())
        m_note->setText(tr("The history is being read…"));
    else
        m_note->setText(tr("Nothing has been run for this pool from this console. What others ran is not known here."));
}

} // namespace cspool
