#include "tests/remoting/fake_transport.h"

#include <QTimer>

#include <latch>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

// Little enough for several answers to one command.
constexpr qsizetype AnswerSize = 64 * 1024;

Error unreachable(const QString &sentence)
{
    return {ErrorCategory::ResourceUnavailable, u"ConnectionLost"_s, sentence, u"Connect again."_s};
}

} // namespace

bool FakeServer::inNetworkThread(std::function<void(FakeTransport &, PsrpServer &)> work)
{
    std::latch ended(1);
    std::atomic<bool> wasDone = false;
    {
        // Ended too when the task is dropped with the transport.
        const std::shared_ptr<void> guard(nullptr, [&ended](void *) { ended.count_down(); });
        const std::lock_guard lock(m_mutex);
        if (m_poster) {
            m_poster->post([this, work = std::move(work), guard, &wasDone] {
                work(*m_transport, m_transport->server());
                wasDone = true;
            });
        }
    }
    ended.wait();
    return wasDone;
}

FakeTransport::FakeTransport(const std::shared_ptr<FakeServer> &server)
    : m_server(server)
{
    ++m_server->live;
    const std::lock_guard lock(m_server->m_mutex);
    m_server->m_poster = m_tasks.poster();
    m_server->m_transport = this;
    m_psrp.setFragmentSize(m_server->fragmentSize);
    if (m_server->setUp)
        m_server->setUp(m_psrp);
    // Queued, as from a network.
    connect(&m_psrp, &PsrpServer::outputAvailable, this, [this](const QUuid &pipeline) {
        if (!m_pulling.contains(pipeline)) {
            m_pulling.insert(pipeline);
            QTimer::singleShot(0, this, [this, pipeline] { pull(pipeline); });
        }
    });
}

FakeTransport::~FakeTransport()
{
    {
        const std::lock_guard lock(m_server->m_mutex);
        m_server->m_poster.reset();
    }
    --m_server->live;
}

bool FakeTransport::begins(const QString &operation)
{
    ++m_server->requests;
    if (m_isLost)
        return false;
    if (m_server->failing.contains(operation)) {
        QTimer::singleShot(0, this, [this, operation] { lose(u"The server refused to %1."_s.arg(operation)); });
        return false;
    }
    return !m_server->silent.contains(operation);
}

void FakeTransport::open(const QUuid &, const QList<QByteArray> &fragments)
{
    if (!begins(u"open"_s))
        return;
    QTimer::singleShot(0, this, [this, fragments] {
        Q_EMIT ready();
        for (const QByteArray &fragment : fragments)
            m_psrp.receive({}, fragment);
    });
}

void FakeTransport::createPipeline(const QUuid &pipeline, const QList<QByteArray> &fragments)
{
    if (m_server->failing.contains(u"pipeline"_s)) {
        ++m_server->requests;
        QTimer::singleShot(0, this, [this, pipeline] {
            Q_EMIT pipelineFailed(pipeline, unreachable(u"The server refused the command."_s));
        });
        return;
    }
    if (!begins(u"createPipeline"_s))
        return;
    QTimer::singleShot(0, this, [this, pipeline, fragments] {
        for (const QByteArray &fragment : fragments)
            m_psrp.receive(pipeline, fragment);
    });
}

void FakeTransport::send(const QUuid &pipeline, const QList<QByteArray> &fragments, PsrpStream)
{
    if (!begins(u"send"_s))
        return;
    QTimer::singleShot(0, this, [this, pipeline, fragments] {
        for (const QByteArray &fragment : fragments)
            m_psrp.receive(pipeline, fragment);
    });
}

void FakeTransport::stop(const QUuid &pipeline)
{
    ++m_server->stops;
    if (begins(u"stop"_s))
        QTimer::singleShot(0, this, [this, pipeline] { m_psrp.stop(pipeline); });
}

void FakeTransport::setReceiving(const QUuid &pipeline, bool isWanted)
{
    if (isWanted) {
        m_held.remove(pipeline);
        QTimer::singleShot(0, this, [this, pipeline] { pull(pipeline); });
    } else {
        ++m_server->holds;
        m_held.insert(pipeline);
    }
}

// One answer to a request for output.
void FakeTransport::pull(const QUuid &pipeline)
{
    m_pulling.remove(pipeline);
    m_server->largestBacklog = m_psrp.largestBacklog();
    if (m_isLost || m_isInterrupted || m_held.contains(pipeline) || !m_psrp.hasOutput(pipeline))
        return;
    ++m_server->pulls;
    const QByteArray bytes = m_psrp.take(pipeline, AnswerSize);
    Q_EMIT received(pipeline, bytes);
    if (m_psrp.hasEnded(pipeline) && !m_isLost)
        Q_EMIT pipelineClosed(pipeline);
    else if (m_psrp.hasOutput(pipeline))
        QTimer::singleShot(0, this, [this, pipeline] { pull(pipeline); });
}

void FakeTransport::closePipeline(const QUuid &pipeline)
{
    ++m_server->closedPipelines;
    m_held.remove(pipeline);
    QTimer::singleShot(0, this, [this, pipeline] { m_psrp.forget(pipeline); });
}

void FakeTransport::close()
{
    if (m_server->silent.contains(u"close"_s))
        return;
    m_server->isClosed = true;
    QTimer::singleShot(0, this, [this] { Q_EMIT closed(); });
}

void FakeTransport::lose(const QString &sentence)
{
    if (!std::exchange(m_isLost, true))
        Q_EMIT failed(unreachable(sentence));
}

void FakeTransport::interrupt(const QString &sentence)
{
    m_isInterrupted = true;
    Q_EMIT interrupted(unreachable(sentence));
}

void FakeTransport::recover()
{
    m_isInterrupted = false;
    Q_EMIT recovered();
    m_psrp.announceAll(); // what came in the meantime is fetched
}

} // namespace cspool::test
