#include "tests/remoting/psrp_server.h"

#include "backend/remoting/clixml/clixml_reader.h"
#include "backend/remoting/clixml/clixml_writer.h"

#include <QDebug>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t GeneratedBacklog = 64; // fragments that wait before a generator pauses

ClixmlValue messageObject(const QList<ClixmlProperty> &extended)
{
    ClixmlObject object;
    object.extended = extended;
    return ClixmlValue(std::move(object));
}

ClixmlValue informationalRecord(const QString &typeName, const QString &message)
{
    ClixmlObject object;
    object.typeNames = {typeName, u"System.Management.Automation.InformationalRecord"_s, u"System.Object"_s};
    object.text = message;
    object.extended = {{u"InformationalRecord_Message"_s, ClixmlValue(message)},
                       {u"InformationalRecord_SerializeInvocationInfo"_s, ClixmlValue(false)}};
    return ClixmlValue(std::move(object));
}

QString stringOf(const ClixmlValue &value)
{
    if (const QString *string = value.get<QString>())
        return *string;
    return value.object() ? value.object()->text.value_or(QString()) : QString();
}

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

ClixmlValue enumeration(const QString &typeName, const QString &name, int number)
{
    ClixmlObject object;
    object.typeNames = {typeName, u"System.Enum"_s, u"System.ValueType"_s, u"System.Object"_s};
    object.text = name;
    object.inner = ClixmlValue(std::int32_t(number));
    return ClixmlValue(std::move(object));
}

ClixmlValue list(const QList<ClixmlValue> &items)
{
    ClixmlObject object;
    object.typeNames = {u"System.Collections.ArrayList"_s, u"System.Object"_s};
    object.container = ClixmlContainer::List;
    object.items = items;
    return ClixmlValue(std::move(object));
}

ClixmlValue text(const QString &text)
{
    return ClixmlValue(text);
}

ClixmlObject errorRecord(const QString &message, const QString &id, int category, const QString &target)
{
    ClixmlObject exception;
    exception.typeNames = {u"System.Exception"_s, u"System.Object"_s};
    exception.text = u"System.Exception: "_s + message;
    exception.adapted = {{u"Message"_s, ClixmlValue(message)}};
    ClixmlObject record;
    record.typeNames = {u"System.Management.Automation.ErrorRecord"_s, u"System.Object"_s};
    record.text = message;
    record.extended = {{u"Exception"_s, ClixmlValue(exception)},
                       {u"TargetObject"_s, target.isEmpty() ? ClixmlValue() : ClixmlValue(target)},
                       {u"FullyQualifiedErrorId"_s, ClixmlValue(id)},
                       {u"InvocationInfo"_s, ClixmlValue()},
                       {u"ErrorCategory_Category"_s, ClixmlValue(std::int32_t(category))},
                       {u"ErrorCategory_Activity"_s, ClixmlValue(u"Backup-CsPool"_s)},
                       {u"ErrorCategory_Reason"_s, ClixmlValue(u"Exception"_s)},
                       {u"ErrorCategory_TargetName"_s, ClixmlValue(target)},
                       {u"ErrorCategory_TargetType"_s, ClixmlValue(QString())},
                       {u"ErrorCategory_Message"_s, ClixmlValue(message)},
                       {u"SerializeExtendedInfo"_s, ClixmlValue(false)}};
    return record;
}

ClixmlValue progressRecord(const QString &activity, int id, int percent, const QString &status, int secondsLeft,
                           bool isCompleted, int parent)
{
    return messageObject({{u"Activity"_s, ClixmlValue(activity)},
                          {u"ActivityId"_s, ClixmlValue(std::int32_t(id))},
                          {u"StatusDescription"_s, ClixmlValue(status)},
                          {u"CurrentOperation"_s, ClixmlValue()},
                          {u"ParentActivityId"_s, ClixmlValue(std::int32_t(parent))},
                          {u"PercentComplete"_s, ClixmlValue(std::int32_t(percent))},
                          {u"Type"_s,
                           enumeration(u"System.Management.Automation.ProgressRecordType"_s,
                                       isCompleted ? u"Completed"_s : u"Processing"_s, isCompleted ? 1 : 0)},
                          {u"SecondsRemaining"_s, ClixmlValue(std::int32_t(secondsLeft))}});
}

ServedCommand::ServedCommand(PsrpServer *server, const QUuid &id, const Statements &statements)
    : onStop([this] { end(PipelineState::Stopped); })
    , m_server(server)
    , m_id(id)
    , m_statements(statements)
{
}

const ClixmlValue *ServedCommand::parameter(QStringView name) const
{
    for (const PsrpParameter &parameter : commands().first().parameters) {
        if (name.compare(parameter.name, Qt::CaseInsensitive) == 0)
            return &parameter.value;
    }
    return nullptr;
}

QString ServedCommand::string(QStringView name) const
{
    const ClixmlValue *value = parameter(name);
    return value ? stringOf(*value) : QString();
}

bool ServedCommand::isOn(QStringView name) const
{
    const ClixmlValue *value = parameter(name);
    return value && value->get<bool>() && *value->get<bool>();
}

