// ContentReplication: copies the conference content of one home pool from one file store to another by comparing both
// with what the last run knew: a three-way merge in which a loss is not a deletion.
#pragma once

#include "backend/lab/file_store.h"
#include "backend/lab/module_run.h"

#include <QCoreApplication>

namespace cspool {

// How the content of a home pool differs between two stores; read-only.
struct ContentComparison
{
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
    QStringList ignored; // sentences

    qint64 knownFiles = 0; // how many the last run knew
    qint64 vanishedFiles = 0; // how many of them are not at the source
    // More than half vanished, or an earlier loss is not dealt with, or the source's file store was made anew.
    bool isLoss = false;
    // The source was restored from an older copy. What vanished was then never deleted, and what differs was changed by
    // nobody: it stays on the target, or is kept aside there.
    bool isSourceOlder = false;

    qint64 pending() const { return changed.size() + (isSourceOlder ? 0 : vanished.size()); }
};

// `readEverything`: what the index says of a file's size and time is not trusted; every file counts as changed and is
// compared by content.
Result<ContentComparison> compareContent(const FileStore &source, const FileStore &target, const QString &homePool,
                                         bool readEverything, const StopToken &stop);

// What stops the module after a loss: what vanished, where, and both ways out.
Error contentVanished(const ContentComparison &comparison, const BackupDirection &direction,
                      const QString &sourceFolder);

// Why everything is compared with care when the source is older than its backup.
QString olderSourceReason(const BackupDirection &direction);

// One run for one home pool; one thread. Files are copied in groups, each verified before it takes its name; the next
// run goes on where this one was interrupted.
class ContentReplication
{
    Q_DECLARE_TR_FUNCTIONS(cspool::ContentReplication)

public:
    struct Options
    {
        bool readEverything = false;
        bool confirmLoss = false; // what vanished is taken as deleted
        qint64 maximumBytes = 0; // copied by this run, but at least one file; 0: no limit
    };

    ContentReplication(FileStore &source, FileStore &target, const BackupDirection &direction, CommandRuntime &runtime);

    // From the owner to its backup: new and changed files, then deletions. Conflicts are kept aside on the target.
    Result<ModuleResult> run(const Options &options, Step &step);
    // From the backup to the owner, which is the target here: only what it lacks.
    Result<ModuleResult> giveBack(Step &step);
    // After an error: it was the target that failed.
    bool failedOnTarget() const { return m_failedOnTarget; }

private:
    using Group = QList<ContentSource>;

    Result<> copyChanged(const Options &options, Step &step);
    Result<bool> settleWithoutCopying(const ContentFile &file, Step &step);
    Result<bool> clearTheWay(const ContentFile &file, Step &step);
    Result<> keepAside(const QString &path, const QString &reason, Step &step);
    Result<> takeGroup(const Group &group, TransferProgress &progress);
    Result<> dealWithFailure(const ContentSource &source, const Error &error, TransferProgress &progress);
    Result<> takeAgain(const ContentSource &source, TransferProgress &progress);
    Result<> reportFailure(const Error &error);
    Result<> remember(const QList<KnownContent> &taken);
    Result<> carryOverDeletions(Step &step);
    Result<> deleteOnTarget(const QString &path, Step &step);
    Result<> closeRun(bool isLossPending);
    Result<> beginGeneration();
    Result<> leaveWhatVanished(Step &step);
    Result<> raiseGeneration(FileStore &owner, FileStore &backup);
    Result<> writeWarnings();
    QString sourcePath(const QString &path) const;
    template <typename T> Result<T> onTarget(Result<T> result);

    FileStore &m_source;
    FileStore &m_target;
    const BackupDirection m_direction;
    const QString m_home;
    CommandRuntime &m_runtime;
    ContentComparison m_comparison;
    ModuleResult m_result;
    bool m_readsEverything = false;
    bool m_confirmsLoss = false;
    bool m_isGivingBack = false;
    bool m_failedOnTarget = false;
};

} // namespace cspool
