// A user store that was put back from an older copy, or made anew: noticed, compared in full, nothing skipped, and
// later writes win.
#include "tests/lab/backup_world.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace cspool;
using namespace cspool::test;

namespace {

constexpr auto Users = BackupModule::PresenceFocus;

void copyOver(const QString &from, const QString &to)
{
    QFile::remove(to);
    if (!QFile::copy(from, to))
        qFatal("%s could not be copied", qUtf8Printable(from));
}

} // namespace

class tst_RestoredStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anOlderCopyIsNoticedAndComparedInFull();
    void anOlderCopyThatWasWrittenPastTheWatermarkIsNoticed();
    void anOlderCopyWhoseDocumentsWereAllRewrittenIsNoticed();
    void aStoreThatForgotItsTransactionsIsComparedInFull();
    void writesAfterTheRestoreWin();
    void aStoreMadeAnewIsNoticed();
    void anInterruptedComparisonStartsAgain();
    void whatOnlyTheBackupHasIsBroughtBack();
    void nothingIsSkippedAfterThingsWereBroughtBack();
    void aTargetRestoredFromAnOlderCopyIsFilledAgain();
    void anUntouchedStoreIsNoReplacement();
    void aComparisonCutShortDoesNotSettleAnExchangedStore();
    void nothingIsGivenBackWhenTheForwardCopyFailed();
    void theCentralManagementStoreIsNoticedToo();

    void restoredContentDeletesNothingAndLosesNothing();
    void restoredContentCanBeConfirmedAsItIs();
    void forceForTheBackupPoolDeletesNoOnlyCopy();
    void aWholePoolRestoredFromAnOlderCopy();

private:
    QTemporaryDir m_temporary;

    qint64 epoch(const BackupWorld &world) { return require(world.open(OpenMode::ReadOnly)->ownership(poolA)).epoch; }
    static bool warnsOfRestore(const ServiceRun &run)
    {
        return run.runtime.warnings().join(u' ').contains(u"restored from an older copy"_s);
    }
};

void tst_RestoredStore::initTestCase()
{
    // Where a cmdlet without -Report writes its report.
    QVERIFY(m_temporary.isValid());
    qputenv("TMPDIR", QFile::encodeName(m_temporary.path()));
}

void tst_RestoredStore::anOlderCopyIsNoticedAndComparedInFull()
{
    BackupWorld world;
    world.writeMany(poolA, 0, 150, "old");
    copyOver(world.userStorePath(poolA), world.filePath(u"older copy"_s));
    world.writeMany(poolA, 100, 200, "new"); // 100 to 149 changed, 150 to 299 added
    {
        ServiceRun run(world);
        run.copy(poolA, Users);
    }
    copyOver(world.filePath(u"older copy"_s), world.userStorePath(poolA));

    ServiceRun run(world);
    const ModuleState before = run.state(poolA, Users);
    QCOMPARE(toString(before.exportStatus), u"NonSteadyState"_s);
    QVERIFY(before.isFullComparison);
    QVERIFY(require(run.service.plan(poolA, BackupCategory::UserData)).constFirst().isFullComparison);
    const ModuleResult result = run.copy(poolA, Users);
    QVERIFY(warnsOfRestore(run));
    QCOMPARE(result.copied, 0);
    QCOMPARE(result.unchanged, 100);
    QCOMPARE(result.newerOnTarget, 200); // 50 newer, 150 only there
    QCOMPARE(epoch(world), 2);
    QCOMPARE(world.count(poolB, poolA), 300); // nothing was lost on the backup pool
    QCOMPARE(world.data(poolB, BackupWorld::userName(120)), QByteArray("new"));
    QVERIFY(run.runtime.warnings().join(u' ').contains(u"How many: 200."_s));
    // Compared once: the next run is an ordinary one.
    ServiceRun next(world);
    QCOMPARE(next.copy(poolA, Users).batches, 0);
    QCOMPARE(next.runtime.warnings(), QStringList());
    QCOMPARE(epoch(world), 2);
}

