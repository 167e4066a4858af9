// The report loader: what it does away from the window's thread.
#include "ui/report/report_loader.h"

#include <QTest>
#include <QTimeZone>

#include <atomic>
#include <thread>

namespace cspool::test {

class TestReportLoader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReleasedReportIsFreedInTheWorkersThread();
    void aReleasedReportIsLeftToWhoeverKeepsIt();
};

void TestReportLoader::aReleasedReportIsFreedInTheWorkersThread()
{
    std::atomic<bool> isFreed = false;
    std::atomic<bool> isFreedElsewhere = false;
    const auto free = [&, window = std::this_thread::get_id()](const ReportPages *pages) {
        delete pages;
        isFreedElsewhere = std::this_thread::get_id() != window;
        isFreed = true;
    };
    ReportLoader loader;
    LoadedReport report;
    report.pages.reset(new ReportPages(std::make_shared<const ReportTree>(), QTimeZone::utc()), free);
    loader.release(std::move(report));
    QTRY_VERIFY(isFreed);
    QVERIFY(isFreedElsewhere);
}

void TestReportLoader::aReleasedReportIsLeftToWhoeverKeepsIt()
{
    const auto pages = std::make_shared<const ReportPages>(std::make_shared<const ReportTree>(), QTimeZone::utc());
    ReportLoader loader;
    loader.release({{}, pages});
    QTRY_COMPARE(pages.use_count(), 1);
    QVERIFY(pages->pageCount() > 0);
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestReportLoader)
#include "tst_report_loader.moc"
