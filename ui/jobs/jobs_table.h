// JobsTable: the table of jobs: progress bars, columns that are remembered, a word when there is nothing to show.
#pragma once

#include <QTableView>
#include <QTimer>
#include <QUuid>

namespace cspool {

class JobFilterModel;
class Settings;

class JobsTable : public QTableView
{
    Q_OBJECT

public:
    // Both must outlive it.
    JobsTable(JobFilterModel *jobs, Settings *settings, QWidget *parent = nullptr);
    ~JobsTable() override;

    QUuid currentJob() const; // null: none
    QList<QUuid> selectedJobs() const; // in the order of the rows
    void selectJob(const QUuid &job); // nothing when it is not shown
    // Shown in place of rows while there are none.
    void setEmptyText(const QString &text);

Q_SIGNALS:
    void jobsSelected();

protected:
    void paintEvent(QPaintEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    void setUpColumns();
    void saveColumns();
    void showColumnsMenu(const QPoint &position);

    JobFilterModel *m_jobs;
    Settings *m_settings;
    QTimer m_saveTimer;
    QString m_emptyText;
};

} // namespace cspool
