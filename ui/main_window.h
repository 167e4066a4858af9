// MainWindow: the console's window: banner, pages, menus, tool bars, status bar, and what leads from one page to
// another.
#pragma once

#include "model/command.h"

#include <QMainWindow>
#include <QPointer>
#include <QUuid>

class QAction;
class QActionGroup;
class QDialog;
class QLabel;
class QMenu;
class QStackedWidget;
class QToolBar;

namespace cspool {

class CloseQuestion;
class ConsolePage;
class DeploymentBanner;
class DeploymentController;
class FailoverPage;
class JobsIndicator;
class JobsPage;
class NoDeploymentPage;
class OpenMenu;
class PairingsPage;
class PoolsPage;
class PromptCenter;
class ReportPage;
class Workspace;
struct StoredPlace;

class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    // `workspace` must outlive it.
    explicit MainWindow(Workspace *workspace, QWidget *parent = nullptr);
    ~MainWindow() override;

    // What the settings show of the program's files.
    void setStoredPlaces(const QList<StoredPlace> &places);
    // For the start of the program: opens `folder`, else the deployment that was open last, else the sample.
    void start(const QString &folder = {});

    PoolsPage *poolsPage() const { return m_pools; }
    PairingsPage *pairingsPage() const { return m_pairings; }
    FailoverPage *failoverPage() const { return m_failover; }
    JobsPage *jobsPage() const { return m_jobs; }
    ReportPage *reportPage() const { return m_report; }
    DeploymentController *deployments() const { return m_deployments; }
    PromptCenter *prompts() const { return m_prompts; }
    ConsolePage *currentPage() const;

    void showPage(ConsolePage *page);
    void showPool(const QString &fqdn);
    void showPairing(const QString &fqdn);
    // The readiness for a failover or failback, whatever its state calls for.
    void showReadiness(const QString &fqdn);
    void showJob(const QUuid &job);
    void showReport(const QUuid &job, const QString &path);
    void openCommandForm(const Command &prefilled, const QStringList &pools);
    // Lets the user choose one of all cmdlets, and opens its form. Only while a deployment is open.
    void chooseCmdlet();

    // Shows the window, brings it to the front and gives it the keyboard; also when it has gone to the background.
    void comeBack();

Q_SIGNALS:
    // The window is gone and its jobs go on; comeBack() brings it back.
    void wentToBackground();
    void cameBack();
    void becameIdleInBackground(); // the last of those jobs has ended

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void makePages();
    void makeMenus();
    void makeFileMenu();
    void makeDeploymentMenu();
    void makeEditMenu();
    void makePageMenus();
    void makeViewMenu();
    void makeHelpMenu();
    void makeStatusBar();
    void connectPages();
    void addPage(ConsolePage *page);
    void showPageActions();
    void showContent(); // the page, or what to do while no deployment is open
    void askBeforeClosing();
    void goToBackground();
    void hideForms();
    void quit();
    void saveLayout();
    void restoreLayout();
    void keepInScreen();

    Workspace *m_workspace;
    DeploymentController *m_deployments;
    PromptCenter *m_prompts;
    DeploymentBanner *m_banner = nullptr;
    OpenMenu *m_openMenu = nullptr;
    QStackedWidget *m_content = nullptr; // the pages, or the page for no deployment
    QStackedWidget *m_stack = nullptr;
    NoDeploymentPage *m_noDeployment = nullptr;
    QToolBar *m_navigation = nullptr;
    QToolBar *m_tools = nullptr;
    QActionGroup *m_pageActions = nullptr;
    QAction *m_fullScreen = nullptr;
    JobsIndicator *m_indicator = nullptr;
    PoolsPage *m_pools = nullptr;
    PairingsPage *m_pairings = nullptr;
    FailoverPage *m_failover = nullptr;
    JobsPage *m_jobs = nullptr;
    ReportPage *m_report = nullptr;
    QList<ConsolePage *> m_pages;
    QList<StoredPlace> m_places;
    QPointer<CloseQuestion> m_closeQuestion;
    bool m_isClosing = false; // decided: nothing is asked any more
    bool m_isInBackground = false;
    QList<QPointer<QDialog>> m_hiddenForms; // while it is in the background
};

} // namespace cspool
