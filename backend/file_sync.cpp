#include "backend/file_sync.h"

#include <QCoreApplication>
#include <QDir>

#include <cerrno>
#include <cstring>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

Error writeError(const QString &path, const QString &reason)
{
    return {ErrorCategory::WriteError, u"FileNotWritten"_s,
            QCoreApplication::translate("cspool::FileSync", "%1 could not be written to the disk: %2.")
                .arg(QDir::toNativeSeparators(path), reason),
            QCoreApplication::translate("cspool::FileSync",
                                        "Check the free space, the state and the permissions of the disk, "
                                        "then run the command again."),
            path};
}

// True when the data of the descriptor has reached the disk.
bool flushDescriptor(int descriptor)
{
#if defined(Q_OS_WIN)
    return _commit(descriptor) == 0;
#elif defined(Q_OS_MACOS)
    // fsync() of macOS stops at the drive's own cache; not every file system knows F_FULLFSYNC.
    return fcntl(descriptor, F_FULLFSYNC) == 0 || fsync(descriptor) == 0;
#else
    return fsync(descriptor) == 0;
#endif
}

} // namespace

std::filesystem::path nativePath(const QString &path)
{
#ifdef Q_OS_WIN
    return std::filesystem::path(path.toStdWString());
#else
    return std::filesystem::path(QFile::encodeName(path).toStdString());
#endif
}

Result<> syncFile(QFile &file)
{
    if (!file.flush())
        return writeError(file.fileName(), file.errorString());
    if (!flushDescriptor(file.handle()))
        return writeError(file.fileName(), QString::fromLocal8Bit(std::strerror(errno)));
    return {};
}

Result<> syncFolder(const QString &folder)
{
#ifdef Q_OS_WIN
    // NTFS journals its names; there is no handle of a folder to flush.
    Q_UNUSED(folder)
    return {};
#else
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return writeError(folder, QString::fromLocal8Bit(std::strerror(errno)));
    const bool isFlushed = flushDescriptor(descriptor);
    const int reason = errno;
    ::close(descriptor);
    // EINVAL: the file system has no such operation, as some network shares.
    if (!isFlushed && reason != EINVAL)
        return writeError(folder, QString::fromLocal8Bit(std::strerror(reason)));
    return {};
#endif
}

Result<> replaceFile(const QString &from, const QString &to)
{
    std::error_code reason;
    std::filesystem::rename(nativePath(from), nativePath(to), reason);
    if (reason)
        return writeError(to, QString::fromLocal8Bit(reason.message()));
    return {};
}

} // namespace cspool
