// FileStore: taking files over, with a journal of intents that is replayed when the store is opened.
#include "backend/lab/file_store.h"

#include "backend/file_sync.h"
#include "backend/lab/file_store_parts.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace cspool {

using namespace Qt::StringLiterals;
using namespace filestore;

namespace {

constexpr qint64 PieceBytes = 256 * 1024;

Error changedMeanwhile(const QString &path)
{
    return {ErrorCategory::InvalidOperation, u"ContentChanged"_s,
            FileStore::tr("%1 was changed while it was being copied.").arg(QDir::toNativeSeparators(path)),
            FileStore::tr("It is copied by the next run, when the program that writes it has finished."), path};
}

// Copies a file under a name of our own, forces it to the disk, reads it back; its digest. Errors
// name the file that it is to become, `target`.
Result<QByteArray> copyToTemporary(const ContentSource &source, const QString &temporaryPath, const QString &target,
                                   const StopToken &stop, const std::function<void(qint64)> &progress)
{
    QFile in(source.sourcePath);
    if (QFileInfo(source.sourcePath).isSymLink() || !in.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return readError(source.sourcePath, in.errorString());
    QFile out(temporaryPath);
    if (!out.open(QIODevice::ReadWrite | QIODevice::Truncate | QIODevice::Unbuffered))
        return writeError(target, out.errorString());

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
        if (const qint64 written = out.write(piece.constData(), length); written != length) {
            // A part that was still taken is no error to the system; the next write would be.
            return writeError(target, written < 0 ? out.errorString() : FileStore::tr("the disk is full"));
        }
        if (progress)
            progress(length);
    }
    const QFileInfo now(source.sourcePath);
    if (contentFile(source.file.path, now) != source.file || out.size() != source.file.size)
        return changedMeanwhile(source.sourcePath);

    const QDateTime modified = QDateTime::fromMSecsSinceEpoch(source.file.modified, Qt::UTC);
    if (!out.setFileTime(modified, QFileDevice::FileModificationTime))
        return writeError(target, out.errorString());
    if (const Result<> synced = syncFile(out); !synced)
        return synced.error();
    out.close();
    const Result<QByteArray> stored = FileStore::digestOf(temporaryPath, stop);
    if (!stored)
        return stored;
    if (*stored != hash.result())
        return writeError(target, FileStore::tr("what was read back is not what was written"));
    return stored;
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
        const Result<QByteArray> digest = copyToTemporary(source, intents->at(i).temporaryPath,
                                                          filePath(homePool, source.file.path), stop, progress);
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

// What lies behind a link is not of this store.
Result<> FileStore::checkFolders(const QString &homePool, const QString &path) const
{
    QString folder = homeFolder(homePool);
    for (const QString &name : path.split(u'/')) {
        if (QFileInfo(folder).isSymLink()) {
            return Error{ErrorCategory::ResourceExists, u"ContentBlocked"_s,
                         tr("%1 was not copied: the folder %2 is a symbolic link, which is not followed.")
                             .arg(QDir::toNativeSeparators(filePath(homePool, path)), QDir::toNativeSeparators(folder)),
                         tr("Replace the link by the folder that it points at, then run the command again."), path};
        }
        folder += u'/' + name;
    }
    return {};
}

Result<> FileStore::moveIntoPlace(const QString &homePool, const Intent &intent, QStringList &changedFolders) const
{
    if (const Result<> checked = checkFolders(homePool, intent.file.path); !checked)
        return checked;
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
    if (const Result<> written = upsertKnown(homePool, rows); !written)
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

} // namespace cspool
