// Workspace: opening deployments, and what is read again after a job.
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
    void openingAnotherDeploymentWaitsForNoReadingOfTheFirst();
    void theDeploymentThatIsOpenAlreadyIsOnlyReadAgain();
    void statusesAreReadOnlyForWantedPools();
    void afterAJobItsPoolIsReadAgain();
    void whatWasReadIsUnknownWhileTheConnectionIsInterrupted();
    void aServerIsLeftWithItsSession();
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
void TestWorkspace::openingAnotherDeploymentWaitsForNoReadingOfTheFirst()
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

void TestWorkspace::aServerIsLeftWithItsSession()
{
    UiWorld world;
    auto made = makeServerSession(u"pool01.contoso.com"_s);
    const QPointer<Session> first = made.get();
    world.workspace().setSession(std::move(made));
    QTRY_VERIFY(!world.workspace().monitor()->isReading());
    // The same servers again, as after a lost connection: the new session counts.
    world.workspace().setSession(makeServerSession(u"pool01.contoso.com"_s));
    QTRY_VERIFY(!first);
    const QPointer<Session> second = world.workspace().session();
    world.open();
    QTRY_VERIFY(!second);
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestWorkspace)
#include "tst_workspace.moc"
#include "tests/support/fake_session.h"
