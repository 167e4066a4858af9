// How it is told from the deployment whether the goal of a step is reached, and what is said when it is not.
#include "model/failover/failover_step.h"

#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

using State = StepFinding::State;

const QString PoolA = u"a.example.com"_s;
const QString PoolB = u"b.example.com"_s;
const QString EdgePool = u"edge.example.com"_s;
const QDateTime Now = QDateTime::fromString(u"2026-03-01T02:00:00Z"_s, Qt::ISODate);

template <typename T> Reading<T> read(const T &value, const QDateTime &at = Now)
{
    Reading<T> reading;
    reading.succeed(value, at);
    return reading;
}

template <typename T> Reading<T> outdated(const T &value)
{
    Reading<T> reading = read(value);
    reading.fail({ErrorCategory::ResourceUnavailable, u"Gone"_s, u"The server did not answer."_s});
    return reading;
}

Pool poolOf(const QString &fqdn, const QString &backupPool, const QString &computer)
{
    Pool pool;
    pool.fqdn = fqdn;
    pool.backupPoolFqdn = backupPool;
    pool.computers = {computer};
    return pool;
}

Service edgeOf(const QString &nextHop)
{
    Service service;
    service.role = u"EdgeServer"_s;
    service.poolFqdn = EdgePool;
    service.registrar = nextHop.isEmpty() ? QString() : QString(u"Registrar:"_s + nextHop);
    return service;
}

PoolStatus statusOf(ExportStatus focus, ExportStatus content, ExportStatus cms = ExportStatus::NotInitialized,
                    ImportStatus import = ImportStatus::NormalState)
{
    PoolStatus status;
    status.status.modules = {{u"UserServices.PresenceFocus"_s, focus, import},
                             {u"ConfServices.DataConf"_s, content, import},
                             {u"CentralMgmt.CMSMaster"_s, cms, ImportStatus::NormalState},
                             {u"ApplicationServer.RGSDataStore"_s, ExportStatus::NotInitialized, {}}};
    return status;
}

FailoverFacts goodFacts(FailoverDirection direction = FailoverDirection::FailOver,
                        DeploymentKind kind = DeploymentKind::Lab)
{
    FailoverFacts facts;
    facts.goal = {PoolA, direction, false};
    facts.reach.kind = kind;
    facts.pools
        = read<QList<Pool>>({poolOf(PoolA, PoolB, u"a1.example.com"_s), poolOf(PoolB, PoolA, u"b1.example.com"_s)});
    facts.poolStates = read<QHash<QString, PoolState>>({{PoolA, PoolState::Active}, {PoolB, PoolState::Active}});
    facts.services = read<QList<Service>>({edgeOf(PoolB)});
    facts.centralManagement = read(CentralManagementStoreStatus{PoolB, Now, {PoolB}, {}, {}});
    facts.replicas = read<QList<ReplicaStatus>>({{true, u"b1.example.com"_s, Now, Now, {}}});
    facts.status = read(statusOf(ExportStatus::SteadyState, ExportStatus::FinalState));
    facts.backupStatus
        = read(statusOf(ExportStatus::SteadyState, ExportStatus::SteadyState, ExportStatus::SteadyState));
    return facts;
}

FailoverStep stepOf(FailoverStepKind kind, const QString &subject = PoolA, const QString &target = PoolB)
{
    FailoverStep step;
    step.kind = kind;
    step.subject = subject;
    step.target = target;
    step.commandLine = u"Invoke-CsSomething"_s;
    return step;
}

// QCOMPARE prints words, not numbers.
QString wordOf(State state)
{
    switch (state) {
    case State::Reached:
        return u"Reached"_s;
    case State::NotReached:
        return u"NotReached"_s;
    case State::Between:
        return u"Between"_s;
    case State::Unknown:
        break;
    }
    return u"Unknown"_s;
}

// Whatever is found is said in whole sentences.
void compare(const StepFinding &finding, State expected)
{
    QVERIFY2(wordOf(finding.state) == wordOf(expected), qPrintable(finding.text));
    QVERIFY2(finding.text.endsWith(u'.') && !finding.text.contains(u'%'), qPrintable(finding.text));
}

} // namespace

