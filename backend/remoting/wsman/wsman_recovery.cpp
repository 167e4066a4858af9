// What WsmanTransport does when the connection to the server is lost. Commands run on there, and the server keeps what
// they say. Once it is reached again:
// 1. Disconnect ends the Receives that the server still holds for connections that are gone: they would swallow what is
//    said next. MS-WSMV 3.1.4.15.
// 2. Reconnect of the shell, then of each command, which the shell's does not include. MS-WSMV 3.1.4.16, MS-PSRP
//    3.1.4.10.2. A shell that was never disconnected says so with a fault, and is asked on all the same.
// 3. Receive of the pool and of each command. What a command said in an answer that was lost on the way is lost;
//    outputMayBeLost() tells whose. (Servers can keep answers for clients whose connection was cut, MS-WSMV 3.1.4.1.39.
//    This is not used: the answers to all requests would take another form then.)
// A request that changes something is never sent twice. A Command whose answer was lost is asked for with Receive: the
// server knows it, or not. A server that cannot reconnect (WinRM 2) is asked on for new commands alone.
#include "backend/remoting/wsman/wsman_transport.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace cspool {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::WsmanErrors)
};

constexpr int MaxDelayFactor = 16;

bool isOfRecovery(WsmanOperation operation)
{
    return operation == WsmanOperation::Disconnect || operation == WsmanOperation::Reconnect;
}

} // namespace

void WsmanTransport::interrupt(const WsmanRequest &request, const LaneFailure &failure)
{
    const bool isFirst = m_state == State::Open;
    m_state = State::Interrupted;
    if (isFirst) {
        m_interruption = failure.error;
        if (std::exchange(m_hasHeardSince, false)) { // otherwise the one before has not ended
            m_sinceInterruption.start();
            m_retryDelay = m_times.firstRetry;
        }
        m_untoldTimer.start(m_times.untold);
    }
    keepForLater(request, failure);
    if (m_state == State::Interrupted && (isFirst || isOfRecovery(request.operation)))
        retryLater();
}

// A Receive or a signal may be sent twice. Of what else may have arrived already nobody knows what the server made of
// it.
void WsmanTransport::keepForLater(const WsmanRequest &request, const LaneFailure &failure)
{
    Channel *concerned = channel(request.pipeline);
    const bool isOfControl = request.operation != WsmanOperation::Receive;
    std::vector<WsmanRequest> waiting = isOfControl ? m_control->takeWaiting() : std::vector<WsmanRequest>();
    switch (request.operation) {
    case WsmanOperation::Receive:
        if (concerned) {
            concerned->isReceiving = false;
            concerned->mayHaveLost = concerned->mayHaveLost || failure.mayHaveArrived;
        }
        break;
    case WsmanOperation::Command:
        if (!failure.mayHaveArrived)
            waiting.insert(waiting.begin(), request);
        else if (concerned)
            concerned->hasUnansweredCommand = true;
        break;
    case WsmanOperation::Send:
        if (!failure.mayHaveArrived)
            waiting.insert(waiting.begin(), request);
        else if (request.pipeline.isNull())
            return failPool({remoteError(RemoteFailure::AnswerLost, m_settings.url), true});
        else
            loseCommand(request.pipeline, RemoteFailure::AnswerLost);
        break;
    case WsmanOperation::Signal:
        waiting.insert(waiting.begin(), request);
        break;
    default:
        break;
    }
    m_kept.insert(m_kept.begin(), waiting.begin(), waiting.end());
}

std::chrono::milliseconds WsmanTransport::recoveryTime() const
{
    return std::min(m_times.recovery, m_idleTimeout.value_or(m_times.recovery));
}

void WsmanTransport::retryLater()
{
    if (m_sinceInterruption.elapsed() + m_retryDelay.count() > recoveryTime().count())
        return failPool({remoteError(RemoteFailure::ConnectionNotRecovered, m_settings.url), true});
    m_retryTimer.start(m_retryDelay);
    m_retryDelay = std::min(m_retryDelay * 2, m_times.firstRetry * MaxDelayFactor);
}

void WsmanTransport::retry()
{
    if (m_state != State::Interrupted)
        return;
    m_toReconnect.clear();
    for (const auto &[id, state] : m_channels) {
        if (!id.isNull() && (state.isReady || state.hasUnansweredCommand) && !state.isFinished)
            m_toReconnect.push_back(id);
    }
    sendForRecovery(m_shell.disconnect());
}

void WsmanTransport::sendForRecovery(const WsmanRequest &request)
{
    m_control->send(request, limits(request));
}

