#include "ui/pools/pool_actions.h"

#include "backend/session.h"
#include "model/tool_tip.h"
#include "ui/icons.h"

#include <QAction>
#include <QMenu>

namespace cspool {

using namespace Qt::StringLiterals;

PoolActions::PoolActions(QWidget *page, QWidget *table, QMenu *columns, QObject *parent)
    : QObject(parent)
    , m_page(page)
{
    addCommands();
    m_all.append(nullptr);
    addViewActions();
    m_all.append(nullptr);
    addTableActions(table);
    add(u"columns"_s, tr("Colu&mns"), {}, tr("Choose which columns are shown."))->setMenu(columns);
    setSelection({}, nullptr);
}

QAction *PoolActions::add(const QString &name, const QString &text, const QString &icon, const QString &explanation)
{
    auto *action = new QAction(text, m_page);
    action->setObjectName(name);
    if (!icon.isEmpty())
        action->setIcon(symbolIcon(icon));
    action->setToolTip(explanation);
    action->setStatusTip(explanation);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_page->addAction(action);
    m_all.append(action);
    return action;
}

void PoolActions::addCommand(const QString &name, const QString &text, const QString &icon, const QString &explanation,
                             PoolAction kind, const Command &command)
{
    QAction *action = add(name, text, icon, explanation);
    connect(action, &QAction::triggered, this, [this, place = m_commands.size(), command] { request(place, command); });
    m_commands.push_back({action, kind, command.cmdlet(), explanation});
}

void PoolActions::request(size_t place, const Command &command)
{
    const CommandAction &action = m_commands.at(place);
    if (action.obstacle.isEmpty())
        Q_EMIT commandRequested(command);
    else
        Q_EMIT partRequested(command, action.obstacle, action.ablePools);
}

void PoolActions::addCommands()
{
    const Command backup(u"Backup-CsPool"_s);
    addCommand(u"backupPools"_s, tr("&Back up…"), u"backup"_s,
               tr("Back up the selected pools with Backup-CsPool. A form is opened first."), PoolAction::Backup,
               backup);
    m_all.last()->setShortcut(Qt::CTRL | Qt::Key_B);
    addCommand(u"previewBackup"_s, tr("Pre&view backup…"), u"preview"_s,
               tr("See what a backup of the selected pools would do, without changing anything."), PoolAction::Backup,
               Command(backup).set(u"WhatIf"_s, true));
    addCommand(u"synchronisePools"_s, tr("&Synchronise…"), u"sync"_s,
               tr("Bring the selected pools and their backup pools in sync with Invoke-CsBackupServiceSync."),
               PoolAction::Synchronise, Command(u"Invoke-CsBackupServiceSync"_s));
    m_all.append(nullptr);
    addGuided();
    addCommand(u"failOverPools"_s, tr("Fail &over…"), u"failover"_s,
               tr("Let the backup pools serve the users of the selected pools, with Invoke-CsPoolFailOver."),
               PoolAction::FailOver, Command(u"Invoke-CsPoolFailOver"_s));
    addCommand(u"failBackPools"_s, tr("Fail bac&k…"), u"failback"_s,
               tr("Let the selected pools serve their users again, with Invoke-CsPoolFailBack."), PoolAction::FailBack,
               Command(u"Invoke-CsPoolFailBack"_s));
    addCommand(u"exportUserData"_s, tr("&Export user data…"), u"export"_s,
               tr("Write the user data of the selected pools into an archive with Export-CsUserData."),
               PoolAction::ExportUserData, Command(u"Export-CsUserData"_s));
}

void PoolActions::addGuided()
{
    m_guided = add(u"guidedFailover"_s, tr("&Guided failover…"), u"guided-failover"_s, {});
    m_guided->setShortcut(Qt::CTRL | Qt::Key_G);
    connect(m_guided, &QAction::triggered, this, &PoolActions::guidedRequested);
}

// The checks say whether it can be done; they are only read, so they are offered of every pool that has users.
void PoolActions::updateGuided(const QList<SelectedPool> &pools)
{
    const bool isAway = pools.size() == 1 && pools.first().state == PoolState::FailedOver;
    m_guided->setText(isAway ? tr("&Guided failback…") : tr("&Guided failover…"));
    m_guided->setEnabled(pools.size() == 1 && pools.first().facts->canBeBackedUp);
    const QString shown = pools.size() != 1
        ? tr("Select one pool for its guided failover or failback.")
        : tr("Check whether the pool is ready, and go through its failover or failback step by step.");
    m_guided->setToolTip(plainToolTip(shown));
    m_guided->setStatusTip(shown);
}

void PoolActions::addViewActions()
{
    QAction *pairing = add(u"showPairing"_s, tr("Show in pai&rings"), u"pairing"_s,
                           tr("Show the pool on the page of pool pairings."));
    connect(pairing, &QAction::triggered, this, &PoolActions::pairingRequested);
    QAction *refresh = add(u"refreshPools"_s, tr("Refresh selected &pools"), {},
                           tr("Read the backup status and the pool state of the selected pools again."));
    refresh->setShortcut(Qt::CTRL | Qt::Key_R);
    connect(refresh, &QAction::triggered, this, &PoolActions::refreshRequested);
    m_details = add(u"showDetails"_s, tr("Show &details"), u"details"_s,
                    tr("Show what is known of the current pool below the table."));
    m_details->setCheckable(true);
    m_details->setShortcut(Qt::CTRL | Qt::Key_D);
    connect(m_details, &QAction::toggled, this, &PoolActions::detailsToggled);
    m_needSelection += {pairing, refresh};
}

void PoolActions::addTableActions(QWidget *table)
{
    QAction *copy = add(u"copyPools"_s, tr("&Copy rows"), {},
                        tr("Copy the selected rows with a line of headers, as text between tabs."));
    copy->setShortcut(QKeySequence::Copy);
    connect(copy, &QAction::triggered, this, &PoolActions::copyRequested);
    QAction *names
        = add(u"copyPoolNames"_s, tr("Copy &FQDNs"), {}, tr("Copy the FQDNs of the selected pools, one on each line."));
    names->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_F);
    connect(names, &QAction::triggered, this, &PoolActions::copyNamesRequested);
    QAction *all = add(u"selectAllPools"_s, tr("Select &all"), {}, tr("Select all pools that match the filter."));
    all->setShortcut(QKeySequence::SelectAll);
    connect(all, &QAction::triggered, this, &PoolActions::selectAllRequested);
    for (QAction *action : {copy, names, all}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        table->addAction(action);
    }
    m_needSelection += {copy, names};
}

void PoolActions::setSelection(const QList<SelectedPool> &pools, const Session *session)
{
    for (CommandAction &command : m_commands) {
        const bool isOffered = !session || session->cmdletInfo(command.cmdlet);
        command.obstacle = isOffered ? obstacle(command.kind, pools)
                                     : tr("This deployment does not offer you the cmdlet %1. Ask for an "
                                          "administrative role that holds it; Get-CsAdminRole shows which ones do.")
                                           .arg(command.cmdlet);
        command.ablePools = isOffered ? poolsWithoutObstacle(command.kind, pools) : QStringList();
        command.action->setEnabled(command.obstacle.isEmpty() || !command.ablePools.isEmpty());
        const QString shown = command.obstacle.isEmpty() ? command.explanation : command.obstacle;
        command.action->setToolTip(plainToolTip(shown));
        command.action->setStatusTip(shown);
    }
    updateGuided(pools);
    for (QAction *action : m_needSelection)
        action->setEnabled(!pools.isEmpty());
}

} // namespace cspool
