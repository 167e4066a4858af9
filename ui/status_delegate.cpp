#include "ui/status_delegate.h"

#include "model/item_roles.h"
#include "ui/icons.h"

namespace cspool {

namespace {

// How much of the text's own colour stays: enough to be read in every theme, visibly less than the rest.
constexpr double DimmedShare = 0.65;

QColor mixed(const QColor &text, const QColor &background)
{
    const auto mix = [](int a, int b) { return int(a * DimmedShare + b * (1 - DimmedShare)); };
    return {mix(text.red(), background.red()), mix(text.green(), background.green()),
            mix(text.blue(), background.blue())};
}

// Not the text of selected cells: its contrast is low in many themes as it is.
void dim(QPalette *palette)
{
    for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled})
        palette->setColor(group, QPalette::Text,
                          mixed(palette->color(group, QPalette::Text), palette->color(group, QPalette::Base)));
}

} // namespace

void StatusDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const QVariant toneValue = index.data(ToneRole);
    const auto tone = toneValue.isValid() ? StatusTone(toneValue.toInt()) : StatusTone::None;
    if (tone != StatusTone::None) {
        option->icon = toneIcon(tone);
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationPosition = QStyleOptionViewItem::Left;
        // As high as the text, so that it grows with the font and rows keep one height.
        const int height = option->fontMetrics.height();
        option->decorationSize = {height, height};
    }
    if (tone == StatusTone::Unknown || index.data(IsOldRole).toBool())
        dim(&option->palette);
}

} // namespace cspool
