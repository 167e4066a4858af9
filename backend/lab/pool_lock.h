// PoolLock: the OS locks that keep two processes from working on one pair of pools.
#pragma once

#include "backend/stop_token.h"
#include "model/result.h"

#include <QCoreApplication>
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
    Q_DECLARE_TR_FUNCTIONS(cspool::PoolLock)

public:
    struct Request
    {
        QString deploymentFolder;
        QStringList pools; // canonical FQDNs
        QString commandLine; // what the others are told is at work
        std::chrono::milliseconds timeout{0}; // how long to wait for a holder; 0: do not wait
    };

    // `waiting` is called once, with a sentence that says who holds it (user, process, command, since when). After the
    // time-out: ResourceBusy (id "PoolBusy") with such a sentence. OperationStopped when cancelled. PermissionDenied
    // when the folder of locks cannot be written.
    static Result<PoolLock> acquire(const Request &request, const StopToken &stop,
                                    const std::function<void(const QString &)> &waiting = {});

    PoolLock(PoolLock &&) noexcept;
    PoolLock &operator=(PoolLock &&) noexcept;
    ~PoolLock();

private:
    class Held;
    PoolLock();
    std::vector<std::unique_ptr<Held>> m_locks;
};

} // namespace cspool
