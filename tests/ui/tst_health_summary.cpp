// HealthSummary: what the status bar counts, and that it claims nothing that was not read.
#include "tests/support/ui_world.h"
#include "ui/deployments/health_summary.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

const QString poolA = u"a.example.com"_s;
const QString poolB = u"b.example.com"_s;

QToolButton *poolsButton(const HealthSummary &summary)
{
    return summary.findChild<QToolButton *>(u"poolsHealth"_s);
}

QLabel *serviceLabel(const HealthSummary &summary)
{
    return summary.findChild<QLabel *>(u"backupServiceState"_s);
}

} // namespace

class TestHealthSummary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutADeploymentItSaysNothing();
    void whatWasNotReadIsSaidToBeUnread();
    void everyPoolIsCountedOnce();
    void theHealthBecomesKnownThoughNobodyLooksAtThePools();
    void aPoolThatCannotBeReadIsUnknown();
    void theAgeGoesOnAndOldIsSaidToBeOld();
    void allIsGoodOnlyWhenAllWasReadAndIsNotOld_data();
    void allIsGoodOnlyWhenAllWasReadAndIsNotOld();
    void poolsThatCannotBeReadAgainAreSaidToBe();
    void clickingAsksForTheProblems();
    void theBackupServiceIsShown();
};

void TestHealthSummary::withoutADeploymentItSaysNothing()
{
    UiWorld world;
    HealthSummary summary(&world.workspace());
    summary.show();
    QVERIFY(!poolsButton(summary)->isVisible());
    QVERIFY(!serviceLabel(summary)->isVisible());
}

void TestHealthSummary::whatWasNotReadIsSaidToBeUnread()
{
    UiWorld world;
    HealthSummary summary(&world.workspace());
    summary.show();
    world.open();
    world.workspace().monitor()->setBackgroundPools(0); // what is not read stays so
    QTRY_VERIFY2(poolsButton(summary)->text().contains(u"2 not read yet"_s), qPrintable(poolsButton(summary)->text()));
    QCOMPARE(summary.counts().pools, 3);
    QCOMPARE(summary.counts().unread, 2);
    QCOMPARE(summary.counts().attention, 1); // c.example.com has no backup pool: no status will change that
    QVERIFY(!summary.counts().oldest.isValid());
    QVERIFY(!poolsButton(summary)->text().contains(u"good"_s));
}

void TestHealthSummary::everyPoolIsCountedOnce()
{
    UiWorld world;
    world.deployment.writeDocument(poolA, u"urn:lcd:ann@example.com"_s, "<Data/>");
    HealthSummary summary(&world.workspace());
    summary.show();
    world.open();
    world.workspace().monitor()->setWantedPools({poolA, poolB});
    QTRY_COMPARE(summary.counts().unread, 0);
    QCOMPARE(summary.counts().pools, 3);
    QCOMPARE(summary.counts().attention, 3); // never backed up, never backed up, no backup pool
    QCOMPARE(summary.counts().bad, 0);
    // The counts are at hand at once; the text follows when the loop has nothing better to do.
    QTRY_VERIFY2(poolsButton(summary)->text().startsWith(u"3 pool(s) · 3 need"_s),
                 qPrintable(poolsButton(summary)->text()));
    QVERIFY2(poolsButton(summary)->text().contains(u"read just now"_s), qPrintable(poolsButton(summary)->text()));
}

void TestHealthSummary::theHealthBecomesKnownThoughNobodyLooksAtThePools()
{
    UiWorld world;
    HealthSummary summary(&world.workspace());
    summary.show();
    world.open();
    QTRY_COMPARE(summary.counts().unread, 0);
    QTRY_VERIFY2(!poolsButton(summary)->text().contains(u"not read yet"_s), qPrintable(poolsButton(summary)->text()));
}

void TestHealthSummary::aPoolThatCannotBeReadIsUnknown()
{
    UiWorld world;
    HealthSummary summary(&world.workspace());
    summary.show();
    world.open();
    DeploymentMonitor &monitor = *world.workspace().monitor();
    monitor.setWantedPools({poolA, poolB});
    QTRY_COMPARE(summary.counts().unread, 0);
    QTRY_VERIFY(!monitor.isReading());
    const QString folder = world.deployment.folder();
    QVERIFY(QDir().rename(folder, folder + u".away"_s));
    monitor.refresh();
    QTRY_COMPARE(summary.counts().unknown, 2);
    QTRY_VERIFY2(poolsButton(summary)->text().contains(u"2 unknown"_s), qPrintable(poolsButton(summary)->text()));
    QVERIFY(QDir().rename(folder + u".away"_s, folder));
}

