// PoolActions: what can be done with the selected pools, as actions for menu, tool bar and context menu.
#pragma once

#include "model/command.h"
#include "model/pool_action_rules.h"

#include <QList>
#include <QObject>

#include <vector>

class QAction;
class QMenu;

namespace cspool {

class Session;

// Enables what the selection allows; what it does not allow says why in its tool tip and in the status bar. What only
// some of the selected pools allow stays enabled, so that it can be told, and asks to go on with those.
class PoolActions : public QObject
{
    Q_OBJECT

public:
    // Shortcuts hold in `page` and what is in it; those for copying and selecting only in `table`, for other widgets of
    // the page have text of their own. `columns`: becomes a submenu.
    PoolActions(QWidget *page, QWidget *table, QMenu *columns, QObject *parent = nullptr);

    // Menu, tool bar (those with an icon) and context menu in one; null: a separator.
    const QList<QAction *> &all() const { return m_all; }
    QAction *details() const { return m_details; } // checked: the details are shown

    // `session`: what it does not offer is not offered here; null: nothing is known of that.
    void setSelection(const QList<SelectedPool> &pools, const Session *session);

Q_SIGNALS:
    void commandRequested(const cspool::Command &prefilled);
    // `obstacle`: why not with all of them; `pools`: with which.
    void partRequested(const cspool::Command &prefilled, const QString &obstacle, const QStringList &pools);
    void pairingRequested(); // of the first selected pool
    void guidedRequested(); // its failover or failback, by the book
    void refreshRequested();
    void copyRequested();
    void copyNamesRequested();
    void selectAllRequested();
    void detailsToggled(bool areShown);

private:
    struct CommandAction
    {
        QAction *action;
        PoolAction kind;
        QString cmdlet;
        QString explanation; // shown while it is enabled
        QString obstacle = {};
        QStringList ablePools = {}; // of the selection
    };
    QAction *add(const QString &name, const QString &text, const QString &icon, const QString &explanation);
    void addCommand(const QString &name, const QString &text, const QString &icon, const QString &explanation,
                    PoolAction kind, const Command &command);
    void addCommands();
    void request(size_t place, const Command &command);
    void addGuided();
    void updateGuided(const QList<SelectedPool> &pools);
    void addViewActions();
    void addTableActions(QWidget *table);

    QWidget *m_page;
    QList<QAction *> m_all;
    std::vector<CommandAction> m_commands;
    QList<QAction *> m_needSelection;
    QAction *m_details = nullptr;
    QAction *m_guided = nullptr;
};

} // namespace cspool
