// How a WsmanTransport, or one pipeline of it, comes to its end: by a failure, or because it is closed.
#include "backend/remoting/wsman/wsman_transport.h"

namespace cspool {

void WsmanTransport::onFailure(const WsmanRequest &request, const LaneFailure &failure)
{
    if (m_state == State::Failed || m_state == State::Closed)
        return;
    const bool isHelpWanted = !std::holds_alternative<std::monostate>(failure.wanted);
    if (request.operation == WsmanOperation::Create)
        m_mayHaveShell = failure.mayHaveArrived && !isHelpWanted;
    if (m_state == State::Closing) // there is nobody to tell it to
        return closeAfter(request);
    const bool isOfRecovery
        = request.operation == WsmanOperation::Disconnect || request.operation == WsmanOperation::Reconnect;
    const bool isPassing = failure.isPassing && (isOfRecovery || request.operation == WsmanOperation::Receive);
    if (m_state == State::Creating || isHelpWanted || (isOfRecovery && !failure.isConnection && !isPassing))
        return failPool(failure);
    if (!failure.isConnection && !isPassing)
        return failRequest(request, failure);
    interrupt(request, failure);
}

// What one command did not get ends that command alone.
void WsmanTransport::failRequest(const WsmanRequest &request, const LaneFailure &failure)
{
    if (request.operation == WsmanOperation::Signal) { // what is not there any more needs none
        if (!channel(request.pipeline))
            Q_EMIT pipelineClosed(request.pipeline);
    } else if (request.pipeline.isNull()) {
        failPool(failure);
    } else {
        failPipeline(request.pipeline, failure.error);
    }
}

// The pipeline's own failure; the rest goes on.
void WsmanTransport::failPipeline(const QUuid &pipeline, const Error &error)
{
    if (!channel(pipeline))
        return;
    retire(pipeline);
    m_shell.forgetCommand(pipeline);
    Q_EMIT pipelineFailed(pipeline, error);
}

void WsmanTransport::failPool(const LaneFailure &failure)
{
    if (failure.isConnection && hasRunningCommand())
        m_mayHaveShell = false; // what runs in it goes on, until the server itself finds it idle
    m_state = State::Failed;
    m_retryTimer.stop();
    m_untoldTimer.stop();
    m_wanted = failure.wanted;
    m_channels.clear();
    m_idleLanes.clear();
    m_kept.clear();
    if (m_control)
        m_control->abort();
    Q_EMIT failed(failure.error);
}

void WsmanTransport::close()
{
    if (m_state == State::Closing)
        return;
    m_closesAfterCreate = m_state == State::Creating;
    const bool removesNow = m_mayHaveShell && !m_closesAfterCreate;
    m_retryTimer.stop();
    m_untoldTimer.stop();
    m_channels.clear();
    m_idleLanes.clear();
    m_kept.clear();
    m_state = State::Closing;
    // Bounded, whatever the server does; from the event loop in any case.
    m_closeTimer.start(m_mayHaveShell ? m_times.closing : std::chrono::milliseconds(0));
    if (removesNow)
        removeShell();
}

// A failure. Of what was sent before, and is not waited for, it may come late.
void WsmanTransport::closeAfter(const WsmanRequest &request)
{
    const bool isCreate = request.operation == WsmanOperation::Create && m_closesAfterCreate;
    if (isCreate && m_mayHaveShell)
        removeShell();
    else if (isCreate || request.operation == WsmanOperation::Delete)
        finishClosing();
}

void WsmanTransport::removeShell()
{
    m_closesAfterCreate = false;
    m_mayHaveShell = false;
    m_control->abort(); // what waits there would hold this up
    const WsmanRequest request = m_shell.remove();
    m_control->send(request, limits(request));
}

void WsmanTransport::finishClosing()
{
    if (m_state != State::Closing)
        return;
    m_state = State::Closed;
    m_closeTimer.stop();
    if (m_control)
        m_control->abort();
    Q_EMIT closed();
}

} // namespace cspool
