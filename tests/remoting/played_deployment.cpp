#include "tests/remoting/played_deployment.h"

#include "backend/remoting/clixml/clixml_writer.h"
#include "model/cmdlet_info.h"

#include <memory>

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

using Script = PsrpServer::Script;

// An object as it comes back from a genuine server: type names with "Deserialized.", adapted properties, notes beside them.
ClixmlValue deserialized(const QString &typeName, const QList<ClixmlProperty> &properties, const QString &toString = {})
{
    ClixmlObject object;
    object.typeNames = {u"Deserialized."_s + typeName, u"Deserialized.System.Object"_s};
    object.text = toString.isEmpty() ? typeName : toString;
    object.adapted = properties;
    object.extended = {{u"PSComputerName"_s, text(u"pool-a.contoso.com"_s)},
                       {u"RunspaceId"_s, ClixmlValue(QUuid(0x11111111, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11))},
                       {u"PSShowComputerName"_s, ClixmlValue(false)}};
    return ClixmlValue(std::move(object));
}

ClixmlValue fqdn(const QString &name)
{
    return deserialized(u"Microsoft.Rtc.Management.Deploy.Fqdn"_s, {{u"FqdnString"_s, text(name)}}, name);
}

ClixmlValue texts(const QStringList &values)
{
    QList<ClixmlValue> items;
    for (const QString &value : values)
        items.append(text(value));
    return list(items);
}

ClixmlValue pool(const QString &name, const QString &backup)
{
    QList<ClixmlProperty> properties
        = {{u"Identity"_s, text(name)},
           {u"Services"_s,
            texts({u"UserServer:"_s + name, u"Registrar:"_s + name, u"UserDatabase:sql.contoso.com"_s,
                   u"FileStore:files.contoso.com"_s, u"ConferencingServer:"_s + name})},
           {u"Computers"_s, texts({u"fe1."_s + name, u"fe2."_s + name})},
           {u"Fqdn"_s, text(name)},
           {u"BackupPoolFqdn"_s, backup.isEmpty() ? ClixmlValue() : fqdn(backup)},
           {u"Site"_s, text(u"Site:Redmond"_s)}};
    return deserialized(u"Microsoft.Rtc.Management.Xds.DisplayPool"_s, properties, name);
}

ClixmlValue exportState(const QString &name, int number)
{
    return enumeration(u"Deserialized.Microsoft.Rtc.Management.Hadr.BackupService.BackupModuleExportStatus"_s, name, number);
}

ClixmlValue importState(const QString &name, int number)
{
    return enumeration(u"Deserialized.Microsoft.Rtc.Management.Hadr.BackupService.BackupModuleImportStatus"_s, name, number);
}

ClixmlValue moduleStatus(const QString &identity, const QString &exported)
{
    return deserialized(u"Microsoft.Rtc.Management.Hadr.BackupService.BackupModuleStatus"_s,
                        {{u"Identity"_s, text(identity)},
                         {u"ExportStatus"_s, exportState(exported, 2)},
                         {u"ImportStatus"_s, importState(u"NormalState"_s, 1)}},
                        u"%1:[%2,NormalState]"_s.arg(identity, exported));
}

ClixmlValue serviceStatus()
{
    return deserialized(u"Microsoft.Rtc.Management.Hadr.BackupService.BackupServiceStatus"_s,
                        {{u"OverallExportStatus"_s, exportState(u"SteadyState"_s, 2)},
                         {u"OverallImportStatus"_s, importState(u"NormalState"_s, 1)},
                         {u"ActiveMachineFqdn"_s, fqdn(u"fe1.pool-a.contoso.com"_s)},
                         {u"BackupModules"_s,
                          list({moduleStatus(u"UserServices.PresenceFocus"_s, u"SteadyState"_s),
                                moduleStatus(u"ConfServices.DataConf"_s, u"FinalState"_s),
                                moduleStatus(u"CentralMgmt.CMSMaster"_s, u"NotInitialized"_s)})}});
}

ClixmlValue configuration()
{
    return deserialized(u"Microsoft.Rtc.Management.WritableConfig.Settings.BackupService.BackupServiceSettings"_s,
                        {{u"Identity"_s, text(u"Global"_s)},
                         {u"SyncInterval"_s, ClixmlValue(TimeSpan::fromSeconds(120))},
                         {u"MaxConcurrentCalls"_s, ClixmlValue(std::uint32_t(10))},
                         {u"MaxBatchesPerCmsSync"_s, ClixmlValue(std::uint32_t(500))},
                         {u"MaxBatchesPerUserStoreSync"_s, ClixmlValue(std::uint32_t(500))},
                         {u"MaxDataConfPackageSizeKB"_s, ClixmlValue(std::uint32_t(102400))},
                         {u"AuthorizedUniversalGroups"_s, text(u"RTCUniversalServerAdmins"_s)},
                         {u"AuthorizedLocalAccounts"_s, text(u"Network Service"_s)}});
}

