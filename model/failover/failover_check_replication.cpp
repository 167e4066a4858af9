// Whether the two pools hand over to each other, module by module: out, and back.
#include "model/failover/failover_check_parts.h"

#include "model/failover/failover_surroundings.h"
#include "model/status_advice.h"

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// One direction between the pools: what one exports and the other imports.
class DirectionCheck
{
    Q_DECLARE_TR_FUNCTIONS(cspool::FailoverCheck)

public:
    // `isNeeded`: what is handed over this way is what the goal needs; otherwise it is only good to know.
    DirectionCheck(const CheckedGoal &goal, bool isOut, bool isNeeded)
        : m_goal(goal)
        , m_from(isOut ? goal.pool : goal.backupPool)
        , m_to(isOut ? goal.backupPool : goal.pool)
        , m_fromFact(isOut ? FailoverFact::Status : FailoverFact::BackupStatus)
        , m_toFact(isOut ? FailoverFact::BackupStatus : FailoverFact::Status)
        , m_exporter(isOut ? goal.facts.status : goal.facts.backupStatus)
        , m_importer(isOut ? goal.facts.backupStatus : goal.facts.status)
        , m_isNeeded(isNeeded)
        , m_activeStores(activeCentralManagementPools(goal.facts))
    {
    }

    FailoverCheck check(const QString &id, const QString &title);

private:
    void look(FailoverFact fact, const Reading<PoolStatus> &reading, bool isExport);
    void lookAt(const BackupModuleStatus &module, const PoolStatus &status, bool isExport);
    void take(const QString &module, const QString &side, const StatusAdvice &advice, bool isNeverBegun);
    StatusSubject subjectOf(const QString &pool, const QString &other, const BackupModuleStatus &module,
                            const PoolStatus &status) const;
    std::optional<bool> hosts(const QString &pool) const;
    Verdict verdictOf(const QString &module, StatusTone tone, bool isNeverBegun) const;
    QString consequence() const;

    const CheckedGoal &m_goal;
    const QString m_from;
    const QString m_to;
    const FailoverFact m_fromFact;
    const FailoverFact m_toFact;
    const Reading<PoolStatus> &m_exporter;
    const Reading<PoolStatus> &m_importer;
    const bool m_isNeeded;
    const QStringList m_activeStores;

    Verdict m_verdict = Verdict::Ready;
    QStringList m_problems; // sentences
    QStringList m_states;
    QStringList m_causes;
    QList<Remedy> m_remedies;
};

std::optional<bool> DirectionCheck::hosts(const QString &pool) const
{
    return m_activeStores.isEmpty() ? std::nullopt : std::optional(m_activeStores.contains(pool));
}

StatusSubject DirectionCheck::subjectOf(const QString &pool, const QString &other, const BackupModuleStatus &module,
                                        const PoolStatus &status) const
{
    return {pool, other, module.identity, hosts(pool), hosts(other), m_goal.facts.reach.kind, status.warnings};
}

// Without a first export a genuine backup service cannot bring the last changes across, and the pool would be left
// read-only; the lab copies everything then.
Verdict DirectionCheck::verdictOf(const QString &module, StatusTone tone, bool isNeverBegun) const
{
    const bool mustWork = m_isNeeded && m_goal.isPlanned;
    const bool isOfEveryVersion = backupModuleFromString(module).has_value();
    switch (tone) {
    case StatusTone::Bad:
        return mustWork ? Verdict::Blocking : Verdict::Attention;
    case StatusTone::Attention:
        return mustWork && isNeverBegun && isOfEveryVersion && !m_goal.isLab ? Verdict::Blocking : Verdict::Attention;
    case StatusTone::Unknown:
        return Verdict::Unknown;
    default:
        return Verdict::Ready;
    }
}

void DirectionCheck::take(const QString &module, const QString &side, const StatusAdvice &advice, bool isNeverBegun)
{
    const Verdict verdict = verdictOf(module, advice.tone, isNeverBegun);
    m_verdict = worse(m_verdict, verdict);
    if (verdict == Verdict::Ready)
        return;
    m_problems.append(tr("%1, %2: %3", "module, export or import of a pool, and what its state means")
                          .arg(module, side, advice.meaning));
    for (const QString &cause : advice.causes)
        m_causes.append(tr("Possible cause: %1").arg(cause));
    for (const NextStep &step : advice.steps)
        m_remedies.append({step.text, step.command ? render(*step.command) : QString()});
}

