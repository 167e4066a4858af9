// Reads topology documents: the output of Get-CsTopology -AsXml and Topology Builder's .tbxml, UTF-8 or UTF-16.
#pragma once

#include "model/result.h"
#include "model/topology.h"

namespace cspool {

// Hostile until read: bounded size, depth and number of entries, no DTD, no entity expansion, FQDNs checked. An error
// (id "TopologyDocumentInvalid") says what is wrong and in which line. What this program does not know is passed over;
// the document itself is kept by the caller as the bytes that came: nothing is ever lost.
//
// Of a .tbxml, NewTopology is read, whatever other versions of the topology stand beside it. UTF-16 without a byte
// order mark is recognised; a declared encoding that is not the real one is ignored (PowerShell declares utf-16 in
// texts that are then saved as UTF-8).
Result<Topology> parseTopologyDocument(const QByteArray &document);

// The largest document that is read: 64 MiB.
constexpr qint64 MaximumTopologyDocumentBytes = 64LL * 1024 * 1024;

} // namespace cspool
