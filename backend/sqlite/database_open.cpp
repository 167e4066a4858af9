// Opening a database: for writing, or for reading without changing a byte.
#include "backend/sqlite/database_connection.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <chrono>
#include <thread>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds BusyTimeout{10'000};
constexpr std::chrono::milliseconds BusyPoll{20};
constexpr int InstructionsPerInterruptCheck = 4000;

int onProgress(void *context)
{
    const auto *connection = static_cast<const DatabaseConnection *>(context);
    return connection->interruptCheck && connection->interruptCheck();
}

int onBusy(void *context, int attempt)
{
    auto *connection = static_cast<DatabaseConnection *>(context);
    if (attempt == 0)
        connection->busySince.start();
    if (connection->interruptCheck && connection->interruptCheck()) {
        connection->wasInterrupted = true;
        return 0;
    }
    if (connection->busySince.hasExpired(BusyTimeout.count()))
        return 0;
    std::this_thread::sleep_for(std::min<std::chrono::milliseconds>(BusyPoll, std::chrono::milliseconds(attempt + 1)));
    return 1;
}

} // namespace

// An absolute path is taken literally, whatever '?', '#' or '%' is in it; only "file:…" would be read as a URI.
Result<DatabaseConnectionPointer> openConnection(const QString &file, const QString &original, int flags)
{
    auto connection = std::make_shared<DatabaseConnection>();
    connection->path = original;
    const int code = sqlite3_open_v2(file.toUtf8().constData(), &connection->handle,
                                     flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    if (code != SQLITE_OK)
        return sqliteError(*connection, code);
    sqlite3_busy_handler(connection->handle, &onBusy, connection.get());
    return connection;
}

namespace {

// Reading the schema reads page 1 under a lock: it finds what is no database, and what has yet to be rolled back. The
// settings before it keep a hostile file from running functions of its own.
Result<> checkReadable(DatabaseConnection &connection)
{
    return execute(connection,
                   "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA foreign_keys=ON;"
                   "SELECT count(*) FROM sqlite_master;");
}

Result<> checkFile(const QString &path, OpenMode mode)
{
    const QFileInfo file(path);
    const QFileInfo folder(file.path());
    const QString shown = QDir::toNativeSeparators(path);
    if (file.isDir()) {
        return Error{ErrorCategory::InvalidData, u"FileDamaged"_s,
                     Database::tr("%1 is a folder, where a file should be.").arg(shown), restoreAdvice(), shown};
    }
    if (!file.exists()) {
        if (folder.exists() && !folder.isExecutable())
            return fileNotReadable(shown);
        if (mode != OpenMode::Create)
            return fileNotFound(shown);
        if (!folder.isDir())
            return fileNotFound(QDir::toNativeSeparators(folder.filePath()));
    } else if (!file.isReadable()) {
        return fileNotReadable(shown);
    } else if (mode != OpenMode::ReadOnly && !file.isWritable()) {
        return notWritable(shown, false);
    }
    // The rollback journal is made beside the file.
    if (mode != OpenMode::ReadOnly && !folder.isWritable())
        return notWritable(QDir::toNativeSeparators(folder.filePath()), true);
    return {};
}

Result<DatabaseConnectionPointer> openWritable(const QString &path, OpenMode mode)
{
    const int create = mode == OpenMode::Create ? SQLITE_OPEN_CREATE : 0;
    auto connection = openConnection(path, path, SQLITE_OPEN_READWRITE | create);
    if (!connection)
        return connection;
    // SQLite falls back to reading when it may not write.
    if (sqlite3_db_readonly((*connection)->handle, "main") == 1)
        return notWritable(QDir::toNativeSeparators(path), false);
    if (const auto readable = checkReadable(**connection); !readable)
        return readable.error();
    const auto set
        = execute(**connection, "PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=FULL; PRAGMA fullfsync=ON;");
    if (!set)
        return set.error();
    return connection;
}

// Bytes 18 and 19 of the header are 2 in WAL mode (SQLite file format, 1.3), in which even a reader makes files. Read
// through SQLite's own descriptor: opening the file anew would, on closing, drop the locks of this process.
bool isInWalMode(sqlite3_file *file)
{
    char header[20] = {};
    return file->pMethods->xRead(file, header, int(sizeof header), 0) == SQLITE_OK
        && (header[18] == 2 || header[19] == 2);
}

sqlite3_file *fileOf(DatabaseConnection &connection)
{
    sqlite3_file *file = nullptr;
    sqlite3_file_control(connection.handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    return file;
}

Error copyFailed(const QString &path, const QString &words)
{
    return {
        ErrorCategory::WriteError, u"PrivateCopyFailed"_s,
        Database::tr("The file %1 was left in the middle of a change, and the copy that is needed to read it without "
                     "changing it "
                     "could not be made in %2 (%3).")
            .arg(QDir::toNativeSeparators(path), QDir::toNativeSeparators(QDir::tempPath()), words),
        Database::tr("Make room in the temporary folder, or run a command that changes the store, which repairs it."),
        path};
}

Result<> copyDatabaseFile(DatabaseConnection &connection, const QString &target)
{
    sqlite3_file *source = fileOf(connection);
    sqlite3_int64 size = 0;
    if (const int code = source->pMethods->xFileSize(source, &size); code != SQLITE_OK)
        return sqliteError(connection.path, code, Database::tr("the size cannot be read"), 0);
    QFile file(target);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return copyFailed(connection.path, file.errorString());
    QByteArray buffer(1024 * 1024, Qt::Uninitialized);
    for (qint64 offset = 0; offset < size; offset += buffer.size()) {
        const int length = int(std::min<qint64>(buffer.size(), size - offset));
        if (const int code = source->pMethods->xRead(source, buffer.data(), length, offset); code != SQLITE_OK)
            return sqliteError(connection.path, code, Database::tr("the file cannot be read"), 0);
        if (file.write(buffer.constData(), length) != length)
            return copyFailed(connection.path, file.errorString());
    }
    return file.flush() ? Result<>() : copyFailed(connection.path, file.errorString());
}

// What tells one transaction's journal, or one generation of a WAL, from the next: the beginning of its header.
struct SideFile
{
    qint64 size = 0;
    QByteArray header;
    bool operator==(const SideFile &) const = default;
};

SideFile sideFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return {file.size(), file.read(32)};
}

// Copies the database and its journal (or WAL); nothing when another process changed them meanwhile. The journal is
// copied after the database: rolling back twice changes nothing, and a WAL then holds all that a checkpoint could have
// moved.
Result<std::unique_ptr<QTemporaryDir>> copyWithSideFile(DatabaseConnection &connection, const QString &suffix)
{
    auto folder = std::make_unique<QTemporaryDir>();
    if (!folder->isValid())
        return copyFailed(connection.path, folder->errorString());
    const QString source = connection.path + suffix;
    const QString target = folder->filePath(u"copy.sqlite"_s);
    const SideFile before = sideFile(source);
    if (const auto copied = copyDatabaseFile(connection, target); !copied)
        return copied.error();
    QFile journal(source);
    if (journal.exists() && !journal.copy(target + suffix))
        return copyFailed(connection.path, journal.errorString());
    SideFile after = sideFile(source);
    if (suffix == "-wal"_L1) // a WAL may have grown; what counts is that it was not begun anew
        after.size = before.size;
    if (before != after)
        return std::unique_ptr<QTemporaryDir>();
    QFile::setPermissions(target, QFile::ReadOwner | QFile::WriteOwner);
    QFile::setPermissions(target + suffix, QFile::ReadOwner | QFile::WriteOwner);
    return folder;
}

Result<DatabaseConnectionPointer> openPrivateCopy(const QString &original, std::unique_ptr<QTemporaryDir> folder)
{
    auto connection = openConnection(folder->filePath(u"copy.sqlite"_s), original, SQLITE_OPEN_READWRITE);
    if (!connection)
        return connection;
    (*connection)->copy = std::move(folder);
    if (const auto readable = checkReadable(**connection); !readable)
        return readable.error();
    if (const auto set = execute(**connection, "PRAGMA query_only=ON;"); !set)
        return set.error();
    return connection;
}

Result<DatabaseConnectionPointer> openReadOnly(const QString &path)
{
    constexpr int attempts = 10;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        auto connection = openConnection(path, path, SQLITE_OPEN_READONLY);
        if (!connection)
            return connection;
        const bool isWal = isInWalMode(fileOf(**connection));
        if (!isWal) {
            const auto readable = checkReadable(**connection);
            if (readable)
                return connection;
            if (sqlite3_extended_errcode((*connection)->handle) != SQLITE_READONLY_ROLLBACK)
                return readable.error();
        }
        auto folder = copyWithSideFile(**connection, isWal ? u"-wal"_s : u"-journal"_s);
        if (!folder)
            return folder.error();
        if (*folder)
            return openPrivateCopy(path, std::move(*folder));
    }
    return sqliteError(path, SQLITE_BUSY, {}, 0);
}

} // namespace

Result<Database> Database::open(const QString &path, OpenMode mode)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    if (const auto checked = checkFile(absolute, mode); !checked)
        return checked.error();
    auto connection = mode == OpenMode::ReadOnly ? openReadOnly(absolute) : openWritable(absolute, mode);
    if (!connection)
        return connection.error();
    return Database(std::move(*connection));
}

void Database::setInterruptCheck(std::function<bool()> check)
{
    m_connection->interruptCheck = std::move(check);
    if (m_connection->interruptCheck)
        sqlite3_progress_handler(m_connection->handle, InstructionsPerInterruptCheck, &onProgress, m_connection.get());
    else
        sqlite3_progress_handler(m_connection->handle, 0, nullptr, nullptr);
}

} // namespace cspool
