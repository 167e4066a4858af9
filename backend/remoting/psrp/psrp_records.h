// Decoding of PowerShell's records, leniently: every server version writes them a little differently. MS-PSRP 2.2.3.15.
#pragma once

#include "backend/remoting/clixml/clixml_value.h"
#include "backend/remoting/psrp/psrp_message.h"
#include "model/records.h"

namespace cspool {

// A value as the rest of the program knows objects: primitives as in model/object.h's Property (unsigned and large numbers as
// qint64 where they fit, else as text), lists as QVariantList, dictionaries as an Object with their keys as properties,
// adapted and extended properties in one list. What has no place becomes its text.
QVariant toVariant(const ClixmlValue &value);
Object toObject(const ClixmlValue &value);

// An ErrorRecord with message, category, FullyQualifiedErrorId, target and RecommendedAction.
ErrorRecord decodeErrorRecord(const ClixmlValue &value, bool isTerminating);
// Warning, verbose, debug (as information for the log), progress, information; nothing for other types.
std::optional<RecordContent> decodeRecord(PsrpMessageType type, const ClixmlValue &value);

} // namespace cspool
