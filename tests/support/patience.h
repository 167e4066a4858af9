// Waiting for what must come: so long that no machine is too slow or too busy for it, and no longer than until it has
// come. The build includes this in every test, because Qt's own QTRY_ macros give up after five seconds, and look only
// twenty times in each.
#pragma once

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QTest>
#include <QTimer>

namespace cspool::test {

inline constexpr int LongWait = 60'000; // milliseconds

// Handles events until `condition` is true, which it looks at after every event, and every few milliseconds for what
// other threads do. False: it was not in that time, or the test has failed meanwhile.
template <typename Condition> bool waitUntil(const Condition &condition, int milliseconds = LongWait)
{
    const QDeadlineTimer deadline(milliseconds);
    QTimer tick;
    tick.start(5);
    while (!condition()) {
        if (deadline.hasExpired() || (QTest::currentTestFunction() && QTest::currentTestFailed()))
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

} // namespace cspool::test

#undef QTRY_VERIFY
#undef QTRY_VERIFY2
#undef QTRY_COMPARE
#undef QTRY_VERIFY_WITH_TIMEOUT
#undef QTRY_COMPARE_WITH_TIMEOUT
#define QTRY_VERIFY_WITH_TIMEOUT(condition, milliseconds)                                                              \
    do {                                                                                                               \
        cspool::test::waitUntil([&] { return bool(condition); }, milliseconds);                                        \
        QVERIFY(condition);                                                                                            \
    } while (false)
#define QTRY_COMPARE_WITH_TIMEOUT(actual, expected, milliseconds)                                                      \
    do {                                                                                                               \
        cspool::test::waitUntil([&] { return bool((actual) == (expected)); }, milliseconds);                           \
        QCOMPARE(actual, expected);                                                                                    \
    } while (false)
#define QTRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, cspool::test::LongWait)
#define QTRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, cspool::test::LongWait)
#define QTRY_VERIFY2(condition, message)                                                                               \
    do {                                                                                                               \
        cspool::test::waitUntil([&] { return bool(condition); });                                                      \
        QVERIFY2(condition, message);                                                                                  \
    } while (false)
