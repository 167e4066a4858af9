// Backup-CsPool: copies the data of a pool to its backup pool, after waiting for the state that the administrator asked
// for.
#include "backend/lab/backup_service.h"
#include "backend/lab/failover.h"
#include "backend/lab/lab_cmdlet.h"
#include "model/time_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <numeric>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// Microsoft publishes neither default: ours, and said so in the help.
constexpr int DefaultRetryCount = 10;
constexpr qint64 DefaultWaitSeconds = 30;
constexpr int WaitActivity = 1; // of the progress records; the copying has its own

// Adds what `results` say to the module's result in `totals`.
void addTo(QList<ModuleResult> &totals, const QList<ModuleResult> &results)
{
    for (const ModuleResult &result : results) {
        if (!result.applies)
            continue;
        const auto total = std::find_if(totals.begin(), totals.end(),
                                        [&](const ModuleResult &other) { return other.module == result.module; });
        if (total == totals.end()) {
            totals.append(result);
            continue;
        }
        total->copied += result.copied;
        total->deleted += result.deleted;
        total->bytes += result.bytes;
    }
}

class BackupPool
{
    Q_DECLARE_TR_FUNCTIONS(cspool::BackupPool)

public:
    static Result<> run(LabContext &context);

private:
    BackupPool(LabContext &context, const Pool &pool, Deployment &deployment, const QList<Pool> &pools);

    Result<> execute();
    Result<bool> confirm();
    QString description(const QList<ModulePlan> &plans) const;
    QString planned(const ModulePlan &plan) const;
    Result<> announce(const QList<ModulePlan> &plans);
    Result<> announceState();
    Result<bool> isToBeSkipped();
    Result<bool> skipUnlessFailedOver();
    bool waits() const { return m_command.isSwitchOn(u"FullBackup") || m_command.isSwitchOn(u"SteadyState"); }
    ExportStatus wantedStatus() const;
    bool isReached(const BackupState &state) const;
    static QString statesText(const BackupState &state, bool unreachedOnly, ExportStatus wanted);
    Result<> waitForState();
    Result<> pauseBeforeCall(int next, const QDateTime &deadline, const BackupState &state);
    Result<> notReached(const BackupState &state) const;
    void setTotals(Step &step);
    Result<> copyModules();
    Result<> recordStatus();
    static QString copiedText(const QList<ModuleResult> &results);
    QList<ModuleResult> totals() const;
    void announceTotals();
    void summarise();

    LabContext &m_context;
    CommandRuntime &m_runtime;
    const Command &m_command;
    const Pool m_pool;
    Deployment &m_deployment;
    const QList<Pool> m_pools;
    BackupService m_service;
    const std::optional<BackupCategory> m_category;
    const int m_retryCount;
    const std::chrono::milliseconds m_waitTime;
    int m_calls = 0; // of the backup service, until the state was reached
    QList<ModuleResult> m_copiedByCalls; // of each module the total
    QList<ModuleResult> m_copied; // after them
};

BackupPool::BackupPool(LabContext &context, const Pool &pool, Deployment &deployment, const QList<Pool> &pools)
    : m_context(context)
    , m_runtime(context.runtime())
    , m_command(context.command())
    , m_pool(pool)
    , m_deployment(deployment)
    , m_pools(pools)
    , m_service(deployment, context.runtime())
    , m_category(backupCategoryFromString(m_command.string(u"Category")))
    , m_retryCount(m_command.int32(u"RetryCount", DefaultRetryCount))
    , m_waitTime(m_command.timeSpan(u"WaitTime", TimeSpan::fromSeconds(DefaultWaitSeconds)).toMilliseconds())
{
    m_service.setPools(pools);
}

Result<> BackupPool::run(LabContext &context)
{
    const Result<Pool> pool = context.pairedPool(context.command().string(u"PoolFqdn"));
    if (!pool)
        return pool.error();
    const Result<Deployment *> deployment = context.deployment();
    if (!deployment)
        return deployment.error();
    const Result<QList<Pool>> pools = context.pools();
    if (!pools)
        return pools.error();
    return BackupPool(context, *pool, **deployment, *pools).execute();
}

