#include "ui/pairings/pairing_picture.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QPaintEvent>
#include <QScrollBar>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

bool isOfBackupPool(int column)
{
    return column == PairingModel::BackupPoolColumn || column == PairingModel::BackupPoolStateColumn
        || column == PairingModel::BackupExportColumn || column == PairingModel::BackupBacklogColumn;
}

} // namespace

PairingPicture::PairingPicture(QWidget *parent)
    : QTableView(parent)
{
    horizontalHeader()->hide();
    verticalHeader()->hide();
    findChild<QAbstractButton *>()->hide(); // the table's corner, between the headers
    setSelectionMode(SingleSelection);
    setSelectionBehavior(SelectItems);
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    setDragEnabled(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    connect(this, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        if (const QString pool = index.data(KeyRole).toString(); !pool.isEmpty())
            Q_EMIT poolActivated(pool);
    });
}

void PairingPicture::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    const auto changed = [this] {
        m_isMeasured = false;
        scheduleDelayedItemsLayout();
    };
    connect(model, &QAbstractItemModel::rowsInserted, this, changed);
    connect(model, &QAbstractItemModel::rowsRemoved, this, changed);
    connect(model, &QAbstractItemModel::layoutChanged, this, changed);
    connect(model, &QAbstractItemModel::modelReset, this, changed);
    connect(model, &QAbstractItemModel::dataChanged, this,
            [this, changed](const QModelIndex &, const QModelIndex &bottomRight) {
                if (bottomRight.column() >= PairingModel::RemarksColumn)
                    changed();
                viewport()->update();
            });
    m_isMeasured = false;
}

PairingPainter PairingPicture::painter() const
{
    return {font(), palette()};
}

int PairingPicture::cardWidth() const
{
    const PairingPainter metrics = painter();
    return std::max(metrics.minimumWidth(), viewport()->width() - 2 * metrics.spacing());
}

void PairingPicture::measureRemarks() const
{
    const PairingPainter metrics = painter();
    const int rows = model()->rowCount();
    m_remarkWidths.clear();
    m_remarkWidths.reserve(rows);
    for (int row = 0; row < rows; ++row) {
        QList<int> widths;
        const QStringList remarks = model()->index(row, 0).data(PairingModel::RemarksRole).toStringList();
        for (const QString &remark : remarks)
            widths.append(metrics.remarkWidth(remark));
        m_remarkWidths.append(widths);
    }
}

void PairingPicture::layOutRows() const
{
    const PairingPainter metrics = painter();
    m_laidOutWidth = cardWidth();
    m_bottoms.clear();
    m_bottoms.reserve(m_remarkWidths.size());
    int bottom = metrics.spacing();
    for (const QList<int> &widths : std::as_const(m_remarkWidths)) {
        bottom += metrics.height(widths, m_laidOutWidth) + metrics.spacing();
        m_bottoms.append(bottom);
    }
}

void PairingPicture::ensureLayout() const
{
    if (m_isMeasured && m_laidOutWidth == cardWidth())
        return;
    if (!m_isMeasured && model())
        measureRemarks();
    m_isMeasured = true;
    layOutRows();
}

void PairingPicture::updateGeometries()
{
    ensureLayout();
    const PairingPainter metrics = painter();
    const int height = m_bottoms.isEmpty() ? 0 : m_bottoms.last();
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(metrics.spacing() * 4);
    verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height()));
    const int width = m_laidOutWidth + 2 * metrics.spacing();
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(metrics.spacing() * 4);
    horizontalScrollBar()->setRange(0, std::max(0, width - viewport()->width()));
    QAbstractItemView::updateGeometries();
    Q_EMIT visiblePoolsChanged();
}

QRect PairingPicture::cardRect(int row) const
{
    ensureLayout();
    const int space = painter().spacing();
    const int top = row == 0 ? space : m_bottoms.at(row - 1);
    return {space - horizontalOffset(), top - verticalOffset(), m_laidOutWidth, m_bottoms.at(row) - space - top};
}

