// BackgroundPresence: what becomes of a program whose window is closed while jobs go on.
#include "app/console/background_presence.h"
#include "tests/support/patience.h"
#include "tests/support/ui_world.h"
#include "ui/command_form/command_dialog.h"
#include "ui/jobs/close_question.h"
#include "ui/main_window.h"
#include "ui/pools/pools_page.h"

#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace cspool::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 30000; // milliseconds

// Waits for an answer until it gets one.
QUuid startAskingJob(UiWorld &world)
{
    const QUuid job = world.workspace().submit(Command(u"Backup-CsPool"_s)
                                                   .set(u"PoolFqdn"_s, u"a.example.com"_s)
                                                   .set(u"Confirm"_s, true)
                                                   .set(u"Report"_s, world.filePath(u"report.html"_s)));
    const bool asks = waitUntil(
        [&] {
            const std::optional<JobInfo> info = world.jobs().job(job);
            return info && info->state == JobState::WaitingForAnswer;
        },
        Patience);
    if (!asks)
        qFatal("The job does not ask");
    return job;
}

void closeAndKeepRunning(MainWindow &window)
{
    window.close();
    QPointer<CloseQuestion> question;
    QTRY_VERIFY(question = window.findChild<CloseQuestion *>());
    QTest::mouseClick(question->findChild<QPushButton *>(u"keepRunning"_s), Qt::LeftButton);
    QTRY_VERIFY(!window.isVisible());
}

} // namespace

class TestBackgroundPresence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void afterTheLastJobTheProgramEnds();
    void aJobThatEndedBadlyBringsTheWindowBack();
    void aWindowThatCameBackKeepsTheProgram();
    void jobsOfAVisibleWindowEndNothing();
    void aJobThatIsQueuedMeanwhileKeepsTheProgram();
    void formsGoAndComeWithTheWindow();
};

void TestBackgroundPresence::afterTheLastJobTheProgramEnds()
{
    UiWorld world;
    MainWindow window(&world.workspace());
    BackgroundPresence presence(&window, &world.jobs(), 0ms);
    QSignalSpy ended(&presence, &BackgroundPresence::endRequested);
    window.show();
    world.open();
    const QUuid job = startAskingJob(world);
    closeAndKeepRunning(window);
    QCOMPARE(ended.size(), 0);
    world.jobs().cancel(job);
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, Patience);
    QVERIFY(!window.isVisible());
}

void TestBackgroundPresence::aJobThatEndedBadlyBringsTheWindowBack()
{
    UiWorld world;
    MainWindow window(&world.workspace());
    BackgroundPresence presence(&window, &world.jobs(), 0ms);
    QSignalSpy ended(&presence, &BackgroundPresence::endRequested);
    window.show();
    world.open();
    const QUuid job = startAskingJob(world);
    closeAndKeepRunning(window);
    // Unpaired: it can only fail.
    const QUuid failing = world.workspace().submit(Command(u"Backup-CsPool"_s)
                                                       .set(u"PoolFqdn"_s, u"c.example.com"_s)
                                                       .set(u"Report"_s, world.filePath(u"failed.html"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(world.jobs().job(failing)->state == JobState::Finished, Patience);
    QVERIFY(!window.isVisible()); // one is still under way
    world.jobs().cancel(job);
    QTRY_VERIFY_WITH_TIMEOUT(window.isVisible(), Patience);
    QCOMPARE(ended.size(), 0);
}

void TestBackgroundPresence::aWindowThatCameBackKeepsTheProgram()
{
    UiWorld world;
    MainWindow window(&world.workspace());
    BackgroundPresence presence(&window, &world.jobs(), 0ms);
    QSignalSpy ended(&presence, &BackgroundPresence::endRequested);
    window.show();
    world.open();
    const QUuid job = startAskingJob(world);
    closeAndKeepRunning(window);
    window.comeBack();
    world.jobs().cancel(job);
    QTRY_VERIFY_WITH_TIMEOUT(world.jobs().unfinishedJobs().isEmpty(), Patience);
    QCoreApplication::processEvents();
    QCOMPARE(ended.size(), 0);
    QVERIFY(window.isVisible());
}

void TestBackgroundPresence::jobsOfAVisibleWindowEndNothing()
{
    UiWorld world;
    MainWindow window(&world.workspace());
    BackgroundPresence presence(&window, &world.jobs(), 0ms);
    QSignalSpy ended(&presence, &BackgroundPresence::endRequested);
    window.show();
    world.open();
    world.jobs().cancel(startAskingJob(world));
    QTRY_VERIFY_WITH_TIMEOUT(world.jobs().unfinishedJobs().isEmpty(), Patience);
    QCoreApplication::processEvents();
    QCOMPARE(ended.size(), 0);
}

// Found by a review: the time-out after the last job ended the one that had been queued since.
void TestBackgroundPresence::aJobThatIsQueuedMeanwhileKeepsTheProgram()
{
    UiWorld world;
    MainWindow window(&world.workspace());
    BackgroundPresence presence(&window, &world.jobs(), 300ms);
    QSignalSpy ended(&presence, &BackgroundPresence::endRequested);
    window.show();
    world.open();
    const QUuid job = startAskingJob(world);
    closeAndKeepRunning(window);
    world.jobs().cancel(job);
    QTRY_VERIFY_WITH_TIMEOUT(world.jobs().unfinishedJobs().isEmpty(), Patience);
    // In the background, the last has ended: the time runs.
    const QUuid next = startAskingJob(world);
    QTest::qWait(600);
    QCOMPARE(ended.size(), 0);
    world.jobs().cancel(next);
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, Patience);
}

void TestBackgroundPresence::formsGoAndComeWithTheWindow()
{
    UiWorld world;
    MainWindow window(&world.workspace());
    window.show();
    world.open();
    const QUuid job = startAskingJob(world);
    auto *pools = window.findChild<PoolsPage *>();
    Q_EMIT pools->commandRequested(Command(u"Backup-CsPool"_s), {u"a.example.com"_s});
    QPointer<CommandDialog> form = window.findChild<CommandDialog *>();
    QVERIFY(form && form->isVisible());
    closeAndKeepRunning(window);
    QVERIFY(form && !form->isVisible());
    window.comeBack();
    QVERIFY(form && form->isVisible());
    world.jobs().cancel(job);
    QTRY_VERIFY_WITH_TIMEOUT(world.jobs().unfinishedJobs().isEmpty(), Patience);
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestBackgroundPresence)
#include "tst_background_presence.moc"
