// Failover: moves the service of a pool's users to its backup pool and back, as a journalled sequence of steps around
// the one commit that makes it true; and the recovery of a sequence that was interrupted.
#pragma once

#include "backend/command_runtime.h"
#include "backend/lab/deployment.h"

namespace cspool {

// The caller holds the PoolLock of the pair. `pools`: of the topology in use.
Result<> failOverPool(Deployment &deployment, CommandRuntime &runtime, const QList<Pool> &pools, const QString &pool, bool isDisaster);
Result<> failBackPool(Deployment &deployment, CommandRuntime &runtime, const QList<Pool> &pools, const QString &pool, bool isDisaster);

// Finishes or rolls back what was interrupted, for `pool` and its partner; called by every command that takes the lock of a
// pair. Before the commit: rolled back; after it: finished. Writes what it did as a warning.
Result<> recoverFailover(Deployment &deployment, CommandRuntime &runtime, const QList<Pool> &pools, const QString &pool);

} // namespace cspool