void ServedCommand::output(const ClixmlValue &value)
{
    m_server->send(PsrpMessageType::PipelineOutput, m_id, value);
}

void ServedCommand::error(const QString &message, const QString &id, const QString &target)
{
    m_server->send(PsrpMessageType::ErrorRecord, m_id, ClixmlValue(errorRecord(message, id, 7, target)));
}

// A server with a host says it twice: MshCommandRuntime writes the record and calls the host.
void ServedCommand::warning(const QString &message)
{
    m_server->send(PsrpMessageType::WarningRecord, m_id,
                   informationalRecord(u"System.Management.Automation.WarningRecord"_s, message));
    host(HostMethod::WriteWarningLine, {ClixmlValue(message)});
}

void ServedCommand::verbose(const QString &message)
{
    m_server->send(PsrpMessageType::VerboseRecord, m_id,
                   informationalRecord(u"System.Management.Automation.VerboseRecord"_s, message));
    host(HostMethod::WriteVerboseLine, {ClixmlValue(message)});
}

void ServedCommand::information(const QString &message)
{
    m_server->send(PsrpMessageType::InformationRecord, m_id,
                   messageObject({{u"MessageData"_s, ClixmlValue(message)},
                                  {u"Source"_s, ClixmlValue(u"Write-Information"_s)},
                                  {u"Tags"_s, list({})}}));
}

void ServedCommand::progress(const ClixmlValue &record)
{
    m_server->send(PsrpMessageType::ProgressRecord, m_id, record);
}

void ServedCommand::host(HostMethod method, const QList<ClixmlValue> &parameters)
{
    m_server->send(PsrpMessageType::PipelineHostCall, m_id,
                   messageObject({{u"ci"_s, ClixmlValue(std::int64_t(-100))},
                                  {u"mi"_s,
                                   enumeration(u"System.Management.Automation.Remoting.RemoteHostMethodId"_s,
                                               u"Method%1"_s.arg(int(method)), int(method))},
                                  {u"mp"_s, list(parameters)}}));
}

void ServedCommand::ask(HostMethod method, const QList<ClixmlValue> &parameters, Answered answered)
{
    m_questions[++m_lastQuestion] = std::move(answered);
    m_server->send(PsrpMessageType::PipelineHostCall, m_id,
                   messageObject({{u"ci"_s, ClixmlValue(std::int64_t(m_lastQuestion))},
                                  {u"mi"_s,
                                   enumeration(u"System.Management.Automation.Remoting.RemoteHostMethodId"_s,
                                               u"Method%1"_s.arg(int(method)), int(method))},
                                  {u"mp"_s, list(parameters)}}));
}

void ServedCommand::confirm(const QString &operation, std::function<void(int)> answered)
{
    const auto choice = [](const QString &label, const QString &help) {
        return messageObject({{u"label"_s, ClixmlValue(label)}, {u"helpMessage"_s, ClixmlValue(help)}});
    };
    ask(HostMethod::PromptForChoice,
        {text(u"Confirm"_s), text(u"Are you sure you want to perform this action?\n"_s + operation),
         list({choice(u"&Yes"_s, u"Continue with only the next step of the operation."_s),
               choice(u"Yes to &All"_s, u"Continue with all the steps of the operation."_s),
               choice(u"&No"_s, u"Skip this operation and proceed with the next operation."_s),
               choice(u"No to A&ll"_s, u"Skip this operation and all subsequent operations."_s),
               choice(u"&Suspend"_s, u"Pause the current pipeline."_s)}),
         ClixmlValue(std::int32_t(0))},
        [answered](const std::optional<ClixmlValue> &result) {
            const std::int32_t *number = result ? result->get<std::int32_t>() : nullptr;
            answered(number ? *number : -1);
        });
}

void ServedCommand::after(std::chrono::milliseconds delay, std::function<void()> work)
{
    QTimer::singleShot(delay, &m_context, [this, work = std::move(work)] {
        if (!m_hasEnded)
            work();
    });
}

std::function<void()> ServedCommand::later(std::function<void()> work)
{
    return [this, guard = QPointer<QObject>(&m_context), work = std::move(work)] {
        if (guard && !m_hasEnded)
            work();
    };
}

void ServedCommand::generate(std::function<bool()> next)
{
    m_next = std::move(next);
    generateSome();
}

void ServedCommand::generateSome()
{
    while (m_next && !m_hasEnded && m_server->m_lanes[m_id].fragments.size() < GeneratedBacklog) {
        const std::function<bool()> next = m_next;
        if (!next())
            m_next = nullptr;
    }
}

void ServedCommand::complete()
{
    if (m_statements.size() == 1) {
        end(PipelineState::Completed);
        return;
    }
    m_statements.removeFirst();
    m_server->run(*this);
}

void ServedCommand::fail(const QString &message, const QString &id, int category)
{
    end(PipelineState::Failed, ClixmlValue(errorRecord(message, id, category)));
}

void ServedCommand::end(PipelineState state, const std::optional<ClixmlValue> &reason)
{
    if (std::exchange(m_hasEnded, true))
        return;
    m_server->sendState(m_id, state, reason);
}

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
    const PsrpMessage message{PsrpDestination::Client, type, m_pool, pipeline, writeClixml(data)};
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
