#include "backend/remoting/psrp/psrp_object_ids.h"

namespace cspool {

void PsrpObjectIds::insert(quint64 id)
{
    auto next = m_ranges.upperBound(id);
    if (next != m_ranges.begin()) {
        const auto before = std::prev(next);
        if (id <= before.value())
            return;
        if (id == before.value() + 1) {
            before.value() = id;
            if (next != m_ranges.end() && next.key() == id + 1) {
                before.value() = next.value();
                m_ranges.erase(next);
            }
            return;
        }
    }
    quint64 last = id;
    if (next != m_ranges.end() && next.key() == id + 1) {
        last = next.value();
        m_ranges.erase(next);
    }
    m_ranges.insert(id, last);
    if (m_ranges.size() > MaxRanges)
        m_ranges.erase(m_ranges.begin());
}

bool PsrpObjectIds::hasAll(quint64 first, quint64 last) const
{
    if (first > last)
        return true;
    const auto after = m_ranges.upperBound(first);
    return after != m_ranges.begin() && std::prev(after).value() >= last;
}

} // namespace cspool
