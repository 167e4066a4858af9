#include "ui/system_color_scheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QEvent>
#include <QFile>
#include <QGuiApplication>
#include <QPalette>
#include <QSettings>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

// XDG Desktop Portal, org.freedesktop.portal.Settings.
constexpr auto portalService = "org.freedesktop.portal.Desktop"_L1;
constexpr auto portalPath = "/org/freedesktop/portal/desktop"_L1;
constexpr auto portalInterface = "org.freedesktop.portal.Settings"_L1;
constexpr auto appearance = "org.freedesktop.appearance"_L1;
constexpr auto colorScheme = "color-scheme"_L1;
constexpr uint prefersDark = 1;
constexpr uint prefersLight = 2;

bool isDarkPalette(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

// Without an address libdbus would start a bus of its own.
bool hasSessionBus()
{
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")
        || QFile::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + "/bus"_L1);
}

// The answer of Read() is a variant in a variant.
std::optional<bool> isDarkPreference(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    switch (value.toUInt()) {
    case prefersDark:
        return true;
    case prefersLight:
        return false;
    default:
        return {};
    }
}

} // namespace

SystemColorScheme::SystemColorScheme(QObject *parent)
    : QObject(parent)
    , m_isPlatformDark(isDarkPalette(QGuiApplication::palette()))
{
#ifdef Q_OS_WIN
    askRegistry();
    qGuiApp->installEventFilter(this);
#else
    if (hasSessionBus())
        askPortal();
#endif
}

bool SystemColorScheme::isDark() const
{
    return m_isDark.value_or(m_isPlatformDark);
}

void SystemColorScheme::askPortal()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    // Of any sender: naming one would make Qt look its owner up and wait for it.
    bus.connect({}, portalPath, portalInterface, u"SettingChanged"_s, this,
                SLOT(handlePortalSetting(QString, QString, QDBusVariant)));
    QDBusMessage read = QDBusMessage::createMethodCall(portalService, portalPath, portalInterface, u"Read"_s);
    read << QString(appearance) << QString(colorScheme);
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(read), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!reply.isError())
            setDark(isDarkPreference(reply.value().variant()));
    });
}

void SystemColorScheme::handlePortalSetting(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == appearance && key == colorScheme)
        setDark(isDarkPreference(value.variant()));
}

void SystemColorScheme::askRegistry()
{
    const QSettings personalize(uR"(HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Themes\Personalize)"_s,
                                QSettings::NativeFormat);
    const QVariant usesLight = personalize.value(u"AppsUseLightTheme"_s);
    setDark(usesLight.isValid() ? std::optional(usesLight.toInt() == 0) : std::nullopt);
}

// Windows tells the windows, not the settings.
bool SystemColorScheme::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ThemeChange)
        askRegistry();
    return QObject::eventFilter(watched, event);
}

void SystemColorScheme::setDark(std::optional<bool> isDark)
{
    const bool before = this->isDark();
    m_isDark = isDark;
    if (this->isDark() != before)
        Q_EMIT changed();
}

} // namespace cspool
