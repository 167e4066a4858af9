#include "model/pool_status.h"

#include <algorithm>

namespace cspool {

bool PoolStatus::operator==(const PoolStatus &other) const
{
    const auto areEqual = [](const WarningRecord &a, const WarningRecord &b) {
        return a.message == b.message && a.recommendedAction == b.recommendedAction;
    };
    return status == other.status
        && std::equal(warnings.begin(), warnings.end(), other.warnings.begin(), other.warnings.end(), areEqual);
}

} // namespace cspool
