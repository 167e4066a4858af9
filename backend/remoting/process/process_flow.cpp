#include "backend/remoting/process/process_flow.h"

#include <QCoreApplication>

#include <utility>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::ProcessFlow)
};

using Kind = ProcessPacket::Kind;
using What = ProcessFlow::Received::What;

Kind answerTo(Kind kind)
{
    switch (kind) {
    case Kind::Command:
        return Kind::CommandAck;
    case Kind::Signal:
        return Kind::SignalAck;
    case Kind::Close:
        return Kind::CloseAck;
    default:
        return Kind::DataAck;
    }
}

} // namespace

void ProcessFlow::enqueue(Lane &lane, const QUuid &pipeline, const QList<QByteArray> &fragments, PsrpStream stream)
{
    if (lane.isClosing)
        return;
    for (const QByteArray &fragment : fragments) {
        ProcessPacket *last = lane.waiting.empty() ? nullptr : &lane.waiting.back();
        const bool fits = last && last->kind == Kind::Data && last->stream == stream
            && last->content.size() + fragment.size() <= MaxContent;
        if (fits)
            last->content += fragment;
        else
            lane.waiting.push_back({Kind::Data, pipeline, stream, fragment});
    }
}

void ProcessFlow::advance(Lane &lane)
{
    if (lane.awaited || lane.waiting.empty())
        return;
    lane.awaited = answerTo(lane.waiting.front().kind);
    m_output += encodeProcessPacket(lane.waiting.front());
    lane.waiting.pop_front();
}

void ProcessFlow::send(const QUuid &pipeline, const QList<QByteArray> &fragments, PsrpStream stream)
{
    if (const auto lane = m_lanes.find(pipeline); lane != m_lanes.end()) {
        enqueue(lane->second, pipeline, fragments, stream);
        advance(lane->second);
    }
}

void ProcessFlow::createPipeline(const QUuid &pipeline, const QList<QByteArray> &fragments)
{
    if (m_isClosing)
        return;
    Lane &lane = m_lanes[pipeline];
    lane.waiting.push_back({Kind::Command, pipeline});
    enqueue(lane, pipeline, fragments, PsrpStream::Input);
    advance(lane);
}

void ProcessFlow::stop(const QUuid &pipeline)
{
    const auto found = m_lanes.find(pipeline);
    if (pipeline.isNull() || found == m_lanes.end())
        return;
    Lane &lane = found->second;
    if (lane.isClosing || std::exchange(lane.isStopped, true))
        return;
    lane.waiting.push_back({Kind::Signal, pipeline});
    advance(lane);
}

// Of a pipeline that has ended, older servers acknowledge no data any more, so that only the answer to Command is
// waited for: before it the server does not know the pipeline yet.
void ProcessFlow::closePipeline(const QUuid &pipeline)
{
    const auto found = m_lanes.find(pipeline);
    if (pipeline.isNull() || found == m_lanes.end())
        return;
    Lane &lane = found->second;
    if (std::exchange(lane.isClosing, true))
        return;
    lane.waiting = {{Kind::Close, pipeline}};
    if (lane.awaited != Kind::CommandAck)
        lane.awaited.reset();
    advance(lane);
}

void ProcessFlow::close()
{
    if (std::exchange(m_isClosing, true))
        return;
    for (auto &[pipeline, lane] : m_lanes)
        closePipeline(pipeline);
    closeSessionWhenAlone();
}

// The server closes the session when all its pipelines are closed, and not before.
void ProcessFlow::closeSessionWhenAlone()
{
    if (!m_isClosing || m_lanes.size() > 1)
        return;
    Lane &session = m_lanes[QUuid()];
    if (std::exchange(session.isClosing, true))
        return;
    session.waiting = {{Kind::Close, QUuid()}};
    session.awaited.reset();
    advance(session);
}

Result<ProcessFlow::Received> ProcessFlow::receive(const ProcessPacket &packet)
{
    switch (packet.kind) {
    case Kind::Data: {
        const auto lane = m_lanes.find(packet.pipeline);
        const bool isWanted = lane != m_lanes.end() && !lane->second.isClosing;
        return isWanted ? Received{What::Data, packet.pipeline, packet.content} : Received();
    }
    case Kind::DataAck:
    case Kind::CommandAck:
    case Kind::SignalAck:
    case Kind::CloseAck:
        return takeAnswer(packet);
    case Kind::ServerError:
        return Error{ErrorCategory::ResourceUnavailable, u"ServerError"_s, QString::fromUtf8(packet.content)};
    case Kind::Command:
    case Kind::Signal:
    case Kind::Close:
        break;
    }
    return Error{ErrorCategory::InvalidData, u"ProcessPacketInvalid"_s,
                 Text::tr("it asked for what only a server can do.")};
}

ProcessFlow::Received ProcessFlow::takeAnswer(const ProcessPacket &packet)
{
    const auto found = m_lanes.find(packet.pipeline);
    if (found == m_lanes.end() || found->second.awaited != packet.kind)
        return {};
    found->second.awaited.reset();
    if (packet.kind != Kind::CloseAck) {
        advance(found->second);
        return {};
    }
    if (packet.pipeline.isNull())
        return {What::SessionClosed, {}};
    m_lanes.erase(found);
    closeSessionWhenAlone();
    return {What::PipelineClosed, packet.pipeline};
}

} // namespace cspool
