// StatusDelegate: draws the status cells of every table: an icon with a shape of its own beside the word, and what is
// old or unknown dimmed.
#pragma once

#include <QStyledItemDelegate>

namespace cspool {

// Reads ToneRole and IsOldRole (model/item_roles.h) of the cells; a cell without them is drawn as any other. Colours
// come from the view's palette. The word in the cell must say the same as icon and colour do: it is what screen readers
// read and what is copied.
class StatusDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace cspool
