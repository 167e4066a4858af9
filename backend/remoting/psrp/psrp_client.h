// PsrpClient: one runspace pool on a server with its pipelines, as a state machine. Bytes in; bytes and events out.
// MS-PSRP 3.1.
#pragma once

#include "backend/remoting/psrp/host_call.h"
#include "backend/remoting/psrp/psrp_fragment.h"
#include "backend/remoting/psrp/psrp_message.h"
#include "backend/remoting/psrp/psrp_stream.h"
#include "backend/remoting/psrp/session_key.h"
#include "model/records.h"

#include <QUuid>

#include <memory>
#include <variant>
#include <vector>

namespace cspool {

// MS-PSRP 2.2.3.4 and 2.2.3.21.
enum class RunspacePoolState { BeforeOpen = 0, Opening = 1, Opened = 2, Closed = 3, Closing = 4, Broken = 5,
                               NegotiationSent = 6, NegotiationSucceeded = 7, Connecting = 8, Disconnected = 9 };
enum class PipelineState { NotStarted = 0, Running = 1, Stopping = 2, Stopped = 3, Completed = 4, Failed = 5, Disconnected = 6 };

// A command as it travels: always a cmdlet with typed parameters, never a script.
struct PsrpParameter
{
    QString name; // without a dash; empty: by position
    ClixmlValue value;
};
struct PsrpCommand
{
    QString name;
    QList<PsrpParameter> parameters;
    bool endsStatement = false; // what follows begins a pipeline of its own (";"), otherwise it is piped to ("|")
};

// What came of the bytes. `pipeline` is null for what concerns the pool.
struct RunspacePoolStateChanged { RunspacePoolState state; std::optional<Error> reason; };
struct ServerDataReceived { QString protocolVersion; ClixmlValue applicationPrivateData; }; // PSVersionTable and its kin
struct PipelineStateChanged { QUuid pipeline; PipelineState state; std::optional<ClixmlValue> reason; };
struct PipelineOutputReceived { QUuid pipeline; ClixmlValue value; };
// Error, warning, verbose, debug, progress and information records; decode with psrp_records.h.
struct PipelineRecordReceived { QUuid pipeline; PsrpMessageType type; ClixmlValue value; };
struct HostCallReceived { QUuid pipeline; HostCall call; };
// Only after expectGap(): the lane of the pipeline is asked on; and, before its end, some of its output may be missing.
struct OutputAtRisk { QUuid pipeline; };
struct OutputLost { QUuid pipeline; };
struct SessionKeyReady { };
struct SessionKeyRequested { }; // a server before protocol 2.2 wants requestSessionKey() sent
struct MessageSkipped { PsrpMessageType type; QString why; }; // for the log

struct PsrpEvent
{
    std::variant<RunspacePoolStateChanged, ServerDataReceived, PipelineStateChanged, PipelineOutputReceived,
                 PipelineRecordReceived, HostCallReceived, OutputAtRisk, OutputLost, SessionKeyReady, SessionKeyRequested, MessageSkipped>
        content;
};

// Not thread-safe; no I/O, no clock. Every function that returns fragments returns them in the order in which they must
// be sent, each a whole fragment, so that a transport can fill its envelopes.
class PsrpClient
{
public:
    struct Options
    {
        QUuid pool = QUuid::createUuid();
        int minRunspaces = 1;
        int maxRunspaces = 4; // above 1, or a reading waits behind a job
        bool hasHost = true; // false: the server never asks
        bool recordsTellInvocation = false; // each record says which command made it, in some kilobytes
        qsizetype maxFragmentSize = 32768; // bytes, header included; see setMaxFragmentSize()
    };
    PsrpClient();
    explicit PsrpClient(const Options &options);
    ~PsrpClient();

    const QUuid &pool() const;
    RunspacePoolState state() const;
    QString serverProtocolVersion() const; // empty: not told yet
    void setMaxFragmentSize(qsizetype bytes); // follows the transport's envelope

    QList<QByteArray> open(); // SESSION_CAPABILITY and INIT_RUNSPACEPOOL
    // CREATE_PIPELINE. `pipeline` is new. With input, input() follows any number of times, and endInput() once.
    QList<QByteArray> createPipeline(const QUuid &pipeline, const QList<PsrpCommand> &commands, bool hasInput = false);
    QList<QByteArray> input(const QUuid &pipeline, const ClixmlValue &value);
    QList<QByteArray> endInput(const QUuid &pipeline);
    // The answer to a host call of a pipeline, or, with a null id, of the pool.
    QList<QByteArray> answer(const QUuid &pipeline, const HostCall &call, const ClixmlValue &result);
    QList<QByteArray> refuse(const QUuid &pipeline, const HostCall &call, const QString &reason);
    // PUBLIC_KEY; SessionKeyReady follows. Nothing when no key could be made.
    QList<QByteArray> requestSessionKey();
    const SessionKey &sessionKey() const;

    // Bytes from the server: any number of fragments, split anywhere. `lane` tells apart what a transport receives beside
    // each other: the pipeline whose output it is. Events in order; an error breaks the pool (state() is Broken), and
    // every later call repeats it.
    // What was received of `lane` may have a gap from here on. OutputLost comes before the end of its pipeline unless it can
    // be shown that nothing is missing.
    void expectGap(const QUuid &lane);
    Result<std::vector<PsrpEvent>> receive(const QByteArray &fragments, const QUuid &lane = {});

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace cspool
