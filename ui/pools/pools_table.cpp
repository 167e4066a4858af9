#include "ui/pools/pools_table.h"

#include "ui/settings.h"
#include "ui/status_delegate.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Order, widths, visibility and sorting; of no use to a table with other columns, hence their number in the key.
const Setting<QByteArray> columnsSetting{"pools/columns10", {}};

// Long enough for a wheel that is turned, short enough not to be noticed.
constexpr auto VisibleDelay = 80ms;
constexpr auto SaveDelay = 500ms;

// Widths at first, in characters.
int defaultWidth(PoolColumn column)
{
    switch (column) {
    case PoolColumn::Fqdn:
    case PoolColumn::BackupPool:
        return 28;
    case PoolColumn::Site:
        return 12;
    case PoolColumn::ServerVersion:
        return 28;
    case PoolColumn::Kind:
        return 23;
    case PoolColumn::ExportStatus: // with room for an age
        return 24;
    case PoolColumn::ImportStatus:
        return 22;
    case PoolColumn::PoolState:
        return 18;
    case PoolColumn::CentralManagement:
        return 25;
    case PoolColumn::LastRun:
        return 28;
    }
    return 20;
}

// The order at first: who, how well, then what it is.
constexpr PoolColumn defaultOrder[]
    = {PoolColumn::Fqdn,      PoolColumn::BackupPool,   PoolColumn::ExportStatus,      PoolColumn::ImportStatus,
       PoolColumn::PoolState, PoolColumn::LastRun,      PoolColumn::CentralManagement, PoolColumn::Site,
       PoolColumn::Kind,      PoolColumn::ServerVersion};

// One cell of copied text: what separates cells and lines is not part of it.
QString asCell(QString text)
{
    return text.replace(u'\t', u' ').replace(u'\n', u' ');
}

} // namespace

PoolsTable::PoolsTable(PoolFilterModel *pools, Settings *settings, QWidget *parent)
    : QTableView(parent)
    , m_settings(settings)
    , m_columnsMenu(new QMenu(tr("Columns"), this))
{
    setObjectName(u"poolsTable"_s);
    setAccessibleName(tr("Pools"));
    setModel(pools);
    setItemDelegate(new StatusDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false); // Tab leaves the table
    setHorizontalScrollMode(ScrollPerPixel);
    setUpHeader();
    setUpColumnsMenu();
    restoreColumns();

    m_visibleTimer.setSingleShot(true);
    m_visibleTimer.setInterval(VisibleDelay);
    connect(&m_visibleTimer, &QTimer::timeout, this, &PoolsTable::visiblePoolsChanged);
    const auto noteChange = [this] { m_visibleTimer.start(); };
    connect(pools, &QAbstractItemModel::rowsInserted, this, noteChange);
    connect(pools, &QAbstractItemModel::rowsRemoved, this, noteChange);
    connect(pools, &QAbstractItemModel::layoutChanged, this, noteChange);
    connect(pools, &QAbstractItemModel::modelReset, this, noteChange);

    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(SaveDelay);
    connect(&m_saveTimer, &QTimer::timeout, this, &PoolsTable::saveColumns);
    const auto noteColumns = [this] { m_saveTimer.start(); };
    connect(horizontalHeader(), &QHeaderView::sectionMoved, this, noteColumns);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, noteColumns);
    connect(horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, noteColumns);
}

PoolsTable::~PoolsTable()
{
    if (m_saveTimer.isActive())
        saveColumns();
}

void PoolsTable::setUpHeader()
{
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed); // one height for all: 10,000 rows need no measuring
    fitRowsToFont();
    QHeaderView *header = horizontalHeader();
    header->setObjectName(u"poolsHeader"_s);
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::customContextMenuRequested, this,
            [this, header](const QPoint &position) { m_columnsMenu->popup(header->mapToGlobal(position)); });
    setSortingEnabled(true);
}

void PoolsTable::setUpColumnsMenu()
{
    for (int column = 0; column < PoolColumnCount; ++column) {
        QAction *action = m_columnsMenu->addAction(poolColumnTitle(PoolColumn(column)));
        action->setCheckable(true);
        action->setData(column);
        action->setEnabled(column != int(PoolColumn::Fqdn)); // without the name a row says nothing
        connect(action, &QAction::triggered, this, [this, column](bool isShown) {
            setColumnHidden(column, !isShown);
            m_saveTimer.start();
        });
    }
    m_columnsMenu->addSeparator();
    QAction *reset = m_columnsMenu->addAction(tr("&Reset columns"));
    reset->setObjectName(u"resetColumns"_s);
    connect(reset, &QAction::triggered, this, &PoolsTable::resetColumns);
    connect(m_columnsMenu, &QMenu::aboutToShow, this, [this] {
        for (QAction *action : m_columnsMenu->actions()) {
            if (action->isCheckable())
                action->setChecked(!isColumnHidden(action->data().toInt()));
        }
    });
}

