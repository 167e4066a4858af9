// The main job, run as it is printed in the specification: the sample deployment, examples, WhatIf, real topologies.
#include "model/topology.h"
#include "tests/support/console_world.h"
#include "tests/support/test_support.h"

#include <QDir>
#include <QFile>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace cspool::test;

namespace {

const QString Executable = QStringLiteral(CSPOOL_EXECUTABLE);
constexpr auto Atlanta = "atl-cs-001.litwareinc.com"_L1;
constexpr auto Dublin = "dublin-cs-001.litwareinc.com"_L1;

QJsonObject statusOf(const ConsoleWorld &world, const QString &pool)
{
    return world.run({u"--json"_s, u"Get-CsBackupServiceStatus"_s, u"-PoolFqdn"_s, pool}).json().first().toObject();
}

} // namespace

class TestBackup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theExamplesOfTheSpecificationBackUpTheSample_data();
    void theExamplesOfTheSpecificationBackUpTheSample();
    void theFirstUseMakesTheSampleAndSaysSo();
    void whatIfChangesNotOneByte_data();
    void whatIfChangesNotOneByte();
    void theRealTopologyBecomesADeployment();
    void theRealTopologyExtendedByASecondPoolBacksUp();
};

void TestBackup::theExamplesOfTheSpecificationBackUpTheSample_data()
{
    QTest::addColumn<QStringList>("arguments");

    QTest::newRow("example 1") << QStringList{u"Backup-CsPool"_s, u"-PoolFqdn"_s, Atlanta};
    QTest::newRow("example 2") << QStringList{u"Backup-CsPool"_s, u"-PoolFqdn"_s, Atlanta, u"-SteadyState"_s};
}

void TestBackup::theExamplesOfTheSpecificationBackUpTheSample()
{
    QFETCH(const QStringList, arguments);
    const ConsoleWorld world(Executable);
    const ConsoleResult made = world.runBare({u"New-Deployment"_s, u"-Path"_s, world.deployment(), u"-Sample"_s});
    QVERIFY2(made.exitCode == 0, made.standardError.constData());

    const QString report = world.path(u"report.html"_s);
    const ConsoleResult result = world.run(arguments + QStringList{u"-Report"_s, report});
    QVERIFY2(result.exitCode == 0, result.standardError.constData());
    QVERIFY(QFile::exists(report));

    const QByteArray own = world.exportedUserData(Atlanta);
    QVERIFY2(own.contains("urn:lcd:"), own.left(500).constData());
    QCOMPARE(world.exportedUserData(Dublin), own);
    const QString pools = world.deployment() + "/pools/"_L1;
    const QString home = "/file-store/"_L1 + Atlanta;
    const auto content = ConsoleWorld::snapshot(pools + Atlanta + home);
    QVERIFY(!content.isEmpty());
    QCOMPARE(ConsoleWorld::snapshot(pools + Dublin + home), content);

    const QJsonObject status = statusOf(world, Atlanta);
    QCOMPARE(status.value("OverallExportStatus"_L1).toString(), u"FinalState"_s);
    QCOMPARE(status.value("OverallImportStatus"_L1).toString(), u"NormalState"_s);
}

void TestBackup::theFirstUseMakesTheSampleAndSaysSo()
{
    const ConsoleWorld world(Executable);
    const ConsoleResult first = world.runBare({u"Backup-CsPool"_s, u"-PoolFqdn"_s, Atlanta});
    QVERIFY2(first.exitCode == 0, first.standardError.constData());
    QVERIFY2(first.standardError.contains("sample"), first.standardError.constData());

    const QRegularExpression reportPath(u"\\S+\\.html"_s);
    const QString path = reportPath.match(QString::fromUtf8(first.standardError + first.standardOutput)).captured();
    QVERIFY2(QFile::exists(path), first.standardError.constData());

    const ConsoleResult second = world.runBare({u"--json"_s, u"Get-CsPool"_s});
    QVERIFY(second.json().size() >= 6);
    QVERIFY2(!second.standardError.contains("sample"), second.standardError.constData());
}

void TestBackup::whatIfChangesNotOneByte_data()
{
    QTest::addColumn<QStringList>("arguments");

    const QString pool = Atlanta;
    QTest::newRow("backup") << QStringList{u"Backup-CsPool"_s, u"-PoolFqdn"_s, pool, u"-WhatIf"_s};
    QTest::newRow("backup in steady state")
        << QStringList{u"Backup-CsPool"_s, u"-PoolFqdn"_s, pool, u"-SteadyState"_s, u"-WhatIf"_s};
    QTest::newRow("full backup") << QStringList{u"Backup-CsPool"_s, u"-PoolFqdn"_s, pool, u"-FullBackup"_s,
                                                u"-WhatIf"_s};
    QTest::newRow("synchronisation") << QStringList{u"Invoke-CsBackupServiceSync"_s, u"-PoolFqdn"_s, pool,
                                                    u"-WhatIf"_s};
    QTest::newRow("failover in disaster mode") << QStringList{
        u"Invoke-CsPoolFailOver"_s, u"-PoolFqdn"_s, u"paris-cs-001.litwareinc.com"_s, u"-DisasterMode"_s, u"-WhatIf"_s};
    QTest::newRow("failover of the Central Management store")
        << QStringList{u"Invoke-CsManagementServerFailover"_s, u"-WhatIf"_s};
    QTest::newRow("configuration") << QStringList{u"Set-CsBackupServiceConfiguration"_s, u"-SyncInterval"_s,
                                                  u"00:10:00"_s, u"-WhatIf"_s};
}

