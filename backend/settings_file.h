// SettingsFile: values that are kept between runs in the user's settings file, which window and command line share.
// Never a password.
#pragma once

#include <QObject>
#include <QSettings>
#include <QVariant>

#include <algorithm>
#include <optional>
#include <type_traits>

namespace cspool {

template<typename T>
struct SettingRange
{
    T least;
    T greatest;
};

// One value of the settings file: its key and what holds until it is set. Each is defined once, beside its use.
template<typename T>
struct Setting
{
    const char *key; // "view/theme"
    T fallback;
    // Of numbers: what is beyond, because somebody has written it into the file, is read as the nearest bound.
    std::optional<SettingRange<T>> range = {};
};

// Lives in one thread. What cannot be read is the fallback.
class SettingsFile : public QObject
{
    Q_OBJECT

public:
    // `file`: an INI file; empty: the user's own place for settings.
    explicit SettingsFile(const QString &file = {}, QObject *parent = nullptr);

    QString fileName() const { return m_store.fileName(); }

    template<typename T>
    T value(const Setting<T> &setting) const
    {
        QVariant stored = m_store.value(QString::fromLatin1(setting.key));
        // Not canConvert(), which asks about the types only: it lets "abc" be the number 0.
        if (!stored.isValid() || !stored.convert(QMetaType::fromType<T>()))
            return setting.fallback;
        const T value = stored.value<T>();
        if constexpr (std::is_arithmetic_v<T>) {
            if (setting.range)
                return std::clamp(value, setting.range->least, setting.range->greatest);
        }
        return value;
    }
    template<typename T>
    void setValue(const Setting<T> &setting, const T &value)
    {
        if (value == this->value(setting) && m_store.contains(QString::fromLatin1(setting.key)))
            return;
        m_store.setValue(QString::fromLatin1(setting.key), QVariant::fromValue(value));
        Q_EMIT changed(QString::fromLatin1(setting.key));
    }

Q_SIGNALS:
    void changed(const QString &key);

private:
    QSettings m_store;
};

} // namespace cspool
