#include "backend/disk_looks.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace cspool {

struct DiskLooks::Shared
{
    std::mutex mutex; // of everything below
    std::condition_variable changed;
    std::deque<std::function<Answered()>> looks;
    std::deque<Answered> answers;
    DiskLooks *owner = nullptr; // null: gone
    bool isSignalled = false;
};

DiskLooks::DiskLooks(QObject *parent)
    : QObject(parent)
    , m_shared(std::make_shared<Shared>())
{
    m_shared->owner = this;
    connect(this, &DiskLooks::answersAvailable, this, &DiskLooks::takeAnswers, Qt::QueuedConnection);
}

DiskLooks::~DiskLooks()
{
    std::deque<std::function<Answered()>> looks;
    std::deque<Answered> answers;
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->owner = nullptr;
        looks.swap(m_shared->looks);
        answers.swap(m_shared->answers);
    }
    m_shared->changed.notify_all();
}

void DiskLooks::post(std::function<Answered()> look)
{
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->looks.push_back(std::move(look));
    }
    m_shared->changed.notify_all();
    // Detached: whoever joined it would wait for the disk.
    if (!std::exchange(m_hasThread, true))
        std::thread([shared = m_shared] { work(shared); }).detach();
}

void DiskLooks::takeAnswers()
{
    std::deque<Answered> answers;
    {
        const std::lock_guard lock(m_shared->mutex);
        answers.swap(m_shared->answers);
        m_shared->isSignalled = false;
    }
    // An answer may destroy this object: nothing of it is used any more.
    for (const Answered &answer : answers)
        answer();
}

void DiskLooks::work(const std::shared_ptr<Shared> &shared)
{
    for (;;) {
        std::function<Answered()> look;
        {
            std::unique_lock lock(shared->mutex);
            shared->changed.wait(lock, [&shared] { return !shared->owner || !shared->looks.empty(); });
            if (!shared->owner)
                return;
            look = std::move(shared->looks.front());
            shared->looks.pop_front();
        }
        Answered answer = look();
        const std::lock_guard lock(shared->mutex);
        if (!shared->owner)
            return; // the lock is released before what the answer holds goes
        shared->answers.push_back(std::move(answer));
        // Under the lock, so that the owner is still there; the connection is queued.
        if (!std::exchange(shared->isSignalled, true))
            Q_EMIT shared->owner->answersAvailable();
    }
}

} // namespace cspool
