// Commands as text: the words of an outer shell become typed parameters, and what is rendered is read back.
#include "model/command.h"

#include <QRandomGenerator>
#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

// The bound parameters as one readable text: "RetryCount=5 Force=true".
QString described(const Command &command)
{
    QStringList texts;
    for (const BoundParameter &parameter : command.parameters()) {
        QString value = parameter.value.toString();
        if (parameter.value.metaType() == QMetaType::fromType<TimeSpan>())
            value = parameter.value.value<TimeSpan>().toString();
        if (parameter.value.metaType() == QMetaType::fromType<QStringList>())
            value = parameter.value.toStringList().join(u'|');
        texts.append(parameter.name + u'=' + value);
    }
    return texts.join(u' ');
}

const QString backup = u"Backup-CsPool -PoolFqdn a.example.com"_s;

// Values as an administrator, or somebody who means harm, could give them.
class ValueMaker
{
public:
    explicit ValueMaker(quint32 seed)
        : m_random(seed)
    {
    }

    int bounded(int highest) { return m_random.bounded(highest); }

    QString text()
    {
        const QStringList special
            = {u""_s,       u"5"_s,  u"-5"_s,           u"0x10"_s, u"1kb"_s, u"$true"_s, u"$null"_s,
               u"-Force"_s, u"--"_s, u"C:\\a b\\"_s,    u"it's"_s, u"a,b"_s, u"#x"_s,    u"@x"_s,
               u"a\r\nb"_s, u"`"_s,  u"Ünïcödé 漢字"_s, u"“x”"_s,  u"–x"_s};
        if (bounded(2) == 0)
            return special.at(bounded(int(special.size())));
        const QString alphabet = u"aZ9 -–'’\"”`$\\/,;:.#@&|<>(){}[]=*?%~\t\n\u00A0\u2028é\U0001F600"_s;
        QString text;
        for (int i = bounded(10); i > 0; --i)
            text += alphabet.at(bounded(int(alphabet.size())));
        return text;
    }

    QVariant value(const ParameterInfo &parameter)
    {
        const qint64 minimum = parameter.minimum.value_or(0);
        const qint64 maximum = parameter.maximum.value_or(minimum);
        switch (parameter.type) {
        case ParameterType::Switch:
        case ParameterType::Boolean:
            return bounded(2) == 0;
        case ParameterType::String:
            return parameter.allowedValues.isEmpty()
                ? text()
                : parameter.allowedValues.at(bounded(int(parameter.allowedValues.size()))).toLower();
        case ParameterType::StringList: {
            QStringList list;
            for (int i = bounded(4); i >= 0; --i)
                list.append(text());
            return list;
        }
        case ParameterType::Fqdn:
            return u"pool%1.example.com"_s.arg(bounded(100));
        case ParameterType::Int32:
            return int(minimum + qint64(m_random.generate64() % quint64(maximum - minimum + 1)));
        case ParameterType::TimeSpan: {
            const quint64 range = quint64(maximum - minimum) * TimeSpan::TicksPerSecond + 1;
            return QVariant::fromValue(
                TimeSpan{minimum * TimeSpan::TicksPerSecond + qint64(m_random.generate64() % range)});
        }
        case ParameterType::Enumeration:
            return parameter.allowedValues.at(bounded(int(parameter.allowedValues.size())));
        }
        return {};
    }

private:
    QRandomGenerator m_random;
};

// A command of any cmdlet with any of its parameters; not always a valid one.
Command makeCommand(ValueMaker &maker)
{
    const CmdletInfo &info = cmdletTable().at(maker.bounded(int(cmdletTable().size())));
    Command command(info.name);
    for (const ParameterInfo &parameter : info.parameters) {
        if (parameter.isRequired || maker.bounded(4) == 0)
            command.set(parameter.name, maker.value(parameter));
    }
    return command;
}

// What an outer shell hands over for one parameter: the value unquoted, behind a colon.
QString wordOf(const BoundParameter &parameter)
{
    const QVariant &value = parameter.value;
    const QString text
        = value.metaType() == QMetaType::fromType<TimeSpan>() ? value.value<TimeSpan>().toString() : value.toString();
    return u'-' + parameter.name + u':' + text;
}

} // namespace

class CommandTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitWordsAreBound_data();
    void splitWordsAreBound();
    void splitWordsWithAMistakeAreRefused_data();
    void splitWordsWithAMistakeAreRefused();
    void aCommandIsRenderedAsTheShellReadsIt_data();
    void aCommandIsRenderedAsTheShellReadsIt();
    void everyValidCommandIsReadBack();
    void everyValidCommandIsBoundFromItsWords();
    void everyExampleOfTheTableIsValid_data();
    void everyExampleOfTheTableIsValid();
};

void CommandTextTest::splitWordsAreBound_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("parameters");
    const auto row = [](const char *name, const QStringList &words, const QString &parameters) {
        QTest::newRow(name) << words << parameters;
    };
    const QStringList start = {u"Backup-CsPool"_s, u"-PoolFqdn"_s, u"a.example.com"_s};
    const QString bound = u"PoolFqdn=a.example.com "_s;
    row("blanks and quotes stay", {u"Get-CsPool"_s, u"-Site"_s, u" it's \"here\" $x "_s}, u"Site= it's \"here\" $x "_s);
    row("a value with a dash", start + QStringList{u"-Report"_s, u"-x.html"_s}, bound + u"Report=-x.html");
    row("a negative value is a value", {u"Get-CsPool"_s, u"-Filter"_s, u"-1"_s}, u"Filter=-1"_s);
    row("a parameter's name as a value", start + QStringList{u"-Report:-Force"_s}, bound + u"Report=-Force");
    row("a colon in the value", start + QStringList{u"-Report:C:\\a.html"_s}, bound + u"Report=C:\\a.html");
    row("a constant as a text", start + QStringList{u"-Report"_s, u"$true"_s}, bound + u"Report=$true");
    row("a comma as a text", start + QStringList{u"-Report"_s, u"a,b"_s}, bound + u"Report=a,b");
    row("switches as a shell leaves them",
        start + QStringList{u"-Force:$false"_s, u"-LocalStore:false"_s, u"-WhatIf:True"_s, u"-Confirm:0"_s},
        bound + u"Force=false LocalStore=false WhatIf=true Confirm=false");
    row("a switch whose value the shell split off", start + QStringList{u"-Force:"_s, u"$false"_s},
        bound + u"Force=false");
    row("typographic dashes", {u"Backup-CsPool"_s, u"–PoolFqdn"_s, u"a.example.com"_s}, u"PoolFqdn=a.example.com"_s);
    row("a list in one word", {u"New-Deployment"_s, u"lab"_s, u"-Pair"_s, u"a=b,c=d"_s}, u"Path=lab Pair=a=b|c=d"_s);
    row("a list in several words", {u"New-Deployment"_s, u"-Pair"_s, u"a=b,"_s, u"c=d"_s, u","_s, u"e=f"_s, u"lab"_s},
        u"Pair=a=b|c=d|e=f Path=lab"_s);
    row("a list behind a colon", {u"New-Deployment"_s, u"-Pair:a=b,"_s, u"c=d"_s}, u"Pair=a=b|c=d"_s);
    row("words behind the end of the parameters", {u"Get-CsService"_s, u"--"_s, u"-Registrar"_s},
        u"Identity=-Registrar"_s);
    row("an empty word", {u"Set-CsBackupServiceConfiguration"_s, u"-AuthorizedLocalAccounts"_s, u""_s},
        u"AuthorizedLocalAccounts="_s);
}

void CommandTextTest::splitWordsAreBound()
{
    QFETCH(QStringList, words);
    QFETCH(QString, parameters);
    const auto command = bindArguments(words);
    QVERIFY2(command, command ? "" : qPrintable(command.error().message));
    QCOMPARE(described(*command), parameters);
}