int PairingPicture::rowAt(int y) const
{
    ensureLayout();
    const auto found = std::upper_bound(m_bottoms.begin(), m_bottoms.end(), y + verticalOffset());
    return found == m_bottoms.end() ? -1 : int(found - m_bottoms.begin());
}

PairingLayout PairingPicture::layoutOf(int row) const
{
    const bool isLone = model()->index(row, PairingModel::BackupPoolColumn).data(KeyRole).toString().isEmpty();
    return painter().layout(cardRect(row), isLone);
}

QRect PairingPicture::visualRect(const QModelIndex &index) const
{
    ensureLayout();
    if (!index.isValid() || index.row() >= m_bottoms.size())
        return {};
    const PairingLayout layout = layoutOf(index.row());
    switch (index.column()) {
    case PairingModel::ExportColumn:
    case PairingModel::BacklogColumn:
        return layout.firstDirection;
    case PairingModel::BackupExportColumn:
    case PairingModel::BackupBacklogColumn:
        return layout.secondDirection;
    case PairingModel::RemarksColumn:
        return layout.remarks;
    default:
        return isOfBackupPool(index.column()) ? layout.secondBox : layout.firstBox;
    }
}

QModelIndex PairingPicture::indexAt(const QPoint &point) const
{
    const int row = rowAt(point.y());
    if (row < 0)
        return {};
    const PairingLayout layout = layoutOf(row);
    if (!layout.card.contains(point))
        return {};
    if (layout.secondBox.contains(point))
        return model()->index(row, PairingModel::BackupPoolColumn);
    if (layout.firstDirection.contains(point))
        return model()->index(row, PairingModel::ExportColumn);
    if (layout.secondDirection.contains(point))
        return model()->index(row, PairingModel::BackupExportColumn);
    return model()->index(row, layout.remarks.contains(point) ? PairingModel::RemarksColumn : PairingModel::PoolColumn);
}

void PairingPicture::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    ensureLayout();
    if (!index.isValid() || index.row() >= m_bottoms.size())
        return;
    const QRect card = cardRect(index.row());
    const int space = painter().spacing();
    const int height = viewport()->height();
    QScrollBar *bar = verticalScrollBar();
    if (hint == PositionAtCenter)
        bar->setValue(bar->value() + card.center().y() - height / 2);
    else if (hint == PositionAtTop || card.top() < space || card.height() > height)
        bar->setValue(bar->value() + card.top() - space);
    else if (hint == PositionAtBottom || card.bottom() > height - space)
        bar->setValue(bar->value() + card.bottom() - height + space);
    const QRect box = visualRect(index);
    QScrollBar *sideways = horizontalScrollBar();
    if (box.left() < 0)
        sideways->setValue(sideways->value() + box.left() - space);
    else if (box.right() > viewport()->width())
        sideways->setValue(sideways->value() + box.right() - viewport()->width() + space);
}

QModelIndex PairingPicture::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    Q_UNUSED(modifiers)
    const int rows = model()->rowCount();
    if (rows == 0)
        return {};
    const QModelIndex current = currentIndex();
    if (!current.isValid())
        return model()->index(0, PairingModel::PoolColumn);
    int row = current.row();
    bool isSecond = isOfBackupPool(current.column());
    const int page = std::max(1, viewport()->height() / std::max(1, cardRect(row).height()));
    switch (action) {
    case MoveUp:
        --row;
        break;
    case MoveDown:
        ++row;
        break;
    case MovePageUp:
        row -= page;
        break;
    case MovePageDown:
        row += page;
        break;
    case MoveHome:
        row = 0;
        break;
    case MoveEnd:
        row = rows - 1;
        break;
    case MoveLeft:
    case MovePrevious:
        isSecond = false;
        break;
    case MoveRight:
    case MoveNext:
        isSecond = true;
        break;
    }
    row = std::clamp(row, 0, rows - 1);
    const QModelIndex second = model()->index(row, PairingModel::BackupPoolColumn);
    // Beside a pool without a backup pool there is nothing to go to.
    return isSecond && !second.data(KeyRole).toString().isEmpty() ? second
                                                                  : model()->index(row, PairingModel::PoolColumn);
}

