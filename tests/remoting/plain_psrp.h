// A second, plain reading of recorded exchanges, which shares no code with the program's: the messages in them, and
// what must come of each at the client.
#pragma once

#include "backend/remoting/psrp/psrp_client.h"
#include "tests/remoting/recorded_traffic.h"

#include <QStringList>

namespace cspool::test {

struct PlainMessage
{
    bool isRequest = false; // of the client
    quint32 type = 0;
    QUuid pool;
    QUuid pipeline;
    QByteArray data; // without a byte order mark
    QList<QByteArray> fragments; // as they were recorded, headers included
};

// In the order in which they are complete. Ends the test when a fragment is not whole.
QList<PlainMessage> plainMessages(const QList<RecordedMessage> &exchange);

// What the client must tell of a server's message, in full; several lines, or none.
QStringList expectedLines(const PlainMessage &message);
// What it tells.
QStringList linesOf(const PsrpEvent &event);
// Of Result: "error …" when the bytes are refused.
QStringList linesOf(const Result<std::vector<PsrpEvent>> &events);

} // namespace cspool::test
