// What a disaster loses, said before it is confirmed: in numbers, that it is nothing, or that it is not known.
#include "tests/support/broken_lab.h"
#include "tests/support/failover_world.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace cspool;
using namespace cspool::test;

namespace {

const QString A = QStringLiteral("a.example.com");
const QString B = QStringLiteral("b.example.com");
const QString C = QStringLiteral("c.example.com");
const QString FailOver = QStringLiteral("Invoke-CsPoolFailOver -PoolFqdn a.example.com -DisasterMode");
const QString FailBack = QStringLiteral("Invoke-CsPoolFailBack -PoolFqdn a.example.com -DisasterMode");
const QString MoveStore = QStringLiteral("Invoke-CsManagementServerFailover -Force");

// What a preview says: the losses as warnings, or else the sentence that there is none.
struct Preview
{
    QStringList losses;
    QString nothingLost;
};

Preview previewOf(const QString &folder, const QString &line)
{
    const LabResult result = runLab(folder, line + " -WhatIf"_L1);
    if (result.error)
        qFatal("%s", qUtf8Printable(result.error->message));
    return {result.warnings(), result.hostMessages().filter(u"Nothing is lost"_s).join(u'\n')};
}

// One loss that says all of this.
void compareLoss(const QString &loss, const QStringList &parts)
{
    for (const QString &part : parts)
        QVERIFY2(loss.contains(part), qPrintable(loss + u"\n\nlacks: "_s + part));
}

// A lab of a pair with the Central Management store on a and its standby copy on b, up to date.
std::unique_ptr<TestDeployment> labWithStandby()
{
    auto lab = std::make_unique<TestDeployment>();
    for (int i = 0; i < 2; ++i)
        runLab(lab->folder(), u"Invoke-CsManagementServerFailover -Confirm:$false"_s);
    return lab;
}

} // namespace

class TestDisasterLosses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasNotBackedUpIsCounted();
    void nothingIsLostOnlyWhenBothSidesWereCompared();
    void filesThatMayBeTheSameAreToldApart();
    void aPlannedFailoverSpeaksOfNoLoss();
    void whatCannotBeReadIsNotKnown_data();
    void whatCannotBeReadIsNotKnown();
    void whatWasNeverBackedUpIsLostAltogether();
    void aStoreRestoredFromAnOlderCopyLosesNothingThatWasBackedUp();
    void aFailbackCountsWhatTheBackupPoolWrote();
    void aFailbackWithoutTheBackupPoolDoesNotKnow();
    void theSameIsSaidAtTheRun();
    void aCentralStoreThatCanBeReadLosesNothing();
    void ofACentralStoreThatIsGoneOnlyTheReplicasTell_data();
    void ofACentralStoreThatIsGoneOnlyTheReplicasTell();
    void aRefusedPreviewSaysItToo();
    void aStopEndsTheCounting();
};

void TestDisasterLosses::whatWasNotBackedUpIsCounted()
{
    const auto world = FailoverWorld::filled();
    world->write(A, FailoverWorld::user(7), "new");
    world->write(A, FailoverWorld::user(0), "changed");
    world->write(A, FailoverWorld::user(0), "changed again");
    world->remove(A, FailoverWorld::user(1));
    world->write(B, u"urn:lcd:bea@example.com"_s, "of B, which goes on");
    world->writeContent(A, A, u"conf2/new.bin"_s, "new file");
    world->writeContent(A, A, u"conf1/notes.txt"_s, "other notes");

    const Preview preview = previewOf(world->folder(), FailOver);
    QCOMPARE(preview.losses.size(), 2);
    compareLoss(preview.losses.at(0),
                {u"Documents of the users of a.example.com"_s, u"not on b.example.com: 3 (16 bytes)."_s,
                 u" UTC, the time of the last backup."_s, u"a failback takes them along"_s});
    compareLoss(preview.losses.at(1),
                {u"Conference files of a.example.com"_s, u"on b.example.com: 2 (19 bytes)."_s,
                 u" UTC, the time of the last backup of conference content."_s});
    QCOMPARE(preview.nothingLost, QString());
}

