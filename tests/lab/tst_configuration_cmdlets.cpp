// The cmdlets of the backup service's configuration and of the replication of the Central Management store.
#include "model/backup_service_configuration.h"
#include "model/central_management.h"
#include "tests/support/test_support.h"

#include <QFile>
#include <QTest>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;

namespace {

const QString poolA = u"a.example.com"_s;
const QString poolB = u"b.example.com"_s;

template <typename T> T valueOf(Result<T> result)
{
    if (!result)
        qFatal("%s", qUtf8Printable(result.error().message));
    return std::move(result).value();
}

} // namespace

class TestConfigurationCmdlets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Making a deployment takes a while: what only reads shares one.
    void init()
    {
        if (std::exchange(m_isChanged, false))
            m_lab = std::make_unique<TestDeployment>();
    }

    void anUntouchedDeploymentHasTheDefaults();
    void onlyWhatIsGivenChanges();
    void valuesOutOfRangeChangeNothing_data();
    void valuesOutOfRangeChangeNothing();
    void anotherIdentityIsNotFound_data();
    void anotherIdentityIsNotFound();
    void aShortIntervalIsWarnedAbout();
    void theSameValuesChangeNothing();
    void whatIfChangesNothing();
    void removingAsksAndResets();
    void localStoreShowsTheReplicasConfiguration();
    void settingInAnOlderEpochIsImpossible();

    void everyReplicaIsListed();
    void anUnknownReplicaIsAnError_data();
    void anUnknownReplicaIsAnError();
    void oneReplicaIsBroughtUpToDate();
    void anUnreadableReplicaDoesNotHideTheOthers();
    void theStoreStatusNamesItsHost();
    void anUnreachableStoreIsSaid();

private:
    LabResult run(const QString &line, const LabOptions &options = {});
    BackupServiceConfiguration configuration(const QString &more = {});
    QHash<QString, ReplicaStatus> replicas();

    std::unique_ptr<TestDeployment> m_lab;
    bool m_isChanged = true;
};

LabResult TestConfigurationCmdlets::run(const QString &line, const LabOptions &options)
{
    m_isChanged = m_isChanged || !line.startsWith("Get-"_L1);
    return runLab(m_lab->folder(), line, options);
}

BackupServiceConfiguration TestConfigurationCmdlets::configuration(const QString &more)
{
    const LabResult result = run("Get-CsBackupServiceConfiguration "_L1 + more);
    if (result.objects().size() != 1)
        qFatal("no configuration");
    return BackupServiceConfiguration::fromObject(result.objects().first());
}

QHash<QString, ReplicaStatus> TestConfigurationCmdlets::replicas()
{
    QHash<QString, ReplicaStatus> result;
    const QList<Object> objects = run(u"Get-CsManagementStoreReplicationStatus"_s).objects();
    for (const Object &object : objects) {
        const ReplicaStatus status = ReplicaStatus::fromObject(object);
        result.insert(status.replicaFqdn, status);
    }
    return result;
}

void TestConfigurationCmdlets::anUntouchedDeploymentHasTheDefaults()
{
    QCOMPARE(configuration(), BackupServiceConfiguration());
    QCOMPARE(configuration(u"-Identity global"_s), BackupServiceConfiguration());
    QCOMPARE(configuration(u"-Filter 'G*'"_s), BackupServiceConfiguration());
    QVERIFY(run(u"Get-CsBackupServiceConfiguration -Filter 'Site:*'"_s).objects().isEmpty());
}

void TestConfigurationCmdlets::onlyWhatIsGivenChanges()
{
    const LabResult result
        = run(u"Set-CsBackupServiceConfiguration -MaxBatchesPerUserStoreSync 7 -SyncInterval 00:10:00"_s);
    QVERIFY2(result.outcome == Outcome::Succeeded, qPrintable(result.warnings().join(u'\n')));
    BackupServiceConfiguration expected;
    expected.maxBatchesPerUserStoreSync = 7;
    expected.syncInterval = TimeSpan::fromSeconds(600);
    QCOMPARE(configuration(), expected);
    QVERIFY(run(u"Set-CsBackupServiceConfiguration Global -AuthorizedUniversalGroups 'Backup Operators' "
                "-AuthorizedLocalAccounts 'Network Service' -MaxConcurrentCalls 3 -MaxBatchesPerCmsSync 4 "
                "-MaxDataConfPackageSizeKB 5"_s)
                .outcome
            == Outcome::Succeeded);
    expected.authorizedUniversalGroups = u"Backup Operators"_s;
    expected.maxConcurrentCalls = 3;
    expected.maxBatchesPerCmsSync = 4;
    expected.maxDataConfPackageSizeKb = 5;
    QCOMPARE(configuration(), expected);
}

