// What one run of a backup module is asked for and what it did, and the progress that it shows: shared by the copying
// of documents and of conference content.
#pragma once

#include "backend/command_runtime.h"
#include "model/backup_service_status.h"

#include <QElapsedTimer>

namespace cspool {

// The direction in which the data of a pool is backed up: from the pool that serves it to the other one of the pair.
struct BackupDirection
{
    QString homePool; // whose data
    QString source; // who owns it now
    QString target;

    bool operator==(const BackupDirection &) const = default;
};

// What is to be copied of one module, counted without changing anything.
struct ModulePlan
{
    BackupModule module = BackupModule::PresenceFocus;
    BackupDirection direction;
    bool applies = true; // CMSMaster on a pool without the active CMS does not
    qint64 items = 0; // documents or files, deletions included
    qint64 bytes = 0;
    bool isFullComparison = false;
    bool isBlocked = false; // it cannot be copied as things are; the note says why
    QString note; // why a full comparison, why it does not apply or is blocked; may be empty
};

// What one module's copying did, verification included.
struct ModuleResult
{
    BackupModule module = BackupModule::PresenceFocus;
    BackupDirection direction;
    bool applies = true;
    qint64 copied = 0;
    qint64 deleted = 0;
    qint64 unchanged = 0;
    qint64 keptAside = 0;
    qint64 newerOnTarget = 0; // or only there
    qint64 verified = 0;
    qint64 batches = 0;
    qint64 bytes = 0;
    qint64 failed = 0; // files that could not be read, or changed while they were copied: left for the next run
    bool isComplete = true; // false: a cycle's limit ended it with a backlog left, or files are left for the next run

    qint64 changes() const { return copied + deleted; }
};

// The sentences that the report shows as this run's counts.
void setCounts(Step &step, const ModuleResult &result);

// The progress of one module's run in documents or bytes, with the time it will probably still take. Shows completion
// when it is destroyed.
class TransferProgress
{
public:
    enum class Unit {
        Documents,
        Bytes,
    };
    TransferProgress(CommandRuntime &runtime, const QString &activity, Unit unit, qint64 total);
    ~TransferProgress();
    Q_DISABLE_COPY_MOVE(TransferProgress)

    void advance(qint64 amount, const QString &currentItem = {});

private:
    CommandRuntime &m_runtime;
    const QString m_activity;
    const Unit m_unit;
    const qint64 m_total;
    qint64 m_done = 0;
    QElapsedTimer m_clock;
};

} // namespace cspool
