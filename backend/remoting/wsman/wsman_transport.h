// WsmanTransport: a runspace pool's fragments over WS-Management and HTTPS. MS-PSRP 3.1.5.3, MS-WSMV.
#pragma once

#include "backend/connection_settings.h"
#include "backend/remoting/psrp_transport.h"
#include "backend/remoting/wsman/http_lane.h"
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
class WsmanTransport : public PsrpTransport
{
    Q_OBJECT

public:
    struct Times
    {
        std::chrono::milliseconds answerMargin = std::chrono::seconds(15); // beyond the operation time-out
        std::chrono::milliseconds closing = std::chrono::seconds(5); // then closed() without the server's answer
        std::chrono::milliseconds firstRetry = std::chrono::seconds(1); // doubled with each try, up to 16 times
        std::chrono::milliseconds recovery = std::chrono::minutes(4); // a lost connection is tried again for so long
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
        QElapsedTimer sinceRequest;
    };

    std::unique_ptr<HttpLane> makeLane();
    HttpLane::Limits limits(WsmanOperation operation) const;
    void control(const WsmanRequest &request);
    void sendParts(const QUuid &pipeline, const QList<QByteArray> &parts, PsrpStream stream);
    QList<QByteArray> packed(const QList<QByteArray> &fragments) const;
    Channel *channel(const QUuid &id);
    void receive(const QUuid &id);
    void receiveLater(const QUuid &id);
    void retire(const QUuid &id);

    void onAnswer(const WsmanRequest &request, const WsmanResponse &response);
    void onFault(const WsmanRequest &request, const WsmanFault &fault);
    void onFailure(const WsmanRequest &request, const LaneFailure &failure);
    void onCreated(const WsmanResponse &response);
    void onReceived(const QUuid &id, const WsmanResponse &response);

    void interrupt(const WsmanRequest &request, const LaneFailure &failure);
    void keepForLater(const WsmanRequest &request, const LaneFailure &failure);
    void retry();
    void onReconnectAnswer(const WsmanRequest &request, const std::optional<WsmanFault> &fault);
    void resume();

    void failPool(const LaneFailure &failure);
    void failRequest(const WsmanRequest &request, const LaneFailure &failure);
    void failPipeline(const QUuid &pipeline, const Error &error);
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
    std::vector<QUuid> m_toReconnect;
    Error m_interruption;
    QElapsedTimer m_sinceInterruption;
    std::chrono::milliseconds m_retryDelay{};
    QTimer m_retryTimer;
    QTimer m_closeTimer;
    Wanted m_wanted;
};

} // namespace cspool
