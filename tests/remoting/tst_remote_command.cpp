// What of commands travels to a server: every cmdlet of the table with every parameter.
#include "backend/remoting/remote_command.h"

#include "model/cmdlet_table.h"

#include <QTest>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

// A value that the parameter accepts.
QVariant valueFor(const ParameterInfo &parameter)
{
    switch (parameter.type) {
    case ParameterType::Switch:
    case ParameterType::Boolean:
        return true;
    case ParameterType::Int32:
        return int(parameter.minimum.value_or(7));
    case ParameterType::TimeSpan:
        return QVariant::fromValue(TimeSpan::fromSeconds(90));
    case ParameterType::StringList:
        return QStringList{u"a"_s, u"b"_s};
    case ParameterType::Fqdn:
        return u"pool01.contoso.com"_s;
    case ParameterType::Enumeration:
        return parameter.allowedValues.first();
    case ParameterType::String:
        break;
    }
    return parameter.allowedValues.value(0, u"some text"_s);
}

bool isOffered(Availability availability)
{
    return availability != Availability::LabOnly;
}

void addWithNeeds(Command &command, const CmdletInfo &cmdlet, const ParameterInfo &parameter)
{
    command.set(parameter.name, valueFor(parameter));
    for (const QString &needed : parameter.needs)
        command.set(needed, valueFor(*cmdlet.parameter(needed)));
}

// The cmdlet with what it requires, and `parameter`.
Command commandWith(const CmdletInfo &cmdlet, const ParameterInfo &parameter)
{
    Command command(cmdlet.name);
    for (const ParameterInfo &other : cmdlet.parameters) {
        if (other.isRequired)
            addWithNeeds(command, cmdlet, other);
    }
    addWithNeeds(command, cmdlet, parameter);
    bool hasOne = cmdlet.requiresOneOf.isEmpty();
    for (const QString &name : cmdlet.requiresOneOf)
        hasOne = hasOne || command.contains(name);
    if (!hasOne)
        addWithNeeds(command, cmdlet, *cmdlet.parameter(cmdlet.requiresOneOf.first()));
    return command;
}

const ClixmlValue *find(const PsrpCommand &command, const QString &name)
{
    for (const PsrpParameter &parameter : command.parameters) {
        if (parameter.name == name)
            return &parameter.value;
    }
    return nullptr;
}

ClixmlValue expectedFor(const ParameterInfo &parameter)
{
    const QVariant value = valueFor(parameter);
    switch (parameter.type) {
    case ParameterType::Switch:
    case ParameterType::Boolean:
        return ClixmlValue(true);
    case ParameterType::Int32:
        return ClixmlValue(std::int32_t(value.toInt()));
    case ParameterType::TimeSpan:
        return ClixmlValue(TimeSpan{900'000'000});
    case ParameterType::StringList:
        return clixmlStrings({u"a"_s, u"b"_s});
    default:
        return ClixmlValue(value.toString());
    }
}

} // namespace

class TestRemoteCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyParameterTravelsWithItsType_data()
    {
        QTest::addColumn<QString>("cmdlet");
        QTest::addColumn<QString>("parameter");
        for (const CmdletInfo &cmdlet : cmdletTable()) {
            if (!isOffered(cmdlet.availability))
                continue;
            for (const ParameterInfo &parameter : cmdlet.parameters) {
                if (isOffered(parameter.availability))
                    QTest::addRow("%s -%s", qPrintable(cmdlet.name), qPrintable(parameter.name))
                        << cmdlet.name << parameter.name;
            }
        }
    }
    void everyParameterTravelsWithItsType()
    {
        QFETCH(const QString, cmdlet);
        QFETCH(const QString, parameter);
        const CmdletInfo &info = *findCmdlet(cmdlet);
        const ParameterInfo &parameterInfo = *info.parameter(parameter);
        const Result<PsrpCommand> sent = toPsrpCommand(commandWith(info, parameterInfo));
        QVERIFY2(sent, sent ? "" : qPrintable(sent.error().message));
        QCOMPARE(sent->name, cmdlet);
        const ClixmlValue *value = find(*sent, parameter);
        if (parameterInfo.path == PathSide::Local) {
            QVERIFY(!value);
            return;
        }
        QVERIFY(value);
        QVERIFY(*value == expectedFor(parameterInfo));
    }

    void aCmdletWithoutParametersTravelsByItsNameAlone()
    {
        const Result<PsrpCommand> sent = toPsrpCommand(Command(u"get-cspool"_s));
        QVERIFY(sent);
        QCOMPARE(sent->name, u"Get-CsPool"_s);
        QVERIFY(sent->parameters.isEmpty());
    }

    void whatOnlyALabDeploymentHasIsRefused_data()
    {
        QTest::addColumn<QString>("cmdlet");
        QTest::addColumn<QString>("parameter");
        for (const CmdletInfo &cmdlet : cmdletTable()) {
            for (const ParameterInfo &parameter : cmdlet.parameters) {
                if (!parameter.isCommon && (!isOffered(cmdlet.availability) || !isOffered(parameter.availability)))
                    QTest::addRow("%s -%s", qPrintable(cmdlet.name), qPrintable(parameter.name))
                        << cmdlet.name << parameter.name;
            }
        }
    }
    void whatOnlyALabDeploymentHasIsRefused()
    {
        QFETCH(const QString, cmdlet);
        QFETCH(const QString, parameter);
        const CmdletInfo &info = *findCmdlet(cmdlet);
        const Result<PsrpCommand> sent = toPsrpCommand(commandWith(info, *info.parameter(parameter)));
        QVERIFY(!sent);
        QVERIFY2(sent.error().message.contains(u"genuine servers"_s), qPrintable(sent.error().message));
        QVERIFY(sent.error().message.endsWith(u'.'));
        QVERIFY(!sent.error().recommendedAction.isEmpty());
    }

    void whatIsWrongIsFoundBeforeItIsSent()
    {
        QVERIFY(!toPsrpCommand(Command(u"Backup-CsPool"_s)));
        QVERIFY(!toPsrpCommand(Command(u"Remove-Item"_s)));
        Command excluded(u"Backup-CsPool"_s);
        excluded.set(u"PoolFqdn"_s, u"a.x.com"_s).set(u"FullBackup"_s, true).set(u"SteadyState"_s, true);
        QVERIFY(!toPsrpCommand(excluded));
    }

    void aWaitTimeInSecondsArrivesAsSeconds()
    {
        const Result<Command> command = parseCommand(u"Backup-CsPool -PoolFqdn a.x.com -SteadyState -WaitTime 90"_s);
        QVERIFY(command);
        const Result<PsrpCommand> sent = toPsrpCommand(*command);
        QVERIFY(sent);
        const ClixmlValue *value = find(*sent, u"WaitTime"_s);
        QVERIFY(value && value->get<TimeSpan>());
        QCOMPARE(value->get<TimeSpan>()->toString(), u"00:01:30"_s);
    }

    void parametersKeepTheirOrderAndTheReportStaysHere()
    {
        const Result<Command> command
            = parseCommand(u"Backup-CsPool -Force -Report r.html -PoolFqdn a.x.com -Confirm:$false -Category cms -ea stop"_s);
        QVERIFY(command);
        const Result<PsrpCommand> sent = toPsrpCommand(*command);
        QVERIFY(sent);
        QStringList names;
        for (const PsrpParameter &parameter : sent->parameters)
            names.append(parameter.name);
        QCOMPARE(names, QStringList({u"Force"_s, u"PoolFqdn"_s, u"Confirm"_s, u"Category"_s, u"ErrorAction"_s}));
        QVERIFY(sent->parameters.at(0).value == ClixmlValue(true));
        QVERIFY(sent->parameters.at(2).value == ClixmlValue(false));
        QVERIFY(sent->parameters.at(3).value == ClixmlValue(u"CMS"_s));
        QVERIFY(sent->parameters.at(4).value == ClixmlValue(u"Stop"_s));
    }

    void aListIsAnArrayOfTexts()
    {
        const ClixmlValue list = clixmlStrings({u"a"_s});
        QVERIFY(list.object());
        QCOMPARE(list.object()->typeNames.first(), u"System.String[]"_s);
        QVERIFY(list.object()->container == ClixmlContainer::List);
        QCOMPARE(list.object()->items.size(), 1);
    }

    // What an administrator is told to run when nobody knows how a command ended.
    void aLookIsTakenWithACmdletThatReads_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("look");
        QTest::newRow("backup") << u"Backup-CsPool -PoolFqdn a.x.com -Force"_s
                                << u"Get-CsBackupServiceStatus -PoolFqdn a.x.com"_s;
        QTest::newRow("synchronization") << u"Invoke-CsBackupServiceSync -PoolFqdn a.x.com"_s
                                         << u"Get-CsBackupServiceStatus -PoolFqdn a.x.com"_s;
        QTest::newRow("failover") << u"Invoke-CsPoolFailOver -PoolFqdn a.x.com"_s << u"Get-CsRegistrarConfiguration"_s;
        QTest::newRow("failback") << u"Invoke-CsPoolFailBack -PoolFqdn a.x.com"_s << u"Get-CsRegistrarConfiguration"_s;
        QTest::newRow("Central Management Server")
            << u"Invoke-CsManagementServerFailover"_s << u"Get-CsManagementStoreReplicationStatus"_s;
        QTest::newRow("configuration") << u"Set-CsBackupServiceConfiguration -SyncInterval 00:02:00"_s
                                       << u"Get-CsBackupServiceConfiguration"_s;
    }
    void aLookIsTakenWithACmdletThatReads()
    {
        QFETCH(const QString, line);
        const Result<Command> command = parseCommand(line);
        QVERIFY2(command, qPrintable(line));
        QTEST(lookingCommand(*command, *findCmdlet(command->cmdlet())), "look");
    }
};

QTEST_GUILESS_MAIN(TestRemoteCommand)
#include "tst_remote_command.moc"
