#include "backend/remoting/process/process_transport.h"

#include "backend/remoting/process/process_errors.h"

#include <QPointer>
#include <QScopedValueRollback>

#include <utility>

namespace cspool {

namespace {

constexpr int MaxLoggedLines = 200;

} // namespace

ProcessTransport::ProcessTransport(const ConnectionSettings &settings, const ProcessProgram &program, QObject *parent)
    : ProcessTransport(settings, program, Times(), parent)
{
}

ProcessTransport::ProcessTransport(const ConnectionSettings &settings, const ProcessProgram &program,
                                   const Times &times, QObject *parent)
    : PsrpTransport(parent)
    , m_settings(settings)
    , m_program(program)
    , m_times(times)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ProcessTransport::onTimeout);
    connect(&m_process, &ChildProcess::outputAvailable, this, &ProcessTransport::takeOutput);
    connect(&m_process, &ChildProcess::ended, this, &ProcessTransport::onEnded);
    connect(&m_process, &ChildProcess::errorLineWritten, this, &ProcessTransport::logErrorLine);
}

ProcessTransport::~ProcessTransport() = default;

void ProcessTransport::open(const QUuid &, const QList<QByteArray> &fragments)
{
    Q_ASSERT(m_state == State::New);
    m_state = State::Starting;
    m_process.start(m_program.program, m_program.arguments);
    m_flow.send({}, fragments, PsrpStream::Input);
    flush();
}

void ProcessTransport::createPipeline(const QUuid &pipeline, const QList<QByteArray> &fragments)
{
    if (!isUsable())
        return;
    m_flow.createPipeline(pipeline, fragments);
    flush();
}

void ProcessTransport::send(const QUuid &pipeline, const QList<QByteArray> &fragments, PsrpStream stream)
{
    if (!isUsable())
        return;
    m_flow.send(pipeline, fragments, stream);
    flush();
}

void ProcessTransport::stop(const QUuid &pipeline)
{
    if (!isUsable())
        return;
    m_flow.stop(pipeline);
    flush();
}

void ProcessTransport::closePipeline(const QUuid &pipeline)
{
    if (!isUsable())
        return;
    m_flow.closePipeline(pipeline);
    flush();
    setReceiving(pipeline, true);
}

void ProcessTransport::flush()
{
    m_process.write(m_flow.takeOutput());
}

void ProcessTransport::setReceiving(const QUuid &pipeline, bool isWanted)
{
    if (isWanted ? m_held.erase(pipeline) == 0 : !m_held.insert(pipeline).second)
        return;
    m_process.setOutputWanted(m_held.empty());
    if (m_held.empty()) // from the event loop, as everything that is received
        QMetaObject::invokeMethod(this, &ProcessTransport::readPackets, Qt::QueuedConnection);
}

void ProcessTransport::takeOutput()
{
    if (!m_held.empty())
        return;
    const QByteArray bytes = m_process.read(); // in every state, so that the process can end
    if (listens()) {
        m_reader.add(bytes);
        readPackets();
    }
}

// Until somebody holds back: what follows in the same bytes waits too.
void ProcessTransport::readPackets()
{
    if (m_isReading)
        return;
    const QPointer<ProcessTransport> guard(this);
    m_isReading = true;
    while (m_held.empty() && listens()) {
        const std::optional<Result<ProcessPacket>> packet = m_reader.next();
        if (!packet)
            break;
        if (*packet)
            handle(packet->value());
        else
            fail(processError(m_settings, packet->error(), m_process.lastErrorLines()));
        if (!guard)
            return;
    }
    m_isReading = false;
    if (m_held.empty() && m_ending)
        conclude();
}

void ProcessTransport::handle(const ProcessPacket &packet)
{
    const Result<ProcessFlow::Received> received = m_flow.receive(packet);
    if (!received)
        return fail(processError(m_settings, received.error(), m_process.lastErrorLines()));
    flush();
    m_wasOpen = true;
    const QPointer<ProcessTransport> guard(this);
    if (m_state == State::Starting) {
        m_state = State::Open;
        Q_EMIT ready();
    }
    if (!guard)
        return;
    switch (received->what) {
    case ProcessFlow::Received::What::Data:
        if (m_state == State::Open)
            Q_EMIT this->received(received->pipeline, received->fragments);
        return;
    case ProcessFlow::Received::What::PipelineClosed:
        if (m_state == State::Open)
            Q_EMIT pipelineClosed(received->pipeline);
        return;
    case ProcessFlow::Received::What::SessionClosed:
        return leave();
    case ProcessFlow::Received::What::Nothing:
        return;
    }
}

void ProcessTransport::onEnded(const ProcessEnding &ending)
{
    m_ending = ending;
    readPackets();
}

void ProcessTransport::conclude()
{
    switch (m_state) {
    case State::Starting:
    case State::Open:
        return fail(processError(m_settings, *m_ending, m_process.lastErrorLines(), m_wasOpen));
    case State::Closing:
    case State::Leaving:
    case State::Dying:
        return finishClosing();
    default:
        return;
    }
}

// What it complains of and goes on all the same is of use when something is wrong later.
void ProcessTransport::logErrorLine(const QString &line)
{
    if (++m_loggedLines <= MaxLoggedLines)
        qInfo("The process for %ls says: %ls", qUtf16Printable(m_settings.serverName()), qUtf16Printable(line));
}

void ProcessTransport::fail(const Error &error)
{
    if (m_state == State::Closing || m_state == State::Leaving || m_state == State::Dying)
        return die(); // there is nobody to tell it to
    m_state = State::Failed;
    m_process.kill();
    Q_EMIT failed(error);
}

void ProcessTransport::close()
{
    if (m_state == State::Closing || m_state == State::Leaving || m_state == State::Dying || m_state == State::Closed)
        return;
    m_held.clear();
    m_process.setOutputWanted(true);
    if (m_state == State::Open) {
        m_state = State::Closing;
        m_timer.start(m_times.answer);
        m_flow.close();
        flush();
    } else {
        die(); // it has said nothing yet, or nothing that could be relied upon
    }
}

// Its input ends, and so does a server.
void ProcessTransport::leave()
{
    m_state = State::Leaving;
    m_process.closeInput();
    m_timer.start(m_times.leaving);
}

void ProcessTransport::die()
{
    m_state = State::Dying;
    m_timer.start(m_process.isRunning() ? m_times.dying : std::chrono::milliseconds(0));
    m_process.kill();
}

void ProcessTransport::onTimeout()
{
    if (m_state == State::Closing || m_state == State::Leaving)
        die();
    else
        finishClosing();
}

void ProcessTransport::finishClosing()
{
    m_state = State::Closed;
    m_timer.stop();
    Q_EMIT closed();
}

} // namespace cspool
