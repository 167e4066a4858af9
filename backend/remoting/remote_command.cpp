#include "backend/remoting/remote_command.h"

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

ClixmlValue clixmlValueOf(const ParameterInfo &parameter, const QVariant &value)
{
    switch (parameter.type) {
    case ParameterType::Switch:
    case ParameterType::Boolean:
        return ClixmlValue(value.toBool());
    case ParameterType::Int32:
        return ClixmlValue(std::int32_t(value.toInt()));
    case ParameterType::TimeSpan:
        return ClixmlValue(value.value<TimeSpan>());
    case ParameterType::StringList:
        return clixmlStrings(value.toStringList());
    case ParameterType::String:
    case ParameterType::Fqdn:
    case ParameterType::Enumeration:
        break;
    }
    return ClixmlValue(value.toString());
}

} // namespace

ClixmlValue clixmlStrings(const QStringList &texts)
{
    ClixmlObject list;
    list.typeNames = {u"System.String[]"_s, u"System.Array"_s, u"System.Object"_s};
    list.container = ClixmlContainer::List;
    list.items.reserve(texts.size());
    for (const QString &text : texts)
        list.items.append(ClixmlValue(text));
    return ClixmlValue(std::move(list));
}

Result<PsrpCommand> toPsrpCommand(const Command &command)
{
    if (const Result<> valid = validate(command, DeploymentKind::Server); !valid)
        return valid.error();
    const CmdletInfo *info = findCmdlet(command.cmdlet());
    PsrpCommand sent{info->name, {}};
    for (const BoundParameter &bound : command.parameters()) {
        const ParameterInfo *parameter = info->parameter(bound.name);
        if (parameter->path != PathSide::Local)
            sent.parameters.append({parameter->name, clixmlValueOf(*parameter, bound.value)});
    }
    return sent;
}

QString lookingCommand(const Command &command, const CmdletInfo &info)
{
    for (const QString &name : info.seeAlso) {
        const CmdletInfo *reading = findCmdlet(name);
        if (!reading || reading->changesData || reading->availability == Availability::LabOnly
            || !name.startsWith("Get-"_L1))
            continue;
        Command look(name);
        if (reading->parameter(u"PoolFqdn") && command.contains(u"PoolFqdn"))
            look.set(u"PoolFqdn"_s, command.value(u"PoolFqdn"));
        return render(look);
    }
    return {};
}

} // namespace cspool
