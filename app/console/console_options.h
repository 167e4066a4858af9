// ConsoleOptions: what the console is told on its command line.
#pragma once

#include "app/log_level.h"
#include "ui/settings.h"

#include <QStringList>

#include <optional>

namespace cspool {

struct ConsoleOptions
{
    enum class Action { Open, ShowHelp, ShowVersion, Refuse };

    Action action = Action::Open;
    QString text = {}; // for the terminal: help, version, or why it is refused; ends with a new line
    QString deployment = {}; // absolute folder; empty: the one that was open last
    std::optional<ThemeChoice> theme = {}; // for this run; nothing: as in the settings
    QString language = {}; // "de"; empty: as in the settings
    LogLevel logLevel = LogLevel::Info;
};

// `arguments`: with the program's name, without what Qt takes for itself (-platform …). Needs no application object.
ConsoleOptions parseConsoleOptions(const QStringList &arguments);

} // namespace cspool
