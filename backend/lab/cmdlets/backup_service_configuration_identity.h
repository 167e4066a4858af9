// The identity of the one backup service configuration, checked the same way by the three cmdlets about it.
#pragma once

#include "model/command.h"

namespace cspool {

// ObjectNotFound when the command's Identity is another one than Global.
Result<> checkConfigurationIdentity(const Command &command);

} // namespace cspool
