// The packets that PowerShell exchanges with a process that serves it, a line each. No published text describes them:
// OutOfProcessUtils in PowerShell's own sources does.
#pragma once

#include "backend/remoting/psrp/psrp_stream.h"
#include "model/result.h"

#include <QByteArray>
#include <QUuid>

#include <optional>

namespace cspool {

struct ProcessPacket
{
    enum class Kind {
        Data, // fragments; both ways
        DataAck, // the server has taken them
        Command, // a pipeline is to come
        CommandAck,
        Signal, // a pipeline is to stop
        SignalAck,
        Close, // of a pipeline or of the session
        CloseAck,
        ServerError, // the server's own words, when it cannot go on; from the server only
    };
    Kind kind = Kind::Data;
    QUuid pipeline; // null: the session
    PsrpStream stream = PsrpStream::Input; // of Data
    QByteArray content = {}; // of Data: fragments; of ServerError: text

    bool operator==(const ProcessPacket &) const = default;
};

// With its line end. Not for ServerError.
QByteArray encodeProcessPacket(const ProcessPacket &packet);
// `line` is without its line end. Errors have the id "ProcessPacketInvalid"; their messages say what the other side did,
// and stand in a sentence of processError().
Result<ProcessPacket> decodeProcessPacket(QByteArrayView line);

// Cuts what a process writes into packets. An error is final; packets before it still come out.
class ProcessPacketReader
{
public:
    // `maxLineSize` in bytes; genuine servers stay below 64 KiB.
    explicit ProcessPacketReader(qsizetype maxLineSize = 4 * 1024 * 1024);

    void add(const QByteArray &bytes); // split anywhere
    std::optional<Result<ProcessPacket>> next(); // nothing: no whole line is left

private:
    Error fail(const Error &error);

    const qsizetype m_maxLineSize;
    QByteArray m_bytes;
    qsizetype m_begin = 0; // of what is not read yet
    qsizetype m_searched = 0; // up to here there is no line end
    bool m_isFirst = true;
    std::optional<Error> m_error;
};

} // namespace cspool
