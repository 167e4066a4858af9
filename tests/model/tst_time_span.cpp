// TimeSpan: .NET's texts, read and written, at the limits of its range.
#include "model/time_span.h"

#include <QRandomGenerator>
#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {
constexpr qint64 Second = TimeSpan::TicksPerSecond;
constexpr qint64 Longest = std::numeric_limits<qint64>::max();
constexpr qint64 MostNegative = std::numeric_limits<qint64>::min();
} // namespace

class TimeSpanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theConstantFormatIsDotNets_data();
    void theConstantFormatIsDotNets();
    void aTextIsRead_data();
    void aTextIsRead();
    void anythingElseIsRefused_data();
    void anythingElseIsRefused();
    void everyTimeSpanIsReadBack();
    void secondsThatDoNotFitSaturate();
    void millisecondsDropTheRest();
};

void TimeSpanTest::theConstantFormatIsDotNets_data()
{
    QTest::addColumn<qint64>("ticks");
    QTest::addColumn<QString>("text");
    // Values and texts of the .NET documentation of TimeSpan.ToString("c") and of its constants.
    QTest::newRow("zero") << qint64(0) << u"00:00:00"_s;
    QTest::newRow("one tick") << qint64(1) << u"00:00:00.0000001"_s;
    QTest::newRow("one tick less") << qint64(-1) << u"-00:00:00.0000001"_s;
    QTest::newRow("a second") << Second << u"00:00:01"_s;
    QTest::newRow("a fraction keeps its zeros") << 5 * Second + 5'000'000 << u"00:00:05.5000000"_s;
    QTest::newRow("an hour") << 3600 * Second << u"01:00:00"_s;
    QTest::newRow("less than a day") << 86399 * Second << u"23:59:59"_s;
    QTest::newRow("a day") << 86400 * Second << u"1.00:00:00"_s;
    QTest::newRow("minus a day and a half") << -129600 * Second << u"-1.12:00:00"_s;
    QTest::newRow("longest") << Longest << u"10675199.02:48:05.4775807"_s;
    QTest::newRow("most negative") << MostNegative << u"-10675199.02:48:05.4775808"_s;
}

void TimeSpanTest::theConstantFormatIsDotNets()
{
    QFETCH(qint64, ticks);
    QFETCH(QString, text);
    QCOMPARE(TimeSpan{ticks}.toString(), text);
    QCOMPARE(TimeSpan::fromString(text), TimeSpan{ticks});
}

void TimeSpanTest::aTextIsRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("ticks");
    QTest::newRow("whole seconds") << u"90"_s << 90 * Second;
    QTest::newRow("zero seconds") << u"0"_s << qint64(0);
    QTest::newRow("negative seconds") << u"-5"_s << -5 * Second;
    QTest::newRow("the longest in whole seconds") << u"922337203685"_s << 922337203685 * Second;
    QTest::newRow("leading zeros") << u"0000000000000000000000007"_s << 7 * Second;
    QTest::newRow("hours and minutes") << u"01:30"_s << 5400 * Second;
    QTest::newRow("single digits") << u"1:2:3"_s << 3723 * Second;
    QTest::newRow("days") << u"2.01:00:00"_s << 176400 * Second;
    QTest::newRow("days without seconds") << u"2.01:00"_s << 176400 * Second;
    QTest::newRow("short fraction") << u"00:00:00.5"_s << Second / 2;
    QTest::newRow("minus zero") << u"-00:00:00"_s << qint64(0);
    QTest::newRow("space around") << u" \t00:00:10 "_s << 10 * Second;
}

void TimeSpanTest::aTextIsRead()
{
    QFETCH(QString, text);
    QFETCH(qint64, ticks);
    QCOMPARE(TimeSpan::fromString(text), TimeSpan{ticks});
}

void TimeSpanTest::anythingElseIsRefused_data()
{
    QTest::addColumn<QString>("text");
    const QStringList texts = {
        u""_s,
        u" "_s,
        u"-"_s,
        u"ten"_s,
        u"10s"_s,
        u"1.5"_s,
        u"+5"_s,
        u"--5"_s,
        u"- 5"_s,
        u"24:00"_s,
        u"00:60"_s,
        u"00:00:60"_s,
        u"1:2:3:4"_s,
        u"00:00:"_s,
        u":00:00"_s,
        u"00::00"_s,
        u"100:00"_s,
        u"00:000:00"_s,
        u"00:00:00."_s,
        u"00:00:00.12345678"_s,
        u".01:00"_s,
        u"1..01:00"_s,
        u"1.2.03:00"_s,
        u"1.01:00:00.5.5"_s,
        u"00:00:-1"_s,
        u"0 1:00"_s,
        u"٣"_s,
        u"1e3"_s,
        u"0x10"_s,
        u"922337203686"_s,
        u"10675199.02:48:05.4775808"_s,
        u"-10675199.02:48:05.4775809"_s,
        u"10675200.00:00:00"_s,
        u"18446744073709551617"_s,
        u"99999999999999999999999.00:00"_s,
    };
    for (const QString &text : texts)
        QTest::newRow(qPrintable(u'"' + text + u'"')) << text;
}

void TimeSpanTest::anythingElseIsRefused()
{
    QFETCH(QString, text);
    QCOMPARE(TimeSpan::fromString(text), std::nullopt);
}

void TimeSpanTest::everyTimeSpanIsReadBack()
{
    QRandomGenerator random(20131);
    for (int i = 0; i < 20'000; ++i) {
        // Of every order of magnitude, not only the huge ones that 64 random bits give.
        const TimeSpan span{qint64(random.generate64()) >> random.bounded(64)};
        QCOMPARE(TimeSpan::fromString(span.toString()), span);
    }
}

void TimeSpanTest::secondsThatDoNotFitSaturate()
{
    QCOMPARE(TimeSpan::fromSeconds(30).ticks, 30 * Second);
    QCOMPARE(TimeSpan::fromSeconds(922337203685).ticks, 922337203685 * Second);
    QCOMPARE(TimeSpan::fromSeconds(922337203686).ticks, Longest);
    QCOMPARE(TimeSpan::fromSeconds(Longest).ticks, Longest);
    QCOMPARE(TimeSpan::fromSeconds(MostNegative).ticks, MostNegative);
}

void TimeSpanTest::millisecondsDropTheRest()
{
    QCOMPARE(TimeSpan{19'999}.toMilliseconds().count(), qint64(1));
    QCOMPARE(TimeSpan::fromSeconds(-3).toMilliseconds().count(), qint64(-3000));
}

QTEST_GUILESS_MAIN(TimeSpanTest)
#include "tst_time_span.moc"
