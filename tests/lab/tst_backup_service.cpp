// BackupService: status, what is copied and what is not, conflicts, deletions, limits, cancellation, verification.
#include "tests/lab/backup_world.h"

#include "backend/lab/document_replication.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace cspool;
using namespace cspool::test;

namespace {

constexpr auto Users = BackupModule::PresenceFocus;
constexpr auto Content = BackupModule::DataConf;
constexpr auto Cms = BackupModule::CmsMaster;

} // namespace

class tst_BackupService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewPairIsNotInitialized();
    void afterACopyTheTargetHasTheSameAndTheStateIsFinal();
    void theTwoDirectionsAreIndependent();
    void anEmptyModuleIsFinalAfterItsFirstExport();
    void stateFollowsTheBacklog_data();
    void stateFollowsTheBacklog();
    void onlyWhatChangedIsCopied();
    void aDeletionLeavesATombstoneOnTheTarget();
    void aFailedOverPoolIsCopiedFromItsBackupPool();
    void theLoserOfAConflictIsKeptAside();
    void aUserMadeOnBothPoolsIsTheSameOnBothInTheEnd();
    void aUserThatLeftItsHomePoolIsNoLossOfTheStore();
    void theCentralManagementStoreIsCopiedToAStandbyCopy();
    void theCentralManagementStoreAppliesOnlyWhereItIsActive();
    void aCycleIsBoundedByTheConfiguration();
    void aCycleGoesOnWithTheOtherModulesAfterAnError();
    void aMissingStoreIsAnErrorStateUntilTheNextSuccess();
    void cancelLeavesABatchBoundaryAndTheNextRunGoesOn();
    void verificationFindsWhatDiffers_data();
    void verificationFindsWhatDiffers();
    void contentThatChangedIsCopiedAndTheRestIsNotRead();
    void aContentFileChangedOnBothSidesIsKeptAside();
    void aContentFileOnlyTheTargetHasStays();
    void aFileInPlaceOfAFolderIsCarriedOver();
    void contentIsBoundedByThePackageSizeButOneFileAlwaysGoes();
    void contentDirectionCanChange();
    void cancelWhileAFileIsCopied();
    void statusAndPlanChangeNothing();
    void aCorruptStoreIsAnErrorStateWithItsReason();
    void synchroniseGivesBackWhatTheOwnerLost();
    void synchroniseRepairsADamagedCopy();
};

void tst_BackupService::aNewPairIsNotInitialized()
{
    BackupWorld world;
    ServiceRun run(world);
    const BackupServiceStatus status = require(run.service.status(poolA));
    QCOMPARE(status.modules.size(), 3);
    QCOMPARE(toString(*status.overallExportStatus), u"NotInitialized"_s);
    QCOMPARE(toString(*status.overallImportStatus), u"NotInitialized"_s);
    QCOMPARE(status.activeMachineFqdn, u"fe1-a.example.com"_s);
}

