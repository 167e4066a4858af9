// Get-CsManagementStoreReplicationStatus: whether the local replicas have the latest change of the Central Management
// store. A lab deployment has one replica per pool (a lab rule of ours: genuine servers have one per machine).
#include "backend/lab/lab_cmdlet.h"
#include "model/central_management.h"

#include <QCoreApplication>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

class GetReplicationStatus
{
    Q_DECLARE_TR_FUNCTIONS(cspool::GetManagementStoreReplicationStatus)

public:
    static Result<> run(LabContext &context);

private:
    static Result<> writeStoreStatus(LabContext &context);
    static Result<> writeReplicas(LabContext &context, const QString &only);
    static Result<ReplicaStatus> statusOf(const Deployment &deployment, const CentralStore &active,
                                          const QString &pool);
};

Result<ReplicaStatus> GetReplicationStatus::statusOf(const Deployment &deployment, const CentralStore &active,
                                                     const QString &pool)
{
    ReplicaStatus status;
    status.replicaFqdn = pool;
    const Result<QDateTime> lastChange = active.lastChange();
    if (!lastChange)
        return lastChange.error();
    status.lastUpdateCreation = *lastChange;
    const Result<CentralStore> replica = deployment.localReplica(pool);
    if (!replica)
        return replica.error();
    const Result<bool> current = isUpToDate(active, *replica);
    if (!current)
        return current.error();
    status.upToDate = *current;
    const Result<std::optional<Watermark>> watermark
        = replica->documents().watermark(active.documents().id(), CentralStore::homeName());
    if (!watermark)
        return watermark.error();
    if (*watermark)
        status.lastStatusReport = (*watermark)->time;
    return status;
}

Result<> GetReplicationStatus::writeReplicas(LabContext &context, const QString &only)
{
    const Deployment &deployment = **context.deployment();
    const Result<CentralStore> active = deployment.centralStore();
    if (!active)
        return active.error();
    const Result<QList<PoolOwnership>> pools = deployment.ownerships();
    if (!pools)
        return pools.error();
    bool isFound = only.isEmpty();
    for (const PoolOwnership &ownership : *pools) {
        if (!only.isEmpty() && only != ownership.pool)
            continue;
        isFound = true;
        const Result<ReplicaStatus> status = statusOf(deployment, *active, ownership.pool);
        if (!status) {
            // The replica is listed all the same, its status not reported.
            if (const Result<> written = context.runtime().writeError(status.error()); !written)
                return written;
        }
        const ReplicaStatus unknown{std::nullopt, ownership.pool, {}, {}, {}};
        context.runtime().writeObject((status ? *status : unknown).toObject());
    }
    if (!isFound) {
        return Error{ErrorCategory::ObjectNotFound, u"ReplicaNotFound"_s,
                     tr("There is no replica of the Central Management store on %1.").arg(only),
                     tr("In a lab deployment every pool with user services has one: "
                        "Get-CsManagementStoreReplicationStatus without a parameter lists them."),
                     only};
    }
    return {};
}

Result<> GetReplicationStatus::writeStoreStatus(LabContext &context)
{
    const Deployment &deployment = **context.deployment();
    const Result<CentralManagementOwnership> ownership = deployment.centralManagement();
    if (!ownership)
        return ownership.error();
    CentralManagementStoreStatus status;
    status.activeMasterFqdn = ownership->activePool;
    const Result<CentralStore> active = deployment.centralStore();
    if (!active) {
        if (const Result<> written = context.runtime().writeError(active.error()); !written)
            return written;
        context.runtime().writeObject(status.toObject());
        return {};
    }
    // The lab's master answers by being opened. It is its own file transfer agent, and there is never a second one.
    status.activeMasterLastHeartbeat = QDateTime::currentDateTimeUtc();
    status.activeFileTransferAgents = {ownership->activePool};
    const Result<Topology> topology = active->topology();
    const Result<QList<PoolOwnership>> pools = deployment.ownerships();
    if (!topology)
        return topology.error();
    if (!pools)
        return pools.error();
    for (const PoolOwnership &pool : *pools) {
        QStringList &replicas = canBeBackedUp(*topology, pool.pool) ? status.activeReplicas : status.deletedReplicas;
        replicas.append(pool.pool);
    }
    context.runtime().writeObject(status.toObject());
    return {};
}

Result<> GetReplicationStatus::run(LabContext &context)
{
    if (const Result<Deployment *> deployment = context.deployment(); !deployment)
        return deployment.error();
    if (context.command().isSwitchOn(u"CentralManagementStoreStatus"))
        return writeStoreStatus(context);
    return writeReplicas(context, context.command().string(u"ReplicaFqdn"));
}

const LabCmdletRegistration registration("Get-CsManagementStoreReplicationStatus", &GetReplicationStatus::run);

} // namespace

} // namespace cspool
