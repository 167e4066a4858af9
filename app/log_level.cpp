#include "app/log_level.h"

#include "model/enum_text.h"

namespace cspool {

namespace {

constexpr EnumText<LogLevel> LogLevels[] = {
    {LogLevel::Trace, "trace"},     {LogLevel::Debug, "debug"}, {LogLevel::Info, "info"},
    {LogLevel::Warning, "warning"}, {LogLevel::Error, "error"}, {LogLevel::Off, "off"},
};

} // namespace

std::optional<LogLevel> logLevelFromString(QStringView text)
{
    return enumFromString(LogLevels, text);
}

QStringList logLevelNames()
{
    QStringList names;
    for (const auto &row : LogLevels)
        names.append(QString::fromLatin1(row.text));
    return names;
}

} // namespace cspool
