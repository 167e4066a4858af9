// What can be done with selected pools, and what speaks against it before anything is asked of the deployment.
#pragma once

#include "model/pool_cells.h"

#include <QList>

namespace cspool {

enum class PoolAction {
    Backup,
    Synchronise,
    FailOver,
    FailBack,
    ExportUserData,
};

struct SelectedPool
{
    const PoolFacts *facts; // valid during the call
    std::optional<PoolState> state; // nothing: not known, which speaks against nothing
};

// One or two sentences that say why the action cannot be begun with these pools, naming the first one that is in the
// way; empty: nothing that is known speaks against it. The cmdlet itself has the last word.
QString obstacle(PoolAction action, const QList<SelectedPool> &pools);

// The FQDNs of those pools that the action can be begun with when the others are left out; empty: none.
QStringList poolsWithoutObstacle(PoolAction action, const QList<SelectedPool> &pools);

} // namespace cspool
