// The cmdlets of the played deployment that a failover consists of: each refuses what genuine servers refuse, changes
// the state as far as it gets, and leaves it so when it is stopped.
#include "tests/remoting/played_scripts.h"

#include <optional>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

using Script = PsrpServer::Script;

struct Refusal
{
    QString message;
    QString id;
    PlayedCategory category = PlayedCategory::InvalidOperation;
};

// "EdgeServer:edge.contoso.com" → "edge.contoso.com"; nothing when it is of another role.
std::optional<QString> nameOf(const QString &role, const QString &identity)
{
    if (!identity.startsWith(role + u':', Qt::CaseInsensitive))
        return {};
    return identity.mid(role.size() + 1);
}

// Waits at the point, where the test or the program wants it, and then does the work.
void passPoint(ServedCommand &command, const PlayedDeployment &deployment, PlayedPoint point,
               std::function<void()> work)
{
    if (deployment.failoverPause)
        deployment.failoverPause(point, command.later(std::move(work)));
    else
        command.after(deployment.failoverTime, std::move(work));
}

// Changes in two strokes, and nothing in between is taken back.
void changeHands(ServedCommand &command, const PlayedDeployment &deployment, const QString &activity,
                 std::function<void()> begin, std::function<void()> end)
{
    command.progress(progressRecord(activity, 1, 10, u"Preparing"_s));
    passPoint(command, deployment, PlayedPoint::BeforeNoReturn, [=, &command] {
        begin();
        command.progress(progressRecord(activity, 1, 60, u"Changing hands"_s));
        passPoint(command, deployment, PlayedPoint::AfterNoReturn, [=, &command] {
            end();
            command.progress(progressRecord(activity, 1, 100, u"Done"_s, -1, true));
            command.complete();
        });
    });
}

std::optional<Refusal> refusalOfFailOver(PlayedState &state, const PlayedPool &pool, bool isDisaster)
{
    const PlayedPool *backup = state.backupPoolOf(pool);
    if (!backup)
        return Refusal{u"The pool \"%1\" has no backup pool."_s.arg(pool.fqdn), u"NoBackupPool"_s};
    if (pool.state == PoolState::FailedOver)
        return Refusal{u"The pool \"%1\" is failed over already."_s.arg(pool.fqdn), u"PoolFailedOver"_s};
    if (backup->state == PoolState::FailingOver || backup->state == PoolState::FailedOver)
        return Refusal{u"The backup pool \"%1\" is failed over itself."_s.arg(backup->fqdn), u"BackupPoolFailedOver"_s};
    for (const PlayedEdgePool &edge : state.edgePools()) {
        if (edge.nextHop.compare(pool.fqdn, Qt::CaseInsensitive) == 0) {
            return Refusal{
                u"The topology names the Front End pool \"%1\" as the next hop of the Edge Server \"%2\". "
                "Give the Edge Server another next hop before the pool is failed over."_s.arg(pool.fqdn, edge.fqdn),
                u"PoolIsEdgeNextHop"_s};
        }
    }
    if (state.activeStore().compare(pool.fqdn, Qt::CaseInsensitive) == 0) {
        return Refusal{
            u"The active Central Management store is on the pool \"%1\". Fail it over first."_s.arg(pool.fqdn),
            u"PoolHoldsManagementStore"_s};
    }
    if (!backup->isUp || (!isDisaster && !pool.isUp)) {
        return Refusal{u"The pool \"%1\" cannot be reached."_s.arg(backup->isUp ? pool.fqdn : backup->fqdn),
                       u"PoolUnreachable"_s, PlayedCategory::ConnectionError};
    }
    return {};
}

std::optional<Refusal> refusalOfFailBack(PlayedState &state, const PlayedPool &pool, bool isDisaster)
{
    const PlayedPool *backup = state.backupPoolOf(pool);
    if (!backup || pool.state == PoolState::Active)
        return Refusal{u"The pool \"%1\" is not failed over."_s.arg(pool.fqdn), u"PoolNotFailedOver"_s};
    if (!pool.isUp || (!isDisaster && !backup->isUp)) {
        return Refusal{u"The pool \"%1\" cannot be reached."_s.arg(pool.isUp ? backup->fqdn : pool.fqdn),
                       u"PoolUnreachable"_s, PlayedCategory::ConnectionError};
    }
    return {};
}

