// SystemColorScheme: whether the desktop is dark, as it says so itself, and when that changes.
#pragma once

#include <QObject>

#include <optional>

class QDBusVariant;

namespace cspool {

// Lives in the window's thread; never waits for the desktop. Asks the desktop portal (org.freedesktop.appearance,
// color-scheme) or, on Windows, the registry; what does not answer leaves the lightness of the palette that the
// platform gave the application: construct it before that is replaced.
class SystemColorScheme : public QObject
{
    Q_OBJECT

public:
    explicit SystemColorScheme(QObject *parent = nullptr);

    bool isDark() const;

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private Q_SLOTS:
    void handlePortalSetting(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void askPortal();
    void askRegistry();
    void setDark(std::optional<bool> isDark);

    const bool m_isPlatformDark;
    std::optional<bool> m_isDark; // as the desktop said; nothing: it did not, or has no preference
};

} // namespace cspool
