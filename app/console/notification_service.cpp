#include "app/console/notification_service.h"

#include "ui/desktop.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFile>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

constexpr auto service = "org.freedesktop.Notifications"_L1;
constexpr auto path = "/org/freedesktop/Notifications"_L1;
constexpr uchar normalUrgency = 1;
constexpr uchar criticalUrgency = 2; // stays until it is dismissed
constexpr auto clicked = "default"_L1; // the action of the notification itself

} // namespace

NotificationService::NotificationService(QObject *parent)
    : QObject(parent)
{
}

bool NotificationService::connectSignals()
{
    // Without an address libdbus would start a bus of its own.
    if (!qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")
        && !QFile::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + "/bus"_L1))
        return false;
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return false;
    bus.connect({}, path, service, u"ActionInvoked"_s, this, SLOT(handleAction(uint, QString)));
    bus.connect({}, path, service, u"NotificationClosed"_s, this, SLOT(handleClosed(uint, uint)));
    return true;
}

bool NotificationService::notify(const Notification &notification, std::function<void()> failed)
{
    m_isConnected = m_isConnected || connectSignals();
    if (!m_isConnected)
        return false;
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, service, u"Notify"_s);
    const QStringList actions = {clicked, tr("Show")};
    const QVariantMap hints
        = {{u"urgency"_s, QVariant::fromValue(notification.isProblem ? criticalUrgency : normalUrgency)},
           {u"desktop-entry"_s, u"cspool-console"_s}};
    // The body may be taken for markup, and names of jobs are not ours to trust.
    call << QCoreApplication::applicationName() << uint(0) << u"cspool-console"_s << notification.title
         << notification.text.toHtmlEscaped() << actions << hints << -1;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, watcher, key = notification.key, failed = std::move(failed)] {
                watcher->deleteLater();
                const QDBusPendingReply<uint> reply = *watcher;
                if (reply.isError())
                    failed();
                else
                    m_keys.insert(reply.value(), key);
            });
    return true;
}

void NotificationService::handleAction(uint id, const QString &action)
{
    if (action == clicked && m_keys.contains(id))
        Q_EMIT activated(m_keys.take(id));
}

void NotificationService::handleClosed(uint id, uint reason)
{
    Q_UNUSED(reason)
    m_keys.remove(id);
}

} // namespace cspool
