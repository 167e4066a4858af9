// Failover: moves the service of a pool's users to its backup pool and back, as a journalled sequence of steps around
// the one commit that makes it true; and the recovery of a sequence that was interrupted.
//
// Every row below is one transaction of the deployment store; what happens in it is in brackets. A (owner of itself)
// is the pool, B its backup pool, e the ownership epoch before.
//
//   fail over            journal        ownership of A                      interrupted after it
//   1. begin             [Started       A, e, FailingOver, read-only]       rolled back: A, e, as it was before
//   2. last changes A→B, all modules until FinalState, verified             the same
//      (not in disaster mode)
//                        [Synchronised]                                     the same
//   3. THE COMMIT        [Committed     B, e+1, FailedOver, writable]       finished: step 4
//   4. check, end        [removed]
//
//   fail back            journal        ownership of A                      interrupted after it
//   1. begin             [Started       B, e, FailedOver, read-only]        rolled back: B, e, FailedOver, writable
//   2. full comparison B→A, verified (not in disaster mode)                 the same
//                        [Synchronised]                                     the same
//   3. THE COMMIT        [Committed     A, e+1, FailedBack, writable]       finished: steps 4 and 5
//   4. full comparison A→B, verified (not in disaster mode)                  the same
//   5. end               [removed       A, e+1, Active, writable]
//
// Nothing that was written is lost by the exchange: a document that only one side has survives, of two versions the
// one of the greater revision wins, and a loser that the winner does not descend from is kept aside and listed. What
// A never replicated before a disaster is therefore on both sides after the failback, or kept aside.
//
// Before the commit a sequence can be cancelled, and every failure rolls it back. After it, it can only be left: step 4
// of a failback that is stopped, or fails because B is away, leaves A in FailedBack, served by itself and writable,
// with a warning; completeFailBack() makes it Active later (Invoke-CsPoolFailBack, Backup-CsPool and
// Invoke-CsBackupServiceSync call it). That FailedBack ends with a complete exchange is our rule: Microsoft documents
// the state's name, not its end.
#pragma once

#include "backend/command_runtime.h"
#include "backend/lab/deployment.h"
#include "backend/lab/failover_journal.h"
#include "backend/lab/failover_losses.h"

namespace cspool {

// What a failover or failback would do, found without changing anything.
struct FailoverPlan
{
    QString pool; // whose users are moved; canonical FQDN, as the other two
    QString from; // serves them now
    QString to; // serves them afterwards
    bool isDisaster = false;
    bool isCompletion = false; // failback: the pool is FailedBack, only the exchange is still to be done
    FailoverLosses losses; // disaster mode: what users lose, or that they lose nothing; else empty
};

// Whether it can be done now; the error says which state forbids it and what to run. `pools`: of the topology in use.
Result<FailoverPlan> planFailOver(Deployment &deployment, CommandRuntime &runtime, const QList<Pool> &pools,
                                  const QString &pool, bool isDisaster);
Result<FailoverPlan> planFailBack(Deployment &deployment, CommandRuntime &runtime, const QList<Pool> &pools,
                                  const QString &pool, bool isDisaster);

// Carry out a plan. The caller holds the PoolLock of the pair since it was made. WaitTime and SkipDataVerification are
// honoured when the runtime's command is Invoke-CsPoolFailOver or Invoke-CsPoolFailBack.
Result<> failOverPool(Deployment &deployment, CommandRuntime &runtime, const QList<Pool> &pools,
                      const FailoverPlan &plan);
Result<> failBackPool(Deployment &deployment, CommandRuntime &runtime, const QList<Pool> &pools,
                      const FailoverPlan &plan);
// Plan and carry out; the caller holds the PoolLock of the pair.
Result<> failOverPool(Deployment &deployment, CommandRuntime &runtime, const QList<Pool> &pools, const QString &pool,
                      bool isDisaster);
Result<> failBackPool(Deployment &deployment, CommandRuntime &runtime, const QList<Pool> &pools, const QString &pool,
                      bool isDisaster);

// For a pool in state FailedBack: the full exchange with its backup pool, after which it is Active; does nothing in any
// other state. The caller holds the PoolLock of the pair. On an error the pool stays FailedBack.
Result<> completeFailBack(Deployment &deployment, CommandRuntime &runtime, const QList<Pool> &pools,
                          const QString &pool);

// Finishes or rolls back what was interrupted, for `pool`, its partner and the Central Management store; called by
// every command that takes the lock of a pair: holding it proves that the process of the journal entry is gone. Before
// the commit: rolled back; after it: finished. Writes what it did as a warning. Reading commands that take no lock show
// the states as they are.
Result<> recoverFailover(Deployment &deployment, CommandRuntime &runtime, const QList<Pool> &pools,
                         const QString &pool);

} // namespace cspool
