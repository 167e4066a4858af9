// FailoverPage: failovers and failbacks by the book: whether a pool is ready, the guided run of the steps, the records.
#pragma once

#include "backend/failover/failover_operation.h"
#include "model/command.h"
#include "ui/console_page.h"

class QTabWidget;

namespace cspool {

class FailoverActions;
class FailoverDesk;
class NoticeBar;
class OperationsView;
class ReadinessView;
class RunView;
class Workspace;

// Nothing runs on this page before it was confirmed, and what runs is disturbed by nothing that is done with the page:
// the operations are the FailoverDesk's.
class FailoverPage : public ConsolePage
{
    Q_OBJECT

public:
    // `workspace` must outlive it.
    explicit FailoverPage(Workspace *workspace, QWidget *parent = nullptr);
    ~FailoverPage() override;

    QString title() const override;
    QIcon icon() const override;
    QList<QAction *> menuActions() const override;
    void find() override;
    void focusContent() override;
    void refresh() override;

    // The readiness of the pool; without a direction for the way that its state calls for.
    void showReadiness(const QString &pool, const std::optional<FailoverDirection> &direction = {},
                       bool isDisaster = false);
    // What is unfinished in the deployment on the screen.
    void showUnfinished();

    FailoverDesk *desk() const { return m_desk; }

Q_SIGNALS:
    // Opens the form, filled with `prefilled`; it will run once for each of `pools`.
    void commandRequested(const cspool::Command &prefilled, const QStringList &pools);
    void jobActivated(const QUuid &job); // show it on the page of jobs
    void recordRequested(const QString &path); // show it on the page of reports

private:
    void makeTabs();
    void connectActions();
    void connectDesk();
    void followDeployment();
    void updateActions();
    void updateStepActions();
    void updateRunText();
    void updateNotice();
    QString beginObstacle() const;
    QString goOnObstacle() const;

    void begin();
    void goOn(const QUuid &id);
    void showStarted(const Result<QUuid> &started);
    void runStep();
    void runConfirmed(const QUuid &id, const QString &step);
    void leaveOut();
    void keepKeyboard();
    void stop();
    void end();
    void showRecord(const QUuid &id);
    void showError(const QString &text);
    void showRun(const QUuid &id);
    OperationSummary const *selectedUnfinished() const;
    QUuid recordOf() const; // the operation that "Show the record" is about; null: none

    Workspace *m_workspace;
    FailoverDesk *m_desk;
    FailoverActions *m_actions;
    NoticeBar *m_notice; // what is unfinished, or what went wrong
    QTabWidget *m_tabs;
    ReadinessView *m_readiness;
    RunView *m_run;
    OperationsView *m_operations;
    QString m_error; // in the notice until something else is done
    QHash<QString, QUuid> m_lastRuns; // by the location of a deployment that has left the screen
};

} // namespace cspool
