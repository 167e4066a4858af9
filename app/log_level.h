// LogLevel: how much the log file gets, and its names on the command line.
#pragma once

#include <QStringList>

#include <optional>

namespace cspool {

enum class LogLevel {
    Trace,
    Debug,
    Info,
    Warning,
    Error,
    Off,
};
std::optional<LogLevel> logLevelFromString(QStringView text);
QStringList logLevelNames();

} // namespace cspool
