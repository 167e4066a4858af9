// ReportPage: a report of this console, or a report file of a server.
#pragma once

#include "model/command.h"
#include "ui/console_page.h"

#include <QUuid>

namespace cspool {

class Workspace;

class ReportPage : public ConsolePage
{
    Q_OBJECT

public:
    // `workspace` must outlive it.
    explicit ReportPage(Workspace *workspace, QWidget *parent = nullptr);

    QString title() const override;
    QIcon icon() const override;
    QList<QAction *> menuActions() const override;
    void find() override;
    void focusContent() override;

    void openFile(const QString &path);

Q_SIGNALS:
    void closed();

private:
    Workspace *m_workspace;
    QList<QAction *> m_actions;
};

} // namespace cspool
