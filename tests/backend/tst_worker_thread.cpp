// Work away from the window's thread: its order, its results, and its end.
#include "backend/worker_thread.h"

#include <QTest>
#include <QThread>

#include <latch>

using namespace cspool;

class TestWorkerThread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void workIsDoneElsewhereAndItsResultComesHere()
    {
        WorkerThread worker;
        Qt::HANDLE workThread = nullptr;
        std::optional<int> result;
        Qt::HANDLE resultThread = nullptr;
        worker.run(
            [&] {
                workThread = QThread::currentThreadId();
                return 42;
            },
            this,
            [&](int value) {
                result = value;
                resultThread = QThread::currentThreadId();
            });
        QVERIFY(!result); // from the event loop only
        QTRY_VERIFY(result);
        QCOMPARE(*result, 42);
        QCOMPARE(resultThread, QThread::currentThreadId());
        QVERIFY(workThread != resultThread);
    }

    void tasksAndResultsKeepTheirOrder()
    {
        WorkerThread worker;
        QList<int> done; // by the worker's thread only, until drain()
        QList<int> results;
        for (int i = 0; i < 1000; ++i) {
            worker.run(
                [&done, i] {
                    done.append(i);
                    return i;
                },
                this, [&results](int value) { results.append(value); });
        }
        worker.drain();
        QCOMPARE(done.size(), 1000);
        QVERIFY(std::is_sorted(done.cbegin(), done.cend()));
        QTRY_COMPARE(results.size(), 1000);
        QCOMPARE(results, done);
    }

    void workWithoutAResultIsToldToBeDone()
    {
        WorkerThread worker;
        bool isDone = false;
        worker.run([] {}, this, [&] { isDone = true; });
        QTRY_VERIFY(isDone);
    }

    void theResultOfAContextThatIsGoneIsDropped()
    {
        WorkerThread worker;
        auto context = std::make_unique<QObject>();
        bool isDropped = true;
        bool isLastDone = false;
        worker.run([] { return 1; }, context.get(), [&](int) { isDropped = false; });
        worker.run([] { return 2; }, this, [&](int) { isLastDone = true; });
        worker.drain();
        context.reset();
        QTRY_VERIFY(isLastDone);
        QVERIFY(isDropped);
    }

    void destroyingItWaitsForTheTaskThatRunsAndDropsItsResult()
    {
        std::latch begun(1);
        std::latch goOn(1);
        bool isDone = false;
        bool isTold = false;
        auto worker = std::make_unique<WorkerThread>();
        worker->run(
            [&] {
                begun.count_down();
                goOn.wait();
                isDone = true;
            },
            this, [&] { isTold = true; });
        begun.wait();
        std::thread releaser([&] { goOn.count_down(); });
        worker.reset();
        releaser.join();
        QVERIFY(isDone);
        QCoreApplication::processEvents();
        QVERIFY(!isTold);
    }

    void drainDoesWhatWaits()
    {
        int done = 0;
        {
            WorkerThread worker;
            for (int i = 0; i < 100; ++i)
                worker.post([&done] { ++done; });
            worker.drain();
            QCOMPARE(done, 100);
            worker.drain(); // nothing to wait for
        }
        QCOMPARE(done, 100);
    }

    void aResultMayDestroyTheWorker()
    {
        auto worker = std::make_unique<WorkerThread>();
        worker->run([] { return 1; }, this, [&](int) { worker.reset(); });
        QTRY_VERIFY(!worker);
    }

    void aResultMayGiveMoreWork()
    {
        WorkerThread worker;
        int count = 0;
        std::function<void(int)> again = [&](int value) {
            count = value;
            if (value < 50)
                worker.run([value] { return value + 1; }, this, again);
        };
        worker.run([] { return 1; }, this, again);
        QTRY_COMPARE(count, 50);
    }
};

QTEST_GUILESS_MAIN(TestWorkerThread)
#include "tst_worker_thread.moc"
