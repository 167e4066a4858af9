// Which steps a failover and a failback need, in which order, with which command lines, and where these run.
#include "model/failover/failover_step.h"

#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

const QString PoolA = u"a.example.com"_s;
const QString PoolB = u"b.example.com"_s;
const QString EdgePool = u"edge.example.com"_s;
const QDateTime Now = QDateTime::fromString(u"2026-03-01T02:00:00Z"_s, Qt::ISODate);

Pool poolOf(const QString &fqdn, const QString &backupPool, const QStringList &computers)
{
    Pool pool;
    pool.identity = fqdn;
    pool.fqdn = fqdn;
    pool.backupPoolFqdn = backupPool;
    pool.computers = computers;
    pool.services = {QString(u"UserServer:"_s + fqdn), QString(u"Registrar:"_s + fqdn)};
    return pool;
}

Service edgeOf(const QString &fqdn, const QString &nextHop)
{
    Service service;
    service.identity = u"EdgeServer:"_s + fqdn;
    service.role = u"EdgeServer"_s;
    service.poolFqdn = fqdn;
    service.registrar = nextHop.isEmpty() ? QString() : QString(u"Registrar:"_s + nextHop);
    return service;
}

template <typename T> Reading<T> read(const T &value)
{
    Reading<T> reading;
    reading.succeed(value, Now);
    return reading;
}

template <typename T> Reading<T> unread()
{
    Reading<T> reading;
    reading.fail({ErrorCategory::ResourceUnavailable, u"Gone"_s, u"The server did not answer."_s});
    return reading;
}

// A pair of Enterprise Edition pools; the store lies elsewhere, all is up to date, no Edge pool leads to the pool.
FailoverFacts factsOfPair(DeploymentKind kind = DeploymentKind::Lab)
{
    FailoverFacts facts;
    facts.goal = {PoolA, FailoverDirection::FailOver, false};
    facts.reach.kind = kind;
    facts.reach.host = u"b1.example.com"_s;
    facts.pools = read<QList<Pool>>({poolOf(PoolA, PoolB, {u"a1.example.com"_s, u"a2.example.com"_s}),
                                     poolOf(PoolB, PoolA, {u"b1.example.com"_s, u"b2.example.com"_s})});
    facts.services = read<QList<Service>>({edgeOf(EdgePool, PoolB)});
    facts.poolStates = read<QHash<QString, PoolState>>({{PoolA, PoolState::Active}, {PoolB, PoolState::Active}});
    facts.centralManagement = read(CentralManagementStoreStatus{u"c.example.com"_s, Now, {u"c.example.com"_s}, {}, {}});
    facts.replicas = read<QList<ReplicaStatus>>(
        {{true, u"a1.example.com"_s, Now, Now, {}}, {true, u"b1.example.com"_s, Now, Now, {}}});
    return facts;
}

void hostTheStore(FailoverFacts &facts, const QString &pool)
{
    facts.centralManagement = read(CentralManagementStoreStatus{pool, Now, {pool}, {}, {}});
}

QStringList idsOf(const QList<FailoverStep> &steps)
{
    QStringList ids;
    for (const FailoverStep &step : steps)
        ids.append(step.id());
    return ids;
}

FailoverStep stepOf(FailoverStepKind kind, const QList<FailoverStep> &steps)
{
    for (const FailoverStep &step : steps) {
        if (step.kind == kind)
            return step;
    }
    qFatal("no such step");
    return {};
}

} // namespace

class TestFailoverSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKindReadsBackFromItsText();
    void thereAreNoStepsWithoutABackupPool();
    void aQuietFailoverHasOneStep();
    void everythingComesInTheDocumentedOrder_data();
    void everythingComesInTheDocumentedOrder();
    void replicasAreWaitedForWhereOneIsBehind_data();
    void replicasAreWaitedForWhereOneIsBehind();
    void whatCannotBeReadIsAStepThatSaysSo();
    void aFailbackEndsWithBothDirections_data();
    void aFailbackEndsWithBothDirections();
    void theNextHopGoesBackOnlyWhereItWasMoved();
    void lines_data();
    void lines();
    void everyLineThatRunsHereIsOneOfTheTable_data();
    void everyLineThatRunsHereIsOneOfTheTable();
    void theStoreIsMovedOnAServerOfTheBackupPool_data();
    void theStoreIsMovedOnAServerOfTheBackupPool();
    void aDisasterNamesTheSqlServerOfTheStandbyCopy_data();
    void aDisasterNamesTheSqlServerOfTheStandbyCopy();
    void aStoreThatIsDownWithThePoolIsMoved_data();
    void aStoreThatIsDownWithThePoolIsMoved();
    void aCmdletThatIsNotOfferedIsToCopy();
    void everyStepSaysWhatItIsFor();
};

