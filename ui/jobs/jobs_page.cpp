#include "ui/jobs/jobs_page.h"

#include "ui/workspace.h"

namespace cspool {

JobsPage::JobsPage(Workspace *workspace, QWidget *parent)
    : ConsolePage(parent)
    , m_workspace(workspace)
{
}

QString JobsPage::title() const
{
    return tr("&Jobs");
}

QIcon JobsPage::icon() const
{
    return {};
}

QList<QAction *> JobsPage::menuActions() const
{
    return m_actions;
}

void JobsPage::find() { }

void JobsPage::focusContent()
{
    setFocus();
}

void JobsPage::showJob(const QUuid &job)
{
    Q_UNUSED(job)
}

} // namespace cspool
