// Reads topology documents: the output of Get-CsTopology -AsXml and Topology Builder's .tbxml, UTF-8 or UTF-16.
#pragma once

#include "model/result.h"
#include "model/topology.h"

namespace cspool {

// Hostile until read: bounded size and depth, no DTD, no entity expansion, FQDNs checked. An error says what is wrong
// and in which line. The document itself is kept by the caller as the bytes that came: nothing is ever lost.
Result<Topology> parseTopologyDocument(const QByteArray &document);

// The largest document that is read: 64 MiB.
constexpr qint64 MaximumTopologyDocumentBytes = 64LL * 1024 * 1024;

} // namespace cspool
