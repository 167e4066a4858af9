// Commands: what is typed becomes typed parameters, and every rule of every parameter has its row with its message.
#include "model/command.h"

#include <QTest>

#include <limits>

using namespace cspool;
using namespace Qt::StringLiterals;

namespace {

// Parsed and validated, as every caller does.
Result<Command> accepted(const QString &line, DeploymentKind kind = DeploymentKind::Lab)
{
    auto command = parseCommand(line);
    if (!command)
        return command;
    if (const auto valid = validate(*command, kind); !valid)
        return valid.error();
    return command;
}

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

} // namespace

class CommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aValidLineIsBound_data();
    void aValidLineIsBound();
    void everyRuleHasItsError_data();
    void everyRuleHasItsError();
    void whatServersDoNotKnowIsRefusedForServers_data();
    void whatServersDoNotKnowIsRefusedForServers();

    void aCommandMadeByHandIsChecked_data();
    void aCommandMadeByHandIsChecked();
    void aFormsTextIsConverted();
    void parametersAreSetReadAndRemovedByNameInAnyCase();
};

void CommandTest::aValidLineIsBound_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("parameters");
    const auto row = [](const char *name, const QString &line, const QString &parameters) {
        QTest::newRow(name) << line << parameters;
    };
    const auto more = [](const char *name, const QString &text, const QString &parameters) {
        QTest::newRow(name) << QString(backup + u' ' + text) << QString(u"PoolFqdn=a.example.com " + parameters);
    };
    row("example 1 of the specification", u"Backup-CsPool -PoolFqdn \"atl-cs-001.litwareinc.com\""_s,
        u"PoolFqdn=atl-cs-001.litwareinc.com"_s);
    row("example 2 of the specification", u"Backup-CsPool -PoolFqdn \"atl-cs-001.litwareinc.com\" -SteadyState"_s,
        u"PoolFqdn=atl-cs-001.litwareinc.com SteadyState=true"_s);
    row("PoolFqdn becomes canonical", u"Backup-CsPool -PoolFqdn ATL.LitwareInc.COM."_s,
        u"PoolFqdn=atl.litwareinc.com"_s);
    row("names in any case", u"backup-cspool -POOLFQDN a.example.com -force"_s, u"PoolFqdn=a.example.com Force=true"_s);
    more("Category UserData, respelled", u"-Category userdata"_s, u"Category=UserData"_s);
    more("Category CMS", u"-Category CMS"_s, u"Category=CMS"_s);
    more("FailedOverPoolOnly with FullBackup", u"-FailedOverPoolOnly -FullBackup"_s,
         u"FailedOverPoolOnly=true FullBackup=true"_s);
    more("Force", u"-Force"_s, u"Force=true"_s);
    more("FullBackup", u"-FullBackup"_s, u"FullBackup=true"_s);
    more("FullBackup with SteadyState turned off", u"-FullBackup -SteadyState:$false"_s,
         u"FullBackup=true SteadyState=false"_s);
    more("FailedOverPoolOnly turned off needs nothing", u"-FailedOverPoolOnly:$false"_s, u"FailedOverPoolOnly=false"_s);
    more("LocalStore", u"-LocalStore"_s, u"LocalStore=true"_s);
    more("Report", u"-Report \"C:\\Logs\\BackupPool.html\""_s, u"Report=C:\\Logs\\BackupPool.html"_s);
    more("Report with a dash in quotes", u"-Report '-x.html'"_s, u"Report=-x.html"_s);
    more("Report that looks like a number", u"-Report 5"_s, u"Report=5"_s);
    more("RetryCount 0", u"-RetryCount 0"_s, u"RetryCount=0"_s);
    more("RetryCount at its maximum", u"-RetryCount 2147483647"_s, u"RetryCount=2147483647"_s);
    more("SteadyState", u"-SteadyState"_s, u"SteadyState=true"_s);
    more("WaitTime in seconds", u"-WaitTime 90"_s, u"WaitTime=00:01:30"_s);
    more("WaitTime in hours", u"-WaitTime 01:30:00"_s, u"WaitTime=01:30:00"_s);
    more("WaitTime in days", u"-WaitTime 2.01:00:00"_s, u"WaitTime=2.01:00:00"_s);
    more("WaitTime 0", u"-WaitTime 0"_s, u"WaitTime=00:00:00"_s);
    more("WaitTime at its maximum", u"-WaitTime 7.00:00:00"_s, u"WaitTime=7.00:00:00"_s);
    more("WhatIf and Confirm", u"-WhatIf -Confirm:$false"_s, u"WhatIf=true Confirm=false"_s);
    more("their aliases", u"-wi -cf:$true"_s, u"WhatIf=true Confirm=true"_s);
    more("the common parameters", u"-Verbose -ErrorAction stop -wa SilentlyContinue"_s,
         u"Verbose=true ErrorAction=Stop WarningAction=SilentlyContinue"_s);
    more("unique prefixes", u"-Cat CMS -Ret 3 -Wait 5"_s, u"Category=CMS RetryCount=3 WaitTime=00:00:05"_s);
    more("a colon", u"-Category:CMS -Force: $false"_s, u"Category=CMS Force=false"_s);

    row("a position", u"Get-CsPool a.example.com"_s, u"Identity=a.example.com"_s);
    row("a position behind a switch", u"Get-CsPool -LocalStore a.example.com"_s,
        u"LocalStore=true Identity=a.example.com"_s);
    row("a filter", u"Get-CsPool -Filter *.example.com"_s, u"Filter=*.example.com"_s);
    row("an own parameter before a common one", u"Get-CsService -E"_s, u"EdgeServer=true"_s);
    row("a role", u"Get-CsService -Registrar"_s, u"Registrar=true"_s);
    row("an exact name that begins another", u"Get-CsService -CentralManagement"_s, u"CentralManagement=true"_s);
    row("a module as it was typed", u"Invoke-CsBackupServiceSync -PoolFqdn a.example.com -BackupModule dataconf"_s,
        u"PoolFqdn=a.example.com BackupModule=dataconf"_s);
    row("a module by its full name",
        u"Invoke-CsBackupServiceSync -PoolFqdn a.example.com -BackupModule ConfServices.DataConf"_s,
        u"PoolFqdn=a.example.com BackupModule=ConfServices.DataConf"_s);
    row("the limits of SyncInterval", u"Set-CsBackupServiceConfiguration -SyncInterval 5"_s,
        u"SyncInterval=00:00:05"_s);
    row("the other one", u"Set-CsBackupServiceConfiguration -SyncInterval 03:00:00"_s, u"SyncInterval=03:00:00"_s);
    row("a text may be empty", u"Set-CsBackupServiceConfiguration -AuthorizedLocalAccounts ''"_s,
        u"AuthorizedLocalAccounts="_s);
    row("a list",
        u"New-Deployment -Path lab -Topology t.xml -Pair a.example.com=b.example.com, 'c.example.com=d.example.com'"_s,
        u"Path=lab Topology=t.xml Pair=a.example.com=b.example.com|c.example.com=d.example.com"_s);
    row("a list of one", u"New-Deployment lab -Topology t.xml -Pair a.example.com=b.example.com"_s,
        u"Path=lab Topology=t.xml Pair=a.example.com=b.example.com"_s);
    row("the instance beside its server",
        u"Invoke-CsManagementServerFailover -BackupSqlServerFqdn s.example.com -BackupSqlInstanceName rtc"_s,
        u"BackupSqlServerFqdn=s.example.com BackupSqlInstanceName=rtc"_s);
}

