// Objects and records as JSON: the output of `cspool --json` and the lines of a run's log.
#pragma once

#include "model/records.h"

#include <QJsonObject>
#include <QJsonValue>

namespace cspool {

// Properties by their PowerShell names, in order; dates in ISO 8601 UTC, time spans in the constant format; an Object
// without properties as its text.
QJsonValue toJson(const Object &object);

// {"time": …, "kind": "Warning", …} and back, for the history. Secrets never occur in records.
QJsonObject toJson(const Record &record);
std::optional<Record> recordFromJson(const QJsonObject &json);

} // namespace cspool
