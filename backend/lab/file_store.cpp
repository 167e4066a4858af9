#include "backend/lab/file_store.h"

#include "backend/lab/file_sync.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 PieceBytes = 256 * 1024;

const QList<SchemaUpgrade> &schema()
{
    static const QList<SchemaUpgrade> upgrades{
        {1, R"(
            CREATE TABLE store (id TEXT NOT NULL);
            CREATE TABLE content (
                home_pool TEXT NOT NULL, path TEXT NOT NULL,
                size INTEGER NOT NULL, modified INTEGER NOT NULL,
                source_size INTEGER NOT NULL, source_modified INTEGER NOT NULL,
                digest BLOB NOT NULL,
                PRIMARY KEY (home_pool, path)) WITHOUT ROWID;
            CREATE TABLE intent (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                home_pool TEXT NOT NULL, path TEXT NOT NULL,
                size INTEGER NOT NULL, modified INTEGER NOT NULL);
            CREATE TABLE run (
                home_pool TEXT PRIMARY KEY,
                source_id TEXT NOT NULL, time INTEGER NOT NULL, loss_pending INTEGER NOT NULL) WITHOUT ROWID;
            CREATE TABLE kept (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                home_pool TEXT NOT NULL, path TEXT NOT NULL, reason TEXT NOT NULL, time TEXT NOT NULL);
        )"},
    };
    return upgrades;
}

QString hiddenFolder(const QString &folder)
{
    return folder + "/.cspool"_L1;
}

QString identityPath(const QString &folder)
{
    return hiddenFolder(folder) + "/identity"_L1;
}

Error writeError(const QString &path, const QString &reason)
{
    return {ErrorCategory::WriteError, u"ContentNotWritten"_s,
            FileStore::tr("%1 could not be written: %2.").arg(QDir::toNativeSeparators(path), reason),
            FileStore::tr("Check the free space and the permissions of the disk, then run the command again."), path};
}

Error readError(const QString &path, const QString &reason)
{
    return {ErrorCategory::ReadError, u"ContentNotRead"_s,
            FileStore::tr("%1 could not be read: %2.").arg(QDir::toNativeSeparators(path), reason),
            FileStore::tr(
                "Check that the file can be opened by the account that runs this program, then run the command again."),
            path};
}

Error unavailable(const QString &folder, const QString &reason)
{
    return {ErrorCategory::ResourceUnavailable, u"FileStoreUnavailable"_s, reason,
            FileStore::tr(
                "If the disk or share is only disconnected, connect it again at %1 and run the command again. Nothing "
                "was deleted anywhere.")
                .arg(QDir::toNativeSeparators(folder)),
            folder};
}

Error changedMeanwhile(const QString &path)
{
    return {ErrorCategory::InvalidOperation, u"ContentChanged"_s,
            FileStore::tr("%1 was changed while it was being copied.").arg(QDir::toNativeSeparators(path)),
            FileStore::tr("It is copied by the next run, when the program that writes it has finished."), path};
}

ContentFile contentFile(const QString &path, const QFileInfo &info)
{
    return {path, info.size(), info.lastModified().toMSecsSinceEpoch()};
}

Result<> makeFolder(const QString &path)
{
    if (!QDir().mkpath(path))
        return writeError(path, FileStore::tr("the folder could not be made"));
    return {};
}

Result<> writeIdentity(const QString &folder, const QUuid &id)
{
    if (const Result<> made = makeFolder(hiddenFolder(folder) + "/incoming"_L1); !made)
        return made;
    QFile file(identityPath(folder));
    const QByteArray text = id.toByteArray(QUuid::WithoutBraces) + '\n';
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return writeError(file.fileName(), file.errorString());
    if (const Result<> synced = syncFile(file); !synced)
        return synced;
    return syncFolder(hiddenFolder(folder));
}

std::optional<QUuid> readIdentity(const QString &folder)
{
    QFile file(identityPath(folder));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QUuid id = QUuid::fromString(QString::fromLatin1(file.read(64)).trimmed());
    return id.isNull() ? std::nullopt : std::optional(id);
}

Result<> rememberIdentity(const Database &index, const QUuid &id)
{
    if (const Result<> cleared = index.execute(u"DELETE FROM store"_s); !cleared)
        return cleared;
    Result<Statement> insert = index.prepare(u"INSERT INTO store (id) VALUES (?)"_s);
    if (!insert)
        return insert.error();
    return insert->bind(1, id.toString(QUuid::WithoutBraces)).run();
}

