// FailoverStepModel: the steps of a guided failover as a table: number, what is to be done, and where it stands.
#pragma once

#include "model/failover/failover_step.h"
#include "model/item_roles.h"
#include "model/status_tone.h"

#include <QAbstractTableModel>

namespace cspool {

// A step as it stands in a run.
struct FailoverStepRow
{
    FailoverStep step;
    StatusTone tone = StatusTone::None;
    QString state; // for people: "Done", "Next"
    QString finding; // as last read; empty: never looked at
    bool isCurrent = false;

    bool operator==(const FailoverStepRow &) const = default;
};

class FailoverStepModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        StepColumn, // its number and title
        StateColumn,
        ColumnCount,
    };
    enum Role {
        IsCurrentRole = FirstModelRole, // bool
    };

    explicit FailoverStepModel(QObject *parent = nullptr);

    // A step that is there already keeps its row.
    void setRows(const QList<FailoverStepRow> &rows);
    const FailoverStepRow &row(int row) const { return m_rows.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(int row, Column column) const;
    QString toolTip(int row) const;
    void update(int row, const FailoverStepRow &changed);

    QList<FailoverStepRow> m_rows;
};

} // namespace cspool
