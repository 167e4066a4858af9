// Workspace: opening deployments, and what is read again after a job.
#include "backend/known_servers.h"
#include "tests/support/fake_session.h"
#include "tests/support/ui_world.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

namespace cspool::test {

using namespace Qt::StringLiterals;

class TestWorkspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void openingALabReadsItsPools();
    void aFolderWithoutADeploymentIsRefusedAndNothingChanges();
    void closingADeploymentWaitsForNoneOfItsReadings();
    void theDeploymentThatIsOpenAlreadyIsOnlyReadAgain();
    void statusesAreReadOnlyForWantedPools();
    void afterAJobItsPoolIsReadAgain();
    void whatWasReadIsUnknownWhileTheConnectionIsInterrupted();
    void aNewConnectionToTheSameServersTakesThePlaceOfTheOldOne();
    void aServersSessionEndsWhenItIsClosed();
    void aClosedServersSessionLastsUntilItsJobsHaveEnded();
    void severalDeploymentsAreOpenAtOnce();
    void aDeploymentOffTheScreenIsNotRead();
    void aConnectionLostOffTheScreenConcernsNoOtherDeployment();
    void aJobOfADeploymentOffTheScreenMakesItsReadingsOld();
    void aLabThatWasClosedGetsItsSessionAgain();
    void theTimeOutOfAServersQueriesIsTheRememberedOne();
};

void TestWorkspace::openingALabReadsItsPools()
{
    UiWorld world;
    QSignalSpy changed(&world.workspace(), &Workspace::deploymentChanged);
    world.open();
    QCOMPARE(changed.count(), 1);
    QCOMPARE(world.workspace().monitor()->pools().value->size(), 3);
    QCOMPARE(world.workspace().monitor()->pool(u"a.example.com"_s)->backupPoolFqdn, u"b.example.com"_s);
    QVERIFY(world.workspace().monitor()->pools().readAt.isValid());
}

void TestWorkspace::aFolderWithoutADeploymentIsRefusedAndNothingChanges()
{
    UiWorld world;
    world.open();
    Session *before = world.workspace().session();
    QSignalSpy failed(&world.workspace(), &Workspace::openFailed);
    world.workspace().openLab(world.filePath(u"nowhere"_s));
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(world.workspace().session(), before);
    QVERIFY(!failed.first().at(1).value<Error>().message.isEmpty());
}

// A reading that hangs, on a disk that does not answer, would freeze the window.
void TestWorkspace::closingADeploymentWaitsForNoneOfItsReadings()
{
    UiWorld world;
    auto hanging = std::make_unique<FakeSession>();
    FakeSession *first = hanging.get();
    first->onStart = [](FakePipeline &pipeline) { pipeline.endsWhenCancelled = false; };
    world.workspace().setSession(std::move(hanging));
    QTRY_VERIFY(!first->running.isEmpty());
    const QList<FakePipeline *> readings = first->running;

    world.open();
    QVERIFY(world.workspace().session() != first);
    world.workspace().close(world.workspace().openDeployments().first());
    QCOMPARE(first->running, readings);
    QVERIFY(first->log.count(u"cancel"_s) >= readings.size()); // a second one does nothing
    QPointer<Session> watched = first;
    bool isDestroyed = false;
    for (FakePipeline *reading : readings) {
        reading->onDestroyed = [&isDestroyed, &watched] { isDestroyed = !watched.isNull(); };
        reading->end(Outcome::Cancelled);
    }
    QTRY_VERIFY(isDestroyed);
}

void TestWorkspace::theDeploymentThatIsOpenAlreadyIsOnlyReadAgain()
{
    UiWorld world;
    world.open();
    Workspace &workspace = world.workspace();
    QTRY_VERIFY(!workspace.monitor()->isReading());
    Session *const session = workspace.session();
    DeploymentMonitor *const monitor = workspace.monitor();
    QSignalSpy aboutToChange(&workspace, &Workspace::deploymentAboutToChange);
    QSignalSpy changed(&workspace, &Workspace::deploymentChanged);
    const QDateTime readAt = monitor->pools().readAt;
    workspace.openLab(world.deployment.folder());
    QTRY_VERIFY(monitor->pools().readAt > readAt);
    QVERIFY(!workspace.isOpening());
    QCOMPARE(aboutToChange.count(), 0); // nobody throws away what is open for it
    QCOMPARE(changed.count(), 0);
    QCOMPARE(workspace.session(), session);
    QCOMPARE(workspace.monitor(), monitor);
}

