#include "backend/remoting/remote_pipeline.h"

#include <utility>

namespace cspool {

using namespace Qt::StringLiterals;

// Lets what the network's thread hears flow into the feed.
class RemotePipeline::Listener : public PipelineListener
{
public:
    explicit Listener(std::shared_ptr<PipelineFeed> feed)
        : m_feed(std::move(feed))
    {
    }
    bool take(PsrpEvent event, qsizetype size) override { return m_feed->push({std::move(event), size}); }
    void lose(const Error &error, bool wasSent) override { m_feed->push({PipelineFeed::Lost{error, wasSent}}); }

private:
    const std::shared_ptr<PipelineFeed> m_feed;
};

RemotePipeline::RemotePipeline(const Command &command, const CmdletInfo &info, const QList<PsrpCommand> &sent,
                               Connection connection, RecordSpool spool)
    : m_connection(std::move(connection))
    , m_spool(std::move(spool))
{
    m_thread = std::thread([this, command, &info, sent] { run(command, info, sent); });
}

RemotePipeline::RemotePipeline(const Error &error, RecordSpool spool)
    : m_connection()
    , m_spool(std::move(spool))
{
    push({QDateTime::currentDateTimeUtc(), ErrorRecord{error, true, false}});
    push({QDateTime::currentDateTimeUtc(), FinishedRecord{Outcome::Failed, {}, {}}});
}

RemotePipeline::~RemotePipeline()
{
    m_mailbox.close();
    RemotePipeline::cancel();
    m_feed->push({PipelineFeed::Abandon{}});
    if (m_thread.joinable())
        m_thread.join();
}

void RemotePipeline::post(void (RemoteLink::*task)(const QUuid &)) const
{
    m_connection.link.post([task, id = m_id](RemoteLink &link) { (link.*task)(id); });
}

void RemotePipeline::cancel()
{
    if (!m_thread.joinable() || m_isCancelRequested.exchange(true))
        return;
    // First of all into the feed, before anything that the stop brings about.
    m_feed->push({PipelineFeed::Cancel{}});
    // At once, whatever its own thread is waiting for.
    post(&RemoteLink::stop);
}

void RemotePipeline::answer(const PromptAnswer &answer)
{
    m_feed->push({answer});
}

void RemotePipeline::push(Record record)
{
    if (m_spool)
        m_spool(record);
    m_mailbox.push(std::move(record));
}

void RemotePipeline::run(const Command &command, const CmdletInfo &info, const QList<PsrpCommand> &sent)
{
    RemoteRun run(command, info, m_connection.deployment, [this](Record record) {
        if (const auto *output = std::get_if<OutputRecord>(&record.content); output && m_connection.learn)
            m_connection.learn(output->object);
        push(std::move(record));
    });
    const bool begins = run.begin();
    if (begins && m_isCancelRequested) {
        run.setCancelled();
        run.refuse(operationStopped());
    } else if (begins) {
        const auto listener = std::make_shared<Listener>(m_feed);
        const bool isPosted = m_connection.link.post(
            [id = m_id, sent, listener](RemoteLink &link) { link.start(id, sent, listener); });
        if (!isPosted) {
            listener->lose({ErrorCategory::ResourceUnavailable, u"SessionClosed"_s, tr("The session was closed."),
                            tr("Connect again.")},
                           false);
        }
        follow(run);
    }
    run.finish();
}

void RemotePipeline::follow(RemoteRun &run)
{
    while (!run.isOver()) {
        std::optional<PipelineFeed::Item> item = m_feed->take(m_deadline);
        if (!item) {
            run.giveUp();
            post(&RemoteLink::abandon);
        } else if (!handle(run, std::move(*item))) {
            post(&RemoteLink::abandon);
        }
        if (m_feed->hasRoomAgain())
            post(&RemoteLink::resume);
    }
}

// False when nobody wants the rest.
bool RemotePipeline::handle(RemoteRun &run, PipelineFeed::Item item)
{
    if (const auto *event = std::get_if<PsrpEvent>(&item.content)) {
        run.handle(*event);
    } else if (const auto *answer = std::get_if<PromptAnswer>(&item.content)) {
        if (const std::optional<HostPrompt> answered = run.answer(*answer))
            m_connection.link.post([id = m_id, prompt = *answered](RemoteLink &link) { link.answer(id, prompt); });
    } else if (const auto *lost = std::get_if<PipelineFeed::Lost>(&item.content)) {
        if (lost->wasSent)
            run.lose(lost->error);
        else
            run.refuse(lost->error);
    } else if (std::holds_alternative<PipelineFeed::Cancel>(item.content)) {
        run.setCancelled();
        m_deadline = std::chrono::steady_clock::now() + m_connection.stopTimeout;
        post(&RemoteLink::stop);
    } else {
        run.setCancelled();
        run.refuse(operationStopped());
        return false;
    }
    return true;
}

} // namespace cspool
