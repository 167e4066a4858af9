// RemotePipeline: one cmdlet running on a server.
#pragma once

#include "backend/remoting/link_thread.h"
#include "backend/remoting/pipeline_feed.h"
#include "backend/remoting/remote_run.h"
#include "backend/session.h"

#include <atomic>
#include <thread>

namespace cspool {

// Lives in the window's thread. What arrives is turned into records in a thread of its own, because records are logged and
// reports written there, and because a full mailbox makes it wait; the network's thread never does.
class RemotePipeline : public Pipeline
{
    Q_OBJECT

public:
    struct Connection
    {
        LinkThread::Poster link;
        DeploymentInfo deployment;
        std::chrono::milliseconds stopTimeout; // until a server that does not answer a stop is left to itself
        std::function<void(const Object &)> learn; // called with every output object, in the pipeline's thread
    };

    // `info` outlives it; `sent` is the command as it travels, with what must come before it.
    RemotePipeline(const Command &command, const CmdletInfo &info, const QList<PsrpCommand> &sent, Connection connection,
                   RecordSpool spool);
    // One that is refused before it starts.
    RemotePipeline(const Error &error, RecordSpool spool);
    ~RemotePipeline() override;

    Mailbox &mailbox() override { return m_mailbox; }
    void cancel() override;
    void answer(const PromptAnswer &answer) override;

private:
    class Listener;
    void run(const Command &command, const CmdletInfo &info, const QList<PsrpCommand> &sent);
    void follow(RemoteRun &run);
    bool handle(RemoteRun &run, PipelineFeed::Item item);
    void push(Record record);
    void post(void (RemoteLink::*task)(const QUuid &)) const;

    const QUuid m_id = QUuid::createUuid();
    const Connection m_connection;
    const RecordSpool m_spool;
    Mailbox m_mailbox;
    const std::shared_ptr<PipelineFeed> m_feed = std::make_shared<PipelineFeed>();
    std::optional<std::chrono::steady_clock::time_point> m_deadline; // of a stop; the pipeline's thread only
    std::atomic<bool> m_isCancelRequested = false;
    std::thread m_thread;
};

} // namespace cspool
