#include "backend/remoting/wsman/wsman_transport.h"

#include "backend/remoting/wsman/wsman_errors.h"

#include <QDateTime>
#include <QPointer>
#include <QVersionNumber>

#include <algorithm>
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
    m_untoldTimer.setSingleShot(true);
    connect(&m_untoldTimer, &QTimer::timeout, this, [this] {
        m_isTold = true;
        Q_EMIT interrupted(m_interruption);
    });
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
    m_canReconnect = QVersionNumber::fromString(version) >= QVersionNumber(2, 2); // MS-PSRP 2.2.2.1: WinRM 3
    if (m_canReconnect)
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
HttpLane::Limits WsmanTransport::limits(const WsmanRequest &request) const
{
    if (request.operation == WsmanOperation::Create)
        return {m_settings.openTimeout, m_settings.connectTimeout};
    if (request.operation == WsmanOperation::Delete)
        return {m_times.closing, m_times.closing};
    return {m_settings.operationTimeout + m_times.answerMargin, m_settings.connectTimeout};
}

void WsmanTransport::control(const WsmanRequest &request)
{
    if (m_state == State::Interrupted)
        m_kept.push_back(request);
    else
        m_control->send(request, limits(request));
}

void WsmanTransport::open(const QUuid &pool, const QList<QByteArray> &fragments)
{
    Q_ASSERT(m_state == State::Closed && !m_wasOpened);
    m_wasOpened = true;
    m_state = State::Creating;
    m_control = makeLane();
    m_mayHaveShell = true;
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
    const auto isOfIt = [&pipeline](const WsmanRequest &kept) { return kept.pipeline == pipeline; };
    const bool isSent = std::none_of(m_kept.begin(), m_kept.end(), [&isOfIt](const WsmanRequest &kept) {
        return isOfIt(kept) && kept.operation == WsmanOperation::Command;
    });
    if (isSent) {
        control(m_shell.terminate(pipeline));
        m_shell.forgetCommand(pipeline);
        return;
    }
    std::erase_if(m_kept, isOfIt); // it need not begin any more
    QMetaObject::invokeMethod(
        this, [this, pipeline] { Q_EMIT pipelineClosed(pipeline); }, Qt::QueuedConnection);
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
    const WsmanRequest request = m_shell.receive(id);
    target->lane->send(request, limits(request));
}

// After an answer without content: at once, unless the server answered without waiting for any.
void WsmanTransport::receiveLater(const QUuid &id)
{
    Channel *target = channel(id);
    if (target->isFinished)
        return;
    if (target->sinceRequest.elapsed() >= SmallestRound.count())
        return receive(id);
    receiveAfter(id, SmallestRound);
}

void WsmanTransport::receiveAfter(const QUuid &id, std::chrono::milliseconds pause)
{
    channel(id)->isPaused = true;
    QTimer::singleShot(pause, this, [this, id] {
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
    const bool isGood = !response.fault || response.fault->code == WsmanFault::OperationTimedOut;
    if (isGood)
        m_lastAnswer = QDateTime::currentMSecsSinceEpoch();
    if (request.operation == WsmanOperation::Delete)
        return finishClosing();
    if (m_state == State::Closing && !m_closesAfterCreate)
        return;
    if (request.operation == WsmanOperation::Disconnect || request.operation == WsmanOperation::Reconnect)
        return onRecoveryAnswer(request, response.fault);
    m_hasHeardSince = m_hasHeardSince || isGood;
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
    m_idleTimeout = response.idleTimeout;
    m_state = State::Open;
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
    target->hasUnansweredCommand = false;
    const QPointer<WsmanTransport> guard(this);
    if (hasContent)
        Q_EMIT received(id, content); // may hold this pipeline back, close it, or all; or enlarge the envelope
    if (!guard || !channel(id))
        return;
    if (channel(id)->isFinished)
        closePipeline(id); // nothing more comes, though it did not say how it ended
    else if (hasContent)
        receive(id);
    else
        receiveLater(id);
}

void WsmanTransport::onFault(const WsmanRequest &request, const WsmanFault &fault)
{
    const Error error = faultError(fault, m_settings.url);
    switch (request.operation) {
    case WsmanOperation::Create:
        m_mayHaveShell = false;
        return m_state == State::Closing ? finishClosing() : failPool({error});
    case WsmanOperation::Receive:
        return onReceiveFault(request.pipeline, fault);
    case WsmanOperation::Command: // of a new pipeline: what the server does not know can only be the shell
        if (fault.code != WsmanFault::ShellNotFound)
            return failRequest(request, {error});
        m_mayHaveShell = false;
        return failPool({goneError()});
    default:
        return failRequest(request, {error});
    }
}

void WsmanTransport::onReceiveFault(const QUuid &id, const WsmanFault &fault)
{
    Channel *target = channel(id);
    if (!target)
        return;
    target->isReceiving = false;
    switch (fault.code) {
    case WsmanFault::OperationTimedOut: // nothing to say yet
        target->hasUnansweredCommand = false; // but the server knows it
        return receiveLater(id);
    case WsmanFault::ReceiveInProgress: // until the server has noticed that nobody waits for it
        return receiveAfter(id, m_times.firstRetry);
    case WsmanFault::ShellDisconnected:
    case WsmanFault::StreamDisconnected:
        if (m_state == State::Open)
            interrupt({WsmanOperation::Receive, id, {}},
                      {remoteError(RemoteFailure::ConnectionLost, m_settings.url), true, false});
        return;
    case WsmanFault::OperationAborted:
        if (m_state == State::Interrupted) // by Disconnect; whether the shell is gone as well, Reconnect tells
            return;
        break;
    default:
        break;
    }
    const bool isGone = failureOf(fault) == RemoteFailure::ShellGone;
    if (id.isNull()) {
        m_mayHaveShell = !isGone && failureOf(fault) != RemoteFailure::ShellTaken;
        return failPool({isGone ? goneError() : faultError(fault, m_settings.url)});
    }
    if (isGone && target->hasUnansweredCommand)
        return loseCommand(id, RemoteFailure::CommandUnknown);
    failPipeline(id, faultError(fault, m_settings.url));
}

} // namespace cspool
