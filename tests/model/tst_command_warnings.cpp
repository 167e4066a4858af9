// Warnings about commands that are no mistakes, what they lose, and what a form may remember of them.
#include "model/command_warnings.h"

#include <QTest>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

PoolSituation paired(const QString &fqdn, std::optional<PoolState> state)
{
    PoolSituation situation;
    situation.fqdn = fqdn;
    situation.pool
        = Pool{fqdn, fqdn, {}, {u"Registrar:"_s + fqdn, u"UserServer:"_s + fqdn}, {}, u"b.example.com"_s, {}};
    situation.state = state;
    return situation;
}

// "parameter: message"
QStringList texts(const QList<CommandWarning> &warnings)
{
    QStringList texts;
    for (const CommandWarning &warning : warnings)
        texts.append(warning.parameter + u": "_s + warning.message);
    return texts;
}

} // namespace

class TestCommandWarnings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatHoldsIsWarnedOf_data();
    void onlyWhatHoldsIsWarnedOf();
    void oneWarningNamesAllItsPools();
    void whatIsNotKnownIsNotWarnedOf();
    void aPoolWithoutBackupPoolIsNamed();
    void whatIsInErrorStateIsWarnedOfWhereItIsCopied_data();
    void whatIsInErrorStateIsWarnedOfWhereItIsCopied();
    void severalModulesInErrorStateAreOneWarning();
    void lossesAreThoseOfTheCommand_data();
    void lossesAreThoseOfTheCommand();
    void nothingThatSkipsAQuestionIsRemembered_data();
    void nothingThatSkipsAQuestionIsRemembered();
};

void TestCommandWarnings::onlyWhatHoldsIsWarnedOf_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QStringList>("parameters"); // of the warnings
    QTest::newRow("plain") << u"Backup-CsPool"_s << u"Active"_s << QStringList();
    QTest::newRow("FinalState of an active pool")
        << u"Backup-CsPool -FullBackup"_s << u"Active"_s << QStringList(u"FullBackup"_s);
    QTest::newRow("FinalState of a failed over pool")
        << u"Backup-CsPool -FullBackup"_s << u"FailedOver"_s << QStringList();
    QTest::newRow("only failed over, and it is not") << u"Backup-CsPool -FullBackup -FailedOverPoolOnly"_s
                                                     << u"FailedBack"_s << QStringList(u"FailedOverPoolOnly"_s);
    QTest::newRow("only failed over, and it is")
        << u"Backup-CsPool -FullBackup -FailedOverPoolOnly"_s << u"FailedOver"_s << QStringList();
    QTest::newRow("waiting for nothing") << u"Backup-CsPool -WaitTime 00:01:00 -RetryCount 3"_s << u"Active"_s
                                         << QStringList({u"RetryCount"_s, u"WaitTime"_s});
    QTest::newRow("waiting for something")
        << u"Backup-CsPool -SteadyState -WaitTime 00:01:00"_s << u"Active"_s << QStringList();
    QTest::newRow("WaitTime of another cmdlet")
        << u"Invoke-CsPoolFailOver -WaitTime 00:01:00"_s << u"Active"_s << QStringList();
}

void TestCommandWarnings::onlyWhatHoldsIsWarnedOf()
{
    QFETCH(QString, line);
    QFETCH(QString, state);
    QFETCH(QStringList, parameters);
    const Result<Command> command = parseCommand(line);
    QVERIFY(command);
    QStringList warned;
    for (const CommandWarning &warning :
         warningsBefore(*command, {paired(u"a.example.com"_s, poolStateFromString(state))}))
        warned.append(warning.parameter);
    QCOMPARE(warned, parameters);
}

void TestCommandWarnings::oneWarningNamesAllItsPools()
{
    const Command command = Command(u"Backup-CsPool"_s).set(u"FullBackup"_s, true);
    const QStringList warnings = texts(warningsBefore(command,
                                                      {paired(u"a.example.com"_s, PoolState::Active),
                                                       paired(u"c.example.com"_s, PoolState::FailedOver),
                                                       paired(u"d.example.com"_s, PoolState::Active)}));
    QCOMPARE(warnings.size(), 1);
    QVERIFY(warnings.first().contains("a.example.com, d.example.com"_L1));
    QVERIFY(!warnings.first().contains("c.example.com"_L1));
}

void TestCommandWarnings::whatIsNotKnownIsNotWarnedOf()
{
    PoolSituation unread;
    unread.fqdn = u"a.example.com"_s;
    const Command command = Command(u"Backup-CsPool"_s).set(u"FullBackup"_s, true).set(u"FailedOverPoolOnly"_s, true);
    QCOMPARE(texts(warningsBefore(command, {unread})), QStringList());
    unread.isUnknown = true;
    QCOMPARE(warningsBefore(command, {unread}).size(), 1);
}

void TestCommandWarnings::aPoolWithoutBackupPoolIsNamed()
{
    PoolSituation single = paired(u"c.example.com"_s, PoolState::Active);
    single.pool->backupPoolFqdn.clear();
    const QStringList warnings = texts(warningsBefore(Command(u"Backup-CsPool"_s), {single}));
    QCOMPARE(warnings.size(), 1);
    QVERIFY(warnings.first().contains("c.example.com"_L1));
    QCOMPARE(texts(warningsBefore(Command(u"Export-CsUserData"_s), {single})), QStringList());
}

