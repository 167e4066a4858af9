// The journalled sequences of failover and failback, and their recovery; see the table in failover.h.
#include "backend/lab/failover.h"

#include "backend/lab/backup_service.h"
#include "backend/lab/central_management_failover.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// A pool that is read-only reaches FinalState in the first round; more are needed only while other programs still
// put conference files into its file store.
constexpr int MaximumRounds = 5;
constexpr qint64 DefaultWaitSeconds = 15; // WaitTime of Invoke-CsPoolFailBack, as documented

// CMSMaster is not among them: a pool that hosts the Central Management store is not failed over.
constexpr BackupModule MovedModules[] = {BackupModule::PresenceFocus, BackupModule::DataConf};

// One failover or failback of one pool, begun now or found in the journal. Lives for one command.
class FailoverSequence
{
    Q_DECLARE_TR_FUNCTIONS(cspool::Failover)

public:
    FailoverSequence(Deployment &deployment, CommandRuntime &runtime, const QList<Pool> &pools)
        : m_deployment(deployment)
        , m_runtime(runtime)
        , m_service(deployment, runtime)
    {
        m_service.setPools(pools);
    }

    Result<> run(const FailoverPlan &plan, QLatin1StringView operation);
    Result<> recover(const FailoverJournalEntry &entry);
    Result<> complete(const QString &pool, const QString &partner);

private:
    bool isFailOver() const { return m_entry.operation == FailOverOperation; }
    QString served() const { return isFailOver() ? m_partner : m_entry.pool; } // who serves it after the commit
    QString title() const;

    Result<> begin(const FailoverPlan &plan, QLatin1StringView operation);
    Result<> synchronise();
    bool isRunAgain() const; // the command that found it in the journal is the one that began it
    static TimeSpan waitTime(const Command &command);
    Result<> copyUntilFinal();
    Result<bool> isFinal();
    Result<> commit();
    Result<> rollBack(const Error &cause);
    Result<> writeRollBack();
    Result<> finish();
    Result<> checkOneOwner();
    Result<> finishFailBack();
    Result<> exchange(bool isBothWays);
    Result<> synchroniseAll(const QString &pool);
    Result<> activate();
    Result<> leaveFailedBack(const QString &reason);
    Result<> say(const QString &warning, const QString &action);

    Deployment &m_deployment;
    CommandRuntime &m_runtime;
    BackupService m_service;
    FailoverJournalEntry m_entry;
    QString m_partner; // the backup pool
    PoolState m_previousState = PoolState::Active; // before a failover began
};

// A warning with -WarningAction Stop ends the command, but only where the sequence may end.
Result<> FailoverSequence::say(const QString &warning, const QString &action)
{
    return m_runtime.writeWarning(warning, action);
}

QString FailoverSequence::title() const
{
    return isFailOver() ? tr("failover of the pool %1").arg(m_entry.pool)
                        : tr("failback of the pool %1").arg(m_entry.pool);
}

Result<> FailoverSequence::run(const FailoverPlan &plan, QLatin1StringView operation)
{
    if (const auto begun = begin(plan, operation); !begun)
        return begun;
    if (!m_entry.isDisaster) {
        if (const auto synchronised = synchronise(); !synchronised)
            return rollBack(synchronised.error());
    }
    if (const auto running = m_runtime.checkStop(); !running)
        return rollBack(running.error());
    if (const auto committed = commit(); !committed)
        return rollBack(committed.error());
    return finish();
}

