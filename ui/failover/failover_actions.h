// FailoverActions: what can be done on the page of guided failovers, as actions for menu, tool bar and buttons.
#pragma once

#include <QList>
#include <QObject>

class QAction;
class QPushButton;
class QWidget;

namespace cspool {

class FailoverActions : public QObject
{
    Q_OBJECT

public:
    // Shortcuts hold in `page` and what is in it.
    explicit FailoverActions(QWidget *page);

    const QList<QAction *> &all() const { return m_all; } // null: a separator

    // Enabled where `obstacle` is empty; else the obstacle is what tool tip and status bar say.
    static void setObstacle(QAction *action, const QString &obstacle);
    // A button that follows the action, for the pane it is about.
    static QPushButton *makeButton(QAction *action, QWidget *parent);

    // The readiness.
    QAction *refresh;
    QAction *begin;
    QAction *copyCheck;
    // The current step.
    QAction *run;
    QAction *ranThere;
    QAction *lookAgain;
    QAction *leaveOut;
    QAction *stop;
    QAction *showJob;
    // The operation.
    QAction *end;
    QAction *goOn;
    QAction *showRecord;

private:
    QAction *add(const QString &name, const QString &text, const QString &icon, const QString &explanation);

    QWidget *m_page;
    QList<QAction *> m_all;
};

} // namespace cspool
