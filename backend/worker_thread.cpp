#include "backend/worker_thread.h"

#include "backend/exit_watch.h"

namespace cspool {

using namespace Qt::StringLiterals;

WorkerThread::WorkerThread(QObject *parent)
    : QObject(parent)
{
    connect(this, &WorkerThread::resultsAvailable, this, &WorkerThread::takeResults, Qt::QueuedConnection);
    m_thread = std::thread([this] { work(); });
}

WorkerThread::~WorkerThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
        m_tasks.clear();
    }
    m_changed.notify_all();
    const ExitWait wait(u"work on files"_s);
    m_thread.join();
}

void WorkerThread::post(std::function<void()> work)
{
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(work));
    }
    m_changed.notify_all();
}

void WorkerThread::drain()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_tasks.empty() && !m_isBusy; });
}

void WorkerThread::deliver(std::function<void()> result)
{
    bool mustSignal = false;
    {
        const std::lock_guard lock(m_mutex);
        m_results.push_back(std::move(result));
        mustSignal = !std::exchange(m_isSignalled, true);
    }
    if (mustSignal)
        Q_EMIT resultsAvailable();
}

void WorkerThread::takeResults()
{
    std::deque<std::function<void()>> results;
    {
        const std::lock_guard lock(m_mutex);
        results.swap(m_results);
        m_isSignalled = false;
    }
    // A result may destroy this object: nothing of it is used any more.
    for (const std::function<void()> &result : results)
        result();
}

void WorkerThread::work()
{
    for (;;) {
        std::function<void()> task;
        {
            std::unique_lock lock(m_mutex);
            m_isBusy = false;
            m_changed.notify_all();
            m_changed.wait(lock, [this] { return m_isEnding || !m_tasks.empty(); });
            if (m_tasks.empty())
                return;
            task = std::move(m_tasks.front());
            m_tasks.pop_front();
            m_isBusy = true;
        }
        task();
    }
}

} // namespace cspool
