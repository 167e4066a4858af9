#include "tests/remoting/played_deployment.h"

#include "model/cmdlet_info.h"
#include "tests/remoting/played_scripts.h"

namespace cspool::test {

using namespace Qt::StringLiterals;

namespace {

using Script = PsrpServer::Script;

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

// Cmdlets of which nothing but their end is wanted.
Script doing()
{
    return [](ServedCommand &command) {
        shouldProcess(command, command.string(u"PoolFqdn"), [&command] { command.complete(); });
    };
}

} // namespace

void shouldProcess(ServedCommand &command, const QString &target, std::function<void()> work)
{
    const QString operation = u"Performing the operation \"%1\" on target \"%2\"."_s.arg(command.name(), target);
    const CmdletInfo *info = findCmdlet(command.name());
    const bool isConfirmGiven = command.parameter(u"Confirm");
    const bool asks
        = isConfirmGiven ? command.isOn(u"Confirm") : info && info->asksByDefault && !command.isOn(u"Force");
    if (command.isOn(u"WhatIf")) {
        command.host(HostMethod::WriteLine2, {text(u"What if: "_s + operation)});
        command.complete();
    } else if (asks) {
        command.confirm(operation, [&command, work = std::move(work)](int choice) {
            if (choice == 0 || choice == 1)
                work();
            else
                command.complete();
        });
    } else {
        work();
    }
}

void refuse(ServedCommand &command, const QString &message, const QString &id, PlayedCategory category)
{
    command.fail(message, id, int(category));
}

void refuseUnknownPool(ServedCommand &command)
{
    refuse(command, u"There is no pool \"%1\" in the topology."_s.arg(command.string(u"PoolFqdn")), u"PoolNotFound"_s,
           PlayedCategory::ObjectNotFound);
}

bool reachesBackupService(ServedCommand &command, const PlayedState &state, const PlayedPool &pool)
{
    const PlayedAnswer answer = state.statusAnswers.value(pool.fqdn, PlayedAnswer::Status);
    if (answer == PlayedAnswer::Silence)
        return false;
    if (answer == PlayedAnswer::AccessDenied) {
        refuse(command,
               u"Access to the backup service of \"%1\" is denied: the user is in none of the groups of "
               "AuthorizedUniversalGroups."_s.arg(pool.fqdn),
               u"BackupServiceAccessDenied"_s, PlayedCategory::PermissionDenied);
        return false;
    }
    if (answer == PlayedAnswer::Failure || !pool.isUp) {
        refuse(command, u"The backup service of \"%1\" cannot be reached."_s.arg(pool.fqdn),
               u"BackupServiceUnreachable"_s, PlayedCategory::ConnectionError);
        return false;
    }
    if (pool.backupPool.isEmpty()) {
        refuse(command, u"The pool \"%1\" has no backup pool."_s.arg(pool.fqdn), u"NoBackupPool"_s,
               PlayedCategory::InvalidOperation);
        return false;
    }
    return true;
}

void PlayedDeployment::install(PsrpServer &server) const
{
    for (const CmdletInfo &cmdlet : cmdletTable()) {
        if (isOffered(*this, cmdlet.name))
            server.setScript(cmdlet.name, doing());
    }
    const PlayedScripts scripts = readingScripts(*this) + failoverScripts(*this) + backupScripts(*this);
    for (const auto &[name, script] : scripts) {
        if (isOffered(*this, name))
            server.setScript(name, script);
    }
    if (hasGetCommand)
        server.setScript(u"Get-Command"_s, getCommand(*this));
    server.setScript(u"Import-Module"_s, importModule(*this));
}

} // namespace cspool::test
