// A stop reaches a waiter at any moment.
#include "backend/stop_token.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace cspool;
using namespace std::chrono_literals;

class TestStopToken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStopWakesAllWaiters()
    {
        // Many rounds: the stop comes before, during and after the beginning of the wait.
        for (int round = 0; round < 200; ++round) {
            StopSource source;
            std::atomic<int> stopped = 0;
            const auto wait = [token = source.token(), &stopped] { stopped += token.waitFor(1h) ? 1 : 0; };
            std::thread first(wait);
            std::thread second(wait);
            source.requestStop();
            first.join();
            second.join();
            QCOMPARE(stopped.load(), 2);
        }
    }

    void withoutAStopTheTimePasses()
    {
        const StopSource source;
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!source.token().waitFor(20ms));
        QVERIFY(timer.elapsed() >= 19);
        QVERIFY(!source.token().isStopRequested());
    }

    void aStopStaysAndASecondOneDoesNothing()
    {
        StopSource source;
        const StopToken before = source.token();
        source.requestStop();
        source.requestStop();
        QVERIFY(before.isStopRequested());
        QVERIFY(before.waitFor(1h));
        QVERIFY(source.token().waitFor(1h));
    }

    void anotherSourceIsNotConcerned()
    {
        StopSource source;
        const StopSource other;
        source.requestStop();
        QVERIFY(!other.token().isStopRequested());
    }
};

QTEST_GUILESS_MAIN(TestStopToken)
#include "tst_stop_token.moc"
