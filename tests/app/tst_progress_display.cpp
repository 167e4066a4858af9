// The progress bar and its plain lines.
#include "app/terminal/progress_display.h"

#include "app/terminal/text_layout.h"

#include <QTest>
#include <QTimeZone>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

QDateTime second(int seconds)
{
    return QDateTime(QDate(2013, 3, 9), QTime(2, 0), QTimeZone::utc()).addSecs(seconds);
}

ProgressRecord half()
{
    return {.activityId = 1,
            .activity = u"Copying"_s,
            .status = u"1 of 2"_s,
            .percentComplete = 50,
            .secondsRemaining = 130};
}

} // namespace

class TestProgressDisplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBarShowsPercentUnitsAndTimeLeft()
    {
        QCOMPARE(ProgressDisplay(ProgressDisplay::Style::Bar, 120).update(half(), second(0)),
                 u"Copying [##########..........]  50%  1 of 2, about 2:10 left"_s);
        ProgressDisplay display(ProgressDisplay::Style::Bar, 80);
        QCOMPARE(display.update(half(), second(0)), u"Copying [#####.....]  50%  1 of 2, about 2:10 left"_s);
        ProgressRecord unknown = half();
        unknown.percentComplete = -1;
        unknown.secondsRemaining = -1;
        QCOMPARE(display.update(unknown, second(1)), u"\r\x1b[KCopying  1 of 2"_s);
    }

    void theBarMakesRoomAndComesBack()
    {
        ProgressDisplay display(ProgressDisplay::Style::Bar, 80);
        QCOMPARE(display.clear(), QString());
        const QString bar = display.update(half(), second(0));
        QCOMPARE(display.clear(), u"\r\x1b[K"_s);
        QCOMPARE(display.clear(), QString());
        QCOMPARE(display.redraw(), bar);
        ProgressRecord completed = half();
        completed.isCompleted = true;
        QCOMPARE(display.update(completed, second(1)), u"\r\x1b[K"_s);
        QCOMPARE(display.redraw(), QString());
    }

    void theOuterActivityIsShownAgainWhenTheInnerOneIsCompleted()
    {
        ProgressDisplay display(ProgressDisplay::Style::Bar, 80);
        const ProgressRecord outer{.activityId = 1, .activity = u"Outer"_s};
        ProgressRecord inner{.activityId = 2, .parentActivityId = 1, .activity = u"Inner"_s};
        display.update(outer, second(0));
        QVERIFY(display.update(inner, second(0)).endsWith(u"Inner"_s));
        inner.isCompleted = true;
        QVERIFY(display.update(inner, second(0)).endsWith(u"Outer"_s));
    }

    void aLongNameGivesWayToWhatChanges()
    {
        ProgressRecord progress = half();
        progress.activity = u"Copying UserServices.PresenceFocus of pool atl-cs-001.litwareinc.com"_s;
        QCOMPARE(ProgressDisplay(ProgressDisplay::Style::Bar, 72).update(progress, second(0)),
                 u"Copying UserServices.Presen… [#####.....]  50%  1 of 2, about 2:10 left"_s);
    }

    void theBarStaysOnItsLine_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("narrow") << 20;
        QTest::newRow("usual") << 80;
    }
    void theBarStaysOnItsLine()
    {
        QFETCH(int, width);
        ProgressDisplay display(ProgressDisplay::Style::Bar, width);
        ProgressRecord progress = half();
        progress.activity = u"Sichern 會議室\x1b[2J\n"_s.repeated(9);
        const QString bar = display.update(progress, second(0));
        QVERIFY(displayWidth(bar) < width);
        QVERIFY(!bar.contains(u'\x1b') && !bar.contains(u'\n'));
    }

    void linesComeNowAndThen()
    {
        ProgressDisplay display(ProgressDisplay::Style::Lines, 0);
        const int interval = ProgressDisplay::SecondsBetweenLines;
        const QString line = u"Copying: 50%, 1 of 2, about 2:10 left\n"_s;
        QCOMPARE(display.update(half(), second(0)), QString());
        QCOMPARE(display.update(half(), second(interval - 1)), QString());
        QCOMPARE(display.update(half(), second(interval)), line);
        QCOMPARE(display.update(half(), second(interval + 1)), QString());
        QCOMPARE(display.update(half(), second(2 * interval)), line);
        QCOMPARE(display.clear() + display.redraw(), QString());
    }

    void hiddenProgressWritesNothing()
    {
        ProgressDisplay display(ProgressDisplay::Style::Hidden, 80);
        QCOMPARE(display.update(half(), second(0)) + display.redraw() + display.update(half(), second(60)), QString());
    }

    void durationsRead_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("expected");
        QTest::newRow("nothing") << qint64(0) << u"0:00"_s;
        QTest::newRow("seconds") << qint64(9) << u"0:09"_s;
        QTest::newRow("minutes") << qint64(130) << u"2:10"_s;
        QTest::newRow("hours") << qint64(3723) << u"1:02:03"_s;
        QTest::newRow("days") << qint64(100 * 3600) << u"100:00:00"_s;
    }
    void durationsRead()
    {
        QFETCH(qint64, seconds);
        QTEST(clockText(seconds), "expected");
    }
};

QTEST_GUILESS_MAIN(TestProgressDisplay)
#include "tst_progress_display.moc"
