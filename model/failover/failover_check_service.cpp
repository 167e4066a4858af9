// Whether the backup services of both pools answer.
#include "model/failover/failover_check_parts.h"

#include "model/message_text.h"

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

bool reportsErrors(const BackupServiceStatus &status)
{
    return status.overallExportStatus == ExportStatus::ErrorState
        || status.overallImportStatus == ImportStatus::ErrorState
        || std::any_of(status.modules.begin(), status.modules.end(), [](const BackupModuleStatus &module) {
               return module.exportStatus == ExportStatus::ErrorState
                   || module.importStatus == ImportStatus::ErrorState;
           });
}

class ServiceChecks
{
    Q_DECLARE_TR_FUNCTIONS(cspool::FailoverCheck)

public:
    explicit ServiceChecks(const FailoverFacts &facts)
        : m_goal(facts)
        , m_facts(facts)
    {
    }

    FailoverCheck ofPool() const
    {
        FailoverCheck check
            = m_goal.begin(u"BackupService"_s, tr("Backup service of the pool"), {FailoverFact::Status});
        judge(FailoverFact::Status, m_goal.pool, m_facts.status, check);
        if (m_goal.isFailOver && m_goal.isPlanned) {
            check.note
                = tr("A failover without -DisasterMode needs the pool to be up: it is made read-only and its last "
                     "changes are copied before it changes hands.");
        }
        return check;
    }
    FailoverCheck ofBackupPool() const
    {
        FailoverCheck check = m_goal.begin(u"BackupPoolService"_s, tr("Backup service of the backup pool"),
                                           {FailoverFact::BackupStatus});
        judge(FailoverFact::BackupStatus, m_goal.backupPool, m_facts.backupStatus, check);
        return check;
    }

private:
    void judge(FailoverFact fact, const QString &pool, const Reading<PoolStatus> &reading, FailoverCheck &check) const;
    void judgeSilence(const QString &pool, const Error &error, FailoverCheck &check) const;
    void judgeAnswer(const QString &pool, const PoolStatus &status, FailoverCheck &check) const;
    Command plannedCommand() const
    {
        return onPool(m_goal.isFailOver ? u"Invoke-CsPoolFailOver"_s : u"Invoke-CsPoolFailBack"_s, m_goal.pool);
    }

    const CheckedGoal m_goal;
    const FailoverFacts &m_facts;
};

void ServiceChecks::judge(FailoverFact fact, const QString &pool, const Reading<PoolStatus> &reading,
                          FailoverCheck &check) const
{
    if (reading.error && !wasNotAsked(*reading.error)) {
        judgeSilence(pool, *reading.error, check);
        return;
    }
    if (m_goal.isUnknown(check, {fact}))
        return;
    judgeAnswer(pool, *reading.value, check);
    check = m_goal.end(check, {fact});
}

void ServiceChecks::judgeSilence(const QString &pool, const Error &error, FailoverCheck &check) const
{
    check.trueAt = {}; // that of an older answer says nothing of the silence
    const QString silence = tr("The backup service of %1 does not answer: %2").arg(pool, errorSentences(error));
    if (pool == m_goal.downPool) {
        check.verdict = Verdict::Attention;
        check.finding = tr("%1 That is what a disaster looks like: what %2 had not handed over by then is missing.")
                            .arg(silence, pool);
        return;
    }
    if (pool == m_goal.to() && m_facts.readLocally.contains(FailoverFact::Pools)) {
        // The question was not answered for the sake of the store: of this pool it tells nothing.
        check.verdict = Verdict::Unknown;
        check.finding = tr("Whether the backup service of %1 answers is not known: the Central Management store, which "
                           "does not answer, is needed to ask it. It is asked again once the store is active there.")
                            .arg(pool);
        return;
    }
    check.verdict = Verdict::Blocking;
    check.finding = pool == m_goal.to()
        ? tr("%1 Nothing can be handed over to a pool that does not answer.").arg(silence)
        : tr("%1 Without it the last changes cannot be copied.").arg(silence);
    if (!m_goal.isLab) {
        check.remedies.append({tr("Check on the Front Ends of %1 that the service LYNCBACKUP runs, and look into their "
                                  "event log \"Lync Server\".")
                                   .arg(pool)});
    }
    if (m_goal.isPlanned && pool == m_goal.from()) {
        check.remedies.append(
            remedy(tr("If %1 is down and will not come back in time, prepare it as a disaster instead: "
                      "what has not been handed over is lost then.")
                       .arg(pool),
                   plannedCommand().set(u"DisasterMode"_s, true)));
    }
}

void ServiceChecks::judgeAnswer(const QString &pool, const PoolStatus &status, FailoverCheck &check) const
{
    const QString machine = status.status.activeMachineFqdn;
    const QString answer = machine.isEmpty()
        ? tr("The backup service of %1 answers; on which machine it is active is not reported.").arg(pool)
        : tr("The backup service of %1 answers; it is active on %2.").arg(pool, machine);
    for (const WarningRecord &warning : status.warnings)
        check.details.append(withAction(warning.message, warning.recommendedAction));
    const bool hasErrors = reportsErrors(status.status);
    if (pool != m_goal.downPool) {
        check.verdict = hasErrors ? Verdict::Attention : Verdict::Ready;
        check.finding = hasErrors ? tr("%1 It reports errors.").arg(answer) : answer;
        return;
    }
    check.verdict = Verdict::Attention;
    if (hasErrors) {
        check.finding = tr("%1 It reports errors, which tell what of the pool is down. Disaster mode gives up what has "
                           "not been handed over: if the errors can be mended in time, do it without.")
                            .arg(answer);
        return;
    }
    check.finding = tr("%1 The pool is not down, then: disaster mode would give up what has not been handed over; "
                       "without it that is copied first.")
                        .arg(answer);
    if (!m_goal.isLab && m_goal.isFailOver) {
        check.finding
            = tr("%1 Only when the SQL Server of an Enterprise Edition pool is down is disaster mode needed all "
                 "the same.")
                  .arg(check.finding);
    }
    check.remedies = {remedy(tr("While %1 is up, do it without -DisasterMode.").arg(pool), plannedCommand())};
}

} // namespace

QList<FailoverCheck> serviceChecks(const FailoverFacts &facts)
{
    const ServiceChecks checks(facts);
    return {checks.ofPool(), checks.ofBackupPool()};
}

} // namespace cspool
