// The built `cspool` as a person and a script meet it: exit codes, streams, questions, Ctrl+C.
#include "backend/job_history.h"
#include "tests/support/archive_generator.h"
#include "tests/support/console_world.h"
#include "tests/support/test_support.h"

#include <QDir>
#include <QFile>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace cspool::test;

namespace {

// A deployment of two paired Enterprise pools and a single Standard Edition server.
class Console : public ConsoleWorld
{
public:
    Console()
        : ConsoleWorld(QStringLiteral(CSPOOL_EXECUTABLE))
    {
        QFile topology(path(u"topology.xml"_s));
        if (!topology.open(QIODevice::WriteOnly)
            || topology.write(topologyDocument({u"a.example.com"_s, u"b.example.com"_s, u"se.example.com"_s})) < 0)
            qFatal("The test's world could not be built.");
    }

    ConsoleResult make(const QString &pair) const
    {
        return runBare({u"New-Deployment"_s, u"-Path"_s, deployment(), u"-Topology"_s, path(u"topology.xml"_s),
                        u"-Pair"_s, pair, u"-CentralManagement"_s, u"a.example.com"_s});
    }
};

QStringList backup(const QStringList &more = {})
{
    return QStringList{u"Backup-CsPool"_s, u"-PoolFqdn"_s, u"a.example.com"_s} + more;
}

// Reads what the process writes to its standard error until `text` is there.
bool waitForError(QProcess &process, const QByteArray &text, QByteArray *seen)
{
    process.setReadChannel(QProcess::StandardError);
    while (!seen->contains(text)) {
        if (!process.waitForReadyRead(60'000))
            return false;
        *seen += process.readAllStandardError();
    }
    return true;
}

} // namespace

class TestCspool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void outcomesHaveTheirExitCode_data();
    void outcomesHaveTheirExitCode();
    void doneWithWarningsHasItsExitCode();
    void questionsAreAnsweredFromTheInput_data();
    void questionsAreAnsweredFromTheInput();
    void anInputThatEndsCancels();
    void ctrlCWhileAskingCancelsAndWritesTheReport();
    void ctrlCWhileWaitingForAStateCancelsAndWritesTheReport();
    void objectsAreJsonForPrograms();
    void theTopologyIsPrintedAsItIs();
    void aTableHasAlignedColumns();
    void nothingIsSaidAboutTheLocale();
    void outputThatCannotBeWrittenFails();
    void aReaderThatLeavesEarlyIsNoError();
    void closedStreamsLeadNowhere();
    void aTerminalGetsColorsAndABar();
    void aLogThatCannotBeWrittenIsAWarning();
    void theLogTellsWhatRan();
    void theHistoryHasEveryRun();
    void aHistoryThatCannotBeWrittenIsAWarning();
    void anExplicitDeploymentIsNeverMade();
    void theShellsMistakeWithADollarIsExplained();

private:
    Console m_console;
};

void TestCspool::initTestCase()
{
    const ConsoleResult made = m_console.make(u"a.example.com=b.example.com"_s);
    QVERIFY2(made.exitCode == 0, made.standardError.constData());
}

void TestCspool::outcomesHaveTheirExitCode_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("error"); // a part of what is said

    QTest::newRow("done") << backup() << 0 << "Backup-CsPool is done; it took "_ba;
    QTest::newRow("previewed") << backup({u"-WhatIf"_s}) << 0 << "What if: "_ba;
    QTest::newRow("failed") << QStringList{u"Backup-CsPool"_s, u"-PoolFqdn"_s, u"none.example.com"_s} << 1
                            << "Backup-CsPool : "_ba;
    QTest::newRow("usage") << backup({u"-RetryCount"_s, u"soon"_s}) << 2 << "RetryCount"_ba;
    QTest::newRow("conflicting parameters") << backup({u"-FullBackup"_s, u"-SteadyState"_s}) << 2 << "SteadyState"_ba;
    QTest::newRow("unknown cmdlet") << QStringList{u"Backup-CsPools"_s} << 2 << "Did you mean Backup-CsPool?"_ba;
    QTest::newRow("skipped") << backup({u"-FullBackup"_s, u"-FailedOverPoolOnly"_s}) << 5 << "\nWARNING: "_ba;
    QTest::newRow("help") << QStringList{u"Get-Help"_s, u"Backup-CsPool"_s} << 0 << ""_ba;
    QTest::newRow("help of nothing") << QStringList{u"Get-Help"_s, u"Nothing"_s} << 2 << "There is no cmdlet"_ba;
}

