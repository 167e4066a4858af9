#include "tests/remoting/remote_world.h"
#include "tests/support/patience.h"

#include <QSignalSpy>
#include <QTest>

namespace cspool::test {

using namespace Qt::StringLiterals;

RemoteCommand::RemoteCommand(Session &session, const Command &command)
{
    m_pipeline = session.start(command, [spool = m_spool](const Record &record) {
        const std::lock_guard lock(spool->mutex);
        ++spool->count;
        spool->isAfterEnd = spool->isAfterEnd || spool->ends > 0;
        spool->ends += std::holds_alternative<FinishedRecord>(record.content) ? 1 : 0;
    });
    QObject::connect(&m_pipeline->mailbox(), &Mailbox::recordsAvailable, this, &RemoteCommand::drain,
                     Qt::QueuedConnection);
    // What it has written already is taken from the event loop too, once the test has said how it is answered.
    QMetaObject::invokeMethod(this, &RemoteCommand::drain, Qt::QueuedConnection);
}

void RemoteCommand::drain()
{
    if (!m_pipeline)
        return;
    for (const Record &record : m_pipeline->mailbox().takeAll())
        take(record);
}

void RemoteCommand::take(const Record &record)
{
    outputs += std::holds_alternative<OutputRecord>(record.content) ? 1 : 0;
    progressRecords += std::holds_alternative<ProgressRecord>(record.content) ? 1 : 0;
    if (keepsRecords)
        records.append(record);
    if (const auto *end = std::get_if<FinishedRecord>(&record.content))
        finished = *end;
    if (observer)
        observer(record);
    if (const auto *prompt = std::get_if<PromptRequest>(&record.content); prompt && !answers.empty() && m_pipeline) {
        PromptAnswer answer = answers.front();
        answers.pop_front();
        answer.id = prompt->id;
        m_pipeline->answer(answer);
    }
}

bool RemoteCommand::waitForEnd(int milliseconds)
{
    return waitUntil([this] { return finished.has_value(); }, milliseconds);
}

qint64 RemoteCommand::spooled() const
{
    const std::lock_guard lock(m_spool->mutex);
    return m_spool->count;
}

bool RemoteCommand::isSpoolInOrder() const
{
    const std::lock_guard lock(m_spool->mutex);
    return m_spool->ends == 1 && !m_spool->isAfterEnd;
}

QString RemoteCommand::outcome() const
{
    return finished ? toString(finished->outcome) : QString();
}

template <typename Content> static QList<Content> contentsOf(const QList<Record> &records)
{
    QList<Content> contents;
    for (const Record &record : records) {
        if (const auto *content = std::get_if<Content>(&record.content))
            contents.append(*content);
    }
    return contents;
}

QStringList RemoteCommand::warnings() const
{
    QStringList texts;
    for (const WarningRecord &warning : contentsOf<WarningRecord>(records))
        texts.append(warning.message);
    return texts;
}

QList<Error> RemoteCommand::errorValues() const
{
    QList<Error> errors;
    for (const ErrorRecord &error : contentsOf<ErrorRecord>(records))
        errors.append(error.error);
    return errors;
}

QStringList RemoteCommand::errors() const
{
    QStringList texts;
    for (const Error &error : errorValues())
        texts.append(error.message);
    return texts;
}

QStringList RemoteCommand::hostMessages() const
{
    QStringList texts;
    for (const InformationRecord &information : contentsOf<InformationRecord>(records)) {
        if (information.isHostMessage)
            texts.append(information.message);
    }
    return texts;
}

QStringList RemoteCommand::informationForLog() const
{
    QStringList texts;
    for (const InformationRecord &information : contentsOf<InformationRecord>(records)) {
        if (!information.isHostMessage)
            texts.append(information.message);
    }
    return texts;
}

QStringList RemoteCommand::verbose() const
{
    QStringList texts;
    for (const VerboseRecord &verbose : contentsOf<VerboseRecord>(records))
        texts.append(verbose.message);
    return texts;
}

QList<Object> RemoteCommand::objects() const
{
    QList<Object> objects;
    for (const OutputRecord &output : contentsOf<OutputRecord>(records))
        objects.append(output.object);
    return objects;
}

QList<PromptRequest> RemoteCommand::prompts() const
{
    return contentsOf<PromptRequest>(records);
}

QList<StepRecord> RemoteCommand::steps() const
{
    QList<StepRecord> steps;
    for (const StepRecord &step : contentsOf<StepRecord>(records)) {
        if (step.id > steps.size())
            steps.append(step);
        else
            steps[step.id - 1] = step;
    }
    return steps;
}

RemoteWorld::RemoteWorld(const PlayedDeployment &deployment)
    : deployment(deployment)
{
    settings.url = QUrl(u"https://pool-a.contoso.com/OcsPowershell"_s);
    settings.connectTimeout = std::chrono::seconds(20);
    settings.openTimeout = std::chrono::seconds(20);
    settings.stopTimeout = std::chrono::seconds(20);
}

bool RemoteWorld::connect()
{
    attempt.reset();
    server->setUp = [played = deployment, further = furtherSetUp](PsrpServer &psrp) {
        played.install(psrp);
        if (further)
            further(psrp);
    };
    QObject context;
    RemoteSession::connectThrough([server = server] { return std::make_unique<FakeTransport>(server); }, settings,
                                  &context, [this](ConnectionAttempt result) { attempt = std::move(result); });
    if (!waitUntil([this] { return attempt.has_value(); }))
        return false;
    auto *made = std::get_if<std::unique_ptr<Session>>(&*attempt);
    if (made)
        session = std::move(*made);
    return made != nullptr;
}

QString RemoteWorld::attemptText() const
{
    if (!attempt)
        return u"nothing"_s;
    if (std::holds_alternative<CertificateProblem>(*attempt))
        return u"certificate"_s;
    if (std::holds_alternative<PasswordWanted>(*attempt))
        return u"password"_s;
    const Error *error = std::get_if<Error>(&*attempt);
    return error ? error->id : u"session"_s;
}

Error RemoteWorld::attemptError() const
{
    const Error *error = attempt ? std::get_if<Error>(&*attempt) : nullptr;
    return error ? *error : Error();
}

std::unique_ptr<RemoteCommand> RemoteWorld::start(const QString &line)
{
    const Result<Command> command = parseCommand(line);
    if (!command)
        qFatal("The test's line is wrong: %s", qPrintable(command.error().message));
    return std::make_unique<RemoteCommand>(*session, *command);
}

} // namespace cspool::test
