// The checks of a failover that are about what lies around the pair: the Central Management store, its replicas, Edge
// pools.
#include "tests/support/failover_facts.h"

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto Over = FailoverDirection::FailOver;
constexpr auto Back = FailoverDirection::FailBack;

QList<Situation> storeSituations()
{
    const auto onA = [](FailoverFacts &facts) {
        facts.centralManagement = readAt(storeOn(u"a1.example.com"_s, {u"a1.example.com"_s, u"a2.example.com"_s}));
    };
    const auto onB = [](FailoverFacts &facts) {
        facts.centralManagement = readAt(storeOn(u"b1.example.com"_s, {u"b1.example.com"_s}));
    };
    return {
        {"elsewhere",
         wellFacts(),
         [](FailoverFacts &) {},
         u"CentralManagement"_s,
         Verdict::Ready,
         {u"Exactly one"_s, u"c.example.com"_s, u"stays where it is"_s}},
        {"on the pool",
         wellFacts(),
         onA,
         u"CentralManagement"_s,
         Verdict::Attention,
         {u"has to be moved to b.example.com before"_s},
         {u"Invoke-CsManagementServerFailover"_s}},
        {"on the pool of a session that is connected to it",
         wellFacts(),
         [=](FailoverFacts &facts) {
             onA(facts);
             facts.reach.host = u"a1.example.com"_s;
         },
         u"CentralManagement"_s,
         Verdict::Attention,
         {u"on a server of b.example.com"_s},
         {u"Invoke-CsManagementServerFailover"_s}},
        {"on the pool in a disaster",
         wellFacts(Over, true),
         onA,
         u"CentralManagement"_s,
         Verdict::Attention,
         {u"on a server of b.example.com"_s},
         {u"Invoke-CsManagementServerFailover -BackupSqlServerFqdn <SQL Server of b.example.com> "
          "-BackupSqlInstanceName <instance> -Force"_s}},
        {"on the pool in a disaster of Standard Edition servers",
         wellFacts(Over, true),
         [=](FailoverFacts &facts) {
             onA(facts);
             (*facts.pools.value)[1].services.append(u"UserDatabase:b.example.com"_s);
             (*facts.pools.value)[1].computers = {FactsPoolB};
         },
         u"CentralManagement"_s,
         Verdict::Attention,
         {u"Install-CsDatabase"_s},
         {u"Invoke-CsManagementServerFailover -BackupSqlServerFqdn b.example.com -BackupSqlInstanceName RTC -Force"_s}},
        {"on the pool of a lab",
         wellLabFacts(),
         onA,
         u"CentralManagement"_s,
         Verdict::Attention,
         {u"need not be moved back"_s},
         {u"Invoke-CsManagementServerFailover -BackupPoolFqdn b.example.com"_s}},
        {"agents of two pools: active on both",
         wellFacts(),
         [](FailoverFacts &facts) {
             facts.centralManagement = readAt(storeOn(u"c1.example.com"_s, {u"c1.example.com"_s, u"b1.example.com"_s}));
         },
         u"CentralManagement"_s,
         Verdict::Blocking,
         {u"active on more than one pool: c.example.com, b.example.com"_s, u"FTA"_s}},
        {"an agent of the pool that is down",
         wellFacts(Over, true),
         [](FailoverFacts &facts) {
             facts.centralManagement = readAt(storeOn(u"b1.example.com"_s, {u"a1.example.com"_s, u"b1.example.com"_s}));
         },
         u"CentralManagement"_s,
         Verdict::Attention,
         {u"active on b.example.com"_s, u"An agent of a.example.com is reported as well"_s}},
        {"the master on the pool that is down, and an agent elsewhere",
         wellFacts(Over, true),
         [](FailoverFacts &facts) {
             facts.centralManagement = readAt(storeOn(u"a1.example.com"_s, {u"b1.example.com"_s}));
         },
         u"CentralManagement"_s,
         Verdict::Blocking,
         {u"active on more than one pool"_s}},
        {"an agent of another pool than the master's",
         wellFacts(),
         [](FailoverFacts &facts) {
             facts.centralManagement = readAt(storeOn(u"c1.example.com"_s, {u"b1.example.com"_s}));
         },
         u"CentralManagement"_s,
         Verdict::Blocking,
         {u"active on more than one pool"_s}},
        {"several agents of one pool are one store",
         wellFacts(),
         [](FailoverFacts &facts) {
             facts.centralManagement = readAt(storeOn(u"c1.example.com"_s, {u"c1.example.com"_s, u"c2.example.com"_s}));
         },
         u"CentralManagement"_s,
         Verdict::Ready,
         {u"Exactly one"_s}},
        {"an agent that is of no known pool",
         wellFacts(),
         [](FailoverFacts &facts) {
             facts.centralManagement = readAt(storeOn(u"c1.example.com"_s, {u"x9.example.com"_s}));
         },
         u"CentralManagement"_s,
         Verdict::Unknown,
         {u"x9.example.com"_s, u"no pool that is known"_s}},
        {"no agent reported",
         wellFacts(),
         [](FailoverFacts &facts) { facts.centralManagement = readAt(storeOn(u"c1.example.com"_s, {})); },
         u"CentralManagement"_s,
         Verdict::Unknown,
         {u"cannot be told"_s}},
        {"no master reported",
         wellFacts(),
         [](FailoverFacts &facts) { facts.centralManagement = readAt(storeOn({}, {})); },
         u"CentralManagement"_s,
         Verdict::Unknown,
         {u"is not reported"_s}},
        {"a master without a sign of life",
         wellFacts(),
         [](FailoverFacts &facts) {
             facts.centralManagement.value->activeMasterLastHeartbeat = FactsTime.addSecs(-3600);
         },
         u"CentralManagement"_s,
         Verdict::Attention,
         {u"no sign of life"_s}},
        {"a master whose sign of life is not reported",
         wellFacts(),
         [](FailoverFacts &facts) { facts.centralManagement.value->activeMasterLastHeartbeat = {}; },
         u"CentralManagement"_s,
         Verdict::Ready,
         {u"is not reported"_s}},
        {"on the backup pool that is down, for a failback",
         wellFacts(Back, true),
         onB,
         u"CentralManagement"_s,
         Verdict::Attention,
         {u"nothing can be published"_s, u"-Force"_s}},
        {"the same in a lab",
         wellLabFacts(Back, true),
         onB,
         u"CentralManagement"_s,
         Verdict::Attention,
         {u"nothing can be published"_s},
         {u"Invoke-CsManagementServerFailover -BackupPoolFqdn a.example.com -Force"_s}},
        {"on the backup pool for a failback",
         wellFacts(Back),
         onB,
         u"CentralManagement"_s,
         Verdict::Ready,
         {u"need not be moved"_s}},
        {"a store that cannot be read",
         wellFacts(),
         [](FailoverFacts &facts) { neverRead(facts.centralManagement, u"No connection to SQL."_s); },
         u"CentralManagement"_s,
         Verdict::Unknown,
         {u"No connection to SQL."_s}},
    };
}

