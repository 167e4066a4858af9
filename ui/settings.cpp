#include "ui/settings.h"

#include "model/enum_text.h"

namespace cspool {

namespace {

constexpr EnumText<ThemeChoice> themes[] = {
    {ThemeChoice::System, "system"},
    {ThemeChoice::Light, "light"},
    {ThemeChoice::Dark, "dark"},
};

const Setting<QString> Theme{"view/theme", {}};

QString settingsFile(const QString &file)
{
    // Asked of Qt for a place, so that it follows the platform; the format is the same everywhere.
    return file.isEmpty() ? QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("cspool-console"),
                                      QStringLiteral("cspool-console"))
                                .fileName()
                          : file;
}

} // namespace

Settings::Settings(const QString &file, QObject *parent)
    : QObject(parent)
    , m_store(settingsFile(file), QSettings::IniFormat)
{
}

ThemeChoice Settings::theme() const
{
    return enumFromString(themes, value(Theme)).value_or(ThemeChoice::System);
}

void Settings::setTheme(ThemeChoice theme)
{
    setValue(Theme, enumToString(themes, theme));
}

} // namespace cspool
