// SystemDesktop: the real desktop: file dialogs, the programs that open addresses, notifications, the clock.
#pragma once

#include "app/console/notification_service.h"
#include "ui/desktop.h"

#include <QPointer>

class QSystemTrayIcon;

namespace cspool {

class SystemDesktop : public Desktop
{
    Q_OBJECT

public:
    explicit SystemDesktop(QObject *parent = nullptr);

    // Shows what no notification service takes. May be null; may go.
    void setTrayIcon(QSystemTrayIcon *icon);

    void chooseFileToOpen(QWidget *parent, const FileRequest &request, Chosen chosen) override;
    void chooseFileToSave(QWidget *parent, const FileRequest &request, Chosen chosen) override;
    void chooseFolder(QWidget *parent, const FileRequest &request, Chosen chosen) override;
    bool openUrl(const QUrl &url) override;
    void notify(const Notification &notification) override;
    QDateTime now() const override;

private:
    void notifyFromTray(const Notification &notification);

    NotificationService m_notifications;
    QPointer<QSystemTrayIcon> m_trayIcon;
    QString m_trayKey; // of the notification that the tray icon showed last
};

} // namespace cspool
