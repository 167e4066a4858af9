// A loss is not a deletion: conference content that vanished stops its module with a way out, and nothing is deleted on
// the backup pool.
#include "tests/lab/backup_world.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace cspool;
using namespace cspool::test;

namespace {

constexpr auto Content = BackupModule::DataConf;

} // namespace

class tst_ContentLoss : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void smallDisappearancesAreCarriedOver_data();
    void smallDisappearancesAreCarriedOver();
    void aVanishedFolderIsAnErrorStateWithBothWaysOut();
    void lossIsRestoredFromTheBackupPool();
    void lossIsConfirmedWithForce();
    void thePreviewOfAConfirmedLossNamesTheDeletion();
    void anInterruptedRestoreIsNotTakenForDeletions();
    void filesPutBackByHandEndTheLoss();
    void aMissingFileStoreIsAnErrorState_data();
    void aMissingFileStoreIsAnErrorState();
    void aLostFileStoreIsMadeAnewWithForceOnly();
    void aLostFileStoreOfTheBackupPoolIsFilledAgain();
    void aSubfolderThatIsNoFolderDeletesNothing();
    void whatALinkStandsForIsNotDeletedOnTheBackup_data();
    void whatALinkStandsForIsNotDeletedOnTheBackup();
    void aLinkedFolderOnTheTargetFailsItsFilesOnly();

private:
    // Ten files on A, all backed up to B.
    void fill(BackupWorld &world, int files = 10)
    {
        for (int i = 0; i < files; ++i)
            world.writeContent(poolA, poolA, u"conference/%1"_s.arg(i), QByteArray::number(i));
        ServiceRun run(world);
        run.copy(poolA, Content);
    }
};

void tst_ContentLoss::whatALinkStandsForIsNotDeletedOnTheBackup_data()
{
    QTest::addColumn<QString>("moved");
    QTest::addColumn<int>("hidden");
    QTest::newRow("a file") << u"conference/3"_s << 1;
    QTest::newRow("a folder") << u"conference"_s << 10;
}

void tst_ContentLoss::whatALinkStandsForIsNotDeletedOnTheBackup()
{
    QFETCH(const QString, moved);
    QFETCH(const int, hidden);
    BackupWorld world;
    world.writeContent(poolA, poolA, u"conference2/stays"_s, "stays");
    world.writeContent(poolA, poolA, u"conference2/goes"_s, "goes");
    fill(world);
    const QString elsewhere = world.filePath(u"elsewhere"_s);
    QVERIFY(QDir().rename(world.contentPath(poolA, poolA, moved), elsewhere));
    QVERIFY(QFile::link(elsewhere, world.contentPath(poolA, poolA, moved)));
    world.removeContent(poolA, poolA, u"conference2/goes"_s);

    ServiceRun run(world);
    const ModuleResult result = run.copy(poolA, Content);
    QCOMPARE(result.deleted, 1);
    QCOMPARE(result.unchanged, 11 - hidden);
    QCOMPARE(world.contentNames(poolB, poolA).size(), 11);
    QVERIFY(run.runtime.warnings().join(u' ').contains(u"symbolic links"_s));
    QCOMPARE(run.stateText(poolA, Content).section(u',', 0, 0), u"FinalState"_s);

    // What comes back in the link's place goes on as before, and is deleted when it goes without one.
    QVERIFY(QFile::remove(world.contentPath(poolA, poolA, moved)));
    QVERIFY(QDir().rename(elsewhere, world.contentPath(poolA, poolA, moved)));
    QCOMPARE(run.copy(poolA, Content).unchanged, 11);
    world.removeContent(poolA, poolA, u"conference/3"_s);
    QCOMPARE(run.copy(poolA, Content).deleted, 1);
}

