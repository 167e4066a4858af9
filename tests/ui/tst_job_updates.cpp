// What shows jobs: it is worked out once in a turn of the event loop, however many jobs have changed.
#include "model/job_model.h"
#include "tests/support/fake_session.h"
#include "tests/support/ui_world.h"
#include "ui/jobs/job_feed.h"
#include "ui/jobs/jobs_page.h"
#include "ui/jobs/prompt_center.h"
#include "ui/jobs_indicator.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

namespace cspool::test {

using namespace Qt::StringLiterals;

class TestJobUpdates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manyJobsOfOneTurnAreOneUpdate();
    void longLogsOfEndedJobsDoNotStayInMemory();
};

// Found by a review: the page, its commands and the indicator were worked out anew for every cell that changed.
void TestJobUpdates::manyJobsOfOneTurnAreOneUpdate()
{
    UiWorld world;
    world.open();
    JobsPage page(&world.workspace());
    PromptCenter prompts(&world.workspace(), &page);
    JobsIndicator indicator(&world.workspace(), &prompts);
    page.show();
    QTRY_VERIFY(world.workspace().jobFeed().isHistoryRead());
    const auto session = std::make_shared<FakeSession>();
    const auto backUp
        = [&] { world.jobs().submit(session, Command(u"Backup-CsPool"_s).set(u"PoolFqdn"_s, u"a.x.com"_s)); };
    backUp();
    QTRY_COMPARE(session->pipelines.size(), 1);
    // Nothing is pending when the count begins.
    auto *pageUpdate = page.findChild<QTimer *>(u"jobsUpdate"_s);
    auto *indicatorUpdate = indicator.findChild<QTimer *>(u"jobsIndicatorUpdate"_s);
    QVERIFY(pageUpdate && indicatorUpdate);
    QTRY_VERIFY(!pageUpdate->isActive() && !indicatorUpdate->isActive());

    QSignalSpy pageUpdates(pageUpdate, &QTimer::timeout);
    QSignalSpy indicatorUpdates(indicatorUpdate, &QTimer::timeout);
    QSignalSpy inserted(world.workspace().jobModel(), &QAbstractItemModel::rowsInserted);
    for (int i = 0; i < 20; ++i)
        backUp(); // they wait for the first one
    QCOMPARE(inserted.count(), 20);
    QCOMPARE(pageUpdates.count(), 0);
    QTRY_COMPARE(pageUpdates.count(), 1);
    QTRY_COMPARE(indicatorUpdates.count(), 1);
    QVERIFY2(indicator.text().contains(u"20"_s), qPrintable(indicator.text()));
    world.jobs().cancelAll();
    QTRY_VERIFY(world.jobs().unfinishedJobs().isEmpty());
    QTRY_VERIFY(indicator.text().isEmpty());
}

// Found by measuring: each ended job with a long log kept tens of megabytes until twenty had ended.
void TestJobUpdates::longLogsOfEndedJobsDoNotStayInMemory()
{
    constexpr int RecordsOfJob = 12'000; // two of them are more than is kept
    UiWorld world;
    const auto session = std::make_shared<FakeSession>();
    session->onStart = [](FakePipeline &pipeline) {
        pipeline.worker = std::thread([&pipeline] {
            for (int i = 0; i < RecordsOfJob; ++i)
                pipeline.write(InformationRecord{u"a line of the log"_s, false});
            pipeline.end(Outcome::Succeeded);
        });
    };
    const Command backup = Command(u"Backup-CsPool"_s).set(u"PoolFqdn"_s, u"a.x.com"_s);
    const QUuid first = world.jobs().submit(session, backup);
    const QUuid second = world.jobs().submit(session, backup); // after the first, which is of the same pools
    QTRY_VERIFY_WITH_TIMEOUT(world.jobs().unfinishedJobs().isEmpty(), 30'000);
    const JobFeed &feed = world.workspace().jobFeed();
    QTRY_VERIFY(!feed.log(first));
    QVERIFY(feed.log(second)); // whoever looks at it reads no history
    QVERIFY(feed.log(second)->end() >= RecordsOfJob);
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestJobUpdates)
#include "tst_job_updates.moc"