void CommandTest::aValidLineIsBound()
{
    QFETCH(QString, line);
    QFETCH(QString, parameters);
    const auto command = accepted(line);
    QVERIFY2(command, command ? "" : qPrintable(command.error().message));
    QCOMPARE(described(*command), parameters);
}

void CommandTest::everyRuleHasItsError_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("message");
    const auto row
        = [](const char *name, const QString &line, const char *id, const QString &target, const QString &message) {
              QTest::newRow(name) << line << QString::fromLatin1(id) << target << message;
          };
    const auto more = [row](const char *name, const QString &text, const char *id, const QString &target,
                            const QString &message) { row(name, backup + u' ' + text, id, target, message); };

    // PoolFqdn
    row("PoolFqdn is missing", u"Backup-CsPool"_s, "MissingMandatoryParameter", u"PoolFqdn"_s,
        u"Backup-CsPool needs the parameter PoolFqdn."_s);
    row("PoolFqdn without a value", u"Backup-CsPool -PoolFqdn"_s, "MissingArgument", u"PoolFqdn"_s,
        u"The parameter PoolFqdn needs a value, and none is given."_s);
    row("PoolFqdn before another parameter", u"Backup-CsPool -PoolFqdn -Force"_s, "MissingArgument", u"PoolFqdn"_s,
        u"The parameter PoolFqdn needs a value, and none is given."_s);
    row("PoolFqdn is empty", u"Backup-CsPool -PoolFqdn ''"_s, "CannotConvertArgument", u"PoolFqdn"_s,
        u"The value of the parameter PoolFqdn cannot be used: \"\" is not a fully qualified domain name: it is "
        u"empty."_s);
    row("PoolFqdn without a domain", u"Backup-CsPool -PoolFqdn pool"_s, "CannotConvertArgument", u"PoolFqdn"_s,
        u"The value of the parameter PoolFqdn cannot be used: \"pool\" is not a fully qualified domain name: it has no "
        u"domain, as in \"pool.example.com\"."_s);
    row("PoolFqdn with an underscore", u"Backup-CsPool -PoolFqdn a_b.example.com"_s, "CannotConvertArgument",
        u"PoolFqdn"_s,
        u"The value of the parameter PoolFqdn cannot be used: \"a_b.example.com\" is not a fully qualified domain "
        u"name: "
        u"there is an underscore at character 2, which host names cannot contain."_s);
    row("PoolFqdn twice", u"Backup-CsPool -PoolFqdn a.example.com -Pool b.example.com"_s, "ParameterAlreadyBound",
        u"PoolFqdn"_s, u"The parameter PoolFqdn is given more than once."_s);
    row("PoolFqdn is a list", u"Backup-CsPool -PoolFqdn a.example.com,b.example.com"_s, "CannotConvertArgument",
        u"PoolFqdn"_s,
        u"\"a.example.com,b.example.com\" is no value for the parameter PoolFqdn: it must be a single value; a value "
        u"that "
        u"holds a comma stands in quotes."_s);
    row("PoolFqdn is a constant", u"Backup-CsPool -PoolFqdn $null"_s, "CannotConvertArgument", u"PoolFqdn"_s,
        u"\"$null\" is no value for the parameter PoolFqdn: it must be a value, and no constant."_s);
    row("PoolFqdn has no position", u"Backup-CsPool a.example.com"_s, "PositionalParameterNotFound", u"a.example.com"_s,
        u"\"a.example.com\" belongs to no parameter of Backup-CsPool."_s);
    // Category
    more("Category of another value", u"-Category RGS"_s, "CannotConvertArgument", u"Category"_s,
         u"\"RGS\" is no value for the parameter Category: it must be UserData or CMS."_s);
    more("Category is empty", u"-Category ''"_s, "CannotConvertArgument", u"Category"_s,
         u"\"\" is no value for the parameter Category: it must be UserData or CMS."_s);
    more("Category without a value", u"-Category"_s, "MissingArgument", u"Category"_s,
         u"The parameter Category needs a value, and none is given."_s);
    more("Category with both", u"-Category UserData,CMS"_s, "CannotConvertArgument", u"Category"_s,
         u"\"UserData,CMS\" is no value for the parameter Category: it must be a single value; a value that holds a "
         u"comma "
         u"stands in quotes."_s);
    // FailedOverPoolOnly
    more("FailedOverPoolOnly without FullBackup", u"-FailedOverPoolOnly"_s, "MissingMandatoryParameter",
         u"FailedOverPoolOnly"_s, u"The parameter FailedOverPoolOnly can only be used together with FullBackup."_s);
    more("FailedOverPoolOnly with FullBackup turned off", u"-FailedOverPoolOnly -FullBackup:$false"_s,
         "MissingMandatoryParameter", u"FailedOverPoolOnly"_s,
         u"The parameter FailedOverPoolOnly can only be used together with FullBackup."_s);
    more("FailedOverPoolOnly with SteadyState", u"-FailedOverPoolOnly -SteadyState"_s, "MissingMandatoryParameter",
         u"FailedOverPoolOnly"_s, u"The parameter FailedOverPoolOnly can only be used together with FullBackup."_s);
    // Switches
    more("Force with a value behind a blank", u"-Force $false"_s, "PositionalParameterNotFound", u"$false"_s,
         u"\"$false\" belongs to no parameter of Backup-CsPool."_s);
    more("Force with another value", u"-Force:maybe"_s, "CannotConvertArgument", u"Force"_s,
         u"\"maybe\" is no value for the parameter Force: it must be $true or $false."_s);
    more("Force with nothing behind the colon", u"-Force:"_s, "MissingArgument", u"Force"_s,
         u"The parameter Force needs a value, and none is given."_s);
    more("Force is $null", u"-Force:$null"_s, "CannotConvertArgument", u"Force"_s,
         u"\"$null\" is no value for the parameter Force: it must be $true or $false."_s);
    more("LocalStore twice", u"-LocalStore -Local"_s, "ParameterAlreadyBound", u"LocalStore"_s,
         u"The parameter LocalStore is given more than once."_s);
    // FullBackup and SteadyState
    more("FullBackup with SteadyState", u"-FullBackup -SteadyState"_s, "AmbiguousParameterSet", u"FullBackup"_s,
         u"The parameters FullBackup and SteadyState cannot be used together."_s);
    more("SteadyState with FullBackup", u"-SteadyState -FullBackup"_s, "AmbiguousParameterSet", u"FullBackup"_s,
         u"The parameters FullBackup and SteadyState cannot be used together."_s);
    // Report
    more("Report is empty", u"-Report ''"_s, "ParameterArgumentValidationError", u"Report"_s,
         u"The value of the parameter Report is empty."_s);
    more("Report is blank", u"-Report ' '"_s, "ParameterArgumentValidationError", u"Report"_s,
         u"The value of the parameter Report is empty."_s);
    more("Report without a value", u"-Report"_s, "MissingArgument", u"Report"_s,
         u"The parameter Report needs a value, and none is given."_s);
    more("Report with a null character", u"-Report \"a`0.html\""_s, "ParameterArgumentValidationError", u"Report"_s,
         u"The path in the parameter Report contains a null character."_s);
    more("Report is a constant", u"-Report $true"_s, "CannotConvertArgument", u"Report"_s,
         u"\"$true\" is no value for the parameter Report: it must be a value, and no constant."_s);
    // RetryCount
    more("RetryCount is negative", u"-RetryCount -1"_s, "ParameterArgumentValidationError", u"RetryCount"_s,
         u"-1 is too small for the parameter RetryCount: it must be at least 0."_s);
    more("RetryCount is too large", u"-RetryCount 2147483648"_s, "CannotConvertArgument", u"RetryCount"_s,
         u"\"2147483648\" is no value for the parameter RetryCount: it must be a whole number from -2147483648 to "
         u"2147483647."_s);
    more("RetryCount is a word", u"-RetryCount ten"_s, "CannotConvertArgument", u"RetryCount"_s,
         u"\"ten\" is no value for the parameter RetryCount: it must be a whole number."_s);
    more("RetryCount is a fraction", u"-RetryCount 1.5"_s, "CannotConvertArgument", u"RetryCount"_s,
         u"\"1.5\" is no value for the parameter RetryCount: it must be a whole number."_s);
    more("RetryCount is empty", u"-RetryCount ''"_s, "CannotConvertArgument", u"RetryCount"_s,
         u"\"\" is no value for the parameter RetryCount: it must be a whole number."_s);
    // WaitTime
    more("WaitTime is negative", u"-WaitTime -5"_s, "ParameterArgumentValidationError", u"WaitTime"_s,
         u"-00:00:05 is too small for the parameter WaitTime: it must be at least 00:00:00."_s);
    more("WaitTime is too long", u"-WaitTime 7.00:00:01"_s, "ParameterArgumentValidationError", u"WaitTime"_s,
         u"7.00:00:01 is too large for the parameter WaitTime: it must be at most 7.00:00:00."_s);
    more("WaitTime with 60 seconds", u"-WaitTime 00:00:60"_s, "CannotConvertArgument", u"WaitTime"_s,
         u"\"00:00:60\" is no value for the parameter WaitTime: it must be a time span as hh:mm:ss or d.hh:mm:ss, with "
         u"hours "
         u"up to 23 and minutes and seconds up to 59, or a whole number of seconds."_s);
    more("WaitTime is a word", u"-WaitTime soon"_s, "CannotConvertArgument", u"WaitTime"_s,
         u"\"soon\" is no value for the parameter WaitTime: it must be a time span as hh:mm:ss or d.hh:mm:ss, with "
         u"hours up "
         u"to 23 and minutes and seconds up to 59, or a whole number of seconds."_s);
    // Common parameters
    more("ErrorAction of another value", u"-ErrorAction Panic"_s, "CannotConvertArgument", u"ErrorAction"_s,
         u"\"Panic\" is no value for the parameter ErrorAction: it must be Continue, SilentlyContinue, Stop, Ignore or "
         u"Inquire."_s);
    // Names
    more("an unknown name", u"-Rapport x"_s, "NamedParameterNotFound", u"Rapport"_s,
         u"Backup-CsPool has no parameter that matches the name \"Rapport\"."_s);
    more("an ambiguous name", u"-F"_s, "AmbiguousParameter", u"F"_s,
         u"The parameter name \"-F\" is ambiguous: it can mean FailedOverPoolOnly, Force or FullBackup."_s);
    row("the specification's slip", u"Backup-CsPool -SourcePoolFqdn a.example.com"_s, "NamedParameterNotFound",
        u"SourcePoolFqdn"_s, u"Backup-CsPool has no parameter that matches the name \"SourcePoolFqdn\"."_s);
    row("an unknown cmdlet", u"Backup-Pool -PoolFqdn a.example.com"_s, "CommandNotFoundException", u"Backup-Pool"_s,
        u"There is no cmdlet \"Backup-Pool\"."_s);
    row("no cmdlet", u""_s, "CommandNotFoundException", u""_s, u"The line does not begin with the name of a cmdlet."_s);
    row("a parameter first", u"-PoolFqdn a.example.com"_s, "CommandNotFoundException", u"-PoolFqdn a.example.com"_s,
        u"The line does not begin with the name of a cmdlet."_s);
    row("a pipeline", u"Get-CsPool | Out-Null"_s, "UnsupportedSyntax", u"Get-CsPool | Out-Null"_s,
        u"At character 12: \"|\" begins a pipeline, and one command is run at a time here."_s);

    // Other cmdlets
    row("Identity with Filter", u"Get-CsPool a.example.com -Filter *"_s, "AmbiguousParameterSet", u"Identity"_s,
        u"The parameters Identity and Filter cannot be used together."_s);
    row("Identity with Site", u"Get-CsPool a.example.com -Site Redmond"_s, "AmbiguousParameterSet", u"Identity"_s,
        u"The parameters Identity and Site cannot be used together."_s);
    row("one position too many", u"Get-CsPool a.example.com b.example.com"_s, "PositionalParameterNotFound",
        u"b.example.com"_s, u"\"b.example.com\" belongs to no parameter of Get-CsPool."_s);
    row("a position that is named too", u"Get-CsPool b.example.com -Identity a.example.com"_s,
        "PositionalParameterNotFound", u"b.example.com"_s,
        u"\"b.example.com\" belongs to no parameter of Get-CsPool."_s);
    row("two roles", u"Get-CsService -UserServer -Registrar"_s, "AmbiguousParameterSet", u"Registrar"_s,
        u"The parameters Registrar and UserServer cannot be used together."_s);
    row("a service's identity with a pool", u"Get-CsService Registrar:a.example.com -PoolFqdn a.example.com"_s,
        "AmbiguousParameterSet", u"Identity"_s, u"The parameters Identity and PoolFqdn cannot be used together."_s);
    row("an ambiguous role", u"Get-CsService -Central"_s, "AmbiguousParameter", u"Central"_s,
        u"The parameter name \"-Central\" is ambiguous: it can mean CentralManagement or CentralManagementDatabase."_s);
    row("a module that is none", u"Invoke-CsBackupServiceSync -PoolFqdn a.example.com -BackupModule Everything"_s,
        "CannotConvertArgument", u"BackupModule"_s,
        u"\"Everything\" is no value for the parameter BackupModule: it must be All, PresenceFocus, DataConf, "
        u"CMSMaster, "
        u"UserServices.PresenceFocus, ConfServices.DataConf or CentralMgmt.CMSMaster."_s);
    row("SyncInterval is too short", u"Set-CsBackupServiceConfiguration -SyncInterval 4"_s,
        "ParameterArgumentValidationError", u"SyncInterval"_s,
        u"00:00:04 is too small for the parameter SyncInterval: it must be at least 00:00:05."_s);
    row("SyncInterval is too long", u"Set-CsBackupServiceConfiguration -SyncInterval 03:00:00.0000001"_s,
        "ParameterArgumentValidationError", u"SyncInterval"_s,
        u"03:00:00.0000001 is too large for the parameter SyncInterval: it must be at most 03:00:00."_s);
    row("no batch at all", u"Set-CsBackupServiceConfiguration -MaxBatchesPerCmsSync 0"_s,
        "ParameterArgumentValidationError", u"MaxBatchesPerCmsSync"_s,
        u"0 is too small for the parameter MaxBatchesPerCmsSync: it must be at least 1."_s);
    row("Response Groups in the lab", u"Set-CsBackupServiceConfiguration -EnableRgsBackupService $true"_s,
        "NamedParameterNotFound", u"EnableRgsBackupService"_s,
        u"The parameter EnableRgsBackupService does not exist for a lab deployment."_s);
    row("Remove without an identity", u"Remove-CsBackupServiceConfiguration"_s, "MissingMandatoryParameter",
        u"Identity"_s, u"Remove-CsBackupServiceConfiguration needs the parameter Identity."_s);
    row("Remove of nothing", u"Remove-CsBackupServiceConfiguration ''"_s, "ParameterArgumentValidationError",
        u"Identity"_s, u"The value of the parameter Identity is empty."_s);
    row("failover without a pool", u"Invoke-CsPoolFailOver -DisasterMode"_s, "MissingMandatoryParameter", u"PoolFqdn"_s,
        u"Invoke-CsPoolFailOver needs the parameter PoolFqdn."_s);
    row("failback does not flush", u"Invoke-CsPoolFailBack -PoolFqdn a.example.com -FlushStorageService"_s,
        "NamedParameterNotFound", u"FlushStorageService"_s,
        u"Invoke-CsPoolFailBack has no parameter that matches the name \"FlushStorageService\"."_s);
    row("a negative delay", u"Invoke-CsPoolFailOver -PoolFqdn a.example.com -ServicesStopDelayMins -1"_s,
        "ParameterArgumentValidationError", u"ServicesStopDelayMins"_s,
        u"-1 is too small for the parameter ServicesStopDelayMins: it must be at least 0."_s);
    row("an instance without its server", u"Invoke-CsManagementServerFailover -BackupSqlInstanceName rtc"_s,
        "MissingMandatoryParameter", u"BackupSqlInstanceName"_s,
        u"The parameter BackupSqlInstanceName can only be used together with BackupSqlServerFqdn."_s);
    row("one replica and the store",
        u"Get-CsManagementStoreReplicationStatus -ReplicaFqdn a.example.com -CentralManagementStoreStatus"_s,
        "AmbiguousParameterSet", u"CentralManagementStoreStatus"_s,
        u"The parameters CentralManagementStoreStatus and ReplicaFqdn cannot be used together."_s);
    row("an import without a file", u"Import-CsUserData -PoolFqdn a.example.com"_s, "MissingMandatoryParameter",
        u"FileName"_s, u"Import-CsUserData needs the parameter FileName."_s);
    row("a deployment of nothing", u"New-Deployment -Path lab"_s, "MissingMandatoryParameter", u"Topology"_s,
        u"New-Deployment needs the parameter Topology or Sample."_s);
    row("a deployment of two things", u"New-Deployment -Path lab -Topology t.xml -Sample"_s, "AmbiguousParameterSet",
        u"Topology"_s, u"The parameters Topology and Sample cannot be used together."_s);
    row("an empty pair", u"New-Deployment -Path lab -Topology t.xml -Pair a.example.com=b.example.com,''"_s,
        "ParameterArgumentValidationError", u"Pair"_s, u"One of the values of the parameter Pair is empty."_s);
    row("pairs given twice", u"New-Deployment -Path lab -Topology t.xml -Pair a=b -Pair c=d"_s, "ParameterAlreadyBound",
        u"Pair"_s, u"The parameter Pair is given more than once."_s);
}

