// What SQLite's result codes mean to an administrator, and what to do.
#include "backend/sqlite/database_connection.h"

#include <QDir>

#include <cerrno>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

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

} // namespace

QString restoreAdvice()
{
    return Database::tr(
        "Restore the file from a backup copy. Do not delete it: a specialist may still recover data from it.");
}

Error fileNotFound(const QString &path)
{
    return {
        ErrorCategory::ObjectNotFound, u"FileNotFound"_s, Database::tr("The file %1 does not exist.").arg(path),
        Database::tr("Check the folder's name, and that its disk is connected. If the file was lost, restore it from a "
                     "backup copy."),
        path};
}

Error fileNotReadable(const QString &path)
{
    return {ErrorCategory::PermissionDenied, u"FileNotReadable"_s,
            Database::tr("The file %1 cannot be read: permission is denied.").arg(path),
            Database::tr("Give the account that runs this program the right to read the file and its folder."), path};
}

Error notWritable(const QString &path, bool isFolder)
{
    return {
        ErrorCategory::PermissionDenied, isFolder ? u"FolderNotWritable"_s : u"FileNotWritable"_s,
        isFolder ? Database::tr("The folder %1 cannot be written to.").arg(path)
                 : Database::tr("The file %1 cannot be written to.").arg(path),
        Database::tr(
            "Give the account that runs this program the right to write there, or check whether the disk is mounted "
            "read-only."),
        path};
}

// The rows of the table of Database's comment.
Error sqliteError(const QString &path, int code, const QString &words, int systemError)
{
    const QString shown = QDir::toNativeSeparators(path);
    if (isDiskFull(code, systemError)) {
        return {ErrorCategory::WriteError, u"DiskFull"_s,
                Database::tr("The disk is full, or a limit on the size of files is reached: %1 could not be written.")
                    .arg(shown),
                Database::tr("Make room on the disk, then run the command again. What was committed before is kept."),
                shown};
    }
    switch (code & 0xff) {
    case SQLITE_INTERRUPT:
        return operationStopped();
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
    case SQLITE_FORMAT:
        return {ErrorCategory::InvalidData, u"FileDamaged"_s,
                Database::tr("The file %1 is damaged, or it is not a store of this program (SQLite: %2).")
                    .arg(shown, words),
                restoreAdvice(), shown};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCategory::ResourceBusy, u"FileBusy"_s,
                Database::tr("The file %1 is in use by another process.").arg(shown),
                Database::tr("Wait until the other process is done, then run the command again."), shown};
    case SQLITE_READONLY:
        if (code == SQLITE_READONLY_DBMOVED) {
            return {ErrorCategory::ResourceUnavailable, u"FileMoved"_s,
                    Database::tr("The file %1 was moved or deleted while it was in use.").arg(shown),
                    Database::tr("Put the file back into its place, then run the command again."), shown};
        }
        return notWritable(shown, false);
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return notWritable(shown, false);
    case SQLITE_CANTOPEN:
        return {ErrorCategory::ResourceUnavailable, u"FileNotOpened"_s,
                Database::tr("The file %1, or its journal, cannot be opened (SQLite: %2).").arg(shown, words),
                Database::tr("Check the rights on the file and its folder, and that its disk is connected."), shown};
    case SQLITE_IOERR:
        return {code == SQLITE_IOERR_READ || code == SQLITE_IOERR_SHORT_READ ? ErrorCategory::ReadError
                                                                             : ErrorCategory::WriteError,
                u"FileIoError"_s, Database::tr("Reading or writing the file %1 failed (SQLite: %2).").arg(shown, words),
                Database::tr("Check the disk and its connection, then run the command again."), shown};
    case SQLITE_TOOBIG:
    case SQLITE_NOMEM:
        return {ErrorCategory::LimitsExceeded,
                u"TooBig"_s,
                Database::tr("A value is too big for the file %1 or for this machine's memory (SQLite: %2).")
                    .arg(shown, words),
                {},
                shown};
    default:
        return {ErrorCategory::NotSpecified,
                u"SqliteError"_s,
                Database::tr("A statement on the file %1 failed (SQLite: %2).").arg(shown, words),
                {},
                shown};
    }
}

namespace {

// The system's error of the operation that failed. Rolling back may have set another one since, so that the one that
// SQLite keeps with the file comes first where it tells of a full disk.
int systemErrorOf(sqlite3 *handle, int code)
{
    int ofFile = 0;
    sqlite3_file_control(handle, nullptr, SQLITE_FCNTL_LAST_ERRNO, &ofFile);
    return isDiskFull(code, ofFile) ? ofFile : sqlite3_system_errno(handle);
}

} // namespace

Error sqliteError(DatabaseConnection &connection, int code)
{
    // Waiting for a lock was ended by the interrupt check: SQLite calls that busy.
    if (std::exchange(connection.wasInterrupted, false))
        return operationStopped();
    const QString words = QString::fromUtf8(sqlite3_errmsg(connection.handle));
    return sqliteError(connection.path, code, words, systemErrorOf(connection.handle, code));
}

} // namespace cspool
