#include "backend/remoting/wsman/wsman_transport.h"

#include "backend/remoting/wsman/wsman_errors.h"

#include <QPointer>
#include <QVersionNumber>

#include <utility>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype EnvelopeOfNewServers = 512000;
constexpr size_t MaxIdleLanes = 4;
constexpr std::chrono::milliseconds SmallestRound(50); // a server that answers faster with nothing is not asked faster

WsmanShell::Options shellOptions(const ConnectionSettings &settings)
{
    WsmanShell::Options options;
    options.url = settings.url;
    options.operationTimeout = settings.operationTimeout;
    return options;
}

} // namespace

WsmanTransport::WsmanTransport(const ConnectionSettings &settings, const Secret &secret, QObject *parent)
    : WsmanTransport(settings, secret, Times(), parent)
{
}

WsmanTransport::WsmanTransport(const ConnectionSettings &settings, const Secret &secret, const Times &times,
                               QObject *parent)
    : PsrpTransport(parent)
    , m_settings(settings)
    , m_times(times)
    , m_signIn(std::make_shared<SignIn>(settings, secret))
    , m_shell(shellOptions(settings))
{
    m_retryTimer.setSingleShot(true);
    connect(&m_retryTimer, &QTimer::timeout, this, &WsmanTransport::retry);
    m_closeTimer.setSingleShot(true);
    connect(&m_closeTimer, &QTimer::timeout, this, &WsmanTransport::finishClosing);
}

WsmanTransport::~WsmanTransport() = default;

qsizetype WsmanTransport::maxFragmentSize() const
{
    return m_shell.capacity();
}

void WsmanTransport::setServerProtocolVersion(const QString &version)
{
    if (QVersionNumber::fromString(version) >= QVersionNumber(2, 2))
        m_shell.setMaxEnvelopeSize(EnvelopeOfNewServers);
}

std::unique_ptr<HttpLane> WsmanTransport::makeLane()
{
    auto lane = std::make_unique<HttpLane>(m_settings, m_signIn);
    // Queued: what an answer leads to may end the lane that it came from.
    connect(lane.get(), &HttpLane::answered, this, &WsmanTransport::onAnswer, Qt::QueuedConnection);
    connect(lane.get(), &HttpLane::failed, this, &WsmanTransport::onFailure, Qt::QueuedConnection);
    return lane;
}

// Longer than the server itself may take, so that its own word comes first.
HttpLane::Limits WsmanTransport::limits(WsmanOperation operation) const
{
    if (operation == WsmanOperation::Create)
        return {m_settings.connectTimeout};
    return {m_settings.operationTimeout + m_times.answerMargin};
}

void WsmanTransport::control(const WsmanRequest &request)
{
    if (m_state == State::Interrupted)
        m_kept.push_back(request);
    else
        m_control->send(request, limits(request.operation));
}

void WsmanTransport::open(const QUuid &pool, const QList<QByteArray> &fragments)
{
    Q_ASSERT(m_state == State::Closed && !m_wasOpened);
    m_wasOpened = true;
    m_state = State::Creating;
    m_control = makeLane();
    m_channels.emplace(QUuid(), Channel());
    QList<QByteArray> parts = packed(fragments);
    const QByteArray first = parts.isEmpty() ? QByteArray() : parts.takeFirst();
    m_restOfCreate = parts;
    control(m_shell.create(pool, first));
}

// As many fragments as fit into an envelope, for each of the envelopes that are needed.
QList<QByteArray> WsmanTransport::packed(const QList<QByteArray> &fragments) const
{
    QList<QByteArray> parts;
    for (const QByteArray &fragment : fragments) {
        if (parts.isEmpty() || parts.constLast().size() + fragment.size() > m_shell.capacity())
            parts.append(fragment);
        else
            parts.last() += fragment;
    }
    return parts;
}

void WsmanTransport::sendParts(const QUuid &pipeline, const QList<QByteArray> &parts, PsrpStream stream)
{
    for (const QByteArray &part : parts)
        control(m_shell.send(pipeline, part, stream));
}

