// The texts of CLIXML: its escapes, and the elements that primitives are written as. MS-PSRP 2.2.5.1, 2.2.5.3.2.
#pragma once

#include "backend/remoting/clixml/clixml_value.h"

#include <QLatin1StringView>

#include <optional>

namespace cspool {

// `_xHHHH_` for control characters, each half of a surrogate pair, and what else XML cannot hold; "_x" itself is
// escaped as well, so that unescaping gives the same text back.
QString escapeClixml(QStringView text);
QString unescapeClixml(const QString &text);

// The element of a primitive ("S", "I32", "Nil"); empty: it is an object.
QLatin1StringView clixmlElement(const ClixmlValue &value);
// The name of its type in .NET ("System.Int32"); empty for $null and for an object, which brings its own.
QString clixmlTypeName(const ClixmlValue &value);
// What is between its tags, before the escapes of XML; empty for $null.
QString clixmlText(const ClixmlValue &value);

// A primitive from its element and the text in it (the escapes of XML undone). Nothing when the element is none of the
// primitives, or when the text is not one of its values.
bool isClixmlPrimitive(QStringView element);
std::optional<ClixmlValue> readClixmlPrimitive(QStringView element, const QString &text);

} // namespace cspool
