// RemoteWorld: a session with a played deployment, and commands run in it, for tests.
#pragma once

#include "backend/remoting/remote_session.h"
#include "tests/remoting/fake_transport.h"
#include "tests/remoting/played_deployment.h"
#include "tests/support/patience.h"

#include <QTemporaryDir>

#include <deque>
#include <mutex>

namespace cspool::test {

// A command and what it wrote. Its questions are answered from `answers`, in turn; when none is left, they stay open.
class RemoteCommand : public QObject
{
public:
    RemoteCommand(Session &session, const Command &command);

    Pipeline &pipeline() { return *m_pipeline; }
    void destroyPipeline() { m_pipeline.reset(); }
    void drain(); // takes what the mailbox holds
    bool waitForEnd(int milliseconds = LongWait);

    std::deque<PromptAnswer> answers; // their ids are set
    std::function<void(const Record &)> observer;

    QList<Record> records;
    bool keepsRecords = true; // false: they are counted
    std::optional<FinishedRecord> finished;
    qint64 outputs = 0;
    qint64 progressRecords = 0;
    qint64 spooled() const; // records that the spool got
    bool isSpoolInOrder() const; // nothing after the end, and one end

    QString outcome() const; // empty: it has not ended
    QStringList warnings() const;
    QStringList errors() const; // messages
    QList<Error> errorValues() const;
    QStringList hostMessages() const;
    QStringList verbose() const;
    QStringList informationForLog() const;
    QList<Object> objects() const;
    QList<PromptRequest> prompts() const;
    QList<StepRecord> steps() const; // the last state of each

private:
    struct Spool
    {
        std::mutex mutex;
        qint64 count = 0;
        qint64 ends = 0;
        bool isAfterEnd = false;
    };
    void take(const Record &record);

    const std::shared_ptr<Spool> m_spool = std::make_shared<Spool>();
    std::unique_ptr<Pipeline> m_pipeline;
};

class RemoteWorld
{
public:
    explicit RemoteWorld(const PlayedDeployment &deployment = {});

    PlayedDeployment deployment;
    std::function<void(PsrpServer &)> furtherSetUp; // after the deployment's own
    const std::shared_ptr<FakeServer> server = std::make_shared<FakeServer>();
    ConnectionSettings settings; // https://pool-a.contoso.com/OcsPowershell

    // Connects and waits for what comes of it; true when it is a session.
    bool connect();
    std::optional<ConnectionAttempt> attempt;
    QString attemptText() const; // "session", "certificate", "password", or the error's id
    Error attemptError() const;
    std::unique_ptr<Session> session;

    std::unique_ptr<RemoteCommand> start(const QString &line);
    QString reportFile() const { return m_folder.filePath(QStringLiteral("report.html")); }

private:
    QTemporaryDir m_folder;
};

} // namespace cspool::test
