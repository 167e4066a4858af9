#include "backend/lab/document_store_statements.h"

#include <QDir>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<const char *, QueryCount> Queries = {
    "SELECT " CSPOOL_HEAD_COLUMNS " FROM documents WHERE name = ?",
    "SELECT " CSPOOL_DOCUMENT_COLUMNS " FROM documents WHERE name = ?",
    "SELECT " CSPOOL_DOCUMENT_COLUMNS " FROM documents WHERE name > ? AND NOT deleted ORDER BY name LIMIT ?",
    "SELECT " CSPOOL_DOCUMENT_COLUMNS " FROM documents INDEXED BY sqlite_autoindex_documents_1"
    " WHERE name > ? AND NOT deleted AND home_pool = ? ORDER BY name LIMIT ?",
    "SELECT " CSPOOL_DOCUMENT_COLUMNS " FROM documents WHERE home_pool = ? AND sequence > ? ORDER BY sequence LIMIT ?",
    "INSERT INTO documents (" CSPOOL_DOCUMENT_COLUMNS ", bytes) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)"
    " ON CONFLICT (name) DO UPDATE SET home_pool = excluded.home_pool, epoch = excluded.epoch, counter = "
    "excluded.counter,"
    " lineage = excluded.lineage, sequence = excluded.sequence, deleted = excluded.deleted, written = excluded.written,"
    " digest = excluded.digest, bytes = excluded.bytes, namespaces = excluded.namespaces, data = excluded.data",
    "INSERT OR IGNORE INTO kept_documents (" CSPOOL_DOCUMENT_COLUMNS
    ", reason, kept) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
    "SELECT last_sequence FROM store",
    "UPDATE store SET last_sequence = ?",
    "SELECT source_id, home_pool, sequence, time, token FROM watermarks WHERE source_id = ? AND home_pool = ?",
    "SELECT source_id, home_pool, sequence, time, token FROM watermarks WHERE home_pool = ? ORDER BY id DESC LIMIT 1",
    // A new id every time: the greatest one is the most recent, whatever the clock says.
    "INSERT OR REPLACE INTO watermarks (source_id, home_pool, sequence, time, token) VALUES (?,?,?,?,?)",
    // Of the earliest transaction that ends at the sequence or after it. Where older ones were forgotten, it could be
    // one of those instead of the first that is left.
    "SELECT token, id > 1 AND id = (SELECT min(id) FROM transactions) FROM transactions WHERE last_sequence >= ?"
    " ORDER BY last_sequence LIMIT 1",
    "INSERT INTO transactions (last_sequence, token) VALUES (?,?)",
    "DELETE FROM transactions WHERE id <= (SELECT max(id) FROM transactions) - ?",
};

Error damagedDocument(const QString &name, const QString &path)
{
    return {ErrorCategory::InvalidData, u"DocumentDamaged"_s,
            DocumentStore::tr("The document %1 in the store %2 is damaged: its content does not match its digest.")
                .arg(name, QDir::toNativeSeparators(path)),
            DocumentStore::tr(
                "Run Invoke-CsBackupServiceSync for the pool that holds the good copy; it replaces the damaged one."),
            name};
}

} // namespace

const char *DocumentStore::Statements::sql(Query query)
{
    return Queries[query];
}

QString idText(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

Result<Document> readHead(const Statement &row, const QString &path)
{
    Document document;
    document.name = row.text(0);
    document.homePool = row.text(1);
    document.revision = {row.int64(2), row.int64(3)};
    document.sequence = row.int64(5);
    document.isDeleted = row.int64(6) != 0;
    document.written = QDateTime::fromMSecsSinceEpoch(row.int64(7), Qt::UTC);
    document.digest = row.blob(8);
    const auto lineage = lineageFromText(row.text(4));
    if (!lineage)
        return damagedDocument(document.name, path);
    document.lineage = *lineage;
    return document;
}

Result<Document> readDocument(const Statement &row, const QString &path)
{
    auto document = readHead(row, path);
    if (!document)
        return document;
    document->namespaces = row.blob(HeadColumns);
    document->data = row.blob(HeadColumns + 1);
    if (!isWhole(*document))
        return damagedDocument(document->name, path);
    return document;
}

void bindDocument(Statement &statement, const Document &document, qint64 sequence)
{
    statement.bind(1, document.name).bind(2, document.homePool).bind(3, document.revision.epoch);
    statement.bind(4, document.revision.counter).bind(5, lineageToText(document.lineage)).bind(6, sequence);
    statement.bind(7, document.isDeleted).bind(8, document.written.toMSecsSinceEpoch()).bind(9, document.digest);
    statement.bind(10, document.namespaces).bind(11, document.data);
}

Result<> readDocuments(Statement &statement, const QString &path, const std::function<bool(Document)> &visit)
{
    for (;;) {
        const auto row = statement.step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        auto document = readDocument(statement, path);
        if (!document)
            return document.error();
        if (!visit(std::move(*document)))
            return {};
    }
}

} // namespace cspool
