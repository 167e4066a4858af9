// What a script of a PsrpServer can do with its command: ServedCommand.
#include "tests/remoting/psrp_server.h"

#include <QPointer>

#include <utility>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t GeneratedBacklog = 64; // fragments that wait before a generator pauses

} // namespace

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

void ServedCommand::progress(const QByteArray &clixml)
{
    m_server->sendWritten(PsrpMessageType::ProgressRecord, m_id, clixml);
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

} // namespace cspool::test