Result<QUuid> identityOf(const Database &index)
{
    Result<Statement> select = index.prepare(u"SELECT id FROM store"_s);
    if (!select)
        return select.error();
    const Result<bool> row = select->step();
    if (!row)
        return row.error();
    return *row ? QUuid::fromString(select->text(0)) : QUuid();
}

// Copies a file under a name of our own, forces it to the disk, reads it back; its digest.
Result<QByteArray> copyToTemporary(const ContentSource &source, const QString &temporaryPath, const StopToken &stop,
                                   const std::function<void(qint64)> &progress)
{
    QFile in(source.sourcePath);
    if (QFileInfo(source.sourcePath).isSymLink() || !in.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return readError(source.sourcePath, in.errorString());
    QFile out(temporaryPath);
    if (!out.open(QIODevice::ReadWrite | QIODevice::Truncate | QIODevice::Unbuffered))
        return writeError(temporaryPath, out.errorString());

    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray piece(PieceBytes, Qt::Uninitialized);
    // Not beyond the size that it had: a file may grow faster than it is copied.
    for (qint64 copied = 0; copied <= source.file.size;) {
        if (stop.isStopRequested())
            return operationStopped();
        const qint64 length = in.read(piece.data(), piece.size());
        if (length < 0)
            return readError(source.sourcePath, in.errorString());
        if (length == 0)
            break;
        copied += length;
        hash.addData(QByteArrayView(piece.constData(), length));
        if (out.write(piece.constData(), length) != length)
            return writeError(temporaryPath, out.errorString());
        if (progress)
            progress(length);
    }
    const QFileInfo now(source.sourcePath);
    if (contentFile(source.file.path, now) != source.file || out.size() != source.file.size)
        return changedMeanwhile(source.sourcePath);

    const QDateTime modified = QDateTime::fromMSecsSinceEpoch(source.file.modified, Qt::UTC);
    if (!out.setFileTime(modified, QFileDevice::FileModificationTime))
        return writeError(temporaryPath, out.errorString());
    if (const Result<> synced = syncFile(out); !synced)
        return synced.error();
    out.close();
    const Result<QByteArray> stored = FileStore::digestOf(temporaryPath, stop);
    if (!stored)
        return stored;
    if (*stored != hash.result())
        return writeError(temporaryPath, FileStore::tr("what was read back is not what was written"));
    return stored;
}

// Why an entry of a folder is no content; empty when it is a file or a folder.
QString reasonToIgnore(const std::filesystem::directory_entry &entry, const QString &name, const QByteArray &rawName)
{
    std::error_code reason;
    const std::filesystem::file_status status = entry.symlink_status(reason);
    if (reason)
        return QString::fromLocal8Bit(reason.message());
    if (name.toUtf8() != rawName)
        return FileStore::tr("its name is not valid text");
    if (std::filesystem::is_symlink(status))
        return FileStore::tr("it is a symbolic link");
    if (!std::filesystem::is_regular_file(status) && !std::filesystem::is_directory(status))
        return FileStore::tr("it is neither a file nor a folder");
    return {};
}

} // namespace

// One file on its way into the store.
struct FileStore::Intent
{
    qint64 id = 0;
    QString homePool;
    ContentFile file; // the source's, whose time it gets
    QString temporaryPath;
};

FileStore::FileStore(Database index, const QString &folder, const QUuid &id)
    : m_index(std::move(index))
    , m_folder(folder)
    , m_id(id)
{
}

Result<> FileStore::create(const QString &folder, const QString &indexPath)
{
    if (QFileInfo::exists(folder) || QFileInfo::exists(indexPath)) {
        return Error{ErrorCategory::ResourceExists,
                     u"FileStoreExists"_s,
                     tr("There is a file store at %1 already.").arg(QDir::toNativeSeparators(folder)),
                     {},
                     folder};
    }
    if (const Result<> made = makeFolder(folder); !made)
        return made;
    const QUuid id = QUuid::createUuid();
    Result<Database> index = Database::open(indexPath, OpenMode::Create);
    if (!index)
        return index.error();
    if (const Result<> upgraded = upgradeSchema(*index, schema()); !upgraded)
        return upgraded;
    if (const Result<> remembered = rememberIdentity(*index, id); !remembered)
        return remembered;
    return writeIdentity(folder, id);
}

