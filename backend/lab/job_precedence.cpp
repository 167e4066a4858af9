#include "backend/lab/job_precedence.h"

#include <algorithm>

namespace cspool {

using namespace std::chrono_literals;

namespace {

// Between two looks whether the service has left: short beside what a batch takes.
constexpr std::chrono::milliseconds LookInterval = 10ms;

bool concerns(const QSet<QString> &pools, const PoolPair &pair)
{
    return pools.isEmpty() || pools.contains(pair.first) || pools.contains(pair.second);
}

} // namespace

JobPrecedence::Claim::Claim(std::shared_ptr<JobPrecedence> precedence, const QSet<QString> &pools)
    : m_precedence(std::move(precedence))
    , m_pools(pools)
{
    const std::lock_guard lock(m_precedence->m_mutex);
    m_entry = m_precedence->m_claims.insert(m_precedence->m_claims.end(), pools);
    if (m_precedence->isInTheWayOf(pools))
        m_precedence->m_currentStop.requestStop();
}

JobPrecedence::Claim::~Claim()
{
    release();
}

void JobPrecedence::Claim::release()
{
    const std::shared_ptr<JobPrecedence> precedence = std::exchange(m_precedence, nullptr);
    if (!precedence)
        return;
    const std::lock_guard lock(precedence->m_mutex);
    precedence->m_claims.erase(m_entry);
    if (precedence->m_released)
        precedence->m_released();
}

void JobPrecedence::Claim::waitUntilFree(const StopToken &stop) const
{
    const auto isFree = [this] {
        const std::lock_guard lock(m_precedence->m_mutex);
        return !m_precedence->isInTheWayOf(m_pools);
    };
    while (!isFree() && !stop.waitFor(LookInterval)) { }
}

std::shared_ptr<JobPrecedence::Claim> JobPrecedence::claim(const QSet<QString> &pools)
{
    return std::make_shared<Claim>(shared_from_this(), pools);
}

void JobPrecedence::setReleased(std::function<void()> released)
{
    const std::lock_guard lock(m_mutex);
    m_released = std::move(released);
}

bool JobPrecedence::isInTheWayOf(const QSet<QString> &pools) const
{
    return m_current && concerns(pools, *m_current);
}

bool JobPrecedence::enter(const PoolPair &pair, const StopSource &stop)
{
    const std::lock_guard lock(m_mutex);
    const bool isClaimed = std::any_of(m_claims.begin(), m_claims.end(),
                                       [&pair](const QSet<QString> &pools) { return concerns(pools, pair); });
    if (!m_isAllowed || isClaimed)
        return false;
    m_current = pair;
    m_currentStop = stop;
    return true;
}

void JobPrecedence::leave()
{
    const std::lock_guard lock(m_mutex);
    m_current.reset();
}

void JobPrecedence::setServiceAllowed(bool isAllowed)
{
    const std::lock_guard lock(m_mutex);
    m_isAllowed = isAllowed;
    if (!isAllowed && m_current)
        m_currentStop.requestStop();
}

} // namespace cspool
