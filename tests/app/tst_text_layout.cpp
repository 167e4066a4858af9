// Widths, cutting, wrapping, and what is never sent to a terminal.
#include "app/terminal/text_layout.h"

#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

class TestTextLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void widthIsThatOfTheTerminal_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("width");
        QTest::newRow("empty") << QString() << 0;
        QTest::newRow("ascii") << u"atl-cs-001"_s << 10;
        QTest::newRow("umlaut") << u"Jürgen"_s << 6;
        QTest::newRow("combining accent") << u"e\u0301"_s << 1;
        QTest::newRow("chinese") << u"會議"_s << 4;
        QTest::newRow("emoji outside the basic plane") << u"\U0001F600"_s << 2;
    }
    void widthIsThatOfTheTerminal()
    {
        QFETCH(QString, text);
        QTEST(displayWidth(text), "width");
    }

    void whatSteersTheTerminalIsReplaced_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plain") << u"Ken Myer"_s << u"Ken Myer"_s;
        QTest::newRow("escape sequence") << u"\x1b[2J"_s << u"\uFFFD[2J"_s;
        QTest::newRow("C1 control sequence introducer") << u"\u009b2J"_s << u"\uFFFD2J"_s;
        QTest::newRow("backspace and delete") << u"a\b\x7f"_s << u"a\uFFFD\uFFFD"_s;
        QTest::newRow("carriage return") << u"a\rb"_s << u"a\uFFFDb"_s;
        QTest::newRow("right-to-left override") << u"\u202Egpj.exe"_s << u"\uFFFDgpj.exe"_s;
        QTest::newRow("lines stay") << u"a\n\tb"_s << u"a\n\tb"_s;
    }
    void whatSteersTheTerminalIsReplaced()
    {
        QFETCH(QString, text);
        QTEST(printable(text), "expected");
    }

    void aLineHasNoLineEnds() { QCOMPARE(printableLine(u"a\r\nb\nc\td\u2028e"_s), u"a b c d e"_s); }

    void textIsCutToItsWidth_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("width");
        QTest::addColumn<QString>("expected");
        QTest::newRow("fits") << u"abc"_s << 3 << u"abc"_s;
        QTest::newRow("cut") << u"abcdef"_s << 4 << u"abc…"_s;
        QTest::newRow("wide character that does not fit in half") << u"會議室"_s << 4 << u"會…"_s;
        QTest::newRow("combining accent stays with its letter") << u"ae\u0301bc"_s << 3 << u"ae\u0301…"_s;
        QTest::newRow("one column") << u"abc"_s << 1 << u"…"_s;
        QTest::newRow("two columns for wide ones") << u"會議"_s << 2 << u"…"_s;
        QTest::newRow("no column") << u"abc"_s << 0 << QString();
    }
    void textIsCutToItsWidth()
    {
        QFETCH(QString, text);
        QFETCH(int, width);
        QTEST(elided(text, width), "expected");
    }

    void textIsPaddedByItsDisplayWidth()
    {
        QCOMPARE(padded(u"會"_s, 4, Alignment::Left), u"會  "_s);
        QCOMPARE(padded(u"12"_s, 4, Alignment::Right), u"  12"_s);
        QCOMPARE(padded(u"longer"_s, 4, Alignment::Left), u"longer"_s);
    }

    void textIsWrapped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("width");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("empty") << QString() << 10 << QStringList{QString()};
        QTest::newRow("at spaces") << u"one two three"_s << 8 << QStringList{u"one two"_s, u"three"_s};
        QTest::newRow("space just behind the width")
            << u"one two three"_s << 7 << QStringList{u"one two"_s, u"three"_s};
        QTest::newRow("word too long") << u"abcdefgh ij"_s << 4 << QStringList{u"abcd"_s, u"efgh"_s, u"ij"_s};
        QTest::newRow("own lines") << u"a\n\nb"_s << 5 << QStringList{u"a"_s, u""_s, u"b"_s};
        QTest::newRow("unlimited") << u"one two three"_s << 0 << QStringList{u"one two three"_s};
        QTest::newRow("wide") << u"會議室"_s << 4 << QStringList{u"會議"_s, u"室"_s};
        QTest::newRow("wider than the line") << u"會議"_s << 1 << QStringList{u"會"_s, u"議"_s};
    }
    void textIsWrapped()
    {
        QFETCH(QString, text);
        QFETCH(int, width);
        QTEST(wrapped(text, width), "expected");
    }

    void aLongWordCanBeKept()
    {
        const QString text = u"not in /a/very/long/path any more"_s;
        QCOMPARE(wrapped(text, 10, LongWord::Keep), (QStringList{u"not in"_s, u"/a/very/long/path"_s, u"any more"_s}));
        QCOMPARE(wrapped(u"/a/very/long/path"_s, 10, LongWord::Keep), QStringList{u"/a/very/long/path"_s});
    }
};

QTEST_GUILESS_MAIN(TestTextLayout)
#include "tst_text_layout.moc"
