#include "backend/lab/central_writing.h"

#include "backend/lab/central_management_failover.h"

namespace cspool {

Result<CentralWriting> beginCentralWriting(LabContext &context)
{
    if (const Result<> locked = context.lockEverything(); !locked)
        return locked.error();
    const Result<Deployment *> deployment = context.deployment();
    if (!deployment)
        return deployment.error();
    if (!context.runtime().isWhatIf()) {
        if (const auto recovered = recoverCentralManagementFailover(**deployment, context.runtime()); !recovered)
            return recovered.error();
    }
    const Result<CentralManagementOwnership> ownership = (*deployment)->centralManagement();
    if (!ownership)
        return ownership.error();
    Result<CentralStore> store = (*deployment)->centralStore();
    if (!store)
        return store.error();
    return CentralWriting{std::move(store).value(), *ownership};
}

} // namespace cspool