void TestFailoverSteps::aKindReadsBackFromItsText()
{
    for (const FailoverStepKind kind :
         {FailoverStepKind::EdgeNextHop, FailoverStepKind::CentralManagement, FailoverStepKind::Replicas,
          FailoverStepKind::FailOver, FailoverStepKind::FailBack, FailoverStepKind::ConferenceContent,
          FailoverStepKind::BothDirections}) {
        QVERIFY(!toString(kind).isEmpty());
        QVERIFY(failoverStepKindFromString(toString(kind)) == kind);
    }
    QVERIFY(!failoverStepKindFromString(u"Reboot"));
}

void TestFailoverSteps::thereAreNoStepsWithoutABackupPool()
{
    FailoverFacts facts = factsOfPair();
    facts.pools = read<QList<Pool>>({poolOf(PoolA, {}, {})});
    QVERIFY(stepsFor(facts).isEmpty());
    facts.pools = unread<QList<Pool>>();
    QVERIFY(stepsFor(facts).isEmpty());
}

void TestFailoverSteps::aQuietFailoverHasOneStep()
{
    const QList<FailoverStep> steps = stepsFor(factsOfPair());
    QCOMPARE(idsOf(steps), QStringList{u"FailOver:a.example.com"_s});
    QCOMPARE(steps.first().target, PoolB);
    QVERIFY(steps.first().hasPointOfNoReturn);
    QVERIFY(!steps.first().isOptional);
}

void TestFailoverSteps::everythingComesInTheDocumentedOrder_data()
{
    QTest::addColumn<bool>("isDisaster");
    QTest::addColumn<int>("kind");
    for (const DeploymentKind kind : {DeploymentKind::Lab, DeploymentKind::Server}) {
        QTest::addRow("planned %d", int(kind)) << false << int(kind);
        QTest::addRow("disaster %d", int(kind)) << true << int(kind);
    }
}

void TestFailoverSteps::everythingComesInTheDocumentedOrder()
{
    QFETCH(bool, isDisaster);
    QFETCH(int, kind);
    FailoverFacts facts = factsOfPair(DeploymentKind(kind));
    facts.goal.isDisaster = isDisaster;
    hostTheStore(facts, u"a1.example.com"_s); // a machine of the pool
    facts.services = read<QList<Service>>(
        {edgeOf(EdgePool, PoolA), edgeOf(u"edge2.example.com"_s, PoolB), edgeOf(u"edge3.example.com"_s, PoolA)});
    QStringList expected{u"EdgeNextHop:edge.example.com"_s, u"EdgeNextHop:edge3.example.com"_s,
                         u"CentralManagement:a.example.com"_s, u"Replicas:a.example.com"_s,
                         u"FailOver:a.example.com"_s};
    if (isDisaster)
        expected.move(2, 0); // the next hops are written into the store, which is down with its pool
    QCOMPARE(idsOf(stepsFor(facts)), expected);
}

void TestFailoverSteps::replicasAreWaitedForWhereOneIsBehind_data()
{
    QTest::addColumn<QString>("replica");
    QTest::addColumn<bool>("isDisaster");
    QTest::addColumn<bool>("isStep");
    QTest::newRow("of another pool") << u"c1.example.com"_s << false << true;
    QTest::newRow("of another pool, disaster") << u"c1.example.com"_s << true << true;
    QTest::newRow("of the pool") << u"a2.example.com"_s << false << true;
    QTest::newRow("of the pool that is down") << u"a2.example.com"_s << true << false;
    QTest::newRow("of the pool that is down, in a lab") << PoolA << true << false;
}