void WsmanTransport::onRecoveryAnswer(const WsmanRequest &request, const std::optional<WsmanFault> &fault)
{
    if (m_state != State::Interrupted)
        return;
    // Without a fault as with one that says that there was no need.
    const ReconnectFault meaning = fault ? reconnectFaultOf(*fault) : ReconnectFault::NotDisconnected;
    if (!m_canReconnect && meaning != ReconnectFault::Gone && meaning != ReconnectFault::Temporary)
        return giveUpCommands();
    if (request.pipeline.isNull() && meaning != ReconnectFault::NotDisconnected && meaning != ReconnectFault::Other)
        return onShellFault(*fault, meaning);
    if (const Channel *gone = meaning == ReconnectFault::Gone ? channel(request.pipeline) : nullptr) {
        loseCommand(request.pipeline,
                    gone->hasUnansweredCommand ? RemoteFailure::CommandUnknown : RemoteFailure::ShellGone);
    }
    if (m_state != State::Interrupted)
        return;
    if (request.operation == WsmanOperation::Disconnect)
        sendForRecovery(m_shell.reconnect({}));
    else
        reconnectNext();
}

void WsmanTransport::onShellFault(const WsmanFault &fault, ReconnectFault meaning)
{
    switch (meaning) {
    case ReconnectFault::Gone:
        m_mayHaveShell = false;
        return failPool({goneError()});
    case ReconnectFault::Taken:
        m_mayHaveShell = false;
        return failPool({faultError(fault, m_settings.url)});
    case ReconnectFault::NotSupported:
        m_canReconnect = false;
        return giveUpCommands();
    default:
        return retryLater();
    }
}

void WsmanTransport::reconnectNext()
{
    if (m_toReconnect.empty())
        return resume();
    const QUuid next = m_toReconnect.back();
    m_toReconnect.pop_back();
    if (channel(next))
        sendForRecovery(m_shell.reconnect(next));
    else // closed meanwhile
        reconnectNext();
}

// The server gives nothing back: of the commands that ran nobody learns how they end.
void WsmanTransport::giveUpCommands()
{
    std::vector<QUuid> running;
    for (const auto &[id, state] : m_channels) {
        if (!id.isNull() && (state.isReady || state.hasUnansweredCommand))
            running.push_back(id);
    }
    for (const QUuid &id : running)
        loseCommand(id, RemoteFailure::NotResumable);
    if (m_state == State::Interrupted)
        resume();
}

// Its end is not known.
void WsmanTransport::loseCommand(const QUuid &pipeline, RemoteFailure failure)
{
    if (!channel(pipeline))
        return;
    std::erase_if(m_kept, [&pipeline](const WsmanRequest &kept) { return kept.pipeline == pipeline; });
    failPipeline(pipeline, remoteError(failure, m_settings.url));
}

void WsmanTransport::resume()
{
    m_untoldTimer.stop();
    m_state = State::Open;
    std::vector<QUuid> ids;
    for (auto &[id, state] : m_channels) {
        ids.push_back(id);
        state.isReady = state.isReady || state.hasUnansweredCommand; // Receive tells
        if (state.isReceiving) { // its connection is gone, though nobody has noticed
            state.isReceiving = false;
            state.mayHaveLost = true;
            state.lane.reset();
        }
    }
    for (const WsmanRequest &request : std::exchange(m_kept, {}))
        control(request);
    for (const QUuid &id : ids) {
        if (Channel *one = channel(id); one && std::exchange(one->mayHaveLost, false))
            Q_EMIT outputMayBeLost(id);
        receive(id);
    }
    if (std::exchange(m_isTold, false))
        Q_EMIT recovered();
}

bool WsmanTransport::hasRunningCommand() const
{
    return std::any_of(m_channels.begin(), m_channels.end(), [](const auto &entry) {
        const Channel &state = entry.second;
        return !entry.first.isNull() && (state.isReady || state.hasUnansweredCommand) && !state.isFinished;
    });
}

// Of a shell that is not there any more: because nobody came for too long, where this is so.
Error WsmanTransport::goneError() const
{
    const qint64 silence = QDateTime::currentMSecsSinceEpoch() - m_lastAnswer;
    if (!m_idleTimeout || silence < m_idleTimeout->count())
        return remoteError(RemoteFailure::ShellGone, m_settings.url);
    const int minutes = int(std::chrono::ceil<std::chrono::minutes>(*m_idleTimeout).count());
    return remoteError(RemoteFailure::ShellExpired, m_settings.url, Text::tr("%n minute(s).", nullptr, minutes));
}

} // namespace cspool
