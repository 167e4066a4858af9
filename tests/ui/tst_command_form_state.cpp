// The state of a command form, without its widgets: texts in, one error and the command lines out.
#include "ui/command_form/command_form_state.h"

#include <QSignalSpy>
#include <QTest>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

const CmdletInfo &backup()
{
    return *findCmdlet(u"Backup-CsPool");
}

QStringList fieldNames(const CommandFormState &state)
{
    QStringList names;
    for (const ParameterInfo *field : state.fields())
        names.append(field->name);
    return names;
}

} // namespace

class TestCommandFormState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneErrorAtATimeNamesItsParameter_data();
    void oneErrorAtATimeNamesItsParameter();
    void textsBecomeOneCommandLine_data();
    void textsBecomeOneCommandLine();
    void everyPoolHasACommandOfItsOwn();
    void chosenPoolsTakeThePlaceOfTheField();
    void aReportOfSeveralPoolsIsOneFileForEach();
    void whatExcludesAParameterIsSaid();
    void aPastedLineFillsTheForm();
    void aWrongLineChangesNothing_data();
    void aWrongLineChangesNothing();
    void theOwnLinesCanBePastedBack_data();
    void theOwnLinesCanBePastedBack();
    void aPastedWhatIfIsLeftOutAndSaidSo();
    void aPastedPoolReplacesTheChosenOnes();
    void listElementsWithCommasSurviveUntilEdited();
    void aPastedEmptyTextIsKept();
    void theWindowsAnswerIsInTheConfirmedCommands();
    void aCommandThatAsksItselfIsNotAnswered();
    void previewsChangeNothingInTheCommand();
    void existingReportsAreWarnedOf();
    void changesAreSignalledOnce();
    void parametersOfTheOtherKindAreNoFields();
    void aThousandPoolsAreEditedAtOnce();
};

void TestCommandFormState::oneErrorAtATimeNamesItsParameter_data()
{
    QTest::addColumn<QStringList>("texts"); // name, text, name, text…
    QTest::addColumn<QString>("target"); // empty: ready
    QTest::addColumn<QString>("id");
    const QStringList pool = {u"PoolFqdn"_s, u"a.example.com"_s};
    QTest::newRow("nothing") << QStringList() << u"PoolFqdn"_s << u"MissingMandatoryParameter"_s;
    QTest::newRow("pool") << pool << QString() << QString();
    QTest::newRow("half a pool") << QStringList({u"PoolFqdn"_s, u"pool"_s}) << u"PoolFqdn"_s
                                 << u"CannotConvertArgument"_s;
    QTest::newRow("half a time") << pool + QStringList{u"WaitTime"_s, u"00:0"_s, u"SteadyState"_s, u"$true"_s}
                                 << QString() << QString(); // hh:m is a time span
    QTest::newRow("no time") << pool + QStringList{u"WaitTime"_s, u"00:99:00"_s} << u"WaitTime"_s
                             << u"CannotConvertArgument"_s;
    QTest::newRow("too long a time") << pool + QStringList{u"WaitTime"_s, u"8.00:00:00"_s} << u"WaitTime"_s
                                     << u"ParameterArgumentValidationError"_s;
    QTest::newRow("seconds") << pool + QStringList{u"WaitTime"_s, u"90"_s} << QString() << QString();
    QTest::newRow("no number") << pool + QStringList{u"RetryCount"_s, u"ten"_s} << u"RetryCount"_s
                               << u"CannotConvertArgument"_s;
    QTest::newRow("negative number") << pool + QStringList{u"RetryCount"_s, u"-1"_s} << u"RetryCount"_s
                                     << u"ParameterArgumentValidationError"_s;
    QTest::newRow("blank path") << pool + QStringList{u"Report"_s, u"  "_s} << u"Report"_s
                                << u"ParameterArgumentValidationError"_s;
    QTest::newRow("exclusion") << pool + QStringList{u"FullBackup"_s, u"$true"_s, u"SteadyState"_s, u"$true"_s}
                               << u"FullBackup"_s << u"AmbiguousParameterSet"_s;
    QTest::newRow("partner missing") << pool + QStringList{u"FailedOverPoolOnly"_s, u"$true"_s}
                                     << u"FailedOverPoolOnly"_s << u"MissingMandatoryParameter"_s;
    QTest::newRow("partner there") << pool
            + QStringList{u"FailedOverPoolOnly"_s, u"$true"_s, u"FullBackup"_s, u"$true"_s}
                                   << QString() << QString();
    QTest::newRow("the first of two") << QStringList({u"WaitTime"_s, u"x"_s, u"RetryCount"_s, u"x"_s})
                                      << u"RetryCount"_s << u"CannotConvertArgument"_s;
}

