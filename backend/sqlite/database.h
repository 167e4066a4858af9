// Database, Statement, Transaction: SQLite's C API with owners and Results.
#pragma once

#include "model/result.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

struct sqlite3;
struct sqlite3_stmt;

namespace cspool {

class Database;

// A prepared statement. Bind from 1, step, read columns from 0. Must not outlive its Database. Move-only.
class Statement
{
public:
    Statement(Statement &&) noexcept;
    Statement &operator=(Statement &&) noexcept;
    ~Statement();

    // Chainable; text is bound as UTF-8, blobs are copied.
    Statement &bind(int index, qint64 value);
    Statement &bind(int index, int value) { return bind(index, qint64(value)); }
    Statement &bind(int index, bool value) { return bind(index, qint64(value)); }
    Statement &bind(int index, double value);
    Statement &bind(int index, const QString &value);
    Statement &bind(int index, const QByteArray &value);
    Statement &bindNull(int index);

    // True: a row is there; false: done.
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
    Statement(sqlite3 *database, sqlite3_stmt *statement);
    sqlite3 *m_database = nullptr;
    sqlite3_stmt *m_statement = nullptr;
};

enum class OpenMode {
    ReadOnly, // not a byte of the file, or beside it, is changed
    ReadWrite, // the file must exist
    Create, // made when missing
};

// One connection; used by one thread at a time. Errors carry the file and SQLite's own words.
class Database
{
public:
    // Checks that it is a database ("file is not a database", corrupt header → InvalidData). ReadWrite and Create set
    // journal_mode=TRUNCATE, synchronous=FULL, foreign_keys=ON and a busy timeout of 10 s.
    static Result<Database> open(const QString &path, OpenMode mode);
    Database(Database &&) noexcept;
    Database &operator=(Database &&) noexcept;
    ~Database();

    QString path() const { return m_path; }

    Result<Statement> prepare(const QString &sql) const;
    // One or more statements without results.
    Result<> execute(const QString &sql) const;
    qint64 lastInsertId() const;
    qint64 changes() const;

    // SQLite calls it every few thousand instructions; true interrupts the running statement, which then fails with
    // OperationStopped. Empty: none.
    void setInterruptCheck(std::function<bool()> check);

    // PRAGMA user_version, for numbered schema versions.
    Result<int> schemaVersion() const;
    Result<> setSchemaVersion(int version) const;

private:
    explicit Database(sqlite3 *handle, const QString &path);
    sqlite3 *m_handle = nullptr;
    QString m_path;
    std::unique_ptr<std::function<bool()>> m_interruptCheck;
};

// BEGIN IMMEDIATE … COMMIT; rolled back on destruction unless committed.
class Transaction
{
public:
    static Result<Transaction> begin(const Database &database);
    Transaction(Transaction &&) noexcept;
    ~Transaction();
    Result<> commit();

private:
    explicit Transaction(const Database *database)
        : m_database(database)
    {
    }
    const Database *m_database;
};

// A numbered upgrade: `sql` leads from version - 1 to version. Runs what is missing in one transaction; a database of
// a newer version than the last one is refused (InvalidOperation, "made by a newer version of this program").
struct SchemaUpgrade
{
    int version;
    const char *sql;
};
Result<> upgradeSchema(Database &database, const QList<SchemaUpgrade> &upgrades);
// For a database opened read-only: that its version is the current one; a sentence when it is older or newer.
Result<> checkSchema(const Database &database, int currentVersion);

} // namespace cspool
