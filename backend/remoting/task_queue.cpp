#include "backend/remoting/task_queue.h"

#include <utility>

namespace cspool {

bool TaskQueue::Poster::post(Task task) const
{
    const std::lock_guard lock(m_state->mutex);
    if (!m_state->queue)
        return false;
    m_state->tasks.push_back(std::move(task));
    // Under the lock: the queue cannot be destroyed meanwhile, and a queued signal runs nothing here.
    if (!std::exchange(m_state->isSignalled, true))
        Q_EMIT m_state->queue->tasksAvailable();
    return true;
}

TaskQueue::TaskQueue(QObject *parent)
    : QObject(parent)
{
    m_poster.m_state->queue = this;
    connect(this, &TaskQueue::tasksAvailable, this, &TaskQueue::runTasks, Qt::QueuedConnection);
}

TaskQueue::~TaskQueue()
{
    std::deque<Task> dropped; // destroyed after the lock: what a task holds may post again
    const std::lock_guard lock(m_poster.m_state->mutex);
    m_poster.m_state->queue = nullptr;
    dropped.swap(m_poster.m_state->tasks);
}

void TaskQueue::runTasks()
{
    const std::shared_ptr<State> state = m_poster.m_state;
    std::deque<Task> tasks;
    {
        const std::lock_guard lock(state->mutex);
        tasks.swap(state->tasks);
        state->isSignalled = false;
    }
    for (const Task &task : tasks) {
        task();
        // A task may have destroyed this queue: nothing of it is used any more. Only this thread does so.
        const std::lock_guard lock(state->mutex);
        if (!state->queue)
            return;
    }
}

} // namespace cspool
