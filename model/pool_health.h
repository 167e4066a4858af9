// How well a pool's backup is, all in all: what a summary counts and a filter by problems goes by.
#pragma once

#include "model/status_tone.h"

namespace cspool {

// The worst of export status, import status and pool state; Attention for a pool without a backup pool. Unknown when
// `status` is nothing, not reported or, with `isUnknown`, could not be read now, whatever it was before; worse things
// that are known count more. None: nothing of the pool can be backed up (Directors, Edge pools, SQL Servers), it counts
// nowhere.
StatusTone poolHealth(const Pool &pool, const std::optional<BackupServiceStatus> &status,
                      std::optional<PoolState> state, bool isUnknown = false);

// The one of the two that an administrator must see first: Bad, Attention, Unknown, Working, Good, None.
StatusTone worse(StatusTone a, StatusTone b);

} // namespace cspool
