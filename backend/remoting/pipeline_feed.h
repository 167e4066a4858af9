// PipelineFeed: what crosses from the network's thread, and from the window's, to the thread of one running command.
#pragma once

#include "backend/remoting/psrp/psrp_client.h"
#include "model/prompt.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <variant>

namespace cspool {

// A queue with many writers and one reader. It never blocks a writer: whoever writes is told when it is full, and holds the
// server back until it has room again.
class PipelineFeed
{
public:
    struct Cancel // wanted by the administrator
    {
    };
    struct Abandon // nobody wants its records any more
    {
    };
    struct Lost
    {
        Error error;
        bool wasSent = true; // false: it never started on the server
    };
    struct Item
    {
        std::variant<PsrpEvent, PromptAnswer, Cancel, Abandon, Lost> content;
        qsizetype size = 0; // bytes that it came in, about
    };

    static constexpr std::size_t ItemLimit = 1024;
    static constexpr qsizetype SizeLimit = 8 * 1024 * 1024; // bytes

    // Any thread. True when the feed is full now.
    bool push(Item item);
    // The reader. Blocks until an item is there; nothing when none came before `deadline`.
    std::optional<Item> take(std::optional<std::chrono::steady_clock::time_point> deadline);
    // The reader, after take(). True once, when a feed that was full has room again.
    bool hasRoomAgain();

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Item> m_items;
    qsizetype m_size = 0;
    bool m_wasFull = false;
};

} // namespace cspool
