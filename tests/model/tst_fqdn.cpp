// The syntax of FQDNs: one row per rule.
#include "model/fqdn.h"

#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {
const QString longestLabel = QString(63, u'a');
// 3 * 64 + 61 = 253 characters.
const QString longestName
    = QString(longestLabel + u'.' + longestLabel + u'.' + longestLabel + u'.' + QString(61, u'b'));
} // namespace

class FqdnTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNameBecomesCanonical_data();
    void aNameBecomesCanonical();
    void aBrokenRuleIsNamed_data();
    void aBrokenRuleIsNamed();
    void theCanonicalFormAsksNoQuestions();
    void aHostileNameIsShortAndPrintableInTheMessage();
};

void FqdnTest::aNameBecomesCanonical_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("canonical");
    QTest::newRow("as it is") << u"atl-cs-001.litwareinc.com"_s << u"atl-cs-001.litwareinc.com"_s;
    QTest::newRow("lower case") << u"ATL-CS-001.LitwareInc.Com"_s << u"atl-cs-001.litwareinc.com"_s;
    QTest::newRow("trailing dot") << u"pool.example.com."_s << u"pool.example.com"_s;
    QTest::newRow("space around") << u" \tpool.example.com\n"_s << u"pool.example.com"_s;
    QTest::newRow("two labels") << u"pool.local"_s << u"pool.local"_s;
    QTest::newRow("digits first") << u"1pool.2example.com"_s << u"1pool.2example.com"_s;
    QTest::newRow("single characters") << u"a.b"_s << u"a.b"_s;
    QTest::newRow("hyphens inside") << u"a--b.xn--e1afmkfd.com"_s << u"a--b.xn--e1afmkfd.com"_s;
    QTest::newRow("four numbers and a word") << u"10.0.0.1.example"_s << u"10.0.0.1.example"_s;
    QTest::newRow("longest") << longestName << longestName;
    QTest::newRow("longest with its dot") << QString(longestName + u'.') << longestName;
}

void FqdnTest::aNameBecomesCanonical()
{
    QFETCH(QString, text);
    QFETCH(QString, canonical);
    const auto fqdn = parseFqdn(text);
    QVERIFY2(fqdn, fqdn ? "" : qPrintable(fqdn.error().message));
    QCOMPARE(*fqdn, canonical);
}

void FqdnTest::aBrokenRuleIsNamed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("rule");
    QTest::newRow("empty") << u""_s << u"it is empty"_s;
    QTest::newRow("spaces") << u"  "_s << u"it is empty"_s;
    QTest::newRow("a dot") << u"."_s << u"it is empty"_s;
    QTest::newRow("no domain") << u"pool"_s << u"it has no domain, as in \"pool.example.com\""_s;
    QTest::newRow("no domain, with a dot") << u"pool."_s << u"it has no domain, as in \"pool.example.com\""_s;
    QTest::newRow("dot first") << u".example.com"_s << u"it begins with a dot"_s;
    QTest::newRow("two dots") << u"pool..com"_s << u"there is nothing between the dots at character 5"_s;
    QTest::newRow("two dots last") << u"pool.com.."_s << u"there is nothing between the dots at character 9"_s;
    QTest::newRow("space inside") << u"pool 1.example.com"_s << u"there is a space at character 5"_s;
    QTest::newRow("underscore") << u"my_pool.example.com"_s
                                << u"there is an underscore at character 3, which host names cannot contain"_s;
    QTest::newRow("other character") << u"pool.example.com/x"_s
                                     << u"character 17, \"/\", is not a letter, digit or hyphen"_s;
    QTest::newRow("comma") << u"a.com,b.com"_s << u"character 6, \",\", is not a letter, digit or hyphen"_s;
    QTest::newRow("wildcard") << u"*.example.com"_s << u"character 1, \"*\", is not a letter, digit or hyphen"_s;
    QTest::newRow("international") << u"pöol.example.com"_s
                                   << u"character 2 is not one of the letters a to z, digits and hyphens; write an "
                                      u"international name in its \"xn--\" form"_s;
    QTest::newRow("hyphen first") << u"a.-b.com"_s << u"the part \"-b\" begins with a hyphen"_s;
    QTest::newRow("hyphen last") << u"a-.b.com"_s << u"the part \"a-\" ends with a hyphen"_s;
    QTest::newRow("long label") << QString(longestLabel + u"a.com"_s)
                                << QString(u"the part \"" + longestLabel
                                           + u"a\" has 64 characters; at most 63 are allowed between two dots");
    QTest::newRow("long name") << QString(longestName + u'b') << u"it has 254 characters; at most 253 are allowed"_s;
    QTest::newRow("IP address") << u"192.168.0.1"_s << u"it is an IP address"_s;
}

void FqdnTest::aBrokenRuleIsNamed()
{
    QFETCH(QString, text);
    QFETCH(QString, rule);
    const auto fqdn = parseFqdn(text);
    QVERIFY(!fqdn);
    QCOMPARE(fqdn.error().id, u"InvalidFqdn"_s);
    QCOMPARE(toString(fqdn.error().category), u"InvalidArgument"_s);
    QCOMPARE(fqdn.error().target, text);
    QVERIFY(!fqdn.error().recommendedAction.isEmpty());
    QVERIFY2(fqdn.error().message.endsWith(QString(u"is not a fully qualified domain name: " + rule + u'.')),
             qPrintable(fqdn.error().message));
}

void FqdnTest::theCanonicalFormAsksNoQuestions()
{
    QCOMPARE(canonicalFqdn(u" Pool.Example.COM. "_s), u"pool.example.com"_s);
    QCOMPARE(canonicalFqdn(u"My_Pool"_s), u"my_pool"_s);
    QCOMPARE(canonicalFqdn({}), QString());
}

void FqdnTest::aHostileNameIsShortAndPrintableInTheMessage()
{
    const auto escape = parseFqdn(u"po\u001b[2Jol.example.com"_s);
    QVERIFY(!escape);
    QVERIFY2(!escape.error().message.contains(u'\u001b'), qPrintable(escape.error().message));
    const auto huge = parseFqdn(QString(1'000'000, u'a'));
    QVERIFY(!huge);
    QVERIFY2(huge.error().message.size() < 500, qPrintable(huge.error().message));
}

QTEST_GUILESS_MAIN(FqdnTest)
#include "tst_fqdn.moc"
