// RemoteLink: one runspace pool on a server and its pipelines: the protocol joined to a transport.
#pragma once

#include "backend/remoting/host_prompt.h"
#include "backend/remoting/psrp/psrp_client.h"
#include "backend/remoting/psrp_transport.h"
#include "backend/session.h"

#include <QHash>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>

namespace cspool {

// Gets what concerns one pipeline, in the network's thread; blocks nothing.
class PipelineListener
{
public:
    virtual ~PipelineListener() = default;
    // `size`: bytes that it came in, about. True: the server is to be held back until RemoteLink::resume().
    virtual bool take(PsrpEvent event, qsizetype size) = 0;
    // Nothing follows. `wasSent`: the server may have begun with it.
    virtual void lose(const Error &error, bool wasSent) = 0;
};

// Lives in the network's thread; nothing blocks.
class RemoteLink : public QObject
{
    Q_OBJECT

public:
    RemoteLink(std::unique_ptr<PsrpTransport> transport, const ConnectionSettings &settings);
    ~RemoteLink() override; // what still runs is lost

    // Once; `done` is called once. Fails after the time-out for connecting.
    void open(std::function<void(const Result<> &)> done);
    // After a failure: what an administrator could do about it.
    PsrpTransport::Wanted wanted() const { return m_transport->wanted(); }
    // Why the link is lost; nothing: it is not.
    const std::optional<Error> &failure() const { return m_failure; }
    // Called with every change from then on, and at once when the link is lost already.
    void setStateListener(std::function<void(const ConnectionState &)> listener);

    // `pipeline` is new. The listener hears of its end, always.
    void start(const QUuid &pipeline, const QList<PsrpCommand> &commands, std::shared_ptr<PipelineListener> listener);
    void stop(const QUuid &pipeline); // its end arrives as a state, in time or never
    void answer(const QUuid &pipeline, const HostPrompt &prompt);
    void resume(const QUuid &pipeline);
    // Nobody listens any more: it is stopped, and what the server keeps of it is released.
    void abandon(const QUuid &pipeline);

    // Deletes the shell on the server. `done` is called once, at the latest after CloseTimeout.
    void close(std::function<void()> done);
    static constexpr std::chrono::milliseconds CloseTimeout = std::chrono::seconds(5);

private:
    struct Pipeline
    {
        std::shared_ptr<PipelineListener> listener; // null: abandoned
        bool isStopped = false;
        bool isHeld = false;
    };
    void receive(const QUuid &pipeline, const QByteArray &fragments);
    void handle(const PsrpEvent &event, qsizetype size);
    void handlePoolState(const RunspacePoolStateChanged &change);
    void handleHostCall(const HostCallReceived &received, const PsrpEvent &event, qsizetype size);
    void deliver(const QUuid &pipeline, const PsrpEvent &event, qsizetype size);
    void endPipeline(const QUuid &pipeline);
    void losePipeline(const QUuid &pipeline, const Error &error);
    void sendAnswer(const QUuid &pipeline, const HostPrompt &prompt);
    void requestSessionKey();
    void failOpening(const Error &error);
    void fail(const Error &error);
    void setState(ConnectionState::Kind kind, const Error &error = {});

    std::unique_ptr<PsrpTransport> m_transport;
    const ConnectionSettings m_settings;
    PsrpClient m_client;
    std::function<void(const Result<> &)> m_opened;
    std::function<void()> m_closed;
    std::function<void(const ConnectionState &)> m_stateListener;
    std::map<QUuid, Pipeline> m_pipelines;
    QList<std::pair<QUuid, HostPrompt>> m_waitingForKey;
    QTimer m_openingTimer;
    QTimer m_closingTimer;
    std::optional<Error> m_failure;
    bool m_isOpen = false;
    bool m_isKeyRequested = false;
    bool m_isTold = false; // the transport knows which protocol the server speaks
};

} // namespace cspool
