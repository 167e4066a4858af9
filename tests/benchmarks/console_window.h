// ConsoleWindow: the real main window with everything behind it, in a folder of its own.
#pragma once

#include "app/console/console_sessions.h"
#include "app/console/system_desktop.h"
#include "ui/main_window.h"
#include "ui/workspace.h"

class QTableView;

namespace cspool::benchmark {

class ConsoleWindow
{
public:
    // `folder`: for settings and history.
    explicit ConsoleWindow(const QString &folder);
    ~ConsoleWindow();

    MainWindow &mainWindow() { return *m_window; }
    Workspace &workspace() { return *m_workspace; }
    JobRunner &jobs() { return *m_jobs; }
    QTableView *poolTable() const;

    // The table has so many rows, and everything is read.
    bool arePoolsShown(int count) const;

private:
    Settings m_settings;
    SystemDesktop m_desktop;
    AsyncJobHistory m_history;
    ConsoleSessions m_sessions;
    std::unique_ptr<JobRunner> m_jobs;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace cspool::benchmark
