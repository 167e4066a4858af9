#include "app/terminal/line_reader.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace cspool {

namespace {

// Longer lines than this are no answers; they are cut.
constexpr qsizetype LongestLine = 64 * 1024;

} // namespace

struct LineReader::Channel
{
    std::mutex mutex;
    std::condition_variable changed;
    LineReader *reader = nullptr; // null once it is gone
    bool isRequested = false;
    std::optional<QByteArray> line;

    static void run(std::shared_ptr<Channel> channel, Source source);
};

// Waits for a request, reads a line, hands it over; until the reader is gone.
void LineReader::Channel::run(std::shared_ptr<Channel> channel, Source source)
{
    QByteArray buffer;
    while (true) {
        {
            std::unique_lock lock(channel->mutex);
            channel->changed.wait(lock, [&] { return channel->isRequested || !channel->reader; });
            if (!channel->reader)
                return;
            channel->isRequested = false;
        }
        bool isAtEnd = false;
        while (!isAtEnd && !buffer.contains('\n') && buffer.size() < LongestLine) {
            const QByteArray data = source(4096);
            isAtEnd = data.isEmpty();
            buffer += data;
        }
        std::optional<QByteArray> line;
        if (!buffer.isEmpty()) {
            const qsizetype end = buffer.indexOf('\n');
            line = buffer.first(end < 0 ? buffer.size() : end);
            buffer.remove(0, end < 0 ? buffer.size() : end + 1);
        }
        const std::lock_guard lock(channel->mutex);
        if (!channel->reader)
            return;
        channel->line = line;
        Q_EMIT channel->reader->lineArrived();
    }
}

LineReader::LineReader(Source source, QObject *parent)
    : QObject(parent)
    , m_source(source)
    , m_channel(std::make_shared<Channel>())
{
    connect(this, &LineReader::lineArrived, this, &LineReader::take, Qt::QueuedConnection);
    m_channel->reader = this;
}

LineReader::~LineReader()
{
    const std::lock_guard lock(m_channel->mutex);
    m_channel->reader = nullptr;
    m_channel->changed.notify_all();
}

void LineReader::requestLine()
{
    if (std::exchange(m_isRequested, true))
        return;
    if (!std::exchange(m_hasThread, true))
        std::thread(&Channel::run, m_channel, m_source).detach();
    const std::lock_guard lock(m_channel->mutex);
    m_channel->isRequested = true;
    m_channel->changed.notify_all();
}

void LineReader::take()
{
    {
        const std::lock_guard lock(m_channel->mutex);
        m_line.reset();
        if (m_channel->line) {
            m_line = QString::fromUtf8(*m_channel->line);
            if (m_line->endsWith(u'\r'))
                m_line->chop(1);
        }
    }
    m_isRequested = false;
    Q_EMIT lineRead();
}

} // namespace cspool
