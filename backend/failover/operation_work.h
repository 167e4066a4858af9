// OperationWork: what a guided operation is doing: writing events down, running a step's job, looking at the
// deployment. Private to FailoverOperation.
#pragma once

#include "backend/failover/failover_operation.h"
#include "backend/failover/operation_journal.h"

#include <QSet>
#include <QTimer>

namespace cspool {

// One thing at a time: what begins something is called only while nothing is busy, and whatever begins ends in
// Activity::None. Signals of the operation are the last thing a function does: a slot may destroy it.
class OperationWork : public QObject
{
    Q_OBJECT

public:
    using Made = std::function<void(const Result<> &)>;

    OperationWork(FailoverOperation *operation, const FailoverOperation::Parts &parts);

    // `made` comes from the event loop, and may destroy the operation.
    void begin(const FailoverFacts &facts, const QStringList &losses, const Made &made);
    void resume(const QUuid &operation, const Made &made);

    bool isBusy() const { return m_activity != Activity::None; }
    void runCurrentStep();
    void markCurrentStepRunElsewhere();
    void lookAtAll();
    void leaveOut(const QString &reason);
    void stop();
    void end();

    QUuid id;
    OperationState state;
    QList<OperationEvent> events;
    std::chrono::milliseconds interval = std::chrono::seconds(15);
    std::chrono::milliseconds patience = std::chrono::minutes(5);

private:
    enum class Activity {
        None,
        Writing, // what has to be on the disk before it happens
        Running, // a step's job
        Verifying, // a step's goal is looked at, again and again
        Looking, // at the goals of all steps, once
        Ending,
    };

    OperationEvent eventOf(const OperationEventContent &content) const;
    void append(const QList<OperationEvent> &happened);
    void writeBefore(const QList<OperationEventContent> &contents, const std::function<void()> &then);
    void record(const OperationEventContent &content);
    void become(Activity activity, int step = -1);

    void startSurvey();
    Result<> checkResumable(const QList<OperationEvent> &read) const;
    Result<> checkRunnable(const OperationStep &step) const;
    Result<Command> commandOf(const FailoverStep &step) const;
    void startJob(int step, const Command &command);
    void takeJobsEnd(const QUuid &job);
    void settleInterrupted();
    void settleFromHistory(int step, const Result<QList<JobInfo>> &jobs);

    void verify(int step);
    void look(const QList<FailoverFact> &facts);
    void takeLook();
    void judge();
    StepFinding findingOf(int step) const;
    bool isWorthWaitingFor(const OperationStep &step) const;
    QList<FailoverFact> factsOfAllSteps() const;
    FailoverGoal goalAtTheEnd() const; // what the checks at the end are about
    void finishEnd();

    FailoverOperation *q;
    const FailoverOperation::Parts m_parts;
    std::unique_ptr<OperationJournal> m_journal;
    std::unique_ptr<FailoverSurvey> m_survey; // null until it has begun
    QTimer m_pause; // between two looks
    Activity m_activity = Activity::None;
    int m_step = -1; // that runs or is verified
    QUuid m_job; // of the step that runs
    QUuid m_jobElsewhere; // that another process still runs, as the history told last
    qint64 m_looksLeft = 0;
    QList<FailoverFact> m_wanted; // by the look that is under way
    QSet<FailoverFact> m_known; // looked at by this process
    bool m_hasWritingFailed = false; // what has happened was not written down, as was said
    QList<std::optional<StepFinding>> m_written; // the finding of each step that the record holds
};

} // namespace cspool
