// ShortcutsDialog: all keyboard shortcuts of the window, read from its menus, so that none is forgotten.
#pragma once

#include <QDialog>

class QMenuBar;

namespace cspool {

// Deletes itself when closed.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutsDialog(QMenuBar *menus, QWidget *parent = nullptr);
};

} // namespace cspool
