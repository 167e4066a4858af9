// The pool itself: whether it can be failed over at all, its pairing, and the states of both pools.
#include "model/failover/failover_check_parts.h"

#include "model/pool_action_rules.h"
#include "model/pool_pairing.h"
#include "model/status_advice.h"

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

class PoolChecks
{
    Q_DECLARE_TR_FUNCTIONS(cspool::FailoverCheck)

public:
    explicit PoolChecks(const FailoverFacts &facts)
        : m_goal(facts)
        , m_facts(facts)
    {
    }

    FailoverCheck pool() const;
    FailoverCheck pairing() const;
    FailoverCheck state() const;

private:
    void judgePair(const Pool &own, const Pool &backup, FailoverCheck &check) const;
    void judgeState(PoolState state, FailoverCheck &check) const;
    void judgeFailOver(PoolState state, FailoverCheck &check) const;
    void judgeFailBack(PoolState state, FailoverCheck &check) const;
    void sayInterrupted(const QString &pool, FailoverCheck &check) const;
    void addBackupPoolState(FailoverCheck &check) const;

    const CheckedGoal m_goal;
    const FailoverFacts &m_facts;
};

void block(FailoverCheck &check, const QString &finding, const QList<Remedy> &remedies = {})
{
    check.verdict = Verdict::Blocking;
    check.finding = finding;
    check.remedies = remedies;
}

FailoverCheck PoolChecks::pool() const
{
    const QList<FailoverFact> facts{FailoverFact::Pools};
    FailoverCheck check = m_goal.begin(u"Pool"_s, tr("Pool"), facts);
    if (m_goal.isUnknown(check, facts))
        return check;
    const auto pool = m_facts.pool(m_goal.pool);
    if (!pool) {
        block(check, tr("The deployment has no pool %1.").arg(m_goal.pool));
    } else if (!pool->canBeBackedUp()) {
        const PoolFacts known(*pool);
        block(check, obstacle(PoolAction::ExportUserData, {{&known, {}}}));
    } else {
        check.verdict = Verdict::Ready;
        check.finding
            = tr("%1 (%2) is a pool with users that can be failed over and back.").arg(pool->fqdn, pool->kind());
    }
    return m_goal.end(check, facts);
}

void PoolChecks::judgePair(const Pool &own, const Pool &backup, FailoverCheck &check) const
{
    if (backup.backupPoolFqdn != own.fqdn) {
        block(
            check,
            backup.backupPoolFqdn.isEmpty()
                ? tr("%1 names %2 as its backup pool, but %2 names none: a pair is mutual.").arg(own.fqdn, backup.fqdn)
                : tr("%1 names %2 as its backup pool, but that of %2 is %3: a pair is mutual.")
                      .arg(own.fqdn, backup.fqdn, backup.backupPoolFqdn),
            {{m_goal.isLab ? tr("State the pair again with Publish-CsTopology and its parameter -Pair.")
                           : tr("Correct the associated backup pools in Topology Builder and publish the "
                                "topology.")}});
        return;
    }
    Pool first = own;
    Pool second = backup;
    first.serverVersion = m_goal.versionOf(own.fqdn);
    second.serverVersion = m_goal.versionOf(backup.fqdn);
    check.details = pairingWarnings(first, second);
    check.verdict = check.details.isEmpty() ? Verdict::Ready : Verdict::Attention;
    const QString pair = tr("%1 and %2 are a pair: each is the backup pool of the other.").arg(own.fqdn, backup.fqdn);
    const QString unread = tr("What cannot be read from here: both need the same operating system, both on physical or "
                              "both on virtual machines, and each must be able to carry the users of both.");
    check.finding = check.details.isEmpty()
        ? u"%1 %2"_s.arg(pair, unread)
        : u"%1 %2 %3"_s.arg(pair, tr("The pair is not a supported one; Topology Builder does not prevent that."),
                            unread);
}

