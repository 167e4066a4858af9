// Topology: what its clusters are, and the words in which Get-CsPool and Get-CsService report them.
#include "model/topology.h"

#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

TopologyService service(const QString &id, const QString &role, const QString &cluster, const QString &version = u"7"_s)
{
    TopologyService result;
    result.id = id;
    result.role = role;
    result.clusterFqdn = cluster;
    result.serviceVersion = version;
    return result;
}

// An Enterprise pool with its SQL server, a Standard Edition server, a Director and an Edge server.
Topology world()
{
    Topology topology;
    topology.sites = {{u"1"_s, u"Redmond"_s}, {u"2"_s, QString()}};
    topology.clusters = {
        {u"pool.x.com"_s, u"1"_s, {u"fe1.x.com"_s, u"fe2.x.com"_s}, false, {}},
        {u"sql.x.com"_s, u"1"_s, {u"sql.x.com"_s}, true, {QString()}},
        {u"se.x.com"_s, u"2"_s, {u"se.x.com"_s}, true, {u"rtc"_s}},
        {u"dir.x.com"_s, u"9"_s, {u"dir.x.com"_s}, true, {}},
        {u"edge.x.com"_s, u"1"_s, {u"edge.x.com"_s}, true, {}},
    };
    topology.services = {
        service(u"u1"_s, u"UserServices"_s, u"pool.x.com"_s),
        service(u"r1"_s, u"Registrar"_s, u"pool.x.com"_s),
        service(u"us1"_s, u"UserStore"_s, u"sql.x.com"_s),
        service(u"u2"_s, u"UserServices"_s, u"se.x.com"_s, u"8"_s),
        service(u"r2"_s, u"Registrar"_s, u"se.x.com"_s, u"8"_s),
        service(u"us2"_s, u"UserStore"_s, u"se.x.com"_s, u"8"_s),
        service(u"r3"_s, u"Registrar"_s, u"dir.x.com"_s),
        service(u"e1"_s, u"EdgeServer"_s, u"edge.x.com"_s),
        service(u"p1"_s, u"PstnGateway"_s, QString()),
    };
    topology.services[0].dependencies = {{u"us1"_s, u"Default"_s}, {u"gone"_s, u"Default"_s}, {u"p1"_s, u"Default"_s}};
    topology.services[6].isDirector = true;
    return topology;
}

} // namespace

class TestTopology : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyPoolsWithUsersCanBeBackedUp_data();
    void onlyPoolsWithUsersCanBeBackedUp();
    void versionsHaveNamesAndUnknownOnesAreShown_data();
    void versionsHaveNamesAndUnknownOnesAreShown();
    void rolesAreNamedAsTheCmdletsNameThem_data();
    void rolesAreNamedAsTheCmdletsNameThem();
    void poolsAreReportedInDocumentOrder();
    void servicesAreReportedWithWhatTheyDependOn();
    void theNextHopOfAnEdgeServiceIsTheRegistrarItDependsOn();
    void theActiveCentralManagementIsTheOneMarkedActive();
    void aLargeTopologyIsReportedQuickly();
};

void TestTopology::onlyPoolsWithUsersCanBeBackedUp_data()
{
    QTest::addColumn<QString>("cluster");
    QTest::addColumn<bool>("canBe");
    QTest::addColumn<bool>("isStandard");
    QTest::newRow("enterprise") << u"pool.x.com"_s << true << false;
    QTest::newRow("standard") << u"se.x.com"_s << true << true;
    QTest::newRow("sql") << u"sql.x.com"_s << false << false;
    QTest::newRow("director") << u"dir.x.com"_s << false << false;
    QTest::newRow("edge") << u"edge.x.com"_s << false << false;
    QTest::newRow("unknown") << u"nowhere.x.com"_s << false << false;
    QTest::newRow("nowhere installed") << QString() << false << false;
}

void TestTopology::onlyPoolsWithUsersCanBeBackedUp()
{
    QFETCH(QString, cluster);
    QTEST(canBeBackedUp(world(), cluster), "canBe");
    QTEST(isStandardEdition(world(), cluster), "isStandard");
    for (const Pool &pool : poolsOf(world(), {})) {
        if (pool.fqdn == cluster)
            QTEST(pool.canBeBackedUp(), "canBe");
    }
}

void TestTopology::versionsHaveNamesAndUnknownOnesAreShown_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("name");
    QTest::newRow("5") << u"5"_s << u"Lync Server 2010"_s;
    QTest::newRow("6") << u"6"_s << u"Lync Server 2013"_s;
    QTest::newRow("7") << u"7"_s << u"Skype for Business Server 2015"_s;
    QTest::newRow("8") << u"8"_s << u"Skype for Business Server 2019"_s;
    QTest::newRow("9") << u"9"_s << u"9"_s;
    QTest::newRow("text") << u"beta"_s << u"beta"_s;
    QTest::newRow("none") << QString() << QString();
}

void TestTopology::versionsHaveNamesAndUnknownOnesAreShown()
{
    QFETCH(QString, number);
    QTEST(serverVersionName(number), "name");
    // Of 5, 6 and 7 no list is published.
    QCOMPARE(isServerVersionConfirmed(serverVersionName(number)),
             number != u"5"_s && number != u"6"_s && number != u"7"_s);
}

