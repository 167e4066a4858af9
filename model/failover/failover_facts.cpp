#include "model/failover/failover_facts.h"

#include "model/enum_text.h"
#include "model/fqdn.h"

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr EnumText<FailoverFact> FactTexts[] = {
    {FailoverFact::Pools, "Pools"},
    {FailoverFact::PoolStates, "PoolStates"},
    {FailoverFact::Services, "Services"},
    {FailoverFact::Status, "Status"},
    {FailoverFact::BackupStatus, "BackupStatus"},
    {FailoverFact::CentralManagement, "CentralManagement"},
    {FailoverFact::Replicas, "Replicas"},
    {FailoverFact::LeftData, "LeftData"},
    {FailoverFact::BackupLeftData, "BackupLeftData"},
    {FailoverFact::Preview, "Preview"},
};

Command aboutPool(const QString &cmdlet, const QString &pool)
{
    return Command(cmdlet).set(u"PoolFqdn"_s, pool);
}

Command leftDataOf(const QString &pool)
{
    return aboutPool(u"Remove-CsUserStoreBackupData"_s, pool).set(u"WhatIf"_s, true);
}

Command previewOf(const FailoverGoal &goal)
{
    const bool isFailOver = goal.direction == FailoverDirection::FailOver;
    Command command = aboutPool(isFailOver ? u"Invoke-CsPoolFailOver"_s : u"Invoke-CsPoolFailBack"_s, goal.pool);
    if (goal.isDisaster)
        command.set(u"DisasterMode"_s, true);
    return command.set(u"WhatIf"_s, true);
}

Command commandThatTells(FailoverFact fact, const QString &pool, const QString &backupPool, const FailoverGoal &goal)
{
    switch (fact) {
    case FailoverFact::Pools:
        return Command(u"Get-CsPool"_s);
    case FailoverFact::PoolStates:
        return Command(u"Get-CsRegistrarConfiguration"_s);
    case FailoverFact::Services:
        return Command(u"Get-CsService"_s);
    case FailoverFact::Status:
        return aboutPool(u"Get-CsBackupServiceStatus"_s, pool);
    case FailoverFact::BackupStatus:
        return aboutPool(u"Get-CsBackupServiceStatus"_s, backupPool);
    case FailoverFact::CentralManagement:
        return Command(u"Get-CsManagementStoreReplicationStatus"_s).set(u"CentralManagementStoreStatus"_s, true);
    case FailoverFact::Replicas:
        return Command(u"Get-CsManagementStoreReplicationStatus"_s);
    case FailoverFact::LeftData:
        return leftDataOf(pool);
    case FailoverFact::BackupLeftData:
        return leftDataOf(backupPool);
    case FailoverFact::Preview:
        return previewOf(goal);
    }
    return {};
}

} // namespace

QString toString(FailoverFact fact)
{
    return enumToString(FactTexts, fact);
}

bool PreviewSaid::operator==(const PreviewSaid &other) const
{
    return hostMessages == other.hostMessages && wouldChange == other.wouldChange
        && std::equal(warnings.begin(), warnings.end(), other.warnings.begin(), other.warnings.end(),
                      [](const WarningRecord &a, const WarningRecord &b) {
                          return a.message == b.message && a.recommendedAction == b.recommendedAction;
                      });
}

std::optional<Pool> FailoverFacts::pool(const QString &fqdn) const
{
    if (!pools.value || fqdn.isEmpty())
        return std::nullopt;
    const auto found = std::find_if(pools.value->begin(), pools.value->end(),
                                    [wanted = canonicalFqdn(fqdn)](const Pool &pool) { return pool.fqdn == wanted; });
    return found == pools.value->end() ? std::nullopt : std::optional(*found);
}

QString FailoverFacts::backupPool() const
{
    const auto found = pool(goal.pool);
    return found ? found->backupPoolFqdn : QString();
}

std::optional<PoolState> FailoverFacts::stateOf(const QString &fqdn) const
{
    if (!poolStates.value)
        return std::nullopt;
    const auto state = poolStates.value->constFind(canonicalFqdn(fqdn));
    return state == poolStates.value->constEnd() ? std::nullopt : std::optional(*state);
}

std::optional<Command> queryFor(FailoverFact fact, const FailoverFacts &facts)
{
    const QString backupPool = facts.backupPool();
    const bool isOfBackupPool = fact == FailoverFact::BackupStatus || fact == FailoverFact::BackupLeftData;
    if (isOfBackupPool && backupPool.isEmpty())
        return std::nullopt;
    Command command = commandThatTells(fact, facts.goal.pool, backupPool, facts.goal);
    if (facts.readLocally.contains(fact))
        command.set(u"LocalStore"_s, true);
    return facts.reach.offers(command.cmdlet()) ? std::optional(command) : std::nullopt;
}

} // namespace cspool