void TestCspool::outcomesHaveTheirExitCode()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, error);
    const ConsoleResult result = m_console.run(arguments);
    QVERIFY2(QByteArray('\n' + result.standardError).contains(error), result.standardError.constData());
    QTEST(result.exitCode, "exitCode");
}

void TestCspool::doneWithWarningsHasItsExitCode()
{
    const Console console;
    const ConsoleResult made = console.make(u"a.example.com=se.example.com"_s);
    QVERIFY2(QByteArray('\n' + made.standardError).contains("\nWARNING: "), made.standardError.constData());
    QCOMPARE(made.exitCode, 4);
}

void TestCspool::questionsAreAnsweredFromTheInput_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<int>("timesAsked"); // the line with the choices
    QTest::newRow("yes") << "y\n"_ba << 0 << 1;
    QTest::newRow("yes to all") << "A\n"_ba << 0 << 1;
    QTest::newRow("no") << "n\n"_ba << 5 << 1;
    QTest::newRow("no to all") << "L\r\n"_ba << 5 << 1;
    QTest::newRow("the default") << "\n"_ba << 0 << 1;
    QTest::newRow("help, then no") << "?\nno\n"_ba << 5 << 2;
    QTest::newRow("nonsense, then yes") << "perhaps\n1\ny\n"_ba << 0 << 3;
    QTest::newRow("no line end") << "n"_ba << 5 << 1;
}

void TestCspool::questionsAreAnsweredFromTheInput()
{
    QFETCH(QByteArray, input);
    const ConsoleResult result = m_console.run(backup({u"-Confirm"_s}), input);
    QTEST(result.exitCode, "exitCode");
    QTEST(int(result.standardError.count("[?] Help")), "timesAsked");
    QCOMPARE(result.standardError.contains("\nY - "), input.contains('?'));
    QVERIFY(result.standardError.contains("\nReport: "));
}

void TestCspool::anInputThatEndsCancels()
{
    const ConsoleResult result = m_console.run(backup({u"-Confirm"_s}));
    QCOMPARE(result.exitCode, 3);
    QVERIFY2(result.standardError.contains("-Confirm:$false"), result.standardError.constData());
    QCOMPARE(m_console.run(backup({u"-Confirm:$false"_s})).exitCode, 0);
}

void TestCspool::ctrlCWhileAskingCancelsAndWritesTheReport()
{
    const QString report = m_console.path(u"asked.html"_s);
    const auto process = m_console.prepare(backup({u"-Confirm"_s, u"-Report"_s, report}));
    process->start();
    QByteArray error;
    QVERIFY2(waitForError(*process, "[?] Help", &error), error.constData());
    ::kill(pid_t(process->processId()), SIGINT);
    const ConsoleResult result = ConsoleWorld::finish(*process);
    QCOMPARE(result.exitCode, 3);
    QVERIFY(QFile::exists(report));
    QVERIFY2(result.standardError.contains("Backup-CsPool was cancelled"), result.standardError.constData());
    QVERIFY2(!result.standardError.contains("-Confirm:$false"), result.standardError.constData());
}

