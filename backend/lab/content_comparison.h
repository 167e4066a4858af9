// What conference content of a home pool is new, changed, vanished or lost, by comparing two file stores with what the
// last run knew of them.
#pragma once

#include "backend/lab/file_store.h"
#include "backend/lab/module_run.h"

#include <QCoreApplication>

namespace cspool {

// How the content of a home pool differs between two stores; read-only.
struct ContentComparison
{
    Q_DECLARE_TR_FUNCTIONS(cspool::ContentComparison)

public:
    QHash<QString, ContentFile> sourceFiles;
    QHash<QString, ContentFile> targetFiles;
    QHash<QString, KnownContent> knownAtSource;
    QHash<QString, KnownContent> knownAtTarget;

    QList<ContentFile> changed; // at the source: new, changed, or never compared; by path
    qint64 changedBytes = 0;
    qint64 unchanged = 0;
    QStringList vanished; // known by the last run, not at the source any more, still at the target as it was known
    QStringList onlyOnTarget; // never known, or changed there since
    QStringList forgotten; // known, and on neither side any more
    QList<IgnoredContent> ignored; // at the source

    qint64 knownFiles = 0; // how many the last run knew
    qint64 vanishedFiles = 0; // how many of them are not at the source
    // More than half vanished, or an earlier loss is not dealt with, or the source's file store was made anew.
    bool isLoss = false;
    // The source was restored from an older copy. What vanished was then never deleted, and what differs was changed by
    // nobody: it stays on the target, or is kept aside there.
    bool isSourceOlder = false;

    // What a run still has to do.
    qint64 pending() const { return changed.size() + (isSourceOlder ? 0 : vanished.size()); }
    // The path is that of an entry that is ignored at the source, or lies below one: whether the file is still there is
    // not known, so it counts neither as vanished nor as deleted, and the target keeps what it has.
    bool isHidden(const QString &path) const;
    // Either side has known the file with this content.
    bool isKnown(const QString &path, const QByteArray &digest) const;
};

// `readEverything`: what the index says of a file's size and time is not trusted; every file counts as changed and is
// compared by content.
Result<ContentComparison> compareContent(const FileStore &source, const FileStore &target, const QString &homePool,
                                         bool readEverything, const StopToken &stop);

// The digest of the target's file: from the index while size and time are as known, else from its bytes.
Result<QByteArray> targetDigest(const FileStore &target, const QString &homePool, const ContentFile &file,
                                const KnownContent &known, const StopToken &stop);

// What stops the module after a loss: what vanished, where, and both ways out.
Error contentVanished(const ContentComparison &comparison, const BackupDirection &direction,
                      const QString &sourceFolder);

// Why everything is compared with care when the source is older than its backup.
QString olderSourceReason(const BackupDirection &direction);

} // namespace cspool
