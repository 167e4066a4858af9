#include "ui/command_form/command_presets.h"

#include "model/command_warnings.h"
#include "ui/settings.h"

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

QByteArray lastUsedKey(const CmdletInfo &cmdlet)
{
    return "commandForm/lastUsed/" + cmdlet.name.toLatin1();
}

// A list: name, command line, name, command line…
QByteArray presetsKey(const CmdletInfo &cmdlet)
{
    return "commandForm/presets/" + cmdlet.name.toLatin1();
}

} // namespace

CommandPresets::CommandPresets(Settings *settings, const CmdletInfo &cmdlet)
    : m_settings(settings)
    , m_cmdlet(cmdlet)
{
}

Command CommandPresets::lastUsed() const
{
    const QByteArray key = lastUsedKey(m_cmdlet);
    const QString line = m_settings->value(Setting<QString>{key.constData(), {}});
    const Result<Command> stored = parseCommand(line);
    Command command(m_cmdlet.name);
    if (!stored || stored->cmdlet() != m_cmdlet.name)
        return command;
    for (const BoundParameter &bound : stored->parameters()) {
        const ParameterInfo *parameter = m_cmdlet.parameter(bound.name);
        if (parameter && isWorthRemembering(m_cmdlet, *parameter))
            command.set(bound.name, bound.value);
    }
    return command;
}

void CommandPresets::setLastUsed(const Command &command)
{
    Command worth(m_cmdlet.name);
    for (const BoundParameter &bound : command.parameters()) {
        const ParameterInfo *parameter = m_cmdlet.parameter(bound.name);
        if (parameter && isWorthRemembering(m_cmdlet, *parameter))
            worth.set(bound.name, bound.value);
    }
    const QByteArray key = lastUsedKey(m_cmdlet);
    m_settings->setValue(Setting<QString>{key.constData(), {}}, render(worth));
}

QList<QPair<QString, QString>> CommandPresets::all() const
{
    const QByteArray key = presetsKey(m_cmdlet);
    const QStringList stored = m_settings->value(Setting<QStringList>{key.constData(), {}});
    QList<QPair<QString, QString>> presets;
    for (qsizetype i = 0; i + 1 < stored.size(); i += 2)
        presets.append({stored.at(i), stored.at(i + 1)});
    std::sort(presets.begin(), presets.end(),
              [](const auto &a, const auto &b) { return a.first.localeAwareCompare(b.first) < 0; });
    return presets;
}

void CommandPresets::store(const QList<QPair<QString, QString>> &presets)
{
    QStringList list;
    for (const auto &[name, line] : presets)
        list << name << line;
    const QByteArray key = presetsKey(m_cmdlet);
    m_settings->setValue(Setting<QStringList>{key.constData(), {}}, list);
}

QStringList CommandPresets::names() const
{
    QStringList names;
    for (const auto &[name, line] : all())
        names.append(name);
    return names;
}

Result<Command> CommandPresets::preset(const QString &name) const
{
    for (const auto &[presetName, line] : all()) {
        if (presetName != name)
            continue;
        const Result<Command> command = parseCommand(line);
        if (command && command->cmdlet() == m_cmdlet.name)
            return command;
        return Error{ErrorCategory::InvalidData, u"PresetNotReadable"_s,
                     tr("The preset \"%1\" cannot be used: %2")
                         .arg(name, command ? tr("it is for another cmdlet.") : command.error().message),
                     tr("Delete it and save it again."), name};
    }
    return Error{ErrorCategory::ObjectNotFound, u"PresetNotFound"_s, tr("There is no preset \"%1\".").arg(name),
                 tr("Choose another one."), name};
}

void CommandPresets::save(const QString &name, const Command &command)
{
    Command withoutPool = command;
    withoutPool.remove(u"PoolFqdn");
    QList<QPair<QString, QString>> presets = all();
    presets.removeIf([&name](const auto &preset) { return preset.first == name; });
    presets.append({name, render(withoutPool)});
    store(presets);
}

void CommandPresets::rename(const QString &name, const QString &newName)
{
    QList<QPair<QString, QString>> presets = all();
    presets.removeIf([&](const auto &preset) { return preset.first == newName && newName != name; });
    for (auto &preset : presets) {
        if (preset.first == name)
            preset.first = newName;
    }
    store(presets);
}

void CommandPresets::remove(const QString &name)
{
    QList<QPair<QString, QString>> presets = all();
    presets.removeIf([&name](const auto &preset) { return preset.first == name; });
    store(presets);
}

} // namespace cspool
