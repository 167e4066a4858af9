// Looks at disks that may never answer: their answers, and the end that waits for none of them.
#include "backend/disk_looks.h"

#include <QTest>
#include <QThread>

#include <latch>

using namespace cspool;

class TestDiskLooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLookIsDoneElsewhereAndItsAnswerComesHere()
    {
        DiskLooks looks;
        std::optional<Qt::HANDLE> lookedIn;
        looks.run([] { return QThread::currentThreadId(); }, this, [&](Qt::HANDLE thread) { lookedIn = thread; });
        QVERIFY(!lookedIn); // from the event loop only
        QTRY_VERIFY(lookedIn);
        QVERIFY(*lookedIn != QThread::currentThreadId());
    }

    void answersKeepTheirOrder()
    {
        DiskLooks looks;
        QList<int> answers;
        for (int i = 0; i < 1000; ++i)
            looks.run([i] { return i; }, this, [&answers](int value) { answers.append(value); });
        QTRY_COMPARE(answers.size(), 1000);
        QVERIFY(std::is_sorted(answers.cbegin(), answers.cend()));
    }

    void theAnswerOfAContextThatIsGoneIsDropped()
    {
        DiskLooks looks;
        auto context = std::make_unique<QObject>();
        bool isDropped = true;
        bool isLastDone = false;
        looks.run([] { return 1; }, context.get(), [&](int) { isDropped = false; });
        looks.run([] { return 2; }, this, [&](int) { isLastDone = true; });
        context.reset();
        QTRY_VERIFY(isLastDone);
        QVERIFY(isDropped);
    }

    void theEndWaitsForNoLookThatHangs()
    {
        struct Gate
        {
            std::latch begun{1};
            std::latch goOn{1};
            std::latch ended{1};
        };
        const auto gate = std::make_shared<Gate>();
        bool isTold = false;
        bool isSecondDone = false;
        auto looks = std::make_unique<DiskLooks>();
        looks->run(
            [gate] {
                gate->begun.count_down();
                gate->goOn.wait();
                gate->ended.count_down();
                return 1;
            },
            this, [&](int) { isTold = true; });
        looks->run([] { return 2; }, this, [&](int) { isSecondDone = true; });
        gate->begun.wait();
        looks.reset(); // would never come back
        gate->goOn.count_down();
        gate->ended.wait();
        QTest::qWait(0);
        QVERIFY(!isTold);
        QVERIFY(!isSecondDone);
    }

    void anAnswerMayEndIt()
    {
        auto looks = std::make_unique<DiskLooks>();
        looks->run([] { return 1; }, this, [&](int) { looks.reset(); });
        QTRY_VERIFY(!looks);
    }
};

QTEST_GUILESS_MAIN(TestDiskLooks)
#include "tst_disk_looks.moc"
