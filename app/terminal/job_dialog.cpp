#include "app/terminal/job_dialog.h"

#include "app/application_log.h"
#include "app/terminal/choice_prompt.h"

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

bool isOfTheEnd(const Record &record)
{
    const auto *error = std::get_if<ErrorRecord>(&record.content);
    return (error && error->isTerminating) || std::holds_alternative<FinishedRecord>(record.content);
}

} // namespace

JobDialog::JobDialog(const std::shared_ptr<Session> &session, const Command &command, JobRunner *runner,
                     RecordPrinter *printer, LineReader *reader, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_command(command)
    , m_runner(runner)
    , m_printer(printer)
    , m_reader(reader)
{
    connect(m_reader, &LineReader::lineRead, this, &JobDialog::takeAnswer);
    connect(m_runner, &JobRunner::recordsReceived, this, [this](const QUuid &job, const std::vector<Record> &records) {
        if (job == m_job)
            receiveRecords(records);
    });
    connect(m_runner, &JobRunner::jobFinished, this, [this](const QUuid &job) {
        if (job == m_job)
            end();
    });
    connect(session.get(), &Session::connectionStateChanged, this, &JobDialog::tellConnection);
    connect(m_runner, &JobRunner::historyFailed, this, [this](const Error &error) {
        writeLog(LogLevel::Warning, error.message);
        m_printer->writeWarning(error.message, error.recommendedAction);
    });
}

JobDialog::~JobDialog() = default;

void JobDialog::follow(const QUuid &job)
{
    writeLog(LogLevel::Info, u"started: "_s + render(m_command));
    m_clock.start();
    m_job = job;
}

void JobDialog::receiveRecords(const std::vector<Record> &records)
{
    for (const Record &record : records) {
        writeLog(record, m_command.cmdlet());
        if (m_prompt && isOfTheEnd(record))
            leavePrompt();
        m_printer->print(record);
        if (const auto *prompt = std::get_if<PromptRequest>(&record.content))
            ask(*prompt);
        else if (const auto *finished = std::get_if<FinishedRecord>(&record.content))
            m_ending = *finished;
    }
    Q_EMIT recordsPrinted();
}

// What is still asked, nobody wants to know any more.
void JobDialog::leavePrompt()
{
    m_prompt.reset();
    m_hiddenInput.reset();
    if (!m_isCancelled) // which has ended the line
        m_printer->writePrompt(u"\n"_s);
}

void JobDialog::ask(const PromptRequest &prompt)
{
    m_prompt = prompt;
    // Hidden before it is asked for: who answers at once would see the secret, and lose it.
    if (prompt.kind == PromptKind::Secret)
        m_hiddenInput = std::make_unique<HiddenInput>();
    m_printer->writePrompt(promptText(prompt));
    m_reader->requestLine();
}

void JobDialog::takeAnswer()
{
    if (!m_prompt || m_isCancelled)
        return;
    const std::optional<QString> line = m_reader->line();
    // What was typed at a terminal has ended its line there; what came from a pipe, or was hidden, has not.
    if (!line || m_hiddenInput || !isTerminal(StandardStream::Input))
        m_printer->writePrompt(u"\n"_s);
    if (!line) {
        m_printer->writeMessage(tr("The question could not be answered, because the standard input has ended. Use "
                                   "'-Confirm:$false' to run the command without being asked.")
                                + u'\n');
        cancel();
        return;
    }
    const bool isHidden = m_hiddenInput != nullptr;
    m_hiddenInput.reset();
    if (m_prompt->kind == PromptKind::Text) {
        answer({m_prompt->id, -1, *line});
    } else if (isHidden) {
        answer({m_prompt->id, -1, m_userName, *line});
    } else if (m_prompt->kind == PromptKind::Credential) {
        m_userName = *line;
        m_hiddenInput = std::make_unique<HiddenInput>();
        m_printer->writePrompt(tr("Password: "));
        m_reader->requestLine();
    } else if (const ChoiceAnswer choice = choiceFor(*m_prompt, *line); choice.kind == ChoiceAnswer::Kind::Choice) {
        answer({m_prompt->id, choice.choice});
    } else {
        const QString help = choice.kind == ChoiceAnswer::Kind::Help ? choiceHelp(*m_prompt) : QString();
        m_printer->writePrompt(help + promptLine(*m_prompt));
        m_reader->requestLine();
    }
}

void JobDialog::answer(const PromptAnswer &answer)
{
    m_prompt.reset();
    m_userName.clear();
    m_runner->answer(m_job, answer);
}

void JobDialog::cancelByUser()
{
    m_hiddenInput.reset();
    // An open question, or the ^C that the terminal has shown, ends here.
    const QString lineEnd = m_prompt || isTerminal(StandardStream::Error) ? u"\n"_s : QString();
    if (m_isCancelled) {
        m_printer->writeMessage(lineEnd
                                + (m_session->deployment().kind == DeploymentKind::Server
                                       ? tr("Still cancelling: the server was asked to stop the command and has not "
                                            "confirmed yet that it did.")
                                       : tr("Still cancelling: what has begun is brought to an end that leaves every "
                                            "store whole."))
                                + u'\n');
        return;
    }
    writeLog(LogLevel::Info, u"cancelled by the user"_s);
    m_printer->writeMessage(lineEnd + tr("Cancelling …") + u'\n');
    cancel();
}

void JobDialog::cancel()
{
    m_isCancelled = true;
    m_runner->cancel(m_job);
}

// Nothing else here shows that the servers are out of reach: a bar that stands still could mean anything.
void JobDialog::tellConnection()
{
    const ConnectionState state = m_session->connectionState();
    const bool isInterrupted = state.kind == ConnectionState::Kind::Interrupted;
    if (state.kind == ConnectionState::Kind::Lost || isInterrupted == m_isInterrupted || m_ending)
        return; // what is lost ends the command with an error
    m_isInterrupted = isInterrupted;
    if (m_prompt)
        m_printer->writePrompt(u"\n"_s);
    if (isInterrupted) {
        m_printer->writeWarning(state.error.message,
                                tr("cspool keeps trying to connect again; what runs on the server may go on there."));
    } else {
        m_printer->writeMessage(tr("The connection is back.") + u'\n');
    }
    if (m_prompt)
        m_printer->writePrompt(m_hiddenInput && m_prompt->kind == PromptKind::Credential ? tr("Password: ")
                                                                                         : promptLine(*m_prompt));
}

void JobDialog::end()
{
    m_printer->finish(ending(), m_clock.elapsed() / 1000);
    Q_EMIT ended();
}

} // namespace cspool
