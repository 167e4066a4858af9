// PowerShell's lexical rules. Expected values are what Windows PowerShell 5.1 makes of the same line.
#include "model/powershell_text.h"

#include <QRandomGenerator>
#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

// Tokens as one readable text: words in [], lists as [a|b], parameters as <Name> or <Name:>, quoted words with a '.
QString described(const QList<PowerShellToken> &tokens)
{
    QStringList texts;
    for (const PowerShellToken &token : tokens) {
        if (token.kind == PowerShellToken::Kind::Parameter)
            texts.append(u'<' + token.text + (token.hasArgument ? u":>"_s : u">"_s));
        else
            texts.append((token.isQuoted ? u"'["_s : u"["_s)
                         + (token.values.isEmpty() ? token.text : token.values.join(u'|')) + u']');
    }
    return texts.join(u' ');
}

} // namespace

class PowerShellTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineIsSplitAsPowerShellSplitsIt_data();
    void aLineIsSplitAsPowerShellSplitsIt();
    void whatIsMoreThanOneCommandIsRefused_data();
    void whatIsMoreThanOneCommandIsRefused();
    void anErrorSaysWhere();
    void aValueIsQuotedWhereItMustBe_data();
    void aValueIsQuotedWhereItMustBe();
    void everyValueIsReadBack();
    void everyLineIsReadOrRefused();
};

void PowerShellTextTest::aLineIsSplitAsPowerShellSplitsIt_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("tokens");
    const auto row
        = [](const char *name, const QString &line, const QString &tokens) { QTest::newRow(name) << line << tokens; };
    row("nothing", u""_s, u""_s);
    row("only blanks and comments", u" \t\n # a comment\n"_s, u""_s);
    row("a command", u"Get-CsPool"_s, u"[Get-CsPool]"_s);
    row("a parameter with a value", u"Get-CsPool -Site Redmond"_s, u"[Get-CsPool] <Site> [Redmond]"_s);
    row("with a colon", u"x -Site:Redmond"_s, u"[x] <Site:> [Redmond]"_s);
    row("with a colon and a blank", u"x -Force: $false"_s, u"[x] <Force:> [$false]"_s);
    row("colon and quotes", u"x -Site:'a b'"_s, u"[x] <Site:> '[a b]"_s);
    row("constants in any case", u"x $TRUE $False $null"_s, u"[x] [$true] [$false] [$null]"_s);
    row("a quoted constant is a text", u"x '$true'"_s, u"[x] '[$true]"_s);
    row("an escaped constant is a text", u"x `$true"_s, u"[x] '[$true]"_s);
    row("typographic dashes", u"x –Site a —Force ―Name b"_s, u"[x] <Site> [a] <Force> <Name> [b]"_s);

    row("single quotes", u"x 'it''s $5 `n \"q\"'"_s, u"[x] '[it's $5 `n \"q\"]"_s);
    row("double quotes", u"x \"say \"\"hi\"\" it's\""_s, u"[x] '[say \"hi\" it's]"_s);
    row("typographic single quotes", u"x ‘a b’"_s, u"[x] '[a b]"_s);
    row("typographic single quotes doubled", u"x 'a’’b'"_s, u"[x] '[a’b]"_s);
    row("typographic double quotes", u"x “a b„"_s, u"[x] '[a b]"_s);
    row("the empty text", u"x '' \"\""_s, u"[x] '[] '[]"_s);
    row("escapes", u"x \"a`tb`n`r`0`a`b`f`v`\"`$`'``\""_s, u"[x] '[a\tb\n\r"_s + QChar(0) + u"\a\b\f\v\"$'`]"_s);
    row("escapes of later versions are none", u"x \"`e`u\""_s, u"[x] '[eu]"_s);
    row("an escaped newline in quotes is a newline", u"x \"a`\nb\""_s, u"[x] '[a\nb]"_s);
    row("a newline in quotes", u"x 'a\nb'"_s, u"[x] '[a\nb]"_s);
    row("a dollar sign that begins no variable", u"x \"5$ a$\" 7$ $"_s, u"[x] '[5$ a$] [7$] [$]"_s);

    row("escapes in a bare word", u"x a` b`'c`,d`;"_s, u"[x] '[a b'c,d;]"_s);
    row("quotes inside a bare word", u"x a' b'\"c d\"e"_s, u"[x] '[a bc de]"_s);
    row("quotes end a word that they begin", u"x 'a'b"_s, u"[x] '[a] [b]"_s);
    row("a dash and quotes make a word", u"x -a'b c'"_s, u"[x] '[-ab c]"_s);
    row("paths", u"x C:\\Logs\\a.html \\\\srv\\share\\ /tmp/~a ./b"_s,
        u"[x] [C:\\Logs\\a.html] [\\\\srv\\share\\] [/tmp/~a] [./b]"_s);
    row("an address", u"x alice@contoso.com a#b a=b 10% *.* ?"_s,
        u"[x] [alice@contoso.com] [a#b] [a=b] [10%] [*.*] [?]"_s);
    row("numbers", u"x 5 -5 -0.5 1.00:00:30"_s, u"[x] [5] [-5] [-0.5] [1.00:00:30]"_s);
    row("a dash alone", u"x - -Force"_s, u"[x] [-] <Force>"_s);
    row("the end of the parameters", u"x -a -- -b --"_s, u"[x] <a> [-b] [--]"_s);

    row("a list", u"x a,b,c"_s, u"[x] [a|b|c]"_s);
    row("a list with blanks", u"x a , 'b c' ,d -e"_s, u"[x] '[a|b c|d] <e>"_s);
    row("a list over lines", u"x a,\n  b"_s, u"[x] [a|b]"_s);
    row("dashes in a list", u"x a,-b"_s, u"[x] [a|-b]"_s);
    row("a quoted comma", u"x 'a,b'"_s, u"[x] '[a,b]"_s);

    row("continued", u"x -a `\n  b `\r\n  c"_s, u"[x] <a> [b] [c]"_s);
    row("continued right behind a word", u"x a`\nb"_s, u"[x] [a] [b]"_s);
    row("comments", u"x <# one #> a <# b\nc #> # the end -d"_s, u"[x] [a]"_s);
    row("blank lines around", u"\n\r\n x a \n\n"_s, u"[x] [a]"_s);
    row("other blanks", u"x\u00A0a\u2003b\u2028c"_s, u"[x] [a] [b] [c]"_s);
    row("a backquote last", u"x a`"_s, u"[x] [a`]"_s);
}