Result<> FileStore::recreate(const QString &folder, const QString &indexPath)
{
    const QDir directory(folder);
    if (directory.exists()
        && !directory.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)) {
        return Error{ErrorCategory::ResourceExists, u"FileStoreExists"_s,
                     tr("The folder %1 is not empty, so no file store is made in it anew.")
                         .arg(QDir::toNativeSeparators(folder)),
                     tr("Move what is in the folder elsewhere, then run the command again."), folder};
    }
    Result<Database> index = Database::open(indexPath, OpenMode::ReadWrite);
    if (!index)
        return index.error();
    if (const Result<> upgraded = upgradeSchema(*index, schema()); !upgraded)
        return upgraded;
    if (const Result<> made = makeFolder(folder); !made)
        return made;
    Result<Transaction> transaction = Transaction::begin(*index);
    if (!transaction)
        return transaction.error();
    const QUuid id = QUuid::createUuid();
    if (const Result<> cleared
        = index->execute(u"DELETE FROM content; DELETE FROM intent; DELETE FROM run; DELETE FROM kept"_s);
        !cleared)
        return cleared;
    if (const Result<> remembered = rememberIdentity(*index, id); !remembered)
        return remembered;
    if (const Result<> committed = transaction->commit(); !committed)
        return committed;
    // Last, so that an interruption leaves a folder that is still empty and can be tried again.
    return writeIdentity(folder, id);
}

Result<FileStore> FileStore::open(const QString &folder, const QString &indexPath, OpenMode mode)
{
    const QString path = QDir(folder).absolutePath();
    const QString shown = QDir::toNativeSeparators(path);
    if (!QFileInfo(path).isDir())
        return unavailable(path, tr("The file store %1 is missing.").arg(shown));
    const std::optional<QUuid> id = readIdentity(path);
    if (!id) {
        return unavailable(
            path,
            tr("The folder %1 is there, but it does not hold the file store: its identity file .cspool/identity "
               "is missing or cannot be read.")
                .arg(shown));
    }
    Result<Database> index = Database::open(indexPath, mode == OpenMode::ReadOnly ? mode : OpenMode::ReadWrite);
    if (!index)
        return index.error();
    const Result<> current
        = mode == OpenMode::ReadOnly ? checkSchema(*index, int(schema().size())) : upgradeSchema(*index, schema());
    if (!current)
        return current.error();
    const Result<QUuid> expected = identityOf(*index);
    if (!expected)
        return expected.error();
    if (*expected != *id) {
        return unavailable(path,
                           tr("The folder %1 holds another file store than the one that its index %2 belongs to.")
                               .arg(shown, QDir::toNativeSeparators(indexPath)));
    }
    FileStore store(std::move(*index), path, *id);
    if (mode != OpenMode::ReadOnly) {
        if (const Result<> replayed = store.replayJournal(); !replayed)
            return replayed.error();
    }
    return store;
}

QString FileStore::homeFolder(const QString &homePool) const
{
    return m_folder + u'/' + homePool;
}

QString FileStore::filePath(const QString &homePool, const QString &path) const
{
    return homeFolder(homePool) + u'/' + path;
}

QString FileStore::incomingFolder() const
{
    return hiddenFolder(m_folder) + "/incoming"_L1;
}

