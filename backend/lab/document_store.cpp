// DocumentStore on SQLite: schema, reading, local writes, and the taking over of batches by revision.
#include "backend/lab/document_store.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>

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
CREATE TABLE watermarks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source_id TEXT NOT NULL,
    home_pool TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    time INTEGER NOT NULL,
    UNIQUE (source_id, home_pool));
)sql";

const QList<SchemaUpgrade> &upgrades()
{
    static const QList<SchemaUpgrade> list = {{1, Schema}};
    return list;
}

#define CSPOOL_HEAD_COLUMNS "name, home_pool, epoch, counter, lineage, sequence, deleted, written, digest"
#define CSPOOL_DOCUMENT_COLUMNS CSPOOL_HEAD_COLUMNS ", namespaces, data"
constexpr int HeadColumns = 9;

enum Query {
    FindHead,
    FindDocument,
    PageOfAll,
    PageOfHome,
    Feed,
    InsertDocument,
    InsertKept,
    LastSequence,
    SetLastSequence,
    FindWatermark,
    LatestWatermark,
    SetWatermark,
    QueryCount,
};

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
    "SELECT source_id, home_pool, sequence, time FROM watermarks WHERE source_id = ? AND home_pool = ?",
    "SELECT source_id, home_pool, sequence, time FROM watermarks WHERE home_pool = ? ORDER BY id DESC LIMIT 1",
    // A new id every time: the greatest one is the most recent, whatever the clock says.
    "INSERT OR REPLACE INTO watermarks (source_id, home_pool, sequence, time) VALUES (?,?,?,?)",
};

QString text(const Revision &revision)
{
    return DocumentStore::tr("epoch %1, change %2")
        .arg(QString::number(revision.epoch), QString::number(revision.counter));
}

QString toText(const QList<Revision> &lineage)
{
    QStringList parts;
    for (const Revision &revision : lineage)
        parts.append(QString::number(revision.epoch) + u':' + QString::number(revision.counter));
    return parts.join(u' ');
}

std::optional<QList<Revision>> lineageFromText(const QString &text)
{
    QList<Revision> lineage;
    for (const QString &part : text.split(u' ', Qt::SkipEmptyParts)) {
        bool isEpoch = false;
        bool isCounter = false;
        const Revision revision{part.section(u':', 0, 0).toLongLong(&isEpoch),
                                part.section(u':', 1).toLongLong(&isCounter)};
        if (!isEpoch || !isCounter)
            return std::nullopt;
        lineage.append(revision);
    }
    return lineage;
}

