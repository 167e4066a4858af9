// NotificationService: notifications of the freedesktop desktops, over D-Bus (Desktop Notifications Specification).
#pragma once

#include <QHash>
#include <QObject>

#include <functional>

namespace cspool {

struct Notification;

// Lives in the window's thread; never waits for the service.
class NotificationService : public QObject
{
    Q_OBJECT

public:
    explicit NotificationService(QObject *parent = nullptr);

    // False: there is no bus to ask. `failed` is called when nobody on it shows notifications.
    bool notify(const Notification &notification, std::function<void()> failed);

Q_SIGNALS:
    void activated(const QString &key); // a notification was clicked

private Q_SLOTS:
    void handleAction(uint id, const QString &action);
    void handleClosed(uint id, uint reason);

private:
    bool connectSignals();

    bool m_isConnected = false;
    QHash<uint, QString> m_keys; // of those that are shown
};

} // namespace cspool
