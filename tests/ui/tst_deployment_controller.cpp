// DeploymentController: which deployment is opened at the start, what is remembered, and what its actions do.
#include "backend/lab/sample_deployment.h"
#include "tests/support/ui_world.h"
#include "ui/deployments/deployment_controller.h"
#include "ui/deployments/recent_menu.h"

#include <QAction>
#include <QDir>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

#include <latch>
#include <thread>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int SampleTimeout = 120'000;

struct Console
{
    explicit Console(UiWorld &world)
        : controller(&world.workspace(), &window)
    {
    }

    QWidget window;
    DeploymentController controller;
};

QString openFolder(UiWorld &world)
{
    return world.workspace().session() ? world.workspace().session()->deployment().location : QString();
}

QList<QAction *> recentActions(const DeploymentController &controller)
{
    QList<QAction *> actions = controller.recentMenu()->actions();
    actions.removeIf([](const QAction *action) { return action->data().isNull(); });
    return actions;
}

} // namespace

class TestDeploymentController : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstStartMakesAndOpensTheSample();
    void makingTheSampleCanBeCancelledAndTriedAgain();
    void aFolderInTheWayOfTheSampleIsAProblem();
    void aSampleThatAnotherProcessMakesIsWaitedFor();
    void theDeploymentOfTheLastTimeIsOpenedAtTheStart();
    void aDeploymentThatIsGoneIsAProblemAndNothingElseIsOpened();
    void anotherDeploymentWhileTheSampleIsMadeStaysOpen();
    void openLabAsksForAFolder();
    void aCancelledQuestionChangesNothing();
    void recentOnesAreNewestFirstAndKeptOverARestart();
    void missingRecentOnesAreMarkedAndRemoved();
    void theListOfRecentOnesCanBeCleared();
    void reopeningADeploymentKeepsItsSession();
    void onlyTheLatestOfTwoRequestsIsOpened();
    void theBackupServiceIsRememberedForItsDeployment();
    void theBackupServiceRunsWhileItsLabIsOpen();
    void actionsFollowTheDeployment();
    void commandsAreRequestedWithTheirForm_data();
    void commandsAreRequestedWithTheirForm();
};

void TestDeploymentController::theFirstStartMakesAndOpensTheSample()
{
    UiWorld world;
    Console console(world);
    QSignalSpy changed(&console.controller, &DeploymentController::activityChanged);
    bool wasMaking = false;
    connect(&console.controller, &DeploymentController::activityChanged, this,
            [&] { wasMaking |= console.controller.activity().phase == DeploymentActivity::Phase::MakingSample; });
    console.controller.start();
    QTRY_VERIFY_WITH_TIMEOUT(world.workspace().session(), SampleTimeout);
    QVERIFY(wasMaking);
    QCOMPARE(openFolder(world), world.filePath(u"sample"_s));
    QCOMPARE(world.workspace().session()->deployment().name, u"litwareinc.com"_s);
    QTRY_VERIFY(console.controller.activity().phase == DeploymentActivity::Phase::Idle);
    QVERIFY(!console.controller.activity().problem);
}

void TestDeploymentController::makingTheSampleCanBeCancelledAndTriedAgain()
{
    UiWorld world;
    Console console(world);
    DeploymentController &controller = console.controller;
    controller.start();
    QTRY_VERIFY(controller.activity().phase == DeploymentActivity::Phase::MakingSample);
    controller.cancelMaking();
    // What had not begun yet has ended by now.
    QVERIFY(controller.activity().isCancelling || controller.activity().problem);
    QTRY_VERIFY_WITH_TIMEOUT(controller.activity().problem, SampleTimeout);
    QVERIFY(controller.activity().problem->isSample);
    QVERIFY(controller.activity().problem->error.isStopped());
    QVERIFY(!world.workspace().session());
    QVERIFY(!QFileInfo::exists(world.filePath(u"sample"_s)));
    controller.retry();
    QTRY_VERIFY_WITH_TIMEOUT(world.workspace().session(), SampleTimeout);
    QVERIFY(!controller.activity().problem);
}

