// Failover and failback of a pool: planned and in a disaster, asked for, refused, completed later.
#include "backend/lab/file_store.h"
#include "tests/support/failover_world.h"

#include <QDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace cspool;
using namespace cspool::test;

namespace {

const QString A = QStringLiteral("a.example.com");
const QString B = QStringLiteral("b.example.com");
const QString C = QStringLiteral("c.example.com");

} // namespace

class TestFailover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlannedFailoverTakesTheLastChangesAlong();
    void everyWriteIsThereAfterTheFailback();
    void aPoolThatCannotBeFailedOverIsRefusedWithTheWayOut_data();
    void aPoolThatCannotBeFailedOverIsRefusedWithTheWayOut();
    void anEdgePoolWhoseNextHopIsThePoolIsNamed();
    void whatIfChangesNothing();
    void aFailoverIsAskedFor();
    void aDisasterSaysWhatIsLostAndSinceWhen();
    void aDisasterWithAStoreThatIsGoneFailsOver();
    void aFileStoreThatIsLostIsRestoredBeforeTheFailback();
    void afterADisasterTheNewerEpochWinsAndLosersAreKeptAsideAndListed();
    void aFailbackWithoutTheBackupPoolIsCompletedLater_data();
    void aFailbackWithoutTheBackupPoolIsCompletedLater();
    void theWaitTimeOfABackupIsNotThatOfTheFailbackThatItCompletes();
    void verificationIsSkippedWhenAskedFor();
};

void TestFailover::aPlannedFailoverTakesTheLastChangesAlong()
{
    const auto filled = FailoverWorld::filled();
    const FailoverWorld &world = *filled;
    world.write(A, FailoverWorld::user(7), "not backed up");
    world.writeContent(A, A, u"conf2/new.bin"_s, "new");

    TestRuntime runtime(u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -Confirm:$false"_s);
    const auto done = world.run(runtime);
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));

    QCOMPARE(world.ownership(A), (PoolOwnership{A, B, 2, PoolState::FailedOver, false}));
    QCOMPARE(world.ownership(B), (PoolOwnership{B, B, 1, PoolState::Active, false}));
    QVERIFY(!world.hasJournal());
    QCOMPARE(world.documents(B, A), world.documents(A, A));
    QCOMPARE(world.documents(B, A).value(FailoverWorld::user(7)), "not backed up");
    QCOMPARE(world.content(B, A), world.content(A, A));
    QCOMPARE(world.content(B, A).value(u"conf2/new.bin"_s), "new");

    // A is read-only, whoever tries: its own epochs do not cover its data any more.
    const auto deployment = world.open();
    auto store = valueOf(deployment->userStore(A));
    QVERIFY(!store.write({{FailoverWorld::user(1), {}, "late"}}, A, valueOf(deployment->writableEpochs(A))));
    QCOMPARE(world.documents(A, A).value(FailoverWorld::user(1)), "first");
}

