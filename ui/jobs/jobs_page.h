// JobsPage: what runs, waits and has ended, with the log of the selected job.
#pragma once

#include "model/command.h"
#include "ui/console_page.h"

#include <QUuid>

namespace cspool {

class Workspace;

class JobsPage : public ConsolePage
{
    Q_OBJECT

public:
    // `workspace` must outlive it.
    explicit JobsPage(Workspace *workspace, QWidget *parent = nullptr);

    QString title() const override;
    QIcon icon() const override;
    QList<QAction *> menuActions() const override;
    void find() override;
    void focusContent() override;

    void showJob(const QUuid &job); // selects it

Q_SIGNALS:
    // Opens the form, filled with `prefilled`; it will run once for each of `pools`.
    void commandRequested(const cspool::Command &prefilled, const QStringList &pools);
    // Shows the report of a job, or the file.
    void reportRequested(const QUuid &job, const QString &path);

private:
    Workspace *m_workspace;
    QList<QAction *> m_actions;
};

} // namespace cspool
