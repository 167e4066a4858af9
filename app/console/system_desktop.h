// SystemDesktop: the real desktop: file dialogs, the programs that open addresses, notifications, the clock.
#pragma once

#include "ui/desktop.h"

namespace cspool {

class SystemDesktop : public Desktop
{
    Q_OBJECT

public:
    explicit SystemDesktop(QObject *parent = nullptr);

    void chooseFileToOpen(QWidget *parent, const FileRequest &request, Chosen chosen) override;
    void chooseFileToSave(QWidget *parent, const FileRequest &request, Chosen chosen) override;
    void chooseFolder(QWidget *parent, const FileRequest &request, Chosen chosen) override;
    bool openUrl(const QUrl &url) override;
    void notify(const Notification &notification) override;
    QDateTime now() const override;
};

} // namespace cspool
