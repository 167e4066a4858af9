// What a kill at any moment of a failover or failback leaves: that it is told what is true and what to run, and that
// the command told brings it to its end, by the book or in a disaster that came in between.
#include "backend/lab/failover.h"
#include "tests/support/broken_lab.h"
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
const QString FailOver = QStringLiteral("Invoke-CsPoolFailOver -PoolFqdn a.example.com");
const QString FailBack = QStringLiteral("Invoke-CsPoolFailBack -PoolFqdn a.example.com");
const QString WithoutAsking = QStringLiteral(" -Confirm:$false");
const QString DisasterMode = QStringLiteral(" -DisasterMode");

// A deployment as a kill left it, with an entry in the journal.
struct Crash
{
    QString folder;
    FailoverJournalEntry entry;
};

std::optional<FailoverJournalEntry> entryIn(const QString &folder)
{
    return valueOf(valueOf(Deployment::open(folder, OpenMode::ReadOnly))->journalEntry(A));
}

PoolOwnership ownershipIn(const QString &folder)
{
    return valueOf(valueOf(Deployment::open(folder, OpenMode::ReadOnly))->ownership(A));
}

QByteArray documentIn(const QString &folder, const QString &pool, const QString &name)
{
    const auto deployment = valueOf(Deployment::open(folder, OpenMode::ReadOnly));
    const auto document = valueOf(valueOf(deployment->userStore(pool)).find(name));
    return document ? document->data : QByteArray();
}

// At every moment at which the journal says that something is unfinished.
QList<Crash> unfinishedCrashes(const FailoverWorld &world, const QString &line)
{
    QList<Crash> crashes;
    const QStringList folders = crashesOf(world, line);
    for (const QString &folder : folders) {
        if (const auto entry = entryIn(folder))
            crashes.append({folder, *entry});
    }
    return crashes;
}

QSet<QString> stepsOf(const QList<Crash> &crashes)
{
    QSet<QString> steps;
    for (const Crash &crash : crashes)
        steps.insert(crash.entry.step);
    return steps;
}

// With a change on the pool that was not backed up.
std::unique_ptr<FailoverWorld> worldToFailOver()
{
    auto world = FailoverWorld::filled();
    world->write(A, FailoverWorld::user(7), "not backed up");
    return world;
}

// With changes on both sides of a failover.
std::unique_ptr<FailoverWorld> worldToFailBack()
{
    auto world = FailoverWorld::filled();
    world->mustRun(FailOver + WithoutAsking);
    world->write(A, FailoverWorld::user(8), "written on B");
    return world;
}

bool contains(const QStringList &texts, const QString &part)
{
    return std::any_of(texts.cbegin(), texts.cend(), [&](const QString &text) { return text.contains(part); });
}

} // namespace

class TestFailoverResumed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSecondFailoverFinishesOrBeginsAnewAndSaysWhich();
    void aSecondFailbackFinishesOrBeginsAnewAndSaysWhich();
    void aSecondDisasterFailoverDoesTheSame();
    void aSecondDisasterFailbackDoesTheSame();
    void aPoolThatBreaksDownAfterTheKillIsFailedOverAsADisaster();
    void aBackupPoolThatBreaksDownAfterTheKillIsLeftAsADisaster();
    void afterAFailoverThatTookEffectAFailbackLeadsHome();
    void theSecondCommandMayBeKilledToo();
    void theStateIsShownWithWhatIsTrueAndWhatToRun_data();
    void theStateIsShownWithWhatIsTrueAndWhatToRun();
    void aPreviewSaysItAndChangesNothing();
    void nothingUnfinishedIsNothingToSay();
};

