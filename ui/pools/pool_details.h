// PoolDetails: everything the console knows of one pool, in tabs, with what can be done about it.
#pragma once

#include "model/command.h"

#include <QUuid>
#include <QWidget>

class QLabel;
class QStackedWidget;
class QTabWidget;

namespace cspool {

class DetailsTab;
class Workspace;

class PoolDetails : public QWidget
{
    Q_OBJECT

public:
    // `workspace` must outlive it.
    explicit PoolDetails(Workspace *workspace, QWidget *parent = nullptr);

    // Canonical FQDN; empty: no pool, and an invitation to select one.
    void setPool(const QString &fqdn);
    QString pool() const { return m_pool; }

    // Whose statuses it shows: the pool and its backup pool. It reads none itself: the page adds these to the pools
    // that it wants of the monitor while the details are in sight.
    QStringList shownPools() const;

Q_SIGNALS:
    void shownPoolsChanged();
    // Opens the form, filled with `prefilled`; it will run once for each of `pools`.
    void commandRequested(const cspool::Command &prefilled, const QStringList &pools);
    void jobActivated(const QUuid &job); // show it on the page of jobs
    void readinessRequested(const QString &fqdn); // for a guided failover or failback

private:
    void addTab(DetailsTab *tab, const QString &title, const QString &objectName);
    void connectMonitor();
    void updateHeading();
    void updateShownPools();

    Workspace *m_workspace;
    QString m_pool;
    QStringList m_shownPools;
    QLabel *m_heading;
    QStackedWidget *m_stack;
    QTabWidget *m_tabs;
    QList<DetailsTab *> m_allTabs;
    QLabel *m_invitation;
};

} // namespace cspool
