// PsrpServer: the server's side of one runspace pool, played by a test. It has no transport of its own: bytes in, bytes
// out; commands are scripts of the test.
#pragma once

#include "backend/remoting/psrp/psrp_client.h"
#include "tests/remoting/psrp_values.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <deque>
#include <functional>
#include <map>
#include <memory>

namespace cspool::test {

class PsrpServer;

// One command while it runs. Lives until its end in the server.
class ServedCommand
{
public:
    QString name() const { return commands().first().name; }
    const QList<PsrpCommand> &commands() const { return m_statements.first(); } // of the statement that runs
    // Null when it was not given. Case-insensitive.
    const ClixmlValue *parameter(QStringView name) const;
    QString string(QStringView name) const; // empty when it was not given
    bool isOn(QStringView name) const; // given, and not $false

    void output(const ClixmlValue &value);
    void error(const QString &message, const QString &id = QStringLiteral("SomeError"), const QString &target = {});
    void warning(const QString &message);
    void verbose(const QString &message);
    void information(const QString &message);
    void progress(const ClixmlValue &record);
    void progress(const QByteArray &clixml); // the same, written already
    // A host method without a result.
    void host(HostMethod method, const QList<ClixmlValue> &parameters);
    // A host method with one; `answered` gets it, or nothing when the client refused.
    using Answered = std::function<void(const std::optional<ClixmlValue> &)>;
    void ask(HostMethod method, const QList<ClixmlValue> &parameters, Answered answered);
    // PowerShell's question of ShouldProcess: 0 yes, 1 yes to all, 2 no, 3 no to all.
    void confirm(const QString &operation, std::function<void(int)> answered);
    // Later, unless it has ended by then.
    void after(std::chrono::milliseconds delay, std::function<void()> work);
    // Does `work` once it is called, unless the command has ended by then, or is gone.
    std::function<void()> later(std::function<void()> work);
    // Calls `next` again and again as long as it says true, never with more than a few messages waiting for the client.
    void generate(std::function<bool()> next);

    void complete();
    void fail(const QString &message, const QString &id = QStringLiteral("SomeFailure"), int category = 0);
    // What a stop does; at first it ends as Stopped.
    std::function<void()> onStop;

private:
    friend class PsrpServer;
    using Statements = QList<QList<PsrpCommand>>;
    ServedCommand(PsrpServer *server, const QUuid &id, const Statements &statements);
    void end(PipelineState state, const std::optional<ClixmlValue> &reason = {});
    void generateSome();

    PsrpServer *m_server;
    const QUuid m_id;
    Statements m_statements; // the one that runs, and those after it
    std::map<qint64, Answered> m_questions;
    qint64 m_lastQuestion = 0;
    std::function<bool()> m_next;
    QObject m_context; // timers end with it
    bool m_hasEnded = false;
};

// Single-threaded. The transport asks take() for what there is to say.
class PsrpServer : public QObject
{
    Q_OBJECT

public:
    using Script = std::function<void(ServedCommand &)>;

    explicit PsrpServer(QObject *parent = nullptr);
    ~PsrpServer() override;

    void setScript(const QString &cmdlet, Script script);
    void removeScript(const QString &cmdlet); // the server has no such cmdlet
    void setFragmentSize(qsizetype bytes) { m_fragmentSize = bytes; } // header included
    int imports = 0; // of modules
    bool opens = true; // false: it takes the pool's first messages and says nothing
    QString refusal; // not empty: the pool breaks with it instead of opening

    // From the client, of any stream.
    void receive(const QUuid &lane, const QByteArray &fragments);
    void stop(const QUuid &pipeline);
    void stopAll(); // as an administrator of the server would
    void forget(const QUuid &pipeline); // the client released it

    // For the client: whole fragments of one pipeline (null: the pool), no more than `limit` bytes but one fragment.
    QByteArray take(const QUuid &pipeline, qsizetype limit);
    bool hasOutput(const QUuid &pipeline) const;
    bool hasEnded(const QUuid &pipeline) const; // and everything was taken

    void announceAll(); // outputAvailable() of all that waits
    void breakPool(const QString &reason);
    void sendRaw(const QUuid &pipeline, const QByteArray &bytes); // what no server would send
    void requestSessionKey(); // PUBLIC_KEY_REQUEST

    // What a client encrypted with the session key.
    QString decrypted(const ClixmlValue &secret) const;
    int runningCommands() const { return int(m_commands.size()); }
    qsizetype largestBacklog() const { return m_largestBacklog; } // messages that waited for the client at once

    struct Started
    {
        QList<PsrpCommand> commands; // of the last statement
    };
    const QList<Started> &started() const { return m_started; }

Q_SIGNALS:
    void outputAvailable(const QUuid &pipeline);

private:
    friend class ServedCommand;
    struct Lane
    {
        std::deque<QByteArray> fragments;
        bool hasEnded = false;
    };
    void handle(const PsrpMessage &message);
    void createPipeline(const PsrpMessage &message);
    void run(ServedCommand &command);
    void handleHostResponse(const PsrpMessage &message);
    void send(PsrpMessageType type, const QUuid &pipeline, const ClixmlValue &data);
    void sendWritten(PsrpMessageType type, const QUuid &pipeline, const QByteArray &clixml);
    void sendState(const QUuid &pipeline, PipelineState state, const std::optional<ClixmlValue> &reason);
    void answerPublicKey(const ClixmlValue &data);
    void open();

    QUuid m_pool;
    PsrpDefragmenter m_in;
    PsrpFragmenter m_out;
    qsizetype m_fragmentSize = 32768;
    std::map<QString, Script> m_scripts;
    std::map<QUuid, std::shared_ptr<ServedCommand>> m_commands;
    std::map<QUuid, Lane> m_lanes;
    QList<Started> m_started;
    SessionKey m_key;
    qsizetype m_largestBacklog = 0;
};

} // namespace cspool::test