void TestDisasterLosses::nothingIsLostOnlyWhenBothSidesWereCompared()
{
    const auto world = FailoverWorld::filled();
    const Preview preview = previewOf(world->folder(), FailOver);
    QCOMPARE(preview.losses, QStringList());
    compareLoss(preview.nothingLost,
                {u"b.example.com has all documents and conference files that a.example.com holds"_s,
                 u"The last backup was at "_s});
    // The same with one side missing.
    BrokenLab(world->folder()).loseUserStore(A);
    QCOMPARE(previewOf(world->folder(), FailOver).nothingLost, QString());
}

void TestDisasterLosses::filesThatMayBeTheSameAreToldApart()
{
    const auto world = FailoverWorld::filled();
    const QString path = world->folder() + "/pools/a.example.com/file-store/a.example.com/conf1/slides.bin"_L1;
    QFile slides(path); // "slides"
    QVERIFY(slides.open(QIODevice::ReadWrite));
    QVERIFY(slides.setFileTime(QDateTime::currentDateTimeUtc().addDays(1), QFileDevice::FileModificationTime));
    world->writeContent(A, A, u"conf1/notes.txt"_s, "other notes");
    const Preview preview = previewOf(world->folder(), FailOver);
    QCOMPARE(preview.losses.size(), 1);
    compareLoss(preview.losses.constFirst(),
                {u"on b.example.com: 2 (17 bytes)."_s,
                 u"Of these have the same size there and another time, so that they may "
                 "be the same: 1 (6 bytes)."_s});
}

void TestDisasterLosses::aPlannedFailoverSpeaksOfNoLoss()
{
    const auto world = FailoverWorld::filled();
    world->write(A, FailoverWorld::user(7), "not backed up");
    const Preview preview = previewOf(world->folder(), u"Invoke-CsPoolFailOver -PoolFqdn a.example.com"_s);
    QCOMPARE(preview.losses, QStringList());
    QCOMPARE(preview.nothingLost, QString());
}

void TestDisasterLosses::whatCannotBeReadIsNotKnown_data()
{
    using Break = void (*)(BrokenLab &);
    QTest::addColumn<Break>("breakLab");
    QTest::addColumn<bool>("areDocumentsKnown");
    QTest::addColumn<bool>("isContentKnown");
    QTest::newRow("user store") << Break([](BrokenLab &lab) { lab.loseUserStore(A); }) << false << true;
    QTest::newRow("file store") << Break([](BrokenLab &lab) { lab.loseFileStore(A); }) << true << false;
    QTest::newRow("the whole pool") << Break([](BrokenLab &lab) { lab.losePool(A); }) << false << false;
}

void TestDisasterLosses::whatCannotBeReadIsNotKnown()
{
    using Break = void (*)(BrokenLab &);
    QFETCH(Break, breakLab);
    QFETCH(bool, areDocumentsKnown);
    QFETCH(bool, isContentKnown);
    const auto world = FailoverWorld::filled();
    BrokenLab lab(world->folder());
    breakLab(lab);
    const Preview preview = previewOf(world->folder(), FailOver);
    QStringList expectedOrder;
    if (!areDocumentsKnown) {
        compareLoss(preview.losses.value(0),
                    {u"How many documents of the users of a.example.com are lost is not known"_s,
                     u"All that was changed there since "_s, u" UTC, the time of the last backup, is not on b"_s,
                     u"Documents of these users that b.example.com has: 5 (25 bytes)."_s, u"("_s});
    }
    if (!isContentKnown) {
        compareLoss(preview.losses.value(areDocumentsKnown ? 0 : 1),
                    {u"How many conference files of a.example.com are lost is not known"_s,
                     u" UTC, the time of the last backup of conference content, are not on b"_s,
                     u"Conference files of this pool that b.example.com has: 2 (11 bytes)."_s});
    }
    QCOMPARE(preview.losses.size(), (areDocumentsKnown ? 0 : 1) + (isContentKnown ? 0 : 1));
    QCOMPARE(preview.nothingLost, QString());
}