using Refuse = std::optional<Refusal> (*)(PlayedState &, const PlayedPool &, bool isDisaster);
using Change = void (*)(PlayedPool &, PlayedState &, bool isDisaster);

void beginFailOver(PlayedPool &pool, PlayedState &, bool)
{
    pool.state = PoolState::FailingOver;
}

void endFailOver(PlayedPool &pool, PlayedState &, bool isDisaster)
{
    pool.state = PoolState::FailedOver;
    pool.lostContent = isDisaster;
    if (isDisaster)
        return;
    for (const BackupModule module : {BackupModule::PresenceFocus, BackupModule::DataConf})
        pool.module(module).exportStatus = ExportStatus::FinalState; // it is read-only: nothing more comes
}

void beginFailBack(PlayedPool &pool, PlayedState &, bool)
{
    pool.state = PoolState::FailedBack;
}

// What the failed pool lost comes from its backup pool again, by Invoke-CsBackupServiceSync.
void endFailBack(PlayedPool &pool, PlayedState &state, bool isDisaster)
{
    pool.module(BackupModule::PresenceFocus).exportStatus = ExportStatus::SteadyState;
    if (!pool.lostContent && !isDisaster) {
        pool.state = PoolState::Active;
        return;
    }
    pool.lostContent = false;
    if (PlayedPool *backup = state.pool(pool.backupPool)) {
        backup->module(BackupModule::DataConf).exportStatus = ExportStatus::NonSteadyState;
        backup->callsUntilRestored = state.callsUntilRestored;
    }
}

Script ofPool(const PlayedDeployment &deployment, const QString &activity, Refuse refusalOf, Change begin, Change end)
{
    return [=](ServedCommand &command) {
        shouldProcess(command, command.string(u"PoolFqdn"), [=, &command] {
            const std::shared_ptr<PlayedState> state = deployment.state;
            PlayedPool *pool = state->pool(command.string(u"PoolFqdn"));
            if (!pool) {
                refuseUnknownPool(command);
                return;
            }
            const bool isDisaster = command.isOn(u"DisasterMode");
            if (const std::optional<Refusal> refusal = refusalOf(*state, *pool, isDisaster)) {
                refuse(command, refusal->message, refusal->id, refusal->category);
                return;
            }
            changeHands(
                command, deployment, activity, [=] { begin(*pool, *state, isDisaster); },
                [=] { end(*pool, *state, isDisaster); });
        });
    };
}

std::optional<Refusal> refusalOfStoreFailover(const ServedCommand &command, PlayedState &state)
{
    const PlayedPool *target = state.pool(state.host);
    const PlayedPool *source = state.pool(state.activeStore());
    if (!target || !target->hasManagementStore)
        return Refusal{u"The pool \"%1\" has no copy of the Central Management store."_s.arg(state.host),
                       u"NoManagementStore"_s};
    if (target == source)
        return Refusal{u"The Central Management store is active on \"%1\" already."_s.arg(state.host),
                       u"ManagementStoreActive"_s};
    const QString server = command.string(u"BackupSqlServerFqdn");
    if (!server.isEmpty() && server.compare(target->sqlServer, Qt::CaseInsensitive) != 0)
        return Refusal{
            u"The SQL Server \"%1\" has no copy of the Central Management store for \"%2\"."_s.arg(server, state.host),
            u"BackupDatabaseNotFound"_s, PlayedCategory::ObjectNotFound};
    const bool isDisaster = !server.isEmpty() && command.isOn(u"Force");
    if (source && !source->isUp && !isDisaster)
        return Refusal{u"The active Central Management store cannot be reached. Name the SQL Server of the other copy "
                       "with BackupSqlServerFqdn and BackupSqlInstanceName, and give Force."_s,
                       u"ManagementStoreUnavailable"_s, PlayedCategory::ConnectionError};
    return {};
}

Script failOverStore(const PlayedDeployment &deployment)
{
    return [deployment](ServedCommand &command) {
        shouldProcess(command, deployment.state->activeStore(), [&command, deployment] {
            const std::shared_ptr<PlayedState> state = deployment.state;
            if (const std::optional<Refusal> refusal = refusalOfStoreFailover(command, *state)) {
                refuse(command, refusal->message, refusal->id, refusal->category);
                return;
            }
            const auto move = [state] {
                const QString before = state->activeStore();
                state->setActiveStore(state->host);
                if (state->storeStaysActive)
                    state->addFileTransferAgent(before);
                state->changeTopology();
            };
            changeHands(command, deployment, u"Moving the Central Management store"_s, move, [] {});
        });
    };
}