Result<QHash<QString, ContentFile>> FileStore::scan(const QString &homePool, const StopToken &stop,
                                                    QStringList *ignored) const
{
    QHash<QString, ContentFile> files;
    const QString home = homeFolder(homePool);
    if (QFileInfo(home).isSymLink())
        return unavailable(
            home, tr("The folder %1 is a symbolic link, which is not followed.").arg(QDir::toNativeSeparators(home)));
    if (!QFileInfo::exists(home))
        return files;

    QStringList folders{QString()}; // relative, "" or ending with '/'
    while (!folders.isEmpty()) {
        const QString folder = folders.takeLast();
        const QString folderPath = home + u'/' + folder;
        std::error_code reason;
        std::filesystem::directory_iterator entry(nativePath(folderPath), reason);
        for (; !reason && entry != std::filesystem::directory_iterator(); entry.increment(reason)) {
            if (stop.isStopRequested())
                return operationStopped();
            const std::u8string raw = entry->path().filename().u8string();
            const QByteArray rawName(reinterpret_cast<const char *>(raw.data()), qsizetype(raw.size()));
            const QString name = QString::fromUtf8(rawName);
            const QString path = folder + name;
            const QFileInfo info(home + u'/' + path);
            if (const QString why = reasonToIgnore(*entry, name, rawName); !why.isEmpty()) {
                if (ignored)
                    ignored->append(
                        tr("%1 is not backed up: %2.").arg(QDir::toNativeSeparators(homePool + u'/' + path), why));
            } else if (entry->is_directory(reason)) {
                folders.append(path + u'/');
            } else if (info.exists()) { // else it was removed a moment ago
                files.insert(path, contentFile(path, info));
            }
        }
        if (reason)
            return readError(folderPath, QString::fromLocal8Bit(reason.message()));
    }
    return files;
}

std::optional<ContentFile> FileStore::find(const QString &homePool, const QString &path) const
{
    const QFileInfo info(filePath(homePool, path));
    if (info.isSymLink() || !info.isFile())
        return {};
    return contentFile(path, info);
}

Result<QStringList> FileStore::homePools() const
{
    // Names that begin with a dot are hidden: our own folder, and what systems leave in a share.
    QStringList pools = QDir(m_folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks);
    Result<Statement> select = m_index.prepare(u"SELECT home_pool FROM content UNION SELECT home_pool FROM kept"_s);
    if (!select)
        return select.error();
    while (true) {
        const Result<bool> row = select->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        pools.append(select->text(0));
    }
    pools.removeDuplicates();
    pools.sort();
    return pools;
}

Result<QHash<QString, KnownContent>> FileStore::known(const QString &homePool) const
{
    Result<Statement> select = m_index.prepare(
        u"SELECT path, size, modified, source_size, source_modified, digest FROM content WHERE home_pool = ?"_s);
    if (!select)
        return select.error();
    select->bind(1, homePool);
    QHash<QString, KnownContent> rows;
    while (true) {
        const Result<bool> row = select->step();
        if (!row)
            return row.error();
        if (!*row)
            return rows;
        const QString path = select->text(0);
        rows.insert(path,
                    {path, select->int64(1), select->int64(2), select->int64(3), select->int64(4), select->blob(5)});
    }
}

namespace {

Result<> upsertKnown(const Database &index, const QString &homePool, const QList<KnownContent> &rows)
{
    Result<Statement> upsert = index.prepare(
        u"INSERT INTO content (home_pool, path, size, modified, source_size, source_modified, digest) VALUES (?, ?, ?, "
        u"?, ?, ?, ?) "
        "ON CONFLICT (home_pool, path) DO UPDATE SET size = excluded.size, modified = excluded.modified, "
        "source_size = excluded.source_size, source_modified = excluded.source_modified, digest = excluded.digest"_s);
    if (!upsert)
        return upsert.error();
    for (const KnownContent &row : rows) {
        upsert->bind(1, homePool).bind(2, row.path).bind(3, row.size).bind(4, row.modified);
        upsert->bind(5, row.sourceSize).bind(6, row.sourceModified).bind(7, row.digest);
        if (const Result<> written = upsert->run(); !written)
            return written;
    }
    return {};
}

} // namespace

Result<> FileStore::setKnown(const QString &homePool, const QList<KnownContent> &rows)
{
    if (rows.isEmpty())
        return {};
    Result<Transaction> transaction = Transaction::begin(m_index);
    if (!transaction)
        return transaction.error();
    if (const Result<> written = upsertKnown(m_index, homePool, rows); !written)
        return written;
    return transaction->commit();
}

Result<> FileStore::forgetKnown(const QString &homePool, const QStringList &paths)
{
    if (paths.isEmpty())
        return {};
    Result<Transaction> transaction = Transaction::begin(m_index);
    if (!transaction)
        return transaction.error();
    Result<Statement> remove = m_index.prepare(u"DELETE FROM content WHERE home_pool = ? AND path = ?"_s);
    if (!remove)
        return remove.error();
    for (const QString &path : paths) {
        if (const Result<> removed = remove->bind(1, homePool).bind(2, path).run(); !removed)
            return removed;
    }
    return transaction->commit();
}

