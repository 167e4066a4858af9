// The sample deployment: litwareinc.com, made from the documents in resources/sample, with every state that an
// administrator meets:
//
//   atl-cs-001, dublin-cs-001      paired, backed up; a few changes are waiting on atl-cs-001, which also has the
//   Central
//                                  Management store; an Edge pool's next hop is dublin-cs-001
//   red-cs-001, atl-cs-002         red-cs-001 is failed over to atl-cs-002
//   paris-cs-001, dublin-cs-002    a conflict is kept aside after a disaster at paris-cs-001; conference content has
//                                  vanished from dublin-cs-002 (ErrorState)
//   red-se-001, paris-se-001       Standard Edition; red-se-001 has a backlog, paris-se-001 was never backed up
//   dublin-se-001                  Standard Edition, without a backup pool
#pragma once

#include "backend/command_runtime.h"

namespace cspool {

// Makes it in `folder` as New-Deployment would, then fills and ages it. A failure leaves nothing behind. A second
// process that makes it at the same time waits for the first one, and is content with what that one made.
Result<> createSampleDeployment(const QString &folder, CommandRuntime &runtime);

} // namespace cspool
