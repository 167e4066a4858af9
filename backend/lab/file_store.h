// FileStore: a pool's conference content, one folder per home pool, put there by any program, and the index of what
// the last backup knew of it.
#pragma once

#include "backend/sqlite/database.h"
#include "backend/stop_token.h"
#include "model/result.h"

#include <QHash>
#include <QList>
#include <QString>

#include <functional>

namespace cspool {

struct ContentFile
{
    QString path; // relative to the home pool's folder, '/' separated
    qint64 size = 0; // bytes
    qint64 modified = 0; // milliseconds since the epoch, UTC

    bool operator==(const ContentFile &) const = default;
};

// What the index remembers of a file after it was copied, in or out.
struct KnownContent
{
    QString path;
    qint64 size = 0; // of this side's file
    qint64 modified = 0; // of this side's file
    qint64 sourceSize = 0; // of the partner's file at the time
    qint64 sourceModified = 0;
    QByteArray digest; // SHA-256 of the content both sides had

    bool operator==(const KnownContent &) const = default;
};

// One pool's file store; one thread. Copying keeps a journal (intent, completion) in the index and is replayed by open().
class FileStore
{
public:
    // Makes the folder with its identity file and an empty index; fails when they exist.
    static Result<> create(const QString &folder, const QString &indexPath);
    // A folder that is missing, or without its identity file (unmounted), is an error (ResourceUnavailable,
    // id "FileStoreUnavailable") with what to do.
    static Result<FileStore> open(const QString &folder, const QString &indexPath, OpenMode mode);

    QString folder() const { return m_folder; }
    QString homeFolder(const QString &homePool) const;

    // All files of a home pool, by path; one stat each. Symbolic links are not followed and are reported in `ignored`.
    Result<QHash<QString, ContentFile>> scan(const QString &homePool, const StopToken &stop, QStringList *ignored = nullptr) const;

    Result<QHash<QString, KnownContent>> known(const QString &homePool) const;
    Result<> setKnown(const QString &homePool, const QList<KnownContent> &rows);
    Result<> forgetKnown(const QString &homePool, const QStringList &paths);

    // Copies a file from another place into this store: intent row, copy to a temporary name, sync, verify the digest,
    // rename, completion row. Modification time is carried over. `progress` gets bytes.
    Result<KnownContent> take(const QString &homePool, const QString &sourcePath, const ContentFile &source, const StopToken &stop,
                              const std::function<void(qint64)> &progress = {});
    // Deletes a file; empty folders above it go too.
    Result<> removeFile(const QString &homePool, const QString &path);
    // Moves a file that lost a conflict into the folder of kept files; where to.
    Result<QString> keepAside(const QString &homePool, const QString &path, const QString &reason);
    Result<QStringList> keptAside(const QString &homePool) const; // paths below the kept folder
    Result<qint64> purge(const QString &homePool); // removes all of a home pool; how many files

    static Result<QByteArray> digestOf(const QString &path, const StopToken &stop);

private:
    FileStore(Database index, const QString &folder);
    Database m_index;
    QString m_folder;
};

} // namespace cspool
