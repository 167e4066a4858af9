// StopSource and StopToken: how a command learns that it was cancelled, at any moment and without a busy wait.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>

namespace cspool {

// Shared between the thread that cancels and the thread that works. Copies share one state. Any thread.
class StopToken
{
public:
    bool isStopRequested() const { return m_state->isRequested.load(std::memory_order_relaxed); }

    // Sleeps for `duration` or until a stop is requested. True when it was.
    bool waitFor(std::chrono::milliseconds duration) const;

private:
    friend class StopSource;
    struct State
    {
        std::atomic<bool> isRequested = false;
        std::mutex mutex;
        std::condition_variable changed;
    };
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

// The side that cancels. Any thread.
class StopSource
{
public:
    StopToken token() const { return m_token; }
    // Wakes everyone who waits on a token; a second call does nothing. A waiter on a PromptBox needs PromptBox::wake().
    void requestStop();

private:
    StopToken m_token;
};

} // namespace cspool
