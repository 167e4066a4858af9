// The backup service's configuration: documented defaults, and the way through an Object.
#include "model/backup_service_configuration.h"

#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

class TestBackupServiceConfiguration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itSurvivesTheWayThroughAnObject();
    void whatIsAbsentKeepsItsDefault();
    void whatCannotBeReadKeepsItsDefault();
    void aServersObjectIsReadWhateverItsTypes();
};

void TestBackupServiceConfiguration::itSurvivesTheWayThroughAnObject()
{
    BackupServiceConfiguration changed;
    changed.syncInterval = TimeSpan::fromSeconds(5);
    changed.maxConcurrentCalls = 1;
    changed.maxBatchesPerCmsSync = 2;
    changed.maxBatchesPerUserStoreSync = 3;
    changed.maxDataConfPackageSizeKb = 4;
    changed.authorizedUniversalGroups = u"Backup Operators"_s;
    changed.authorizedLocalAccounts = QString();
    QCOMPARE(BackupServiceConfiguration::fromObject(changed.toObject()), changed);
    const BackupServiceConfiguration defaults;
    QCOMPARE(BackupServiceConfiguration::fromObject(defaults.toObject()), defaults);
    QVERIFY(!(changed == defaults));
}

void TestBackupServiceConfiguration::whatIsAbsentKeepsItsDefault()
{
    const auto configuration = BackupServiceConfiguration::fromObject(Object().set(u"MaxConcurrentCalls"_s, 20));
    QCOMPARE(configuration.maxConcurrentCalls, 20);
    QCOMPARE(configuration.syncInterval.toString(), u"00:02:00"_s);
    QCOMPARE(configuration.maxBatchesPerCmsSync, 500);
    QCOMPARE(configuration.maxBatchesPerUserStoreSync, 500);
    QCOMPARE(configuration.maxDataConfPackageSizeKb, 102400);
    QCOMPARE(configuration.identity, u"Global"_s);
    QCOMPARE(configuration.notReported.size(), 6);
    QVERIFY(!configuration.notReported.contains(u"MaxConcurrentCalls"_s));
    QVERIFY(!configuration.maxHighPriQueuePercentage);
    QVERIFY(!configuration.enableRgsBackupService);
}

void TestBackupServiceConfiguration::whatCannotBeReadKeepsItsDefault()
{
    Object object;
    object.set(u"SyncInterval"_s, u"soon"_s).set(u"MaxBatchesPerCmsSync"_s, qint64(1) << 40);
    object.set(u"MaxConcurrentCalls"_s, u"many"_s);
    auto configuration = BackupServiceConfiguration::fromObject(object);
    QVERIFY(configuration.notReported.contains(u"SyncInterval"_s));
    QVERIFY(configuration.notReported.contains(u"MaxConcurrentCalls"_s));
    configuration.notReported.clear();
    QCOMPARE(configuration, BackupServiceConfiguration());
}

void TestBackupServiceConfiguration::aServersObjectIsReadWhateverItsTypes()
{
    Object object;
    object.set(u"identity"_s, QVariant::fromValue(Object(u"XdsIdentity"_s, u"Global"_s)));
    object.set(u"syncinterval"_s, u"00:10:00"_s);
    object.set(u"maxdataconfpackagesizekb"_s, u"2048"_s);
    object.set(u"AuthorizedUniversalGroups"_s, QVariantList{u"A"_s, u"B"_s});
    object.set(u"MaxHighPriQueuePercentagePerUserStoreSync"_s, 40).set(u"EnableRgsBackupService"_s, true);
    const auto configuration = BackupServiceConfiguration::fromObject(object);
    QCOMPARE(configuration.syncInterval.toString(), u"00:10:00"_s);
    QCOMPARE(configuration.maxDataConfPackageSizeKb, 2048);
    QCOMPARE(configuration.authorizedUniversalGroups, u"A, B"_s);
    QCOMPARE(configuration.maxHighPriQueuePercentage, 40);
    QCOMPARE(configuration.enableRgsBackupService, true);
}

QTEST_GUILESS_MAIN(TestBackupServiceConfiguration)
#include "tst_backup_service_configuration.moc"