void DirectionCheck::lookAt(const BackupModuleStatus &module, const PoolStatus &status, bool isExport)
{
    const QString &pool = isExport ? m_from : m_to;
    const StatusSubject subject = subjectOf(pool, isExport ? m_to : m_from, module, status);
    const QString side = isExport ? tr("export of %1").arg(pool) : tr("import of %1").arg(pool);
    QString word = tr("not reported");
    StatusAdvice advice = adviceForNotReported();
    bool isNeverBegun = false;
    if (isExport && module.exportStatus) {
        word = toString(*module.exportStatus);
        advice = adviceFor(*module.exportStatus, subject);
        isNeverBegun = module.exportStatus == ExportStatus::NotInitialized;
    } else if (!isExport && module.importStatus) {
        word = toString(*module.importStatus);
        advice = adviceFor(*module.importStatus, subject);
        isNeverBegun = module.importStatus == ImportStatus::NotInitialized;
    }
    m_states.append(
        tr("%1, %2: %3", "module, export or import of a pool, and its state").arg(module.identity, side, word));
    take(module.identity, side, advice, isNeverBegun);
}

void DirectionCheck::look(FailoverFact fact, const Reading<PoolStatus> &reading, bool isExport)
{
    if (!reading.isKnown()) {
        m_verdict = worse(m_verdict, Verdict::Unknown);
        m_problems.append(isExport ? tr("The export of %1 is not known.").arg(m_from)
                                   : tr("The import of %1 is not known.").arg(m_to));
        m_problems.append(m_goal.whyNotKnown(fact));
    }
    if (!reading.value)
        return;
    if (!reading.isKnown())
        m_problems.append(tr("When it was last read, it was as below."));
    for (const BackupModuleStatus &module : reading.value->status.modules)
        lookAt(module, *reading.value, isExport);
    if (reading.value->status.modules.isEmpty()) {
        m_verdict = worse(m_verdict, Verdict::Unknown);
        m_problems.append(tr("No module is reported for %1.").arg(isExport ? m_from : m_to));
    }
}

QString DirectionCheck::consequence() const
{
    if (!m_isNeeded) {
        return tr("This direction is not the one that is needed now, but without it %1 is not protected by %2.")
            .arg(m_from, m_to);
    }
    if (!m_goal.isPlanned)
        return tr("What has not been handed over is missing on %1 afterwards.").arg(m_to);
    if (m_verdict == Verdict::Blocking)
        return tr("The last changes could not be copied to %1: put this right before.").arg(m_to);
    return tr("What is waiting is copied to %1 before the pool changes hands, and it takes longer accordingly.")
        .arg(m_to);
}

FailoverCheck DirectionCheck::check(const QString &id, const QString &title)
{
    FailoverCheck check = m_goal.begin(id, title, {m_fromFact, m_toFact});
    if (m_goal.backupPool.isEmpty()) {
        check.finding = m_goal.whyNotKnown(FailoverFact::BackupStatus);
        return check;
    }
    look(m_fromFact, m_exporter, true);
    look(m_toFact, m_importer, false);
    check.verdict = m_verdict;
    m_causes.removeDuplicates();
    check.details = m_states + m_causes;
    for (const Remedy &remedy : std::as_const(m_remedies)) {
        if (!check.remedies.contains(remedy))
            check.remedies.append(remedy);
    }
    if (m_verdict == Verdict::Ready) {
        check.finding
            = tr("%1 hands its changes over to %2: every module that applies exports and imports.").arg(m_from, m_to);
    } else {
        m_problems.removeDuplicates();
        check.finding = u"%1 %2"_s.arg(m_problems.join(u' '), consequence());
    }
    return check;
}

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::FailoverCheck)
};

} // namespace

QList<FailoverCheck> replicationChecks(const FailoverFacts &facts)
{
    const CheckedGoal goal(facts);
    FailoverCheck out = DirectionCheck(goal, true, goal.isFailOver)
                            .check(u"ReplicationOut"_s, Text::tr("Replication to the backup pool"));
    FailoverCheck back = DirectionCheck(goal, false, !goal.isFailOver)
                             .check(u"ReplicationBack"_s, Text::tr("Replication from the backup pool"));
    out.note
        = Text::tr("Replication is not an archive: what is deleted or damaged on one pool is soon deleted or damaged "
                   "on the other one too. Export-CsUserData makes an archive.");
    return {out, back};
}

} // namespace cspool
