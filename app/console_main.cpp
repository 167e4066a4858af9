// Entry point of the console, the window.
#include "app/application_log.h"
#include "app/console/lab_sessions.h"
#include "app/console/system_desktop.h"
#include "app/places.h"
#include "ui/main_window.h"
#include "ui/workspace.h"

#include <QApplication>

int main(int argc, char *argv[])
{
    using namespace cspool;
    using namespace std::chrono_literals;
    prepareApplicationLog();
    setApplicationIdentity();
    const QApplication application(argc, argv);
    AsyncJobHistory history(Places::history());
    JobRunner jobs(&history);
    LabSessions sessions(Places::defaultDeployment(), 30s);
    Settings settings;
    SystemDesktop desktop;
    Workspace workspace({&sessions, &jobs, &history, &settings, &desktop});
    MainWindow window(&workspace);
    window.show();
    window.start();
    return QApplication::exec();
}
