#include "ui/jobs/progress_delegate.h"

#include "model/job_model.h"

#include <QApplication>
#include <QPainter>

namespace cspool {

void ProgressDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant percent = index.data(JobModel::PercentRole);
    if (!percent.isValid()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString units = item.text;
    item.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, option.widget);

    QStyleOptionProgressBar bar;
    bar.rect = option.rect.adjusted(2, 2, -2, -2);
    bar.palette = option.palette;
    bar.fontMetrics = option.fontMetrics;
    bar.direction = option.direction;
    bar.state = (option.state & ~QStyle::State_Selected) | QStyle::State_Horizontal;
    bar.minimum = 0;
    // A bar without a range is how a style shows that nobody knows how far it is.
    bar.maximum = percent.toInt() < 0 ? 0 : 100;
    bar.progress = std::max(percent.toInt(), 0);
    bar.text = option.fontMetrics.elidedText(units, Qt::ElideRight, bar.rect.width() - 4);
    bar.textVisible = true;
    bar.textAlignment = Qt::AlignCenter;
    painter->save();
    painter->setClipRect(option.rect);
    painter->setFont(option.font);
    style->drawControl(QStyle::CE_ProgressBar, &bar, painter);
    painter->restore();
}

QSize ProgressDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    return {std::max(size.width(), option.fontMetrics.averageCharWidth() * 24), size.height()};
}

} // namespace cspool