int PairingPicture::horizontalOffset() const
{
    return horizontalScrollBar()->value();
}

int PairingPicture::verticalOffset() const
{
    return verticalScrollBar()->value();
}

bool PairingPicture::isIndexHidden(const QModelIndex &index) const
{
    Q_UNUSED(index)
    return false;
}

void PairingPicture::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags)
{
    const QModelIndex index = indexAt(rect.center());
    selectionModel()->select(index, flags);
}

QRegion PairingPicture::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    for (const QModelIndex &index : selection.indexes())
        region += index.row() < m_bottoms.size() ? cardRect(index.row()) : QRect();
    return region;
}

void PairingPicture::scrollContentsBy(int dx, int dy)
{
    Q_UNUSED(dx)
    Q_UNUSED(dy)
    viewport()->update();
    Q_EMIT visiblePoolsChanged();
}

PairingPainter::Part PairingPicture::currentPart(int row) const
{
    if (!currentIndex().isValid() || currentIndex().row() != row)
        return PairingPainter::Part::None;
    return isOfBackupPool(currentIndex().column()) ? PairingPainter::Part::Second : PairingPainter::Part::First;
}

void PairingPicture::paintEvent(QPaintEvent *event)
{
    QPainter device(viewport());
    const PairingPainter pairs = painter();
    ensureLayout();
    const int rows = std::min<int>(model()->rowCount(), int(m_bottoms.size()));
    for (int row = std::max(0, rowAt(event->rect().top())); row < rows; ++row) {
        const PairingLayout layout = layoutOf(row);
        if (layout.card.top() > event->rect().bottom())
            break;
        const auto summary = model()->index(row, 0).data(PairingModel::SummaryRole).value<PairingSummary>();
        pairs.paint(&device, layout, summary, {currentPart(row), hasFocus()});
    }
}

void PairingPicture::resizeEvent(QResizeEvent *event)
{
    QAbstractItemView::resizeEvent(event);
    updateGeometries();
}

void PairingPicture::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange && model()) {
        m_isMeasured = false;
        updateGeometries();
    }
}

void PairingPicture::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid() && model() && model()->rowCount() > 0)
        setCurrentIndex(model()->index(0, PairingModel::PoolColumn));
    viewport()->update();
}

void PairingPicture::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

void PairingPicture::keyPressEvent(QKeyEvent *event)
{
    // Qt activates with Enter where the platform does so; here it always opens the pool.
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !currentPool().isEmpty()) {
        Q_EMIT poolActivated(currentPool());
        return;
    }
    QTableView::keyPressEvent(event);
}

void PairingPicture::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    viewport()->update();
}

QString PairingPicture::currentPool() const
{
    return currentIndex().data(KeyRole).toString();
}

QStringList PairingPicture::visiblePools() const
{
    QStringList pools;
    if (!model())
        return pools;
    ensureLayout();
    const int rows = std::min<int>(model()->rowCount(), int(m_bottoms.size()));
    for (int row = std::max(0, rowAt(0)); row < rows && cardRect(row).top() < viewport()->height(); ++row) {
        for (const int column : {int(PairingModel::PoolColumn), int(PairingModel::BackupPoolColumn)}) {
            const QString pool = model()->index(row, column).data(KeyRole).toString();
            const bool isPaired
                = !model()->index(row, PairingModel::BackupPoolColumn).data(KeyRole).toString().isEmpty();
            if (!pool.isEmpty() && isPaired)
                pools.append(pool);
        }
    }
    return pools;
}

} // namespace cspool