class TestFailoverFindings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNextHop_data();
    void theNextHop();
    void anEdgePoolThatIsGoneLeadsNowhere();
    void anyNextHopThatLeadsToThePool();
    void exactlyOneStoreIsActive_data();
    void exactlyOneStoreIsActive();
    void replicas_data();
    void replicas();
    void replicasOfAPoolThatIsDownDoNotMatter();
    void theStateOfThePool_data();
    void theStateOfThePool();
    void failingOverSaysWhatToRunNext_data();
    void failingOverSaysWhatToRunNext();
    void conferenceContentIsWaitedForUntilSteadyState_data();
    void conferenceContentIsWaitedForUntilSteadyState();
    void bothDirectionsAreLookedAt_data();
    void bothDirectionsAreLookedAt();
    void failedBackSaysWhatIsStillExchanged_data();
    void failedBackSaysWhatIsStillExchanged();
    void aBackupPoolThatIsDownLeavesThingsUnverified();
    void whatCouldNotBeReadIsUnknown_data();
    void whatCouldNotBeReadIsUnknown();
    void everyNextLineIsOneOfTheTable();
    void aFindingIsAsOldAsItsOldestFact();
    void anotherPairSaysNothingOfAStep_data();
    void anotherPairSaysNothingOfAStep();
};

void TestFailoverFindings::anotherPairSaysNothingOfAStep_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("store") << int(FailoverStepKind::CentralManagement);
    QTest::newRow("failover") << int(FailoverStepKind::FailOver);
    QTest::newRow("failback") << int(FailoverStepKind::FailBack);
    QTest::newRow("content") << int(FailoverStepKind::ConferenceContent);
    QTest::newRow("both directions") << int(FailoverStepKind::BothDirections);
}

void TestFailoverFindings::anotherPairSaysNothingOfAStep()
{
    QFETCH(int, kind);
    const bool isContent = kind == int(FailoverStepKind::ConferenceContent);
    const FailoverStep step = stepOf(FailoverStepKind(kind), isContent ? PoolB : PoolA, isContent ? PoolA : PoolB);
    FailoverFacts facts = goodFacts();
    QVERIFY(findingFor(step, facts).state != State::Unknown);
    facts.pools = read<QList<Pool>>({poolOf(PoolA, u"c.example.com"_s, u"a1.example.com"_s)});
    compare(findingFor(step, facts), State::Unknown);
    QVERIFY(findingFor(step, facts).text.contains(u"c.example.com") && findingFor(step, facts).text.contains(PoolB));
    facts.pools = read<QList<Pool>>({poolOf(PoolA, {}, u"a1.example.com"_s)});
    compare(findingFor(step, facts), State::Unknown);
}

void TestFailoverFindings::theNextHop_data()
{
    QTest::addColumn<QString>("nextHop");
    QTest::addColumn<int>("direction");
    QTest::addColumn<QString>("target");
    QTest::addColumn<int>("state");
    const int over = int(FailoverDirection::FailOver);
    const int back = int(FailoverDirection::FailBack);
    QTest::newRow("leads to the pool") << PoolA << over << PoolB << int(State::NotReached);
    QTest::newRow("leads to the backup pool") << PoolB << over << PoolB << int(State::Reached);
    QTest::newRow("leads to a third one") << u"c.example.com"_s << over << PoolB << int(State::Reached);
    QTest::newRow("not reported") << QString() << over << PoolB << int(State::Unknown);
    QTest::newRow("back") << PoolA << back << PoolA << int(State::Reached);
    QTest::newRow("not back yet") << PoolB << back << PoolA << int(State::NotReached);
}

void TestFailoverFindings::theNextHop()
{
    QFETCH(QString, nextHop);
    QFETCH(int, direction);
    QFETCH(QString, target);
    QFETCH(int, state);
    FailoverFacts facts = goodFacts(FailoverDirection(direction));
    facts.services = read<QList<Service>>({edgeOf(nextHop)});
    const StepFinding finding = findingFor(stepOf(FailoverStepKind::EdgeNextHop, EdgePool, target), facts);
    compare(finding, State(state));
    QCOMPARE(finding.trueAt, Now);
}

void TestFailoverFindings::anEdgePoolThatIsGoneLeadsNowhere()
{
    FailoverFacts facts = goodFacts();
    facts.services = read<QList<Service>>({});
    compare(findingFor(stepOf(FailoverStepKind::EdgeNextHop, EdgePool), facts), State::Reached);
}

