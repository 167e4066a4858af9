// How well a pool's backup is, all in all: what a summary counts and a filter by problems goes by.
#pragma once

#include "model/status_tone.h"

namespace cspool {

// The worst of what is known: Bad for ErrorState; Attention for a backlog, a pool that is not served by itself, or one
// without a backup pool; else Good. Unknown while neither status nor state says anything and the pool has a backup
// pool. None: nothing of the pool can be backed up (Directors, Edge pools, SQL Servers), it counts nowhere.
// `isUnknown`: its status could not be read now, whatever it was before.
StatusTone poolHealth(const Pool &pool, const std::optional<BackupServiceStatus> &status,
                      std::optional<PoolState> state, bool isUnknown = false);

// The one of the two that an administrator must see first: Bad, Attention, Unknown, Working, Good, None.
StatusTone worse(StatusTone a, StatusTone b);

} // namespace cspool
