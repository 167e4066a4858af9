#include "model/cmdlet_table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cspool {

ParameterInfo CmdletTable::poolFqdn(const QString &help)
{
    return {.name = u"PoolFqdn"_s, .type = ParameterType::Fqdn, .isRequired = true, .help = help};
}

ParameterInfo CmdletTable::switchParameter(const QString &name, const QString &help)
{
    return {.name = name, .type = ParameterType::Switch, .help = help};
}

ParameterInfo CmdletTable::localStore()
{
    return switchParameter(
        u"LocalStore"_s,
        tr("Reads the topology from the local replica of the Central Management store instead of the "
           "Central Management store itself. A replica can be older than the store, and it can be "
           "read while the store is out of reach."));
}

ParameterInfo CmdletTable::report()
{
    return {.name = u"Report"_s,
            .type = ParameterType::String,
            .path = PathSide::Local,
            .help = tr("File on this machine into which the HTML report of the run is written. An existing file is "
                       "replaced once the new report is complete. Against a server this path is not sent: the server "
                       "writes its own log on its own disk, and the console shows where."),
            .defaultText = tr("A new file in the temporary folder, named after the cmdlet, the pool and the time.")};
}

ParameterInfo CmdletTable::forceWithoutAsking()
{
    return switchParameter(u"Force"_s,
                           tr("Goes ahead without asking for confirmation and keeps errors that do not end the command "
                              "off the screen. The report and the log keep them."));
}

ParameterInfo CmdletTable::withoutMeaningInLab(ParameterInfo parameter)
{
    parameter.help = tr("%1 A lab deployment accepts it, and it changes nothing there.").arg(parameter.help);
    return parameter;
}

namespace {

QString typeNameOf(ParameterType type)
{
    switch (type) {
    case ParameterType::Switch:
        return u"System.Management.Automation.SwitchParameter"_s;
    case ParameterType::Boolean:
        return u"System.Boolean"_s;
    case ParameterType::String:
        return u"System.String"_s;
    case ParameterType::StringList:
        return u"System.String[]"_s;
    case ParameterType::Fqdn:
        return u"Microsoft.Rtc.Management.Deploy.Fqdn"_s;
    case ParameterType::Int32:
        return u"System.Int32"_s;
    case ParameterType::TimeSpan:
        return u"System.TimeSpan"_s;
    case ParameterType::Enumeration:
        break; // every enumeration has a type of its own, which its row states
    }
    return {};
}

QList<ParameterInfo> shouldProcessParameters(bool asksByDefault)
{
    return {
        {.name = u"WhatIf"_s,
         .type = ParameterType::Switch,
         .aliases = {u"wi"_s},
         .help = CmdletTable::tr("Says what the command would do, and changes nothing.")},
        {.name = u"Confirm"_s,
         .type = ParameterType::Switch,
         .aliases = {u"cf"_s},
         .help = asksByDefault ? CmdletTable::tr("Asks before anything is changed. This cmdlet does so anyway; "
                                                 "-Confirm:$false keeps it from asking.")
                               : CmdletTable::tr("Asks before anything is changed. -Confirm:$false never asks.")},
    };
}

QList<ParameterInfo> commonParameters()
{
    const QString preference = u"System.Management.Automation.ActionPreference"_s;
    return {
        {.name = u"Verbose"_s,
         .type = ParameterType::Switch,
         .aliases = {u"vb"_s},
         .isCommon = true,
         .help = CmdletTable::tr("Shows in detail what the command is doing.")},
        {.name = u"ErrorAction"_s,
         .type = ParameterType::Enumeration,
         .aliases = {u"ea"_s},
         .typeName = preference,
         .allowedValues = {u"Continue"_s, u"SilentlyContinue"_s, u"Stop"_s, u"Ignore"_s, u"Inquire"_s},
         .isCommon = true,
         .help = CmdletTable::tr("What to do at an error that need not end the command: show it and go on, go on in "
                                 "silence, or stop. The report keeps every error."),
         .defaultText = u"Continue"_s},
        {.name = u"WarningAction"_s,
         .type = ParameterType::Enumeration,
         .aliases = {u"wa"_s},
         .typeName = preference,
         .allowedValues = {u"Continue"_s, u"SilentlyContinue"_s, u"Stop"_s, u"Ignore"_s, u"Inquire"_s},
         .isCommon = true,
         .help = CmdletTable::tr("What to do at a warning: show it and go on, go on in silence, or stop. The report "
                                 "keeps every warning."),
         .defaultText = u"Continue"_s},
    };
}

// Rows state an exclusion once; forms and parser want to find it from either side.
void makeExclusionsMutual(CmdletInfo &cmdlet)
{
    for (const ParameterInfo &parameter : QList<ParameterInfo>(cmdlet.parameters)) {
        for (ParameterInfo &other : cmdlet.parameters) {
            if (parameter.excludes.contains(other.name) && !other.excludes.contains(parameter.name))
                other.excludes.append(parameter.name);
        }
    }
}

void complete(CmdletInfo &cmdlet)
{
    if (cmdlet.supportsShouldProcess)
        cmdlet.parameters += shouldProcessParameters(cmdlet.asksByDefault);
    cmdlet.parameters += commonParameters();
    for (ParameterInfo &parameter : cmdlet.parameters) {
        if (parameter.typeName.isEmpty())
            parameter.typeName = typeNameOf(parameter.type);
    }
    makeExclusionsMutual(cmdlet);
}

QList<CmdletInfo> buildTable()
{
    QList<CmdletInfo> table = CmdletTable::backupCmdlets() + CmdletTable::failoverCmdlets()
        + CmdletTable::topologyCmdlets() + CmdletTable::userDataCmdlets();
    for (CmdletInfo &cmdlet : table)
        complete(cmdlet);
    std::sort(table.begin(), table.end(),
              [](const CmdletInfo &a, const CmdletInfo &b) { return a.name.compare(b.name, Qt::CaseInsensitive) < 0; });
    return table;
}

} // namespace

const QList<CmdletInfo> &cmdletTable()
{
    static const QList<CmdletInfo> table = buildTable();
    return table;
}

} // namespace cspool
