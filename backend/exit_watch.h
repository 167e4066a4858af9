// ExitWatch and ExitWait: the program's end is not put off for ever by what it waits for.
#pragma once

#include <QString>
#include <QStringList>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <list>
#include <mutex>
#include <thread>

namespace cspool {

// While it lives, its thread waits for `what`. For destructors that wait for other threads, which a disk or a server
// that does not answer may hold up. Any thread.
class ExitWait
{
public:
    explicit ExitWait(const QString &what); // for the log: "job Backup-CsPool a.example.com"
    ~ExitWait();
    Q_DISABLE_COPY_MOVE(ExitWait)

private:
    std::list<QString>::iterator m_place;
};

// Lives in main() before everything whose destructors wait. What is at work at the end is told to stop, and waited for,
// so that it leaves everything as it should be; what has not stopped after `patience` never will in a time that
// anybody waits for. Then `giveUp` is called, in a thread of the watch's own, with what is waited for at that moment;
// in a program it ends the process. What that costs: nothing that was confirmed, for stores and history are safe from a
// process that is killed; a job that was cut off is Interrupted at the next start; a reading is lost.
class ExitWatch
{
public:
    using GiveUp = std::function<void(const QStringList &waits)>;

    ExitWatch(std::chrono::milliseconds patience, GiveUp giveUp);
    ~ExitWatch(); // everything has ended: `giveUp` is called no more
    Q_DISABLE_COPY_MOVE(ExitWatch)

    void begin(); // the end has begun; once

private:
    void watch();

    const std::chrono::milliseconds m_patience;
    const GiveUp m_giveUp;
    std::mutex m_mutex; // guards what follows
    std::condition_variable m_changed;
    bool m_isOver = false;
    std::thread m_thread;
};

} // namespace cspool
