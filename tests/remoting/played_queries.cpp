// The reading cmdlets of the played deployment.
#include "tests/remoting/played_objects.h"
#include "tests/remoting/played_scripts.h"

#include <memory>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

using Script = PsrpServer::Script;

Script putting(const QList<ClixmlValue> &values)
{
    return [values](ServedCommand &command) {
        for (const ClixmlValue &value : values)
            command.output(value);
        command.complete();
    };
}

// A query of what the Central Management store holds: where it matters, it fails while the store is down.
Script query(const PlayedDeployment &deployment, std::function<void(ServedCommand &, PlayedState &)> put)
{
    return [state = deployment.state, put = std::move(put)](ServedCommand &command) {
        if (state->readsNeedStore && state->storeStatus().activeMasterFqdn.isEmpty() && !command.isOn(u"LocalStore")) {
            refuse(command, u"Cannot open the database \"xds\" of the Central Management store."_s,
                   u"ManagementStoreUnavailable"_s, PlayedCategory::ConnectionError);
            return;
        }
        put(command, *state);
    };
}

void putPools(ServedCommand &command, const PlayedState &state)
{
    const QString identity = command.string(u"Identity");
    const auto pools = poolObjects(state);
    for (const auto &[name, pool] : pools) {
        if (identity.isEmpty() || identity.compare(name, Qt::CaseInsensitive) == 0)
            command.output(pool);
    }
    command.complete();
}

void putRegistrars(ServedCommand &command, const PlayedState &state)
{
    const QString identity = command.string(u"Identity");
    for (const PlayedPool &pool : state.pools()) {
        if (identity.isEmpty() || identity.endsWith(pool.fqdn, Qt::CaseInsensitive))
            command.output(registrarObject(pool));
    }
    command.complete();
}

void putRelation(ServedCommand &command, PlayedState &state)
{
    const PlayedPool *pool = state.pool(command.string(u"PoolFqdn"));
    if (!pool) {
        refuseUnknownPool(command);
        return;
    }
    if (!pool->backupPool.isEmpty())
        command.output(relationObject(*pool));
    command.complete();
}

void putStatus(ServedCommand &command, PlayedState &state)
{
    const PlayedPool *pool = state.pool(command.string(u"PoolFqdn"));
    if (!pool) {
        refuseUnknownPool(command);
        return;
    }
    if (!reachesBackupService(command, state, *pool))
        return;
    command.output(statusObject(*pool));
    command.complete();
}

void putStoreStatus(ServedCommand &command, const PlayedState &state)
{
    command.output(storeStatusObject(state.storeStatus()));
    command.complete();
}

void putReplicas(ServedCommand &command, PlayedState &state)
{
    const QString wanted = command.string(u"ReplicaFqdn");
    const QDateTime time = state.reportTime.isValid() ? state.reportTime : QDateTime::currentDateTimeUtc();
    for (const QString &machine : state.machines()) {
        if (wanted.isEmpty() || wanted.compare(machine, Qt::CaseInsensitive) == 0)
            command.output(replicaObject(machine, state.lookAtReplica(machine), time));
    }
    command.complete();
}

// Who holds the store is told while it is down, too: nobody.
Script replication(const PlayedDeployment &deployment)
{
    return [state = deployment.state, replicas = query(deployment, &putReplicas)](ServedCommand &command) {
        if (command.isOn(u"CentralManagementStoreStatus"))
            putStoreStatus(command, *state);
        else
            replicas(command);
    };
}

bool isServiceWanted(const ServedCommand &command, const QString &role, const ClixmlValue &service)
{
    const QString identity = command.string(u"Identity");
    const QString pool = command.string(u"PoolFqdn");
    const QString own = stringOf(service);
    if (!identity.isEmpty())
        return identity.compare(own, Qt::CaseInsensitive) == 0;
    if (!pool.isEmpty() && !own.endsWith(u':' + pool, Qt::CaseInsensitive))
        return false;
    // A switch for each role; without any, all of them.
    bool isAnyRoleWanted = false;
    for (const PsrpParameter &parameter : command.commands().first().parameters)
        isAnyRoleWanted = isAnyRoleWanted || (parameter.name != "LocalStore"_L1 && command.isOn(parameter.name));
    return !isAnyRoleWanted || command.isOn(role);
}

Script services(const PlayedDeployment &deployment)
{
    return query(deployment, [deployment](ServedCommand &command, const PlayedState &state) {
        const auto all = serviceObjects(state);
        for (const auto &[role, service] : all) {
            if (isServiceWanted(command, role, service))
                command.output(service);
        }
        if (deployment.manyObjects == 0) {
            command.complete();
            return;
        }
        const auto count = std::make_shared<int>(0);
        command.generate([&command, count, made = deployment.objectsMade, total = deployment.manyObjects,
                          version = state.serverVersion] {
            ++*made;
            command.output(serviceObject(u"TrustedApplicationPool"_s, u"app-%1.contoso.com"_s.arg(*count), version));
            if (++*count < total)
                return true;
            command.complete();
            return false;
        });
    });
}

} // namespace

PlayedScripts readingScripts(const PlayedDeployment &deployment)
{
    return {
        {u"Get-CsPool"_s, query(deployment, &putPools)},
        {u"Get-CsService"_s, services(deployment)},
        {u"Get-CsPoolBackupRelationship"_s, query(deployment, &putRelation)},
        {u"Get-CsBackupServiceStatus"_s,
         [state = deployment.state](ServedCommand &command) { putStatus(command, *state); }},
        {u"Get-CsBackupServiceConfiguration"_s, putting({backupConfigurationObject()})},
        {u"Get-CsRegistrarConfiguration"_s, query(deployment, &putRegistrars)},
        {u"Get-CsAdminRole"_s,
         putting({roleObject(u"CsServerAdministrator"_s, {u"Backup-CsPool"_s, u"Get-CsPool"_s})})},
        {u"Get-CsManagementStoreReplicationStatus"_s, replication(deployment)},
        {u"Get-CsTopology"_s, putting({text(u"<Topology/>"_s)})},
    };
}

} // namespace cspool::test
