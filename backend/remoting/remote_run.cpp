#include "backend/remoting/remote_run.h"

#include "backend/remoting/psrp/psrp_records.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <type_traits>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::RemoteRun)
};

// Progress of one activity is passed on at most this often.
constexpr qint64 ProgressInterval = 100; // milliseconds
constexpr std::size_t ActivityLimit = 4096; // activities whose progress is followed at once
constexpr qsizetype HostLineLimit = 64 * 1024; // characters of a line that does not end

QString textOf(const ClixmlValue &value)
{
    const QVariant variant = toVariant(value);
    return displayText(variant);
}

bool isRecordOfHost(HostMethod method)
{
    return method == HostMethod::WriteDebugLine || method == HostMethod::WriteProgress;
}

} // namespace

QString reportPathIn(const QString &message)
{
    // A drive or a share, up to the ending of a web page.
    static const QRegularExpression path(uR"((?:[A-Za-z]:\\|\\\\)[^"'<>|*?\r\n]{1,500}?\.html?\b)"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return path.match(message.left(HostLineLimit)).captured();
}

RemoteRun::RemoteRun(const Command &command, const CmdletInfo &info, const DeploymentInfo &deployment, Sink sink)
    : m_command(command)
    , m_info(info)
    , m_deployment(deployment)
    , m_sink(std::move(sink))
    , m_report(command, info, deployment, QDateTime::currentDateTimeUtc())
    , m_steps([this](const StepRecord &step) { write(step); })
{
    m_clock.start();
}

void RemoteRun::write(RecordContent content)
{
    Record record{QDateTime::currentDateTimeUtc(), std::move(content)};
    m_report.record(record);
    m_sink(std::move(record));
}

bool RemoteRun::begin()
{
    if (const Result<> prepared = m_report.prepare(); !prepared) {
        refuse(prepared.error());
        return false;
    }
    m_steps.begin(Text::tr("Run %1 on %2").arg(m_info.name, m_deployment.name));
    return true;
}

void RemoteRun::handle(const PsrpEvent &event)
{
    if (m_end)
        return;
    std::visit(
        [this](const auto &content) {
            using Content = std::decay_t<decltype(content)>;
            if constexpr (std::is_same_v<Content, PipelineOutputReceived>)
                writeOutput(content.value);
            else if constexpr (std::is_same_v<Content, PipelineRecordReceived>)
                writeRecord(content);
            else if constexpr (std::is_same_v<Content, HostCallReceived>)
                writeHostCall(content.call);
            else if constexpr (std::is_same_v<Content, PipelineStateChanged>)
                end(content);
            else if constexpr (std::is_same_v<Content, OutputAtRisk>)
                noteRecovery();
            else if constexpr (std::is_same_v<Content, OutputLost>)
                noteLoss();
        },
        event.content);
}

void RemoteRun::writeOutput(const ClixmlValue &value)
{
    flushHostText();
    if (!value.isNull())
        write(OutputRecord{toObject(value)});
}

void RemoteRun::writeRecord(const PipelineRecordReceived &received)
{
    if (received.type == PsrpMessageType::ErrorRecord) {
        writeError(decodeErrorRecord(received.value, false).error);
        return;
    }
    const std::optional<RecordContent> content = decodeRecord(received.type, received.value);
    if (!content)
        return;
    if (const auto *progress = std::get_if<ProgressRecord>(&*content)) {
        writeProgress(*progress);
    } else if (const auto *warning = std::get_if<WarningRecord>(&*content)) {
        m_said.warning = warning->message;
        writeWarning(*warning);
    } else {
        if (const auto *verbose = std::get_if<VerboseRecord>(&*content)) {
            m_said.verbose = verbose->message;
            noteReportOnServer(verbose->message);
        } else if (const auto *information = std::get_if<InformationRecord>(&*content)) {
            m_said.information = information->isHostMessage ? information->message : QString();
            noteReportOnServer(information->message);
        }
        flushHostText();
        write(*content);
    }
}

bool RemoteRun::isSuppressedBy(QStringView actionParameter) const
{
    const QString action = m_command.string(actionParameter);
    return action.compare("SilentlyContinue"_L1, Qt::CaseInsensitive) == 0
        || action.compare("Ignore"_L1, Qt::CaseInsensitive) == 0;
}

void RemoteRun::writeError(const Error &error)
{
    flushHostText();
    ++m_errorCount;
    m_steps.markIssue();
    noteReportOnServer(error.message);
    write(ErrorRecord{error, false, m_command.isSwitchOn(u"Force") || isSuppressedBy(u"ErrorAction")});
}

void RemoteRun::writeWarning(const WarningRecord &warning)
{
    flushHostText();
    ++m_warningCount;
    m_steps.markIssue();
    noteReportOnServer(warning.message);
    write(WarningRecord{warning.message, warning.recommendedAction, isSuppressedBy(u"WarningAction")});
}

void RemoteRun::writeProgress(const ProgressRecord &progress)
{
    m_steps.follow(progress);
    const qint64 now = m_clock.elapsed();
    const auto last = m_lastProgress.find(progress.activityId);
    if (progress.isCompleted) {
        if (last == m_lastProgress.end())
            return; // never shown, so there is nothing to take away
        m_lastProgress.erase(last);
    } else if (last == m_lastProgress.end()) {
        if (m_lastProgress.size() >= ActivityLimit)
            return;
        m_lastProgress.emplace(progress.activityId, now);
    } else {
        if (now - last->second < ProgressInterval)
            return;
        last->second = now;
    }
    write(progress);
}

// Warnings and the like arrive twice from a server that has a host: as a record, and as a call to write them.
void RemoteRun::writeHostCall(const HostCall &call)
{
    const auto method = HostMethod(call.method);
    const auto text = [&call] { return call.parameters.isEmpty() ? QString() : textOf(call.parameters.last()); };
    switch (method) {
    case HostMethod::Write1:
    case HostMethod::Write2:
        writeHostText(text(), false);
        return;
    case HostMethod::WriteLine1:
    case HostMethod::WriteLine2:
    case HostMethod::WriteLine3:
    case HostMethod::WriteErrorLine:
        writeHostText(text(), true);
        return;
    case HostMethod::WriteWarningLine:
        if (const QString warning = text(); warning != std::exchange(m_said.warning, {}))
            writeWarning({warning, {}, false});
        return;
    case HostMethod::WriteVerboseLine:
        if (const QString verbose = text(); verbose != std::exchange(m_said.verbose, {}))
            write(VerboseRecord{verbose});
        return;
    default:
        break;
    }
    if (const std::optional<HostPrompt> prompt = HostPrompt::of(call); prompt && call.isAnswered())
        ask(*prompt);
    else if (!isRecordOfHost(method))
        write(VerboseRecord{Text::tr("The server called %1, which this program does not have.").arg(call.methodName)});
}

void RemoteRun::writeHostText(const QString &text, bool endsLine)
{
    m_hostText += text.left(HostLineLimit);
    if (!endsLine && m_hostText.size() < HostLineLimit)
        return;
    const QString line = std::exchange(m_hostText, {});
    if (!line.isEmpty() && line == std::exchange(m_said.information, {}))
        return; // an information record has said it
    noteReportOnServer(line);
    write(InformationRecord{line, true});
}

void RemoteRun::flushHostText()
{
    if (!m_hostText.isEmpty())
        writeHostText({}, true);
}

void RemoteRun::ask(const HostPrompt &prompt)
{
    flushHostText();
    m_prompt = prompt;
    m_request = prompt.next().value_or(PromptRequest());
    m_request.id = ++m_lastPromptId;
    write(m_request);
}

std::optional<HostPrompt> RemoteRun::answer(const PromptAnswer &answer)
{
    if (m_end || m_isCancelled || !m_prompt || answer.id != m_request.id || !m_prompt->answer(answer))
        return std::nullopt;
    noteAnswer(m_request, answer);
    if (m_prompt->next()) {
        ask(*std::exchange(m_prompt, std::nullopt));
        return std::nullopt;
    }
    return std::exchange(m_prompt, std::nullopt);
}

// What was chosen belongs into the log; what was typed does not, it may be a secret.
void RemoteRun::noteAnswer(const PromptRequest &request, const PromptAnswer &answer)
{
    if (request.kind != PromptKind::Choice)
        return;
    const PromptChoice choice = request.choices.value(answer.choice);
    const bool isOneOf = m_prompt && HostMethod(m_prompt->call().method) == HostMethod::PromptForChoice;
    const ChoiceMeaning meaning = isOneOf ? meaningOf(request, answer.choice) : ChoiceMeaning::Neither;
    m_wasDeclined = m_wasDeclined || meaning == ChoiceMeaning::Declines;
    m_wasAccepted = m_wasAccepted || meaning == ChoiceMeaning::Agrees;
    write(InformationRecord{Text::tr("Answer: %1").arg(QString(choice.label).remove(u'&')), false});
}

void RemoteRun::noteReportOnServer(const QString &message)
{
    if (const QString path = reportPathIn(message); !path.isEmpty())
        m_reportOnServer = path;
}

} // namespace cspool