void CommandTest::everyRuleHasItsError()
{
    QFETCH(QString, line);
    QFETCH(QString, id);
    QFETCH(QString, target);
    QFETCH(QString, message);
    const auto command = accepted(line);
    QVERIFY2(!command, command ? qPrintable(described(*command)) : "");
    QCOMPARE(command.error().message, message);
    QCOMPARE(command.error().id, id);
    QCOMPARE(command.error().target, target);
    QVERIFY2(command.error().recommendedAction.endsWith(u'.') || command.error().recommendedAction.endsWith(u'?'),
             qPrintable(command.error().recommendedAction));
}

void CommandTest::whatServersDoNotKnowIsRefusedForServers_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("message");
    QTest::newRow("a cmdlet of ours") << u"New-Deployment -Path lab -Sample"_s
                                      << u"The cmdlet New-Deployment does not exist for genuine servers."_s;
    QTest::newRow("a parameter of ours") << u"Publish-CsTopology -FileName t.xml -Pair a.example.com=b.example.com"_s
                                         << u"The parameter Pair does not exist for genuine servers."_s;
    QTest::newRow("a parameter of theirs")
        << u"Set-CsBackupServiceConfiguration -EnableRgsBackupService $true"_s << u""_s;
}

void CommandTest::whatServersDoNotKnowIsRefusedForServers()
{
    QFETCH(QString, line);
    QFETCH(QString, message);
    const auto command = accepted(line, DeploymentKind::Server);
    QCOMPARE(command ? QString() : command.error().message, message);
}

