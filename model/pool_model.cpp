#include "model/pool_model.h"

#include "model/tool_tip.h"

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// Above this many separate changes of one column, one signal for the range around them is quicker for every listener.
constexpr int MostSeparateChanges = 64;

} // namespace

PoolModel::PoolModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    m_portionTimer.setSingleShot(true);
    connect(&m_portionTimer, &QTimer::timeout, this, &PoolModel::addPortion);
}

int PoolModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PoolModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : PoolColumnCount;
}

QVariant PoolModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = *m_rows[index.row()];
    const auto column = PoolColumn(index.column());
    const PoolCell &cell = row.cells[index.column()];
    switch (role) {
    case Qt::DisplayRole:
        return cell.text();
    case Qt::ToolTipRole:
        return toolTip(index.row(), column);
    case Qt::AccessibleDescriptionRole:
        return poolCellExplanation(row.facts, column, m_surroundings).join(u' ');
    case SortRole:
        return row.sortKeys[index.column()];
    case KeyRole:
        return row.facts.pool.fqdn;
    case ToneRole:
        return cell.tone == StatusTone::None ? QVariant() : QVariant(int(cell.tone));
    case OriginRole:
        return poolCellOrigin(row.facts, column, m_surroundings);
    case ReadAtRole:
        return poolCellReadAt(row.facts, column, m_surroundings);
    case IsOldRole:
        return cell.isOld;
    case CanBeBackedUpRole:
        return row.facts.canBeBackedUp;
    case HasBackupPoolRole:
        return !row.facts.pool.backupPoolFqdn.isEmpty();
    case NeedsAttentionRole:
        return needsAttention(index.row());
    default:
        return {};
    }
}

QString PoolModel::toolTip(int row, PoolColumn column) const
{
    return plainToolTip(poolCellExplanation(m_rows[row]->facts, column, m_surroundings));
}

QVariant PoolModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= PoolColumnCount)
        return {};
    const auto column = PoolColumn(section);
    switch (role) {
    case Qt::DisplayRole:
        return poolColumnTitle(column);
    case Qt::ToolTipRole:
        return plainToolTip(QStringList{poolColumnExplanation(column), tr("From %1.", "cmdlet").arg(poolColumnOrigin(column))});
    case OriginRole:
        return poolColumnOrigin(column);
    default:
        return {};
    }
}

int PoolModel::rowOf(const QString &fqdn) const
{
    return m_rowOfFqdn.value(fqdn, -1);
}

std::optional<PoolState> PoolModel::poolState(const QString &fqdn) const
{
    if (!m_surroundings.states.isKnown())
        return std::nullopt;
    const auto state = m_surroundings.states.value->constFind(fqdn);
    return state == m_surroundings.states.value->constEnd() ? std::nullopt : std::optional(*state);
}

bool PoolModel::matches(int row, const QStringList &words) const
{
    const Row &r = *m_rows[row];
    return std::all_of(words.begin(), words.end(), [&r](const QString &word) {
        return r.topologyText.contains(word) || r.statusText.contains(word);
    });
}

bool PoolModel::needsAttention(int row) const
{
    const Row &r = *m_rows[row];
    const bool hasProblem = std::any_of(r.cells.begin(), r.cells.end(), [](const PoolCell &cell) {
        return cell.tone == StatusTone::Attention || cell.tone == StatusTone::Bad;
    });
    if (hasProblem)
        return true;
    const auto isDoubtful = [&r](PoolColumn column) {
        const PoolCell &cell = r.cells[int(column)];
        return cell.tone == StatusTone::Unknown || cell.isOld;
    };
    return r.facts.hasBackupStatus()
        && (isDoubtful(PoolColumn::ExportStatus) || isDoubtful(PoolColumn::ImportStatus)
            || isDoubtful(PoolColumn::PoolState));
}

bool PoolModel::isLess(int leftRow, int rightRow, PoolColumn column) const
{
    const QVariant &left = m_rows[leftRow]->sortKeys[int(column)];
    const QVariant &right = m_rows[rightRow]->sortKeys[int(column)];
    switch (left.typeId()) {
    case QMetaType::Int:
        return left.toInt() < right.toInt();
    case QMetaType::QDateTime:
        return left.toDateTime() < right.toDateTime();
    default:
        return *static_cast<const QString *>(left.constData()) < *static_cast<const QString *>(right.constData());
    }
}

