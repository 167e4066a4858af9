// LinkThread: the network thread of one session, in which its RemoteLink lives.
#pragma once

#include "backend/remoting/remote_link.h"
#include "backend/remoting/task_queue.h"

#include <atomic>
#include <latch>
#include <memory>

class QThread;

namespace cspool {

// Made and destroyed in the window's thread. Destroying it closes the link and waits for that, for CloseTimeout at the
// longest; closeInBackground() does not wait.
class LinkThread
{
public:
    using MakeTransport = std::function<std::unique_ptr<PsrpTransport>()>;
    using Task = std::function<void(RemoteLink &)>;

    // The other threads' end; may outlive the thread.
    class Poster
    {
    public:
        // Any thread. False when the link is gone, or never came.
        bool post(Task task) const;

    private:
        friend class LinkThread;
        TaskQueue::Poster m_tasks;
        std::shared_ptr<RemoteLink *> m_link = std::make_shared<RemoteLink *>(nullptr); // of the network's thread only
    };

    // `make` is called in the network's thread.
    LinkThread(MakeTransport make, const ConnectionSettings &settings);
    ~LinkThread();

    Poster poster() const { return m_poster; }

    // Closes the link and keeps the thread until it has ended; the end of the program waits for it.
    static void closeInBackground(std::unique_ptr<LinkThread> thread);

private:
    void run(const MakeTransport &make, const ConnectionSettings &settings);
    void requestClose();

    std::unique_ptr<TaskQueue> m_queue; // of the network's thread, once that runs
    Poster m_poster;
    std::latch m_ended{1};
    std::atomic<bool> m_hasEnded = false;
    bool m_isClosing = false;
    std::unique_ptr<QThread> m_thread;
};

} // namespace cspool
