// Failover and failback cancelled at every moment, and crashed at every moment: rolled back before the commit, finished
// after it, by whichever command comes next.
#include "backend/lab/failover.h"
#include "tests/support/failover_world.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace cspool;
using namespace cspool::test;

namespace {

const QString A = QStringLiteral("a.example.com");
const QString B = QStringLiteral("b.example.com");

} // namespace

class TestFailoverInterrupted : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCancelledFailoverIsRolledBackOrDone();
    void aCancelledFailbackIsRolledBackOrLeft();
    void aCrashAtAnyMomentOfAFailoverIsRecovered();
    void aCrashAtAnyMomentOfAFailbackIsRecovered();
    void theSameCommandAgainFinishesWhatACrashLeft();
};

void TestFailoverInterrupted::aCancelledFailoverIsRolledBackOrDone()
{
    const auto filled = FailoverWorld::filled();
    const FailoverWorld &changed = *filled;
    changed.write(A, FailoverWorld::user(7), "not backed up");
    int rolledBack = 0;
    int done = 0;
    for (int moment = 1; done == 0; ++moment) {
        const FailoverWorld world(changed);
        TestRuntime runtime(u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -Confirm:$false"_s);
        int records = 0;
        runtime.observer = [&](const Record &record) {
            if (isStepsEdge(record) && ++records == moment)
                runtime.stop().requestStop();
        };
        const auto result = world.run(runtime);
        QVERIFY(!world.hasJournal());
        if (!result) {
            QVERIFY2(result.error().isStopped(), qPrintable(result.error().message));
            QCOMPARE(toString(runtime.runtime().outcomeOf(result)), u"Cancelled"_s);
            QCOMPARE(world.ownership(A), (PoolOwnership{A, A, 1, PoolState::Active, false}));
            world.write(A, FailoverWorld::user(1), "writable");
            rolledBack += runtime.warnings().join(u'\n').contains("rolled back"_L1) ? 1 : 0;
            continue;
        }
        QCOMPARE(world.ownership(A), (PoolOwnership{A, B, 2, PoolState::FailedOver, false}));
        QCOMPARE(world.documents(B, A), world.documents(A, A));
        ++done;
    }
    QVERIFY(rolledBack > 0);
}

void TestFailoverInterrupted::aCancelledFailbackIsRolledBackOrLeft()
{
    const auto filled = FailoverWorld::filled();
    const FailoverWorld &failedOver = *filled;
    failedOver.mustRun(u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -Confirm:$false"_s);
    failedOver.write(A, FailoverWorld::user(0), "changed on B");
    int rolledBack = 0;
    int left = 0;
    bool isUndisturbed = false;
    for (int moment = 1; !isUndisturbed; ++moment) {
        const FailoverWorld world(failedOver);
        TestRuntime runtime(u"Invoke-CsPoolFailBack -PoolFqdn a.example.com -Confirm:$false"_s);
        int records = 0;
        runtime.observer = [&](const Record &record) {
            if (isStepsEdge(record) && ++records == moment)
                runtime.stop().requestStop();
        };
        const auto result = world.run(runtime);
        isUndisturbed = records < moment;
        QVERIFY(!world.hasJournal());
        if (!result) {
            QVERIFY2(result.error().isStopped(), qPrintable(result.error().message));
            QCOMPARE(world.ownership(A), (PoolOwnership{A, B, 2, PoolState::FailedOver, false}));
            rolledBack += runtime.warnings().join(u'\n').contains("rolled back"_L1) ? 1 : 0;
        } else if (world.ownership(A).state == PoolState::FailedBack) {
            ++left;
            QCOMPARE(world.ownership(A), (PoolOwnership{A, A, 3, PoolState::FailedBack, false}));
            QVERIFY(runtime.runtime().warningCount() > 0);
        } else {
            QCOMPARE(world.ownership(A), (PoolOwnership{A, A, 3, PoolState::Active, false}));
        }
        // Wherever it ended, the next one brings it home.
        if (world.ownership(A).state != PoolState::Active)
            world.mustRun(u"Invoke-CsPoolFailBack -PoolFqdn a.example.com -Confirm:$false"_s);
        QCOMPARE(world.ownership(A), (PoolOwnership{A, A, 3, PoolState::Active, false}));
        QCOMPARE(world.documents(A, A).value(FailoverWorld::user(0)), "changed on B");
        QCOMPARE(world.documents(B, A), world.documents(A, A));
    }
    QVERIFY(rolledBack > 0);
    QVERIFY(left > 0);
}

void TestFailoverInterrupted::aCrashAtAnyMomentOfAFailoverIsRecovered()
{
    const auto filled = FailoverWorld::filled();
    const FailoverWorld &world = *filled;
    world.write(A, FailoverWorld::user(7), "not backed up");
    const QStringList crashes = crashesOf(world, u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -Confirm:$false"_s);
    QVERIFY(crashes.size() > 5);

    QSet<QString> seen;
    for (const QString &folder : crashes) {
        const auto deployment = valueOf(Deployment::open(folder, OpenMode::ReadWrite));
        const auto entry = valueOf(deployment->journalEntry(A));
        const auto before = valueOf(deployment->ownership(A));
        seen += entry ? entry->step : toString(before.state);

        TestRuntime runtime;
        const QList<Pool> pools = valueOf(valueOf(deployment->centralStore()).pools());
        const auto recovered = recoverFailover(*deployment, runtime.runtime(), pools, B); // by its partner, too
        QVERIFY2(recovered, recovered ? "" : qPrintable(recovered.error().message));
        QCOMPARE(runtime.warnings().size(), entry ? 1 : 0);
        QVERIFY(valueOf(deployment->journal()).isEmpty());
        const bool isCommitted = before.owner == B;
        QCOMPARE(valueOf(deployment->ownership(A)),
                 isCommitted ? (PoolOwnership{A, B, 2, PoolState::FailedOver, false})
                             : (PoolOwnership{A, A, 1, PoolState::Active, false}));
        if (!isCommitted)
            succeed(failOverPool(*deployment, runtime.runtime(), pools, A, false));
        auto store = valueOf(deployment->userStore(B));
        QCOMPARE(valueOf(store.find(FailoverWorld::user(7)))->data, "not backed up");
    }
    QCOMPARE(seen, (QSet<QString>{u"Active"_s, u"Started"_s, u"Synchronised"_s, u"Committed"_s, u"FailedOver"_s}));
}

void TestFailoverInterrupted::aCrashAtAnyMomentOfAFailbackIsRecovered()
{
    const auto filled = FailoverWorld::filled();
    const FailoverWorld &world = *filled;
    world.write(A, FailoverWorld::user(0), "lost change of A");
    world.mustRun(u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -DisasterMode -Confirm:$false"_s);
    world.write(A, FailoverWorld::user(0), "changed on B");
    world.write(A, FailoverWorld::user(8), "only on B");
    const QStringList crashes = crashesOf(world, u"Invoke-CsPoolFailBack -PoolFqdn a.example.com -Confirm:$false"_s);

    QSet<QString> seen;
    for (const QString &folder : crashes) {
        const auto deployment = valueOf(Deployment::open(folder, OpenMode::ReadWrite));
        const auto entry = valueOf(deployment->journalEntry(A));
        const auto before = valueOf(deployment->ownership(A));
        seen += entry ? entry->step : toString(before.state);

        TestRuntime runtime;
        const QList<Pool> pools = valueOf(valueOf(deployment->centralStore()).pools());
        const auto recovered = recoverFailover(*deployment, runtime.runtime(), pools, A);
        QVERIFY2(recovered, recovered ? "" : qPrintable(recovered.error().message));
        QVERIFY(valueOf(deployment->journal()).isEmpty());
        const bool isCommitted = before.owner == A;
        QCOMPARE(valueOf(deployment->ownership(A)),
                 isCommitted ? (PoolOwnership{A, A, 3, PoolState::Active, false})
                             : (PoolOwnership{A, B, 2, PoolState::FailedOver, false}));
        if (!isCommitted)
            succeed(failBackPool(*deployment, runtime.runtime(), pools, A, false));
        for (const QString &pool : {A, B}) {
            auto store = valueOf(deployment->userStore(pool));
            QCOMPARE(valueOf(store.find(FailoverWorld::user(0)))->data, "changed on B");
            QCOMPARE(valueOf(store.find(FailoverWorld::user(8)))->data, "only on B");
        }
        const QList<KeptDocument> losers = valueOf(valueOf(deployment->userStore(A)).keptAside());
        QCOMPARE(losers.size(), 1);
        QCOMPARE(losers.constFirst().document.data, "lost change of A");
    }
    QCOMPARE(seen, (QSet<QString>{u"FailedOver"_s, u"Started"_s, u"Synchronised"_s, u"Committed"_s, u"Active"_s}));
}

void TestFailoverInterrupted::theSameCommandAgainFinishesWhatACrashLeft()
{
    const auto filled = FailoverWorld::filled();
    const FailoverWorld &world = *filled;
    for (const QString &line : {u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -Confirm:$false"_s,
                                u"Invoke-CsPoolFailBack -PoolFqdn a.example.com -Confirm:$false"_s}) {
        const QStringList crashes = crashesOf(world, line);
        int again = 0;
        for (const QString &folder : crashes) {
            // A crash after the journal's end leaves a command that is done: running it again is an error, not a
            // finish.
            const bool isUnfinished
                = !valueOf(valueOf(Deployment::open(folder, OpenMode::ReadOnly))->journal()).isEmpty();
            TestRuntime runtime(line);
            const auto result = FailoverWorld::runIn(folder, runtime);
            if (!isUnfinished)
                continue;
            QVERIFY2(result, result ? "" : qPrintable(result.error().message));
            QVERIFY(runtime.runtime().warningCount() > 0);
            ++again;
        }
        QVERIFY(again > 2);
        for (const QString &folder : crashes)
            QDir(folder).removeRecursively();
    }
}

QTEST_GUILESS_MAIN(TestFailoverInterrupted)
#include "tst_failover_interrupted.moc"