void TestConfigurationCmdlets::valuesOutOfRangeChangeNothing_data()
{
    QTest::addColumn<QString>("parameters");
    QTest::newRow("interval too short") << u"-SyncInterval 00:00:04"_s;
    QTest::newRow("interval too long") << u"-SyncInterval 03:00:01"_s;
    QTest::newRow("no batches") << u"-MaxBatchesPerUserStoreSync 0"_s;
    QTest::newRow("negative size") << u"-MaxDataConfPackageSizeKB -1"_s;
    QTest::newRow("no number") << u"-MaxConcurrentCalls many"_s;
}

void TestConfigurationCmdlets::valuesOutOfRangeChangeNothing()
{
    QFETCH(QString, parameters);
    const LabResult result = run("Set-CsBackupServiceConfiguration "_L1 + parameters);
    QVERIFY(result.outcome == Outcome::Failed);
    QVERIFY(result.error);
    QVERIFY(result.error->category == ErrorCategory::InvalidArgument);
    QCOMPARE(configuration(), BackupServiceConfiguration());
    m_isChanged = false;
}

void TestConfigurationCmdlets::anotherIdentityIsNotFound_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("get") << u"Get-CsBackupServiceConfiguration Site:Redmond"_s;
    QTest::newRow("set") << u"Set-CsBackupServiceConfiguration Site:Redmond -MaxConcurrentCalls 3"_s;
    QTest::newRow("remove") << u"Remove-CsBackupServiceConfiguration Site:Redmond -Confirm:$false"_s;
}

void TestConfigurationCmdlets::anotherIdentityIsNotFound()
{
    QFETCH(QString, line);
    const LabResult result = run(line);
    QVERIFY(result.outcome == Outcome::Failed);
    QCOMPARE(result.error->id, u"ConfigurationNotFound"_s);
    QCOMPARE(configuration(), BackupServiceConfiguration());
    m_isChanged = false;
}

void TestConfigurationCmdlets::aShortIntervalIsWarnedAbout()
{
    const LabResult result = run(u"Set-CsBackupServiceConfiguration -SyncInterval 00:00:05"_s);
    QVERIFY(result.outcome == Outcome::SucceededWithWarnings);
    QVERIFY(result.warnings().value(0).contains(u"00:00:05"_s));
    QCOMPARE(configuration().syncInterval.toString(), u"00:00:05"_s);
    // Back towards the default there is nothing to warn about.
    QVERIFY(run(u"Set-CsBackupServiceConfiguration -SyncInterval 00:01:00"_s).outcome == Outcome::Succeeded);
}

void TestConfigurationCmdlets::theSameValuesChangeNothing()
{
    const LabResult result = run(u"Set-CsBackupServiceConfiguration -MaxConcurrentCalls 10"_s);
    QVERIFY(result.outcome == Outcome::Succeeded);
    QVERIFY(result.hostMessages().join(u'\n').contains(u"nothing was changed"_s));
    QVERIFY(replicas().value(poolB).upToDate.value());
}

void TestConfigurationCmdlets::whatIfChangesNothing()
{
    const LabResult result = run(u"Set-CsBackupServiceConfiguration -MaxConcurrentCalls 3 -WhatIf"_s);
    QVERIFY(result.outcome == Outcome::Previewed);
    QVERIFY(result.hostMessages().join(u'\n').contains(u"What if: "_s));
    QCOMPARE(configuration(), BackupServiceConfiguration());
}

