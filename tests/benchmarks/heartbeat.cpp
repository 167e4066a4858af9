#include "tests/benchmarks/heartbeat.h"

#include <QEventLoop>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>

namespace cspool::benchmark {

namespace {

constexpr double NanosecondsPerMillisecond = 1e6;

} // namespace

qint64 workOfThisThread()
{
#ifdef CLOCK_THREAD_CPUTIME_ID
    timespec time = {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
#else
    return 0;
#endif
}

bool runEventLoopUntil(const std::function<bool()> &isOver)
{
    using namespace std::chrono_literals;
    QEventLoop loop;
    QTimer question;
    QObject::connect(&question, &QTimer::timeout, &loop, [&] {
        if (isOver())
            loop.exit(0);
    });
    question.start(10ms);
    QTimer::singleShot(3min, &loop, [&] { loop.exit(1); });
    return loop.exec() == 0;
}

Heartbeat::Heartbeat(QObject *parent)
    : QObject(parent)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(std::chrono::milliseconds(1));
    connect(&m_timer, &QTimer::timeout, this, &Heartbeat::beat);
}

void Heartbeat::start()
{
    m_gaps.clear();
    m_gaps.reserve(1'000'000);
    m_longestWork = 0;
    m_lastBeat = 0;
    m_lastWork = workOfThisThread();
    m_clock.start();
    m_timer.start();
}

void Heartbeat::beat()
{
    const qint64 now = m_clock.nsecsElapsed();
    const qint64 work = workOfThisThread();
    m_gaps.push_back(now - m_lastBeat);
    m_longestWork = std::max(m_longestWork, work - m_lastWork);
    m_lastBeat = now;
    m_lastWork = work;
}

Gaps Heartbeat::stop()
{
    beat(); // what has begun counts
    m_timer.stop();
    std::sort(m_gaps.begin(), m_gaps.end());
    Gaps gaps;
    gaps.count = qsizetype(m_gaps.size());
    gaps.longest = double(m_gaps.back()) / NanosecondsPerMillisecond;
    gaps.longestAtWork = double(m_longestWork) / NanosecondsPerMillisecond;
    gaps.percentile999 = double(m_gaps[std::size_t(double(m_gaps.size() - 1) * 0.999)]) / NanosecondsPerMillisecond;
    return gaps;
}

void printGaps(const char *what, const Gaps &gaps)
{
    std::printf("%-58s %9.1f %9.1f %9.1f %9lld\n", what, gaps.longest, gaps.percentile999, gaps.longestAtWork,
                static_cast<long long>(gaps.count));
    std::fflush(stdout);
}

// The gaps until `isOver`, which is asked now and then.
Gaps watch(const std::function<void()> &begin, const std::function<bool()> &isOver)
{
    Heartbeat heartbeat;
    heartbeat.start();
    begin();
    if (!runEventLoopUntil(isOver))
        qFatal("What was to be measured did not come to its end");
    return heartbeat.stop();
}

} // namespace cspool::benchmark