void tst_RestoredStore::anOlderCopyThatWasWrittenPastTheWatermarkIsNoticed()
{
    BackupWorld world;
    world.writeMany(poolA, 0, 10, "old");
    copyOver(world.userStorePath(poolA), world.filePath(u"older copy"_s));
    world.writeMany(poolA, 10, 10, "lost");
    {
        ServiceRun run(world);
        run.copy(poolA, Users);
    }
    copyOver(world.filePath(u"older copy"_s), world.userStorePath(poolA));
    world.writeMany(poolA, 20, 30, "after the restore"); // its sequence is beyond the watermark already

    ServiceRun run(world);
    const ModuleResult result = run.copy(poolA, Users);
    QVERIFY(warnsOfRestore(run));
    QCOMPARE(result.copied, 30); // not only the 20 beyond the watermark
    QCOMPARE(world.data(poolB, BackupWorld::userName(20)), QByteArray("after the restore"));
    QCOMPARE(world.data(poolB, BackupWorld::userName(15)), QByteArray("lost"));
}

// Nothing of what the watermark covers is left to tell that it is not what was backed up.
void tst_RestoredStore::anOlderCopyWhoseDocumentsWereAllRewrittenIsNoticed()
{
    BackupWorld world;
    world.writeMany(poolA, 0, 1, "old");
    copyOver(world.userStorePath(poolA), world.filePath(u"older copy"_s));
    for (const char *data : {"two", "three", "four"})
        world.writeMany(poolA, 0, 1, data);
    world.writeMany(poolA, 1, 1, "lost");
    {
        ServiceRun run(world);
        run.copy(poolA, Users);
    }
    copyOver(world.filePath(u"older copy"_s), world.userStorePath(poolA));
    for (int i = 0; i < 10; ++i)
        world.writeMany(poolA, 0, 1, "after the restore " + QByteArray::number(i));

    ServiceRun run(world);
    QVERIFY(run.state(poolA, Users).isFullComparison);
    const ModuleResult result = run.copy(poolA, Users);
    QVERIFY(warnsOfRestore(run));
    QCOMPARE(result.keptAside, 1); // "four" was never seen by the restored store
    QCOMPARE(result.newerOnTarget, 1);
    QCOMPARE(world.data(poolB, BackupWorld::userName(1)), QByteArray("lost"));
    QCOMPARE(epoch(world), 2);
    ServiceRun next(world);
    QCOMPARE(next.copy(poolA, Users).batches, 0);
    QCOMPARE(next.runtime.warnings(), QStringList());
}

void tst_RestoredStore::aStoreThatForgotItsTransactionsIsComparedInFull()
{
    BackupWorld world;
    world.writeMany(poolA, 0, 3, "old");
    {
        ServiceRun run(world);
        run.copy(poolA, Users);
    }
    world.writeMany(poolA, 3, 3, "new");
    {
        // As if more transactions than a store remembers had come between.
        const Database database = require(Database::open(world.userStorePath(poolA), OpenMode::ReadWrite));
        require(database.execute(
            u"UPDATE transactions SET id = id + %1 WHERE id = (SELECT max(id) FROM transactions)"_s.arg(
                2 * RememberedTransactions)));
    }
    world.writeMany(poolA, 6, 3, "newer");
    ServiceRun run(world);
    const ModuleResult result = run.copy(poolA, Users);
    QVERIFY(run.runtime.warnings().constFirst().contains(u"changed so often"_s));
    QCOMPARE(result.copied, 6);
    QCOMPARE(result.unchanged, 3);
    ServiceRun next(world);
    QCOMPARE(next.copy(poolA, Users).batches, 0);
    QCOMPARE(next.runtime.warnings(), QStringList());
}

void tst_RestoredStore::writesAfterTheRestoreWin()
{
    BackupWorld world;
    world.writeMany(poolA, 0, 1, "one");
    copyOver(world.userStorePath(poolA), world.filePath(u"older copy"_s));
    for (const char *data : {"two", "three", "four"})
        world.writeMany(poolA, 0, 1, data); // counter 4 on the backup pool
    {
        ServiceRun run(world);
        run.copy(poolA, Users);
    }
    copyOver(world.filePath(u"older copy"_s), world.userStorePath(poolA));
    {
        ServiceRun run(world);
        run.copy(poolA, Users);
    }
    world.writeMany(poolA, 0, 1, "after the restore"); // counter 2, but of a later epoch
    ServiceRun run(world);
    const ModuleResult result = run.copy(poolA, Users);
    QCOMPARE(result.copied, 1);
    QCOMPARE(result.keptAside, 1); // "four" was never seen by the restored store
    QCOMPARE(world.data(poolB, BackupWorld::userName(0)), QByteArray("after the restore"));
    QByteArrayList kept;
    for (const KeptDocument &each : require(require(run.deployment->userStore(poolB)).keptAside()))
        kept.append(each.document.data);
    QVERIFY(kept.contains("four"));
}

