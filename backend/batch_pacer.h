// BatchPacer: when the next batch of a command's records is taken. A command that writes without a pause must leave the
// event loop time for everything else.
#pragma once

#include <QElapsedTimer>

#include <chrono>
#include <optional>

namespace cspool {

// Of one mailbox, in its reading thread. Between two batches, whose size the mailbox bounds, passes some time; the
// first one, and one after a silence, is taken at once.
class BatchPacer
{
public:
    // Records wait: in how long they are to be taken; nothing: that has been asked before.
    std::optional<std::chrono::milliseconds> schedule()
    {
        if (std::exchange(m_isScheduled, true))
            return std::nullopt;
        if (!m_sinceBatch.isValid() || m_sinceBatch.hasExpired(Interval.count()))
            return std::chrono::milliseconds(0);
        return Interval - std::chrono::milliseconds(m_sinceBatch.elapsed());
    }
    // They are looked for now.
    void begin() { m_isScheduled = false; }
    // There were some.
    void batchTaken() { m_sinceBatch.start(); }

private:
    static constexpr std::chrono::milliseconds Interval{20};
    bool m_isScheduled = false;
    QElapsedTimer m_sinceBatch; // invalid: none yet
};

} // namespace cspool
