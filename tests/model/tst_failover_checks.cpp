// The checks of a failover that are about the pair itself: the pools, their pairing, their states, and their
// backup services.
#include "tests/support/failover_facts.h"

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;

namespace {

const QString A = FactsPoolA;
const QString B = FactsPoolB;
constexpr auto Over = FailoverDirection::FailOver;
constexpr auto Back = FailoverDirection::FailBack;

Pool &poolOf(FailoverFacts &facts, qsizetype place)
{
    return (*facts.pools.value)[place];
}

void setState(FailoverFacts &facts, const QString &pool, PoolState state)
{
    facts.poolStates.value->insert(pool, state);
}

QList<Situation> poolSituations()
{
    return {
        {"a pool with users", wellFacts(), [](FailoverFacts &) {}, u"Pool"_s, Verdict::Ready, {A}},
        {"no such pool",
         wellFacts(),
         [](FailoverFacts &facts) { facts.goal.pool = u"x.example.com"_s; },
         u"Pool"_s,
         Verdict::Blocking,
         {u"no pool x.example.com"_s}},
        {"a pool without users",
         wellFacts(),
         [](FailoverFacts &facts) { poolOf(facts, 0).services.clear(); },
         u"Pool"_s,
         Verdict::Blocking,
         {u"no user services"_s}},
        {"pools that cannot be read",
         wellFacts(),
         [](FailoverFacts &facts) { neverRead(facts.pools, u"The network is down."_s); },
         u"Pool"_s,
         Verdict::Unknown,
         {u"The network is down."_s, u"Get-CsPool"_s}},
        {"a pair",
         wellFacts(),
         [](FailoverFacts &) {},
         u"Pairing"_s,
         Verdict::Ready,
         {u"each is the backup pool of the other"_s, u"does not fail a pool over"_s}},
        {"no backup pool",
         wellFacts(),
         [](FailoverFacts &facts) { poolOf(facts, 0).backupPoolFqdn.clear(); },
         u"Pairing"_s,
         Verdict::Blocking,
         {u"has no backup pool"_s, u"Topology Builder"_s}},
        {"a pairing that the other pool does not state",
         wellFacts(),
         [](FailoverFacts &facts) { poolOf(facts, 1).backupPoolFqdn.clear(); },
         u"Pairing"_s,
         Verdict::Blocking,
         {u"mutual"_s}},
        {"a partner that is paired with another pool",
         wellFacts(),
         [](FailoverFacts &facts) { poolOf(facts, 1).backupPoolFqdn = FactsPoolC; },
         u"Pairing"_s,
         Verdict::Blocking,
         {u"mutual"_s, FactsPoolC}},
        {"Enterprise with Standard Edition",
         wellFacts(),
         [](FailoverFacts &facts) { poolOf(facts, 1).services.append(u"UserDatabase:b.example.com"_s); },
         u"Pairing"_s,
         Verdict::Attention,
         {u"Standard Edition"_s}},
        {"versions that only the services tell",
         wellFacts(),
         [](FailoverFacts &facts) {
             facts.services.value->append({u"Registrar:"_s + A, u"Registrar"_s, A, {}, {}, u"6"_s, {}, {}});
             facts.services.value->append({u"Registrar:"_s + B, u"Registrar"_s, B, {}, {}, u"8"_s, {}, {}});
         },
         u"Pairing"_s,
         Verdict::Attention,
         {u"2019"_s}},
    };
}

QList<Situation> stateSituations()
{
    return {
        {"Active", wellFacts(), [](FailoverFacts &) {}, u"PoolState"_s, Verdict::Ready, {u"Active"_s}},
        {"not reported",
         wellFacts(),
         [](FailoverFacts &facts) { facts.poolStates.value->remove(A); },
         u"PoolState"_s,
         Verdict::Unknown,
         {u"not reported"_s}},
        {"not reported of the backup pool",
         wellFacts(),
         [](FailoverFacts &facts) { facts.poolStates.value->remove(B); },
         u"PoolState"_s,
         Verdict::Unknown,
         {u"The pool state of b.example.com is not reported"_s}},
        {"FailingOver on servers",
         wellFacts(),
         [](FailoverFacts &facts) { setState(facts, A, PoolState::FailingOver); },
         u"PoolState"_s,
         Verdict::Blocking,
         {u"FailingOver"_s, u"still runs or was interrupted"_s},
         {u"Invoke-CsPoolFailOver -PoolFqdn a.example.com"_s,
          u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -DisasterMode"_s}},
        {"FailingOver in a lab",
         wellLabFacts(),
         [](FailoverFacts &facts) { setState(facts, A, PoolState::FailingOver); },
         u"PoolState"_s,
         Verdict::Blocking,
         {u"finishes the failover or rolls it back"_s},
         {u"Backup-CsPool -PoolFqdn a.example.com"_s}},
        {"FailedOver already",
         wellFacts(),
         [](FailoverFacts &facts) { setState(facts, A, PoolState::FailedOver); },
         u"PoolState"_s,
         Verdict::Blocking,
         {u"FailedOver already"_s},
         {u"Invoke-CsPoolFailBack -PoolFqdn a.example.com"_s}},
        {"FailedBack in a lab",
         wellLabFacts(),
         [](FailoverFacts &facts) { setState(facts, A, PoolState::FailedBack); },
         u"PoolState"_s,
         Verdict::Blocking,
         {u"FailedBack"_s},
         {u"Invoke-CsPoolFailBack -PoolFqdn a.example.com"_s}},
        {"FailedBack in a disaster",
         wellLabFacts(Over, true),
         [](FailoverFacts &facts) { setState(facts, A, PoolState::FailedBack); },
         u"PoolState"_s,
         Verdict::Attention,
         {u"FailedBack"_s}},
        {"a backup pool that is failed over itself",
         wellFacts(),
         [](FailoverFacts &facts) { setState(facts, B, PoolState::FailedOver); },
         u"PoolState"_s,
         Verdict::Blocking,
         {u"cannot serve each other"_s},
         {u"Invoke-CsPoolFailBack -PoolFqdn b.example.com"_s}},
        {"the same in a disaster",
         wellFacts(Over, true),
         [](FailoverFacts &facts) { setState(facts, B, PoolState::FailedOver); },
         u"PoolState"_s,
         Verdict::Blocking,
         {u"cannot serve each other"_s},
         {u"Invoke-CsPoolFailBack -PoolFqdn b.example.com -DisasterMode"_s}},
        {"a backup pool in FailingOver",
         wellFacts(),
         [](FailoverFacts &facts) { setState(facts, B, PoolState::FailingOver); },
         u"PoolState"_s,
         Verdict::Blocking,
         {u"The pool state of b.example.com is FailingOver"_s}},
        {"FailedOver is what a failback needs",
         wellFacts(Back),
         [](FailoverFacts &) {},
         u"PoolState"_s,
         Verdict::Ready,
         {u"FailedOver"_s}},
        {"nothing to fail back",
         wellFacts(Back),
         [](FailoverFacts &facts) { setState(facts, A, PoolState::Active); },
         u"PoolState"_s,
         Verdict::Blocking,
         {u"nothing to fail back"_s}},
        {"a failback that is not complete",
         wellFacts(Back),
         [](FailoverFacts &facts) { setState(facts, A, PoolState::FailedBack); },
         u"PoolState"_s,
         Verdict::Attention,
         {u"completes the exchange"_s},
         {u"Invoke-CsPoolFailBack -PoolFqdn a.example.com"_s}},
        {"a failback that is not complete, without the backup pool",
         wellFacts(Back, true),
         [](FailoverFacts &facts) { setState(facts, A, PoolState::FailedBack); },
         u"PoolState"_s,
         Verdict::Blocking,
         {u"without -DisasterMode"_s}},
        {"states that could not be read again",
         wellFacts(),
         [](FailoverFacts &facts) { failTo(facts.poolStates, u"Timed out."_s); },
         u"PoolState"_s,
         Verdict::Unknown,
         {u"Timed out."_s, u"When it was last read, this was true: The pool state of a.example.com is Active"_s}},
    };
}

QList<Situation> serviceSituations()
{
    const auto silent = [](FailoverFacts &facts) { neverRead(facts.status, u"LYNCBACKUP is stopped."_s); };
    const auto withErrors
        = [](FailoverFacts &facts) { facts.status.value->status.overallExportStatus = ExportStatus::ErrorState; };
    const auto partnerSilent = [](FailoverFacts &facts) { neverRead(facts.backupStatus, u"LYNCBACKUP is stopped."_s); };
    return {
        {"it answers",
         wellFacts(),
         [](FailoverFacts &) {},
         u"BackupService"_s,
         Verdict::Ready,
         {u"a1.example.com"_s, u"needs the pool to be up"_s}},
        {"a planned failover needs it",
         wellFacts(),
         silent,
         u"BackupService"_s,
         Verdict::Blocking,
         {u"LYNCBACKUP is stopped."_s, u"as a disaster"_s},
         {u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -DisasterMode"_s}},
        {"in a disaster silence is what is expected",
         wellFacts(Over, true),
         silent,
         u"BackupService"_s,
         Verdict::Attention,
         {u"what a disaster looks like"_s}},
        {"in a disaster an answer is no disaster",
         wellFacts(Over, true),
         [](FailoverFacts &) {},
         u"BackupService"_s,
         Verdict::Attention,
         {u"not down"_s, u"that is copied first"_s},
         {u"Invoke-CsPoolFailOver -PoolFqdn a.example.com"_s}},
        {"in a disaster errors are no proof that the pool is up",
         wellFacts(Over, true),
         withErrors,
         u"BackupService"_s,
         Verdict::Attention,
         {u"It reports errors"_s}},
        {"an answer with errors is not all well",
         wellFacts(),
         withErrors,
         u"BackupService"_s,
         Verdict::Attention,
         {u"It reports errors."_s}},
        {"a refusal of rights says nothing of the service",
         wellFacts(),
         [](FailoverFacts &facts) { neverRead(facts.status, u"Not you."_s, ErrorCategory::PermissionDenied); },
         u"BackupService"_s,
         Verdict::Unknown,
         {u"Not you."_s}},
        {"the backup pool must answer",
         wellFacts(),
         partnerSilent,
         u"BackupPoolService"_s,
         Verdict::Blocking,
         {u"b.example.com does not answer"_s}},
        {"the backup pool must answer in a disaster too",
         wellFacts(Over, true),
         partnerSilent,
         u"BackupPoolService"_s,
         Verdict::Blocking,
         {u"b.example.com does not answer"_s}},
        {"a failback without the backup pool",
         wellFacts(Back, true),
         partnerSilent,
         u"BackupPoolService"_s,
         Verdict::Attention,
         {u"what a disaster looks like"_s}},
        {"a planned failback needs the backup pool",
         wellFacts(Back),
         partnerSilent,
         u"BackupPoolService"_s,
         Verdict::Blocking,
         {u"as a disaster"_s},
         {u"Invoke-CsPoolFailBack -PoolFqdn a.example.com -DisasterMode"_s}},
        {"a failback needs the pool",
         wellFacts(Back, true),
         silent,
         u"BackupService"_s,
         Verdict::Blocking,
         {u"Nothing can be handed over"_s}},
        {"the status is still being read",
         wellFacts(),
         [](FailoverFacts &facts) {
             facts.status = {};
             facts.status.isBeingRead = true;
         },
         u"BackupService"_s,
         Verdict::Unknown,
         {u"is being read"_s}},
    };
}

QList<Situation> situations()
{
    return poolSituations() + stateSituations() + serviceSituations();
}

} // namespace

class TestFailoverChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void situation_data();
    void situation();
};

void TestFailoverChecks::situation_data()
{
    addRows(situations());
}

void TestFailoverChecks::situation()
{
    QFETCH(const qsizetype, place);
    verifySituation(situations().at(place));
}

QTEST_APPLESS_MAIN(TestFailoverChecks)
#include "tst_failover_checks.moc"
