// ContentReplication: copies the conference content of one home pool from one file store to another by comparing both
// with what the last run knew: a three-way merge in which a loss is not a deletion.
#pragma once

#include "backend/lab/content_comparison.h"
#include "backend/lab/file_store.h"
#include "backend/lab/module_run.h"

#include <QCoreApplication>

namespace cspool {

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
    QList<KnownContent> m_settled; // rows of files that need no copy, not written yet
    ModuleResult m_result;
    bool m_readsEverything = false;
    bool m_confirmsLoss = false;
    bool m_isGivingBack = false;
    bool m_failedOnTarget = false;
};

} // namespace cspool