ClixmlValue registrar(const QString &name, const QString &state)
{
    return deserialized(
        u"Microsoft.Rtc.Management.WritableConfig.Settings.Registrar.RegistrarSettings"_s,
        {{u"Identity"_s, text(u"Service:Registrar:"_s + name)},
         {u"PoolState"_s,
          enumeration(u"Deserialized.Microsoft.Rtc.Management.WritableConfig.Settings.Registrar.PoolState"_s, state, 0)}});
}

ClixmlValue role(const QString &name, const QStringList &cmdlets)
{
    QList<ClixmlValue> entries;
    for (const QString &cmdlet : cmdlets)
        entries.append(text(u"Name="_s + cmdlet));
    return deserialized(u"Microsoft.Rtc.Management.WritableConfig.Settings.Roles.Role"_s,
                        {{u"Identity"_s, text(name)}, {u"Cmdlets"_s, list(entries)}, {u"IsStandardRole"_s, ClixmlValue(true)}});
}

ClixmlValue service(const QString &role, const QString &name)
{
    return deserialized(u"Microsoft.Rtc.Management.Xds.DisplayService"_s,
                        {{u"Identity"_s, text(role + u':' + name)},
                         {u"Role"_s, text(role)},
                         {u"PoolFqdn"_s, fqdn(name)},
                         {u"SiteId"_s, text(u"Site:Redmond"_s)},
                         {u"Version"_s, ClixmlValue(std::int32_t(7))}},
                        role + u':' + name);
}

ClixmlValue replica(const QString &name)
{
    ClixmlDateTime time;
    time.time = QDateTime(QDate(2026, 11, 22), QTime(18, 0), Qt::UTC);
    return deserialized(u"Microsoft.Rtc.Management.Xds.ReplicaState"_s,
                        {{u"UpToDate"_s, ClixmlValue(true)},
                         {u"ReplicaFqdn"_s, text(name)},
                         {u"LastStatusReport"_s, ClixmlValue(time)},
                         {u"ProductVersion"_s, text(u"7.0.2046.0"_s)}});
}

Script putting(const QList<ClixmlValue> &values)
{
    return [values](ServedCommand &command) {
        for (const ClixmlValue &value : values)
            command.output(value);
        command.complete();
    };
}

bool isOffered(const PlayedDeployment &deployment, const QString &name)
{
    const CmdletInfo *info = findCmdlet(name);
    return info && info->availability != Availability::LabOnly
        && !deployment.withheldCmdlets.contains(info->name, Qt::CaseInsensitive);
}

// Get-Command -Name … | Select-Object -Property Name
Script getCommand(const PlayedDeployment &deployment)
{
    return [deployment](ServedCommand &command) {
        const ClixmlValue *names = command.parameter(u"Name");
        for (const ClixmlValue &name : names && names->object() ? names->object()->items : QList<ClixmlValue>()) {
            const QString *wanted = name.get<QString>();
            if (wanted && isOffered(deployment, *wanted)) {
                ClixmlObject selected;
                selected.typeNames = {u"Selected.System.Management.Automation.CmdletInfo"_s,
                                      u"System.Management.Automation.PSCustomObject"_s, u"System.Object"_s};
                selected.text = u"@{Name=%1}"_s.arg(*wanted);
                selected.extended = {{u"Name"_s, text(*wanted)}};
                command.output(ClixmlValue(std::move(selected)));
            }
        }
        command.complete();
    };
}

Script importModule(const PlayedDeployment &deployment)
{
    return [deployment](ServedCommand &command) {
        const ClixmlValue *names = command.parameter(u"Name");
        const QString *name = names && names->object() && !names->object()->items.isEmpty()
            ? names->object()->items.first().get<QString>()
            : nullptr;
        if (name && deployment.modules.contains(*name))
            command.complete();
        else
            command.fail(u"The specified module was not loaded."_s, u"Modules_ModuleNotFound"_s, 13);
    };
}

void endBackup(ServedCommand &command)
{
    command.progress(progressRecord(u"Backing up UserServices.PresenceFocus"_s, 2, 100, u"200 of 200"_s, 0, true, 1));
    command.progress(progressRecord(u"Backing up the pool"_s, 1, 100, u"Done"_s, -1, true));
    command.warning(u"\"Backup-CsPool\" processing has completed with warnings. \"1\" warnings were recorded."_s);
    command.warning(u"Detailed results can be found at \"%1\"."_s.arg(ReportOnServer));
    command.complete();
}

