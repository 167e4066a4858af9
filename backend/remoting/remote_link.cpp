#include "backend/remoting/remote_link.h"

#include <QCoreApplication>

#include <utility>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::RemoteLink)
};

bool isEnd(PipelineState state)
{
    return state == PipelineState::Completed || state == PipelineState::Failed || state == PipelineState::Stopped;
}

} // namespace

RemoteLink::RemoteLink(std::unique_ptr<PsrpTransport> transport, const ConnectionSettings &settings)
    : m_transport(std::move(transport))
    , m_settings(settings)
{
    m_openingTimer.setSingleShot(true);
    m_closingTimer.setSingleShot(true);
    connect(&m_openingTimer, &QTimer::timeout, this, [this] {
        fail({ErrorCategory::OperationTimeout, u"ConnectTimeout"_s,
              Text::tr("%1 did not open a session within %n second(s).", nullptr,
                       int(std::chrono::ceil<std::chrono::seconds>(m_settings.openTimeout).count()))
                  .arg(m_settings.serverName()),
              Text::tr("Try again later; the server may be busy or out of reach."), m_settings.url.host()});
    });
    connect(&m_closingTimer, &QTimer::timeout, this, [this] {
        if (const auto closed = std::exchange(m_closed, nullptr))
            closed();
    });
    PsrpTransport *const carrier = m_transport.get();
    connect(carrier, &PsrpTransport::received, this, &RemoteLink::receive);
    connect(carrier, &PsrpTransport::failed, this, &RemoteLink::fail);
    connect(carrier, &PsrpTransport::pipelineFailed, this, &RemoteLink::losePipeline);
    connect(carrier, &PsrpTransport::pipelineClosed, this, [this](const QUuid &pipeline) {
        losePipeline(pipeline,
                     {ErrorCategory::InvalidOperation, u"PipelineClosed"_s,
                      Text::tr("%1 closed the command without saying how it ended.").arg(m_settings.serverName())});
    });
    connect(carrier, &PsrpTransport::interrupted, this,
            [this](const Error &error) { setState(ConnectionState::Kind::Interrupted, error); });
    connect(carrier, &PsrpTransport::outputMayBeLost, this, [this](const QUuid &pipeline) {
        m_client.expectGap(pipeline);
        deliver(pipeline, {OutputAtRisk{pipeline}}, 0);
    });
    connect(carrier, &PsrpTransport::recovered, this, [this] { setState(ConnectionState::Kind::Connected); });
    connect(carrier, &PsrpTransport::closed, this, [this] {
        m_closingTimer.stop();
        if (const auto closed = std::exchange(m_closed, nullptr))
            closed();
    });
}

RemoteLink::~RemoteLink()
{
    disconnect(m_transport.get(), nullptr, this, nullptr);
    fail({ErrorCategory::OperationStopped, u"SessionClosed"_s, Text::tr("The session was closed.")});
}

void RemoteLink::open(std::function<void(const Result<> &)> done)
{
    m_opened = std::move(done);
    m_openingTimer.start(m_settings.openTimeout);
    m_client.setMaxFragmentSize(m_transport->maxFragmentSize());
    m_transport->open(m_client.pool(), m_client.open());
}

void RemoteLink::setStateListener(std::function<void(const ConnectionState &)> listener)
{
    m_stateListener = std::move(listener);
    if (m_failure && m_stateListener)
        m_stateListener({ConnectionState::Kind::Lost, *m_failure});
}

void RemoteLink::setState(ConnectionState::Kind kind, const Error &error)
{
    if (m_stateListener && m_isOpen)
        m_stateListener({kind, error});
}

void RemoteLink::start(const QUuid &pipeline, const QList<PsrpCommand> &commands,
                       std::shared_ptr<PipelineListener> listener)
{
    if (m_failure || !m_isOpen) {
        listener->lose(m_failure.value_or(Error{ErrorCategory::ResourceUnavailable, u"SessionNotOpen"_s,
                                                Text::tr("The session is not open.")}),
                       false);
        return;
    }
    m_pipelines[pipeline].listener = std::move(listener);
    m_transport->createPipeline(pipeline, m_client.createPipeline(pipeline, commands));
}

