#include "tests/remoting/psrp_server.h"

#include "backend/remoting/clixml/clixml_reader.h"
#include "backend/remoting/clixml/clixml_writer.h"

#include <algorithm>
#include <utility>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

QList<PsrpCommand> commandsOf(const ClixmlObject *statement)
{
    QList<PsrpCommand> commands;
    const ClixmlObject *list = statement ? statement->property(u"Cmds").object() : nullptr;
    for (const ClixmlValue &each : list ? list->items : QList<ClixmlValue>()) {
        PsrpCommand command{stringOf(each.object()->property(u"Cmd")), {}};
        const ClixmlObject *arguments = each.object()->property(u"Args").object();
        for (const ClixmlValue &argument : arguments ? arguments->items : QList<ClixmlValue>()) {
            command.parameters.append(
                {stringOf(argument.object()->property(u"N")), argument.object()->property(u"V")});
        }
        commands.append(command);
    }
    return commands;
}

// Where there are several statements, ExtraCmds holds all of them.
QList<QList<PsrpCommand>> statementsOf(const ClixmlValue &createPipeline)
{
    const ClixmlObject *powerShell = createPipeline.object()->property(u"PowerShell").object();
    const ClixmlObject *extra = powerShell ? powerShell->property(u"ExtraCmds").object() : nullptr;
    QList<QList<PsrpCommand>> statements;
    for (const ClixmlValue &statement : extra ? extra->items : QList<ClixmlValue>())
        statements.append(commandsOf(statement.object()));
    if (statements.isEmpty())
        statements.append(commandsOf(powerShell));
    return statements;
}

} // namespace

PsrpServer::PsrpServer(QObject *parent)
    : QObject(parent)
{
}

PsrpServer::~PsrpServer() = default;

void PsrpServer::setScript(const QString &cmdlet, Script script)
{
    m_scripts[cmdlet.toLower()] = std::move(script);
}

void PsrpServer::removeScript(const QString &cmdlet)
{
    m_scripts.erase(cmdlet.toLower());
}

void PsrpServer::receive(const QUuid &lane, const QByteArray &fragments)
{
    const Result<QList<QByteArray>> messages = m_in.add(fragments, lane);
    if (!messages)
        qFatal("The client sent fragments that are none: %s", qPrintable(messages.error().message));
    for (const QByteArray &bytes : *messages) {
        const Result<PsrpMessage> message = PsrpMessage::decode(bytes);
        if (!message)
            qFatal("The client sent a message that is none: %s", qPrintable(message.error().message));
        handle(*message);
    }
}

void PsrpServer::handle(const PsrpMessage &message)
{
    switch (message.type) {
    case PsrpMessageType::SessionCapability:
        m_pool = message.runspacePool;
        return;
    case PsrpMessageType::InitRunspacePool:
        if (opens)
            open();
        return;
    case PsrpMessageType::PublicKey:
        answerPublicKey(*readClixml(message.data));
        return;
    case PsrpMessageType::CreatePipeline:
        createPipeline(message);
        return;
    case PsrpMessageType::PipelineHostResponse:
        handleHostResponse(message);
        return;
    default:
        return;
    }
}

void PsrpServer::open()
{
    if (!refusal.isEmpty()) {
        breakPool(refusal);
        return;
    }
    ClixmlObject versions;
    versions.typeNames
        = {u"System.Management.Automation.PSPrimitiveDictionary"_s, u"System.Collections.Hashtable"_s, u"System.Object"_s};
    versions.container = ClixmlContainer::Dictionary;
    versions.entries = {{text(u"PSVersion"_s), ClixmlValue(ClixmlVersion{u"5.1.14393.2248"_s})}};
    ClixmlObject data = versions;
    data.entries = {{text(u"PSVersionTable"_s), ClixmlValue(versions)}};
    send(PsrpMessageType::SessionCapability, {},
         messageObject({{u"protocolversion"_s, ClixmlValue(ClixmlVersion{u"2.3"_s})},
                        {u"PSVersion"_s, ClixmlValue(ClixmlVersion{u"2.0"_s})},
                        {u"SerializationVersion"_s, ClixmlValue(ClixmlVersion{u"1.1.0.1"_s})}}));
    send(PsrpMessageType::ApplicationPrivateData, {}, messageObject({{u"ApplicationPrivateData"_s, ClixmlValue(data)}}));
    send(PsrpMessageType::RunspacePoolState, {}, messageObject({{u"RunspaceState"_s, ClixmlValue(std::int32_t(2))}}));
}

void PsrpServer::breakPool(const QString &reason)
{
    send(PsrpMessageType::RunspacePoolState, {},
         messageObject({{u"RunspaceState"_s, ClixmlValue(std::int32_t(5))},
                        {u"ExceptionAsErrorRecord"_s, ClixmlValue(errorRecord(reason, u"PoolBroken"_s, 13))}}));
}

void PsrpServer::answerPublicKey(const ClixmlValue &data)
{
    const QByteArray key(32, 'k');
    const Result<QString> encrypted
        = SessionKey::encryptedSessionKeyFor(stringOf(data.object()->property(u"PublicKey")), key);
    if (!encrypted)
        qFatal("The client's public key is none: %s", qPrintable(encrypted.error().message));
    m_key.setKey(key);
    send(PsrpMessageType::EncryptedSessionKey, {}, messageObject({{u"EncryptedSessionKey"_s, ClixmlValue(*encrypted)}}));
}

void PsrpServer::requestSessionKey()
{
    send(PsrpMessageType::PublicKeyRequest, {}, ClixmlValue(QString()));
}