void TestFailoverSteps::replicasAreWaitedForWhereOneIsBehind()
{
    QFETCH(QString, replica);
    QFETCH(bool, isDisaster);
    QFETCH(bool, isStep);
    FailoverFacts facts = factsOfPair();
    facts.goal.isDisaster = isDisaster;
    facts.replicas.value->append({false, replica, Now, Now, {}});
    QCOMPARE(idsOf(stepsFor(facts)).contains(u"Replicas:a.example.com"_s), isStep);
}

void TestFailoverSteps::whatCannotBeReadIsAStepThatSaysSo()
{
    FailoverFacts facts = factsOfPair();
    facts.services = unread<QList<Service>>();
    facts.centralManagement = unread<CentralManagementStoreStatus>();
    facts.replicas = unread<QList<ReplicaStatus>>();
    QList<FailoverStep> steps = stepsFor(facts);
    const QStringList expected{u"EdgeNextHop:a.example.com"_s, u"CentralManagement:a.example.com"_s,
                               u"Replicas:a.example.com"_s, u"FailOver:a.example.com"_s};
    QCOMPARE(idsOf(steps), expected);
    // Moving what perhaps need not be moved would be a guess.
    QVERIFY(steps.at(0).commandLine.isEmpty());
    QVERIFY(steps.at(1).commandLine.isEmpty());
    QVERIFY(!steps.at(2).commandLine.isEmpty());

    facts = factsOfPair();
    facts.services = read<QList<Service>>({edgeOf(EdgePool, {})});
    steps = stepsFor(facts);
    QCOMPARE(idsOf(steps).first(), u"EdgeNextHop:edge.example.com"_s);
    QVERIFY(steps.first().commandLine.isEmpty());
}

void TestFailoverSteps::aFailbackEndsWithBothDirections_data()
{
    QTest::addColumn<bool>("isDisaster");
    QTest::addColumn<QStringList>("ids");
    QTest::newRow("planned") << false
                             << QStringList{u"FailBack:a.example.com"_s, u"ConferenceContent:b.example.com"_s,
                                            u"BothDirections:a.example.com"_s};
    // The backup pool, from which the content would come, is down.
    QTest::newRow("disaster") << true << QStringList{u"FailBack:a.example.com"_s, u"BothDirections:a.example.com"_s};
}

void TestFailoverSteps::aFailbackEndsWithBothDirections()
{
    QFETCH(bool, isDisaster);
    QFETCH(QStringList, ids);
    FailoverFacts facts = factsOfPair();
    facts.goal = {PoolA, FailoverDirection::FailBack, isDisaster};
    QCOMPARE(idsOf(stepsFor(facts)), ids);
}

void TestFailoverSteps::theNextHopGoesBackOnlyWhereItWasMoved()
{
    FailoverFacts facts = factsOfPair(DeploymentKind::Server);
    facts.goal = {PoolA, FailoverDirection::FailBack, false};
    facts.services = read<QList<Service>>({edgeOf(EdgePool, PoolB), edgeOf(u"edge2.example.com"_s, PoolA)});
    const QList<FailoverStep> steps = stepsFor(facts, {EdgePool, u"edge2.example.com"_s});
    QCOMPARE(steps.size(), 4);
    QCOMPARE(steps.last().id(), u"EdgeNextHop:edge.example.com"_s);
    QCOMPARE(steps.last().target, PoolA);
    QVERIFY(steps.last().isOptional);
    QVERIFY(steps.last().commandLine.contains("Registrar:a.example.com"_L1));
}