// A backlog that one cycle cannot take, and an hour until the next.
void TestCspool::ctrlCWhileWaitingForAStateCancelsAndWritesTheReport()
{
    const Console console;
    QCOMPARE(console.make(u"a.example.com=b.example.com"_s).exitCode, 0);
    const QString archive = console.path(u"users.zip"_s);
    writeArchive(archive, {.users = 2000, .contacts = 1});
    const ConsoleResult imported
        = console.run({u"Import-CsUserData"_s, u"-PoolFqdn"_s, u"a.example.com"_s, u"-FileName"_s, archive});
    QVERIFY2(imported.exitCode == 0, imported.standardError.constData());
    QCOMPARE(console.run({u"Set-CsBackupServiceConfiguration"_s, u"-MaxBatchesPerUserStoreSync"_s, u"1"_s}).exitCode,
             0);

    const QString report = console.path(u"waited.html"_s);
    const auto process
        = console.start({u"--no-progress"_s, u"Backup-CsPool"_s, u"-PoolFqdn"_s, u"a.example.com"_s, u"-FullBackup"_s,
                         u"-WaitTime"_s, u"01:00:00"_s, u"-Report"_s, report, u"-Verbose"_s});
    QByteArray error;
    QVERIFY2(waitForError(*process, "VERBOSE: ", &error), error.constData());
    ::kill(pid_t(process->processId()), SIGTERM);
    const ConsoleResult result = ConsoleWorld::finish(*process);
    QCOMPARE(result.exitCode, 3);
    QVERIFY(QFile::exists(report));
}

void TestCspool::objectsAreJsonForPrograms()
{
    const ConsoleResult result = m_console.run({u"Get-CsPool"_s, u"--json"_s});
    QCOMPARE(result.exitCode, 0);
    const QJsonArray pools = result.json();
    QCOMPARE(pools.size(), 3);
    QStringList names;
    for (const QJsonValue &pool : pools)
        names.append(pool[u"Identity"_s].toString());
    names.sort();
    QCOMPARE(names, (QStringList{u"a.example.com"_s, u"b.example.com"_s, u"se.example.com"_s}));
    QVERIFY(pools.first()[u"Services"_s].isArray());
    // A command that fails still leaves an array, and says why on the other stream.
    const ConsoleResult failed = m_console.run({u"--json"_s, u"Get-CsPool"_s, u"-Identity"_s, u"none.example.com"_s});
    QCOMPARE(failed.exitCode, 1);
    QCOMPARE(failed.standardOutput, "[]\n"_ba);
    QVERIFY(failed.standardError.startsWith("Get-CsPool : "));
}

void TestCspool::theTopologyIsPrintedAsItIs()
{
    const ConsoleResult result = m_console.run({u"Get-CsTopology"_s, u"-AsXml"_s});
    QCOMPARE(result.exitCode, 0);
    QVERIFY2(result.standardOutput.startsWith("<?xml"), result.standardOutput.left(200).constData());
    QVERIFY(result.standardOutput.trimmed().endsWith("</Topology>"));
}

void TestCspool::aTableHasAlignedColumns()
{
    const ConsoleResult result = m_console.run({u"Get-CsManagementStoreReplicationStatus"_s});
    QCOMPARE(result.exitCode, 0);
    const QList<QByteArray> lines = result.standardOutput.trimmed().split('\n');
    QVERIFY2(lines.size() >= 4, result.standardOutput.constData()); // header, dashes, a row for each pool
    QVERIFY2(lines.at(1).startsWith("---"), lines.at(1).constData());
    QCOMPARE(lines.at(1).simplified().count(' '), lines.at(0).simplified().count(' '));
    QCOMPARE(lines.at(2).indexOf(" True "), lines.at(0).indexOf(" UpToDate"));
}

void TestCspool::nothingIsSaidAboutTheLocale()
{
    const auto process = m_console.prepare({u"Get-CsPool"_s});
    QProcessEnvironment environment = process->processEnvironment();
    environment.insert(u"LC_ALL"_s, u"C"_s);
    process->setProcessEnvironment(environment);
    process->start();
    const ConsoleResult result = ConsoleWorld::finish(*process);
    QCOMPARE(result.exitCode, 0);
    QCOMPARE(result.standardError, QByteArray());
    QVERIFY(!result.standardOutput.isEmpty());
}

