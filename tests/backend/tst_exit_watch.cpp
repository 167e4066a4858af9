// ExitWatch: the end of a program waits for what answers, and not for what does not.
#include "backend/exit_watch.h"
#include "backend/job_runner.h"
#include "backend/pipeline_reaper.h"
#include "tests/support/fake_session.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

#include <cstdio>
#include <cstdlib>
#include <latch>

namespace cspool::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int EndedWithoutWaiting = 42;
constexpr auto HangArgument = "--hang"_L1;

// As a program's main() is; its reading never ends.
int hang()
{
    ExitWatch watch(50ms, [](const QStringList &waits) {
        std::fputs(qPrintable(waits.join(u'\n')), stdout);
        std::fflush(stdout);
        std::_Exit(EndedWithoutWaiting);
    });
    const auto session = std::make_shared<FakeSession>();
    PipelineReaper reaper;
    std::unique_ptr<Pipeline> reading = session->start(Command(u"Get-CsPool"_s));
    std::latch never(1);
    session->pipelines.first()->worker = std::thread([&never] { never.wait(); });
    reaper.take(std::move(reading), session);
    watch.begin();
    return 0;
}

} // namespace

class TestExitWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatHangsIsNamedAndWaitedForNoLonger();
    void aJobThatHangsIsNamed();
    void whatEndsInTimeIsWaitedFor();
    void aProcessEndsThoughAReadingHangs();
};

void TestExitWatch::whatHangsIsNamedAndWaitedForNoLonger()
{
    std::latch released(1);
    QStringList told;
    ExitWatch watch(200ms, [&](const QStringList &waits) {
        told = waits;
        released.count_down();
    });
    const auto session = std::make_shared<FakeSession>();
    {
        PipelineReaper reaper;
        std::unique_ptr<Pipeline> reading = session->start(Command(u"Get-CsPool"_s));
        session->pipelines.first()->worker = std::thread([&released] { released.wait(); });
        reaper.take(std::move(reading), session);
        const ExitWait ended(u"what has ended before"_s);
        watch.begin();
    }
    QCOMPARE(told, QStringList(u"1 readings that were cancelled"_s));
}

void TestExitWatch::aJobThatHangsIsNamed()
{
    std::latch released(1);
    const auto session = std::make_shared<FakeSession>();
    QStringList told;
    ExitWatch watch(20ms, [&](const QStringList &waits) {
        told = waits;
        released.count_down();
    });
    {
        JobRunner jobs(nullptr);
        const QUuid job = jobs.submit(session, Command(u"Backup-CsPool"_s).set(u"PoolFqdn"_s, u"a.example.com"_s));
        QTRY_VERIFY(jobs.job(job)->state == JobState::Running);
        FakePipeline *pipeline = session->pipelines.first();
        pipeline->endsWhenCancelled = false;
        pipeline->worker = std::thread([pipeline, &released] {
            released.wait();
            pipeline->end(Outcome::Cancelled);
        });
        watch.begin();
    }
    QCOMPARE(told, QStringList(u"job Backup-CsPool a.example.com"_s));
}

void TestExitWatch::whatEndsInTimeIsWaitedFor()
{
    bool hasGivenUp = false;
    {
        ExitWatch watch(1h, [&](const QStringList &) { hasGivenUp = true; });
        watch.begin();
        std::thread worker;
        bool hasEnded = false;
        {
            const ExitWait wait(u"a thread"_s);
            worker = std::thread([&hasEnded] { hasEnded = true; });
            worker.join();
        }
        QVERIFY(hasEnded);
    }
    QVERIFY(!hasGivenUp);
}

void TestExitWatch::aProcessEndsThoughAReadingHangs()
{
    QProcess program;
    program.start(QCoreApplication::applicationFilePath(), {HangArgument});
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), EndedWithoutWaiting);
    QCOMPARE(program.readAllStandardOutput(), "1 readings that were cancelled");
}

} // namespace cspool::test

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    if (QCoreApplication::arguments().contains(cspool::test::HangArgument))
        return cspool::test::hang();
    cspool::test::TestExitWatch test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_exit_watch.moc"