void TestHealthSummary::theAgeGoesOnAndOldIsSaidToBeOld()
{
    UiWorld world;
    HealthSummary summary(&world.workspace());
    summary.show();
    world.open();
    world.workspace().monitor()->setWantedPools({poolA, poolB});
    QTRY_COMPARE(summary.counts().unread, 0);
    QVERIFY(!summary.counts().isOld);
    world.desktop.time = QDateTime::currentDateTimeUtc().addSecs(20 * 60);
    QVERIFY(summary.counts().isOld);
    Q_EMIT world.workspace().monitor()->poolStatusChanged(poolA);
    QTRY_VERIFY2(poolsButton(summary)->text().contains(u"read 20 minute"_s)
                     || poolsButton(summary)->text().contains(u"read 19 minute"_s),
                 qPrintable(poolsButton(summary)->text()));
    QVERIFY(poolsButton(summary)->toolTip().contains(u"old"_s));
    QVERIFY2(poolsButton(summary)->text().contains(u"old: read"_s), qPrintable(poolsButton(summary)->text()));
}

void TestHealthSummary::allIsGoodOnlyWhenAllWasReadAndIsNotOld_data()
{
    QTest::addColumn<HealthCounts>("counts");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isGood");
    const QDateTime read(QDate(2024, 5, 1), QTime(2, 0), Qt::UTC);
    QTest::newRow("fresh") << HealthCounts{.pools = 2, .oldest = read}
                           << u"2 pool(s) · all good · read 20 minute(s) ago"_s << true;
    QTest::newRow("old") << HealthCounts{.pools = 2, .oldest = read, .isOld = true}
                         << u"2 pool(s) · old: read 20 minute(s) ago"_s << false;
    QTest::newRow("former pools")
        << HealthCounts{.pools = 2, .oldest = read, .areFormerPools = true}
        << u"2 pool(s) · the pools could not be read again · read 20 minute(s) ago"_s << false;
    QTest::newRow("unread") << HealthCounts{.pools = 2, .unread = 2, .oldest = {}} << u"2 pool(s) · 2 not read yet"_s
                            << false;
    QTest::newRow("attention") << HealthCounts{.pools = 2, .attention = 1, .oldest = read, .isOld = true}
                               << u"2 pool(s) · 1 need(s) attention · old: read 20 minute(s) ago"_s << false;
}

void TestHealthSummary::allIsGoodOnlyWhenAllWasReadAndIsNotOld()
{
    QFETCH(HealthCounts, counts);
    QFETCH(QString, text);
    QFETCH(bool, isGood);
    QCOMPARE(HealthSummary::text(counts, QDateTime(QDate(2024, 5, 1), QTime(2, 20), Qt::UTC)), text);
    QCOMPARE(HealthSummary::tone(counts) == StatusTone::Good, isGood);
}

void TestHealthSummary::poolsThatCannotBeReadAgainAreSaidToBe()
{
    UiWorld world;
    HealthSummary summary(&world.workspace());
    summary.show();
    world.open();
    DeploymentMonitor &monitor = *world.workspace().monitor();
    QTRY_VERIFY(!monitor.isReading());
    QVERIFY(!summary.counts().areFormerPools);
    const QString folder = world.deployment.folder();
    QVERIFY(QDir().rename(folder, folder + u".away"_s));
    monitor.refresh();
    QTRY_VERIFY(summary.counts().areFormerPools);
    QTRY_VERIFY2(poolsButton(summary)->text().contains(u"could not be read again"_s),
                 qPrintable(poolsButton(summary)->text()));
    QVERIFY(QDir().rename(folder + u".away"_s, folder));
    monitor.refresh();
    QTRY_VERIFY(!poolsButton(summary)->text().contains(u"could not be read again"_s));
}

void TestHealthSummary::clickingAsksForTheProblems()
{
    UiWorld world;
    HealthSummary summary(&world.workspace());
    summary.show();
    world.open();
    QSignalSpy requested(&summary, &HealthSummary::problemsRequested);
    QTest::mouseClick(poolsButton(summary), Qt::LeftButton);
    QCOMPARE(requested.count(), 1);
    poolsButton(summary)->setFocus();
    QTest::keyClick(poolsButton(summary), Qt::Key_Space);
    QCOMPARE(requested.count(), 2);
}

void TestHealthSummary::theBackupServiceIsShown()
{
    UiWorld world;
    HealthSummary summary(&world.workspace());
    summary.show();
    world.open();
    QCOMPARE(serviceLabel(summary)->text(), u"Backup service: off"_s);
    const QString store = world.deployment.folder() + u"/pools/"_s + poolA + u"/file-store"_s;
    QVERIFY(QDir().rename(store, store + u".away"_s));
    BackgroundService *service = world.workspace().session()->backgroundService();
    service->setRunning(true);
    QTRY_COMPARE_WITH_TIMEOUT(serviceLabel(summary)->text(), u"Backup service: problem"_s, 30'000);
    QVERIFY2(serviceLabel(summary)->toolTip().contains(poolA), qPrintable(serviceLabel(summary)->toolTip()));
    QVERIFY(QDir().rename(store + u".away"_s, store));
    service->setRunning(false);
    QCOMPARE(serviceLabel(summary)->text(), u"Backup service: off"_s);
    service->setRunning(true);
    QTRY_VERIFY_WITH_TIMEOUT(serviceLabel(summary)->text().startsWith(u"Backup service: on, last cycle"_s), 30'000);
}

} // namespace cspool::test

QTEST_MAIN(cspool::test::TestHealthSummary)
#include "tst_health_summary.moc"