Result<> BackupPool::execute()
{
    const Result<bool> confirmed = confirm();
    if (!confirmed)
        return confirmed.error();
    if (!*confirmed)
        return {};
    if (const Result<> locked = m_context.lockPair(m_pool); !locked)
        return locked;
    const Result<bool> skipped = isToBeSkipped();
    if (!skipped)
        return skipped.error();
    if (*skipped) {
        m_runtime.setSkipped();
        return {};
    }
    if (waits()) {
        if (const Result<> waited = waitForState(); !waited)
            return waited;
    }
    // A pool that was failed back without its backup pool first gets what was changed there, and is Active then.
    if (m_category != BackupCategory::Cms) {
        if (const Result<> completed = completeFailBack(m_deployment, m_runtime, m_pools, m_pool.fqdn); !completed)
            return completed;
    }
    const Result<> copied = copyModules();
    // The status tells of a failure as well.
    if (const Result<> recorded = recordStatus(); !recorded && copied)
        return recorded;
    if (!copied)
        return copied;
    summarise();
    return {};
}

// Step 3. The plan costs a look at every store, so it is made only for somebody who reads it.
Result<bool> BackupPool::confirm()
{
    QList<ModulePlan> plans;
    if (m_runtime.isWhatIf() || m_command.isSwitchOn(u"Confirm")) {
        Step step = m_runtime.beginStep(tr("Find out what is to be copied"));
        Result<QList<ModulePlan>> made = step.conclude(m_service.plan(m_pool.fqdn, m_category));
        if (!made)
            return made.error();
        plans = *made;
    }
    // While the pool is failed over, its data lies on the backup pool and is copied back to it.
    const bool isFailedOver = !plans.isEmpty() && plans.constFirst().direction.source == m_pool.backupPoolFqdn;
    const QString action = isFailedOver ? tr("Back up from %1").arg(m_pool.backupPoolFqdn)
                                        : tr("Back up to %1").arg(m_pool.backupPoolFqdn);
    const Result<bool> accepted = m_runtime.shouldProcess(m_pool.fqdn, action, description(plans));
    if (!accepted || *accepted || !m_runtime.isWhatIf())
        return accepted;
    const Result<> announced = announce(plans);
    return announced ? Result<bool>(false) : Result<bool>(announced.error());
}

QString BackupPool::planned(const ModulePlan &plan) const
{
    const QString module = toString(plan.module);
    if (!plan.applies)
        return tr("%1: does not apply. %2").arg(module, plan.note);
    if (plan.isBlocked)
        return tr("%1: cannot be copied as things are. %2").arg(module, plan.note);
    const QLocale locale;
    const QString items = locale.toString(plan.items);
    const QString bytes = locale.formattedDataSize(plan.bytes);
    QString sentence = plan.module == BackupModule::DataConf
        ? tr("%1: from %2 to %3; files: %4 (%5).")
              .arg(module, plan.direction.source, plan.direction.target, items, bytes)
        : tr("%1: from %2 to %3; documents: %4 (%5).")
              .arg(module, plan.direction.source, plan.direction.target, items, bytes);
    if (plan.isFullComparison)
        sentence += u' ' + tr("All of them are compared. %1").arg(plan.note);
    return sentence;
}

QString BackupPool::description(const QList<ModulePlan> &plans) const
{
    QStringList sentences;
    for (const ModulePlan &plan : plans)
        sentences.append(planned(plan));
    return sentences.join(u'\n');
}

// -WhatIf: the rest of what would be done, and what would not.
Result<> BackupPool::announce(const QList<ModulePlan> &plans)
{
    for (const ModulePlan &plan : plans) {
        m_runtime.writeHost(tr("What if: %1").arg(planned(plan)));
        if (plan.isBlocked) {
            if (const Result<> warned = m_runtime.writeWarning(planned(plan)); !warned)
                return warned;
        }
    }
    if (const Result<> announced = announceState(); !announced)
        return announced;
    for (const QString &omitted : m_runtime.info().notIncluded)
        m_runtime.writeHost(tr("What if: Not part of a pool backup: %1").arg(omitted));
    if (!m_context.reportPath().isEmpty())
        m_runtime.writeHost(tr("What if: The report of the run would be written to %1.").arg(m_context.reportPath()));
    return {};
}