void PoolsTable::resetColumns()
{
    for (int place = 0; place < PoolColumnCount; ++place) {
        const int column = int(defaultOrder[place]);
        setColumnHidden(column, false);
        horizontalHeader()->moveSection(horizontalHeader()->visualIndex(column), place);
        setColumnWidth(column, fontMetrics().averageCharWidth() * defaultWidth(PoolColumn(column)));
    }
    sortByColumn(int(PoolColumn::Fqdn), Qt::AscendingOrder);
}

void PoolsTable::restoreColumns()
{
    resetColumns();
    const QByteArray state = m_settings->value(columnsSetting);
    if (!state.isEmpty() && horizontalHeader()->restoreState(state))
        sortByColumn(horizontalHeader()->sortIndicatorSection(), horizontalHeader()->sortIndicatorOrder());
    setColumnHidden(int(PoolColumn::Fqdn), false);
}

void PoolsTable::saveColumns()
{
    m_saveTimer.stop();
    m_settings->setValue(columnsSetting, horizontalHeader()->saveState());
}

void PoolsTable::fitRowsToFont()
{
    const int margin = 2 * (style()->pixelMetric(QStyle::PM_FocusFrameVMargin, nullptr, this) + 2);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + margin);
}

PoolFilterModel *PoolsTable::filter() const
{
    return static_cast<PoolFilterModel *>(model());
}

QString PoolsTable::poolAt(int row) const
{
    return model()->index(row, int(PoolColumn::Fqdn)).data(KeyRole).toString();
}

std::vector<int> PoolsTable::selectedRows() const
{
    // Ranges, not rows one by one: everything may be selected.
    std::vector<int> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    for (int &row : rows)
        row = filter()->mapToSource(filter()->index(row, 0)).row();
    return rows;
}

QStringList PoolsTable::selectedPools() const
{
    QStringList pools;
    for (const int row : selectedRows())
        pools.append(filter()->pools()->pool(row).fqdn);
    return pools;
}

QString PoolsTable::currentPool() const
{
    const QModelIndex current = currentIndex();
    return current.isValid() ? poolAt(current.row()) : QString();
}

bool PoolsTable::selectPool(const QString &fqdn)
{
    const int sourceRow = filter()->pools()->rowOf(fqdn);
    if (sourceRow < 0)
        return false;
    const QModelIndex index = filter()->mapFromSource(filter()->pools()->index(sourceRow, int(PoolColumn::Fqdn)));
    if (!index.isValid())
        return false;
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
    return true;
}

QStringList PoolsTable::visiblePools() const
{
    const int height = viewport()->height();
    const int first = rowAt(0);
    if (first < 0 || height <= 0)
        return {}; // as while the page is laid out: nothing is in sight, not everything
    const int last = rowAt(height - 1); // -1: below the last one
    QStringList pools;
    for (int row = first; row <= (last < 0 ? model()->rowCount() - 1 : last); ++row)
        pools.append(poolAt(row));
    return pools;
}

QString PoolsTable::selectionAsText() const
{
    QList<int> columns; // as the user has ordered them
    for (int place = 0; place < PoolColumnCount; ++place) {
        const int column = horizontalHeader()->logicalIndex(place);
        if (!isColumnHidden(column))
            columns.append(column);
    }
    QStringList lines;
    QStringList cells;
    for (const int column : columns)
        cells.append(asCell(model()->headerData(column, Qt::Horizontal).toString()));
    lines.append(cells.join(u'\t'));
    for (const int row : selectedRows()) {
        cells.clear();
        for (const int column : columns)
            cells.append(asCell(filter()->pools()->index(row, column).data().toString()));
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n') + u'\n';
}

void PoolsTable::contextMenuEvent(QContextMenuEvent *event)
{
    QPoint position = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard && currentIndex().isValid())
        position = viewport()->mapToGlobal(visualRect(currentIndex()).center());
    Q_EMIT contextMenuRequested(position);
}

void PoolsTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    m_visibleTimer.start();
}

void PoolsTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (dy != 0)
        m_visibleTimer.start();
}

void PoolsTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitRowsToFont();
}

} // namespace cspool
