// Whether the two pools hand over to each other, module by module: out, and back.
#include "model/failover/failover_check_parts.h"

#include "model/failover/failover_surroundings.h"
#include "model/status_advice.h"

#include <algorithm>
#include <functional>

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
    // What a state means that several modules show alike.
    struct Problem
    {
        QString side; // "export of a.example.com"
        QString meaning;
        QStringList modules;
        std::function<StatusAdvice(const QString &module)> advise;
    };

    void look(FailoverFact fact, const Reading<PoolStatus> &reading, bool isExport);
    void lookAt(const BackupModuleStatus &module, const PoolStatus &status, bool isExport);
    void take(const Problem &problem);
    void addAdvice(const Problem &problem, FailoverCheck &check) const;
    StatusSubject subjectOf(const QString &pool, const QString &other, const PoolStatus &status) const;
    std::optional<bool> hosts(const QString &pool) const;
    Verdict verdictOf(const QString &module, StatusTone tone, bool isNeverBegun) const;
    QString problemText() const;
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
    QStringList m_unread; // sentences
    QList<Problem> m_problems;
    QStringList m_states;
};

std::optional<bool> DirectionCheck::hosts(const QString &pool) const
{
    return m_activeStores.isEmpty() ? std::nullopt : std::optional(m_activeStores.contains(pool));
}

StatusSubject DirectionCheck::subjectOf(const QString &pool, const QString &other, const PoolStatus &status) const
{
    return {pool, other, {}, hosts(pool), hosts(other), m_goal.facts.reach.kind, status.warnings};
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

void DirectionCheck::take(const Problem &problem)
{
    const auto same = std::find_if(m_problems.begin(), m_problems.end(), [&problem](const Problem &other) {
        return other.side == problem.side && other.meaning == problem.meaning;
    });
    if (same == m_problems.end())
        m_problems.append(problem);
    else
        same->modules.append(problem.modules);
}

void DirectionCheck::lookAt(const BackupModuleStatus &module, const PoolStatus &status, bool isExport)
{
    const QString &pool = isExport ? m_from : m_to;
    const auto advise
        = [whose = subjectOf(pool, isExport ? m_to : m_from, status), module, isExport](const QString &name) {
              StatusSubject subject = whose;
              subject.module = name;
              if (isExport)
                  return module.exportStatus ? adviceFor(*module.exportStatus, subject) : adviceForNotReported();
              return module.importStatus ? adviceFor(*module.importStatus, subject) : adviceForNotReported();
          };
    const QString exported = module.exportStatus ? toString(*module.exportStatus) : tr("not reported");
    const QString imported = module.importStatus ? toString(*module.importStatus) : tr("not reported");
    const bool isNeverBegun = isExport ? module.exportStatus == ExportStatus::NotInitialized
                                       : module.importStatus == ImportStatus::NotInitialized;
    const QString side = isExport ? tr("export of %1").arg(pool) : tr("import of %1").arg(pool);
    const StatusAdvice advice = advise(module.identity);
    const Verdict verdict = verdictOf(module.identity, advice.tone, isNeverBegun);
    const QString state = tr("%1, %2: %3", "module, export or import of a pool, and its state")
                              .arg(module.identity, side, isExport ? exported : imported);
    // What is wrong is explained in the finding.
    m_states.append(verdict == Verdict::Ready ? tr("%1. %2", "a state, and what it means").arg(state, advice.meaning)
                                              : state);
    m_verdict = worse(m_verdict, verdict);
    if (verdict != Verdict::Ready)
        take({side, advice.meaning, {module.identity}, advise});
}

void DirectionCheck::look(FailoverFact fact, const Reading<PoolStatus> &reading, bool isExport)
{
    if (!reading.isKnown()) {
        m_verdict = worse(m_verdict, Verdict::Unknown);
        m_unread.append(isExport ? tr("The export of %1 is not known.").arg(m_from)
                                 : tr("The import of %1 is not known.").arg(m_to));
        m_unread.append(m_goal.whyNotKnown(fact));
    }
    if (!reading.value)
        return;
    if (!reading.isKnown())
        m_unread.append(tr("When it was last read, it was as below."));
    for (const BackupModuleStatus &module : reading.value->status.modules)
        lookAt(module, *reading.value, isExport);
    if (reading.value->status.modules.isEmpty()) {
        m_verdict = worse(m_verdict, Verdict::Unknown);
        m_unread.append(tr("No module is reported for %1.").arg(isExport ? m_from : m_to));
    }
}

QString DirectionCheck::problemText() const
{
    QStringList sentences = m_unread;
    for (const Problem &problem : m_problems) {
        sentences.append(tr("%1, %2: %3", "modules, export or import of a pool, and what their state means")
                             .arg(shownList(problem.modules), problem.side, problem.meaning));
    }
    sentences.removeDuplicates();
    sentences.append(consequence());
    return sentences.join(u' ');
}

// Of several modules alike: what is to be done for all of them.
void DirectionCheck::addAdvice(const Problem &problem, FailoverCheck &check) const
{
    const StatusAdvice advice = problem.advise(problem.modules.size() == 1 ? problem.modules.first() : QString());
    for (const QString &cause : advice.causes) {
        const QString detail = tr("Possible cause: %1").arg(cause);
        if (!check.details.contains(detail))
            check.details.append(detail);
    }
    for (const NextStep &step : advice.steps) {
        const Remedy remedy{step.text, step.command ? render(*step.command) : QString()};
        const bool isThere = std::any_of(check.remedies.begin(), check.remedies.end(), [&remedy](const Remedy &other) {
            return remedy.commandLine.isEmpty() ? other == remedy : other.commandLine == remedy.commandLine;
        });
        if (!isThere)
            check.remedies.append(remedy);
    }
}

QString DirectionCheck::consequence() const
{
    if (!m_isNeeded && !m_goal.isFailOver) {
        return tr("While %1 is failed over it hands over nothing that is new, so this does not hinder the failback: "
                  "look "
                  "at this direction again afterwards.")
            .arg(m_from);
    }
    if (!m_isNeeded) {
        return tr("This direction is not the one that is needed now, but without it %1 is not protected by %2.")
            .arg(m_from, m_to);
    }
    if (!m_goal.isPlanned)
        return tr("What has not been handed over is missing on %1 afterwards.").arg(m_to);
    if (m_verdict == Verdict::Unknown)
        return tr("Whether the last changes could be copied to %1 is not known.").arg(m_to);
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
    check.details = m_states;
    if (m_verdict == Verdict::Ready) {
        check.finding
            = tr("%1 hands its changes over to %2: every module that applies exports and imports.").arg(m_from, m_to);
        return check;
    }
    check.finding = problemText();
    if (!m_goal.isPlanned) // nothing can be put right between two pools of which one is down
        return check;
    for (const Problem &problem : std::as_const(m_problems))
        addAdvice(problem, check);
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
