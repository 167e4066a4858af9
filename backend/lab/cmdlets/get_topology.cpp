// Get-CsTopology: an overview of the topology, or its document as it was published.
#include "backend/lab/document_encoding.h"
#include "backend/lab/lab_cmdlet.h"

#include <QCoreApplication>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

class GetTopology
{
    Q_DECLARE_TR_FUNCTIONS(cspool::GetTopology)

public:
    static Result<> run(LabContext &context);

private:
    static Result<Object> overview(const CentralStore &store);
};

Result<Object> GetTopology::overview(const CentralStore &store)
{
    const Result<Topology> topology = store.topology();
    if (!topology)
        return topology.error();
    const Result<QList<PoolPair>> pairs = store.pairs();
    if (!pairs)
        return pairs.error();
    QVariantList sites;
    for (const TopologySite &site : topology->sites)
        sites.append(QString("Site:"_L1 + topology->siteName(site.id)));
    qint64 machines = 0;
    for (const TopologyCluster &cluster : topology->clusters)
        machines += cluster.machines.size();
    const QStringList pools = poolsToBackUp(*topology);
    QVariantList pairTexts;
    for (const PoolPair &pair : *pairs)
        pairTexts.append(QString(pair.first + u'=' + pair.second));
    const Result<QDateTime> changed = store.lastChange();
    if (!changed)
        return changed.error();

    Object object(u"Microsoft.Rtc.Management.Deploy.Internal.Topology"_s);
    object.set(u"Sites"_s, sites);
    object.set(u"Clusters"_s, int(topology->clusters.size()));
    object.set(u"Machines"_s, machines);
    object.set(u"Services"_s, int(topology->services.size()));
    object.set(u"Pools"_s, QVariantList(pools.begin(), pools.end())); // that can be backed up
    object.set(u"Pairs"_s, pairTexts);
    object.set(u"LastChange"_s, changed->isValid() ? QVariant(*changed) : QVariant());
    return object;
}

Result<> GetTopology::run(LabContext &context)
{
    const Result<CentralStore> store = context.centralStore();
    if (!store)
        return store.error();
    const Result<QByteArray> document = store->topologyDocument();
    if (!document)
        return document.error();
    if (document->isEmpty()) {
        return Error{ErrorCategory::ObjectNotFound, u"TopologyNotFound"_s,
                     tr("No topology has been published to %1.").arg(context.topologySource()),
                     context.command().isSwitchOn(u"LocalStore")
                         ? tr("Run Invoke-CsManagementStoreReplication to fill the replica.")
                         : tr("Publish one with Publish-CsTopology.")};
    }
    if (context.command().isSwitchOn(u"AsXml")) {
        context.runtime().writeObject(Object(u"System.String"_s, decodeDocument(*document).text));
        return {};
    }
    const Result<Object> object = overview(*store);
    if (!object)
        return object.error();
    context.runtime().writeObject(*object);
    return {};
}

const LabCmdletRegistration registration("Get-CsTopology", &GetTopology::run);

} // namespace

} // namespace cspool