Result<> FailoverSequence::begin(const FailoverPlan &plan, QLatin1StringView operation)
{
    auto ownership = m_deployment.ownership(plan.pool);
    if (!ownership)
        return ownership.error();
    m_partner = plan.pool == plan.from ? plan.to : plan.from;
    m_previousState = ownership->state;
    m_entry = {plan.pool, operation, StartedStep, plan.isDisaster, {}, QDateTime::currentDateTimeUtc()};
    m_entry.details = journalDetails(m_partner, m_previousState);

    Step step = m_runtime.beginStep(isFailOver()
                                        ? tr("Make the pool %1 read-only: FailingOver").arg(plan.pool)
                                        : tr("Make the data of the pool %1 read-only on %2").arg(plan.pool, m_partner));
    if (isFailOver())
        ownership->state = PoolState::FailingOver;
    ownership->isReadOnly = true;
    return step.conclude(m_deployment.commitFailoverStep(*ownership, {}, m_entry, false));
}

Result<> FailoverSequence::synchronise()
{
    Step step
        = m_runtime.beginStep(isFailOver() ? tr("Copy the last changes from %1 to %2").arg(m_entry.pool, m_partner)
                                           : tr("Copy what was changed on %2 back to %1").arg(m_entry.pool, m_partner));
    Result<> done;
    if (!isFailOver())
        done = synchroniseAll(m_partner);
    if (done)
        done = copyUntilFinal();
    if (done) {
        m_entry.step = SynchronisedStep;
        done = m_deployment.putJournalEntry(m_entry);
    }
    return step.conclude(done);
}

// WaitTime of a backup that completes a failback means another wait: that for the backup service's state.
TimeSpan FailoverSequence::waitTime(const Command &command)
{
    const TimeSpan standard = TimeSpan::fromSeconds(DefaultWaitSeconds);
    const bool isOwn = command.cmdlet() == "Invoke-CsPoolFailOver"_L1 || command.cmdlet() == "Invoke-CsPoolFailBack"_L1;
    return isOwn ? command.timeSpan(u"WaitTime", standard) : standard;
}

Result<> FailoverSequence::copyUntilFinal()
{
    const Command &command = m_runtime.command();
    const auto wait = waitTime(command).toMilliseconds();
    for (int round = 1; round <= MaximumRounds; ++round) {
        for (const BackupModule module : MovedModules) {
            if (const auto copied = m_service.copyModule(m_entry.pool, module); !copied)
                return copied.error();
        }
        if (command.isSwitchOn(u"SkipDataVerification")) {
            m_runtime.beginStep(tr("Verify that the backup service is at FinalState (-SkipDataVerification)"))
                .end(StepResult::Skipped);
            return {};
        }
        const auto final = isFinal();
        if (!final)
            return final.error();
        if (*final)
            return {};
        if (round == MaximumRounds)
            break;
        m_runtime.writeVerbose(tr("New changes came in; copying once more in %1 seconds.").arg(wait.count() / 1000));
        if (const auto waited = m_runtime.waitFor(wait); !waited)
            return waited;
    }
    return Error{
        ErrorCategory::OperationTimeout, u"FinalStateNotReached"_s,
        tr("The backup service of the pool %1 did not reach FinalState in %2 rounds of copying: other programs "
           "keep changing its data.")
            .arg(m_entry.pool)
            .arg(MaximumRounds),
        tr("Stop what writes into the pool's file store and run the command again."), m_entry.pool};
}

Result<bool> FailoverSequence::isFinal()
{
    Step step = m_runtime.beginStep(tr("Verify that the backup service is at FinalState"));
    const auto status = m_service.status(m_entry.pool, BackupCategory::UserData);
    if (!status)
        return step.conclude(Result<bool>(status.error()));
    bool isFinal = true;
    for (const BackupModuleStatus &module : status->modules) {
        const QString state = module.exportStatus ? toString(*module.exportStatus) : QString();
        step.addInformation(u"%1: %2"_s.arg(module.identity, state));
        isFinal = isFinal && module.exportStatus == ExportStatus::FinalState;
    }
    return isFinal;
}

