// Replication status and RBAC roles on their way through an Object.
#include "model/central_management.h"

#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

class TestCentralManagement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReplicaStatusSurvivesTheWayThroughAnObject();
    void aStoreStatusSurvivesTheWayThroughAnObject();
    void aRoleSurvivesTheWayThroughAnObject();
    void aServersCmdletEntriesAreReadByName();
    void aSingleAgentArrivesWithoutAList();
};

void TestCentralManagement::aReplicaStatusSurvivesTheWayThroughAnObject()
{
    const QDateTime time(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
    const ReplicaStatus status{false, u"fe1.contoso.com"_s, time, time.addSecs(-60), u"7.0.2046.0"_s};
    QCOMPARE(ReplicaStatus::fromObject(status.toObject()), status);
    QCOMPARE(ReplicaStatus::fromObject(ReplicaStatus().toObject()), ReplicaStatus());
}

void TestCentralManagement::aStoreStatusSurvivesTheWayThroughAnObject()
{
    const CentralManagementStoreStatus status{u"a.example.com"_s,
                                              QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC),
                                              {u"a.example.com"_s, u"b.example.com"_s},
                                              {u"a.example.com"_s, u"c.example.com"_s},
                                              {u"old.example.com"_s}};
    QCOMPARE(CentralManagementStoreStatus::fromObject(status.toObject()), status);
    QCOMPARE(CentralManagementStoreStatus::fromObject(CentralManagementStoreStatus().toObject()),
             CentralManagementStoreStatus());
}

void TestCentralManagement::aRoleSurvivesTheWayThroughAnObject()
{
    const AdminRole role{u"Backup"_s, {u"Backup-CsPool"_s, u"Get-CsPool"_s}, false, {u"Global"_s}, {u"Site:Redmond"_s}};
    QCOMPARE(AdminRole::fromObject(role.toObject()), role);
}

void TestCentralManagement::aServersCmdletEntriesAreReadByName()
{
    const Object named = Object(u"C"_s).set(u"Name"_s, u"Get-CsPool"_s);
    const Object object
        = Object().set(u"Cmdlets"_s,
                       QVariantList{u"Name=Backup-CsPool"_s, QVariant::fromValue(named),
                                    QVariant::fromValue(Object(u"C"_s, u"Name=Get-CsService"_s)), u"Get-CsTopology"_s});
    const QStringList expected{u"Backup-CsPool"_s, u"Get-CsPool"_s, u"Get-CsService"_s, u"Get-CsTopology"_s};
    QCOMPARE(AdminRole::fromObject(object).cmdlets, expected);
}

void TestCentralManagement::aSingleAgentArrivesWithoutAList()
{
    const Object object = Object()
                              .set(u"ActiveMasterFqdn"_s, QVariant::fromValue(Object(u"Fqdn"_s, u"A.example.com"_s)))
                              .set(u"ActiveFileTransferAgents"_s, u"A.example.com"_s);
    const auto status = CentralManagementStoreStatus::fromObject(object);
    QCOMPARE(status.activeMasterFqdn, u"a.example.com"_s);
    QCOMPARE(status.activeFileTransferAgents, QStringList{u"a.example.com"_s});
    QVERIFY(!status.activeMasterLastHeartbeat.isValid());
}

QTEST_GUILESS_MAIN(TestCentralManagement)
#include "tst_central_management.moc"