FailoverCheck PoolChecks::pairing() const
{
    const QList<FailoverFact> facts{FailoverFact::Pools};
    FailoverCheck check = m_goal.begin(u"Pairing"_s, tr("Pairing"), facts);
    check.note
        = tr("The \"automatic failover and failback for Voice\" that Topology Builder offers with a pair does not "
             "fail a pool over: it lets users make calls. A pool is failed over by a person, with "
             "Invoke-CsPoolFailOver.");
    if (m_goal.isUnknown(check, facts))
        return check;
    const auto own = m_facts.pool(m_goal.pool);
    const auto backup = m_facts.pool(m_goal.backupPool);
    if (!own) {
        check.finding = tr("The pool %1 is not known, so nothing can be said of its pairing.").arg(m_goal.pool);
    } else if (m_goal.backupPool.isEmpty()) {
        const StatusAdvice advice = adviceForMissingBackupPool(own->fqdn, m_facts.reach.kind);
        block(check, advice.meaning);
        for (const NextStep &step : advice.steps)
            check.remedies.append({step.text, step.command ? render(*step.command) : QString()});
    } else if (!backup) {
        block(
            check,
            tr("%1 names %2 as its backup pool, but the deployment has no pool %2.").arg(own->fqdn, m_goal.backupPool));
    } else {
        judgePair(*own, *backup, check);
    }
    return m_goal.end(check, facts);
}

// What is true after an interruption is all that is said: which way it ends, only the cmdlet knows.
void PoolChecks::sayInterrupted(const QString &pool, FailoverCheck &check) const
{
    const Command again = onPool(u"Invoke-CsPoolFailOver"_s, pool);
    block(
        check,
        tr("The pool state of %1 is FailingOver: a failover was begun and has not ended. Whether it still runs or was "
           "interrupted, the state does not tell. While a planned one lasts, the data of the users is read-only.")
            .arg(pool),
        {{tr("Find out first whether the failover still runs: in the list of jobs, and with your colleagues.")}});
    if (m_goal.isLab) {
        check.remedies.append(
            remedy(tr("When it does not run any more, back the pool up: like every command that works on "
                      "the pool, that first finishes the failover or rolls it back, and says which. "
                      "Then read these checks again. (A rule of the lab.)"),
                   onPool(u"Backup-CsPool"_s, pool)));
    } else {
        check.remedies.append(remedy(tr("When it does not run any more, run the failover again, and read the state "
                                        "afterwards. No other way on was found in Microsoft's documentation."),
                                     again));
        check.remedies.append(remedy(tr("If %1 has gone down meanwhile, run it in disaster mode.").arg(pool),
                                     Command(again).set(u"DisasterMode"_s, true)));
    }
}

void PoolChecks::judgeFailOver(PoolState state, FailoverCheck &check) const
{
    const QString &pool = m_goal.pool;
    const QString partner = m_goal.backupPool.isEmpty() ? tr("its backup pool") : m_goal.backupPool;
    switch (state) {
    case PoolState::Active:
        check.verdict = Verdict::Ready;
        check.finding = tr("The pool state of %1 is Active: it serves its users itself.").arg(pool);
        return;
    case PoolState::FailingOver:
        sayInterrupted(pool, check);
        return;
    case PoolState::FailedOver:
        block(check, tr("The pool state of %1 is FailedOver already: %2 serves its users.").arg(pool, partner),
              {remedy(tr("To give it its users back, fail it back."), onPool(u"Invoke-CsPoolFailBack"_s, pool))});
        return;
    case PoolState::FailedBack:
        break;
    }
    check.finding
        = tr("The pool state of %1 is FailedBack: it serves its users again, but its exchange with %2 may not be "
             "complete.")
              .arg(pool, partner);
    check.remedies
        = {remedy(tr("Complete the failback while both pools are up."), onPool(u"Invoke-CsPoolFailBack"_s, pool))};
    check.verdict = m_goal.isLab && m_goal.isPlanned ? Verdict::Blocking : Verdict::Attention;
}

