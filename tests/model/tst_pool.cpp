// Pool, Service, BackupRelation, RegistrarConfiguration: from and to Objects, and what a pool is.
#include "model/pool.h"

#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

Pool enterprisePool()
{
    return {u"pool01.contoso.com"_s,
            u"pool01.contoso.com"_s,
            u"Site:Redmond"_s,
            {u"UserServer:pool01.contoso.com"_s, u"Registrar:pool01.contoso.com"_s},
            {u"fe1.contoso.com"_s, u"fe2.contoso.com"_s},
            u"pool02.contoso.com"_s,
            u"Skype for Business Server 2015"_s};
}

} // namespace

class TestPool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPoolSurvivesTheWayThroughAnObject();
    void aServersObjectIsReadWhateverItsTypes();
    void whatAServerDoesNotReportIsEmpty();
    void onlyUserServicesWithARegistrarCanBeBackedUp_data();
    void onlyUserServicesWithARegistrarCanBeBackedUp();
    void aServiceSurvivesTheWayThroughAnObject();
    void anEdgeServiceReportsItsNextHopAndOthersNone();
    void aBackupRelationIsFoundUnderItsKinOfNames_data();
    void aBackupRelationIsFoundUnderItsKinOfNames();
    void aPoolStateIsReadByItsText_data();
    void aPoolStateIsReadByItsText();
};

void TestPool::aPoolSurvivesTheWayThroughAnObject()
{
    QCOMPARE(Pool::fromObject(enterprisePool().toObject()), enterprisePool());
    QCOMPARE(Pool::fromObject(Pool().toObject()), Pool());
    QCOMPARE(enterprisePool().toObject().typeNames().value(0), u"Microsoft.Rtc.Management.Xds.DisplayPool"_s);
}

void TestPool::aServersObjectIsReadWhateverItsTypes()
{
    const auto fqdn = [](const QString &text) {
        return QVariant::fromValue(Object(u"Microsoft.Rtc.Management.Deploy.Fqdn"_s, text));
    };
    Object object;
    object.set(u"identity"_s, fqdn(u"Pool01.Contoso.com"_s));
    object.set(u"FQDN"_s, fqdn(u"Pool01.Contoso.com"_s));
    object.set(u"services"_s,
               QVariantList{fqdn(u"UserServer:pool01.contoso.com"_s), u"Registrar:pool01.contoso.com"_s});
    object.set(u"Computers"_s, u"FE1.contoso.com"_s);
    object.set(u"BackupPoolFqdn"_s, fqdn(u"Pool02.Contoso.com."_s));
    object.set(u"Site"_s, u"Site:Redmond"_s);
    const Pool pool = Pool::fromObject(object);
    QCOMPARE(pool.identity, u"Pool01.Contoso.com"_s);
    QCOMPARE(pool.fqdn, u"pool01.contoso.com"_s);
    QCOMPARE(pool.computers, QStringList{u"fe1.contoso.com"_s});
    QCOMPARE(pool.backupPoolFqdn, u"pool02.contoso.com"_s);
    QVERIFY(pool.canBeBackedUp());
}

void TestPool::whatAServerDoesNotReportIsEmpty()
{
    Object object;
    object.set(u"Identity"_s, u"pool01.contoso.com"_s);
    const Pool pool = Pool::fromObject(object);
    QCOMPARE(pool.fqdn, u"pool01.contoso.com"_s);
    QVERIFY(pool.services.isEmpty());
    QVERIFY(pool.backupPoolFqdn.isEmpty());
    QVERIFY(pool.serverVersion.isEmpty());
    QVERIFY(!pool.canBeBackedUp());
}

void TestPool::onlyUserServicesWithARegistrarCanBeBackedUp_data()
{
    QTest::addColumn<QStringList>("services");
    QTest::addColumn<bool>("canBeBackedUp");
    QTest::addColumn<QString>("kind");
    QTest::newRow("enterprise") << QStringList{u"UserServer:p"_s, u"Registrar:p"_s} << true
                                << u"Enterprise Edition pool"_s;
    QTest::newRow("standard") << QStringList{u"userserver:p"_s, u"REGISTRAR:p"_s, u"UserDatabase:p"_s} << true
                              << u"Standard Edition server"_s;
    QTest::newRow("director") << QStringList{u"Registrar:p"_s, u"WebServer:p"_s} << false << u"Director pool"_s;
    QTest::newRow("branch") << QStringList{u"Registrar:p"_s, u"MediationServer:p"_s} << false
                            << u"Survivable Branch Appliance or server"_s;
    QTest::newRow("edge") << QStringList{u"EdgeServer:p"_s} << false << u"Edge pool"_s;
    QTest::newRow("sql") << QStringList{u"UserDatabase:p"_s, u"ArchivingDatabase:p"_s} << false << u"SQL Server"_s;
    QTest::newRow("file") << QStringList{u"FileStore:p"_s} << false << u"File server"_s;
    QTest::newRow("office") << QStringList{u"WacServer:p"_s} << false << u"Office Web Apps Server"_s;
    QTest::newRow("mediation") << QStringList{u"MediationServer:p"_s} << false << u"Mediation pool"_s;
    QTest::newRow("gateway") << QStringList{u"PstnGateway:p"_s} << false << u"PSTN gateway"_s;
    QTest::newRow("file store beside a web server")
        << QStringList{u"WebServer:p"_s, u"FileStore:p"_s} << false << u"File server"_s;
    QTest::newRow("unknown") << QStringList{u"Video:p"_s} << false << u"Servers of other services"_s;
    QTest::newRow("none") << QStringList{} << false << u"Servers without a service"_s;
    QTest::newRow("prefix only") << QStringList{u"UserServerX:p"_s, u"Registrar:p"_s} << false << u"Director pool"_s;
}