void TestFailoverSteps::lines_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("direction");
    QTest::addColumn<bool>("isDisaster");
    QTest::addColumn<int>("stepKind");
    QTest::addColumn<QString>("line");
    const auto add = [](const char *name, DeploymentKind kind, FailoverDirection direction, bool isDisaster,
                        FailoverStepKind stepKind, const QString &line) {
        QTest::newRow(name) << int(kind) << int(direction) << isDisaster << int(stepKind) << line;
    };
    const auto over = FailoverDirection::FailOver;
    const auto back = FailoverDirection::FailBack;
    const auto lab = DeploymentKind::Lab;
    const auto server = DeploymentKind::Server;
    add("planned", lab, over, false, FailoverStepKind::FailOver,
        u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -Confirm:$false"_s);
    add("disaster", server, over, true, FailoverStepKind::FailOver,
        u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -DisasterMode -Confirm:$false"_s);
    add("failback", server, back, false, FailoverStepKind::FailBack,
        u"Invoke-CsPoolFailBack -PoolFqdn a.example.com -Confirm:$false"_s);
    add("failback without the backup pool", lab, back, true, FailoverStepKind::FailBack,
        u"Invoke-CsPoolFailBack -PoolFqdn a.example.com -DisasterMode -Confirm:$false"_s);
    add("store in a lab", lab, over, false, FailoverStepKind::CentralManagement,
        u"Invoke-CsManagementServerFailover -BackupPoolFqdn b.example.com -Confirm:$false"_s);
    add("store in a lab, disaster", lab, over, true, FailoverStepKind::CentralManagement,
        u"Invoke-CsManagementServerFailover -BackupPoolFqdn b.example.com -Force -Confirm:$false"_s);
    add("store", server, over, false, FailoverStepKind::CentralManagement,
        u"Invoke-CsManagementServerFailover -Confirm:$false"_s);
    add("replicas", server, over, false, FailoverStepKind::Replicas, u"Invoke-CsManagementStoreReplication"_s);
    add("content", lab, back, false, FailoverStepKind::ConferenceContent,
        u"Invoke-CsBackupServiceSync -PoolFqdn b.example.com -BackupModule ConfServices.DataConf"_s);
    add("nothing to run", lab, back, false, FailoverStepKind::BothDirections, QString());
}

void TestFailoverSteps::lines()
{
    QFETCH(int, kind);
    QFETCH(int, direction);
    QFETCH(bool, isDisaster);
    QFETCH(int, stepKind);
    QFETCH(QString, line);
    FailoverFacts facts = factsOfPair(DeploymentKind(kind));
    facts.goal = {PoolA, FailoverDirection(direction), isDisaster};
    hostTheStore(facts, PoolA);
    const FailoverStep step = stepOf(FailoverStepKind(stepKind), stepsFor(facts));
    QCOMPARE(step.commandLine, line);
    QVERIFY(step.runsHere);
    QVERIFY(step.place.isEmpty());
}

void TestFailoverSteps::everyLineThatRunsHereIsOneOfTheTable_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("direction");
    QTest::addColumn<bool>("isDisaster");
    for (const DeploymentKind kind : {DeploymentKind::Lab, DeploymentKind::Server}) {
        for (const FailoverDirection direction : {FailoverDirection::FailOver, FailoverDirection::FailBack}) {
            for (const bool isDisaster : {false, true}) {
                QTest::addRow("%s %s %s", kind == DeploymentKind::Lab ? "lab" : "server",
                              qPrintable(toString(direction)), isDisaster ? "disaster" : "planned")
                    << int(kind) << int(direction) << isDisaster;
            }
        }
    }
}

void TestFailoverSteps::everyLineThatRunsHereIsOneOfTheTable()
{
    QFETCH(int, kind);
    QFETCH(int, direction);
    QFETCH(bool, isDisaster);
    FailoverFacts facts = factsOfPair(DeploymentKind(kind));
    facts.goal = {PoolA, FailoverDirection(direction), isDisaster};
    hostTheStore(facts, PoolA);
    facts.services = read<QList<Service>>({edgeOf(EdgePool, PoolA)});
    const QList<FailoverStep> steps = stepsFor(facts, {u"edge2.example.com"_s});
    QVERIFY(steps.size() >= 3);
    for (const FailoverStep &step : steps) {
        QVERIFY2(step.runsHere == step.place.isEmpty(), qPrintable(step.id()));
        if (!step.runsHere || step.commandLine.isEmpty())
            continue;
        const Result<Command> parsed = parseCommand(step.commandLine);
        QVERIFY2(parsed.isOk(), qPrintable(step.commandLine));
        const Result<> valid = validate(*parsed, DeploymentKind(kind));
        QVERIFY2(valid.isOk(), qPrintable(step.commandLine));
        const CmdletInfo *info = findCmdlet(parsed->cmdlet());
        QCOMPARE(parsed->contains(u"Confirm"), info->asksByDefault);
        QCOMPARE(step.hasPointOfNoReturn, info->hasPointOfNoReturn);
    }
}

