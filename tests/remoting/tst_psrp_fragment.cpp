// Messages are cut into fragments and put together again, whatever their size and however they arrive.
#include "backend/remoting/psrp/psrp_fragment.h"

#include <QRandomGenerator>
#include <QtEndian>
#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

QByteArray message(qsizetype size)
{
    QByteArray bytes(size, '\0');
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = char(i * 7 + i / 256);
    return bytes;
}

QByteArray fragment(quint64 object, quint64 id, quint8 flags, const QByteArray &part, std::optional<quint32> size = {})
{
    QByteArray bytes(21, '\0');
    qToBigEndian(object, bytes.data());
    qToBigEndian(id, bytes.data() + 8);
    bytes[16] = char(flags);
    qToBigEndian(size.value_or(quint32(part.size())), bytes.data() + 17);
    return bytes + part;
}

} // namespace

class TestPsrpFragment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theHeaderIsBigEndian()
    {
        PsrpFragmenter fragmenter;
        QCOMPARE(fragmenter.fragments("abc", 100), QList<QByteArray>{fragment(1, 0, 3, "abc")});
        QCOMPARE(fragmenter.fragments("abcde", 23),
                 (QList<QByteArray>{fragment(2, 0, 1, "ab"), fragment(2, 1, 0, "cd"), fragment(2, 2, 2, "e")}));
        QCOMPARE(fragmenter.fragments("", 100), QList<QByteArray>{fragment(3, 0, 3, "")});
        QCOMPARE(fragment(1, 0, 3, "abc").toHex(), QByteArray("000000000000000100000000000000000300000003616263"));
    }

    void everySizeOfFragmentGivesTheMessageBack()
    {
        const QByteArray whole = message(257);
        for (qsizetype size = 22; size <= 21 + 257 + 1; ++size) {
            PsrpFragmenter fragmenter;
            PsrpDefragmenter defragmenter;
            const QList<QByteArray> fragments = fragmenter.fragments(whole, size);
            QCOMPARE(fragments.size(), (257 + size - 22) / (size - 21));
            for (qsizetype i = 0; i < fragments.size(); ++i) {
                QVERIFY(fragments[i].size() <= size);
                const auto complete = defragmenter.add(fragments[i]);
                QVERIFY(complete);
                QCOMPARE(*complete, i + 1 == fragments.size() ? QList<QByteArray>{whole} : QList<QByteArray>());
            }
            QVERIFY(!defragmenter.isInMessage());
        }
    }

    void fragmentsSplitAtEveryByteGiveTheMessagesBack()
    {
        PsrpFragmenter fragmenter;
        const QByteArray bytes
            = fragmenter.fragments(message(30), 40).join() + fragmenter.fragments(message(5), 40).join();
        for (qsizetype at = 0; at <= bytes.size(); ++at) {
            PsrpDefragmenter defragmenter;
            const auto first = defragmenter.add(bytes.first(at));
            const auto second = defragmenter.add(bytes.sliced(at));
            QVERIFY(first && second);
            QCOMPARE(*first + *second, (QList<QByteArray>{message(30), message(5)}));
        }
    }

    void messagesInterleaveAndLanesDoNotMix()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 50; ++round) {
            PsrpFragmenter fragmenter;
            QList<QList<QByteArray>> queues;
            QList<QByteArray> expected;
            for (int i = 0; i < 5; ++i) {
                expected.append(message(1 + random.bounded(100)) + char('a' + i));
                queues.append(fragmenter.fragments(expected.last(), 22 + random.bounded(30)));
            }
            const QList<QUuid> lanes{QUuid(), QUuid::createUuid(), QUuid::createUuid(), QUuid::createUuid(),
                                     QUuid::createUuid()};
            PsrpDefragmenter defragmenter;
            QList<QByteArray> received;
            while (std::any_of(queues.begin(), queues.end(), [](const auto &queue) { return !queue.isEmpty(); })) {
                const int lane = random.bounded(5);
                if (queues[lane].isEmpty())
                    continue;
                // A part of a fragment on one lane, then something on another.
                QByteArray &next = queues[lane].first();
                const qsizetype size = 1 + random.bounded(int(next.size()));
                const auto complete = defragmenter.add(next.first(size), lanes[lane]);
                QVERIFY(complete);
                received += *complete;
                next.remove(0, size);
                if (next.isEmpty())
                    queues[lane].removeFirst();
            }
            std::sort(received.begin(), received.end());
            std::sort(expected.begin(), expected.end());
            QCOMPARE(received, expected);
            QVERIFY(!defragmenter.isInMessage());
        }
    }

    void wrongFragmentsAreAnErrorForGood_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QString outOfOrder = u"The server sent the fragments of a message out of order."_s;
        QTest::addColumn<QString>("sentence");
        QTest::newRow("unknown flags") << fragment(1, 0, 7, "a")
                                       << u"The server sent a fragment with flags that are not known."_s;
        QTest::newRow("garbage") << QByteArray(100, '\xFF')
                                 << u"The server sent a fragment with flags that are not known."_s;
        QTest::newRow("too large") << fragment(1, 0, 3, "", 0xFFFFFFFF)
                                   << u"The server sent a message that is too large."_s;
        QTest::newRow("no start") << fragment(1, 1, 2, "a") << outOfOrder;
        QTest::newRow("started twice") << fragment(1, 0, 1, "a") + fragment(1, 0, 1, "a") << outOfOrder;
        QTest::newRow("one missing") << fragment(1, 0, 1, "a") + fragment(1, 2, 2, "a") << outOfOrder;
        QTest::newRow("one twice") << fragment(1, 0, 1, "a") + fragment(1, 1, 0, "a") + fragment(1, 1, 0, "a")
                                   << outOfOrder;
        QTest::newRow("start not the first") << fragment(1, 5, 3, "a") << outOfOrder;
    }

    void wrongFragmentsAreAnErrorForGood()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, sentence);
        PsrpDefragmenter defragmenter;
        const auto added = defragmenter.add(bytes);
        QVERIFY(!added);
        QCOMPARE(added.error().message, sentence);
        const auto again = defragmenter.add(fragment(9, 0, 3, "fine"));
        QVERIFY(!again);
        QCOMPARE(again.error(), added.error());
    }

    void limitsHold()
    {
        PsrpDefragmenter large(10);
        QCOMPARE(*large.add(fragment(1, 0, 3, message(10))), QList<QByteArray>{message(10)});
        QVERIFY(large.add(fragment(2, 0, 1, message(6))));
        QVERIFY(large.add(fragment(3, 0, 1, message(4))));
        QVERIFY(large.add(fragment(3, 1, 2, "")));
        QVERIFY(large.add(fragment(2, 1, 0, message(4))));
        QVERIFY(!large.add(fragment(2, 2, 2, "x")));
        PsrpDefragmenter many(100, 2);
        QVERIFY(many.add(fragment(1, 0, 1, "a") + fragment(2, 0, 1, "a")));
        QVERIFY(!many.add(fragment(3, 0, 1, "a")));
    }

    void aTruncatedFragmentIsWaitedFor()
    {
        PsrpDefragmenter defragmenter;
        QVERIFY(defragmenter.add(fragment(1, 0, 3, "abc").chopped(1))->isEmpty());
        QVERIFY(defragmenter.isInMessage());
        QCOMPARE(*defragmenter.add("c"), QList<QByteArray>{"abc"});
    }
};

QTEST_GUILESS_MAIN(TestPsrpFragment)
#include "tst_psrp_fragment.moc"
