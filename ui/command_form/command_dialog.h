// CommandDialog: the form for all parameters of a cmdlet, driven by its CmdletInfo, with preview and confirmation.
#pragma once

#include "model/command.h"

#include <QDialog>
#include <QUuid>

namespace cspool {

class Workspace;

// Not modal: the pools stay in sight. Deletes itself when closed.
class CommandDialog : public QDialog
{
    Q_OBJECT

public:
    // `prefilled`: the cmdlet, with the parameters to begin with (those of a job that is run again); what it does not
    // hold comes from the values used last. The command runs once for each of `pools`, which then take the place of
    // PoolFqdn; none: PoolFqdn is a field of the form.
    CommandDialog(Workspace *workspace, const Command &prefilled, const QStringList &pools, QWidget *parent = nullptr);

Q_SIGNALS:
    void submitted(const QList<QUuid> &jobs);
};

} // namespace cspool