Result<> FailoverSequence::commit()
{
    Step step
        = m_runtime.beginStep(isFailOver() ? tr("Hand the users of the pool %1 over to %2").arg(m_entry.pool, m_partner)
                                           : tr("Give the pool %1 its users back").arg(m_entry.pool));
    auto ownership = m_deployment.ownership(m_entry.pool);
    if (!ownership)
        return step.conclude(Result<>(ownership.error()));
    ownership->owner = served();
    ownership->epoch += 1;
    ownership->state = isFailOver() ? PoolState::FailedOver : PoolState::FailedBack;
    ownership->isReadOnly = false;
    FailoverJournalEntry committed = m_entry;
    committed.step = CommittedStep;
    if (const auto written = m_deployment.commitFailoverStep(*ownership, {}, committed, false); !written) {
        // A commit whose last write failed may be on the disk all the same: what the store says holds.
        const auto stored = m_deployment.journalEntry(m_entry.pool);
        if (!stored || !*stored || (*stored)->step != CommittedStep)
            return step.conclude(written);
    }
    m_entry = committed;
    step.addInformation(tr("%1 serves the users of %2 and may write their data; ownership epoch %3.")
                            .arg(served(), m_entry.pool)
                            .arg(ownership->epoch));
    return {};
}

// Returns the cause, so that the command ends with it. A roll-back that fails leaves the journal entry: the next
// command that works on the pool rolls back then.
Result<> FailoverSequence::rollBack(const Error &cause)
{
    const QString state = toString(isFailOver() ? m_previousState : PoolState::FailedOver);
    // Whatever -WarningAction makes of the warning: the cause explains more.
    if (const auto written = writeRollBack(); written) {
        std::ignore = say(tr("The %1 was rolled back: the pool's state is %2 again, and %3 serves its users.")
                              .arg(title(), state, isFailOver() ? m_entry.pool : m_partner),
                          {});
    } else {
        std::ignore
            = say(tr("The %1 could not be rolled back now: %2").arg(title(), written.error().message),
                  tr("Run any command that works on the pool, as Backup-CsPool -PoolFqdn %1: it rolls back first.")
                      .arg(m_entry.pool));
    }
    return cause;
}

Result<> FailoverSequence::writeRollBack()
{
    Step step = m_runtime.beginStep(tr("Roll back the %1").arg(title()));
    auto ownership = m_deployment.ownership(m_entry.pool);
    if (!ownership)
        return step.conclude(Result<>(ownership.error()));
    if (isFailOver())
        ownership->state = m_previousState;
    ownership->isReadOnly = false;
    return step.conclude(m_deployment.commitFailoverStep(*ownership, {}, m_entry, true));
}

// From here on nothing is undone. An error that is returned is one of writing the end down; the pool's state is true.
Result<> FailoverSequence::finish()
{
    if (const auto checked = checkOneOwner(); !checked)
        return checked;
    if (!isFailOver())
        return finishFailBack();
    return m_deployment.removeJournalEntry(m_entry.pool);
}

Result<> FailoverSequence::checkOneOwner()
{
    Step step = m_runtime.beginStep(tr("Check that only %1 may write the data of %2").arg(served(), m_entry.pool));
    const QString other = isFailOver() ? m_entry.pool : m_partner;
    const auto mayWrite = m_deployment.writableEpochs(served());
    const auto mayNot = m_deployment.writableEpochs(other);
    Result<> checked;
    if (!mayWrite || !mayNot) {
        checked = mayWrite ? mayNot.error() : mayWrite.error();
    } else if (!mayWrite->contains(m_entry.pool) || mayNot->contains(m_entry.pool)) {
        checked = Error{ErrorCategory::InvalidData, u"OwnershipInconsistent"_s,
                        tr("The deployment store does not say that %1 alone may write the data of the pool %2.")
                            .arg(served(), m_entry.pool),
                        tr("Run Get-CsRegistrarConfiguration to see the pool's state before doing anything else."),
                        m_entry.pool};
    }
    return step.conclude(checked);
}

