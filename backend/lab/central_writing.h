// What every cmdlet does that changes the Central Management store: it takes all locks, finishes an interrupted
// failover of the store, and then writes in the epoch that holds.
#pragma once

#include "backend/lab/lab_cmdlet.h"

namespace cspool {

struct CentralWriting
{
    CentralStore store; // the active one; read-only with -WhatIf
    CentralManagementOwnership ownership;
};

// With -WhatIf nothing is locked and nothing recovered. `context.deployment()` stays valid.
Result<CentralWriting> beginCentralWriting(LabContext &context);

} // namespace cspool
