#include "tests/support/broken_lab.h"

#include "backend/lab/topology_dependency.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

template <typename T> auto require(Result<T> result)
{
    if (!result)
        qFatal("The lab could not be broken: %s", qUtf8Printable(result.error().message));
    if constexpr (!std::is_void_v<T>)
        return std::move(result).value();
}

const TopologyService &serviceOn(const Topology &topology, QLatin1StringView role, const QString &pool)
{
    const auto found
        = std::find_if(topology.services.cbegin(), topology.services.cend(), [&](const TopologyService &service) {
              return service.role == role && service.clusterFqdn == pool;
          });
    if (found == topology.services.cend())
        qFatal("%s has no %s", qUtf8Printable(pool), role.data());
    return *found;
}

// "1-Registrar-2" as Get-CsTopology -AsXml writes it.
QByteArray serviceIdElement(const QString &id)
{
    const QStringList parts = id.split(u'-');
    if (parts.size() != 3)
        qFatal("The service %s is not of a document of Get-CsTopology -AsXml", qUtf8Printable(id));
    return u"<ServiceId SiteId=\"%1\" RoleName=\"%2\" Instance=\"%3\"/>"_s.arg(parts[0], parts[1], parts[2]).toUtf8();
}

void insertBefore(QByteArray &document, qsizetype position, const QByteArray &text)
{
    if (position < 0)
        qFatal("The topology is not of the expected form");
    document.insert(position, text);
}

} // namespace

BrokenLab::BrokenLab(const QString &folder)
    : m_folder(folder)
{
}

std::unique_ptr<Deployment> BrokenLab::open() const
{
    return require(Deployment::open(m_folder, OpenMode::ReadWrite));
}

void BrokenLab::lose(const QString &path)
{
    const QString away = path + u".away"_s;
    if (!QDir().rename(path, away))
        qFatal("%s could not be moved away", qUtf8Printable(path));
    m_lost.append({path, away});
}

void BrokenLab::loseUserStore(const QString &pool)
{
    lose(open()->poolFolder(pool) + "/user-store.sqlite"_L1);
}

void BrokenLab::loseFileStore(const QString &pool)
{
    lose(open()->fileStoreFolder(pool));
}

void BrokenLab::loseCentralStore(const QString &pool)
{
    lose(open()->poolFolder(pool) + "/central-store.sqlite"_L1);
}

void BrokenLab::loseReplica(const QString &pool)
{
    lose(open()->poolFolder(pool) + "/replica.sqlite"_L1);
}

void BrokenLab::losePool(const QString &pool)
{
    lose(open()->poolFolder(pool));
}

void BrokenLab::bringBack()
{
    // What was lost within a folder that was lost later comes back after it.
    while (!m_lost.isEmpty()) {
        const auto [path, away] = m_lost.takeLast();
        if (!QDir().rename(away, path))
            qFatal("%s could not be moved back", qUtf8Printable(path));
    }
}

void BrokenLab::leaveDataOf(const QString &former, const QString &pool, int documents, int files)
{
    const auto deployment = open();
    QList<DocumentWrite> writes;
    for (int i = 0; i < documents; ++i)
        writes.append({u"urn:lcd:former%1@%2"_s.arg(i).arg(former), {}, "left by a former partner"});
    auto store = require(deployment->userStore(pool));
    require(store.write(writes, former, {{former, 1}}));
    const QString folder = deployment->fileStoreFolder(pool) + u'/' + former + "/conf"_L1;
    for (int i = 0; i < files; ++i) {
        QFile file(folder + u"/former%1.bin"_s.arg(i));
        if (!QDir().mkpath(folder) || !file.open(QIODevice::WriteOnly) || file.write("left") != 4)
            qFatal("%s could not be written", qUtf8Printable(file.fileName()));
    }
}

void BrokenLab::publish(const QByteArray &document, const QString &exceptReplicaOn)
{
    const auto deployment = open();
    auto active = require(deployment->centralStore());
    const qint64 epoch = require(deployment->centralManagement()).epoch;
    require(active.setTopology(document, require(active.pairs()), epoch));
    const QList<PoolOwnership> pools = require(deployment->ownerships());
    for (const PoolOwnership &ownership : pools) {
        if (ownership.pool == exceptReplicaOn)
            continue;
        auto replica = require(deployment->localReplica(ownership.pool));
        require(replicateCentralStore(active, replica));
    }
}

void BrokenLab::makeReplicaStale(const QString &pool)
{
    publish(require(require(open()->centralStore()).topologyDocument()) + '\n', pool);
}

void BrokenLab::addEdgePool(const QString &edge, const QString &nextHop)
{
    const auto active = require(open()->centralStore());
    QByteArray document = require(active.topologyDocument());
    const Topology topology = require(active.topology());
    const QString registrar = serviceOn(topology, "Registrar"_L1, nextHop).id;
    const QByteArray site = registrar.section(u'-', 0, 0).toUtf8();
    const QByteArray number = QByteArray::number(900 + topology.clusters.size());
    const QByteArray cluster = "<ClusterId SiteId=\"" + site + "\" Number=\"" + number + "\"/>";
    insertBefore(document, document.lastIndexOf("</Services>"),
                 "<Service RoleVersion=\"1\" ServiceVersion=\"6\"><ServiceId SiteId=\"" + site
                     + "\" RoleName=\"EdgeServer\" Instance=\"" + number
                     + "\"/><DependsOn><Dependency Usage=\"Default\">" + serviceIdElement(registrar)
                     + "</Dependency></DependsOn><InstalledOn>" + cluster + "</InstalledOn></Service>");
    insertBefore(document, document.indexOf("</Clusters>"),
                 "<Cluster Fqdn=\"" + edge.toUtf8() + "\">" + cluster + "<Machine OrdinalInCluster=\"1\" Fqdn=\"server."
                     + edge.toUtf8() + "\"/></Cluster>");
    publish(document);
}

void BrokenLab::pointEdgeAt(const QString &edge, const QString &nextHop)
{
    const auto active = require(open()->centralStore());
    const Topology topology = require(active.topology());
    const TopologyService &service = serviceOn(topology, "EdgeServer"_L1, edge);
    for (const TopologyDependency &dependency : service.dependencies) {
        const TopologyService *target = topology.service(dependency.serviceId);
        if (!target || !isNextHop(service, *target))
            continue;
        publish(require(withDependencyReplaced(require(active.topologyDocument()), service.id, target->id,
                                               serviceOn(topology, "Registrar"_L1, nextHop).id)));
        return;
    }
    qFatal("%s has no next hop", qUtf8Printable(edge));
}

} // namespace cspool::test