QList<Situation> replicaSituations()
{
    const auto setReplica = [](qsizetype place, std::optional<bool> upToDate) {
        return [=](FailoverFacts &facts) { (*facts.replicas.value)[place].upToDate = upToDate; };
    };
    return {
        {"all up to date", wellFacts(), [](FailoverFacts &) {}, u"Replicas"_s, Verdict::Ready, {u"up to date"_s}},
        {"one is not",
         wellFacts(),
         setReplica(1, false),
         u"Replicas"_s,
         Verdict::Attention,
         {u"b1.example.com"_s},
         {u"Invoke-CsManagementStoreReplication"_s}},
        {"of one it is not reported",
         wellFacts(),
         setReplica(1, std::nullopt),
         u"Replicas"_s,
         Verdict::Unknown,
         {u"b1.example.com"_s, u"not reported"_s}},
        {"that of the pool that is down",
         wellFacts(Over, true),
         setReplica(0, false),
         u"Replicas"_s,
         Verdict::Ready,
         {u"left aside: a1.example.com"_s}},
        {"that of the backup pool that is down",
         wellFacts(Back, true),
         setReplica(1, std::nullopt),
         u"Replicas"_s,
         Verdict::Ready,
         {u"left aside: b1.example.com"_s}},
        {"none reported",
         wellFacts(),
         [](FailoverFacts &facts) { facts.replicas.value->clear(); },
         u"Replicas"_s,
         Verdict::Unknown,
         {u"No replica"_s}},
    };
}

QList<Situation> edgeSituations()
{
    const auto leadTo = [](const QString &pool) {
        return [=](FailoverFacts &facts) {
            facts.services = readAt<QList<Service>>({edgeService(u"edge.example.com"_s, pool)});
        };
    };
    const QString moveToB
        = u"Set-CsEdgeServer -Identity EdgeServer:edge.example.com -Registrar Registrar:b.example.com"_s;
    const QString moveToA
        = u"Set-CsEdgeServer -Identity EdgeServer:edge.example.com -Registrar Registrar:a.example.com"_s;
    return {
        {"elsewhere",
         wellFacts(),
         [](FailoverFacts &) {},
         u"EdgeNextHop"_s,
         Verdict::Ready,
         {u"No Edge pool has a.example.com as its next hop"_s, u"edge.example.com: next hop c.example.com"_s}},
        {"to the pool",
         wellFacts(),
         leadTo(FactsPoolA),
         u"EdgeNextHop"_s,
         Verdict::Attention,
         {u"edge.example.com"_s, u"has to lead elsewhere before"_s},
         {moveToB}},
        {"to the pool of a lab",
         wellLabFacts(),
         leadTo(FactsPoolA),
         u"EdgeNextHop"_s,
         Verdict::Attention,
         {u"Make b.example.com the next hop"_s},
         {moveToB}},
        {"not reported",
         wellFacts(),
         leadTo({}),
         u"EdgeNextHop"_s,
         Verdict::Unknown,
         {u"edge.example.com"_s, u"not reported"_s}},
        {"no services reported",
         wellFacts(),
         [](FailoverFacts &facts) { facts.services.value->clear(); },
         u"EdgeNextHop"_s,
         Verdict::Unknown,
         {u"no services"_s}},
        {"to the backup pool, for a failback",
         wellFacts(Back),
         leadTo(FactsPoolB),
         u"EdgeNextHop"_s,
         Verdict::Ready,
         {u"does not hinder"_s},
         {moveToA}},
        {"to the backup pool that is down",
         wellFacts(Back, true),
         leadTo(FactsPoolB),
         u"EdgeNextHop"_s,
         Verdict::Attention,
         {u"reach nobody"_s},
         {moveToA}},
    };
}

QList<Situation> situations()
{
    return storeSituations() + replicaSituations() + edgeSituations();
}

} // namespace

class TestFailoverChecksSurroundings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void situation_data();
    void situation();
};

void TestFailoverChecksSurroundings::situation_data()
{
    addRows(situations());
}

void TestFailoverChecksSurroundings::situation()
{
    QFETCH(const qsizetype, place);
    verifySituation(situations().at(place));
}

QTEST_APPLESS_MAIN(TestFailoverChecksSurroundings)
#include "tst_failover_checks_surroundings.moc"
