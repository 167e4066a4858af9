// OperationStore: the guided failovers and failbacks of this user, one file of events each, so that one that was left,
// or interrupted, is gone on with later.
#pragma once

#include "backend/failover/operation_event.h"

#include <QCoreApplication>

#include <memory>

namespace cspool {

// What a list shows of one.
struct OperationSummary
{
    QUuid id;
    FailoverGoal goal;
    QString backupPool;
    DeploymentInfo deployment;
    QString user; // who began it
    QDateTime begun; // UTC
    QDateTime lastEvent; // UTC
    bool hasEnded = false;
    bool isComplete = false;
    bool isHeld = false; // a process (perhaps this one) has it open

    // Whether a pool's name means the same pool in both. Genuine servers have one name for a pool, whichever of them is
    // connected to.
    bool sharesPoolsWith(const DeploymentInfo &other) const;

    bool operator==(const OperationSummary &) const = default;
};

// The file of one operation, held by one process at a time (an OS lock beside it). One thread.
//
//   FOLDER/<uuid>.jsonl    its events, one JSON object per line, only ever added to and flushed to the disk
//   FOLDER/<uuid>.lock     while a process goes on with it
//
// A torn last line, of a process that was killed, is cut off when the operation is opened. One without any event was
// never begun: it is removed with its OperationFile, and never listed.
class OperationFile
{
public:
    ~OperationFile();

    QUuid id() const;
    QString path() const;
    const QList<OperationEvent> &events() const; // as read, and as added since
    // On the disk, all of them, when it returns without an error; otherwise none is added.
    Result<> add(const QList<OperationEvent> &events);

private:
    friend class OperationStore;
    OperationFile();
    struct Private;
    std::unique_ptr<Private> d;
};

// Blocks; for a worker's thread, or the command line's.
class OperationStore
{
    Q_DECLARE_TR_FUNCTIONS(cspool::OperationStore)

public:
    explicit OperationStore(const QString &folder);

    Result<std::unique_ptr<OperationFile>> create();
    // "OperationHeld": another process goes on with it, named in the message.
    Result<std::unique_ptr<OperationFile>> open(const QUuid &id);
    // Of a closed one too; holds nothing.
    Result<QList<OperationEvent>> read(const QUuid &id) const;
    // Newest first; files that cannot be read are left out, and said in `problems` where it is given.
    QList<OperationSummary> list(QList<Error> *problems = nullptr) const;
    // The Edge pools, canonical FQDNs, whose next hops failovers of `pool` in this deployment have led away from it
    // since its last complete failback. Genuine servers have one name for a pool, whichever of them was connected to.
    QStringList movedEdgePools(const QString &pool, const DeploymentInfo &deployment) const;

private:
    const QString m_folder;
};

} // namespace cspool
