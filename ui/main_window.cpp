#include "ui/main_window.h"

#include "ui/about_dialog.h"
#include "ui/command_form/cmdlet_chooser.h"
#include "ui/command_form/command_dialog.h"
#include "ui/deployments/deployment_banner.h"
#include "ui/deployments/deployment_controller.h"
#include "ui/deployments/health_summary.h"
#include "ui/deployments/no_deployment_page.h"
#include "ui/deployments/open_menu.h"
#include "ui/deployments/pair_memory.h"
#include "ui/failover/failover_page.h"
#include "ui/failover/operation_hint.h"
#include "ui/icons.h"
#include "ui/jobs/close_question.h"
#include "ui/jobs/job_notifier.h"
#include "ui/jobs/jobs_page.h"
#include "ui/jobs/prompt_center.h"
#include "ui/jobs_indicator.h"
#include "ui/pairings/pairings_page.h"
#include "ui/pools/pools_page.h"
#include "ui/refresh_menu.h"
#include "ui/report/report_page.h"
#include "ui/settings_dialog.h"
#include "ui/shortcuts_dialog.h"
#include "ui/workspace.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QVBoxLayout>

#include <algorithm>

namespace cspool {

using namespace Qt::StringLiterals;

namespace {

const Setting<QByteArray> Geometry{"window/geometry", {}};
const Setting<bool> IsMaximized{"window/isMaximized", false};
const Setting<QByteArray> State{"window/state", {}};
const Setting<int> Page{"window/page", 0};

constexpr int StateVersion = 1; // of what saveState() writes

} // namespace

MainWindow::MainWindow(Workspace *workspace, QWidget *parent)
    : QMainWindow(parent)
    , m_workspace(workspace)
    , m_deployments(new DeploymentController(workspace, this))
    , m_prompts(new PromptCenter(workspace, this))
{
    setObjectName(u"mainWindow"_s);
    makePages();
    makeMenus();
    makeStatusBar();
    connectPages();
    new PairMemory(workspace, this);
    resize(1200, 760);
    restoreLayout();
    showContent();
}

MainWindow::~MainWindow() = default;

void MainWindow::setStoredPlaces(const QList<StoredPlace> &places)
{
    m_places = places;
}

void MainWindow::start(const QString &folder)
{
    m_deployments->start(folder);
}

void MainWindow::makePages()
{
    m_banner = new DeploymentBanner(m_workspace, m_deployments, this);
    setWindowTitle(m_banner->windowTitle());
    connect(m_banner, &DeploymentBanner::windowTitleChanged, this, &QWidget::setWindowTitle);

    m_stack = new QStackedWidget(this);
    m_noDeployment = new NoDeploymentPage(m_deployments, this);
    m_content = new QStackedWidget(this);
    m_content->addWidget(m_stack);
    m_content->addWidget(m_noDeployment);

    auto *central = new QWidget(this);
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_content, 1);
    setCentralWidget(central);

    m_navigation = addToolBar(tr("Pages"));
    m_navigation->setObjectName(u"navigation"_s);
    m_navigation->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    m_navigation->setMovable(false);
    addToolBar(Qt::LeftToolBarArea, m_navigation);
    m_tools = addToolBar(tr("Actions of the page"));
    m_tools->setObjectName(u"tools"_s);
    m_tools->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_tools->setMovable(false);

    m_pageActions = new QActionGroup(this);
    m_pools = new PoolsPage(m_workspace);
    m_pairings = new PairingsPage(m_workspace);
    m_failover = new FailoverPage(m_workspace);
    m_jobs = new JobsPage(m_workspace);
    m_report = new ReportPage(m_workspace);
    for (ConsolePage *page : {static_cast<ConsolePage *>(m_pools), static_cast<ConsolePage *>(m_pairings),
                              static_cast<ConsolePage *>(m_failover), static_cast<ConsolePage *>(m_jobs), static_cast<ConsolePage *>(m_report)})
        addPage(page);
}

void MainWindow::addPage(ConsolePage *page)
{
    m_pages.append(page);
    m_stack->addWidget(page);
    auto *action = new QAction(page->icon(), page->title(), this);
    action->setObjectName(u"page%1"_s.arg(m_pages.size()));
    action->setCheckable(true);
    action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + int(m_pages.size()))));
    connect(action, &QAction::triggered, this, [this, page] { showPage(page); });
    m_pageActions->addAction(action);
    m_navigation->addAction(action);
}

void MainWindow::makeMenus()
{
    makeFileMenu();
    makeDeploymentMenu();
    makeEditMenu();
    makePageMenus();
    makeViewMenu();
    makeHelpMenu();
}