void TestConfigurationCmdlets::removingAsksAndResets()
{
    QVERIFY(run(u"Set-CsBackupServiceConfiguration -MaxConcurrentCalls 3"_s).outcome == Outcome::Succeeded);
    LabOptions no;
    no.answers = {2};
    QVERIFY(run(u"Remove-CsBackupServiceConfiguration Global"_s, no).outcome == Outcome::Skipped);
    QCOMPARE(configuration().maxConcurrentCalls, 3);
    LabOptions yes;
    yes.answers = {0};
    QVERIFY(run(u"Remove-CsBackupServiceConfiguration Global"_s, yes).outcome == Outcome::Succeeded);
    QCOMPARE(configuration(), BackupServiceConfiguration());
    // It can be set again afterwards.
    QVERIFY(run(u"Set-CsBackupServiceConfiguration -MaxConcurrentCalls 4"_s).outcome == Outcome::Succeeded);
    QCOMPARE(configuration().maxConcurrentCalls, 4);
}

void TestConfigurationCmdlets::localStoreShowsTheReplicasConfiguration()
{
    QVERIFY(run(u"Set-CsBackupServiceConfiguration -MaxConcurrentCalls 3"_s).outcome == Outcome::Succeeded);
    QCOMPARE(configuration().maxConcurrentCalls, 3);
    QCOMPARE(configuration(u"-LocalStore"_s).maxConcurrentCalls, 10);
    QVERIFY(run(u"Invoke-CsManagementStoreReplication"_s).outcome == Outcome::Succeeded);
    QCOMPARE(configuration(u"-LocalStore"_s).maxConcurrentCalls, 3);
}

// A store that was active in an older epoch must not be written by it: the row of the deployment store decides.
void TestConfigurationCmdlets::settingInAnOlderEpochIsImpossible()
{
    m_isChanged = true;
    {
        const auto deployment = m_lab->open();
        CentralManagementOwnership ownership = valueOf(deployment->centralManagement());
        ownership.epoch = 5;
        QVERIFY(deployment->setCentralManagement(ownership));
    }
    QVERIFY(run(u"Set-CsBackupServiceConfiguration -MaxConcurrentCalls 3"_s).outcome == Outcome::Succeeded);
    {
        const auto deployment = m_lab->open();
        CentralManagementOwnership ownership = valueOf(deployment->centralManagement());
        ownership.epoch = 4;
        QVERIFY(deployment->setCentralManagement(ownership));
    }
    const LabResult late = run(u"Set-CsBackupServiceConfiguration -MaxConcurrentCalls 4"_s);
    QVERIFY(late.outcome == Outcome::Failed);
    QCOMPARE(configuration().maxConcurrentCalls, 3);
}

void TestConfigurationCmdlets::everyReplicaIsListed()
{
    const QHash<QString, ReplicaStatus> before = replicas();
    QCOMPARE(before.size(), 3);
    for (const ReplicaStatus &status : before) {
        QCOMPARE(status.upToDate, std::optional(true));
        QVERIFY(status.lastStatusReport.isValid());
        QVERIFY(status.lastUpdateCreation.isValid());
    }
    const LabResult one = run(u"Get-CsManagementStoreReplicationStatus -ReplicaFqdn B.example.com"_s);
    QCOMPARE(one.objects().size(), 1);
    QCOMPARE(ReplicaStatus::fromObject(one.objects().first()).replicaFqdn, poolB);
}

void TestConfigurationCmdlets::anUnknownReplicaIsAnError_data()
{
    QTest::addColumn<QString>("cmdlet");
    QTest::newRow("get") << u"Get-CsManagementStoreReplicationStatus"_s;
    QTest::newRow("invoke") << u"Invoke-CsManagementStoreReplication"_s;
}

void TestConfigurationCmdlets::anUnknownReplicaIsAnError()
{
    QFETCH(QString, cmdlet);
    const LabResult result = run(cmdlet + " -ReplicaFqdn z.example.com"_L1);
    QVERIFY(result.outcome == Outcome::Failed);
    QCOMPARE(result.error->id, u"ReplicaNotFound"_s);
    QVERIFY(result.objects().isEmpty());
}

