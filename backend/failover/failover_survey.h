// FailoverSurvey: reads the facts of a failover from a deployment with its own cmdlets. Changes nothing.
#pragma once

#include "backend/query_runner.h"
#include "backend/worker_thread.h"
#include "model/failover/failover_check.h"

#include <map>
#include <memory>

namespace cspool {

// Lives in the thread of its QueryRunner; blocks nothing. Reads nothing by itself until read() is called.
class FailoverSurvey : public QObject
{
    Q_OBJECT

public:
    // `queries` must outlive it.
    FailoverSurvey(QueryRunner *queries, const FailoverGoal &goal, QObject *parent = nullptr);
    ~FailoverSurvey() override;

    const FailoverFacts &facts() const { return m_facts; }
    QList<FailoverCheck> checks() const { return checksFor(m_facts); }

    // Another way to the same end; what depends on it is no longer known, and read with the next read().
    void setGoal(const FailoverGoal &goal);

    // Reads all facts again, or some of them; those that are about the backup pool not before the pools are known.
    // changed() follows with each of them, finished() once after the last. What is being read is read once more: the
    // answer that is under way may be too old.
    void read();
    void read(const QList<FailoverFact> &facts);
    // Gives up what is under way: it is unknown. finished() follows.
    void stop();
    bool isReading() const { return !m_underWay.empty() || !m_waiting.isEmpty(); }
    // A cmdlet that has not answered by then is given up, and what it would have told is unknown; 0: never.
    void setAnswerTimeout(std::chrono::milliseconds timeout) { m_answerTimeout = timeout; } // two minutes unless set

Q_SIGNALS:
    void changed();
    void finished();

private:
    // One cmdlet that runs: who waits for its answer, and whether it is to be read once more afterwards.
    struct Running
    {
        std::unique_ptr<QObject> context;
        bool isWantedAgain = false;
    };

    void start(FailoverFact fact);
    template <typename T> void run(FailoverFact fact, Reading<T> &reading, QueryRunner::Callback take);
    template <typename T> void readObjects(FailoverFact fact, Reading<T> &reading, T (*decode)(const QList<Object> &));
    template <typename T> void takeFailure(FailoverFact fact, Reading<T> &reading, const Error &error);
    void readStatus(FailoverFact fact, Reading<PoolStatus> &reading, const QString &pool);
    void readPreview(FailoverFact fact, Reading<PreviewSaid> &reading);
    void end(FailoverFact fact);
    void askOtherBackupPool();
    void forget(const QList<FailoverFact> &facts);
    void giveUp(FailoverFact fact);
    void announceEnd();

    QueryRunner *m_queries;
    FailoverFacts m_facts;
    std::map<FailoverFact, Running> m_underWay;
    QList<FailoverFact> m_waiting; // for the pools
    bool m_isEndAnnounced = false;
    std::chrono::milliseconds m_answerTimeout = std::chrono::minutes(2);
    WorkerThread m_decoder;
};

// What of the cmdlets that a failover may need the session offers, and where it leads.
CommandReach reachOf(const Session &session);

} // namespace cspool