Result<> BackupPool::announceState()
{
    if (m_command.isSwitchOn(u"FailedOverPoolOnly")) {
        const Result<PoolOwnership> ownership = m_deployment.ownership(m_pool.fqdn);
        if (!ownership)
            return ownership.error();
        if (ownership->state != PoolState::FailedOver) {
            m_runtime.writeHost(
                tr("What if: The pool is %1 and not failed over: because of -FailedOverPoolOnly nothing would be done.")
                    .arg(toString(ownership->state)));
        }
    }
    if (waits()) {
        m_runtime.writeHost(
            tr("What if: Before that, the backup service would be called at most %1 times, every %2, until every "
               "module is "
               "at %3.")
                .arg(QString::number(m_retryCount),
                     m_command.timeSpan(u"WaitTime", TimeSpan::fromSeconds(DefaultWaitSeconds)).toString(),
                     toString(wantedStatus())));
    }
    return {};
}

// Step 4, and a category that this pool has nothing of.
Result<bool> BackupPool::isToBeSkipped()
{
    if (m_command.isSwitchOn(u"FailedOverPoolOnly")) {
        const Result<bool> skipped = skipUnlessFailedOver();
        if (!skipped || *skipped)
            return skipped;
    }
    if (m_category != BackupCategory::Cms)
        return false;
    const Result<CentralManagementOwnership> active = m_deployment.centralManagement();
    if (!active)
        return active.error();
    if (active->activePool == m_pool.fqdn)
        return false;
    m_runtime.beginStep(tr("Copy module %1").arg(toString(BackupModule::CmsMaster))).end(StepResult::Skipped);
    const QString holder = active->activePool.isEmpty() ? tr("No pool of this deployment holds it.")
                                                        : tr("Its active copy is on %1.").arg(active->activePool);
    const Result<> warned = m_runtime.writeWarning(
        tr("Nothing was backed up: the pool %1 does not hold the Central Management store. %2")
            .arg(m_pool.fqdn, holder),
        active->activePool.isEmpty()
            ? QString()
            : tr("To back up the Central Management store, run Backup-CsPool -PoolFqdn %1 -Category CMS.")
                  .arg(active->activePool));
    return warned ? Result<bool>(true) : Result<bool>(warned.error());
}

Result<bool> BackupPool::skipUnlessFailedOver()
{
    Step step = m_runtime.beginStep(tr("Check that the pool is failed over"));
    const Result<PoolOwnership> ownership = m_deployment.ownership(m_pool.fqdn);
    if (!ownership)
        return step.conclude(Result<bool>(ownership.error()));
    step.addInformation(tr("The state of pool %1 is %2.").arg(m_pool.fqdn, toString(ownership->state)));
    if (ownership->state == PoolState::FailedOver)
        return false;
    step.end(StepResult::Skipped);
    const Result<> warned
        = m_runtime.writeWarning(tr("Nothing was backed up: -FailedOverPoolOnly was given, and the pool %1 is not "
                                    "failed over (its state is %2).")
                                     .arg(m_pool.fqdn, toString(ownership->state)),
                                 tr("To back up the pool in the state that it is in, leave -FailedOverPoolOnly out."));
    return warned ? Result<bool>(true) : Result<bool>(warned.error());
}

ExportStatus BackupPool::wantedStatus() const
{
    return m_command.isSwitchOn(u"FullBackup") ? ExportStatus::FinalState : ExportStatus::SteadyState;
}

bool BackupPool::isReached(const BackupState &state) const
{
    return std::all_of(state.modules.begin(), state.modules.end(), [&](const ModuleState &module) {
        return !module.applies || module.exportStatus == ExportStatus::FinalState
            || module.exportStatus == wantedStatus();
    });
}

QString BackupPool::statesText(const BackupState &state, bool unreachedOnly, ExportStatus wanted)
{
    QStringList texts;
    for (const ModuleState &module : state.modules) {
        const bool isReached = module.exportStatus == ExportStatus::FinalState || module.exportStatus == wanted;
        if (!module.applies || (unreachedOnly && isReached))
            continue;
        const QString name = toString(module.module);
        if (module.exportError)
            texts.append(tr("%1: %2 (%3)").arg(name, toString(module.exportStatus), module.exportError->message));
        else
            texts.append(tr("%1: %2 (still to be exported: %3)")
                             .arg(name, toString(module.exportStatus), QLocale().toString(module.backlog)));
    }
    return texts.join(u"; "_s);
}