void TestDeploymentController::aFolderInTheWayOfTheSampleIsAProblem()
{
    UiWorld world;
    Console console(world);
    QDir().mkpath(world.filePath(u"sample/something"_s));
    console.controller.openSample();
    QTRY_VERIFY_WITH_TIMEOUT(console.controller.activity().problem, SampleTimeout);
    QVERIFY(console.controller.activity().problem->isSample);
    QVERIFY2(console.controller.activity().problem->error.message.contains(u"not empty"_s),
             qPrintable(console.controller.activity().problem->error.message));
}

void TestDeploymentController::aSampleThatAnotherProcessMakesIsWaitedFor()
{
    UiWorld world;
    Console console(world);
    std::latch both(2);
    std::thread other([&both, folder = world.filePath(u"sample"_s).toStdString()] {
        TestRuntime runtime;
        both.arrive_and_wait();
        (void)createSampleDeployment(QString::fromStdString(folder), runtime.runtime());
    });
    both.arrive_and_wait();
    console.controller.start();
    QTRY_VERIFY_WITH_TIMEOUT(world.workspace().session() || console.controller.activity().problem, SampleTimeout);
    other.join();
    const auto &problem = console.controller.activity().problem;
    QVERIFY2(!problem, qPrintable(problem ? problem->error.message : QString()));
    QCOMPARE(world.workspace().session()->deployment().name, u"litwareinc.com"_s);
}

void TestDeploymentController::theDeploymentOfTheLastTimeIsOpenedAtTheStart()
{
    UiWorld world;
    {
        Console console(world);
        console.controller.openLab(world.deployment.folder());
        QTRY_VERIFY(world.workspace().session());
    }
    world.restart();
    Console console(world);
    console.controller.start();
    QTRY_COMPARE(openFolder(world), world.deployment.folder());
    QVERIFY(!QFileInfo::exists(world.filePath(u"sample"_s)));
}

// Never the sample, or anything else, in place of what was asked for.
void TestDeploymentController::aDeploymentThatIsGoneIsAProblemAndNothingElseIsOpened()
{
    UiWorld world;
    Console console(world);
    console.controller.start(world.filePath(u"nowhere"_s));
    QTRY_VERIFY(console.controller.activity().problem);
    const auto problem = *console.controller.activity().problem;
    QCOMPARE(problem.folder, world.filePath(u"nowhere"_s));
    QVERIFY(!problem.isSample);
    QVERIFY2(!problem.error.recommendedAction.contains(u"--"_s), qPrintable(problem.error.recommendedAction));
    QVERIFY(!world.workspace().session());
    console.controller.dismissProblem();
    QVERIFY(!console.controller.activity().problem);
}

void TestDeploymentController::anotherDeploymentWhileTheSampleIsMadeStaysOpen()
{
    UiWorld world;
    Console console(world);
    console.controller.start();
    QTRY_VERIFY(console.controller.activity().phase == DeploymentActivity::Phase::MakingSample);
    console.controller.openLab(world.deployment.folder());
    QTRY_COMPARE(openFolder(world), world.deployment.folder());
    QTRY_VERIFY_WITH_TIMEOUT(console.controller.activity().phase == DeploymentActivity::Phase::Idle, SampleTimeout);
    QCOMPARE(openFolder(world), world.deployment.folder());
    QVERIFY(QFileInfo::exists(world.filePath(u"sample"_s)));
}

void TestDeploymentController::openLabAsksForAFolder()
{
    UiWorld world;
    Console console(world);
    world.desktop.answers = {world.deployment.folder()};
    console.controller.openAction()->trigger();
    QTRY_COMPARE(openFolder(world), world.deployment.folder());
    QCOMPARE(world.desktop.requests.size(), 1);
}

void TestDeploymentController::aCancelledQuestionChangesNothing()
{
    UiWorld world;
    Console console(world);
    world.desktop.answers = {QString()};
    QSignalSpy opening(&world.workspace(), &Workspace::isOpeningChanged);
    console.controller.openAction()->trigger();
    QTRY_COMPARE(world.desktop.requests.size(), 1);
    QCoreApplication::processEvents();
    QCOMPARE(opening.count(), 0);
}

