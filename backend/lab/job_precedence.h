// JobPrecedence: within one process, a job goes before the background service on the same pools.
#pragma once

#include "backend/stop_token.h"
#include "model/pool_pairing.h"

#include <QSet>

#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <optional>

namespace cspool {

// Shared between a session, the threads of its commands and the thread of the background service; any thread. Decides
// nothing about other processes: the pools' locks do.
class JobPrecedence : public std::enable_shared_from_this<JobPrecedence>
{
public:
    // A command that works on pools, from before its start until release() or its end.
    class Claim
    {
    public:
        Claim(std::shared_ptr<JobPrecedence> precedence, const QSet<QString> &pools);
        ~Claim();
        Q_DISABLE_COPY_MOVE(Claim)
        void release();
        // Blocks until the background service has left the pools, which it does at its next batch, or until a stop is
        // requested.
        void waitUntilFree(const StopToken &stop) const;

    private:
        std::shared_ptr<JobPrecedence> m_precedence; // null: released
        const QSet<QString> m_pools;
        std::list<QSet<QString>>::iterator m_entry;
    };

    // For a command: the service leaves these pools and keeps away from them. Canonical FQDNs; none: all pools.
    std::shared_ptr<Claim> claim(const QSet<QString> &pools);

    // Called at every end of a claim, in that command's thread; must not call this object. Empty: nobody is told any
    // more, from the return of this call on.
    void setReleased(std::function<void()> released);

    // For the service's thread. False: a job has claimed the pair, or the service shall stop. Else it works on the pair
    // until leave(), and `stop` is requested as soon as it is in the way.
    bool enter(const PoolPair &pair, const StopSource &stop);
    void leave();

    // The service shall stop what it is at, and enter nothing until it is allowed again.
    void setServiceAllowed(bool isAllowed);

private:
    bool isInTheWayOf(const QSet<QString> &pools) const; // locked

    mutable std::mutex m_mutex;
    std::list<QSet<QString>> m_claims;
    std::function<void()> m_released;
    std::optional<PoolPair> m_current; // what the service is at
    StopSource m_currentStop;
    bool m_isAllowed = true;
};

} // namespace cspool
