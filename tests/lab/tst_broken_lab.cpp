// BrokenLab, which the tests of what notices a broken deployment trust: every break is seen by the cmdlet that tells
// of it, and is gone when it is mended.
#include "backend/lab/lab_cmdlet.h"
#include "tests/support/broken_lab.h"
#include "tests/support/test_support.h"

#include <QTest>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;

namespace {

const QString A = QStringLiteral("a.example.com");
const QString B = QStringLiteral("b.example.com");
const QString C = QStringLiteral("c.example.com");
const QString Edge = QStringLiteral("edge.example.com");

} // namespace

class TestBrokenLab : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lostStoresAreOutOfReachUntilTheyAreBack_data();
    void lostStoresAreOutOfReachUntilTheyAreBack();
    void dataOfAFormerPartnerIsFound();
    void aStaleReplicaIsReportedAndOnlyIt();
    void anEdgePoolPointsWhereItIsTold();
};

void TestBrokenLab::lostStoresAreOutOfReachUntilTheyAreBack_data()
{
    using Break = void (*)(BrokenLab &);
    QTest::addColumn<Break>("breakLab");
    QTest::addColumn<QString>("line");
    const auto row
        = [](const char *name, Break breakLab, const QString &line) { QTest::newRow(name) << breakLab << line; };
    const QString sync = u"Invoke-CsBackupServiceSync -PoolFqdn a.example.com -BackupModule "_s;
    row(
        "user store", [](BrokenLab &lab) { lab.loseUserStore(A); }, sync + "PresenceFocus"_L1);
    row(
        "file store", [](BrokenLab &lab) { lab.loseFileStore(A); }, sync + "DataConf"_L1);
    row(
        "central store", [](BrokenLab &lab) { lab.loseCentralStore(A); }, u"Get-CsPool"_s);
    row(
        "replica", [](BrokenLab &lab) { lab.loseReplica(A); }, u"Get-CsService -LocalStore -PoolFqdn a.example.com"_s);
    row(
        "pool", [](BrokenLab &lab) { lab.losePool(A); }, sync + "PresenceFocus"_L1);
    row(
        "two of them",
        [](BrokenLab &lab) {
            lab.loseUserStore(A);
            lab.losePool(A);
        },
        sync + "PresenceFocus"_L1);
}

void TestBrokenLab::lostStoresAreOutOfReachUntilTheyAreBack()
{
    using Break = void (*)(BrokenLab &);
    QFETCH(Break, breakLab);
    QFETCH(QString, line);
    const TestDeployment deployment;
    BrokenLab lab(deployment.folder());
    const auto error = [&] {
        const QList<Error> errors = runLab(deployment.folder(), line).errors();
        return errors.isEmpty() ? QString() : errors.constFirst().message;
    };
    QCOMPARE(error(), QString());
    breakLab(lab);
    QVERIFY(!error().isEmpty());
    lab.bringBack();
    QCOMPARE(error(), QString());
}

void TestBrokenLab::dataOfAFormerPartnerIsFound()
{
    const TestDeployment deployment;
    BrokenLab(deployment.folder()).leaveDataOf(C, A, 3, 2);
    const LabResult preview
        = runLab(deployment.folder(), u"Remove-CsUserStoreBackupData -PoolFqdn a.example.com -WhatIf"_s);
    const QString said = preview.hostMessages().join(u'\n');
    QVERIFY2(said.contains("data of c.example.com (documents: 3,"_L1), qUtf8Printable(said));
    QVERIFY2(said.contains("conference files: 2,"_L1), qUtf8Printable(said));
}

void TestBrokenLab::aStaleReplicaIsReportedAndOnlyIt()
{
    const TestDeployment deployment;
    BrokenLab(deployment.folder()).makeReplicaStale(B);
    const LabResult result = runLab(deployment.folder(), u"Get-CsManagementStoreReplicationStatus"_s);
    QStringList stale;
    const QList<Object> replicas = result.objects();
    for (const Object &replica : replicas) {
        if (replica.boolean(u"UpToDate") == false)
            stale.append(replica.string(u"ReplicaFqdn"));
    }
    QCOMPARE(replicas.size(), 3);
    QCOMPARE(stale, QStringList{B});
}

void TestBrokenLab::anEdgePoolPointsWhereItIsTold()
{
    const TestDeployment deployment;
    BrokenLab lab(deployment.folder());
    const auto nextHop = [&] {
        const LabResult result
            = runLab(deployment.folder(), u"Get-CsService -EdgeServer -LocalStore -PoolFqdn edge.example.com"_s);
        return result.objects().isEmpty() ? QString() : result.objects().constFirst().string(u"Registrar");
    };
    lab.addEdgePool(Edge, A);
    QCOMPARE(nextHop(), u"Registrar:a.example.com"_s);
    lab.pointEdgeAt(Edge, C);
    QCOMPARE(nextHop(), u"Registrar:c.example.com"_s);
}

QTEST_GUILESS_MAIN(TestBrokenLab)
#include "tst_broken_lab.moc"