void tst_ContentLoss::aLinkedFolderOnTheTargetFailsItsFilesOnly()
{
    BackupWorld world;
    fill(world);
    const QString elsewhere = world.filePath(u"elsewhere"_s);
    QVERIFY(QDir().mkpath(elsewhere));
    QVERIFY(QFile::link(elsewhere, world.contentPath(poolB, poolA, u"linked"_s)));
    world.writeContent(poolA, poolA, u"linked/new"_s, "new");
    world.writeContent(poolA, poolA, u"conference/new"_s, "new");
    ServiceRun run(world);
    const ModuleResult result = run.copy(poolA, Content);
    QCOMPARE(result.copied, 1);
    QCOMPARE(result.failed, 1);
    QVERIFY(!result.isComplete);
    QCOMPARE(run.runtime.errors().size(), 1);
    QCOMPARE(run.runtime.errors().constFirst().id, u"ContentBlocked"_s);
    QCOMPARE(world.content(poolB, poolA, u"conference/new"_s), QByteArray("new"));
    QVERIFY(QDir(elsewhere).isEmpty());
}

void tst_ContentLoss::smallDisappearancesAreCarriedOver_data()
{
    QTest::addColumn<int>("known");
    QTest::addColumn<int>("removed");
    QTest::addColumn<bool>("isLoss");
    QTest::newRow("one of ten") << 10 << 1 << false;
    QTest::newRow("exactly half") << 10 << 5 << false;
    QTest::newRow("more than half") << 10 << 6 << true;
    QTest::newRow("all") << 10 << 10 << true;
    QTest::newRow("one of two") << 2 << 1 << false;
    QTest::newRow("the only one") << 1 << 1 << true;
}

void tst_ContentLoss::smallDisappearancesAreCarriedOver()
{
    QFETCH(const int, known);
    QFETCH(const int, removed);
    QFETCH(const bool, isLoss);
    BackupWorld world;
    fill(world, known);
    for (int i = 0; i < removed; ++i)
        world.removeContent(poolA, poolA, u"conference/%1"_s.arg(i));
    ServiceRun run(world);
    const Result<ModuleResult> result = run.service.copyModule(poolA, Content);
    QCOMPARE(!result, isLoss);
    QCOMPARE(world.contentNames(poolB, poolA).size(), isLoss ? known : known - removed);
    if (!isLoss) {
        QCOMPARE(result->deleted, removed);
        const auto step = run.runtime.step(u"ConfServices.DataConf"_s);
        QVERIFY(step->information.join(u' ').contains(u"conference/0: deleted on pool b.example.com"_s));
    }
}

void tst_ContentLoss::aVanishedFolderIsAnErrorStateWithBothWaysOut()
{
    BackupWorld world;
    fill(world);
    QVERIFY(QDir(world.contentPath(poolA, poolA)).removeRecursively());
    ServiceRun run(world);
    QCOMPARE(toString(run.state(poolA, Content).exportStatus), u"ErrorState"_s); // seen before any run
    const Result<ModuleResult> failed = run.service.copyModule(poolA, Content);
    QVERIFY(!failed);
    const Error error = failed.error();
    QCOMPARE(error.id, u"ContentVanished"_s);
    QVERIFY(error.message.contains(u"10 of 10 files"_s) || error.message.contains(u"10 of 10 are not in"_s));
    QVERIFY(error.recommendedAction.contains(
        u"Invoke-CsBackupServiceSync -PoolFqdn b.example.com -BackupModule ConfServices.DataConf."_s));
    QVERIFY(error.recommendedAction.contains(
        u"Invoke-CsBackupServiceSync -PoolFqdn a.example.com -BackupModule ConfServices.DataConf -Force"_s));
    QCOMPARE(world.contentNames(poolB, poolA).size(), 10);
    QCOMPARE(run.stateText(poolA, Content), u"ErrorState,NotInitialized"_s);
    QCOMPARE(run.stateText(poolB, Content), u"NotInitialized,NormalState"_s); // the import is not to blame
    // A cycle in the background does no more.
    require(run.service.runCycle(poolA, BackupCategory::UserData));
    QCOMPARE(world.contentNames(poolB, poolA).size(), 10);
    // Nor does a synchronisation of the same pool without a confirmation.
    require(run.service.synchronise(poolA, {Content}, false));
    QCOMPARE(world.contentNames(poolB, poolA).size(), 10);
}

