#include "backend/failover/failover_operation.h"

#include "backend/failover/operation_report.h"
#include "backend/failover/operation_work.h"

namespace cspool {

FailoverOperation::FailoverOperation(const Parts &parts)
    : m_work(std::make_unique<OperationWork>(this, parts))
{
}

FailoverOperation::~FailoverOperation() = default;

namespace {

// Until it is made, an operation is a child of who waits for it.
auto handOver(FailoverOperation *operation, FailoverOperation::Made done)
{
    return [operation, done = std::move(done)](const Result<> &made) {
        operation->setParent(nullptr);
        std::unique_ptr<FailoverOperation> owned(operation);
        if (made)
            done(std::move(owned));
        else
            done(Error(made.error()));
    };
}

} // namespace

void FailoverOperation::begin(const Parts &parts, const FailoverFacts &facts, const QStringList &losses,
                              QObject *context, Made done)
{
    auto *operation = new FailoverOperation(parts);
    operation->setParent(context);
    operation->m_work->begin(facts, losses, handOver(operation, std::move(done)));
}

void FailoverOperation::resume(const Parts &parts, const QUuid &id, QObject *context, Made done)
{
    auto *operation = new FailoverOperation(parts);
    operation->setParent(context);
    operation->m_work->resume(id, handOver(operation, std::move(done)));
}

QUuid FailoverOperation::id() const
{
    return m_work->id;
}

FailoverGoal FailoverOperation::goal() const
{
    return m_work->state.begun().goal;
}

QString FailoverOperation::backupPool() const
{
    return m_work->state.begun().backupPool;
}

const QList<OperationStep> &FailoverOperation::steps() const
{
    return m_work->state.steps();
}

int FailoverOperation::currentStep() const
{
    return m_work->state.currentStep();
}

bool FailoverOperation::isBusy() const
{
    return m_work->isBusy();
}

bool FailoverOperation::hasEnded() const
{
    return m_work->state.hasEnded();
}

bool FailoverOperation::isPastPointOfNoReturn() const
{
    return m_work->state.isPastPointOfNoReturn();
}

bool FailoverOperation::canLeaveOut() const
{
    return !isBusy() && m_work->state.canLeaveOut();
}

const QList<OperationEvent> &FailoverOperation::events() const
{
    return m_work->events;
}

void FailoverOperation::runCurrentStep()
{
    if (!isBusy() && !hasEnded())
        m_work->runCurrentStep();
}

void FailoverOperation::markCurrentStepRunElsewhere()
{
    if (!isBusy() && !hasEnded())
        m_work->markCurrentStepRunElsewhere();
}

void FailoverOperation::verify()
{
    if (!isBusy() && !hasEnded())
        m_work->lookAtAll();
}

void FailoverOperation::leaveOut(const QString &reason)
{
    if (canLeaveOut())
        m_work->leaveOut(reason);
}

void FailoverOperation::stopCurrentStep()
{
    m_work->stop();
}

void FailoverOperation::end()
{
    if (!isBusy() && !hasEnded())
        m_work->end();
}

void FailoverOperation::setPatience(std::chrono::milliseconds interval, std::chrono::milliseconds total)
{
    m_work->interval = std::max(interval, std::chrono::milliseconds(1));
    m_work->patience = total;
}

ReportTree FailoverOperation::report() const
{
    return operationReport(m_work->events);
}

} // namespace cspool
