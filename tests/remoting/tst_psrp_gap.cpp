// Gaps in what a server said, after a connection was lost: when it can be shown that nothing is missing, and when not.
#include "backend/remoting/psrp/psrp_fragment.h"

#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype FragmentSize = 30; // nine bytes of payload

// A server's messages, cut into fragments; numbered over all lanes.
class Sender
{
public:
    QList<QByteArray> message(char letter, qsizetype size = 9)
    {
        return m_fragmenter.fragments(QByteArray(size, letter), FragmentSize);
    }

private:
    PsrpFragmenter m_fragmenter;
};

QByteArray lettersOf(const Result<QList<QByteArray>> &messages)
{
    QByteArray letters;
    for (const QByteArray &message : messages ? *messages : QList<QByteArray>{"!"})
        letters += message.front();
    return letters;
}

} // namespace

class TestPsrpGap : public QObject
{
    Q_OBJECT

private:
    const QUuid m_lane = QUuid::createUuid();
    const QUuid m_other = QUuid::createUuid();

private Q_SLOTS:
    void nothingIsMissingWithoutAGap()
    {
        Sender sender;
        PsrpDefragmenter in;
        QCOMPARE(lettersOf(in.add(sender.message('a').join(), m_lane)), QByteArray("a"));
        QVERIFY(in.isComplete(m_lane));
        QVERIFY(in.isComplete(m_other)); // of which nothing came
    }

    void theNextNumberShowsThatNothingIsMissing()
    {
        Sender sender;
        PsrpDefragmenter in;
        QVERIFY(in.add(sender.message('a').join(), m_lane));
        in.expectGap(m_lane);
        QCOMPARE(lettersOf(in.add(sender.message('b').join(), m_lane)), QByteArray("b"));
        QVERIFY(in.isComplete(m_lane));
    }

    void aMissingNumberMayBeAMissingMessage()
    {
        Sender sender;
        PsrpDefragmenter in;
        QVERIFY(in.add(sender.message('a').join(), m_lane));
        in.expectGap(m_lane);
        sender.message('x'); // with the connection
        QCOMPARE(lettersOf(in.add(sender.message('b').join(), m_lane)), QByteArray("b"));
        QVERIFY(!in.isComplete(m_lane));
        QVERIFY(in.isComplete(m_other));
    }

    void whatCameOnAnotherLaneIsNotMissing_data()
    {
        QTest::addColumn<bool>("comesLater");
        QTest::newRow("before") << false;
        QTest::newRow("after") << true;
    }
    void whatCameOnAnotherLaneIsNotMissing()
    {
        QFETCH(const bool, comesLater);
        Sender sender;
        PsrpDefragmenter in;
        QVERIFY(in.add(sender.message('a').join(), m_lane));
        const QByteArray elsewhere = sender.message('o').join();
        if (!comesLater)
            QVERIFY(in.add(elsewhere, m_other));
        in.expectGap(m_lane);
        QVERIFY(in.add(sender.message('b').join(), m_lane));
        QCOMPARE(in.isComplete(m_lane), !comesLater);
        if (comesLater)
            QVERIFY(in.add(elsewhere, m_other));
        QVERIFY(in.isComplete(m_lane));
    }

    void aGapBeforeTheFirstMessageIsSeenByAllNumbers()
    {
        Sender sender;
        PsrpDefragmenter in;
        QVERIFY(in.add(sender.message('p').join(), {}));
        in.expectGap(m_lane);
        QVERIFY(in.add(sender.message('a').join(), m_lane));
        QVERIFY(in.isComplete(m_lane));
        sender.message('x');
        in.expectGap(m_other);
        QVERIFY(in.add(sender.message('b').join(), m_other));
        QVERIFY(!in.isComplete(m_other));
    }

