// FakeTransport: a transport straight to a PsrpServer in the same thread; and FakeServer, the test's hand on both.
#pragma once

#include "backend/remoting/psrp_transport.h"
#include "backend/remoting/task_queue.h"
#include "tests/remoting/psrp_server.h"

#include <QSet>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

namespace cspool::test {

class FakeTransport;

// Shared by the test's thread and the network's.
class FakeServer
{
public:
    // Called in the network's thread before the transport opens.
    std::function<void(PsrpServer &)> setUp;
    qsizetype fragmentSize = 32768; // both ways, header included
    QSet<QString> silent; // operations to which the server never answers: "open", "stop", "send", "close"
    QSet<QString> failing; // operations that fail: "open", "createPipeline", "send", "pipeline" (the pipeline alone)
    PsrpTransport::Wanted wanted; // when "open" fails

    std::atomic<int> requests = 0; // of the client, without those for output
    std::atomic<int> pulls = 0; // answers with output
    std::atomic<int> holds = 0; // how often a pipeline was held back
    std::atomic<int> stops = 0;
    std::atomic<int> closedPipelines = 0;
    std::atomic<qsizetype> largestBacklog = 0;
    std::atomic<bool> isClosed = false; // the shell was deleted
    std::atomic<int> live = 0; // transports that are there

    // Runs work in the network's thread, and waits for it; false when the transport is gone.
    bool inNetworkThread(std::function<void(FakeTransport &, PsrpServer &)> work);

private:
    friend class FakeTransport;
    std::mutex m_mutex;
    std::optional<TaskQueue::Poster> m_poster;
    FakeTransport *m_transport = nullptr; // of the network's thread
};

class FakeTransport : public PsrpTransport
{
    Q_OBJECT

public:
    explicit FakeTransport(const std::shared_ptr<FakeServer> &server);
    ~FakeTransport() override;

    void open(const QUuid &pool, const QList<QByteArray> &fragments) override;
    void createPipeline(const QUuid &pipeline, const QList<QByteArray> &fragments) override;
    void send(const QUuid &pipeline, const QList<QByteArray> &fragments, PsrpStream stream) override;
    void stop(const QUuid &pipeline) override;
    void setReceiving(const QUuid &pipeline, bool isWanted) override;
    void closePipeline(const QUuid &pipeline) override;
    void close() override;
    qsizetype maxFragmentSize() const override { return m_server->fragmentSize; }
    void setServerProtocolVersion(const QString &version) override { protocolVersion = version; }
    Wanted wanted() const override { return m_server->wanted; }

    void lose(const QString &sentence); // failed()
    void interrupt(const QString &sentence);
    void recover();
    PsrpServer &server() { return m_psrp; }
    QString protocolVersion;

private:
    bool begins(const QString &operation); // false: it fails, or nobody answers
    void pull(const QUuid &pipeline);

    const std::shared_ptr<FakeServer> m_server;
    TaskQueue m_tasks;
    PsrpServer m_psrp;
    QSet<QUuid> m_held;
    QSet<QUuid> m_pulling;
    bool m_isLost = false;
    bool m_isInterrupted = false;
};

} // namespace cspool::test