void TestCommandWarnings::whatIsInErrorStateIsWarnedOfWhereItIsCopied_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("isWarnedOf");
    QTest::newRow("backup") << u"Backup-CsPool"_s << true;
    QTest::newRow("backup of its category") << u"Backup-CsPool -Category UserData"_s << true;
    QTest::newRow("backup of the other category") << u"Backup-CsPool -Category CMS"_s << false;
    QTest::newRow("synchronisation") << u"Invoke-CsBackupServiceSync"_s << true;
    QTest::newRow("synchronisation of all") << u"Invoke-CsBackupServiceSync -BackupModule All"_s << true;
    QTest::newRow("synchronisation of it") << u"Invoke-CsBackupServiceSync -BackupModule DataConf"_s << true;
    QTest::newRow("synchronisation of another") << u"Invoke-CsBackupServiceSync -BackupModule PresenceFocus"_s << false;
    QTest::newRow("its cure") << u"Invoke-CsBackupServiceSync -BackupModule DataConf -Force"_s << false;
    QTest::newRow("failover") << u"Invoke-CsPoolFailOver"_s << true;
    QTest::newRow("failover in a disaster") << u"Invoke-CsPoolFailOver -DisasterMode"_s << false;
    QTest::newRow("reading") << u"Get-CsBackupServiceStatus"_s << false;
}

void TestCommandWarnings::whatIsInErrorStateIsWarnedOfWhereItIsCopied()
{
    QFETCH(QString, line);
    QFETCH(bool, isWarnedOf);
    const Result<Command> command = parseCommand(line);
    QVERIFY(command);
    PoolSituation pool = paired(u"a.example.com"_s, PoolState::Active);
    pool.modulesInError = {u"ConfServices.DataConf"_s};
    const QStringList warnings = texts(warningsBefore(*command, {pool}));
    QCOMPARE(warnings.size(), isWarnedOf ? 1 : 0);
    if (isWarnedOf)
        QVERIFY(warnings.first().startsWith(": ConfServices.DataConf of a.example.com is in ErrorState"_L1));
}

void TestCommandWarnings::severalModulesInErrorStateAreOneWarning()
{
    PoolSituation a = paired(u"a.example.com"_s, PoolState::Active);
    PoolSituation c = paired(u"c.example.com"_s, PoolState::Active);
    a.modulesInError = {u"ConfServices.DataConf"_s};
    c.modulesInError = {u"UserServices.PresenceFocus"_s};
    const QStringList warnings = texts(warningsBefore(Command(u"Backup-CsPool"_s), {a, c}));
    QCOMPARE(warnings.size(), 1);
    QVERIFY(warnings.first().contains(
        "ConfServices.DataConf of a.example.com, UserServices.PresenceFocus of c.example.com"_L1));
}

void TestCommandWarnings::lossesAreThoseOfTheCommand_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("count");
    QTest::newRow("backup") << u"Backup-CsPool -Force"_s << 0;
    QTest::newRow("failover") << u"Invoke-CsPoolFailOver"_s << 0;
    QTest::newRow("failover in a disaster") << u"Invoke-CsPoolFailOver -DisasterMode"_s << 1;
    QTest::newRow("unchecked failover in a disaster")
        << u"Invoke-CsPoolFailOver -DisasterMode -SkipDataVerification"_s << 2;
    QTest::newRow("failback in a disaster") << u"Invoke-CsPoolFailBack -DisasterMode"_s << 1;
    QTest::newRow("synchronisation") << u"Invoke-CsBackupServiceSync"_s << 0;
    QTest::newRow("forced synchronisation") << u"Invoke-CsBackupServiceSync -Force"_s << 1;
    QTest::newRow("removal") << u"Remove-CsUserStoreBackupData"_s << 1;
    QTest::newRow("reset") << u"Remove-CsBackupServiceConfiguration"_s << 1;
}

void TestCommandWarnings::lossesAreThoseOfTheCommand()
{
    QFETCH(QString, line);
    QFETCH(int, count);
    const Result<Command> command = parseCommand(line);
    QVERIFY(command);
    QCOMPARE(lossesOf(*command).size(), count);
    for (const CommandWarning &loss : lossesBefore(*command))
        QVERIFY2(loss.parameter.isEmpty() || command->isSwitchOn(loss.parameter), qPrintable(loss.parameter));
}

void TestCommandWarnings::nothingThatSkipsAQuestionIsRemembered_data()
{
    QTest::addColumn<QString>("cmdlet");
    QTest::addColumn<QStringList>("remembered");
    QTest::newRow("backup") << u"Backup-CsPool"_s
                            << QStringList({u"Category"_s, u"FailedOverPoolOnly"_s, u"FullBackup"_s, u"LocalStore"_s,
                                            u"RetryCount"_s, u"SteadyState"_s, u"WaitTime"_s, u"Confirm"_s,
                                            u"Verbose"_s, u"ErrorAction"_s, u"WarningAction"_s});
    QTest::newRow("configuration") << u"Set-CsBackupServiceConfiguration"_s << QStringList();
    QTest::newRow("failback") << u"Invoke-CsPoolFailBack"_s
                              << QStringList(
                                     {u"WaitTime"_s, u"Confirm"_s, u"Verbose"_s, u"ErrorAction"_s, u"WarningAction"_s});
}

void TestCommandWarnings::nothingThatSkipsAQuestionIsRemembered()
{
    QFETCH(QString, cmdlet);
    QFETCH(QStringList, remembered);
    const CmdletInfo *info = findCmdlet(cmdlet);
    QVERIFY(info);
    QStringList names;
    for (const ParameterInfo &parameter : info->parameters) {
        if (isWorthRemembering(*info, parameter))
            names.append(parameter.name);
    }
    QCOMPARE(names, remembered);
}

} // namespace cspool

QTEST_APPLESS_MAIN(cspool::TestCommandWarnings)
#include "tst_command_warnings.moc"
