#include "tests/remoting/played_faults.h"

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

// "pool-a" is enough for "pool-a.contoso.com".
PlayedPool *poolNamed(PlayedState &state, const QString &name)
{
    PlayedPool *pool = state.pool(name);
    return pool ? pool : state.pool(name + u".contoso.com"_s);
}

// Of a pool that is there.
std::function<bool(PlayedState &, const QString &)> ofPool(std::function<void(PlayedState &, PlayedPool &)> work)
{
    return [work = std::move(work)](PlayedState &state, const QString &name) {
        PlayedPool *pool = poolNamed(state, name);
        if (pool)
            work(state, *pool);
        return pool != nullptr;
    };
}

std::function<bool(PlayedState &, const QString &)> answering(PlayedAnswer answer)
{
    return ofPool([answer](PlayedState &state, PlayedPool &pool) { state.statusAnswers[pool.fqdn] = answer; });
}

// "fe1.pool-a.contoso.com", or "fe1.pool-a.contoso.com=3": for so many looks.
bool makeStale(PlayedState &state, const QString &argument)
{
    const QString machine = argument.section(u'=', 0, 0);
    const QString looks = argument.section(u'=', 1);
    bool isNumber = true;
    const int count = looks.isEmpty() ? -1 : looks.toInt(&isNumber);
    if (!isNumber || !state.machines().contains(machine, Qt::CaseInsensitive))
        return false;
    state.setStale(machine, count);
    return true;
}

QList<PlayedFault> makeFaults()
{
    const QString pool = u"pool"_s;
    return {
        {u"down"_s, pool, u"The pool cannot be reached."_s,
         ofPool([](PlayedState &state, PlayedPool &pool) { state.setUp(pool.fqdn, false); })},
        {u"up"_s, pool, u"The pool can be reached again."_s,
         ofPool([](PlayedState &state, PlayedPool &pool) { state.setUp(pool.fqdn, true); })},
        {u"next-hop"_s, pool, u"An Edge pool has this pool as its next hop."_s,
         ofPool([](PlayedState &state, PlayedPool &pool) { state.setNextHop(pool.fqdn); })},
        {u"store"_s, pool, u"The active Central Management store is on this pool."_s,
         ofPool([](PlayedState &state, PlayedPool &pool) { state.setActiveStore(pool.fqdn); })},
        {u"second-store"_s, pool, u"The Central Management store is active on this pool, too."_s,
         ofPool([](PlayedState &state, PlayedPool &pool) { state.addFileTransferAgent(pool.fqdn); })},
        {u"store-stays"_s,
         {},
         u"A failover of the Central Management store leaves the old one active, too."_s,
         [](PlayedState &state, const QString &) { return state.storeStaysActive = true; }},
        {u"host"_s, pool, u"All commands run on a server of this pool: pool-b unless it is given."_s,
         ofPool([](PlayedState &state, PlayedPool &pool) { state.host = pool.fqdn; })},
        {u"reads-need-store"_s,
         {},
         u"While the Central Management store is down, cmdlets fail without -LocalStore."_s,
         [](PlayedState &state, const QString &) { return state.readsNeedStore = true; }},
        {u"stale"_s, u"machine[=looks]"_s,
         u"The replica of this machine is not up to date: for so many looks, or for ever."_s, &makeStale},
        {u"status-fails"_s, pool, u"Get-CsBackupServiceStatus of the pool fails."_s, answering(PlayedAnswer::Failure)},
        {u"status-denied"_s, pool, u"The backup service of the pool denies access, by AuthorizedUniversalGroups."_s,
         answering(PlayedAnswer::AccessDenied)},
        {u"status-silent"_s, pool, u"Get-CsBackupServiceStatus of the pool never answers."_s,
         answering(PlayedAnswer::Silence)},
        {u"status-ok"_s, pool, u"Get-CsBackupServiceStatus of the pool answers again."_s,
         answering(PlayedAnswer::Status)},
        {u"left-data"_s, pool, u"The pool holds data left from a former pairing."_s,
         ofPool([](PlayedState &, PlayedPool &pool) { pool.formerPartners = {PoolC}; })},
    };
}

QString describe(const PlayedPool &pool)
{
    const QString how = u"%1: %2, %3"_s.arg(pool.fqdn, pool.isUp ? u"up"_s : u"down"_s, toString(pool.state));
    if (pool.backupPool.isEmpty())
        return how;
    QStringList modules;
    for (const BackupModuleStatus &module : pool.modules)
        modules.append(u"%1 %2"_s.arg(module.identity, toString(*module.exportStatus)));
    return how + u"; "_s + modules.join(u", "_s);
}

} // namespace

const QList<PlayedFault> &playedFaults()
{
    static const QList<PlayedFault> faults = makeFaults();
    return faults;
}

QStringList describe(const PlayedState &state)
{
    QStringList lines;
    for (const PlayedPool &pool : state.pools())
        lines.append(describe(pool));
    for (const PlayedEdgePool &edge : state.edgePools())
        lines.append(u"%1: its next hop is %2"_s.arg(edge.fqdn, edge.nextHop));
    const QStringList agents = state.storeStatus().activeFileTransferAgents;
    lines.append(u"Central Management store: on %1, active: %2"_s.arg(
        state.activeStore(), agents.isEmpty() ? u"nobody"_s : agents.join(u", "_s)));
    const QStringList stale = state.staleMachines();
    lines.append(u"replicas that are behind: %1"_s.arg(stale.isEmpty() ? u"none"_s : stale.join(u", "_s)));
    return lines;
}

} // namespace cspool::test