void WsmanTransport::createPipeline(const QUuid &pipeline, const QList<QByteArray> &fragments)
{
    if ((m_state != State::Open && m_state != State::Interrupted) || fragments.isEmpty())
        return;
    m_channels.emplace(pipeline, Channel());
    // MS-PSRP 3.1.5.3.3: one fragment with the command itself; it is as large as the envelope.
    control(m_shell.command(pipeline, fragments.constFirst()));
    sendParts(pipeline, packed(fragments.sliced(1)), PsrpStream::Input);
}

void WsmanTransport::send(const QUuid &pipeline, const QList<QByteArray> &fragments, PsrpStream stream)
{
    if (m_state == State::Creating)
        m_restOfCreate += packed(fragments);
    else if (m_state == State::Open || m_state == State::Interrupted)
        sendParts(pipeline, packed(fragments), stream);
}

void WsmanTransport::stop(const QUuid &pipeline)
{
    if ((m_state == State::Open || m_state == State::Interrupted) && channel(pipeline))
        control(m_shell.stop(pipeline));
}

void WsmanTransport::closePipeline(const QUuid &pipeline)
{
    if ((m_state != State::Open && m_state != State::Interrupted) || pipeline.isNull() || !channel(pipeline))
        return;
    retire(pipeline);
    control(m_shell.terminate(pipeline));
    m_shell.forgetCommand(pipeline);
}

void WsmanTransport::setReceiving(const QUuid &pipeline, bool isWanted)
{
    if (Channel *wanted = channel(pipeline)) {
        wanted->isWanted = isWanted;
        receive(pipeline);
    }
}

WsmanTransport::Channel *WsmanTransport::channel(const QUuid &id)
{
    const auto it = m_channels.find(id);
    return it == m_channels.end() ? nullptr : &it->second;
}

void WsmanTransport::receive(const QUuid &id)
{
    Channel *target = channel(id);
    if (!target || m_state != State::Open || !target->isReady || !target->isWanted || target->isFinished
        || target->isReceiving || target->isPaused)
        return;
    if (!target->lane && !m_idleLanes.empty()) {
        target->lane = std::move(m_idleLanes.back());
        m_idleLanes.pop_back();
    }
    if (!target->lane)
        target->lane = makeLane();
    target->isReceiving = true;
    target->sinceRequest.start();
    target->lane->send(m_shell.receive(id), limits(WsmanOperation::Receive));
}

// After an answer without content: at once, unless the server answered without waiting for any.
void WsmanTransport::receiveLater(const QUuid &id)
{
    Channel *target = channel(id);
    if (target->isFinished)
        return;
    if (target->sinceRequest.elapsed() >= SmallestRound.count())
        return receive(id);
    target->isPaused = true;
    QTimer::singleShot(SmallestRound, this, [this, id] {
        if (Channel *paused = channel(id)) {
            paused->isPaused = false;
            receive(id);
        }
    });
}

// Its lane serves another pipeline, when nothing is under way there.
void WsmanTransport::retire(const QUuid &id)
{
    const auto it = m_channels.find(id);
    std::unique_ptr<HttpLane> lane = std::move(it->second.lane);
    m_channels.erase(it);
    if (!lane)
        return;
    if (lane->isIdle() && m_idleLanes.size() < MaxIdleLanes)
        m_idleLanes.push_back(std::move(lane));
    else
        lane.release()->deleteLater();
}

void WsmanTransport::onAnswer(const WsmanRequest &request, const WsmanResponse &response)
{
    if (m_state == State::Failed || m_state == State::Closed)
        return;
    if (request.operation == WsmanOperation::Reconnect)
        return onReconnectAnswer(request, response.fault);
    if (request.operation == WsmanOperation::Delete)
        return finishClosing();
    if (m_state == State::Closing && !m_closesAfterCreate)
        return;
    if (response.fault)
        return onFault(request, *response.fault);
    switch (request.operation) {
    case WsmanOperation::Create:
        return onCreated(response);
    case WsmanOperation::Receive:
        return onReceived(request.pipeline, response);
    case WsmanOperation::Command:
        if (Channel *started = channel(request.pipeline)) {
            m_shell.setCommandId(request.pipeline, response.commandId);
            started->isReady = true;
            receive(request.pipeline);
        }
        break;
    case WsmanOperation::Signal:
        if (!channel(request.pipeline)) // the signal that ended it
            Q_EMIT pipelineClosed(request.pipeline);
        break;
    default:
        break;
    }
}