void TestDisasterLosses::whatWasNeverBackedUpIsLostAltogether()
{
    const FailoverWorld world;
    world.write(A, FailoverWorld::user(0), "first");
    world.writeContent(A, A, u"conf1/slides.bin"_s, "slides");
    Preview preview = previewOf(world.folder(), FailOver);
    QCOMPARE(preview.losses.size(), 2);
    compareLoss(preview.losses.at(0), {u"not on b.example.com: 1 (5 bytes)."_s, u"no backup from a.example.com"_s});
    compareLoss(preview.losses.at(1), {u"on b.example.com: 1 (6 bytes)."_s, u"no backup of conference content"_s});

    BrokenLab(world.folder()).losePool(A);
    preview = previewOf(world.folder(), FailOver);
    QCOMPARE(preview.losses.size(), 2);
    compareLoss(preview.losses.at(0), {u"is not known"_s, u"no backup from"_s, u"has: 0 (0 bytes)."_s});
    compareLoss(preview.losses.at(1),
                {u"is not known"_s, u"no backup of conference content"_s, u"has: 0 (0 bytes)."_s});
}

// Its feed begins anew, so that counting the feed alone would call everything lost, or nothing.
void TestDisasterLosses::aStoreRestoredFromAnOlderCopyLosesNothingThatWasBackedUp()
{
    const auto world = FailoverWorld::filled();
    const QString store = world->folder() + "/pools/a.example.com/user-store.sqlite"_L1;
    QVERIFY(QFile::copy(store, world->filePath(u"older"_s)));
    world->write(A, FailoverWorld::user(7), "backed up, then lost by the restore");
    world->mustRun(u"Backup-CsPool -PoolFqdn a.example.com"_s);
    QVERIFY(QFile::remove(store));
    QVERIFY(QFile::copy(world->filePath(u"older"_s), store));
    QCOMPARE(previewOf(world->folder(), FailOver).losses, QStringList());

    world->write(A, FailoverWorld::user(8), "after the restore");
    const Preview preview = previewOf(world->folder(), FailOver);
    QCOMPARE(preview.losses.size(), 1);
    compareLoss(preview.losses.constFirst(), {u"not on b.example.com: 1 (17 bytes)."_s});
}

void TestDisasterLosses::aFailbackCountsWhatTheBackupPoolWrote()
{
    const auto world = FailoverWorld::filled();
    world->write(A, FailoverWorld::user(7), "left behind on A"); // no loss of the way back
    world->mustRun(FailOver + " -Confirm:$false"_L1);
    const Preview before = previewOf(world->folder(), FailBack);
    QCOMPARE(before.losses, QStringList());
    compareLoss(before.nothingLost, {u"a.example.com has all"_s, u"that b.example.com holds"_s});

    world->write(A, FailoverWorld::user(0), "on B");
    world->writeContent(B, A, u"conf2/new.bin"_s, "new");
    const Preview preview = previewOf(world->folder(), FailBack);
    QCOMPARE(preview.losses.size(), 2);
    compareLoss(preview.losses.at(0),
                {u"changed on b.example.com and are not on a.example.com: 1 (4 bytes)."_s,
                 u"the exchange after the failback takes them along"_s});
    compareLoss(preview.losses.at(1), {u"not, or not in this version, on a.example.com: 1 (3 bytes)."_s});
    QCOMPARE(preview.nothingLost, QString());
}

