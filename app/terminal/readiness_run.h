// ReadinessRun: reads once what a failover depends on.
#pragma once

#include "app/interrupt.h"
#include "backend/failover/failover_survey.h"

namespace cspool {

// Lives in the main thread. What it is given must outlive it.
class ReadinessRun : public QObject
{
    Q_OBJECT

public:
    ReadinessRun(const std::shared_ptr<Session> &session, const FailoverGoal &goal, Interrupt *interrupt,
                 QObject *parent = nullptr);

    void start(); // finished() follows

    const FailoverFacts &facts() const { return m_survey.facts(); }
    QList<FailoverCheck> checks() const { return m_survey.checks(); }
    bool isInterrupted() const { return m_isInterrupted; } // by the user: what was not read by then is not known

Q_SIGNALS:
    void finished();

private:
    PipelineReaper m_reaper;
    QueryRunner m_queries;
    FailoverSurvey m_survey;
    bool m_isInterrupted = false;
};

} // namespace cspool
