// The cmdlets of the backup service.
#include "model/cmdlet_table.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace cspool {

namespace {

constexpr qint64 Int32Maximum = std::numeric_limits<qint32>::max();
constexpr qint64 SecondsPerWeek = 7 * 24 * 60 * 60;

CmdletInfo backupPool()
{
    const auto switchParameter = &CmdletTable::switchParameter;
    ParameterInfo failedOverPoolOnly = switchParameter(
        u"FailedOverPoolOnly"_s,
        CmdletTable::tr("Backs up only if the pool is failed over. If it is not, the command ends with a warning and "
                        "nothing is copied. Must stand together with FullBackup."));
    failedOverPoolOnly.needs = {u"FullBackup"_s};
    ParameterInfo fullBackup = switchParameter(
        u"FullBackup"_s,
        CmdletTable::tr(
            "Waits until every module of the backup service is at FinalState: nothing is left to back up and "
            "the backup pool has imported everything. A pool whose users are at work may never get there, "
            "because it keeps producing changes. Cannot stand together with SteadyState."));
    fullBackup.excludes = {u"SteadyState"_s};
    return {
        .name = u"Backup-CsPool"_s,
        .synopsis = CmdletTable::tr("Copies the data of a pool to its backup pool."),
        .description = CmdletTable::tr(
            "Brings the backup pool of a Registrar pool up to date: the user data (contacts, groups, privacy), the "
            "conferences with their content and, on the pool that holds it, the Central Management store. If the pool "
            "fails, its users can then be failed over to the backup pool.\n\n"
            "Without FullBackup or SteadyState the copy begins at once. With one of them it waits until the backup "
            "service reports that state, and asks it again every WaitTime, at most RetryCount times.\n\n"
            "A pool backup is replication and no archive: what is deleted or damaged in the pool will be so in the "
            "backup pool as well. Use Export-CsUserData to keep user data as it is today. Not part of a pool backup "
            "are the Location Information service, Response Groups (before Skype for Business Server 2019), the "
            "settings of Call Park and announcements."),
        .parameters = {
            CmdletTable::poolFqdn(CmdletTable::tr("Fully qualified domain name of the pool to back up.")),
            {.name = u"Category"_s,
             .type = ParameterType::Enumeration,
             .typeName = u"Microsoft.Rtc.Management.Hadr.BackupService.BackupCategory"_s,
             .allowedValues = {u"UserData"_s, u"CMS"_s},
             .help = CmdletTable::tr("Backs up only the modules of one category: UserData for the user store and the "
                                     "conference content, CMS for the Central Management store."),
             .defaultText = CmdletTable::tr("All modules.")},
            failedOverPoolOnly,
            switchParameter(u"Force"_s,
                            CmdletTable::tr("Keeps errors that do not end the command off the screen. The report and "
                                            "the log keep them.")),
            fullBackup,
            CmdletTable::localStore(),
            CmdletTable::report(),
            {.name = u"RetryCount"_s,
             .type = ParameterType::Int32,
             .minimum = 0,
             .maximum = Int32Maximum,
             .help = CmdletTable::tr("How many times the backup service is called at most before the command gives up "
                                     "waiting for the state that FullBackup or SteadyState asks for. With 0 it is not "
                                     "called: the command goes on only if the state holds already."),
             .defaultText = CmdletTable::tr("10 in a lab deployment, a choice of ours; the default of genuine servers "
                                            "is not published.")},
            switchParameter(u"SteadyState"_s,
                            CmdletTable::tr("Waits until every module of the backup service is at SteadyState or "
                                            "FinalState: what is left to back up fits in one batch, as on a pool that "
                                            "is read-only, failed over or failed back.")),
            {.name = u"WaitTime"_s,
             .type = ParameterType::TimeSpan,
             .minimum = 0,
             .maximum = SecondsPerWeek,
             .help = CmdletTable::tr("How long to wait between two calls to the backup service: hh:mm:ss, d.hh:mm:ss, "
                                     "or a whole number of seconds. Seven days at most, which is a limit of ours."),
             .defaultText = CmdletTable::tr("00:00:30 in a lab deployment, a choice of ours; the default of genuine "
                                            "servers is not published.")},
        },
        .examples = {
            {u"Backup-CsPool -PoolFqdn \"atl-cs-001.litwareinc.com\""_s,
             CmdletTable::tr("Copies all data of the pool to its backup pool now.")},
            {u"Backup-CsPool -PoolFqdn \"atl-cs-001.litwareinc.com\" -SteadyState"_s,
             CmdletTable::tr("Waits until the backup service has no backlog, then copies the data.")},
            {u"Backup-CsPool -PoolFqdn \"atl-cs-001.litwareinc.com\" -FullBackup -FailedOverPoolOnly -WaitTime "
             u"00:01:00"_s,
             CmdletTable::tr("If the pool is failed over, waits for FinalState, asks once a minute, then copies the "
                             "data.")},
        },
        .seeAlso = {u"Get-CsBackupServiceStatus"_s, u"Get-CsPoolBackupRelationship"_s, u"Invoke-CsBackupServiceSync"_s,
                    u"Export-CsUserData"_s},
        .supportsShouldProcess = true,
        .writesReport = true,
        .notIncluded = {CmdletTable::tr("Location Information service: export it with its own cmdlets."),
                        CmdletTable::tr("Response Groups, before Skype for Business Server 2019."),
                        CmdletTable::tr("Settings of Call Park."),
                        CmdletTable::tr("Announcements."),
                        CmdletTable::tr("An archive: a pool backup is replication, so deletions and damage replicate too. "
                                        "Export-CsUserData keeps user data as it is today.")},
        .changesData = true,
        .phrases = {.verb = QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Back up"),
                    .onePoolVerb = QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Back up %1"),
                    .onePool = QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Back up %1"),
                    .onePoolPaired = QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Back up %1 to %2"),
                    .severalVerb = QT_TRANSLATE_N_NOOP("cspool::CommandPhrases", "Back up %n pools"),
                    .several = QT_TRANSLATE_N_NOOP("cspool::CommandPhrases", "Back up %n pools to their backup pools"),
                    .onePoolFailedOver = QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Back up %1, which is failed over, from %2 to %1"),
                    .severalFailedOver = QT_TRANSLATE_N_NOOP("cspool::CommandPhrases", "Back up %n pools; those that are failed over from their backup pools"),
                    .deed = QT_TRANSLATE_NOOP("cspool::PromptText", "back up the pool")},
    };
}

CmdletInfo getStatus()
{
    return {
        .name = u"Get-CsBackupServiceStatus"_s,
        .synopsis = CmdletTable::tr("Shows how far the backup of a pool to its backup pool has come."),
        .description = CmdletTable::tr(
            "Shows for every backup module of a pool, and overall, what its export to the backup pool and its import "
            "from there have come to. The status is one-way: that of the backup pool is asked for with its own "
            "name.\n\n"
            "Export: FinalState (nothing is left to back up), SteadyState (what is left fits in one batch), "
            "NonSteadyState (a backlog builds up), NotInitialized (nothing was exported yet) or ErrorState. Import: "
            "NormalState or ErrorState."),
        .parameters = {
            CmdletTable::poolFqdn(CmdletTable::tr("Fully qualified domain name of the pool whose status is shown.")),
            {.name = u"Category"_s,
             .type = ParameterType::Enumeration,
             .typeName = u"Microsoft.Rtc.Management.Hadr.BackupService.BackupCategory"_s,
             .allowedValues = {u"CMS"_s, u"UserData"_s, u"RGS"_s},
             .help = CmdletTable::tr("Shows only the modules of one category. RGS, the Response Groups, exists on "
                                     "Skype for Business Server 2019 and later; a lab deployment has no such modules."),
             .defaultText = CmdletTable::tr("All modules.")},
            CmdletTable::switchParameter(u"Force"_s,
                                         CmdletTable::tr("Keeps errors that do not end the command off the screen.")),
        },
        .examples = {{u"Get-CsBackupServiceStatus -PoolFqdn \"atl-cs-001.litwareinc.com\""_s,
                      CmdletTable::tr("Shows all modules of one pool.")}},
        .seeAlso = {u"Backup-CsPool"_s, u"Invoke-CsBackupServiceSync"_s},
        .outputTypeName = u"Microsoft.Rtc.Management.Hadr.BackupService.BackupServiceStatus"_s,
    };
}

CmdletInfo synchronise()
{
    return {
        .name = u"Invoke-CsBackupServiceSync"_s,
        .synopsis = CmdletTable::tr("Compares a pool with its backup pool in full and brings the two in line."),
        .description = CmdletTable::tr(
            "Compares everything that a pool holds with what its backup pool holds, and gives the other side what it "
            "lacks or has older. Run for the backup pool, it gives a pool back the conference content that it has "
            "lost.\n\n"
            "In a lab deployment the command writes a report, which is an addition of ours."),
        .parameters = {
            CmdletTable::poolFqdn(CmdletTable::tr("Fully qualified domain name of the pool whose data is given to the "
                                                  "other pool of its pair.")),
            {.name = u"BackupModule"_s,
             .type = ParameterType::String,
             .typeName = u"Microsoft.Rtc.Management.Hadr.BackupService.BackupModule"_s,
             .allowedValues = {u"All"_s, u"PresenceFocus"_s, u"DataConf"_s, u"CMSMaster"_s,
                               u"UserServices.PresenceFocus"_s, u"ConfServices.DataConf"_s, u"CentralMgmt.CMSMaster"_s},
             .help = CmdletTable::tr("Synchronises one module only. Both spellings that are documented are accepted, "
                                     "with and without the service in front; a server is sent the one that was typed."),
             .defaultText = u"All"_s},
            CmdletTable::switchParameter(
                u"Force"_s,
                CmdletTable::tr("Keeps errors that do not end the command off the screen. In a lab deployment it also "
                                "confirms, by a rule of ours, that content which has vanished from the pool was meant "
                                "to be deleted: it is then deleted on the backup pool too.")),
        },
        .examples = {
            {u"Invoke-CsBackupServiceSync -PoolFqdn \"atl-cs-001.litwareinc.com\""_s,
             CmdletTable::tr("Synchronises all modules of a pool.")},
            {u"Invoke-CsBackupServiceSync -PoolFqdn \"dublin-cs-001.litwareinc.com\" -BackupModule "
             u"ConfServices.DataConf"_s,
             CmdletTable::tr("Run for the backup pool: gives the pool back the conference content that it has lost.")},
        },
        .seeAlso = {u"Backup-CsPool"_s, u"Get-CsBackupServiceStatus"_s},
        .supportsShouldProcess = true,
        .writesReport = true,
        .changesData = true,
        .phrases = {.verb = QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Synchronise"),
                    .onePoolVerb = QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Synchronise %1"),
                    .onePool = QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Synchronise %1 with its backup pool"),
                    .onePoolPaired = QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Synchronise %1 with %2"),
                    .severalVerb = QT_TRANSLATE_N_NOOP("cspool::CommandPhrases", "Synchronise %n pools"),
                    .several = QT_TRANSLATE_N_NOOP("cspool::CommandPhrases", "Synchronise %n pools with their backup pools"),
                    .deed = QT_TRANSLATE_NOOP("cspool::PromptText", "synchronise the pools")},
    };
}

ParameterInfo configurationIdentity()
{
    return {.name = u"Identity"_s,
            .type = ParameterType::String,
            .position = 0,
            .typeName = u"Microsoft.Rtc.Management.Xds.XdsIdentity"_s,
            .help = CmdletTable::tr("Which configuration is meant. There is one, the global one."),
            .defaultText = u"Global"_s};
}

CmdletInfo getConfiguration()
{
    ParameterInfo identity = configurationIdentity();
    identity.excludes = {u"Filter"_s};
    return {
        .name = u"Get-CsBackupServiceConfiguration"_s,
        .synopsis = CmdletTable::tr("Shows the configuration of the backup service."),
        .description = CmdletTable::tr("Shows how often the backup service runs and how much one cycle copies. One "
                                       "global configuration holds for all pools."),
        .parameters = {
            identity,
            {.name = u"Filter"_s,
             .type = ParameterType::String,
             .help = CmdletTable::tr("Shows the configurations whose identity matches this text, in which * stands for "
                                     "any characters and ? for one.")},
            CmdletTable::localStore(),
        },
        .examples = {{u"Get-CsBackupServiceConfiguration"_s, CmdletTable::tr("Shows the global configuration.")}},
        .seeAlso = {u"Set-CsBackupServiceConfiguration"_s, u"Remove-CsBackupServiceConfiguration"_s},
        .outputTypeName = u"Microsoft.Rtc.Management.WritableConfig.Settings.BackupService.BackupServiceSettings"_s,
    };
}

ParameterInfo countSetting(const QString &name, const QString &help)
{
    return {.name = name, .type = ParameterType::Int32, .minimum = 1, .maximum = Int32Maximum, .help = help};
}

CmdletInfo setConfiguration()
{
    ParameterInfo highPriority = countSetting(
        u"MaxHighPriQueuePercentagePerUserStoreSync"_s,
        CmdletTable::tr(
            "How large a part of one cycle the queue of high priority may take, in per cent. Skype for Business "
            "Server 2015 and later; a lab deployment has one queue only."));
    highPriority.minimum = 0;
    highPriority.maximum = 100;
    highPriority.availability = Availability::ServerOnly;
    return {
        .name = u"Set-CsBackupServiceConfiguration"_s,
        .synopsis = CmdletTable::tr("Changes the configuration of the backup service."),
        .description = CmdletTable::tr(
            "Changes the given settings and leaves the others as they are. The limits bound one cycle of the backup "
            "service, never a run of Backup-CsPool. Microsoft advises against changing SyncInterval without need."),
        .parameters = {
            configurationIdentity(),
            {.name = u"AuthorizedLocalAccounts"_s,
             .type = ParameterType::String,
             .help = CmdletTable::tr("Local accounts that may call the backup service. A lab deployment keeps the "
                                     "value and restricts nobody.")},
            {.name = u"AuthorizedUniversalGroups"_s,
             .type = ParameterType::String,
             .help = CmdletTable::tr("Universal groups whose members may call the backup service. A lab deployment "
                                     "keeps the value and restricts nobody.")},
            {.name = u"EnableRgsBackupService"_s,
             .type = ParameterType::Boolean,
             .availability = Availability::ServerOnly,
             .help = CmdletTable::tr("Whether the Response Groups are backed up too. Skype for Business Server 2019 "
                                     "and later; a lab deployment has no Response Groups.")},
            CmdletTable::switchParameter(u"Force"_s,
                                         CmdletTable::tr("Keeps errors that do not end the command off the screen.")),
            countSetting(u"MaxBatchesPerCmsSync"_s,
                         CmdletTable::tr("How many batches of the Central Management store one cycle copies at most.")),
            countSetting(u"MaxBatchesPerUserStoreSync"_s,
                         CmdletTable::tr("How many batches of the user store one cycle copies at most.")),
            countSetting(u"MaxConcurrentCalls"_s,
                         CmdletTable::tr("How many calls to the backup service may be under way at one time. A lab "
                                         "deployment keeps the value; one command at a time works on a pair of pools "
                                         "there.")),
            countSetting(u"MaxDataConfPackageSizeKB"_s,
                         CmdletTable::tr("How many kilobytes of conference content one package holds at most.")),
            highPriority,
            {.name = u"SyncInterval"_s,
             .type = ParameterType::TimeSpan,
             .minimum = 5,
             .maximum = 3 * 60 * 60,
             .help = CmdletTable::tr("How long the backup service rests between two cycles, from 00:00:05 to "
                                     "03:00:00.")},
        },
        .examples = {{u"Set-CsBackupServiceConfiguration -SyncInterval 00:05:00"_s,
                      CmdletTable::tr("Lets the backup service run every five minutes.")}},
        .seeAlso = {u"Get-CsBackupServiceConfiguration"_s, u"Remove-CsBackupServiceConfiguration"_s},
        .supportsShouldProcess = true,
        .changesData = true,
        .phrases = {.verb = QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Change the backup service configuration"),
                    .deed = QT_TRANSLATE_NOOP("cspool::PromptText", "change the configuration")},
    };
}

CmdletInfo removeConfiguration()
{
    ParameterInfo identity = configurationIdentity();
    identity.isRequired = true;
    identity.defaultText.clear();
    return {
        .name = u"Remove-CsBackupServiceConfiguration"_s,
        .synopsis = CmdletTable::tr("Resets the configuration of the backup service to its defaults."),
        .description
        = CmdletTable::tr("The global configuration cannot be deleted: removing it gives every setting its "
                          "default value again."),
        .parameters = {identity, CmdletTable::forceWithoutAsking()},
        .examples = {{u"Remove-CsBackupServiceConfiguration -Identity Global"_s,
                      CmdletTable::tr("Resets the global configuration, after a question.")}},
        .seeAlso = {u"Get-CsBackupServiceConfiguration"_s, u"Set-CsBackupServiceConfiguration"_s},
        .supportsShouldProcess = true,
        .asksByDefault = true,
        .changesData = true,
        .phrases = {.verb = QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Reset the backup service configuration"),
                    .deed = QT_TRANSLATE_NOOP("cspool::PromptText", "reset the configuration")},
    };
}

} // namespace

QList<CmdletInfo> CmdletTable::backupCmdlets()
{
    return {backupPool(), getStatus(), synchronise(), getConfiguration(), setConfiguration(), removeConfiguration()};
}

} // namespace cspool
