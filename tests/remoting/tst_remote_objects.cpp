// The objects of the Cs cmdlets in the shapes in which genuine servers send them, read as the values of the model: one
// level deep by default, what is deeper as its text; collections as lists, enumerables or a single value; names of
// servers as objects with a text.
#include "backend/remoting/clixml/clixml_reader.h"
#include "backend/remoting/psrp/psrp_records.h"
#include "model/backup_service_configuration.h"
#include "model/backup_service_status.h"
#include "model/central_management.h"
#include "model/pool.h"

#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

// <Obj> with type names, as a deserialised object has them, and what is in it.
QByteArray object(const QByteArray &type, const QByteArray &content)
{
    return "<Obj RefId=\"0\"><TN RefId=\"0\"><T>Deserialized." + type + "</T><T>Deserialized.System.Object</T></TN>"
        + content + "</Obj>";
}

// A name of a server, as Microsoft.Rtc.Management.Deploy.Fqdn prints itself.
QByteArray fqdn(const QByteArray &property, const QByteArray &name, const QByteArray &refId)
{
    return "<Obj N=\"" + property + "\" RefId=\"" + refId + "\"><TN RefId=\"" + refId
        + "\"><T>Deserialized.Microsoft.Rtc.Management.Deploy.Fqdn</T></TN><ToString>" + name
        + "</ToString><Props><I32 N=\"Length\">5</I32></Props></Obj>";
}

QByteArray enumeration(const QByteArray &property, const QByteArray &name, int number, const QByteArray &refId)
{
    return "<Obj N=\"" + property + "\" RefId=\"" + refId + "\"><TN RefId=\"" + refId
        + "\"><T>Deserialized.Microsoft.Rtc.Status</T><T>Deserialized.System.Enum</T></TN><ToString>" + name
        + "</ToString><I32>" + QByteArray::number(number) + "</I32></Obj>";
}

Object read(const QByteArray &clixml)
{
    const auto value = readClixml(clixml);
    if (!value)
        qFatal("%s", qPrintable(value.error().message));
    return toObject(*value);
}

// A collection of texts under a name in every shape in which it comes; `count` says how many are in it.
struct Shape
{
    const char *name;
    int count;
};
constexpr Shape shapes[] = {{"list", 2},         {"enumerable", 2}, {"objects", 2}, {"list of one", 1},
                            {"single value", 1}, {"empty list", 0}, {"null", 0},    {"absent", 0}};

QByteArray collection(const QByteArray &shape, const QByteArray &property, const QByteArrayList &texts)
{
    const auto item = [&](int i) -> QByteArray { return "<S>" + texts[i] + "</S>"; };
    const auto itemObject = [&](int i) -> QByteArray {
        return "<Obj RefId=\"8" + QByteArray::number(i) + "\"><ToString>" + texts[i] + "</ToString></Obj>";
    };
    const QByteArray start = "<Obj N=\"" + property + "\" RefId=\"8\">";
    if (shape == "list")
        return start + "<LST>" + item(0) + item(1) + "</LST></Obj>";
    if (shape == "enumerable")
        return start
            + "<TN RefId=\"8\"><T>Deserialized.System.Collections.ObjectModel.ReadOnlyCollection`1</T></TN><IE>"
            + item(0) + item(1) + "</IE></Obj>";
    if (shape == "objects")
        return start + "<LST>" + itemObject(0) + itemObject(1) + "</LST></Obj>";
    if (shape == "list of one")
        return start + "<LST>" + item(0) + "</LST></Obj>";
    if (shape == "single value")
        return "<S N=\"" + property + "\">" + texts[0] + "</S>";
    if (shape == "empty list")
        return start + "<LST /></Obj>";
    return shape == "null" ? "<Nil N=\"" + property + "\" />" : QByteArray();
}

void addShapes()
{
    QTest::addColumn<QByteArray>("shape");
    QTest::addColumn<int>("count");
    for (const Shape &shape : shapes)
        QTest::newRow(shape.name) << QByteArray(shape.name) << shape.count;
}

} // namespace

