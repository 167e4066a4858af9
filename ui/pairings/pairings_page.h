// PairingsPage: which pool backs up which, as a picture and as a table.
#pragma once

#include "model/command.h"
#include "model/pairing_filter_model.h"
#include "model/pairing_model.h"
#include "ui/console_page.h"

#include <QTimer>
#include <QUuid>

class QLabel;
class QLineEdit;
class QStackedWidget;
class QTableView;

namespace cspool {

class EmptyState;
class PairingPicture;
struct PoolStatus;
class Workspace;

class PairingsPage : public ConsolePage
{
    Q_OBJECT

public:
    // `workspace` must outlive it.
    explicit PairingsPage(Workspace *workspace, QWidget *parent = nullptr);

    QString title() const override;
    QIcon icon() const override;
    QList<QAction *> menuActions() const override;
    void find() override;
    void focusContent() override;

    void selectPool(const QString &fqdn); // clears a filter that hides it
    QString currentPool() const; // empty: none

Q_SIGNALS:
    // Opens the form, filled with `prefilled`; it will run once for each of `pools`.
    void commandRequested(const cspool::Command &prefilled, const QStringList &pools);
    void poolActivated(const QString &fqdn); // show it on the page of pools
    void readinessRequested(const QString &fqdn); // for a guided failover or failback

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeActions();
    QAction *addPageAction(const QString &text, const QString &iconName, const QString &objectName,
                           void (PairingsPage::*slot)());
    void makeTable();
    void layOut();
    void connectMonitor();
    void setStatus(const QString &fqdn, const Reading<PoolStatus> &status);
    void readPools();
    QList<Pool> poolsWithVersions();
    void updateClock();
    void updateState(); // which of the views, the words below, the actions
    bool showEmptyState(); // false: there is something to be seen
    void leaveEmptyState();
    void updateActions();
    QString summaryText() const;
    void wantVisiblePools();
    QStringList visiblePoolsOfTable() const;

    void backUp();
    void synchronise();
    void showPool();
    void showReadiness();
    void copy();
    void toggleTable();
    void requestCommand(const QString &cmdlet);
    void showContextMenu(const QPoint &position);
    bool isTable() const;

    Workspace *m_workspace;
    // Before the models, whose end the views may still answer with a signal.
    QTimer m_clock;
    QTimer m_wanting; // collects what scrolling changes
    PairingModel m_model;
    QList<Pool> m_pools; // that m_model shows
    PairingFilterModel m_pictureRows;
    PairingFilterModel m_tableRows;
    QLineEdit *m_filter;
    QStackedWidget *m_stack;
    PairingPicture *m_picture;
    QTableView *m_table;
    EmptyState *m_empty;
    QLabel *m_summary;
    QAction *m_backUp = nullptr;
    QAction *m_synchronise = nullptr;
    QAction *m_guided = nullptr;
    QAction *m_showPool = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_showTable = nullptr;
    QList<QAction *> m_actions;
};

} // namespace cspool
