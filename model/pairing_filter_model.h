// PairingFilterModel: pairings whose texts hold the words of a filter, sorted by a column or by need of attention.
#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

namespace cspool {

// Over a PairingModel.
class PairingFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class Order {
        ByColumn,
        ByAttention, // pools without a backup pool, then unsupported pairs, then the others, each by name
    };
    explicit PairingFilterModel(Order order, QObject *parent = nullptr);

    // A row stays when every word, in any case, stands in a name, site, version, kind, state or status of its pools.
    void setFilterText(const QString &text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    const Order m_order;
    QStringList m_words;
};

} // namespace cspool
