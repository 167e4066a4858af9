#include "backend/remoting/pipeline_feed.h"

#include <utility>

namespace cspool {

bool PipelineFeed::push(Item item)
{
    bool isFull = false;
    {
        const std::lock_guard lock(m_mutex);
        m_size += item.size;
        m_items.push_back(std::move(item));
        isFull = m_items.size() >= ItemLimit || m_size >= SizeLimit;
        m_wasFull = m_wasFull || isFull;
    }
    m_changed.notify_one();
    return isFull;
}

std::optional<PipelineFeed::Item> PipelineFeed::take(std::optional<std::chrono::steady_clock::time_point> deadline)
{
    std::unique_lock lock(m_mutex);
    const auto hasItem = [this] { return !m_items.empty(); };
    if (!deadline)
        m_changed.wait(lock, hasItem);
    else if (!m_changed.wait_until(lock, *deadline, hasItem))
        return std::nullopt;
    Item item = std::move(m_items.front());
    m_items.pop_front();
    m_size -= item.size;
    return item;
}

bool PipelineFeed::hasRoomAgain()
{
    const std::lock_guard lock(m_mutex);
    if (!m_wasFull || m_items.size() > ItemLimit / 4 || m_size > SizeLimit / 4)
        return false;
    m_wasFull = false;
    return true;
}

} // namespace cspool