void tst_BackupService::afterACopyTheTargetHasTheSameAndTheStateIsFinal()
{
    BackupWorld world;
    world.writeMany(poolA, 0, 250, "data");
    world.writeContent(poolA, poolA, u"conference/slides.pptx"_s, QByteArray(300'000, 's'));
    ServiceRun run(world);
    const ModuleResult users = run.copy(poolA, Users);
    QCOMPARE(users.copied, 250);
    QCOMPARE(users.verified, 250);
    QCOMPARE(users.batches, 3);
    QCOMPARE(users.bytes, 1000);
    QVERIFY(users.isComplete);
    const ModuleResult content = run.copy(poolA, Content);
    QCOMPARE(content.copied, 1);
    QCOMPARE(content.verified, 1);
    QCOMPARE(content.bytes, 300'000);
    run.copy(poolA, Cms);

    QCOMPARE(world.fingerprint(poolB, poolA), world.fingerprint(poolA, poolA));
    QCOMPARE(world.content(poolB, poolA, u"conference/slides.pptx"_s), QByteArray(300'000, 's'));
    const BackupServiceStatus status = require(run.service.status(poolA));
    QCOMPARE(toString(*status.overallExportStatus), u"FinalState"_s);
    QCOMPARE(run.stateText(poolA, Users), u"FinalState,NotInitialized"_s);
    QCOMPARE(run.stateText(poolB, Users), u"NotInitialized,NormalState"_s);
    QCOMPARE(run.stateText(poolB, Content), u"NotInitialized,NormalState"_s);
    QCOMPARE(run.stateText(poolB, Cms), u"NotInitialized,NormalState"_s);
    const std::optional<StepRecord> step = run.runtime.step(u"UserServices.PresenceFocus"_s);
    QVERIFY(step);
    QVERIFY(step->counts.contains(StepCount{u"documents copied"_s, 250}));
    QCOMPARE(run.runtime.warnings(), QStringList());
}

void tst_BackupService::theTwoDirectionsAreIndependent()
{
    BackupWorld world;
    world.writeDocument(poolA, u"urn:lcd:a@example.com"_s, "of a");
    world.writeDocument(poolB, u"urn:lcd:b@example.com"_s, "of b");
    ServiceRun run(world);
    QCOMPARE(run.copy(poolA, Users).copied, 1);
    QCOMPARE(world.count(poolA, poolB), 0);
    QCOMPARE(run.copy(poolB, Users).copied, 1);
    QCOMPARE(world.data(poolA, u"urn:lcd:b@example.com"_s), QByteArray("of b"));
    QCOMPARE(world.document(poolA, u"urn:lcd:b@example.com"_s)->homePool, poolB);
    QCOMPARE(run.copy(poolA, Users).changes(), 0);
    QCOMPARE(run.stateText(poolA, Users), u"FinalState,NormalState"_s);
    QCOMPARE(run.stateText(poolB, Users), u"FinalState,NormalState"_s);
}

void tst_BackupService::anEmptyModuleIsFinalAfterItsFirstExport()
{
    BackupWorld world;
    ServiceRun run(world);
    QCOMPARE(run.copy(poolA, Users).changes(), 0);
    QCOMPARE(run.copy(poolA, Content).changes(), 0);
    QCOMPARE(run.stateText(poolA, Users), u"FinalState,NotInitialized"_s);
    QCOMPARE(run.stateText(poolA, Content), u"FinalState,NotInitialized"_s);
}

void tst_BackupService::stateFollowsTheBacklog_data()
{
    QTest::addColumn<int>("documents");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("state");
    QTest::newRow("nothing left") << 0 << QByteArray("x") << u"FinalState"_s;
    QTest::newRow("one document") << 1 << QByteArray("x") << u"SteadyState"_s;
    QTest::newRow("exactly one batch") << BatchDocuments << QByteArray("x") << u"SteadyState"_s;
    QTest::newRow("one more than a batch") << BatchDocuments + 1 << QByteArray("x") << u"NonSteadyState"_s;
    QTest::newRow("few, but large") << 3 << QByteArray(3 * 1024 * 1024, 'x') << u"NonSteadyState"_s;
}

void tst_BackupService::stateFollowsTheBacklog()
{
    QFETCH(const int, documents);
    QFETCH(const QByteArray, data);
    QFETCH(const QString, state);
    BackupWorld world;
    ServiceRun run(world);
    run.copy(poolA, Users);
    world.writeMany(poolA, 0, documents, data);
    QCOMPARE(toString(run.state(poolA, Users).exportStatus), state);
    QCOMPARE(run.state(poolA, Users).backlog, documents);
}

void tst_BackupService::onlyWhatChangedIsCopied()
{
    BackupWorld world;
    world.writeMany(poolA, 0, 1000, "first");
    ServiceRun run(world);
    run.copy(poolA, Users);
    world.writeMany(poolA, 300, 200, "second");
    world.writeMany(poolA, 0, 100, "first"); // the same bytes: no write
    const ModuleResult second = run.copy(poolA, Users);
    QCOMPARE(second.copied, 200);
    QCOMPARE(second.unchanged, 0);
    QCOMPARE(second.batches, 2);
    QCOMPARE(world.fingerprint(poolB, poolA), world.fingerprint(poolA, poolA));
    QCOMPARE(run.copy(poolA, Users).batches, 0);
}

void tst_BackupService::aDeletionLeavesATombstoneOnTheTarget()
{
    BackupWorld world;
    world.writeMany(poolA, 0, 3, "data");
    ServiceRun run(world);
    run.copy(poolA, Users);
    world.remove(poolA, BackupWorld::userName(1));
    const ModuleResult result = run.copy(poolA, Users);
    QCOMPARE(result.deleted, 1);
    QCOMPARE(result.copied, 0);
    QCOMPARE(world.count(poolB, poolA), 2);
    QVERIFY(world.document(poolB, BackupWorld::userName(1))->isDeleted);
}

void tst_BackupService::aFailedOverPoolIsCopiedFromItsBackupPool()
{
    BackupWorld world;
    world.writeMany(poolA, 0, 3, "before");
    ServiceRun run(world);
    run.copy(poolA, Users);
    require(run.deployment->setOwnership({poolA, poolB, 2, PoolState::FailedOver, false}));
    {
        DocumentStore store = require(run.deployment->userStore(poolB));
        require(store.write({{BackupWorld::userName(1), {}, "while failed over"}}, poolA,
                            require(run.deployment->writableEpochs(poolB))));
    }
    const ModuleResult result = run.copy(poolA, Users);
    QCOMPARE(result.direction, (BackupDirection{poolA, poolB, poolA}));
    QCOMPARE(result.copied, 1);
    QCOMPARE(world.data(poolA, BackupWorld::userName(1)), QByteArray("while failed over"));
    QCOMPARE(run.runtime.warnings(), QStringList());
    QCOMPARE(run.stateText(poolA, Users), u"FinalState,NormalState"_s);
    // And back again: nothing is left to copy, and nothing looks replaced.
    require(run.deployment->setOwnership({poolA, poolA, 3, PoolState::FailedBack, false}));
    QCOMPARE(run.copy(poolA, Users).changes(), 0);
    QCOMPARE(run.runtime.warnings(), QStringList());
}

void tst_BackupService::theLoserOfAConflictIsKeptAside()
{
    BackupWorld world;
    world.writeMany(poolA, 0, 2, "base");
    ServiceRun run(world);
    run.copy(poolA, Users);
    // A disaster: A goes on writing what B does not see, B becomes the owner and writes too.
    world.writeDocument(poolA, BackupWorld::userName(0), "lost on A");
    require(run.deployment->setOwnership({poolA, poolB, 2, PoolState::FailedOver, false}));
    {
        DocumentStore store = require(run.deployment->userStore(poolB));
        require(store.write({{BackupWorld::userName(0), {}, "won on B"}}, poolA,
                            require(run.deployment->writableEpochs(poolB))));
    }
    const ModuleResult result = run.copy(poolA, Users);
    QCOMPARE(result.keptAside, 1);
    QCOMPARE(world.data(poolA, BackupWorld::userName(0)), QByteArray("won on B"));
    const QList<KeptDocument> kept = require(require(run.deployment->userStore(poolA)).keptAside());
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.first().document.data, QByteArray("lost on A"));
    QCOMPARE(run.runtime.warnings().size(), 1);
    QVERIFY(run.runtime.warnings().constFirst().contains(u"kept aside in the store of pool a.example.com"_s));
    const auto step = run.runtime.step(u"UserServices.PresenceFocus"_s);
    bool isListed = false;
    for (const Record &record : run.runtime.records()) {
        if (const auto *each = std::get_if<StepRecord>(&record.content))
            isListed = isListed || each->information.join(u' ').contains(BackupWorld::userName(0));
    }
    QVERIFY(isListed);
}

void tst_BackupService::aUserMadeOnBothPoolsIsTheSameOnBothInTheEnd()
{
    BackupWorld world;
    world.writeMany(poolA, 0, 3, "homed on A");
    world.writeMany(poolB, 2, 3, "homed on B"); // user 2 on both
    ServiceRun run(world);
    QCOMPARE(run.copy(poolA, Users).keptAside, 1);
    QCOMPARE(run.copy(poolB, Users).keptAside, 1);
    QCOMPARE(world.data(poolA, BackupWorld::userName(2)), QByteArray("homed on B"));
    QCOMPARE(world.data(poolB, BackupWorld::userName(2)), QByteArray("homed on B"));
    QCOMPARE(world.fingerprint(poolA, poolA), world.fingerprint(poolB, poolA));
    QCOMPARE(world.fingerprint(poolA, poolB), world.fingerprint(poolB, poolB));
    QCOMPARE(run.runtime.warnings().filter(u"changed on both pools"_s).size(), 2);
}

// What moves to another home pool leaves its feed, which is no loss of the store.
void tst_BackupService::aUserThatLeftItsHomePoolIsNoLossOfTheStore()
{
    BackupWorld world;
    world.writeMany(poolB, 0, 1, "homed on B");
    for (const char *data : {"one", "two", "three"})
        world.writeMany(poolA, 0, 1, data);
    ServiceRun run(world);
    run.copy(poolB, Users); // loses on A
    run.copy(poolA, Users); // wins on B, and nothing homed on B is left
    QCOMPARE(world.data(poolA, BackupWorld::userName(0)), QByteArray("three"));
    QCOMPARE(world.data(poolB, BackupWorld::userName(0)), QByteArray("three"));
    QVERIFY(!run.state(poolB, Users).isFullComparison);
}

void tst_BackupService::theCentralManagementStoreIsCopiedToAStandbyCopy()
{
    BackupWorld world;
    ServiceRun run(world);
    QFile::remove(world.path(u"pools/b.example.com/central-store.sqlite"_s));
    QVERIFY(!run.deployment->hasCentralStore(poolB));
    const ModuleResult result = run.copy(poolA, Cms);
    QVERIFY(result.applies);
    QVERIFY(result.copied > 0);
    QCOMPARE(result.verified, result.copied);
    const CentralStore standby = require(run.deployment->centralStoreOn(poolB));
    QCOMPARE(require(standby.topologyDocument()), require(require(run.deployment->centralStore()).topologyDocument()));
    QCOMPARE(run.stateText(poolA, Cms), u"FinalState,NotInitialized"_s);
    QCOMPARE(run.copy(poolA, Cms).changes(), 0);

    BackupServiceConfiguration changed;
    changed.maxBatchesPerCmsSync = 7;
    require(require(run.deployment->centralStore()).setBackupServiceConfiguration(changed, 1));
    QCOMPARE(run.stateText(poolA, Cms), u"SteadyState,NotInitialized"_s);
    QCOMPARE(run.copy(poolA, Cms).copied, 1);
    QCOMPARE(require(require(run.deployment->centralStoreOn(poolB)).backupServiceConfiguration()).maxBatchesPerCmsSync,
             7);
}

void tst_BackupService::theCentralManagementStoreAppliesOnlyWhereItIsActive()
{
    BackupWorld world;
    ServiceRun run(world);
    QVERIFY(!run.copy(poolB, Cms).applies);
    for (const BackupModule module : {Users, Content})
        run.copy(poolB, module);
    const BackupServiceStatus status = require(run.service.status(poolB));
    QCOMPARE(toString(*status.module(Cms)->exportStatus), u"NotInitialized"_s);
    QCOMPARE(toString(*status.overallExportStatus), u"FinalState"_s); // what does not apply counts nowhere
    QCOMPARE(require(run.service.runCycle(poolB)).size(), 2);
    QCOMPARE(require(run.service.runCycle(poolA)).size(), 3);
}

void tst_BackupService::aCycleIsBoundedByTheConfiguration()
{
    BackupWorld world;
    world.writeMany(poolA, 0, 250, "data");
    ServiceRun run(world);
    BackupServiceConfiguration limits;
    limits.maxBatchesPerUserStoreSync = 1;
    require(require(run.deployment->centralStore()).setBackupServiceConfiguration(limits, 1));
    for (const int expected : {100, 200, 250}) {
        const QList<ModuleResult> results = require(run.service.runCycle(poolA, BackupCategory::UserData));
        QCOMPARE(results.constFirst().batches, 1);
        QCOMPARE(results.constFirst().isComplete, expected == 250);
        QCOMPARE(world.count(poolB, poolA), expected);
    }
    // A run of Backup-CsPool is not bounded.
    world.writeMany(poolA, 0, 250, "changed");
    QCOMPARE(run.copy(poolA, Users).copied, 250);
}

void tst_BackupService::aCycleGoesOnWithTheOtherModulesAfterAnError()
{
    BackupWorld world;
    world.writeContent(poolA, poolA, u"file"_s, "x");
    QVERIFY(QFile::rename(world.userStorePath(poolA), world.filePath(u"elsewhere"_s)));
    ServiceRun run(world);
    const QList<ModuleResult> results = require(run.service.runCycle(poolA, BackupCategory::UserData));
    QCOMPARE(results.size(), 1);
    QVERIFY(results.constFirst().module == Content);
    QCOMPARE(run.runtime.errors().size(), 1);
    QCOMPARE(world.content(poolB, poolA, u"file"_s), QByteArray("x"));
}

void tst_BackupService::aMissingStoreIsAnErrorStateUntilTheNextSuccess()
{
    BackupWorld world;
    ServiceRun run(world);
    QVERIFY(QFile::rename(world.userStorePath(poolB), world.filePath(u"elsewhere"_s)));
    const Result<ModuleResult> failed = run.service.copyModule(poolA, Users);
    QVERIFY(!failed);
    QVERIFY(!QFileInfo::exists(world.userStorePath(poolB))); // not made anew
    QCOMPARE(run.stateText(poolA, Users), u"ErrorState,NotInitialized"_s);
    QCOMPARE(run.stateText(poolB, Users), u"ErrorState,ErrorState"_s);
    QVERIFY(QFile::rename(world.filePath(u"elsewhere"_s), world.userStorePath(poolB)));
    QCOMPARE(run.stateText(poolA, Users), u"ErrorState,NotInitialized"_s);
    QVERIFY(!run.state(poolA, Users).exportError->message.isEmpty());
    run.copy(poolA, Users);
    QCOMPARE(run.stateText(poolA, Users), u"FinalState,NotInitialized"_s);
    QCOMPARE(run.stateText(poolB, Users), u"NotInitialized,NormalState"_s);
}

void tst_BackupService::cancelLeavesABatchBoundaryAndTheNextRunGoesOn()
{
    BackupWorld world;
    world.writeMany(poolA, 0, 500, "data");
    {
        ServiceRun run(world);
        run.runtime.stop().requestStop();
        const Result<ModuleResult> cancelled = run.service.copyModule(poolA, Users);
        QVERIFY(!cancelled);
        QVERIFY(cancelled.error().isStopped());
        QCOMPARE(world.count(poolB, poolA), 0);
    }
    {
        // A whole number of batches, as a kill would leave it.
        ServiceRun run(world);
        BackupServiceConfiguration limits;
        limits.maxBatchesPerUserStoreSync = 2;
        require(require(run.deployment->centralStore()).setBackupServiceConfiguration(limits, 1));
        require(run.service.runCycle(poolA, BackupCategory::UserData));
        QCOMPARE(world.count(poolB, poolA), 200);
    }
    ServiceRun run(world);
    QCOMPARE(run.stateText(poolA, Users), u"NonSteadyState,NotInitialized"_s); // a cancellation is no ErrorState
    const ModuleResult rest = run.copy(poolA, Users);
    QCOMPARE(rest.copied, 300);
    QCOMPARE(rest.unchanged, 0); // what was committed before is not copied again
    QCOMPARE(world.fingerprint(poolB, poolA), world.fingerprint(poolA, poolA));
}

void tst_BackupService::verificationFindsWhatDiffers_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("words");
    QTest::newRow("damaged bytes") << u"UPDATE documents SET data = 'dbta' WHERE name LIKE '%user00001%'"_s
                                   << u"is damaged"_s;
    QTest::newRow("missing") << u"DELETE FROM documents WHERE name LIKE '%user00001%'"_s << u"is missing or older"_s;
    QTest::newRow("older") << u"UPDATE documents SET counter = 0 WHERE name LIKE '%user00001%'"_s
                           << u"is missing or older"_s;
    QTest::newRow("another document") << u"UPDATE documents SET digest = (SELECT digest FROM documents WHERE name LIKE "
                                         "'%user00003%'), data = 'other' WHERE name LIKE '%user00001%'"_s
                                      << u"has other content"_s;
}

void tst_BackupService::verificationFindsWhatDiffers()
{
    QFETCH(const QString, sql);
    QFETCH(const QString, words);
    BackupWorld world;
    world.writeMany(poolA, 0, 3, "data");
    world.writeMany(poolA, 3, 1, "other");
    ServiceRun run(world);
    run.copy(poolA, Users);
    const QList<Document> sent = require(require(run.deployment->userStore(poolA)).changesAfter(poolA, 0));
    QCOMPARE(require(verifyDocuments(require(run.deployment->userStore(poolB)), sent, poolB)), 4);
    {
        const Database database = require(Database::open(world.userStorePath(poolB), OpenMode::ReadWrite));
        require(database.execute(sql));
    }
    const Result<qint64> verified = verifyDocuments(require(run.deployment->userStore(poolB)), sent, poolB);
    QVERIFY(!verified);
    QCOMPARE(verified.error().id, u"VerificationFailed"_s);
    QCOMPARE(verified.error().target, BackupWorld::userName(1));
    QVERIFY2(verified.error().message.contains(words), qPrintable(verified.error().message));
}

void tst_BackupService::contentThatChangedIsCopiedAndTheRestIsNotRead()
{
    BackupWorld world;
    world.writeContent(poolA, poolA, u"one/a"_s, "a");
    world.writeContent(poolA, poolA, u"one/b"_s, "b");
    world.writeContent(poolA, poolA, u"two/c"_s, "c");
    ServiceRun run(world);
    QCOMPARE(run.copy(poolA, Content).copied, 3);
    // Other bytes under the old size and time cannot be seen by a stat: that they are not copied shows that nothing is
    // read.
    const QFileInfo before(world.contentPath(poolA, poolA, u"one/a"_s));
    const QDateTime time = before.lastModified();
    world.writeContent(poolA, poolA, u"one/a"_s, "z");
    {
        QFile file(before.filePath());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(time, QFileDevice::FileModificationTime));
    }
    world.writeContent(poolA, poolA, u"one/b"_s, "b, changed");
    world.removeContent(poolA, poolA, u"two/c"_s);
    QCOMPARE(toString(run.state(poolA, Content).exportStatus), u"SteadyState"_s);
    const ModuleResult second = run.copy(poolA, Content);
    QCOMPARE(second.copied, 1);
    QCOMPARE(second.unchanged, 1);
    QCOMPARE(second.deleted, 1);
    QCOMPARE(world.content(poolB, poolA, u"one/a"_s), QByteArray("a"));
    QCOMPARE(world.content(poolB, poolA, u"one/b"_s), QByteArray("b, changed"));
    QCOMPARE(world.contentNames(poolB, poolA), (QStringList{u"one/a"_s, u"one/b"_s}));
    QCOMPARE(run.stateText(poolA, Content), u"FinalState,NotInitialized"_s);
    // A full comparison reads everything.
    require(run.service.synchronise(poolA, {Content}, false));
    QCOMPARE(world.content(poolB, poolA, u"one/a"_s), QByteArray("z"));
}

void tst_BackupService::aContentFileChangedOnBothSidesIsKeptAside()
{
    BackupWorld world;
    world.writeContent(poolA, poolA, u"file"_s, "base");
    ServiceRun run(world);
    run.copy(poolA, Content);
    world.writeContent(poolA, poolA, u"file"_s, "changed on A");
    world.writeContent(poolB, poolA, u"file"_s, "changed on B, too");
    const ModuleResult result = run.copy(poolA, Content);
    QCOMPARE(result.keptAside, 1);
    QCOMPARE(result.copied, 1);
    QCOMPARE(world.content(poolB, poolA, u"file"_s), QByteArray("changed on A"));
    const FileStore store = require(openFileStore(*run.deployment, poolB, OpenMode::ReadOnly));
    const QStringList kept = require(store.keptAside(poolA));
    QCOMPARE(kept.size(), 1);
    QCOMPARE(world.content(poolB, u".cspool/kept/a.example.com"_s, kept.constFirst()), QByteArray("changed on B, too"));
    QCOMPARE(run.runtime.warnings().size(), 1);
    QCOMPARE(run.stateText(poolA, Content), u"FinalState,NotInitialized"_s);
}

void tst_BackupService::aContentFileOnlyTheTargetHasStays()
{
    BackupWorld world;
    world.writeContent(poolA, poolA, u"mine"_s, "x");
    world.writeContent(poolB, poolA, u"foreign"_s, "never backed up");
    ServiceRun run(world);
    const ModuleResult result = run.copy(poolA, Content);
    QCOMPARE(result.newerOnTarget, 1);
    QCOMPARE(result.deleted, 0);
    QCOMPARE(world.content(poolB, poolA, u"foreign"_s), QByteArray("never backed up"));
    // Deleted at the source, but changed at the target since: no deletion of what nobody has seen.
    world.writeContent(poolA, poolA, u"third"_s, "x");
    world.writeContent(poolA, poolA, u"fourth"_s, "x");
    run.copy(poolA, Content);
    world.writeContent(poolB, poolA, u"mine"_s, "changed on B");
    world.removeContent(poolA, poolA, u"mine"_s);
    QCOMPARE(run.copy(poolA, Content).deleted, 0);
    QCOMPARE(world.content(poolB, poolA, u"mine"_s), QByteArray("changed on B"));
}

void tst_BackupService::aFileInPlaceOfAFolderIsCarriedOver()
{
    BackupWorld world;
    world.writeContent(poolA, poolA, u"x/inside"_s, "1");
    world.writeContent(poolA, poolA, u"y"_s, "2");
    for (const QString &name : {u"3"_s, u"4"_s, u"5"_s})
        world.writeContent(poolA, poolA, name, "same");
    ServiceRun run(world);
    run.copy(poolA, Content);
    QVERIFY(QDir(world.contentPath(poolA, poolA, u"x"_s)).removeRecursively());
    world.removeContent(poolA, poolA, u"y"_s);
    world.writeContent(poolA, poolA, u"x"_s, "now a file");
    world.writeContent(poolA, poolA, u"y/inside"_s, "now a folder");
    const ModuleResult result = run.copy(poolA, Content);
    QCOMPARE(result.copied, 2);
    QCOMPARE(result.deleted, 2);
    QCOMPARE(result.keptAside, 0);
    QCOMPARE(world.contentNames(poolB, poolA), world.contentNames(poolA, poolA));
    QCOMPARE(world.content(poolB, poolA, u"y/inside"_s), QByteArray("now a folder"));
}

void tst_BackupService::contentIsBoundedByThePackageSizeButOneFileAlwaysGoes()
{
    BackupWorld world;
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        world.writeContent(poolA, poolA, name, QByteArray(3000, 'x'));
    ServiceRun run(world);
    BackupServiceConfiguration limits;
    limits.maxDataConfPackageSizeKb = 1;
    require(require(run.deployment->centralStore()).setBackupServiceConfiguration(limits, 1));
    for (int files = 1; files <= 3; ++files) {
        const QList<ModuleResult> results = require(run.service.runCycle(poolA, BackupCategory::UserData));
        QCOMPARE(results.constLast().copied, 1);
        QCOMPARE(results.constLast().isComplete, files == 3);
        QCOMPARE(world.contentNames(poolB, poolA).size(), files);
        QCOMPARE(toString(run.state(poolA, Content).exportStatus),
                 QStringList({u"NonSteadyState"_s, u"SteadyState"_s, u"FinalState"_s}).at(files - 1));
    }
}

void tst_BackupService::contentDirectionCanChange()
{
    BackupWorld world;
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s, u"d"_s})
        world.writeContent(poolA, poolA, name, "base");
    ServiceRun run(world);
    run.copy(poolA, Content);
    require(run.deployment->setOwnership({poolA, poolB, 2, PoolState::FailedOver, false}));
    world.writeContent(poolB, poolA, u"a"_s, "changed on B");
    world.writeContent(poolB, poolA, u"e"_s, "new on B");
    world.removeContent(poolB, poolA, u"b"_s);
    const ModuleResult back = run.copy(poolA, Content);
    QCOMPARE(back.copied, 2);
    QCOMPARE(back.deleted, 1);
    QCOMPARE(back.unchanged, 2);
    QCOMPARE(back.keptAside, 0);
    require(run.deployment->setOwnership({poolA, poolA, 3, PoolState::FailedBack, false}));
    QCOMPARE(world.contentNames(poolA, poolA), (QStringList{u"a"_s, u"c"_s, u"d"_s, u"e"_s}));
    QCOMPARE(world.content(poolA, poolA, u"a"_s), QByteArray("changed on B"));
    QCOMPARE(run.copy(poolA, Content).changes(), 0);
}