class TestRemoteObjects : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void poolsWithTheirCollectionsInEveryShape_data() { addShapes(); }
    void poolsWithTheirCollectionsInEveryShape()
    {
        QFETCH(const QByteArray, shape);
        QFETCH(const int, count);
        const Pool pool = Pool::fromObject(read(object(
            "Microsoft.Rtc.Management.Xds.DisplayPool",
            "<ToString>Pool01.contoso.com</ToString><Props><S N=\"Identity\">Pool01.contoso.com</S>"
                + collection(shape, "Services", {"UserServer:Pool01.contoso.com", "Registrar:Pool01.contoso.com"})
                + fqdn("Fqdn", "Pool01.contoso.com", "3") + fqdn("BackupPoolFqdn", "Pool02.contoso.com", "4")
                + "<S N=\"Site\">Site:Redmond</S></Props><MS><S N=\"PSComputerName\">pool01.contoso.com</S>"
                  "<G N=\"RunspaceId\">6b2f9d2c-5f4e-4b6a-9f6a-0c1d2e3f4a5b</G></MS>")));
        QCOMPARE(pool.identity, u"Pool01.contoso.com"_s);
        QCOMPARE(pool.fqdn, u"pool01.contoso.com"_s);
        QCOMPARE(pool.backupPoolFqdn, u"pool02.contoso.com"_s);
        QCOMPARE(pool.site, u"Site:Redmond"_s);
        QCOMPARE(pool.services.size(), count);
        QCOMPARE(pool.canBeBackedUp(), count == 2);
        QCOMPARE(pool.hasService(u"UserServer"), count > 0);
    }

    void whatAPoolDoesNotReportIsEmpty()
    {
        const Pool pool = Pool::fromObject(read(object("Microsoft.Rtc.Management.Xds.DisplayPool",
                                                       "<Props><S N=\"Identity\">a.contoso.com</S>"
                                                       "<Nil N=\"BackupPoolFqdn\" /></Props>")));
        QCOMPARE(pool.fqdn, u"a.contoso.com"_s);
        QVERIFY(pool.backupPoolFqdn.isEmpty() && pool.site.isEmpty() && pool.computers.isEmpty());
    }

    // At the depth at which servers serialize, modules are nothing but their texts.
    void statusesOfTheBackupService_data() { addShapes(); }
    void statusesOfTheBackupService()
    {
        QFETCH(const QByteArray, shape);
        QFETCH(const int, count);
        const BackupServiceStatus status = BackupServiceStatus::fromObject(
            read(object("Microsoft.Rtc.Management.Hadr.BackupServiceStatus",
                        "<Props>" + enumeration("OverallExportStatus", "SteadyState", 3, "5")
                            + enumeration("OverallImportStatus", "NormalState", 1, "6")
                            + fqdn("ActiveMachineFqdn", "FE1.contoso.com", "7")
                            + collection(shape, "BackupModules",
                                         {"UserServices.PresenceFocus:[FinalState,NormalState]",
                                          "ConfServices.DataConf:[ErrorState,NotInitialized]"})
                            + "</Props>")));
        QVERIFY(status.overallExportStatus == ExportStatus::SteadyState);
        QVERIFY(status.overallImportStatus == ImportStatus::NormalState);
        QCOMPARE(status.activeMachineFqdn, u"fe1.contoso.com"_s);
        QCOMPARE(status.modules.size(), count);
        if (count > 0) {
            QCOMPARE(status.modules[0].identity, u"UserServices.PresenceFocus"_s);
            QVERIFY(status.modules[0].exportStatus == ExportStatus::FinalState);
            QVERIFY(status.modules[0].importStatus == ImportStatus::NormalState);
        }
        if (count > 1) {
            QVERIFY(status.modules[1].exportStatus == ExportStatus::ErrorState);
            QVERIFY(status.modules[1].importStatus == ImportStatus::NotInitialized);
        }
    }

    void modulesAsWholeObjects()
    {
        const QByteArray module
            = "<Obj RefId=\"9\"><ToString>ConfServices.DataConf:[SteadyState,NormalState]</ToString>"
              "<Props><S N=\"Identity\">ConfServices.DataConf</S>"
            + enumeration("ExportStatus", "NonSteadyState", 4, "10")
            + "<S N=\"ImportStatus\">ErrorState</S></Props></Obj>";
        const BackupServiceStatus status = BackupServiceStatus::fromObject(
            read(object("Microsoft.Rtc.Management.Hadr.BackupServiceStatus",
                        "<Props><Obj N=\"BackupModules\" RefId=\"8\"><LST>" + module + "</LST></Obj></Props>")));
        QCOMPARE(status.modules.size(), 1);
        QVERIFY(status.modules[0].exportStatus == ExportStatus::NonSteadyState);
        QVERIFY(status.modules[0].importStatus == ImportStatus::ErrorState);
        QVERIFY(!status.overallExportStatus && !status.overallImportStatus); // not reported
    }

    void aStateThatIsNotKnownIsNotReported()
    {
        const auto state = [](const QByteArray &property) {
            return RegistrarConfiguration::fromObject(
                       read(object("Microsoft.Rtc.Management.WritableConfig.Settings.Registrar.RegistrarSettings",
                                   "<Props><S N=\"Identity\">Service:Registrar:a.contoso.com</S>" + property
                                       + "</Props>")))
                .poolState;
        };
        QVERIFY(state(enumeration("PoolState", "FailedOver", 2, "3")) == PoolState::FailedOver);
        QVERIFY(state("<S N=\"poolstate\">failingover</S>") == PoolState::FailingOver);
        QVERIFY(!state(enumeration("PoolState", "Thawing", 9, "3")));
        QVERIFY(!state("<Nil N=\"PoolState\" />"));
        QVERIFY(!state(""));
    }

    void replicasWithTimesOfEveryKind_data()
    {
        QTest::addColumn<QByteArray>("time");
        QTest::addColumn<QDateTime>("expected");
        const QDateTime noon(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
        QTest::newRow("UTC") << QByteArray("<DT N=\"LastStatusReport\">2026-11-22T12:00:00Z</DT>") << noon;
        QTest::newRow("offset") << QByteArray("<DT N=\"LastStatusReport\">2026-11-22T04:00:00.0000000-08:00</DT>")
                                << noon;
        QTest::newRow("text") << QByteArray("<S N=\"LastStatusReport\">2026-11-22T12:00:00Z</S>") << noon;
        QTest::newRow("null") << QByteArray("<Nil N=\"LastStatusReport\" />") << QDateTime();
        QTest::newRow("absent") << QByteArray() << QDateTime();
    }
    void replicasWithTimesOfEveryKind()
    {
        QFETCH(const QByteArray, time);
        const ReplicaStatus status = ReplicaStatus::fromObject(
            read(object("Microsoft.Rtc.Management.Xds.ReplicaState",
                        "<Props><B N=\"UpToDate\">false</B>" + fqdn("ReplicaFqdn", "FE2.contoso.com", "3") + time
                            + "<Version N=\"ProductVersion\">6.0.9319.0</Version></Props>")));
        QVERIFY(status.upToDate == false);
        QCOMPARE(status.replicaFqdn, u"fe2.contoso.com"_s);
        QTEST(status.lastStatusReport, "expected");
        QCOMPARE(status.productVersion, u"6.0.9319.0"_s);
    }

    void theCentralManagementStore_data() { addShapes(); }
    void theCentralManagementStore()
    {
        QFETCH(const QByteArray, shape);
        QFETCH(const int, count);
        const auto status = CentralManagementStoreStatus::fromObject(read(
            object("Microsoft.Rtc.Management.Xds.CentralManagementStoreStatus",
                   "<Props>" + fqdn("ActiveMasterFqdn", "Pool01.contoso.com", "3")
                       + collection(shape, "ActiveFileTransferAgents", {"Pool01.contoso.com", "pool02.contoso.com"})
                       + "</Props>")));
        QCOMPARE(status.activeMasterFqdn, u"pool01.contoso.com"_s);
        QCOMPARE(status.activeFileTransferAgents,
                 (QStringList{u"pool01.contoso.com"_s, u"pool02.contoso.com"_s}.first(count)));
        QVERIFY(!status.activeMasterLastHeartbeat.isValid() && status.activeReplicas.isEmpty());
    }

    void theConfigurationWithNumbersAndDurations()
    {
        const auto configuration = BackupServiceConfiguration::fromObject(
            read(object("Microsoft.Rtc.Management.WritableConfig.Settings.BackupService.BackupServiceSettings",
                        "<Props><Obj N=\"Identity\" RefId=\"3\"><ToString>Global</ToString></Obj>"
                        "<TS N=\"SyncInterval\">PT2M</TS><U32 N=\"MaxConcurrentCalls\">10</U32>"
                        "<I64 N=\"MaxBatchesPerCmsSync\">500</I64><S N=\"MaxBatchesPerUserStoreSync\">400</S>"
                        "<B N=\"EnableRgsBackupService\">true</B></Props>")));
        QCOMPARE(configuration.identity, u"Global"_s);
        QCOMPARE(configuration.syncInterval, TimeSpan::fromSeconds(120));
        QCOMPARE(configuration.maxConcurrentCalls, 10);
        QCOMPARE(configuration.maxBatchesPerCmsSync, 500);
        QCOMPARE(configuration.maxBatchesPerUserStoreSync, 400);
        QVERIFY(configuration.enableRgsBackupService == true);
        QVERIFY(configuration.notReported.contains(u"MaxDataConfPackageSizeKB"_s));
        QVERIFY(!configuration.notReported.contains(u"SyncInterval"_s));
    }

    void rolesAndRelations()
    {
        const AdminRole role = AdminRole::fromObject(
            read(object("Microsoft.Rtc.Management.WritableConfig.Settings.Roles.Role",
                        "<Props><S N=\"Identity\">CsServerAdministrator</S>"
                            + collection("objects", "Cmdlets", {"Name=Backup-CsPool", "Get-CsPool"})
                            + "<B N=\"IsStandardRole\">true</B></Props>")));
        QCOMPARE(role.cmdlets, (QStringList{u"Backup-CsPool"_s, u"Get-CsPool"_s}));
        const BackupRelation relation
            = BackupRelation::fromObject(read(object("Microsoft.Rtc.Management.Hadr.BackupRelation",
                                                     "<Props>" + fqdn("PoolFqdn", "A.contoso.com", "3")
                                                         + fqdn("BackupPoolFqdn", "B.contoso.com", "4") + "</Props>")));
        QCOMPARE(relation, (BackupRelation{u"a.contoso.com"_s, u"b.contoso.com"_s}));
    }
};

QTEST_GUILESS_MAIN(TestRemoteObjects)
#include "tst_remote_objects.moc"
