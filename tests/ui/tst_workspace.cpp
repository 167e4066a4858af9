// Workspace: opening deployments, and what is read again after a job.
#include "tests/support/fake_session.h"
#include "tests/support/ui_world.h"

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

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestWorkspace)
#include "tst_workspace.moc"
#include "tests/support/fake_session.h"