void backUp(ServedCommand &command, const PlayedDeployment &deployment)
{
    command.verbose(u"Creating new log file."_s);
    command.host(HostMethod::WriteLine2, {text(u"Backing up the pool."_s)});
    command.progress(progressRecord(u"Backing up the pool"_s, 1, 10, u"Starting"_s, 90));
    command.progress(
        progressRecord(u"Backing up UserServices.PresenceFocus"_s, 2, 50, u"100 of 200"_s, -1, false, 1));
    command.error(u"The conference 4711 could not be read."_s, u"ConferenceUnreadable"_s, u"4711"_s);
    if (deployment.manyProgressRecords > 0) {
        const auto count = std::make_shared<int>(0);
        QList<QByteArray> percents; // written once: what is tried is the client
        for (int percent = 0; percent < 100; ++percent) {
            percents.append(writeClixml(progressRecord(u"Backing up UserServices.PresenceFocus"_s, 2, percent,
                                                       u"%1 of 100"_s.arg(percent), -1, false, 1)));
        }
        command.generate([&command, count, percents, total = deployment.manyProgressRecords] {
            command.progress(percents.at(qint64(*count) * percents.size() / total));
            if (++*count < total)
                return true;
            endBackup(command);
            return false;
        });
        return;
    }
    if (deployment.pause)
        deployment.pause(command.later([&command] { endBackup(command); }));
    else
        command.after(deployment.backupTime, [&command] { endBackup(command); });
}

Script backup(const PlayedDeployment &deployment)
{
    return [deployment](ServedCommand &command) {
        const QString operation = u"Performing the operation \"Backup-CsPool\" on target \"%1\"."_s.arg(
            command.string(u"PoolFqdn"));
        if (command.isOn(u"WhatIf")) {
            command.host(HostMethod::WriteLine2, {text(u"What if: "_s + operation)});
            command.complete();
        } else if (command.isOn(u"Confirm")) {
            command.confirm(operation, [&command, deployment](int choice) {
                if (choice == 0 || choice == 1)
                    backUp(command, deployment);
                else
                    command.complete();
            });
        } else {
            backUp(command, deployment);
        }
    };
}

// Cmdlets of which nothing but their end is wanted.
Script doing()
{
    return [](ServedCommand &command) { command.complete(); };
}

Script services(const PlayedDeployment &deployment)
{
    return [deployment](ServedCommand &command) {
        command.output(service(u"Registrar"_s, PoolA));
        command.output(service(u"Registrar"_s, PoolB));
        if (deployment.manyObjects == 0) {
            command.complete();
            return;
        }
        const auto count = std::make_shared<int>(0);
        command.generate([&command, count, made = deployment.objectsMade, total = deployment.manyObjects] {
            ++*made;
            command.output(service(u"TrustedApplicationPool"_s, u"app-%1.contoso.com"_s.arg(*count)));
            if (++*count < total)
                return true;
            command.complete();
            return false;
        });
    };
}

} // namespace

void PlayedDeployment::install(PsrpServer &server) const
{
    const QString a = PoolA;
    const QString b = PoolB;
    const QString c = PoolC;
    for (const CmdletInfo &cmdlet : cmdletTable()) {
        if (isOffered(*this, cmdlet.name))
            server.setScript(cmdlet.name, doing());
    }
    const QList<std::pair<QString, Script>> scripts = {
        {u"Get-CsPool"_s, putting({pool(a, b), pool(b, a), pool(c, {})})},
        {u"Get-CsService"_s, services(*this)},
        {u"Get-CsPoolBackupRelationship"_s,
         putting({deserialized(u"Microsoft.Rtc.Management.Hadr.BackupRelation"_s,
                               {{u"PoolFqdn"_s, fqdn(a)}, {u"BackupPoolFqdn"_s, fqdn(b)}})})},
        {u"Get-CsBackupServiceStatus"_s, putting({serviceStatus()})},
        {u"Get-CsBackupServiceConfiguration"_s, putting({configuration()})},
        {u"Get-CsRegistrarConfiguration"_s, putting({registrar(a, u"Active"_s), registrar(b, u"FailedOver"_s)})},
        {u"Get-CsAdminRole"_s, putting({role(u"CsServerAdministrator"_s, {u"Backup-CsPool"_s, u"Get-CsPool"_s})})},
        {u"Get-CsManagementStoreReplicationStatus"_s, putting({replica(u"fe1.pool-a.contoso.com"_s)})},
        {u"Get-CsTopology"_s, putting({text(u"<Topology/>"_s)})},
        {u"Backup-CsPool"_s, backup(*this)},
    };
    for (const auto &[name, script] : scripts) {
        if (isOffered(*this, name))
            server.setScript(name, script);
    }
    if (hasGetCommand)
        server.setScript(u"Get-Command"_s, getCommand(*this));
    server.setScript(u"Import-Module"_s, importModule(*this));
}

} // namespace cspool::test