void tst_ContentLoss::lossIsRestoredFromTheBackupPool()
{
    BackupWorld world;
    fill(world);
    QVERIFY(QDir(world.contentPath(poolA, poolA)).removeRecursively());
    ServiceRun run(world);
    QVERIFY(!run.service.copyModule(poolA, Content));
    require(run.service.synchronise(poolB, {Content}, false));
    QCOMPARE(world.contentNames(poolA, poolA).size(), 10);
    QCOMPARE(world.content(poolA, poolA, u"conference/7"_s), QByteArray("7"));
    QCOMPARE(run.stateText(poolA, Content), u"FinalState,NormalState"_s);
    QCOMPARE(run.copy(poolA, Content).unchanged, 10);
}

void tst_ContentLoss::lossIsConfirmedWithForce()
{
    BackupWorld world;
    fill(world);
    for (int i = 0; i < 8; ++i)
        world.removeContent(poolA, poolA, u"conference/%1"_s.arg(i));
    ServiceRun run(world);
    QVERIFY(!run.service.copyModule(poolA, Content));
    require(run.service.synchronise(poolA, {Content}, true));
    QCOMPARE(world.contentNames(poolB, poolA), (QStringList{u"conference/8"_s, u"conference/9"_s}));
    QCOMPARE(run.stateText(poolA, Content), u"FinalState,NotInitialized"_s);
    QCOMPARE(run.copy(poolA, Content).deleted, 0);
}

void tst_ContentLoss::anInterruptedRestoreIsNotTakenForDeletions()
{
    BackupWorld world;
    fill(world);
    QVERIFY(QDir(world.contentPath(poolA, poolA)).removeRecursively());
    {
        ServiceRun run(world);
        QVERIFY(!run.service.copyModule(poolA, Content));
    }
    // Restored halfway: less than half is missing now.
    for (int i = 0; i < 7; ++i)
        world.writeContent(poolA, poolA, u"conference/%1"_s.arg(i), QByteArray::number(i));
    ServiceRun run(world);
    const Result<ModuleResult> failed = run.service.copyModule(poolA, Content);
    QVERIFY(!failed);
    QCOMPARE(failed.error().id, u"ContentVanished"_s);
    QCOMPARE(world.contentNames(poolB, poolA).size(), 10);
}

void tst_ContentLoss::filesPutBackByHandEndTheLoss()
{
    BackupWorld world;
    fill(world);
    QVERIFY(QDir().rename(world.contentPath(poolA, poolA), world.filePath(u"elsewhere"_s)));
    ServiceRun run(world);
    QVERIFY(!run.service.copyModule(poolA, Content));
    QVERIFY(QDir().rename(world.filePath(u"elsewhere"_s), world.contentPath(poolA, poolA)));
    QCOMPARE(run.copy(poolA, Content).unchanged, 10);
    // From now on a single deletion is one again.
    world.removeContent(poolA, poolA, u"conference/0"_s);
    QCOMPARE(run.copy(poolA, Content).deleted, 1);
}

void tst_ContentLoss::thePreviewOfAConfirmedLossNamesTheDeletion()
{
    BackupWorld world;
    fill(world);
    QVERIFY(QDir(world.contentPath(poolA, poolA)).removeRecursively());
    const CmdletRun run(world,
                        u"Invoke-CsBackupServiceSync -PoolFqdn a.example.com -BackupModule DataConf -Force -WhatIf"_s);
    QVERIFY2(run.hostText().contains(u"is taken as deleted and is deleted on b.example.com"_s),
             qPrintable(run.hostText()));
    QVERIFY2(run.hostText().contains(u"10 of 10"_s), qPrintable(run.hostText()));
    QCOMPARE(world.contentNames(poolB, poolA).size(), 10);
}

