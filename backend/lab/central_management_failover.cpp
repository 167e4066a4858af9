// The journalled sequence that moves the active copy of the Central Management store; see the table in the header.
#include "backend/lab/central_management_failover.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <tuple>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr auto StartedStep = "Started"_L1;
constexpr auto CommittedStep = "Committed"_L1;

class CentralManagementFailover
{
    Q_DECLARE_TR_FUNCTIONS(cspool::CentralManagementFailover)

public:
    CentralManagementFailover(Deployment &deployment, CommandRuntime &runtime)
        : m_deployment(deployment)
        , m_runtime(runtime)
    {
    }

    Result<> run(const CentralManagementFailoverPlan &plan);
    Result<> recover(const FailoverJournalEntry &entry);

private:
    Result<> begin(const CentralManagementFailoverPlan &plan);
    Result<> takeLastChanges();
    Result<> synchronise(Step &step);
    Result<> commit();
    Result<> rollBack(const Error &cause);
    Result<> finish();
    Result<> checkOneActive(const QString &expected);
    Result<> refreshReplicas();
    Result<> refreshReplica(const CentralStore &source, const QString &pool);
    void refreshStandby(const CentralStore &source);

    Deployment &m_deployment;
    CommandRuntime &m_runtime;
    FailoverJournalEntry m_entry;
    QString m_from;
    QString m_to;
};

Result<> CentralManagementFailover::run(const CentralManagementFailoverPlan &plan)
{
    if (const auto begun = begin(plan); !begun)
        return begun;
    if (plan.isActiveReachable) {
        if (const auto taken = takeLastChanges(); !taken)
            return rollBack(taken.error());
    }
    if (const auto running = m_runtime.checkStop(); !running)
        return rollBack(running.error());
    if (const auto committed = commit(); !committed)
        return rollBack(committed.error());
    return finish();
}

Result<> CentralManagementFailover::begin(const CentralManagementFailoverPlan &plan)
{
    m_from = plan.from;
    m_to = plan.to;
    if (const auto checked = checkOneActive(m_from); !checked)
        return checked;
    if (plan.createsStandby) {
        Step step = m_runtime.beginStep(tr("Make the standby copy of the Central Management store on %1").arg(m_to));
        if (const auto created = step.conclude(m_deployment.createCentralStore(m_to)); !created)
            return created;
    }
    const QJsonObject details{{u"from"_s, m_from}, {u"to"_s, m_to}};
    m_entry = {CentralStore::homeName(),
               CentralManagementFailOverOperation,
               StartedStep,
               plan.isForced,
               QString::fromUtf8(QJsonDocument(details).toJson(QJsonDocument::Compact)),
               QDateTime::currentDateTimeUtc()};
    return m_deployment.putJournalEntry(m_entry);
}

// With -Force it is tried all the same, as long as the active copy can be opened: what can be saved is not lost.
Result<> CentralManagementFailover::takeLastChanges()
{
    Step step
        = m_runtime.beginStep(tr("Copy the Central Management store from %1 to %2 and verify it").arg(m_from, m_to));
    const auto copied = synchronise(step);
    if (copied || !m_entry.isDisaster || copied.error().isStopped())
        return step.conclude(copied);
    return m_runtime.writeWarning(
        tr("The last changes of the Central Management store on %1 could not be taken along and are lost: %2")
            .arg(m_from, copied.error().message));
}

// Both ways, because the standby may hold changes that the active copy has never seen: those that were left behind when
// it lost its role by force. Of two versions the greater revision wins, and of equal ones that of the active copy;
// losers are kept aside and listed.
Result<> CentralManagementFailover::synchronise(Step &step)
{
    auto active = m_deployment.centralStoreOn(m_from);
    if (!active)
        return active.error();
    auto standby = m_deployment.centralStoreOn(m_to);
    if (!standby)
        return standby.error();
    auto summary = replicateCentralStore(*standby, *active, true);
    if (!summary)
        return summary.error();
    const auto forth = replicateCentralStore(*active, *standby);
    if (!forth)
        return forth.error();
    *summary += *forth;
    step.setCount(tr("documents copied"), summary->copied);
    step.setCount(tr("documents deleted"), summary->deleted);
    for (const QString &exception : summary->exceptions)
        step.addInformation(exception);
    if (summary->keptAside > 0) {
        const auto warned = m_runtime.writeWarning(
            tr("The Central Management store was changed on %1 and on %2; the losing versions were kept aside there. "
               "How many: %3.")
                .arg(m_from, m_to, QString::number(summary->keptAside)),
            tr("The report lists them. Check that the topology and the backup service configuration are as they "
               "should be."));
        if (!warned)
            return warned;
    }
    const auto isCopied = isUpToDate(*active, *standby);
    if (!isCopied)
        return isCopied.error();
    if (*isCopied)
        return {};
    return Error{
        ErrorCategory::InvalidData, u"StandbyNotUpToDate"_s,
        tr("The standby copy of the Central Management store on %1 is not the same as the active one on %2 after it "
           "was copied.")
            .arg(m_to, m_from),
        tr("Run Backup-CsPool -PoolFqdn %1 -Category CMS and see its report.").arg(m_from), m_to};
}

