// The queue's rules: one job at a time per pair of pools, nobody overtakes, readers wait for no pool, only so many at
// once.
#include "backend/job_queue.h"

#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

const QUuid jobs[] = {QUuid::createUuidV5(QUuid(), u"0"_s), QUuid::createUuidV5(QUuid(), u"1"_s),
                      QUuid::createUuidV5(QUuid(), u"2"_s), QUuid::createUuidV5(QUuid(), u"3"_s)};

// "-": only reads; "*": everything; otherwise names of pools.
JobClaim claim(const QString &text)
{
    if (text == u"-")
        return {};
    if (text == u"*")
        return {JobClaim::Kind::Everything};
    const QStringList pools = text.split(u' ');
    return {JobClaim::Kind::Pools, {pools.begin(), pools.end()}};
}

QString indexes(const QList<QUuid> &list)
{
    QString result;
    for (const QUuid &job : list)
        result += QString::number(std::find(std::begin(jobs), std::end(jobs), job) - std::begin(jobs));
    return result;
}

} // namespace

class TestJobQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoMayStartBesideWhom_data()
    {
        QTest::addColumn<QStringList>("claims");
        QTest::addColumn<QString>("started");
        QTest::addColumn<QString>("afterFirstEnded"); // started once job 0 is released
        QTest::newRow("same pair") << QStringList{u"a b"_s, u"a b"_s} << u"0"_s << u"1"_s;
        QTest::newRow("other side of the pair") << QStringList{u"a b"_s, u"b a"_s} << u"0"_s << u"1"_s;
        QTest::newRow("one pool in common") << QStringList{u"a b"_s, u"b"_s} << u"0"_s << u"1"_s;
        QTest::newRow("two pairs") << QStringList{u"a b"_s, u"c d"_s} << u"01"_s << u""_s;
        QTest::newRow("readers") << QStringList{u"a b"_s, u"-"_s, u"-"_s} << u"012"_s << u""_s;
        QTest::newRow("everything after a pair") << QStringList{u"a b"_s, u"*"_s} << u"0"_s << u"1"_s;
        QTest::newRow("pair after everything") << QStringList{u"*"_s, u"a b"_s, u"c"_s} << u"0"_s << u"12"_s;
        QTest::newRow("reader during everything") << QStringList{u"*"_s, u"-"_s} << u"01"_s << u""_s;
        QTest::newRow("everything twice") << QStringList{u"*"_s, u"*"_s} << u"0"_s << u"1"_s;
        QTest::newRow("nobody overtakes everything") << QStringList{u"a b"_s, u"*"_s, u"c d"_s} << u"0"_s << u"1"_s;
        QTest::newRow("nobody overtakes in a pair")
            << QStringList{u"a b"_s, u"b c"_s, u"c d"_s, u"e"_s} << u"03"_s << u"1"_s;
        QTest::newRow("a stranger overtakes") << QStringList{u"a b"_s, u"a b"_s, u"c d"_s} << u"02"_s << u"1"_s;
    }
    void whoMayStartBesideWhom()
    {
        QFETCH(QStringList, claims);
        QFETCH(QString, started);
        QFETCH(QString, afterFirstEnded);
        JobQueue queue;
        for (qsizetype i = 0; i < claims.size(); ++i)
            queue.enqueue(jobs[i], claim(claims.at(i)));
        QCOMPARE(indexes(queue.takeStartable()), started);
        QCOMPARE(queue.takeStartable(), QList<QUuid>()); // nothing starts twice
        QCOMPARE(queue.waiting().size(), claims.size() - started.size());
        queue.release(jobs[0]);
        QCOMPARE(indexes(queue.takeStartable()), afterFirstEnded);
    }

    void aWaiterKnowsForWhomItWaits()
    {
        JobQueue queue;
        queue.enqueue(jobs[0], claim(u"a b"_s));
        queue.enqueue(jobs[1], claim(u"b a"_s));
        queue.enqueue(jobs[2], claim(u"*"_s));
        QVERIFY(queue.waitsFor(jobs[0]).isNull());
        QCOMPARE(indexes(queue.takeStartable()), u"0"_s);
        QVERIFY(queue.waitsFor(jobs[0]).isNull());
        QCOMPARE(queue.waitsFor(jobs[1]), jobs[0]);
        QCOMPARE(queue.waitsFor(jobs[2]), jobs[0]);
        queue.release(jobs[0]);
        QVERIFY(queue.waitsFor(jobs[1]).isNull());
        QCOMPARE(queue.waitsFor(jobs[2]), jobs[1]);
    }

    void aCancelledWaiterMakesWay()
    {
        JobQueue queue;
        queue.enqueue(jobs[0], claim(u"a b"_s));
        queue.enqueue(jobs[1], claim(u"*"_s));
        queue.enqueue(jobs[2], claim(u"c d"_s));
        QCOMPARE(indexes(queue.takeStartable()), u"0"_s);
        queue.release(jobs[1]);
        QCOMPARE(indexes(queue.takeStartable()), u"2"_s);
    }

    void theQueueKeepsItsOrder()
    {
        JobQueue queue;
        for (const QUuid &job : jobs)
            queue.enqueue(job, claim(u"a"_s));
        QCOMPARE(indexes(queue.takeStartable()), u"0"_s);
        QCOMPARE(indexes(queue.waiting()), u"123"_s);
    }

    void deploymentsDoNotWaitForEachOther()
    {
        JobQueue queue;
        queue.enqueue(jobs[0], {JobClaim::Kind::Everything, {}, QUuid::createUuid()});
        queue.enqueue(jobs[1], {JobClaim::Kind::Everything, {}, QUuid::createUuid()});
        QCOMPARE(indexes(queue.takeStartable()), u"01"_s);
    }

    // A deployment of genuine servers is open twice, through each pool of a pair.
    void connectionsToOneDeploymentShareItsPools()
    {
        const QUuid first = QUuid::createUuid();
        const QUuid second = QUuid::createUuid();
        JobQueue queue;
        queue.enqueue(jobs[0], {JobClaim::Kind::Pools, {u"a"_s, u"b"_s}, first, true});
        queue.enqueue(jobs[1], {JobClaim::Kind::Pools, {u"b"_s, u"a"_s}, second, true});
        queue.enqueue(jobs[2], {JobClaim::Kind::Everything, {u"a"_s}, second, true}); // its partner is not known
        queue.enqueue(jobs[3], {JobClaim::Kind::Pools, {u"a"_s}, QUuid::createUuid(), false}); // a lab's pool
        QCOMPARE(indexes(queue.takeStartable()), u"03"_s);
        QCOMPARE(queue.waitsFor(jobs[1]), jobs[0]);
        QCOMPARE(queue.waitsFor(jobs[2]), jobs[0]);
        queue.release(jobs[0]);
        QCOMPARE(indexes(queue.takeStartable()), u"1"_s);
    }

    // Found by a review: a command for 1,000 pools started 500 threads.
    void onlySoManyRunAtOnce_data()
    {
        QTest::addColumn<bool>("isChanging");
        QTest::newRow("changing") << true;
        QTest::newRow("reading") << false;
    }
    void onlySoManyRunAtOnce()
    {
        QFETCH(bool, isChanging);
        const auto claimNumber = [isChanging](int i) { return isChanging ? claim(u"pool%1"_s.arg(i)) : JobClaim(); };
        JobQueue queue;
        QList<QUuid> all;
        for (int i = 0; i < 3 * JobQueue::MaximumRunning; ++i) {
            all.append(QUuid::createUuid());
            queue.enqueue(all.last(), claimNumber(i));
        }
        QCOMPARE(queue.takeStartable(), all.first(JobQueue::MaximumRunning));
        QCOMPARE(queue.takeStartable(), QList<QUuid>());
        QCOMPARE(queue.waiting(), all.sliced(JobQueue::MaximumRunning));
        QVERIFY(queue.waitsFor(all.last()).isNull()); // for its turn, for no job in particular
        // Whichever ends, the first that waits takes its place.
        queue.release(all.at(3));
        queue.release(all.at(0));
        QCOMPARE(queue.takeStartable(), all.mid(JobQueue::MaximumRunning, 2));
        // The other kind, and another deployment, are not held up.
        const QUuid other = QUuid::createUuid();
        queue.enqueue(other, isChanging ? JobClaim() : claim(u"pool"_s));
        QCOMPARE(queue.takeStartable(), QList<QUuid>({other}));
        const QUuid elsewhere = QUuid::createUuid();
        queue.enqueue(elsewhere, {JobClaim::Kind::Pools, {u"pool0"_s}, QUuid::createUuid()});
        QCOMPARE(queue.takeStartable(), QList<QUuid>({elsewhere}));
    }

    // One that waits for its turn keeps its pools from later ones.
    void nobodyOvertakesWhoWaitsForItsTurn()
    {
        JobQueue queue;
        QList<QUuid> running;
        for (int i = 0; i < JobQueue::MaximumRunning; ++i) {
            running.append(QUuid::createUuid());
            queue.enqueue(running.last(), claim(u"pool%1"_s.arg(i)));
        }
        queue.enqueue(jobs[0], claim(u"a b"_s));
        queue.enqueue(jobs[1], claim(u"b"_s));
        QCOMPARE(queue.takeStartable(), running);
        QVERIFY(queue.waitsFor(jobs[0]).isNull());
        QCOMPARE(queue.waitsFor(jobs[1]), jobs[0]);
        queue.release(running.at(0));
        queue.release(running.at(1));
        QCOMPARE(indexes(queue.takeStartable()), u"0"_s);
    }

    void releasingAStrangerChangesNothing()
    {
        JobQueue queue;
        queue.enqueue(jobs[0], claim(u"a"_s));
        queue.enqueue(jobs[1], claim(u"a"_s));
        QCOMPARE(indexes(queue.takeStartable()), u"0"_s);
        queue.release(jobs[3]);
        QCOMPARE(queue.takeStartable(), QList<QUuid>());
    }
};

QTEST_GUILESS_MAIN(TestJobQueue)
#include "tst_job_queue.moc"