void TestFailoverFindings::anyNextHopThatLeadsToThePool()
{
    FailoverFacts facts = goodFacts();
    const FailoverStep step = stepOf(FailoverStepKind::EdgeNextHop);
    compare(findingFor(step, facts), State::Reached);
    facts.services = read<QList<Service>>({edgeOf(PoolA)});
    const StepFinding leading = findingFor(step, facts);
    compare(leading, State::NotReached);
    QCOMPARE(leading.nextCommandLines.size(), 1);
    QVERIFY(leading.nextCommandLines.first().startsWith("Set-CsEdgeServer -Identity EdgeServer:edge.example.com"_L1));
    facts.services = read<QList<Service>>({edgeOf({})});
    compare(findingFor(step, facts), State::Unknown);
}

void TestFailoverFindings::exactlyOneStoreIsActive_data()
{
    QTest::addColumn<QString>("master");
    QTest::addColumn<QStringList>("agents");
    QTest::addColumn<int>("state");
    const QString a1 = u"a1.example.com"_s;
    const QString b1 = u"b1.example.com"_s;
    QTest::newRow("on the pool") << PoolA << QStringList{PoolA} << int(State::NotReached);
    QTest::newRow("on a machine of the pool") << a1 << QStringList{a1} << int(State::NotReached);
    QTest::newRow("moved") << b1 << QStringList{b1} << int(State::Reached);
    QTest::newRow("pool and machine are one") << PoolB << QStringList{b1} << int(State::Reached);
    QTest::newRow("on both") << b1 << QStringList{a1, b1} << int(State::Between);
    QTest::newRow("master here, agent there") << PoolA << QStringList{PoolB} << int(State::Between);
    QTest::newRow("on a third pool") << u"c.example.com"_s << QStringList{u"c.example.com"_s} << int(State::Reached);
    QTest::newRow("not reported") << QString() << QStringList{} << int(State::Unknown);
}

void TestFailoverFindings::exactlyOneStoreIsActive()
{
    QFETCH(QString, master);
    QFETCH(QStringList, agents);
    QFETCH(int, state);
    FailoverFacts facts = goodFacts();
    facts.centralManagement = read(CentralManagementStoreStatus{master, Now, agents, {}, {}});
    const StepFinding finding = findingFor(stepOf(FailoverStepKind::CentralManagement), facts);
    compare(finding, State(state));
    if (State(state) == State::Between) {
        QVERIFY(finding.text.contains(PoolA) && finding.text.contains(PoolB));
        QVERIFY(finding.nextCommandLines.last().startsWith("Invoke-CsManagementServerFailover"_L1));
    }
}

void TestFailoverFindings::replicas_data()
{
    QTest::addColumn<QList<int>>("upToDate"); // -1: not reported
    QTest::addColumn<int>("state");
    QTest::newRow("all") << QList<int>{1, 1} << int(State::Reached);
    QTest::newRow("one behind") << QList<int>{1, 0, 1} << int(State::NotReached);
    QTest::newRow("one not reported") << QList<int>{1, -1} << int(State::Unknown);
    QTest::newRow("one behind, one not reported") << QList<int>{0, -1} << int(State::NotReached);
    QTest::newRow("many behind") << QList<int>(30, 0) << int(State::NotReached);
    QTest::newRow("none") << QList<int>{} << int(State::Unknown);
}

void TestFailoverFindings::replicas()
{
    QFETCH(QList<int>, upToDate);
    QFETCH(int, state);
    FailoverFacts facts = goodFacts();
    facts.replicas.value->clear();
    for (const int value : std::as_const(upToDate)) {
        ReplicaStatus replica;
        replica.replicaFqdn = u"r%1.example.com"_s.arg(facts.replicas.value->size());
        if (value >= 0)
            replica.upToDate = value == 1;
        facts.replicas.value->append(replica);
    }
    const StepFinding finding = findingFor(stepOf(FailoverStepKind::Replicas), facts);
    compare(finding, State(state));
    QVERIFY2(finding.text.size() < 600, qPrintable(finding.text)); // many are told by their number
}