void TestPool::onlyUserServicesWithARegistrarCanBeBackedUp()
{
    QFETCH(QStringList, services);
    Pool pool;
    pool.services = services;
    QTEST(pool.canBeBackedUp(), "canBeBackedUp");
    QTEST(pool.kind(), "kind");
    QCOMPARE(pool.toObject().string(u"Kind"), pool.kind());
}

void TestPool::aServiceSurvivesTheWayThroughAnObject()
{
    const Service service{u"Registrar:pool01.contoso.com"_s,
                          u"Registrar"_s,
                          u"pool01.contoso.com"_s,
                          u"Site:Redmond"_s,
                          u"1-Registrar-1"_s,
                          u"7"_s,
                          {u"UserServer:pool01.contoso.com"_s, u"FileStore:file.contoso.com"_s},
                          {}};
    QCOMPARE(Service::fromObject(service.toObject()), service);
    QCOMPARE(Service::fromObject(Service().toObject()), Service());
}

void TestPool::anEdgeServiceReportsItsNextHopAndOthersNone()
{
    Service edge;
    edge.identity = u"EdgeServer:edge.contoso.com"_s;
    edge.registrar = u"Registrar:pool01.contoso.com"_s;
    QCOMPARE(edge.toObject().string(u"Registrar"), u"Registrar:pool01.contoso.com"_s);
    QCOMPARE(Service::fromObject(edge.toObject()), edge);
    QVERIFY(!Service().toObject().contains(u"Registrar"));
}

void TestPool::aBackupRelationIsFoundUnderItsKinOfNames_data()
{
    QTest::addColumn<Object>("object");
    QTest::addColumn<QString>("pool");
    QTest::addColumn<QString>("backupPool");
    QTest::newRow("ours") << BackupRelation{u"a.example.com"_s, u"b.example.com"_s}.toObject() << u"a.example.com"_s
                          << u"b.example.com"_s;
    QTest::newRow("none") << BackupRelation{u"a.example.com"_s, {}}.toObject() << u"a.example.com"_s << QString();
    QTest::newRow("another name") << Object()
                                         .set(u"Identity"_s, u"A.example.com"_s)
                                         .set(u"BackupPool"_s,
                                              QVariant::fromValue(Object(u"Fqdn"_s, u"B.example.com"_s)))
                                  << u"a.example.com"_s << u"b.example.com"_s;
    QTest::newRow("nothing known") << Object().set(u"Other"_s, 1) << QString() << QString();
}

void TestPool::aBackupRelationIsFoundUnderItsKinOfNames()
{
    QFETCH(Object, object);
    const BackupRelation relation = BackupRelation::fromObject(object);
    QTEST(relation.poolFqdn, "pool");
    QTEST(relation.backupPoolFqdn, "backupPool");
}

void TestPool::aPoolStateIsReadByItsText_data()
{
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<bool>("isKnown");
    QTest::addColumn<int>("state");
    for (const PoolState state :
         {PoolState::Active, PoolState::FailingOver, PoolState::FailedOver, PoolState::FailedBack})
        QTest::addRow("%s", qPrintable(toString(state))) << QVariant(toString(state)) << true << int(state);
    QTest::newRow("enum object") << QVariant::fromValue(Object(u"PoolState"_s, u"failedover"_s)) << true
                                 << int(PoolState::FailedOver);
    QTest::newRow("unknown") << QVariant(u"Resting"_s) << false << 0;
    QTest::newRow("null") << QVariant() << false << 0;
}

void TestPool::aPoolStateIsReadByItsText()
{
    QFETCH(QVariant, value);
    QFETCH(bool, isKnown);
    QFETCH(int, state);
    const RegistrarConfiguration configuration = RegistrarConfiguration::fromObject(
        Object().set(u"Identity"_s, u"Service:Registrar:a.example.com"_s).set(u"PoolState"_s, value));
    QCOMPARE(configuration.poolState.has_value(), isKnown);
    if (isKnown) {
        QCOMPARE(int(*configuration.poolState), state);
        QCOMPARE(RegistrarConfiguration::fromObject(configuration.toObject()), configuration);
    }
}

QTEST_GUILESS_MAIN(TestPool)
#include "tst_pool.moc"
