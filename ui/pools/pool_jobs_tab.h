// PoolJobsTab: what this console and others of the user have run for a pool.
#pragma once

#include "model/job_filter_model.h"
#include "ui/pools/details_tab.h"

#include <QUuid>

class QLabel;
class QTableView;

namespace cspool {

class PoolJobsTab : public DetailsTab
{
    Q_OBJECT

public:
    explicit PoolJobsTab(Workspace *workspace, QWidget *parent = nullptr);

Q_SIGNALS:
    void jobActivated(const QUuid &job);

protected:
    void updateContent() override;

private:
    JobFilterModel m_jobs;
    QLabel *m_note;
    QTableView *m_table;
};

} // namespace cspool
