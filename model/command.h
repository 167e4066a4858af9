// Command: which cmdlet, with which bound parameters. A value; what a Session runs.
#pragma once

#include "model/cmdlet_info.h"
#include "model/deployment_info.h"
#include "model/result.h"
#include "model/time_span.h"

#include <QVariant>

namespace cspool {

struct BoundParameter
{
    QString name; // canonical, from the CmdletInfo
    QVariant value; // of the type that ParameterType states

    bool operator==(const BoundParameter &) const = default;
};

class Command
{
public:
    Command() = default;
    explicit Command(const QString &cmdletName)
        : m_cmdlet(cmdletName)
    {
    }

    QString cmdlet() const { return m_cmdlet; }
    const QList<BoundParameter> &parameters() const { return m_parameters; }

    // Setting a parameter again replaces its value in place; names compare case-insensitively.
    Command &set(const QString &name, const QVariant &value);
    void remove(QStringView name);
    bool contains(QStringView name) const;
    QVariant value(QStringView name) const;

    // Typed reading; the fallback when the parameter is absent.
    QString string(QStringView name, const QString &fallback = {}) const;
    QStringList stringList(QStringView name) const;
    bool isSwitchOn(QStringView name) const; // absent: false
    int int32(QStringView name, int fallback) const;
    TimeSpan timeSpan(QStringView name, TimeSpan fallback) const;

    bool operator==(const Command &) const = default;

private:
    QString m_cmdlet;
    QList<BoundParameter> m_parameters; // in the order in which they were given
};

// The line that the real shell would run the same way: quoted where PowerShell needs it, switches as "-Force" or
// "-Force:$false", time spans as hh:mm:ss. parseCommand(render(c)) == c for every valid command.
QString render(const Command &command);

// Reads one PowerShell command line: one cmdlet with parameters; no variables, pipelines, sub-expressions or
// redirections (each refused by name). Binds against the CmdletInfo: abbreviations, aliases, positions,
// "-Name:value", types and ranges. Does not check combinations: validate() does. Ids of its errors, besides those of
// tokenizePowerShell(): "CommandNotFoundException", "NamedParameterNotFound", "AmbiguousParameter",
// "MissingArgument", "ParameterAlreadyBound", "PositionalParameterNotFound", "CannotConvertArgument",
// "ParameterArgumentValidationError"; the target is the parameter's name.
Result<Command> parseCommand(const QString &line);

// The same for words that a shell has split already: cspool's own arguments. No unquoting is done. A word that begins
// with '-' is taken as a value where the parameter before it needs one, unless it names a parameter of the cmdlet:
// then a value was forgotten. Behind "--" every word is a value. A list is one word "a,b", or several joined by commas.
// Switches and Booleans take true and false with or without '$'.
Result<Command> bindArguments(const QStringList &words);

// What of a command is wrong for a deployment of that kind, first of all rules in the order of the parameters: types,
// ranges, required parameters, exclusions, requirements. A switch that is set to $false counts as absent. The error's
// target is the parameter's name; its id "MissingMandatoryParameter" (also for a missing partner),
// "AmbiguousParameterSet" (an exclusion), or one of those of parseCommand().
Result<> validate(const Command &command, DeploymentKind kind = DeploymentKind::Lab);

// Checks and converts one text for one parameter; used by parser and form alike. A list is split at its commas.
Result<QVariant> convertArgument(const CmdletInfo &cmdlet, const ParameterInfo &parameter, const QString &text);

} // namespace cspool
