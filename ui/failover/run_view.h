// RunView: a guided operation that is under way: its kind, its steps in their order, and one of them in full.
#pragma once

#include "backend/failover/failover_operation.h"
#include "model/failover/failover_step_model.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QStackedWidget;
class QTableView;

namespace cspool {

class EmptyState;
class FailoverActions;
class FailoverDesk;
class KindBanner;
class NoticeBar;
class StepPane;
class Workspace;

// Shows and disturbs nothing: what is done to the operation is done by the page's actions.
class RunView : public QWidget
{
    Q_OBJECT

public:
    // All must outlive it.
    RunView(Workspace *workspace, FailoverDesk *desk, FailoverActions *actions, QWidget *parent = nullptr);

    void showOperation(const QUuid &id); // null: none
    FailoverOperation *operation() const; // null: none is shown
    const OperationStep *selectedStep() const; // null: none
    // What was wanted was not begun, and why; gone with the next change.
    void showFailure(const QString &text);
    void focusContent();

Q_SIGNALS:
    void changed(); // the operation, or which step is selected
    void readinessRequested();
    // Opens the form, filled with `prefilled`; it will run once for each of `pools`.
    void commandRequested(const cspool::Command &prefilled, const QStringList &pools);
    void noticeActivated(); // the button of the notice: end the operation, or show its record

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeSteps();
    void update();
    void updateSteps(const FailoverOperation &operation);
    void updateBanner(const FailoverOperation &operation);
    void updateNotice(const FailoverOperation &operation);
    void showSelectedStep();
    void updateClock();

    Workspace *m_workspace;
    FailoverDesk *m_desk;
    QTimer m_clock;
    FailoverStepModel m_model;
    QUuid m_shown;
    int m_lastCurrent = -1; // the step that was current: the selection follows
    QString m_failure;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QWidget *m_content;
    KindBanner *m_banner;
    NoticeBar *m_notice;
    QTableView *m_steps;
    StepPane *m_pane;
};

} // namespace cspool
