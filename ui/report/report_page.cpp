#include "ui/report/report_page.h"

#include "ui/workspace.h"

namespace cspool {

ReportPage::ReportPage(Workspace *workspace, QWidget *parent)
    : ConsolePage(parent)
    , m_workspace(workspace)
{
}

QString ReportPage::title() const
{
    return tr("&Report");
}

QIcon ReportPage::icon() const
{
    return {};
}

QList<QAction *> ReportPage::menuActions() const
{
    return m_actions;
}

void ReportPage::find()
{
}

void ReportPage::focusContent()
{
    setFocus();
}

void ReportPage::openFile(const QString &path)
{
    Q_UNUSED(path)
}

} // namespace cspool