QString idText(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

Error damagedDocument(const QString &name, const QString &path)
{
    return {ErrorCategory::InvalidData, u"DocumentDamaged"_s,
            DocumentStore::tr("The document %1 in the store %2 is damaged: its content does not match its digest.")
                .arg(name, QDir::toNativeSeparators(path)),
            DocumentStore::tr(
                "Run Invoke-CsBackupServiceSync for the pool that holds the good copy; it replaces the damaged one."),
            name};
}

bool isWhole(const Document &document)
{
    return document.digest == documentDigest(document.namespaces, document.data)
        && (!document.isDeleted || (document.data.isEmpty() && document.namespaces.isEmpty()));
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

// Binds CSPOOL_DOCUMENT_COLUMNS.
void bindDocument(Statement &statement, const Document &document, qint64 sequence)
{
    statement.bind(1, document.name).bind(2, document.homePool).bind(3, document.revision.epoch);
    statement.bind(4, document.revision.counter).bind(5, toText(document.lineage)).bind(6, sequence);
    statement.bind(7, document.isDeleted).bind(8, document.written.toMSecsSinceEpoch()).bind(9, document.digest);
    statement.bind(10, document.namespaces).bind(11, document.data);
}

// Reads rows until there are none, or `visit` returns false.
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

Watermark readWatermark(const Statement &row)
{
    return {QUuid::fromString(row.text(0)), row.text(1), row.int64(2),
            QDateTime::fromMSecsSinceEpoch(row.int64(3), Qt::UTC)};
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

// Prepares a statement on first use and lends it out; it is reset on return, which ends its lock.
class DocumentStore::Statements
{
public:
    class Loan
    {
    public:
        explicit Loan(Statement *statement)
            : m_statement(statement)
        {
        }
        Loan(Loan &&other) noexcept
            : m_statement(std::exchange(other.m_statement, nullptr))
        {
        }
        Loan &operator=(Loan &&) = delete;
        ~Loan()
        {
            if (m_statement)
                m_statement->reset();
        }
        Statement *operator->() const { return m_statement; }
        Statement &operator*() const { return *m_statement; }

    private:
        Statement *m_statement;
    };

    Result<Loan> lend(const Database &database, Query query)
    {
        auto &statement = m_statements[query];
        if (!statement) {
            auto prepared = database.prepare(QString::fromLatin1(Queries[query]));
            if (!prepared)
                return prepared.error();
            statement.emplace(std::move(*prepared));
        }
        return Loan(&*statement);
    }

private:
    std::array<std::optional<Statement>, QueryCount> m_statements;
};

// Hands out sequences within one transaction.
struct DocumentStore::Sequencer
{
    static Result<Sequencer> begin(DocumentStore &store)
    {
        const auto last = store.lastSequence();
        if (!last)
            return last.error();
        return Sequencer{*last, *last};
    }
    Result<> end(DocumentStore &store) const
    {
        if (last == first)
            return {};
        auto update = store.m_statements->lend(store.m_database, SetLastSequence);
        if (!update)
            return update.error();
        return (*update)->bind(1, last).run();
    }

    qint64 first = 0;
    qint64 last = 0;
};

// Values

bool Document::descendsFrom(const Revision &other) const
{
    if (revision.epoch == other.epoch)
        return other.counter <= revision.counter;
    for (const Revision &ancestor : lineage) {
        if (ancestor.epoch == other.epoch)
            return other.counter <= ancestor.counter;
    }
    return false;
}

ApplySummary &ApplySummary::operator+=(const ApplySummary &other)
{
    copied += other.copied;
    deleted += other.deleted;
    unchanged += other.unchanged;
    newerOnTarget += other.newerOnTarget;
    keptAside += other.keptAside;
    bytes += other.bytes;
    repaired += other.repaired;
    exceptions += other.exceptions;
    return *this;
}

QByteArray documentDigest(const QByteArray &namespaces, const QByteArray &data)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(namespaces);
    hash.addData(QByteArrayView("\0", 1));
    hash.addData(data);
    return hash.result();
}

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

Result<> DocumentStore::forEach(const QString &homePool, const std::function<Result<>(const Document &)> &visit) const
{
    QString last; // no document has an empty name, so all come after it
    for (;;) {
        QList<Document> page;
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
            // What was read before a damaged document is still shown.
            if (!read && (page.isEmpty() || read.error().id != "DocumentDamaged"_L1))
                return read.error();
        }
        if (page.isEmpty())
            return {};
        for (const Document &document : std::as_const(page)) {
            if (const auto visited = visit(document); !visited)
                return visited.error();
        }
        last = page.last().name;
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
    if (!read)
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

Result<QDateTime> DocumentStore::writtenUpTo(const QString &homePool, qint64 sequence) const
{
    auto select = m_database.prepare(
        u"SELECT written FROM documents WHERE home_pool = ? AND sequence <= ? ORDER BY sequence DESC LIMIT 1"_s);
    if (!select)
        return select.error();
    const auto row = select->bind(1, homePool).bind(2, sequence).step();
    if (!row)
        return row.error();
    return *row ? QDateTime::fromMSecsSinceEpoch(select->int64(0), Qt::UTC) : QDateTime();
}

// Local writes

// The revision of the next local write of `document`, whose lineage is kept up.
Result<Revision> DocumentStore::nextRevision(Document &document, const QHash<QString, qint64> &epochs) const
{
    const auto epoch = epochs.constFind(document.homePool);
    if (epoch == epochs.constEnd()) {
        return Error{ErrorCategory::InvalidOperation, u"DocumentReadOnly"_s,
                     tr("The document %1 is homed on pool %2, whose data cannot be changed on pool %3 now.")
                         .arg(document.name, document.homePool, m_owner),
                     tr("Make the change on the pool that serves %1, or wait until its failover or failback is done. "
                        "Get-CsRegistrarConfiguration shows the state of the pools.")
                         .arg(document.homePool),
                     document.name};
    }
    const Revision old = document.revision;
    if (old.epoch > *epoch) {
        return Error{
            ErrorCategory::InvalidOperation, u"StoreBehind"_s,
            tr("The document %1 was changed in a later epoch (%2) than the one that pool %3 writes in (%4): a store "
               "with an older epoch is read-only until it has caught up.")
                .arg(document.name, QString::number(old.epoch), m_owner, QString::number(*epoch)),
            tr("Run Invoke-CsBackupServiceSync for the pool that holds the newer data, then try again."),
            document.name};
    }
    if (old.epoch != 0 && old.epoch != *epoch)
        document.lineage.append(old);
    return Revision{*epoch, old.counter + 1};
}

Result<bool> DocumentStore::writeOne(const DocumentWrite &write, const QString &homePool,
                                     const QHash<QString, qint64> &epochs, Sequencer &sequencer)
{
    auto existing = head(write.name);
    if (!existing)
        return existing.error();
    Document document = existing->value_or(Document{});
    const QByteArray digest = documentDigest(write.namespaces, write.data);
    if (!*existing) {
        document.name = write.name;
        document.homePool = homePool;
    }
    const auto revision = nextRevision(document, epochs);
    if (!revision)
        return revision.error();
    if (*existing && !document.isDeleted && document.digest == digest)
        return false;
    document.revision = *revision;
    document.isDeleted = false;
    document.namespaces = write.namespaces;
    document.data = write.data;
    document.digest = digest;
    document.written = QDateTime::currentDateTimeUtc();
    if (const auto stored = store(document, sequencer); !stored)
        return stored.error();
    return true;
}

Result<qint64> DocumentStore::write(const QList<DocumentWrite> &writes, const QString &homePool,
                                    const QHash<QString, qint64> &epochs)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    auto sequencer = Sequencer::begin(*this);
    if (!sequencer)
        return sequencer.error();
    qint64 changed = 0;
    for (const DocumentWrite &write : writes) {
        const auto isChanged = writeOne(write, homePool, epochs, *sequencer);
        if (!isChanged)
            return isChanged.error();
        changed += *isChanged;
    }
    if (const auto ended = sequencer->end(*this); !ended)
        return ended.error();
    if (const auto committed = transaction->commit(); !committed)
        return committed.error();
    return changed;
}

Result<qint64> DocumentStore::remove(const QStringList &names, const QHash<QString, qint64> &epochs)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    auto sequencer = Sequencer::begin(*this);
    if (!sequencer)
        return sequencer.error();
    qint64 removed = 0;
    for (const QString &name : names) {
        auto existing = head(name);
        if (!existing)
            return existing.error();
        if (!*existing || (*existing)->isDeleted)
            continue;
        Document document = std::move(**existing);
        const auto revision = nextRevision(document, epochs);
        if (!revision)
            return revision.error();
        document.revision = *revision;
        document.isDeleted = true;
        document.digest = documentDigest({}, {});
        document.written = QDateTime::currentDateTimeUtc();
        if (const auto stored = store(document, *sequencer); !stored)
            return stored.error();
        ++removed;
    }
    if (const auto ended = sequencer->end(*this); !ended)
        return ended.error();
    if (const auto committed = transaction->commit(); !committed)
        return committed.error();
    return removed;
}

Result<> DocumentStore::store(const Document &document, Sequencer &sequencer)
{
    auto insert = m_statements->lend(m_database, InsertDocument);
    if (!insert)
        return insert.error();
    bindDocument(**insert, document, ++sequencer.last);
    return (*insert)->bind(12, qint64(document.data.size())).run();
}

// Taking over

Result<bool> DocumentStore::keepAside(const Document &loser, const QString &reason)
{
    auto insert = m_statements->lend(m_database, InsertKept);
    if (!insert)
        return insert.error();
    bindDocument(**insert, loser, 0);
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    if (const auto done = (*insert)->bind(12, reason).bind(13, now).run(); !done)
        return done.error();
    return m_database.changes() > 0;
}

Result<> DocumentStore::applyOne(const Document &incoming, LoserPolicy policy, Sequencer &sequencer,
                                 ApplySummary &summary)
{
    if (!isWhole(incoming))
        return damagedDocument(incoming.name, tr("of the source"));
    auto local = head(incoming.name);
    if (!local)
        return local.error();
    const bool isThere = local->has_value();
    const bool isDifferent = !isThere || !(*local)->hasContentOf(incoming);
    const auto isKept = [&](const Document &winner, const Document &loser) {
        return isDifferent
            && (policy == LoserPolicy::KeepAllDifferent || winner.revision == loser.revision
                || !winner.descendsFrom(loser.revision));
    };

    if (isThere && (*local)->revision > incoming.revision) {
        ++summary.newerOnTarget;
        const QString sentence
            = tr("%1: left alone, because the version of pool %2 (%3) is newer than the one that came (%4).")
                  .arg(incoming.name, m_owner, text((*local)->revision), text(incoming.revision));
        summary.exceptions.append(sentence);
        if (!isKept(**local, incoming))
            return {};
        const auto kept = keepAside(incoming,
                                    tr("A change that pool %1 had not seen came from the other pool (%2), but the "
                                       "version here (%3) is newer.")
                                        .arg(m_owner, text(incoming.revision), text((*local)->revision)));
        if (!kept)
            return kept.error();
        if (*kept) {
            ++summary.keptAside;
            summary.exceptions.append(
                tr("%1: the version that came (%2) was kept aside.").arg(incoming.name, text(incoming.revision)));
        }
        return {};
    }
    if (isThere && (*local)->revision == incoming.revision && !isDifferent) {
        const auto whole = find(incoming.name);
        if (whole) {
            ++summary.unchanged;
            return {};
        }
        if (whole.error().id != "DocumentDamaged"_L1)
            return whole.error();
        ++summary.repaired;
        summary.exceptions.append(
            tr("%1: the copy of pool %2 was damaged and was replaced.").arg(incoming.name, m_owner));
    } else if (isThere && isKept(incoming, **local)) {
        const auto loser = find(incoming.name);
        if (!loser)
            return loser.error();
        const QString reason = tr("The version of pool %1 (%2) lost against a newer one from the other pool (%3).")
                                   .arg(m_owner, text((*local)->revision), text(incoming.revision));
        const auto kept = keepAside(**loser, reason);
        if (!kept)
            return kept.error();
        if (*kept) {
            ++summary.keptAside;
            summary.exceptions.append(
                tr("%1: the version of pool %2 (%3) lost against a newer one (%4) and was kept aside.")
                    .arg(incoming.name, m_owner, text((*local)->revision), text(incoming.revision)));
        }
    }
    summary.bytes += incoming.data.size();
    ++(incoming.isDeleted ? summary.deleted : summary.copied);
    return store(incoming, sequencer);
}

Result<> DocumentStore::commitWatermark(const Watermark &watermark, bool reset)
{
    if (watermark.sourceId.isNull())
        return {};
    const auto old = this->watermark(watermark.sourceId, watermark.homePool);
    if (!old)
        return old.error();
    const qint64 sequence = *old && !reset ? std::max((*old)->sequence, watermark.sequence) : watermark.sequence;
    const QDateTime time = watermark.time.isValid() ? watermark.time : QDateTime::currentDateTimeUtc();
    auto insert = m_statements->lend(m_database, SetWatermark);
    if (!insert)
        return insert.error();
    (*insert)->bind(1, idText(watermark.sourceId)).bind(2, watermark.homePool).bind(3, sequence);
    return (*insert)->bind(4, time.toMSecsSinceEpoch()).run();
}

Result<ApplySummary> DocumentStore::apply(const QList<Document> &batch, const Watermark &watermark, LoserPolicy policy,
                                          bool resetWatermark)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    auto sequencer = Sequencer::begin(*this);
    if (!sequencer)
        return sequencer.error();
    ApplySummary summary;
    for (const Document &document : batch) {
        if (const auto applied = applyOne(document, policy, *sequencer, summary); !applied)
            return applied.error();
    }
    if (const auto marked = commitWatermark(watermark, resetWatermark); !marked)
        return marked.error();
    if (const auto ended = sequencer->end(*this); !ended)
        return ended.error();
    if (const auto committed = transaction->commit(); !committed)
        return committed.error();
    return summary;
}

