// LeaveOutDialog: asks why a step is left out; the reason goes into the record.
#pragma once

#include "model/failover/failover_step.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace cspool {

// open() it; accepted() is Yes. Deletes itself when closed.
class LeaveOutDialog : public QDialog
{
    Q_OBJECT

public:
    explicit LeaveOutDialog(const FailoverStep &step, QWidget *parent = nullptr);

    QString reason() const;

private:
    QLineEdit *m_reason;
    QPushButton *m_accept;
};

} // namespace cspool
