// Failover of the Central Management store: moves its active copy to the standby copy on another pool, as a journalled
// sequence of steps around one commit. It need not be moved back.
//
//                        journal ("CentralManagement")   row of the active copy    interrupted after it
//   1. begin             [Started]                        A, e                     rolled back: nothing has moved
//   2. both ways until nothing is left, verified                                   the same
//      (forced: as far as A can be reached)
//   3. THE COMMIT        [Committed                       B, e+1]                  finished: step 4
//   4. replicas of all pools refreshed from B, exactly one copy active checked
//                        [removed]
//
// Which copy is active says the deployment store's row alone. CentralMgmtService@IsActive inside the topology document
// stays as it was published: a document's bytes are never touched. (A lab rule of ours.)
#pragma once

#include "backend/command_runtime.h"
#include "backend/lab/deployment.h"
#include "backend/lab/failover_losses.h"

namespace cspool {

// Text of FailoverJournalEntry::operation; the entry's pool is CentralStore::homeName().
inline constexpr QLatin1StringView CentralManagementFailOverOperation("CentralManagementFailOver");

struct CentralManagementFailoverPlan
{
    QString from; // hosts the active copy now; canonical FQDN
    QString to;
    bool isForced = false; // goes on when the last changes cannot be taken along
    bool isActiveReachable = true; // the active copy can be opened
    bool createsStandby = false; // `to` has no copy yet: an empty one is made first
    FailoverLosses losses; // by force: what is lost, or that nothing is; else empty
};

// Whether it can be done now. `target` empty: the backup pool of the pool that hosts the active copy, as the active
// store's topology says or, when it cannot be reached, the newest local replica that can. `isForced`: the active copy
// may be unreachable.
Result<CentralManagementFailoverPlan> planCentralManagementFailover(Deployment &deployment, CommandRuntime &runtime,
                                                                    const QString &target, bool isForced);

// The caller holds the lock of everything.
Result<> failOverCentralManagement(Deployment &deployment, CommandRuntime &runtime,
                                   const CentralManagementFailoverPlan &plan);

// Finishes or rolls back an interrupted one, with a warning; nothing to do when there is none. The caller holds the
// lock of any pool: a failover of the Central Management store holds them all, so its process is gone.
Result<> recoverCentralManagementFailover(Deployment &deployment, CommandRuntime &runtime);

// Where an interrupted one, found in the journal, was to lead.
QString interruptedTarget(const FailoverJournalEntry &entry);

} // namespace cspool
