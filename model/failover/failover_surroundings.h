// What the facts of a failover say of what lies around the pool: Edge pools, the Central Management store, its
// replicas.
#pragma once

#include "model/failover/failover_facts.h"

namespace cspool {

// The pool to which an Edge service's next hop leads: canonical FQDN; empty: not reported.
QString nextHopOf(const Service &edge);

// The Edge services, of which there is one for each Edge pool; none while the services are not known.
QList<Service> edgeServicesOf(const FailoverFacts &facts);
// Of the Edge pool of that canonical FQDN.
std::optional<Service> edgeServiceOf(const QString &edgePool, const FailoverFacts &facts);

// Whether the FQDN is the pool's own, or one of its machines'.
bool isOfPool(const Pool &pool, const QString &fqdn);
// The pool that has this FQDN, or a machine of it; the FQDN itself where no such pool is known.
QString poolOfMachine(const QString &fqdn, const FailoverFacts &facts);

// The pools on which a Central Management store says that it is active: its master first, then the others whose file
// transfer agent is active. Exactly one is right; none: not reported, or not known.
QStringList activeCentralManagementPools(const FailoverFacts &facts);

// Whether both pools of the pair hold a copy of the Central Management store: no other pool can take it over from one
// of them.
bool isStoreInPair(const FailoverFacts &facts);

// The replicas that a failover waits for: all, but in a disaster not those of the pool that is down.
QList<ReplicaStatus> replicasThatMatter(const FailoverFacts &facts);

} // namespace cspool