std::unique_ptr<PoolModel::Row> PoolModel::makeRow(const Pool &pool) const
{
    auto row = std::make_unique<Row>();
    row->facts.setPool(pool);
    for (const PoolColumn column : AllPoolColumns)
        updateCell(row.get(), column);
    updateSearchText(row.get(), {std::begin(AllPoolColumns), std::end(AllPoolColumns)});
    return row;
}

bool PoolModel::updateCell(Row *row, PoolColumn column) const
{
    PoolCell cell = poolCell(row->facts, column, m_surroundings);
    QVariant sortKey = poolSortKey(row->facts, column, m_surroundings);
    if (cell == row->cells[int(column)] && sortKey == row->sortKeys[int(column)])
        return false;
    row->cells[int(column)] = std::move(cell);
    row->sortKeys[int(column)] = std::move(sortKey);
    return true;
}

// `columns`: those that have changed; what the topology says changes seldom and is folded seldom.
void PoolModel::updateSearchText(Row *row, const Columns &columns)
{
    const auto textOf = [row](PoolColumn first, PoolColumn last) {
        QString text;
        for (int column = int(first); column <= int(last); ++column)
            text += row->cells[column].word.toCaseFolded() + u'\n'; // no word of the user's matches across two cells
        return text;
    };
    const auto isTopology = [](PoolColumn column) { return column <= PoolColumn::BackupPool; };
    if (std::any_of(columns.begin(), columns.end(), isTopology))
        row->topologyText = textOf(PoolColumn::Fqdn, PoolColumn::BackupPool);
    if (!std::all_of(columns.begin(), columns.end(), isTopology))
        row->statusText = textOf(PoolColumn::ExportStatus, PoolColumn::LastRun);
}

void PoolModel::updateRow(int row, const Columns &columns)
{
    Columns changed;
    std::copy_if(columns.begin(), columns.end(), std::back_inserter(changed),
                 [&](PoolColumn column) { return updateCell(m_rows[row].get(), column); });
    if (changed.empty())
        return;
    updateSearchText(m_rows[row].get(), changed);
    for (const PoolColumn column : changed)
        emitChanged(column, {row});
}

void PoolModel::updateAllRows(const Columns &columns, const std::function<bool(const Row &row)> &concerns)
{
    std::array<std::vector<int>, PoolColumnCount> changedRows;
    Columns changed;
    for (int row = 0; row < int(m_rows.size()); ++row) {
        if (concerns && !concerns(*m_rows[row]))
            continue;
        changed.clear();
        for (const PoolColumn column : columns) {
            if (updateCell(m_rows[row].get(), column))
                changed.push_back(column);
        }
        for (const PoolColumn column : changed)
            changedRows[int(column)].push_back(row);
        if (!changed.empty())
            updateSearchText(m_rows[row].get(), changed);
    }
    for (const PoolColumn column : columns)
        emitChanged(column, changedRows[int(column)]);
}

// `rows`: ascending. One signal for each run of neighbours.
void PoolModel::emitChanged(PoolColumn column, const std::vector<int> &rows)
{
    std::vector<std::pair<int, int>> runs;
    for (const int row : rows) {
        if (!runs.empty() && runs.back().second + 1 == row)
            runs.back().second = row;
        else
            runs.emplace_back(row, row);
    }
    if (runs.size() > MostSeparateChanges)
        runs = {{runs.front().first, runs.back().second}};
    for (const auto &[first, last] : runs)
        Q_EMIT dataChanged(index(first, int(column)), index(last, int(column)));
}

// The same values, true at another time.
void PoolModel::emitReadAgain(const Columns &columns)
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, int(columns.front())), index(int(m_rows.size()) - 1, int(columns.back())),
                           {Qt::ToolTipRole, Qt::AccessibleDescriptionRole, ReadAtRole});
}

} // namespace cspool
