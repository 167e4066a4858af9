// Settings: what the user has chosen and the windows remember, kept between runs. Never a password.
#pragma once

#include <QObject>
#include <QSettings>
#include <QVariant>

namespace cspool {

// One value of the settings file: its key and what holds until it is set. Each is defined once, beside its use or here.
template<typename T>
struct Setting
{
    const char *key; // "view/theme"
    T fallback;
};

enum class ThemeChoice { System, Light, Dark };

// Lives in the window's thread. What cannot be read is the fallback.
class Settings : public QObject
{
    Q_OBJECT

public:
    // `file`: an INI file; empty: the user's own place for settings.
    explicit Settings(const QString &file = {}, QObject *parent = nullptr);

    QString fileName() const { return m_store.fileName(); }

    template<typename T>
    T value(const Setting<T> &setting) const
    {
        const QVariant stored = m_store.value(QString::fromLatin1(setting.key));
        return stored.isValid() && stored.canConvert<T>() ? stored.value<T>() : setting.fallback;
    }
    template<typename T>
    void setValue(const Setting<T> &setting, const T &value)
    {
        if (value == this->value(setting) && m_store.contains(QString::fromLatin1(setting.key)))
            return;
        m_store.setValue(QString::fromLatin1(setting.key), QVariant::fromValue(value));
        Q_EMIT changed(QString::fromLatin1(setting.key));
    }

    ThemeChoice theme() const;
    void setTheme(ThemeChoice theme);

    // "en", "de"; empty: the system's. Takes effect at the next start.
    static inline const Setting<QString> Language{"view/language", {}};
    // Days for which ended jobs are kept; 0: for ever.
    static inline const Setting<int> HistoryRetentionDays{"jobs/retentionDays", 365};
    // Seconds between two automatic refreshes; 0: none.
    static inline const Setting<int> RefreshInterval{"view/refreshInterval", 120};
    static inline const Setting<bool> NotifyWhenJobEnds{"jobs/notifyWhenEnded", true};

Q_SIGNALS:
    void changed(const QString &key);

private:
    QSettings m_store;
};

} // namespace cspool
