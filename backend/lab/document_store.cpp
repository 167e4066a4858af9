// DocumentStore: schema, opening and reading.
#include "backend/lab/document_store_statements.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// Small columns come first: whoever needs no data then reads none of its pages.
constexpr auto Schema = R"sql(
CREATE TABLE store (id TEXT NOT NULL, owner TEXT NOT NULL, last_sequence INTEGER NOT NULL);
CREATE TABLE documents (
    name TEXT NOT NULL UNIQUE,
    home_pool TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    counter INTEGER NOT NULL,
    lineage TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    written INTEGER NOT NULL,
    digest BLOB NOT NULL,
    bytes INTEGER NOT NULL,
    namespaces BLOB NOT NULL,
    data BLOB NOT NULL);
CREATE UNIQUE INDEX documents_feed ON documents (home_pool, sequence, deleted, bytes);
CREATE TABLE kept_documents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    home_pool TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    counter INTEGER NOT NULL,
    lineage TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    written INTEGER NOT NULL,
    digest BLOB NOT NULL,
    reason TEXT NOT NULL,
    kept INTEGER NOT NULL,
    namespaces BLOB NOT NULL,
    data BLOB NOT NULL,
    UNIQUE (name, epoch, counter, digest, deleted));
CREATE TABLE transactions (id INTEGER PRIMARY KEY, last_sequence INTEGER NOT NULL UNIQUE, token INTEGER NOT NULL);
CREATE TABLE watermarks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source_id TEXT NOT NULL,
    home_pool TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    time INTEGER NOT NULL,
    token INTEGER NOT NULL,
    UNIQUE (source_id, home_pool));
)sql";

const QList<SchemaUpgrade> &upgrades()
{
    static const QList<SchemaUpgrade> list = {{1, Schema}};
    return list;
}

Error notAStore(const QString &path)
{
    const QString shown = QDir::toNativeSeparators(path);
    return {ErrorCategory::InvalidData, u"FileDamaged"_s,
            DocumentStore::tr("The file %1 is not a store of documents.").arg(shown),
            DocumentStore::tr("Restore the file from a backup copy of the deployment's folder."), shown};
}

Error missingStore(const QString &path, const QString &owner)
{
    const QString shown = QDir::toNativeSeparators(path);
    return {ErrorCategory::ObjectNotFound, u"StoreMissing"_s,
            DocumentStore::tr("The store %1 of pool %2 is missing.").arg(shown, owner),
            DocumentStore::tr(
                "A store is never made anew on its own, because what is lost is not deleted: restore the file "
                "from a backup copy of the deployment's folder, and check that its disk is connected."),
            shown};
}

// Makes the schema and the one row of a new store.
Result<> fill(const QString &path, const QString &owner)
{
    auto database = Database::open(path, OpenMode::Create);
    if (!database)
        return database.error();
    auto transaction = Transaction::begin(*database);
    if (!transaction)
        return transaction.error();
    if (const auto made = database->execute(QString::fromLatin1(Schema)); !made)
        return made.error();
    if (const auto set = database->setSchemaVersion(upgrades().last().version); !set)
        return set.error();
    auto insert = database->prepare(u"INSERT INTO store (id, owner, last_sequence) VALUES (?,?,0)"_s);
    if (!insert)
        return insert.error();
    if (const auto done = insert->bind(1, idText(QUuid::createUuid())).bind(2, owner).run(); !done)
        return done.error();
    return transaction->commit();
}

} // namespace

// Opening

DocumentStore::DocumentStore(Database database, const QUuid &id, const QString &owner)
    : m_database(std::move(database))
    , m_id(id)
    , m_owner(owner)
    , m_statements(std::make_unique<Statements>())
{
}

DocumentStore::DocumentStore(DocumentStore &&) noexcept = default;
DocumentStore &DocumentStore::operator=(DocumentStore &&) noexcept = default;
DocumentStore::~DocumentStore() = default;

Result<> DocumentStore::create(const QString &path, const QString &owner)
{
    const QString shown = QDir::toNativeSeparators(path);
    if (QFileInfo::exists(path))
        return Error{
            ErrorCategory::ResourceExists, u"StoreExists"_s, tr("The store %1 exists already.").arg(shown), {}, shown};
    // Built under another name, so that a kill leaves no half of a store.
    const QString building = path + ".new"_L1;
    QFile::remove(building);
    QFile::remove(building + "-journal"_L1);
    auto filled = fill(building, owner);
    if (filled && !QFile::rename(building, path)) {
        filled = Error{
            ErrorCategory::WriteError, u"StoreNotMade"_s, tr("The store %1 cannot be made.").arg(shown),
            tr("Give the account that runs this program the right to write there, then run the command again."), shown};
    }
    QFile::remove(building);
    QFile::remove(building + "-journal"_L1);
    return filled;
}