void TestWorkspace::statusesAreReadOnlyForWantedPools()
{
    UiWorld world;
    world.open();
    DeploymentMonitor &monitor = *world.workspace().monitor();
    QTRY_VERIFY(!monitor.isReading());
    QVERIFY(!monitor.status(u"a.example.com"_s).value);
    monitor.setWantedPools({u"a.example.com"_s});
    QTRY_VERIFY(monitor.status(u"a.example.com"_s).isKnown());
    QVERIFY(!monitor.status(u"b.example.com"_s).value);
}

void TestWorkspace::afterAJobItsPoolIsReadAgain()
{
    UiWorld world;
    world.deployment.writeDocument(u"a.example.com"_s, u"urn:lcd:ann@example.com"_s, "<Data/>");
    world.open();
    DeploymentMonitor &monitor = *world.workspace().monitor();
    monitor.setWantedPools({u"a.example.com"_s});
    QTRY_VERIFY(monitor.status(u"a.example.com"_s).isKnown());
    QVERIFY(monitor.status(u"a.example.com"_s).value->status.overallExportStatus != ExportStatus::FinalState);
    world.workspace().submit(Command(u"Backup-CsPool"_s)
                                 .set(u"PoolFqdn"_s, u"a.example.com"_s)
                                 .set(u"Confirm"_s, false)
                                 .set(u"Report"_s, world.filePath(u"report.html"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(
        monitor.status(u"a.example.com"_s).value->status.overallExportStatus == ExportStatus::FinalState, 30000);
}

namespace {

// Servers with one pool.
std::unique_ptr<FakeServerSession> makeServerSession(const QString &host)
{
    auto session = std::make_unique<FakeServerSession>(*ConnectionSettings::fromAddress(host));
    session->onStart = [](FakePipeline &pipeline) {
        if (pipeline.command.cmdlet() == "Get-CsPool"_L1) {
            Object pool;
            pool.set(u"Fqdn"_s, u"pool01.contoso.com"_s);
            pipeline.write(OutputRecord{pool});
        }
        pipeline.end(Outcome::Succeeded);
    };
    return session;
}

} // namespace

void TestWorkspace::whatWasReadIsUnknownWhileTheConnectionIsInterrupted()
{
    UiWorld world;
    auto made = makeServerSession(u"pool01.contoso.com"_s);
    FakeServerSession *session = made.get();
    world.workspace().setSession(std::move(made));
    QSignalSpy changed(&world.workspace(), &Workspace::connectionChanged);
    DeploymentMonitor *monitor = world.workspace().monitor();
    QTRY_VERIFY(monitor->pools().isKnown() && !monitor->isReading());
    session->setConnection(ConnectionState::Kind::Interrupted,
                           {ErrorCategory::ResourceUnavailable, u"ConnectionReset"_s, u"The network is down."_s});
    QCOMPARE(changed.count(), 1);
    QVERIFY(!monitor->pools().isKnown());
    QVERIFY(monitor->pools().value); // and is shown as an old one
    QCOMPARE(monitor->pools().error->message, u"The network is down."_s);
    session->setConnection(ConnectionState::Kind::Connected);
    QTRY_VERIFY(monitor->pools().isKnown());
}

void TestWorkspace::aNewConnectionToTheSameServersTakesThePlaceOfTheOldOne()
{
    UiWorld world;
    Workspace &workspace = world.workspace();
    auto made = makeServerSession(u"pool01.contoso.com"_s);
    const QPointer<Session> first = made.get();
    workspace.setSession(std::move(made));
    workspace.setSession(makeServerSession(u"pool02.contoso.com"_s));
    QCOMPARE(workspace.openDeployments().size(), 2);
    workspace.setSession(makeServerSession(u"pool01.contoso.com"_s));
    QTRY_VERIFY(!first);
    QCOMPARE(workspace.openDeployments().size(), 2);
    QCOMPARE(workspace.openDeployments().first(), workspace.current());
    QCOMPARE(workspace.current()->info().name, u"pool01.contoso.com"_s);
}

void TestWorkspace::aServersSessionEndsWhenItIsClosed()
{
    UiWorld world;
    Workspace &workspace = world.workspace();
    auto made = makeServerSession(u"pool01.contoso.com"_s);
    const QPointer<Session> server = made.get();
    workspace.setSession(std::move(made));
    world.open();
    QVERIFY(server); // another one on the screen ends nothing
    QSignalSpy changed(&workspace, &Workspace::deploymentChanged);
    workspace.close(workspace.openDeployments().first());
    QTRY_VERIFY(!server);
    QCOMPARE(changed.count(), 0); // the one on the screen stays there
    workspace.close(workspace.current());
    QCOMPARE(changed.count(), 1);
    QVERIFY(!workspace.session() && !workspace.monitor() && !workspace.queries());
    QVERIFY(workspace.openDeployments().isEmpty());
}

void TestWorkspace::aClosedServersSessionLastsUntilItsJobsHaveEnded()
{
    UiWorld world;
    Workspace &workspace = world.workspace();
    auto made = makeServerSession(u"pool01.contoso.com"_s);
    FakeServerSession *session = made.get();
    const QPointer<Session> server = session;
    workspace.setSession(std::move(made));
    QTRY_VERIFY(!workspace.monitor()->isReading());
    session->onStart = {};
    workspace.submit(Command(u"Backup-CsPool"_s).set(u"PoolFqdn"_s, u"a.x.com"_s));
    QCOMPARE(workspace.unfinishedJobsOf(*workspace.current()).size(), 1);
    QTRY_COMPARE(session->runningOf(u"Backup-CsPool").size(), 1);
    workspace.close(workspace.current());
    QCoreApplication::processEvents();
    QVERIFY(server);
    session->runningOf(u"Backup-CsPool").first()->end(Outcome::Succeeded);
    QTRY_VERIFY(!server);
}

void TestWorkspace::severalDeploymentsAreOpenAtOnce()
{
    UiWorld world;
    Workspace &workspace = world.workspace();
    world.open();
    OpenDeployment *const lab = workspace.current();
    const QDateTime readAt = lab->monitor()->pools().readAt;
    workspace.setSession(makeServerSession(u"pool01.contoso.com"_s));
    OpenDeployment *const server = workspace.current();
    QVERIFY(server != lab);
    QCOMPARE(workspace.openDeployments(), (QList<OpenDeployment *>{lab, server}));
    QVERIFY(!lab->isOnScreen() && server->isOnScreen());

    workspace.show(lab);
    QCOMPARE(workspace.monitor(), lab->monitor());
    QCOMPARE(workspace.monitor()->pools().value->size(), 3); // at once
    QTRY_VERIFY(lab->monitor()->pools().readAt > readAt); // and read again
    // The one that was on the screen before comes back.
    workspace.show(server);
    workspace.close(server);
    QCOMPARE(workspace.current(), lab);
}

void TestWorkspace::aDeploymentOffTheScreenIsNotRead()
{
    UiWorld world;
    auto made = makeServerSession(u"pool01.contoso.com"_s);
    FakeServerSession *session = made.get();
    world.workspace().setSession(std::move(made));
    QTRY_VERIFY(!world.workspace().monitor()->isReading());
    world.open();
    const qsizetype started = session->started.size();
    world.workspace().openDeployments().first()->monitor()->refresh();
    QTRY_VERIFY(!world.workspace().monitor()->isReading());
    QCOMPARE(session->started.size(), started);
}

void TestWorkspace::aConnectionLostOffTheScreenConcernsNoOtherDeployment()
{
    UiWorld world;
    Workspace &workspace = world.workspace();
    auto made = makeServerSession(u"pool01.contoso.com"_s);
    FakeServerSession *session = made.get();
    workspace.setSession(std::move(made));
    QTRY_VERIFY(!workspace.monitor()->isReading());
    OpenDeployment *const server = workspace.current();
    world.open();
    QSignalSpy ofCurrent(&workspace, &Workspace::connectionChanged);
    QSignalSpy ofAny(&workspace, &Workspace::openDeploymentsChanged);
    session->setConnection(ConnectionState::Kind::Lost,
                           {ErrorCategory::ResourceUnavailable, u"ConnectionNotRecovered"_s, u"The network is down."_s});
    QCOMPARE(ofAny.count(), 1);
    QCOMPARE(ofCurrent.count(), 0);
    QVERIFY(workspace.monitor()->pools().isKnown());
    QVERIFY(!server->monitor()->pools().isKnown()); // no old green on its return
    QVERIFY(server->connection().kind == ConnectionState::Kind::Lost);
}

void TestWorkspace::aJobOfADeploymentOffTheScreenMakesItsReadingsOld()
{
    UiWorld world;
    Workspace &workspace = world.workspace();
    auto made = makeServerSession(u"pool01.contoso.com"_s);
    FakeServerSession *session = made.get();
    workspace.setSession(std::move(made));
    OpenDeployment *const server = workspace.current();
    QTRY_VERIFY(!workspace.monitor()->isReading());
    session->onStart = {};
    const QUuid job = workspace.submit(Command(u"Backup-CsPool"_s).set(u"PoolFqdn"_s, u"pool01.contoso.com"_s));
    QTRY_COMPARE(session->runningOf(u"Backup-CsPool").size(), 1);
    world.open();
    session->runningOf(u"Backup-CsPool").first()->end(Outcome::Succeeded);
    QTRY_VERIFY(workspace.jobs().job(job)->state == JobState::Finished);
    workspace.show(server); // from here on nothing is answered
    const Reading<QList<Pool>> &pools = server->monitor()->pools();
    QVERIFY(pools.value && pools.isBeingRead);
    QVERIFY(pools.isOlderThan(server->monitor()->oldAge(), QDateTime::currentDateTimeUtc().addMSecs(1)));
}

void TestWorkspace::aLabThatWasClosedGetsItsSessionAgain()
{
    UiWorld world;
    Workspace &workspace = world.workspace();
    auto made = std::make_unique<FakeSession>();
    FakeSession *lab = made.get();
    workspace.setSession(std::move(made));
    workspace.submit(Command(u"Backup-CsPool"_s).set(u"PoolFqdn"_s, u"a.x.com"_s));
    QTRY_COMPARE(lab->runningOf(u"Backup-CsPool").size(), 1);
    workspace.close(workspace.current());
    auto again = std::make_unique<FakeSession>();
    again->info = lab->info;
    workspace.setSession(std::move(again));
    QCOMPARE(workspace.session(), lab);
    for (FakePipeline *pipeline : QList(lab->running))
        pipeline->end(Outcome::Succeeded);
}

void TestWorkspace::theTimeOutOfAServersQueriesIsTheRememberedOne()
{
    UiWorld world;
    KnownServer known{*ConnectionSettings::fromAddress(u"pool01.contoso.com"_s)};
    known.settings.queryTimeout = std::chrono::seconds(1);
    KnownServers(&world.settings()).remember(known);
    auto made = makeServerSession(u"pool01.contoso.com"_s);
    made->onStart = {}; // it never answers
    world.workspace().setSession(std::move(made));
    const Reading<QList<Pool>> &pools = world.workspace().monitor()->pools();
    QTRY_VERIFY(pools.error.has_value());
    QVERIFY(pools.error->category == ErrorCategory::OperationTimeout);
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestWorkspace)
#include "tst_workspace.moc"
#include "tests/support/fake_session.h"
