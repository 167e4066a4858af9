#include "ui/command_form/command_dialog.h"

#include "ui/workspace.h"

namespace cspool {

CommandDialog::CommandDialog(Workspace *workspace, const Command &prefilled, const QStringList &pools, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    Q_UNUSED(workspace)
    Q_UNUSED(prefilled)
    Q_UNUSED(pools)
}

} // namespace cspool
