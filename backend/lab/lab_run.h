// LabRun: one command on a lab deployment from validation to its report, in the calling thread.
#pragma once

#include "backend/command_runtime.h"
#include "model/deployment_info.h"

#include <chrono>

namespace cspool {

struct LabRun
{
    QString deploymentFolder; // empty: none; only New-Deployment can run
    DeploymentInfo deployment; // for the report
    std::chrono::milliseconds lockTimeout{0}; // how long to wait for another process at work on the same pools
};

// The cmdlet's metadata when the lab has this cmdlet; null otherwise. Case-insensitive.
const CmdletInfo *findLabCmdletInfo(QStringView name);

// Runs `command` to its end. Whatever happens, an invalid or unknown command included, arrives at `sink` as records,
// the last of them a FinishedRecord. A cmdlet that writes a report gets one for every outcome, at -Report (relative: to
// the working directory) or in the temporary folder; where it cannot be written is found out before the work begins.
// With -WhatIf an existing report stays as it is.
void runLabCommand(const LabRun &run, const Command &command, const CommandRuntime::Sink &sink, const StopToken &stop,
                   PromptBox *promptBox);

} // namespace cspool
