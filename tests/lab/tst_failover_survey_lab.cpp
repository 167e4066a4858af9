// The checks of a failover against the real engine: what they say of pools as they are, that they change nothing, and
// that the lines which they give put right what they say.
#include "backend/failover/failover_survey.h"
#include "backend/lab/lab_session.h"
#include "model/failover/failover_step.h"
#include "tests/support/broken_lab.h"
#include "tests/support/failover_world.h"

#include <QSignalSpy>
#include <QTest>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString A = u"a.example.com"_s;
const QString B = u"b.example.com"_s;
const QString C = u"c.example.com"_s;
constexpr auto Over = FailoverDirection::FailOver;
constexpr auto Back = FailoverDirection::FailBack;

// With an Edge pool whose next hop is the first pool: its Registrar is the service 1-Registrar-1.
QByteArray topologyWithEdge()
{
    QByteArray document = topologyDocument({A, B, C});
    document.replace("</Clusters>",
                     "<Cluster Fqdn=\"edge.example.com\"><ClusterId SiteId=\"1\" Number=\"9\"/>"
                     "<Machine OrdinalInCluster=\"1\" Fqdn=\"edge1.example.com\"/></Cluster></Clusters>");
    document.replace("</Services>",
                     "<Service RoleVersion=\"1\" ServiceVersion=\"6\">"
                     "<ServiceId SiteId=\"1\" RoleName=\"EdgeServer\" Instance=\"9\"/>"
                     "<DependsOn><Dependency Usage=\"Default\">"
                     "<ServiceId SiteId=\"1\" RoleName=\"Registrar\" Instance=\"1\"/></Dependency></DependsOn>"
                     "<InstalledOn><ClusterId SiteId=\"1\" Number=\"9\"/></InstalledOn></Service></Services>");
    return document;
}

FailoverFacts factsOf(const QString &folder, const FailoverGoal &goal)
{
    const std::shared_ptr<Session> session = valueOf(LabSession::open(folder, 60s));
    PipelineReaper reaper;
    QueryRunner queries(session, &reaper);
    FailoverSurvey survey(&queries, goal);
    QSignalSpy finished(&survey, &FailoverSurvey::finished);
    survey.read();
    if (finished.isEmpty() && !finished.wait(120'000))
        qFatal("the survey does not end");
    return survey.facts();
}

QList<FailoverCheck> checksOf(const QString &folder, const FailoverGoal &goal)
{
    return checksFor(factsOf(folder, goal));
}

FailoverCheck checkOf(const QList<FailoverCheck> &checks, const QString &id)
{
    for (const FailoverCheck &check : checks) {
        if (check.id == id)
            return check;
    }
    qFatal("there is no check %s", qPrintable(id));
}

QString verdictOf(const QList<FailoverCheck> &checks, const QString &id)
{
    return toString(checkOf(checks, id).verdict);
}

// As somebody would who confirms what is asked.
void follow(const QString &folder, const QString &line)
{
    TestRuntime runtime(line, {0});
    const auto done = FailoverWorld::runIn(folder, runtime);
    QVERIFY2(done, done ? "" : qPrintable(QString(line + u": "_s + done.error().message)));
}

} // namespace

class TestFailoverSurveyLab : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPairThatIsWellIsReady();
    void lookingChangesNothing();
    void theEdgePoolIsMovedByTheLineThatTheCheckGives();
    void theStoreIsMovedByTheLineThatTheCheckGives();
    void aDisastersLossIsCounted();
    void aStoreThatIsDownWithItsPoolIsNoObstacle();
    void theWayBackIsReadyOnceThePoolIsFailedOver();
    void anInterruptedFailoverIsFinishedByTheLineThatTheCheckGives();
};

void TestFailoverSurveyLab::aPairThatIsWellIsReady()
{
    const auto world = FailoverWorld::filled();
    const QList<FailoverCheck> checks = checksOf(world->folder(), {A, Over, false});
    for (const FailoverCheck &check : checks) {
        QVERIFY2(check.verdict == Verdict::Ready, qPrintable(check.id + u": "_s + check.finding));
        QVERIFY2(check.trueAt.isValid() && !check.toldBy.isEmpty(), qPrintable(check.id));
    }
    QCOMPARE(toString(overallVerdict(checks)), u"Ready"_s);
}

