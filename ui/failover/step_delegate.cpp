#include "ui/failover/step_delegate.h"

#include "model/failover/failover_step_model.h"
#include "ui/icons.h"

namespace cspool {

using namespace Qt::StringLiterals;

void StepDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    StatusDelegate::initStyleOption(option, index);
    if (index.data(FailoverStepModel::IsCurrentRole).toBool()) {
        option->font.setBold(true);
        option->fontMetrics = QFontMetrics(option->font);
    }
    const bool isToCome
        = index.data(ToneRole).isValid() && StatusTone(index.data(ToneRole).toInt()) == StatusTone::None;
    if (isToCome) {
        option->icon = symbolIcon(index.data(FailoverStepModel::IsCurrentRole).toBool() ? u"next"_s : u"wait"_s);
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationPosition = QStyleOptionViewItem::Left;
        option->decorationSize = {option->fontMetrics.height(), option->fontMetrics.height()};
    }
}

// The titles wrap; room between them keeps them apart.
QSize StepDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return StatusDelegate::sizeHint(option, index) + QSize(0, option.fontMetrics.height() / 2);
}

} // namespace cspool
