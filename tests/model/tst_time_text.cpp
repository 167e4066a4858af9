// Times and ages as people read them.
#include "model/time_text.h"

#include <QLocale>
#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

class TestTimeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agesGrowCoarser_data();
    void agesGrowCoarser();
    void ofTodayOnlyTheTimeIsWritten();
    void aToolTipHasDateSecondsAndZone();
    void noTimeIsNoText();
};

namespace {
const QDateTime now(QDate(2026, 3, 10), QTime(12, 0, 30), Qt::UTC);
}

void TestTimeText::agesGrowCoarser_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("now") << qint64(0) << u"just now"_s;
    QTest::newRow("59 s") << qint64(59) << u"just now"_s;
    QTest::newRow("a clock that is ahead") << qint64(-120) << u"just now"_s;
    QTest::newRow("a clock that is wrong") << qint64(-3600) << u"in the future"_s;
    QTest::newRow("1 min") << qint64(60) << u"1 minute(s) ago"_s;
    QTest::newRow("59 min") << qint64(3599) << u"59 minute(s) ago"_s;
    QTest::newRow("1 h") << qint64(3600) << u"1 hour(s) ago"_s;
    QTest::newRow("23 h") << qint64(86399) << u"23 hour(s) ago"_s;
    QTest::newRow("3 d") << qint64(3 * 86400 + 5) << u"3 day(s) ago"_s;
}

void TestTimeText::agesGrowCoarser()
{
    QFETCH(qint64, seconds);
    QTEST(ageText(now.addSecs(-seconds), now), "text");
}

void TestTimeText::ofTodayOnlyTheTimeIsWritten()
{
    const QString today = timeText(now, now);
    QCOMPARE(today, QLocale().toString(now.toLocalTime().time(), QLocale::ShortFormat));
    QVERIFY(timeText(now.addDays(-1), now).endsWith(today));
    QVERIFY(timeText(now.addDays(-1), now).size() > today.size());
}

void TestTimeText::aToolTipHasDateSecondsAndZone()
{
    const QString text = fullTimeText(now);
    QVERIFY2(text.contains(u":30"_s), qPrintable(text));
    QVERIFY2(text.contains(u"2026"_s), qPrintable(text));
    QVERIFY2(text.contains(now.toLocalTime().timeZoneAbbreviation()), qPrintable(text));
}

void TestTimeText::noTimeIsNoText()
{
    QCOMPARE(ageText({}, now), QString());
    QCOMPARE(timeText({}, now), QString());
    QCOMPARE(fullTimeText({}), QString());
}

QTEST_GUILESS_MAIN(TestTimeText)
#include "tst_time_text.moc"