void tst_BackupService::cancelWhileAFileIsCopied()
{
    BackupWorld world;
    world.writeContent(poolA, poolA, u"big"_s, QByteArray(4'000'000, 'x'));
    ServiceRun run(world);
    run.runtime.observer = [&](const Record &record) {
        if (std::holds_alternative<ProgressRecord>(record.content))
            run.runtime.stop().requestStop();
    };
    const Result<ModuleResult> cancelled = run.service.copyModule(poolA, Content);
    QVERIFY(!cancelled);
    QVERIFY(cancelled.error().isStopped());
    QCOMPARE(world.contentNames(poolB, poolA), QStringList());
    QCOMPARE(QDir(world.contentPath(poolB, u".cspool/incoming"_s)).entryList(QDir::Files), QStringList());
    ServiceRun again(world);
    QCOMPARE(again.stateText(poolA, Content), u"NotInitialized,NotInitialized"_s);
    QCOMPARE(again.copy(poolA, Content).copied, 1);
}

void tst_BackupService::statusAndPlanChangeNothing()
{
    BackupWorld world;
    world.writeMany(poolA, 0, 150, "data");
    world.writeContent(poolA, poolA, u"file"_s, "12345");
    const QByteArray before = world.everyByte();
    {
        TestRuntime runtime;
        const auto deployment = world.open(OpenMode::ReadOnly);
        BackupService service(*deployment, runtime.runtime());
        service.setPools(world.pools());
        require(service.status(poolA));
        const QList<ModulePlan> plans = require(service.plan(poolA, {}));
        QCOMPARE(plans.size(), 3);
        QCOMPARE(plans.at(0).items, 150);
        QCOMPARE(plans.at(0).bytes, 600);
        QCOMPARE(plans.at(1).items, 1);
        QCOMPARE(plans.at(1).bytes, 5);
        QVERIFY(plans.at(2).items > 0);
        QCOMPARE(plans.at(2).direction, (BackupDirection{poolA, poolA, poolB}));
        QVERIFY(!require(service.plan(poolB, BackupCategory::Cms)).constFirst().applies);
    }
    QCOMPARE(world.everyByte(), before);
}