Result<> CentralManagementFailover::commit()
{
    Step step = m_runtime.beginStep(tr("Make the Central Management store on %1 the active one").arg(m_to));
    auto central = m_deployment.centralManagement();
    if (!central)
        return step.conclude(Result<>(central.error()));
    central->activePool = m_to;
    central->epoch += 1;
    FailoverJournalEntry committed = m_entry;
    committed.step = CommittedStep;
    if (const auto written = m_deployment.commitFailoverStep({}, *central, committed, false); !written) {
        // A commit whose last write failed may be on the disk all the same: what the store says holds.
        const auto stored = m_deployment.journalEntry(m_entry.pool);
        if (!stored || !*stored || (*stored)->step != CommittedStep)
            return step.conclude(written);
    }
    m_entry = committed;
    step.addInformation(
        tr("CentralMgmtService@IsActive inside the topology document stays as it was published: in the lab the "
           "deployment store says which copy is active."));
    return {};
}

// Returns the cause, so that the command ends with it.
Result<> CentralManagementFailover::rollBack(const Error &cause)
{
    Step step = m_runtime.beginStep(tr("Roll back the failover of the Central Management store"));
    // Whatever -WarningAction makes of the warning: the cause explains more.
    if (const auto removed = m_deployment.removeJournalEntry(m_entry.pool); removed) {
        std::ignore = m_runtime.writeWarning(
            tr("The failover of the Central Management store was rolled back: the active copy is still on %1.")
                .arg(m_from));
    } else {
        step.fail(removed.error());
        std::ignore
            = m_runtime.writeWarning(tr("The failover of the Central Management store could not be rolled back now: %1")
                                         .arg(removed.error().message),
                                     tr("Run Invoke-CsManagementServerFailover again: it rolls back first."));
    }
    return cause;
}

// From here on nothing is undone.
Result<> CentralManagementFailover::finish()
{
    if (const auto checked = checkOneActive(m_to); !checked)
        return checked;
    const auto refreshed = refreshReplicas();
    const auto removed = m_deployment.removeJournalEntry(m_entry.pool);
    return refreshed ? removed : refreshed;
}

Result<> CentralManagementFailover::checkOneActive(const QString &expected)
{
    Step step = m_runtime.beginStep(tr("Check that exactly one copy of the Central Management store is active"));
    const auto central = m_deployment.centralManagement();
    Result<> checked;
    if (!central) {
        checked = central.error();
    } else if (central->activePool != expected) {
        checked = Error{ErrorCategory::InvalidData, u"CentralManagementInconsistent"_s,
                        tr("The active Central Management store is on %1, not on %2 as it should be.")
                            .arg(central->activePool, expected),
                        tr("Run Get-CsManagementStoreReplicationStatus -CentralManagementStoreStatus to see it."),
                        expected};
    }
    if (!checked)
        return step.conclude(checked);
    step.addInformation(tr("Active on %1, ownership epoch %2.").arg(central->activePool).arg(central->epoch));
    return {};
}

