// PoolLock: the OS locks that keep two processes from working on one pair of pools.
#pragma once

#include "backend/stop_token.h"
#include "model/result.h"

#include <QLockFile>
#include <QStringList>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace cspool {

// Holds the locks of one or more pools until it is destroyed. Taken in the order of their names, so that two
// processes cannot wait for each other. A lock whose process is gone is taken over.
class PoolLock
{
public:
    struct Request
    {
        QString deploymentFolder;
        QStringList pools; // canonical FQDNs
        QString commandLine; // what the others are told is at work
        std::chrono::milliseconds timeout{0}; // how long to wait for a holder; 0: do not wait
    };

    // `waiting` is called once, with a sentence that says who holds it (user, process, command, since when). After the
    // time-out: ResourceBusy with the same sentence. OperationStopped when cancelled.
    static Result<PoolLock> acquire(const Request &request, const StopToken &stop,
                                    const std::function<void(const QString &)> &waiting = {});

    PoolLock(PoolLock &&) noexcept = default;
    PoolLock &operator=(PoolLock &&) noexcept = default;
    ~PoolLock();

private:
    PoolLock() = default;
    std::vector<std::unique_ptr<QLockFile>> m_locks;
};

} // namespace cspool
