// PoolsPage: the pools of the deployment as a table, and the details of the selected one.
#pragma once

#include "model/command.h"
#include "ui/console_page.h"

#include <QUuid>

namespace cspool {

class Workspace;

class PoolsPage : public ConsolePage
{
    Q_OBJECT

public:
    // `workspace` must outlive it.
    explicit PoolsPage(Workspace *workspace, QWidget *parent = nullptr);

    QString title() const override;
    QIcon icon() const override;
    QList<QAction *> menuActions() const override;
    void find() override;
    void focusContent() override;

    void selectPool(const QString &fqdn);
    QStringList selectedPools() const; // FQDNs, in the order of the table

Q_SIGNALS:
    // Opens the form, filled with `prefilled`; it will run once for each of `pools`.
    void commandRequested(const cspool::Command &prefilled, const QStringList &pools);
    void jobActivated(const QUuid &job); // show it on the page of jobs

private:
    Workspace *m_workspace;
    QList<QAction *> m_actions;
};

} // namespace cspool
