// Converting one text to the type of one parameter, and checking one value by itself.
// Private to the files that bind commands; convertArgument() of command.h is for everybody.
#pragma once

#include "model/cmdlet_info.h"
#include "model/result.h"

#include <QVariant>

namespace cspool {

// Neither checked against a range nor for emptiness; checkValue() does.
Result<QVariant> convertText(const ParameterInfo &parameter, const QString &text);

// Everything that can be wrong with one value by itself: its type, range, spelling, emptiness.
Result<> checkValue(const ParameterInfo &parameter, const QVariant &value);

} // namespace cspool
