// RecordModel: a stretch of a job's log as rows, one for each record, the oldest first.
#pragma once

#include "model/item_roles.h"
#include "model/record_text.h"

#include <QAbstractTableModel>

#include <array>
#include <deque>

namespace cspool {

// Bounded: what is appended beyond the capacity pushes out the oldest rows, which firstNumber() tells. Texts are made
// when they are asked for.
class RecordModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        TimeColumn,
        KindColumn,
        TextColumn, // in one line
        ColumnCount,
    };
    enum Role {
        KindRole = FirstModelRole, // int(RecordKind)
        FullTextRole, // QString, all lines
    };
    static constexpr qint64 DefaultCapacity = 20'000;

    explicit RecordModel(qint64 capacity = DefaultCapacity, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    // Another log; `firstNumber`: how many records it has before these.
    void setRecords(const QList<Record> &records, qint64 firstNumber);
    // The records that follow. At most one removal and one insertion of rows.
    void append(const QList<Record> &records);
    // The records just before the first row, the first of them with that number. They are wanted: the model may hold
    // that many more from now on.
    void prepend(const QList<Record> &records, qint64 firstNumber);

    const Record &record(int row) const { return m_records[size_t(row)]; }
    qint64 firstNumber() const { return m_firstNumber; } // of the first row; from 0
    qint64 endNumber() const { return m_firstNumber + qint64(m_records.size()); }
    qint64 count(RecordKind kind) const { return m_counts[size_t(kind)]; } // of rows

Q_SIGNALS:
    void countsChanged();

private:
    void removeOldest(qint64 count);
    void countIn(const Record &record, int step) { m_counts[size_t(kindOf(record))] += step; }

    const qint64 m_baseCapacity;
    qint64 m_capacity;
    std::deque<Record> m_records;
    qint64 m_firstNumber = 0;
    std::array<qint64, RecordKindCount> m_counts = {};
};

} // namespace cspool