void RemoteLink::stop(const QUuid &pipeline)
{
    const auto found = m_pipelines.find(pipeline);
    if (found == m_pipelines.end() || std::exchange(found->second.isStopped, true))
        return;
    m_transport->stop(pipeline);
}

void RemoteLink::resume(const QUuid &pipeline)
{
    const auto found = m_pipelines.find(pipeline);
    if (found != m_pipelines.end() && std::exchange(found->second.isHeld, false))
        m_transport->setReceiving(pipeline, true);
}

void RemoteLink::abandon(const QUuid &pipeline)
{
    const auto found = m_pipelines.find(pipeline);
    if (found == m_pipelines.end())
        return;
    found->second.listener.reset();
    if (found->second.isStopped) { // and the server has said nothing since
        endPipeline(pipeline);
        return;
    }
    stop(pipeline);
    resume(pipeline); // what still comes is dropped
    QTimer::singleShot(m_settings.stopTimeout, this, [this, pipeline] { endPipeline(pipeline); });
}

void RemoteLink::endPipeline(const QUuid &pipeline)
{
    if (m_pipelines.erase(pipeline) > 0)
        m_transport->closePipeline(pipeline);
    m_waitingForKey.removeIf([&](const auto &waiting) { return waiting.first == pipeline; });
}

void RemoteLink::losePipeline(const QUuid &pipeline, const Error &error)
{
    const auto found = m_pipelines.find(pipeline);
    if (found == m_pipelines.end())
        return;
    const std::shared_ptr<PipelineListener> listener = found->second.listener;
    endPipeline(pipeline);
    if (listener)
        listener->lose(error, true);
}

void RemoteLink::receive(const QUuid &pipeline, const QByteArray &fragments)
{
    if (m_failure)
        return;
    const Result<std::vector<PsrpEvent>> events = m_client.receive(fragments, pipeline);
    if (!events) {
        fail(events.error());
        m_transport->close();
        return;
    }
    if (!m_isTold && !m_client.serverProtocolVersion().isEmpty()) {
        m_isTold = true;
        m_transport->setServerProtocolVersion(m_client.serverProtocolVersion());
        m_client.setMaxFragmentSize(m_transport->maxFragmentSize());
    }
    const qsizetype size = events->empty() ? 0 : fragments.size() / qsizetype(events->size());
    for (const PsrpEvent &event : *events)
        handle(event, size);
}

void RemoteLink::handle(const PsrpEvent &event, qsizetype size)
{
    if (const auto *pool = std::get_if<RunspacePoolStateChanged>(&event.content)) {
        handlePoolState(*pool);
    } else if (const auto *call = std::get_if<HostCallReceived>(&event.content)) {
        handleHostCall(*call, event, size);
    } else if (std::holds_alternative<SessionKeyReady>(event.content)) {
        for (const auto &[pipeline, prompt] : std::exchange(m_waitingForKey, {}))
            sendAnswer(pipeline, prompt);
    } else if (std::holds_alternative<SessionKeyRequested>(event.content)) {
        requestSessionKey();
    } else if (const auto *state = std::get_if<PipelineStateChanged>(&event.content)) {
        deliver(state->pipeline, event, size);
        if (isEnd(state->state))
            endPipeline(state->pipeline);
    } else if (const auto *output = std::get_if<PipelineOutputReceived>(&event.content)) {
        deliver(output->pipeline, event, size);
    } else if (const auto *record = std::get_if<PipelineRecordReceived>(&event.content)) {
        deliver(record->pipeline, event, size);
    } else if (const auto *lost = std::get_if<OutputLost>(&event.content)) {
        deliver(lost->pipeline, event, size);
    }
}

void RemoteLink::deliver(const QUuid &pipeline, const PsrpEvent &event, qsizetype size)
{
    const auto found = m_pipelines.find(pipeline);
    if (found == m_pipelines.end() || !found->second.listener)
        return;
    if (found->second.listener->take(event, size) && !std::exchange(found->second.isHeld, true))
        m_transport->setReceiving(pipeline, false);
}

