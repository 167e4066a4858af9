// Values as genuine servers write them, for tests that play one.
#pragma once

#include "backend/remoting/clixml/clixml_value.h"

namespace cspool::test {

ClixmlValue enumeration(const QString &typeName, const QString &name, int number);
ClixmlValue list(const QList<ClixmlValue> &items);
ClixmlValue text(const QString &text);
ClixmlObject errorRecord(const QString &message, const QString &id, int category, const QString &target = {});
ClixmlValue progressRecord(const QString &activity, int id, int percent, const QString &status, int secondsLeft = -1,
                           bool isCompleted = false, int parent = -1);
// The data of a message: an object with these extended properties and no type.
ClixmlValue messageObject(const QList<ClixmlProperty> &extended);
// A warning, a verbose or a debug record.
ClixmlValue informationalRecord(const QString &typeName, const QString &message);
// A text, or that of an object; empty: it has none.
QString stringOf(const ClixmlValue &value);

} // namespace cspool::test