void tst_RestoredStore::aStoreMadeAnewIsNoticed()
{
    BackupWorld world;
    world.writeMany(poolA, 0, 120, "old");
    {
        ServiceRun run(world);
        run.copy(poolA, Users);
    }
    QVERIFY(QFile::remove(world.userStorePath(poolA)));
    QVERIFY(DocumentStore::create(world.userStorePath(poolA), poolA));
    world.writeMany(poolA, 0, 5, "new");

    ServiceRun run(world);
    const ModuleResult result = run.copy(poolA, Users);
    QVERIFY(run.runtime.warnings().join(u' ').contains(u"made anew"_s));
    QCOMPARE(result.newerOnTarget, 115);
    QCOMPARE(world.count(poolB, poolA), 120);
    QCOMPARE(epoch(world), 2);
    // Equal revisions, other bytes: the owner's version is in use, the other one is kept.
    QCOMPARE(world.data(poolB, BackupWorld::userName(0)), QByteArray("new"));
    QCOMPARE(require(require(run.deployment->userStore(poolB)).keptAside()).size(), 5);
    QVERIFY(require(run.deployment->knownStoreId(poolA)) == require(run.deployment->userStore(poolA)).id());
    QCOMPARE(run.copy(poolA, Users).batches, 0);
}

void tst_RestoredStore::anInterruptedComparisonStartsAgain()
{
    BackupWorld world;
    world.writeMany(poolA, 0, 300, "old");
    {
        ServiceRun run(world);
        run.copy(poolA, Users);
    }
    QVERIFY(QFile::remove(world.userStorePath(poolA)));
    QVERIFY(DocumentStore::create(world.userStorePath(poolA), poolA));
    world.writeMany(poolA, 300, 300, "new");
    {
        ServiceRun run(world);
        BackupServiceConfiguration limits;
        limits.maxBatchesPerUserStoreSync = 1;
        require(require(run.deployment->centralStore()).setBackupServiceConfiguration(limits, 1));
        const QList<ModuleResult> first = require(run.service.runCycle(poolA, BackupCategory::UserData));
        QVERIFY(!first.constFirst().isComplete);
        QCOMPARE(world.count(poolB, poolA), 400);
    }
    ServiceRun run(world);
    QVERIFY(run.state(poolA, Users).isFullComparison);
    const ModuleResult result = run.copy(poolA, Users);
    QCOMPARE(result.copied, 200);
    QCOMPARE(result.unchanged, 100); // what the first cycle committed is not copied again
    QCOMPARE(result.newerOnTarget, 300);
    QVERIFY(!run.state(poolA, Users).isFullComparison);
}

void tst_RestoredStore::whatOnlyTheBackupHasIsBroughtBack()
{
    BackupWorld world;
    world.writeMany(poolA, 0, 10, "old");
    copyOver(world.userStorePath(poolA), world.filePath(u"older copy"_s));
    world.writeMany(poolA, 5, 10, "new");
    {
        ServiceRun run(world);
        run.copy(poolA, Users);
    }
    const QByteArray before = world.fingerprint(poolA, poolA);
    copyOver(world.filePath(u"older copy"_s), world.userStorePath(poolA));
    ServiceRun run(world);
    run.copy(poolA, Users);
    require(run.service.synchronise(poolB, {Users}, false));
    QCOMPARE(world.fingerprint(poolA, poolA), before);
    QCOMPARE(world.fingerprint(poolB, poolA), before);
    QCOMPARE(run.copy(poolA, Users).changes(), 0);
}

// Brought back before the next backup noticed the restore: what the restored store wrote meanwhile must reach the
// backup pool all the same, although its sequence has passed the watermark by then.
void tst_RestoredStore::nothingIsSkippedAfterThingsWereBroughtBack()
{
    BackupWorld world;
    world.writeMany(poolA, 0, 5, "old");
    copyOver(world.userStorePath(poolA), world.filePath(u"older copy"_s));
    world.writeMany(poolA, 5, 50, "lost");
    {
        ServiceRun run(world);
        run.copy(poolA, Users);
    }
    copyOver(world.filePath(u"older copy"_s), world.userStorePath(poolA));
    world.writeMany(poolA, 100, 3, "after the restore");
    ServiceRun run(world);
    require(run.service.synchronise(poolB, {Users}, false));
    run.copy(poolA, Users);
    QCOMPARE(world.count(poolA, poolA), 58);
    QCOMPARE(world.fingerprint(poolB, poolA), world.fingerprint(poolA, poolA));
    QCOMPARE(world.data(poolB, BackupWorld::userName(101)), QByteArray("after the restore"));
}

