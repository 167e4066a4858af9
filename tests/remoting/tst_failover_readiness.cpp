// The readiness for a failover in front of genuine servers, played behind HTTPS: what each thing that is wrong there
// makes of the checks, and that looking changes nothing.
#include "backend/deployment_monitor.h"
#include "backend/failover/failover_survey.h"
#include "model/failover/failover_step.h"
#include "tests/remoting/played_world.h"

#include <QSignalSpy>
#include <QTest>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 30'000; // milliseconds; nothing takes so long

// What stands in the way of a failover or failback of pool a, by its id.
class ReadinessWorld : public PlayedWorld
{
public:
    bool look(FailoverDirection direction = FailoverDirection::FailOver, bool isDisaster = false)
    {
        if (!session && !connect())
            return false;
        if (!queries)
            queries = std::make_unique<QueryRunner>(session, &reaper);
        survey = std::make_unique<FailoverSurvey>(queries.get(), FailoverGoal{PoolA, direction, isDisaster});
        survey->setAnswerTimeout(0ms);
        return lookAgain();
    }
    bool lookAgain(const QList<FailoverFact> &facts = {std::begin(AllFailoverFacts), std::end(AllFailoverFacts)})
    {
        QSignalSpy finished(survey.get(), &FailoverSurvey::finished);
        survey->read(facts);
        return finished.wait(Patience);
    }
    FailoverCheck check(const QString &id) const
    {
        const QList<FailoverCheck> checks = survey->checks();
        for (const FailoverCheck &each : checks) {
            if (each.id == id)
                return each;
        }
        FailoverCheck none;
        none.id = u"not there"_s;
        return none;
    }
    QString verdict(const QString &id) const
    {
        const FailoverCheck found = check(id);
        return found.id == id ? toString(found.verdict) : found.id;
    }
    QString finding(const QString &id) const { return check(id).finding; }
    QStringList lines(const QString &id) const
    {
        QStringList lines;
        const QList<Remedy> remedies = check(id).remedies;
        for (const Remedy &remedy : remedies)
            lines.append(remedy.commandLine);
        return lines;
    }

    PipelineReaper reaper;
    std::unique_ptr<QueryRunner> queries;
    std::unique_ptr<FailoverSurvey> survey;
};

// Everything that a look must leave as it is.
QString stateText(PlayedState &state)
{
    QStringList text;
    for (const PlayedPool &pool : state.pools())
        text += toString(pool.state) + pool.formerPartners.join(u' ');
    for (const PlayedEdgePool &edge : state.edgePools())
        text += edge.nextHop;
    text += state.activeStore();
    return text.join(u'|');
}

} // namespace