Result<> FailoverSequence::finishFailBack()
{
    if (m_entry.isDisaster) {
        return leaveFailedBack(
            tr("The pool %1 serves its users again with the data that it has; what they changed on %2 and was "
               "not backed up from there is missing. Its state is FailedBack until the two have exchanged everything.")
                .arg(m_entry.pool, m_partner));
    }
    const auto exchanged = exchange(false);
    if (exchanged)
        return activate();
    const QString reason = exchanged.error().isStopped() ? tr("it was stopped") : exchanged.error().message;
    return leaveFailedBack(
        tr("The pool %1 serves its users again, but its exchange with %2 is not complete: %3 Its state "
           "is FailedBack.")
            .arg(m_entry.pool, m_partner, exchanged.error().isStopped() ? QString(reason + u'.') : reason));
}

// The failback itself is done and true; what is left is for completeFailBack().
Result<> FailoverSequence::leaveFailedBack(const QString &reason)
{
    if (const auto removed = m_deployment.removeJournalEntry(m_entry.pool); !removed)
        return removed;
    return say(
        reason,
        tr("Once %2 is back, run Backup-CsPool -PoolFqdn %1 (or Invoke-CsPoolFailBack -PoolFqdn %1): it exchanges "
           "what either side lacks, keeps the losers of conflicts aside and lists them, and makes the pool Active.")
            .arg(m_entry.pool, m_partner));
}

// What only one side has reaches the other one, whichever epoch it was written in. One way is enough when the other one
// was gone before the commit.
Result<> FailoverSequence::exchange(bool isBothWays)
{
    Step step = m_runtime.beginStep(isBothWays ? tr("Exchange what %1 and %2 lack").arg(m_entry.pool, m_partner)
                                               : tr("Give %1 what it lacks of %2").arg(m_partner, m_entry.pool));
    Result<> done;
    if (isBothWays)
        done = synchroniseAll(m_partner);
    if (done)
        done = synchroniseAll(m_entry.pool);
    if (done)
        done = copyUntilFinal();
    return step.conclude(done);
}

// Everything that `pool` holds, compared with the other one of the pair. A module's failure is reported there as a
// non-terminating error; here it ends the step.
Result<> FailoverSequence::synchroniseAll(const QString &pool)
{
    const qint64 errorsBefore = m_runtime.errorCount();
    const auto results = m_service.synchronise(pool, {std::begin(MovedModules), std::end(MovedModules)}, false);
    if (!results)
        return results.error();
    if (m_runtime.errorCount() == errorsBefore)
        return {};
    return Error{ErrorCategory::InvalidOperation, u"SynchronisationFailed"_s,
                 tr("The data of %1 could not be compared with that of its backup pool completely.").arg(pool),
                 tr("See the errors above; run the command again when their causes are gone."), pool};
}

Result<> FailoverSequence::activate()
{
    Step step = m_runtime.beginStep(tr("Make the pool %1 Active").arg(m_entry.pool));
    auto ownership = m_deployment.ownership(m_entry.pool);
    if (!ownership)
        return step.conclude(Result<>(ownership.error()));
    ownership->state = PoolState::Active;
    ownership->isReadOnly = false;
    return step.conclude(m_deployment.commitFailoverStep(*ownership, {}, m_entry, true));
}

Result<> FailoverSequence::complete(const QString &pool, const QString &partner)
{
    m_partner = partner;
    m_entry = {pool, FailBackOperation, CommittedStep, false, {}, QDateTime::currentDateTimeUtc()};
    if (const auto exchanged = exchange(true); !exchanged)
        return exchanged;
    return activate();
}

bool FailoverSequence::isRunAgain() const
{
    const Command &command = m_runtime.command();
    return command.cmdlet() == cmdletOf(m_entry) && command.string(u"PoolFqdn") == m_entry.pool;
}

