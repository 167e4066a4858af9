// Get-CsAdminRole: RBAC roles and their cmdlets. The names of the roles are Microsoft's; which of them holds which of
// these cmdlets is not published, so the assignment is ours, and a lab deployment restricts nobody by it.
#include "backend/lab/lab_cmdlet.h"
#include "model/central_management.h"
#include "model/wildcard_pattern.h"

#include <QCoreApplication>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// What a role may run of the cmdlets that genuine servers have.
enum class Reach {
    Everything,
    ReadOnly, // Get-*
    ReadTopology,
    ReadUserData,
    WriteUserData,
};

constexpr struct
{
    QLatin1StringView identity;
    Reach reach;
} roles[] = {
    {"CsAdministrator"_L1, Reach::Everything},
    {"CsServerAdministrator"_L1, Reach::Everything},
    {"CsUserAdministrator"_L1, Reach::WriteUserData},
    {"CsHelpDesk"_L1, Reach::ReadUserData},
    {"CsVoiceAdministrator"_L1, Reach::ReadTopology},
    {"CsArchivingAdministrator"_L1, Reach::ReadTopology},
    {"CsResponseGroupAdministrator"_L1, Reach::ReadTopology},
    {"CsResponseGroupManager"_L1, Reach::ReadTopology},
    {"CsLocationAdministrator"_L1, Reach::ReadTopology},
    {"CsPersistentChatAdministrator"_L1, Reach::ReadTopology},
    {"CsViewOnlyAdministrator"_L1, Reach::ReadOnly},
};

bool holds(Reach reach, const QString &cmdlet)
{
    const bool readsTopology
        = cmdlet == "Get-CsPool"_L1 || cmdlet == "Get-CsService"_L1 || cmdlet == "Get-CsTopology"_L1;
    switch (reach) {
    case Reach::Everything:
        return true;
    case Reach::ReadOnly:
        return cmdlet.startsWith("Get-"_L1);
    case Reach::ReadTopology:
        return readsTopology;
    case Reach::ReadUserData:
        return readsTopology || cmdlet == "Get-CsPoolBackupRelationship"_L1
            || cmdlet == "Get-CsRegistrarConfiguration"_L1;
    case Reach::WriteUserData:
        return holds(Reach::ReadUserData, cmdlet) || cmdlet == "Export-CsUserData"_L1
            || cmdlet == "Import-CsUserData"_L1;
    }
    return false;
}

AdminRole standardRole(QLatin1StringView identity, Reach reach)
{
    AdminRole role;
    role.identity = identity;
    for (const CmdletInfo &cmdlet : cmdletTable()) {
        if (!cmdlet.isOurs && holds(reach, cmdlet.name))
            role.cmdlets.append(cmdlet.name);
    }
    role.configScopes = {u"Global"_s};
    role.userScopes = {u"Global"_s};
    return role;
}

class GetAdminRole
{
    Q_DECLARE_TR_FUNCTIONS(cspool::GetAdminRole)

public:
    static Result<> run(LabContext &context);
};

Result<> GetAdminRole::run(LabContext &context)
{
    const QString identity = context.command().string(u"Identity");
    const Result<WildcardPattern> filter
        = WildcardPattern::parse(context.command().string(u"Filter", u"*"_s), u"Filter"_s);
    if (!filter)
        return filter.error();
    bool isFound = false;
    for (const auto &[name, reach] : roles) {
        const bool isChosen = identity.isEmpty() || identity.compare(name, Qt::CaseInsensitive) == 0;
        isFound = isFound || isChosen;
        if (isChosen && filter->matches(QString(name)))
            context.runtime().writeObject(standardRole(name, reach).toObject());
    }
    if (!isFound) {
        return Error{ErrorCategory::ObjectNotFound, u"RoleNotFound"_s, tr("There is no role \"%1\".").arg(identity),
                     tr("Get-CsAdminRole without a parameter lists all roles."), identity};
    }
    return {};
}

const LabCmdletRegistration registration("Get-CsAdminRole", &GetAdminRole::run);

} // namespace

} // namespace cspool
