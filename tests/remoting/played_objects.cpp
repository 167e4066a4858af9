#include "tests/remoting/played_objects.h"

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

ClixmlValue fqdn(const QString &name)
{
    return deserialized(u"Microsoft.Rtc.Management.Deploy.Fqdn"_s, {{u"FqdnString"_s, text(name)}}, name);
}

ClixmlValue fqdnOrNull(const QString &name)
{
    return name.isEmpty() ? ClixmlValue() : fqdn(name);
}

ClixmlValue texts(const QStringList &values)
{
    QList<ClixmlValue> items;
    for (const QString &value : values)
        items.append(text(value));
    return list(items);
}

ClixmlValue time(const QDateTime &time)
{
    if (!time.isValid())
        return {};
    ClixmlDateTime value;
    value.time = time;
    return ClixmlValue(value);
}

ClixmlValue exportState(ExportStatus status)
{
    return enumeration(u"Deserialized.Microsoft.Rtc.Management.Hadr.BackupService.BackupModuleExportStatus"_s,
                       toString(status), int(status));
}

ClixmlValue importState(ImportStatus status)
{
    return enumeration(u"Deserialized.Microsoft.Rtc.Management.Hadr.BackupService.BackupModuleImportStatus"_s,
                       toString(status), int(status));
}

ClixmlValue moduleObject(const BackupModuleStatus &module)
{
    return deserialized(
        u"Microsoft.Rtc.Management.Hadr.BackupService.BackupModuleStatus"_s,
        {{u"Identity"_s, text(module.identity)},
         {u"ExportStatus"_s, exportState(*module.exportStatus)},
         {u"ImportStatus"_s, importState(*module.importStatus)}},
        u"%1:[%2,%3]"_s.arg(module.identity, toString(*module.exportStatus), toString(*module.importStatus)));
}

QString identityOf(const QString &role, const QString &name)
{
    return role + u':' + name;
}

QStringList servicesOf(const PlayedPool &pool)
{
    QStringList services = {identityOf(u"UserServer"_s, pool.fqdn), identityOf(u"Registrar"_s, pool.fqdn),
                            identityOf(u"ConferencingServer"_s, pool.fqdn)};
    if (pool.hasManagementStore)
        services += identityOf(u"CentralManagement"_s, pool.fqdn);
    return services;
}

ClixmlValue displayPool(const QString &pool, const QStringList &services, const QStringList &machines,
                        const QString &backupPool)
{
    return deserialized(u"Microsoft.Rtc.Management.Xds.DisplayPool"_s,
                        {{u"Identity"_s, text(pool)},
                         {u"Services"_s, texts(services)},
                         {u"Computers"_s, texts(machines)},
                         {u"Fqdn"_s, text(pool)},
                         {u"BackupPoolFqdn"_s, fqdnOrNull(backupPool)},
                         {u"Site"_s, text(u"Site:Redmond"_s)}},
                        pool);
}

} // namespace

ClixmlValue deserialized(const QString &typeName, const QList<ClixmlProperty> &properties, const QString &objectText)
{
    ClixmlObject object;
    object.typeNames = {u"Deserialized."_s + typeName, u"Deserialized.System.Object"_s};
    object.text = objectText.isEmpty() ? typeName : objectText;
    object.adapted = properties;
    object.extended = {{u"PSComputerName"_s, text(PoolA)},
                       {u"RunspaceId"_s, ClixmlValue(QUuid(0x11111111, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11))},
                       {u"PSShowComputerName"_s, ClixmlValue(false)}};
    return ClixmlValue(std::move(object));
}

QList<std::pair<QString, ClixmlValue>> poolObjects(const PlayedState &state)
{
    QList<std::pair<QString, ClixmlValue>> pools;
    const auto add = [&pools](const QString &pool, const QStringList &services, const QStringList &machines,
                              const QString &backupPool = {}) {
        pools.emplaceBack(pool, displayPool(pool, services, machines, backupPool));
    };
    for (const PlayedPool &pool : state.pools())
        add(pool.fqdn, servicesOf(pool), pool.machines, pool.backupPool);
    for (const PlayedPool &pool : state.pools()) {
        QStringList databases = {identityOf(u"UserDatabase"_s, pool.sqlServer)};
        if (pool.hasManagementStore)
            databases += identityOf(u"CentralManagementDatabase"_s, pool.sqlServer);
        add(pool.sqlServer, databases, {pool.sqlServer});
    }
    for (const PlayedEdgePool &edge : state.edgePools())
        add(edge.fqdn, {identityOf(u"EdgeServer"_s, edge.fqdn)}, {edge.machine});
    return pools;
}

ClixmlValue relationObject(const PlayedPool &pool)
{
    return deserialized(u"Microsoft.Rtc.Management.Hadr.BackupRelation"_s,
                        {{u"PoolFqdn"_s, fqdn(pool.fqdn)}, {u"BackupPoolFqdn"_s, fqdn(pool.backupPool)}});
}

ClixmlValue registrarObject(const PlayedPool &pool)
{
    return deserialized(
        u"Microsoft.Rtc.Management.WritableConfig.Settings.Registrar.RegistrarSettings"_s,
        {{u"Identity"_s, text(u"Service:Registrar:"_s + pool.fqdn)},
         {u"PoolState"_s,
          enumeration(u"Deserialized.Microsoft.Rtc.Management.WritableConfig.Settings.Registrar.PoolState"_s,
                      toString(pool.state), int(pool.state))}});
}

