// Settings: what the user has chosen and the windows remember, kept between runs. Never a password.
#pragma once

#include "backend/settings_file.h"

namespace cspool {

enum class ThemeChoice { System, Light, Dark };

// Lives in the window's thread.
class Settings : public SettingsFile
{
    Q_OBJECT

public:
    using SettingsFile::SettingsFile;

    ThemeChoice theme() const;
    void setTheme(ThemeChoice theme);

    // "en", "de"; empty: the system's. Takes effect at the next start.
    static inline const Setting<QString> Language{"view/language", {}};
    // Days for which ended jobs are kept; 0: for ever.
    static inline const Setting<int> HistoryRetentionDays{"jobs/retentionDays", 365, {{0, 10 * 365}}};
    // Seconds between two automatic refreshes; 0: none.
    static inline const Setting<int> RefreshInterval{"view/refreshInterval", 120, {{0, 24 * 60 * 60}}};
    static inline const Setting<bool> NotifyWhenJobEnds{"jobs/notifyWhenEnded", true};
};

} // namespace cspool
