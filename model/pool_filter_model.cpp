#include "model/pool_filter_model.h"

namespace cspool {

PoolFilterModel::PoolFilterModel(PoolModel *pools, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_pools(pools)
{
    setSortRole(SortRole);
    setSourceModel(pools);
}

void PoolFilterModel::setFilterText(const QString &text)
{
    m_text = text;
    const QStringList words = text.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = words;
    invalidateRowsFilter();
}

void PoolFilterModel::setChoice(Choice choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    invalidateRowsFilter();
}

bool PoolFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    if (sourceParent.isValid())
        return false;
    const PoolFacts &facts = m_pools->facts(sourceRow);
    switch (m_choice) {
    case Choice::All:
        break;
    case Choice::CanBeBackedUp:
        if (!facts.canBeBackedUp)
            return false;
        break;
    case Choice::NeedsAttention:
        if (!m_pools->needsAttention(sourceRow))
            return false;
        break;
    case Choice::WithoutBackupPool:
        if (!facts.canBeBackedUp || !facts.pool.backupPoolFqdn.isEmpty())
            return false;
        break;
    }
    return m_pools->matches(sourceRow, m_words);
}

bool PoolFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const auto column = PoolColumn(left.column());
    if (m_pools->isLess(left.row(), right.row(), column))
        return true;
    // What is equal stays in the order of the names, so that rows do not jump about.
    return column != PoolColumn::Fqdn && !m_pools->isLess(right.row(), left.row(), column)
        && m_pools->isLess(left.row(), right.row(), PoolColumn::Fqdn);
}

} // namespace cspool
