// TaskQueue: work handed to the event loop of another thread.
#pragma once

#include <QObject>

#include <deque>
#include <functional>
#include <memory>
#include <mutex>

namespace cspool {

// Lives in the thread that does the work, which needs an event loop. Tasks cross under a mutex; the signal that wakes the
// thread carries nothing, as in Mailbox. Tasks that wait when the queue is destroyed are dropped.
class TaskQueue : public QObject
{
    Q_OBJECT

public:
    using Task = std::function<void()>;

private:
    struct State
    {
        std::mutex mutex;
        std::deque<Task> tasks;
        TaskQueue *queue = nullptr; // null: gone
        bool isSignalled = false;
    };

public:
    // The other threads' end; may outlive the queue.
    class Poster
    {
    public:
        // Any thread. Tasks run in the order of their posting, from the event loop. False when the queue is gone.
        bool post(Task task) const;

    private:
        friend class TaskQueue;
        std::shared_ptr<State> m_state = std::make_shared<State>();
    };

    explicit TaskQueue(QObject *parent = nullptr);
    ~TaskQueue() override;

    Poster poster() const { return m_poster; }

Q_SIGNALS:
    void tasksAvailable();

private:
    void runTasks();

    Poster m_poster;
};

} // namespace cspool