void tst_RestoredStore::aTargetRestoredFromAnOlderCopyIsFilledAgain()
{
    BackupWorld world;
    world.writeMany(poolA, 0, 10, "old");
    {
        ServiceRun run(world);
        run.copy(poolA, Users);
    }
    copyOver(world.userStorePath(poolB), world.filePath(u"older copy"_s));
    world.writeMany(poolA, 5, 10, "new");
    {
        ServiceRun run(world);
        run.copy(poolA, Users);
    }
    copyOver(world.filePath(u"older copy"_s), world.userStorePath(poolB)); // its watermark went back with it
    ServiceRun run(world);
    QCOMPARE(run.copy(poolA, Users).copied, 10);
    QCOMPARE(world.fingerprint(poolB, poolA), world.fingerprint(poolA, poolA));
    QCOMPARE(run.runtime.warnings(), QStringList());
}

void tst_RestoredStore::anUntouchedStoreIsNoReplacement()
{
    BackupWorld world;
    ServiceRun run(world);
    for (int round = 0; round < 5; ++round) {
        world.writeMany(poolA, round, 3, QByteArray::number(round));
        world.remove(poolA, BackupWorld::userName(round));
        run.copy(poolA, Users);
    }
    QCOMPARE(run.runtime.warnings(), QStringList());
    QCOMPARE(epoch(world), 1);
}

// The store that the pool had before came back: its watermark is still there, so that only the identity on record
// tells.
void tst_RestoredStore::aComparisonCutShortDoesNotSettleAnExchangedStore()
{
    BackupWorld world;
    world.writeMany(poolA, 0, 10, "first store");
    {
        ServiceRun run(world);
        run.copy(poolA, Users);
    }
    copyOver(world.userStorePath(poolA), world.filePath(u"first store"_s));
    QVERIFY(QFile::remove(world.userStorePath(poolA)));
    QVERIFY(DocumentStore::create(world.userStorePath(poolA), poolA));
    world.writeMany(poolA, 10, 1, "second store");
    {
        ServiceRun run(world);
        run.copy(poolA, Users);
    }
    copyOver(world.filePath(u"first store"_s), world.userStorePath(poolA));
    world.writeMany(poolA, 20, 300, "after the exchange");

    ServiceRun run(world);
    BackupServiceConfiguration limits;
    limits.maxBatchesPerUserStoreSync = 1;
    require(require(run.deployment->centralStore()).setBackupServiceConfiguration(limits, 1));
    QVERIFY(!require(run.service.runCycle(poolA, BackupCategory::UserData)).constFirst().isComplete);
    QVERIFY(run.state(poolA, Users).isFullComparison);
    run.copy(poolA, Users);
    QVERIFY(!run.state(poolA, Users).isFullComparison);
    QCOMPARE(world.data(poolB, BackupWorld::userName(319)), QByteArray("after the exchange"));
}

// Given back all the same, the owner's feed would look as if it had never been replaced, and what could not be taken
// would never be taken.
void tst_RestoredStore::nothingIsGivenBackWhenTheForwardCopyFailed()
{
    BackupWorld world;
    world.writeMany(poolA, 0, 5, "old");
    copyOver(world.userStorePath(poolA), world.filePath(u"older copy"_s));
    world.writeMany(poolA, 5, 50, "lost");
    {
        ServiceRun run(world);
        run.copy(poolA, Users);
    }
    copyOver(world.filePath(u"older copy"_s), world.userStorePath(poolA));
    world.writeMany(poolA, 100, 3, "after the restore");
    const auto setData = [&world](const QString &data) {
        const Database database = require(Database::open(world.userStorePath(poolA), OpenMode::ReadWrite));
        require(database.execute(u"UPDATE documents SET data = CAST('%1' AS BLOB) WHERE name = '%2'"_s.arg(
            data, BackupWorld::userName(101))));
    };
    setData(u"damaged"_s);
    {
        ServiceRun run(world);
        const QList<ModuleResult> results = require(run.service.synchronise(poolB, {Users}, false));
        QCOMPARE(results.size(), 1); // pool B's own data
        QCOMPARE(results.constFirst().direction.homePool, poolB);
        QCOMPARE(run.runtime.errors().size(), 1);
        QCOMPARE(world.count(poolA, poolA), 8);
        QVERIFY(run.state(poolA, Users).isFullComparison);
    }
    setData(u"after the restore"_s);
    ServiceRun run(world);
    require(run.service.synchronise(poolB, {Users}, false));
    QCOMPARE(world.count(poolA, poolA), 58);
    QCOMPARE(world.fingerprint(poolB, poolA), world.fingerprint(poolA, poolA));
}

