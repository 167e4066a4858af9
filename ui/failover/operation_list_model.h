// OperationListModel: the guided operations that are written down, as a table: who, when, how they ended.
#pragma once

#include "backend/failover/operation_store.h"

#include <QAbstractTableModel>
#include <QSet>

namespace cspool {

class OperationListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        OperationColumn,
        StateColumn,
        BegunColumn,
        UserColumn,
        DeploymentColumn,
        ColumnCount,
    };

    explicit OperationListModel(QObject *parent = nullptr);

    // `here`: those that are under way in this window.
    void setSummaries(const QList<OperationSummary> &summaries, const QSet<QUuid> &here);
    void setClock(const QDateTime &now);
    const OperationSummary &summary(int row) const { return m_summaries.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(int row, Column column) const;
    QString stateText(const OperationSummary &summary) const;
    StatusTone stateTone(const OperationSummary &summary) const;

    QList<OperationSummary> m_summaries; // newest first
    QSet<QUuid> m_here;
    QDateTime m_now;
};

} // namespace cspool