void MainWindow::makeFileMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&File"));
    const QList<QAction *> actions = m_deployments->menuActions();
    for (QAction *action : actions) {
        if (action)
            menu->addAction(action);
        else
            menu->addSeparator();
    }
    menu->addSeparator();
    QAction *quit = menu->addAction(symbolIcon(u"quit"_s), tr("&Quit"), this, &QWidget::close);
    quit->setObjectName(u"quit"_s);
    quit->setMenuRole(QAction::QuitRole);
    quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
}

void MainWindow::makeDeploymentMenu()
{
    m_openMenu = new OpenMenu(m_workspace, m_deployments, this);
    menuBar()->addMenu(m_openMenu);
    m_banner->setOpenMenu(m_openMenu);
}

void MainWindow::makeEditMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Edit"));
    QAction *find = menu->addAction(symbolIcon(u"find"_s), tr("&Find"), this, [this] { currentPage()->find(); });
    find->setObjectName(u"find"_s);
    find->setShortcut(QKeySequence::Find);
    menu->addSeparator();
    QAction *run = menu->addAction(symbolIcon(u"run"_s), tr("&Run a cmdlet…"), this, &MainWindow::chooseCmdlet);
    run->setObjectName(u"runCmdlet"_s);
    run->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    const auto enableRun = [this, run] { run->setEnabled(m_workspace->session() != nullptr); };
    connect(m_workspace, &Workspace::deploymentChanged, run, enableRun);
    enableRun();
    menu->addSeparator();
    QAction *settings = menu->addAction(symbolIcon(u"settings"_s), tr("&Settings…"), this, [this] {
        auto *dialog = new SettingsDialog(m_workspace, m_places, this);
        dialog->open();
    });
    settings->setObjectName(u"settings"_s);
    settings->setMenuRole(QAction::PreferencesRole);
    settings->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Comma));
}

void MainWindow::makePageMenus()
{
    for (ConsolePage *page : std::as_const(m_pages)) {
        QMenu *menu = menuBar()->addMenu(page->title());
        const QList<QAction *> actions = page->menuActions();
        for (QAction *action : actions) {
            if (action)
                menu->addAction(action);
            else
                menu->addSeparator();
        }
    }
}

void MainWindow::makeViewMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&View"));
    menu->addActions(m_pageActions->actions());
    menu->addSeparator();
    QAction *refresh = menu->addAction(symbolIcon(u"refresh"_s), tr("Refresh &everything"), this, [this] {
        if (m_workspace->monitor())
            m_workspace->monitor()->refresh();
        currentPage()->refresh();
    });
    refresh->setObjectName(u"refresh"_s);
    refresh->setShortcut(QKeySequence::Refresh);
    menu->addMenu(new RefreshMenu(&m_workspace->settings(), menu));
    menu->addSeparator();
    auto *themes = new QActionGroup(menu);
    QMenu *themeMenu = menu->addMenu(symbolIcon(u"theme"_s), tr("&Colours"));
    const std::pair<ThemeChoice, QString> choices[] = {{ThemeChoice::System, tr("As the &system")},
                                                       {ThemeChoice::Light, tr("&Light")},
                                                       {ThemeChoice::Dark, tr("&Dark")}};
    for (const auto &[choice, text] : choices) {
        QAction *action = themeMenu->addAction(text);
        action->setCheckable(true);
        action->setData(int(choice));
        themes->addAction(action);
        connect(action, &QAction::triggered, this,
                [this, choice = choice] { m_workspace->settings().setTheme(choice); });
    }
    const auto check = [this, themes] {
        const QList<QAction *> actions = themes->actions();
        for (QAction *action : actions)
            action->setChecked(action->data().toInt() == int(m_workspace->settings().theme()));
    };
    connect(&m_workspace->settings(), &Settings::changed, this, check);
    check();
    m_fullScreen = menu->addAction(symbolIcon(u"full-screen"_s), tr("&Full screen"));
    m_fullScreen->setObjectName(u"fullScreen"_s);
    m_fullScreen->setCheckable(true);
    m_fullScreen->setShortcut(QKeySequence(Qt::Key_F11));
    connect(m_fullScreen, &QAction::triggered, this, [this](bool isOn) {
        setWindowState(isOn ? windowState() | Qt::WindowFullScreen : windowState() & ~Qt::WindowFullScreen);
    });
}

// Also by the geometry of the last time, or by the window manager.
void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange && m_fullScreen)
        m_fullScreen->setChecked(isFullScreen());
}

void MainWindow::makeHelpMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Help"));
    QAction *keys = menu->addAction(symbolIcon(u"keyboard"_s), tr("&Keyboard shortcuts"), this, [this] {
        auto *dialog = new ShortcutsDialog(menuBar(), this);
        dialog->open();
    });
    keys->setObjectName(u"shortcuts"_s);
    keys->setShortcut(QKeySequence(Qt::Key_F1));
    QAction *about = menu->addAction(symbolIcon(u"about"_s), tr("&About CsPool Console"), this, [this] {
        auto *dialog = new AboutDialog(this);
        dialog->open();
    });
    about->setObjectName(u"about"_s);
    about->setMenuRole(QAction::AboutRole);
}