void TestCspool::outputThatCannotBeWrittenFails()
{
    if (!QFile::exists(u"/dev/full"_s))
        QSKIP("this system has no device that is always full");
    const auto process = m_console.prepare({u"Get-CsPool"_s});
    process->setStandardOutputFile(u"/dev/full"_s);
    process->start();
    const ConsoleResult result = ConsoleWorld::finish(*process);
    QCOMPARE(result.exitCode, 1);
    QVERIFY2(result.standardError.contains("The output could not be written"), result.standardError.constData());
}

void TestCspool::aReaderThatLeavesEarlyIsNoError()
{
    QProcess shell;
    shell.start(u"bash"_s,
                {u"-c"_s, u"\"$0\" --man-page | true; echo ${PIPESTATUS[0]}"_s, QStringLiteral(CSPOOL_EXECUTABLE)});
    const ConsoleResult result = ConsoleWorld::finish(shell);
    QCOMPARE(result.standardOutput, "0\n"_ba);
    QCOMPARE(result.standardError, QByteArray());
}

// What is opened first must not take the place of a closed stream, or a store would get what is meant for the screen.
void TestCspool::closedStreamsLeadNowhere()
{
    const QString report = m_console.path(u"closed.html"_s);
    const auto prepared = m_console.prepare(backup({u"-Verbose"_s, u"-Report"_s, report}));
    QProcess shell;
    shell.setProcessEnvironment(prepared->processEnvironment());
    shell.start(u"bash"_s,
                QStringList{u"-c"_s, u"\"$0\" \"$@\" <&- >&- 2>&-"_s, prepared->program()} + prepared->arguments());
    QCOMPARE(ConsoleWorld::finish(shell).exitCode, 0);
    QFile file(report);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("<!DOCTYPE html>"));
    QFile log(m_console.path(u"data/cspool-console/logs/cspool.log"_s));
    QVERIFY(log.open(QIODevice::ReadOnly));
    QVERIFY(!log.readAll().contains("VERBOSE: "));
}

void TestCspool::aTerminalGetsColorsAndABar()
{
    if (QStandardPaths::findExecutable(u"script"_s).isEmpty())
        QSKIP("the program script is not installed");
    const auto onTerminal = [this](const QString &setting, const QString &command) {
        const auto prepared = m_console.prepare({});
        QProcess terminal;
        QProcessEnvironment environment = prepared->processEnvironment();
        environment.insert(u"TERM"_s, u"xterm"_s);
        environment.remove(u"NO_COLOR"_s);
        terminal.setProcessEnvironment(environment);
        const QString line = u"stty cols 60; %1 '%2' --deployment '%3' %4"_s.arg(setting, prepared->program(),
                                                                                 m_console.deployment(), command);
        terminal.start(u"script"_s, {u"-qec"_s, line, u"/dev/null"_s});
        return ConsoleWorld::finish(terminal).standardOutput;
    };
    const QString failing = u"Get-CsPool -Identity none.example.com"_s;
    QVERIFY(onTerminal(QString(), failing).contains("\x1b[31mGet-CsPool : "));
    QVERIFY(!onTerminal(u"NO_COLOR=1"_s, failing).contains('\x1b'));
    const QByteArray backedUp = onTerminal(QString(), backup().join(u' '));
    QVERIFY2(backedUp.contains("\r\x1b[K"), backedUp.constData());
    for (const QByteArray &line : backedUp.split('\n'))
        QVERIFY2(!line.startsWith("    done") || line.trimmed().size() <= 60, line.constData());
}

