// ProgressDelegate: a real progress bar in a table's cell.
#pragma once

#include <QStyledItemDelegate>

namespace cspool {

// Reads JobModel::PercentRole and UnitsRole; a cell without a percentage is drawn as any other.
class ProgressDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace cspool