void MainWindow::makeStatusBar()
{
    auto *health = new HealthSummary(m_workspace, this);
    connect(health, &HealthSummary::problemsRequested, this, [this] {
        showPage(m_pools);
        m_pools->showProblems();
    });
    statusBar()->addPermanentWidget(health);
    auto *hint = new OperationHint(m_failover->desk(), this);
    connect(hint, &QAbstractButton::clicked, this, [this] {
        showPage(m_failover);
        m_failover->showUnfinished();
    });
    statusBar()->addPermanentWidget(hint);
    m_indicator = new JobsIndicator(m_workspace, m_prompts, this);
    connect(m_indicator, &JobsIndicator::jobsRequested, this, [this] { showPage(m_jobs); });
    statusBar()->addPermanentWidget(m_indicator);
}

void MainWindow::connectPages()
{
    connect(m_pools, &PoolsPage::commandRequested, this, &MainWindow::openCommandForm);
    connect(m_pools, &PoolsPage::jobActivated, this, &MainWindow::showJob);
    connect(m_pools, &PoolsPage::pairingRequested, this, &MainWindow::showPairing);
    connect(m_pairings, &PairingsPage::commandRequested, this, &MainWindow::openCommandForm);
    connect(m_pairings, &PairingsPage::poolActivated, this, &MainWindow::showPool);
    connect(m_pools, &PoolsPage::readinessRequested, this, &MainWindow::showReadiness);
    connect(m_pairings, &PairingsPage::readinessRequested, this, &MainWindow::showReadiness);
    connect(m_failover, &FailoverPage::commandRequested, this, &MainWindow::openCommandForm);
    connect(m_failover, &FailoverPage::jobActivated, this, &MainWindow::showJob);
    connect(m_failover, &FailoverPage::recordRequested, this, [this](const QString &path) { showReport({}, path); });
    connect(m_jobs, &JobsPage::commandRequested, this, &MainWindow::openCommandForm);
    connect(m_jobs, &JobsPage::reportRequested, this, &MainWindow::showReport);
    connect(m_jobs, &JobsPage::answerRequested, m_prompts, &PromptCenter::showPrompt);
    connect(m_report, &ReportPage::jobRequested, this, &MainWindow::showJob);
    connect(m_report, &ReportPage::closed, this, [this] { showPage(m_jobs); });
    connect(m_deployments, &DeploymentController::commandRequested, this, &MainWindow::openCommandForm);
    connect(m_workspace, &Workspace::deploymentChanged, this, &MainWindow::showContent);
    auto *notifier = new JobNotifier(m_workspace, this);
    connect(notifier, &JobNotifier::jobActivated, this, [this](const QUuid &job) {
        comeBack();
        showJob(job);
    });
    connect(&m_workspace->jobs(), &JobRunner::jobFinished, this, [this] {
        if (m_isInBackground && m_workspace->jobs().unfinishedJobs().isEmpty())
            Q_EMIT becameIdleInBackground();
    });
    connect(&m_workspace->jobs(), &JobRunner::historyFailed, this,
            [this](const Error &error) { statusBar()->showMessage(error.message, 30000); });
}

ConsolePage *MainWindow::currentPage() const
{
    return static_cast<ConsolePage *>(m_stack->currentWidget());
}

void MainWindow::showContent()
{
    const bool hasDeployment = m_workspace->session() != nullptr;
    // Jobs and reports are there without a deployment, too.
    const bool needsDeployment
        = currentPage() == m_pools || currentPage() == m_pairings || currentPage() == m_failover;
    m_content->setCurrentWidget(hasDeployment || !needsDeployment ? static_cast<QWidget *>(m_stack) : m_noDeployment);
    showPageActions();
}

void MainWindow::showPageActions()
{
    m_tools->clear();
    const QList<QAction *> actions = currentPage()->menuActions();
    for (QAction *action : actions) {
        if (action && !action->icon().isNull() && action->priority() != QAction::LowPriority)
            m_tools->addAction(action);
    }
    m_tools->setVisible(!m_tools->actions().isEmpty());
}

void MainWindow::showPage(ConsolePage *page)
{
    // The page that is left wants no more statuses; the other one tells what it wants when it is shown, which is before
    // the first one is hidden.
    if (DeploymentMonitor *monitor = m_workspace->monitor(); monitor && page != currentPage())
        monitor->setWantedPools({});
    m_stack->setCurrentWidget(page);
    m_pageActions->actions().at(m_pages.indexOf(page))->setChecked(true);
    showContent();
    if (m_content->currentWidget() == m_noDeployment)
        m_noDeployment->focusContent();
    else
        page->focusContent();
}

