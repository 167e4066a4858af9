// QueryRunner: runs reading cmdlets beside the jobs, a few at a time, and hands over what each of them brought.
#pragma once

#include "backend/batch_pacer.h"
#include "backend/pipeline_reaper.h"

#include <QPointer>

#include <chrono>
#include <deque>
#include <functional>
#include <map>

namespace cspool {

struct QueryResult
{
    QList<Object> objects;
    QList<WarningRecord> warnings;
    QList<Error> errors; // all; a terminating one last
    QStringList hostMessages; // what was meant for the screen: what-if sentences
    QList<StepRecord> steps; // latest state of each, in the order of their beginning
    FinishedRecord finished;
    QDateTime startedAt; // UTC: what was read is at least as new as this

    bool isOk() const; // it came to its end and no error was written
    Error error() const; // only when not isOk(): the last one, or operationStopped()
};

// Lives in the window's thread. Commands that change data are refused (an assertion): they are jobs, except with
// WhatIf. Nothing is recorded in the history.
class QueryRunner : public QObject
{
    Q_OBJECT

public:
    using Callback = std::function<void(const QueryResult &)>;
    enum class Priority {
        Background,
        Foreground, // somebody is waiting for it: before all in the background
    };

    // `reaper` must outlive the runner; `concurrency`: how many run at once, at least 1.
    QueryRunner(const std::shared_ptr<Session> &session, PipelineReaper *reaper, int concurrency = 3,
                QObject *parent = nullptr);
    // Cancels all and leaves them to the reaper: waits for nobody.
    ~QueryRunner() override;

    Session *session() const { return m_session.get(); }

    // `done` is called from the event loop, in this thread, once, unless `context` is gone or cancel(context) was
    // called: then the command is cancelled, if it runs, or never begun. After `timeout` from its start (0: none) the
    // command is cancelled and `done` gets an OperationTimeout; it still counts as running until it has ended. What a
    // `done` that was not called holds lives until the command has ended.
    void run(const Command &command, QObject *context, Callback done, Priority priority = Priority::Background,
             std::chrono::milliseconds timeout = std::chrono::milliseconds(0));
    void cancel(QObject *context);

    int runningCount() const { return int(m_running.size()); }
    int waitingCount() const { return int(m_foreground.size() + m_background.size()); }

private:
    struct Query
    {
        Command command;
        QPointer<QObject> context; // null: nobody waits any more
        Callback done; // empty: it was called
        std::chrono::milliseconds timeout{0};
        QueryResult result;
        BatchPacer pacer;
        std::unique_ptr<Pipeline> pipeline;
    };
    using Waiting = std::deque<std::unique_ptr<Query>>;

    void startWaiting();
    void start(std::unique_ptr<Query> query);
    void scheduleReceive(qint64 id);
    void receive(qint64 id);
    void finish(qint64 id);
    void giveUp(qint64 id);
    void dropOrphans();
    void dropIf(const std::function<bool(const Query &)> &isUnwanted);
    Query *find(qint64 id) const;

    const std::shared_ptr<Session> m_session;
    PipelineReaper *m_reaper;
    const int m_concurrency;
    Waiting m_foreground;
    Waiting m_background;
    std::map<qint64, std::unique_ptr<Query>> m_running;
    qint64 m_nextId = 1;
};

} // namespace cspool
