// FailoverSurvey: reads the facts of a failover from a deployment with its own cmdlets. Changes nothing.
#pragma once

#include "backend/query_runner.h"
#include "model/failover/failover_check.h"

namespace cspool {

// Lives in the thread of its QueryRunner; blocks nothing.
class FailoverSurvey : public QObject
{
    Q_OBJECT

public:
    // `queries` must outlive it.
    FailoverSurvey(QueryRunner *queries, const FailoverGoal &goal, QObject *parent = nullptr);

    const FailoverFacts &facts() const { return m_facts; }
    QList<FailoverCheck> checks() const { return checksFor(m_facts); }

    // Another way to the same end; what depends on it is no longer known, and read with the next read().
    void setGoal(const FailoverGoal &goal);

    // Reads all facts again, or some of them; facts that others depend on (Pools: the backup pool) first. changed()
    // follows with each of them, finished() once after the last. What is being read is read once more.
    void read();
    void read(const QList<FailoverFact> &facts);
    // Gives up what is under way: it is unknown. finished() follows.
    void stop();
    bool isReading() const;
    // A cmdlet that has not answered by then is given up, and what it would have told is unknown; 0: never.
    void setAnswerTimeout(std::chrono::milliseconds timeout); // two minutes unless it is set

Q_SIGNALS:
    void changed();
    void finished();

private:
    QueryRunner *m_queries;
    FailoverFacts m_facts;
};

// What of the cmdlets that a failover may need the session offers, and where it leads.
CommandReach reachOf(const Session &session);

} // namespace cspool
