#include "ui/failover/stacking_splitter.h"

#include <QResizeEvent>

#include <algorithm>

namespace cspool {

StackingSplitter::StackingSplitter(int width, int share, QWidget *parent)
    : QSplitter(Qt::Vertical, parent)
    , m_width(width)
    , m_share(share)
{
    setChildrenCollapsible(false);
    connect(this, &QSplitter::splitterMoved, this, [this] { m_isMoved = true; });
}

QSize StackingSplitter::minimumSizeHint() const
{
    int width = 0;
    for (int i = 0; i < count(); ++i)
        width = std::max(width, widget(i)->minimumSizeHint().expandedTo(widget(i)->minimumSize()).width());
    return {width, QSplitter::minimumSizeHint().height()};
}

void StackingSplitter::resizeEvent(QResizeEvent *event)
{
    const bool hasRoom = event->size().width() >= m_width * fontMetrics().averageCharWidth();
    const Qt::Orientation before = orientation();
    setOrientation(hasRoom ? Qt::Horizontal : Qt::Vertical);
    QSplitter::resizeEvent(event);
    if (before != orientation())
        m_isMoved = false;
    if (!m_isMoved) {
        const int room = hasRoom ? event->size().width() : event->size().height();
        setSizes({room * m_share / 100, room * (100 - m_share) / 100});
    }
}

} // namespace cspool
