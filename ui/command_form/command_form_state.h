// CommandFormState: what a form for one cmdlet holds, apart from its widgets: the values as they were typed, what is
// wrong with them, and the commands that they make.
#pragma once

#include "model/command_warnings.h"

#include <QHash>
#include <QObject>

namespace cspool {

// Lives in one thread. All rules come from the CmdletInfo, validate() and convertArgument().
class CommandFormState : public QObject
{
    Q_OBJECT

public:
    // `cmdlet` must outlive it. The command runs once for each of `pools`, which then take the place of PoolFqdn; none,
    // or a cmdlet without that parameter: one command.
    CommandFormState(const CmdletInfo &cmdlet, DeploymentKind kind, const QStringList &pools,
                     QObject *parent = nullptr);

    const CmdletInfo &cmdlet() const { return m_cmdlet; }
    DeploymentKind kind() const { return m_kind; }
    const QStringList &pools() const { return m_pools; } // chosen beforehand, canonical
    // The parameters that are fields: all that this kind of deployment has, in the cmdlet's order; without WhatIf,
    // which the preview is, and without PoolFqdn when the pools are chosen.
    QList<const ParameterInfo *> fields() const;

    // As it was typed; of a switch or Boolean "$true", "$false"; empty while it is not set.
    QString text(const QString &parameter) const;
    bool isSet(const QString &parameter) const { return m_values.contains(parameter); }
    bool isSwitchOn(const QString &parameter) const;
    // An empty text takes the parameter out of the command.
    void setText(const QString &parameter, const QString &text);
    // Every parameter becomes what the command says; those that are no fields are left out, and so is Confirm when it
    // is $false: the window asks by itself.
    void setCommand(const Command &command);
    void reset();

    // Takes over a pasted command: one line, or one for each pool which differ in nothing else. On an error nothing
    // changes. The result: what could not be taken over and why, as sentences.
    Result<QStringList> applyLines(const QString &lines);

    // Why nothing can be chosen for the parameter at the moment: another one excludes it. Empty: it can.
    QString obstacle(const QString &parameter) const;
    // The first thing that is wrong; its target is the parameter's name.
    std::optional<Error> error() const;
    bool isReady() const { return !error(); }

    // What the fields say, as far as it can be read, without the pools: what is remembered and kept as a preset.
    Command command() const;
    // One for each pool, with the path of each one's report.
    QList<Command> commands() const;
    // The same, as they run once the window has asked: with -Confirm:$false, unless the command itself shall ask.
    QList<Command> confirmedCommands() const;
    QList<Command> previewCommands() const; // with WhatIf
    QString commandLines() const; // of commands(), one in each line
    bool asksItself() const; // Confirm is on

    // The pools that it is about: the chosen ones, or that of the field PoolFqdn; canonical.
    QStringList affectedPools() const;
    // The files that the commands write, where each of several pools has one of its own.
    QStringList writtenFiles() const;

    // What is known beside: for warnings.
    void setSituations(const QList<PoolSituation> &situations);
    void setExistingFiles(const QStringList &paths); // of writtenFiles(), those that exist
    QStringList existingFiles() const;
    QList<CommandWarning> warnings() const;
    QList<CommandWarning> losses() const; // what the commands destroy
    QStringList failedOverPools() const; // of affectedPools(), as far as known

Q_SIGNALS:
    void changed(); // a value, hence everything
    void poolsChanged(); // other pools came with a pasted command
    void warningsChanged();

private:
    struct Value
    {
        QString text;
        Result<QVariant> value;
    };
    static QString textOf(const QVariant &value);
    bool isField(const ParameterInfo &parameter) const;
    Value converted(const ParameterInfo &parameter, const QString &text) const;
    QString pathFor(const QString &path, const QString &pool) const;
    Command commandFor(const Command &fields, const QString &pool) const;
    Command firstCommand() const; // any of commands(), for what all have in common
    Result<QList<Command>> parseLines(const QString &lines) const;
    void take(const Command &command);

    const CmdletInfo &m_cmdlet;
    const DeploymentKind m_kind;
    QStringList m_pools;
    QHash<QString, Value> m_values; // by canonical name
    QList<PoolSituation> m_situations;
    QStringList m_existingFiles;
};

} // namespace cspool
