// RecentReports: the reports of past jobs, from the history, and a way to open any other; shown while none is open.
#pragma once

#include "model/job.h"

#include <QWidget>

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace cspool {

class Workspace;

class RecentReports : public QWidget
{
    Q_OBJECT

public:
    // `workspace` must outlive it.
    explicit RecentReports(Workspace *workspace, QWidget *parent = nullptr);

    // Reads the history again; the list changes when it is read.
    void refresh();
    void focusContent();

Q_SIGNALS:
    void reportActivated(const QUuid &job, const QString &path);
    void openFileRequested();

private:
    void showJobs(const QList<JobInfo> &jobs);
    void activate(const QTreeWidgetItem *item);

    Workspace *m_workspace;
    QLabel *m_message;
    QTreeWidget *m_list;
};

} // namespace cspool
