#include "backend/remoting/psrp/psrp_client.h"

#include "backend/remoting/clixml/clixml_reader.h"
#include "backend/remoting/clixml/clixml_writer.h"
#include "backend/remoting/psrp/psrp_records.h"
#include "backend/remoting/psrp/psrp_requests.h"

#include <QCoreApplication>
#include <QSet>
#include <QVersionNumber>

using namespace Qt::StringLiterals;

namespace cspool {

class PsrpClient::Private
{
    Q_DECLARE_TR_FUNCTIONS(PsrpClient)

public:
    explicit Private(const Options &options)
        : options(options)
    {
    }

    QList<QByteArray> message(PsrpMessageType type, const QByteArray &data, const QUuid &pipeline = {});
    Result<> receive(const QByteArray &bytes);

    const Options options;
    RunspacePoolState state = RunspacePoolState::BeforeOpen;
    QString serverVersion;
    SessionKey key;
    bool isKeyRequested = false;
    qsizetype maxFragmentSize = options.maxFragmentSize;
    QSet<QUuid> pipelines; // that have not ended
    PsrpFragmenter fragmenter;
    PsrpDefragmenter defragmenter;
    std::vector<PsrpEvent> events; // of the bytes that are being received
    std::optional<Error> error;

private:
    Result<> handle(const PsrpMessage &message, const ClixmlValue &value);
    Result<> handlePoolMessage(const PsrpMessage &message, const ClixmlValue &value);
    Result<> handlePipelineMessage(const PsrpMessage &message, const ClixmlValue &value);
    Result<> handleCapability(const ClixmlValue &value);
    Result<> handlePoolState(const ClixmlValue &value);
    Result<> handlePipelineState(const QUuid &pipeline, const ClixmlValue &value);
    Result<> handleSessionKey(const PsrpMessage &message, const ClixmlValue &value);
    void emitEvent(decltype(PsrpEvent::content) content) { events.push_back({std::move(content)}); }
    void skip(const PsrpMessage &message, const QString &why) { emitEvent(MessageSkipped{message.type, why}); }
    // Nothing else depends on it: the command says that something is missing, and goes on.
    void reportIn(const QUuid &pipeline, const Error &problem)
    {
        emitEvent(PipelineRecordReceived{pipeline, PsrpMessageType::ErrorRecord, ClixmlValue(problem.message)});
    }
    void setState(RunspacePoolState next, const std::optional<Error> &reason = {});
};

namespace {

Error violation(const QString &message)
{
    return {ErrorCategory::InvalidData, u"PsrpInvalid"_s, message};
}

ClixmlValue propertyOf(const ClixmlValue &value, QStringView name)
{
    const ClixmlObject *object = value.object();
    return object ? object->property(name) : ClixmlValue();
}

// A state, which is a number, or an enum of one.
std::optional<int> stateOf(const ClixmlValue &value, int last)
{
    const ClixmlObject *object = value.object();
    const auto *number = (object ? object->inner : value).get<std::int32_t>();
    return number && *number >= 0 && *number <= last ? std::optional(int(*number)) : std::nullopt;
}

// What a command says: its output, and its records.
bool isRecord(PsrpMessageType type)
{
    switch (type) {
    case PsrpMessageType::PipelineOutput:
    case PsrpMessageType::ErrorRecord:
    case PsrpMessageType::WarningRecord:
    case PsrpMessageType::VerboseRecord:
    case PsrpMessageType::DebugRecord:
    case PsrpMessageType::ProgressRecord:
    case PsrpMessageType::InformationRecord:
        return true;
    default:
        return false;
    }
}

// What a session does not need, it does not have to understand.
bool isUsed(PsrpMessageType type)
{
    switch (type) {
    case PsrpMessageType::SessionCapability:
    case PsrpMessageType::ApplicationPrivateData:
    case PsrpMessageType::RunspacePoolState:
    case PsrpMessageType::EncryptedSessionKey:
    case PsrpMessageType::PublicKeyRequest:
    case PsrpMessageType::RunspacePoolHostCall:
    case PsrpMessageType::PipelineHostCall:
    case PsrpMessageType::PipelineState:
        return true;
    default:
        return isRecord(type);
    }
}

bool isEnd(PipelineState state)
{
    return state == PipelineState::Stopped || state == PipelineState::Completed || state == PipelineState::Failed;
}

bool isEnd(RunspacePoolState state)
{
    return state == RunspacePoolState::Closed || state == RunspacePoolState::Broken;
}

} // namespace

QList<QByteArray> PsrpClient::Private::message(PsrpMessageType type, const QByteArray &data, const QUuid &pipeline)
{
    const PsrpMessage message{PsrpDestination::Server, type, options.pool, pipeline, data};
    return fragmenter.fragments(message.encoded(), maxFragmentSize);
}

void PsrpClient::Private::setState(RunspacePoolState next, const std::optional<Error> &reason)
{
    if (std::exchange(state, next) != next)
        emitEvent(RunspacePoolStateChanged{next, reason});
}

Result<> PsrpClient::Private::receive(const QByteArray &bytes)
{
    const auto message = PsrpMessage::decode(bytes);
    if (!message)
        return message.error();
    if (message->destination != PsrpDestination::Client) {
        skip(*message, tr("The message is not meant for a client."));
        return {};
    }
    if (!message->runspacePool.isNull() && message->runspacePool != options.pool) {
        skip(*message, tr("The message belongs to another runspace pool."));
        return {};
    }
    if (isEnd(state)) {
        skip(*message, tr("The runspace pool is closed."));
        return {};
    }
    if (message->data.isEmpty() || !isUsed(message->type))
        return handle(*message, {});
    ClixmlLimits limits;
    limits.cutLoops = true;
    const auto value = readClixml(message->data, limits);
    if (!value && isRecord(message->type) && pipelines.contains(message->pipeline)) {
        reportIn(message->pipeline, value.error());
        return {};
    }
    return value ? handle(*message, *value) : value.error();
}

Result<> PsrpClient::Private::handle(const PsrpMessage &message, const ClixmlValue &value)
{
    if (message.type == PsrpMessageType::PipelineState || isRecord(message.type))
        return handlePipelineMessage(message, value);
    switch (message.type) {
    case PsrpMessageType::RunspacePoolHostCall:
    case PsrpMessageType::PipelineHostCall: {
        const auto call = HostCall::decode(value);
        if (!call && pipelines.contains(message.pipeline)) {
            reportIn(message.pipeline, call.error());
            return {};
        }
        if (!call)
            return call.error();
        const bool isOfPool = message.type == PsrpMessageType::RunspacePoolHostCall;
        emitEvent(HostCallReceived{isOfPool ? QUuid() : message.pipeline, *call});
        return {};
    }
    default:
        return handlePoolMessage(message, value);
    }
}

Result<> PsrpClient::Private::handlePoolMessage(const PsrpMessage &message, const ClixmlValue &value)
{
    switch (message.type) {
    case PsrpMessageType::SessionCapability:
        return handleCapability(value);
    case PsrpMessageType::ApplicationPrivateData:
        emitEvent(ServerDataReceived{serverVersion, propertyOf(value, u"ApplicationPrivateData")});
        return {};
    case PsrpMessageType::RunspacePoolState:
        return handlePoolState(value);
    case PsrpMessageType::EncryptedSessionKey:
        return handleSessionKey(message, value);
    case PsrpMessageType::PublicKeyRequest:
        emitEvent(SessionKeyRequested{});
        return {};
    case PsrpMessageType::RunspaceAvailability:
    case PsrpMessageType::UserEvent:
        skip(message, tr("Messages of this type are not used."));
        return {};
    default:
        skip(message, tr("The type of the message is not known."));
        return {};
    }
}

Result<> PsrpClient::Private::handleCapability(const ClixmlValue &value)
{
    const ClixmlValue stated = propertyOf(value, u"protocolversion");
    const auto *version = stated.get<ClixmlVersion>();
    const auto *plain = stated.get<QString>(); // of servers that are not Microsoft's
    const QString text = version ? version->text : plain ? *plain : QString();
    if (QVersionNumber::fromString(text).majorVersion() != 2) {
        return Error{
            ErrorCategory::ResourceUnavailable, u"PsrpVersion"_s,
            tr("The server speaks version \"%1\" of the PowerShell Remoting Protocol, which this program does not.")
                .arg(text.first(qMin(text.size(), qsizetype(40))))};
    }
    if (state != RunspacePoolState::NegotiationSent)
        return violation(tr("The server began the session a second time."));
    serverVersion = text;
    setState(RunspacePoolState::NegotiationSucceeded);
    return {};
}

Result<> PsrpClient::Private::handlePoolState(const ClixmlValue &value)
{
    const auto number = stateOf(propertyOf(value, u"RunspaceState"), int(RunspacePoolState::Disconnected));
    if (!number)
        return violation(tr("The server named a state of the session that is not known."));
    const auto next = RunspacePoolState(*number);
    if (next == RunspacePoolState::Opened && serverVersion.isEmpty())
        return violation(tr("The server opened the session without saying which protocol it speaks."));
    const ClixmlValue reason = propertyOf(value, u"ExceptionAsErrorRecord");
    setState(next, reason.isNull() ? std::nullopt : std::optional(decodeErrorRecord(reason, true).error));
    return {};
}

Result<> PsrpClient::Private::handleSessionKey(const PsrpMessage &message, const ClixmlValue &value)
{
    if (!isKeyRequested || key.isReady()) {
        skip(message, tr("The key for secrets was not asked for."));
        return {};
    }
    const ClixmlValue encrypted = propertyOf(value, u"EncryptedSessionKey");
    const auto *text = encrypted.get<QString>();
    if (const auto set = key.setEncryptedSessionKey(text ? *text : QString()); !set)
        return set.error();
    emitEvent(SessionKeyReady{});
    return {};
}

Result<> PsrpClient::Private::handlePipelineMessage(const PsrpMessage &message, const ClixmlValue &value)
{
    if (!pipelines.contains(message.pipeline)) {
        skip(message, tr("The message belongs to a command that has ended or was not started from here."));
        return {};
    }
    if (message.type == PsrpMessageType::PipelineState)
        return handlePipelineState(message.pipeline, value);
    if (message.type == PsrpMessageType::PipelineOutput)
        emitEvent(PipelineOutputReceived{message.pipeline, value});
    else
        emitEvent(PipelineRecordReceived{message.pipeline, message.type, value});
    return {};
}

Result<> PsrpClient::Private::handlePipelineState(const QUuid &pipeline, const ClixmlValue &value)
{
    const auto number = stateOf(propertyOf(value, u"PipelineState"), int(PipelineState::Disconnected));
    if (!number)
        return violation(tr("The server named a state of a command that is not known."));
    const auto next = PipelineState(*number);
    if (isEnd(next)) {
        pipelines.remove(pipeline);
        if (!defragmenter.isComplete(pipeline))
            emitEvent(OutputLost{pipeline});
        defragmenter.forget(pipeline);
    }
    const ClixmlValue reason = propertyOf(value, u"ExceptionAsErrorRecord");
    emitEvent(PipelineStateChanged{pipeline, next, reason.isNull() ? std::nullopt : std::optional(reason)});
    return {};
}

PsrpClient::PsrpClient()
    : PsrpClient(Options())
{
}

PsrpClient::PsrpClient(const Options &options)
    : d(std::make_unique<Private>(options))
{
}

PsrpClient::~PsrpClient() = default;

const QUuid &PsrpClient::pool() const
{
    return d->options.pool;
}

RunspacePoolState PsrpClient::state() const
{
    return d->state;
}

QString PsrpClient::serverProtocolVersion() const
{
    return d->serverVersion;
}

void PsrpClient::setMaxFragmentSize(qsizetype bytes)
{
    d->maxFragmentSize = bytes;
}

QList<QByteArray> PsrpClient::open()
{
    d->state = RunspacePoolState::NegotiationSent;
    QList<QByteArray> fragments = d->message(PsrpMessageType::SessionCapability, writeClixml(sessionCapability()));
    return fragments << d->message(PsrpMessageType::InitRunspacePool, writeClixml(initRunspacePool(d->options)));
}

QList<QByteArray> PsrpClient::createPipeline(const QUuid &pipeline, const QList<PsrpCommand> &commands, bool hasInput)
{
    d->pipelines.insert(pipeline);
    const ClixmlValue data = cspool::createPipeline(d->options, commands, hasInput, d->serverVersion);
    return d->message(PsrpMessageType::CreatePipeline, writeClixml(data), pipeline);
}

QList<QByteArray> PsrpClient::input(const QUuid &pipeline, const ClixmlValue &value)
{
    return d->message(PsrpMessageType::PipelineInput, writeClixml(value), pipeline);
}

QList<QByteArray> PsrpClient::endInput(const QUuid &pipeline)
{
    return d->message(PsrpMessageType::EndOfPipelineInput, {}, pipeline);
}

QList<QByteArray> PsrpClient::answer(const QUuid &pipeline, const HostCall &call, const ClixmlValue &result)
{
    return d->message(pipeline.isNull() ? PsrpMessageType::RunspacePoolHostResponse
                                        : PsrpMessageType::PipelineHostResponse,
                      writeClixml(hostResponse(call, result)), pipeline);
}

QList<QByteArray> PsrpClient::refuse(const QUuid &pipeline, const HostCall &call, const QString &reason)
{
    return d->message(pipeline.isNull() ? PsrpMessageType::RunspacePoolHostResponse
                                        : PsrpMessageType::PipelineHostResponse,
                      writeClixml(hostFailure(call, reason)), pipeline);
}

QList<QByteArray> PsrpClient::requestSessionKey()
{
    const auto publicKey = d->key.publicKey();
    if (!publicKey)
        return {};
    d->isKeyRequested = true;
    return d->message(PsrpMessageType::PublicKey, writeClixml(publicKeyData(*publicKey)));
}

const SessionKey &PsrpClient::sessionKey() const
{
    return d->key;
}

void PsrpClient::expectGap(const QUuid &lane)
{
    d->defragmenter.expectGap(lane);
}

Result<std::vector<PsrpEvent>> PsrpClient::receive(const QByteArray &fragments, const QUuid &lane)
{
    if (d->error)
        return *d->error;
    const auto breakPool = [this](const Error &error) {
        d->state = RunspacePoolState::Broken;
        d->events.clear();
        d->error = error;
        return error;
    };
    const auto messages = d->defragmenter.add(fragments, lane);
    if (!messages)
        return breakPool(messages.error());
    for (const QByteArray &message : *messages) {
        if (const auto received = d->receive(message); !received)
            return breakPool(received.error());
    }
    return std::exchange(d->events, {});
}

} // namespace cspool
