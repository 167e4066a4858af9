#include "model/topology.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// Names that Get-CsPool and Get-CsService give to the roles of a topology document.
constexpr struct
{
    QLatin1StringView role;
    QLatin1StringView name;
} serviceNames[] = {
    {"UserServices"_L1, "UserServer"_L1},
    {"Registrar"_L1, "Registrar"_L1},
    {"UserStore"_L1, "UserDatabase"_L1},
    {"FileStore"_L1, "FileStore"_L1},
    {"ConfServices"_L1, "ConferencingServer"_L1},
    {"CentralMgmt"_L1, "CentralManagement"_L1},
    {"CentralMgmtStore"_L1, "CentralManagementDatabase"_L1},
    {"WebServices"_L1, "WebServer"_L1},
    {"MediationServer"_L1, "MediationServer"_L1},
    {"ApplicationServer"_L1, "ApplicationServer"_L1},
    {"ApplicationStore"_L1, "ApplicationDatabase"_L1},
    {"EdgeServer"_L1, "EdgeServer"_L1},
    {"ArchivingStore"_L1, "ArchivingDatabase"_L1},
    {"MonitoringStore"_L1, "MonitoringDatabase"_L1},
    {"WacService"_L1, "WacServer"_L1},
};

QString identityOf(const TopologyService &service)
{
    return serviceName(service.role) + u':' + service.clusterFqdn;
}

bool hasRole(const Topology &topology, const QString &clusterFqdn, QLatin1StringView role)
{
    return std::any_of(topology.services.begin(), topology.services.end(), [&](const TopologyService &service) {
        return service.role == role && service.clusterFqdn == clusterFqdn;
    });
}

// Services of each cluster, in document order. Keeps poolsOf() linear: documents from outside may be large.
QHash<QString, QList<const TopologyService *>> servicesByCluster(const Topology &topology)
{
    QHash<QString, QList<const TopologyService *>> services;
    for (const TopologyService &service : topology.services)
        services[service.clusterFqdn].append(&service);
    return services;
}

QString versionOf(const QList<const TopologyService *> &services)
{
    for (const TopologyService *service : services) {
        if (service->role == "Registrar"_L1 || service->role == "UserServices"_L1)
            return service->serviceVersion;
    }
    return services.isEmpty() ? QString() : services.first()->serviceVersion;
}

} // namespace

const TopologyCluster *Topology::cluster(const QString &fqdn) const
{
    const auto found = std::find_if(clusters.begin(), clusters.end(), [&](const auto &c) { return c.fqdn == fqdn; });
    return found == clusters.end() ? nullptr : &*found;
}

const TopologyService *Topology::service(const QString &id) const
{
    const auto found = std::find_if(services.begin(), services.end(), [&](const auto &s) { return s.id == id; });
    return found == services.end() ? nullptr : &*found;
}

QString Topology::siteName(const QString &siteId) const
{
    for (const TopologySite &site : sites) {
        if (site.id == siteId)
            return site.name.isEmpty() ? siteId : site.name;
    }
    return siteId;
}

bool canBeBackedUp(const Topology &topology, const QString &clusterFqdn)
{
    return hasRole(topology, clusterFqdn, "UserServices"_L1)
        && std::any_of(topology.services.begin(), topology.services.end(), [&](const TopologyService &service) {
               return service.role == "Registrar"_L1 && !service.isDirector && service.clusterFqdn == clusterFqdn;
           });
}

QStringList poolsToBackUp(const Topology &topology)
{
    QSet<QString> withUsers;
    QSet<QString> withRegistrar;
    for (const TopologyService &service : topology.services) {
        if (service.role == "UserServices"_L1)
            withUsers.insert(service.clusterFqdn);
        else if (service.role == "Registrar"_L1 && !service.isDirector)
            withRegistrar.insert(service.clusterFqdn);
    }
    QStringList pools;
    for (const TopologyCluster &cluster : topology.clusters) {
        if (withUsers.contains(cluster.fqdn) && withRegistrar.contains(cluster.fqdn))
            pools.append(cluster.fqdn);
    }
    return pools;
}

