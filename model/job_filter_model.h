// JobFilterModel: the jobs that are to be seen, sorted.
#pragma once

#include "model/job.h"

#include <QSortFilterProxyModel>

#include <optional>

namespace cspool {

class JobModel;

enum class JobFilter {
    All,
    UnderWay, // queued, running, waiting for an answer
    Problems, // failed, interrupted, with warnings or errors; and what waits for an answer
};

// Sorts by SortRole; what is equal stays newest first. Sorted by its start, a job that is under way counts as newer
// than all that have ended.
class JobFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit JobFilterModel(JobModel *jobs, QObject *parent = nullptr);

    JobFilter filter() const { return m_filter; }
    void setFilter(JobFilter filter);
    // Null: of all deployments.
    void setDeployment(const QUuid &deployment);
    // Canonical FQDN; nothing: of all pools, and those that name none.
    void setPool(const std::optional<QString> &pool);
    // Every word must occur in the command line, pool, state, message, user or deployment.
    void setSearch(const QString &text);

    const JobInfo &job(const QModelIndex &index) const; // a valid index

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    bool matchesFilter(const JobInfo &job) const;
    bool matchesSearch(int sourceRow) const;

    JobModel *m_jobs;
    JobFilter m_filter = JobFilter::All;
    QUuid m_deployment;
    std::optional<QString> m_pool;
    QStringList m_words;
};

} // namespace cspool
