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

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestJobUpdates)
#include "tst_job_updates.moc"
