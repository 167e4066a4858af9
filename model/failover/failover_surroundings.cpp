#include "model/failover/failover_surroundings.h"

#include "model/fqdn.h"

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

QString nextHopOf(const Service &edge)
{
    return canonicalFqdn(edge.registrar.section(u':', -1));
}

QList<Service> edgeServicesOf(const FailoverFacts &facts)
{
    QList<Service> edges;
    if (!facts.services.isKnown())
        return edges;
    std::copy_if(
        facts.services.value->begin(), facts.services.value->end(), std::back_inserter(edges),
        [](const Service &service) { return service.role.compare("EdgeServer"_L1, Qt::CaseInsensitive) == 0; });
    return edges;
}

std::optional<Service> edgeServiceOf(const QString &edgePool, const FailoverFacts &facts)
{
    const QList<Service> edges = edgeServicesOf(facts);
    const auto found = std::find_if(edges.begin(), edges.end(),
                                    [&edgePool](const Service &edge) { return edge.poolFqdn == edgePool; });
    return found == edges.end() ? std::nullopt : std::optional(*found);
}

bool isOfPool(const Pool &pool, const QString &fqdn)
{
    const QString canonical = canonicalFqdn(fqdn);
    return pool.fqdn == canonical || pool.computers.contains(canonical);
}

QString poolOfMachine(const QString &fqdn, const FailoverFacts &facts)
{
    if (facts.pools.value) {
        for (const Pool &pool : *facts.pools.value) {
            if (isOfPool(pool, fqdn))
                return pool.fqdn;
        }
    }
    return canonicalFqdn(fqdn);
}

QStringList activeCentralManagementPools(const FailoverFacts &facts)
{
    QStringList pools;
    if (!facts.centralManagement.isKnown())
        return pools;
    QStringList active = facts.centralManagement.value->activeFileTransferAgents;
    active.prepend(facts.centralManagement.value->activeMasterFqdn);
    for (const QString &fqdn : std::as_const(active)) {
        const QString pool = poolOfMachine(fqdn, facts);
        if (!pool.isEmpty() && !pools.contains(pool))
            pools.append(pool);
    }
    return pools;
}

bool isStoreInPair(const FailoverFacts &facts)
{
    const std::optional<Pool> own = facts.pool(facts.goal.pool);
    const std::optional<Pool> backup = facts.pool(facts.backupPool());
    return own && backup && own->hasService(u"CentralManagement") && backup->hasService(u"CentralManagement");
}

QList<ReplicaStatus> replicasThatMatter(const FailoverFacts &facts)
{
    if (!facts.replicas.isKnown())
        return {};
    QList<ReplicaStatus> replicas = *facts.replicas.value;
    if (facts.goal.isDisaster && facts.goal.direction == FailoverDirection::FailOver) {
        replicas.removeIf([&facts](const ReplicaStatus &replica) {
            return poolOfMachine(replica.replicaFqdn, facts) == facts.goal.pool;
        });
    }
    return replicas;
}

} // namespace cspool
