#include "backend/exit_watch.h"

namespace cspool {

namespace {

struct Waits
{
    std::mutex mutex;
    std::list<QString> texts;
};

// Never destroyed: the last wait may be that of a static object.
Waits &waits()
{
    static auto *const all = new Waits;
    return *all;
}

} // namespace

ExitWait::ExitWait(const QString &what)
{
    const std::lock_guard lock(waits().mutex);
    m_place = waits().texts.insert(waits().texts.end(), what);
}

ExitWait::~ExitWait()
{
    const std::lock_guard lock(waits().mutex);
    waits().texts.erase(m_place);
}

ExitWatch::ExitWatch(std::chrono::milliseconds patience, GiveUp giveUp)
    : m_patience(patience)
    , m_giveUp(std::move(giveUp))
{
}

ExitWatch::~ExitWatch()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isOver = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void ExitWatch::begin()
{
    m_thread = std::thread([this] { watch(); });
}

void ExitWatch::watch()
{
    {
        std::unique_lock lock(m_mutex);
        if (m_changed.wait_for(lock, m_patience, [this] { return m_isOver; }))
            return;
    }
    QStringList texts;
    {
        const std::lock_guard lock(waits().mutex);
        texts = {waits().texts.begin(), waits().texts.end()};
    }
    m_giveUp(texts);
}

} // namespace cspool
