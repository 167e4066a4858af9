#include "backend/job_queue.h"

#include <algorithm>

namespace cspool {

namespace {

bool conflict(const JobClaim &a, const JobClaim &b)
{
    using Kind = JobClaim::Kind;
    if (a.kind == Kind::None || b.kind == Kind::None)
        return false;
    if (a.deployment != b.deployment)
        return a.isOfServers && b.isOfServers && a.pools.intersects(b.pools);
    return a.kind == Kind::Everything || b.kind == Kind::Everything || a.pools.intersects(b.pools);
}

} // namespace

void JobQueue::enqueue(const QUuid &job, const JobClaim &claim)
{
    m_waiting.append({job, claim});
}

// Readers have no deployment in their claims and are counted together.
bool JobQueue::isFull(const JobClaim &claim) const
{
    const auto countsAlike = [&claim](const Entry &other) {
        return (other.claim.kind == JobClaim::Kind::None) == (claim.kind == JobClaim::Kind::None)
            && other.claim.deployment == claim.deployment;
    };
    return std::count_if(m_running.cbegin(), m_running.cend(), countsAlike) >= MaximumRunning;
}

QList<QUuid> JobQueue::takeStartable()
{
    QList<QUuid> started;
    QList<Entry> stillWaiting;
    for (const Entry &entry : std::as_const(m_waiting)) {
        const auto isInTheWay = [&](const Entry &other) { return conflict(entry.claim, other.claim); };
        // An earlier one that waits counts like a running one: nobody overtakes, so nobody starves.
        if (isFull(entry.claim) || std::any_of(m_running.cbegin(), m_running.cend(), isInTheWay)
            || std::any_of(stillWaiting.cbegin(), stillWaiting.cend(), isInTheWay)) {
            stillWaiting.append(entry);
        } else {
            m_running.append(entry);
            started.append(entry.job);
        }
    }
    m_waiting = stillWaiting;
    return started;
}

void JobQueue::release(const QUuid &job)
{
    const auto isIt = [&](const Entry &entry) { return entry.job == job; };
    m_waiting.removeIf(isIt);
    m_running.removeIf(isIt);
}

QList<QUuid> JobQueue::waiting() const
{
    QList<QUuid> jobs;
    for (const Entry &entry : m_waiting)
        jobs.append(entry.job);
    return jobs;
}

QUuid JobQueue::waitsFor(const QUuid &job) const
{
    const auto waiting
        = std::find_if(m_waiting.cbegin(), m_waiting.cend(), [&](const Entry &entry) { return entry.job == job; });
    if (waiting == m_waiting.cend())
        return {};
    const auto isInTheWay = [&](const Entry &other) { return conflict(waiting->claim, other.claim); };
    if (const auto found = std::find_if(m_running.cbegin(), m_running.cend(), isInTheWay); found != m_running.cend())
        return found->job;
    const auto found = std::find_if(m_waiting.cbegin(), waiting, isInTheWay);
    return found == waiting ? QUuid() : found->job;
}

} // namespace cspool
