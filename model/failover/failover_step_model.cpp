#include "model/failover/failover_step_model.h"

#include "model/item_roles.h"
#include "model/tool_tip.h"

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

FailoverStepModel::FailoverStepModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void FailoverStepModel::setRows(const QList<FailoverStepRow> &rows)
{
    // The steps of an operation stay the same: rows are compared in their places, from the first that is another one
    // on they are replaced.
    const auto [mine, theirs]
        = std::mismatch(m_rows.begin(), m_rows.end(), rows.begin(), rows.end(),
                        [](const FailoverStepRow &a, const FailoverStepRow &b) { return a.step.id() == b.step.id(); });
    const int same = int(mine - m_rows.begin());
    for (int row = 0; row < same; ++row)
        update(row, rows.at(row));
    if (same < m_rows.size()) {
        beginRemoveRows({}, same, int(m_rows.size()) - 1);
        m_rows.resize(same);
        endRemoveRows();
    }
    if (same < rows.size()) {
        beginInsertRows({}, same, int(rows.size()) - 1);
        m_rows += rows.mid(same);
        endInsertRows();
    }
}

void FailoverStepModel::update(int row, const FailoverStepRow &changed)
{
    const FailoverStepRow old = std::exchange(m_rows[row], changed);
    const bool isStep = old.step != changed.step || old.isCurrent != changed.isCurrent;
    const bool isState = old.state != changed.state || old.tone != changed.tone || old.finding != changed.finding
        || old.isCurrent != changed.isCurrent;
    if (isStep || isState)
        Q_EMIT dataChanged(index(row, isStep ? StepColumn : StateColumn),
                           index(row, isState ? StateColumn : StepColumn));
}

int FailoverStepModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int FailoverStepModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString FailoverStepModel::text(int row, Column column) const
{
    const FailoverStepRow &shown = m_rows.at(row);
    if (column == StateColumn)
        return shown.state;
    return shown.step.isOptional ? tr("%1. %2 (optional)", "number, step").arg(row + 1).arg(shown.step.title)
                                 : tr("%1. %2", "number, step").arg(row + 1).arg(shown.step.title);
}

QString FailoverStepModel::toolTip(int row) const
{
    const FailoverStepRow &shown = m_rows.at(row);
    return plainToolTip(QStringList{shown.step.title, shown.finding});
}

QVariant FailoverStepModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto column = Column(index.column());
    const FailoverStepRow &shown = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), column);
    case Qt::ToolTipRole:
        return toolTip(index.row());
    case Qt::AccessibleTextRole:
        return shown.isCurrent ? tr("%1, the current step").arg(text(index.row(), column)) : text(index.row(), column);
    case SortRole:
        return index.row();
    case KeyRole:
        return shown.step.id();
    case ToneRole:
        return column == StateColumn ? QVariant(int(shown.tone)) : QVariant();
    case IsCurrentRole:
        return shown.isCurrent;
    default:
        return {};
    }
}

QVariant FailoverStepModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == StepColumn ? tr("Step") : section == StateColumn ? tr("State") : QString();
}

} // namespace cspool