class TestFailoverReadiness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whereAllIsWellNothingStandsInTheWay()
    {
        ReadinessWorld world;
        const QString before = stateText(world.state());
        QVERIFY(world.look());
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const QList<FailoverCheck> checks = world.survey->checks();
        for (const FailoverCheck &check : checks) {
            const QByteArray text = u"%1: %2"_s.arg(check.id, check.finding).toUtf8();
            QVERIFY2(check.verdict != Verdict::Blocking, text.constData());
            QVERIFY2(!check.toldBy.isEmpty() || check.id == "Permissions"_L1, text.constData());
            QVERIFY2(check.trueAt <= now, text.constData());
        }
        for (const QString &id :
             {u"Pool"_s, u"Pairing"_s, u"PoolState"_s, u"BackupService"_s, u"BackupPoolService"_s, u"ReplicationOut"_s,
              u"ReplicationBack"_s, u"CentralManagement"_s, u"Replicas"_s, u"EdgeNextHop"_s, u"Preview"_s})
            QVERIFY2(world.verdict(id) == u"Ready"_s, qPrintable(id + u": "_s + world.finding(id)));
        // What genuine servers do not tell is not known, and not green.
        QCOMPARE(world.verdict(u"LeftData"_s), u"Attention"_s);
        QCOMPARE(stateText(world.state()), before);
        QVERIFY(stepsFor(world.survey->facts()).size() == 1);
    }

    void theStoreActiveOnBothPoolsStandsInTheWay()
    {
        ReadinessWorld world;
        world.state().addFileTransferAgent(PoolA);
        QVERIFY(world.look());
        QCOMPARE(world.verdict(u"CentralManagement"_s), u"Blocking"_s);
        QVERIFY(world.finding(u"CentralManagement"_s).contains(PoolA));
        QVERIFY(world.finding(u"CentralManagement"_s).contains(PoolB));
        QVERIFY(overallVerdict(world.survey->checks()) == Verdict::Blocking);
    }

    void theActiveStoreOnThePoolIsMovedFirst()
    {
        ReadinessWorld world;
        world.state().setActiveStore(PoolA);
        QVERIFY(world.look());
        QCOMPARE(world.verdict(u"CentralManagement"_s), u"Attention"_s);
        QVERIFY(world.lines(u"CentralManagement"_s).contains(u"Invoke-CsManagementServerFailover"_s));
        const QList<FailoverStep> steps = stepsFor(world.survey->facts());
        QCOMPARE(steps.size(), 3);
        QVERIFY(steps.first().kind == FailoverStepKind::CentralManagement);
        QVERIFY(!steps.first().runsHere); // this session is not on a server of the pool that takes over
        QVERIFY(steps.first().place.contains(u"fe1.pool-b.contoso.com"_s));
        QVERIFY(steps.at(1).kind == FailoverStepKind::Replicas);
        QVERIFY(steps.at(2).kind == FailoverStepKind::FailOver);
    }

    void aReplicaThatIsNotUpToDateIsNamed()
    {
        ReadinessWorld world;
        world.state().setStale(u"fe2.pool-b.contoso.com"_s, -1);
        QVERIFY(world.look());
        QCOMPARE(world.verdict(u"Replicas"_s), u"Attention"_s);
        QVERIFY(world.finding(u"Replicas"_s).contains(u"fe2.pool-b.contoso.com"_s));
        QVERIFY(!world.finding(u"Replicas"_s).contains(u"fe1.pool-b.contoso.com"_s));
        QCOMPARE(world.lines(u"Replicas"_s), QStringList{u"Invoke-CsManagementStoreReplication"_s});
        world.state().setStale(u"fe2.pool-b.contoso.com"_s, 0);
        QVERIFY(world.lookAgain());
        QCOMPARE(world.verdict(u"Replicas"_s), u"Ready"_s);
    }

    void anEdgePoolThatLeadsToThePoolIsNamedWithItsLine()
    {
        ReadinessWorld world;
        world.state().setNextHop(PoolA);
        world.state().setNextHop(PoolC, u"edge-2.contoso.com"_s);
        QVERIFY(world.look());
        QCOMPARE(world.verdict(u"EdgeNextHop"_s), u"Attention"_s);
        QCOMPARE(world.lines(u"EdgeNextHop"_s),
                 QStringList{u"Set-CsEdgeServer -Identity EdgeServer:edge.contoso.com -Registrar "
                             "Registrar:pool-b.contoso.com"_s});
        const QList<FailoverStep> steps = stepsFor(world.survey->facts());
        QCOMPARE(steps.size(), 3); // the topology changes, so replicas come after
        QCOMPARE(steps.first().id(), u"EdgeNextHop:edge.contoso.com"_s);
    }

    void aBackupServiceThatDoesNotSayHowItIsIsNeverGreen_data()
    {
        QTest::addColumn<int>("answer");
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<QString>("words");
        QTest::newRow("error") << int(PlayedAnswer::Failure) << u"Blocking"_s << u"cannot be reached"_s;
        QTest::newRow("denied") << int(PlayedAnswer::AccessDenied) << u"Unknown"_s << u"AuthorizedUniversalGroups"_s;
        QTest::newRow("silent") << int(PlayedAnswer::Silence) << u"Blocking"_s << u""_s;
    }
    void aBackupServiceThatDoesNotSayHowItIsIsNeverGreen()
    {
        QFETCH(const int, answer);
        QFETCH(const QString, verdict);
        QFETCH(const QString, words);
        ReadinessWorld world;
        QVERIFY(world.look());
        world.state().statusAnswers[PoolB] = PlayedAnswer(answer);
        if (PlayedAnswer(answer) == PlayedAnswer::Silence)
            world.survey->setAnswerTimeout(50ms);
        QVERIFY(world.lookAgain({FailoverFact::BackupStatus}));
        const QString finding = world.finding(u"BackupPoolService"_s);
        QVERIFY2(world.verdict(u"BackupPoolService"_s) == verdict, qPrintable(finding));
        QVERIFY2(finding.contains(PoolB) && finding.contains(words), qPrintable(finding));
        QCOMPARE(world.verdict(u"BackupService"_s), u"Ready"_s); // the other one answers
        QCOMPARE(world.verdict(u"ReplicationOut"_s), u"Unknown"_s); // its import is not known
        world.state().statusAnswers.clear();
        world.survey->setAnswerTimeout(0ms);
        QVERIFY(world.lookAgain());
        QCOMPARE(world.verdict(u"BackupPoolService"_s), u"Ready"_s);
        QCOMPARE(world.verdict(u"ReplicationOut"_s), u"Ready"_s);
    }

    void whatIsNotOfferedIsSaidAndRunElsewhere()
    {
        ReadinessWorld world;
        world.state().setNextHop(PoolA);
        world.deployment.withheldCmdlets = {u"Set-CsEdgeServer"_s, u"Get-CsManagementStoreReplicationStatus"_s};
        QVERIFY(world.look());
        QCOMPARE(world.verdict(u"CentralManagement"_s), u"Unknown"_s);
        QCOMPARE(world.verdict(u"Replicas"_s), u"Unknown"_s);
        const FailoverStep edge = stepsFor(world.survey->facts()).value(0);
        QVERIFY(edge.kind == FailoverStepKind::EdgeNextHop);
        QVERIFY(!edge.runsHere && !edge.place.isEmpty());
        QVERIFY(edge.commandLine.startsWith(u"Set-CsEdgeServer"_s));
        QVERIFY(world.verdict(u"Permissions"_s) != u"Ready"_s);
        QVERIFY2(world.finding(u"Permissions"_s).contains(u"Set-CsEdgeServer"_s)
                     || world.check(u"Permissions"_s).details.join(u' ').contains(u"Set-CsEdgeServer"_s),
                 qPrintable(world.finding(u"Permissions"_s)));
    }

    void aPoolThatIsDownIsADisasterAndNoPlannedFailover()
    {
        ReadinessWorld world;
        world.state().setUp(PoolA, false);
        QVERIFY(world.look());
        QCOMPARE(world.verdict(u"BackupService"_s), u"Blocking"_s);
        QVERIFY(world.look(FailoverDirection::FailOver, true));
        QCOMPARE(world.verdict(u"BackupService"_s), u"Attention"_s);
        QVERIFY(overallVerdict(world.survey->checks()) != Verdict::Blocking);
        QVERIFY(world.verdict(u"Loss"_s) != u"Ready"_s); // never "nothing"
        const FailoverStep step = stepsFor(world.survey->facts()).constLast();
        QVERIFY2(step.commandLine.contains(u"-DisasterMode"_s), qPrintable(step.commandLine));
    }

    void theStoreOfAPoolThatIsDownIsMovedFirst()
    {
        ReadinessWorld world;
        world.state().setActiveStore(PoolA);
        world.state().setUp(PoolA, false);
        QVERIFY(world.look(FailoverDirection::FailOver, true));
        QCOMPARE(world.verdict(u"CentralManagement"_s), u"Attention"_s);
        QVERIFY(world.lines(u"CentralManagement"_s).join(u' ').contains(u"sql-b.contoso.com"_s));
        const FailoverStep step = stepsFor(world.survey->facts()).value(0);
        QVERIFY(step.kind == FailoverStepKind::CentralManagement);
        QVERIFY2(step.commandLine.contains(u"-BackupSqlServerFqdn sql-b.contoso.com"_s), qPrintable(step.commandLine));
        QVERIFY(step.commandLine.contains(u"-Force"_s));
        QVERIFY(world.look()); // a planned one does not guess
        QCOMPARE(world.verdict(u"CentralManagement"_s), u"Unknown"_s);
    }

    void theTopologyIsReadFromAReplicaWhileItsStoreIsDown()
    {
        ReadinessWorld world;
        world.state().readsNeedStore = true;
        world.state().setActiveStore(PoolA);
        world.state().setUp(PoolA, false);
        world.state().setNextHop(PoolA);
        QVERIFY(world.look(FailoverDirection::FailOver, true));
        QCOMPARE(world.verdict(u"Pairing"_s), u"Ready"_s);
        QVERIFY(world.check(u"Pairing"_s).toldBy.join(u' ').contains(u"-LocalStore"_s));
        QCOMPARE(world.verdict(u"EdgeNextHop"_s), u"Attention"_s);
        QCOMPARE(world.verdict(u"PoolState"_s), u"Unknown"_s); // a replica may be older than the failover
        QCOMPARE(world.verdict(u"Replicas"_s), u"Unknown"_s);
        const FailoverStep step = stepsFor(world.survey->facts()).value(0);
        QVERIFY(step.kind == FailoverStepKind::CentralManagement && !step.commandLine.isEmpty());
    }

    void thePoolsAreKnownWhileTheirStoreIsDown()
    {
        ReadinessWorld world;
        world.state().readsNeedStore = true;
        world.state().setUp(PoolB, false);
        QVERIFY(world.connect());
        QueryRunner queries(world.session, &world.reaper);
        DeploymentMonitor monitor(&queries);
        QSignalSpy changed(&monitor, &DeploymentMonitor::poolsChanged);
        monitor.refresh();
        QVERIFY(changed.wait(Patience));
        QVERIFY(monitor.pools().value);
        QCOMPARE(monitor.pools().value->size(), PoolsAtFirst);
        QVERIFY(!monitor.pools().isKnown()); // as the store has them
        QVERIFY(monitor.pools().error->message.contains(u"xds"_s));
        world.state().setUp(PoolB, true);
        monitor.refresh();
        QVERIFY(changed.wait(Patience));
        QVERIFY(monitor.pools().isKnown());
    }

    void aFailoverThatWasInterruptedIsSaidToBe()
    {
        ReadinessWorld world;
        world.pool(PoolA).state = PoolState::FailingOver;
        QVERIFY(world.look());
        QCOMPARE(world.verdict(u"PoolState"_s), u"Blocking"_s);
        QVERIFY(world.finding(u"PoolState"_s).contains(u"FailingOver"_s));
        QVERIFY(!world.lines(u"PoolState"_s).isEmpty());
    }

    void aFailbackIsReadyOnceThePoolIsFailedOver()
    {
        ReadinessWorld world;
        QVERIFY(world.look(FailoverDirection::FailBack));
        QCOMPARE(world.verdict(u"PoolState"_s), u"Blocking"_s); // there is nothing to fail back
        world.pool(PoolA).state = PoolState::FailedOver;
        QVERIFY(world.lookAgain());
        QCOMPARE(world.verdict(u"PoolState"_s), u"Ready"_s);
        QVERIFY2(overallVerdict(world.survey->checks()) != Verdict::Blocking,
                 qPrintable(overallText(world.survey->checks())));
    }

    void aConnectionThatIsLostMakesNothingGreen()
    {
        ReadinessWorld world;
        QVERIFY(world.look());
        QCOMPARE(world.verdict(u"PoolState"_s), u"Ready"_s);
        world.server.dropShells();
        world.server.https().cutConnections();
        QVERIFY(world.lookAgain());
        const QList<FailoverCheck> checks = world.survey->checks();
        for (const FailoverCheck &check : checks) {
            const bool isOfSession = check.id == "Permissions"_L1; // told when it was opened
            QVERIFY2(check.verdict != Verdict::Ready || isOfSession,
                     qPrintable(u"%1: %2"_s.arg(check.id, check.finding)));
        }
    }
};

QTEST_GUILESS_MAIN(TestFailoverReadiness)
#include "tst_failover_readiness.moc"
