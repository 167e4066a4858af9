// AboutDialog: what this program is, its version, and what it is built from.
#pragma once

#include <QDialog>

namespace cspool {

// Deletes itself when closed.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent = nullptr);
};

} // namespace cspool
