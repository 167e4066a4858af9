#include "ui/command_form/command_form_state.h"

#include "model/fqdn.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

const QString PoolFqdn = u"PoolFqdn"_s;
const QString WhatIf = u"WhatIf"_s;
const QString Confirm = u"Confirm"_s;
const QString True = u"$true"_s;

QStringList canonicalFqdns(const QStringList &pools)
{
    QStringList names;
    for (const QString &pool : pools) {
        const QString name = canonicalFqdn(pool);
        if (!names.contains(name))
            names.append(name);
    }
    return names;
}

// A backquote at a line's end continues the command.
QStringList commandLinesIn(const QString &text)
{
    QStringList lines;
    bool continues = false;
    for (const QString &line : text.split(u'\n')) {
        if (continues)
            lines.last() += u'\n' + line;
        else if (!line.trimmed().isEmpty())
            lines.append(line);
        else
            continue;
        continues = line.trimmed().endsWith(u'`');
    }
    return lines;
}

} // namespace

CommandFormState::CommandFormState(const CmdletInfo &cmdlet, DeploymentKind kind, const QStringList &pools,
                                   QObject *parent)
    : QObject(parent)
    , m_cmdlet(cmdlet)
    , m_kind(kind)
    , m_pools(cmdlet.parameter(PoolFqdn) ? canonicalFqdns(pools) : QStringList())
{
}

bool CommandFormState::isField(const ParameterInfo &parameter) const
{
    const bool isThere = parameter.availability == Availability::Both
        || (parameter.availability == Availability::LabOnly) == (m_kind == DeploymentKind::Lab);
    return isThere && parameter.name != WhatIf && (parameter.name != PoolFqdn || m_pools.isEmpty());
}

QList<const ParameterInfo *> CommandFormState::fields() const
{
    QList<const ParameterInfo *> fields;
    for (const ParameterInfo &parameter : m_cmdlet.parameters) {
        if (isField(parameter))
            fields.append(&parameter);
    }
    return fields;
}

QString CommandFormState::text(const QString &parameter) const
{
    const auto found = m_values.constFind(parameter);
    return found == m_values.cend() ? QString() : found->text;
}

bool CommandFormState::isSwitchOn(const QString &parameter) const
{
    const auto found = m_values.constFind(parameter);
    return found != m_values.cend() && found->value && found->value->toBool();
}

CommandFormState::Value CommandFormState::converted(const ParameterInfo &parameter, const QString &text) const
{
    return {text, convertArgument(m_cmdlet, parameter, text)};
}

void CommandFormState::setText(const QString &parameter, const QString &text)
{
    const ParameterInfo *info = m_cmdlet.parameter(parameter);
    if (!info || !isField(*info) || text == this->text(info->name))
        return;
    if (text.isEmpty())
        m_values.remove(info->name);
    else
        m_values.insert(info->name, converted(*info, text));
    Q_EMIT changed();
}

QString CommandFormState::textOf(const QVariant &value)
{
    if (value.metaType() == QMetaType::fromType<bool>())
        return value.toBool() ? True : u"$false"_s;
    if (value.metaType() == QMetaType::fromType<TimeSpan>())
        return value.value<TimeSpan>().toString();
    return value.metaType() == QMetaType::fromType<QStringList>() ? value.toStringList().join(", "_L1)
                                                                  : value.toString();
}

// Keeps the values themselves: a list's element may hold a comma, which its text could not tell.
void CommandFormState::take(const Command &command)
{
    m_values.clear();
    for (const BoundParameter &bound : command.parameters()) {
        const ParameterInfo *info = m_cmdlet.parameter(bound.name);
        const bool isSwitchOff = info && info->type == ParameterType::Switch && !bound.value.toBool();
        if (info && isField(*info) && !isSwitchOff)
            m_values.insert(info->name, {textOf(bound.value), bound.value});
    }
}

void CommandFormState::setCommand(const Command &command)
{
    take(command);
    Q_EMIT changed();
}

void CommandFormState::reset()
{
    setCommand(Command(m_cmdlet.name));
}