void RemoteLink::handlePoolState(const RunspacePoolStateChanged &change)
{
    switch (change.state) {
    case RunspacePoolState::Opened:
        m_openingTimer.stop();
        m_isOpen = true;
        if (const auto opened = std::exchange(m_opened, nullptr))
            opened({});
        return;
    case RunspacePoolState::Broken:
    case RunspacePoolState::Closed:
        fail(change.reason.value_or(Error{ErrorCategory::ResourceUnavailable, u"RunspacePoolClosed"_s,
                                          Text::tr("%1 closed the session.").arg(m_settings.serverName()),
                                          Text::tr("Connect again."), m_settings.url.host()}));
        return;
    default:
        return;
    }
}

// A question that nobody can answer here must not be left unanswered: the server would wait for ever.
void RemoteLink::handleHostCall(const HostCallReceived &received, const PsrpEvent &event, qsizetype size)
{
    const auto found = m_pipelines.find(received.pipeline);
    const bool isHeard = found != m_pipelines.end() && found->second.listener;
    if (isHeard)
        deliver(received.pipeline, event, size);
    if (!received.call.isAnswered() || (isHeard && HostPrompt::of(received.call)))
        return;
    // Whoever waits for the end of a Write gets it; whoever waits for what this host does not have is told so.
    m_transport->send(received.pipeline,
                      received.call.isWriting() ? m_client.answer(received.pipeline, received.call, {})
                                                : m_client.refuse(received.pipeline, received.call,
                                                                  u"The host does not support this method."_s),
                      PsrpStream::PromptResponse);
}

void RemoteLink::answer(const QUuid &pipeline, const HostPrompt &prompt)
{
    if (m_failure || m_pipelines.find(pipeline) == m_pipelines.end())
        return;
    if (!prompt.needsSessionKey() || m_client.sessionKey().isReady()) {
        sendAnswer(pipeline, prompt);
        return;
    }
    m_waitingForKey.append({pipeline, prompt});
    requestSessionKey();
}

void RemoteLink::requestSessionKey()
{
    if (std::exchange(m_isKeyRequested, true))
        return;
    if (const QList<QByteArray> request = m_client.requestSessionKey(); !request.isEmpty()) {
        m_transport->send({}, request, PsrpStream::Input);
        return;
    }
    // No key could be made: the questions are answered with that.
    for (const auto &[pipeline, prompt] : std::exchange(m_waitingForKey, {}))
        sendAnswer(pipeline, prompt);
}

void RemoteLink::sendAnswer(const QUuid &pipeline, const HostPrompt &prompt)
{
    const Result<ClixmlValue> result
        = prompt.result([this](const QString &secret) { return m_client.sessionKey().encrypt(secret); });
    m_transport->send(pipeline,
                      result ? m_client.answer(pipeline, prompt.call(), *result)
                             : m_client.refuse(pipeline, prompt.call(), result.error().message),
                      PsrpStream::PromptResponse);
}

void RemoteLink::failOpening(const Error &error)
{
    m_openingTimer.stop();
    if (const auto opened = std::exchange(m_opened, nullptr))
        opened(error);
}

void RemoteLink::fail(const Error &error)
{
    if (m_failure)
        return;
    m_failure = error;
    setState(ConnectionState::Kind::Lost, error);
    m_isOpen = false;
    m_waitingForKey.clear();
    const std::map<QUuid, Pipeline> lost = std::exchange(m_pipelines, {});
    for (const auto &[id, pipeline] : lost) {
        if (pipeline.listener)
            pipeline.listener->lose(error, true);
    }
    failOpening(error);
}

void RemoteLink::close(std::function<void()> done)
{
    m_closed = std::move(done);
    fail({ErrorCategory::OperationStopped, u"SessionClosed"_s, Text::tr("The session was closed.")});
    m_closingTimer.start(CloseTimeout);
    m_transport->close();
}

} // namespace cspool
