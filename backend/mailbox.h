// Mailbox: the one way in which a command's records cross to the thread that shows them.
#pragma once

#include "model/records.h"

#include <QObject>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <vector>

namespace cspool {

// A bounded queue of records between one writing and one reading thread. The writer blocks while it is full
// (back-pressure); recordsAvailable() wakes the reader and carries no payload, because payloads in queued signals
// make ThreadSanitizer blind with an uninstrumented Qt. The object lives in the reading thread and is destroyed only after
// the writing thread has ended: the last push() still signals when its record can be taken already.
class Mailbox : public QObject
{
    Q_OBJECT

public:
    // `capacity` in records, at least 1.
    explicit Mailbox(std::size_t capacity = 4096, QObject *parent = nullptr);

    // Writing thread. Blocks while the mailbox is full. False, and the record dropped, once it is closed. A
    // FinishedRecord is always taken, even into a full mailbox.
    bool push(Record record);

    // Reading thread. All records that wait, in order; never blocks.
    std::vector<Record> takeAll();

    // Reading thread. Blocks until a record waits or the time is over; true when one does. For a reader without an
    // event loop, as at the program's end.
    bool waitForRecords(std::chrono::milliseconds timeout);

    // Any thread. The reader is gone: writers are woken and never block again.
    void close();

Q_SIGNALS:
    // Emitted from the writing thread when the mailbox was empty or its last signal has been answered by takeAll().
    void recordsAvailable();

private:
    const std::size_t m_capacity;
    std::mutex m_mutex;
    std::condition_variable m_roomAvailable;
    std::condition_variable m_recordsPresent;
    std::deque<Record> m_records;
    bool m_isClosed = false;
    bool m_isSignalled = false;
};

} // namespace cspool
