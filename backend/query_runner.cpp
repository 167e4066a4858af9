#include "backend/query_runner.h"

#include <QTimer>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

void collect(QueryResult &result, Record &record)
{
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
    } else if (auto *finished = std::get_if<FinishedRecord>(&record.content)) {
        result.finished = std::move(*finished);
    }
}

} // namespace

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

QueryRunner::QueryRunner(const std::shared_ptr<Session> &session, PipelineReaper *reaper, int concurrency,
                         QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_reaper(reaper)
    , m_concurrency(std::max(concurrency, 1))
{
}

QueryRunner::~QueryRunner()
{
    struct Kept
    {
        std::shared_ptr<Session> session;
        Callback done;
    };
    for (const auto &[id, query] : m_running)
        m_reaper->take(std::move(query->pipeline), std::make_shared<Kept>(Kept{m_session, std::move(query->done)}));
}

void QueryRunner::run(const Command &command, QObject *context, Callback done, Priority priority,
                      std::chrono::milliseconds timeout)
{
    const CmdletInfo *info = m_session->cmdletInfo(command.cmdlet());
    Q_ASSERT(context);
    Q_ASSERT(!info || !info->changesData || command.isSwitchOn(u"WhatIf"));
    Q_UNUSED(info)
    auto query = std::make_unique<Query>();
    query->command = command;
    query->context = context;
    query->done = std::move(done);
    query->timeout = timeout;
    (priority == Priority::Foreground ? m_foreground : m_background).push_back(std::move(query));
    connect(context, &QObject::destroyed, this, &QueryRunner::dropOrphans, Qt::UniqueConnection);
    QMetaObject::invokeMethod(this, &QueryRunner::startWaiting, Qt::QueuedConnection);
}

void QueryRunner::cancel(QObject *context)
{
    dropIf([context](const Query &query) { return query.context == context; });
}

void QueryRunner::dropOrphans()
{
    dropIf([](const Query &query) { return !query.context; });
}

void QueryRunner::dropIf(const std::function<bool(const Query &)> &isUnwanted)
{
    for (Waiting *waiting : {&m_foreground, &m_background})
        std::erase_if(*waiting, [&isUnwanted](const auto &query) { return isUnwanted(*query); });
    for (const auto &[id, query] : m_running) {
        if (isUnwanted(*query)) {
            query->context = nullptr; // nobody waits any more
            query->pipeline->cancel();
        }
    }
}

QueryRunner::Query *QueryRunner::find(qint64 id) const
{
    const auto found = m_running.find(id);
    return found == m_running.end() ? nullptr : found->second.get();
}

void QueryRunner::startWaiting()
{
    for (Waiting *waiting : {&m_foreground, &m_background}) {
        while (int(m_running.size()) < m_concurrency && !waiting->empty()) {
            std::unique_ptr<Query> query = std::move(waiting->front());
            waiting->pop_front();
            start(std::move(query));
        }
    }
}

void QueryRunner::start(std::unique_ptr<Query> query)
{
    const qint64 id = m_nextId++;
    query->result.startedAt = QDateTime::currentDateTimeUtc();
    query->pipeline = m_session->start(query->command);
    // Queued even when it comes from this thread: receive() may destroy the mailbox.
    connect(
        &query->pipeline->mailbox(), &Mailbox::recordsAvailable, this, [this, id] { scheduleReceive(id); },
        Qt::QueuedConnection);
    if (query->timeout.count() > 0)
        QTimer::singleShot(query->timeout, this, [this, id] { giveUp(id); });
    m_running.emplace(id, std::move(query));
    scheduleReceive(id);
}

void QueryRunner::scheduleReceive(qint64 id)
{
    Query *query = find(id);
    if (!query)
        return;
    if (const auto delay = query->pacer.schedule())
        QTimer::singleShot(*delay, Qt::PreciseTimer, this, [this, id] { receive(id); });
}

void QueryRunner::receive(qint64 id)
{
    Query *query = find(id);
    if (!query)
        return;
    query->pacer.begin();
    std::vector<Record> records = query->pipeline->mailbox().takeAll();
    if (records.empty())
        return;
    query->pacer.batchTaken();
    for (Record &record : records) {
        if (std::holds_alternative<PromptRequest>(record.content))
            query->pipeline->cancel(); // what only reads has nothing to ask; nobody would answer
        collect(query->result, record);
    }
    if (std::holds_alternative<FinishedRecord>(records.back().content))
        finish(id);
}

void QueryRunner::finish(qint64 id)
{
    const std::unique_ptr<Query> ended = std::move(m_running.extract(id).mapped());
    ended->pipeline.reset(); // its thread has nothing left to do
    startWaiting();
    // Last: it may destroy this runner.
    if (ended->context && ended->done)
        ended->done(ended->result);
}

void QueryRunner::giveUp(qint64 id)
{
    Query *query = find(id);
    if (!query || !query->done)
        return;
    QueryResult result = query->result;
    result.errors.append(
        {ErrorCategory::OperationTimeout, u"QueryTimeout"_s,
         tr("%1 has not answered within %n second(s).", nullptr, int(query->timeout.count() / 1000))
             .arg(query->command.cmdlet()),
         tr("Refresh to ask again. When it happens often, look at the load and the disks of the deployment.")});
    const Callback done = std::exchange(query->done, {});
    const QPointer<QObject> context = query->context;
    query->pipeline->cancel();
    if (context)
        done(result);
}

} // namespace cspool
