// The errors of binding and validating parameters: PowerShell's error ids with sentences that say how to go on.
// Private to the files that bind commands.
#pragma once

#include "model/cmdlet_info.h"
#include "model/result.h"

namespace cspool {

// Category InvalidArgument. `target`: the parameter's name.
Error bindingError(const QString &id, const QString &target, const QString &message, const QString &action);

// Both suggest the nearest name that exists.
Error unknownCmdlet(const QString &name);
Error unknownParameter(const CmdletInfo &cmdlet, const QString &name);

// "CannotConvertArgument". `expected` completes the sentence "it must be …".
Error notConvertible(const ParameterInfo &parameter, const QString &text, const QString &expected);

// How to learn the parameters of a cmdlet, as a sentence.
QString helpHint(const CmdletInfo &cmdlet);

// "A, B or C".
QString alternatives(const QStringList &names);

} // namespace cspool
