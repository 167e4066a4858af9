// SheetView: shows one sheet of a PaperLayout as it will be on paper.
#pragma once

#include "ui/report/paper_layout.h"

#include <QGraphicsView>

#include <memory>

namespace cspool {

class SheetItem;

// The sheet is painted anew at every zoom, so that it is always sharp. It is fitted to the view until the reader zooms,
// and again after fit(). The arrow keys scroll; turning to another sheet is its owner's.
class SheetView : public QGraphicsView
{
    Q_OBJECT

public:
    static constexpr qreal SmallestZoom = 0.1; // 1: as large as on paper
    static constexpr qreal GreatestZoom = 8;

    explicit SheetView(QWidget *parent = nullptr);

    // `sheet` counts from 0. Keeps the place in the sheet and the zoom.
    void showSheet(std::shared_ptr<const PaperLayout> layout, int sheet);
    void clearSheet();

    qreal zoom() const { return transform().m11(); }
    void zoomBy(qreal factor);
    void fit();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    SheetItem *m_item; // of the scene
    bool m_isFitted = true;
};

} // namespace cspool
