// Heartbeat: how long the window's event loop was away: the gaps between the beats of a timer of one millisecond.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

namespace cspool::benchmark {

struct Gaps
{
    double longest = 0; // milliseconds, as all here
    double longestAtWork = 0; // the most that the thread itself computed between two beats: without waiting for a core
    double percentile999 = 0; // 99.9 % of all gaps were no longer
    qsizetype count = 0;
};

// What the calling thread has computed so far, in nanoseconds; 0 where the system does not tell.
qint64 workOfThisThread();

// Runs the event loop until `isOver`, which is asked now and then; false: it did not come to that within three minutes.
// (QTest::qWaitFor() would sleep between the events.)
bool runEventLoopUntil(const std::function<bool()> &isOver);

// In the thread of the event loop that it watches.
class Heartbeat : public QObject
{
    Q_OBJECT

public:
    explicit Heartbeat(QObject *parent = nullptr);

    void start();
    // What there was since start().
    Gaps stop();

private:
    void beat();

    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_lastBeat = 0; // nanoseconds
    qint64 m_lastWork = 0;
    qint64 m_longestWork = 0;
    std::vector<qint64> m_gaps;
};

// The gaps until `isOver`, which is asked now and then. Ends the program when it does not come to that.
Gaps watch(const std::function<void()> &begin, const std::function<bool()> &isOver);
// A line of the table of gaps.
void printGaps(const char *what, const Gaps &gaps);

} // namespace cspool::benchmark