Result<std::optional<ContentRun>> FileStore::lastRun(const QString &homePool) const
{
    Result<Statement> select = m_index.prepare(u"SELECT source_id, time, loss_pending FROM run WHERE home_pool = ?"_s);
    if (!select)
        return select.error();
    const Result<bool> row = select->bind(1, homePool).step();
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<ContentRun>();
    return std::optional(ContentRun{QUuid::fromString(select->text(0)),
                                    QDateTime::fromMSecsSinceEpoch(select->int64(1), Qt::UTC), select->int64(2) != 0});
}

Result<> FileStore::setLastRun(const QString &homePool, const ContentRun &run)
{
    Result<Statement> insert = m_index.prepare(
        u"INSERT OR REPLACE INTO run (home_pool, source_id, time, loss_pending) VALUES (?, ?, ?, ?)"_s);
    if (!insert)
        return insert.error();
    insert->bind(1, homePool).bind(2, run.sourceId.toString(QUuid::WithoutBraces));
    return insert->bind(3, run.time.toMSecsSinceEpoch()).bind(4, run.isLossPending).run();
}

Result<KnownContent> FileStore::take(const QString &homePool, const QString &sourcePath, const ContentFile &source,
                                     const StopToken &stop, const std::function<void(qint64)> &progress)
{
    Result<std::vector<Result<KnownContent>>> results = takeAll(homePool, {{sourcePath, source}}, stop, progress);
    if (!results)
        return results.error();
    return std::move(results->front());
}

Result<std::vector<Result<KnownContent>>> FileStore::takeAll(const QString &homePool,
                                                             const QList<ContentSource> &sources, const StopToken &stop,
                                                             const std::function<void(qint64)> &progress)
{
    const Result<std::vector<Intent>> intents = writeIntents(homePool, sources);
    if (!intents)
        return intents.error();

    std::vector<Result<KnownContent>> results;
    for (std::size_t i = 0; i < intents->size(); ++i) {
        const ContentSource &source = sources.at(qsizetype(i));
        const Result<QByteArray> digest = copyToTemporary(source, intents->at(i).temporaryPath, stop, progress);
        if (!digest && digest.error().isStopped()) {
            if (const Result<> discarded = discard(*intents); !discarded)
                return discarded.error();
            return digest.error();
        }
        if (digest)
            results.push_back(KnownContent{source.file.path, 0, 0, source.file.size, source.file.modified, *digest});
        else
            results.push_back(digest.error());
    }

    QStringList changedFolders;
    for (std::size_t i = 0; i < intents->size(); ++i) {
        if (!results[i])
            continue;
        if (const Result<> moved = moveIntoPlace(homePool, intents->at(i), changedFolders); !moved) {
            results[i] = moved.error();
            continue;
        }
        const std::optional<ContentFile> stored = find(homePool, results[i]->path);
        results[i]->size = stored ? stored->size : 0;
        results[i]->modified = stored ? stored->modified : 0;
    }
    changedFolders.removeDuplicates();
    for (const QString &folder : std::as_const(changedFolders)) {
        if (const Result<> synced = syncFolder(folder); !synced)
            return synced.error();
    }
    if (const Result<> completed = complete(homePool, *intents, results); !completed)
        return completed.error();
    return results;
}

Result<std::vector<FileStore::Intent>> FileStore::writeIntents(const QString &homePool,
                                                               const QList<ContentSource> &sources)
{
    Result<Transaction> transaction = Transaction::begin(m_index);
    if (!transaction)
        return transaction.error();
    Result<Statement> insert
        = m_index.prepare(u"INSERT INTO intent (home_pool, path, size, modified) VALUES (?, ?, ?, ?)"_s);
    if (!insert)
        return insert.error();
    std::vector<Intent> intents;
    for (const ContentSource &source : sources) {
        insert->bind(1, homePool).bind(2, source.file.path).bind(3, source.file.size).bind(4, source.file.modified);
        if (const Result<> inserted = insert->run(); !inserted)
            return inserted.error();
        const qint64 id = m_index.lastInsertId();
        intents.push_back({id, homePool, source.file, incomingFolder() + u'/' + QString::number(id) + ".part"_L1});
    }
    if (const Result<> committed = transaction->commit(); !committed)
        return committed.error();
    if (const Result<> made = makeFolder(incomingFolder()); !made)
        return made.error();
    return intents;
}

