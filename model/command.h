// Command: which cmdlet, with which bound parameters. A value; what a Session runs.
#pragma once

#include "model/cmdlet_info.h"
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
// "-Name:value", types and ranges. Does not check combinations: validate() does.
Result<Command> parseCommand(const QString &line);

// The same for words that a shell has split already: cspool's own arguments. No unquoting is done; a value that
// begins with '-' is taken as a value where the parameter before it needs one.
Result<Command> bindArguments(const QStringList &words);

// What of a command is wrong, first of all rules in the order of the parameters: required parameters, exclusions,
// requirements, ranges. The error's target is the parameter's name; its id is a .NET-like error id:
// "ParameterArgumentValidationError", "MissingMandatoryParameter", "AmbiguousParameterSet", …
Result<> validate(const Command &command);

// Checks and converts one text for one parameter; used by parser and form alike.
Result<QVariant> convertArgument(const CmdletInfo &cmdlet, const ParameterInfo &parameter, const QString &text);

} // namespace cspool