    void aMessageThatWasBegunGoesOn()
    {
        Sender sender;
        PsrpDefragmenter in;
        const QList<QByteArray> fragments = sender.message('a', 20);
        QCOMPARE(lettersOf(in.add(fragments.at(0), m_lane)), QByteArray());
        in.expectGap(m_lane);
        QCOMPARE(lettersOf(in.add(fragments.at(1) + fragments.at(2), m_lane)), QByteArray("a"));
        QVERIFY(in.isComplete(m_lane));
    }

    // Which fragments of a message of four, and of the one after it, are lost.
    void whatIsIncompleteIsDroppedAndTheRestArrives_data()
    {
        QTest::addColumn<int>("arrivedBefore"); // of the first message
        QTest::addColumn<int>("lost");
        QTest::newRow("the end of a message") << 1 << 3;
        QTest::newRow("the middle of a message") << 1 << 1;
        QTest::newRow("the beginning of a message") << 0 << 2;
        QTest::newRow("more than a message") << 2 << 3;
    }
    void whatIsIncompleteIsDroppedAndTheRestArrives()
    {
        QFETCH(const int, arrivedBefore);
        QFETCH(const int, lost);
        Sender sender;
        PsrpDefragmenter in;
        const QList<QByteArray> fragments = sender.message('a', 36) + sender.message('b', 18) + sender.message('c');
        QVERIFY(in.add(fragments.first(arrivedBefore).join(), m_lane));
        in.expectGap(m_lane);
        const QByteArray letters = lettersOf(in.add(fragments.sliced(arrivedBefore + lost).join(), m_lane));
        QCOMPARE(letters, QByteArray(arrivedBefore + lost > 4 ? "c" : "bc"));
        QVERIFY(!in.isComplete(m_lane));
        QVERIFY(!in.isInMessage());
    }

    void halfAFragmentBeforeAGapIsLost()
    {
        Sender sender;
        PsrpDefragmenter in;
        QVERIFY(in.add(sender.message('a').join().first(25), m_lane));
        in.expectGap(m_lane);
        QCOMPARE(lettersOf(in.add(sender.message('b').join(), m_lane)), QByteArray("b"));
        QVERIFY(!in.isComplete(m_lane));
    }

    void disorderWithoutAGapIsAnErrorAsEver()
    {
        Sender sender;
        PsrpDefragmenter in;
        const QList<QByteArray> fragments = sender.message('a', 36);
        QVERIFY(in.add(fragments.at(0), m_lane));
        QVERIFY(!in.add(fragments.at(2), m_lane));
    }

    void sharedNumbersShowNothing()
    {
        Sender sender; // of a process with other sessions in it
        PsrpDefragmenter in;
        QVERIFY(in.add(sender.message('a').join(), m_lane));
        sender.message('s');
        in.expectGap(m_lane);
        QVERIFY(in.add(sender.message('b').join(), m_lane));
        QVERIFY(!in.isComplete(m_lane)); // though nothing was lost
    }

    void numbersAreKeptInRanges()
    {
        PsrpObjectIds ids;
        for (const quint64 id : {5, 1, 2, 4, 9, 3, 3, 5})
            ids.insert(id);
        QCOMPARE(ids.rangeCount(), 2);
        QVERIFY(ids.hasAll(1, 5));
        QVERIFY(ids.hasAll(9, 9));
        QVERIFY(!ids.hasAll(1, 9));
        QVERIFY(!ids.hasAll(0, 1));
        QVERIFY(ids.hasAll(7, 6)); // none
        for (const quint64 id : {8, 6, 7})
            ids.insert(id);
        QCOMPARE(ids.rangeCount(), 1);
        QVERIFY(ids.hasAll(1, 9));
    }

    void rangesAreBounded()
    {
        PsrpObjectIds ids;
        for (quint64 id = 1; id <= 20'000; id += 2)
            ids.insert(id);
        QCOMPARE(ids.rangeCount(), PsrpObjectIds::MaxRanges);
        QVERIFY(ids.hasAll(19'999, 19'999));
        QVERIFY(!ids.hasAll(1, 1)); // forgotten, which is on the safe side
    }
};

QTEST_GUILESS_MAIN(TestPsrpGap)
#include "tst_psrp_gap.moc"