// A replica that cannot be reached is a warning: the store has moved, the replica follows later.
Result<> CentralManagementFailover::refreshReplicas()
{
    Step step = m_runtime.beginStep(tr("Refresh the local replicas from %1").arg(m_to));
    const auto source = m_deployment.centralStoreOn(m_to);
    if (!source)
        return step.conclude(Result<>(source.error()));
    const auto ownerships = m_deployment.ownerships();
    if (!ownerships)
        return step.conclude(Result<>(ownerships.error()));
    Result<> said;
    qint64 refreshed = 0;
    for (const PoolOwnership &ownership : *ownerships) {
        const auto done = refreshReplica(*source, ownership.pool);
        refreshed += done ? 1 : 0;
        if (done)
            continue;
        const auto warned = m_runtime.writeWarning(
            tr("The local replica of %1 is not up to date: %2").arg(ownership.pool, done.error().message),
            tr("Run Invoke-CsManagementStoreReplication -ReplicaFqdn %1 once it can be reached.").arg(ownership.pool));
        if (said)
            said = warned;
    }
    step.setCount(tr("replicas up to date"), refreshed);
    refreshStandby(*source);
    return said;
}

Result<> CentralManagementFailover::refreshReplica(const CentralStore &source, const QString &pool)
{
    auto replica = m_deployment.localReplica(pool);
    if (!replica)
        return replica.error();
    if (const auto summary = replicateCentralStore(source, *replica); !summary)
        return summary.error();
    const auto isCopied = isUpToDate(source, *replica);
    if (!isCopied)
        return isCopied.error();
    if (!*isCopied) {
        return Error{ErrorCategory::InvalidData,
                     u"ReplicaNotUpToDate"_s,
                     tr("It differs from the active store after it was copied."),
                     {},
                     pool};
    }
    return {};
}

// The copy that was active is the standby from now on. In a disaster it cannot be reached; the backup service brings it
// up to date later, so that a failure is worth a line and no more.
void CentralManagementFailover::refreshStandby(const CentralStore &source)
{
    Step step = m_runtime.beginStep(tr("Bring the copy on %1 up to date as the standby").arg(m_from));
    auto standby = m_deployment.centralStoreOn(m_from);
    const auto summary = standby ? replicateCentralStore(source, *standby) : Result<ApplySummary>(standby.error());
    if (!summary) {
        step.addInformation(tr("Not done: %1").arg(summary.error().message));
        step.end(StepResult::Skipped);
        return;
    }
    for (const QString &exception : summary->exceptions)
        step.addInformation(exception);
}

Result<> CentralManagementFailover::recover(const FailoverJournalEntry &entry)
{
    m_entry = entry;
    const QJsonObject details = QJsonDocument::fromJson(entry.details.toUtf8()).object();
    m_from = details.value("from"_L1).toString();
    m_to = interruptedTarget(entry);
    if (entry.operation != CentralManagementFailOverOperation || m_from.isEmpty() || m_to.isEmpty()) {
        return Error{
            ErrorCategory::InvalidData, u"JournalEntryUnknown"_s,
            tr("The failover journal of the Central Management store holds an entry that this version cannot read "
               "(%1).")
                .arg(entry.operation),
            tr("Use the version of the program that began it."), entry.pool};
    }
    Step step = m_runtime.beginStep(tr("Recover the interrupted failover of the Central Management store"));
    const QString begun = entry.started.toUTC().toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s);
    if (entry.step != CommittedStep) {
        if (const auto removed = m_deployment.removeJournalEntry(entry.pool); !removed)
            return removed;
        return m_runtime.writeWarning(
            tr("The failover of the Central Management store, begun at %1, was interrupted before it "
               "took effect and has been rolled back: the active copy is on %2.")
                .arg(begun, m_from),
            tr("Run it again if it is still wanted."));
    }
    if (const auto finished = finish(); !finished)
        return finished;
    return m_runtime.writeWarning(
        tr("The failover of the Central Management store, begun at %1, was interrupted after it took "
           "effect and has been finished: the active copy is on %2.")
            .arg(begun, m_to));
}

} // namespace

Result<> failOverCentralManagement(Deployment &deployment, CommandRuntime &runtime,
                                   const CentralManagementFailoverPlan &plan)
{
    return CentralManagementFailover(deployment, runtime).run(plan);
}

QString interruptedTarget(const FailoverJournalEntry &entry)
{
    return QJsonDocument::fromJson(entry.details.toUtf8()).object().value("to"_L1).toString();
}

Result<> recoverCentralManagementFailover(Deployment &deployment, CommandRuntime &runtime)
{
    const auto entry = deployment.journalEntry(CentralStore::homeName());
    if (!entry)
        return entry.error();
    if (!*entry)
        return {};
    return CentralManagementFailover(deployment, runtime).recover(**entry);
}

} // namespace cspool