void PowerShellTextTest::aLineIsSplitAsPowerShellSplitsIt()
{
    QFETCH(QString, line);
    QFETCH(QString, tokens);
    const auto result = tokenizePowerShell(line);
    QVERIFY2(result, result ? "" : qPrintable(result.error().message));
    QCOMPARE(described(*result), tokens);
}

void PowerShellTextTest::whatIsMoreThanOneCommandIsRefused_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("character"); // from 1, as the message counts
    const auto row = [](const char *name, const QString &line, const char *id, int character) {
        QTest::newRow(name) << line << QString::fromLatin1(id) << character;
    };
    row("a pipeline", u"Get-CsAdminRole | Where-Object x"_s, "UnsupportedSyntax", 17);
    row("two commands", u"a;b"_s, "UnsupportedSyntax", 2);
    row("two lines", u"a\nb"_s, "UnsupportedSyntax", 3);
    row("a call", u"& a"_s, "UnsupportedSyntax", 1);
    row("output redirected", u"a >b"_s, "UnsupportedSyntax", 3);
    row("output redirected without a blank", u"a b>c"_s, "UnsupportedSyntax", 4);
    row("input redirected", u"a <b"_s, "UnsupportedSyntax", 3);
    row("a sub-expression", u"a (b)"_s, "UnsupportedSyntax", 3);
    row("a script block", u"a {b}"_s, "UnsupportedSyntax", 3);
    row("an array", u"a @(1)"_s, "UnsupportedSyntax", 3);
    row("splatting", u"a @b"_s, "UnsupportedSyntax", 3);
    row("a here-string", u"a @'\nb\n'@"_s, "UnsupportedSyntax", 3);
    row("a variable", u"a $pool"_s, "UnsupportedSyntax", 3);
    row("a variable that begins like a constant", u"a $trueish"_s, "UnsupportedSyntax", 3);
    row("a member of a constant", u"a $true.x"_s, "UnsupportedSyntax", 3);
    row("a braced variable", u"a ${true}"_s, "UnsupportedSyntax", 3);
    row("a variable in a word", u"a b$c"_s, "UnsupportedSyntax", 4);
    row("a variable in double quotes", u"a \"b $c\""_s, "UnsupportedSyntax", 6);
    row("an expression in double quotes", u"a \"$(b)\""_s, "UnsupportedSyntax", 4);
    row("a member of a text", u"a 'b'.Length"_s, "UnsupportedSyntax", 6);
    row("a comment without an end", u"a <# b"_s, "UnsupportedSyntax", 3);
    row("single quotes left open", u"a 'b''"_s, "TerminatorExpectedAtEndOfString", 3);
    row("double quotes left open", u"a \"b`\""_s, "TerminatorExpectedAtEndOfString", 3);
    row("a comma first", u"a ,b"_s, "MissingArgument", 3);
    row("a comma last", u"x b,"_s, "MissingArgument", 5);
    row("two commas", u"x b,,c"_s, "MissingArgument", 5);
}

