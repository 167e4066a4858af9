// GuidedWorld: a guided failover or failback of pool a against a played deployment, with the jobs, the history and the
// store of operations that the console has, for tests.
#pragma once

#include "backend/failover/failover_operation.h"
#include "tests/remoting/played_world.h"

#include <QTemporaryDir>

namespace cspool::test {

class GuidedWorld : public PlayedWorld
{
public:
    GuidedWorld();
    ~GuidedWorld();

    // Connects, reads the facts, and begins. True: there is an operation, and it is not busy.
    bool begin(FailoverDirection direction = FailoverDirection::FailOver, bool isDisaster = false);
    // Leaves the operation and its session, as the end of the program does; jobs are cancelled with it.
    void leave();
    bool resume(const QUuid &id); // with a new session

    // The current step as a person does it: run here, or in a shell of one's own and then marked. Waits until the
    // operation is not busy any more; false when it stays so.
    bool doStep();
    bool waitUntilIdle();
    bool waitForPointOfStep(PlayedPoint point); // runs the current step and waits until it is there
    QStringList stepIds() const;
    QString stateOf(FailoverStepKind kind) const; // "Reached"; "not there"
    const OperationStep &step(FailoverStepKind kind) const;
    FailoverOperation &guided() { return *operation; }

    std::unique_ptr<FailoverOperation> operation;
    QList<Error> refusals; // of steps, and of the record

private:
    FailoverOperation::Parts parts();
    void makeWorkers();
    FailoverOperation::Made taking(std::optional<Result<>> *made);

    QTemporaryDir m_folder;
    PipelineReaper m_reaper;
    std::unique_ptr<AsyncJobHistory> m_history;
    std::unique_ptr<JobRunner> m_jobs;
    std::unique_ptr<QueryRunner> m_queries;
};

} // namespace cspool::test