void TestTopology::rolesAreNamedAsTheCmdletsNameThem_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<QString>("name");
    const QList<QPair<QString, QString>> rows{
        {u"UserServices"_s, u"UserServer"_s},
        {u"Registrar"_s, u"Registrar"_s},
        {u"UserStore"_s, u"UserDatabase"_s},
        {u"FileStore"_s, u"FileStore"_s},
        {u"ConfServices"_s, u"ConferencingServer"_s},
        {u"CentralMgmt"_s, u"CentralManagement"_s},
        {u"CentralMgmtStore"_s, u"CentralManagementDatabase"_s},
        {u"WebServices"_s, u"WebServer"_s},
        {u"MediationServer"_s, u"MediationServer"_s},
        {u"ApplicationServer"_s, u"ApplicationServer"_s},
        {u"ApplicationStore"_s, u"ApplicationDatabase"_s},
        {u"EdgeServer"_s, u"EdgeServer"_s},
        {u"ArchivingStore"_s, u"ArchivingDatabase"_s},
        {u"MonitoringStore"_s, u"MonitoringDatabase"_s},
        {u"WacService"_s, u"WacServer"_s},
        {u"VideoInterop"_s, u"VideoInterop"_s},
    };
    for (const auto &[role, name] : rows)
        QTest::newRow(qPrintable(role)) << role << name;
}

void TestTopology::rolesAreNamedAsTheCmdletsNameThem()
{
    QFETCH(QString, role);
    QTEST(serviceName(role), "name");
}

void TestTopology::poolsAreReportedInDocumentOrder()
{
    const QList<Pool> pools = poolsOf(world(), {PoolPair::of(u"se.x.com"_s, u"pool.x.com"_s)});
    QCOMPARE(pools.size(), 5);
    const Pool expected{u"pool.x.com"_s,
                        u"pool.x.com"_s,
                        u"Site:Redmond"_s,
                        {u"UserServer:pool.x.com"_s, u"Registrar:pool.x.com"_s},
                        {u"fe1.x.com"_s, u"fe2.x.com"_s},
                        u"se.x.com"_s,
                        u"Skype for Business Server 2015"_s};
    QCOMPARE(pools.first(), expected);
    QCOMPARE(pools.at(1).backupPoolFqdn, QString());
    QCOMPARE(pools.at(1).kind(), u"SQL Server"_s);
    QCOMPARE(pools.at(2).backupPoolFqdn, u"pool.x.com"_s);
    QCOMPARE(pools.at(2).site, u"Site:2"_s); // a site without a name goes by its id
    QCOMPARE(pools.at(2).kind(), u"Standard Edition server"_s);
    QCOMPARE(pools.at(3).site, u"Site:9"_s); // and so does a site that the document does not hold
    QCOMPARE(pools.at(3).kind(), u"Director pool"_s);
}

void TestTopology::servicesAreReportedWithWhatTheyDependOn()
{
    const QList<Service> services = servicesOf(world());
    QCOMPARE(services.size(), 8); // the gateway is installed nowhere
    const Service expected{u"UserServer:pool.x.com"_s,
                           u"UserServer"_s,
                           u"pool.x.com"_s,
                           u"Site:Redmond"_s,
                           u"u1"_s,
                           u"7"_s,
                           {u"UserDatabase:sql.x.com"_s},
                           {}};
    QCOMPARE(services.first(), expected);
}

void TestTopology::theNextHopOfAnEdgeServiceIsTheRegistrarItDependsOn()
{
    Topology topology = world();
    topology.services[7].dependencies = {{u"us1"_s, u"Default"_s}, {u"r2"_s, u"Default"_s}};
    topology.services[4].dependencies = {{u"r1"_s, u"Backup"_s}}; // a Registrar's own dependency is no next hop
    const QList<Service> services = servicesOf(topology);
    QCOMPARE(services.last().identity, u"EdgeServer:edge.x.com"_s);
    QCOMPARE(services.last().registrar, u"Registrar:se.x.com"_s);
    for (const Service &other : services.first(services.size() - 1))
        QCOMPARE(other.registrar, QString());
    QCOMPARE(servicesOf(world()).last().registrar, QString());
}

void TestTopology::theActiveCentralManagementIsTheOneMarkedActive()
{
    Topology topology = world();
    QCOMPARE(activeCentralManagementPool(topology), QString());
    topology.services.append(service(u"c1"_s, u"CentralMgmt"_s, u"pool.x.com"_s));
    topology.services.append(service(u"c2"_s, u"CentralMgmt"_s, u"se.x.com"_s));
    QCOMPARE(activeCentralManagementPool(topology), QString());
    topology.services.last().isActiveCentralManagement = true;
    QCOMPARE(activeCentralManagementPool(topology), u"se.x.com"_s);
}

// A quadratic step would take minutes here, and the test would be stopped.
void TestTopology::aLargeTopologyIsReportedQuickly()
{
    Topology topology;
    QList<PoolPair> pairs;
    for (int i = 0; i < 30'000; ++i) {
        const QString fqdn = u"pool%1.x.com"_s.arg(i);
        topology.clusters.append({fqdn, u"1"_s, {fqdn}, true, {}});
        topology.services.append(service(u"u%1"_s.arg(i), u"UserServices"_s, fqdn));
        topology.services.append(service(u"r%1"_s.arg(i), u"Registrar"_s, fqdn));
        topology.services.last().dependencies = {{u"r%1"_s.arg(i ^ 1), u"Backup"_s}};
    }
    const PairingFindings findings = statedPairs(topology);
    QCOMPARE(findings.pairs.size(), 15'000);
    QCOMPARE(poolsOf(topology, findings.pairs).size(), 30'000);
    QCOMPARE(servicesOf(topology).size(), 60'000);
}

QTEST_GUILESS_MAIN(TestTopology)
#include "tst_topology.moc"
