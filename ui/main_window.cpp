#include "ui/main_window.h"

#include "ui/command_form/command_dialog.h"
#include "ui/jobs/jobs_page.h"
#include "ui/jobs/prompt_center.h"
#include "ui/pairings/pairings_page.h"
#include "ui/pools/pools_page.h"
#include "ui/report/report_page.h"
#include "ui/workspace.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>
#include <QStackedWidget>
#include <QToolBar>

namespace cspool {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(Workspace *workspace, QWidget *parent)
    : QMainWindow(parent)
    , m_workspace(workspace)
    , m_stack(new QStackedWidget(this))
    , m_navigation(new QToolBar(tr("Pages"), this))
    , m_pools(new PoolsPage(workspace))
    , m_pairings(new PairingsPage(workspace))
    , m_jobs(new JobsPage(workspace))
    , m_report(new ReportPage(workspace))
    , m_prompts(new PromptCenter(workspace, this))
{
    m_navigation->setObjectName(u"navigation"_s);
    addToolBar(Qt::LeftToolBarArea, m_navigation);
    setCentralWidget(m_stack);
    addPage(m_pools);
    addPage(m_pairings);
    addPage(m_jobs);
    addPage(m_report);
    connect(m_pools, &PoolsPage::commandRequested, this, &MainWindow::openCommandForm);
    connect(m_pairings, &PairingsPage::commandRequested, this, &MainWindow::openCommandForm);
    connect(m_jobs, &JobsPage::commandRequested, this, &MainWindow::openCommandForm);
    connect(m_pools, &PoolsPage::jobActivated, this, &MainWindow::showJob);
    connect(m_pairings, &PairingsPage::poolActivated, this, &MainWindow::showPool);
    connect(m_jobs, &JobsPage::reportRequested, this, &MainWindow::showReport);
}

MainWindow::~MainWindow() = default;

void MainWindow::addPage(ConsolePage *page)
{
    m_stack->addWidget(page);
    QAction *action = m_navigation->addAction(page->icon(), page->title());
    connect(action, &QAction::triggered, this, [this, page] { showPage(page); });
    QMenu *menu = menuBar()->addMenu(page->title());
    for (QAction *pageAction : page->menuActions()) {
        if (pageAction)
            menu->addAction(pageAction);
        else
            menu->addSeparator();
    }
}

void MainWindow::showPage(ConsolePage *page)
{
    m_stack->setCurrentWidget(page);
    page->focusContent();
}

void MainWindow::showPool(const QString &fqdn)
{
    showPage(m_pools);
    m_pools->selectPool(fqdn);
}

void MainWindow::showJob(const QUuid &job)
{
    showPage(m_jobs);
    m_jobs->showJob(job);
}

void MainWindow::showReport(const QUuid &job, const QString &path)
{
    Q_UNUSED(job)
    showPage(m_report);
    m_report->openFile(path);
}

void MainWindow::openCommandForm(const Command &prefilled, const QStringList &pools)
{
    auto *dialog = new CommandDialog(m_workspace, prefilled, pools, this);
    connect(dialog, &CommandDialog::submitted, this, [this](const QList<QUuid> &jobs) {
        if (!jobs.isEmpty())
            showJob(jobs.first());
    });
    connect(dialog, &CommandDialog::commandRequested, this, &MainWindow::openCommandForm);
    dialog->show();
}

} // namespace cspool
