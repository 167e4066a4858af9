// Topology: what a topology document says of sites, clusters and services, whichever of its two formats it is in.
#pragma once

#include "model/pool.h"

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

// A pair of pools that back each other up; `first` < `second` (canonical FQDNs).
struct PoolPair
{
    QString first;
    QString second;

    static PoolPair of(const QString &a, const QString &b);
    bool contains(const QString &fqdn) const { return fqdn == first || fqdn == second; }
    QString partnerOf(const QString &fqdn) const; // empty when not of this pair

    auto operator<=>(const PoolPair &) const = default;
};

struct PairingFindings
{
    QList<PoolPair> pairs; // mutual and unambiguous
    QStringList doubts; // one sentence each: not mutual, several partners, no such pool
};

// The pairs stated in the document. How Microsoft writes them is not published; our reading: a dependency of a
// Registrar or UserServices, with a usage other than "Default", on a service of the same role of another cluster that
// has UserServices says "that cluster is my backup pool".
PairingFindings statedPairs(const Topology &topology);

// Why two pools should not be paired: sentences of warning, empty when supported. Rules: Enterprise with Enterprise and
// Standard with Standard (Microsoft's); same version (ours, and said so).
QStringList pairingWarnings(const Topology &topology, const PoolPair &pair);

// A pool that can be backed up has UserServices and a Registrar that is no Director.
bool canBeBackedUp(const Topology &topology, const QString &clusterFqdn);
// Standard Edition shows as a UserStore on the pool's own cluster.
bool isStandardEdition(const Topology &topology, const QString &clusterFqdn);
// "Lync Server 2013", "Skype for Business Server 2019"; an unknown number as it is.
QString serverVersionName(const QString &serviceVersion);

// Every cluster as a pool, with services as Get-CsPool words them ("UserServer:pool01.contoso.com"), its site and, of
// `pairs`, its backup pool. In document order.
QList<Pool> poolsOf(const Topology &topology, const QList<PoolPair> &pairs);

} // namespace cspool
