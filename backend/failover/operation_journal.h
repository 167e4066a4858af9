// OperationJournal: the file of a guided operation for a thread that must not wait for a disk.
#pragma once

#include "backend/failover/operation_store.h"
#include "backend/worker_thread.h"

namespace cspool {

// Lives in the window's thread; the OperationFile lives in a thread of its own behind it. Calls return at once and are
// carried out in their order; callbacks come from the event loop, unless their context is gone. Destroying it waits
// until everything that was asked for is written, and gives the operation free.
class OperationJournal : public QObject
{
    Q_OBJECT

public:
    explicit OperationJournal(const QString &folder, QObject *parent = nullptr);
    ~OperationJournal() override;

    // A new operation that begins with these events, an OperationBegun first; nothing stays behind when they cannot be
    // written. "PairHasOperation": another one at the same pair is open, here or in another process. For a failback
    // `stepsWith` may give an OperationBegun the Edge pools that earlier failovers have moved.
    using Begin = std::function<QList<OperationEvent>(const QStringList &movedEdgePools)>;
    struct Begun
    {
        QUuid id;
        QList<OperationEvent> events;
    };
    void create(const QString &pool, const DeploymentInfo &deployment, Begin begin, QObject *context,
                std::function<void(const Result<Begun> &)> done);
    // One that is there; its events.
    void open(const QUuid &id, QObject *context, std::function<void(const Result<QList<OperationEvent>> &)> done);

    enum class Need {
        BeforeItHappens, // what cannot be written is forgotten: it does not happen
        HasHappened, // what cannot be written is written with the next events
    };
    // On the disk, all or none, when `done` gets no error.
    void add(const QList<OperationEvent> &events, Need need, QObject *context,
             std::function<void(const Result<> &)> done);
    // Gives the operation free for others.
    void close();

private:
    struct Place; // of the file's thread
    std::shared_ptr<Place> m_place;
    WorkerThread m_worker;
};

} // namespace cspool
