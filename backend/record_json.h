// Objects and records as JSON: the output of `cspool --json` and the lines of a run's log.
#pragma once

#include "model/records.h"

#include <QJsonObject>

#include <optional>

namespace cspool {

// For programs, in UTF-8, indented, with a line end where lines end, none after the last. Properties by their
// PowerShell names, in their order (which QJsonObject would lose). Dates in ISO 8601 UTC, time spans in .NET's constant
// format, UUIDs without braces, bytes in Base64, $null and what JSON has no number for as null; an Object without
// properties as its text. `depth`: how many levels the object stands inside of others.
QByteArray toJsonText(const Object &object, int depth = 0);

// For the history: {"time": …, "kind": "Warning", …}, nothing lost, types of property values included. Secrets never
// occur in records.
QJsonObject toJson(const Record &record);
// Nothing for what is no such record.
std::optional<Record> recordFromJson(const QJsonObject &json);
// A line of a run's log. A damaged one is a record that says so: the number of a record is that of its line.
Record recordFromLine(const QByteArray &line);

} // namespace cspool
