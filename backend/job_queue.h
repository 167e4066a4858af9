// JobQueue: which jobs may run beside each other. One job at a time per pair of pools; a job of the Central Management
// store excludes all others; what only reads waits for no pool. No I/O.
#pragma once

#include <QList>
#include <QSet>
#include <QString>
#include <QUuid>

namespace cspool {

struct JobClaim
{
    enum class Kind {
        None, // only reads
        Pools, // changes these pools
        Everything, // the Central Management store
    };
    Kind kind = Kind::None;
    QSet<QString> pools = {}; // canonical FQDNs: both of a pair; of Everything those that are known to be meant
    QUuid deployment = {}; // jobs of two deployments never wait for each other, unless…
    // …both are connections to genuine servers and are about the same pool: its FQDN is one in the world, and a
    // deployment can be reached through each of its pools.
    bool isOfServers = false;
};

class JobQueue
{
public:
    // Each running job has a thread and a store's connections: a command for a thousand pools must not start a
    // thousand. So many jobs that change data run at once in a deployment, and so many that only read, of all
    // deployments; the others wait in their order.
    static constexpr int MaximumRunning = 8;

    // First come, first served: a job never overtakes an earlier one that it conflicts with.
    void enqueue(const QUuid &job, const JobClaim &claim);
    // Removes and returns what may start now, in order; they hold their claims until release().
    QList<QUuid> takeStartable();
    // Of a running or a waiting job.
    void release(const QUuid &job);
    QList<QUuid> waiting() const;
    // The first job that keeps a waiting one from starting: one that runs, or an earlier one that waits. Null: none;
    // it waits at most for its turn.
    QUuid waitsFor(const QUuid &job) const;

private:
    struct Entry
    {
        QUuid job;
        JobClaim claim;
    };
    bool isFull(const JobClaim &claim) const;

    QList<Entry> m_waiting;
    QList<Entry> m_running;
};

} // namespace cspool
