// Topology: what a topology document says of sites, clusters and services, whichever of its two formats it is in.
#pragma once

#include "model/pool.h"
#include "model/pool_pairing.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace cspool {

struct TopologySite
{
    QString id; // "1"
    QString name; // "Redmond"
    bool operator==(const TopologySite &) const = default;
};

struct TopologyDependency
{
    QString serviceId; // TopologyService::id
    QString usage; // "Default"; anything else is kept as it is
    bool operator==(const TopologyDependency &) const = default;
};

struct TopologyService
{
    QString id; // unique in the document: UniqueId, or "SiteId-RoleName-Instance"
    QString role; // "UserServices", "Registrar", …
    QString clusterFqdn; // where it is installed, canonical FQDN; empty when the document does not say
    QString serviceVersion; // "7"; as written
    QString roleVersion;
    QList<TopologyDependency> dependencies;
    bool isDirector = false; // RegistrarService@IsDirector
    bool isActiveCentralManagement = false; // CentralMgmtService@IsActive
    QString shareName; // FileStoreService@ShareName
    bool operator==(const TopologyService &) const = default;
};

struct TopologyCluster
{
    QString fqdn; // canonical
    QString siteId;
    QStringList machines; // canonical FQDNs; of a single-machine cluster its own
    bool isSingleMachine = false;
    QStringList sqlInstances; // names; "" is the default instance
    bool operator==(const TopologyCluster &) const = default;
};

struct Topology
{
    QList<TopologySite> sites;
    QList<TopologyCluster> clusters; // in document order
    QList<TopologyService> services;

    const TopologyCluster *cluster(const QString &fqdn) const; // canonical FQDN; null when there is none
    const TopologyService *service(const QString &id) const;
    QString siteName(const QString &siteId) const; // the id itself when unknown

    bool operator==(const Topology &) const = default;
};

// A pool that can be backed up has UserServices and a Registrar that is no Director.
bool canBeBackedUp(const Topology &topology, const QString &clusterFqdn);
// All of them, in document order.
QStringList poolsToBackUp(const Topology &topology);
// Standard Edition shows as a UserStore on the pool's own cluster.
bool isStandardEdition(const Topology &topology, const QString &clusterFqdn);
// "Lync Server 2013", "Skype for Business Server 2019"; an unknown number as it is. 8 is confirmed, 5, 6 and 7 are very
// probable; no list is published.
QString serverVersionName(const QString &serviceVersion);
// Whether a name that serverVersionName() gave is more than very probable; an unknown number is what it is.
bool isServerVersionConfirmed(const QString &name);
// The ServiceVersion of a cluster: of its Registrar or UserServices, else of its first service; empty when it has none.
QString serviceVersionOf(const Topology &topology, const QString &clusterFqdn);
// The cluster that the document says hosts the active Central Management store; empty when it says none.
QString activeCentralManagementPool(const Topology &topology);

// A role in Get-CsPool's and Get-CsService's words: "UserServices" is "UserServer"; an unknown role keeps its name.
QString serviceName(const QString &role);
// Whether what `service` depends on is its next hop: an Edge service hands its traffic to the Registrar it depends on.
bool isNextHop(const TopologyService &service, const TopologyService &dependency);
// Every service as Get-CsService reports it, in document order; services that are installed nowhere are left out.
QList<Service> servicesOf(const Topology &topology);

// Every cluster as a pool, with services as Get-CsPool words them ("UserServer:pool01.contoso.com"), its site and, of
// `pairs`, its backup pool. In document order.
QList<Pool> poolsOf(const Topology &topology, const QList<PoolPair> &pairs);

} // namespace cspool