Result<QList<Command>> CommandFormState::parseLines(const QString &lines) const
{
    QList<Command> commands;
    for (const QString &line : commandLinesIn(lines)) {
        const Result<Command> command = parseCommand(line);
        if (!command)
            return command.error();
        if (command->cmdlet() != m_cmdlet.name) {
            return Error{ErrorCategory::InvalidArgument, u"OtherCmdlet"_s,
                         tr("This form is for %1, and the command is %2.").arg(m_cmdlet.name, command->cmdlet()),
                         tr("Paste a command of %1.").arg(m_cmdlet.name), m_cmdlet.name};
        }
        commands.append(*command);
    }
    if (!commands.isEmpty())
        return commands;
    return Error{ErrorCategory::InvalidArgument, u"NoCommand"_s, tr("There is no command in the text."),
                 tr("Paste a line that begins with %1.").arg(m_cmdlet.name), m_cmdlet.name};
}

Result<QStringList> CommandFormState::applyLines(const QString &lines)
{
    const Result<QList<Command>> parsed = parseLines(lines);
    if (!parsed)
        return parsed.error();
    QStringList notes;
    QStringList pools;
    QList<Command> commands = *parsed;
    for (Command &command : commands) {
        if (command.contains(PoolFqdn))
            pools.append(command.string(PoolFqdn));
        if (command.isSwitchOn(WhatIf) && notes.isEmpty())
            notes.append(tr("WhatIf was left out: Preview does what it says."));
        command.remove(PoolFqdn);
        command.remove(WhatIf);
    }
    // Of several lines each has a file of its own, named as pathFor() names it.
    const ParameterInfo *file = writtenFileParameter(m_cmdlet);
    if (commands.size() > 1 && file && commands.first().contains(file->name)) {
        QString path = commands.first().string(file->name);
        const QString suffix = u'-' + pools.value(0);
        if (const qsizetype position = path.lastIndexOf(suffix); position >= 0)
            path.remove(position, suffix.size());
        for (qsizetype i = 0; i < commands.size() && i < pools.size(); ++i) {
            if (commands.at(i).string(file->name) == pathFor(path, pools.at(i)))
                commands[i].set(file->name, path);
        }
    }
    const bool isOneCommand = std::all_of(commands.cbegin(), commands.cend(),
                                          [&commands](const Command &command) { return command == commands.first(); });
    if (!isOneCommand || (commands.size() > 1 && pools.size() != commands.size())) {
        return Error{ErrorCategory::InvalidArgument, u"DifferentCommands"_s,
                     tr("The lines differ in more than the pool."),
                     tr("Paste one command, or commands that are the same but for PoolFqdn."), m_cmdlet.name};
    }
    if (!m_pools.isEmpty() || pools.size() > 1) {
        const QStringList chosen = canonicalFqdns(pools);
        if (!chosen.isEmpty() && chosen != m_pools) {
            m_pools = chosen;
            Q_EMIT poolsChanged();
        }
    } else if (pools.size() == 1) {
        commands.first().set(PoolFqdn, pools.first());
    }
    setCommand(commands.first());
    return notes;
}

QString CommandFormState::obstacle(const QString &parameter) const
{
    const ParameterInfo *info = m_cmdlet.parameter(parameter);
    if (!info || isSet(info->name))
        return {};
    for (const QString &excluded : info->excludes) {
        const ParameterInfo *other = m_cmdlet.parameter(excluded);
        if (other && isSet(other->name) && (other->type != ParameterType::Switch || isSwitchOn(other->name)))
            return tr("Not available while %1 is set: the two cannot be used together.").arg(other->name);
    }
    return {};
}

std::optional<Error> CommandFormState::error() const
{
    for (const ParameterInfo *field : fields()) {
        const auto found = m_values.constFind(field->name);
        if (found != m_values.cend() && !found->value)
            return found->value.error();
    }
    const Result<> valid = validate(firstCommand(), m_kind);
    return valid ? std::nullopt : std::optional(valid.error());
}

Command CommandFormState::command() const
{
    Command command(m_cmdlet.name);
    for (const ParameterInfo *field : fields()) {
        const auto found = m_values.constFind(field->name);
        if (found != m_values.cend() && found->value)
            command.set(field->name, *found->value);
    }
    return command;
}

