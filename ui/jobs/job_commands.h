// JobCommands: what can be done with jobs: the actions of the jobs page and what they do.
#pragma once

#include "model/command.h"
#include "model/job.h"

#include <QObject>
#include <QUuid>

#include <functional>
#include <memory>
#include <optional>

class QAction;
class QWidget;

namespace cspool {

class JobRetry;
class Workspace;

// Enables and words its actions by the jobs that are selected. What could do harm asks first.
class JobCommands : public QObject
{
    Q_OBJECT

public:
    // Dialogs belong to `page`. `workspace` must outlive it.
    JobCommands(Workspace *workspace, QWidget *page);
    ~JobCommands() override;

    // In the order of the menu; null: a separator.
    const QList<QAction *> &actions() const { return m_actions; }
    QAction *openReportAction() const { return m_openReport; }

    // `current`: of them the one that is shown; null: none.
    void setJobs(const QUuid &current, const QList<QUuid> &selected);
    void setHasLog(bool hasLog);
    // Again, after jobs have changed.
    void update();

Q_SIGNALS:
    void answerRequested(const QUuid &job); // null: the one that has waited longest
    void commandRequested(const cspool::Command &prefilled, const QStringList &pools);
    void reportRequested(const QUuid &job, const QString &path);
    void logCopyRequested();
    void logSaveRequested(const QUuid &job, const QString &path);
    void jobSubmitted(const QUuid &job); // a retry
    void failed(const QString &message);

private:
    // `slot` is a member function of this class.
    QAction *add(const QString &icon, const QString &text, const QString &name, void (JobCommands::*slot)());
    void addSeparator() { m_actions.append(nullptr); }
    void answer();
    void cancel();
    void cancelJobs(const QList<QUuid> &jobs);
    void cancelAll();
    // Which jobs it is about is said in the box.
    void askToCancel(const QString &name, const QString &title, const QString &question, const QList<JobInfo> &jobs,
                     const std::function<void()> &cancelThem);
    void retry();
    void runAgain();
    void openReport();
    void copyCommand();
    void copyLog();
    void saveLog();
    void removeEnded();
    std::optional<JobInfo> info(const QUuid &job) const;
    bool isElsewhere(const QUuid &job) const;
    bool canCancel(const QUuid &job) const;
    bool canRepeat(const JobInfo &job) const;

    Workspace *m_workspace;
    QWidget *m_page;
    QUuid m_current;
    QList<QUuid> m_selected;
    bool m_hasLog = false;
    std::unique_ptr<JobRetry> m_jobRetry; // the last one; null: none in this deployment yet
    QList<QAction *> m_actions;
    QAction *m_answer;
    QAction *m_cancel;
    QAction *m_cancelAll;
    QAction *m_retry;
    QAction *m_runAgain;
    QAction *m_openReport;
    QAction *m_copyCommand;
    QAction *m_copyLog;
    QAction *m_saveLog;
    QAction *m_removeEnded;
};

} // namespace cspool
