// MainWindow: the console's window: banner, pages, menus, tool bar, status bar, and what leads from one page to another.
#pragma once

#include "model/command.h"

#include <QMainWindow>
#include <QUuid>

class QStackedWidget;
class QToolBar;

namespace cspool {

class ConsolePage;
class JobsPage;
class PairingsPage;
class PoolsPage;
class PromptCenter;
class ReportPage;
class Workspace;

class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    // `workspace` must outlive it.
    explicit MainWindow(Workspace *workspace, QWidget *parent = nullptr);
    ~MainWindow() override;

    PoolsPage *poolsPage() const { return m_pools; }
    PairingsPage *pairingsPage() const { return m_pairings; }
    JobsPage *jobsPage() const { return m_jobs; }
    ReportPage *reportPage() const { return m_report; }

    void showPage(ConsolePage *page);
    void showPool(const QString &fqdn);
    void showJob(const QUuid &job);
    void showReport(const QUuid &job, const QString &path);
    void openCommandForm(const Command &prefilled, const QStringList &pools);

private:
    void addPage(ConsolePage *page);

    Workspace *m_workspace;
    QStackedWidget *m_stack;
    QToolBar *m_navigation;
    PoolsPage *m_pools;
    PairingsPage *m_pairings;
    JobsPage *m_jobs;
    ReportPage *m_report;
    PromptCenter *m_prompts;
};

} // namespace cspool