Result<> FailoverSequence::recover(const FailoverJournalEntry &entry)
{
    m_entry = entry;
    m_partner = partnerOf(entry);
    m_previousState = previousStateOf(entry);
    if (!isPoolFailover(entry)) {
        return Error{ErrorCategory::InvalidData, u"JournalEntryUnknown"_s,
                     tr("The failover journal of the pool %1 holds an entry that this version cannot read (%2).")
                         .arg(entry.pool, entry.operation),
                     tr("Use the version of the program that began it."), entry.pool};
    }
    Step step = m_runtime.beginStep(tr("Recover the interrupted %1").arg(title()));
    const QString begun = begunAt(entry);
    if (entry.step != CommittedStep) {
        if (const auto written = writeRollBack(); !written)
            return written;
        return say(
            tr("The %1, begun at %2, was interrupted before it took effect and has been rolled back: %3 serves the "
               "pool's users.")
                .arg(title(), begun, isFailOver() ? m_entry.pool : m_partner),
            isRunAgain() ? tr("This command begins it anew now.") : tr("Run it again if it is still wanted."));
    }
    if (const auto finished = finish(); !finished)
        return finished;
    return say(
        tr("The %1, begun at %2, was interrupted after it took effect and has been finished: %3 serves the pool's "
           "users.")
            .arg(title(), begun, served()),
        {});
}

QString partnerOf(const QList<Pool> &pools, const QString &pool)
{
    const auto found = std::find_if(pools.cbegin(), pools.cend(), [&pool](const Pool &p) { return p.fqdn == pool; });
    return found == pools.cend() ? QString() : found->backupPoolFqdn;
}

} // namespace

Result<> failOverPool(Deployment &deployment, CommandRuntime &runtime, const QList<Pool> &pools,
                      const FailoverPlan &plan)
{
    return FailoverSequence(deployment, runtime, pools).run(plan, FailOverOperation);
}

Result<> failBackPool(Deployment &deployment, CommandRuntime &runtime, const QList<Pool> &pools,
                      const FailoverPlan &plan)
{
    FailoverSequence sequence(deployment, runtime, pools);
    return plan.isCompletion ? sequence.complete(plan.pool, plan.from) : sequence.run(plan, FailBackOperation);
}

Result<> failOverPool(Deployment &deployment, CommandRuntime &runtime, const QList<Pool> &pools, const QString &pool,
                      bool isDisaster)
{
    const auto plan = planFailOver(deployment, runtime, pools, pool, isDisaster);
    if (!plan)
        return plan.error();
    return failOverPool(deployment, runtime, pools, *plan);
}

Result<> failBackPool(Deployment &deployment, CommandRuntime &runtime, const QList<Pool> &pools, const QString &pool,
                      bool isDisaster)
{
    const auto plan = planFailBack(deployment, runtime, pools, pool, isDisaster);
    if (!plan)
        return plan.error();
    return failBackPool(deployment, runtime, pools, *plan);
}

Result<> completeFailBack(Deployment &deployment, CommandRuntime &runtime, const QList<Pool> &pools,
                          const QString &pool)
{
    const auto ownership = deployment.ownership(pool);
    if (!ownership)
        return ownership.error();
    const QString partner = partnerOf(pools, pool);
    if (ownership->state != PoolState::FailedBack || partner.isEmpty())
        return {};
    return FailoverSequence(deployment, runtime, pools).complete(pool, partner);
}

Result<> recoverFailover(Deployment &deployment, CommandRuntime &runtime, const QList<Pool> &pools, const QString &pool)
{
    if (const auto recovered = recoverCentralManagementFailover(deployment, runtime); !recovered)
        return recovered;
    for (const QString &member : {pool, partnerOf(pools, pool)}) {
        if (member.isEmpty())
            continue;
        const auto entry = deployment.journalEntry(member);
        if (!entry)
            return entry.error();
        if (!*entry)
            continue;
        if (const auto recovered = FailoverSequence(deployment, runtime, pools).recover(**entry); !recovered)
            return recovered;
    }
    return {};
}

} // namespace cspool
