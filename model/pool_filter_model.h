// PoolFilterModel: the pools that match what the user types and chooses, sorted.
#pragma once

#include "model/pool_model.h"

#include <QSortFilterProxyModel>

namespace cspool {

class PoolFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class Choice {
        All,
        CanBeBackedUp, // pools with user services, with or without a backup pool
        NeedsAttention, // problems, and what is not known
        WithoutBackupPool, // can be backed up and has none
    };
    Q_ENUM(Choice)

    // `pools` must outlive it.
    explicit PoolFilterModel(PoolModel *pools, QObject *parent = nullptr);

    PoolModel *pools() const { return m_pools; }

    // Every word must be in one of the row's cells, in any case of letters; empty: everything matches.
    void setFilterText(const QString &text);
    QString filterText() const { return m_text; }
    void setChoice(Choice choice);
    Choice choice() const { return m_choice; }

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    PoolModel *m_pools;
    QString m_text;
    QStringList m_words; // in folded case
    Choice m_choice = Choice::CanBeBackedUp;
};

} // namespace cspool