Result<> FileStore::moveIntoPlace(const QString &homePool, const Intent &intent, QStringList &changedFolders) const
{
    const QString path = filePath(homePool, intent.file.path);
    // An empty folder in the file's place is of no use to anyone; rmdir refuses one that is not empty.
    if (QFileInfo(path).isDir())
        QDir().rmdir(path);
    for (QString folder = QFileInfo(path).path(); folder.size() > m_folder.size(); folder = QFileInfo(folder).path()) {
        const bool isThere = QFileInfo::exists(folder);
        changedFolders.append(folder);
        if (isThere)
            break;
        changedFolders.append(QFileInfo(folder).path());
    }
    if (const Result<> made = makeFolder(QFileInfo(path).path()); !made)
        return made;
    return replaceFile(intent.temporaryPath, path);
}

Result<> FileStore::complete(const QString &homePool, const std::vector<Intent> &intents,
                             const std::vector<Result<KnownContent>> &results)
{
    QList<KnownContent> rows;
    for (std::size_t i = 0; i < intents.size(); ++i) {
        if (results[i])
            rows.append(*results[i]);
        else
            QFile::remove(intents[i].temporaryPath);
    }
    Result<Transaction> transaction = Transaction::begin(m_index);
    if (!transaction)
        return transaction.error();
    if (const Result<> written = upsertKnown(m_index, homePool, rows); !written)
        return written;
    Result<Statement> remove = m_index.prepare(u"DELETE FROM intent WHERE id = ?"_s);
    if (!remove)
        return remove.error();
    for (const Intent &intent : intents) {
        if (const Result<> removed = remove->bind(1, intent.id).run(); !removed)
            return removed;
    }
    return transaction->commit();
}

Result<> FileStore::discard(const std::vector<Intent> &intents)
{
    std::vector<Result<KnownContent>> nothing;
    for (std::size_t i = 0; i < intents.size(); ++i)
        nothing.push_back(operationStopped());
    return complete({}, intents, nothing);
}

Result<> FileStore::replayJournal()
{
    std::vector<Intent> intents;
    {
        Result<Statement> select
            = m_index.prepare(u"SELECT id, home_pool, path, size, modified FROM intent ORDER BY id"_s);
        if (!select)
            return select.error();
        while (true) {
            const Result<bool> row = select->step();
            if (!row)
                return row.error();
            if (!*row)
                break;
            const qint64 id = select->int64(0);
            intents.push_back({id,
                               select->text(1),
                               {select->text(2), select->int64(3), select->int64(4)},
                               incomingFolder() + u'/' + QString::number(id) + ".part"_L1});
        }
    }
    for (const Intent &intent : intents) {
        if (const Result<> completed = completeInterrupted(intent); !completed)
            return completed;
    }
    // What has no row any more was left when the power failed between a removal and its way to the disk.
    const QStringList leftovers = QDir(incomingFolder()).entryList(QDir::Files | QDir::Hidden | QDir::System);
    for (const QString &name : leftovers)
        QFile::remove(incomingFolder() + u'/' + name);
    return {};
}

// The temporary file is still there: the copy is dropped. It is gone and the file is the one that was meant: only the
// completion row was missing; the partner's file is compared again, since it may be another one by now.
Result<> FileStore::completeInterrupted(const Intent &intent)
{
    std::vector<Result<KnownContent>> results;
    results.push_back(operationStopped());
    const std::optional<ContentFile> stored = find(intent.homePool, intent.file.path);
    if (!QFileInfo::exists(intent.temporaryPath) && stored == intent.file) {
        const Result<QByteArray> digest = digestOf(filePath(intent.homePool, intent.file.path), StopToken());
        if (!digest)
            return digest.error();
        results.front() = KnownContent{stored->path, stored->size, stored->modified, -1, 0, *digest};
    }
    return complete(intent.homePool, {intent}, results);
}

Result<> FileStore::removeFile(const QString &homePool, const QString &path)
{
    QFile file(filePath(homePool, path));
    const bool wasThere = QFileInfo::exists(file.fileName()) || QFileInfo(file.fileName()).isSymLink();
    if (wasThere && !file.remove())
        return writeError(file.fileName(), file.errorString());
    if (wasThere) {
        if (const Result<> synced = syncFolder(QFileInfo(file.fileName()).path()); !synced)
            return synced;
        removeEmptyFolders(homePool, path);
    }
    return forgetKnown(homePool, {path});
}

