// WorkerThread: work that would block the window, done one after the other in a thread of its own.
#pragma once

#include <QObject>
#include <QPointer>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <type_traits>
#include <utility>

namespace cspool {

// Lives in the thread of its owner, which gets the results. Tasks and results cross in queues under a mutex; the signal
// that wakes the owner carries nothing. Destroying it waits for the task that runs and drops those that wait, unless
// drain() was called before; results that were not delivered yet are dropped.
class WorkerThread : public QObject
{
    Q_OBJECT

public:
    explicit WorkerThread(QObject *parent = nullptr);
    ~WorkerThread() override;

    // Runs `work` in the worker's thread, then `done(result)` in the owner's, from its event loop, unless `context` is
    // gone by then. `work` owns what it uses.
    template<typename Work, typename Done>
    void run(Work work, QObject *context, Done done)
    {
        using Value = std::invoke_result_t<Work>;
        post([this, work = std::move(work), guard = QPointer<QObject>(context), done = std::move(done)]() mutable {
            if constexpr (std::is_void_v<Value>) {
                work();
                deliver([guard, done = std::move(done)]() mutable {
                    if (guard)
                        done();
                });
            } else {
                auto value = std::make_shared<Value>(work());
                deliver([guard, value = std::move(value), done = std::move(done)]() mutable {
                    if (guard)
                        done(std::move(*value));
                });
            }
        });
    }

    // Work whose result nobody waits for.
    void post(std::function<void()> work);

    // Blocks until all tasks given so far are done; for the end of the program.
    void drain();

Q_SIGNALS:
    void resultsAvailable(); // from the worker's thread

private:
    void deliver(std::function<void()> result);
    void takeResults();
    void work();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::function<void()>> m_tasks;
    std::deque<std::function<void()>> m_results;
    bool m_isBusy = false;
    bool m_isEnding = false;
    bool m_isSignalled = false;
    std::thread m_thread;
};

} // namespace cspool
