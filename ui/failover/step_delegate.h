// StepDelegate: draws the steps of an operation: the current one in bold, and with a mark those to come.
#pragma once

#include "ui/status_delegate.h"

namespace cspool {

class StepDelegate : public StatusDelegate
{
    Q_OBJECT

public:
    using StatusDelegate::StatusDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace cspool
