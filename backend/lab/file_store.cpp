// FileStore: making, opening and scanning a file store, and what leaves it.
#include "backend/lab/file_store.h"

#include "backend/file_sync.h"
#include "backend/lab/file_store_parts.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace cspool {

using namespace Qt::StringLiterals;
using namespace filestore;

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
            CREATE TABLE generation (home_pool TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID;
            CREATE TABLE kept (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                home_pool TEXT NOT NULL, path TEXT NOT NULL, reason TEXT NOT NULL, time TEXT NOT NULL);
        )"},
    };
    return upgrades;
}

QString identityPath(const QString &folder)
{
    return hiddenFolder(folder) + "/identity"_L1;
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

Result<> writeIdentity(const QString &folder, const QUuid &id)
{
    if (const Result<> made = makeFolder(hiddenFolder(folder) + "/incoming"_L1); !made)
        return made;
    QFile file(identityPath(folder) + ".new"_L1);
    const QByteArray text = id.toByteArray(QUuid::WithoutBraces) + '\n';
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return writeError(file.fileName(), file.errorString());
    if (const Result<> synced = syncFile(file); !synced)
        return synced;
    file.close();
    if (const Result<> named = replaceFile(file.fileName(), identityPath(folder)); !named)
        return named;
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

// Nothing is in the folder, or only what an interrupted recreate() leaves: our own folder without an identity.
bool isEmptyStore(const QString &folder)
{
    QStringList entries = QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    if (!readIdentity(folder) && !QFileInfo::exists(hiddenFolder(folder) + "/kept"_L1))
        entries.removeOne(QFileInfo(hiddenFolder(folder)).fileName());
    return entries.isEmpty();
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
    if (!isEmptyStore(folder)) {
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
    if (const Result<> cleared = index->execute(
            u"DELETE FROM content; DELETE FROM intent; DELETE FROM run; DELETE FROM generation; DELETE FROM kept"_s);
        !cleared)
        return cleared;
    if (const Result<> remembered = rememberIdentity(*index, id); !remembered)
        return remembered;
    if (const Result<> committed = transaction->commit(); !committed)
        return committed;
    // Last, so that an interruption leaves a folder that counts as empty and can be tried again.
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
    if (const Result<> checked = checkSchema(*index, schema().last().version); !checked) {
        if (mode == OpenMode::ReadOnly || checked.error().id != "OlderVersion"_L1)
            return checked.error();
        if (const Result<> upgraded = upgradeSchema(*index, schema()); !upgraded)
            return upgraded.error();
    }
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
                                                    QList<IgnoredContent> *ignored) const
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
                        {path,
                         tr("%1 is not backed up: %2.").arg(QDir::toNativeSeparators(homePool + u'/' + path), why)});
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
    for (const QString &sql :
         {u"DELETE FROM content WHERE home_pool = ?"_s, u"DELETE FROM kept WHERE home_pool = ?"_s,
          u"DELETE FROM run WHERE home_pool = ?"_s, u"DELETE FROM generation WHERE home_pool = ?"_s}) {
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
