// The cmdlets that move a pool's service, the Central Management store or an Edge pool's next hop to another pool, and
// look after replicas.
#include "model/cmdlet_table.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace cspool {

namespace {

constexpr qint64 Int32Maximum = std::numeric_limits<qint32>::max();
constexpr qint64 SecondsPerWeek = 7 * 24 * 60 * 60;

ParameterInfo waitTime(const QString &defaultText)
{
    return {.name = u"WaitTime"_s,
            .type = ParameterType::TimeSpan,
            .minimum = 0,
            .maximum = SecondsPerWeek,
            .help = CmdletTable::tr(
                "How long to wait between two looks at the state of the pools: hh:mm:ss, d.hh:mm:ss, or a "
                "whole number of seconds."),
            .defaultText = defaultText};
}

ParameterInfo skipDataVerification()
{
    return CmdletTable::switchParameter(
        u"SkipDataVerification"_s,
        CmdletTable::tr("Leaves out the check that the data has arrived before the pool changes hands."));
}

CmdletInfo failOver()
{
    return {
        .name = u"Invoke-CsPoolFailOver"_s,
        .synopsis = CmdletTable::tr("Lets the backup pool serve the users of a pool."),
        .description = CmdletTable::tr(
            "Moves the service of a pool's users to its backup pool. The users stay homed on their pool; the backup "
            "pool serves them until the pool is failed back.\n\n"
            "Without DisasterMode the pool must be up: it is made read-only first and its last changes are copied, so "
            "that nothing is lost. With DisasterMode the pool is not touched: what had not been backed up is not on "
            "the backup pool, and the command says what that is as far as it can know.\n\n"
            "A failover is refused while an Edge pool has the pool as its next hop, and while the pool holds the "
            "active Central Management store: move those first, with Set-CsEdgeServer and "
            "Invoke-CsManagementServerFailover."),
        .parameters = {
            CmdletTable::poolFqdn(CmdletTable::tr("Fully qualified domain name of the pool to fail over.")),
            CmdletTable::switchParameter(
                u"DisasterMode"_s,
                CmdletTable::tr("The pool is down or out of reach: fails over without copying its last changes.")),
            CmdletTable::withoutMeaningInLab(CmdletTable::switchParameter(
                u"FlushStorageService"_s,
                CmdletTable::tr("Lets the Storage Service of the pool work off its queue before the failover."))),
            CmdletTable::forceWithoutAsking(),
            CmdletTable::report(),
            CmdletTable::withoutMeaningInLab(
                {.name = u"ServicesStopDelayMins"_s,
                 .type = ParameterType::Int32,
                 .minimum = 0,
                 .maximum = Int32Maximum,
                 .help = CmdletTable::tr("How many minutes to wait before the services of the pool are stopped.")}),
            skipDataVerification(),
            waitTime(CmdletTable::tr("Not published; 00:00:15 in a lab deployment.")),
        },
        .examples = {
            {u"Invoke-CsPoolFailOver -PoolFqdn \"atl-cs-001.litwareinc.com\""_s,
             CmdletTable::tr("Fails a working pool over, after a question, and loses nothing.")},
            {u"Invoke-CsPoolFailOver -PoolFqdn \"atl-cs-001.litwareinc.com\" -DisasterMode"_s,
             CmdletTable::tr("Fails over a pool that is down.")},
        },
        .seeAlso = {u"Invoke-CsPoolFailBack"_s, u"Invoke-CsManagementServerFailover"_s, u"Set-CsEdgeServer"_s,
                    u"Get-CsRegistrarConfiguration"_s, u"Backup-CsPool"_s},
        .supportsShouldProcess = true,
        .asksByDefault = true,
        .writesReport = true,
        .changesData = true,
        .hasPointOfNoReturn = true,
        .copies = CopyDirection::ToBackupPool,
        .phrases = {.verb = QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Fail over"),
                    .onePoolVerb = QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Fail over %1"),
                    .onePool = QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Fail over %1 to its backup pool"),
                    .onePoolPaired = QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Fail over %1 to %2"),
                    .severalVerb = QT_TRANSLATE_N_NOOP("cspool::CommandPhrases", "Fail over %n pools"),
                    .several = QT_TRANSLATE_N_NOOP("cspool::CommandPhrases", "Fail over %n pools to their backup pools"),
                    .deed = QT_TRANSLATE_NOOP("cspool::PromptText", "fail over the pool")},
    };
}

CmdletInfo failBack()
{
    return {
        .name = u"Invoke-CsPoolFailBack"_s,
        .synopsis = CmdletTable::tr("Gives a failed over pool its users back."),
        .description = CmdletTable::tr(
            "Moves the service of a pool's users from the backup pool back to the pool. What users changed in the "
            "meantime is copied to the pool first.\n\n"
            "DisasterMode means here that the backup pool is out of reach: the pool takes over with what it has, and "
            "what users changed on the backup pool is not there.\n\n"
            "From then on the pool's state is FailedBack until the two pools have exchanged everything. In a lab "
            "deployment the next Backup-CsPool of the pool does that, or Invoke-CsBackupServiceSync, or this cmdlet "
            "without DisasterMode; then the state is Active. Of two versions of a document the newer one wins, the "
            "other one is kept aside and listed. When FailedBack ends is our rule; Microsoft publishes none."),
        .parameters = {
            CmdletTable::poolFqdn(CmdletTable::tr("Fully qualified domain name of the pool that is failed over.")),
            CmdletTable::switchParameter(
                u"DisasterMode"_s,
                CmdletTable::tr("The backup pool is down or out of reach: fails back without what users changed "
                                "there.")),
            CmdletTable::forceWithoutAsking(),
            CmdletTable::report(),
            skipDataVerification(),
            waitTime(u"00:00:15"_s),
        },
        .examples = {{u"Invoke-CsPoolFailBack -PoolFqdn \"atl-cs-001.litwareinc.com\""_s,
                      CmdletTable::tr("Fails a pool back with everything that was changed on the backup pool.")}},
        .seeAlso = {u"Invoke-CsPoolFailOver"_s, u"Get-CsRegistrarConfiguration"_s, u"Invoke-CsBackupServiceSync"_s},
        .supportsShouldProcess = true,
        .asksByDefault = true,
        .writesReport = true,
        .changesData = true,
        .hasPointOfNoReturn = true,
        .copies = CopyDirection::FromBackupPool,
        .phrases = {.verb = QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Fail back"),
                    .onePoolVerb = QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Fail back %1"),
                    .onePool = QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Give %1 its users back"),
                    .onePoolPaired = QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Give %1 its users back from %2"),
                    .severalVerb = QT_TRANSLATE_N_NOOP("cspool::CommandPhrases", "Fail back %n pools"),
                    .several = QT_TRANSLATE_N_NOOP("cspool::CommandPhrases", "Give %n pools their users back"),
                    .deed = QT_TRANSLATE_NOOP("cspool::PromptText", "fail back the pool")},
    };
}

CmdletInfo managementServerFailover()
{
    ParameterInfo instance = CmdletTable::withoutMeaningInLab(
        {.name = u"BackupSqlInstanceName"_s,
         .type = ParameterType::String,
         .help = CmdletTable::tr("Name of the SQL Server instance of the standby copy."),
         .defaultText = CmdletTable::tr("The default instance.")});
    instance.needs = {u"BackupSqlServerFqdn"_s};
    return {
        .name = u"Invoke-CsManagementServerFailover"_s,
        .synopsis = CmdletTable::tr("Makes the standby copy of the Central Management store the active one."),
        .description = CmdletTable::tr(
            "Moves the active Central Management store to the backup pool of the pool that holds it. It need not be "
            "moved back afterwards. Do this before a pool that holds the active store is failed over.\n\n"
            "Against genuine servers run it on a server of the pool that takes over. Check with "
            "Get-CsManagementStoreReplicationStatus -CentralManagementStoreStatus before and after that exactly one "
            "copy is active."),
        .parameters = {
            {.name = u"BackupPoolFqdn"_s,
             .type = ParameterType::Fqdn,
             .availability = Availability::LabOnly,
             .isOurs = true,
             .help = CmdletTable::tr("Fully qualified domain name of the pool that takes over. Ours, for a lab "
                                     "deployment: on genuine servers it is the pool on whose server the command runs."),
             .defaultText = CmdletTable::tr("The backup pool of the pool that holds the active store.")},
            CmdletTable::withoutMeaningInLab(
                {.name = u"BackupSqlServerFqdn"_s,
                 .type = ParameterType::Fqdn,
                 .help = CmdletTable::tr("Fully qualified domain name of the SQL Server with the standby copy; needed "
                                         "when the active store is out of reach.")}),
            instance,
            CmdletTable::switchParameter(
                u"Force"_s,
                CmdletTable::tr("Goes ahead without asking for confirmation, even if the active store is out of reach: "
                                "what had not been copied to the standby copy is then lost.")),
            CmdletTable::report(),
        },
        .examples = {{u"Invoke-CsManagementServerFailover"_s,
                      CmdletTable::tr("Moves the active store to the backup pool, after a question.")}},
        .seeAlso = {u"Get-CsManagementStoreReplicationStatus"_s, u"Invoke-CsPoolFailOver"_s},
        .supportsShouldProcess = true,
        .asksByDefault = true,
        .writesReport = true,
        .changesData = true,
        .hasPointOfNoReturn = true,
        .phrases = {.verb = QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Move the active Central Management store"),
                    .deed = QT_TRANSLATE_NOOP("cspool::PromptText", "move the Central Management store")},
    };
}

CmdletInfo setEdgeServer()
{
    return {
        .name = u"Set-CsEdgeServer"_s,
        .synopsis = CmdletTable::tr("Changes the next hop of an Edge pool."),
        .description = CmdletTable::tr(
            "The next hop is the pool to which an Edge pool hands its traffic. A pool that is a next hop cannot be "
            "failed over: let the Edge pool point at another pool first. Only what a failover needs is here: the "
            "parameters of the genuine cmdlet that change ports are left out.\n\n"
            "The next hop is changed in the topology on the Central Management store, of which nothing else changes. It "
            "takes effect when the topology has been replicated: run Invoke-CsManagementStoreReplication, and see the "
            "result with Get-CsManagementStoreReplicationStatus."),
        .parameters = {
            {.name = u"Identity"_s,
             .type = ParameterType::String,
             .isRequired = true,
             .position = 0,
             .typeName = u"Microsoft.Rtc.Management.Xds.XdsGlobalRelativeIdentity"_s,
             .help = CmdletTable::tr("The Edge service, for example \"EdgeServer:dublin-edge-001.litwareinc.com\". The "
                                     "name of the Edge pool alone is enough.")},
            CmdletTable::switchParameter(u"Force"_s,
                                         CmdletTable::tr("Keeps errors that do not end the command off the screen.")),
            {.name = u"Registrar"_s,
             .type = ParameterType::String,
             .isRequired = true,
             .help = CmdletTable::tr("The Registrar of the new next hop, for example "
                                     "\"Registrar:dublin-cs-002.litwareinc.com\": of a pool with user services or of a "
                                     "Director. A lab deployment also takes the pool's name alone.")},
        },
        .examples = {{u"Set-CsEdgeServer -Identity \"EdgeServer:dublin-edge-001.litwareinc.com\" "
                      u"-Registrar \"Registrar:dublin-cs-002.litwareinc.com\""_s,
                      CmdletTable::tr("Lets an Edge pool point at another pool, before its next hop is failed over.")}},
        .seeAlso = {u"Get-CsService"_s, u"Invoke-CsManagementStoreReplication"_s, u"Invoke-CsPoolFailOver"_s},
        .supportsShouldProcess = true,
        .changesData = true,
        .phrases = {.verb = QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Change the next hop of the Edge pool"),
                    .deed = QT_TRANSLATE_NOOP("cspool::PromptText", "change the next hop of the Edge pool")},
    };
}

CmdletInfo replicationStatus()
{
    ParameterInfo storeStatus = CmdletTable::switchParameter(
        u"CentralManagementStoreStatus"_s,
        CmdletTable::tr(
            "Shows which pool holds the active Central Management store and who hands out its changes, instead "
            "of the replicas."));
    storeStatus.excludes = {u"ReplicaFqdn"_s};
    return {
        .name = u"Get-CsManagementStoreReplicationStatus"_s,
        .synopsis = CmdletTable::tr("Shows whether the replicas of the Central Management store are up to date."),
        .description = CmdletTable::tr("The Central Management store has one master and many replicas. Shows for each "
                                       "replica whether it has the master's latest change, and when it last said so. "
                                       "In a lab deployment every pool has one replica."),
        .parameters = {
            storeStatus,
            {.name = u"ReplicaFqdn"_s,
             .type = ParameterType::Fqdn,
             .help = CmdletTable::tr("Shows one replica only. In a lab deployment a replica goes by its pool's name."),
             .defaultText = CmdletTable::tr("All replicas.")},
        },
        .examples = {
            {u"Get-CsManagementStoreReplicationStatus"_s, CmdletTable::tr("Shows all replicas.")},
            {u"Get-CsManagementStoreReplicationStatus -CentralManagementStoreStatus"_s,
             CmdletTable::tr("Shows who holds the active store.")},
        },
        .seeAlso = {u"Invoke-CsManagementStoreReplication"_s, u"Invoke-CsManagementServerFailover"_s},
        .outputTypeName = u"Microsoft.Rtc.Management.Xds.ReplicaState"_s,
        .tableColumns = {u"ReplicaFqdn"_s, u"UpToDate"_s, u"LastStatusReport"_s, u"LastUpdateCreation"_s},
    };
}

CmdletInfo replicate()
{
    return {
        .name = u"Invoke-CsManagementStoreReplication"_s,
        .synopsis = CmdletTable::tr("Brings replicas of the Central Management store up to date now."),
        .description = CmdletTable::tr("Against a server the replication is only asked for, and runs by itself. In a lab "
                                       "deployment the command ends when the replicas are up to date. Use "
                                       "Get-CsManagementStoreReplicationStatus to see the result."),
        .parameters = {
            {.name = u"ReplicaFqdn"_s,
             .type = ParameterType::Fqdn,
             .help = CmdletTable::tr("Brings one replica up to date. In a lab deployment a replica goes by its pool's "
                                     "name."),
             .defaultText = CmdletTable::tr("All replicas.")},
        },
        .examples = {{u"Invoke-CsManagementStoreReplication"_s, CmdletTable::tr("Brings all replicas up to date.")}},
        .seeAlso = {u"Get-CsManagementStoreReplicationStatus"_s},
        .changesData = true,
        .phrases = {.verb = QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Update the replicas"),
                    .deed = QT_TRANSLATE_NOOP("cspool::PromptText", "replicate the configuration")},
    };
}

} // namespace

QList<CmdletInfo> CmdletTable::failoverCmdlets()
{
    return {failOver(), failBack(), managementServerFailover(), setEdgeServer(), replicationStatus(), replicate()};
}

} // namespace cspool
