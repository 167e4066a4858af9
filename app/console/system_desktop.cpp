#include "app/console/system_desktop.h"

#include <QDesktopServices>
#include <QFileDialog>

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
    Q_UNUSED(notification)
}

QDateTime SystemDesktop::now() const
{
    return QDateTime::currentDateTimeUtc();
}

} // namespace cspool
