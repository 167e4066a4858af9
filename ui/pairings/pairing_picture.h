// PairingPicture: pairs of pools as a picture: two boxes, and an arrow for each direction of the backup.
#pragma once

#include "ui/pairings/pairing_painter.h"

#include <QStringList>
#include <QTableView>

namespace cspool {

// A view of a PairingModel, or of a proxy of one. Rows are cards of their own height, of which only the visible ones
// are drawn. The current index is a pool: any column of it. Derived from QTableView, of which it uses neither layout
// nor headers, because Qt shows the rows and cells of that class to screen readers, and of no class of one's own.
class PairingPicture : public QTableView
{
    Q_OBJECT

public:
    explicit PairingPicture(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint &point) const override;

    QString currentPool() const; // empty: none
    // Of the pairs in sight, from top to bottom.
    QStringList visiblePools() const;

Q_SIGNALS:
    void visiblePoolsChanged();
    void poolActivated(const QString &fqdn);

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    int horizontalOffset() const override;
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex &index) const override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    PairingPainter painter() const;
    int cardWidth() const;
    QRect cardRect(int row) const; // in the viewport
    int rowAt(int y) const; // -1: none; y in the viewport
    PairingLayout layoutOf(int row) const;
    PairingPainter::Part currentPart(int row) const;
    void measureRemarks() const;
    void layOutRows() const;
    // Every row's place is known and of now. What changes is only marked, since many rows may change at once.
    void ensureLayout() const;

    mutable bool m_isMeasured = false;
    mutable QList<QList<int>> m_remarkWidths; // per row
    mutable QList<int> m_bottoms; // per row, of card and the space below, in the contents
    mutable int m_laidOutWidth = -1;
};

} // namespace cspool
