#include "backend/mailbox.h"

#include <algorithm>
#include <iterator>

namespace cspool {

Mailbox::Mailbox(std::size_t capacity, QObject *parent)
    : QObject(parent)
    , m_capacity(std::max<std::size_t>(capacity, 1))
{
}

bool Mailbox::push(Record record)
{
    bool mustSignal = false;
    {
        std::unique_lock lock(m_mutex);
        // The end of a command must reach its reader even when nobody has read for long.
        if (!std::holds_alternative<FinishedRecord>(record.content))
            m_roomAvailable.wait(lock, [this] { return m_isClosed || m_records.size() < m_capacity; });
        if (m_isClosed)
            return false;
        m_records.push_back(std::move(record));
        mustSignal = !std::exchange(m_isSignalled, true);
    }
    m_recordsPresent.notify_one();
    // Outside of the lock: a reader in the same thread may call takeAll() from its slot.
    if (mustSignal)
        Q_EMIT recordsAvailable();
    return true;
}

std::vector<Record> Mailbox::takeAll()
{
    std::deque<Record> taken;
    {
        const std::lock_guard lock(m_mutex);
        taken.swap(m_records);
        m_isSignalled = false;
    }
    m_roomAvailable.notify_all();
    return {std::make_move_iterator(taken.begin()), std::make_move_iterator(taken.end())};
}

bool Mailbox::waitForRecords(std::chrono::milliseconds timeout)
{
    std::unique_lock lock(m_mutex);
    return m_recordsPresent.wait_for(lock, timeout, [this] { return !m_records.empty(); });
}

void Mailbox::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isClosed = true;
    }
    m_roomAvailable.notify_all();
}

} // namespace cspool