void PowerShellTextTest::whatIsMoreThanOneCommandIsRefused()
{
    QFETCH(QString, line);
    QFETCH(QString, id);
    QFETCH(int, character);
    const auto result = tokenizePowerShell(line);
    QVERIFY2(!result, result ? qPrintable(described(*result)) : "");
    QCOMPARE(result.error().id, id);
    QVERIFY2(result.error().message.startsWith(u"At character %1: "_s.arg(character)),
             qPrintable(result.error().message));
    QVERIFY(!result.error().recommendedAction.isEmpty());
}

void PowerShellTextTest::anErrorSaysWhere()
{
    const auto result = tokenizePowerShell(u"Get-CsPool | Select Fqdn"_s);
    QVERIFY(!result);
    QCOMPARE(result.error().message,
             u"At character 12: \"|\" begins a pipeline, and one command is run at a time here."_s);
}

void PowerShellTextTest::aValueIsQuotedWhereItMustBe_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("quoted");
    const auto row
        = [](const QString &value, const QString &quoted) { QTest::newRow(qPrintable(quoted)) << value << quoted; };
    row(u"atl-cs-001.litwareinc.com"_s, u"atl-cs-001.litwareinc.com"_s);
    row(u"C:\\Logs\\a.html"_s, u"C:\\Logs\\a.html"_s);
    row(u"/tmp/a.html"_s, u"/tmp/a.html"_s);
    row(u"alice@contoso.com"_s, u"alice@contoso.com"_s);
    row(u""_s, u"''"_s);
    row(u"a b"_s, u"'a b'"_s);
    row(u"C:\\a b\\"_s, u"'C:\\a b\\'"_s);
    row(u"it's"_s, u"'it''s'"_s);
    row(u"it’s"_s, u"'it’’s'"_s);
    row(u"a,b"_s, u"'a,b'"_s);
    row(u"-x.html"_s, u"'-x.html'"_s);
    row(u"–x"_s, u"'–x'"_s);
    row(u"--"_s, u"'--'"_s);
    row(u"5"_s, u"'5'"_s);
    row(u"@a"_s, u"'@a'"_s);
    row(u"#a"_s, u"'#a'"_s);
    row(u"$true"_s, u"'$true'"_s);
    row(u"a\"b"_s, u"'a\"b'"_s);
    row(u"a`b"_s, u"'a`b'"_s);
    row(u"a\nb"_s, u"\"a`nb\""_s);
    row(u"a\n$b`\"“"_s, u"\"a`n`$b```\"`“\""_s);
}

void PowerShellTextTest::aValueIsQuotedWhereItMustBe()
{
    QFETCH(QString, value);
    QFETCH(QString, quoted);
    QCOMPARE(quotePowerShell(value), quoted);
}

void PowerShellTextTest::everyValueIsReadBack()
{
    // Characters that mean something to PowerShell, and some that do not.
    const QString alphabet
        = u"aZ0 -–—―'‘’‚‛\"“”„`$\\/,;:.#@&|<>(){}[]=+*?%~!^_äß漢\U0001F600\u00A0\u0085\u2028\t\n\r\f\v\a\b\x1b\x7f"_s
        + QChar(0) + QChar(0xD800);
    QRandomGenerator random(2013);
    for (int i = 0; i < 50'000; ++i) {
        QString value;
        const int length = random.bounded(8);
        for (int j = 0; j < length; ++j)
            value += alphabet.at(random.bounded(int(alphabet.size())));
        const QString line = u"x -a "_s + quotePowerShell(value) + u",b -c"_s;
        const auto tokens = tokenizePowerShell(line);
        QVERIFY2(tokens, qPrintable(line));
        QCOMPARE(tokens->size(), 4);
        QCOMPARE(tokens->at(2).values, (QStringList{value, u"b"_s}));
    }
}

// Whatever is typed: an answer, and no read past the end (the sanitizers watch).
void PowerShellTextTest::everyLineIsReadOrRefused()
{
    const QString alphabet = u"ab1 -'\"`$,:#@|(<>;&{.[\n\r–’“"_s;
    QRandomGenerator random(7);
    int refused = 0;
    constexpr int lines = 50'000;
    for (int i = 0; i < lines; ++i) {
        QString line;
        const int length = random.bounded(12);
        for (int j = 0; j < length; ++j)
            line += alphabet.at(random.bounded(int(alphabet.size())));
        const auto tokens = tokenizePowerShell(line);
        if (!tokens) {
            ++refused;
            QVERIFY(!tokens.error().message.isEmpty());
        }
    }
    QVERIFY(refused > 0 && refused < lines);
}

QTEST_GUILESS_MAIN(PowerShellTextTest)
#include "tst_powershell_text.moc"
