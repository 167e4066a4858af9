#include "model/record_model.h"

#include "model/time_text.h"

#include <QLocale>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

RecordModel::RecordModel(qint64 capacity, QObject *parent)
    : QAbstractTableModel(parent)
    , m_baseCapacity(std::max<qint64>(capacity, 1))
    , m_capacity(m_baseCapacity)
{
}

int RecordModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_records.size());
}

int RecordModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RecordModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Record &found = record(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        if (column == TimeColumn)
            return QLocale().toString(found.time.toLocalTime().time(), u"HH:mm:ss.zzz"_s);
        return column == KindColumn ? kindText(kindOf(found)) : recordLine(found);
    case Qt::ToolTipRole:
        return column == TimeColumn ? QVariant(fullTimeText(found.time)) : QVariant();
    case SortRole:
        if (column == TimeColumn)
            return found.time;
        return column == KindColumn ? QVariant(int(kindOf(found))) : QVariant(recordLine(found));
    case KeyRole:
        return m_firstNumber + index.row();
    case ToneRole:
        if (const StatusTone tone = toneOf(found); column == KindColumn && tone != StatusTone::None)
            return int(tone);
        return {};
    case KindRole:
        return int(kindOf(found));
    case FullTextRole:
        return recordText(found);
    default:
        return {};
    }
}

QVariant RecordModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case KindColumn:
        return tr("Kind");
    case TextColumn:
        return tr("Text");
    }
    return {};
}

void RecordModel::setRecords(const QList<Record> &records, qint64 firstNumber)
{
    beginResetModel();
    m_capacity = m_baseCapacity;
    const qint64 skipped = std::max<qint64>(records.size() - m_capacity, 0);
    m_records.assign(records.cbegin() + skipped, records.cend());
    m_firstNumber = firstNumber + skipped;
    m_counts = {};
    for (const Record &record : m_records)
        countIn(record, 1);
    endResetModel();
    Q_EMIT countsChanged();
}

void RecordModel::removeOldest(qint64 count)
{
    if (count <= 0)
        return;
    beginRemoveRows({}, 0, int(count) - 1);
    for (qint64 i = 0; i < count; ++i)
        countIn(m_records[size_t(i)], -1);
    m_records.erase(m_records.begin(), m_records.begin() + count);
    m_firstNumber += count;
    endRemoveRows();
}

void RecordModel::append(const QList<Record> &records)
{
    if (records.isEmpty())
        return;
    // Of more than there is room for, the newest.
    const qint64 skipped = std::max<qint64>(records.size() - m_capacity, 0);
    const qint64 added = records.size() - skipped;
    removeOldest(std::max<qint64>(qint64(m_records.size()) + added - m_capacity, 0));
    m_firstNumber += skipped;
    const int first = int(m_records.size());
    beginInsertRows({}, first, first + int(added) - 1);
    for (qint64 i = skipped; i < records.size(); ++i) {
        countIn(records[i], 1);
        m_records.push_back(records[i]);
    }
    endInsertRows();
    Q_EMIT countsChanged();
}

void RecordModel::prepend(const QList<Record> &records, qint64 firstNumber)
{
    if (records.isEmpty())
        return;
    m_capacity += records.size();
    beginInsertRows({}, 0, int(records.size()) - 1);
    m_records.insert(m_records.begin(), records.cbegin(), records.cend());
    m_firstNumber = firstNumber;
    for (const Record &record : records)
        countIn(record, 1);
    endInsertRows();
    Q_EMIT countsChanged();
}

} // namespace cspool
