// SQLite's C API behind Database, Statement and Transaction: every result code becomes an Error that says what to do.
#include "backend/sqlite/database.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <sqlite3.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <thread>

namespace cspool {

using namespace Qt::StringLiterals;

// What a Database, its statements and its transactions share; its address never changes, so SQLite's handlers may keep
// it.
struct DatabaseConnection
{
    DatabaseConnection() = default;
    DatabaseConnection(const DatabaseConnection &) = delete;
    DatabaseConnection &operator=(const DatabaseConnection &) = delete;
    ~DatabaseConnection() { sqlite3_close(handle); }

    sqlite3 *handle = nullptr;
    QString path; // of the original, whichever file is open
    std::function<bool()> interruptCheck;
    bool wasInterrupted = false; // the check ended the wait for a lock
    QElapsedTimer busySince;
    std::unique_ptr<QTemporaryDir> copy; // the folder of the private copy; gone after the handle
};

namespace {

using ConnectionPointer = std::shared_ptr<DatabaseConnection>;

constexpr std::chrono::milliseconds BusyTimeout{10'000};
constexpr std::chrono::milliseconds BusyPoll{20};
constexpr int InstructionsPerInterruptCheck = 4000;

QString tr(const char *text)
{
    return QCoreApplication::translate("Database", text);
}

QString restoreAdvice()
{
    return tr("Restore the file from a backup copy. Do not delete it: a specialist may still recover data from it.");
}

bool isDiskFull(int code, int systemError)
{
    if ((code & 0xff) == SQLITE_FULL)
        return true;
    if ((code & 0xff) != SQLITE_IOERR && (code & 0xff) != SQLITE_CANTOPEN)
        return false;
#ifdef EDQUOT
    if (systemError == EDQUOT)
        return true;
#endif
    return systemError == ENOSPC || systemError == EFBIG;
}

Error notFound(const QString &path)
{
    return {ErrorCategory::ObjectNotFound, u"FileNotFound"_s, tr("The file %1 does not exist.").arg(path),
            tr("Check the folder's name, and that its disk is connected. If the file was lost, restore it from a "
               "backup copy."),
            path};
}

Error notReadable(const QString &path)
{
    return {ErrorCategory::PermissionDenied, u"FileNotReadable"_s,
            tr("The file %1 cannot be read: permission is denied.").arg(path),
            tr("Give the account that runs this program the right to read the file and its folder."), path};
}

Error notWritable(const QString &path, bool isFolder)
{
    return {ErrorCategory::PermissionDenied, isFolder ? u"FolderNotWritable"_s : u"FileNotWritable"_s,
            isFolder ? tr("The folder %1 cannot be written to.").arg(path)
                     : tr("The file %1 cannot be written to.").arg(path),
            tr("Give the account that runs this program the right to write there, or check whether the disk is mounted "
               "read-only."),
            path};
}

// The rows of the table of Database's comment.
Error errorOf(const QString &path, int code, const QString &words, int systemError)
{
    const QString shown = QDir::toNativeSeparators(path);
    if (isDiskFull(code, systemError)) {
        return {ErrorCategory::WriteError, u"DiskFull"_s,
                tr("The disk is full, or a limit on the size of files is reached: %1 could not be written.").arg(shown),
                tr("Make room on the disk, then run the command again. What was committed before is kept."), shown};
    }
    switch (code & 0xff) {
    case SQLITE_INTERRUPT:
        return operationStopped();
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
    case SQLITE_FORMAT:
        return {ErrorCategory::InvalidData, u"FileDamaged"_s,
                tr("The file %1 is damaged, or it is not a store of this program (SQLite: %2).").arg(shown, words),
                restoreAdvice(), shown};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCategory::ResourceBusy, u"FileBusy"_s, tr("The file %1 is in use by another process.").arg(shown),
                tr("Wait until the other process is done, then run the command again."), shown};
    case SQLITE_READONLY:
        if (code == SQLITE_READONLY_DBMOVED) {
            return {ErrorCategory::ResourceUnavailable, u"FileMoved"_s,
                    tr("The file %1 was moved or deleted while it was in use.").arg(shown),
                    tr("Put the file back into its place, then run the command again."), shown};
        }
        return notWritable(shown, false);
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return notWritable(shown, false);
    case SQLITE_CANTOPEN:
        return {ErrorCategory::ResourceUnavailable, u"FileNotOpened"_s,
                tr("The file %1, or its journal, cannot be opened (SQLite: %2).").arg(shown, words),
                tr("Check the rights on the file and its folder, and that its disk is connected."), shown};
    case SQLITE_IOERR:
        return {code == SQLITE_IOERR_READ || code == SQLITE_IOERR_SHORT_READ ? ErrorCategory::ReadError
                                                                             : ErrorCategory::WriteError,
                u"FileIoError"_s, tr("Reading or writing the file %1 failed (SQLite: %2).").arg(shown, words),
                tr("Check the disk and its connection, then run the command again."), shown};
    case SQLITE_TOOBIG:
    case SQLITE_NOMEM:
        return {ErrorCategory::LimitsExceeded,
                u"TooBig"_s,
                tr("A value is too big for the file %1 or for this machine's memory (SQLite: %2).").arg(shown, words),
                {},
                shown};
    default:
        return {ErrorCategory::NotSpecified,
                u"SqliteError"_s,
                tr("A statement on the file %1 failed (SQLite: %2).").arg(shown, words),
                {},
                shown};
    }
}

Error errorOf(DatabaseConnection &connection, int code)
{
    // Waiting for a lock was ended by the interrupt check: SQLite calls that busy.
    if (std::exchange(connection.wasInterrupted, false))
        return operationStopped();
    return errorOf(connection.path, code, QString::fromUtf8(sqlite3_errmsg(connection.handle)),
                   sqlite3_system_errno(connection.handle));
}

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

Result<> execute(DatabaseConnection &connection, const QByteArray &sql)
{
    const int code = sqlite3_exec(connection.handle, sql.constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return errorOf(connection, code);
    return {};
}

// An absolute path is taken literally, whatever '?', '#' or '%' is in it; only "file:…" would be read as a URI.
Result<ConnectionPointer> openHandle(const QString &file, const QString &original, int flags)
{
    auto connection = std::make_shared<DatabaseConnection>();
    connection->path = original;
    const int code = sqlite3_open_v2(file.toUtf8().constData(), &connection->handle,
                                     flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    if (code != SQLITE_OK)
        return errorOf(*connection, code);
    sqlite3_busy_handler(connection->handle, &onBusy, connection.get());
    return connection;
}

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
                     tr("%1 is a folder, where a file should be.").arg(shown), restoreAdvice(), shown};
    }
    if (!file.exists()) {
        if (folder.exists() && !folder.isExecutable())
            return notReadable(shown);
        if (mode != OpenMode::Create)
            return notFound(shown);
        if (!folder.isDir())
            return notFound(QDir::toNativeSeparators(folder.filePath()));
    } else if (!file.isReadable()) {
        return notReadable(shown);
    } else if (mode != OpenMode::ReadOnly && !file.isWritable()) {
        return notWritable(shown, false);
    }
    // The rollback journal is made beside the file.
    if (mode != OpenMode::ReadOnly && !folder.isWritable())
        return notWritable(QDir::toNativeSeparators(folder.filePath()), true);
    return {};
}

Result<ConnectionPointer> openWritable(const QString &path, OpenMode mode)
{
    const int create = mode == OpenMode::Create ? SQLITE_OPEN_CREATE : 0;
    auto connection = openHandle(path, path, SQLITE_OPEN_READWRITE | create);
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
        tr("The file %1 was left in the middle of a change, and the copy that is needed to read it without changing it "
           "could not be made in %2 (%3).")
            .arg(QDir::toNativeSeparators(path), QDir::toNativeSeparators(QDir::tempPath()), words),
        tr("Make room in the temporary folder, or run a command that changes the store, which repairs it."), path};
}

