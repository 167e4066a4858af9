// FailoverOperation: one guided failover or failback: its steps in their order, each with a confirmation before and a
// look at the deployment after; can be left and gone on with at any step.
#pragma once

#include "backend/failover/failover_survey.h"
#include "backend/failover/operation_state.h"
#include "backend/failover/operation_store.h"
#include "backend/job_runner.h"
#include "backend/report/report_tree.h"

#include <functional>
#include <memory>

namespace cspool {

class OperationWork;

// Lives in the window's thread (the command line's main thread) and does nothing slow there. Whether a step is reached
// is always read from the deployment. Nothing starts by itself.
class FailoverOperation : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        std::shared_ptr<Session> session;
        QueryRunner *queries = nullptr; // must outlive it, as must `jobs` and `history`
        JobRunner *jobs = nullptr;
        // Tells what became of a job that another process had begun; null: nobody can.
        AsyncJobHistory *history = nullptr;
        QString storeFolder; // of the OperationStore
        std::function<QDateTime()> now = {}; // UTC; empty: the system's clock
    };
    using Made = std::function<void(Result<std::unique_ptr<FailoverOperation>>)>;

    // Writes down that it begins, with these facts, their checks and their steps; a failback also gets the steps that
    // lead Edge pools back which an earlier failover of the pool has moved. `losses`: what was stated and accepted.
    // `done` comes from the event loop unless `context` is gone.
    static void begin(const Parts &parts, const FailoverFacts &facts, const QStringList &losses, QObject *context,
                      Made done);
    // Goes on with one that was left or interrupted; it is busy until all its steps have been looked at. An error when
    // it belongs to another deployment, has ended, or another process holds it.
    static void resume(const Parts &parts, const QUuid &id, QObject *context, Made done);
    // Leaves it: a job that runs goes on (the JobRunner's), and is found again by resume().
    ~FailoverOperation() override;

    QUuid id() const;
    FailoverGoal goal() const;
    QString backupPool() const;
    const QList<OperationStep> &steps() const;
    // The first that is neither reached nor left out; -1: none.
    int currentStep() const;
    bool isBusy() const; // a step runs or is verified, or an event is being written
    bool hasEnded() const;
    // Whether the pool may have changed hands: from here on nothing can be taken back by cancelling.
    bool isPastPointOfNoReturn() const;
    // Whether the current step can be left out: not the pool's own, which only end() gives up.
    bool canLeaveOut() const;
    const QList<OperationEvent> &events() const;

    // The current step; the caller has had it confirmed. What stands before it has been reached or left out. One that
    // only has to be looked at is verified; one that does not run here is not run.
    void runCurrentStep();
    // The current step was run on another server.
    void markCurrentStepRunElsewhere();
    // Looks at the deployment again, for every step.
    void verify();
    // The current step; the reason may be empty only when the step is optional.
    void leaveOut(const QString &reason);
    // Of a step that runs: cancels the job as far as it can be cancelled; what is true is looked at afterwards. Of one
    // that is verified: no more patience.
    void stopCurrentStep();
    // Reads all checks once more, writes them and the end down. Only when nothing is busy.
    void end();

    // How often, and for how long, a step's goal is looked at after its command: every 15 s for 5 minutes unless set.
    void setPatience(std::chrono::milliseconds interval, std::chrono::milliseconds total);

    // The record so far.
    ReportTree report() const;

Q_SIGNALS:
    void changed(); // steps, states, busy
    void jobSubmitted(const QUuid &job); // of the step that now runs
    void ended();
    // An event could not be written down. What it should have begun was not begun; what had happened is written down
    // with a later event, and is not complained of again until then.
    void journalFailed(const cspool::Error &error);
    // Nothing was started: the session does not take the step's command, the pool has another partner by now, or
    // another process still runs the command.
    void stepRefused(const cspool::Error &error);

private:
    explicit FailoverOperation(const Parts &parts);
    std::unique_ptr<OperationWork> m_work;
};

} // namespace cspool
