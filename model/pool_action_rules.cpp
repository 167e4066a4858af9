#include "model/pool_action_rules.h"

#include <QCoreApplication>
#include <QSet>

namespace cspool {

namespace {

struct PoolActionRules
{
    Q_DECLARE_TR_FUNCTIONS(cspool::PoolActionRules)

public:
    static QString withoutUserServices(const PoolFacts &facts)
    {
        return tr("%1 (%2) has no user services: there is nothing in it to back up or export.")
            .arg(facts.pool.fqdn, facts.kind);
    }
    static QString withoutBackupPool(const PoolFacts &facts)
    {
        return tr("%1 has no backup pool. Pair it with another pool first.").arg(facts.pool.fqdn);
    }
};

QString stateObstacle(PoolAction action, const SelectedPool &selected)
{
    const bool isAway = selected.state == PoolState::FailedOver || selected.state == PoolState::FailingOver;
    if (action == PoolAction::FailOver && isAway)
        return PoolActionRules::tr("%1 is in the pool state %2 already.")
            .arg(selected.facts->pool.fqdn, toString(*selected.state));
    if (action == PoolAction::FailBack && selected.state == PoolState::Active)
        return PoolActionRules::tr("%1 is not failed over: its pool state is Active.").arg(selected.facts->pool.fqdn);
    return {};
}

// Both halves of a pair, each to the other: neither would serve anybody.
QString pairObstacle(const QList<SelectedPool> &pools)
{
    QSet<QString> names;
    for (const SelectedPool &selected : pools)
        names.insert(selected.facts->pool.fqdn);
    for (const SelectedPool &selected : pools) {
        if (names.contains(selected.facts->pool.backupPoolFqdn))
            return PoolActionRules::tr("%1 and %2 back each other up; only one of them can be failed over.")
                .arg(selected.facts->pool.fqdn, selected.facts->pool.backupPoolFqdn);
    }
    return {};
}

} // namespace

QString obstacle(PoolAction action, const QList<SelectedPool> &pools)
{
    if (pools.isEmpty())
        return PoolActionRules::tr("Select one or more pools first.");
    for (const SelectedPool &selected : pools) {
        if (!selected.facts->canBeBackedUp)
            return PoolActionRules::withoutUserServices(*selected.facts);
        if (action != PoolAction::ExportUserData && selected.facts->pool.backupPoolFqdn.isEmpty())
            return PoolActionRules::withoutBackupPool(*selected.facts);
        if (const QString reason = stateObstacle(action, selected); !reason.isEmpty())
            return reason;
    }
    return action == PoolAction::FailOver ? pairObstacle(pools) : QString();
}

QStringList poolsWithoutObstacle(PoolAction action, const QList<SelectedPool> &pools)
{
    QList<SelectedPool> able;
    QStringList fqdns;
    for (const SelectedPool &selected : pools) {
        if (!obstacle(action, {selected}).isEmpty())
            continue;
        able.append(selected);
        fqdns.append(selected.facts->pool.fqdn);
    }
    return obstacle(action, able).isEmpty() ? fqdns : QStringList();
}

} // namespace cspool
