#include "ui/failover/operation_list_model.h"

#include "model/item_roles.h"
#include "model/time_text.h"
#include "model/tool_tip.h"
#include "ui/deployments/deployment_text.h"
#include "ui/failover/failover_text.h"

#include <algorithm>

namespace cspool {

OperationListModel::OperationListModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void OperationListModel::setSummaries(const QList<OperationSummary> &summaries, const QSet<QUuid> &here)
{
    for (int row = int(m_summaries.size()) - 1; row >= 0; --row) {
        const bool isThere = std::any_of(summaries.begin(), summaries.end(), [&](const OperationSummary &summary) {
            return summary.id == m_summaries.at(row).id;
        });
        if (isThere)
            continue;
        beginRemoveRows({}, row, row);
        m_summaries.removeAt(row);
        endRemoveRows();
    }
    const QSet<QUuid> before = std::exchange(m_here, here);
    for (int row = 0; row < summaries.size(); ++row) {
        const OperationSummary &summary = summaries.at(row);
        if (row >= m_summaries.size() || m_summaries.at(row).id != summary.id) {
            const auto moved
                = std::find_if(m_summaries.begin() + row, m_summaries.end(),
                               [&summary](const OperationSummary &other) { return other.id == summary.id; });
            if (moved != m_summaries.end()) {
                const int from = int(moved - m_summaries.begin());
                beginRemoveRows({}, from, from);
                m_summaries.removeAt(from);
                endRemoveRows();
            }
            beginInsertRows({}, row, row);
            m_summaries.insert(row, summary);
            endInsertRows();
            continue;
        }
        const OperationSummary old = std::exchange(m_summaries[row], summary);
        if (old != summary || before.contains(summary.id) != m_here.contains(summary.id))
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

void OperationListModel::setClock(const QDateTime &now)
{
    const QDateTime before = std::exchange(m_now, now);
    for (int row = 0; row < m_summaries.size(); ++row) {
        const QDateTime &begun = m_summaries.at(row).begun;
        if (timeText(begun, before) != timeText(begun, now))
            Q_EMIT dataChanged(index(row, BegunColumn), index(row, BegunColumn));
    }
}

int OperationListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_summaries.size());
}

int OperationListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString OperationListModel::stateText(const OperationSummary &summary) const
{
    if (summary.hasEnded)
        return summary.isComplete ? tr("Complete") : tr("Ended, not complete");
    if (m_here.contains(summary.id))
        return tr("Under way in this window");
    return summary.isHeld ? tr("Another process goes on with it") : tr("Not finished");
}

StatusTone OperationListModel::stateTone(const OperationSummary &summary) const
{
    if (summary.hasEnded)
        return summary.isComplete ? StatusTone::Good : StatusTone::Neutral;
    return summary.isHeld || m_here.contains(summary.id) ? StatusTone::Working : StatusTone::Attention;
}

QString OperationListModel::text(int row, Column column) const
{
    const OperationSummary &summary = m_summaries.at(row);
    switch (column) {
    case OperationColumn:
        return FailoverText::name(summary.goal);
    case StateColumn:
        return stateText(summary);
    case BegunColumn:
        return timeText(summary.begun, m_now);
    case UserColumn:
        return summary.user;
    case DeploymentColumn:
        return DeploymentText::name(summary.deployment);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant OperationListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto column = Column(index.column());
    const OperationSummary &summary = m_summaries.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), column);
    case Qt::ToolTipRole:
        if (column == BegunColumn)
            return plainToolTip(QStringList{tr("Begun at %1.").arg(fullTimeText(summary.begun)),
                                            tr("Last event at %1.").arg(fullTimeText(summary.lastEvent))});
        return column == DeploymentColumn ? plainToolTip(DeploymentText::location(summary.deployment)) : QString();
    case SortRole:
        return column == BegunColumn ? QVariant(summary.begun) : QVariant(text(index.row(), column).toLower());
    case KeyRole:
        return summary.id;
    case ToneRole:
        return column == StateColumn ? QVariant(int(stateTone(summary))) : QVariant();
    default:
        return {};
    }
}

QVariant OperationListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case OperationColumn:
        return tr("Operation");
    case StateColumn:
        return tr("State");
    case BegunColumn:
        return tr("Begun");
    case UserColumn:
        return tr("By");
    case DeploymentColumn:
        return tr("Deployment");
    default:
        return {};
    }
}

} // namespace cspool