void TestFailoverSurveyLab::lookingChangesNothing()
{
    const auto world = FailoverWorld::filled();
    world->write(A, FailoverWorld::user(7), "not backed up");
    const Contents before = world->documents(B, A);
    const PoolOwnership ownership = world->ownership(A);
    for (const FailoverDirection direction : {Over, Back}) {
        for (const bool isDisaster : {false, true})
            QVERIFY(!checksOf(world->folder(), {A, direction, isDisaster}).isEmpty());
    }
    QCOMPARE(world->documents(B, A), before);
    QCOMPARE(world->ownership(A), ownership);
    QVERIFY(!world->hasJournal());
}

void TestFailoverSurveyLab::theEdgePoolIsMovedByTheLineThatTheCheckGives()
{
    const FailoverWorld world(topologyWithEdge());
    const QList<FailoverCheck> checks = checksOf(world.folder(), {A, Over, false});
    const FailoverCheck edge = checkOf(checks, u"EdgeNextHop"_s);
    QCOMPARE(toString(edge.verdict), u"Attention"_s);
    QCOMPARE(verdictOf(checks, u"Preview"_s), u"Attention"_s); // refused, for what a step takes away
    QCOMPARE(edge.remedies.size(), 1);
    follow(world.folder(), edge.remedies.first().commandLine);
    const QList<FailoverCheck> after = checksOf(world.folder(), {A, Over, false});
    QCOMPARE(verdictOf(after, u"EdgeNextHop"_s), u"Ready"_s);
    QCOMPARE(verdictOf(after, u"Preview"_s), u"Ready"_s);
    // The replicas have the former topology until they are told; the check says with which line.
    const FailoverCheck replicas = checkOf(after, u"Replicas"_s);
    QCOMPARE(toString(replicas.verdict), u"Attention"_s);
    follow(world.folder(), replicas.remedies.first().commandLine);
    QCOMPARE(verdictOf(checksOf(world.folder(), {A, Over, false}), u"Replicas"_s), u"Ready"_s);
}

void TestFailoverSurveyLab::theStoreIsMovedByTheLineThatTheCheckGives()
{
    const TestDeployment lab; // the store is on a
    for (const bool isDisaster : {false, true}) {
        const FailoverCheck store = checkOf(checksOf(lab.folder(), {A, Over, isDisaster}), u"CentralManagement"_s);
        QCOMPARE(toString(store.verdict), u"Attention"_s);
        QCOMPARE(store.remedies.size(), 1);
        QVERIFY(!store.remedies.first().commandLine.contains("Confirm"_L1)); // it asks whoever types it
        if (isDisaster)
            follow(lab.folder(), store.remedies.first().commandLine);
    }
    const QList<FailoverCheck> after = checksOf(lab.folder(), {A, Over, false});
    QCOMPARE(verdictOf(after, u"CentralManagement"_s), u"Ready"_s);
    QVERIFY(checkOf(after, u"CentralManagement"_s).finding.contains(B));
}

void TestFailoverSurveyLab::aDisastersLossIsCounted()
{
    const auto world = FailoverWorld::filled();
    QCOMPARE(verdictOf(checksOf(world->folder(), {A, Over, true}), u"Loss"_s), u"Ready"_s);
    for (const int number : {7, 8, 9})
        world->write(A, FailoverWorld::user(number), "not backed up");
    const FailoverCheck loss = checkOf(checksOf(world->folder(), {A, Over, true}), u"Loss"_s);
    QCOMPARE(toString(loss.verdict), u"Attention"_s);
    QCOMPARE(loss.details.size(), 1);
    QVERIFY2(loss.details.first().contains("not on b.example.com: 3 ("_L1), qPrintable(loss.details.first()));
}