void TestCommandFormState::oneErrorAtATimeNamesItsParameter()
{
    QFETCH(QStringList, texts);
    QFETCH(QString, target);
    QFETCH(QString, id);
    CommandFormState state(backup(), DeploymentKind::Lab, {});
    for (qsizetype i = 0; i + 1 < texts.size(); i += 2)
        state.setText(texts.at(i), texts.at(i + 1));
    QCOMPARE(state.isReady(), target.isEmpty());
    const std::optional<Error> error = state.error();
    QCOMPARE(error ? error->target : QString(), target);
    QCOMPARE(error ? error->id : QString(), id);
    QVERIFY(!error || !error->message.isEmpty());
}

void TestCommandFormState::textsBecomeOneCommandLine_data()
{
    QTest::addColumn<QStringList>("texts");
    QTest::addColumn<QString>("line");
    QTest::newRow("nothing") << QStringList() << u"Backup-CsPool"_s;
    QTest::newRow("canonical pool") << QStringList({u"PoolFqdn"_s, u" A.Example.COM. "_s})
                                    << u"Backup-CsPool -PoolFqdn a.example.com"_s;
    QTest::newRow("seconds as hh:mm:ss") << QStringList({u"WaitTime"_s, u"90"_s, u"SteadyState"_s, u"$true"_s})
                                         << u"Backup-CsPool -SteadyState -WaitTime 00:01:30"_s;
    QTest::newRow("what cannot be read is left out")
        << QStringList({u"WaitTime"_s, u"soon"_s, u"Category"_s, u"CMS"_s}) << u"Backup-CsPool -Category CMS"_s;
    QTest::newRow("quoted path") << QStringList({u"Report"_s, u"/tmp/it's a report.html"_s})
                                 << u"Backup-CsPool -Report '/tmp/it''s a report.html'"_s;
    QTest::newRow("emptied again") << QStringList({u"Report"_s, u"/tmp/a.html"_s, u"Report"_s, QString()})
                                   << u"Backup-CsPool"_s;
}

void TestCommandFormState::textsBecomeOneCommandLine()
{
    QFETCH(QStringList, texts);
    QFETCH(QString, line);
    CommandFormState state(backup(), DeploymentKind::Lab, {});
    for (qsizetype i = 0; i + 1 < texts.size(); i += 2)
        state.setText(texts.at(i), texts.at(i + 1));
    QCOMPARE(state.commandLines(), line);
}

void TestCommandFormState::everyPoolHasACommandOfItsOwn()
{
    CommandFormState state(backup(), DeploymentKind::Lab, {u"A.example.com"_s, u"b.example.com"_s, u"a.example.com"_s});
    state.setText(u"FullBackup"_s, u"$true"_s);
    QCOMPARE(state.commandLines(),
             u"Backup-CsPool -PoolFqdn a.example.com -FullBackup\nBackup-CsPool -PoolFqdn b.example.com -FullBackup"_s);
    QVERIFY(state.isReady());
}

void TestCommandFormState::chosenPoolsTakeThePlaceOfTheField()
{
    const CommandFormState chosen(backup(), DeploymentKind::Lab, {u"a.example.com"_s});
    QVERIFY(!fieldNames(chosen).contains("PoolFqdn"_L1));
    QVERIFY(!fieldNames(chosen).contains("WhatIf"_L1));
    const CommandFormState open(backup(), DeploymentKind::Lab, {});
    QVERIFY(fieldNames(open).contains("PoolFqdn"_L1));
    QCOMPARE(open.affectedPools(), QStringList());
}

