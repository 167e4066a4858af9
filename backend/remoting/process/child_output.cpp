#include "backend/remoting/process/child_output.h"

#include <QProcess>
#include <QSocketNotifier>

#include <utility>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace cspool {

#ifdef Q_OS_UNIX

namespace {

// Neither end is for other programs that this one starts.
bool makePipe(int ends[2])
{
#ifdef Q_OS_LINUX
    return ::pipe2(ends, O_CLOEXEC) == 0;
#else
    return ::pipe(ends) == 0 && ::fcntl(ends[0], F_SETFD, FD_CLOEXEC) == 0
        && ::fcntl(ends[1], F_SETFD, FD_CLOEXEC) == 0;
#endif
}

} // namespace

ChildOutput::ChildOutput(QProcess &process)
    : m_process(process)
{
    int ends[2];
    if (!makePipe(ends))
        return; // QProcess reads
    m_ourEnd = ends[0];
    m_childEnd = ends[1];
    ::fcntl(m_ourEnd, F_SETFL, O_NONBLOCK); // of our end alone: the child expects to wait
    process.setStandardOutputFile(QProcess::nullDevice());
    m_notifier = std::make_unique<QSocketNotifier>(m_ourEnd, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &ChildOutput::readyRead);
}

ChildOutput::~ChildOutput()
{
    releaseChildEnd();
    m_notifier.reset();
    if (m_ourEnd >= 0)
        ::close(m_ourEnd);
}

void ChildOutput::releaseChildEnd()
{
    if (m_childEnd >= 0)
        ::close(std::exchange(m_childEnd, -1));
}

QByteArray ChildOutput::read()
{
    if (!m_notifier)
        return m_process.readAllStandardOutput();
    QByteArray bytes(ReadSize, Qt::Uninitialized);
    ssize_t size = 0;
    do {
        size = ::read(m_ourEnd, bytes.data(), std::size_t(bytes.size()));
    } while (size < 0 && errno == EINTR);
    if (size == 0 || (size < 0 && errno != EAGAIN)) {
        m_isAtEnd = true;
        m_notifier->setEnabled(false);
    }
    bytes.resize(qMax(size, ssize_t(0)));
    return bytes;
}

#else

ChildOutput::ChildOutput(QProcess &process)
    : m_process(process)
{
}

ChildOutput::~ChildOutput() = default;

void ChildOutput::releaseChildEnd() { }

QByteArray ChildOutput::read()
{
    return m_process.readAllStandardOutput();
}

#endif

void ChildOutput::setWanted(bool isWanted)
{
    if (m_notifier)
        m_notifier->setEnabled(isWanted && !m_isAtEnd);
}

bool ChildOutput::isAtEnd() const
{
    return m_notifier ? m_isAtEnd : m_process.state() == QProcess::NotRunning && m_process.bytesAvailable() == 0;
}

} // namespace cspool