void TestDisasterLosses::aFailbackWithoutTheBackupPoolDoesNotKnow()
{
    const auto world = FailoverWorld::filled();
    world->mustRun(u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -Confirm:$false"_s);
    world->write(A, FailoverWorld::user(0), "on B");
    world->mustRun(u"Backup-CsPool -PoolFqdn a.example.com"_s); // from b to a now
    BrokenLab(world->folder()).losePool(B);
    const Preview preview = previewOf(world->folder(), FailBack);
    QCOMPARE(preview.losses.size(), 2);
    compareLoss(preview.losses.at(0),
                {u"the user store of b.example.com cannot be read"_s, u"since "_s, u"is not on a.example.com"_s,
                 u"that a.example.com has: 5 ("_s});
    compareLoss(preview.losses.at(1),
                {u"the conference content on b.example.com cannot be read"_s, u"are not on a.example.com"_s,
                 u"that a.example.com has: 2 ("_s});
}

void TestDisasterLosses::theSameIsSaidAtTheRun()
{
    const auto world = FailoverWorld::filled();
    const LabResult nothing = runLab(world->folder(), FailOver + " -Confirm:$false"_L1);
    QVERIFY(nothing.outcome == Outcome::Succeeded);
    QCOMPARE(nothing.hostMessages().filter(u"Nothing is lost"_s).size(), 1);
    world->write(A, FailoverWorld::user(0), "on B");
    const LabResult loss = runLab(world->folder(), FailBack + " -Confirm:$false"_L1);
    QCOMPARE(loss.warnings().filter(u"not on a.example.com: 1 (4 bytes)"_s).size(), 1);
    QCOMPARE(loss.hostMessages().filter(u"Nothing is lost"_s).size(), 0);
}

void TestDisasterLosses::aCentralStoreThatCanBeReadLosesNothing()
{
    const auto lab = labWithStandby();
    runLab(lab->folder(), u"Set-CsBackupServiceConfiguration -MaxConcurrentCalls 3"_s);
    const Preview forced = previewOf(lab->folder(), MoveStore);
    QCOMPARE(forced.losses, QStringList());
    compareLoss(forced.nothingLost,
                {u"on a.example.com can be read, and what b.example.com lacks is copied first"_s,
                 u"Documents that b.example.com lacks: 1 ("_s});
    const Preview planned = previewOf(lab->folder(), u"Invoke-CsManagementServerFailover"_s);
    QCOMPARE(planned.losses, QStringList());
    QCOMPARE(planned.nothingLost, QString());
}

void TestDisasterLosses::ofACentralStoreThatIsGoneOnlyTheReplicasTell_data()
{
    QTest::addColumn<bool>("isReplicated");
    QTest::addColumn<QString>("replicas");
    QTest::newRow("no replica was told") << false << u"No local replica that can be read has anything newer."_s;
    QTest::newRow("replicas were told")
        << true
        << u"At least these are lost, because the local replica of b.example.com has them and b.example.com "
           "does not: 1 ("_s;
}

void TestDisasterLosses::ofACentralStoreThatIsGoneOnlyTheReplicasTell()
{
    QFETCH(bool, isReplicated);
    QFETCH(QString, replicas);
    const auto lab = labWithStandby();
    runLab(lab->folder(), u"Set-CsBackupServiceConfiguration -MaxConcurrentCalls 3"_s);
    if (isReplicated)
        runLab(lab->folder(), u"Invoke-CsManagementStoreReplication"_s);
    BrokenLab(lab->folder()).losePool(A);
    const Preview preview = previewOf(lab->folder(), MoveStore);
    QCOMPARE(preview.losses.size(), 1);
    compareLoss(preview.losses.constFirst(),
                {u"is not known, because the one on a.example.com cannot be read."_s,
                 u"All that was published or configured since "_s, u" UTC, the time of the last backup, is not on b"_s,
                 u"Documents that b.example.com has: 2 ("_s, replicas});
    QCOMPARE(preview.nothingLost, QString());
}

void TestDisasterLosses::aRefusedPreviewSaysItToo()
{
    const auto world = FailoverWorld::filled();
    BrokenLab(world->folder()).addEdgePool(u"edge.example.com"_s, A);
    const LabResult nothing = runLab(world->folder(), FailOver + " -WhatIf"_L1);
    QCOMPARE(nothing.error->id, u"EdgeNextHop"_s);
    QCOMPARE(nothing.warnings(), QStringList());
    QCOMPARE(nothing.hostMessages().filter(u"Nothing is lost"_s).size(), 1);
    world->write(A, FailoverWorld::user(7), "not backed up");
    const LabResult loss = runLab(world->folder(), FailOver + " -WhatIf"_L1);
    QCOMPARE(loss.error->id, u"EdgeNextHop"_s);
    QCOMPARE(loss.warnings().filter(u"not on b.example.com: 1 ("_s).size(), 1);
    QCOMPARE(loss.hostMessages().filter(u"Nothing is lost"_s).size(), 0);
}

void TestDisasterLosses::aStopEndsTheCounting()
{
    const auto world = FailoverWorld::filled();
    world->write(A, FailoverWorld::user(7), "not backed up");
    TestRuntime runtime(FailOver + " -WhatIf"_L1);
    runtime.stop().requestStop();
    const auto result = world->run(runtime);
    QVERIFY(!result);
    QVERIFY(result.error().isStopped());
    QCOMPARE(runtime.warnings(), QStringList());
}

QTEST_GUILESS_MAIN(TestDisasterLosses)
#include "tst_disaster_losses.moc"