void CommandTest::aCommandMadeByHandIsChecked_data()
{
    QTest::addColumn<QString>("cmdlet");
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<QString>("id"); // empty: valid
    const auto row = [](const char *name, const QString &parameter, const QVariant &value, const char *id) {
        QTest::newRow(name) << u"Backup-CsPool"_s << parameter << value << QString::fromLatin1(id);
    };
    row("right", u"RetryCount"_s, 5, "");
    row("right in another case", u"retrycount"_s, 5, "");
    row("out of range", u"RetryCount"_s, -5, "ParameterArgumentValidationError");
    row("a number as a text", u"RetryCount"_s, u"5"_s, "CannotConvertArgument");
    row("a number as a wider number", u"RetryCount"_s, qint64(5), "CannotConvertArgument");
    row("a time span as a number", u"WaitTime"_s, 5, "CannotConvertArgument");
    row("the longest time span", u"WaitTime"_s, QVariant::fromValue(TimeSpan{std::numeric_limits<qint64>::max()}),
        "ParameterArgumentValidationError");
    row("the most negative one", u"WaitTime"_s, QVariant::fromValue(TimeSpan{std::numeric_limits<qint64>::min()}),
        "ParameterArgumentValidationError");
    row("nothing", u"Report"_s, QVariant(), "CannotConvertArgument");
    row("no FQDN", u"PoolFqdn"_s, u"pool"_s, "CannotConvertArgument");
    row("no category", u"Category"_s, u"RGS"_s, "CannotConvertArgument");
    row("a parameter that is none", u"Rapport"_s, u"x"_s, "NamedParameterNotFound");
    row("an alias", u"wi"_s, true, "NamedParameterNotFound");
    QTest::newRow("a cmdlet that is none")
        << u"Restore-CsPool"_s << u"RetryCount"_s << QVariant(5) << u"CommandNotFoundException"_s;
    QTest::newRow("an empty list") << u"Publish-CsTopology"_s << u"Pair"_s << QVariant(QStringList())
                                   << u"ParameterArgumentValidationError"_s;
}

