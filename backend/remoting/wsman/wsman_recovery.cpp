// What WsmanTransport does when the network between it and the server is lost: the commands run on there, so the shell
// is reconnected and asked on. MS-WSMV 3.1.4.16.
#include "backend/remoting/wsman/wsman_errors.h"
#include "backend/remoting/wsman/wsman_transport.h"

namespace cspool {

namespace {

constexpr int MaxDelayFactor = 16;

} // namespace

void WsmanTransport::interrupt(const WsmanRequest &request, const LaneFailure &failure)
{
    const bool isFirst = m_state != State::Interrupted;
    if (isFirst) {
        m_state = State::Interrupted;
        m_interruption = failure.error;
        m_sinceInterruption.start();
        m_retryDelay = m_times.firstRetry;
    } else {
        m_retryDelay = std::min(m_retryDelay * 2, m_times.firstRetry * MaxDelayFactor);
    }
    keepForLater(request, failure);
    if (m_state != State::Interrupted)
        return;
    if (m_sinceInterruption.elapsed() + m_retryDelay.count() > m_times.recovery.count())
        return failPool({remoteError(RemoteFailure::ConnectionNotRecovered, m_settings.url)});
    m_retryTimer.start(m_retryDelay);
    if (isFirst)
        Q_EMIT interrupted(m_interruption);
}

// A Receive or a signal may be sent twice, but for a pipeline's Receive whose answer was on the way: servers say nothing
// twice. What may have arrived already must not be sent twice either: its pipeline ends here, because nobody knows what
// the server made of it.
void WsmanTransport::keepForLater(const WsmanRequest &request, const LaneFailure &failure)
{
    switch (request.operation) {
    case WsmanOperation::Receive:
        if (Channel *target = channel(request.pipeline))
            target->isReceiving = false;
        if (failure.isAnswerLost && !request.pipeline.isNull())
            failRequest(request, {remoteError(RemoteFailure::OutputLost, m_settings.url)});
        break;
    case WsmanOperation::Signal:
        m_kept.insert(m_kept.begin(), request);
        break;
    case WsmanOperation::Command:
    case WsmanOperation::Send: {
        if (!failure.mayHaveArrived) {
            m_kept.push_back(request);
            break;
        }
        failRequest(request, {remoteError(RemoteFailure::AnswerLost, m_settings.url)});
        break;
    }
    default:
        break;
    }
}

void WsmanTransport::retry()
{
    if (m_state != State::Interrupted)
        return;
    m_toReconnect.clear();
    for (const auto &[id, state] : m_channels) {
        if (!id.isNull() && state.isReady && !state.isFinished)
            m_toReconnect.push_back(id);
    }
    m_control->send(m_shell.reconnect({}), {m_settings.connectTimeout});
}

// A server that cannot reconnect, or sees no reason to, says so with a fault: it is there again, and is asked on. Only
// a shell that is gone cannot be.
void WsmanTransport::onReconnectAnswer(const WsmanRequest &request, const std::optional<WsmanFault> &fault)
{
    if (m_state != State::Interrupted)
        return;
    const bool isGone = fault && failureOf(*fault) == RemoteFailure::ShellGone;
    if (isGone && request.pipeline.isNull())
        return failPool({faultError(*fault, m_settings.url)});
    if (fault && request.pipeline.isNull())
        m_toReconnect.clear(); // neither do its commands need it
    if (m_toReconnect.empty())
        return resume();
    const QUuid next = m_toReconnect.back();
    m_toReconnect.pop_back();
    m_control->send(m_shell.reconnect(next), {m_settings.connectTimeout});
}

void WsmanTransport::resume()
{
    m_state = State::Open;
    for (const WsmanRequest &request : std::exchange(m_kept, {}))
        control(request);
    std::vector<QUuid> ids;
    for (const auto &[id, state] : m_channels)
        ids.push_back(id);
    for (const QUuid &id : ids)
        receive(id);
    Q_EMIT recovered();
}

} // namespace cspool
