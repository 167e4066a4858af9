// Invoke-CsManagementServerFailover: makes the standby copy of the Central Management store the active one.
#include "backend/lab/central_management_failover.h"
#include "backend/lab/lab_cmdlet.h"

#include <QCoreApplication>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

class InvokeManagementServerFailover
{
    Q_DECLARE_TR_FUNCTIONS(cspool::InvokeManagementServerFailover)

public:
    static Result<> run(LabContext &context);

private:
    static Result<bool> recover(LabContext &context);
    static Result<> failOver(LabContext &context);
};

// Whether a failover that was begun before is done now: by default the next one would lead back.
Result<bool> InvokeManagementServerFailover::recover(LabContext &context)
{
    const auto deployment = context.deployment();
    if (!deployment)
        return deployment.error();
    const auto before = (*deployment)->centralManagement();
    if (!before)
        return before.error();
    const auto begun = (*deployment)->journalEntry(CentralStore::homeName());
    if (!begun)
        return begun.error();
    if (const auto locked = context.lockEverything(); !locked)
        return locked.error();
    if (context.runtime().isWhatIf() || !*begun)
        return false;
    if (const auto recovered = recoverCentralManagementFailover(**deployment, context.runtime()); !recovered)
        return recovered.error();
    const auto after = (*deployment)->centralManagement();
    if (!after)
        return after.error();
    return interruptedTarget(**begun) == after->activePool;
}

Result<> InvokeManagementServerFailover::run(LabContext &context)
{
    const auto isDone = recover(context);
    if (!isDone)
        return isDone.error();
    if (!*isDone)
        return failOver(context);
    const auto central = (*context.deployment())->centralManagement();
    if (!central)
        return central.error();
    context.runtime().writeHost(tr("The active Central Management store is on %1. The failover had been begun before.")
                                    .arg(central->activePool));
    return {};
}

Result<> InvokeManagementServerFailover::failOver(LabContext &context)
{
    CommandRuntime &runtime = context.runtime();
    Deployment &deployment = **context.deployment();
    const auto plan = planCentralManagementFailover(deployment, runtime, context.command().string(u"BackupPoolFqdn"),
                                                    context.command().isSwitchOn(u"Force"));
    if (!plan)
        return plan.error();
    if (const auto said = sayLosses(runtime, plan->losses); !said)
        return said;
    const auto accepted = runtime.shouldProcess(
        plan->to, tr("Make the Central Management store active that is now active on %1").arg(plan->from),
        tr("The topology and the configuration are published on %1 from then on; %2 keeps the standby copy.")
            .arg(plan->to, plan->from));
    if (!accepted)
        return accepted.error();
    if (!*accepted)
        return {};
    if (const auto done = failOverCentralManagement(deployment, runtime, *plan); !done)
        return done;
    runtime.writeHost(tr("The active Central Management store is on %1.").arg(plan->to));
    return {};
}

const LabCmdletRegistration registration("Invoke-CsManagementServerFailover", &InvokeManagementServerFailover::run);

} // namespace

} // namespace cspool
