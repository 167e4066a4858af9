// PairingsPage: which pool backs up which, as a picture and as a table.
#pragma once

#include "model/command.h"
#include "ui/console_page.h"

#include <QUuid>

namespace cspool {

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

Q_SIGNALS:
    // Opens the form, filled with `prefilled`; it will run once for each of `pools`.
    void commandRequested(const cspool::Command &prefilled, const QStringList &pools);
    void poolActivated(const QString &fqdn); // show it on the page of pools

private:
    Workspace *m_workspace;
    QList<QAction *> m_actions;
};

} // namespace cspool
