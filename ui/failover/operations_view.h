// OperationsView: the guided operations that are written down, newest first; those that were left are gone on with from
// here, and every one has its record.
#pragma once

#include "ui/failover/operation_list_model.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QStackedWidget;
class QTableView;

namespace cspool {

class EmptyState;
class FailoverActions;
class FailoverDesk;
class Workspace;

class OperationsView : public QWidget
{
    Q_OBJECT

public:
    // All must outlive it.
    OperationsView(Workspace *workspace, FailoverDesk *desk, FailoverActions *actions, QWidget *parent = nullptr);

    const OperationSummary *selected() const; // null: none
    void select(const QUuid &id);
    void focusContent();

Q_SIGNALS:
    void changed(); // the list, or which one is selected
    void activated(); // the selected one: double click, Enter

protected:
    void showEvent(QShowEvent *event) override;

private:
    void update();

    Workspace *m_workspace;
    FailoverDesk *m_desk;
    QTimer m_clock;
    OperationListModel m_model;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QTableView *m_table;
    QLabel *m_problems;
};

} // namespace cspool