Script setEdgeServer(const PlayedDeployment &deployment)
{
    return [state = deployment.state](ServedCommand &command) {
        const QString identity = command.string(u"Identity");
        shouldProcess(command, identity, [&command, state, identity] {
            const QString registrar = command.string(u"Registrar");
            const std::optional<QString> edgePool = nameOf(u"EdgeServer"_s, identity);
            const std::optional<QString> nextHop = nameOf(u"Registrar"_s, registrar);
            if (!edgePool || !state->edgePool(*edgePool)) {
                refuse(command, u"There is no service \"%1\" in the topology."_s.arg(identity), u"ServiceNotFound"_s,
                       PlayedCategory::ObjectNotFound);
            } else if (!registrar.isEmpty() && (!nextHop || !state->pool(*nextHop))) {
                refuse(command, u"There is no service \"%1\" in the topology."_s.arg(registrar), u"ServiceNotFound"_s,
                       PlayedCategory::ObjectNotFound);
            } else if (state->storeStatus().activeMasterFqdn.isEmpty()) {
                refuse(command, u"The Central Management store cannot be written: no copy of it is active."_s,
                       u"ManagementStoreUnavailable"_s, PlayedCategory::ConnectionError);
            } else {
                if (nextHop) {
                    state->setNextHop(state->pool(*nextHop)->fqdn, *edgePool);
                    state->changeTopology();
                }
                command.complete();
            }
        });
    };
}

Script replicate(const PlayedDeployment &deployment)
{
    return [state = deployment.state](ServedCommand &command) {
        const QString wanted = command.string(u"ReplicaFqdn");
        for (const QString &machine : state->machines()) {
            if (wanted.isEmpty() || wanted.compare(machine, Qt::CaseInsensitive) == 0)
                state->replicate(machine);
        }
        command.complete();
    };
}

bool isAboutConferences(const ServedCommand &command)
{
    const QString module = command.string(u"BackupModule");
    return module.isEmpty() || module.compare("All"_L1, Qt::CaseInsensitive) == 0
        || backupModuleFromString(module) == BackupModule::DataConf;
}

Script synchronise(const PlayedDeployment &deployment)
{
    return [state = deployment.state](ServedCommand &command) {
        PlayedPool *pool = state->pool(command.string(u"PoolFqdn"));
        if (!pool) {
            refuseUnknownPool(command);
            return;
        }
        if (!reachesBackupService(command, *state, *pool))
            return;
        if (pool->callsUntilRestored > 0 && isAboutConferences(command) && --pool->callsUntilRestored == 0) {
            pool->module(BackupModule::DataConf).exportStatus = ExportStatus::SteadyState;
            PlayedPool *restored = state->pool(pool->backupPool);
            if (restored->state == PoolState::FailedBack)
                restored->state = PoolState::Active;
        }
        command.complete();
    };
}

Script removeBackupData(const PlayedDeployment &deployment)
{
    return [state = deployment.state](ServedCommand &command) {
        shouldProcess(command, command.string(u"PoolFqdn"), [&command, state] {
            PlayedPool *pool = state->pool(command.string(u"PoolFqdn"));
            if (!pool) {
                refuseUnknownPool(command);
                return;
            }
            pool->formerPartners.clear();
            command.complete();
        });
    };
}

} // namespace

PlayedScripts failoverScripts(const PlayedDeployment &deployment)
{
    return {
        {u"Invoke-CsPoolFailOver"_s,
         ofPool(deployment, u"Failing over the pool"_s, &refusalOfFailOver, &beginFailOver, &endFailOver)},
        {u"Invoke-CsPoolFailBack"_s,
         ofPool(deployment, u"Failing back the pool"_s, &refusalOfFailBack, &beginFailBack, &endFailBack)},
        {u"Invoke-CsManagementServerFailover"_s, failOverStore(deployment)},
        {u"Set-CsEdgeServer"_s, setEdgeServer(deployment)},
        {u"Invoke-CsManagementStoreReplication"_s, replicate(deployment)},
        {u"Invoke-CsBackupServiceSync"_s, synchronise(deployment)},
        {u"Remove-CsUserStoreBackupData"_s, removeBackupData(deployment)},
    };
}

} // namespace cspool::test