void TestFailoverSteps::theStoreIsMovedOnAServerOfTheBackupPool_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("runsHere");
    QTest::newRow("a machine of the backup pool") << u"b2.example.com"_s << true;
    QTest::newRow("the backup pool itself") << PoolB << true;
    QTest::newRow("upper case") << u"B2.EXAMPLE.COM"_s << true;
    QTest::newRow("a machine of the pool") << u"a1.example.com"_s << false;
    QTest::newRow("another pool") << u"c.example.com"_s << false;
}

void TestFailoverSteps::theStoreIsMovedOnAServerOfTheBackupPool()
{
    QFETCH(QString, host);
    QFETCH(bool, runsHere);
    FailoverFacts facts = factsOfPair(DeploymentKind::Server);
    facts.reach.host = host;
    hostTheStore(facts, PoolA);
    const FailoverStep step = stepOf(FailoverStepKind::CentralManagement, stepsFor(facts));
    QCOMPARE(step.runsHere, runsHere);
    if (runsHere)
        return;
    // Whoever copies it is asked there.
    QCOMPARE(step.commandLine, u"Invoke-CsManagementServerFailover"_s);
    for (const QString &name : {PoolB, u"b2.example.com"_s, host})
        QVERIFY2(step.place.contains(name), qPrintable(step.place));
}

void TestFailoverSteps::aDisasterNamesTheSqlServerOfTheStandbyCopy_data()
{
    QTest::addColumn<QString>("dependency");
    QTest::addColumn<bool>("isStandardEdition");
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("runsHere");
    QTest::newRow("Standard Edition")
        << QString() << true
        << u"Invoke-CsManagementServerFailover -BackupSqlServerFqdn b.example.com -BackupSqlInstanceName RTC -Force -Confirm:$false"_s
        << true;
    QTest::newRow("instance")
        << u"CentralManagementDatabase:sql.example.com\\lync"_s << false
        << u"Invoke-CsManagementServerFailover -BackupSqlServerFqdn sql.example.com -BackupSqlInstanceName lync -Force -Confirm:$false"_s
        << true;
    QTest::newRow("instance not reported")
        << u"CentralManagementDatabase:sql.example.com"_s << false
        << u"Invoke-CsManagementServerFailover -BackupSqlServerFqdn sql.example.com -Force"_s << false;
    QTest::newRow("nothing reported")
        << QString() << false
        << u"Invoke-CsManagementServerFailover -BackupSqlServerFqdn <SQL Server of b.example.com> -BackupSqlInstanceName <instance> -Force"_s
        << false;
}

void TestFailoverSteps::aDisasterNamesTheSqlServerOfTheStandbyCopy()
{
    QFETCH(QString, dependency);
    QFETCH(bool, isStandardEdition);
    QFETCH(QString, line);
    QFETCH(bool, runsHere);
    FailoverFacts facts = factsOfPair(DeploymentKind::Server);
    facts.goal.isDisaster = true;
    facts.reach.host = PoolB;
    hostTheStore(facts, PoolA);
    if (isStandardEdition) {
        Pool &backupPool = (*facts.pools.value)[1];
        backupPool.computers = {PoolB};
        backupPool.services.append(u"UserDatabase:b.example.com"_s);
    }
    if (!dependency.isEmpty()) {
        Service store;
        store.role = u"CentralManagement"_s;
        store.poolFqdn = PoolB;
        store.dependentServices = {dependency};
        facts.services.value->append(store);
    }
    const FailoverStep step = stepOf(FailoverStepKind::CentralManagement, stepsFor(facts));
    QCOMPARE(step.commandLine, line);
    QCOMPARE(step.runsHere, runsHere);
    QCOMPARE(step.place.isEmpty(), runsHere);
    // What has to be filled in cannot be run by mistake.
    QCOMPARE(parseCommand(step.commandLine).isOk(), !line.contains(u'<'));
}

void TestFailoverSteps::aStoreThatIsDownWithThePoolIsMoved_data()
{
    QTest::addColumn<bool>("isDisaster");
    QTest::addColumn<bool>("isCopyOnBackupPool");
    QTest::addColumn<bool>("isRead"); // otherwise it could not be asked
    QTest::addColumn<bool>("isMoved");
    QTest::newRow("reported on no pool") << true << true << true << true;
    QTest::newRow("cannot be asked") << true << true << false << true;
    QTest::newRow("the copies are elsewhere") << true << false << true << false;
    QTest::newRow("no disaster") << false << true << true << false;
}