void TestFailoverResumed::aSecondFailoverFinishesOrBeginsAnewAndSaysWhich()
{
    const auto world = worldToFailOver();
    const QList<Crash> crashes = unfinishedCrashes(*world, FailOver + WithoutAsking);
    QCOMPARE(stepsOf(crashes), (QSet<QString>{StartedStep, SynchronisedStep, CommittedStep}));
    for (const Crash &crash : crashes) {
        const bool isCommitted = crash.entry.step == CommittedStep;
        const LabResult again = runLab(crash.folder, FailOver + WithoutAsking);
        QVERIFY2(again.outcome == Outcome::SucceededWithWarnings,
                 qPrintable(again.error ? again.error->message : crash.entry.step));
        QVERIFY(contains(again.warnings(),
                         isCommitted ? u"after it took effect and has been finished: b.example.com"_s
                                     : u"has been rolled back: a.example.com"_s));
        QVERIFY(contains(again.hostMessages(), u"The pool a.example.com is failed over: b.example.com serves"_s));
        QCOMPARE(contains(again.hostMessages(), u"had been begun before"_s), isCommitted);
        QCOMPARE(ownershipIn(crash.folder), (PoolOwnership{A, B, 2, PoolState::FailedOver, false}));
        QCOMPARE(documentIn(crash.folder, B, FailoverWorld::user(7)), "not backed up");
        QVERIFY(!entryIn(crash.folder));
    }
}

void TestFailoverResumed::aSecondFailbackFinishesOrBeginsAnewAndSaysWhich()
{
    const auto world = worldToFailBack();
    const QList<Crash> crashes = unfinishedCrashes(*world, FailBack + WithoutAsking);
    QCOMPARE(stepsOf(crashes), (QSet<QString>{StartedStep, SynchronisedStep, CommittedStep}));
    for (const Crash &crash : crashes) {
        const bool isCommitted = crash.entry.step == CommittedStep;
        const LabResult again = runLab(crash.folder, FailBack + WithoutAsking);
        QVERIFY2(again.outcome == Outcome::SucceededWithWarnings,
                 qPrintable(again.error ? again.error->message : crash.entry.step));
        QVERIFY(contains(again.warnings(),
                         isCommitted ? u"after it took effect and has been finished: a.example.com"_s
                                     : u"has been rolled back: b.example.com"_s));
        QVERIFY(contains(again.hostMessages(), u"serves its users again; its state is Active."_s));
        QCOMPARE(contains(again.hostMessages(), u"had been begun before"_s), isCommitted);
        QCOMPARE(ownershipIn(crash.folder), (PoolOwnership{A, A, 3, PoolState::Active, false}));
        QCOMPARE(documentIn(crash.folder, A, FailoverWorld::user(8)), "written on B");
        QVERIFY(!entryIn(crash.folder));
    }
}

void TestFailoverResumed::aSecondDisasterFailoverDoesTheSame()
{
    const auto world = worldToFailOver();
    BrokenLab(world->folder()).losePool(A);
    const QString line = FailOver + DisasterMode + WithoutAsking;
    const QList<Crash> crashes = unfinishedCrashes(*world, line);
    QCOMPARE(stepsOf(crashes), (QSet<QString>{StartedStep, CommittedStep}));
    for (const Crash &crash : crashes) {
        const LabResult again = runLab(crash.folder, line);
        QVERIFY2(again.outcome == Outcome::SucceededWithWarnings,
                 qPrintable(again.error ? again.error->message : crash.entry.step));
        QVERIFY(contains(again.hostMessages(), u"The pool a.example.com is failed over: b.example.com serves"_s));
        QCOMPARE(ownershipIn(crash.folder), (PoolOwnership{A, B, 2, PoolState::FailedOver, false}));
        QVERIFY(!entryIn(crash.folder));
    }
}

// It ends in FailedBack; that is its end, and no error, however often it is run.
void TestFailoverResumed::aSecondDisasterFailbackDoesTheSame()
{
    const auto world = worldToFailBack();
    BrokenLab(world->folder()).losePool(B);
    const QString line = FailBack + DisasterMode + WithoutAsking;
    const QList<Crash> crashes = unfinishedCrashes(*world, line);
    QCOMPARE(stepsOf(crashes), (QSet<QString>{StartedStep, CommittedStep}));
    for (const Crash &crash : crashes) {
        const LabResult again = runLab(crash.folder, line);
        QVERIFY2(again.outcome == Outcome::SucceededWithWarnings,
                 qPrintable(again.error ? again.error->message : crash.entry.step));
        QVERIFY(contains(again.hostMessages(), u"serves its users again; its state is FailedBack."_s));
        QCOMPARE(ownershipIn(crash.folder), (PoolOwnership{A, A, 3, PoolState::FailedBack, false}));
        QVERIFY(!entryIn(crash.folder));
    }
}