void TestFailover::everyWriteIsThereAfterTheFailback()
{
    const auto filled = FailoverWorld::filled();
    const FailoverWorld &world = *filled;
    world.mustRun(u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -Confirm:$false"_s);

    world.write(A, FailoverWorld::user(0), "changed on B");
    world.write(A, FailoverWorld::user(8), "new on B");
    world.remove(A, FailoverWorld::user(1));
    world.writeContent(B, A, u"conf1/slides.bin"_s, "slides, changed on B");
    world.writeContent(B, A, u"conf3/b.bin"_s, "new on B");
    QVERIFY(QFile::remove(world.folder() + "/pools/b.example.com/file-store/a.example.com/conf1/notes.txt"_L1));

    world.mustRun(u"Backup-CsPool -PoolFqdn a.example.com"_s);
    QCOMPARE(world.documents(A, A), world.documents(B, A));
    QCOMPARE(world.content(A, A), world.content(B, A));
    world.write(A, FailoverWorld::user(9), "new after the backup");

    TestRuntime runtime(u"Invoke-CsPoolFailBack -PoolFqdn a.example.com -Confirm:$false"_s);
    const auto done = world.run(runtime);
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));

    QCOMPARE(world.ownership(A), (PoolOwnership{A, A, 3, PoolState::Active, false}));
    QVERIFY(!world.hasJournal());
    const Contents expected{{FailoverWorld::user(0), "changed on B"}, {FailoverWorld::user(2), "first"},
                            {FailoverWorld::user(3), "first"},        {FailoverWorld::user(4), "first"},
                            {FailoverWorld::user(8), "new on B"},     {FailoverWorld::user(9), "new after the backup"}};
    QCOMPARE(world.documents(A, A), expected);
    QCOMPARE(world.documents(B, A), expected);
    const Contents files{{u"conf1/slides.bin"_s, "slides, changed on B"}, {u"conf3/b.bin"_s, "new on B"}};
    QCOMPARE(world.content(A, A), files);
    QCOMPARE(world.content(B, A), files);
    QVERIFY(world.kept(A).isEmpty());
    QVERIFY(world.kept(B).isEmpty());

    // And A is written again.
    world.write(A, FailoverWorld::user(0), "back on A");
    QCOMPARE(world.documents(A, A).value(FailoverWorld::user(0)), "back on A");
}

void TestFailover::aPoolThatCannotBeFailedOverIsRefusedWithTheWayOut_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("wayOut");

    const QString failOverA = u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -Confirm:$false"_s;
    const QString failBackA = u"Invoke-CsPoolFailBack -PoolFqdn a.example.com -Confirm:$false"_s;
    QTest::newRow("unknown pool") << QStringList{} << u"Invoke-CsPoolFailOver -PoolFqdn x.example.com -Confirm:$false"_s
                                  << u"PoolNotFound"_s << u"Get-CsPool"_s;
    QTest::newRow("no backup pool") << QStringList{}
                                    << u"Invoke-CsPoolFailOver -PoolFqdn c.example.com -Confirm:$false"_s
                                    << u"NoBackupPool"_s << u"Publish-CsTopology"_s;
    QTest::newRow("failed over already") << QStringList{failOverA} << failOverA << u"PoolNotActive"_s
                                         << u"Invoke-CsPoolFailBack -PoolFqdn a.example.com"_s;
    QTest::newRow("failed over already, disaster")
        << QStringList{failOverA} << QString(failOverA + " -DisasterMode"_L1) << u"PoolNotActive"_s
        << u"Invoke-CsPoolFailBack -PoolFqdn a.example.com"_s;
    QTest::newRow("the backup pool is failed over")
        << QStringList{u"Invoke-CsPoolFailOver -PoolFqdn b.example.com -Confirm:$false"_s} << failOverA
        << u"BackupPoolFailedOver"_s << u"Invoke-CsPoolFailBack -PoolFqdn b.example.com"_s;
    QTest::newRow("failback of an active pool")
        << QStringList{} << failBackA << u"PoolNotFailedOver"_s << u"serves its users itself"_s;
    QTest::newRow("planned failover of a pool that is FailedBack")
        << QStringList{failOverA, QString(failBackA + " -DisasterMode"_L1)} << failOverA << u"PoolNotActive"_s
        << u"Invoke-CsPoolFailBack -PoolFqdn a.example.com"_s;
}

void TestFailover::aPoolThatCannotBeFailedOverIsRefusedWithTheWayOut()
{
    QFETCH(const QStringList, before);
    QFETCH(const QString, line);
    QFETCH(const QString, id);
    QFETCH(const QString, wayOut);

    const auto filled = FailoverWorld::filled();
    const FailoverWorld &world = *filled;
    for (const QString &earlier : before)
        world.mustRun(earlier);
    const auto ownerships = valueOf(world.open(OpenMode::ReadOnly)->ownerships());

    TestRuntime runtime(line);
    const auto done = world.run(runtime);
    QVERIFY(!done);
    QCOMPARE(done.error().id, id);
    QVERIFY2(done.error().recommendedAction.contains(wayOut), qPrintable(done.error().recommendedAction));
    QCOMPARE(valueOf(world.open(OpenMode::ReadOnly)->ownerships()), ownerships);
    QVERIFY(!world.hasJournal());
}