// The topology is told by a replica of another pool, so that the steps are known; run one after the other they fail the
// pool over.
void TestFailoverSurveyLab::aStoreThatIsDownWithItsPoolIsNoObstacle()
{
    const FailoverWorld world(topologyWithEdge());
    follow(world.folder(), u"Invoke-CsManagementServerFailover -BackupPoolFqdn a.example.com"_s);
    follow(world.folder(), u"Backup-CsPool -PoolFqdn a.example.com"_s); // B gets a standby copy of the store
    BrokenLab(world.folder()).losePool(A);
    const FailoverFacts facts = factsOf(world.folder(), {A, Over, true});
    QCOMPARE(facts.backupPool(), B);
    QVERIFY(facts.readLocally.contains(FailoverFact::Pools));
    QVERIFY(checkOf(checksFor(facts), u"Pairing"_s).toldBy.contains(u"Get-CsPool -LocalStore"_s));
    const QList<FailoverStep> steps = stepsFor(facts);
    QStringList ids;
    for (const FailoverStep &step : steps)
        ids.append(step.id());
    QCOMPARE(ids,
             (QStringList{u"CentralManagement:a.example.com"_s, u"EdgeNextHop:edge.example.com"_s,
                          u"Replicas:a.example.com"_s, u"FailOver:a.example.com"_s}));
    for (const FailoverStep &step : steps) {
        QVERIFY2(step.runsHere, qPrintable(step.id()));
        TestRuntime runtime(step.commandLine, {0});
        const auto done = FailoverWorld::runIn(world.folder(), runtime);
        QVERIFY2(done, done ? "" : qPrintable(QString(step.commandLine + u": "_s + done.error().message)));
        const StepFinding finding = findingFor(step, factsOf(world.folder(), {A, Over, true}));
        QVERIFY2(finding.state == StepFinding::State::Reached, qPrintable(finding.text));
    }
}

void TestFailoverSurveyLab::theWayBackIsReadyOnceThePoolIsFailedOver()
{
    const auto world = FailoverWorld::filled();
    QCOMPARE(verdictOf(checksOf(world->folder(), {A, Back, false}), u"PoolState"_s), u"Blocking"_s);
    world->mustRun(u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -Confirm:$false"_s);
    const QList<FailoverCheck> back = checksOf(world->folder(), {A, Back, false});
    for (const FailoverCheck &check : back) {
        // The pool that is failed over has nothing to hand over.
        const Verdict expected = check.id == "ReplicationOut"_L1 ? Verdict::Attention : Verdict::Ready;
        QVERIFY2(check.verdict == expected, qPrintable(check.id + u": "_s + check.finding));
    }
    const FailoverCheck state = checkOf(checksOf(world->folder(), {A, Over, false}), u"PoolState"_s);
    QCOMPARE(toString(state.verdict), u"Blocking"_s);
    // The other half of the pair cannot be failed over meanwhile; the line gives the users back.
    const FailoverCheck other = checkOf(checksOf(world->folder(), {B, Over, false}), u"PoolState"_s);
    QCOMPARE(toString(other.verdict), u"Blocking"_s);
    QCOMPARE(other.remedies, (QList<Remedy>{{other.remedies.first().text, state.remedies.first().commandLine}}));
    follow(world->folder(), other.remedies.first().commandLine);
    QCOMPARE(verdictOf(checksOf(world->folder(), {B, Over, false}), u"PoolState"_s), u"Ready"_s);
}

void TestFailoverSurveyLab::anInterruptedFailoverIsFinishedByTheLineThatTheCheckGives()
{
    const auto world = FailoverWorld::filled();
    const QStringList crashes = crashesOf(*world, u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -Confirm:$false"_s);
    int interrupted = 0;
    for (const QString &folder : crashes) {
        const FailoverCheck state = checkOf(checksOf(folder, {A, Over, false}), u"PoolState"_s);
        if (!state.details.contains(u"a.example.com: FailingOver"_s))
            continue;
        ++interrupted;
        QCOMPARE(toString(state.verdict), u"Blocking"_s);
        follow(folder, state.remedies.last().commandLine);
        const FailoverCheck after = checkOf(checksOf(folder, {A, Over, false}), u"PoolState"_s);
        QVERIFY2(!after.details.contains(u"a.example.com: FailingOver"_s), qPrintable(after.finding));
    }
    QVERIFY(interrupted > 0);
}

QTEST_GUILESS_MAIN(TestFailoverSurveyLab)
#include "tst_failover_survey_lab.moc"
