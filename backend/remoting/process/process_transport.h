// ProcessTransport: a runspace pool's fragments to PowerShell in a child process, or through one (ssh).
#pragma once

#include "backend/connection_settings.h"
#include "backend/remoting/process/child_process.h"
#include "backend/remoting/process/process_flow.h"
#include "backend/remoting/process/process_program.h"
#include "backend/remoting/psrp_transport.h"

#include <QTimer>

#include <chrono>
#include <set>

namespace cspool {

// One stream each way carries everything, so that holding back one pipeline holds back all. A connection that is lost
// does not come back: the server's side ends with it.
class ProcessTransport : public PsrpTransport
{
    Q_OBJECT

public:
    struct Times
    {
        std::chrono::milliseconds answer = std::chrono::seconds(3); // for the last packet; then the process is killed
        std::chrono::milliseconds leaving = std::chrono::milliseconds(500); // for the process to end by itself
        std::chrono::milliseconds dying = std::chrono::seconds(1); // then closed() whatever there is
    };

    // `program` is what processProgram() says, or, in a test, something else that speaks the same.
    ProcessTransport(const ConnectionSettings &settings, const ProcessProgram &program, QObject *parent = nullptr);
    ProcessTransport(const ConnectionSettings &settings, const ProcessProgram &program, const Times &times,
                     QObject *parent = nullptr);
    ~ProcessTransport() override;

    void open(const QUuid &pool, const QList<QByteArray> &fragments) override;
    void createPipeline(const QUuid &pipeline, const QList<QByteArray> &fragments) override;
    void send(const QUuid &pipeline, const QList<QByteArray> &fragments, PsrpStream stream) override;
    void stop(const QUuid &pipeline) override;
    void setReceiving(const QUuid &pipeline, bool isWanted) override;
    void closePipeline(const QUuid &pipeline) override;
    void close() override;
    qsizetype maxFragmentSize() const override { return ProcessFlow::MaxContent; }
    void setServerProtocolVersion(const QString &) override { } // nothing depends on it

private:
    enum class State { New, Starting, Open, Closing, Leaving, Dying, Failed, Closed };

    bool isUsable() const { return m_state == State::Starting || m_state == State::Open; }
    bool listens() const { return isUsable() || m_state == State::Closing; }
    void flush();
    void takeOutput();
    void readPackets();
    void handle(const ProcessPacket &packet);
    void onEnded(const ProcessEnding &ending);
    void conclude();
    void logErrorLine(const QString &line);
    void onTimeout();
    void leave();
    void die();
    void fail(const Error &error);
    void finishClosing();

    const ConnectionSettings m_settings;
    const ProcessProgram m_program;
    const Times m_times;
    State m_state = State::New;
    ChildProcess m_process;
    ProcessPacketReader m_reader;
    ProcessFlow m_flow;
    std::set<QUuid> m_held;
    bool m_isReading = false; // packets
    bool m_wasOpen = false; // the server has answered
    std::optional<ProcessEnding> m_ending; // counts when all packets before it are read
    int m_loggedLines = 0;
    QTimer m_timer; // of closing
};

} // namespace cspool
