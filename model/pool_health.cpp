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
    if (pool.backupPoolFqdn.isEmpty())
        return StatusTone::Attention;
    StatusTone health = StatusTone::None;
    if (status && !isUnknown) {
        health = status->overallExportStatus ? toneOf(*status->overallExportStatus) : StatusTone::Unknown;
        health = worse(health,
                       status->overallImportStatus ? toneOf(*status->overallImportStatus) : StatusTone::Unknown);
    } else {
        health = StatusTone::Unknown;
    }
    if (state)
        health = worse(health, toneOf(*state));
    return health;
}

} // namespace cspool
