#include "backend/query_runner.h"

#include <algorithm>

namespace cspool {

bool QueryResult::isOk() const
{
    return errors.isEmpty()
        && (finished.outcome == Outcome::Succeeded || finished.outcome == Outcome::SucceededWithWarnings
            || finished.outcome == Outcome::Previewed || finished.outcome == Outcome::Skipped);
}

Error QueryResult::error() const
{
    return errors.isEmpty() ? operationStopped() : errors.last();
}

QueryRunner::QueryRunner(Session *session, int concurrency, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_concurrency(std::max(concurrency, 1))
{
}

QueryRunner::~QueryRunner()
{
    // All are told first, so that they end beside each other.
    for (const auto &query : m_running)
        query->pipeline->cancel();
}

void QueryRunner::run(const Command &command, QObject *context, Callback done, Priority priority)
{
    const CmdletInfo *info = m_session->cmdletInfo(command.cmdlet());
    Q_ASSERT(!info || !info->changesData || command.isSwitchOn(u"WhatIf"));
    Q_UNUSED(info)
    auto query = std::make_unique<Query>();
    query->command = command;
    query->context = context;
    query->done = std::move(done);
    query->priority = priority;
    const auto place = priority == Priority::Background
        ? m_waiting.end()
        : std::find_if(m_waiting.begin(), m_waiting.end(),
                       [](const auto &other) { return other->priority == Priority::Background; });
    m_waiting.insert(place, std::move(query));
    QMetaObject::invokeMethod(this, &QueryRunner::startWaiting, Qt::QueuedConnection);
}

void QueryRunner::cancel(QObject *context)
{
    std::erase_if(m_waiting, [context](const auto &query) { return query->context == context; });
    for (const auto &query : m_running) {
        if (query->context == context) {
            query->done = {};
            query->pipeline->cancel();
        }
    }
}

void QueryRunner::startWaiting()
{
    while (int(m_running.size()) < m_concurrency && !m_waiting.empty()) {
        std::unique_ptr<Query> query = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (!query->context)
            continue;
        query->result.startedAt = QDateTime::currentDateTimeUtc();
        query->pipeline = m_session->start(query->command);
        Query *running = query.get();
        m_running.push_back(std::move(query));
        // Queued even when it comes from this thread: receive() may destroy the mailbox.
        connect(
            &running->pipeline->mailbox(), &Mailbox::recordsAvailable, this, [this, running] { receive(running); },
            Qt::QueuedConnection);
        QMetaObject::invokeMethod(
            this, [this, running] { receive(running); }, Qt::QueuedConnection);
    }
}

void QueryRunner::receive(Query *query)
{
    const auto isRunning
        = std::any_of(m_running.begin(), m_running.end(), [query](const auto &other) { return other.get() == query; });
    if (!isRunning)
        return;
    QueryResult &result = query->result;
    for (Record &record : query->pipeline->mailbox().takeAll()) {
        if (auto *output = std::get_if<OutputRecord>(&record.content)) {
            result.objects.append(std::move(output->object));
        } else if (auto *warning = std::get_if<WarningRecord>(&record.content)) {
            result.warnings.append(std::move(*warning));
        } else if (auto *error = std::get_if<ErrorRecord>(&record.content)) {
            result.errors.append(std::move(error->error));
        } else if (auto *message = std::get_if<InformationRecord>(&record.content)) {
            if (message->isHostMessage)
                result.hostMessages.append(std::move(message->message));
        } else if (auto *step = std::get_if<StepRecord>(&record.content)) {
            const auto known = std::find_if(result.steps.begin(), result.steps.end(),
                                            [step](const StepRecord &other) { return other.id == step->id; });
            if (known == result.steps.end())
                result.steps.append(std::move(*step));
            else
                *known = std::move(*step);
        } else if (std::holds_alternative<PromptRequest>(record.content)) {
            query->pipeline->cancel(); // what only reads has nothing to ask; nobody would answer
        } else if (auto *finished = std::get_if<FinishedRecord>(&record.content)) {
            result.finished = *finished;
            finish(query);
            return;
        }
    }
}

void QueryRunner::finish(Query *query)
{
    const auto place = std::find_if(m_running.begin(), m_running.end(),
                                    [query](const auto &other) { return other.get() == query; });
    const std::unique_ptr<Query> ended = std::move(*place);
    m_running.erase(place);
    ended->pipeline.reset();
    startWaiting();
    if (ended->context && ended->done)
        ended->done(ended->result);
}

} // namespace cspool
