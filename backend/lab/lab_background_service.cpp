#include "backend/lab/lab_background_service.h"

#include "backend/exit_watch.h"
#include "backend/lab/backup_service.h"
#include "backend/lab/pool_lock.h"

namespace cspool {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Other processes change the configuration too; a longer interval would keep them waiting for its end.
constexpr std::chrono::milliseconds ConfigurationAge = 60s;

// What others are told that is at work on their pools.
constexpr auto LockText = "backup service"_L1;

// The synchronisation of one pair, both ways, in the worker's thread.
class PairCycle
{
public:
    PairCycle(const QString &folder, const PoolPair &pair, const StopToken &stop)
        : m_folder(folder)
        , m_pair(pair)
        , m_runtime(
              m_command, *findCmdlet(m_command.cmdlet()), [this](const Record &record) { keepError(record); }, stop,
              &m_promptBox)
    {
    }

    // The first error, a cancellation included.
    Result<> run()
    {
        const Result<> done = synchronise();
        return done && m_error ? Result<>(*m_error) : done;
    }

private:
    void keepError(const Record &record)
    {
        const auto *error = std::get_if<ErrorRecord>(&record.content);
        if (error && !m_error)
            m_error = error->error;
    }

    Result<> synchronise()
    {
        const Result<PoolLock> lock = PoolLock::acquire(
            {m_folder, {m_pair.first, m_pair.second}, LockText, std::chrono::milliseconds(0)}, m_runtime.stopToken());
        if (!lock)
            return lock.error();
        // Read again under the lock: the pairing may have changed until then.
        const Result<std::unique_ptr<Deployment>> deployment = Deployment::open(m_folder, OpenMode::ReadWrite);
        if (!deployment)
            return deployment.error();
        const Result<CentralStore> store = (*deployment)->centralStore();
        const Result<QList<Pool>> pools = store ? store->pools() : Result<QList<Pool>>(store.error());
        if (!pools)
            return pools.error();
        for (const QString &pool : {m_pair.first, m_pair.second}) {
            if (const Result<> done = synchronise(**deployment, *pools, pool); !done)
                return done;
        }
        return {};
    }

    Result<> synchronise(Deployment &deployment, const QList<Pool> &pools, const QString &pool)
    {
        const auto found = std::find_if(pools.begin(), pools.end(), [&pool](const Pool &p) { return p.fqdn == pool; });
        if (found == pools.end() || found->backupPoolFqdn != m_pair.partnerOf(pool))
            return {};
        const Result<std::optional<FailoverJournalEntry>> journal = deployment.journalEntry(pool);
        if (!journal)
            return journal.error();
        // Half-way through one, nothing may be copied in either direction. The next command on the pair recovers it.
        if (*journal) {
            return Error{
                ErrorCategory::InvalidOperation, u"FailoverInterrupted"_s,
                LabBackgroundService::tr(
                    "A failover or failback of pool %1 was interrupted; the pool is not synchronised.")
                    .arg(pool),
                LabBackgroundService::tr("Back up the pool, or run its failover or failback again: both finish "
                                         "or roll back what was interrupted."),
                pool};
        }
        BackupService service(deployment, m_runtime);
        service.setPools(pools);
        const Result<QList<ModuleResult>> ran = service.runCycle(pool);
        return ran ? Result<>() : Result<>(ran.error());
    }

    const QString m_folder;
    const PoolPair m_pair;
    const Command m_command{u"Invoke-CsBackupServiceSync"_s};
    PromptBox m_promptBox;
    std::optional<Error> m_error;
    CommandRuntime m_runtime;
};

std::chrono::seconds seconds(const TimeSpan &span)
{
    return std::chrono::duration_cast<std::chrono::seconds>(span.toMilliseconds());
}

// As sentences for somebody who sees them without the command: which pair it was about.
Error about(const PoolPair &pair, Error error)
{
    error.message = LabBackgroundService::tr("The backup service could not synchronise %1 and %2: %3")
                        .arg(pair.first, pair.second, error.message);
    return error;
}

} // namespace

struct LabBackgroundService::Plan
{
    QList<PoolPair> pairs;
    std::chrono::seconds interval{0};
};

LabBackgroundService::LabBackgroundService(const QString &deploymentFolder, std::shared_ptr<JobPrecedence> precedence,
                                           QObject *parent)
    : BackgroundService(parent)
    , m_folder(deploymentFolder)
    , m_precedence(std::move(precedence))
    , m_interval(seconds(BackupServiceConfiguration().syncInterval))
{
    connect(this, &LabBackgroundService::workerChanged, this, &LabBackgroundService::takeState, Qt::QueuedConnection);
    // Any command that changes data may have changed the configuration.
    m_precedence->setReleased([this] { readConfigurationSoon(); });
}

LabBackgroundService::~LabBackgroundService()
{
    m_precedence->setReleased({});
    m_precedence->setServiceAllowed(false);
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    m_changed.notify_all();
    const ExitWait wait(u"backup service of the lab in "_s + m_folder);
    if (m_thread.joinable())
        m_thread.join();
}