void tst_RestoredStore::theCentralManagementStoreIsNoticedToo()
{
    BackupWorld world;
    const QString path = world.path(u"pools/a.example.com/central-store.sqlite"_s);
    BackupServiceConfiguration configuration;
    copyOver(path, world.filePath(u"older copy"_s));
    {
        ServiceRun run(world);
        configuration.maxBatchesPerCmsSync = 7;
        require(require(run.deployment->centralStore()).setBackupServiceConfiguration(configuration, 1));
        run.copy(poolA, BackupModule::CmsMaster);
    }
    copyOver(world.filePath(u"older copy"_s), path);
    ServiceRun run(world);
    const ModuleResult result = run.copy(poolA, BackupModule::CmsMaster);
    QVERIFY(warnsOfRestore(run));
    QVERIFY(result.newerOnTarget > 0);
    QCOMPARE(require(run.deployment->centralManagement()).epoch, 2);
    require(run.service.synchronise(poolB, {BackupModule::CmsMaster}, false));
    QCOMPARE(require(require(run.deployment->centralStore()).backupServiceConfiguration()).maxBatchesPerCmsSync, 7);
}

void tst_RestoredStore::restoredContentDeletesNothingAndLosesNothing()
{
    constexpr auto Content = BackupModule::DataConf;
    BackupWorld world;
    for (int i = 0; i < 10; ++i)
        world.writeContent(poolA, poolA, u"old %1"_s.arg(i), "old");
    {
        ServiceRun run(world);
        run.copy(poolA, Content);
    }
    const QString store = world.path(u"pools/a.example.com/file-store"_s);
    copyFolder(store, world.filePath(u"older copy"_s));
    copyOver(store + u".sqlite"_s, world.filePath(u"older index"_s));
    world.writeContent(poolA, poolA, u"old 1"_s, "changed");
    world.writeContent(poolA, poolA, u"new"_s, "new");
    world.removeContent(poolA, poolA, u"old 2"_s);
    {
        ServiceRun run(world);
        QCOMPARE(run.copy(poolA, Content).changes(), 3);
    }
    copyFolder(world.filePath(u"older copy"_s), store);
    copyOver(world.filePath(u"older index"_s), store + u".sqlite"_s);

    ServiceRun run(world);
    QVERIFY(run.state(poolA, Content).isFullComparison);
    const ModuleResult result = run.copy(poolA, Content);
    QVERIFY(run.runtime.warnings().constFirst().contains(u"restored from an older copy"_s));
    QCOMPARE(result.deleted, 0);
    QCOMPARE(world.content(poolB, poolA, u"new"_s), QByteArray("new")); // vanished from the source, and not deleted
    QCOMPARE(world.content(poolB, poolA, u"old 1"_s), QByteArray("old"));
    QCOMPARE(result.keptAside, 1); // "changed" was backed up, and the restored source knows nothing of it
    QCOMPARE(world.content(poolB, poolA, u"old 2"_s), QByteArray("old"));
    // Nor by the next run.
    QCOMPARE(run.copy(poolA, Content).changes(), 0);
    QCOMPARE(world.content(poolB, poolA, u"new"_s), QByteArray("new"));
    QCOMPARE(toString(run.state(poolA, Content).exportStatus), u"FinalState"_s);
    require(run.service.synchronise(poolB, {Content}, false));
    QCOMPARE(world.content(poolA, poolA, u"new"_s), QByteArray("new"));
    QCOMPARE(run.copy(poolA, Content).changes(), 0);
    // A deletion is one again.
    world.removeContent(poolA, poolA, u"new"_s);
    QCOMPARE(run.copy(poolA, Content).deleted, 1);
}