void TestFailover::anEdgePoolWhoseNextHopIsThePoolIsNamed()
{
    // The Registrar of the first pool is the service 1-Registrar-1.
    QByteArray document = topologyDocument({A, B, C});
    document.replace("</Clusters>",
                     "<Cluster Fqdn=\"edge.example.com\"><ClusterId SiteId=\"1\" Number=\"9\"/>"
                     "<Machine OrdinalInCluster=\"1\" Fqdn=\"edge1.example.com\"/></Cluster></Clusters>");
    document.replace("</Services>",
                     "<Service RoleVersion=\"1\" ServiceVersion=\"6\">"
                     "<ServiceId SiteId=\"1\" RoleName=\"EdgeServer\" Instance=\"9\"/>"
                     "<DependsOn><Dependency Usage=\"Default\">"
                     "<ServiceId SiteId=\"1\" RoleName=\"Registrar\" Instance=\"1\"/></Dependency></DependsOn>"
                     "<InstalledOn><ClusterId SiteId=\"1\" Number=\"9\"/></InstalledOn></Service></Services>");
    const FailoverWorld world(document);

    for (const QString &mode : {u""_s, u" -DisasterMode"_s}) {
        TestRuntime runtime(u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -Confirm:$false"_s + mode);
        const auto refused = world.run(runtime);
        QVERIFY(!refused);
        QCOMPARE(refused.error().id, u"EdgeNextHop"_s);
        QVERIFY2(refused.error().recommendedAction.contains(
                     "Set-CsEdgeServer -Identity EdgeServer:edge.example.com -Registrar Registrar:b.example.com"_L1),
                 qPrintable(refused.error().recommendedAction));
    }
    // What would be lost is said beforehand all the same.
    world.write(A, FailoverWorld::user(7), "not backed up");
    TestRuntime preview(u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -DisasterMode -WhatIf"_s);
    QVERIFY(!world.run(preview));
    QCOMPARE(preview.warnings().size(), 1);
    // The other pool of the pair is nobody's next hop.
    world.mustRun(u"Invoke-CsPoolFailOver -PoolFqdn b.example.com -Confirm:$false"_s);
}

void TestFailover::whatIfChangesNothing()
{
    const auto filled = FailoverWorld::filled();
    const FailoverWorld &world = *filled;
    world.write(A, FailoverWorld::user(7), "not backed up");
    for (const QString &mode : {u""_s, u" -DisasterMode"_s}) {
        TestRuntime runtime(u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -WhatIf"_s + mode);
        QVERIFY(world.run(runtime));
        QVERIFY(runtime.hostMessages().join(u'\n').contains("What if:"_L1));
        QCOMPARE(runtime.warnings().size(), mode.isEmpty() ? 0 : 1); // the loss
    }
    QCOMPARE(world.ownership(A), (PoolOwnership{A, A, 1, PoolState::Active, false}));
    QVERIFY(!world.documents(B, A).contains(FailoverWorld::user(7)));
}

void TestFailover::aFailoverIsAskedFor()
{
    const FailoverWorld world;
    TestRuntime declined(u"Invoke-CsPoolFailOver -PoolFqdn a.example.com"_s, {2}); // No
    QVERIFY(world.run(declined));
    QCOMPARE(declined.prompts().size(), 1);
    QVERIFY(declined.prompts().constFirst().message.contains(B));
    QCOMPARE(toString(world.ownership(A).state), u"Active"_s);

    TestRuntime accepted(u"Invoke-CsPoolFailOver -PoolFqdn a.example.com"_s, {0}); // Yes
    QVERIFY(world.run(accepted));
    QCOMPARE(toString(world.ownership(A).state), u"FailedOver"_s);
}

void TestFailover::aDisasterSaysWhatIsLostAndSinceWhen()
{
    const auto filled = FailoverWorld::filled();
    const FailoverWorld &world = *filled;
    world.write(A, FailoverWorld::user(7), "not backed up");
    world.write(A, FailoverWorld::user(0), "changed since");
    world.writeContent(A, A, u"conf2/new.bin"_s, "new");

    TestRuntime runtime(u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -DisasterMode -Confirm:$false"_s);
    QVERIFY(world.run(runtime));
    const QString warnings = runtime.warnings().join(u'\n');
    QVERIFY2(warnings.contains("not on b.example.com: 2 ("_L1), qPrintable(warnings));
    QVERIFY2(warnings.contains("on b.example.com: 1 ("_L1), qPrintable(warnings));
    QVERIFY2(warnings.contains("UTC, the time of the last backup"_L1), qPrintable(warnings));
    QVERIFY(!world.documents(B, A).contains(FailoverWorld::user(7)));
    QCOMPARE(world.ownership(A), (PoolOwnership{A, B, 2, PoolState::FailedOver, false}));
}

void TestFailover::aDisasterWithAStoreThatIsGoneFailsOver()
{
    const auto filled = FailoverWorld::filled();
    const FailoverWorld &world = *filled;
    const QString folder = world.folder() + "/pools/a.example.com"_L1;
    const QString away = world.filePath(u"away"_s);
    QVERIFY(QDir().rename(folder, away));

    TestRuntime planned(u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -Confirm:$false"_s);
    const auto refused = world.run(planned);
    QVERIFY(!refused);
    QVERIFY2(refused.error().recommendedAction.contains("-DisasterMode"_L1),
             qPrintable(refused.error().recommendedAction));
    QCOMPARE(toString(world.ownership(A).state), u"Active"_s);

    TestRuntime disaster(u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -DisasterMode -Confirm:$false"_s);
    const auto done = world.run(disaster);
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    QVERIFY2(disaster.warnings().join(u'\n').contains("cannot be read"_L1),
             qPrintable(disaster.warnings().join(u'\n')));
    QCOMPARE(world.ownership(A), (PoolOwnership{A, B, 2, PoolState::FailedOver, false}));
    world.write(A, FailoverWorld::user(0), "changed on B");

    // Until it is back it cannot be failed back to.
    TestRuntime tooEarly(u"Invoke-CsPoolFailBack -PoolFqdn a.example.com -Confirm:$false"_s);
    QVERIFY(!world.run(tooEarly));
    QCOMPARE(toString(world.ownership(A).state), u"FailedOver"_s);
    QVERIFY(!world.hasJournal());

    QVERIFY(QDir().rename(away, folder));
    world.mustRun(u"Invoke-CsPoolFailBack -PoolFqdn a.example.com -Confirm:$false"_s);
    QCOMPARE(world.ownership(A), (PoolOwnership{A, A, 3, PoolState::Active, false}));
    QCOMPARE(world.documents(A, A).value(FailoverWorld::user(0)), "changed on B");
}

void TestFailover::aFileStoreThatIsLostIsRestoredBeforeTheFailback()
{
    const auto filled = FailoverWorld::filled();
    const FailoverWorld &world = *filled;
    QVERIFY(QDir(world.folder() + "/pools/a.example.com/file-store"_L1).removeRecursively());
    world.mustRun(u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -DisasterMode -Confirm:$false"_s);

    const QString failBack = u"Invoke-CsPoolFailBack -PoolFqdn a.example.com -Confirm:$false"_s;
    TestRuntime tooEarly(failBack);
    const auto refused = world.run(tooEarly);
    QVERIFY(!refused);
    const QString restore
        = u"Invoke-CsBackupServiceSync -PoolFqdn b.example.com -BackupModule ConfServices.DataConf -Force"_s;
    QVERIFY2(refused.error().recommendedAction.contains(restore), qPrintable(refused.error().recommendedAction));
    QCOMPARE(toString(world.ownership(A).state), u"FailedOver"_s);

    const Contents content = world.content(B, A);
    QCOMPARE(content.size(), 2);
    world.mustRun(restore);
    world.mustRun(failBack);
    QCOMPARE(world.content(A, A), content);
    QCOMPARE(world.content(B, A), content);
    QCOMPARE(toString(world.ownership(A).state), u"Active"_s);
}

void TestFailover::afterADisasterTheNewerEpochWinsAndLosersAreKeptAsideAndListed()
{
    const auto filled = FailoverWorld::filled();
    const FailoverWorld &world = *filled;
    // Never backed up: a conflict, a new document, a changed one that B leaves alone, a deletion that B contradicts,
    // and files of the same kinds.
    world.write(A, FailoverWorld::user(0), "lost change of A");
    world.write(A, FailoverWorld::user(7), "only on A");
    world.write(A, FailoverWorld::user(2), "changed on A only");
    world.remove(A, FailoverWorld::user(3));
    world.writeContent(A, A, u"conf1/slides.bin"_s, "slides, changed on A");
    world.writeContent(A, A, u"conf2/a.bin"_s, "only on A");
    world.mustRun(u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -DisasterMode -Confirm:$false"_s);

    world.write(A, FailoverWorld::user(0), "changed on B");
    world.write(A, FailoverWorld::user(3), "changed on B, too");
    world.write(A, FailoverWorld::user(8), "only on B");
    world.writeContent(B, A, u"conf1/slides.bin"_s, "slides, changed on B, longer");
    world.writeContent(B, A, u"conf3/b.bin"_s, "only on B");

    TestRuntime runtime(u"Invoke-CsPoolFailBack -PoolFqdn a.example.com -Confirm:$false"_s);
    const auto done = world.run(runtime);
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    QCOMPARE(world.ownership(A), (PoolOwnership{A, A, 3, PoolState::Active, false}));

    const Contents expected{{FailoverWorld::user(0), "changed on B"},
                            {FailoverWorld::user(1), "first"},
                            {FailoverWorld::user(2), "changed on A only"},
                            {FailoverWorld::user(3), "changed on B, too"},
                            {FailoverWorld::user(4), "first"},
                            {FailoverWorld::user(7), "only on A"},
                            {FailoverWorld::user(8), "only on B"}};
    QCOMPARE(world.documents(A, A), expected);
    QCOMPARE(world.documents(B, A), expected);
    QCOMPARE(world.content(A, A), world.content(B, A));
    QCOMPARE(world.content(A, A).value(u"conf1/slides.bin"_s), "slides, changed on B, longer");
    QCOMPARE(world.content(A, A).value(u"conf2/a.bin"_s), "only on A");
    QCOMPARE(world.content(A, A).value(u"conf3/b.bin"_s), "only on B");

    QList<KeptDocument> losers = world.kept(A) + world.kept(B);
    QVERIFY(std::any_of(losers.cbegin(), losers.cend(), [](const KeptDocument &kept) {
        return kept.document.name == FailoverWorld::user(0) && kept.document.data == "lost change of A";
    }));
    const auto deployment = world.open();
    const auto files = valueOf(
        FileStore::open(deployment->fileStoreFolder(A), deployment->fileStoreIndexPath(A), OpenMode::ReadOnly));
    QCOMPARE(valueOf(files.keptAside(A)).size(), 1);
    QVERIFY2(said(runtime).contains(FailoverWorld::user(0)), qPrintable(said(runtime)));
    QVERIFY2(said(runtime).contains("conf1/slides.bin"_L1), qPrintable(said(runtime)));
    QVERIFY(runtime.runtime().warningCount() > 0);
}

void TestFailover::aFailbackWithoutTheBackupPoolIsCompletedLater_data()
{
    QTest::addColumn<QString>("line");

    QTest::newRow("failback") << u"Invoke-CsPoolFailBack -PoolFqdn a.example.com -Confirm:$false"_s;
    QTest::newRow("backup") << u"Backup-CsPool -PoolFqdn a.example.com"_s;
    QTest::newRow("synchronisation") << u"Invoke-CsBackupServiceSync -PoolFqdn b.example.com"_s;
}

void TestFailover::aFailbackWithoutTheBackupPoolIsCompletedLater()
{
    QFETCH(const QString, line);

    const auto filled = FailoverWorld::filled();
    const FailoverWorld &world = *filled;
    world.mustRun(u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -Confirm:$false"_s);
    world.write(A, FailoverWorld::user(0), "on B");
    world.write(A, FailoverWorld::user(8), "only on B");

    const QString folder = world.folder() + "/pools/b.example.com"_L1;
    const QString away = world.filePath(u"away"_s);
    QVERIFY(QDir().rename(folder, away));
    TestRuntime planned(u"Invoke-CsPoolFailBack -PoolFqdn a.example.com -Confirm:$false"_s);
    const auto refused = world.run(planned);
    QVERIFY(!refused);
    QVERIFY2(refused.error().recommendedAction.contains("-DisasterMode"_L1),
             qPrintable(refused.error().recommendedAction));

    TestRuntime disaster(u"Invoke-CsPoolFailBack -PoolFqdn a.example.com -DisasterMode -Confirm:$false"_s);
    const auto done = world.run(disaster);
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    QCOMPARE(world.ownership(A), (PoolOwnership{A, A, 3, PoolState::FailedBack, false}));
    QVERIFY(!world.hasJournal());
    world.write(A, FailoverWorld::user(0), "on A, later");

    // Not while B is away.
    TestRuntime tooEarly(u"Invoke-CsPoolFailBack -PoolFqdn a.example.com -Confirm:$false"_s);
    QVERIFY(!world.run(tooEarly));
    QCOMPARE(toString(world.ownership(A).state), u"FailedBack"_s);

    QVERIFY(QDir().rename(away, folder));
    world.mustRun(line);
    QCOMPARE(world.ownership(A), (PoolOwnership{A, A, 3, PoolState::Active, false}));
    QCOMPARE(world.documents(A, A).value(FailoverWorld::user(0)), "on A, later");
    QCOMPARE(world.documents(A, A).value(FailoverWorld::user(8)), "only on B");
    QCOMPARE(world.documents(B, A), world.documents(A, A));
    const QList<KeptDocument> losers = world.kept(A) + world.kept(B);
    QVERIFY(std::any_of(losers.cbegin(), losers.cend(),
                        [](const KeptDocument &kept) { return kept.document.data == "on B"; }));
}

void TestFailover::theWaitTimeOfABackupIsNotThatOfTheFailbackThatItCompletes()
{
    const auto filled = FailoverWorld::filled();
    const FailoverWorld &world = *filled;
    world.mustRun(u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -Confirm:$false"_s);
    world.mustRun(u"Invoke-CsPoolFailBack -PoolFqdn a.example.com -DisasterMode -Confirm:$false"_s);
    QVERIFY(world.ownership(A).state == PoolState::FailedBack);

    // A file comes in while it is verified that nothing is left to copy, so it has to wait.
    TestRuntime runtime(u"Backup-CsPool -PoolFqdn a.example.com -SteadyState -WaitTime 00:07:00"_s);
    QString waiting;
    runtime.observer = [&](const Record &record) {
        if (const auto *step = std::get_if<StepRecord>(&record.content);
            step && step->action.contains("Verify that the backup service"_L1))
            world.writeContent(A, A, u"conf9/late.bin"_s, "late");
        if (const auto *verbose = std::get_if<VerboseRecord>(&record.content);
            verbose && verbose->message.contains("copying once more"_L1)) {
            waiting = verbose->message;
            runtime.stop().requestStop();
        }
    };
    QVERIFY(!world.run(runtime));
    QVERIFY2(waiting.contains("in 15 seconds"_L1), qPrintable(waiting));
}

void TestFailover::verificationIsSkippedWhenAskedFor()
{
    const auto filled = FailoverWorld::filled();
    const FailoverWorld &world = *filled;
    TestRuntime runtime(u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -SkipDataVerification -Confirm:$false"_s);
    QVERIFY(world.run(runtime));
    const auto step = runtime.step(u"SkipDataVerification"_s);
    QVERIFY(step);
    QVERIFY(step->result == StepResult::Skipped);
}

QTEST_GUILESS_MAIN(TestFailover)
#include "tst_failover.moc"