// Step 5. With RetryCount 0 the backup service is not called: the command goes on only if the state holds already.
Result<> BackupPool::waitForState()
{
    const QString wanted = toString(wantedStatus());
    Step step = m_runtime.beginStep(tr("Wait until the backup service is at %1").arg(wanted));
    const Result<PoolOwnership> ownership = m_deployment.ownership(m_pool.fqdn);
    if (ownership && ownership->state == PoolState::Active && wantedStatus() == ExportStatus::FinalState) {
        const QString note
            = tr("The pool %1 is active: FinalState holds only as long as nobody changes anything.").arg(m_pool.fqdn);
        step.addInformation(note);
        m_runtime.writeVerbose(note);
    }
    const int calls = std::max(1, m_retryCount);
    const QDateTime deadline = QDateTime::currentDateTimeUtc().addMSecs(m_waitTime.count() * (calls - 1));
    for (int call = 1;; ++call) {
        QString copied;
        if (m_retryCount > 0) {
            Result<QList<ModuleResult>> cycle = m_service.runCycle(m_pool.fqdn, m_category);
            if (!cycle)
                return step.conclude(Result<>(cycle.error()));
            copied = copiedText(*cycle);
            m_calls = call;
            addTo(m_copiedByCalls, *cycle);
            setTotals(step);
        }
        const Result<BackupState> state = m_service.state(m_pool.fqdn, m_category);
        if (!state)
            return step.conclude(Result<>(state.error()));
        const QString states = statesText(*state, false, wantedStatus());
        const QString sentence = m_retryCount == 0
            ? tr("Without calling the backup service: %1.").arg(states)
            : tr("Call %1 of %2: %3. State afterwards: %4.")
                  .arg(QString::number(call), QString::number(calls), copied, states);
        step.addInformation(sentence);
        m_runtime.writeVerbose(sentence);
        if (isReached(*state)) {
            step.end();
            return {};
        }
        if (call >= calls)
            return step.conclude(notReached(*state));
        if (const Result<> paused = pauseBeforeCall(call + 1, deadline, *state); !paused)
            return step.conclude(paused);
    }
}

// What all calls together have copied stands with the step, in the report, and in the ticket made of it.
void BackupPool::setTotals(Step &step)
{
    step.setCount(tr("calls to the backup service"), m_calls);
    for (const ModuleResult &total : std::as_const(m_copiedByCalls)) {
        const QString module = toString(total.module);
        step.setCount(total.module == BackupModule::DataConf ? tr("%1, files copied").arg(module)
                                                             : tr("%1, documents copied").arg(module),
                      total.copied);
    }
    announceTotals();
}

// How long the next call takes nobody knows, so no remaining time is told; when it begins is in the text.
Result<> BackupPool::pauseBeforeCall(int next, const QDateTime &deadline, const BackupState &state)
{
    if (m_waitTime.count() <= 0)
        return m_runtime.checkStop();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QDateTime until = now.addMSecs(m_waitTime.count());
    ProgressRecord progress{
        .activityId = WaitActivity,
        .activity = tr("Waiting until the backup service of %1 is at %2").arg(m_pool.fqdn, toString(wantedStatus()))};
    progress.status = tr("Call %1 of %2 at %3; gives up at %4")
                          .arg(QString::number(next), QString::number(m_retryCount), timeText(until, now),
                               timeText(std::max(until, deadline), now));
    progress.currentOperation = statesText(state, false, wantedStatus());
    progress.percentComplete = (next - 1) * 100 / std::max(1, m_retryCount);
    m_runtime.writeProgress(progress);
    if (const Result<> waited = m_runtime.waitFor(m_waitTime); !waited)
        return waited;
    progress.isCompleted = true;
    m_runtime.writeProgress(progress);
    return m_runtime.checkStop();
}

Result<> BackupPool::notReached(const BackupState &state) const
{
    const QString wanted = toString(wantedStatus());
    const QString states = statesText(state, true, wantedStatus());
    const QString message = m_retryCount == 0
        ? tr("The backup service of pool %1 is not at %2, and with -RetryCount 0 it is not called: %3.")
              .arg(m_pool.fqdn, wanted, states)
        : tr("The backup service of pool %1 did not reach %2; number of calls: %3. %4.")
              .arg(m_pool.fqdn, wanted, QString::number(m_retryCount), states);
    return Error{ErrorCategory::OperationTimeout, u"StateNotReached"_s, message,
                 tr("Run the command again with a greater -RetryCount or a longer -WaitTime, or without -FullBackup "
                    "and -SteadyState: then "
                    "everything is copied at once. A module in ErrorState says what to do: Get-CsBackupServiceStatus "
                    "-PoolFqdn %1.")
                     .arg(m_pool.fqdn),
                 m_pool.fqdn};
}