void TestCommandFormState::aReportOfSeveralPoolsIsOneFileForEach()
{
    CommandFormState state(backup(), DeploymentKind::Lab, {u"a.example.com"_s, u"b.example.com"_s});
    state.setText(u"Report"_s, u"/tmp/x.y/report.html"_s);
    QCOMPARE(state.writtenFiles(),
             QStringList({u"/tmp/x.y/report-a.example.com.html"_s, u"/tmp/x.y/report-b.example.com.html"_s}));
    state.setText(u"Report"_s, u"/tmp/x.y/report"_s);
    QCOMPARE(state.writtenFiles(),
             QStringList({u"/tmp/x.y/report-a.example.com"_s, u"/tmp/x.y/report-b.example.com"_s}));
    CommandFormState single(backup(), DeploymentKind::Lab, {u"a.example.com"_s});
    single.setText(u"Report"_s, u"/tmp/report.html"_s);
    QCOMPARE(single.writtenFiles(), QStringList(u"/tmp/report.html"_s));
}

void TestCommandFormState::whatExcludesAParameterIsSaid()
{
    CommandFormState state(backup(), DeploymentKind::Lab, {u"a.example.com"_s});
    QCOMPARE(state.obstacle(u"SteadyState"_s), QString());
    state.setText(u"FullBackup"_s, u"$true"_s);
    QVERIFY(state.obstacle(u"SteadyState"_s).contains("FullBackup"_L1));
    QCOMPARE(state.obstacle(u"FullBackup"_s), QString());
    // Both set, as a pasted line can: both can be taken back.
    state.setText(u"SteadyState"_s, u"$true"_s);
    QCOMPARE(state.obstacle(u"SteadyState"_s), QString());
    state.setText(u"FullBackup"_s, {});
    QVERIFY(state.obstacle(u"FullBackup"_s).contains("SteadyState"_L1));
}

void TestCommandFormState::aPastedLineFillsTheForm()
{
    CommandFormState state(backup(), DeploymentKind::Lab, {});
    state.setText(u"Category"_s, u"CMS"_s);
    const Result<QStringList> applied
        = state.applyLines(u"  backup-cspool -pool a.example.com -Steady -WaitTime:30 -cf:$false\n"_s);
    QVERIFY2(applied, applied ? "" : qPrintable(applied.error().message));
    QCOMPARE(*applied, QStringList());
    QCOMPARE(state.text(u"PoolFqdn"_s), u"a.example.com"_s);
    QCOMPARE(state.text(u"WaitTime"_s), u"00:00:30"_s);
    QVERIFY(state.isSwitchOn(u"SteadyState"_s));
    QVERIFY(!state.isSet(u"Category"_s));
    QVERIFY(!state.isSet(u"Confirm"_s));
}

void TestCommandFormState::aWrongLineChangesNothing_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("id");
    QTest::newRow("nothing") << u" \n "_s << u"NoCommand"_s;
    QTest::newRow("another cmdlet") << u"Get-CsPool"_s << u"OtherCmdlet"_s;
    QTest::newRow("no cmdlet") << u"Backup-CsPol -PoolFqdn a.example.com"_s << u"CommandNotFoundException"_s;
    QTest::newRow("unknown parameter") << u"Backup-CsPool -Pool2 a.example.com"_s << u"NamedParameterNotFound"_s;
    QTest::newRow("wrong value") << u"Backup-CsPool -RetryCount many"_s << u"CannotConvertArgument"_s;
    QTest::newRow("pipeline") << u"Backup-CsPool -PoolFqdn a.example.com | Out-Null"_s << u"UnsupportedSyntax"_s;
    QTest::newRow("different commands")
        << u"Backup-CsPool -PoolFqdn a.example.com -Force\nBackup-CsPool -PoolFqdn b.example.com"_s
        << u"DifferentCommands"_s;
    QTest::newRow("two commands without pools") << u"Backup-CsPool\nBackup-CsPool"_s << u"DifferentCommands"_s;
}

void TestCommandFormState::aWrongLineChangesNothing()
{
    QFETCH(QString, line);
    QFETCH(QString, id);
    CommandFormState state(backup(), DeploymentKind::Lab, {u"a.example.com"_s});
    state.setText(u"WaitTime"_s, u"not yet a time"_s);
    state.setText(u"Category"_s, u"CMS"_s);
    QSignalSpy changed(&state, &CommandFormState::changed);
    const Result<QStringList> applied = state.applyLines(line);
    QVERIFY(!applied);
    QCOMPARE(applied.error().id, id);
    QVERIFY(!applied.error().message.isEmpty());
    QCOMPARE(changed.count(), 0);
    QCOMPARE(state.text(u"WaitTime"_s), u"not yet a time"_s);
    QCOMPARE(state.pools(), QStringList(u"a.example.com"_s));
}