void TestBackup::whatIfChangesNotOneByte()
{
    QFETCH(const QStringList, arguments);
    const ConsoleWorld world(Executable);
    QCOMPARE(world.runBare({u"New-Deployment"_s, u"-Path"_s, world.deployment(), u"-Sample"_s}).exitCode, 0);

    const auto before = ConsoleWorld::snapshot(world.deployment());
    const ConsoleResult result = world.run(arguments);
    QVERIFY2(result.standardOutput.contains("What if:") || result.standardError.contains("What if:"),
             QByteArray(result.standardOutput + result.standardError).constData());
    QCOMPARE(ConsoleWorld::snapshot(world.deployment()), before);
}

void TestBackup::theRealTopologyBecomesADeployment()
{
    const QString document = QStringLiteral(CSPOOL_REFERENCE_DIR "/Contoso.tbxml");
    if (!QFile::exists(document))
        QSKIP("The real topology document is not part of the project; it is tested where it is at hand.");
    const ConsoleWorld world(Executable);
    const ConsoleResult made
        = world.runBare({u"New-Deployment"_s, u"-Path"_s, world.deployment(), u"-Topology"_s, document});
    QVERIFY2(made.exitCode == 0 || made.exitCode == 4, made.standardError.constData());

    const QJsonArray pools = world.run({u"--json"_s, u"Get-CsPool"_s}).json();
    QCOMPARE(pools.size(), 6);
    const ConsoleResult unpaired = world.run({u"Backup-CsPool"_s, u"-PoolFqdn"_s, u"frontendpool.contoso.com"_s});
    QCOMPARE(unpaired.exitCode, 1);
    QVERIFY2(unpaired.standardError.contains("backup pool"), unpaired.standardError.constData());

    for (const QString &pool :
         {u"xfile1.contoso.com"_s, u"xsql1.contoso.com"_s, u"edgepool.contoso.com"_s, u"xoffice1.contoso.com"_s}) {
        const ConsoleResult refused = world.run({u"Backup-CsPool"_s, u"-PoolFqdn"_s, pool});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.standardError != unpaired.standardError, refused.standardError.constData());
    }
}

void TestBackup::theRealTopologyExtendedByASecondPoolBacksUp()
{
    QFile original(QStringLiteral(CSPOOL_REFERENCE_DIR "/Contoso.tbxml"));
    if (!original.open(QIODevice::ReadOnly))
        QSKIP("The real topology document is not part of the project; it is tested where it is at hand.");
    // A second Front End pool: the cluster and its two services, under names and ids of their own.
    QString text = QString::fromUtf8(original.readAll());
    const QRegularExpression cluster(u"<Cluster [^>]*Fqdn=\"frontendpool\\.contoso\\.com\">.*?</Cluster>"_s,
                                     QRegularExpression::DotMatchesEverythingOption);
    QString secondCluster = cluster.match(text).captured();
    QVERIFY(!secondCluster.isEmpty());
    secondCluster.replace(u"frontendpool"_s, u"secondpool"_s).replace(u"xfrontend"_s, u"yfrontend"_s);
    secondCluster.replace(u"01743022-c22c-4816-abca-259cf33dd5b8"_s, u"11743022-c22c-4816-abca-259cf33dd5b8"_s);
    text.insert(text.indexOf("</Clusters>"_L1), secondCluster);
    const QString services
        = u"<Service UniqueId=\"aaaaaaaa-0000-4000-8000-000000000001\" RoleName=\"UserServices\" RoleVersion=\"2\" "
          "InstalledOn=\"11743022-c22c-4816-abca-259cf33dd5b8\" ServiceVersion=\"7\"><DependsOn /></Service>"
          "<Service UniqueId=\"aaaaaaaa-0000-4000-8000-000000000002\" RoleName=\"Registrar\" RoleVersion=\"2\" "
          "InstalledOn=\"11743022-c22c-4816-abca-259cf33dd5b8\" ServiceVersion=\"7\"><DependsOn>"
          "<Dependency ServiceUniqueId=\"aaaaaaaa-0000-4000-8000-000000000001\" Usage=\"Default\" /></DependsOn>"
          "<RegistrarService IsDirector=\"false\" "
          "xmlns=\"urn:schema:Microsoft.Rtc.Management.Deploy.ServiceRoles.2008\" />"
          "</Service>"_s;
    text.insert(text.indexOf("</Services>"_L1), services);

    const ConsoleWorld world(Executable);
    const QString document = world.path(u"extended.tbxml"_s);
    QFile extended(document);
    QVERIFY(extended.open(QIODevice::WriteOnly));
    extended.write(text.toUtf8());
    extended.close();

    const ConsoleResult made
        = world.runBare({u"New-Deployment"_s, u"-Path"_s, world.deployment(), u"-Topology"_s, document, u"-Pair"_s,
                         u"frontendpool.contoso.com=secondpool.contoso.com"_s});
    QVERIFY2(made.exitCode == 0 || made.exitCode == 4, made.standardError.constData());
    const ConsoleResult result = world.run({u"Backup-CsPool"_s, u"-PoolFqdn"_s, u"frontendpool.contoso.com"_s});
    QVERIFY2(result.exitCode == 0, result.standardError.constData());
    QCOMPARE(statusOf(world, u"frontendpool.contoso.com"_s).value("OverallExportStatus"_L1).toString(),
             u"FinalState"_s);
}

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_backup.moc"