void TestFailoverFindings::replicasOfAPoolThatIsDownDoNotMatter()
{
    FailoverFacts facts = goodFacts();
    facts.replicas.value->append({false, u"a1.example.com"_s, Now, Now, {}});
    compare(findingFor(stepOf(FailoverStepKind::Replicas), facts), State::NotReached);
    facts.goal.isDisaster = true;
    compare(findingFor(stepOf(FailoverStepKind::Replicas), facts), State::Reached);
}

void TestFailoverFindings::theStateOfThePool_data()
{
    QTest::addColumn<int>("poolState");
    QTest::addColumn<int>("stepKind");
    QTest::addColumn<int>("state");
    const int over = int(FailoverStepKind::FailOver);
    const int back = int(FailoverStepKind::FailBack);
    QTest::newRow("Active, failover") << int(PoolState::Active) << over << int(State::NotReached);
    QTest::newRow("FailingOver, failover") << int(PoolState::FailingOver) << over << int(State::Between);
    QTest::newRow("FailedOver, failover") << int(PoolState::FailedOver) << over << int(State::Reached);
    QTest::newRow("FailedBack, failover") << int(PoolState::FailedBack) << over << int(State::NotReached);
    QTest::newRow("not reported, failover") << -1 << over << int(State::Unknown);
    QTest::newRow("Active, failback") << int(PoolState::Active) << back << int(State::Reached);
    QTest::newRow("FailingOver, failback") << int(PoolState::FailingOver) << back << int(State::Between);
    QTest::newRow("FailedOver, failback") << int(PoolState::FailedOver) << back << int(State::NotReached);
    QTest::newRow("FailedBack, failback") << int(PoolState::FailedBack) << back << int(State::Reached);
    QTest::newRow("not reported, failback") << -1 << back << int(State::Unknown);
}

void TestFailoverFindings::theStateOfThePool()
{
    QFETCH(int, poolState);
    QFETCH(int, stepKind);
    QFETCH(int, state);
    FailoverFacts facts = goodFacts();
    facts.poolStates.value->remove(PoolA);
    if (poolState >= 0)
        facts.poolStates.value->insert(PoolA, PoolState(poolState));
    const StepFinding finding = findingFor(stepOf(FailoverStepKind(stepKind)), facts);
    compare(finding, State(state));
    if (poolState >= 0)
        QVERIFY2(finding.text.contains(toString(PoolState(poolState))), qPrintable(finding.text));
}

void TestFailoverFindings::failingOverSaysWhatToRunNext_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("lab") << int(DeploymentKind::Lab) << QStringList{u"Backup-CsPool -PoolFqdn a.example.com"_s};
    QTest::newRow("server") << int(DeploymentKind::Server)
                            << QStringList{u"Invoke-CsPoolFailOver -PoolFqdn a.example.com"_s,
                                           u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -DisasterMode"_s};
}

void TestFailoverFindings::failingOverSaysWhatToRunNext()
{
    QFETCH(int, kind);
    QFETCH(QStringList, lines);
    FailoverFacts facts = goodFacts(FailoverDirection::FailOver, DeploymentKind(kind));
    facts.poolStates.value->insert(PoolA, PoolState::FailingOver);
    const StepFinding finding = findingFor(stepOf(FailoverStepKind::FailOver), facts);
    QCOMPARE(finding.nextCommandLines, lines);
    QVERIFY2(finding.text.contains("or was interrupted"_L1), qPrintable(finding.text));
    // Of genuine servers nobody knows it: a disaster leaves the pool as it is.
    QCOMPARE(finding.text.contains("read-only"_L1), facts.reach.kind == DeploymentKind::Lab);
}

void TestFailoverFindings::conferenceContentIsWaitedForUntilSteadyState_data()
{
    QTest::addColumn<int>("exported");
    QTest::addColumn<int>("imported");
    QTest::addColumn<int>("state");
    const int normal = int(ImportStatus::NormalState);
    QTest::newRow("SteadyState") << int(ExportStatus::SteadyState) << normal << int(State::Reached);
    QTest::newRow("FinalState") << int(ExportStatus::FinalState) << normal << int(State::Reached);
    QTest::newRow("NonSteadyState") << int(ExportStatus::NonSteadyState) << normal << int(State::Between);
    QTest::newRow("ErrorState") << int(ExportStatus::ErrorState) << normal << int(State::NotReached);
    QTest::newRow("NotInitialized") << int(ExportStatus::NotInitialized) << normal << int(State::NotReached);
    QTest::newRow("import") << int(ExportStatus::FinalState) << int(ImportStatus::ErrorState) << int(State::NotReached);
}