void TestCspool::aLogThatCannotBeWrittenIsAWarning()
{
    const Console console;
    const QString folder = console.path(u"data/cspool-console"_s);
    QVERIFY(QDir().mkpath(folder));
    QFile obstacle(folder + "/logs"_L1);
    QVERIFY(obstacle.open(QIODevice::WriteOnly));
    const ConsoleResult made = console.make(u"a.example.com=b.example.com"_s);
    QVERIFY2(made.standardError.startsWith("WARNING: The log file "), made.standardError.constData());
    QCOMPARE(made.exitCode, 0);
}

void TestCspool::theLogTellsWhatRan()
{
    const Console console;
    QCOMPARE(console.make(u"a.example.com=b.example.com"_s).exitCode, 0);
    console.run({u"Get-CsPool"_s, u"-Identity"_s, u"none.example.com"_s});
    QFile log(console.path(u"data/cspool-console/logs/cspool.log"_s));
    QVERIFY(log.open(QIODevice::ReadOnly));
    const QByteArray text = log.readAll();
    QVERIFY2(text.contains(" info started: Get-CsPool -Identity none.example.com\n"), text.constData());
    QVERIFY2(text.contains(" error Get-CsPool: "), text.constData());
    QVERIFY2(text.contains(" info Get-CsPool: finished: Failed\n"), text.constData());
}

void TestCspool::anExplicitDeploymentIsNeverMade()
{
    const Console console;
    const ConsoleResult result = console.run({u"Get-CsPool"_s});
    QCOMPARE(result.exitCode, 1);
    QVERIFY2(result.standardError.contains(console.deployment().toUtf8()), result.standardError.constData());
    QVERIFY(!QDir(console.deployment()).exists());
}

void TestCspool::theHistoryHasEveryRun()
{
    const Console console;
    QCOMPARE(console.make(u"a.example.com=b.example.com"_s).exitCode, 0);
    const QString report = console.path(u"report.html"_s);
    QCOMPARE(console.run(backup({u"-Report"_s, report})).exitCode, 0);
    QCOMPARE(console.run({u"Get-CsPool"_s, u"-Identity"_s, u"none.example.com"_s}).exitCode, 1);
    const auto history = cspool::JobHistory::open(console.path(u"data/cspool-console/history"_s));
    QVERIFY2(history, history ? "" : qPrintable(history.error().message));
    const cspool::Result<QList<cspool::JobInfo>> jobs = (*history)->jobs();
    QVERIFY2(jobs, jobs ? "" : qPrintable(jobs.error().message));
    QCOMPARE(jobs->size(), 3); // the newest first
    QCOMPARE(jobs->at(0).cmdlet, u"Get-CsPool"_s);
    QVERIFY(jobs->at(0).outcome == cspool::Outcome::Failed);
    QCOMPARE(jobs->at(1).pool, u"a.example.com"_s);
    QCOMPARE(jobs->at(1).reportPath, report);
    QVERIFY(jobs->at(1).outcome == cspool::Outcome::Succeeded);
    QCOMPARE(jobs->at(2).cmdlet, u"New-Deployment"_s);
}

void TestCspool::aHistoryThatCannotBeWrittenIsAWarning()
{
    const Console console;
    QVERIFY(QDir().mkpath(console.path(u"data/cspool-console"_s)));
    QFile obstacle(console.path(u"data/cspool-console/history"_s));
    QVERIFY(obstacle.open(QIODevice::WriteOnly));
    const ConsoleResult made = console.make(u"a.example.com=b.example.com"_s);
    QVERIFY2(made.standardError.startsWith("WARNING: "), made.standardError.constData());
    QCOMPARE(made.exitCode, 0);
}

// Unquoted, a shell makes "-Confirm:" of -Confirm:$false.
void TestCspool::theShellsMistakeWithADollarIsExplained()
{
    const ConsoleResult result = m_console.run(backup({u"-Confirm:"_s}));
    QCOMPARE(result.exitCode, 2);
    QVERIFY2(result.standardError.contains("'-Confirm:$false'"), result.standardError.constData());
}

QTEST_GUILESS_MAIN(TestCspool)
#include "tst_cspool.moc"
