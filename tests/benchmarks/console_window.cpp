#include "tests/benchmarks/console_window.h"

#include "tests/benchmarks/heartbeat.h"
#include "ui/pools/pools_page.h"

#include <QTableView>

namespace cspool::benchmark {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

ConsoleWindow::ConsoleWindow(const QString &folder)
    : m_settings(folder + "/settings.ini"_L1)
    , m_history(folder + "/history"_L1)
    , m_sessions(folder + "/sample"_L1, 10s)
    , m_jobs(std::make_unique<JobRunner>(&m_history))
    , m_workspace(
          std::make_unique<Workspace>(Workspace::Parts{&m_sessions, m_jobs.get(), &m_history, &m_settings, &m_desktop}))
    , m_window(std::make_unique<MainWindow>(m_workspace.get()))
{
}

ConsoleWindow::~ConsoleWindow() = default;

QTableView *ConsoleWindow::poolTable() const
{
    return m_window->poolsPage()->findChild<QTableView *>(u"poolsTable"_s);
}

bool ConsoleWindow::arePoolsShown(int count) const
{
    return m_workspace->monitor() && !m_workspace->monitor()->isReading() && poolTable()->model()->rowCount() == count;
}

} // namespace cspool::benchmark
