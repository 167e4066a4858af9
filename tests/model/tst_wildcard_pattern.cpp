// PowerShell's wildcards.
#include "model/wildcard_pattern.h"

#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

class TestWildcardPattern : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPatternMatchesTheWholeText_data();
    void aPatternMatchesTheWholeText();
    void badPatternsAreRefused_data();
    void badPatternsAreRefused();
    void manyStarsTakeNoLonger();
};

void TestWildcardPattern::aPatternMatchesTheWholeText_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("matches");
    const auto row = [](const QString &pattern, const QString &text, bool matches) {
        QTest::addRow("%s on %s", qPrintable(pattern), qPrintable(text)) << pattern << text << matches;
    };
    row(u"pool01.contoso.com"_s, u"pool01.contoso.com"_s, true);
    row(u"POOL01.contoso.com"_s, u"pool01.Contoso.com"_s, true);
    row(u"pool01"_s, u"pool01.contoso.com"_s, false);
    row(u"*"_s, QString(), true);
    row(u"*"_s, u"anything"_s, true);
    row(QString(), QString(), true);
    row(QString(), u"a"_s, false);
    row(u"*.contoso.com"_s, u"pool01.contoso.com"_s, true);
    row(u"*.contoso.com"_s, u"contoso.com"_s, false);
    row(u"pool*"_s, u"pool"_s, true);
    row(u"*o*o*"_s, u"pool"_s, true);
    row(u"*o*o*o*"_s, u"pool"_s, false);
    row(u"*ab"_s, u"aab"_s, true);
    row(u"*aab"_s, u"aaab"_s, true);
    row(u"pool0?.*"_s, u"pool01.contoso.com"_s, true);
    row(u"pool0?.*"_s, u"pool0.contoso.com"_s, false);
    row(u"a?c"_s, u"abbc"_s, false);
    row(u"pool0[1-3]"_s, u"pool02"_s, true);
    row(u"pool0[1-3]"_s, u"pool04"_s, false);
    row(u"pool0[13]"_s, u"pool02"_s, false);
    row(u"pool0[13x-z]"_s, u"pool0Y"_s, true);
    row(u"[A-C]"_s, u"b"_s, true);
    row(u"[a-]"_s, u"-"_s, true);
    row(u"[*]"_s, u"*"_s, true);
    row(u"[*]"_s, u"a"_s, false);
    row(u"`*"_s, u"*"_s, true);
    row(u"`*"_s, u"a"_s, false);
    row(u"`[a]"_s, u"[a]"_s, true);
    row(u"a]"_s, u"a]"_s, true);
    row(u"Service:Registrar:*"_s, u"service:registrar:a.example.com"_s, true);
}

void TestWildcardPattern::aPatternMatchesTheWholeText()
{
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    const auto parsed = WildcardPattern::parse(pattern, u"Filter"_s);
    QVERIFY(parsed);
    QTEST(parsed->matches(text), "matches");
}

void TestWildcardPattern::badPatternsAreRefused_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::newRow("open") << u"pool[1"_s;
    QTest::newRow("empty") << u"pool[]"_s;
    QTest::newRow("backwards") << u"pool[3-1]"_s;
}

void TestWildcardPattern::badPatternsAreRefused()
{
    QFETCH(QString, pattern);
    const auto parsed = WildcardPattern::parse(pattern, u"Filter"_s);
    QVERIFY(!parsed);
    QVERIFY(parsed.error().message.contains(pattern));
    QCOMPARE(parsed.error().target, u"Filter"_s);
}

// A matcher that tries every split would not end within the life of a test.
void TestWildcardPattern::manyStarsTakeNoLonger()
{
    const auto parsed = WildcardPattern::parse(u"*a"_s.repeated(100) + u'b', u"Filter"_s);
    QVERIFY(parsed);
    QVERIFY(!parsed->matches(u"a"_s.repeated(10'000)));
    QVERIFY(parsed->matches(QString(u"a"_s.repeated(10'000) + u'b')));
}

QTEST_GUILESS_MAIN(TestWildcardPattern)
#include "tst_wildcard_pattern.moc"