void TestFailoverResumed::aPoolThatBreaksDownAfterTheKillIsFailedOverAsADisaster()
{
    const auto world = worldToFailOver();
    const QList<Crash> crashes = unfinishedCrashes(*world, FailOver + WithoutAsking);
    QVERIFY(crashes.size() > 2);
    for (const Crash &crash : crashes) {
        BrokenLab(crash.folder).losePool(A);
        const LabResult again = runLab(crash.folder, FailOver + DisasterMode + WithoutAsking);
        QVERIFY2(again.outcome == Outcome::SucceededWithWarnings,
                 qPrintable(again.error ? again.error->message : crash.entry.step));
        QCOMPARE(ownershipIn(crash.folder), (PoolOwnership{A, B, 2, PoolState::FailedOver, false}));
        QVERIFY(!entryIn(crash.folder));
    }
}

void TestFailoverResumed::aBackupPoolThatBreaksDownAfterTheKillIsLeftAsADisaster()
{
    const auto world = worldToFailBack();
    const QList<Crash> crashes = unfinishedCrashes(*world, FailBack + WithoutAsking);
    QVERIFY(crashes.size() > 2);
    for (const Crash &crash : crashes) {
        BrokenLab lab(crash.folder);
        lab.losePool(B);
        const LabResult again = runLab(crash.folder, FailBack + DisasterMode + WithoutAsking);
        QVERIFY2(again.outcome == Outcome::SucceededWithWarnings,
                 qPrintable(again.error ? again.error->message : crash.entry.step));
        QCOMPARE(ownershipIn(crash.folder), (PoolOwnership{A, A, 3, PoolState::FailedBack, false}));
        QVERIFY(!entryIn(crash.folder));
        // What it says to run makes the pool Active, with all that both sides have.
        lab.bringBack();
        QVERIFY(!runLab(crash.folder, FailBack + WithoutAsking).error);
        QCOMPARE(ownershipIn(crash.folder), (PoolOwnership{A, A, 3, PoolState::Active, false}));
        QCOMPARE(documentIn(crash.folder, A, FailoverWorld::user(8)), "written on B");
    }
}

void TestFailoverResumed::afterAFailoverThatTookEffectAFailbackLeadsHome()
{
    const auto world = worldToFailOver();
    const QList<Crash> crashes = unfinishedCrashes(*world, FailOver + WithoutAsking);
    for (const Crash &crash : crashes) {
        const LabResult back = runLab(crash.folder, FailBack + WithoutAsking);
        if (crash.entry.step == CommittedStep) {
            QVERIFY2(!back.error, qPrintable(back.error ? back.error->message : QString()));
            QCOMPARE(ownershipIn(crash.folder), (PoolOwnership{A, A, 3, PoolState::Active, false}));
        } else {
            QCOMPARE(back.error->id, u"PoolNotFailedOver"_s); // it is home already
            QCOMPARE(ownershipIn(crash.folder), (PoolOwnership{A, A, 1, PoolState::Active, false}));
        }
        QCOMPARE(documentIn(crash.folder, A, FailoverWorld::user(7)), "not backed up");
    }
}

void TestFailoverResumed::theSecondCommandMayBeKilledToo()
{
    const auto world = worldToFailOver();
    const QList<Crash> crashes = unfinishedCrashes(*world, FailOver + WithoutAsking);
    // One of each step is enough: they differ in nothing else that is written.
    QSet<QString> seen;
    int killedTwice = 0;
    for (const Crash &crash : crashes) {
        if (seen.contains(crash.entry.step))
            continue;
        seen.insert(crash.entry.step);
        const FailoverWorld killed(*world);
        copyFolder(crash.folder, killed.folder());
        const QStringList folders = crashesOf(killed, FailOver + WithoutAsking);
        for (const QString &folder : folders) {
            if (ownershipIn(folder).state == PoolState::FailedOver && !entryIn(folder))
                continue; // it was done
            const LabResult third = runLab(folder, FailOver + WithoutAsking);
            QVERIFY2(!third.error, qPrintable(third.error ? third.error->message : QString()));
            QCOMPARE(ownershipIn(folder), (PoolOwnership{A, B, 2, PoolState::FailedOver, false}));
            QCOMPARE(documentIn(folder, B, FailoverWorld::user(7)), "not backed up");
            ++killedTwice;
        }
    }
    QVERIFY(killedTwice > 3);
}

