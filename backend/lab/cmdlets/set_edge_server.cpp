// Set-CsEdgeServer: changes the next hop of an Edge pool in the published topology. Replicas get it with the next
// replication, as they get every topology.
#include "backend/lab/central_writing.h"
#include "backend/lab/topology_dependency.h"

#include <QCoreApplication>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// A role of the topology document, and how identities begin that name a service of it.
struct ServiceKind
{
    QLatin1StringView role;
    QLatin1StringView prefix;
};
constexpr ServiceKind EdgeKind{"EdgeServer"_L1, "EdgeServer:"_L1};
constexpr ServiceKind RegistrarKind{"Registrar"_L1, "Registrar:"_L1};

class SetEdgeServer
{
    Q_DECLARE_TR_FUNCTIONS(cspool::SetEdgeServer)

public:
    static Result<> run(LabContext &context);

private:
    SetEdgeServer(LabContext &context, CentralWriting &central, const Topology &topology)
        : m_context(context)
        , m_runtime(context.runtime())
        , m_central(central)
        , m_topology(topology)
    {
    }

    static Error storeOutOfReach(Error error);
    Result<> set();
    QList<const TopologyService *> named(const QString &text, const ServiceKind &kind) const;
    Result<const TopologyService *> edge() const;
    Result<const TopologyService *> nextHop() const;
    Result<const TopologyService *> currentNextHop(const TopologyService &edge) const;
    Result<> warnAboutState(const QString &pool);
    Result<> write(const TopologyService &edge, const TopologyService &from, const TopologyService &to);

    LabContext &m_context;
    CommandRuntime &m_runtime;
    CentralWriting &m_central;
    const Topology &m_topology;
};