// Step 6. A module that fails does not keep the others from being copied; the error names all that failed.
Result<> BackupPool::copyModules()
{
    QStringList failures;
    QStringList actions;
    ErrorCategory category = ErrorCategory::NotSpecified; // of the first failure
    for (const BackupModule module : AllBackupModules) {
        if (m_category && categoryOf(module) != *m_category)
            continue;
        const Result<ModuleResult> result = m_service.copyModule(m_pool.fqdn, module);
        if (!result && (result.error().isStopped() || result.error().id == "ActionPreferenceStop"_L1))
            return result.error();
        if (!result) {
            category = failures.isEmpty() ? result.error().category : category;
            failures.append(tr("%1: %2").arg(toString(module), result.error().message));
            actions.append(result.error().recommendedAction);
            continue;
        }
        if (!result->applies) {
            Step step = m_runtime.beginStep(tr("Copy module %1").arg(toString(module)));
            step.addInformation(tr("The active Central Management store is not on pool %1.").arg(m_pool.fqdn));
            step.end(StepResult::Skipped);
        }
        m_copied.append(*result);
        announceTotals();
    }
    if (failures.isEmpty())
        return {};
    actions.removeAll(QString());
    actions.removeDuplicates();
    return Error{category, u"BackupIncomplete"_s,
                 tr("The backup of pool %1 to %2 is not complete. %3")
                     .arg(m_pool.fqdn, m_pool.backupPoolFqdn, failures.join(u' ')),
                 actions.join(u' '), m_pool.fqdn};
}

Result<> BackupPool::recordStatus()
{
    Step step = m_runtime.beginStep(tr("Read the status of the backup service"));
    const Result<BackupState> state = m_service.state(m_pool.fqdn);
    if (!state)
        return step.conclude(Result<>(state.error()));
    for (const ModuleState &module : state->modules) {
        const QString sentence = u"%1:[%2,%3]"_s.arg(toString(module.module), toString(module.exportStatus),
                                                     toString(module.importStatus));
        step.addInformation(sentence);
        m_runtime.writeVerbose(sentence);
    }
    step.end();
    return {};
}

QString BackupPool::copiedText(const QList<ModuleResult> &results)
{
    const QLocale locale;
    QStringList parts;
    for (const ModuleResult &result : results) {
        if (!result.applies)
            continue;
        parts.append(result.module == BackupModule::DataConf
                         ? tr("%1: files copied: %2").arg(toString(result.module), locale.toString(result.copied))
                         : tr("%1: documents copied: %2").arg(toString(result.module), locale.toString(result.copied)));
    }
    return parts.isEmpty() ? tr("nothing was copied") : parts.join(u"; "_s);
}

// Of the calls to the backup service and of the copying after them.
QList<ModuleResult> BackupPool::totals() const
{
    QList<ModuleResult> totals = m_copiedByCalls;
    addTo(totals, m_copied);
    return totals;
}

// After each of them: a run that fails or is cancelled has copied what it has copied.
void BackupPool::announceTotals()
{
    m_context.setReportFact(tr("Copied by this run"), copiedText(totals()));
}

void BackupPool::summarise()
{
    const QList<ModuleResult> all = totals();
    const bool isFailedOver = !m_copied.isEmpty() && m_copied.constFirst().direction.source == m_pool.backupPoolFqdn;
    const QString sentence = isFailedOver
        ? tr("The data of the pool %1, which %2 serves, was backed up from there to %1. %3.")
        : tr("The pool %1 was backed up to %2. %3.");
    m_runtime.writeHost(sentence.arg(m_pool.fqdn, m_pool.backupPoolFqdn, copiedText(all)));
    if (m_calls > 0) {
        m_runtime.writeHost(tr("Of that, the calls to the backup service copied (number of calls: %1): %2. The backup "
                               "after them copied: %3.")
                                .arg(QString::number(m_calls), copiedText(m_copiedByCalls), copiedText(m_copied)));
    }
    const qint64 deleted = std::accumulate(all.begin(), all.end(), qint64(0),
                                           [](qint64 sum, const ModuleResult &result) { return sum + result.deleted; });
    if (deleted > 0) {
        m_runtime.writeHost(
            tr("Deletions carried over: %1. A pool backup is no archive; use Export-CsUserData to keep user data as it "
               "is today.")
                .arg(QLocale().toString(deleted)));
    }
}

const LabCmdletRegistration registration("Backup-CsPool", &BackupPool::run);

} // namespace

} // namespace cspool
