// CommandDialog: the form for all parameters of a cmdlet, driven by its CmdletInfo, with preview and confirmation.
#pragma once

#include "model/command.h"

#include <QDialog>
#include <QUuid>

#include <memory>

namespace cspool {

class Workspace;

// Not modal: the pools stay in sight. Put aside while another deployment is on the screen, and closed with its own.
// Deletes itself when closed.
class CommandDialog : public QDialog
{
    Q_OBJECT

public:
    // `prefilled`: the cmdlet, with the parameters to begin with. With parameters besides PoolFqdn it is a whole
    // command (that of a job that is run again) and taken as it is; without, the values used last are filled in. The
    // command runs once for each of `pools`, which then take the place of PoolFqdn; none: PoolFqdn is a field of the
    // form. WhatIf shows the plan at once.
    CommandDialog(Workspace *workspace, const Command &prefilled, const QStringList &pools, QWidget *parent = nullptr);
    ~CommandDialog() override;

    void reject() override;

Q_SIGNALS:
    void submitted(const QList<QUuid> &jobs);
    // Another form is wanted in its stead: that of the cmdlet that does what this one does not.
    void commandRequested(const cspool::Command &prefilled, const QStringList &pools);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Private;
    void build();
    QWidget *buildHeader();
    QWidget *buildMiddle();
    QWidget *buildButtons();
    void assignMnemonics();
    void connectParts();
    void fill(const Command &prefilled);
    void showState();
    void showHeader();
    void putAside();
    void comeBack();
    void closeWithDeployment();
    void updateSituations();
    void preview();
    void submit();
    void finish(const QList<QUuid> &jobs);

    std::unique_ptr<Private> d;
};

} // namespace cspool