ClixmlValue statusObject(const PlayedPool &pool)
{
    QList<ClixmlValue> modules;
    QList<ExportStatus> exports;
    QList<ImportStatus> imports;
    for (const BackupModuleStatus &module : pool.modules) {
        modules.append(moduleObject(module));
        imports.append(*module.importStatus);
        if (module.exportStatus != ExportStatus::NotInitialized) // of the store that is not active here
            exports.append(*module.exportStatus);
    }
    return deserialized(u"Microsoft.Rtc.Management.Hadr.BackupService.BackupServiceStatus"_s,
                        {{u"OverallExportStatus"_s, exportState(worst(exports))},
                         {u"OverallImportStatus"_s, importState(worst(imports))},
                         {u"ActiveMachineFqdn"_s, fqdn(pool.machines.first())},
                         {u"BackupModules"_s, list(modules)}});
}

ClixmlValue backupConfigurationObject()
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

ClixmlValue roleObject(const QString &name, const QStringList &cmdlets)
{
    QStringList entries;
    for (const QString &cmdlet : cmdlets)
        entries.append(u"Name="_s + cmdlet);
    return deserialized(
        u"Microsoft.Rtc.Management.WritableConfig.Settings.Roles.Role"_s,
        {{u"Identity"_s, text(name)}, {u"Cmdlets"_s, texts(entries)}, {u"IsStandardRole"_s, ClixmlValue(true)}});
}

ClixmlValue replicaObject(const QString &machine, bool isUpToDate, const QDateTime &reportTime)
{
    return deserialized(u"Microsoft.Rtc.Management.Xds.ReplicaState"_s,
                        {{u"UpToDate"_s, ClixmlValue(isUpToDate)},
                         {u"ReplicaFqdn"_s, text(machine)},
                         {u"LastStatusReport"_s, time(reportTime)},
                         {u"ProductVersion"_s, text(u"7.0.2046.0"_s)}});
}

ClixmlValue storeStatusObject(const CentralManagementStoreStatus &status)
{
    return deserialized(u"Microsoft.Rtc.Management.Xds.CentralManagementStoreStatus"_s,
                        {{u"ActiveMasterFqdn"_s, fqdnOrNull(status.activeMasterFqdn)},
                         {u"ActiveMasterLastHeartbeat"_s, time(status.activeMasterLastHeartbeat)},
                         {u"ActiveFileTransferAgents"_s, texts(status.activeFileTransferAgents)},
                         {u"ActiveReplicas"_s, texts(status.activeReplicas)},
                         {u"DeletedReplicas"_s, texts(status.deletedReplicas)}});
}

ClixmlValue serviceObject(const QString &role, const QString &pool, const QString &version,
                          const QList<ClixmlProperty> &further, const QStringList &dependsOn)
{
    const QString identity = identityOf(role, pool);
    QList<ClixmlProperty> properties = {{u"Identity"_s, text(identity)}};
    properties += further;
    properties += {{u"DependentServiceList"_s, texts(dependsOn)},
                   {u"SiteId"_s, text(u"Site:Redmond"_s)},
                   {u"PoolFqdn"_s, fqdn(pool)},
                   {u"Version"_s, ClixmlValue(std::int32_t(version.toInt()))},
                   {u"Role"_s, text(role)}};
    return deserialized(u"Microsoft.Rtc.Management.Xds.DisplayService"_s, properties, identity);
}

QList<std::pair<QString, ClixmlValue>> serviceObjects(const PlayedState &state)
{
    QList<std::pair<QString, ClixmlValue>> services;
    const auto add = [&](const QString &role, const QString &pool, const QList<ClixmlProperty> &further = {},
                         const QStringList &dependsOn = {}) {
        services.emplaceBack(role, serviceObject(role, pool, state.serverVersion, further, dependsOn));
    };
    for (const PlayedPool &pool : state.pools())
        add(u"Registrar"_s, pool.fqdn);
    for (const PlayedPool &pool : state.pools()) {
        const QString database = identityOf(u"UserDatabase"_s, pool.sqlServer);
        add(u"UserServer"_s, pool.fqdn, {{u"UserDatabase"_s, text(database)}}, {database});
        add(u"UserDatabase"_s, pool.sqlServer, {{u"SqlInstanceName"_s, text(u"rtc"_s)}});
        if (!pool.hasManagementStore)
            continue;
        const bool isActive = pool.fqdn == state.activeStore();
        const QString storeDatabase = identityOf(u"CentralManagementDatabase"_s, pool.sqlServer);
        add(u"CentralManagement"_s, pool.fqdn,
            {{u"CentralManagementDatabase"_s, text(storeDatabase)}, {u"Active"_s, ClixmlValue(isActive)}},
            {storeDatabase});
        add(u"CentralManagementDatabase"_s, pool.sqlServer, {{u"SqlInstanceName"_s, text(u"rtc"_s)}});
    }
    for (const PlayedEdgePool &edge : state.edgePools()) {
        const QString nextHop = identityOf(u"Registrar"_s, edge.nextHop);
        add(u"EdgeServer"_s, edge.fqdn, {{u"Registrar"_s, text(nextHop)}}, {nextHop});
    }
    return services;
}

} // namespace cspool::test
