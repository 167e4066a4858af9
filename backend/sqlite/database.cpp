// Statements, transactions and schema versions on a connection that database_open.cpp has opened.
#include "backend/sqlite/database_connection.h"

#include <QDir>

namespace cspool {

using namespace Qt::StringLiterals;

Result<> execute(DatabaseConnection &connection, const QByteArray &sql)
{
    const int code = sqlite3_exec(connection.handle, sql.constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return sqliteError(connection, code);
    return {};
}

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
        return sqliteError(*m_connection, std::exchange(m_bindResult, SQLITE_OK));
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    Error error = sqliteError(*m_connection, code);
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
        return sqliteError(*m_connection, code);
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
            Database::tr(
                "The file %1 was made by a newer version of this program (its format is %2, this version knows %3).")
                .arg(shown, QString::number(version), QString::number(known)),
            Database::tr("Use the newer version of the program for it. Nothing was changed."), shown};
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
        return Error{
            ErrorCategory::InvalidData, u"FileDamaged"_s,
            Database::tr("The file %1 is empty, or it is a database that this program did not make.").arg(shown),
            restoreAdvice(), shown};
    }
    return Error{
        ErrorCategory::InvalidOperation, u"OlderVersion"_s,
        Database::tr(
            "The file %1 was made by an older version of this program (its format is %2, this version needs %3).")
            .arg(shown, QString::number(*version), QString::number(currentVersion)),
        Database::tr("Open it once for writing, which upgrades it."), shown};
}

} // namespace cspool
