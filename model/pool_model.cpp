#include "model/pool_model.h"

#include "model/time_text.h"

#include <QSet>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr PoolColumn allColumns[] = {PoolColumn::Fqdn,         PoolColumn::Site,       PoolColumn::ServerVersion,
                                     PoolColumn::Kind,         PoolColumn::BackupPool, PoolColumn::ExportStatus,
                                     PoolColumn::ImportStatus, PoolColumn::PoolState,  PoolColumn::CentralManagement,
                                     PoolColumn::LastRun};
static_assert(std::size(allColumns) == PoolColumnCount);

const std::vector<PoolColumn> topologyColumns
    = {PoolColumn::Fqdn, PoolColumn::Site, PoolColumn::ServerVersion, PoolColumn::Kind, PoolColumn::BackupPool};
const std::vector<PoolColumn> statusColumns = {PoolColumn::ExportStatus, PoolColumn::ImportStatus};

// Above this many separate changes of one column, one signal for the range around them is quicker for every listener.
constexpr int MostSeparateChanges = 64;

// Everything from outside is escaped: a tool tip that looks like HTML would be shown as such.
QString asToolTip(const QStringList &sentences)
{
    QString html;
    for (const QString &sentence : sentences) {
        if (!sentence.isEmpty())
            html += u"<p>"_s + sentence.toHtmlEscaped() + u"</p>"_s;
    }
    return html;
}

QDateTime timeOf(const JobInfo &run)
{
    return run.ended.isValid() ? run.ended : run.queued;
}

} // namespace

PoolModel::PoolModel(QObject *parent)
    : QAbstractTableModel(parent)
{
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
        return poolColumnOrigin(column);
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
    return asToolTip(poolCellExplanation(m_rows[row]->facts, column, m_surroundings));
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
        return asToolTip({poolColumnExplanation(column), tr("From %1.", "cmdlet").arg(poolColumnOrigin(column))});
    case OriginRole:
        return poolColumnOrigin(column);
    default:
        return {};
    }
}

void PoolModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_rowOfFqdn.clear();
    PoolSurroundings nothing;
    nothing.now = m_surroundings.now;
    nothing.oldAge = m_surroundings.oldAge;
    m_surroundings = nothing;
    endResetModel();
}

void PoolModel::setPools(const Reading<QList<Pool>> &pools)
{
    const bool isNews = pools.readAt != m_surroundings.poolsReadAt || pools.error != m_surroundings.poolsError;
    const bool wereOld = poolsAreOld(m_surroundings);
    m_surroundings.poolsReadAt = pools.readAt;
    m_surroundings.poolsError = pools.error;
    if (pools.value) {
        removeMissing(*pools.value);
        changePresent(*pools.value);
    }
    if (wereOld != poolsAreOld(m_surroundings))
        updateAllRows(topologyColumns);
    if (isNews)
        emitReadAgain(topologyColumns);
    if (pools.value)
        addNew(*pools.value);
}

void PoolModel::removeMissing(const QList<Pool> &pools)
{
    QSet<QString> present;
    present.reserve(pools.size());
    for (const Pool &pool : pools)
        present.insert(pool.fqdn);
    const auto isMissing = [&](int row) { return !present.contains(m_rows[row]->facts.pool.fqdn); };
    bool hasChanged = false;
    for (int last = int(m_rows.size()) - 1; last >= 0; --last) { // from the end: rows before keep their numbers
        if (!isMissing(last))
            continue;
        int first = last;
        while (first > 0 && isMissing(first - 1))
            --first;
        beginRemoveRows({}, first, last);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        endRemoveRows();
        hasChanged = true;
        last = first;
    }
    if (hasChanged)
        indexRows();
}

void PoolModel::changePresent(const QList<Pool> &pools)
{
    for (const Pool &pool : pools) {
        const int row = rowOf(pool.fqdn);
        if (row < 0 || m_rows[row]->facts.pool == pool)
            continue;
        m_rows[row]->facts.setPool(pool);
        updateRow(row, {std::begin(allColumns), std::end(allColumns)});
    }
}

void PoolModel::addNew(const QList<Pool> &pools)
{
    std::vector<std::unique_ptr<Row>> added;
    QSet<QString> names;
    for (const Pool &pool : pools) {
        if (rowOf(pool.fqdn) >= 0 || names.contains(pool.fqdn))
            continue;
        names.insert(pool.fqdn);
        added.push_back(makeRow(pool));
    }
    if (added.empty())
        return;
    const int first = int(m_rows.size());
    beginInsertRows({}, first, first + int(added.size()) - 1);
    std::move(added.begin(), added.end(), std::back_inserter(m_rows));
    indexRows();
    endInsertRows();
}

