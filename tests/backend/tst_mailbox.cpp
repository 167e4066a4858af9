// Records cross threads in order, bounded, and a reader that goes away frees the writer.
#include "backend/mailbox.h"

#include <QEventLoop>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <atomic>
#include <thread>

using namespace cspool;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Record numbered(int number)
{
    return {QDateTime::currentDateTimeUtc(), VerboseRecord{QString::number(number)}};
}

Record finished()
{
    return {QDateTime::currentDateTimeUtc(), FinishedRecord{}};
}

int numberOf(const Record &record)
{
    const auto *verbose = std::get_if<VerboseRecord>(&record.content);
    return verbose ? verbose->message.toInt() : -1;
}

} // namespace

class TestMailbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordsCrossThreadsCompleteAndInOrder_data()
    {
        QTest::addColumn<int>("capacity");
        QTest::newRow("smallest") << 1;
        QTest::newRow("small") << 7;
        QTest::newRow("larger than the work") << 100'000;
    }
    void recordsCrossThreadsCompleteAndInOrder()
    {
        QFETCH(int, capacity);
        constexpr int Count = 5000;
        Mailbox mailbox(std::size_t(capacity), nullptr);
        int next = 0;
        bool isFinished = false;
        bool isOrdered = true;
        std::size_t largestBatch = 0;
        QObject reader;
        QEventLoop loop;
        connect(
            &mailbox, &Mailbox::recordsAvailable, &reader,
            [&] {
                const std::vector<Record> batch = mailbox.takeAll();
                largestBatch = std::max(largestBatch, batch.size());
                for (const Record &record : batch) {
                    if (std::holds_alternative<FinishedRecord>(record.content))
                        isFinished = true;
                    else
                        isOrdered = numberOf(record) == next++ && !isFinished && isOrdered;
                }
                if (isFinished)
                    loop.quit();
            },
            Qt::QueuedConnection);
        std::thread writer([&] {
            for (int i = 0; i < Count; ++i)
                mailbox.push(numbered(i));
            mailbox.push(finished());
        });
        QTimer::singleShot(60s, &loop, [&] { loop.exit(1); });
        const bool hasEnded = loop.exec() == 0;
        if (!hasEnded)
            mailbox.close();
        writer.join();
        QVERIFY(hasEnded);
        QVERIFY(isOrdered);
        QCOMPARE(next, Count);
        QVERIFY2(largestBatch <= std::size_t(capacity) + 1, "the writer went ahead of the reader beyond the capacity");
    }

    void aFullMailboxHoldsTheWriterBack()
    {
        Mailbox mailbox(2);
        std::atomic<int> pushed = 0;
        std::thread writer([&] {
            for (int i = 0; i < 10; ++i) {
                mailbox.push(numbered(i));
                ++pushed;
            }
        });
        int taken = 0;
        while (taken < 10) {
            QVERIFY(mailbox.waitForRecords(60s));
            // What was pushed and not taken fits; one push may have returned whose count is not there yet.
            QVERIFY(pushed.load() - taken <= 2);
            taken += int(mailbox.takeAll().size());
        }
        writer.join();
        QCOMPARE(taken, 10);
    }

    void theEndIsTakenEvenWhenFull()
    {
        Mailbox mailbox(1);
        QVERIFY(mailbox.push(numbered(1)));
        QVERIFY(mailbox.push(finished()));
        const std::vector<Record> records = mailbox.takeAll();
        QCOMPARE(records.size(), std::size_t(2));
        QVERIFY(std::holds_alternative<FinishedRecord>(records.back().content));
    }

    void closingFreesAWriterThatWaits()
    {
        for (int round = 0; round < 100; ++round) {
            Mailbox mailbox(1);
            QVERIFY(mailbox.push(numbered(0)));
            bool wasTaken = true;
            std::thread writer([&] { wasTaken = mailbox.push(numbered(1)); });
            mailbox.close();
            writer.join();
            QVERIFY(!wasTaken);
            QVERIFY(!mailbox.push(finished()));
        }
    }

    void theSignalComesOnceUntilItIsAnswered()
    {
        Mailbox mailbox;
        QSignalSpy spy(&mailbox, &Mailbox::recordsAvailable);
        mailbox.push(numbered(1));
        mailbox.push(numbered(2));
        QCOMPARE(spy.count(), 1);
        QCOMPARE(mailbox.takeAll().size(), std::size_t(2));
        QVERIFY(mailbox.takeAll().empty());
        mailbox.push(numbered(3));
        QCOMPARE(spy.count(), 2);
    }

    void aReaderMayTakeFromItsSlot()
    {
        Mailbox mailbox(1);
        int taken = 0;
        connect(&mailbox, &Mailbox::recordsAvailable, this, [&] { taken += int(mailbox.takeAll().size()); });
        for (int i = 0; i < 5; ++i)
            mailbox.push(numbered(i)); // a deadlock if the signal came under the lock
        QCOMPARE(taken, 5);
    }

    void waitingForRecordsEndsWithTheTime()
    {
        Mailbox mailbox;
        QVERIFY(!mailbox.waitForRecords(1ms));
        mailbox.push(numbered(1));
        QVERIFY(mailbox.waitForRecords(1h));
    }
};

QTEST_GUILESS_MAIN(TestMailbox)
#include "tst_mailbox.moc"
