// The cmdlets that show and publish the topology: pools, services, pairings, pool states and roles.
#include "model/cmdlet_table.h"

using namespace Qt::StringLiterals;

namespace cspool {

namespace {

// Each is a switch of Get-CsService and the first half of the identities that it lists: "Registrar:pool01.contoso.com".
QStringList serviceRoles()
{
    return {
        u"ApplicationDatabase"_s, u"ApplicationServer"_s,  u"ArchivingDatabase"_s,
        u"BackupServer"_s,        u"CentralManagement"_s,  u"CentralManagementDatabase"_s,
        u"ConferencingServer"_s,  u"EdgeServer"_s,         u"FileStore"_s,
        u"MediationServer"_s,     u"MonitoringDatabase"_s, u"Registrar"_s,
        u"UserDatabase"_s,        u"UserServer"_s,         u"WebServer"_s,
    };
}

CmdletInfo getPool()
{
    return {
        .name = u"Get-CsPool"_s,
        .synopsis = CmdletTable::tr("Lists the pools of the topology."),
        .description = CmdletTable::tr("Shows every pool of the topology with its services, computers, site and backup "
                                       "pool. File servers, SQL servers and Edge pools are pools too. Only a pool with "
                                       "user services and a Registrar can be backed up."),
        .parameters = {
            {.name = u"Identity"_s,
             .type = ParameterType::Fqdn,
             .position = 0,
             .excludes = {u"Filter"_s, u"Site"_s},
             .help = CmdletTable::tr("Shows the pool with this fully qualified domain name."),
             .defaultText = CmdletTable::tr("All pools.")},
            {.name = u"Filter"_s,
             .type = ParameterType::String,
             .help = CmdletTable::tr("Shows the pools whose name matches this text, in which * stands for any "
                                     "characters and ? for one.")},
            {.name = u"Site"_s,
             .type = ParameterType::String,
             .help = CmdletTable::tr("Shows the pools of one site, named as \"Redmond\" or \"Site:Redmond\".")},
            CmdletTable::localStore(),
        },
        .examples = {
            {u"Get-CsPool"_s, CmdletTable::tr("Lists all pools.")},
            {u"Get-CsPool atl-cs-001.litwareinc.com"_s, CmdletTable::tr("Shows one pool.")},
            {u"Get-CsPool -Filter \"*.litwareinc.com\""_s, CmdletTable::tr("Lists the pools of one domain.")},
        },
        .seeAlso = {u"Get-CsService"_s, u"Get-CsPoolBackupRelationship"_s},
        .outputTypeName = u"Microsoft.Rtc.Management.Xds.DisplayPool"_s,
        .tableColumns = {u"Identity"_s, u"Kind"_s, u"BackupPoolFqdn"_s, u"Site"_s},
    };
}

QList<ParameterInfo> roleSwitches()
{
    const QStringList roles = serviceRoles();
    QList<ParameterInfo> switches;
    for (const QString &role : roles) {
        ParameterInfo parameter
            = CmdletTable::switchParameter(role, CmdletTable::tr("Lists services of the role %1 only.").arg(role));
        for (const QString &other : roles) {
            if (other != role)
                parameter.excludes.append(other);
        }
        switches.append(parameter);
    }
    return switches;
}

CmdletInfo getService()
{
    CmdletInfo cmdlet{
        .name = u"Get-CsService"_s,
        .synopsis = CmdletTable::tr("Lists the services of the topology."),
        .description = CmdletTable::tr("Shows which services run on which pools, and which services each of them "
                                       "depends on. Of an Edge service Registrar is its next hop."),
        .parameters = {
            {.name = u"Identity"_s,
             .type = ParameterType::String,
             .position = 0,
             .typeName = u"Microsoft.Rtc.Management.Xds.XdsGlobalRelativeIdentity"_s,
             .excludes = serviceRoles() << u"PoolFqdn"_s << u"SiteId"_s,
             .help = CmdletTable::tr("Shows the service with this identity, for example "
                                     "\"Registrar:atl-cs-001.litwareinc.com\"."),
             .defaultText = CmdletTable::tr("All services.")},
            {.name = u"PoolFqdn"_s,
             .type = ParameterType::Fqdn,
             .help = CmdletTable::tr("Shows the services of one pool.")},
            {.name = u"SiteId"_s,
             .type = ParameterType::String,
             .excludes = {u"PoolFqdn"_s},
             .help = CmdletTable::tr("Shows the services of one site, named as \"Redmond\" or \"Site:Redmond\".")},
        },
        .examples = {
            {u"Get-CsService -PoolFqdn "
             u"\"atl-cs-001.litwareinc.com\""_s, CmdletTable::tr("Lists the services of one pool.")},
            {u"Get-CsService -Registrar"_s, CmdletTable::tr("Lists all Registrars.")},
            {u"Get-CsService -EdgeServer"_s, CmdletTable::tr("Lists the Edge services with their next hops.")},
        },
        .seeAlso = {u"Get-CsPool"_s, u"Set-CsEdgeServer"_s},
        .outputTypeName = u"Microsoft.Rtc.Management.Xds.DisplayService"_s,
        .tableColumns = {u"Identity"_s, u"SiteId"_s, u"Version"_s, u"Registrar"_s},
    };
    cmdlet.parameters += roleSwitches();
    cmdlet.parameters += CmdletTable::localStore();
    return cmdlet;
}

CmdletInfo getPoolBackupRelationship()
{
    return {
        .name = u"Get-CsPoolBackupRelationship"_s,
        .synopsis = CmdletTable::tr("Shows which pool is the backup pool of a pool."),
        .description = CmdletTable::tr("The association is made in Topology Builder and cannot be changed here. "
                                       "Pairing is mutual: each of the two pools is the other's backup pool."),
        .parameters = {
            CmdletTable::poolFqdn(CmdletTable::tr("Fully qualified domain name of the pool whose backup pool is "
                                                  "shown.")),
            CmdletTable::switchParameter(u"Force"_s,
                                         CmdletTable::tr("Keeps errors that do not end the command off the screen.")),
            CmdletTable::localStore(),
        },
        .examples = {{u"Get-CsPoolBackupRelationship -PoolFqdn \"atl-cs-001.litwareinc.com\""_s,
                      CmdletTable::tr("Shows the backup pool of one pool.")}},
        .seeAlso = {u"Get-CsPool"_s, u"Get-CsBackupServiceStatus"_s},
        .outputTypeName = u"Microsoft.Rtc.Management.Hadr.BackupRelation"_s,
    };
}

CmdletInfo getRegistrarConfiguration()
{
    return {
        .name = u"Get-CsRegistrarConfiguration"_s,
        .synopsis = CmdletTable::tr("Shows the state of pools: active, failing over, failed over or failed back."),
        .description = CmdletTable::tr("Shows the configuration of Registrars. A lab deployment knows one setting of "
                                       "it, PoolState."),
        .parameters = {
            {.name = u"Identity"_s,
             .type = ParameterType::String,
             .position = 0,
             .typeName = u"Microsoft.Rtc.Management.Xds.XdsIdentity"_s,
             .excludes = {u"Filter"_s},
             .help = CmdletTable::tr("Shows the configuration with this identity, for example "
                                     "\"Service:Registrar:atl-cs-001.litwareinc.com\". A lab deployment also takes the "
                                     "pool's name alone."),
             .defaultText = CmdletTable::tr("All configurations.")},
            {.name = u"Filter"_s,
             .type = ParameterType::String,
             .help = CmdletTable::tr("Shows the configurations whose identity matches this text, in which * stands for "
                                     "any characters and ? for one.")},
            CmdletTable::withoutMeaningInLab(CmdletTable::localStore()),
        },
        .examples = {{u"Get-CsRegistrarConfiguration -Identity \"Service:Registrar:atl-cs-001.litwareinc.com\""_s,
                      CmdletTable::tr("Shows the state of one pool.")}},
        .seeAlso = {u"Invoke-CsPoolFailOver"_s, u"Invoke-CsPoolFailBack"_s},
        .outputTypeName = u"Microsoft.Rtc.Management.WritableConfig.Settings.Registrar.RegistrarSettings"_s,
        .tableColumns = {u"Identity"_s, u"PoolState"_s},
    };
}

CmdletInfo getAdminRole()
{
    return {
        .name = u"Get-CsAdminRole"_s,
        .synopsis = CmdletTable::tr("Lists the administrator roles and the cmdlets that each may run."),
        .description = CmdletTable::tr("Role-based access control decides who may run a cmdlet in a remote session. "
                                       "Which roles hold Backup-CsPool by default is not published: the roles of a lab "
                                       "deployment are examples of ours, and a lab deployment restricts nobody."),
        .parameters = {
            {.name = u"Identity"_s,
             .type = ParameterType::String,
             .position = 0,
             .excludes = {u"Filter"_s},
             .help = CmdletTable::tr("Shows the role with this name."),
             .defaultText = CmdletTable::tr("All roles.")},
            {.name = u"Filter"_s,
             .type = ParameterType::String,
             .help = CmdletTable::tr("Shows the roles whose name matches this text, in which * stands for any "
                                     "characters and ? for one.")},
            CmdletTable::withoutMeaningInLab(CmdletTable::localStore()),
        },
        .examples = {{u"Get-CsAdminRole -Identity CsServerAdministrator"_s,
                      CmdletTable::tr("Shows one role with its cmdlets.")}},
        .seeAlso = {u"Backup-CsPool"_s},
        .outputTypeName = u"Microsoft.Rtc.Management.WritableConfig.Settings.Roles.Role"_s,
    };
}

CmdletInfo getTopology()
{
    return {
        .name = u"Get-CsTopology"_s,
        .synopsis = CmdletTable::tr("Shows the topology, or writes it out as a topology document."),
        .description = CmdletTable::tr("Shows the published topology. With AsXml its document is written out, with "
                                       "everything that stood in it when it was published."),
        .parameters = {
            CmdletTable::switchParameter(u"AsXml"_s,
                                         CmdletTable::tr("Writes the topology document instead of an overview.")),
            CmdletTable::localStore(),
        },
        .examples = {{u"Get-CsTopology -AsXml"_s, CmdletTable::tr("Writes the topology document.")}},
        .seeAlso = {u"Publish-CsTopology"_s, u"Get-CsPool"_s},
        .outputTypeName = u"Microsoft.Rtc.Management.Deploy.Internal.Topology"_s,
    };
}

CmdletInfo publishTopology()
{
    return {
        .name = u"Publish-CsTopology"_s,
        .synopsis = CmdletTable::tr("Publishes a topology document."),
        .description = CmdletTable::tr(
            "Puts a topology document into the Central Management store. Both formats are read: the output of "
            "Get-CsTopology -AsXml and the .tbxml files of Topology Builder. How a document states the pairing of "
            "pools is not published; where it cannot be read from the document, state it with Pair. Pairs that neither "
            "the document nor Pair speaks about stay as they are.\n\n"
            "In a lab deployment new pools get their stores, pools that vanish keep theirs, and the pairing of a pool that "
            "is failed over cannot change. The local replicas stay behind until Invoke-CsManagementStoreReplication."),
        .parameters = {
            {.name = u"FileName"_s,
             .type = ParameterType::String,
             .isRequired = true,
             .path = PathSide::Session,
             .help = CmdletTable::tr("The topology document.")},
            CmdletTable::switchParameter(
                u"Force"_s,
                CmdletTable::tr("Keeps errors that do not end the command off the screen.")),
            {.name = u"Pair"_s,
             .type = ParameterType::StringList,
             .availability = Availability::LabOnly,
             .isOurs = true,
             .help = CmdletTable::tr("Pairs of pools that back each other up, each as \"a.example.com=b.example.com\"; "
                                     "\"a.example.com=\" ends the pairing of a pool. Ours, for a lab deployment."),
             .defaultText = CmdletTable::tr("The pairs that the document states, and those that were there before.")},
            CmdletTable::report(),
        },
        .examples = {
            {u"Publish-CsTopology -FileName topology.xml"_s, CmdletTable::tr("Publishes a document.")},
            {u"Publish-CsTopology -FileName Contoso.tbxml -Pair \"pool01.contoso.com=pool02.contoso.com\""_s,
             CmdletTable::tr("Publishes a document of Topology Builder and states which pools are a pair.")},
        },
        .seeAlso = {u"Get-CsTopology"_s, u"Get-CsPoolBackupRelationship"_s, u"New-Deployment"_s},
        .supportsShouldProcess = true,
        .writesReport = true,
        .changesData = true,
        .phrases = {.verb = QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Publish the topology"),
                    .deed = QT_TRANSLATE_NOOP("cspool::PromptText", "publish the topology")},
    };
}

CmdletInfo newDeployment()
{
    return {
        .name = u"New-Deployment"_s,
        .synopsis = CmdletTable::tr("Makes a lab deployment in a folder."),
        .description = CmdletTable::tr(
            "Makes a lab deployment, with a store for every pool, from a topology document in either of its two "
            "formats, or the sample deployment of litwareinc.com. Pairs that Microsoft does not support are made, with "
            "a warning.\n\n"
            "This cmdlet is ours; genuine servers do not have it."),
        .parameters = {
            {.name = u"Path"_s,
             .type = ParameterType::String,
             .isRequired = true,
             .position = 0,
             .path = PathSide::Local,
             .isOurs = true,
             .help = CmdletTable::tr("Folder for the deployment. It must be empty, or not there yet.")},
            {.name = u"Topology"_s,
             .type = ParameterType::String,
             .path = PathSide::Local,
             .isOurs = true,
             .help = CmdletTable::tr("The topology document that says which pools there are.")},
            {.name = u"Sample"_s,
             .type = ParameterType::Switch,
             .excludes = {u"Topology"_s, u"Pair"_s, u"CentralManagement"_s},
             .isOurs = true,
             .help = CmdletTable::tr("Makes the sample deployment: four sites, nine pools with user services, users, "
                                     "conferences and every status that a backup can have.")},
            {.name = u"Pair"_s,
             .type = ParameterType::StringList,
             .isOurs = true,
             .help = CmdletTable::tr("Pairs of pools that back each other up, each as "
                                     "\"a.example.com=b.example.com\"."),
             .defaultText = CmdletTable::tr("The pairs that the document states.")},
            {.name = u"CentralManagement"_s,
             .type = ParameterType::Fqdn,
             .isOurs = true,
             .help = CmdletTable::tr("The pool that holds the active Central Management store."),
             .defaultText = CmdletTable::tr("The one that the document states, else the first pool that can be backed up.")},
            {.name = u"Name"_s,
             .type = ParameterType::String,
             .isOurs = true,
             .help = CmdletTable::tr("Name of the deployment, shown in every banner and report."),
             .defaultText = CmdletTable::tr("The name of the folder.")},
        },
        .requiresOneOf = {u"Topology"_s, u"Sample"_s},
        .examples = {
            {u"New-Deployment -Path lab -Sample"_s, CmdletTable::tr("Makes the sample deployment.")},
            {u"New-Deployment -Path lab -Topology Contoso.tbxml -Pair \"pool01.contoso.com=pool02.contoso.com\""_s,
             CmdletTable::tr("Makes a deployment from a document of Topology Builder.")},
        },
        .seeAlso = {u"Publish-CsTopology"_s, u"Import-CsUserData"_s},
        .changesData = true,
        .availability = Availability::LabOnly,
        .isOurs = true,
        .phrases = {.verb = QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Create the lab deployment")},
    };
}

} // namespace

QList<CmdletInfo> CmdletTable::topologyCmdlets()
{
    return {getPool(),      getService(),  getPoolBackupRelationship(), getRegistrarConfiguration(),
            getAdminRole(), getTopology(), publishTopology(),           newDeployment()};
}

} // namespace cspool