void PoolModel::indexRows()
{
    m_rowOfFqdn.clear();
    m_rowOfFqdn.reserve(qsizetype(m_rows.size()));
    for (int row = 0; row < int(m_rows.size()); ++row)
        m_rowOfFqdn.insert(m_rows[row]->facts.pool.fqdn, row);
}

int PoolModel::rowOf(const QString &fqdn) const
{
    return m_rowOfFqdn.value(fqdn, -1);
}

void PoolModel::setStatus(const QString &fqdn, const Reading<BackupServiceStatus> &status, const QStringList &warnings)
{
    const int row = rowOf(fqdn);
    if (row < 0)
        return;
    PoolFacts &facts = m_rows[row]->facts;
    const bool isNews
        = facts.status.readAt != status.readAt || facts.status.error != status.error || facts.warnings != warnings;
    facts.status = status;
    facts.warnings = warnings;
    updateRow(row, statusColumns);
    if (isNews)
        Q_EMIT dataChanged(index(row, int(statusColumns.front())), index(row, int(statusColumns.back())),
                           {Qt::ToolTipRole, Qt::AccessibleDescriptionRole, ReadAtRole});
}

void PoolModel::setPoolStates(const Reading<QHash<QString, PoolState>> &states)
{
    m_surroundings.states = states;
    updateAllRows({PoolColumn::PoolState});
    emitReadAgain({PoolColumn::PoolState});
}

void PoolModel::setCentralManagement(const Reading<CentralManagementStoreStatus> &status)
{
    m_surroundings.centralManagement = status;
    updateAllRows({PoolColumn::CentralManagement});
    emitReadAgain({PoolColumn::CentralManagement});
}

void PoolModel::setLastRuns(const Reading<QHash<QString, JobInfo>> &runs, bool areComplete)
{
    m_surroundings.lastRuns = runs;
    m_surroundings.areLastRunsComplete = areComplete;
    updateAllRows({PoolColumn::LastRun});
    emitReadAgain({PoolColumn::LastRun});
}

void PoolModel::setLastRun(const JobInfo &run)
{
    if (!m_surroundings.lastRuns.value)
        m_surroundings.lastRuns.value.emplace();
    QHash<QString, JobInfo> &runs = *m_surroundings.lastRuns.value;
    const auto known = runs.constFind(run.pool);
    if (known != runs.constEnd() && timeOf(*known) > timeOf(run))
        return;
    runs.insert(run.pool, run);
    if (const int row = rowOf(run.pool); row >= 0)
        updateRow(row, {PoolColumn::LastRun});
}

void PoolModel::setNow(const QDateTime &now)
{
    const Ages before = ages();
    m_surroundings.now = now;
    updateAges(before);
}

void PoolModel::setOldAge(std::chrono::seconds age)
{
    if (age == m_surroundings.oldAge)
        return;
    const Ages before = ages();
    m_surroundings.oldAge = age;
    updateAges(before);
}

PoolModel::Ages PoolModel::ages() const
{
    const auto ageOf = [this](const auto &reading) {
        return reading.isOlderThan(m_surroundings.oldAge, m_surroundings.now)
            ? ageText(reading.readAt, m_surroundings.now)
            : QString();
    };
    return {poolsAreOld(m_surroundings), ageOf(m_surroundings.states), ageOf(m_surroundings.centralManagement)};
}

void PoolModel::updateAges(const Ages &before)
{
    updateAllRows({PoolColumn::ExportStatus, PoolColumn::ImportStatus},
                  [](const Row &row) { return row.facts.status.readAt.isValid(); });
    updateAllRows({PoolColumn::LastRun},
                  [this](const Row &row) { return lastRunOf(row.facts, m_surroundings) != nullptr; });
    const Ages now = ages();
    if (now.ofStates != before.ofStates)
        updateAllRows({PoolColumn::PoolState});
    if (now.ofCentralManagement != before.ofCentralManagement)
        updateAllRows({PoolColumn::CentralManagement});
    if (now.arePoolsOld != before.arePoolsOld)
        updateAllRows(topologyColumns);
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
    for (const PoolColumn column : allColumns)
        updateCell(row.get(), column);
    updateSearchText(row.get(), {std::begin(allColumns), std::end(allColumns)});
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
