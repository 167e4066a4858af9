// What the workspace knows of pools that a command is about.
#pragma once

#include "model/command_warnings.h"

namespace cspool {

class Workspace;

// As the monitor has read it last; a reading that failed since says nothing. In the order of `pools`.
QList<PoolSituation> situationsOf(const QStringList &pools, const CmdletInfo &cmdlet, const Workspace &workspace);

} // namespace cspool
