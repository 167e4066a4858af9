// Remove-CsUserStoreBackupData: removes what former partners left in a pool's stores, and nothing else.
#include "backend/lab/file_store.h"
#include "backend/lab/lab_cmdlet.h"
#include "tests/support/test_support.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace cspool;
using namespace cspool::test;

namespace {

const QString A = QStringLiteral("a.example.com");
const QString B = QStringLiteral("b.example.com");
const QString C = QStringLiteral("c.example.com");

template <typename T> T valueOf(Result<T> result)
{
    if (!result)
        qFatal("%s", qUtf8Printable(result.error().message));
    return std::move(result).value();
}

Result<> runIn(const TestDeployment &lab, TestRuntime &runtime)
{
    LabContext context(lab.folder(), runtime.runtime(), std::chrono::milliseconds(0));
    return findLabCmdlet(runtime.runtime().command().cmdlet())(context);
}

void mustRun(const TestDeployment &lab, const QString &line)
{
    TestRuntime runtime(line);
    const auto done = runIn(lab, runtime);
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
}

// The pool A with data of its own, of its partner B, and of C, its partner before.
class World
{
public:
    World()
        : lab({u"Test"_s, topologyDocument({A, B, C}), {PoolPair::of(A, C)}, B})
    {
        for (const QString &pool : {A, B, C}) {
            lab.writeDocument(pool, u"urn:lcd:user@"_s + pool, "of " + pool.toUtf8());
            lab.writeContent(pool, pool, u"conf/file.bin"_s, "content of " + pool.toUtf8());
        }
        mustRun(lab, u"Backup-CsPool -PoolFqdn c.example.com"_s);
        pair(A, B);
        mustRun(lab, u"Backup-CsPool -PoolFqdn b.example.com"_s);
    }

    void pair(const QString &one, const QString &other)
    {
        const auto deployment = lab.open();
        auto central = valueOf(deployment->centralStore());
        const auto written = central.setTopology(valueOf(central.topologyDocument()), {PoolPair::of(one, other)},
                                                 valueOf(deployment->centralManagement()).epoch);
        QVERIFY2(written, written ? "" : qPrintable(written.error().message));
    }
    QStringList homesInStores(const QString &pool) const
    {
        const auto deployment = lab.open(OpenMode::ReadOnly);
        QStringList homes = valueOf(valueOf(deployment->userStore(pool)).homePools());
        homes += valueOf(valueOf(FileStore::open(deployment->fileStoreFolder(pool),
                                                 deployment->fileStoreIndexPath(pool), OpenMode::ReadOnly))
                             .homePools());
        homes.sort();
        return homes;
    }

    TestDeployment lab;
};

} // namespace

class TestRemoveUserStoreBackupData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyDataOfFormerPartnersIsRemoved();
    void whatWouldBeRemovedIsCountedFirst();
    void noMeansThatNothingIsRemoved();
    void dataThatIsServedHereIsNeverRemoved();
    void withoutFormerPartnersNothingIsAsked();
};

void TestRemoveUserStoreBackupData::onlyDataOfFormerPartnersIsRemoved()
{
    const World world;
    QCOMPARE(world.homesInStores(A), (QStringList{A, A, B, B, C, C}));
    mustRun(world.lab, u"Remove-CsUserStoreBackupData -PoolFqdn a.example.com -Confirm:$false"_s);
    QCOMPARE(world.homesInStores(A), (QStringList{A, A, B, B}));
    QCOMPARE(world.homesInStores(C), (QStringList{C, C}));
}

void TestRemoveUserStoreBackupData::whatWouldBeRemovedIsCountedFirst()
{
    const World world;
    TestRuntime runtime(u"Remove-CsUserStoreBackupData -PoolFqdn a.example.com -WhatIf"_s);
    QVERIFY(runIn(world.lab, runtime));
    const QString said = runtime.hostMessages().join(u'\n');
    QVERIFY2(said.contains("c.example.com (documents: 1, "_L1) && said.contains("conference files: 1, "_L1),
             qPrintable(said));
    QVERIFY2(!said.contains(B), qPrintable(said));
    QCOMPARE(world.homesInStores(A), (QStringList{A, A, B, B, C, C}));
}

void TestRemoveUserStoreBackupData::noMeansThatNothingIsRemoved()
{
    const World world;
    TestRuntime runtime(u"Remove-CsUserStoreBackupData -PoolFqdn a.example.com -Confirm"_s, {2}); // No
    QVERIFY(runIn(world.lab, runtime));
    QCOMPARE(runtime.prompts().size(), 1);
    QCOMPARE(world.homesInStores(A), (QStringList{A, A, B, B, C, C}));
}

// The pair is dissolved in the topology while C is failed over to A: A alone has what C's users wrote.
void TestRemoveUserStoreBackupData::dataThatIsServedHereIsNeverRemoved()
{
    World world;
    world.pair(A, C);
    mustRun(world.lab, u"Invoke-CsPoolFailOver -PoolFqdn c.example.com -Confirm:$false"_s);
    world.pair(A, B);
    TestRuntime runtime(u"Remove-CsUserStoreBackupData -PoolFqdn a.example.com -Confirm:$false"_s);
    QVERIFY(runIn(world.lab, runtime));
    QCOMPARE(world.homesInStores(A), (QStringList{A, A, B, B, C, C}));
}

void TestRemoveUserStoreBackupData::withoutFormerPartnersNothingIsAsked()
{
    const TestDeployment lab;
    TestRuntime runtime(u"Remove-CsUserStoreBackupData -PoolFqdn a.example.com -Confirm"_s);
    QVERIFY(runIn(lab, runtime));
    QVERIFY(runtime.prompts().isEmpty());
    QVERIFY(runtime.hostMessages().join(u'\n').contains("nothing has to be removed"_L1));
}

QTEST_GUILESS_MAIN(TestRemoveUserStoreBackupData)
#include "tst_remove_user_store_backup_data.moc"
