// Theme: light and dark palettes of the program's own, and which of them holds: as chosen, or as the desktop has it.
#pragma once

#include "ui/settings.h"
#include "ui/system_color_scheme.h"

#include <QPalette>

namespace cspool {

enum class ColorScheme { Light, Dark };

// Text and its ground differ by at least 4.5:1 in both (WCAG 2.1, 1.4.3). Highlights keep the text's own lightness, so
// that status icons and symbols can be told on a selected row, too.
QPalette palette(ColorScheme scheme);
// Of fields and lists without the focus: at least 3:1 to what is in and around them (WCAG 2.1, 1.4.11).
QColor fieldBorder(const QPalette &palette);

// Gives the application the style Fusion and a palette, and keeps both as the settings and the desktop want them. Lives
// in the window's thread.
class Theme : public QObject
{
    Q_OBJECT

public:
    // Both must outlive it. Applies the theme at once: `first`, if given, until another one is chosen.
    Theme(Settings *settings, SystemColorScheme *system, std::optional<ThemeChoice> first = {},
          QObject *parent = nullptr);

    ColorScheme scheme() const;

private:
    void apply();

    Settings *m_settings;
    SystemColorScheme *m_system;
    const ThemeChoice m_firstSetting; // what the settings said at the start
    std::optional<ThemeChoice> m_first;
};

} // namespace cspool
