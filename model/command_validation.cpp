// Validation: the rules of a cmdlet's parameters, by themselves and among each other.
#include "model/argument_conversion.h"
#include "model/binding_errors.h"
#include "model/command.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cspool {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cspool::CommandValidation)
};

// A switch that is turned off is as good as absent.
bool isGiven(const Command &command, const ParameterInfo &parameter)
{
    if (!command.contains(parameter.name))
        return false;
    return parameter.type != ParameterType::Switch || command.isSwitchOn(parameter.name);
}

QString kindText(DeploymentKind kind)
{
    return kind == DeploymentKind::Lab ? Text::tr("a lab deployment") : Text::tr("genuine servers");
}

bool isAvailable(Availability availability, DeploymentKind kind)
{
    return availability == Availability::Both
        || (availability == Availability::LabOnly) == (kind == DeploymentKind::Lab);
}

Error missingMandatory(const QString &target, const QString &message, const QString &action)
{
    return bindingError(u"MissingMandatoryParameter"_s, target, message, action);
}

// One parameter of the table against what the command holds.
Result<> checkParameter(const CmdletInfo &cmdlet, const ParameterInfo &parameter, const Command &command,
                        DeploymentKind kind)
{
    if (!command.contains(parameter.name)) {
        if (!parameter.isRequired)
            return {};
        return missingMandatory(parameter.name, Text::tr("%1 needs the parameter %2.").arg(cmdlet.name, parameter.name),
                                Text::tr("Add -%1 and its value.").arg(parameter.name));
    }
    if (const auto checked = checkValue(parameter, command.value(parameter.name)); !checked)
        return checked;
    if (!isAvailable(parameter.availability, kind)) {
        return bindingError(u"NamedParameterNotFound"_s, parameter.name,
                            Text::tr("The parameter %1 does not exist for %2.").arg(parameter.name, kindText(kind)),
                            Text::tr("Leave -%1 out.").arg(parameter.name));
    }
    if (!isGiven(command, parameter))
        return {};
    for (const QString &excluded : parameter.excludes) {
        if (isGiven(command, *cmdlet.parameter(excluded))) {
            return bindingError(
                u"AmbiguousParameterSet"_s, parameter.name,
                Text::tr("The parameters %1 and %2 cannot be used together.").arg(parameter.name, excluded),
                Text::tr("Leave out -%1 or -%2.").arg(parameter.name, excluded));
        }
    }
    for (const QString &needed : parameter.needs) {
        if (!isGiven(command, *cmdlet.parameter(needed))) {
            return missingMandatory(
                parameter.name,
                Text::tr("The parameter %1 can only be used together with %2.").arg(parameter.name, needed),
                Text::tr("Add -%1, or leave out -%2.").arg(needed, parameter.name));
        }
    }
    return {};
}

Result<> checkRequiredOneOf(const CmdletInfo &cmdlet, const Command &command)
{
    const bool isThere = std::any_of(cmdlet.requiresOneOf.begin(), cmdlet.requiresOneOf.end(),
                                     [&](const QString &name) { return isGiven(command, *cmdlet.parameter(name)); });
    if (cmdlet.requiresOneOf.isEmpty() || isThere)
        return {};
    const QString names = alternatives(cmdlet.requiresOneOf);
    return missingMandatory(cmdlet.requiresOneOf.first(),
                            Text::tr("%1 needs the parameter %2.").arg(cmdlet.name, names),
                            Text::tr("Add %1.").arg(names));
}

} // namespace

Result<> validate(const Command &command, DeploymentKind kind)
{
    const CmdletInfo *cmdlet = findCmdlet(command.cmdlet());
    if (!cmdlet)
        return unknownCmdlet(command.cmdlet());
    if (!isAvailable(cmdlet->availability, kind)) {
        return Error{ErrorCategory::ObjectNotFound, u"CommandNotFoundException"_s,
                     Text::tr("The cmdlet %1 does not exist for %2.").arg(cmdlet->name, kindText(kind)),
                     Text::tr("Choose another cmdlet, or another deployment."), cmdlet->name};
    }
    for (const BoundParameter &bound : command.parameters()) {
        // By name only: a value under an alias would be found by nobody who reads the command.
        const ParameterInfo *parameter = cmdlet->parameter(bound.name);
        if (!parameter || parameter->name.compare(bound.name, Qt::CaseInsensitive) != 0)
            return unknownParameter(*cmdlet, bound.name);
    }
    for (const ParameterInfo &parameter : cmdlet->parameters) {
        if (const auto checked = checkParameter(*cmdlet, parameter, command, kind); !checked)
            return checked;
    }
    return checkRequiredOneOf(*cmdlet, command);
}

} // namespace cspool
