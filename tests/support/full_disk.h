// FullDisk: while it lives, no file of this process can grow beyond a size: as on a full disk.
#pragma once

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

namespace cspool::test {

#ifdef Q_OS_UNIX

class FullDisk
{
public:
    static constexpr bool isPossible() { return true; }

    explicit FullDisk(qint64 bytes)
    {
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{rlim_t(bytes), m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_before{};
    void (*m_handler)(int) = nullptr;
};

#else

class FullDisk
{
public:
    static constexpr bool isPossible() { return false; }
    explicit FullDisk(qint64) { }
};

#endif

} // namespace cspool::test
