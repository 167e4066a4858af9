#include "model/record_tail.h"

#include <algorithm>

namespace cspool {

RecordTail::RecordTail(qint64 capacity)
    : m_capacity(std::max<qint64>(capacity, 1))
{
}

void RecordTail::add(const std::vector<Record> &records)
{
    for (const Record &record : records) {
        if (!m_selection.keeps(record))
            continue;
        if (qint64(m_records.size()) == m_capacity)
            m_records.pop_front();
        m_records.push_back(record);
        ++m_end;
    }
}

QList<Record> RecordTail::from(qint64 from) const
{
    const qint64 skipped = std::clamp<qint64>(from - begin(), 0, qint64(m_records.size()));
    return {m_records.cbegin() + skipped, m_records.cend()};
}

} // namespace cspool