bool LabBackgroundService::isRunning() const
{
    const std::lock_guard lock(m_mutex);
    return m_state.isRunning;
}

void LabBackgroundService::setRunning(bool isRunning)
{
    {
        const std::lock_guard lock(m_mutex);
        if (std::exchange(m_state.isRunning, isRunning) == isRunning)
            return;
        m_state.nextCycle = isRunning ? QDateTime::currentDateTimeUtc() : QDateTime();
        ++m_switches;
        if (!m_thread.joinable())
            m_thread = std::thread([this] { work(); });
    }
    m_precedence->setServiceAllowed(isRunning);
    m_changed.notify_all();
    takeState();
}

QDateTime LabBackgroundService::lastCycle() const
{
    const std::lock_guard lock(m_mutex);
    return m_state.lastCycle;
}

std::optional<Error> LabBackgroundService::lastError() const
{
    const std::lock_guard lock(m_mutex);
    return m_state.error;
}

QDateTime LabBackgroundService::nextCycle() const
{
    const std::lock_guard lock(m_mutex);
    return m_state.nextCycle;
}

void LabBackgroundService::readConfigurationSoon()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isConfigurationNew = true;
    }
    m_changed.notify_all();
}

// In the window's thread.
void LabBackgroundService::takeState()
{
    State state;
    {
        const std::lock_guard lock(m_mutex);
        state = m_state;
    }
    const State before = std::exchange(m_told, state);
    if (state != before)
        Q_EMIT stateChanged();
    if (state.cycles != before.cycles)
        Q_EMIT cycleEnded();
}

Result<LabBackgroundService::Plan> LabBackgroundService::readPlan(const QString &folder)
{
    const Result<std::unique_ptr<Deployment>> deployment = Deployment::open(folder, OpenMode::ReadOnly);
    if (!deployment)
        return deployment.error();
    const Result<CentralStore> store = (*deployment)->centralStore();
    const Result<QList<PoolPair>> pairs = store ? store->pairs() : Result<QList<PoolPair>>(store.error());
    if (!pairs)
        return pairs.error();
    return Plan{*pairs, seconds(backupServiceConfiguration(**deployment, {}).syncInterval)};
}

void LabBackgroundService::work()
{
    std::unique_lock lock(m_mutex);
    while (waitForWork(lock)) {
        const bool isDue = m_state.nextCycle <= QDateTime::currentDateTimeUtc();
        const int switches = m_switches;
        m_isConfigurationNew = false;
        lock.unlock();
        const Result<Plan> plan = readPlan(m_folder);
        const std::optional<Error> error = isDue ? synchronise(plan) : std::nullopt;
        lock.lock();
        if (plan)
            m_interval = plan->interval;
        if (isDue) {
            m_state.error = error;
            ++m_state.cycles;
        }
        // Switched off meanwhile, the cycle was not a whole one; on again, the next one is due at once.
        if (switches == m_switches) {
            if (isDue)
                m_state.lastCycle = QDateTime::currentDateTimeUtc();
            m_state.nextCycle = m_state.lastCycle.addSecs(m_interval.count());
        }
        lock.unlock();
        Q_EMIT workerChanged();
        lock.lock();
    }
}

// Until a cycle is due or the configuration is to be read again; false: the end.
bool LabBackgroundService::waitForWork(std::unique_lock<std::mutex> &lock)
{
    for (;;) {
        m_changed.wait(lock, [this] { return m_state.isRunning || m_isEnding; });
        const auto left = std::chrono::milliseconds(QDateTime::currentDateTimeUtc().msecsTo(m_state.nextCycle));
        const int switches = m_switches; // off and on again is a change, too
        if (!m_isEnding && left > 0ms) {
            m_changed.wait_for(lock, std::min(left, ConfigurationAge), [this, switches] {
                return m_isEnding || m_switches != switches || m_isConfigurationNew;
            });
        }
        if (m_isEnding || m_state.isRunning)
            return !m_isEnding;
    }
}

// One cycle of every pair. The error to be shown: of the first pair that has one.
std::optional<Error> LabBackgroundService::synchronise(const Result<Plan> &plan)
{
    if (!plan)
        return plan.error();
    QMap<PoolPair, Error> errors;
    for (const PoolPair &pair : plan->pairs) {
        const StopSource stop;
        Result<> done = operationStopped();
        if (m_precedence->enter(pair, stop)) {
            done = PairCycle(m_folder, pair, stop.token()).run();
            m_precedence->leave();
        }
        if (done)
            continue;
        if (!done.error().isStopped() && done.error().id != "PoolBusy"_L1)
            errors.insert(pair, about(pair, done.error()));
        else if (m_pairErrors.contains(pair)) // it was left alone: nothing new is known of it
            errors.insert(pair, m_pairErrors.value(pair));
    }
    m_pairErrors = errors;
    return errors.isEmpty() ? std::nullopt : std::optional(errors.first());
}

} // namespace cspool
