// Help, completion and manual page as the cmdlet table yields them; completion is tried in the shells themselves.
#include "app/places.h"
#include "app/terminal/help_text.h"
#include "app/terminal/invocation.h"
#include "app/terminal/man_page.h"
#include "app/terminal/shell_completion.h"
#include "app/terminal/text_layout.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

struct ProcessResult
{
    int exitCode = -1;
    QString output;
    QString error;
};

ProcessResult runProgram(const QString &program, const QStringList &arguments, const QByteArray &input = {},
                         const QString &folder = {})
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished())
        return {-1, {}, process.errorString()};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

QStringList lines(const QString &text)
{
    return text.split(u'\n', Qt::SkipEmptyParts);
}

void writeFile(const QString &path, const QString &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text.toUtf8()), text.toUtf8().size());
}

} // namespace

class TestGeneratedTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setApplicationIdentity(); }

    void helpNamesEveryParameterOfACmdlet_data()
    {
        QTest::addColumn<QString>("cmdlet");
        for (const CmdletInfo &info : cmdletTable())
            QTest::newRow(qPrintable(info.name)) << info.name;
    }
    void helpNamesEveryParameterOfACmdlet()
    {
        QFETCH(QString, cmdlet);
        const CmdletInfo &info = *findCmdlet(cmdlet);
        const QString text = cmdletHelpText(info, 0);
        QVERIFY(text.startsWith(u"NAME\n    "_s + info.name + u'\n'));
        for (const ParameterInfo &parameter : info.parameters) {
            QVERIFY2(text.contains(u"\n    -"_s + parameter.name), qPrintable(parameter.name));
            QVERIFY2(text.contains(parameter.help), qPrintable(parameter.name));
            for (const QString &excluded : parameter.excludes)
                QVERIFY2(text.contains(u"Not together with: "_s) && text.contains(excluded),
                         qPrintable(parameter.name));
        }
    }

    void helpNamesEveryOptionOfAVerb_data()
    {
        QTest::addColumn<QString>("name");
        for (const VerbInfo &verb : verbTable())
            QTest::newRow(qPrintable(verb.name)) << verb.name;
    }
    void helpNamesEveryOptionOfAVerb()
    {
        QFETCH(QString, name);
        const VerbInfo &verb = *findVerb(name);
        const QString text = verbHelpText(verb, 0);
        QVERIFY(text.startsWith(u"NAME\n    "_s + verb.name + u'\n'));
        for (const OptionInfo &option : optionTable()) {
            const bool isOfVerb = option.verbs.contains(verb.verb);
            QVERIFY2(text.contains(u"    "_s + option.name) == isOfVerb, qPrintable(option.name));
            QCOMPARE(verbSyntax(verb).contains(u'[' + option.name), isOfVerb);
        }
        QVERIFY(usageText(0).contains(verb.synopsis));
    }

    // No cmdlet is ever mistaken for one.
    void verbsHaveNoHyphen()
    {
        for (const VerbInfo &verb : verbTable())
            QVERIFY2(!verb.name.contains(u'-') && !findCmdlet(verb.name), qPrintable(verb.name));
    }

    void helpStaysWithinTheTerminal()
    {
        const QStringList text = lines(cmdletHelpText(*findCmdlet(u"Backup-CsPool"), 72) + usageText(72)
                                       + verbHelpText(*findVerb(u"failover"), 72));
        for (const QString &line : text) {
            // Examples and paths are there to be copied, and stay whole.
            if (!line.contains(u"cspool"_s) && !line.contains(u"Backup-CsPool -"_s))
                QVERIFY2(displayWidth(line) <= 72, qPrintable(line));
        }
    }

    void theSyntaxOfTheSpecificationIsShown()
    {
        const QStringList parts = syntaxParts(*findCmdlet(u"Backup-CsPool"));
        QVERIFY(parts.contains(u"-PoolFqdn <Fqdn>"_s) || parts.contains(u"[-PoolFqdn] <Fqdn>"_s));
        for (const QString &part : {u"[-FullBackup]"_s, u"[-RetryCount <Int32>]"_s, u"[-WaitTime <TimeSpan>]"_s,
                                    u"[-WhatIf]"_s, u"[<CommonParameters>]"_s})
            QVERIFY2(parts.contains(part), qPrintable(part));
    }

    void theListOfCmdletsCanBeNarrowed()
    {
        QCOMPARE(lines(cmdletListText({}, 0)).size(), cmdletTable().size());
        const QStringList some = lines(cmdletListText(u"userdata", 0));
        QVERIFY(!some.isEmpty() && some.size() < cmdletTable().size());
        for (const QString &line : some)
            QVERIFY(line.contains(u"UserData"_s));
        QCOMPARE(cmdletListText(u"NoSuchThing", 0), QString());
    }

    void usageNamesEveryOptionAndExitCode()
    {
        const QString text = usageText(0);
        for (const OptionInfo &option : optionTable())
            QVERIFY2(text.contains(option.name) && text.contains(option.help), qPrintable(option.name));
        for (const HelpFact &fact : exitCodeFacts())
            QVERIFY2(text.contains(fact.value), qPrintable(fact.name));
    }

    void bashCompletes_data()
    {
        QTest::addColumn<QStringList>("words"); // the last one is being typed
        QTest::addColumn<QStringList>("expected");
        const QString cspool = u"cspool"_s;
        QTest::newRow("cmdlet, any case") << QStringList{cspool, u"backup"_s} << QStringList{u"Backup-CsPool"_s};
        QTest::newRow("option") << QStringList{cspool, u"--js"_s} << QStringList{u"--json"_s};
        QTest::newRow("option's value") << QStringList{cspool, u"--completion"_s, QString()}
                                        << QStringList{u"bash"_s, u"zsh"_s};
        QTest::newRow("cmdlet behind options")
            << QStringList{cspool, u"--log-level"_s, u"debug"_s, u"--json"_s, u"Backup"_s}
            << QStringList{u"Backup-CsPool"_s};
        QTest::newRow("folder of an option")
            << QStringList{cspool, u"--deployment"_s, u"a fo"_s} << QStringList{u"a folder"_s};
        QTest::newRow("parameter") << QStringList{cspool, u"Backup-CsPool"_s, u"-full"_s}
                                   << QStringList{u"-FullBackup"_s};
        QTest::newRow("value of an enumeration")
            << QStringList{cspool, u"BACKUP-CSPOOL"_s, u"-category"_s, u"u"_s} << QStringList{u"UserData"_s};
        QTest::newRow("file of a parameter")
            << QStringList{cspool, u"Backup-CsPool"_s, u"-Report"_s, u"rep"_s} << QStringList{u"report.html"_s};
        QTest::newRow("any value") << QStringList{cspool, u"Backup-CsPool"_s, u"-PoolFqdn"_s, QString()}
                                   << QStringList{};
        QTest::newRow("verb") << QStringList{cspool, u"fail"_s} << QStringList{u"failover"_s, u"failback"_s};
        QTest::newRow("option of a verb") << QStringList{cspool, u"failover"_s, u"a.example.com"_s, u"--"_s}
                                          << QStringList{u"--disaster"_s, u"--resume"_s, u"--confirm"_s, u"--report"_s};
        QTest::newRow("file of a verb's option")
            << QStringList{cspool, u"failback"_s, u"--report"_s, u"rep"_s} << QStringList{u"report.html"_s};
        QTest::newRow("verb as help topic")
            << QStringList{cspool, u"Get-Help"_s, u"readi"_s} << QStringList{u"readiness"_s};
        QTest::newRow("help topic") << QStringList{cspool, u"Get-Help"_s, u"backup"_s}
                                    << QStringList{u"Backup-CsPool"_s};
    }
    void bashCompletes()
    {
        QFETCH(QStringList, words);
        QTemporaryDir folder;
        writeFile(folder.filePath(u"completion"_s), bashCompletion());
        writeFile(folder.filePath(u"report.html"_s), QString());
        QVERIFY(QDir(folder.path()).mkdir(u"a folder"_s));
        const QString script = u"set -u; source completion; complete -p cspool >/dev/null || exit 9; "
                               "COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _cspool; "
                               "((${#COMPREPLY[@]} == 0)) || printf '%s\\n' \"${COMPREPLY[@]}\""_s;
        const ProcessResult result
            = runProgram(u"bash"_s, QStringList{u"--norc"_s, u"-c"_s, script, u"bash"_s} + words, {}, folder.path());
        QCOMPARE(result.error, QString());
        QCOMPARE(result.exitCode, 0);
        QTEST(lines(result.output), "expected");
    }

    void zshTakesTheCompletion()
    {
        if (QStandardPaths::findExecutable(u"zsh"_s).isEmpty())
            QSKIP("zsh is not installed; tests/run.sh installs it");
        QTemporaryDir folder;
        writeFile(folder.filePath(u"completion"_s), zshCompletion());
        // The helpers of zsh's completion system need a line editor: they are replaced by ones that print.
        const QString script
            = u"autoload -Uz compinit; compinit -u -D; source completion; [[ $_comps[cspool] == _cspool ]] || exit 9; "
              "_describe() { print -l -- ${(P)4} }; compadd() { shift 3; print -l -- $@ }; _files() { print FILES }; "
              "words=(\"$@\"); CURRENT=$#; _cspool"_s;
        const auto complete = [&](const QStringList &words) {
            const ProcessResult result
                = runProgram(u"zsh"_s, QStringList{u"-f"_s, u"-c"_s, script, u"zsh"_s} + words, {}, folder.path());
            return result.exitCode == 0 && result.error.isEmpty() ? lines(result.output) : QStringList{result.error};
        };
        const QString cspool = u"cspool"_s;
        QCOMPARE(complete({cspool, QString()}).size(), cmdletTable().size() + 1 + verbTable().size());
        const auto isForVerbs = [](const OptionInfo &option) { return !option.verbs.isEmpty(); };
        QCOMPARE(complete({cspool, u"-"_s}).size(),
                 optionTable().size() - std::count_if(optionTable().begin(), optionTable().end(), isForVerbs));
        QCOMPARE(complete({cspool, u"readiness"_s, u"a.example.com"_s, QString()}).size(), 2);
        QCOMPARE(complete({cspool, u"operations"_s, QString()}).size(), 0);
        QCOMPARE(complete({cspool, u"failover"_s, u"--report"_s, QString()}), QStringList{u"FILES"_s});
        QCOMPARE(complete({cspool, u"--completion"_s, QString()}), (QStringList{u"bash"_s, u"zsh"_s}));
        QCOMPARE(complete({cspool, u"--json"_s, u"backup-cspool"_s, u"-Category"_s, QString()}),
                 findCmdlet(u"Backup-CsPool")->parameter(u"Category")->allowedValues);
        QCOMPARE(complete({cspool, u"Backup-CsPool"_s, u"-Report"_s, QString()}), QStringList{u"FILES"_s});
        QCOMPARE(complete({cspool, u"Backup-CsPool"_s, u"-"_s}).size(),
                 findCmdlet(u"Backup-CsPool")->parameters.size());
    }

    void theManualPageIsCleanRoff()
    {
        if (QStandardPaths::findExecutable(u"groff"_s).isEmpty())
            QSKIP("groff is not installed; tests/run.sh installs it");
        const ProcessResult result = runProgram(
            u"groff"_s, {u"-man"_s, u"-ww"_s, u"-Tutf8"_s, u"-K"_s, u"utf8"_s, u"-P-cbou"_s}, manPage().toUtf8());
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.error, QString());
        for (const CmdletInfo &info : cmdletTable())
            QVERIFY2(result.output.contains(info.name), qPrintable(info.name));
        for (const VerbInfo &verb : verbTable())
            QVERIFY2(result.output.contains(u"cspool "_s + verb.name), qPrintable(verb.name));
        QVERIFY(result.output.contains(u"--lock-timeout"_s));
    }
};

QTEST_GUILESS_MAIN(TestGeneratedTexts)
#include "tst_generated_texts.moc"
