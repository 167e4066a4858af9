// Desktop: what the windows ask of the system around them: files to choose, addresses to open, notifications, the time.
// Tests put their own in its place and click through the real windows.
#pragma once

#include <QDateTime>
#include <QObject>
#include <QString>
#include <QUrl>

#include <functional>

class QWidget;

namespace cspool {

struct FileRequest
{
    QString title;
    QString path = {}; // suggested file or folder
    QString filter = {}; // "Reports (*.html);;All files (*)"
};

struct Notification
{
    QString key; // comes back when it is clicked
    QString title;
    QString text;
    bool isProblem = false;
};

// Lives in the window's thread. No call waits for the user: answers come to `chosen`, from the event loop, with an empty
// text when the user has cancelled, and not at all once `parent` is gone.
class Desktop : public QObject
{
    Q_OBJECT

public:
    using Chosen = std::function<void(const QString &path)>;
    using QObject::QObject;

    virtual void chooseFileToOpen(QWidget *parent, const FileRequest &request, Chosen chosen) = 0;
    // Asks before an existing file is chosen.
    virtual void chooseFileToSave(QWidget *parent, const FileRequest &request, Chosen chosen) = 0;
    virtual void chooseFolder(QWidget *parent, const FileRequest &request, Chosen chosen) = 0;

    // Web pages, files and folders, with the system's program for them. False: the system has none.
    virtual bool openUrl(const QUrl &url) = 0;

    virtual void notify(const Notification &notification) = 0;

    virtual QDateTime now() const = 0; // UTC

Q_SIGNALS:
    void notificationActivated(const QString &key);
};

} // namespace cspool