void TestCommandFormState::theOwnLinesCanBePastedBack_data()
{
    QTest::addColumn<QStringList>("pools");
    QTest::addColumn<QString>("report");
    QTest::newRow("one pool") << QStringList(u"a.example.com"_s) << u"/tmp/r.html"_s;
    QTest::newRow("three pools") << QStringList({u"a.example.com"_s, u"b.example.com"_s, u"c.example.com"_s})
                                 << QString();
    QTest::newRow("three pools with reports")
        << QStringList({u"a.example.com"_s, u"b.example.com"_s, u"c.example.com"_s}) << u"/tmp/r-a.html"_s;
}

void TestCommandFormState::theOwnLinesCanBePastedBack()
{
    QFETCH(QStringList, pools);
    QFETCH(QString, report);
    CommandFormState state(backup(), DeploymentKind::Lab, pools);
    state.setText(u"Report"_s, report);
    state.setText(u"FullBackup"_s, u"$true"_s);
    const QString lines = state.commandLines();
    CommandFormState other(backup(), DeploymentKind::Lab, {u"other.example.com"_s});
    QSignalSpy poolsChanged(&other, &CommandFormState::poolsChanged);
    QVERIFY(other.applyLines(lines));
    QCOMPARE(other.commandLines(), lines);
    QCOMPARE(other.text(u"Report"_s), report);
    QCOMPARE(poolsChanged.count(), 1);
}

void TestCommandFormState::aPastedWhatIfIsLeftOutAndSaidSo()
{
    CommandFormState state(backup(), DeploymentKind::Lab, {u"a.example.com"_s});
    const Result<QStringList> applied = state.applyLines(u"Backup-CsPool -PoolFqdn a.example.com -WhatIf -Force"_s);
    QVERIFY(applied);
    QCOMPARE(applied->size(), 1);
    QVERIFY(applied->first().contains("WhatIf"_L1));
    QCOMPARE(state.commandLines(), u"Backup-CsPool -PoolFqdn a.example.com -Force"_s);
}

void TestCommandFormState::aPastedPoolReplacesTheChosenOnes()
{
    CommandFormState state(backup(), DeploymentKind::Lab, {u"a.example.com"_s, u"b.example.com"_s});
    QVERIFY(state.applyLines(u"Backup-CsPool -Force"_s));
    QCOMPARE(state.pools(), QStringList({u"a.example.com"_s, u"b.example.com"_s}));
    QVERIFY(state.applyLines(u"Backup-CsPool -PoolFqdn c.example.com"_s));
    QCOMPARE(state.pools(), QStringList(u"c.example.com"_s));
}

void TestCommandFormState::listElementsWithCommasSurviveUntilEdited()
{
    const CmdletInfo *cmdlet = findCmdlet(u"Publish-CsTopology");
    CommandFormState state(*cmdlet, DeploymentKind::Lab, {});
    const QString line = u"Publish-CsTopology -FileName /tmp/t.xml -Pair 'a,b','c'"_s;
    QVERIFY(state.applyLines(line));
    const Result<Command> command = parseCommand(state.commandLines());
    QVERIFY(command);
    QCOMPARE(command->stringList(u"Pair"), QStringList({u"a,b"_s, u"c"_s}));
    state.setText(u"Pair"_s, u"a,b"_s);
    QCOMPARE(state.command().stringList(u"Pair"), QStringList({u"a"_s, u"b"_s}));
}

void TestCommandFormState::aPastedEmptyTextIsKept()
{
    const CmdletInfo *cmdlet = findCmdlet(u"Set-CsBackupServiceConfiguration");
    CommandFormState state(*cmdlet, DeploymentKind::Lab, {});
    QVERIFY(state.applyLines(u"Set-CsBackupServiceConfiguration -AuthorizedLocalAccounts ''"_s));
    QVERIFY(state.command().contains(u"AuthorizedLocalAccounts"));
    QCOMPARE(state.commandLines(), u"Set-CsBackupServiceConfiguration -AuthorizedLocalAccounts ''"_s);
}