Result<std::optional<Watermark>> DocumentStore::watermark(const QUuid &sourceId, const QString &homePool) const
{
    auto select = m_statements->lend(m_database, FindWatermark);
    if (!select)
        return select.error();
    const auto row = (*select)->bind(1, idText(sourceId)).bind(2, homePool).step();
    if (!row)
        return row.error();
    return *row ? std::optional(readWatermark(**select)) : std::nullopt;
}

Result<std::optional<Watermark>> DocumentStore::latestWatermark(const QString &homePool) const
{
    auto select = m_statements->lend(m_database, LatestWatermark);
    if (!select)
        return select.error();
    const auto row = (*select)->bind(1, homePool).step();
    if (!row)
        return row.error();
    return *row ? std::optional(readWatermark(**select)) : std::nullopt;
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

Result<qint64> DocumentStore::purge(const QString &homePool)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    const auto living = count(homePool);
    if (!living)
        return living.error();
    for (const auto *table : {"documents", "kept_documents", "watermarks"}) {
        auto statement = m_database.prepare(u"DELETE FROM %1 WHERE home_pool = ?"_s.arg(QLatin1StringView(table)));
        if (!statement)
            return statement.error();
        if (const auto done = statement->bind(1, homePool).run(); !done)
            return done.error();
    }
    if (const auto committed = transaction->commit(); !committed)
        return committed.error();
    return living->documents;
}

} // namespace cspool