void tst_BackupService::aCorruptStoreIsAnErrorStateWithItsReason()
{
    BackupWorld world;
    {
        QFile file(world.userStorePath(poolA));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("this is not a database, but it is long enough to be taken for one at first sight. ");
    }
    ServiceRun run(world);
    const ModuleState state = run.state(poolA, Users);
    QCOMPARE(toString(state.exportStatus), u"ErrorState"_s);
    QVERIFY(state.exportError->message.contains(u"user-store.sqlite"_s));
    QVERIFY(!state.exportError->recommendedAction.isEmpty());
    QCOMPARE(toString(*require(run.service.status(poolA)).overallExportStatus), u"ErrorState"_s);
}

void tst_BackupService::synchroniseGivesBackWhatTheOwnerLost()
{
    BackupWorld world;
    world.writeMany(poolA, 0, 3, "of a");
    world.writeDocument(poolB, u"urn:lcd:b@example.com"_s, "of b");
    for (const QString &name : {u"lost/1"_s, u"lost/2"_s, u"kept"_s})
        world.writeContent(poolA, poolA, name, name.toUtf8());
    ServiceRun run(world);
    run.copy(poolA, Users);
    run.copy(poolA, Content);
    {
        const Database database = require(Database::open(world.userStorePath(poolA), OpenMode::ReadWrite));
        require(database.execute(u"DELETE FROM documents WHERE name LIKE '%user00001%'"_s));
    }
    QVERIFY(QDir(world.contentPath(poolA, poolA, u"lost"_s)).removeRecursively());
    world.writeContent(poolA, poolA, u"kept"_s, "changed on A, not backed up yet");

    const QList<ModuleResult> results = require(run.service.synchronise(poolB, {Users, Content}, false));
    QCOMPARE(results.size(), 4); // both modules, both homes
    QCOMPARE(world.fingerprint(poolA, poolA), world.fingerprint(poolB, poolA));
    QCOMPARE(world.data(poolA, u"urn:lcd:b@example.com"_s), QByteArray("of b"));
    QCOMPARE(world.contentNames(poolA, poolA), (QStringList{u"kept"_s, u"lost/1"_s, u"lost/2"_s}));
    QCOMPARE(world.content(poolA, poolA, u"kept"_s), QByteArray("changed on A, not backed up yet"));
    QCOMPARE(run.runtime.errors().size(), 0);
    QCOMPARE(run.copy(poolA, Content).copied, 1);
}

void tst_BackupService::synchroniseRepairsADamagedCopy()
{
    BackupWorld world;
    world.writeMany(poolA, 0, 3, "data");
    ServiceRun run(world);
    run.copy(poolA, Users);
    {
        const Database database = require(Database::open(world.userStorePath(poolB), OpenMode::ReadWrite));
        require(database.execute(u"UPDATE documents SET data = 'dbta' WHERE name LIKE '%user00001%'"_s));
    }
    QCOMPARE(run.copy(poolA, Users).changes(), 0);
    require(run.service.synchronise(poolA, {Users}, false));
    QCOMPARE(world.data(poolB, BackupWorld::userName(1)), QByteArray("data"));
}

QTEST_GUILESS_MAIN(tst_BackupService)
#include "tst_backup_service.moc"
