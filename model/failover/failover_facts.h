// FailoverFacts: what is known of a pool, its backup pool and what lies around them: all that the checks and the steps
// of a failover are judged from, each fact with the time at which it was true.
#pragma once

#include "model/central_management.h"
#include "model/command.h"
#include "model/failover/failover_goal.h"
#include "model/pool.h"
#include "model/pool_status.h"
#include "model/reading.h"

#include <QHash>

namespace cspool {

// One cmdlet that tells something.
enum class FailoverFact {
    Pools, // Get-CsPool
    PoolStates, // Get-CsRegistrarConfiguration
    Services, // Get-CsService
    Status, // Get-CsBackupServiceStatus of the pool
    BackupStatus, // and of its backup pool
    CentralManagement, // Get-CsManagementStoreReplicationStatus -CentralManagementStoreStatus
    Replicas, // and without
    LeftData, // Remove-CsUserStoreBackupData -WhatIf of the pool
    BackupLeftData, // and of its backup pool
    Preview, // the failover or failback itself with -WhatIf
};
inline constexpr FailoverFact AllFailoverFacts[]
    = {FailoverFact::Pools,    FailoverFact::PoolStates,   FailoverFact::Services,
       FailoverFact::Status,   FailoverFact::BackupStatus, FailoverFact::CentralManagement,
       FailoverFact::Replicas, FailoverFact::LeftData,     FailoverFact::BackupLeftData,
       FailoverFact::Preview};
QString toString(FailoverFact fact); // "Pools": for files and tests

// What a cmdlet with -WhatIf said.
struct PreviewSaid
{
    QStringList hostMessages; // "What if: …"
    QList<WarningRecord> warnings; // losses

    bool operator==(const PreviewSaid &other) const;
};

struct FailoverFacts
{
    FailoverGoal goal;
    CommandReach reach;

    Reading<QList<Pool>> pools = {};
    Reading<QHash<QString, PoolState>> poolStates = {}; // canonical FQDN → state; absent: not reported
    Reading<QList<Service>> services = {};
    Reading<PoolStatus> status = {};
    Reading<PoolStatus> backupStatus = {};
    Reading<CentralManagementStoreStatus> centralManagement = {};
    Reading<QList<ReplicaStatus>> replicas = {};
    Reading<PreviewSaid> leftData = {};
    Reading<PreviewSaid> backupLeftData = {};
    Reading<PreviewSaid> preview = {}; // an error is the refusal: what stands in the way

    std::optional<Pool> pool(const QString &fqdn) const; // canonical FQDN; nothing: not there, or not known
    QString backupPool() const; // canonical FQDN; empty: none, or not known
    std::optional<PoolState> stateOf(const QString &fqdn) const;
};

// The command that tells a fact. Nothing: it cannot be asked for (the backup pool is not known, or the cmdlet is not
// offered).
std::optional<Command> queryFor(FailoverFact fact, const FailoverFacts &facts);

} // namespace cspool
