// Events of a PsrpClient as lines of text, so that a test can compare all of them.
#pragma once

#include "backend/remoting/psrp/psrp_client.h"

#include <QString>

namespace cspool::test {

QString toText(const PsrpEvent &event);
// A value in one line: text as it is, other primitives with their type, objects with type, text and properties.
QString toText(const ClixmlValue &value);

} // namespace cspool::test
