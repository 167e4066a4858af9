// Points in time and durations in CLIXML, as .NET's XmlConvert writes and reads them.
#pragma once

#include "backend/remoting/clixml/clixml_value.h"

#include <optional>

namespace cspool {

// "2018-06-13T23:45:29.4583203+00:00": no zone, "Z" or an offset, and up to seven digits of a second.
QString clixmlDateTime(const ClixmlDateTime &time);
std::optional<ClixmlDateTime> readClixmlDateTime(QStringView text);

// "-P1DT2H3M4.5S". A year counts 365 days and a month 30, as .NET reads them.
QString clixmlDuration(const TimeSpan &duration);
std::optional<TimeSpan> readClixmlDuration(QStringView text);

} // namespace cspool
