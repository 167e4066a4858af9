// Invoke-CsManagementStoreReplication: brings the local replicas up to date with the Central Management store. In a lab
// deployment it returns when that is done (a lab rule of ours: the real cmdlet only starts it).
#include "backend/lab/central_writing.h"

#include <QCoreApplication>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

class InvokeReplication
{
    Q_DECLARE_TR_FUNCTIONS(cspool::InvokeManagementStoreReplication)

public:
    static Result<> run(LabContext &context);

private:
    static Result<> replicate(LabContext &context, const CentralStore &source, const QString &pool);
};

Result<> InvokeReplication::replicate(LabContext &context, const CentralStore &source, const QString &pool)
{
    Step step = context.runtime().beginStep(tr("Bring the replica on %1 up to date").arg(pool));
    Result<CentralStore> replica = (*context.deployment())->localReplica(pool);
    const Result<ApplySummary> summary
        = replica ? replicateCentralStore(source, *replica) : Result<ApplySummary>(replica.error());
    if (summary) {
        step.setCount(tr("documents copied"), summary->copied);
        step.setCount(tr("documents deleted"), summary->deleted);
        for (const QString &exception : summary->exceptions) {
            if (const Result<> warned = context.runtime().writeWarning(exception); !warned)
                return warned;
        }
    }
    const Result<ApplySummary> result = step.conclude(summary);
    return result ? Result<>() : context.runtime().writeError(result.error());
}

Result<> InvokeReplication::run(LabContext &context)
{
    const Result<CentralWriting> central = beginCentralWriting(context);
    if (!central)
        return central.error();
    const Result<QList<PoolOwnership>> pools = (*context.deployment())->ownerships();
    if (!pools)
        return pools.error();
    const QString only = context.command().string(u"ReplicaFqdn");
    bool isFound = only.isEmpty();
    for (const PoolOwnership &ownership : *pools) {
        if (!only.isEmpty() && only != ownership.pool)
            continue;
        isFound = true;
        if (const Result<> stopped = context.runtime().checkStop(); !stopped)
            return stopped;
        // A replica that fails does not keep the others from theirs.
        if (const Result<> replicated = replicate(context, central->store, ownership.pool); !replicated)
            return replicated;
    }
    if (!isFound) {
        return Error{ErrorCategory::ObjectNotFound, u"ReplicaNotFound"_s,
                     tr("There is no replica of the Central Management store on %1.").arg(only),
                     tr("In a lab deployment every pool with user services has one: "
                        "Get-CsManagementStoreReplicationStatus lists them."),
                     only};
    }
    return {};
}

const LabCmdletRegistration registration("Invoke-CsManagementStoreReplication", &InvokeReplication::run);

} // namespace

} // namespace cspool