void TestCommandFormState::theWindowsAnswerIsInTheConfirmedCommands()
{
    CommandFormState state(backup(), DeploymentKind::Lab, {u"a.example.com"_s});
    QVERIFY(!state.commandLines().contains("Confirm"_L1));
    QCOMPARE(render(state.confirmedCommands().first()), u"Backup-CsPool -PoolFqdn a.example.com -Confirm:$false"_s);
    // Without ShouldProcess there is no such parameter.
    CommandFormState other(*findCmdlet(u"Invoke-CsManagementStoreReplication"), DeploymentKind::Lab, {});
    QCOMPARE(render(other.confirmedCommands().first()), u"Invoke-CsManagementStoreReplication"_s);
}

void TestCommandFormState::aCommandThatAsksItselfIsNotAnswered()
{
    CommandFormState state(backup(), DeploymentKind::Lab, {u"a.example.com"_s});
    state.setText(u"Confirm"_s, u"$true"_s);
    QVERIFY(state.asksItself());
    QCOMPARE(render(state.confirmedCommands().first()), u"Backup-CsPool -PoolFqdn a.example.com -Confirm"_s);
}

void TestCommandFormState::previewsChangeNothingInTheCommand()
{
    CommandFormState state(backup(), DeploymentKind::Lab, {u"a.example.com"_s, u"b.example.com"_s});
    state.setText(u"Confirm"_s, u"$true"_s);
    const QList<Command> previews = state.previewCommands();
    QCOMPARE(previews.size(), 2);
    QCOMPARE(render(previews.last()), u"Backup-CsPool -PoolFqdn b.example.com -WhatIf"_s);
    QCOMPARE(render(state.commands().last()), u"Backup-CsPool -PoolFqdn b.example.com -Confirm"_s);
}

void TestCommandFormState::existingReportsAreWarnedOf()
{
    CommandFormState state(backup(), DeploymentKind::Lab, {u"a.example.com"_s, u"b.example.com"_s});
    state.setText(u"Report"_s, u"/tmp/r.html"_s);
    QCOMPARE(state.warnings(), QList<CommandWarning>());
    QSignalSpy warningsChanged(&state, &CommandFormState::warningsChanged);
    state.setExistingFiles({u"/tmp/r-b.example.com.html"_s});
    QCOMPARE(warningsChanged.count(), 1);
    QCOMPARE(state.warnings().size(), 1);
    QCOMPARE(state.warnings().first().parameter, u"Report"_s);
    QVERIFY(state.warnings().first().message.contains("/tmp/r-b.example.com.html"_L1));
    state.setText(u"Report"_s, u"/tmp/other.html"_s);
    QCOMPARE(state.warnings(), QList<CommandWarning>());
}

void TestCommandFormState::changesAreSignalledOnce()
{
    CommandFormState state(backup(), DeploymentKind::Lab, {u"a.example.com"_s});
    QSignalSpy changed(&state, &CommandFormState::changed);
    state.setText(u"Category"_s, u"CMS"_s);
    QCOMPARE(changed.count(), 1);
    state.setText(u"Category"_s, u"CMS"_s);
    QCOMPARE(changed.count(), 1);
    state.reset();
    QCOMPARE(changed.count(), 2);
    QCOMPARE(state.commandLines(), u"Backup-CsPool -PoolFqdn a.example.com"_s);
}

void TestCommandFormState::parametersOfTheOtherKindAreNoFields()
{
    const CmdletInfo *cmdlet = findCmdlet(u"Set-CsBackupServiceConfiguration");
    QVERIFY(!fieldNames(CommandFormState(*cmdlet, DeploymentKind::Lab, {})).contains("EnableRgsBackupService"_L1));
    QVERIFY(fieldNames(CommandFormState(*cmdlet, DeploymentKind::Server, {})).contains("EnableRgsBackupService"_L1));
}

void TestCommandFormState::aThousandPoolsAreEditedAtOnce()
{
    QStringList pools;
    for (int i = 0; i < 1000; ++i)
        pools.append(u"pool%1.example.com"_s.arg(i));
    CommandFormState state(backup(), DeploymentKind::Lab, pools);
    state.setText(u"Report"_s, u"/tmp/r.html"_s);
    state.setExistingFiles(state.writtenFiles());
    QCOMPARE(state.commands().size(), 1000);
    QCOMPARE(state.existingFiles().size(), 1000);
    QCOMPARE(state.warnings().size(), 1);
    QVERIFY(state.warnings().first().message.size() < 500); // a sentence, and no list of a thousand files
}

} // namespace cspool

QTEST_APPLESS_MAIN(cspool::TestCommandFormState)
#include "tst_command_form_state.moc"
