// LineReader: lines of the standard input for an event loop that must never wait for them.
#pragma once

#include <QObject>

#include <memory>
#include <optional>

namespace cspool {

// Lives in the main thread. Reads nothing until it is asked: what a program of the same shell script reads next is left
// alone as far as the system's buffering allows.
class LineReader : public QObject
{
    Q_OBJECT

public:
    // Returns what waits for at most so many bytes, and nothing at the end of the input; may block.
    using Source = QByteArray (*)(qsizetype atMost);

    explicit LineReader(Source source, QObject *parent = nullptr);
    ~LineReader() override;

    // Asks for the next line; lineRead() follows. A second request while one is open is the same request.
    void requestLine();

    // After lineRead(): the line without its end, nothing when the input has ended.
    std::optional<QString> line() const { return m_line; }

Q_SIGNALS:
    void lineRead();
    void lineArrived(); // from the reading thread, for this object alone

private:
    struct Channel;
    void take();

    const Source m_source;
    // Shared with the reading thread, which may sit in a read for ever and then outlives this object.
    std::shared_ptr<Channel> m_channel;
    std::optional<QString> m_line;
    bool m_hasThread = false; // from the first request on
    bool m_isRequested = false;
};

} // namespace cspool
