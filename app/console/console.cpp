#include "app/console/console.h"

#include "app/application_log.h"
#include "app/places.h"
#include "ui/deployments/deployment_controller.h"
#include "ui/icons.h"
#include "ui/settings_dialog.h"

#include <QApplication>

namespace cspool {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::seconds LockTimeout{30}; // for a pair of pools that another process works on
constexpr std::chrono::seconds GraceInBackground{60};

} // namespace

Console::Console(const ConsoleOptions &options, Settings *settings, SingleInstance *instance)
    : m_deployment(options.deployment)
    , m_theme(settings, &m_systemColors, options.theme)
    , m_history(Places::history())
    , m_sessions(Places::defaultDeployment(), LockTimeout)
    , m_jobs(&m_history)
    , m_workspace({&m_sessions, &m_jobs, &m_history, settings, &m_desktop, &m_passwords, Places::operations()})
    , m_window(&m_workspace)
    , m_presence(&m_window, &m_jobs, GraceInBackground)
{
    // Only the window knows when it is the end: it may be hidden while jobs go on, and dialogs come and go.
    QApplication::setQuitOnLastWindowClosed(false);
    QApplication::setWindowIcon(applicationIcon());
    m_desktop.setTrayIcon(m_presence.trayIcon());
    connect(&m_presence, &BackgroundPresence::endRequested, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    connect(instance, &SingleInstance::requested, this, &Console::takeOver);
    connect(&m_jobs, &JobRunner::jobFinished, this, [this](const QUuid &job) {
        if (const std::optional<JobInfo> info = m_jobs.job(job))
            writeLog(LogLevel::Info, u"%1: %2"_s.arg(info->commandLine, toString(info->outcome)));
    });
    m_window.setStoredPlaces({{tr("Settings"), settings->fileName()},
                              {tr("History of jobs"), Places::history()},
                              {tr("Guided failovers and failbacks"), Places::operations()},
                              {tr("Sample deployment"), Places::defaultDeployment()},
                              {tr("Log of the program"), Places::logs()}});
    writeLog(LogLevel::Info, u"started, version "_s + QCoreApplication::applicationVersion());
}

void Console::show()
{
    m_window.show();
    m_window.start(m_deployment);
}

void Console::takeOver(const StartRequest &request)
{
    writeLog(LogLevel::Info,
             request.deployment.isEmpty() ? u"started again"_s
                                          : QString(u"started again, for the deployment "_s + request.deployment));
    m_window.comeBack();
    if (!request.deployment.isEmpty())
        m_window.deployments()->openLab(request.deployment);
}

} // namespace cspool
