// RecordTail: the newest records of a run that is under way, numbered as its log in the history numbers them.
#pragma once

#include "model/log_selection.h"

#include <deque>
#include <vector>

namespace cspool {

// Keeps what the history's log keeps too (LogSelection), and no more of it than the capacity: so record number n of the
// run is line n of its log.
class RecordTail
{
public:
    static constexpr qint64 DefaultCapacity = 20'000;

    explicit RecordTail(qint64 capacity = DefaultCapacity);

    void add(const std::vector<Record> &records);

    qint64 begin() const { return m_end - qint64(m_records.size()); } // number of the first one kept, from 0
    qint64 end() const { return m_end; } // number of the next one
    // Those kept from number `from` on.
    QList<Record> from(qint64 from) const;

private:
    const qint64 m_capacity;
    std::deque<Record> m_records;
    qint64 m_end = 0;
    LogSelection m_selection;
};

} // namespace cspool
