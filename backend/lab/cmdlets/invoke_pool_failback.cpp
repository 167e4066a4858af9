// Invoke-CsPoolFailBack: gives a failed over pool its users back, and completes a failback that was left unfinished.
#include "backend/lab/failover.h"
#include "backend/lab/lab_cmdlet.h"

#include <QCoreApplication>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

class InvokePoolFailBack
{
    Q_DECLARE_TR_FUNCTIONS(cspool::InvokePoolFailBack)

public:
    static Result<> run(LabContext &context);

private:
    static Result<> failBack(LabContext &context, const Pool &pool);
    static QString action(const FailoverPlan &plan);
    static QString description(const FailoverPlan &plan);
};

Result<> InvokePoolFailBack::run(LabContext &context)
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
    // now.
    const auto ownership = (*deployment)->ownership(pool->fqdn);
    if (!ownership)
        return ownership.error();
    if (!context.runtime().isWhatIf() && *begun && (*begun)->operation == FailBackOperation
        && ownership->owner == pool->fqdn) {
        context.runtime().writeHost(
            tr("The pool %1 serves its users again; its state is %2. The failback had been begun before.")
                .arg(pool->fqdn, toString(ownership->state)));
        return {};
    }
    return failBack(context, *pool);
}

QString InvokePoolFailBack::action(const FailoverPlan &plan)
{
    return plan.isCompletion ? tr("Complete the failback from %1").arg(plan.from)
                             : tr("Fail back from %1").arg(plan.from);
}

QString InvokePoolFailBack::description(const FailoverPlan &plan)
{
    if (plan.isCompletion) {
        return tr("%1 and %2 exchange what either of them lacks, and %1 becomes Active.").arg(plan.pool, plan.from);
    }
    if (plan.isDisaster) {
        return tr("%1 serves its users from then on, with the data that it has. %2 is not touched.")
            .arg(plan.pool, plan.from);
    }
    return tr("What was changed on %2 is copied back, and %1 serves its users from then on.").arg(plan.pool, plan.from);
}

Result<> InvokePoolFailBack::failBack(LabContext &context, const Pool &pool)
{
    CommandRuntime &runtime = context.runtime();
    Deployment &deployment = **context.deployment();
    const auto pools = context.pools();
    if (!pools)
        return pools.error();
    const auto plan
        = planFailBack(deployment, runtime, *pools, pool.fqdn, context.command().isSwitchOn(u"DisasterMode"));
    if (!plan)
        return plan.error();
    if (const auto said = sayLosses(runtime, plan->losses); !said)
        return said;
    const auto accepted = runtime.shouldProcess(plan->pool, action(*plan), description(*plan));
    if (!accepted)
        return accepted.error();
    if (!*accepted)
        return {};
    if (const auto done = failBackPool(deployment, runtime, *pools, *plan); !done)
        return done;
    const auto ownership = deployment.ownership(plan->pool);
    if (!ownership)
        return ownership.error();
    runtime.writeHost(
        tr("The pool %1 serves its users again; its state is %2.").arg(plan->pool, toString(ownership->state)));
    return {};
}

const LabCmdletRegistration registration("Invoke-CsPoolFailBack", &InvokePoolFailBack::run);

} // namespace

} // namespace cspool