void WsmanTransport::onCreated(const WsmanResponse &response)
{
    if (!response.shellId.isEmpty())
        m_shell.setShellId(response.shellId);
    if (m_closesAfterCreate)
        return removeShell();
    m_state = State::Open;
    m_mayHaveShell = true;
    sendParts({}, std::exchange(m_restOfCreate, {}), PsrpStream::Input);
    channel({})->isReady = true;
    receive({});
    Q_EMIT ready();
}

void WsmanTransport::onReceived(const QUuid &id, const WsmanResponse &response)
{
    Channel *target = channel(id);
    if (!target)
        return; // closed meanwhile
    target->isReceiving = false;
    target->isFinished = !id.isNull() && response.finishedPipeline == m_shell.commandId(id);
    bool hasContent = false;
    QByteArray content;
    for (const WsmanResponse::Stream &stream : response.streams) {
        content += stream.data;
        hasContent = hasContent || !stream.data.isEmpty();
    }
    if (!hasContent && !target->isFinished)
        return receiveLater(id);
    const QPointer<WsmanTransport> guard(this);
    if (hasContent)
        Q_EMIT received(id, content); // may hold this pipeline back, close it, or all; or enlarge the envelope
    if (!guard)
        return;
    if (const Channel *left = channel(id); left && left->isFinished)
        closePipeline(id); // nothing more comes, whether or not it was said how it ended
    else
        receive(id);
}

void WsmanTransport::onFault(const WsmanRequest &request, const WsmanFault &fault)
{
    const Error error = faultError(fault, m_settings.url);
    switch (request.operation) {
    case WsmanOperation::Create:
        return failPool({error});
    case WsmanOperation::Receive: {
        Channel *target = channel(request.pipeline);
        if (!target)
            return;
        target->isReceiving = false;
        if (fault.code == WsmanFault::OperationTimedOut) // nothing to say yet
            return receiveLater(request.pipeline);
        return failRequest(request, {error});
    }
    case WsmanOperation::Command: // of a new pipeline: what the server does not know can only be the shell
        return fault.code == WsmanFault::ShellNotFound ? failPool({error}) : failRequest(request, {error});
    default:
        return failRequest(request, {error});
    }
}

void WsmanTransport::onFailure(const WsmanRequest &request, const LaneFailure &failure)
{
    if (m_state == State::Failed || m_state == State::Closed)
        return;
    if (m_state == State::Closing)
        return finishClosing(); // there is nobody to tell it to
    const bool isHelpWanted = !std::holds_alternative<std::monostate>(failure.wanted);
    if (m_state == State::Creating)
        m_mayHaveShell = failure.mayHaveArrived && !isHelpWanted;
    if (m_state == State::Creating || isHelpWanted
        || (request.operation == WsmanOperation::Reconnect && !failure.isConnection))
        return failPool(failure);
    if (!failure.isConnection)
        return failRequest(request, failure);
    if (m_state == State::Interrupted && request.operation != WsmanOperation::Reconnect)
        return keepForLater(request, failure);
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
    m_state = State::Failed;
    m_retryTimer.stop();
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
    const bool hasShell
        = m_state == State::Open || m_state == State::Interrupted || (m_state == State::Failed && m_mayHaveShell);
    m_closesAfterCreate = m_state == State::Creating;
    m_retryTimer.stop();
    m_channels.clear();
    m_idleLanes.clear();
    m_kept.clear();
    m_state = State::Closing;
    // Bounded, whatever the server does; from the event loop in any case.
    m_closeTimer.start(hasShell || m_closesAfterCreate ? m_times.closing : std::chrono::milliseconds(0));
    if (hasShell)
        removeShell();
}

void WsmanTransport::removeShell()
{
    m_closesAfterCreate = false;
    m_control->abort(); // what waits there would hold this up
    m_control->send(m_shell.remove(), {m_times.closing});
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