void TestFailoverFindings::conferenceContentIsWaitedForUntilSteadyState()
{
    QFETCH(int, exported);
    QFETCH(int, imported);
    QFETCH(int, state);
    FailoverFacts facts = goodFacts(FailoverDirection::FailBack);
    facts.backupStatus = read(statusOf(ExportStatus::SteadyState, ExportStatus(exported), ExportStatus::NotInitialized,
                                       ImportStatus(imported)));
    const StepFinding finding = findingFor(stepOf(FailoverStepKind::ConferenceContent, PoolB, PoolA), facts);
    compare(finding, State(state));
    QVERIFY2(finding.text.contains(toString(ExportStatus(exported))), qPrintable(finding.text));
}

void TestFailoverFindings::bothDirectionsAreLookedAt_data()
{
    QTest::addColumn<int>("focus");
    QTest::addColumn<int>("backupFocus");
    QTest::addColumn<int>("cms");
    QTest::addColumn<int>("backupState");
    QTest::addColumn<int>("state");
    const int steady = int(ExportStatus::SteadyState);
    const int active = int(PoolState::Active);
    QTest::newRow("good") << steady << steady << steady << active << int(State::Reached);
    QTest::newRow("backlog there") << int(ExportStatus::NonSteadyState) << steady << steady << active
                                   << int(State::Between);
    QTest::newRow("backlog back") << steady << int(ExportStatus::NonSteadyState) << steady << active
                                  << int(State::Between);
    QTest::newRow("error back") << steady << int(ExportStatus::ErrorState) << steady << active
                                << int(State::NotReached);
    QTest::newRow("never exported") << int(ExportStatus::NotInitialized) << steady << steady << active
                                    << int(State::NotReached);
    // The backup pool hosts the active store: its module applies.
    QTest::newRow("store not exported") << steady << steady << int(ExportStatus::NotInitialized) << active
                                        << int(State::NotReached);
    QTest::newRow("the backup pool is away")
        << steady << steady << steady << int(PoolState::FailedOver) << int(State::NotReached);
}

void TestFailoverFindings::bothDirectionsAreLookedAt()
{
    QFETCH(int, focus);
    QFETCH(int, backupFocus);
    QFETCH(int, cms);
    QFETCH(int, backupState);
    QFETCH(int, state);
    FailoverFacts facts = goodFacts(FailoverDirection::FailBack);
    facts.status = read(statusOf(ExportStatus(focus), ExportStatus::FinalState));
    facts.backupStatus = read(statusOf(ExportStatus(backupFocus), ExportStatus::FinalState, ExportStatus(cms)));
    facts.poolStates.value->insert(PoolB, PoolState(backupState));
    compare(findingFor(stepOf(FailoverStepKind::BothDirections), facts), State(state));
}

void TestFailoverFindings::failedBackSaysWhatIsStillExchanged_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("lab") << int(DeploymentKind::Lab) << QStringList{u"Invoke-CsPoolFailBack -PoolFqdn a.example.com"_s};
    QTest::newRow("server") << int(DeploymentKind::Server)
                            << QStringList{u"Invoke-CsBackupServiceSync -PoolFqdn a.example.com"_s,
                                           u"Invoke-CsBackupServiceSync -PoolFqdn b.example.com"_s};
}

void TestFailoverFindings::failedBackSaysWhatIsStillExchanged()
{
    QFETCH(int, kind);
    QFETCH(QStringList, lines);
    FailoverFacts facts = goodFacts(FailoverDirection::FailBack, DeploymentKind(kind));
    facts.poolStates.value->insert(PoolA, PoolState::FailedBack);
    const StepFinding finding = findingFor(stepOf(FailoverStepKind::BothDirections), facts);
    compare(finding, State::Between);
    QVERIFY(finding.text.contains("exchanged"_L1));
    QCOMPARE(finding.nextCommandLines, lines);
}