void TestFailoverResumed::theStateIsShownWithWhatIsTrueAndWhatToRun_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("before"); // the commit
    QTest::addColumn<QString>("after");
    QTest::newRow("failover") << FailOver << u"has not taken effect: a.example.com serves its users"_s
                              << u"has taken effect: b.example.com serves its users"_s;
    QTest::newRow("failover of a disaster")
        << FailOver + DisasterMode << u"has not taken effect: its users have no service while a.example.com is down"_s
        << u"has taken effect: b.example.com serves its users"_s;
    QTest::newRow("failback") << FailBack << u"has not taken effect: b.example.com serves its users"_s
                              << u"has taken effect: a.example.com serves its users"_s;
    QTest::newRow("failback of a disaster")
        << FailBack + DisasterMode << u"has not taken effect: its users have no service while b.example.com is down"_s
        << u"has taken effect: a.example.com serves its users"_s;
}

void TestFailoverResumed::theStateIsShownWithWhatIsTrueAndWhatToRun()
{
    QFETCH(QString, line);
    QFETCH(QString, before);
    QFETCH(QString, after);
    const auto world = line.startsWith(FailOver) ? worldToFailOver() : worldToFailBack();
    const QList<Crash> crashes = unfinishedCrashes(*world, line + WithoutAsking);
    QVERIFY(stepsOf(crashes).contains(StartedStep) && stepsOf(crashes).contains(CommittedStep));
    for (const Crash &crash : crashes) {
        const LabResult shown = runLab(crash.folder, u"Get-CsRegistrarConfiguration"_s);
        QCOMPARE(shown.objects().size(), 3);
        QCOMPARE(shown.warnings().size(), 1);
        const QString said = shown.warnings().constFirst();
        QVERIFY2(said.contains(crash.entry.step == CommittedStep ? after : before), qPrintable(said));
        const auto record = std::find_if(shown.records.cbegin(), shown.records.cend(), [](const Record &each) {
            return std::holds_alternative<WarningRecord>(each.content);
        });
        const QString wayOut = std::get<WarningRecord>(record->content).recommendedAction;
        QVERIFY2(wayOut.contains(u"run %1 again"_s.arg(line)), qPrintable(wayOut));
        // Of another pool there is nothing to say.
        QCOMPARE(runLab(crash.folder, u"Get-CsRegistrarConfiguration b.example.com"_s).warnings(), QStringList());
    }
}

void TestFailoverResumed::aPreviewSaysItAndChangesNothing()
{
    const auto world = worldToFailOver();
    const QList<Crash> crashes = unfinishedCrashes(*world, FailOver + WithoutAsking);
    for (const Crash &crash : crashes) {
        const PoolOwnership before = ownershipIn(crash.folder);
        for (const QString &line : {FailOver, FailBack}) {
            const LabResult preview = runLab(crash.folder, line + " -WhatIf"_L1);
            QCOMPARE(preview.error->id, u"FailoverInterrupted"_s);
            QVERIFY2(preview.error->message.contains(crash.entry.step == CommittedStep ? u"has taken effect"_s
                                                                                       : u"has not taken effect"_s),
                     qPrintable(preview.error->message));
            QVERIFY(preview.error->recommendedAction.contains(FailOver));
        }
        QCOMPARE(ownershipIn(crash.folder), before);
        QVERIFY(entryIn(crash.folder) == crash.entry);
    }
}

void TestFailoverResumed::nothingUnfinishedIsNothingToSay()
{
    const auto world = worldToFailBack();
    const LabResult shown = runLab(world->folder(), u"Get-CsRegistrarConfiguration"_s);
    QVERIFY(shown.outcome == Outcome::Succeeded);
    QCOMPARE(shown.warnings(), QStringList());
}

QTEST_GUILESS_MAIN(TestFailoverResumed)
#include "tst_failover_resumed.moc"
