// From a form to jobs: in which deployment they are queued, and what the form says of the jobs that are under way.
#include "tests/support/ui_world.h"
#include "ui/command_form/command_dialog.h"
#include "ui/command_form/command_submission.h"
#include "ui/command_form/pool_situations.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

const QString PoolA = u"a.example.com"_s;
const QString PoolB = u"b.example.com"_s;
const QString PoolC = u"c.example.com"_s;

// What a form of Backup-CsPool for `pool` says to be waited for.
QString waitedFor(UiWorld &world, const QString &pool)
{
    return situationsOf({pool}, *findCmdlet(u"Backup-CsPool"), world.workspace()).first().jobUnderWay;
}

// A form's label with an icon.
QString warningsOf(const CommandDialog &dialog)
{
    QString text;
    for (const QLabel *label : dialog.findChild<QWidget *>(u"poolWarnings"_s)->findChildren<QLabel *>())
        text += label->text();
    return text;
}

} // namespace

class TestCommandSubmission : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsQueuedInADeploymentThatWasOpenedMeanwhile();
    void jobsThatAreQueuedAtOnceAreLookedAtOnceAfterwards();
    void aJobWithoutAPoolIsWaitedForByEveryPool();
    void aPoolWithoutBackupPoolWaitsForNoJobOfOthers();
    void aPairWaitsForAJobOfEitherPool();
    void whatOnlyShowsItsPlanIsNotWaitedFor();
};

void TestCommandSubmission::nothingIsQueuedInADeploymentThatWasOpenedMeanwhile()
{
    UiWorld world;
    world.open();
    const TestDeployment otherDeployment;
    std::unique_ptr<Session> other;
    world.workspace().sessions().openLab(otherDeployment.folder(), this,
                                         [&](Result<std::unique_ptr<Session>> opened) { other = std::move(*opened); });
    QTRY_VERIFY(other);
    QWidget window;
    CommandFormState state(*findCmdlet(u"Export-CsUserData"), DeploymentKind::Lab, {});
    state.setCommand(
        Command(u"Export-CsUserData"_s).set(u"PoolFqdn"_s, PoolA).set(u"FileName"_s, world.filePath(u"users.zip"_s)));
    QVERIFY2(state.isReady(), qPrintable(state.commandLines()));
    CommandSubmission submission(&state, &world.workspace(), &window);
    QSignalSpy submitted(&submission, &CommandSubmission::submitted);
    QSignalSpy cancelled(&submission, &CommandSubmission::cancelled);
    submission.submit(); // looks for the file first, and has its answer from the event loop
    QVERIFY(submission.isUnderWay());
    world.workspace().setSession(std::move(other));
    QTRY_COMPARE(cancelled.count(), 1);
    QCOMPARE(submitted.count(), 0);
    QVERIFY(!submission.isUnderWay());
    QVERIFY(world.jobs().unfinishedJobs().isEmpty());
    // In its own deployment it goes.
    world.workspace().openLab(world.deployment.folder());
    QTRY_COMPARE(world.workspace().session()->deployment().location, world.deployment.folder());
    submission.submit();
    QTRY_COMPARE(submitted.count(), 1);
}

void TestCommandSubmission::jobsThatAreQueuedAtOnceAreLookedAtOnceAfterwards()
{
    UiWorld world;
    world.open();
    CommandDialog dialog(&world.workspace(), Command(u"Backup-CsPool"_s), {PoolA});
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    for (int i = 0; i < 20; ++i) {
        world.workspace().submit(Command(u"Backup-CsPool"_s).set(u"PoolFqdn"_s, PoolB).set(u"Confirm"_s, true));
        QVERIFY(!warningsOf(dialog).contains("Has to wait"_L1)); // not in the midst of it, once for each
    }
    QTRY_VERIFY(warningsOf(dialog).contains("Has to wait"_L1));
    world.jobs().cancelAll();
    QTRY_VERIFY_WITH_TIMEOUT(!warningsOf(dialog).contains("Has to wait"_L1), 30000);
}

void TestCommandSubmission::aJobWithoutAPoolIsWaitedForByEveryPool()
{
    UiWorld world;
    world.open();
    const QUuid job = world.workspace().submit(
        Command(u"Publish-CsTopology"_s).set(u"FileName"_s, world.filePath(u"t.xml"_s)).set(u"Confirm"_s, true));
    QVERIFY(world.jobs().job(job)->pool.isEmpty());
    for (const QString &pool : {PoolA, PoolB, PoolC})
        QCOMPARE(waitedFor(world, pool), world.jobs().job(job)->commandLine);
    QVERIFY(situationsOf({PoolA}, *findCmdlet(u"Get-CsPool"), world.workspace()).first().jobUnderWay.isEmpty());
}

void TestCommandSubmission::aPoolWithoutBackupPoolWaitsForNoJobOfOthers()
{
    UiWorld world;
    world.open();
    QVERIFY(world.workspace().session()->backupPoolOf(PoolC).isEmpty());
    world.workspace().submit(Command(u"Backup-CsPool"_s).set(u"PoolFqdn"_s, PoolA).set(u"Confirm"_s, true));
    world.workspace().submitWithoutDeployment(
        Command(u"New-Deployment"_s).set(u"Path"_s, world.filePath(u"new"_s)).set(u"Sample"_s, true));
    QCOMPARE(waitedFor(world, PoolC), QString());
}

void TestCommandSubmission::aPairWaitsForAJobOfEitherPool()
{
    UiWorld world;
    world.open();
    const Command backup = Command(u"Backup-CsPool"_s).set(u"Confirm"_s, true);
    const QUuid first = world.workspace().submit(Command(backup).set(u"PoolFqdn"_s, PoolA));
    world.workspace().submit(Command(backup).set(u"PoolFqdn"_s, PoolB));
    QCOMPARE(waitedFor(world, PoolA), world.jobs().job(first)->commandLine);
    QCOMPARE(waitedFor(world, PoolB), world.jobs().job(first)->commandLine);
}

void TestCommandSubmission::whatOnlyShowsItsPlanIsNotWaitedFor()
{
    UiWorld world;
    world.open();
    world.workspace().submit(Command(u"Backup-CsPool"_s).set(u"PoolFqdn"_s, PoolA).set(u"WhatIf"_s, true));
    QCOMPARE(waitedFor(world, PoolA), QString());
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestCommandSubmission)
#include "tst_command_submission.moc"
