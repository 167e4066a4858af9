#include "ui/pairings/pairings_page.h"

#include "ui/workspace.h"

namespace cspool {

PairingsPage::PairingsPage(Workspace *workspace, QWidget *parent)
    : ConsolePage(parent)
    , m_workspace(workspace)
{
}

QString PairingsPage::title() const
{
    return tr("Pool p&airings");
}

QIcon PairingsPage::icon() const
{
    return {};
}

QList<QAction *> PairingsPage::menuActions() const
{
    return m_actions;
}

void PairingsPage::find()
{
}

void PairingsPage::focusContent()
{
    setFocus();
}

} // namespace cspool
