// The sample deployment: litwareinc.com, made from the documents in resources/sample, with every state that an
// administrator meets.
#pragma once

#include "backend/command_runtime.h"

namespace cspool {

// Makes it in `folder` as New-Deployment would, then fills and ages it. A failure leaves nothing behind.
Result<> createSampleDeployment(const QString &folder, CommandRuntime &runtime);

} // namespace cspool