void FileStore::removeEmptyFolders(const QString &homePool, const QString &path) const
{
    const QString home = homeFolder(homePool);
    QString folder = QFileInfo(filePath(homePool, path)).path();
    while (folder.size() > home.size() && QDir().rmdir(folder)) // fails as soon as one is not empty
        folder = QFileInfo(folder).path();
}

Result<QString> FileStore::keepAside(const QString &homePool, const QString &path, const QString &reason)
{
    Result<Statement> insert
        = m_index.prepare(u"INSERT INTO kept (home_pool, path, reason, time) VALUES (?, ?, ?, ?)"_s);
    if (!insert)
        return insert.error();
    insert->bind(1, homePool).bind(2, path).bind(3, reason);
    insert->bind(4, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
    if (const Result<> inserted = insert->run(); !inserted)
        return inserted.error();
    const QString kept = hiddenFolder(m_folder) + "/kept/"_L1 + homePool + u'/'
        + QString::number(m_index.lastInsertId()) + u'/' + path;
    if (const Result<> made = makeFolder(QFileInfo(kept).path()); !made)
        return made.error();
    if (const Result<> moved = replaceFile(filePath(homePool, path), kept); !moved)
        return moved.error();
    if (const Result<> synced = syncFolder(QFileInfo(kept).path()); !synced)
        return synced.error();
    if (const Result<> synced = syncFolder(QFileInfo(filePath(homePool, path)).path()); !synced)
        return synced.error();
    removeEmptyFolders(homePool, path);
    if (const Result<> forgotten = forgetKnown(homePool, {path}); !forgotten)
        return forgotten.error();
    return kept;
}

Result<QStringList> FileStore::keptAside(const QString &homePool) const
{
    Result<Statement> select = m_index.prepare(u"SELECT id, path FROM kept WHERE home_pool = ? ORDER BY id"_s);
    if (!select)
        return select.error();
    select->bind(1, homePool);
    QStringList paths;
    while (true) {
        const Result<bool> row = select->step();
        if (!row)
            return row.error();
        if (!*row)
            return paths;
        const QString path = QString::number(select->int64(0)) + u'/' + select->text(1);
        // The row is written first: after a kill between the two the file is still in its old place.
        if (QFileInfo::exists(hiddenFolder(m_folder) + "/kept/"_L1 + homePool + u'/' + path))
            paths.append(path);
    }
}

Result<qint64> FileStore::purge(const QString &homePool)
{
    const Result<QHash<QString, ContentFile>> files = scan(homePool, StopToken());
    if (!files)
        return files.error();
    for (const QString &folder : {homeFolder(homePool), QString(hiddenFolder(m_folder) + "/kept/"_L1 + homePool)}) {
        if (QFileInfo::exists(folder) && !QDir(folder).removeRecursively())
            return writeError(folder, tr("not everything in it could be removed"));
    }
    if (const Result<> synced = syncFolder(m_folder); !synced)
        return synced.error();
    Result<Transaction> transaction = Transaction::begin(m_index);
    if (!transaction)
        return transaction.error();
    for (const QString &sql : {u"DELETE FROM content WHERE home_pool = ?"_s, u"DELETE FROM kept WHERE home_pool = ?"_s,
                               u"DELETE FROM run WHERE home_pool = ?"_s}) {
        Result<Statement> remove = m_index.prepare(sql);
        if (!remove)
            return remove.error();
        if (const Result<> removed = remove->bind(1, homePool).run(); !removed)
            return removed.error();
    }
    if (const Result<> committed = transaction->commit(); !committed)
        return committed.error();
    return qint64(files->size());
}

Result<QByteArray> FileStore::digestOf(const QString &path, const StopToken &stop)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return readError(path, file.errorString());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray piece(PieceBytes, Qt::Uninitialized);
    while (true) {
        if (stop.isStopRequested())
            return operationStopped();
        const qint64 length = file.read(piece.data(), piece.size());
        if (length < 0)
            return readError(path, file.errorString());
        if (length == 0)
            return hash.result();
        hash.addData(QByteArrayView(piece.constData(), length));
    }
}

} // namespace cspool
