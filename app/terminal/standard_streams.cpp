#include "app/terminal/standard_streams.h"

#include "app/interrupt.h"

#include <QtGlobal>

#include <cerrno>
#include <cstring>

#ifdef Q_OS_WIN
#include <io.h>
#include <qt_windows.h>
#else
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#endif

namespace cspool {

namespace {

#ifdef Q_OS_WIN

auto systemWrite(int stream, const char *data, qsizetype size)
{
    return ::_write(stream, data, unsigned(qMin<qsizetype>(size, 1 << 20)));
}

auto systemRead(char *data, qsizetype size)
{
    return ::_read(int(StandardStream::Input), data, unsigned(size));
}

void waitUntilWritable(int) { }

HANDLE handleOf(StandardStream stream)
{
    return reinterpret_cast<HANDLE>(::_get_osfhandle(int(stream)));
}

#else

auto systemWrite(int stream, const char *data, qsizetype size)
{
    return ::write(stream, data, std::size_t(size));
}

auto systemRead(char *data, qsizetype size)
{
    return ::read(int(StandardStream::Input), data, std::size_t(size));
}

// For a stream that somebody else has made non-blocking.
void waitUntilWritable(int stream)
{
    pollfd descriptor{stream, POLLOUT, 0};
    ::poll(&descriptor, 1, -1);
}

#endif

} // namespace

#ifdef Q_OS_WIN

bool isTerminal(StandardStream stream)
{
    return ::_isatty(int(stream)) != 0;
}

int terminalWidth(StandardStream stream)
{
    CONSOLE_SCREEN_BUFFER_INFO info;
    return GetConsoleScreenBufferInfo(handleOf(stream), &info) ? info.srWindow.Right - info.srWindow.Left + 1 : 0;
}

void prepareStandardStreams()
{
    SetConsoleOutputCP(CP_UTF8);
    SetConsoleCP(CP_UTF8);
    for (const StandardStream stream : {StandardStream::Output, StandardStream::Error}) {
        DWORD mode = 0;
        if (GetConsoleMode(handleOf(stream), &mode))
            SetConsoleMode(handleOf(stream), mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING);
    }
}

struct HiddenInput::State
{
    DWORD mode = 0;
};

HiddenInput::HiddenInput()
    : m_state(std::make_unique<State>())
{
    GetConsoleMode(handleOf(StandardStream::Input), &m_state->mode);
    SetConsoleMode(handleOf(StandardStream::Input), m_state->mode & ~DWORD(ENABLE_ECHO_INPUT));
}

HiddenInput::~HiddenInput()
{
    SetConsoleMode(handleOf(StandardStream::Input), m_state->mode);
}

#else

bool isTerminal(StandardStream stream)
{
    return ::isatty(int(stream)) == 1;
}

int terminalWidth(StandardStream stream)
{
    winsize size = {};
    return ::ioctl(int(stream), TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

void prepareStandardStreams()
{
    std::signal(SIGPIPE, SIG_IGN);
    // A stream that the process was started without would be the next file that is opened, and get what is meant for a
    // terminal.
    int opened = 0;
    do {
        opened = ::open("/dev/null", O_RDWR);
    } while (opened >= 0 && opened <= int(StandardStream::Error));
    if (opened >= 0)
        ::close(opened);
    std::signal(SIGXFSZ, SIG_IGN);
}

struct HiddenInput::State
{
    termios mode = {};
    bool isTerminal = false;
};

HiddenInput::HiddenInput()
    : m_state(std::make_unique<State>())
{
    m_state->isTerminal = ::tcgetattr(int(StandardStream::Input), &m_state->mode) == 0;
    if (!m_state->isTerminal)
        return;
    termios hidden = m_state->mode;
    hidden.c_lflag &= ~tcflag_t(ECHO);
    ::tcsetattr(int(StandardStream::Input), TCSAFLUSH, &hidden);
}

HiddenInput::~HiddenInput()
{
    if (m_state->isTerminal)
        ::tcsetattr(int(StandardStream::Input), TCSANOW, &m_state->mode);
}

#endif

WriteResult writeStandard(StandardStream stream, const QByteArray &data, QString *reason)
{
    qsizetype done = 0;
    while (done < data.size()) {
        const auto count = systemWrite(int(stream), data.constData() + done, data.size() - done);
        if (count >= 0) {
            done += count;
            continue;
        }
        switch (errno) {
        case EINTR:
            if (Interrupt::hasHappened())
                return WriteResult::ReaderGone;
            break;
        case EAGAIN:
            waitUntilWritable(int(stream));
            if (Interrupt::hasHappened())
                return WriteResult::ReaderGone;
            break;
        case EPIPE:
            return WriteResult::ReaderGone;
        default:
            if (reason)
                *reason = QString::fromLocal8Bit(std::strerror(errno));
            return WriteResult::Failed;
        }
    }
    return WriteResult::Written;
}

QByteArray readStandardInput(qsizetype atMost)
{
    QByteArray data(atMost, Qt::Uninitialized);
    while (true) {
        const auto count = systemRead(data.data(), atMost);
        if (count < 0 && errno == EINTR)
            continue;
        data.truncate(qMax<qsizetype>(0, count));
        return data;
    }
}

} // namespace cspool
