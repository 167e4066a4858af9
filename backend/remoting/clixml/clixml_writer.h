// Encodes CLIXML, byte for byte as PowerShell's own clients do. MS-PSRP 2.2.5.
#pragma once

#include "backend/remoting/clixml/clixml_value.h"

namespace cspool {

// Objects deeper than this become their text, as PowerShell itself does with what is too deep.
inline constexpr int ClixmlWriteDepth = 100;

// One value as it stands in a PSRP message: UTF-8 without a byte order mark or spaces, RefIds of objects and of type name
// lists ascending from 0 in document order, equal lists of type names written once (TNRef), one object that occurs twice
// written once (Ref).
QByteArray writeClixml(const ClixmlValue &value);

// The same in `<Objs Version="1.1.0.1">`, as Export-Clixml writes a file and error output of a process comes.
QByteArray writeClixmlDocument(const QList<ClixmlValue> &values);

} // namespace cspool