void MainWindow::showPool(const QString &fqdn)
{
    showPage(m_pools);
    m_pools->selectPool(fqdn);
}

void MainWindow::showPairing(const QString &fqdn)
{
    showPage(m_pairings);
    m_pairings->selectPool(fqdn);
}

void MainWindow::showReadiness(const QString &fqdn)
{
    showPage(m_failover);
    m_failover->showReadiness(fqdn);
}

void MainWindow::showJob(const QUuid &job)
{
    showPage(m_jobs);
    m_jobs->showJob(job);
}

void MainWindow::showReport(const QUuid &job, const QString &path)
{
    showPage(m_report);
    m_report->openJob(job, path);
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

void MainWindow::chooseCmdlet()
{
    auto *chooser = new CmdletChooser(*m_workspace->session(), this);
    connect(chooser, &CmdletChooser::cmdletChosen, this,
            [this](const QString &cmdlet) { openCommandForm(Command(cmdlet), {}); });
    chooser->open();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_isClosing && !m_workspace->jobs().unfinishedJobs().isEmpty()) {
        event->ignore();
        askBeforeClosing();
        return;
    }
    saveLayout();
    event->accept();
    QCoreApplication::quit();
}

void MainWindow::askBeforeClosing()
{
    if (m_closeQuestion) {
        m_closeQuestion->raise();
        m_closeQuestion->activateWindow();
        return;
    }
    m_closeQuestion = new CloseQuestion(m_workspace, this);
    connect(m_closeQuestion, &CloseQuestion::keepRunning, this, &MainWindow::goToBackground);
    connect(m_closeQuestion, &CloseQuestion::cancelAndClose, this, &MainWindow::quit);
    m_closeQuestion->open();
}

void MainWindow::goToBackground()
{
    saveLayout();
    m_isInBackground = true;
    hideForms();
    hide();
    Q_EMIT wentToBackground();
}

// Forms are windows of their own; without the main window nobody could tell what they belong to.
void MainWindow::hideForms()
{
    const QList<CommandDialog *> forms = findChildren<CommandDialog *>();
    for (CommandDialog *form : forms) {
        QList<QDialog *> dialogs = {form};
        dialogs += form->findChildren<QDialog *>(); // its question
        for (QDialog *dialog : std::as_const(dialogs)) {
            if (dialog->isVisible())
                m_hiddenForms.append(dialog);
        }
    }
    for (auto dialog = m_hiddenForms.crbegin(); dialog != m_hiddenForms.crend(); ++dialog)
        (*dialog)->hide();
}

void MainWindow::comeBack()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    for (const QPointer<QDialog> &dialog : std::exchange(m_hiddenForms, {})) {
        if (dialog)
            dialog->show();
    }
    raise();
    activateWindow();
    if (std::exchange(m_isInBackground, false))
        Q_EMIT cameBack();
}

void MainWindow::quit()
{
    m_isClosing = true;
    close();
}

void MainWindow::saveLayout()
{
    Settings &settings = m_workspace->settings();
    settings.setValue(Geometry, saveGeometry());
    settings.setValue(IsMaximized, isMaximized());
    settings.setValue(State, saveState(StateVersion));
    settings.setValue(Page, int(m_pages.indexOf(currentPage())));
}

void MainWindow::restoreLayout()
{
    const Settings &settings = m_workspace->settings();
    restoreGeometry(settings.value(Geometry));
    keepInScreen();
    // Qt forgets this when the screen has another size than at the last time.
    setWindowState(windowState().setFlag(Qt::WindowMaximized, settings.value(IsMaximized)));
    restoreState(settings.value(State), StateVersion);
    const int page = settings.value(Page);
    ConsolePage *first = page >= 0 && page < m_pages.size() ? m_pages.at(page) : m_pools;
    // A report is opened on purpose, never by itself.
    showPage(first == m_report ? m_jobs : first);
}

// The screen may be a smaller one than at the last time, or scaled more.
void MainWindow::keepInScreen()
{
    const QRect available = screen()->availableGeometry();
    if (width() > available.width() || height() > available.height())
        resize(size().boundedTo(available.size() * 0.95));
    const QPoint last = available.bottomRight() + QPoint(1, 1) - QPoint(width(), height());
    const QPoint inside(std::clamp(x(), available.left(), std::max(available.left(), last.x())),
                        std::clamp(y(), available.top(), std::max(available.top(), last.y())));
    if (testAttribute(Qt::WA_Moved) && inside != pos())
        move(inside);
}

} // namespace cspool