void CommandTextTest::splitWordsWithAMistakeAreRefused_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("action");
    const auto row = [](const char *name, const QStringList &words, const QString &message, const QString &action) {
        QTest::newRow(name) << words << message << action;
    };
    row("nothing", {}, u"There is no cmdlet \"\"."_s, u"\"Get-Help\" lists the cmdlets."_s);
    row("a cmdlet misspelt", {u"Backup-CsPol"_s}, u"There is no cmdlet \"Backup-CsPol\"."_s,
        u"Did you mean Backup-CsPool?"_s);
    row("nothing like a cmdlet", {u"frobnicate"_s}, u"There is no cmdlet \"frobnicate\"."_s,
        u"\"Get-Help\" lists the cmdlets."_s);
    row("a parameter misspelt", {u"Backup-CsPool"_s, u"-PoolFdqn"_s, u"a.example.com"_s},
        u"Backup-CsPool has no parameter that matches the name \"PoolFdqn\"."_s, u"Did you mean -PoolFqdn?"_s);
    row("the specification's slip", {u"Backup-CsPool"_s, u"-SourcePoolFqdn"_s, u"a.example.com"_s},
        u"Backup-CsPool has no parameter that matches the name \"SourcePoolFqdn\"."_s, u"Did you mean -PoolFqdn?"_s);
    row("nothing like a parameter", {u"Backup-CsPool"_s, u"-Quadrature"_s},
        u"Backup-CsPool has no parameter that matches the name \"Quadrature\"."_s,
        u"\"Get-Help Backup-CsPool\" lists the parameters."_s);
    row("an equals sign", {u"Backup-CsPool"_s, u"-RetryCount=5"_s},
        u"Backup-CsPool has no parameter that matches the name \"RetryCount=5\"."_s,
        u"Write a value behind a space or a colon: \"-RetryCount value\" or \"-RetryCount:value\"."_s);
    row("a forgotten value", {u"Backup-CsPool"_s, u"-Report"_s, u"-Force"_s},
        u"The parameter Report needs a value, and none is given."_s,
        u"Write its value before -Force; if that is the value, write -Report:-Force."_s);
    row("a forgotten value at the end", {u"Backup-CsPool"_s, u"-Report:"_s},
        u"The parameter Report needs a value, and none is given."_s, u"Write -Report and its value."_s);
    row("a switch with its value beside it", {u"Backup-CsPool"_s, u"-Force"_s, u"false"_s},
        u"\"false\" belongs to no parameter of Backup-CsPool."_s,
        u"A switch takes its value behind a colon: -Force:$true or -Force:$false."_s);
    row("a hyphen alone", {u"Backup-CsPool"_s, u"-"_s}, u"\"-\" belongs to no parameter of Backup-CsPool."_s,
        u"Write the parameter's name before the value. \"Get-Help Backup-CsPool\" lists the parameters."_s);
    row("an option of another kind", {u"Backup-CsPool"_s, u"--pool"_s},
        u"\"--pool\" belongs to no parameter of Backup-CsPool."_s,
        u"Write the parameter's name before the value. \"Get-Help Backup-CsPool\" lists the parameters."_s);
    row("an escape sequence", {u"Backup-CsPool"_s, u"\u001b[31mred"_s},
        u"\"\uFFFD[31mred\" belongs to no parameter of Backup-CsPool."_s,
        u"Write the parameter's name before the value. \"Get-Help Backup-CsPool\" lists the parameters."_s);
}

void CommandTextTest::splitWordsWithAMistakeAreRefused()
{
    QFETCH(QStringList, words);
    QFETCH(QString, message);
    QFETCH(QString, action);
    const auto command = bindArguments(words);
    QVERIFY2(!command, command ? qPrintable(described(*command)) : "");
    QCOMPARE(command.error().message, message);
    QCOMPARE(command.error().recommendedAction, action);
}

