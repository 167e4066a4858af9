// PsrpTransport: what carries the fragments of a runspace pool to a server and back: WS-Management or a child process.
#pragma once

#include "backend/connection_settings.h"
#include "backend/remoting/psrp/psrp_stream.h"
#include "model/result.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QUuid>

#include <variant>

namespace cspool {

// Lives in one thread with an event loop (the session's network thread); nothing blocks. Signals come from the event
// loop, never from inside of the call that caused them. `pipeline` is null for the pool.
class PsrpTransport : public QObject
{
    Q_OBJECT

public:
    explicit PsrpTransport(QObject *parent = nullptr);
    ~PsrpTransport() override;

    // Once: makes the shell on the server with the first fragments; ready() or failed() follows, and received() from then on.
    virtual void open(const QUuid &pool, const QList<QByteArray> &fragments) = 0;
    // Starts a pipeline; its received() follow, pipelineClosed() at its end.
    virtual void createPipeline(const QUuid &pipeline, const QList<QByteArray> &fragments) = 0;
    virtual void send(const QUuid &pipeline, const QList<QByteArray> &fragments, PsrpStream stream) = 0;
    // Asks the server to stop the pipeline (ctrl+c); its end arrives as a state.
    virtual void stop(const QUuid &pipeline) = 0;
    // Whether more of the pipeline's output is asked for; wanted at first. While it is not, no further request for it is
    // sent: the server holds it back. What is under way still arrives. A transport with one stream for all pipelines
    // stops reading while any of them is held.
    virtual void setReceiving(const QUuid &pipeline, bool isWanted) = 0;
    // The pipeline has ended: what the server keeps of it is released.
    virtual void closePipeline(const QUuid &pipeline) = 0;
    // Deletes the shell; closed() follows, at the latest after `closeTimeout()` even when the server does not answer.
    virtual void close() = 0;

    // Largest fragment, header included, that fits into one message of this transport; changes with what the server says.
    virtual qsizetype maxFragmentSize() const = 0;
    // After failed(): what an administrator could do about it; monostate: nothing but what the error says.
    using Wanted = std::variant<std::monostate, CertificateProblem, PasswordWanted>;
    virtual Wanted wanted() const { return {}; }
    // The server speaks protocol 2.2 or later.
    virtual void setServerProtocolVersion(const QString &version) = 0;

Q_SIGNALS:
    void ready();
    void received(const QUuid &pipeline, const QByteArray &fragments);
    void pipelineFailed(const QUuid &pipeline, const cspool::Error &error); // this one only; the pool goes on
    void pipelineClosed(const QUuid &pipeline);
    // The connection is lost and is being tried again; work goes on on the server. Then recovered(), or failed(). A loss
    // that is mended within a moment is not told.
    void interrupted(const cspool::Error &error);
    void recovered();
    // An answer with output of this pipeline, or of the pool, may have been lost with a connection. Comes before what is
    // received next.
    void outputMayBeLost(const QUuid &pipeline);
    void failed(const cspool::Error &error); // the pool is gone; nothing follows but closed()
    void closed();
};

} // namespace cspool