void TestConfigurationCmdlets::oneReplicaIsBroughtUpToDate()
{
    QVERIFY(run(u"Set-CsBackupServiceConfiguration -MaxConcurrentCalls 3"_s).outcome == Outcome::Succeeded);
    for (const ReplicaStatus &status : replicas())
        QCOMPARE(status.upToDate, std::optional(false));
    const LabResult result = run(u"Invoke-CsManagementStoreReplication -ReplicaFqdn b.example.com"_s);
    QVERIFY(result.outcome == Outcome::Succeeded);
    QVERIFY(result.step(u"b.example.com"_s));
    QVERIFY(!result.step(u"c.example.com"_s));
    const QHash<QString, ReplicaStatus> after = replicas();
    QCOMPARE(after.value(poolB).upToDate, std::optional(true));
    QCOMPARE(after.value(poolA).upToDate, std::optional(false));
}

void TestConfigurationCmdlets::anUnreadableReplicaDoesNotHideTheOthers()
{
    m_isChanged = true;
    QVERIFY(run(u"Set-CsBackupServiceConfiguration -MaxConcurrentCalls 3"_s).outcome == Outcome::Succeeded);
    QFile damaged(m_lab->folder() + u"/pools/a.example.com/replica.sqlite"_s);
    QVERIFY(damaged.open(QIODevice::WriteOnly | QIODevice::Truncate));
    damaged.write("no database at all, but long enough to be read as the header of one: ");
    damaged.write(QByteArray(4096, 'x'));
    damaged.close();

    const LabResult shown = run(u"Get-CsManagementStoreReplicationStatus"_s);
    QVERIFY(shown.outcome == Outcome::SucceededWithWarnings);
    QCOMPARE(shown.objects().size(), 3);
    QCOMPARE(shown.errors().size(), 1);
    QVERIFY(!ReplicaStatus::fromObject(shown.objects().first()).upToDate);

    const LabResult replicated = run(u"Invoke-CsManagementStoreReplication"_s);
    QVERIFY(replicated.outcome == Outcome::SucceededWithWarnings);
    QCOMPARE(replicated.errors().size(), 1);
    QCOMPARE(replicas().value(poolB).upToDate, std::optional(true));
}

void TestConfigurationCmdlets::theStoreStatusNamesItsHost()
{
    const auto status = CentralManagementStoreStatus::fromObject(
        run(u"Get-CsManagementStoreReplicationStatus -CentralManagementStoreStatus"_s).objects().value(0));
    QCOMPARE(status.activeMasterFqdn, poolA);
    QVERIFY(status.activeMasterLastHeartbeat.isValid());
    QCOMPARE(status.activeFileTransferAgents, QStringList{poolA});
    QCOMPARE(status.activeReplicas, (QStringList{poolA, poolB, u"c.example.com"_s}));
    QVERIFY(status.deletedReplicas.isEmpty());
}

void TestConfigurationCmdlets::anUnreachableStoreIsSaid()
{
    m_isChanged = true;
    QVERIFY(QFile::remove(m_lab->folder() + u"/pools/a.example.com/central-store.sqlite"_s));
    const LabResult status = run(u"Get-CsManagementStoreReplicationStatus -CentralManagementStoreStatus"_s);
    QVERIFY(status.outcome == Outcome::SucceededWithWarnings);
    const auto reported = CentralManagementStoreStatus::fromObject(status.objects().value(0));
    QCOMPARE(reported.activeMasterFqdn, poolA);
    QVERIFY(!reported.activeMasterLastHeartbeat.isValid());
    QVERIFY(reported.activeFileTransferAgents.isEmpty());

    const LabResult refused = run(u"Set-CsBackupServiceConfiguration -MaxConcurrentCalls 3"_s);
    QVERIFY(refused.outcome == Outcome::Failed);
    QVERIFY(!refused.error->recommendedAction.isEmpty());
    QVERIFY(run(u"Get-CsBackupServiceConfiguration"_s).outcome == Outcome::Failed);
    QVERIFY(run(u"Get-CsBackupServiceConfiguration -LocalStore"_s).objects().size() == 1);
}

QTEST_GUILESS_MAIN(TestConfigurationCmdlets)
#include "tst_configuration_cmdlets.moc"
