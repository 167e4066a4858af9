#include "model/failover/failover_goal.h"

#include "model/enum_text.h"

namespace cspool {

using namespace Qt::StringLiterals;

static constexpr EnumText<FailoverDirection> DirectionTexts[] = {
    {FailoverDirection::FailOver, "FailOver"},
    {FailoverDirection::FailBack, "FailBack"},
};

QString toString(FailoverDirection direction)
{
    return enumToString(DirectionTexts, direction);
}

std::optional<FailoverDirection> failoverDirectionFromString(QStringView text)
{
    return enumFromString(DirectionTexts, text);
}

FailoverGoal wayBack(const FailoverGoal &goal)
{
    const bool isBack = goal.direction == FailoverDirection::FailBack;
    return {goal.pool, isBack ? FailoverDirection::FailOver : FailoverDirection::FailBack, false};
}

bool CommandReach::offers(QStringView cmdlet) const
{
    return !missingCmdlets.contains(cmdlet, Qt::CaseInsensitive);
}

QStringList failoverCmdlets()
{
    return {u"Get-CsPool"_s,
            u"Get-CsRegistrarConfiguration"_s,
            u"Get-CsService"_s,
            u"Get-CsBackupServiceStatus"_s,
            u"Get-CsManagementStoreReplicationStatus"_s,
            u"Remove-CsUserStoreBackupData"_s,
            u"Set-CsEdgeServer"_s,
            u"Invoke-CsManagementServerFailover"_s,
            u"Invoke-CsManagementStoreReplication"_s,
            u"Invoke-CsPoolFailOver"_s,
            u"Invoke-CsPoolFailBack"_s,
            u"Invoke-CsBackupServiceSync"_s};
}

} // namespace cspool