QString PsrpServer::decrypted(const ClixmlValue &secret) const
{
    const ClixmlSecureString *encrypted = secret.get<ClixmlSecureString>();
    const Result<QString> plain = encrypted ? m_key.decrypt(encrypted->encrypted) : Result<QString>(u"no secret"_s);
    return plain ? *plain : plain.error().message;
}

void PsrpServer::createPipeline(const PsrpMessage &message)
{
    const Result<ClixmlValue> data = readClixml(message.data);
    if (!data || !data->object())
        qFatal("The client sent a pipeline that is none");
    const QList<QList<PsrpCommand>> statements = statementsOf(*data);
    m_started.append({statements.last()});
    const std::shared_ptr<ServedCommand> command(new ServedCommand(this, message.pipeline, statements));
    m_commands[message.pipeline] = command;
    run(*command);
}

void PsrpServer::run(ServedCommand &command)
{
    const auto found = m_scripts.find(command.name().toLower());
    if (found == m_scripts.end()) {
        command.end(PipelineState::Failed,
                    ClixmlValue(errorRecord(
                        u"The term '%1' is not recognized as the name of a cmdlet."_s.arg(command.name()),
                        u"CommandNotFoundException"_s, 13, command.name())));
        return;
    }
    imports += command.name() == "Import-Module"_L1 ? 1 : 0;
    const Script script = found->second;
    script(command);
}

void PsrpServer::handleHostResponse(const PsrpMessage &message)
{
    const auto command = m_commands.find(message.pipeline);
    const Result<ClixmlValue> data = readClixml(message.data);
    if (command == m_commands.end() || !data || !data->object())
        return;
    const std::int64_t *id = data->object()->property(u"ci").get<std::int64_t>();
    const std::shared_ptr<ServedCommand> running = command->second;
    const auto question = running->m_questions.find(id ? *id : 0);
    if (question == running->m_questions.end())
        return;
    const ServedCommand::Answered answered = std::exchange(question->second, nullptr);
    running->m_questions.erase(question);
    if (data->object()->contains(u"mr"))
        answered(data->object()->property(u"mr"));
    else
        answered(std::nullopt);
}

void PsrpServer::stop(const QUuid &pipeline)
{
    if (const auto command = m_commands.find(pipeline); command != m_commands.end()) {
        const std::shared_ptr<ServedCommand> stopped = command->second;
        const std::function<void()> onStop = stopped->onStop;
        onStop();
    }
}

void PsrpServer::stopAll()
{
    QList<QUuid> running;
    for (const auto &[pipeline, command] : m_commands)
        running.append(pipeline);
    for (const QUuid &pipeline : running)
        stop(pipeline);
}

void PsrpServer::forget(const QUuid &pipeline)
{
    m_commands.erase(pipeline);
    m_lanes.erase(pipeline);
}

void PsrpServer::send(PsrpMessageType type, const QUuid &pipeline, const ClixmlValue &data)
{
    sendWritten(type, pipeline, writeClixml(data));
}

void PsrpServer::sendWritten(PsrpMessageType type, const QUuid &pipeline, const QByteArray &clixml)
{
    const PsrpMessage message{PsrpDestination::Client, type, m_pool, pipeline, clixml};
    Lane &lane = m_lanes[pipeline];
    for (const QByteArray &fragment : m_out.fragments(message.encoded(), m_fragmentSize))
        lane.fragments.push_back(fragment);
    m_largestBacklog = std::max(m_largestBacklog, qsizetype(lane.fragments.size()));
    Q_EMIT outputAvailable(pipeline);
}

void PsrpServer::sendRaw(const QUuid &pipeline, const QByteArray &bytes)
{
    m_lanes[pipeline].fragments.push_back(bytes);
    Q_EMIT outputAvailable(pipeline);
}

void PsrpServer::sendState(const QUuid &pipeline, PipelineState state, const std::optional<ClixmlValue> &reason)
{
    QList<ClixmlProperty> properties = {{u"PipelineState"_s, ClixmlValue(std::int32_t(state))}};
    if (reason)
        properties.append({u"ExceptionAsErrorRecord"_s, *reason});
    m_lanes[pipeline].hasEnded = true;
    send(PsrpMessageType::PipelineState, pipeline, messageObject(properties));
}

QByteArray PsrpServer::take(const QUuid &pipeline, qsizetype limit)
{
    QByteArray taken;
    {
        Lane &lane = m_lanes[pipeline];
        while (!lane.fragments.empty()
               && (taken.isEmpty() || taken.size() + lane.fragments.front().size() <= limit)) {
            taken += lane.fragments.front();
            lane.fragments.pop_front();
        }
    }
    if (const auto command = m_commands.find(pipeline); command != m_commands.end()) {
        const std::shared_ptr<ServedCommand> running = command->second;
        running->generateSome();
    }
    return taken;
}

void PsrpServer::announceAll()
{
    QList<QUuid> waiting;
    for (const auto &[pipeline, lane] : m_lanes) {
        if (!lane.fragments.empty())
            waiting.append(pipeline);
    }
    for (const QUuid &pipeline : waiting)
        Q_EMIT outputAvailable(pipeline);
}

bool PsrpServer::hasOutput(const QUuid &pipeline) const
{
    const auto lane = m_lanes.find(pipeline);
    return lane != m_lanes.end() && !lane->second.fragments.empty();
}

bool PsrpServer::hasEnded(const QUuid &pipeline) const
{
    const auto lane = m_lanes.find(pipeline);
    return lane != m_lanes.end() && lane->second.hasEnded && lane->second.fragments.empty();
}

} // namespace cspool::test
