// ProcessFlow: which packet may follow which between this program and a process that serves PowerShell Remoting.
#pragma once

#include "backend/remoting/process/process_packet.h"

#include <QList>

#include <deque>
#include <map>
#include <optional>

namespace cspool {

// No I/O, no clock. The session and each pipeline have one packet under way each; the next follows the server's answer.
// The server works on every line in a thread of its own, so that a second one could overtake the first.
class ProcessFlow
{
public:
    static constexpr qsizetype MaxContent = 32768; // bytes of fragments in a packet: PowerShell's own fragment size

    // The fragments are whole ones, in order; as many as fit go into a packet.
    void send(const QUuid &pipeline, const QList<QByteArray> &fragments, PsrpStream stream);
    void createPipeline(const QUuid &pipeline, const QList<QByteArray> &fragments);
    void stop(const QUuid &pipeline); // after what waits to be sent; the pipeline's end arrives as its state
    // Overtakes what waits. Once for each pipeline: the server counts them.
    void closePipeline(const QUuid &pipeline);
    void close(); // all pipelines, and then the session; nothing is sent after that

    // Lines to be written, in order; taken once.
    QByteArray takeOutput() { return std::exchange(m_output, {}); }

    struct Received
    {
        enum class What { Nothing, Data, PipelineClosed, SessionClosed };
        What what = What::Nothing;
        QUuid pipeline; // null: the session
        QByteArray fragments = {};

        bool operator==(const Received &) const = default;
    };
    // Answers that nothing waits for are passed over, as PowerShell does. Errors ("ProcessPacketInvalid", or
    // "ServerError" with the server's words) end the session.
    Result<Received> receive(const ProcessPacket &packet);

private:
    struct Lane
    {
        std::deque<ProcessPacket> waiting;
        std::optional<ProcessPacket::Kind> awaited; // the answer to what is under way
        bool isStopped = false;
        bool isClosing = false;
    };
    void enqueue(Lane &lane, const QUuid &pipeline, const QList<QByteArray> &fragments, PsrpStream stream);
    void advance(Lane &lane);
    void closeSessionWhenAlone();
    Received takeAnswer(const ProcessPacket &packet);

    std::map<QUuid, Lane> m_lanes{{QUuid(), Lane()}}; // null: the session
    bool m_isClosing = false;
    QByteArray m_output;
};

} // namespace cspool
