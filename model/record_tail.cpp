#include "model/record_tail.h"

#include "model/record_text.h"

#include <algorithm>

namespace cspool {

RecordTail::RecordTail(qint64 capacity)
    : m_capacity(std::max<qint64>(capacity, 1))
{
}

bool RecordTail::isOfTheMoment(const Record &record)
{
    if (isProgress(record))
        return true;
    const auto *step = std::get_if<StepRecord>(&record.content);
    if (!step || step->result != StepResult::Running)
        return false;
    if (m_begunSteps.contains(step->id))
        return true;
    m_begunSteps.insert(step->id);
    return false;
}

void RecordTail::add(const std::vector<Record> &records)
{
    for (const Record &record : records) {
        if (isOfTheMoment(record))
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
