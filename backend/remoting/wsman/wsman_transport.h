// WsmanTransport: a runspace pool's fragments over WS-Management and HTTPS. MS-PSRP 3.1.5.3, MS-WSMV.
#pragma once

#include "backend/connection_settings.h"
#include "backend/remoting/psrp_transport.h"
#include "backend/remoting/wsman/http_lane.h"
#include "backend/remoting/wsman/wsman_errors.h"
#include "backend/remoting/wsman/wsman_shell.h"

#include <QElapsedTimer>
#include <QTimer>

#include <map>
#include <memory>
#include <vector>

namespace cspool {

// One lane for the pool's Receive, one for each pipeline's, and one for control (Command, Send, Signal, Delete), which
// is so never held up by a Receive. The first request proves the credentials before another lane opens. Lanes of
// pipelines that ended serve the next ones.
//
// The server deletes a shell that no client has asked for anything for its IdleTimeOut, which is as the server is
// configured (two hours, usually) and is not changed. The pool's outstanding Receive keeps it; nothing polls beside
// that.
//
// A lost connection is got back with Disconnect, Reconnect (of the shell, then of each command) and a Receive of each:
// see wsman_recovery.cpp. close() deletes the shell, also that of an opening that failed; but not after a connection
// that did not come back while a command ran: deleting would end the command, of which was said that it may still run.
class WsmanTransport : public PsrpTransport
{
    Q_OBJECT

public:
    struct Times
    {
        std::chrono::milliseconds answerMargin = std::chrono::seconds(15); // beyond the operation time-out
        std::chrono::milliseconds closing = std::chrono::seconds(5); // then closed() without the server's answer
        std::chrono::milliseconds firstRetry = std::chrono::milliseconds(500); // doubled with each try, up to 16 times
        // A loss that is mended within this time is not told: what was read a moment ago is still what it was, and is
        // shown with its age as ever. Then it is.
        std::chrono::milliseconds untold = std::chrono::seconds(5);
        // A lost connection is tried again for so long, or as long as the server keeps the shell. As PowerShell does.
        std::chrono::milliseconds recovery = std::chrono::minutes(4);
    };

    WsmanTransport(const ConnectionSettings &settings, const Secret &secret, QObject *parent = nullptr);
    WsmanTransport(const ConnectionSettings &settings, const Secret &secret, const Times &times,
                   QObject *parent = nullptr);
    ~WsmanTransport() override;

    void open(const QUuid &pool, const QList<QByteArray> &fragments) override;
    void createPipeline(const QUuid &pipeline, const QList<QByteArray> &fragments) override;
    void send(const QUuid &pipeline, const QList<QByteArray> &fragments, PsrpStream stream) override;
    void stop(const QUuid &pipeline) override;
    void setReceiving(const QUuid &pipeline, bool isWanted) override;
    void closePipeline(const QUuid &pipeline) override;
    void close() override;
    qsizetype maxFragmentSize() const override;
    void setServerProtocolVersion(const QString &version) override;
    Wanted wanted() const override { return m_wanted; }

protected:
    // Of the answer to this request.
    virtual HttpLane::Limits limits(const WsmanRequest &request) const;

private:
    enum class State { Closed, Creating, Open, Interrupted, Closing, Failed };
    struct Channel // what is received of the pool (null) or of one pipeline
    {
        std::unique_ptr<HttpLane> lane;
        bool isReady = false; // the server knows it
        bool isWanted = true;
        bool isFinished = false;
        bool isReceiving = false;
        bool isPaused = false; // before the next Receive
        bool mayHaveLost = false; // the answer to a Receive
        bool hasUnansweredCommand = false; // it may have arrived
        QElapsedTimer sinceRequest;
    };

    std::unique_ptr<HttpLane> makeLane();
    void control(const WsmanRequest &request);
    void sendParts(const QUuid &pipeline, const QList<QByteArray> &parts, PsrpStream stream);
    QList<QByteArray> packed(const QList<QByteArray> &fragments) const;
    Channel *channel(const QUuid &id);
    void receive(const QUuid &id);
    void receiveLater(const QUuid &id);
    void receiveAfter(const QUuid &id, std::chrono::milliseconds pause);
    void retire(const QUuid &id);

    void onAnswer(const WsmanRequest &request, const WsmanResponse &response);
    void onFault(const WsmanRequest &request, const WsmanFault &fault);
    void onFailure(const WsmanRequest &request, const LaneFailure &failure);
    void onCreated(const WsmanResponse &response);
    void onReceived(const QUuid &id, const WsmanResponse &response);
    void onReceiveFault(const QUuid &id, const WsmanFault &fault);

    void interrupt(const WsmanRequest &request, const LaneFailure &failure);
    void keepForLater(const WsmanRequest &request, const LaneFailure &failure);
    void retryLater();
    void retry();
    void sendForRecovery(const WsmanRequest &request);
    void onRecoveryAnswer(const WsmanRequest &request, const std::optional<WsmanFault> &fault);
    void onShellFault(const WsmanFault &fault, ReconnectFault meaning);
    void reconnectNext();
    void giveUpCommands();
    void resume();
    std::chrono::milliseconds recoveryTime() const;
    Error goneError() const;
    bool hasRunningCommand() const;

    void failPool(const LaneFailure &failure);
    void failRequest(const WsmanRequest &request, const LaneFailure &failure);
    void failPipeline(const QUuid &pipeline, const Error &error);
    void loseCommand(const QUuid &pipeline, RemoteFailure failure);
    void closeAfter(const WsmanRequest &request);
    void removeShell();
    void finishClosing();

    const ConnectionSettings m_settings;
    const Times m_times;
    const std::shared_ptr<SignIn> m_signIn;
    WsmanShell m_shell;
    State m_state = State::Closed;
    bool m_wasOpened = false;
    bool m_closesAfterCreate = false;
    bool m_mayHaveShell = false; // there is one on the server, or may be one
    std::unique_ptr<HttpLane> m_control;
    std::map<QUuid, Channel> m_channels;
    std::vector<std::unique_ptr<HttpLane>> m_idleLanes;
    QList<QByteArray> m_restOfCreate; // fragments that did not fit into Create
    std::vector<WsmanRequest> m_kept; // of control, to be sent after a recovery
    bool m_canReconnect = true; // the server
    std::optional<std::chrono::milliseconds> m_idleTimeout; // of the shell
    qint64 m_lastAnswer = 0; // of the server: by the clock on the wall, which goes on while this computer sleeps; ms
    std::vector<QUuid> m_toReconnect;
    Error m_interruption;
    QElapsedTimer m_sinceInterruption;
    bool m_hasHeardSince = true; // the server has answered something since the last recovery
    bool m_isTold = false; // interrupted() was emitted
    std::chrono::milliseconds m_retryDelay{};
    QTimer m_retryTimer;
    QTimer m_untoldTimer;
    QTimer m_closeTimer;
    Wanted m_wanted;
};

} // namespace cspool
