#include "model/job_filter_model.h"

#include "model/job_model.h"

#include <algorithm>

namespace cspool {

JobFilterModel::JobFilterModel(JobModel *jobs, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_jobs(jobs)
{
    setSortRole(SortRole);
    setSourceModel(jobs);
    sort(JobModel::StartedColumn, Qt::DescendingOrder);
}

void JobFilterModel::setFilter(JobFilter filter)
{
    if (std::exchange(m_filter, filter) != filter)
        invalidateFilter();
}

void JobFilterModel::setDeployment(const QUuid &deployment)
{
    if (std::exchange(m_deployment, deployment) != deployment)
        invalidateFilter();
}

void JobFilterModel::setPool(const std::optional<QString> &pool)
{
    if (std::exchange(m_pool, pool) != pool)
        invalidateFilter();
}

void JobFilterModel::setSearch(const QString &text)
{
    const QStringList words = text.split(QChar(u' '), Qt::SkipEmptyParts);
    if (std::exchange(m_words, words) != words)
        invalidateFilter();
}

const JobInfo &JobFilterModel::job(const QModelIndex &index) const
{
    return m_jobs->job(mapToSource(index).row());
}

bool JobFilterModel::matchesFilter(const JobInfo &job) const
{
    switch (m_filter) {
    case JobFilter::All:
        return true;
    case JobFilter::UnderWay:
        return job.state != JobState::Finished;
    case JobFilter::Problems:
        if (job.state == JobState::WaitingForAnswer || job.warningCount > 0 || job.errorCount > 0)
            return true;
        return job.state == JobState::Finished
            && (job.outcome == Outcome::Failed || job.outcome == Outcome::Interrupted
                || job.outcome == Outcome::SucceededWithWarnings);
    }
    return true;
}

bool JobFilterModel::matchesSearch(int sourceRow) const
{
    if (m_words.isEmpty())
        return true;
    const JobInfo &job = m_jobs->job(sourceRow);
    const QString state = m_jobs->index(sourceRow, JobModel::StateColumn).data().toString();
    return std::all_of(m_words.cbegin(), m_words.cend(), [&](const QString &word) {
        for (const QString &text : {job.commandLine, job.pool, state, job.message, job.user, job.deploymentName}) {
            if (text.contains(word, Qt::CaseInsensitive))
                return true;
        }
        return false;
    });
}

bool JobFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    if (sourceParent.isValid())
        return false;
    const JobInfo &job = m_jobs->job(sourceRow);
    return (m_deployment.isNull() || job.deploymentId == m_deployment) && (!m_pool || job.pool == *m_pool)
        && matchesFilter(job)
        && matchesSearch(sourceRow);
}

bool JobFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (left.column() == JobModel::StartedColumn) {
        const bool isLeftUnderWay = m_jobs->job(left.row()).state != JobState::Finished;
        const bool isRightUnderWay = m_jobs->job(right.row()).state != JobState::Finished;
        if (isLeftUnderWay != isRightUnderWay)
            return isRightUnderWay;
    }
    if (QSortFilterProxyModel::lessThan(left, right))
        return true;
    if (QSortFilterProxyModel::lessThan(right, left))
        return false;
    // Qt asks with the sides exchanged when it sorts in descending order.
    return sortOrder() == Qt::AscendingOrder ? left.row() < right.row() : left.row() > right.row();
}

} // namespace cspool