Result<DocumentStore> DocumentStore::open(const QString &path, OpenMode mode, const QString &owner)
{
    Q_ASSERT(mode != OpenMode::Create);
    auto database = Database::open(path, mode);
    if (!database)
        return database.error().id == "FileNotFound"_L1 ? missingStore(path, owner) : database.error();
    const int current = upgrades().last().version;
    if (const auto checked = checkSchema(*database, current); !checked) {
        if (mode == OpenMode::ReadOnly || checked.error().id != "OlderVersion"_L1)
            return checked.error();
        if (const auto upgraded = upgradeSchema(*database, upgrades()); !upgraded)
            return upgraded.error();
    }
    auto select = database->prepare(u"SELECT id, owner FROM store"_s);
    if (!select)
        return select.error().category == ErrorCategory::NotSpecified ? notAStore(path) : select.error();
    const auto row = select->step();
    if (!row)
        return row.error();
    const QUuid id = *row ? QUuid::fromString(select->text(0)) : QUuid();
    if (id.isNull())
        return notAStore(path);
    if (const QString found = select->text(1); found != owner) {
        const QString shown = QDir::toNativeSeparators(path);
        return Error{ErrorCategory::InvalidData, u"StoreOfAnotherPool"_s,
                     tr("The store %1 belongs to pool %2, not to pool %3.").arg(shown, found, owner),
                     tr("Put the store of pool %1 back into its place.").arg(owner), shown};
    }
    select->reset();
    return DocumentStore(std::move(*database), id, owner);
}

QString DocumentStore::path() const
{
    return m_database.path();
}

void DocumentStore::setInterruptCheck(std::function<bool()> check)
{
    m_database.setInterruptCheck(std::move(check));
}

// Reading

Result<qint64> DocumentStore::lastSequence() const
{
    auto select = m_statements->lend(m_database, LastSequence);
    if (!select)
        return select.error();
    const auto row = (*select)->step();
    if (!row)
        return row.error();
    return (*select)->int64(0);
}

Result<std::optional<Document>> DocumentStore::find(const QString &name) const
{
    auto select = m_statements->lend(m_database, FindDocument);
    if (!select)
        return select.error();
    std::optional<Document> found;
    const auto read = readDocuments((*select)->bind(1, name), path(), [&](Document document) {
        found = std::move(document);
        return true;
    });
    if (!read)
        return read.error();
    return found;
}

// Without namespaces and data.
Result<std::optional<Document>> DocumentStore::head(const QString &name) const
{
    auto select = m_statements->lend(m_database, FindHead);
    if (!select)
        return select.error();
    const auto row = (*select)->bind(1, name).step();
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<Document>();
    auto document = readHead(**select, path());
    if (!document)
        return document.error();
    return std::optional(std::move(*document));
}

Result<QStringList> DocumentStore::homePools() const
{
    // Jumps from one home pool to the next in the index instead of reading every row of it.
    auto select = m_database.prepare(u"WITH RECURSIVE homes(home) AS (SELECT min(home_pool) FROM documents UNION ALL"
                                     " SELECT (SELECT min(home_pool) FROM documents WHERE home_pool > home) FROM homes"
                                     " WHERE home IS NOT NULL) SELECT home FROM homes WHERE home IS NOT NULL"_s);
    if (!select)
        return select.error();
    QStringList result;
    for (;;) {
        const auto row = select->step();
        if (!row)
            return row.error();
        if (!*row)
            return result;
        result.append(select->text(0));
    }
}

Result<Backlog> DocumentStore::count(const QString &homePool) const
{
    auto select = m_database.prepare(
        u"SELECT count(*), coalesce(sum(bytes), 0) FROM documents WHERE home_pool = ? AND NOT deleted"_s);
    if (!select)
        return select.error();
    const auto row = select->bind(1, homePool).step();
    if (!row)
        return row.error();
    return Backlog{select->int64(0), select->int64(1)};
}

Result<> DocumentStore::forgetDigest(const QString &name)
{
    auto update = m_database.prepare(u"UPDATE documents SET digest = x'' WHERE name = ?"_s);
    return update ? update->bind(1, name).run() : Result<>(update.error());
}