void PoolChecks::judgeFailBack(PoolState state, FailoverCheck &check) const
{
    const QString &pool = m_goal.pool;
    switch (state) {
    case PoolState::FailedOver:
        check.verdict = Verdict::Ready;
        check.finding = tr("The pool state of %1 is FailedOver: %2 serves its users.").arg(pool, m_goal.backupPool);
        return;
    case PoolState::FailingOver:
        sayInterrupted(pool, check);
        return;
    case PoolState::Active:
        block(
            check,
            tr("The pool state of %1 is Active: it serves its users itself. There is nothing to fail back.").arg(pool));
        return;
    case PoolState::FailedBack:
        break;
    }
    check.finding
        = tr("The pool state of %1 is FailedBack: it serves its users again, but its exchange with %2 may not be "
             "complete.")
              .arg(pool, m_goal.backupPool);
    if (m_goal.isPlanned) {
        check.verdict = Verdict::Attention;
        check.remedies
            = {remedy(tr("Failing it back again completes the exchange."), onPool(u"Invoke-CsPoolFailBack"_s, pool))};
    } else {
        check.verdict = Verdict::Blocking;
        check.remedies
            = {{tr("There is nothing to fail back without %1. Once it is up, fail back without -DisasterMode: that "
                   "completes the exchange.")
                    .arg(m_goal.backupPool)}};
    }
}

void PoolChecks::judgeState(PoolState state, FailoverCheck &check) const
{
    if (m_goal.isFailOver)
        judgeFailOver(state, check);
    else
        judgeFailBack(state, check);
}

// Whoever takes over must serve its own users itself.
void PoolChecks::addBackupPoolState(FailoverCheck &check) const
{
    const QString &backup = m_goal.backupPool;
    if (backup.isEmpty())
        return;
    const auto state = m_facts.stateOf(backup);
    check.details.append(state ? u"%1: %2"_s.arg(backup, toString(*state)) : tr("%1: not reported").arg(backup));
    if (state == PoolState::FailedOver || state == PoolState::FailingOver) {
        Command failBack = onPool(u"Invoke-CsPoolFailBack"_s, backup);
        if (!m_goal.isPlanned && m_goal.isFailOver)
            failBack.set(u"DisasterMode"_s, true);
        const QString own = check.finding;
        if (state == PoolState::FailedOver) {
            block(check,
                  tr("%1 But its backup pool %2 is itself failed over, so %3 serves the users of both: the two cannot "
                     "serve each other.")
                      .arg(own, backup, m_goal.pool),
                  {remedy(tr("Fail %1 back first.").arg(backup), failBack)});
        } else {
            sayInterrupted(backup, check);
            check.finding = u"%1 %2"_s.arg(own, check.finding);
        }
    } else if (!state && check.verdict != Verdict::Blocking) {
        check.verdict = Verdict::Unknown;
        check.finding = tr("%1 The pool state of %2 is not reported.").arg(check.finding, backup);
    } else if (state == PoolState::FailedBack && check.verdict == Verdict::Ready) {
        check.verdict = Verdict::Attention;
        check.finding = tr("%1 The pool state of %2 is FailedBack: its own exchange may not be complete.")
                            .arg(check.finding, backup);
        check.remedies = {remedy(tr("Complete its failback first."), onPool(u"Invoke-CsPoolFailBack"_s, backup))};
    }
}

FailoverCheck PoolChecks::state() const
{
    const QList<FailoverFact> facts{FailoverFact::PoolStates};
    FailoverCheck check = m_goal.begin(u"PoolState"_s, tr("Pool state"), facts);
    if (m_goal.isUnknown(check, facts))
        return check;
    const auto state = m_facts.stateOf(m_goal.pool);
    if (!state) {
        check.finding = tr("The pool state of %1 is not reported.").arg(m_goal.pool);
        return m_goal.end(check, facts);
    }
    check.details = {u"%1: %2"_s.arg(m_goal.pool, toString(*state))};
    judgeState(*state, check);
    addBackupPoolState(check);
    return m_goal.end(check, facts);
}

} // namespace

QList<FailoverCheck> poolChecks(const FailoverFacts &facts)
{
    const PoolChecks checks(facts);
    const FailoverCheck pool = checks.pool();
    if (pool.verdict == Verdict::Blocking)
        return {pool};
    return {pool, checks.pairing(), checks.state()};
}

} // namespace cspool
