// FileStore: a pool's conference content, one folder per home pool, put there by any program, and the index of what
// the last backup knew of it.
#pragma once

#include "backend/sqlite/database.h"
#include "backend/stop_token.h"
#include "model/result.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>
#include <QUuid>

#include <functional>
#include <vector>

namespace cspool {

struct ContentFile
{
    QString path; // relative to the home pool's folder, '/' separated
    qint64 size = 0; // bytes
    qint64 modified = 0; // milliseconds since the epoch, UTC

    bool operator==(const ContentFile &) const = default;
};

// An entry below a home pool's folder that is no content: a symbolic link, a special file, a name that is no text.
struct IgnoredContent
{
    QString path; // relative to the home pool's folder
    QString reason; // a sentence that names it
};

// What the index remembers of a file after it was copied, in or out.
struct KnownContent
{
    QString path;
    qint64 size = 0; // of this side's file
    qint64 modified = 0; // of this side's file
    qint64 sourceSize = 0; // of the partner's file at the time; -1: not known, the next comparison reads both
    qint64 sourceModified = 0;
    QByteArray digest; // SHA-256 of the content both sides had

    bool operator==(const KnownContent &) const = default;
};

// A file elsewhere that is to be taken into a store.
struct ContentSource
{
    QString sourcePath; // absolute
    ContentFile file; // as it was scanned: its path within the home pool's folder, size and time
};

// What a target remembers of its backups of a home pool.
struct ContentRun
{
    QUuid sourceId; // of the file store that was backed up
    QDateTime time; // UTC, when the last run ended
    bool isLossPending
        = false; // files vanished at the source and are not all restored, nor is their deletion confirmed

    bool operator==(const ContentRun &) const = default;
};

// One pool's file store; one thread. Copying keeps a journal (intent, completion) in the index and is replayed by
// open().
//
//   FOLDER/<home pool>/…            the content
//   FOLDER/.cspool/identity         the UUID by which the index knows its file store
//   FOLDER/.cspool/incoming/        files that are being copied, under temporary names
//   FOLDER/.cspool/kept/<home pool>/<number>/…   files that lost a conflict
class FileStore
{
    Q_DECLARE_TR_FUNCTIONS(cspool::FileStore)

public:
    // Makes the folder with its identity file and an empty index; fails when they exist.
    static Result<> create(const QString &folder, const QString &indexPath);
    // Makes a file store anew that is gone: the folder (an empty one may be there, as after a disk was replaced, or one
    // that this was interrupted in) gets a new identity, the index forgets what it knew. Fails when the folder holds
    // anything.
    static Result<> recreate(const QString &folder, const QString &indexPath);
    // A folder that is missing, without its identity file (unmounted) or of another store is an error
    // (ResourceUnavailable, id "FileStoreUnavailable") with what to do. ReadWrite replays the journal: the caller holds
    // the pool's lock.
    static Result<FileStore> open(const QString &folder, const QString &indexPath, OpenMode mode);

    QString folder() const { return m_folder; }
    QString homeFolder(const QString &homePool) const;
    QUuid id() const { return m_id; }

    // All files of a home pool, by path; one stat each. Symbolic links are not followed; they, special files and names
    // that are no text are reported in `ignored`. A folder that cannot be read is an error, because
    // its files would look deleted. A home pool without a folder has no files.
    Result<QHash<QString, ContentFile>> scan(const QString &homePool, const StopToken &stop,
                                             QList<IgnoredContent> *ignored = nullptr) const;
    // One file as it is now; nothing when it is not there.
    std::optional<ContentFile> find(const QString &homePool, const QString &path) const;

    // Whose content lies here, or is known or kept here; sorted.
    Result<QStringList> homePools() const;

    Result<QHash<QString, KnownContent>> known(const QString &homePool) const;
    // Inserts or replaces, in one transaction.
    Result<> setKnown(const QString &homePool, const QList<KnownContent> &rows);
    Result<> forgetKnown(const QString &homePool, const QStringList &paths);

    // Nothing when the home pool was never backed up into this store.
    Result<std::optional<ContentRun>> lastRun(const QString &homePool) const;
    Result<> setLastRun(const QString &homePool, const ContentRun &run);
    // Counts the runs of a home pool that changed anything, in both stores alike: a source that counted fewer than its
    // target was restored from an older copy. 0: none so far.
    Result<qint64> generation(const QString &homePool) const;
    Result<> setGeneration(const QString &homePool, qint64 generation);

    // Copies a file from another place into this store: intent row, copy to a temporary name, sync, verify the digest,
    // rename, completion row. Modification time is carried over. `progress` gets the bytes of each piece. A source that
    // changes meanwhile: InvalidOperation, id "ContentChanged", and the file that was there stays. A symbolic link
    // among the folders that the file would lie in is not followed: ResourceExists, id "ContentBlocked".
    Result<KnownContent> take(const QString &homePool, const QString &sourcePath, const ContentFile &source,
                              const StopToken &stop, const std::function<void(qint64)> &progress = {});
    // The same for a group, with one intent and one completion transaction; a result for each. The error of the whole
    // is one of the store, or a cancellation: then nothing of the group was taken.
    Result<std::vector<Result<KnownContent>>> takeAll(const QString &homePool, const QList<ContentSource> &sources,
                                                      const StopToken &stop,
                                                      const std::function<void(qint64)> &progress = {});
    // Deletes a file and what is known of it; empty folders above it go too. A file that is not there is no error.
    Result<> removeFile(const QString &homePool, const QString &path);
    // Moves a file that lost a conflict into the folder of kept files; where to.
    Result<QString> keepAside(const QString &homePool, const QString &path, const QString &reason);
    Result<QStringList> keptAside(const QString &homePool) const; // paths below the kept folder
    Result<qint64> purge(const QString &homePool); // removes all of a home pool; how many files

    static Result<QByteArray> digestOf(const QString &path, const StopToken &stop);

private:
    struct Intent;
    FileStore(Database index, const QString &folder, const QUuid &id);
    QString filePath(const QString &homePool, const QString &path) const;
    QString incomingFolder() const;
    Result<> upsertKnown(const QString &homePool, const QList<KnownContent> &rows);
    Result<> replayJournal();
    Result<> completeInterrupted(const Intent &intent);
    Result<std::vector<Intent>> writeIntents(const QString &homePool, const QList<ContentSource> &sources);
    Result<> discard(const std::vector<Intent> &intents);
    Result<> complete(const QString &homePool, const std::vector<Intent> &intents,
                      const std::vector<Result<KnownContent>> &results);
    Result<> checkFolders(const QString &homePool, const QString &path) const;
    Result<> moveIntoPlace(const QString &homePool, const Intent &intent, QStringList &changedFolders) const;
    void removeEmptyFolders(const QString &homePool, const QString &path) const;

    Database m_index;
    QString m_folder; // absolute
    QUuid m_id;
};

} // namespace cspool