Result<> DocumentStore::forEach(const QString &homePool, const std::function<Result<>(const Document &)> &visit,
                                const std::function<Result<>(const Error &)> &visitDamaged) const
{
    QString last; // no document has an empty name, so all come after it
    for (;;) {
        QList<Document> page;
        std::optional<Error> damaged; // comes after the page
        {
            auto select = m_statements->lend(m_database, homePool.isEmpty() ? PageOfAll : PageOfHome);
            if (!select)
                return select.error();
            (*select)->bind(1, last);
            if (homePool.isEmpty())
                (*select)->bind(2, BatchDocuments);
            else
                (*select)->bind(2, homePool).bind(3, BatchDocuments);
            qint64 bytes = 0;
            const auto read = readDocuments(**select, path(), [&](Document document) {
                bytes += document.data.size();
                page.append(std::move(document));
                return bytes < BatchBytes;
            });
            if (!read && read.error().id != "DocumentDamaged"_L1)
                return read.error();
            if (!read)
                damaged = read.error();
        }
        if (page.isEmpty() && !damaged)
            return {};
        for (const Document &document : std::as_const(page)) {
            if (const auto visited = visit(document); !visited)
                return visited.error();
        }
        last = damaged ? damaged->target : page.last().name;
        if (const auto visited = damaged ? (visitDamaged ? visitDamaged(*damaged) : *damaged) : Result<>(); !visited)
            return visited;
    }
}

Result<QList<Document>> DocumentStore::changesAfter(const QString &homePool, qint64 after) const
{
    auto select = m_statements->lend(m_database, Feed);
    if (!select)
        return select.error();
    QList<Document> batch;
    qint64 bytes = 0;
    (*select)->bind(1, homePool).bind(2, after).bind(3, BatchDocuments);
    const auto read = readDocuments(**select, path(), [&](Document document) {
        bytes += document.data.size();
        batch.append(std::move(document));
        return bytes < BatchBytes;
    });
    // What comes before a damaged document is still handed out.
    if (!read && (batch.isEmpty() || read.error().id != "DocumentDamaged"_L1))
        return read.error();
    return batch;
}

Result<Backlog> DocumentStore::backlogAfter(const QString &homePool, qint64 after) const
{
    auto select = m_database.prepare(
        u"SELECT count(*), coalesce(sum(bytes), 0) FROM documents WHERE home_pool = ? AND sequence > ?"_s);
    if (!select)
        return select.error();
    const auto row = select->bind(1, homePool).bind(2, after).step();
    if (!row)
        return row.error();
    return Backlog{select->int64(0), select->int64(1)};
}

Result<qint64> DocumentStore::lastSequenceOf(const QString &homePool) const
{
    auto select = m_database.prepare(u"SELECT coalesce(max(sequence), 0) FROM documents WHERE home_pool = ?"_s);
    if (!select)
        return select.error();
    const auto row = select->bind(1, homePool).step();
    if (!row)
        return row.error();
    return select->int64(0);
}

Result<qint64> DocumentStore::tokenAt(qint64 sequence) const
{
    if (sequence == 0)
        return 0;
    auto select = m_statements->lend(m_database, TokenAt);
    if (!select)
        return select.error();
    const auto row = (*select)->bind(1, sequence).step();
    if (!row)
        return row.error();
    const bool isForgotten = *row && (*select)->int64(1) != 0;
    return *row && !isForgotten ? (*select)->int64(0) : 0;
}

Result<QList<KeptDocument>> DocumentStore::keptAside() const
{
    auto select = m_database.prepare(
        QStringLiteral("SELECT " CSPOOL_DOCUMENT_COLUMNS ", id, reason, kept FROM kept_documents ORDER BY id"));
    if (!select)
        return select.error();
    QList<KeptDocument> result;
    for (;;) {
        const auto row = select->step();
        if (!row)
            return row.error();
        if (!*row)
            return result;
        auto document = readDocument(*select, path());
        if (!document)
            return document.error();
        result.append({select->int64(HeadColumns + 2), std::move(*document), select->text(HeadColumns + 3),
                       QDateTime::fromMSecsSinceEpoch(select->int64(HeadColumns + 4), Qt::UTC)});
    }
}

Result<qint64> DocumentStore::keptAsideCount() const
{
    auto select = m_database.prepare(u"SELECT count(*) FROM kept_documents"_s);
    if (!select)
        return select.error();
    const auto row = select->step();
    if (!row)
        return row.error();
    return select->int64(0);
}

} // namespace cspool