void TestFailoverFindings::aBackupPoolThatIsDownLeavesThingsUnverified()
{
    FailoverFacts facts = goodFacts(FailoverDirection::FailBack);
    facts.goal.isDisaster = true;
    facts.backupStatus = outdated(PoolStatus{});
    const FailoverStep step = stepOf(FailoverStepKind::BothDirections);
    facts.poolStates.value->insert(PoolA, PoolState::FailedOver);
    compare(findingFor(step, facts), State::NotReached);
    facts.poolStates.value->insert(PoolA, PoolState::FailedBack);
    const StepFinding finding = findingFor(step, facts);
    compare(finding, State::Reached);
    QVERIFY2(finding.text.contains("Not verified"_L1), qPrintable(finding.text));
    QVERIFY(finding.nextCommandLines.last().contains("ConfServices.DataConf"_L1));
}

void TestFailoverFindings::whatCouldNotBeReadIsUnknown_data()
{
    QTest::addColumn<int>("stepKind");
    for (const FailoverStepKind kind :
         {FailoverStepKind::EdgeNextHop, FailoverStepKind::CentralManagement, FailoverStepKind::Replicas,
          FailoverStepKind::FailOver, FailoverStepKind::FailBack, FailoverStepKind::ConferenceContent,
          FailoverStepKind::BothDirections})
        QTest::newRow(qPrintable(toString(kind))) << int(kind);
}

// The old values would say "reached", but they are old.
void TestFailoverFindings::whatCouldNotBeReadIsUnknown()
{
    QFETCH(int, stepKind);
    FailoverFacts facts = goodFacts(FailoverDirection::FailBack);
    facts.services = outdated(*facts.services.value);
    facts.centralManagement = outdated(*facts.centralManagement.value);
    facts.replicas = outdated(*facts.replicas.value);
    facts.poolStates = outdated(*facts.poolStates.value);
    facts.status = outdated(*facts.status.value);
    facts.backupStatus = outdated(*facts.backupStatus.value);
    const auto kind = FailoverStepKind(stepKind);
    const bool isContent = kind == FailoverStepKind::ConferenceContent;
    const StepFinding finding = findingFor(isContent ? stepOf(kind, PoolB, PoolA) : stepOf(kind), facts);
    compare(finding, State::Unknown);
    QVERIFY2(finding.text.contains("The server did not answer."_L1), qPrintable(finding.text));
    QVERIFY(!finding.trueAt.isValid());
}

void TestFailoverFindings::everyNextLineIsOneOfTheTable()
{
    for (const DeploymentKind kind : {DeploymentKind::Lab, DeploymentKind::Server}) {
        FailoverFacts facts = goodFacts(FailoverDirection::FailBack, kind);
        facts.poolStates.value->insert(PoolA, PoolState::FailedBack);
        facts.reach.host = PoolB;
        QStringList lines = findingFor(stepOf(FailoverStepKind::BothDirections), facts).nextCommandLines;
        facts.goal.isDisaster = true;
        lines += findingFor(stepOf(FailoverStepKind::BothDirections), facts).nextCommandLines;
        facts.goal = {PoolA, FailoverDirection::FailOver, false};
        facts.poolStates.value->insert(PoolA, PoolState::FailingOver);
        lines += findingFor(stepOf(FailoverStepKind::FailOver), facts).nextCommandLines;
        facts.centralManagement = read(CentralManagementStoreStatus{PoolA, Now, {PoolA, PoolB}, {}, {}});
        lines += findingFor(stepOf(FailoverStepKind::CentralManagement), facts).nextCommandLines;
        QVERIFY(lines.size() >= 6);
        for (const QString &line : std::as_const(lines)) {
            const Result<Command> parsed = parseCommand(line);
            QVERIFY2(parsed.isOk(), qPrintable(line));
            QVERIFY2(validate(*parsed, kind).isOk(), qPrintable(line));
        }
    }
}

void TestFailoverFindings::aFindingIsAsOldAsItsOldestFact()
{
    FailoverFacts facts = goodFacts(FailoverDirection::FailBack);
    const QDateTime earlier = Now.addSecs(-90);
    facts.backupStatus = read(*facts.backupStatus.value, earlier);
    QCOMPARE(findingFor(stepOf(FailoverStepKind::BothDirections), facts).trueAt, earlier);
    for (const FailoverStepKind kind : {FailoverStepKind::EdgeNextHop, FailoverStepKind::BothDirections})
        QVERIFY(factsOf(stepOf(kind)).first() == FailoverFact::Pools);
}

QTEST_GUILESS_MAIN(TestFailoverFindings)
#include "tst_failover_findings.moc"
