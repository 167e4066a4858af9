#include "model/pairing_filter_model.h"

#include "model/pairing_model.h"

#include <QRegularExpression>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

PairingFilterModel::PairingFilterModel(Order order, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_order(order)
{
    setSortRole(SortRole);
    if (order == Order::ByAttention)
        sort(0);
}

void PairingFilterModel::setFilterText(const QString &text)
{
    m_words = text.toLower().split(QRegularExpression(u"\\s+"_s), Qt::SkipEmptyParts);
    invalidateFilter();
}

bool PairingFilterModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_words.isEmpty())
        return true;
    const QString all = sourceModel()->index(row, 0, parent).data(PairingModel::SearchTextRole).toString();
    return std::all_of(m_words.begin(), m_words.end(), [&all](const QString &word) { return all.contains(word); });
}

bool PairingFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (m_order == Order::ByAttention) {
        const int leftRank = left.data(PairingModel::RankRole).toInt();
        const int rightRank = right.data(PairingModel::RankRole).toInt();
        return leftRank == rightRank ? left.row() < right.row() : leftRank < rightRank;
    }
    return QSortFilterProxyModel::lessThan(left, right);
}

} // namespace cspool