bool isStandardEdition(const Topology &topology, const QString &clusterFqdn)
{
    return hasRole(topology, clusterFqdn, "UserServices"_L1) && hasRole(topology, clusterFqdn, "UserStore"_L1);
}

QString serverVersionName(const QString &serviceVersion)
{
    if (serviceVersion == "5"_L1)
        return u"Lync Server 2010"_s;
    if (serviceVersion == "6"_L1)
        return u"Lync Server 2013"_s;
    if (serviceVersion == "7"_L1)
        return u"Skype for Business Server 2015"_s;
    if (serviceVersion == "8"_L1)
        return u"Skype for Business Server 2019"_s;
    return serviceVersion;
}

bool isServerVersionConfirmed(const QString &name)
{
    return name != serverVersionName(u"5"_s) && name != serverVersionName(u"6"_s) && name != serverVersionName(u"7"_s);
}

QString serviceVersionOf(const Topology &topology, const QString &clusterFqdn)
{
    QList<const TopologyService *> services;
    for (const TopologyService &service : topology.services) {
        if (service.clusterFqdn == clusterFqdn)
            services.append(&service);
    }
    return versionOf(services);
}

QString activeCentralManagementPool(const Topology &topology)
{
    for (const TopologyService &service : topology.services) {
        if (service.role == "CentralMgmt"_L1 && service.isActiveCentralManagement && !service.clusterFqdn.isEmpty())
            return service.clusterFqdn;
    }
    return {};
}

QString serviceName(const QString &role)
{
    for (const auto &row : serviceNames) {
        if (row.role == role)
            return row.name;
    }
    return role;
}

bool isNextHop(const TopologyService &service, const TopologyService &dependency)
{
    return service.role == "EdgeServer"_L1 && dependency.role == "Registrar"_L1;
}

QList<Service> servicesOf(const Topology &topology)
{
    QHash<QString, const TopologyService *> byId;
    for (const TopologyService &service : topology.services)
        byId.insert(service.id, &service);
    QHash<QString, QString> siteOfCluster;
    for (const TopologyCluster &cluster : topology.clusters)
        siteOfCluster.insert(cluster.fqdn, QString("Site:"_L1 + topology.siteName(cluster.siteId)));
    QList<Service> services;
    for (const TopologyService &service : topology.services) {
        if (service.clusterFqdn.isEmpty())
            continue;
        Service reported{identityOf(service),
                         serviceName(service.role),
                         service.clusterFqdn,
                         siteOfCluster.value(service.clusterFqdn),
                         service.id,
                         service.serviceVersion,
                         {},
                         {}};
        for (const TopologyDependency &dependency : service.dependencies) {
            const TopologyService *target = byId.value(dependency.serviceId);
            if (!target || target->clusterFqdn.isEmpty())
                continue;
            reported.dependentServices.append(identityOf(*target));
            if (isNextHop(service, *target) && reported.registrar.isEmpty())
                reported.registrar = identityOf(*target);
        }
        services.append(reported);
    }
    return services;
}

QList<Pool> poolsOf(const Topology &topology, const QList<PoolPair> &pairs)
{
    const auto services = servicesByCluster(topology);
    QHash<QString, QString> partners;
    for (const PoolPair &pair : pairs) {
        partners.insert(pair.first, pair.second);
        partners.insert(pair.second, pair.first);
    }
    QList<Pool> pools;
    for (const TopologyCluster &cluster : topology.clusters) {
        Pool pool;
        pool.identity = cluster.fqdn;
        pool.fqdn = cluster.fqdn;
        pool.site = "Site:"_L1 + topology.siteName(cluster.siteId);
        pool.computers = cluster.machines;
        pool.backupPoolFqdn = partners.value(cluster.fqdn);
        const QList<const TopologyService *> clusterServices = services.value(cluster.fqdn);
        for (const TopologyService *service : clusterServices)
            pool.services.append(identityOf(*service));
        pool.services.removeDuplicates();
        pool.serverVersion = serverVersionName(versionOf(clusterServices));
        pools.append(pool);
    }
    return pools;
}

} // namespace cspool