void TestFailoverSteps::aStoreThatIsDownWithThePoolIsMoved()
{
    QFETCH(const bool, isDisaster);
    QFETCH(const bool, isCopyOnBackupPool);
    QFETCH(const bool, isRead);
    QFETCH(const bool, isMoved);
    FailoverFacts facts = factsOfPair(DeploymentKind::Server);
    facts.goal.isDisaster = isDisaster;
    QList<Pool> pools = *facts.pools.value;
    pools[0].services.append(QString(u"CentralManagement:"_s + PoolA));
    if (isCopyOnBackupPool)
        pools[1].services.append(QString(u"CentralManagement:"_s + PoolB));
    facts.pools = read(pools);
    facts.centralManagement = isRead ? read(CentralManagementStoreStatus()) : unread<CentralManagementStoreStatus>();
    const FailoverStep step = stepOf(FailoverStepKind::CentralManagement, stepsFor(facts));
    QCOMPARE(step.commandLine.startsWith(u"Invoke-CsManagementServerFailover"_s), isMoved);
    if (!isMoved)
        return;
    QVERIFY(step.commandLine.contains(u"-Force"_s));
    const StepFinding finding = findingFor(step, facts);
    QVERIFY(finding.state == (isRead ? StepFinding::State::NotReached : StepFinding::State::Unknown));
    hostTheStore(facts, PoolB);
    QVERIFY(findingFor(step, facts).state == StepFinding::State::Reached);
}

void TestFailoverSteps::aCmdletThatIsNotOfferedIsToCopy()
{
    FailoverFacts facts = factsOfPair(DeploymentKind::Server);
    facts.reach.missingCmdlets = {u"invoke-cspoolfailover"_s, u"Set-CsEdgeServer"_s};
    facts.services = read<QList<Service>>({edgeOf(EdgePool, PoolA)});
    const QList<FailoverStep> steps = stepsFor(facts);
    const FailoverStep failOver = stepOf(FailoverStepKind::FailOver, steps);
    QVERIFY(!failOver.runsHere);
    QCOMPARE(failOver.commandLine, u"Invoke-CsPoolFailOver -PoolFqdn a.example.com"_s);
    QVERIFY(failOver.place.contains("Invoke-CsPoolFailOver"_L1));
    const FailoverStep edge = stepOf(FailoverStepKind::EdgeNextHop, steps);
    QVERIFY(!edge.runsHere);
    QCOMPARE(edge.commandLine,
             u"Set-CsEdgeServer -Identity EdgeServer:edge.example.com -Registrar Registrar:b.example.com"_s);
}

void TestFailoverSteps::everyStepSaysWhatItIsFor()
{
    for (const FailoverDirection direction : {FailoverDirection::FailOver, FailoverDirection::FailBack}) {
        for (const bool isDisaster : {false, true}) {
            FailoverFacts facts = factsOfPair(DeploymentKind::Server);
            facts.goal = {PoolA, direction, isDisaster};
            hostTheStore(facts, PoolA);
            facts.services = read<QList<Service>>({edgeOf(EdgePool, PoolA), edgeOf(u"edge3.example.com"_s, {})});
            const QList<FailoverStep> steps = stepsFor(facts, {u"edge2.example.com"_s});
            const QStringList ids = idsOf(steps);
            const QSet<QString> uniqueIds(ids.begin(), ids.end());
            QCOMPARE(uniqueIds.size(), steps.size());
            for (const FailoverStep &step : steps) {
                QVERIFY2(!step.title.isEmpty() && !step.title.endsWith(u'.'), qPrintable(step.id()));
                QVERIFY2(step.purpose.endsWith(u'.'), qPrintable(step.purpose));
                QCOMPARE(step.consequence.isEmpty(), step.commandLine.isEmpty());
                QVERIFY2(!step.purpose.contains(u'%') && !step.consequence.contains(u'%'), qPrintable(step.id()));
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestFailoverSteps)
#include "tst_failover_steps.moc"
