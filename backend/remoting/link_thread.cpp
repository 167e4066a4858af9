#include "backend/remoting/link_thread.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QThread>

#include <list>
#include <mutex>
#include <utility>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// The threads that close their links. They end before the application object is gone.
class ClosingThreads
{
public:
    static ClosingThreads &instance()
    {
        static ClosingThreads threads;
        return threads;
    }

    void add(std::unique_ptr<LinkThread> thread)
    {
        const std::lock_guard lock(m_mutex);
        if (!std::exchange(m_isRegistered, true))
            qAddPostRoutine([] { instance().waitForAll(); });
        m_threads.push_back(std::move(thread));
    }

    void waitForAll()
    {
        std::list<std::unique_ptr<LinkThread>> threads;
        const std::lock_guard lock(m_mutex);
        m_isRegistered = false;
        threads.swap(m_threads);
    }

    template <typename HasEnded> void removeEnded(HasEnded hasEnded)
    {
        const std::lock_guard lock(m_mutex);
        m_threads.remove_if(hasEnded);
    }

private:
    std::mutex m_mutex;
    std::list<std::unique_ptr<LinkThread>> m_threads;
    bool m_isRegistered = false;
};

} // namespace

bool LinkThread::Poster::post(Task task) const
{
    return m_tasks.post([link = m_link, task = std::move(task)] {
        if (*link)
            task(**link);
    });
}

LinkThread::LinkThread(MakeTransport make, const ConnectionSettings &settings)
    : m_queue(std::make_unique<TaskQueue>())
{
    m_poster.m_tasks = m_queue->poster();
    m_thread.reset(QThread::create([this, make = std::move(make), settings] { run(make, settings); }));
    m_thread->setObjectName(u"remote session"_s);
    m_queue->moveToThread(m_thread.get());
    m_thread->start();
}

LinkThread::~LinkThread()
{
    requestClose();
    // ThreadSanitizer sees the latch, but not what QThread::wait() does inside of an uninstrumented Qt.
    if (m_thread->isRunning() || m_thread->isFinished())
        m_ended.wait();
    m_thread->wait();
}

void LinkThread::run(const MakeTransport &make, const ConnectionSettings &settings)
{
    {
        QEventLoop loop;
        RemoteLink link(make(), settings);
        *m_poster.m_link = &link;
        loop.exec();
        *m_poster.m_link = nullptr;
    }
    m_queue.reset();
    m_hasEnded = true;
    m_ended.count_down();
}

void LinkThread::requestClose()
{
    if (std::exchange(m_isClosing, true))
        return;
    m_poster.post([](RemoteLink &link) { link.close([] { QThread::currentThread()->quit(); }); });
}

void LinkThread::closeInBackground(std::unique_ptr<LinkThread> thread)
{
    thread->requestClose();
    ClosingThreads::instance().removeEnded(
        [](const std::unique_ptr<LinkThread> &closing) { return closing->m_hasEnded.load(); });
    ClosingThreads::instance().add(std::move(thread));
}

} // namespace cspool
