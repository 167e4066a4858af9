#include "app/console/system_desktop.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QSystemTrayIcon>

namespace cspool {

namespace {

void choose(QWidget *parent, const FileRequest &request, QFileDialog::AcceptMode acceptMode,
            QFileDialog::FileMode fileMode, Desktop::Chosen chosen)
{
    auto *dialog = new QFileDialog(parent, request.title, request.path, request.filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(acceptMode);
    dialog->setFileMode(fileMode);
    if (!request.path.isEmpty())
        dialog->selectFile(request.path);
    QObject::connect(dialog, &QFileDialog::finished, parent, [dialog, chosen = std::move(chosen)](int result) {
        const QStringList files = dialog->selectedFiles();
        chosen(result == QDialog::Accepted && !files.isEmpty() ? files.first() : QString());
    });
    dialog->open();
}

} // namespace

SystemDesktop::SystemDesktop(QObject *parent)
    : Desktop(parent)
{
    connect(&m_notifications, &NotificationService::activated, this, &Desktop::notificationActivated);
}

void SystemDesktop::setTrayIcon(QSystemTrayIcon *icon)
{
    m_trayIcon = icon;
    if (icon)
        connect(icon, &QSystemTrayIcon::messageClicked, this, [this] { Q_EMIT notificationActivated(m_trayKey); });
}

void SystemDesktop::chooseFileToOpen(QWidget *parent, const FileRequest &request, Chosen chosen)
{
    choose(parent, request, QFileDialog::AcceptOpen, QFileDialog::ExistingFile, std::move(chosen));
}

void SystemDesktop::chooseFileToSave(QWidget *parent, const FileRequest &request, Chosen chosen)
{
    choose(parent, request, QFileDialog::AcceptSave, QFileDialog::AnyFile, std::move(chosen));
}

void SystemDesktop::chooseFolder(QWidget *parent, const FileRequest &request, Chosen chosen)
{
    choose(parent, request, QFileDialog::AcceptOpen, QFileDialog::Directory, std::move(chosen));
}

bool SystemDesktop::openUrl(const QUrl &url)
{
    return QDesktopServices::openUrl(url);
}

void SystemDesktop::notify(const Notification &notification)
{
    if (!m_notifications.notify(notification, [this, notification] { notifyFromTray(notification); }))
        notifyFromTray(notification);
}

void SystemDesktop::notifyFromTray(const Notification &notification)
{
    if (!m_trayIcon || !QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages())
        return; // the window's own list of jobs says it all the same
    m_trayKey = notification.key;
    m_trayIcon->show();
    m_trayIcon->showMessage(notification.title, notification.text,
                            notification.isProblem ? QSystemTrayIcon::Warning : QSystemTrayIcon::Information);
}

QDateTime SystemDesktop::now() const
{
    return QDateTime::currentDateTimeUtc();
}

} // namespace cspool
