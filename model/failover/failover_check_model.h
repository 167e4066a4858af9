// FailoverCheckModel: the checks of a readiness as a table: verdict, title, finding and since when it is true.
#pragma once

#include "model/failover/failover_check.h"

#include <QAbstractTableModel>

#include <chrono>

namespace cspool {

// The check while the deployment cannot be reached: unknown, and what it said before kept for those who read on.
FailoverCheck unknownWithoutConnection(const FailoverCheck &check);

class FailoverCheckModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        VerdictColumn,
        TitleColumn,
        FindingColumn,
        TimeColumn, // since when it is known
        ColumnCount,
    };

    explicit FailoverCheckModel(QObject *parent = nullptr);

    // In this order. A check that is there already keeps its row, and with it the selection.
    void setChecks(const QList<FailoverCheck> &checks);
    // Now, and the age from which on a finding is old.
    void setClock(const QDateTime &now, std::chrono::seconds oldAge);

    const QList<FailoverCheck> &checks() const { return m_checks; }
    const FailoverCheck &check(int row) const { return m_checks.at(row); }
    int rowOf(const QString &id) const; // -1: none
    bool isOld(int row) const;
    // Title, verdict, finding, details and what to do of one check, for a ticket.
    QString asText(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(int row, Column column) const;
    QString toolTip(int row, Column column) const;
    QString timeCell(int row) const;
    QVariant sortValue(int row, Column column) const;
    void removeMissing(const QList<FailoverCheck> &checks);
    void update(int row, const FailoverCheck &check);

    QList<FailoverCheck> m_checks;
    QDateTime m_now;
    std::chrono::seconds m_oldAge{0};
};

} // namespace cspool