void tst_ContentLoss::aMissingFileStoreIsAnErrorState_data()
{
    QTest::addColumn<QString>("pool");
    QTest::addColumn<bool>("isUnmounted");
    QTest::newRow("source, gone") << poolA << false;
    QTest::newRow("source, unmounted") << poolA << true;
    QTest::newRow("target, gone") << poolB << false;
    QTest::newRow("target, unmounted") << poolB << true;
}

void tst_ContentLoss::aMissingFileStoreIsAnErrorState()
{
    QFETCH(const QString, pool);
    QFETCH(const bool, isUnmounted);
    BackupWorld world;
    fill(world);
    const QString store = world.path(u"pools/"_s + pool + u"/file-store");
    QVERIFY(QDir().rename(store, world.filePath(u"elsewhere"_s)));
    if (isUnmounted)
        QVERIFY(QDir().mkpath(store));
    ServiceRun run(world);
    const Result<ModuleResult> failed = run.service.copyModule(poolA, Content);
    QVERIFY(!failed);
    QCOMPARE(failed.error().id, u"FileStoreUnavailable"_s);
    QVERIFY(failed.error().message.contains(pool));
    QVERIFY(failed.error().recommendedAction.contains(u"-Force"_s));
    QCOMPARE(QFileInfo::exists(store), isUnmounted);
    QCOMPARE(run.stateText(poolA, Content).section(u',', 0, 0), u"ErrorState"_s);
    const QString importOfB = run.stateText(poolB, Content).section(u',', 1, 1);
    QCOMPARE(importOfB, pool == poolB ? u"ErrorState"_s : u"NormalState"_s);
    // Connected again, everything is as before.
    if (isUnmounted)
        QVERIFY(QDir().rmdir(store));
    QVERIFY(QDir().rename(world.filePath(u"elsewhere"_s), store));
    QCOMPARE(run.copy(poolA, Content).unchanged, 10);
    QCOMPARE(run.stateText(poolA, Content), u"FinalState,NotInitialized"_s);
}

void tst_ContentLoss::aLostFileStoreIsMadeAnewWithForceOnly()
{
    BackupWorld world;
    fill(world);
    QVERIFY(QDir(world.path(u"pools/a.example.com/file-store"_s)).removeRecursively());
    {
        ServiceRun run(world);
        require(run.service.synchronise(poolB, {Content}, false));
        QVERIFY(run.runtime.errors().size() > 0);
        QVERIFY(!QFileInfo::exists(world.path(u"pools/a.example.com/file-store"_s)));
    }
    ServiceRun run(world);
    require(run.service.synchronise(poolB, {Content}, true));
    QCOMPARE(run.runtime.errors().size(), 0);
    QCOMPARE(world.contentNames(poolA, poolA).size(), 10);
    QCOMPARE(world.contentNames(poolB, poolA).size(), 10);
    QCOMPARE(run.copy(poolA, Content).unchanged, 10);
    QCOMPARE(run.stateText(poolA, Content), u"FinalState,NormalState"_s);
}

void tst_ContentLoss::aLostFileStoreOfTheBackupPoolIsFilledAgain()
{
    BackupWorld world;
    fill(world);
    QVERIFY(QDir(world.path(u"pools/b.example.com/file-store"_s)).removeRecursively());
    ServiceRun run(world);
    QVERIFY(!run.service.copyModule(poolA, Content));
    require(run.service.synchronise(poolA, {Content}, true));
    QCOMPARE(world.contentNames(poolB, poolA).size(), 10);
    QCOMPARE(world.contentNames(poolA, poolA).size(), 10);
}

void tst_ContentLoss::aSubfolderThatIsNoFolderDeletesNothing()
{
    BackupWorld world;
    fill(world);
    QVERIFY(QDir(world.contentPath(poolA, poolA)).removeRecursively());
    QFile file(world.contentPath(poolA, poolA));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    ServiceRun run(world);
    QVERIFY(!run.service.copyModule(poolA, Content));
    QCOMPARE(world.contentNames(poolB, poolA).size(), 10);
}

QTEST_GUILESS_MAIN(tst_ContentLoss)
#include "tst_content_loss.moc"
