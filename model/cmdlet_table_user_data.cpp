// The cmdlets of user data: import, export, a look at it, and its removal.
#include "model/cmdlet_table.h"

using namespace Qt::StringLiterals;

namespace cspool {

namespace {

ParameterInfo userFilter(const QString &help)
{
    return {.name = u"UserFilter"_s,
            .type = ParameterType::String,
            .help = help,
            .defaultText = CmdletTable::tr("All users.")};
}

CmdletInfo importUserData()
{
    return {
        .name = u"Import-CsUserData"_s,
        .synopsis = CmdletTable::tr("Puts user data from an archive into a pool."),
        .description = CmdletTable::tr(
            "Reads an archive of Export-CsUserData, or the single XML file of its legacy format, and puts its "
            "documents into the user store of a pool. A document that is there already keeps its home pool; a new one "
            "is homed on the pool. A document that cannot be read is reported, and the others are imported."),
        .parameters = {
            CmdletTable::poolFqdn(CmdletTable::tr("Fully qualified domain name of the pool into which the data is "
                                                  "put.")),
            {.name = u"FileName"_s,
             .type = ParameterType::String,
             .isRequired = true,
             .path = PathSide::Session,
             .help = CmdletTable::tr("The archive. Its format is found out from its content.")},
            userFilter(CmdletTable::tr("Imports the data of one user only, named by address: user@domain.")),
        },
        .examples = {{u"Import-CsUserData -PoolFqdn \"atl-cs-001.litwareinc.com\" -FileName users.zip"_s,
                      CmdletTable::tr("Imports everything that is in the archive.")}},
        .seeAlso = {u"Export-CsUserData"_s, u"Get-CsUserData"_s},
        .supportsShouldProcess = true,
        .changesData = true,
        .phrases = {.verb = QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Import user data"),
                    .onePoolVerb = QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Import user data"),
                    .onePool = QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Import user data into %1"),
                    .severalVerb = QT_TRANSLATE_N_NOOP("cspool::CommandPhrases", "Import user data into %n pools"),
                    .several = QT_TRANSLATE_N_NOOP("cspool::CommandPhrases", "Import user data into %n pools"),
                    .deed = QT_TRANSLATE_NOOP("cspool::PromptText", "import the user data")},
    };
}

CmdletInfo exportUserData()
{
    return {
        .name = u"Export-CsUserData"_s,
        .synopsis = CmdletTable::tr("Writes the user data of a pool into an archive."),
        .description = CmdletTable::tr(
            "Writes the documents of users and conferences that a pool keeps, its own and those of the pool that it "
            "backs up, into a zip archive. Unlike a pool backup, an archive stays as it is: it is the way back when "
            "data was deleted or damaged."),
        .parameters = {
            CmdletTable::poolFqdn(CmdletTable::tr("Fully qualified domain name of the pool whose data is exported.")),
            {.name = u"FileName"_s,
             .type = ParameterType::String,
             .isRequired = true,
             .path = PathSide::Session,
             .help = CmdletTable::tr("The archive to write.")},
            userFilter(CmdletTable::tr("Exports the data of one user only, named by address: user@domain.")),
            {.name = u"ConfDirectoryFilter"_s,
             .type = ParameterType::String,
             .help = CmdletTable::tr("Exports the data of one conference directory only, named by its number."),
             .defaultText = CmdletTable::tr("All conference directories.")},
            CmdletTable::switchParameter(u"LegacyFormat"_s,
                                         CmdletTable::tr("Writes the single XML file of Lync Server 2010 instead of a "
                                                         "zip archive.")),
        },
        .examples = {{u"Export-CsUserData -PoolFqdn \"atl-cs-001.litwareinc.com\" -FileName users.zip"_s,
                      CmdletTable::tr("Exports everything that the pool keeps.")}},
        .seeAlso = {u"Import-CsUserData"_s, u"Backup-CsPool"_s},
        .phrases = {.verb = QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Export user data"),
                    .onePoolVerb = QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Export user data"),
                    .onePool = QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Export the user data of %1"),
                    .severalVerb = QT_TRANSLATE_N_NOOP("cspool::CommandPhrases", "Export user data of %n pools"),
                    .several = QT_TRANSLATE_N_NOOP("cspool::CommandPhrases", "Export the user data of %n pools")},
    };
}

CmdletInfo getUserData()
{
    return {
        .name = u"Get-CsUserData"_s,
        .synopsis = CmdletTable::tr("Shows the users whose data a pool keeps, or one user's contacts and groups."),
        .description = CmdletTable::tr(
            "Without Identity, lists the users, conferences and other documents with their home pools. With it, shows "
            "that user's contacts, groups and privacy settings in readable form, so that a backup can be checked by "
            "eye on the backup pool.\n\n"
            "With KeptAside, the same for versions that lost a conflict: a document that was changed on both pools is "
            "replaced by its newer version, and the other one is kept aside, with the reason.\n\n"
            "This cmdlet is ours; genuine servers do not have it."),
        .parameters = {
            CmdletTable::poolFqdn(CmdletTable::tr("Fully qualified domain name of the pool whose user store is read.")),
            {.name = u"Identity"_s,
             .type = ParameterType::String,
             .position = 0,
             .help = CmdletTable::tr("Address of one user: user@domain."),
             .defaultText = CmdletTable::tr("All users.")},
            CmdletTable::switchParameter(
                u"KeptAside"_s,
                CmdletTable::tr("Shows the versions that lost a conflict and were kept aside instead of the present "
                                "ones.")),
        },
        .examples = {{u"Get-CsUserData -PoolFqdn \"dublin-cs-001.litwareinc.com\""_s,
                      CmdletTable::tr("Lists the users whose data the backup pool keeps.")},
                     {u"Get-CsUserData -PoolFqdn \"dublin-cs-001.litwareinc.com\" -KeptAside"_s,
                      CmdletTable::tr("Lists the versions that lost a conflict on that pool, each with the reason.")}},
        .seeAlso = {u"Import-CsUserData"_s, u"Export-CsUserData"_s},
        .outputTypeName = u"CsPool.UserDataSummary"_s, // one user, asked for by Identity, is a CsPool.UserData
        .tableColumns = {u"Identity"_s, u"Kind"_s, u"HomePool"_s, u"Contacts"_s, u"Groups"_s, u"Revision"_s, u"Written"_s},
        .availability = Availability::LabOnly,
        .isOurs = true,
    };
}

CmdletInfo removeUserStoreBackupData()
{
    return {
        .name = u"Remove-CsUserStoreBackupData"_s,
        .synopsis = CmdletTable::tr("Removes the data of pools that are no longer partners of a pool."),
        .description = CmdletTable::tr(
            "A pool that has been paired with another one before still keeps that pool's data. Removes from the user "
            "store of a pool what belongs neither to the pool itself nor to its present partner."),
        .parameters = {
            CmdletTable::poolFqdn(CmdletTable::tr("Fully qualified domain name of the pool from which the data is "
                                                  "removed.")),
            CmdletTable::forceWithoutAsking(),
        },
        .examples = {{u"Remove-CsUserStoreBackupData -PoolFqdn \"dublin-cs-001.litwareinc.com\" -WhatIf"_s,
                      CmdletTable::tr("Says what would be removed.")}},
        .seeAlso = {u"Get-CsPoolBackupRelationship"_s},
        .supportsShouldProcess = true,
        .asksByDefault = true,
        .changesData = true,
        .phrases = {.verb = QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Remove data"),
                    .onePoolVerb = QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Remove data from %1"),
                    .onePool = QT_TRANSLATE_NOOP("cspool::CommandPhrases", "Remove the data of former partners from %1"),
                    .severalVerb = QT_TRANSLATE_N_NOOP("cspool::CommandPhrases", "Remove data from %n pools"),
                    .several = QT_TRANSLATE_N_NOOP("cspool::CommandPhrases", "Remove the data of former partners from %n pools"),
                    .deed = QT_TRANSLATE_NOOP("cspool::PromptText", "remove the backup data")},
    };
}

} // namespace

QList<CmdletInfo> CmdletTable::userDataCmdlets()
{
    return {importUserData(), exportUserData(), getUserData(), removeUserStoreBackupData()};
}

} // namespace cspool
