#include "ui/report/sheet_view.h"

#include <QGraphicsItem>
#include <QGraphicsScene>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace cspool {

namespace {

constexpr int ShadowWidth = 5; // dots of the layout, as all lengths of the item
constexpr int ShadowOpacity = 24; // of 255, where the sheet's shadow is one layer deep
constexpr qreal WheelStep = 1.2; // for one notch

} // namespace

// One sheet of white paper with its outline and its shadow; in the layout's dots.
class SheetItem : public QGraphicsItem
{
public:
    void setSheet(std::shared_ptr<const PaperLayout> layout, int sheet)
    {
        prepareGeometryChange();
        m_layout = std::move(layout);
        m_number = sheet;
        m_paper = m_layout ? m_layout->paperRect() : QRectF();
        update();
    }

    QRectF boundingRect() const override
    {
        return m_paper.adjusted(-ShadowWidth, -ShadowWidth, ShadowWidth, ShadowWidth);
    }

    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *viewport) override
    {
        if (!m_layout)
            return;
        const QPalette palette = viewport ? viewport->palette() : QPalette();
        QColor shadow = palette.color(QPalette::Shadow);
        shadow.setAlpha(ShadowOpacity);
        for (int depth = 1; depth <= ShadowWidth; ++depth)
            painter->fillRect(m_paper.translated(depth, depth), shadow);
        painter->fillRect(m_paper, Qt::white);
        painter->setPen(QPen(palette.color(QPalette::Mid), 0));
        painter->drawRect(m_paper);
        // The sheet is painted as large as the device's resolution asks for; here the zoom alone decides.
        const qreal scale = qreal(m_layout->dotsPerInch()) / painter->device()->logicalDpiX();
        painter->scale(scale, scale);
        m_layout->paint(*painter, m_number);
    }

private:
    std::shared_ptr<const PaperLayout> m_layout; // null: no sheet
    int m_number = 0;
    QRectF m_paper; // the printable area begins at (0, 0)
};

SheetView::SheetView(QWidget *parent)
    : QGraphicsView(parent)
    , m_item(new SheetItem)
{
    setScene(new QGraphicsScene(this));
    scene()->addItem(m_item);
    setBackgroundRole(QPalette::Window);
    setBackgroundBrush(Qt::NoBrush);
    setInteractive(false);
    setAlignment(Qt::AlignCenter);
    setAccessibleName(tr("Preview of the sheets"));
}

void SheetView::showSheet(std::shared_ptr<const PaperLayout> layout, int sheet)
{
    setAccessibleDescription(tr("Sheet %1 of %2").arg(sheet + 1).arg(layout->sheetCount()));
    m_item->setSheet(std::move(layout), sheet);
    setSceneRect(m_item->boundingRect());
    if (m_isFitted)
        fit();
}

void SheetView::clearSheet()
{
    setAccessibleDescription({});
    m_item->setSheet(nullptr, 0);
}

void SheetView::zoomBy(qreal factor)
{
    const qreal wanted = std::clamp(zoom() * factor, SmallestZoom, GreatestZoom);
    m_isFitted = false;
    setDragMode(QGraphicsView::ScrollHandDrag);
    scale(wanted / zoom(), wanted / zoom());
}

void SheetView::fit()
{
    m_isFitted = true;
    setDragMode(QGraphicsView::NoDrag);
    fitInView(m_item, Qt::KeepAspectRatio);
}

void SheetView::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    if (m_isFitted)
        fit();
}

void SheetView::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QGraphicsView::wheelEvent(event);
        return;
    }
    setTransformationAnchor(QGraphicsView::AnchorUnderMouse);
    zoomBy(std::pow(WheelStep, event->angleDelta().y() / qreal(QWheelEvent::DefaultDeltasPerStep)));
    setTransformationAnchor(QGraphicsView::AnchorViewCenter);
    event->accept();
}

} // namespace cspool