void TestDeploymentController::recentOnesAreNewestFirstAndKeptOverARestart()
{
    UiWorld world;
    const QString copy = world.filePath(u"copy & more"_s);
    copyFolder(world.deployment.folder(), copy);
    {
        Console console(world);
        console.controller.openLab(world.deployment.folder());
        QTRY_COMPARE(openFolder(world), world.deployment.folder());
        console.controller.openLab(copy);
        QTRY_COMPARE(openFolder(world), copy);
    }
    world.restart();
    Console console(world);
    QCOMPARE(console.controller.recent().folders(), (QStringList{copy, world.deployment.folder()}));
    const QList<QAction *> actions = recentActions(console.controller);
    QCOMPARE(actions.size(), 2);
    QVERIFY(actions.first()->text().startsWith(u"&1 "_s));
    QVERIFY2(actions.first()->text().endsWith(u"copy && more"_s), qPrintable(actions.first()->text()));
    actions.last()->trigger();
    QTRY_COMPARE(openFolder(world), world.deployment.folder());
    QCOMPARE(console.controller.recent().folders().first(), world.deployment.folder());
}

void TestDeploymentController::missingRecentOnesAreMarkedAndRemoved()
{
    UiWorld world;
    Console console(world);
    const QString gone = world.filePath(u"gone"_s);
    console.controller.recent().add(world.deployment.folder());
    console.controller.recent().add(gone);
    Q_EMIT console.controller.recentMenu()->aboutToShow();
    QTRY_VERIFY(recentActions(console.controller).first()->text().contains(u"missing"_s));
    QVERIFY(!recentActions(console.controller).last()->text().contains(u"missing"_s));
    console.controller.recentMenu()->findChild<QAction *>(u"removeMissing"_s)->trigger();
    QCOMPARE(console.controller.recent().folders(), QStringList{world.deployment.folder()});
}

void TestDeploymentController::theListOfRecentOnesCanBeCleared()
{
    UiWorld world;
    Console console(world);
    for (int i = 0; i < 12; ++i)
        console.controller.recent().add(world.filePath(QString::number(i)));
    QCOMPARE(console.controller.recent().folders().size(), RecentDeployments::MaximumCount);
    QCOMPARE(console.controller.recent().folders().first(), world.filePath(u"11"_s));
    console.controller.recentMenu()->findChild<QAction *>(u"clearRecent"_s)->trigger();
    QVERIFY(console.controller.recent().folders().isEmpty());
    QVERIFY(recentActions(console.controller).isEmpty());
    QVERIFY(!console.controller.recentMenu()->menuAction()->isEnabled());
}

void TestDeploymentController::reopeningADeploymentKeepsItsSession()
{
    UiWorld world;
    Console console(world);
    const QString copy = world.filePath(u"copy"_s);
    copyFolder(world.deployment.folder(), copy);
    console.controller.openLab(world.deployment.folder());
    QTRY_COMPARE(openFolder(world), world.deployment.folder());
    Session *first = world.workspace().session();
    console.controller.openLab(copy); // it has the same id
    QTRY_COMPARE(openFolder(world), copy);
    QVERIFY(world.workspace().session() != first);
    console.controller.openLab(world.deployment.folder());
    QTRY_COMPARE(openFolder(world), world.deployment.folder());
    QCOMPARE(world.workspace().session(), first);
}

void TestDeploymentController::onlyTheLatestOfTwoRequestsIsOpened()
{
    UiWorld world;
    Console console(world);
    const QString copy = world.filePath(u"copy"_s);
    copyFolder(world.deployment.folder(), copy);
    QSignalSpy changed(&world.workspace(), &Workspace::deploymentChanged);
    console.controller.openLab(world.deployment.folder());
    console.controller.openLab(copy);
    QTRY_COMPARE(openFolder(world), copy);
    QCOMPARE(changed.count(), 1);
}

void TestDeploymentController::theBackupServiceIsRememberedForItsDeployment()
{
    UiWorld world;
    {
        Console console(world);
        QVERIFY(!console.controller.backupServiceAction()->isEnabled());
        console.controller.openLab(world.deployment.folder());
        QTRY_VERIFY(world.workspace().session());
        QVERIFY(console.controller.backupServiceAction()->isEnabled());
        QVERIFY(!console.controller.backupServiceAction()->isChecked());
        console.controller.backupServiceAction()->trigger();
        QVERIFY(world.workspace().session()->backgroundService()->isRunning());
    }
    world.restart();
    Console console(world);
    console.controller.start();
    QTRY_VERIFY(world.workspace().session());
    QVERIFY(world.workspace().session()->backgroundService()->isRunning());
    QVERIFY(console.controller.backupServiceAction()->isChecked());
    console.controller.backupServiceAction()->trigger();
    QVERIFY(!world.workspace().session()->backgroundService()->isRunning());
}

