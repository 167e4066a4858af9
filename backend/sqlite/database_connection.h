// What the parts of Database share: the connection behind it, and the errors of SQLite's result codes. For
// database*.cpp only.
#pragma once

#include "backend/sqlite/database.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <sqlite3.h>

#include <functional>
#include <memory>

namespace cspool {

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

using DatabaseConnectionPointer = std::shared_ptr<DatabaseConnection>;

// `original`: the path that errors name. `flags`: SQLITE_OPEN_….
Result<DatabaseConnectionPointer> openConnection(const QString &file, const QString &original, int flags);
Result<> execute(DatabaseConnection &connection, const QByteArray &sql);

// The error of the call on `connection` that has just returned `code`.
Error sqliteError(DatabaseConnection &connection, int code);
// `words`: SQLite's; `systemError`: errno, where it is known.
Error sqliteError(const QString &path, int code, const QString &words = {}, int systemError = 0);
Error fileNotFound(const QString &path);
Error fileNotReadable(const QString &path);
Error notWritable(const QString &path, bool isFolder);
QString restoreAdvice();

} // namespace cspool