bool equal(QStringView a, QStringView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

// "EdgeServer:edge.contoso.com", the name alone, or the ServiceId that Get-CsService shows.
QList<const TopologyService *> SetEdgeServer::named(const QString &text, const ServiceKind &kind) const
{
    QStringView name = QStringView(text).trimmed();
    if (name.startsWith(kind.prefix, Qt::CaseInsensitive))
        name = name.sliced(kind.prefix.size());
    QList<const TopologyService *> found;
    for (const TopologyService &service : m_topology.services) {
        const bool isInstalled = service.role == kind.role && !service.clusterFqdn.isEmpty();
        if (isInstalled && (equal(service.clusterFqdn, name) || equal(service.id, name)))
            found.append(&service);
    }
    return found;
}

Result<const TopologyService *> SetEdgeServer::edge() const
{
    const QString text = m_context.command().string(u"Identity");
    const QList<const TopologyService *> found = named(text, EdgeKind);
    if (found.size() == 1)
        return found.constFirst();
    if (found.isEmpty()) {
        return Error{
            ErrorCategory::ObjectNotFound, u"ServiceNotFound"_s,
            tr("The topology holds no Edge service \"%1\".").arg(text),
            tr("Get-CsService -EdgeServer lists the Edge services. Name one as EdgeServer: and the name of the "
               "Edge pool."),
            text};
    }
    return Error{ErrorCategory::InvalidArgument, u"ServiceAmbiguous"_s,
                 tr("The topology holds several Edge services of the name \"%1\".").arg(text),
                 tr("Name the one by its ServiceId. Get-CsService -EdgeServer shows it: here %1 or %2, for example.")
                     .arg(found.at(0)->id, found.at(1)->id),
                 text};
}

// The Registrar of a pool with users or of a Director.
Result<const TopologyService *> SetEdgeServer::nextHop() const
{
    const QString text = m_context.command().string(u"Registrar");
    const QList<const TopologyService *> found = named(text, RegistrarKind);
    if (found.isEmpty()) {
        return Error{ErrorCategory::ObjectNotFound, u"ServiceNotFound"_s,
                     tr("The topology holds no Registrar \"%1\".").arg(text),
                     tr("Get-CsService -Registrar lists the Registrars. Name one as Registrar: and the name of the "
                        "pool."),
                     text};
    }
    if (found.size() > 1) {
        return Error{ErrorCategory::InvalidArgument, u"ServiceAmbiguous"_s,
                     tr("The topology holds several Registrars of the name \"%1\".").arg(text),
                     tr("Name the one by its ServiceId. Get-CsService -Registrar shows it: here %1 or %2, for example.")
                         .arg(found.at(0)->id, found.at(1)->id),
                     text};
    }
    const TopologyService &registrar = *found.constFirst();
    if (registrar.isDirector || canBeBackedUp(m_topology, registrar.clusterFqdn))
        return &registrar;
    return Error{
        ErrorCategory::InvalidArgument, u"RegistrarCannotBeNextHop"_s,
        tr("%1 can be no next hop: it is neither a Director nor a pool with user services.").arg(registrar.clusterFqdn),
        tr("Name the Registrar of a Front End pool, a Standard Edition server or a Director. A Survivable "
           "Branch Appliance has a Registrar too, but no Edge pool can hand its traffic to it."),
        text};
}

Result<const TopologyService *> SetEdgeServer::currentNextHop(const TopologyService &edge) const
{
    const TopologyService *current = nullptr;
    for (const TopologyDependency &dependency : edge.dependencies) {
        const TopologyService *target = m_topology.service(dependency.serviceId);
        if (!target || !isNextHop(edge, *target) || target == current)
            continue;
        if (current) {
            return Error{ErrorCategory::InvalidOperation, u"NextHopAmbiguous"_s,
                         tr("The topology says that the Edge pool %1 has two next hops: %2 and %3.")
                             .arg(edge.clusterFqdn, current->clusterFqdn, target->clusterFqdn),
                         tr("Leave one of them in the topology document (Get-CsTopology -AsXml) and publish it with "
                            "Publish-CsTopology."),
                         edge.clusterFqdn};
        }
        current = target;
    }
    if (current)
        return current;
    return Error{
        ErrorCategory::InvalidOperation, u"NoNextHop"_s,
        tr("The topology does not say which next hop the Edge pool %1 has, and a lab deployment only changes "
           "one that is there.")
            .arg(edge.clusterFqdn),
        tr("Give the Edge pool a next hop in the topology document (Get-CsTopology -AsXml) and publish it with "
           "Publish-CsTopology."),
        edge.clusterFqdn};
}

// A next hop that serves nobody is the trap that the command is there to get out of.
Result<> SetEdgeServer::warnAboutState(const QString &pool)
{
    const Deployment &deployment = **m_context.deployment();
    if (!deployment.hasPool(pool))
        return {};
    const Result<PoolOwnership> ownership = deployment.ownership(pool);
    if (!ownership)
        return ownership.error();
    if (ownership->owner == pool && ownership->state != PoolState::FailingOver)
        return {};
    return m_runtime.writeWarning(
        tr("The pool %1 is in the state %2, and %3 serves its users: as a next hop it may not answer.")
            .arg(pool, toString(ownership->state), ownership->owner),
        tr("Point the Edge pool at %1 instead, or at a Director.").arg(ownership->owner));
}

Result<> SetEdgeServer::write(const TopologyService &edge, const TopologyService &from, const TopologyService &to)
{
    const Result<QByteArray> document = m_central.store.topologyDocument();
    if (!document)
        return document.error();
    const Result<QByteArray> changed = withDependencyReplaced(*document, edge.id, from.id, to.id);
    if (!changed)
        return changed.error();
    const Result<QList<PoolPair>> pairs = m_central.store.pairs();
    if (!pairs)
        return pairs.error();
    const Result<bool> written = m_central.store.setTopology(*changed, *pairs, m_central.ownership.epoch);
    return written ? Result<>() : Result<>(written.error());
}

Result<> SetEdgeServer::set()
{
    const Result<const TopologyService *> edge = this->edge();
    if (!edge)
        return edge.error();
    const Result<const TopologyService *> to = nextHop();
    if (!to)
        return to.error();
    const Result<const TopologyService *> from = currentNextHop(**edge);
    if (!from)
        return from.error();
    const QString edgePool = (*edge)->clusterFqdn;
    const QString toPool = (*to)->clusterFqdn;
    if (*from == *to) {
        m_runtime.writeHost(
            tr("The next hop of the Edge pool %1 is %2 already; nothing was changed.").arg(edgePool, toPool));
        return {};
    }
    if (const Result<> warned = warnAboutState(toPool); !warned)
        return warned;
    const Result<bool> accepted = m_runtime.shouldProcess(
        EdgeKind.prefix + edgePool, tr("Change the next hop from %1 to %2").arg((*from)->clusterFqdn, toPool),
        tr("The Edge pool %1 hands its traffic to %2 from then on. Its servers learn it when the topology has been "
           "replicated to them.")
            .arg(edgePool, toPool));
    if (!accepted)
        return accepted.error();
    if (!*accepted)
        return {};
    Step step = m_runtime.beginStep(
        tr("Write the topology to the Central Management store on %1").arg(m_central.ownership.activePool));
    if (const Result<> written = step.conclude(write(**edge, **from, **to)); !written)
        return written;
    m_runtime.writeHost(
        tr("The next hop of the Edge pool %1 is %2; it was %3. The local replicas get the topology with "
           "Invoke-CsManagementStoreReplication.")
            .arg(edgePool, toPool, (*from)->clusterFqdn));
    return {};
}

Error SetEdgeServer::storeOutOfReach(Error error)
{
    if (error.id == "CentralManagementStoreUnavailable"_L1) {
        const QString way = tr("The next hop stands in the topology, and that is in this store: when its pool has "
                               "broken down, run Invoke-CsManagementServerFailover -Force first.");
        error.recommendedAction = QString(error.recommendedAction + u' ' + way).trimmed();
    }
    return error;
}

Result<> SetEdgeServer::run(LabContext &context)
{
    Result<CentralWriting> central = beginCentralWriting(context);
    if (!central)
        return storeOutOfReach(central.error());
    const Result<Topology> topology = central->store.topology();
    if (!topology)
        return topology.error();
    return SetEdgeServer(context, *central, *topology).set();
}

const LabCmdletRegistration registration("Set-CsEdgeServer", &SetEdgeServer::run);

} // namespace

} // namespace cspool
