#include "model/record_filter_model.h"

#include "model/record_model.h"

#include <algorithm>

namespace cspool {

RecordFilterModel::RecordFilterModel(RecordModel *records, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_records(records)
{
    setSourceModel(records);
    // The first to hear of them: whoever asks isMatch() in a slot of theirs gets the truth.
    connect(this, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { insertMatches(first, last); });
    connect(this, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { removeMatches(first, last); });
    connect(this, &QAbstractItemModel::modelReset, this, &RecordFilterModel::searchAgain);
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
        searchAgain();
}

bool RecordFilterModel::matches(int row) const
{
    const Record &record = m_records->record(mapToSource(index(row, 0)).row());
    return recordText(record).contains(m_search, Qt::CaseInsensitive);
}

void RecordFilterModel::insertMatches(int first, int last)
{
    if (m_search.isEmpty())
        return;
    QList<bool> added;
    for (int row = first; row <= last; ++row)
        added.append(matches(row));
    m_isMatch.insert(first, added.size(), false);
    std::copy(added.cbegin(), added.cend(), m_isMatch.begin() + first);
    addToCount(int(added.count(true)));
}

void RecordFilterModel::removeMatches(int first, int last)
{
    if (m_search.isEmpty())
        return;
    const auto begin = m_isMatch.cbegin() + first;
    const auto end = m_isMatch.cbegin() + last + 1;
    const int count = int(std::count(begin, end, true));
    m_isMatch.erase(begin, end);
    addToCount(-count);
}

void RecordFilterModel::searchAgain()
{
    m_isMatch.clear();
    if (!m_search.isEmpty()) {
        for (int row = 0; row < rowCount(); ++row)
            m_isMatch.append(matches(row));
    }
    addToCount(int(m_isMatch.count(true)) - m_matchCount);
}

void RecordFilterModel::addToCount(int difference)
{
    m_matchCount += difference;
    if (difference != 0)
        Q_EMIT matchCountChanged();
}

int RecordFilterModel::matchesBefore(int row) const
{
    return int(m_isMatch.first(std::clamp<qsizetype>(row, 0, m_isMatch.size())).count(true));
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