void TestDeploymentController::theBackupServiceRunsWhileItsLabIsOpen()
{
    UiWorld world;
    Console console(world);
    UiWorld other; // of the same id, as a copy is
    console.controller.openLab(world.deployment.folder());
    QTRY_VERIFY(world.workspace().session());
    BackgroundService *service = world.workspace().session()->backgroundService();
    console.controller.backupServiceAction()->trigger();
    QVERIFY(service->isRunning());
    console.controller.openLab(other.deployment.folder());
    QTRY_COMPARE(openFolder(world), other.deployment.folder());
    QVERIFY(service->isRunning());
    QVERIFY(!console.controller.backupServiceAction()->isChecked()); // that of the other one
    console.controller.openLab(world.deployment.folder());
    QTRY_COMPARE(openFolder(world), world.deployment.folder());
    QCOMPARE(world.workspace().session()->backgroundService(), service);
    QVERIFY(console.controller.backupServiceAction()->isChecked());
    const QPointer<BackgroundService> watched = service;
    world.workspace().close(world.workspace().current());
    QVERIFY(!watched || !watched->isRunning());
    QVERIFY(!console.controller.backupServiceAction()->isChecked());
    console.controller.openLab(world.deployment.folder());
    QTRY_COMPARE(openFolder(world), world.deployment.folder());
    QVERIFY(world.workspace().session()->backgroundService()->isRunning());
}

void TestDeploymentController::actionsFollowTheDeployment()
{
    UiWorld world;
    Console console(world);
    const auto action = [&console](const QString &name) {
        return console.controller.findChild<QAction *>(name, Qt::FindDirectChildrenOnly);
    };
    for (const QString &name : {u"Publish-CsTopology"_s, u"Import-CsUserData"_s, u"Export-CsUserData"_s}) {
        QVERIFY(action(name));
        QVERIFY(!action(name)->isEnabled());
    }
    console.controller.openLab(world.deployment.folder());
    QTRY_VERIFY(world.workspace().session());
    for (const QString &name : {u"Publish-CsTopology"_s, u"Import-CsUserData"_s, u"Export-CsUserData"_s})
        QVERIFY(action(name)->isEnabled());
    const QList<QAction *> menu = console.controller.menuActions();
    QSet<QChar> mnemonics;
    for (const QAction *item : menu) {
        if (!item)
            continue;
        const qsizetype at = item->text().indexOf(u'&');
        QVERIFY2(at >= 0, qPrintable(item->text()));
        const QChar mnemonic = item->text().at(at + 1).toLower();
        QVERIFY2(!mnemonics.contains(mnemonic), qPrintable(item->text()));
        mnemonics.insert(mnemonic);
        QVERIFY2(!item->statusTip().isEmpty(), qPrintable(item->text()));
    }
}

void TestDeploymentController::commandsAreRequestedWithTheirForm_data()
{
    QTest::addColumn<QString>("cmdlet");
    QTest::newRow("publish") << u"Publish-CsTopology"_s;
    QTest::newRow("import") << u"Import-CsUserData"_s;
    QTest::newRow("export") << u"Export-CsUserData"_s;
}

void TestDeploymentController::commandsAreRequestedWithTheirForm()
{
    QFETCH(QString, cmdlet);
    UiWorld world;
    Console console(world);
    console.controller.openLab(world.deployment.folder());
    QTRY_VERIFY(world.workspace().session());
    QString requested;
    connect(&console.controller, &DeploymentController::commandRequested, this,
            [&requested](const Command &command) { requested = command.cmdlet(); });
    console.controller.findChild<QAction *>(cmdlet, Qt::FindDirectChildrenOnly)->trigger();
    QCOMPARE(requested, cmdlet);
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestDeploymentController)
#include "tst_deployment_controller.moc"
