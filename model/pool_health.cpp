#include "model/pool_health.h"

#include <algorithm>
#include <iterator>

namespace cspool {

namespace {

constexpr StatusTone ByUrgency[] = {StatusTone::Bad,     StatusTone::Attention, StatusTone::Unknown,
                                    StatusTone::Working, StatusTone::Good,      StatusTone::None};

} // namespace

StatusTone worse(StatusTone a, StatusTone b)
{
    return *std::find_if(std::begin(ByUrgency), std::end(ByUrgency),
                         [a, b](StatusTone tone) { return tone == a || tone == b; });
}

StatusTone poolHealth(const Pool &pool, const std::optional<BackupServiceStatus> &status,
                      std::optional<PoolState> state, bool isUnknown)
{
    if (!pool.canBeBackedUp())
        return StatusTone::None;
    StatusTone health = StatusTone::None;
    if (pool.backupPoolFqdn.isEmpty())
        health = StatusTone::Attention;
    else if (isUnknown || !status || !status->overallExportStatus)
        health = StatusTone::Unknown;
    if (status && status->overallExportStatus && !isUnknown && !pool.backupPoolFqdn.isEmpty())
        health = worse(health, toneOf(*status->overallExportStatus));
    // Before its partner has a first backup there is nothing to import; that is the partner's concern.
    if (status && status->overallImportStatus && !isUnknown && *status->overallImportStatus == ImportStatus::ErrorState)
        health = StatusTone::Bad;
    if (state)
        health = worse(health, toneOf(*state));
    return health;
}

} // namespace cspool
