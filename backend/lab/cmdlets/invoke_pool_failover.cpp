// Invoke-CsPoolFailOver: lets the backup pool serve the users of a pool.
#include "backend/lab/failover.h"
#include "backend/lab/lab_cmdlet.h"

#include <QCoreApplication>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

class InvokePoolFailOver
{
    Q_DECLARE_TR_FUNCTIONS(cspool::InvokePoolFailOver)

public:
    static Result<> run(LabContext &context);

private:
    static Result<> failOver(LabContext &context, const Pool &pool);
};

Result<> InvokePoolFailOver::run(LabContext &context)
{
    const auto pool = context.pairedPool(context.command().string(u"PoolFqdn"));
    if (!pool)
        return pool.error();
    const auto deployment = context.deployment();
    if (!deployment)
        return deployment.error();
    const auto begun = (*deployment)->journalEntry(pool->fqdn);
    if (!begun)
        return begun.error();
    if (const auto locked = context.lockPair(*pool); !locked)
        return locked;
    // What was begun before, by this command when it was interrupted or by another one that was waited for, is done
    // now: doing it again would be an error.
    const auto ownership = (*deployment)->ownership(pool->fqdn);
    if (!ownership)
        return ownership.error();
    if (!context.runtime().isWhatIf() && *begun && (*begun)->operation == FailOverOperation
        && ownership->state == PoolState::FailedOver) {
        context.runtime().writeHost(
            tr("The pool %1 is failed over: %2 serves its users. The failover had been begun before.")
                .arg(pool->fqdn, ownership->owner));
        return {};
    }
    return failOver(context, *pool);
}

Result<> InvokePoolFailOver::failOver(LabContext &context, const Pool &pool)
{
    CommandRuntime &runtime = context.runtime();
    Deployment &deployment = **context.deployment();
    const auto pools = context.pools();
    if (!pools)
        return pools.error();
    const auto plan
        = planFailOver(deployment, runtime, *pools, pool.fqdn, context.command().isSwitchOn(u"DisasterMode"));
    if (!plan)
        return plan.error();
    if (const auto said = sayLosses(runtime, plan->losses); !said)
        return said;
    const auto accepted = runtime.shouldProcess(
        plan->pool, tr("Fail over to %1").arg(plan->to),
        plan->isDisaster
            ? tr("The users of %1 are served by %2 from then on, with the data that %2 has. %1 is not touched.")
                  .arg(plan->pool, plan->to)
            : tr("%1 becomes read-only, its last changes are copied, and its users are served by %2 from then on.")
                  .arg(plan->pool, plan->to));
    if (!accepted)
        return accepted.error();
    if (!*accepted)
        return {};
    if (const auto done = failOverPool(deployment, runtime, *pools, *plan); !done)
        return done;
    runtime.writeHost(tr("The pool %1 is failed over: %2 serves its users.").arg(plan->pool, plan->to));
    return {};
}

const LabCmdletRegistration registration("Invoke-CsPoolFailOver", &InvokePoolFailOver::run);

} // namespace

} // namespace cspool
