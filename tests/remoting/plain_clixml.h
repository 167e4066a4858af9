// A second, plain decoding of CLIXML, which shares no code with the program's: both are written as the same kind of
// text and must say the same.
#pragma once

#include "backend/remoting/clixml/clixml_value.h"
#include "tests/remoting/xml_node.h"

namespace cspool::test {

// Everything that the value says: type names, ToString, adapted and extended properties, content; references as what
// they stand for, loops cut as by ClixmlLimits::cutLoops.
QString plainText(const XmlNode &value);
QString plainText(const ClixmlValue &value);

// A property of an <Obj>, extended before adapted; null: there is none.
const XmlNode *plainProperty(const XmlNode &object, QStringView name);
// Its text, the number of an enum, or empty.
QString plainString(const XmlNode &object, QStringView name);
// The text of a primitive, its escapes undone; of a secret, its type.
QString plainString(const XmlNode &primitive);

} // namespace cspool::test