// report.html → report-pool01.contoso.com.html
QString CommandFormState::pathFor(const QString &path, const QString &pool) const
{
    const QString suffix = QFileInfo(path).suffix();
    const qsizetype stem = suffix.isEmpty() ? path.size() : path.size() - suffix.size() - 1;
    return QString(path).insert(stem, QString(u'-' + pool));
}

Command CommandFormState::commandFor(const Command &fields, const QString &pool) const
{
    // The pool comes first, as everybody writes it.
    Command command(m_cmdlet.name);
    command.set(PoolFqdn, pool);
    const ParameterInfo *file = writtenFileParameter(m_cmdlet);
    for (const BoundParameter &bound : fields.parameters()) {
        const bool isOwnFile = file && bound.name == file->name && m_pools.size() > 1;
        command.set(bound.name, isOwnFile ? QVariant(pathFor(bound.value.toString(), pool)) : bound.value);
    }
    return command;
}

QList<Command> CommandFormState::commands() const
{
    if (m_pools.isEmpty())
        return {command()};
    QList<Command> commands;
    const Command fields = command();
    for (const QString &pool : m_pools)
        commands.append(commandFor(fields, pool));
    return commands;
}

Command CommandFormState::firstCommand() const
{
    return m_pools.isEmpty() ? command() : commandFor(command(), m_pools.first());
}

bool CommandFormState::asksItself() const
{
    return isSwitchOn(Confirm);
}

QList<Command> CommandFormState::confirmedCommands() const
{
    QList<Command> commands = this->commands();
    if (!m_cmdlet.supportsShouldProcess || asksItself())
        return commands;
    for (Command &command : commands)
        command.set(Confirm, false);
    return commands;
}

QList<Command> CommandFormState::previewCommands() const
{
    QList<Command> commands = this->commands();
    for (Command &command : commands) {
        command.remove(Confirm);
        command.set(WhatIf, true);
    }
    return commands;
}

QString CommandFormState::commandLines() const
{
    QStringList lines;
    for (const Command &command : commands())
        lines.append(render(command));
    return lines.join(u'\n');
}

QStringList CommandFormState::affectedPools() const
{
    if (!m_pools.isEmpty())
        return m_pools;
    const Command command = this->command();
    return command.contains(PoolFqdn) ? QStringList(command.string(PoolFqdn)) : QStringList();
}

QStringList CommandFormState::writtenFiles() const
{
    const ParameterInfo *file = writtenFileParameter(m_cmdlet);
    QStringList paths;
    if (file && (file->path == PathSide::Local || m_kind == DeploymentKind::Lab)) {
        for (const Command &command : commands()) {
            if (command.contains(file->name))
                paths.append(command.string(file->name));
        }
    }
    return paths;
}

void CommandFormState::setSituations(const QList<PoolSituation> &situations)
{
    m_situations = situations;
    Q_EMIT warningsChanged();
}

void CommandFormState::setExistingFiles(const QStringList &paths)
{
    if (paths == m_existingFiles)
        return;
    m_existingFiles = paths;
    Q_EMIT warningsChanged();
}

QStringList CommandFormState::existingFiles() const
{
    QStringList existing = writtenFiles();
    const QSet<QString> found(m_existingFiles.cbegin(), m_existingFiles.cend());
    existing.removeIf([&found](const QString &path) { return !found.contains(path); });
    return existing;
}

QList<CommandWarning> CommandFormState::losses() const
{
    return lossesBefore(firstCommand());
}

QStringList CommandFormState::failedOverPools() const
{
    QStringList pools;
    for (const PoolSituation &pool : m_situations) {
        if (pool.state == PoolState::FailedOver)
            pools.append(pool.fqdn);
    }
    return pools;
}

QList<CommandWarning> CommandFormState::warnings() const
{
    QList<CommandWarning> warnings = warningsBefore(firstCommand(), m_situations);
    const ParameterInfo *file = writtenFileParameter(m_cmdlet);
    const QStringList existing = existingFiles();
    if (file && !existing.isEmpty())
        warnings.append({file->name, tr("Will be replaced: %1").arg(shortList(existing))});
    return warnings;
}

} // namespace cspool
