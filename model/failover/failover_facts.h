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
    bool wouldChange = false; // it said "What if"; genuine servers do so whether or not there is anything to change

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
    // An error is the refusal: what stands in the way; the value is then what was said before it.
    Reading<PreviewSaid> preview = {};

    // Which of Pools and Services a local replica told, because the Central Management store did not answer.
    QList<FailoverFact> readLocally = {};

    std::optional<Pool> pool(const QString &fqdn) const; // canonical FQDN; nothing: not there, or not known
    QString backupPool() const; // canonical FQDN; empty: none, or not known
    std::optional<PoolState> stateOf(const QString &fqdn) const;
};

// Calls `use` with the reading of the fact, whatever its type; `facts` may be const.
template <typename Facts, typename Use> auto visitReading(Facts &facts, FailoverFact fact, Use use)
{
    switch (fact) {
    case FailoverFact::Pools:
        return use(facts.pools);
    case FailoverFact::PoolStates:
        return use(facts.poolStates);
    case FailoverFact::Services:
        return use(facts.services);
    case FailoverFact::Status:
        return use(facts.status);
    case FailoverFact::BackupStatus:
        return use(facts.backupStatus);
    case FailoverFact::CentralManagement:
        return use(facts.centralManagement);
    case FailoverFact::Replicas:
        return use(facts.replicas);
    case FailoverFact::LeftData:
        return use(facts.leftData);
    case FailoverFact::BackupLeftData:
        return use(facts.backupLeftData);
    case FailoverFact::Preview:
        break;
    }
    return use(facts.preview);
}

// The command that tells a fact, as it was or is to be asked. Nothing: it cannot be asked for (the backup pool is not known, or the cmdlet is not
// offered).
std::optional<Command> queryFor(FailoverFact fact, const FailoverFacts &facts);

} // namespace cspool
