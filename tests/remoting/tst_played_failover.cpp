// The played deployment itself: what its cmdlets change, refuse and leave behind, and that all sessions see the same.
#include "tests/remoting/played_world.h"

#include <QTest>

using namespace cspool;
using namespace cspool::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Yes = 0;
constexpr int No = 2;
const QString FailOver = u"Invoke-CsPoolFailOver -PoolFqdn pool-a.contoso.com -Confirm:$false"_s;
const QString FailBack = u"Invoke-CsPoolFailBack -PoolFqdn pool-a.contoso.com -Confirm:$false"_s;
const QString MoveStore = u"Invoke-CsManagementServerFailover -Confirm:$false"_s;
const QString Replicas = u"Get-CsManagementStoreReplicationStatus"_s;

QString stateOf(PlayedWorld &world, const QString &pool)
{
    const auto query = world.run(u"Get-CsRegistrarConfiguration -Identity Service:Registrar:"_s + pool);
    const auto state = RegistrarConfiguration::fromObject(query->objects().value(0)).poolState;
    return state ? toString(*state) : QString();
}

CentralManagementStoreStatus storeStatus(PlayedWorld &world)
{
    const auto query = world.run(Replicas + u" -CentralManagementStoreStatus"_s);
    return CentralManagementStoreStatus::fromObject(query->objects().value(0));
}

QStringList staleReplicas(PlayedWorld &world)
{
    QStringList stale;
    const auto query = world.run(Replicas);
    const QList<Object> objects = query->objects();
    for (const Object &object : objects) {
        const auto replica = ReplicaStatus::fromObject(object);
        if (replica.upToDate != true)
            stale.append(replica.replicaFqdn);
    }
    return stale;
}

QString contentStatus(PlayedWorld &world, const QString &pool)
{
    const auto query = world.run(u"Get-CsBackupServiceStatus -PoolFqdn "_s + pool);
    const auto status = BackupServiceStatus::fromObject(query->objects().value(0));
    const BackupModuleStatus *module = status.module(BackupModule::DataConf);
    return module && module->exportStatus ? toString(*module->exportStatus) : QString();
}

QString errorId(const RemoteCommand &command)
{
    return command.errorValues().isEmpty() ? QString() : command.errorValues().constLast().id;
}

} // namespace

