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

} // namespace

ThemeChoice Settings::theme() const
{
    return enumFromString(themes, value(Theme)).value_or(ThemeChoice::System);
}

void Settings::setTheme(ThemeChoice theme)
{
    setValue(Theme, enumToString(themes, theme));
}

} // namespace cspool
