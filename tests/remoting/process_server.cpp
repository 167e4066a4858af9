#include "tests/remoting/process_server.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <cstdio>
#include <cstdlib>
#include <unistd.h>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

using Kind = ProcessPacket::Kind;

void write(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stdout);
    std::fflush(stdout);
}

[[noreturn]] void accuse(const char *what)
{
    std::fprintf(stderr, "The client %s.\n", what);
    std::fflush(stderr);
    std::_Exit(3);
}

const char *nameOf(Kind kind)
{
    switch (kind) {
    case Kind::Data:
        return "Data";
    case Kind::Command:
        return "Command";
    case Kind::Signal:
        return "Signal";
    case Kind::Close:
        return "Close";
    default:
        return "what only a server sends";
    }
}

} // namespace

ProcessServer::ProcessServer(const Options &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_log(options.logFile)
    , m_input(std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read))
{
    if (!m_options.logFile.isEmpty() && !m_log.open(QIODevice::WriteOnly))
        qFatal("The log cannot be written");
    connect(m_input.get(), &QSocketNotifier::activated, this, &ProcessServer::readInput);
    connect(&m_psrp, &PsrpServer::outputAvailable, this, &ProcessServer::writeOutput, Qt::QueuedConnection);
    if (!m_options.banner.isEmpty())
        write(m_options.banner.toUtf8() + '\n');
}

ProcessServer::~ProcessServer() = default;

void ProcessServer::readInput()
{
    QByteArray bytes(65536, Qt::Uninitialized);
    const ssize_t size = ::read(STDIN_FILENO, bytes.data(), std::size_t(bytes.size()));
    if (size <= 0) {
        m_input->setEnabled(false);
        if (m_options.leaves)
            QCoreApplication::exit(0);
        return;
    }
    m_reader.add(bytes.first(size));
    while (const std::optional<Result<ProcessPacket>> packet = m_reader.next()) {
        if (!*packet)
            accuse("writes what is no packet");
        take(packet->value());
    }
}

void ProcessServer::take(const ProcessPacket &packet)
{
    log(packet);
    if (m_options.packetsServed >= 0 && m_served++ >= m_options.packetsServed)
        return misbehave();
    // A Close may overtake, because of a pipeline that has ended nothing else is acknowledged.
    if (packet.kind != Kind::Close && m_unanswered.contains(packet.pipeline))
        accuse("does not wait for an answer");
    m_unanswered.insert(packet.pipeline);
    // Later, so that a client which does not wait is found out.
    QTimer::singleShot(0, this, [this, packet] { serve(packet); });
}

void ProcessServer::log(const ProcessPacket &packet)
{
    if (m_log.isOpen()) {
        m_log.write(nameOf(packet.kind));
        m_log.write(packet.pipeline.isNull() ? " session\n" : " pipeline\n");
        m_log.flush();
    }
}

void ProcessServer::serve(const ProcessPacket &packet)
{
    const bool isSession = packet.pipeline.isNull();
    if (packet.kind != Kind::Command && !isSession && !m_pipelines.contains(packet.pipeline))
        accuse("speaks of a pipeline that there is not");
    switch (packet.kind) {
    case Kind::Command:
        m_pipelines.insert(packet.pipeline);
        return answer(Kind::CommandAck, packet.pipeline);
    case Kind::Data:
        answer(Kind::DataAck, packet.pipeline);
        return m_psrp.receive(packet.pipeline, packet.content);
    case Kind::Signal:
        m_psrp.stop(packet.pipeline);
        return answer(Kind::SignalAck, packet.pipeline);
    case Kind::Close:
        if (isSession && !m_pipelines.empty())
            accuse("closes the session before its pipelines");
        m_psrp.forget(packet.pipeline);
        m_pipelines.erase(packet.pipeline);
        if (!isSession || m_options.closes)
            answer(Kind::CloseAck, packet.pipeline);
        return;
    default:
        accuse("sends what only a server sends");
    }
}

void ProcessServer::answer(Kind kind, const QUuid &pipeline)
{
    m_unanswered.erase(pipeline);
    write(encodeProcessPacket({kind, pipeline}));
}

void ProcessServer::writeOutput(const QUuid &pipeline)
{
    while (m_psrp.hasOutput(pipeline))
        write(encodeProcessPacket({Kind::Data, pipeline, PsrpStream::Input, m_psrp.take(pipeline, 1)}));
}

void ProcessServer::misbehave()
{
    switch (m_options.then) {
    case Options::Then::Die:
        std::fputs("first line\nThe server has lost its mind.\n", stderr);
        std::fflush(stderr);
        std::_Exit(9);
    case Options::Then::Garbage:
        return write("Have a nice day!\n");
    case Options::Then::EndlessLine:
        for (;;)
            write(QByteArray(65536, 'x'));
    case Options::Then::Error:
        return write("__NamedPipeError__:Out of order.\n");
    case Options::Then::Silence:
        return;
    }
}

} // namespace cspool::test
