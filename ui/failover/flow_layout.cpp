#include "ui/failover/flow_layout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace cspool {

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[size_t(index)].get() : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem *taken = m_items[size_t(index)].release();
    m_items.erase(m_items.begin() + index);
    return taken;
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const auto &item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect &rect, bool isReal) const
{
    const QStyle *style = parentWidget()->style();
    const int space = style->pixelMetric(QStyle::PM_LayoutHorizontalSpacing, nullptr, parentWidget());
    const int lineSpace = style->pixelMetric(QStyle::PM_LayoutVerticalSpacing, nullptr, parentWidget());
    const QMargins margins = contentsMargins();
    const QRect inside = rect.marginsRemoved(margins);
    QPoint at = inside.topLeft();
    int rowHeight = 0;
    for (const auto &item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        if (at.x() > inside.x() && at.x() + size.width() > inside.right() + 1) {
            at = QPoint(inside.x(), at.y() + rowHeight + lineSpace);
            rowHeight = 0;
        }
        if (isReal)
            item->setGeometry(QRect(at, size));
        at.rx() += size.width() + space;
        rowHeight = std::max(rowHeight, size.height());
    }
    return at.y() + rowHeight - rect.y() + margins.bottom();
}

} // namespace cspool
