#include "backend/stop_token.h"

namespace cspool {

bool StopToken::waitFor(std::chrono::milliseconds duration) const
{
    std::unique_lock lock(m_state->mutex);
    return m_state->changed.wait_for(lock, duration, [this] { return isStopRequested(); });
}

void StopSource::requestStop()
{
    StopToken::State &state = *m_token.m_state;
    {
        // Under the mutex: a waiter that has just looked at the flag must not miss the notification.
        const std::lock_guard lock(state.mutex);
        state.isRequested.store(true, std::memory_order_relaxed);
    }
    state.changed.notify_all();
}

} // namespace cspool
