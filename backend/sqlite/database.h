// Database, Statement, Transaction: SQLite's C API with owners and Results.
#pragma once

#include "model/result.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

struct sqlite3_stmt;

namespace cspool {

class Database;
struct DatabaseConnection; // private to database*.cpp

// A prepared statement. Bind from 1, step, read columns from 0. Keeps its connection open; used by the same thread.
// Move-only.
class Statement
{
public:
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&other) noexcept;
    ~Statement();

    // Chainable; text is bound as UTF-8, blobs are copied, empty ones are not NULL. A failure shows in the next step.
    Statement &bind(int index, qint64 value);
    Statement &bind(int index, int value) { return bind(index, qint64(value)); }
    Statement &bind(int index, bool value) { return bind(index, qint64(value)); }
    Statement &bind(int index, double value);
    Statement &bind(int index, const QString &value);
    Statement &bind(int index, const QByteArray &value);
    Statement &bindNull(int index);

    // True: a row is there; false: done. Until it is done, reset or destroyed, a reader holds a lock on the file.
    Result<bool> step();
    // Runs to the end, then resets, bindings kept.
    Result<> run();
    void reset();

    qint64 int64(int column) const;
    double real(int column) const;
    QString text(int column) const;
    QByteArray blob(int column) const;
    bool isNull(int column) const;

private:
    friend class Database;
    Statement(std::shared_ptr<DatabaseConnection> connection, sqlite3_stmt *statement);
    Statement &noteBind(int code);

    std::shared_ptr<DatabaseConnection> m_connection;
    sqlite3_stmt *m_statement = nullptr;
    int m_bindResult = 0; // the first SQLite code of a bind() that failed
};

enum class OpenMode {
    ReadOnly, // not a byte of the file, or beside it, is changed
    ReadWrite, // the file must exist
    Create, // made when missing
};

// One connection; used by one thread at a time. Errors carry the file and SQLite's own words:
//   InvalidData          not a database, or damaged
//   ObjectNotFound       no such file
//   PermissionDenied     the file or its folder may not be read, or not be written
//   ResourceBusy         another process held it for longer than 10 s
//   WriteError           the disk is full (id "DiskFull"), or writing failed
//   OperationStopped     the interrupt check said so
// Never open the file by other means while this process has it open: closing any descriptor of a file drops the locks
// that SQLite holds on it (fcntl).
class Database
{
    Q_DECLARE_TR_FUNCTIONS(cspool::Database)

public:
    // ReadWrite and Create set journal_mode=TRUNCATE and synchronous=FULL, and refuse a file or folder that cannot be
    // written. ReadOnly: when a killed writer left a journal that has yet to be rolled back, or somebody has put the
    // file into WAL mode, the last committed state is read from a private copy in the temporary folder.
    static Result<Database> open(const QString &path, OpenMode mode);
    Database(Database &&) noexcept;
    Database &operator=(Database &&) noexcept;
    ~Database();

    QString path() const; // absolute

    Result<Statement> prepare(const QString &sql) const;
    // One or more statements without results.
    Result<> execute(const QString &sql) const;
    qint64 lastInsertId() const;
    qint64 changes() const;

    // SQLite calls it every few thousand instructions and while it waits for a lock; true ends the running statement,
    // which then fails with OperationStopped. Empty: none.
    void setInterruptCheck(std::function<bool()> check);

    // PRAGMA user_version, for numbered schema versions.
    Result<int> schemaVersion() const;
    Result<> setSchemaVersion(int version) const;

private:
    friend class Transaction;
    explicit Database(std::shared_ptr<DatabaseConnection> connection);
    std::shared_ptr<DatabaseConnection> m_connection;
};

// BEGIN IMMEDIATE … COMMIT; rolled back on destruction unless committed. Stays valid when its Database is moved.
class Transaction
{
public:
    static Result<Transaction> begin(const Database &database);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();
    // When it fails nothing of the transaction remains.
    Result<> commit();

private:
    explicit Transaction(std::shared_ptr<DatabaseConnection> connection);
    std::shared_ptr<DatabaseConnection> m_connection;
};

// A numbered upgrade: `sql` leads from version - 1 to version. Runs what is missing in one transaction; a database of
// a newer version than the last one is refused (InvalidOperation, "made by a newer version of this program").
struct SchemaUpgrade
{
    int version;
    const char *sql;
};
Result<> upgradeSchema(Database &database, const QList<SchemaUpgrade> &upgrades);
// For a database that is not to be upgraded: that its version is the current one. A newer one: as above; an older one:
// InvalidOperation, id "OlderVersion"; none at all: InvalidData, it was not made by this program.
Result<> checkSchema(const Database &database, int currentVersion);

} // namespace cspool