void CommandTest::aCommandMadeByHandIsChecked()
{
    QFETCH(QString, cmdlet);
    QFETCH(QString, parameter);
    QFETCH(QVariant, value);
    QFETCH(QString, id);
    Command command(cmdlet);
    command.set(cmdlet == u"Publish-CsTopology"_s ? u"FileName"_s : u"PoolFqdn"_s, u"a.example.com"_s);
    command.set(parameter, value);
    const auto valid = validate(command);
    QCOMPARE(valid ? QString() : valid.error().id, id);
}

void CommandTest::aFormsTextIsConverted()
{
    const CmdletInfo &cmdlet = *findCmdlet(u"Backup-CsPool");
    const auto waitTime = convertArgument(cmdlet, *cmdlet.parameter(u"WaitTime"), u" 90 "_s);
    QVERIFY(waitTime);
    QCOMPARE(waitTime->value<TimeSpan>(), TimeSpan::fromSeconds(90));
    const auto negative = convertArgument(cmdlet, *cmdlet.parameter(u"RetryCount"), u"-1"_s);
    QVERIFY(!negative);
    QCOMPARE(negative.error().id, u"ParameterArgumentValidationError"_s);
    const CmdletInfo &publish = *findCmdlet(u"Publish-CsTopology");
    const auto pairs = convertArgument(publish, *publish.parameter(u"Pair"), u"a=b, c=d"_s);
    QVERIFY(pairs);
    QCOMPARE(pairs->toStringList(), (QStringList{u"a=b"_s, u"c=d"_s}));
}

void CommandTest::parametersAreSetReadAndRemovedByNameInAnyCase()
{
    Command command(u"Backup-CsPool"_s);
    command.set(u"RetryCount"_s, 3).set(u"Force"_s, true).set(u"retrycount"_s, 4);
    QCOMPARE(described(command), u"RetryCount=4 Force=true"_s);
    QCOMPARE(command.int32(u"RETRYCOUNT", 10), 4);
    QCOMPARE(command.int32(u"Other", 10), 10);
    QVERIFY(command.isSwitchOn(u"force"));
    QVERIFY(!command.isSwitchOn(u"WhatIf"));
    QCOMPARE(command.string(u"Report", u"fallback"_s), u"fallback"_s);
    QCOMPARE(command.timeSpan(u"WaitTime", TimeSpan::fromSeconds(30)), TimeSpan::fromSeconds(30));
    command.remove(u"FORCE");
    QVERIFY(!command.contains(u"Force"));
    QCOMPARE(command.parameters().size(), 1);
}

QTEST_GUILESS_MAIN(CommandTest)
#include "tst_command.moc"
