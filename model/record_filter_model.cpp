#include "model/record_filter_model.h"

#include "model/record_model.h"

namespace cspool {

RecordFilterModel::RecordFilterModel(RecordModel *records, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_records(records)
{
    setSourceModel(records);
    connect(this, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { addToCount(countMatches(first, last)); });
    connect(this, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { addToCount(-countMatches(first, last)); });
    connect(this, &QAbstractItemModel::modelReset, this, &RecordFilterModel::countAgain);
}

void RecordFilterModel::setKindShown(RecordKind kind, bool isShown)
{
    if (isShown == isKindShown(kind))
        return;
    if (isShown)
        m_hiddenKinds.remove(int(kind));
    else
        m_hiddenKinds.insert(int(kind));
    invalidateFilter();
}

bool RecordFilterModel::isKindShown(RecordKind kind) const
{
    return !m_hiddenKinds.contains(int(kind));
}

bool RecordFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    return !sourceParent.isValid() && isKindShown(kindOf(m_records->record(sourceRow)));
}

void RecordFilterModel::setSearch(const QString &text)
{
    if (std::exchange(m_search, text) != text)
        countAgain();
}

bool RecordFilterModel::isMatch(int row) const
{
    if (m_search.isEmpty())
        return false;
    const Record &record = m_records->record(mapToSource(index(row, 0)).row());
    return recordText(record).contains(m_search, Qt::CaseInsensitive);
}

int RecordFilterModel::countMatches(int first, int last) const
{
    if (m_search.isEmpty())
        return 0;
    int count = 0;
    for (int row = first; row <= last; ++row)
        count += isMatch(row) ? 1 : 0;
    return count;
}

void RecordFilterModel::countAgain()
{
    addToCount(countMatches(0, rowCount() - 1) - m_matchCount);
}

void RecordFilterModel::addToCount(int difference)
{
    m_matchCount += difference;
    if (difference != 0)
        Q_EMIT matchCountChanged();
}

int RecordFilterModel::matchesBefore(int row) const
{
    return countMatches(0, row - 1);
}

int RecordFilterModel::nextMatch(int row) const
{
    const int count = rowCount();
    for (int i = 1; i <= count; ++i) {
        const int candidate = (std::max(row, -1) + i) % count;
        if (isMatch(candidate))
            return candidate;
    }
    return -1;
}

int RecordFilterModel::previousMatch(int row) const
{
    const int count = rowCount();
    const int from = row < 0 ? count : row;
    for (int i = 1; i <= count; ++i) {
        const int candidate = (from - i + count) % count;
        if (isMatch(candidate))
            return candidate;
    }
    return -1;
}

} // namespace cspool