void CommandTextTest::aCommandIsRenderedAsTheShellReadsIt_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("rendered");
    QTest::newRow("example 2") << u"backup-cspool -pool \"atl-cs-001.litwareinc.com\" -steady"_s
                               << u"Backup-CsPool -PoolFqdn atl-cs-001.litwareinc.com -SteadyState"_s;
    QTest::newRow("seconds never become ticks")
        << QString(backup + u" -WaitTime 90") << QString(backup + u" -WaitTime 00:01:30");
    QTest::newRow("a switch turned off") << QString(backup + u" -cf: $false") << QString(backup + u" -Confirm:$false");
    QTest::newRow("a switch turned on") << QString(backup + u" -cf:$true") << QString(backup + u" -Confirm");
    QTest::newRow("a Boolean") << u"Set-CsBackupServiceConfiguration -Enable $FALSE"_s
                               << u"Set-CsBackupServiceConfiguration -EnableRgsBackupService $false"_s;
    QTest::newRow("a path with blanks") << QString(backup + u" -Report \"C:\\My Logs\\a.html\"")
                                        << QString(backup + u" -Report 'C:\\My Logs\\a.html'");
    QTest::newRow("a number") << QString(backup + u" -RetryCount '007'") << QString(backup + u" -RetryCount 7");
    QTest::newRow("a list") << u"New-Deployment lab -Pair 'a=b' , \"c d\""_s
                            << u"New-Deployment -Path lab -Pair a=b,'c d'"_s;
}

void CommandTextTest::aCommandIsRenderedAsTheShellReadsIt()
{
    QFETCH(QString, line);
    QFETCH(QString, rendered);
    const auto command = parseCommand(line);
    QVERIFY2(command, command ? "" : qPrintable(command.error().message));
    QCOMPARE(render(*command), rendered);
}

void CommandTextTest::everyValidCommandIsReadBack()
{
    ValueMaker maker(2013);
    int validCommands = 0;
    for (int i = 0; i < 20'000; ++i) {
        const Command command = makeCommand(maker);
        if (!validate(command))
            continue;
        ++validCommands;
        const QString line = render(command);
        const auto parsed = parseCommand(line);
        QVERIFY2(parsed, qPrintable(line));
        QVERIFY2(*parsed == command, qPrintable(line));
    }
    // Otherwise the makers would have stopped making valid commands, and the test would show nothing.
    QVERIFY2(validCommands > 5'000, qPrintable(QString::number(validCommands)));
}

void CommandTextTest::everyValidCommandIsBoundFromItsWords()
{
    ValueMaker maker(2015);
    int boundCommands = 0;
    for (int i = 0; i < 20'000; ++i) {
        const Command command = makeCommand(maker);
        QStringList words = {command.cmdlet()};
        bool canBeWritten = validate(command).isOk();
        for (const BoundParameter &parameter : command.parameters()) {
            // A list is cut at its commas, and an empty value behind a colon is the next word: neither is written so.
            canBeWritten = canBeWritten && parameter.value.metaType() != QMetaType::fromType<QStringList>()
                && !wordOf(parameter).endsWith(u':');
            words.append(wordOf(parameter));
        }
        if (!canBeWritten)
            continue;
        ++boundCommands;
        const auto bound = bindArguments(words);
        QVERIFY2(bound, qPrintable(words.join(u'\n')));
        QVERIFY2(*bound == command, qPrintable(words.join(u'\n')));
    }
    QVERIFY2(boundCommands > 5'000, qPrintable(QString::number(boundCommands)));
}

void CommandTextTest::everyExampleOfTheTableIsValid_data()
{
    QTest::addColumn<QString>("line");
    for (const CmdletInfo &cmdlet : cmdletTable()) {
        for (const Example &example : cmdlet.examples)
            QTest::newRow(qPrintable(example.command)) << example.command;
    }
}

void CommandTextTest::everyExampleOfTheTableIsValid()
{
    QFETCH(QString, line);
    const auto command = parseCommand(line);
    QVERIFY2(command, command ? "" : qPrintable(command.error().message));
    const auto valid = validate(*command);
    QVERIFY2(valid, valid ? "" : qPrintable(valid.error().message));
    QCOMPARE(*parseCommand(render(*command)), *command);
}

QTEST_GUILESS_MAIN(CommandTextTest)
#include "tst_command_text.moc"
