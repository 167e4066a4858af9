// PresetMenu: the menu with which named sets of values are chosen, saved, renamed and deleted.
#pragma once

#include "model/command.h"

#include <QMenu>

#include <functional>

namespace cspool {

class CommandPresets;

class PresetMenu : public QMenu
{
    Q_OBJECT

public:
    // `presets` must outlive it; `current`: the values of the form. Its dialogs belong to `parent`.
    PresetMenu(CommandPresets *presets, std::function<Command()> current, QWidget *parent);

Q_SIGNALS:
    void chosen(const cspool::Command &command);
    void failed(const cspool::Error &error);

private:
    void rebuild();
    void choose(const QString &name);
    void askForName();
    void save(const QString &name);
    void askForNewName(const QString &name);
    void rename(const QString &name, const QString &newName);
    void askWhetherToDelete(const QString &name);
    void askWhetherToReplace(const QString &name, std::function<void()> replace);
    bool exists(const QString &name) const;

    CommandPresets *m_presets;
    const std::function<Command()> m_current;
};

} // namespace cspool
