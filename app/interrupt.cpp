#include "app/interrupt.h"

#include <QSocketNotifier>

#include <atomic>

#ifdef Q_OS_WIN
#include <QMetaObject>
#include <qt_windows.h>
#else
#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace cspool {

namespace {

std::atomic<bool> g_hasHappened = false;
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler writes it");

#ifdef Q_OS_WIN

std::atomic<Interrupt *> g_interrupt = nullptr;

BOOL WINAPI handleControl(DWORD)
{
    g_hasHappened = true;
    if (Interrupt *interrupt = g_interrupt)
        QMetaObject::invokeMethod(interrupt, &Interrupt::interrupted, Qt::QueuedConnection);
    return TRUE;
}

#else

// The self-pipe: the only things that a signal handler may do are to note the signal and to write a byte.
int g_pipe[2] = {-1, -1};
constexpr int Signals[] = {SIGINT, SIGTERM, SIGHUP};
std::array<struct sigaction, std::size(Signals)> g_previous;

void handleSignal(int)
{
    const int savedError = errno;
    g_hasHappened = true;
    const char byte = 0;
    // A full pipe holds a wake-up already.
    [[maybe_unused]] const ssize_t written = ::write(g_pipe[1], &byte, 1);
    errno = savedError;
}

#endif

} // namespace

bool Interrupt::hasHappened()
{
    return g_hasHappened;
}

#ifdef Q_OS_WIN

Interrupt::Interrupt(QObject *parent)
    : QObject(parent)
{
    g_interrupt = this;
    SetConsoleCtrlHandler(&handleControl, TRUE);
}

Interrupt::~Interrupt()
{
    SetConsoleCtrlHandler(&handleControl, FALSE);
    g_interrupt = nullptr;
}

void Interrupt::drain() { }

#else

Interrupt::Interrupt(QObject *parent)
    : QObject(parent)
{
    if (::pipe(g_pipe) != 0)
        return; // then Ctrl+C ends the process, as it does without this class
    for (const int end : g_pipe) {
        ::fcntl(end, F_SETFL, ::fcntl(end, F_GETFL) | O_NONBLOCK);
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
    }
    m_notifier = new QSocketNotifier(g_pipe[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &Interrupt::drain);

    struct sigaction action = {};
    action.sa_handler = &handleSignal;
    sigemptyset(&action.sa_mask);
    // No SA_RESTART: a write to a pipe that nobody reads must return.
    for (std::size_t i = 0; i < std::size(Signals); ++i) {
        ::sigaction(Signals[i], nullptr, &g_previous[i]);
        if (g_previous[i].sa_handler != SIG_IGN)
            ::sigaction(Signals[i], &action, nullptr);
    }
}

Interrupt::~Interrupt()
{
    if (!m_notifier)
        return;
    for (std::size_t i = 0; i < std::size(Signals); ++i)
        ::sigaction(Signals[i], &g_previous[i], nullptr);
    delete m_notifier;
    for (int &end : g_pipe) {
        ::close(end);
        end = -1;
    }
}

void Interrupt::drain()
{
    char bytes[16];
    while (true) {
        const ssize_t count = ::read(g_pipe[0], bytes, sizeof bytes);
        for (ssize_t i = 0; i < count; ++i)
            Q_EMIT interrupted();
        if (count < ssize_t(sizeof bytes))
            return;
    }
}

#endif

} // namespace cspool
