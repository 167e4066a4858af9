// ProcessServer: a played server behind the packets that a process exchanges over its standard streams.
#pragma once

#include "backend/remoting/process/process_packet.h"
#include "tests/remoting/psrp_server.h"

#include <QFile>

#include <map>
#include <set>

class QSocketNotifier;

namespace cspool::test {

// Reads standard input and writes standard output. It is stricter than a genuine server: a client that lets a packet
// overtake another one, or forgets to close a pipeline, ends it with a line on standard error.
class ProcessServer : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        QString logFile; // gets a line for each packet: its kind, and "session" or "pipeline"
        int packetsServed = -1; // then `then` happens; -1: never
        enum class Then { Die, Garbage, EndlessLine, Silence, Error } then = Then::Die;
        bool closes = true; // false: never acknowledges a Close of the session
        bool leaves = true; // false: stays when its input ends
        QString banner; // written before anything else
    };
    ProcessServer(const Options &options, QObject *parent = nullptr);
    ~ProcessServer() override;

    PsrpServer &psrp() { return m_psrp; }

private:
    void readInput();
    void take(const ProcessPacket &packet);
    void serve(const ProcessPacket &packet);
    void misbehave();
    void log(const ProcessPacket &packet);
    void writeOutput(const QUuid &pipeline);
    void answer(ProcessPacket::Kind kind, const QUuid &pipeline);

    const Options m_options;
    PsrpServer m_psrp;
    ProcessPacketReader m_reader;
    QFile m_log;
    int m_served = 0;
    std::set<QUuid> m_pipelines;
    std::set<QUuid> m_unanswered; // lanes with a packet that was not acknowledged yet
    std::unique_ptr<QSocketNotifier> m_input;
};

} // namespace cspool::test
