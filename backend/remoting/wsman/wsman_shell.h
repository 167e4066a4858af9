// WsmanShell: the envelopes of one shell of WS-Management, as text in and out. No I/O. MS-WSMV 3.1.4, MS-PSRP 3.1.5.3,
// DSP0226.
#pragma once

#include "backend/remoting/psrp/psrp_stream.h"
#include "model/result.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QUrl>
#include <QUuid>

#include <chrono>
#include <functional>
#include <optional>

namespace cspool {

enum class WsmanOperation { Create, Command, Send, Receive, Signal, Delete, Disconnect, Reconnect };

// What a request asks for, known again when its answer arrives.
struct WsmanRequest
{
    WsmanOperation operation = WsmanOperation::Receive;
    QUuid pipeline; // null: of the shell
    QByteArray body; // the whole envelope, UTF-8
};

struct WsmanFault
{
    quint32 code = 0; // 2150858793: operation timed out; 0: none was given
    QString subcode; // "w:TimedOut"
    QString reason; // the server's words
    QString provider; // of the inner fault, where there is one

    static constexpr quint32 AccessDenied = 5;
    static constexpr quint32 OperationAborted = 995; // what was outstanding when a shell was closed
    static constexpr quint32 OperationTimedOut = 2150858793;
    static constexpr quint32 ReceiveInProgress = 2150859047; // one that was asked for over a connection that is gone
    static constexpr quint32 ShellDisconnected = 2150859204;
    static constexpr quint32 StreamDisconnected = 2150859230;
    static constexpr quint32 ShellNotFound = 2150858843; // no such shell, or no such command

    bool operator==(const WsmanFault &) const = default;
};

struct WsmanResponse
{
    struct Stream
    {
        QString name; // "stdout"
        QUuid pipeline; // null: of the shell
        QByteArray data; // fragments, or parts of them
        bool operator==(const Stream &) const = default;
    };

    QString action; // the last part of its address: "ReceiveResponse"
    std::optional<WsmanFault> fault;
    QString shellId; // of a CreateResponse
    QUuid commandId; // of a CommandResponse
    std::optional<std::chrono::milliseconds> idleTimeout; // of a CreateResponse: after how long without a client it goes
    QList<Stream> streams; // of a ReceiveResponse
    QUuid finishedPipeline; // its CommandState is Done; null: none
};

class WsmanShell
{
public:
    struct Options
    {
        QUrl url; // https only
        QString resourceUri = QStringLiteral("http://schemas.microsoft.com/powershell/Microsoft.PowerShell");
        QString shellName = QStringLiteral("CsPoolConsole"); // some servers insist on one; empty: none is sent
        std::chrono::milliseconds operationTimeout
            = std::chrono::seconds(20); // how long a Receive may have nothing to say
        // After how long without a client the server deletes the shell; none: as the server is configured.
        std::optional<std::chrono::milliseconds> idleTimeout = {};
        bool loadsProfile = true; // the person's profile on the server
        qsizetype maxEnvelopeSize = 153600; // bytes; 512000 once the server speaks protocol 2.2
        QString locale = QStringLiteral("en-US"); // of messages and numbers
        std::function<QUuid()> newId = {}; // for tests that compare bytes; empty: random
    };
    explicit WsmanShell(const Options &options);

    const Options &options() const { return m_options; }
    void setMaxEnvelopeSize(qsizetype bytes);
    // As many bytes of fragments as fit into any envelope, with base64 and the envelope itself counted; and so the size
    // of the largest fragment.
    qsizetype capacity() const;

    const QString &shellId() const { return m_shellId; }
    // As the server named the shell; until then it has the pool's id.
    void setShellId(const QString &id);
    // As the server named a command; it has its pipeline's id until then, and again once it is forgotten. Servers before
    // WinRM 3.0 give names of their own.
    QUuid commandId(const QUuid &pipeline) const { return m_commandIds.value(pipeline, pipeline); }
    void setCommandId(const QUuid &pipeline, const QUuid &id);
    void forgetCommand(const QUuid &pipeline) { m_commandIds.remove(pipeline); }

    WsmanRequest create(const QUuid &pool, const QByteArray &fragments);
    WsmanRequest command(const QUuid &pipeline, const QByteArray &firstFragments);
    WsmanRequest send(const QUuid &pipeline, const QByteArray &fragments, PsrpStream stream);
    WsmanRequest receive(const QUuid &pipeline);
    WsmanRequest stop(const QUuid &pipeline);
    WsmanRequest terminate(const QUuid &pipeline);
    WsmanRequest remove();
    WsmanRequest disconnect();
    WsmanRequest reconnect(const QUuid &pipeline); // null: the shell itself, which comes first

    // Namespaces are read, not prefixes. An error when it is no envelope; a fault is no error.
    static Result<WsmanResponse> parse(const QByteArray &envelope);

private:
    QByteArray envelope(const QByteArray &action, const QByteArray &options, const QByteArray &body) const;
    QByteArray envelope(const QByteArray &action, const QByteArray &options, const QByteArray &body,
                        const QUuid &messageId) const;
    QByteArray selectors() const;
    QByteArray commandAttribute(const QUuid &pipeline) const;
    QByteArray signalBody(const QUuid &pipeline, const QByteArray &code) const;
    QByteArray createBody(const QUuid &pool, const QByteArray &fragments) const;
    QByteArray createOptions() const;
    void measure();

    Options m_options;
    QUuid m_sessionId;
    QString m_shellId;
    QHash<QUuid, QUuid> m_commandIds; // where they are not those of their pipelines
    qsizetype m_envelopeOverhead = 0; // bytes of the largest envelope without its fragments
};

} // namespace cspool
