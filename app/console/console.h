// Console: the program around its window, put together in the order in which it is taken apart again.
#pragma once

#include "app/console/background_presence.h"
#include "app/console/console_options.h"
#include "app/console/console_sessions.h"
#include "app/console/single_instance.h"
#include "app/console/system_desktop.h"
#include "app/keyring_passwords.h"
#include "ui/main_window.h"
#include "ui/theme.h"
#include "ui/workspace.h"

namespace cspool {

// Lives in the window's thread. Destroying it cancels jobs that are left and waits for their end.
class Console : public QObject
{
    Q_OBJECT

public:
    // `settings` and `instance` must outlive it.
    Console(const ConsoleOptions &options, Settings *settings, SingleInstance *instance);

    void show(); // the window, and in it the deployment that the options name

private:
    void takeOver(const StartRequest &request);

    const QString m_deployment;
    SystemColorScheme m_systemColors;
    Theme m_theme;
    SystemDesktop m_desktop;
    AsyncJobHistory m_history;
    ConsoleSessions m_sessions;
    KeyringPasswords m_passwords;
    JobRunner m_jobs;
    Workspace m_workspace;
    MainWindow m_window;
    BackgroundPresence m_presence;
};

} // namespace cspool