Result<> copyDatabaseFile(DatabaseConnection &connection, const QString &target)
{
    sqlite3_file *source = fileOf(connection);
    sqlite3_int64 size = 0;
    if (const int code = source->pMethods->xFileSize(source, &size); code != SQLITE_OK)
        return errorOf(connection.path, code, tr("the size cannot be read"), 0);
    QFile file(target);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return copyFailed(connection.path, file.errorString());
    QByteArray buffer(1024 * 1024, Qt::Uninitialized);
    for (qint64 offset = 0; offset < size; offset += buffer.size()) {
        const int length = int(std::min<qint64>(buffer.size(), size - offset));
        if (const int code = source->pMethods->xRead(source, buffer.data(), length, offset); code != SQLITE_OK)
            return errorOf(connection.path, code, tr("the file cannot be read"), 0);
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

Result<ConnectionPointer> openPrivateCopy(const QString &original, std::unique_ptr<QTemporaryDir> folder)
{
    auto connection = openHandle(folder->filePath(u"copy.sqlite"_s), original, SQLITE_OPEN_READWRITE);
    if (!connection)
        return connection;
    (*connection)->copy = std::move(folder);
    if (const auto readable = checkReadable(**connection); !readable)
        return readable.error();
    if (const auto set = execute(**connection, "PRAGMA query_only=ON;"); !set)
        return set.error();
    return connection;
}

Result<ConnectionPointer> openReadOnly(const QString &path)
{
    constexpr int attempts = 10;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        auto connection = openHandle(path, path, SQLITE_OPEN_READONLY);
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
    return errorOf(path, SQLITE_BUSY, {}, 0);
}

} // namespace

// Statement

Statement::Statement(std::shared_ptr<DatabaseConnection> connection, sqlite3_stmt *statement)
    : m_connection(std::move(connection))
    , m_statement(statement)
{
}

Statement::Statement(Statement &&other) noexcept
    : m_connection(std::move(other.m_connection))
    , m_statement(std::exchange(other.m_statement, nullptr))
    , m_bindResult(other.m_bindResult)
{
}

Statement &Statement::operator=(Statement &&other) noexcept
{
    std::swap(m_connection, other.m_connection);
    std::swap(m_statement, other.m_statement);
    std::swap(m_bindResult, other.m_bindResult);
    return *this;
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

Statement &Statement::bind(int index, qint64 value)
{
    return noteBind(sqlite3_bind_int64(m_statement, index, value));
}

Statement &Statement::bind(int index, double value)
{
    return noteBind(sqlite3_bind_double(m_statement, index, value));
}

Statement &Statement::bind(int index, const QString &value)
{
    const QByteArray text = value.toUtf8();
    return noteBind(sqlite3_bind_text64(m_statement, index, text.constData(), sqlite3_uint64(text.size()),
                                        SQLITE_TRANSIENT, SQLITE_UTF8));
}

Statement &Statement::bind(int index, const QByteArray &value)
{
    // constData() of an empty array is never null, so this binds an empty blob, not NULL.
    return noteBind(
        sqlite3_bind_blob64(m_statement, index, value.constData(), sqlite3_uint64(value.size()), SQLITE_TRANSIENT));
}

Statement &Statement::bindNull(int index)
{
    return noteBind(sqlite3_bind_null(m_statement, index));
}

Statement &Statement::noteBind(int code)
{
    if (m_bindResult == SQLITE_OK)
        m_bindResult = code;
    return *this;
}

Result<bool> Statement::step()
{
    if (m_bindResult != SQLITE_OK)
        return errorOf(*m_connection, std::exchange(m_bindResult, SQLITE_OK));
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    Error error = errorOf(*m_connection, code);
    sqlite3_reset(m_statement);
    return error;
}

Result<> Statement::run()
{
    for (;;) {
        const auto row = step();
        if (!row)
            return row.error();
        if (!*row)
            break;
    }
    reset();
    return {};
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
}

qint64 Statement::int64(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

QString Statement::text(int column) const
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(text, sqlite3_column_bytes(m_statement, column));
}

QByteArray Statement::blob(int column) const
{
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return QByteArray(data, sqlite3_column_bytes(m_statement, column));
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

// Database

Database::Database(std::shared_ptr<DatabaseConnection> connection)
    : m_connection(std::move(connection))
{
}

Database::Database(Database &&) noexcept = default;
Database &Database::operator=(Database &&) noexcept = default;
Database::~Database() = default;

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

QString Database::path() const
{
    return m_connection->path;
}

Result<Statement> Database::prepare(const QString &sql) const
{
    const QByteArray text = sql.toUtf8();
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v2(m_connection->handle, text.constData(), int(text.size()), &statement, nullptr);
    if (code != SQLITE_OK)
        return errorOf(*m_connection, code);
    return Statement(m_connection, statement);
}

Result<> Database::execute(const QString &sql) const
{
    return cspool::execute(*m_connection, sql.toUtf8());
}

qint64 Database::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_connection->handle);
}

qint64 Database::changes() const
{
    return sqlite3_changes64(m_connection->handle);
}

void Database::setInterruptCheck(std::function<bool()> check)
{
    m_connection->interruptCheck = std::move(check);
    if (m_connection->interruptCheck)
        sqlite3_progress_handler(m_connection->handle, InstructionsPerInterruptCheck, &onProgress, m_connection.get());
    else
        sqlite3_progress_handler(m_connection->handle, 0, nullptr, nullptr);
}

Result<int> Database::schemaVersion() const
{
    auto statement = prepare(u"PRAGMA user_version"_s);
    if (!statement)
        return statement.error();
    const auto row = statement->step();
    if (!row)
        return row.error();
    return int(statement->int64(0));
}

Result<> Database::setSchemaVersion(int version) const
{
    return execute(u"PRAGMA user_version=%1"_s.arg(version));
}

// Transaction

Transaction::Transaction(std::shared_ptr<DatabaseConnection> connection)
    : m_connection(std::move(connection))
{
}

Transaction::Transaction(Transaction &&other) noexcept = default;

Result<Transaction> Transaction::begin(const Database &database)
{
    if (const auto begun = execute(*database.m_connection, "BEGIN IMMEDIATE"); !begun)
        return begun.error();
    return Transaction(database.m_connection);
}

Transaction::~Transaction()
{
    // After some errors (a full disk) SQLite has rolled back already.
    if (m_connection && !sqlite3_get_autocommit(m_connection->handle))
        sqlite3_exec(m_connection->handle, "ROLLBACK", nullptr, nullptr, nullptr);
}

Result<> Transaction::commit()
{
    if (const auto committed = execute(*m_connection, "COMMIT"); !committed) {
        if (!sqlite3_get_autocommit(m_connection->handle))
            sqlite3_exec(m_connection->handle, "ROLLBACK", nullptr, nullptr, nullptr);
        m_connection.reset();
        return committed.error();
    }
    m_connection.reset();
    return {};
}

// Schema versions

namespace {

Error newerVersion(const Database &database, int version, int known)
{
    const QString shown = QDir::toNativeSeparators(database.path());
    return {ErrorCategory::InvalidOperation, u"NewerVersion"_s,
            tr("The file %1 was made by a newer version of this program (its format is %2, this version knows %3).")
                .arg(shown, QString::number(version), QString::number(known)),
            tr("Use the newer version of the program for it. Nothing was changed."), shown};
}

} // namespace

Result<> upgradeSchema(Database &database, const QList<SchemaUpgrade> &upgrades)
{
    const int newest = upgrades.isEmpty() ? 0 : upgrades.last().version;
    auto version = database.schemaVersion();
    if (!version)
        return version.error();
    if (*version > newest)
        return newerVersion(database, *version, newest);
    if (*version == newest)
        return {};
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    // Another process may have upgraded it before the lock was ours.
    version = database.schemaVersion();
    if (!version)
        return version.error();
    if (*version > newest)
        return newerVersion(database, *version, newest);
    for (const SchemaUpgrade &upgrade : upgrades) {
        if (upgrade.version <= *version)
            continue;
        if (const auto done = database.execute(QString::fromUtf8(upgrade.sql)); !done)
            return done.error();
    }
    if (const auto set = database.setSchemaVersion(newest); !set)
        return set.error();
    return transaction->commit();
}

Result<> checkSchema(const Database &database, int currentVersion)
{
    const auto version = database.schemaVersion();
    if (!version)
        return version.error();
    if (*version > currentVersion)
        return newerVersion(database, *version, currentVersion);
    if (*version == currentVersion)
        return {};
    const QString shown = QDir::toNativeSeparators(database.path());
    if (*version == 0) {
        return Error{ErrorCategory::InvalidData, u"FileDamaged"_s,
                     tr("The file %1 is empty, or it is a database that this program did not make.").arg(shown),
                     restoreAdvice(), shown};
    }
    return Error{
        ErrorCategory::InvalidOperation, u"OlderVersion"_s,
        tr("The file %1 was made by an older version of this program (its format is %2, this version needs %3).")
            .arg(shown, QString::number(*version), QString::number(currentVersion)),
        tr("Open it once for writing, which upgrades it."), shown};
}

} // namespace cspool
