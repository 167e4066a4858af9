#include "model/failover/failover_check_model.h"

#include "model/item_roles.h"
#include "model/message_text.h"
#include "model/time_text.h"
#include "model/tool_tip.h"

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

FailoverCheck unknownWithoutConnection(const FailoverCheck &check)
{
    FailoverCheck unknown = check;
    unknown.verdict = Verdict::Unknown;
    unknown.finding = check.trueAt.isValid()
        ? FailoverCheckModel::tr("There is no connection now. When it was last read, it was: %1 (%2)",
                                 "verdict, finding")
              .arg(verdictText(check.verdict), check.finding)
        : FailoverCheckModel::tr("There is no connection now, and it has never been read.");
    return unknown;
}

FailoverCheckModel::FailoverCheckModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

int FailoverCheckModel::rowOf(const QString &id) const
{
    const auto found
        = std::find_if(m_checks.begin(), m_checks.end(), [&id](const FailoverCheck &check) { return check.id == id; });
    return found == m_checks.end() ? -1 : int(found - m_checks.begin());
}

void FailoverCheckModel::setChecks(const QList<FailoverCheck> &checks)
{
    removeMissing(checks);
    for (int row = 0; row < checks.size(); ++row) {
        const int before = rowOf(checks.at(row).id);
        if (before == row) {
            update(row, checks.at(row));
            continue;
        }
        if (before > row) { // the order is fixed in practice; of two goals it may differ
            beginRemoveRows({}, before, before);
            m_checks.removeAt(before);
            endRemoveRows();
        }
        beginInsertRows({}, row, row);
        m_checks.insert(row, checks.at(row));
        endInsertRows();
    }
}

void FailoverCheckModel::removeMissing(const QList<FailoverCheck> &checks)
{
    for (int row = int(m_checks.size()) - 1; row >= 0; --row) {
        const bool isThere = std::any_of(checks.begin(), checks.end(),
                                         [&](const FailoverCheck &check) { return check.id == m_checks.at(row).id; });
        if (isThere)
            continue;
        beginRemoveRows({}, row, row);
        m_checks.removeAt(row);
        endRemoveRows();
    }
}

// One signal for the cells from the first to the last that differ; none when nothing does. What no cell shows (details,
// remedies) belongs to the finding.
void FailoverCheckModel::update(int row, const FailoverCheck &check)
{
    const FailoverCheck old = std::exchange(m_checks[row], check);
    if (old == check)
        return;
    FailoverCheck seen = old;
    seen.verdict = check.verdict;
    seen.title = check.title;
    seen.trueAt = check.trueAt;
    const bool differs[ColumnCount]
        = {old.verdict != check.verdict, old.title != check.title, seen != check, old.trueAt != check.trueAt};
    const auto first = std::find(std::begin(differs), std::end(differs), true);
    const auto last = std::find(std::rbegin(differs), std::rend(differs), true);
    Q_EMIT dataChanged(index(row, int(first - std::begin(differs))),
                       index(row, int(last.base() - std::begin(differs)) - 1));
}

void FailoverCheckModel::setClock(const QDateTime &now, std::chrono::seconds oldAge)
{
    QList<std::pair<QString, bool>> before;
    for (int row = 0; row < m_checks.size(); ++row)
        before.append({timeCell(row), isOld(row)});
    m_now = now;
    m_oldAge = oldAge;
    for (int row = 0; row < m_checks.size(); ++row) {
        if (before.at(row).second != isOld(row))
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        else if (before.at(row).first != timeCell(row))
            Q_EMIT dataChanged(index(row, TimeColumn), index(row, TimeColumn));
    }
}

bool FailoverCheckModel::isOld(int row) const
{
    const QDateTime &at = m_checks.at(row).trueAt;
    return at.isValid() && m_now.isValid() && at.addSecs(m_oldAge.count()) < m_now;
}

int FailoverCheckModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_checks.size());
}

int FailoverCheckModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString FailoverCheckModel::timeCell(int row) const
{
    const QDateTime &at = m_checks.at(row).trueAt;
    if (!at.isValid())
        return tr("never read");
    const QString age = ageText(at, m_now);
    return isOld(row) ? tr("old: %1", "an age: 2 hours ago").arg(age) : age;
}

QString FailoverCheckModel::text(int row, Column column) const
{
    const FailoverCheck &check = m_checks.at(row);
    switch (column) {
    case VerdictColumn:
        return verdictText(check.verdict);
    case TitleColumn:
        return check.title;
    case FindingColumn:
        return inOneLine(check.finding);
    case TimeColumn:
        return timeCell(row);
    case ColumnCount:
        break;
    }
    return {};
}

QString FailoverCheckModel::toolTip(int row, Column column) const
{
    const FailoverCheck &check = m_checks.at(row);
    if (column == FindingColumn)
        return plainToolTip(QStringList{check.finding} + check.details);
    if (column == TimeColumn && check.trueAt.isValid())
        return plainToolTip(tr("True at %1.").arg(fullTimeText(check.trueAt)));
    return {};
}

QVariant FailoverCheckModel::sortValue(int row, Column column) const
{
    if (column == TimeColumn)
        return m_checks.at(row).trueAt;
    return column == VerdictColumn ? QVariant(int(m_checks.at(row).verdict)) : QVariant(text(row, column).toLower());
}

QVariant FailoverCheckModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto column = Column(index.column());
    const FailoverCheck &check = m_checks.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), column);
    case Qt::ToolTipRole:
        return toolTip(index.row(), column);
    case SortRole:
        return sortValue(index.row(), column);
    case KeyRole:
        return check.id;
    case ToneRole:
        return column == VerdictColumn ? QVariant(int(toneOf(check.verdict))) : QVariant();
    case OriginRole:
        return check.toldBy.join(u'\n');
    case ReadAtRole:
        return check.trueAt;
    case IsOldRole:
        return isOld(index.row());
    default:
        return {};
    }
}

QVariant FailoverCheckModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case VerdictColumn:
        return tr("Verdict");
    case TitleColumn:
        return tr("Check");
    case FindingColumn:
        return tr("Finding");
    case TimeColumn:
        return tr("Read");
    default:
        return {};
    }
}

QString FailoverCheckModel::asText(int row) const
{
    const FailoverCheck &check = m_checks.at(row);
    QStringList lines{tr("%1: %2", "title of a check, its verdict").arg(check.title, verdictText(check.verdict)),
                      check.finding};
    for (const QString &detail : check.details)
        lines.append(u"- "_s + detail);
    if (!check.note.isEmpty())
        lines.append(check.note);
    for (const Remedy &remedy : check.remedies) {
        lines.append(remedy.text);
        if (!remedy.commandLine.isEmpty())
            lines.append(u"    "_s + remedy.commandLine);
    }
    lines.append(check.trueAt.isValid() ? tr("True at %1.").arg(fullTimeText(check.trueAt)) : tr("Never read."));
    for (const QString &command : check.toldBy)
        lines.append(tr("Told by: %1").arg(command));
    return lines.join(u'\n') + u'\n';
}

} // namespace cspool