void tst_RestoredStore::restoredContentCanBeConfirmedAsItIs()
{
    constexpr auto Content = BackupModule::DataConf;
    BackupWorld world;
    world.writeContent(poolA, poolA, u"old 1"_s, "old");
    world.writeContent(poolA, poolA, u"old 2"_s, "old");
    {
        ServiceRun run(world);
        run.copy(poolA, Content);
    }
    const QString store = world.path(u"pools/a.example.com/file-store"_s);
    copyFolder(store, world.filePath(u"older copy"_s));
    copyOver(store + u".sqlite"_s, world.filePath(u"older index"_s));
    world.writeContent(poolA, poolA, u"new"_s, "new");
    {
        ServiceRun run(world);
        run.copy(poolA, Content);
    }
    copyFolder(world.filePath(u"older copy"_s), store);
    copyOver(world.filePath(u"older index"_s), store + u".sqlite"_s);
    ServiceRun run(world);
    require(run.service.synchronise(poolA, {Content}, true));
    QCOMPARE(world.contentNames(poolB, poolA), (QStringList{u"old 1"_s, u"old 2"_s}));
    QVERIFY(!run.state(poolA, Content).isFullComparison);
    QCOMPARE(toString(run.state(poolA, Content).exportStatus), u"FinalState"_s);
}

// -Force confirms deletions of the pool that it names, never those of its partner.
void tst_RestoredStore::forceForTheBackupPoolDeletesNoOnlyCopy()
{
    constexpr auto Content = BackupModule::DataConf;
    BackupWorld world;
    for (int i = 0; i < 10; ++i)
        world.writeContent(poolA, poolA, u"old %1"_s.arg(i), "old");
    {
        ServiceRun run(world);
        run.copy(poolA, Content);
    }
    const QString store = world.path(u"pools/a.example.com/file-store"_s);
    copyFolder(store, world.filePath(u"older copy"_s));
    copyOver(store + u".sqlite"_s, world.filePath(u"older index"_s));
    world.writeContent(poolA, poolA, u"new"_s, "new");
    {
        ServiceRun run(world);
        run.copy(poolA, Content);
    }
    copyFolder(world.filePath(u"older copy"_s), store);
    copyOver(world.filePath(u"older index"_s), store + u".sqlite"_s);

    ServiceRun run(world);
    require(run.service.synchronise(poolB, {Content}, true));
    QCOMPARE(world.content(poolB, poolA, u"new"_s), QByteArray("new"));
    QCOMPARE(world.content(poolA, poolA, u"new"_s), QByteArray("new"));
    QCOMPARE(world.contentNames(poolA, poolA).size(), 11);
}

void tst_RestoredStore::aWholePoolRestoredFromAnOlderCopy()
{
    BackupWorld world;
    world.writeMany(poolA, 0, 10, "old");
    world.writeContent(poolA, poolA, u"old"_s, "old");
    QCOMPARE(CmdletRun(world, u"Backup-CsPool -PoolFqdn a.example.com"_s).outcome(), u"Succeeded"_s);
    const QString pool = world.path(u"pools/a.example.com"_s);
    copyFolder(pool, world.filePath(u"older copy"_s));
    world.writeMany(poolA, 5, 10, "new");
    world.writeContent(poolA, poolA, u"new"_s, "new");
    QCOMPARE(CmdletRun(world, u"Backup-CsPool -PoolFqdn a.example.com"_s).outcome(), u"Succeeded"_s);
    const QByteArray before = world.fingerprint(poolA, poolA);
    copyFolder(world.filePath(u"older copy"_s), pool);

    const CmdletRun backup(world, u"Backup-CsPool -PoolFqdn a.example.com"_s);
    QCOMPARE(backup.outcome(), u"SucceededWithWarnings"_s);
    QCOMPARE(world.fingerprint(poolB, poolA), before);
    QCOMPARE(world.contentNames(poolB, poolA), (QStringList{u"new"_s, u"old"_s}));
    const CmdletRun sync(world, u"Invoke-CsBackupServiceSync -PoolFqdn b.example.com"_s);
    QCOMPARE(sync.all<ErrorRecord>().size(), 0);
    QCOMPARE(world.fingerprint(poolA, poolA), before);
    QCOMPARE(world.contentNames(poolA, poolA), (QStringList{u"new"_s, u"old"_s}));
    QCOMPARE(CmdletRun(world, u"Backup-CsPool -PoolFqdn a.example.com"_s).outcome(), u"Succeeded"_s);
}

QTEST_GUILESS_MAIN(tst_RestoredStore)
#include "tst_restored_store.moc"