class TestPlayedFailover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlannedFailoverAndItsFailback()
    {
        PlayedWorld world;
        QVERIFY(world.connect());
        QCOMPARE(stateOf(world, PoolA), u"Active"_s);
        const auto failOver = world.run(FailOver);
        QCOMPARE(failOver->outcome(), u"Succeeded"_s);
        QVERIFY(failOver->prompts().isEmpty());
        QCOMPARE(stateOf(world, PoolA), u"FailedOver"_s);
        QCOMPARE(stateOf(world, PoolB), u"Active"_s);
        QCOMPARE(contentStatus(world, PoolA), u"FinalState"_s);
        QCOMPARE(errorId(*world.run(FailOver)), u"PoolFailedOver"_s);
        QCOMPARE(world.run(FailBack)->outcome(), u"Succeeded"_s);
        QCOMPARE(stateOf(world, PoolA), u"Active"_s);
        QCOMPARE(errorId(*world.run(FailBack)), u"PoolNotFailedOver"_s);
    }

    void conferenceContentIsRestoredAfterADisaster()
    {
        PlayedWorld world;
        world.state().setUp(PoolA, false);
        QVERIFY(world.connect());
        QCOMPARE(errorId(*world.run(FailOver)), u"PoolUnreachable"_s);
        QCOMPARE(stateOf(world, PoolA), u"Active"_s);
        QCOMPARE(world.run(FailOver + u" -DisasterMode"_s)->outcome(), u"Succeeded"_s);
        QCOMPARE(errorId(*world.run(FailBack)), u"PoolUnreachable"_s);
        world.state().setUp(PoolA, true);
        QCOMPARE(world.run(FailBack)->outcome(), u"Succeeded"_s);
        QCOMPARE(stateOf(world, PoolA), u"FailedBack"_s);
        QCOMPARE(contentStatus(world, PoolB), u"NonSteadyState"_s);
        const QString synchronise = u"Invoke-CsBackupServiceSync -PoolFqdn pool-b.contoso.com -BackupModule "_s;
        world.run(synchronise + u"UserServices.PresenceFocus"_s); // not these
        world.run(synchronise + u"DataConf"_s);
        QCOMPARE(contentStatus(world, PoolB), u"NonSteadyState"_s);
        world.run(synchronise + u"ConfServices.DataConf"_s);
        QCOMPARE(contentStatus(world, PoolB), u"SteadyState"_s);
        QCOMPARE(stateOf(world, PoolA), u"Active"_s);
    }

    void aFailoverAsksAndNoLeavesEverythingAsItIs()
    {
        PlayedWorld world;
        QVERIFY(world.connect());
        const auto refused = world.run(u"Invoke-CsPoolFailOver -PoolFqdn pool-a.contoso.com"_s, {No});
        QCOMPARE(refused->prompts().size(), 1);
        QCOMPARE(stateOf(world, PoolA), u"Active"_s);
        world.run(u"Invoke-CsPoolFailOver -PoolFqdn pool-a.contoso.com"_s, {Yes});
        QCOMPARE(stateOf(world, PoolA), u"FailedOver"_s);
    }

    void whatIfSaysOneSentenceAndChangesNothing_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("failover") << u"Invoke-CsPoolFailOver -PoolFqdn pool-a.contoso.com"_s;
        QTest::newRow("store") << u"Invoke-CsManagementServerFailover"_s;
        QTest::newRow("next hop") << u"Set-CsEdgeServer -Identity EdgeServer:x -Registrar Registrar:y"_s;
        QTest::newRow("left data") << u"Remove-CsUserStoreBackupData -PoolFqdn pool-a.contoso.com"_s;
        QTest::newRow("refused") << u"Invoke-CsPoolFailBack -PoolFqdn pool-a.contoso.com"_s;
    }
    void whatIfSaysOneSentenceAndChangesNothing()
    {
        QFETCH(const QString, line);
        PlayedWorld world;
        world.state().host = PoolA;
        world.pool(PoolA).formerPartners = {PoolC};
        QVERIFY(world.connect());
        const auto preview = world.run(line + u" -WhatIf"_s);
        QCOMPARE(preview->outcome(), u"Previewed"_s);
        QCOMPARE(preview->hostMessages().size(), 1);
        QVERIFY(preview->hostMessages().first().startsWith(u"What if: Performing the operation"_s));
        QVERIFY(preview->warnings().isEmpty() && preview->objects().isEmpty() && preview->prompts().isEmpty());
        QVERIFY(world.pool(PoolA).state == PoolState::Active);
        QCOMPARE(world.state().activeStore(), PoolB);
        QCOMPARE(world.pool(PoolA).formerPartners, QStringList{PoolC});
    }

    void theActiveStoreHoldsAFailoverUpUntilItIsMoved()
    {
        PlayedWorld world;
        world.state().setActiveStore(PoolA);
        QVERIFY(world.connect());
        QCOMPARE(errorId(*world.run(FailOver)), u"PoolHoldsManagementStore"_s);
        QCOMPARE(storeStatus(world).activeMasterFqdn, PoolA);
        QCOMPARE(storeStatus(world).activeFileTransferAgents, QStringList{PoolA});
        QVERIFY(staleReplicas(world).isEmpty());
        QCOMPARE(world.run(MoveStore)->outcome(), u"Succeeded"_s);
        QCOMPARE(storeStatus(world).activeMasterFqdn, PoolB);
        QCOMPARE(storeStatus(world).activeFileTransferAgents, QStringList{PoolB});
        QCOMPARE(staleReplicas(world).size(), world.state().machines().size()); // it is being replicated
        QVERIFY(staleReplicas(world).isEmpty());
        QCOMPARE(errorId(*world.run(MoveStore)), u"ManagementStoreActive"_s);
        QCOMPARE(world.run(FailOver)->outcome(), u"Succeeded"_s);
    }

    void theStoreOfAPoolThatIsDownIsMovedWithTheNamesOfTheOtherCopy()
    {
        PlayedWorld world;
        world.state().setActiveStore(PoolA);
        world.state().setUp(PoolA, false);
        QVERIFY(world.connect());
        QCOMPARE(storeStatus(world).activeMasterFqdn, QString());
        QVERIFY(storeStatus(world).activeFileTransferAgents.isEmpty());
        QCOMPARE(errorId(*world.run(MoveStore)), u"ManagementStoreUnavailable"_s);
        const QString forced = u"Invoke-CsManagementServerFailover -Force -BackupSqlServerFqdn "_s;
        QCOMPARE(errorId(*world.run(forced + SqlA)), u"BackupDatabaseNotFound"_s);
        QCOMPARE(world.run(forced + SqlB)->outcome(), u"Succeeded"_s);
        QCOMPARE(storeStatus(world).activeFileTransferAgents, QStringList{PoolB});
        staleReplicas(world); // one look
        QCOMPARE(staleReplicas(world), world.pool(PoolA).machines); // which cannot be reached
        world.state().setUp(PoolA, true);
        staleReplicas(world);
        QVERIFY(staleReplicas(world).isEmpty());
    }

    void whatTheStoreHoldsCanBeOutOfReachWithIt()
    {
        PlayedWorld world;
        world.state().readsNeedStore = true;
        world.state().setUp(PoolB, false);
        QVERIFY(world.connect());
        QCOMPARE(errorId(*world.run(u"Get-CsPool"_s)), u"ManagementStoreUnavailable"_s);
        QCOMPARE(world.run(u"Get-CsPool -LocalStore"_s)->objects().size(), PoolsAtFirst);
    }

    void sqlServersAndTheStoresPlaceAreTold()
    {
        PlayedWorld world;
        QVERIFY(world.connect());
        const auto pools = world.run(u"Get-CsPool"_s);
        QStringList services;
        for (const Object &object : pools->objects())
            services += Pool::fromObject(object).services;
        QVERIFY(services.contains(u"CentralManagement:pool-b.contoso.com"_s));
        QVERIFY(services.contains(u"CentralManagementDatabase:sql-b.contoso.com"_s));
        QVERIFY(services.contains(u"UserDatabase:sql-b.contoso.com"_s));
        const auto stores = world.run(u"Get-CsService -CentralManagement"_s);
        QCOMPARE(stores->objects().size(), 2);
        QCOMPARE(Service::fromObject(stores->objects().last()).dependentServices,
                 QStringList{u"CentralManagementDatabase:sql-b.contoso.com"_s});
        QCOMPARE(stores->objects().first().boolean(u"Active"), std::optional(false));
        QCOMPARE(stores->objects().last().boolean(u"Active"), std::optional(true));
    }

    void anEdgeNextHopHoldsAFailoverUpUntilItIsMoved()
    {
        PlayedWorld world;
        world.state().setNextHop(PoolA);
        QVERIFY(world.connect());
        QCOMPARE(errorId(*world.run(FailOver)), u"PoolIsEdgeNextHop"_s);
        const auto nextHop = [&world] {
            const auto query = world.run(u"Get-CsService -EdgeServer"_s);
            return Service::fromObject(query->objects().value(0)).registrar;
        };
        QCOMPARE(nextHop(), u"Registrar:pool-a.contoso.com"_s);
        const QString set = u"Set-CsEdgeServer -Identity EdgeServer:edge.contoso.com -Registrar "_s;
        QCOMPARE(errorId(*world.run(set + u"Registrar:pool-x.contoso.com"_s)), u"ServiceNotFound"_s);
        world.run(set + u"Registrar:pool-b.contoso.com -WhatIf"_s);
        QCOMPARE(nextHop(), u"Registrar:pool-a.contoso.com"_s);
        QCOMPARE(world.run(set + u"Registrar:pool-b.contoso.com"_s)->outcome(), u"Succeeded"_s);
        QCOMPARE(nextHop(), u"Registrar:pool-b.contoso.com"_s);
        QVERIFY(staleReplicas(world).contains(u"edge1.edge.contoso.com"_s)); // the topology has changed
        QCOMPARE(world.run(FailOver)->outcome(), u"Succeeded"_s);
    }

    void theStoreCanBeActiveOnBothPools()
    {
        PlayedWorld world;
        world.state().setActiveStore(PoolA);
        world.state().storeStaysActive = true;
        QVERIFY(world.connect());
        QCOMPARE(world.run(MoveStore)->outcome(), u"Succeeded"_s);
        QCOMPARE(storeStatus(world).activeMasterFqdn, PoolB);
        QCOMPARE(storeStatus(world).activeFileTransferAgents, QStringList({PoolA, PoolB}));
    }

    void aReplicaIsStaleForAFewLooksOrForEver()
    {
        const QString first = u"fe1.pool-a.contoso.com"_s;
        const QString second = u"fe2.pool-a.contoso.com"_s;
        PlayedWorld world;
        world.state().setStale(first, 3);
        world.state().setStale(second, -1);
        QVERIFY(world.connect());
        QCOMPARE(staleReplicas(world), QStringList({first, second}));
        world.run(u"Invoke-CsManagementStoreReplication"_s);
        QCOMPARE(staleReplicas(world), QStringList({first, second})); // it was asked for, and is under way
        QCOMPARE(staleReplicas(world), QStringList{second});
        world.run(u"Invoke-CsManagementStoreReplication"_s);
        QCOMPARE(staleReplicas(world), QStringList{second});
        world.state().setStale(second, 0); // while the session lasts
        QVERIFY(staleReplicas(world).isEmpty());
    }

    void aBackupServiceThatDoesNotSayHowItIs_data()
    {
        QTest::addColumn<int>("answer");
        QTest::addColumn<QString>("id");
        QTest::newRow("error") << int(PlayedAnswer::Failure) << u"BackupServiceUnreachable"_s;
        QTest::newRow("denied") << int(PlayedAnswer::AccessDenied) << u"BackupServiceAccessDenied"_s;
    }
    void aBackupServiceThatDoesNotSayHowItIs()
    {
        QFETCH(const int, answer);
        QFETCH(const QString, id);
        PlayedWorld world;
        world.state().statusAnswers[PoolB] = PlayedAnswer(answer);
        QVERIFY(world.connect());
        const auto status = world.run(u"Get-CsBackupServiceStatus -PoolFqdn pool-b.contoso.com"_s);
        QCOMPARE(status->outcome(), u"Failed"_s);
        QCOMPARE(errorId(*status), id);
        QCOMPARE(errorId(*world.run(u"Invoke-CsBackupServiceSync -PoolFqdn pool-b.contoso.com"_s)), id);
        QCOMPARE(contentStatus(world, PoolA), u"FinalState"_s); // the other one does
    }

    void aBackupServiceThatNeverAnswersCanBeGivenUp()
    {
        PlayedWorld world;
        world.state().statusAnswers[PoolB] = PlayedAnswer::Silence;
        QVERIFY(world.connect());
        const auto silent = world.start(u"Get-CsBackupServiceStatus -PoolFqdn pool-b.contoso.com"_s);
        QCOMPARE(contentStatus(world, PoolA), u"FinalState"_s); // later, and yet answered
        QVERIFY(!silent->finished);
        silent->pipeline().cancel();
        QVERIFY(silent->waitForEnd());
        QCOMPARE(silent->outcome(), u"Cancelled"_s);
        world.state().statusAnswers.clear();
        QCOMPARE(contentStatus(world, PoolB), u"FinalState"_s);
    }

    void aCmdletThatIsWithheldIsNotThere()
    {
        PlayedWorld world;
        world.deployment.withheldCmdlets = {u"Invoke-CsManagementServerFailover"_s};
        QVERIFY(world.connect());
        QVERIFY(!world.session->cmdletInfo(u"Invoke-CsManagementServerFailover"));
        QVERIFY(world.session->cmdletInfo(u"Invoke-CsPoolFailOver"));
    }

    void aFailoverThatIsStoppedLeavesTheStateThatItHadReached_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("between");
        QTest::addColumn<QString>("after");
        QTest::newRow("failover") << FailOver << u"Active"_s << u"FailingOver"_s << u"FailedOver"_s;
        QTest::newRow("disaster") << QString(FailOver + u" -DisasterMode"_s) << u"Active"_s << u"FailingOver"_s
                                  << u"FailedOver"_s;
        QTest::newRow("failback") << FailBack << u"FailedOver"_s << u"FailedBack"_s << u"Active"_s;
    }
    void aFailoverThatIsStoppedLeavesTheStateThatItHadReached()
    {
        QFETCH(const QString, line);
        QFETCH(const QString, before);
        QFETCH(const QString, between);
        QFETCH(const QString, after);
        PlayedWorld world;
        world.pool(PoolA).state = *poolStateFromString(before);
        world.pauseFailovers();
        QVERIFY(world.connect());
        for (const PlayedPoint point : {PlayedPoint::BeforeNoReturn, PlayedPoint::AfterNoReturn}) {
            const auto stopped = world.start(line);
            QVERIFY(world.waitForPoint(PlayedPoint::BeforeNoReturn));
            QCOMPARE(stateOf(world, PoolA), before);
            if (point == PlayedPoint::AfterNoReturn) {
                world.goOn();
                QVERIFY(world.waitForPoint(point));
            }
            stopped->pipeline().cancel();
            QVERIFY(stopped->waitForEnd());
            QCOMPARE(stopped->outcome(), u"Failed"_s); // nobody knows here how far it had come
            QVERIFY2(stopped->errors().last().contains("nothing is taken back"_L1),
                     qPrintable(stopped->errors().last()));
            QCOMPARE(stateOf(world, PoolA), point == PlayedPoint::AfterNoReturn ? between : before);
            world.goOn(); // it is gone: nothing comes of it
            QCOMPARE(stateOf(world, PoolA), point == PlayedPoint::AfterNoReturn ? between : before);
        }
        world.deployment.failoverPause = nullptr;
        world.disconnect();
        QVERIFY(world.connect());
        QCOMPARE(world.run(line)->outcome(), u"Succeeded"_s); // brings it to its end
        QCOMPARE(stateOf(world, PoolA), after);
    }

    void aFailoverGoesOnWhileTheConnectionIsCut()
    {
        PlayedWorld world;
        world.pauseFailovers();
        QVERIFY(world.connect());
        const auto failOver = world.start(FailOver);
        QVERIFY(world.waitForPoint(PlayedPoint::BeforeNoReturn));
        world.cut();
        QTRY_VERIFY_WITH_TIMEOUT(world.session->connectionState().kind == ConnectionState::Kind::Interrupted, 30'000);
        world.goOn();
        QVERIFY(world.waitForPoint(PlayedPoint::AfterNoReturn));
        world.goOn();
        QVERIFY(world.pool(PoolA).state == PoolState::FailedOver);
        world.listen();
        QVERIFY(failOver->waitForEnd());
        QCOMPARE(failOver->outcome(), u"Succeeded"_s);
        QCOMPARE(world.server.shellsMade(), 1);
    }

    void aFailoverWhoseShellIsGoneIsWhereItWas()
    {
        PlayedWorld world;
        world.pauseFailovers();
        QVERIFY(world.connect());
        const auto failOver = world.start(FailOver);
        QVERIFY(world.waitForPoint(PlayedPoint::BeforeNoReturn));
        world.goOn();
        QVERIFY(world.waitForPoint(PlayedPoint::AfterNoReturn));
        world.server.dropShells();
        world.server.https().cutConnections();
        QVERIFY(failOver->waitForEnd());
        QCOMPARE(failOver->outcome(), u"Failed"_s);
        world.goOn();
        world.disconnect();
        QVERIFY(world.connect());
        QCOMPARE(stateOf(world, PoolA), u"FailingOver"_s);
    }

    void allSessionsSeeTheSamePools()
    {
        PlayedWorld world;
        QVERIFY(world.connect());
        world.run(FailOver);
        world.disconnect();
        QVERIFY(world.connect());
        QCOMPARE(stateOf(world, PoolA), u"FailedOver"_s);
        QCOMPARE(world.server.shellsMade(), 2);
    }
};

QTEST_GUILESS_MAIN(TestPlayedFailover)
#include "tst_played_failover.moc"
