#include "app/terminal/readiness_run.h"

namespace cspool {

ReadinessRun::ReadinessRun(const std::shared_ptr<Session> &session, const FailoverGoal &goal, Interrupt *interrupt,
                           QObject *parent)
    : QObject(parent)
    , m_queries(session, &m_reaper)
    , m_survey(&m_queries, goal)
{
    connect(interrupt, &Interrupt::interrupted, this, [this] {
        m_isInterrupted = true;
        m_survey.stop();
    });
    connect(&m_survey, &FailoverSurvey::finished, this, &ReadinessRun::finished);
}

void ReadinessRun::start()
{
    m_survey.read();
}

} // namespace cspool
